"""Blame and charges: "the group blames the police", "accused the army of moving troops"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportedly.find.claims.acts import ToldActs
from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.claims.propositions import span_below, without_aside
from reportedly.find.claims.speakers import speaker_of
from reportedly.parse import Document, Sentence, Token
from reportedly.records import Report

_CLAUSES = frozenset({"ROOT", "conj", "relcl", "ccomp"})
_OF = frozenset({"of", "with"})
_DEEDS = frozenset({"pcomp", "pobj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RESPONSIBLE = frozenset({"acomp", "amod", "ccomp", "oprd", "xcomp"})
_PUNISHING = frozenset({"COERCE", "SANCTION"})
_OPENING = frozenset({'"', "“", "«"})


class Blame:
    """Finds who charges whom with what, in no quotation.

    Args:
        document: the article.
        reports: its reports, to one of which blame may be added.
        lexicon: verbs of blame, verbs and nouns of charges.
        own: whether a word is the outlet's own, in nobody's words.
    """

    def __init__(
        self,
        document: Document,
        reports: Sequence[Report],
        lexicon: ClaimLexicon,
        own: Callable[[Token], bool],
    ) -> None:
        self._document = document
        self._reports = reports
        self._acts = ToldActs(document, reports)
        self._lexicon = lexicon
        self._own = own

    def blame(self, sentence: Sentence) -> Iterator[Assertion]:
        """ "The group blames the police" after an act: a claim about that report.

        "Accused the army *of lying and of stealing*" charges twice.
        """
        for verb in self._document.sentence_tokens(sentence):
            if verb.pos != "VERB" or verb.dep not in _CLAUSES or not self._own(verb):
                continue
            if not (verb.lemma in self._lexicon.blame or self._holds_responsible(verb)):
                continue
            children = self._document.children(verb.index)
            if any(t.dep == "neg" or (t.dep == "aux" and t.tag == "MD") for t in children):
                continue
            passive = any(t.dep == "auxpass" for t in children)
            target = next((t for t in children if t.dep in {"dobj", "prep", "ccomp"}), None)
            if target is None or target.text.casefold() in self._lexicon.nobody:
                continue
            agent = self._document.child(verb.index, "agent")
            by = self._document.child(agent.index, "pobj") if agent is not None else None
            whole = self._clause(verb)
            report = self._acts.within(*whole) or self._acts.before(verb.start)
            for start, end in self._deeds(verb) or (whole,):
                yield Assertion(
                    start=start,
                    end=end,
                    kind="accusation",
                    rule="claims.blame",
                    report=report.report_id if report is not None else None,
                    anonymous=passive and by is None,
                    speaker=by if passive else speaker_of(self._document, verb),
                    about=whole,
                )
            return

    def charges(self, sentence: Sentence) -> Iterator[Assertion]:
        """ "Charged with taking bribes", "on a charge of …": what somebody is charged with."""
        lexicon = self._lexicon
        for word in self._document.sentence_tokens(sentence):
            if not self._own(word):
                continue
            verb = word.pos == "VERB" and word.lemma in lexicon.charging
            if not verb and not (word.lemma in lexicon.charges and self._is_charge(word)):
                continue
            children = self._document.children(word.index)
            if any(t.dep == "neg" or t.tag == "MD" for t in children):
                continue
            passive = any(t.dep == "auxpass" for t in children)
            accuser = speaker_of(self._document, word) if verb and not passive else None
            for start, end in self._deeds(word):
                yield Assertion(
                    start=start,
                    end=end,
                    kind="accusation",
                    rule="claims.charge",
                    anonymous=accuser is None,
                    speaker=accuser,
                    about=self._clause(word) if verb else None,
                )

    def reasons(self, sentence: Sentence) -> Iterator[Assertion]:
        """ "Dismissed for “links with terror”", "for intimidation": what a punisher charges."""
        document = self._document
        for report in self._reports:
            if report.type not in _PUNISHING or not (
                sentence.start <= report.trigger.start < sentence.end
            ):
                continue
            verb = document.token_at(report.trigger.start)
            if verb is None or verb.pos != "VERB" or not self._own(verb):
                continue
            for reason in document.children(verb.index):
                thing = document.child(reason.index, *_DEEDS)
                if reason.lemma not in {"for", "over"} or thing is None:
                    continue
                inside = document.subtree(thing.index)
                words = [*document.tokens[reason.index + 1 : inside[0].index], *inside]
                marked = any(t.text in _OPENING for t in words[:3])
                if not (marked or self._is_misdeed(thing)):
                    continue
                start, end = words[0].start, max(t.end for t in words if t.pos != "PUNCT")
                yield Assertion(
                    start=start,
                    end=end if marked else without_aside(document, start, end),
                    kind="accusation",
                    rule="claims.charge",
                    anonymous=True,
                )

    def _is_misdeed(self, thing: Token) -> bool:
        """ "For *intimidation*", "for a *violent* speech"; "for driving a bus" is no charge."""
        lexicon = self._lexicon
        return thing.dep == "pobj" and (
            thing.lemma in lexicon.nouns
            or any(
                t.text.casefold() in lexicon.adjectives
                for t in self._document.children(thing.index)
            )
        )

    # --- whom and with what -------------------------------------------------------------------

    def _is_charge(self, noun: Token) -> bool:
        """ "On a charge of", "on suspicion of", not "in charge of running the camp"."""
        return noun.pos == "NOUN" and (
            noun.tag == "NNS"
            or self._document.head(noun).lemma == "on"
            or self._document.child(noun.index, "det", "poss") is not None
        )

    def _holds_responsible(self, verb: Token) -> bool:
        """ "Each side holds the other responsible"."""
        if verb.lemma != "hold" or verb.dep == "relcl":
            return False  # "the band, which they hold responsible"
        return any(
            t.text.casefold() == "responsible" and t.dep in _RESPONSIBLE and t.head < t.index
            for t in self._document.subtree(verb.index)
        )

    def _deeds(self, word: Token) -> tuple[tuple[int, int], ...]:
        """The gerunds after "of" or "with": "accused the army of **moving troops**"."""
        document = self._document
        things = [word, *(t for t in document.children(word.index) if t.dep in {"dobj", "prep"})]
        below = [of for thing in things for of in document.children(thing.index)]
        ofs = [of for of in below if of.lemma in _OF and of.dep == "prep"]
        ofs += [
            t
            for of in ofs
            for t in document.children(of.index)
            if t.dep == "conj" and t.lemma == of.lemma
        ]
        deeds = [document.child(of.index, *_DEEDS) for of in ofs]
        found = [t for t in deeds if t is not None and t.pos in {"VERB", "AUX"}]
        return tuple(self._span(t) for t in sorted(found, key=lambda t: t.index))

    def _span(self, deed: Token) -> tuple[int, int]:
        start, end = span_below(self._document, deed)
        return start, without_aside(self._document, start, end)

    def _clause(self, verb: Token) -> tuple[int, int]:
        """The clause of a verb without further predicates: "… **and said** it would sue"."""
        document = self._document
        apart = {
            t.index
            for child in document.children(verb.index)
            if child.dep == "conj" and child.tag in _FINITE
            for t in document.subtree(child.index)
        }
        inside = [
            t
            for t in document.subtree(verb.index)
            if t.index not in apart and t.pos not in {"PUNCT", "CCONJ"}
        ]
        return inside[0].start, inside[-1].end
