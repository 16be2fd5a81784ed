"""Where told words begin and end: the characters of a clause, by the syntax around its cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.speakers import tail_subject
from reportedly.parse import Token

Piece = tuple[int, int]  # [start, end) in the article's text

_DATELINE = re.compile(r"[A-ZÀ-Þ][^\n]{0,60}?(?:\([^)\n]{2,60}\)\s*)?[-–—:]\s+(?=[A-Z0-9“\"'‘À-Þ])")
_TRIM = frozenset(" \t\n\r\u00a0\u202f,;:–—-\"“”'‘’")
_CLOSING = frozenset("\"”'’»")
_WH = frozenset({"what", "whether", "if", "how", "why", "when", "where", "who", "which"})


class Contents:
    """Finds the pieces of content of cues in one parsed article."""

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._verbs = setting.verbs
        self._surroundings = setting.surroundings

    def clause(  # noqa: PLR0911  # one exit a construction
        self, verb: Token, complement: Token | None
    ) -> tuple[list[Piece], str]:
        """Pieces of a clause that is said, and the shape in which it stands."""
        document = self._document
        sentence = document.sentences[verb.sentence]
        if complement is not None and complement.index > verb.index:
            opening = [t.text.casefold() for t in document.subtree(complement.index)[:2]]
            if self._runs_on(verb, complement):
                return [], ""
            asked = self.asks(complement)
            if asked and "that" not in opening:
                return [], ""  # "did not say what", "asked how": nothing is asserted
            parts = document.children(complement.index)
            if any(t.tag == "TO" for t in parts):
                return [], ""
            if (
                verb.dep != "relcl"
                and not self._of_what(verb)
                and not any(t.dep in {"nsubj", "nsubjpass", "expl", "csubj", "attr"} for t in parts)
            ):
                return [], ""  # "the strike announced | will go ahead": no clause of its own
            start, end = self.subtree(complement, after=verb)
            end = self._extended(verb, complement, end)
            return [(start, self._before_going_on(verb, start, end))], "after"
        if complement is not None:
            # "…, police said": all of the clause before, its coordinated parts included
            if self.inside(complement.start) and not self.inside(verb.start):
                return [], ""
            start, _ = self.subtree(complement)
            start = past_dateline(document.text, start, sentence.start)
            end = self._before(verb)
            closed = document.text[end : end + 4].lstrip(" \u00a0")[:1] in {",", "”", '"', "—", "–"}
            return ([(start, end)] if end - start > 2 and closed else []), "before"
        noun = tail_subject(document, verb)
        if noun is not None and verb.dep in {"conj", "ROOT", "appos", "relcl", "acl"}:
            start = past_dateline(document.text, sentence.start, sentence.start)
            end = self.trim(start, document.subtree(noun.index)[0].start)[1]
            comma = document.text.rfind(",", start, noun.start)
            end = self.trim(start, comma)[1] if comma > start else end
            if not any(t.pos in {"VERB", "AUX"} for t in document.tokens_in(start, end)):
                # "The League, Roa asserted, runs a school": a subject and its verb apart
                rest = self.trim(verb.end, sentence.end)
                goes_on = any(t.pos in {"VERB", "AUX"} for t in document.tokens_in(*rest))
                return ([(start, end), rest] if goes_on else []), "around"
            return ([(start, end)] if end - start > 10 else []), "tail"
        head = document.head(verb)
        if verb.dep in {"parataxis", "ccomp", "advcl", "dep"} and head.index != verb.index:
            marks = {t.text.casefold() for t in document.children(verb.index) if t.dep == "mark"}
            if verb.dep == "advcl" and not marks & {"as"}:
                return [], ""
            if verb.dep == "ccomp" and not self.set_off(verb):
                return [], ""
            return self.around(verb, head), "around"
        return [], ""

    def lent(self, verb: Token, complement: Token | None, children: Sequence[Token]) -> list[Piece]:
        """A clause that the parser hung on the outer verb: "said a nurse told her | it closed"."""
        document = self._document
        thing = next((t for t in children if t.dep == "dobj" and t.index > verb.index), None)
        if (
            complement is not None
            or verb.dep != "ccomp"
            or thing is None
            or verb.lemma in self._verbs.light
        ):
            return []
        end = document.subtree(verb.index)[-1].index
        for other in document.children(verb.head):
            if other.dep == "ccomp" and other.index > verb.index:
                inside = document.subtree(other.index)
                has_subject = any(
                    t.dep in {"nsubj", "nsubjpass"} for t in document.children(other.index)
                )
                if inside[0].index == end + 1:
                    start = inside[0].start if has_subject else self.subtree(thing)[0]
                    return [self.trim(start, inside[-1].end)]
        return []

    def before_phrase(self, verb: Token) -> list[Piece]:
        """The clause before a final "its lawyers let it be known"."""
        subject = self._speakers.subject(verb)
        sentence = self._document.sentences[verb.sentence]
        if subject is None or subject.sentence != verb.sentence or subject.index > verb.index:
            return []
        limit = self._document.subtree(subject.index)[0].start
        if self._document.text[sentence.start : limit].rstrip()[-1:] not in {",", "”", '"'}:
            return []
        start, end = self.trim(sentence.start, limit)
        return [(start, end)] if end - start > 10 else []

    def up_to(self, token: Token) -> list[Piece]:
        """The sentence before a final "according to …", where marks end right before it."""
        sentence = self._document.sentences[token.sentence]
        before = self._document.text[sentence.start : token.start].rstrip()
        if before[-1:] not in _CLOSING or self.inside(token.start):
            return []
        start = past_dateline(self._document.text, sentence.start, sentence.start)
        if self.inside(start + 1):
            return []  # the marks hold all of it: a quotation by itself
        return [self.trim(start, token.start)]

    def after_that(self, verb: Token) -> list[Piece]:  # noqa: PLR0911  # one exit a doubt
        """What follows ", citing the minister, that" where the parser lost the clause."""
        document = self._document
        if verb.lemma in self._verbs.light:
            return []
        sentence = document.sentences[verb.sentence]
        tokens = document.tokens
        for i in range(verb.index + 1, min(sentence.last - 1, verb.index + 14)):
            token = tokens[i]
            if (token.text == "that" and tokens[i - 1].pos != "VERB") or (
                token.text == "that" and i == verb.index + 1
            ):
                following = tokens[i + 1]
                if following.pos in {"VERB", "AUX", "PUNCT", "ADV"} or following.text[:1] in '“"':
                    return []
                if not any(t.pos in {"VERB", "AUX"} for t in tokens[i + 1 : sentence.last]):
                    return []
                if self.inside(token.start) != self.inside(verb.start):
                    return []
                return [self.trim(following.start, tokens[sentence.last - 1].end)]
            if token.pos in {"VERB", "AUX"} and token.lemma not in self._verbs.citing:
                return []
            if token.text in {";", ":", "."}:
                return []
        return []

    def set_off(self, verb: Token) -> bool:
        """Whether a clause of speech stands between commas or at the end: ", he said"."""
        inside = [t for t in self._document.subtree(verb.index) if t.pos != "PUNCT"]
        start, end = inside[0].start, inside[-1].end
        text = self._document.text
        before = text[:start].rstrip()[-1:]
        after = text[end:].lstrip()[:1]
        return before in {",", "”", '"', "—", "–"} and (after in {",", ".", ""} or after in "—–")

    def around(self, verb: Token, head: Token) -> list[Piece]:
        """The clause around an inserted "he said", without it."""
        document = self._document
        inserted = {t.index for t in document.subtree(verb.index)}
        rest = [t for t in document.subtree(head.index) if t.index not in inserted]
        if not rest or self.inside(head.start) != self.inside(verb.start):
            return []
        low, high = min(inserted), max(inserted)
        if verb.pos == "VERB" and low <= min(
            (t.index for t in rest if t.pos != "PUNCT"), default=low
        ):
            marks = {t.text.casefold() for t in document.children(verb.index) if t.dep == "mark"}
            if not marks & {"as"} and document.child(verb.index, "dobj") is not None:
                return []  # "A writes the menu, B cooks": clauses side by side
        pieces = []
        for whole in (
            [t for t in rest if t.index < low],
            [t for t in rest if t.index > high],
        ):
            part = [t for n, t in enumerate(whole) if n or t.pos not in {"CCONJ", "PUNCT"}]
            if any(t.pos in {"VERB", "NOUN", "PROPN", "ADJ", "NUM", "AUX"} for t in part):
                start, end = self.trim(part[0].start, part[-1].end)
                sentence = document.sentences[head.sentence]
                start = past_dateline(document.text, start, sentence.start)
                if end - start > 1:
                    pieces.append((start, end))
        return pieces

    def _before(self, verb: Token) -> int:
        """Where the clause before a final "police said" ends: before the speaker's phrase."""
        document = self._document
        subject = self._speakers.subject(verb)
        limit = verb
        if subject is not None and subject.sentence == verb.sentence and subject.index < verb.index:
            limit = document.subtree(subject.index)[0]
        elif any(
            t.dep in {"aux", "auxpass", "advmod"} and t.index < verb.index
            for t in document.children(verb.index)
        ):
            limit = min(
                (t for t in document.children(verb.index)
                 if t.dep in {"aux", "auxpass"} and t.index < verb.index),
                key=lambda t: t.index, default=verb,
            )  # fmt: skip
        start = document.sentences[verb.sentence].start
        return self.trim(start, limit.start)[1]

    def _extended(self, verb: Token, complement: Token, end: int) -> int:
        """The end of a clause that the parser cut in two: "saw agents … | leave the depot"."""
        for other in self._document.children(verb.index):
            if other.dep == "ccomp" and other.index > complement.index:
                start, later = self.subtree(other, after=verb)
                if start <= end + 2:
                    end = max(end, later)
        return end

    def asks(self, complement: Token) -> bool:
        """Whether a clause opens with a question word of its own: "whether it rained"."""
        inside = self._document.subtree(complement.index)[:2]
        for token in inside:
            if token.text.casefold() not in _WH:
                continue
            if (
                token.head == complement.index
                or self._document.head(token).head == complement.index
            ):
                governor = self._document.head(token)
                if governor.index == complement.index or governor.dep not in {"advcl", "relcl"}:
                    return True
        return False

    def _of_what(self, verb: Token) -> bool:
        """ "what analysts say | is a pattern": the clause has its subject in "what"."""
        subject = self._document.child(verb.index, "nsubj")
        if subject is None:
            return False
        first = self._document.subtree(subject.index)[0].index
        return first > 0 and self._document.tokens[first - 1].text.casefold() == "what"

    def _runs_on(self, verb: Token, complement: Token) -> bool:
        """ "A writes the menu, B cooks": clauses side by side, not one told by the other."""
        document = self._document
        first = document.subtree(complement.index)[0]
        if first.text.casefold() == "that" or document.tokens[first.index - 1].text != ",":
            return False
        thing = document.child(verb.index, "dobj")
        return (
            thing is not None
            and verb.index < thing.index < first.index
            and (
                thing.pos == "NOUN" and verb.lemma in {"write", "sing", "read", "repeat", "report"}
            )
        )

    def _before_going_on(self, verb: Token, start: int, end: int) -> int:
        """The end without ", adding that …" or "and warned that …": a second content follows."""
        for token in self._document.tokens_in(start, end):
            joined = self._document.tokens[token.index - 1] if token.index else token
            past = {"VBD", "VBN"}
            if (
                joined.pos == "CCONJ"
                and joined.start > start
                and (token.tag == verb.tag != "VB" or {token.tag, verb.tag} == past)
                and self._verbs.speaks(token.lemma)
                and self._document.child(token.index, "auxpass") is None
                and self._document.child(token.index, "ccomp", "xcomp", "dobj") is not None
                and self._document.child(token.index, "nsubj", "nsubjpass") is None
            ):
                return self.trim(start, joined.start)[1]
            if (
                token.tag == "VBG"
                and token.dep in {"advcl", "acl", "prep", "conj"}
                and (self._verbs.speaks(token.lemma) or token.lemma in self._verbs.turns)
            ):
                before = self._document.tokens[token.index - 1]
                if (
                    before.text in {",", "—", "–", "-", "--"}
                    and before.start > start
                    and token.index != verb.index
                ):
                    return self.trim(start, before.start)[1]
        return end

    def subtree(
        self, token: Token, after: Token | None = None, first: Token | None = None
    ) -> Piece:
        """The characters of a token's subtree, within its sentence, marks and "that" trimmed."""
        document = self._document
        inside = list(document.subtree(token.index))
        if first is not None:
            inside = sorted({*inside, *document.subtree(first.index)}, key=lambda t: t.index)
        if after is not None:
            inside = [t for t in inside if t.index > after.index]
        while inside and (
            (inside[0].pos == "PUNCT" and inside[0].text not in "([“\"'‘")
            or (
                inside[0].text.casefold() == "that"
                and inside[0].dep in {"mark", "dobj", "det"}
                and len(inside) > 2
                and (inside[1].pos not in {"VERB", "AUX", "PUNCT"} or inside[1].dep == "amod")
                and (inside[0].dep == "mark" or inside[0].tag == "IN")
            )
            or (inside[0].pos == "CCONJ")
        ):
            inside.pop(0)
        if not inside:
            return token.start, token.end
        return self.trim(inside[0].start, inside[-1].end)

    def trim(self, start: int, end: int) -> Piece:
        """Without spaces, commas and stray marks at both ends; a full stop at the end goes too."""
        text = self._document.text
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and (text[end - 1] in _TRIM or text[end - 1] in ".!?"):
            if text[end - 1] in "\"”'’" and self._surroundings.closes(end - 1, start):
                break
            end -= 1
        held = self._surroundings.top_at(end - 1) if end > start else None
        if held is not None and held.closed and start < held.outer_start < end < held.outer_end:
            end = held.outer_end  # marks that open within a content close within it
        opening = self._surroundings.opens_before(start)
        if opening is not None and opening < end:
            start = opening
        return start, end

    def inside(self, offset: int) -> bool:
        """Whether a character stands between marks."""
        return self._surroundings.depth(offset) > 0

    def deep(self, offset: int) -> bool:
        """Whether a character stands in a quotation within a quotation."""
        return self._surroundings.depth(offset) > 1


def past_dateline(text: str, start: int, sentence: int | None = None) -> int:
    """The start of a clause, past "ARVAN, May 3 (Wire) - "; `sentence` is where its own begins."""
    low = start if sentence is None else sentence
    line = text.rfind("\n", 0, low) + 1
    if text[line:low].strip():
        return start
    match = _DATELINE.match(text, line)
    if match is None or not _is_dateline(match[0]):
        return start
    return max(start, match.end())


def trimmed(text: str, start: int, end: int) -> Piece:
    """[start, end) without spaces, commas and stops at its end."""
    while end > start and text[end - 1] in " \t\r\n\u00a0\u202f,;:–—-.!?":
        end -= 1
    return start, end


def _is_dateline(text: str) -> bool:
    """Whether the text before a dash is a dateline: capitals, or an agency in brackets."""
    word = re.match(r"[^\W\d_]+", text)
    return word is not None and ((word[0].isupper() and len(word[0]) > 1) or "(" in text)
