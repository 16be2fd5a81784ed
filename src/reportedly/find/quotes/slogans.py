"""Words on banners, walls and placards, and words that a crowd chants."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.marks import Marked
from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.saying import NOBODY, Saying, Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.parse import Document, Token

_INNER = frozenset({"relcl", "acl", "amod"})
_NAMED = frozenset({"ADJ", "NOUN", "PROPN"})  # "cardboard fish": taken for an adjective


class Slogans:
    """Recognises slogans among the quotations of one article."""

    def __init__(self, document: Document, speakers: Speakers, verbs: ReportingVerbs) -> None:
        self._document = document
        self._speakers = speakers
        self._media = verbs.media
        self._naming = verbs.naming

    def find(self, frame: Frame, last: tuple[Saying, Frame, Token | None] | None) -> Saying | None:
        """The slogan that a quotation is, else None; `last` is the quotation before."""
        media = self._media
        words = [t.text.casefold() for t in frame.left if t.pos != "PUNCT"]
        if (
            last is not None
            and last[0].kind == "slogan"
            and words in ([], ["and"], ["or"])
            and self._near(last[1].marked, frame.marked)
            and (words or (frame.gap[-1:] in {",", ""} and not self._ended(last[1], frame)))
        ):
            return replace(last[0], pieces=((frame.marked.start, frame.marked.end),))
        carrier = self._carrier(frame)
        if carrier is not None:
            return self._as_slogan(frame, carrier, media.carriers[carrier.lemma], nobody(carrier))
        if (calls := self._calls(frame)) is not None:
            return self._as_slogan(frame, calls, "chant", nobody(calls))
        for token in reversed(frame.left):
            if token.pos != "VERB":
                continue
            subject = self._speakers.subject(token)
            unknown = subject is not None and self._speakers.is_unknown(subject)
            tool = next((t for t in frame.left if t.lemma in media.tools), None)
            writes = token.lemma in media.cries | {"leave"}
            if token.lemma in media.cries_alone or (writes and (unknown or tool)):
                crowd = None if subject is None or unknown else self._speakers.name(subject)
                source = replace(crowd, withheld=True) if crowd else nobody(token)
                chanted = tool is None and token.lemma not in media.cries - {"chant"}
                return self._as_slogan(frame, token, "chant" if chanted else "graffiti", source)
            if token.dep not in _INNER:
                break
        return None

    def _carrier(self, frame: Frame) -> Token | None:  # noqa: PLR0911, PLR0912  # word orders
        """The banner, wall or poster on which the words stand."""
        media = self._media
        seen_verb: Token | None = None
        for number, token in enumerate(reversed(frame.left)):
            if number > 18:
                break
            if self._carries(token):
                if seen_verb is None:
                    close = frame.gap[-1:] in {":", ","} or number <= 3
                    apart = token.dep == "compound" or self._is_called(frame, token)
                    return token if close and not apart else None
                if seen_verb.lemma in media.shows | media.cries:
                    return token
                return None
            if token.pos == "VERB":
                if seen_verb is not None and token.dep not in _INNER:
                    break
                seen_verb = seen_verb or token
        verb: Token | None = None
        for number, token in enumerate(frame.right):
            if number > 12:
                break
            if self._carries(token):
                if verb is not None and verb.lemma in media.shows:
                    return token  # "…," read a banner
                following = [t for t in frame.right if t.index > token.index and t.pos == "VERB"]
                if verb is None and following and following[0].lemma in media.shows:
                    return token  # "…," another slogan read
                if verb is None and number <= 5 and token.dep == "pobj":
                    return token  # the words "…" on a banner
                return None
            if token.pos == "VERB":
                if verb is not None or token.lemma not in media.shows:
                    return None
                verb = token
        return None

    def _calls(self, frame: Frame) -> Token | None:
        """ "near-constant calls of “Down with it!”", "drew “Shame!” chants": what many cry."""
        words = [t for t in frame.left if t.pos != "PUNCT"]
        after = frame.right[0] if frame.right else None
        if len(words) > 1 and words[-1].lemma == "of":
            noun = words[-2]
        elif after is not None and after.tag == "NNS":
            noun = after
        else:
            return None
        return noun if noun.tag == "NNS" and noun.lemma in self._media.calls else None

    def _carries(self, token: Token) -> bool:
        """Whether a word is a banner, wall or poster, and no part of a name: "Wall Street said"."""
        if token.lemma not in self._media.carriers or token.pos not in _NAMED:
            return False
        opens = token.index == self._document.sentences[token.sentence].first
        named = token.pos == "PROPN" and token.text[:1].isupper()
        return not named or (opens and token.dep != "compound")

    def _is_called(self, frame: Frame, carrier: Token) -> bool:
        """Whether the words in marks are said of a wall: "called the border wall “ugly”"."""
        before = (t for t in reversed(frame.left) if t.pos == "VERB" and t.index < carrier.index)
        verb = next(before, None)
        return frame.gap[-1:] != ":" and verb is not None and verb.lemma in self._naming

    def _as_slogan(self, frame: Frame, cue: Token, medium: str, source: Source) -> Saying:
        return Saying(
            kind="slogan",
            stance="states",
            pieces=((frame.marked.start, frame.marked.end),),
            sources=(source,),
            relays=(),
            cue=(cue.start, cue.end),
            medium=medium,
            rule="quotes.slogan",
        )

    def _near(self, one: Marked, two: Marked) -> bool:
        return two.outer_start - one.outer_end < 12

    def _ended(self, one: Frame, two: Frame) -> bool:
        between = self._document.text[one.marked.outer_end : two.marked.outer_start]
        return any(ch in ".!?" for ch in between)


def nobody(token: Token) -> Source:
    """The speaker of words that nobody signs; the carrier or message is the evidence."""
    return Source(
        name=NOBODY,
        kind="anonymous",
        private=False,
        start=token.start,
        end=token.end,
        withheld=True,
    )
