"""Acts that are laid to somebody: "the crime was attributed to the Front", "linked to the killing".

In the outlet's words such a charge is a claim of whoever makes it, of nobody who is named in the
passive; in a quotation it makes the told claim one about the act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.find.claims.acts import ToldActs
from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.claims.speakers import speaker_of
from reportedly.find.reading import Reading
from reportedly.parse import Sentence, Token
from reportedly.parse.negation import is_negated
from reportedly.records import Report

_POINTING = frozenset({"it", "this", "that", "which"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TO = frozenset({"to", "with", "in"})
_OF = frozenset({"in", "of", "for", "behind"})
_ON = frozenset({"to", "on"})
_NOBODY = frozenset({"neither", "no", "nobody", "none", "nothing"})
_ASIDE = frozenset({"appos", "relcl", "advcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charge:
    """Words that lay an act to somebody, and who says so; nobody by name where none is."""

    start: int
    end: int
    speaker: Token | None = None
    anonymous: bool = False
    report: Report | None = None
    about: tuple[int, int] | None = None


class Laid:
    """Finds acts that are laid to somebody in one article.

    Args:
        reading: what is known of the article.
        reports: its reports, to which a charge may add.
        lexicon: verbs and nouns of such charges.
        own: whether a word is the outlet's own, in nobody's words.
    """

    def __init__(
        self,
        reading: Reading,
        reports: Sequence[Report],
        lexicon: ClaimLexicon,
        own: Callable[[Token], bool],
    ) -> None:
        self._document = reading.document
        self._acts = ToldActs(reading.document, reports)
        self._lexicon = lexicon
        self._own = own
        self._somebody = frozenset(m.head for m in reading.actors)

    def find(self, sentence: Sentence) -> Iterator[Assertion]:
        """The charges of one sentence in the outlet's words."""
        for word in self._document.sentence_tokens(sentence):
            found = self._charge(word) if self._own(word) else None
            if found is not None:
                report = found.report or self._acts.meant(found.start, found.end)
                yield Assertion(
                    start=found.start,
                    end=found.end,
                    kind="accusation",
                    rule="claims.laid",
                    report=report.report_id if report is not None else None,
                    anonymous=found.anonymous,
                    speaker=found.speaker,
                    about=found.about,
                )

    def in_words(self, start: int, end: int) -> tuple[bool, str | None]:
        """Whether somebody's words lay an act to anybody, and the report of that act."""
        for word in self._document.tokens_in(start, end):
            found = self._charge(word)
            if found is not None and start <= found.start and found.end <= end:
                report = found.report or self._acts.meant(start, end)
                return True, report.report_id if report is not None else None
        return False, None

    def _charge(self, word: Token) -> _Charge | None:
        if word.pos == "NOUN":
            return self._suspect(word)
        if word.pos != "VERB":
            return None
        if word.dep == "acl":
            return self._beside(word)
        if not self._told(word):
            return None
        return self._attributed(word) or self._tied(word) or self._hallmarks(word)

    def _told(self, verb: Token) -> bool:
        """Whether a verb tells what was said, and not what may be or is not."""
        children = self._document.children(verb.index)
        helped = any(t.dep in {"aux", "auxpass"} and t.tag in _FINITE for t in children)
        if any(t.tag == "MD" for t in children) or is_negated(self._document, verb):
            return False
        return verb.tag in _FINITE or helped

    def _attributed(self, verb: Token) -> _Charge | None:
        """ "Attributed the attack to the Front", "the crime was attributed to the Front"."""
        document, lexicon = self._document, self._lexicon
        if verb.lemma not in lexicon.attributing:
            return None
        passive = document.child(verb.index, "auxpass") is not None
        deed = document.child(verb.index, "nsubjpass" if passive else "dobj")
        if deed is None or not self._is_deed(deed, pointing=passive):
            return None
        # parsers hang "to" on any noun of the deed: "the death of a clerk | to the police"
        below = (t for t in document.subtree(deed.index) if t.index >= deed.index)
        whom = next((w for t in (verb, *below) if (w := self._after(_ON, t)) is not None), None)
        if whom is None or (passive and whom.index not in self._somebody):
            return None  # "was attributed to a short circuit"
        first = document.subtree(deed.index)[0] if passive else verb
        return self._of(verb, first.start, self._end(whom))

    def _tied(self, verb: Token) -> _Charge | None:
        """ "Documents linked the group to the attack", "the far left is linked to the killing"."""
        document = self._document
        if verb.lemma not in self._lexicon.tying:
            return None
        passive = document.child(verb.index, "auxpass") is not None
        whom = document.child(verb.index, "nsubjpass" if passive else "dobj")
        deed = self._after(_TO, verb) or (self._after(_TO, whom) if whom else None)
        if whom is None or deed is None or not self._is_deed(deed):
            return None
        if whom.index not in self._somebody and whom.lemma not in self._lexicon.sides:
            return None  # "a car was linked to the attack"
        first = document.subtree(whom.index)[0] if passive else verb
        return self._of(verb, first.start, self._end(deed))

    def _hallmarks(self, verb: Token) -> _Charge | None:
        """ "It bears the hallmarks of the Front"."""
        document, lexicon = self._document, self._lexicon
        marks = document.child(verb.index, "dobj") if verb.lemma in lexicon.bearing else None
        deed = document.child(verb.index, "nsubj")
        if marks is None or marks.lemma not in lexicon.hallmarks or deed is None:
            return None
        whom = self._after(frozenset({"of"}), marks)
        if whom is None or whom.index not in self._somebody or not self._is_deed(deed, True):
            return None
        first = document.subtree(deed.index)[0]
        return _Charge(start=first.start, end=self._end(whom))

    def _suspect(self, noun: Token) -> _Charge | None:
        """ "The colonel, *the main suspect in the murder of six nuns*"; "is the main suspect"."""
        document = self._document
        if noun.lemma not in self._lexicon.suspects or noun.dep not in {"appos", "attr"}:
            return None
        head = document.head(noun)
        whom: Token | None = head
        if noun.dep == "attr":
            whom = document.child(head.index, "nsubj") if self._told(head) else None
        if whom is None or whom.index not in self._somebody:
            return None
        deed = self._after(_OF, noun)
        if deed is not None and not self._is_deed(deed):
            return None
        start = document.subtree(noun.index)[0].start
        end = self._end(deed) if deed is not None else noun.end
        report = self._acts.within(start, end) if deed is not None else self._acts.before(start)
        if report is None and deed is None:
            return None
        about = (document.subtree(whom.index)[0].start, start)
        return _Charge(start=start, end=end, anonymous=True, report=report, about=about)

    def _beside(self, verb: Token) -> _Charge | None:
        """ "In an action *attributed to the Front*, a bomb destroyed a school": of what follows."""
        lexicon = self._lexicon
        noun = self._document.head(verb)
        if verb.lemma not in lexicon.attributing | lexicon.blame or verb.tag != "VBN":
            return None
        if not self._is_deed(noun) and noun.lemma not in lexicon.doings:
            return None
        whom = self._after(_ON, verb)
        if whom is None or whom.index not in self._somebody or self._acts.are_told_at(noun.start):
            return None
        report = self._acts.beside(verb.start)
        end = self._end(whom)
        if report is None or any(
            verb.start <= actor.evidence.start < end for actor in report.actors
        ):
            return None
        by = self._after(frozenset({"by"}), verb)
        return _Charge(start=verb.start, end=end, speaker=by, anonymous=by is None, report=report)

    # --- parts ----------------------------------------------------------------------------------

    def _of(self, verb: Token, start: int, end: int) -> _Charge | None:
        """A charge with who makes it: the subject of an active verb, the agent of a passive one."""
        document = self._document
        by = self._after(frozenset({"by"}), verb)
        if document.child(verb.index, "auxpass") is not None:
            return _Charge(start=start, end=end, speaker=by, anonymous=by is None)
        speaker = speaker_of(document, verb)
        if speaker is None or _NOBODY & {
            t.text.casefold() for t in (speaker, *document.children(speaker.index))
        }:
            return None
        return _Charge(start=start, end=end, speaker=speaker)

    def _is_deed(self, noun: Token, pointing: bool = False) -> bool:
        known = noun.lemma in self._lexicon.nouns | self._lexicon.deeds
        return known or (pointing and noun.text.casefold() in _POINTING)

    def _after(self, words: frozenset[str], word: Token) -> Token | None:
        """The noun after one of some prepositions that hang on a word."""
        for preposition in self._document.children(word.index):
            if preposition.text.casefold() in words and preposition.index > word.index:
                noun = self._document.child(preposition.index, "pobj")
                if noun is not None:
                    return noun
        return None

    def _end(self, noun: Token) -> int:
        """Where a noun and what says which one end, without asides."""
        document = self._document
        apart = {
            t.index
            for child in document.children(noun.index)
            if child.dep in _ASIDE and child.index > noun.index
            for t in document.subtree(child.index)
        }
        inside = [t for t in document.subtree(noun.index) if t.index not in apart]
        return max(t.end for t in inside if t.pos != "PUNCT")
