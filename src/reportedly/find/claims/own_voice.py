"""Claims in the outlet's own voice: general and charged sentences, blame, habits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.reading import Reading
from reportedly.parse import Sentence, Token
from reportedly.records import ClaimKind, Report

_DATED = frozenset({"DATE", "TIME"})
_GOES_ON = frozenset({"its", "their", "his", "these", "those", "such", "it", "this"})
_PARTS = frozenset({"most", "many", "some", "all", "half", "none", "both"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A passage that claims something, and the rule that says so."""

    start: int
    end: int
    kind: ClaimKind
    rule: str
    report: str | None = None  # the report to which the passage adds blame
    anonymous: bool = False  # nobody is named who says so: "was blamed on"


class OwnVoice:
    """Finds claims sentence by sentence."""

    def __init__(self, reading: Reading, reports: Sequence[Report], lexicon: ClaimLexicon) -> None:
        self._reading = reading
        self._document = reading.document
        self._reports = reports
        self._lexicon = lexicon
        # speech tells most of these sentences: their content is somebody else's claim
        self._said = [(s.evidence.start, s.evidence.end) for s in reading.scopes]
        self._cues = {
            q.cue.start for q in reading.quotes if q.cue is not None and q.kind != "slogan"
        }

    def find(self) -> Iterator[Assertion]:
        """Claims in order of the text."""
        claimed = -2  # last sentence that was a claim
        for sentence in self._document.sentences:
            blame = self._blame(sentence)
            if blame is not None:
                yield blame
                continue
            if self._general(sentence, goes_on=claimed == sentence.index - 1):
                claimed = sentence.index
                present = self._present(self._root(sentence))
                yield Assertion(
                    start=sentence.start,
                    end=sentence.end,
                    kind="generic" if present else "accusation",
                    rule="claims.general" if present else "claims.charged",
                )
                continue
            yield from self._phrases(sentence)

    # --- whole sentences --------------------------------------------------------------------

    def _general(self, sentence: Sentence, goes_on: bool) -> bool:
        """Whether a sentence says in general, or in charged words, what somebody is or does."""
        root = self._root(sentence)
        if root is None or self._under_words(sentence, root) or sentence.last - sentence.first < 5:
            return False
        subject = self._document.child(root.index, "nsubj", "nsubjpass")
        if subject is None or self._told_act(sentence):
            return False
        tokens = self._document.sentence_tokens(sentence)
        text = self._document.text[sentence.start : sentence.end].casefold().replace("’", "'")
        lexicon = self._lexicon
        inside = self._document.subtree(subject.index)
        epithet = any(
            t.lemma in lexicon.epithets
            for t in inside
            if t.index == subject.index
            or (t.dep in {"amod", "compound", "nmod"} and t.head == subject.index)
        )
        charged = self._charges(tokens)
        points = 2 * epithet + min(charged - epithet, 2)
        points += subject.lemma in lexicon.power and not epithet
        points += subject.lemma in lexicon.means and bool(charged or goes_on)
        habit = any(t.text.casefold() in lexicon.habit_words for t in tokens) or any(
            phrase in text for phrase in lexicon.habit_phrases
        )
        points += habit
        present = self._present(root)
        points += present
        opening = tokens[0].text.casefold()
        points += (goes_on and opening in _GOES_ON and present) or (
            goes_on and opening in {"its", "their"}
        )
        power = subject.lemma in lexicon.power | lexicon.means
        about_somebody = epithet or (power and charged) or goes_on or (charged and present)
        return bool(about_somebody) and points >= (2 if epithet else 3)

    def _charges(self, tokens: Sequence[Token]) -> int:
        """How many charged words a sentence has."""
        lexicon = self._lexicon
        count = 0
        for token in tokens:
            if (
                (token.pos in {"NOUN", "PROPN"} and token.lemma in lexicon.epithets | lexicon.nouns)
                or (token.pos == "VERB" and token.lemma in lexicon.verbs)
                or token.text.casefold() in lexicon.adjectives
                or (token.lemma in lexicon.force and self._document.head(token).lemma == "with")
            ):
                count += 1
        return count

    def _root(self, sentence: Sentence) -> Token | None:
        return next(
            (t for t in self._document.sentence_tokens(sentence) if t.head == t.index), None
        )

    def _present(self, root: Token | None) -> bool:
        """Whether the sentence speaks of what is so: present, or a perfect that lasts."""
        if root is None:
            return False
        helpers = [t for t in self._document.children(root.index) if t.dep in {"aux", "auxpass"}]
        if any(t.tag == "MD" or t.lemma in {"will", "would"} for t in helpers):
            return False
        if any(t.tag in {"VBZ", "VBP"} for t in helpers):
            # "is being held" is news, "is held" and "has held" can be a habit
            return root.tag != "VBG"
        return root.tag in {"VBZ", "VBP"}

    def _under_words(self, sentence: Sentence, root: Token) -> bool:
        """Whether the sentence stands in somebody's words, or only tells that somebody speaks."""
        middle = root.start
        if any(start <= middle < end for start, end in self._said):
            return True
        if root.start not in self._cues:
            return False
        covered = sum(
            max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in self._said
        )
        means = self._document.child(root.index, "nsubj")
        through = means is not None and means.lemma in self._lexicon.means
        return covered > 0 and not through

    def _told_act(self, sentence: Sentence) -> bool:
        """Whether an act with a day is told here: news, however charged its words."""
        for report in self._reports:
            if sentence.start <= report.trigger.start < sentence.end and report.realis == "actual":
                day = report.date
                if day is not None and sentence.start <= day.evidence.start < sentence.end:
                    return True
        return False

    def _own(self, token: Token) -> bool:
        """Whether a word is the outlet's own, in nobody's words."""
        return not any(start <= token.start < end for start, end in self._said)

    # --- blame ---------------------------------------------------------------------------------

    def _blame(self, sentence: Sentence) -> Assertion | None:
        """ "The group blames the police" after an act: a claim about that report."""
        for token in self._document.sentence_tokens(sentence):
            if token.pos != "VERB" or token.lemma not in self._lexicon.blame:
                continue
            if not self._own(token):
                continue
            children = self._document.children(token.index)
            if any(t.dep == "neg" for t in children):
                continue
            passive = any(t.dep == "auxpass" for t in children)
            target = next((t for t in children if t.dep in {"dobj", "prep"}), None)
            if target is None or token.dep not in {"ROOT", "conj", "relcl", "ccomp"}:
                continue
            report = self._report_before(token.start)
            inside = [t for t in self._document.subtree(token.index) if t.pos != "PUNCT"]
            start, end = inside[0].start, inside[-1].end
            return Assertion(
                start=start,
                end=end,
                kind="accusation",
                rule="claims.blame",
                report=report.report_id if report is not None else None,
                anonymous=passive,
            )
        return None

    def _report_before(self, offset: int) -> Report | None:
        """The act told last before a passage, at most three sentences back."""
        here = self._document.sentence_at(offset).index
        before = [
            r
            for r in self._reports
            if r.trigger.start < offset
            and here - self._document.sentence_at(r.trigger.start).index <= 3
            and r.type in {"ASSAULT", "COERCE", "PROTEST", None}
        ]
        return max(before, key=lambda r: r.trigger.start, default=None)

    # --- parts of sentences ----------------------------------------------------------------------

    def _phrases(self, sentence: Sentence) -> Iterator[Assertion]:
        """ "…, most of them brought by bus"; "after being jailed for four decades"."""
        for token in self._document.sentence_tokens(sentence):
            if token.text.casefold() in _PARTS and token.dep in {"nsubj", "nsubjpass"}:
                of = self._document.child(token.index, "prep")
                verb = self._document.head(token)
                if of is None or verb.tag not in {"VBN", "VBG"} or verb.dep == "ROOT":
                    continue
                if any(t.dep in {"aux", "auxpass"} for t in self._document.children(verb.index)):
                    continue
                people = self._document.child(of.index, "pobj")
                if people is None or people.text.casefold() not in {
                    "them",
                    "whom",
                    "these",
                    "those",
                }:
                    continue
                end = max(t.end for t in self._document.subtree(verb.index) if t.pos != "PUNCT")
                if end > token.start:
                    yield Assertion(
                        start=token.start, end=end, kind="accusation", rule="claims.part"
                    )
            elif (
                token.dep == "poss" and token.lemma in self._lexicon.epithets | self._lexicon.power
            ):
                head = self._document.head(token)
                words = [head, *self._document.children(head.index)]
                if self._own(head) and self._charges([w for w in words if w.dep != "poss"]):
                    low = min(t.start for t in self._document.subtree(token.index))
                    if head.end > low:
                        yield Assertion(
                            start=low, end=head.end, kind="accusation", rule="claims.phrase"
                        )
            elif (
                token.tag == "VBN"
                and token.lemma in self._lexicon.verbs
                and token.dep in {"pcomp", "advcl", "acl"}
            ):
                inside = self._document.subtree(token.index)
                lasting = any(
                    t.name in _DATED and t.lemma in {"decade", "year", "month", "week"}
                    for t in inside
                )
                if lasting:
                    first = inside[0]
                    head = self._document.head(token)
                    if token.dep == "pcomp" and head.pos in {"ADP", "SCONJ"}:
                        first = head
                    last = max((t for t in inside if t.pos != "PUNCT"), key=lambda t: t.end)
                    yield Assertion(
                        start=first.start, end=last.end, kind="accusation", rule="claims.lasting"
                    )
