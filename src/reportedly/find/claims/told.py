"""Claims that quotations hold: told and quoted propositions that no report codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.laid import Laid
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.claims.propositions import (
    after_colon,
    clauses_of,
    sentences_of,
    without_aside,
)
from reportedly.find.claims.tolls import is_toll
from reportedly.find.reading import Reading
from reportedly.parse import Document, Token
from reportedly.records import ClaimKind, Evidence, Quote, Report

# contents that are no propositions about somebody: numbers, calls, orders, wishes
_LEFT_OUT = tuple(
    f"quotes.{rule}"
    for rule in (
        "direct.verdict",
        "told.call-for",
        "told.ask-whether",
        "told.have-it",
        "told.intend",
        "told.held",
        "told.number",
        "told.order",
        "told.propose",
        "told.reject-reports",
        "told.warn-against",
    )
)
# "they believe that …", "they expect a loss", not "they want …"
_HELD = ("quotes.told.believe", "quotes.told.expect-thing")
_OF_THINGS = ("speak-of", "promise")
_CLAUSAL = ("quotes.told.say", "quotes.told.according", "quotes.told.view")
_BEFORE = "quotes.told.say.before"  # "…, she said"
# words of the speaker and his own people; "they" may be anybody
_OWN = frozenset({"her", "his", "i", "it", "its", "my", "our", "their", "us", "we"})
_MARKS = frozenset({'"', "“", "«", "‘", "'"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RUMOURED = frozenset({"rumor", "rumour", "say", "tell"})
_OWN_PEOPLE = frozenset({"its", "my", "our", "their"})
_OWN_PARTS = frozenset({"its", "my", "our"})  # "six of **its** members"; "their" may be anybody's
# after "why" words that ask for a reason of one's own: "why not", "why to vote"
_ASKING = frozenset({"not", "to"})
_SHORT = 3  # words; shorter contents claim nothing by themselves
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
# after these an inserted "she said" leaves the outlet's own clause: "he left because, she said, …"
_TURNS = frozenset({"because", "since", "as", "for", "although", "though", "but", "and"})
_CONDITIONS = frozenset({"if", "unless"})
# acts of speech: who codes them has not coded what is said
_SPOKEN = frozenset({"ACCUSE", "AGREE", "CONCEDE", "CONSULT", "REJECT", "REQUEST", "SUPPORT"})


class Told:
    """Finds the propositions in the quotations of one article."""

    def __init__(self, reading: Reading, reports: Sequence[Report], lexicon: ClaimLexicon) -> None:
        self._reading = reading
        self._document = reading.document
        self._lexicon = lexicon
        self._laid = Laid(reading, reports, lexicon, lambda _: True)
        self._coded = [
            r
            for r in reports
            if r.type is not None
            and r.polarity == "positive"  # what did not happen is no act, but somebody's claim
            and r.type not in _SPOKEN
            and r.realis in {"actual", "planned", "threatened"}
            and (r.place is not None or r.date is not None)
        ]

    def find(self) -> Iterator[tuple[Quote, Assertion]]:
        """Each proposition with the quotation that holds it."""
        for quote in self._reading.quotes:
            if not self._passes_on(quote):
                for assertion in self._of(quote):
                    yield quote, assertion

    def _passes_on(self, quote: Quote) -> bool:
        """Whether a quote is mostly another's words told again: the inner one claims."""
        start, end = quote.content[0].start, quote.content[-1].end
        return any(
            other is not quote
            and other.cue is not None
            and other.kind != "belief"
            and not other.made_by.startswith(_LEFT_OUT)
            and start <= other.cue.start < end
            and start <= other.content[0].start
            and other.content[-1].end <= end
            and (
                sum(c.end - c.start for c in other.content) > 0.6 * (end - start)
                # "said that, according to the report, rebels fled": the report alone claims
                or (other.cue.start == start and other.content[-1].end == end)
            )
            for other in self._reading.quotes
        )

    def _of(self, quote: Quote) -> Iterator[Assertion]:
        document, lexicon = self._document, self._lexicon
        if quote.kind == "slogan":
            return
        left_out = quote.made_by.startswith(_LEFT_OUT) or self._charged_by_nobody(quote)
        if left_out and not (_asks_why(quote) or self._counts_own(quote)):
            return
        if quote.kind == "belief" and not quote.made_by.startswith(_HELD):
            return
        if len(quote.chain) < 2:
            return
        denying = quote.made_by.endswith("call-false")
        promised = quote.made_by.startswith(("quotes.told.promise", "quotes.told.intend"))
        if quote.made_by.endswith(_OF_THINGS) and not self._tells(quote):
            return  # "spoke of the harvest" claims nothing; "of having won", "of a sham" does
        for start, full_end in self._propositions(quote, denying):
            end = full_end
            if self._is_short(quote, start, end) or self._lacks(quote, start, end):
                continue
            if not denying and self._is_coded(quote, start, end):
                continue
            end = without_aside(document, start, end)
            toll = not denying and is_toll(document, start, end, lexicon)
            if toll and not self._of_own_side(quote, start, end):
                continue
            kind = "denial" if denying else self._kind(quote, start, end)
            if promised and kind != "denial":
                kind = "promise"
            rule = "claims.denied" if denying else f"claims.{quote.kind}"
            if promised:
                rule = "claims.promised"
            laid, report = self._laid.in_words(start, end)
            if laid and kind != "denial":
                kind = "accusation"
            yield Assertion(start=start, end=end, kind=kind, rule=rule, report=report)

    # --- what is said -------------------------------------------------------------------------

    def _propositions(self, quote: Quote, denying: bool) -> Iterator[tuple[int, int]]:
        for piece in self._pieces(quote):
            start, end = piece.start, piece.end
            if denying:
                yield start, end
            elif quote.kind == "indirect" or self._opens_plainly(quote, piece):
                if quote.made_by == _BEFORE:
                    start = after_colon(self._document, start, end)
                yield from clauses_of(self._document, start, end)
            else:
                yield from sentences_of(self._document, start, end)

    def _opens_plainly(self, quote: Quote, piece: Evidence) -> bool:
        """ "It was shut and that “nobody came”": told, with words in marks behind."""
        first = self._document.tokens_in(piece.start, piece.end)[:1]
        return quote.kind == "mixed" and not any(t.text in _MARKS for t in first)

    def _pieces(self, quote: Quote) -> tuple[Evidence, ...]:
        """The pieces of content; "A, he said, b" in one sentence is one proposition."""
        document = self._document
        first, last = quote.content[0], quote.content[-1]
        together = document.sentence_at(first.start) == document.sentence_at(last.start)
        if quote.kind == "indirect" and len(quote.content) > 1 and together:
            if quote.cue is not None and self._turns(quote.cue, first):
                return (last,)
            if self._is_clause(first) and self._is_clause(last):
                # "A came, she said, and B left": two propositions
                return tuple(piece for piece in quote.content if not self._is_condition(piece))
            return (document.evidence(first.start, last.end),)
        return quote.content

    def _is_clause(self, piece: Evidence) -> bool:
        """Whether a piece has a verb with a subject of its own."""
        root = self._document.root_of(piece.start, piece.end)
        subject = self._document.child(root.index, *_SUBJECTS) if root is not None else None
        return subject is not None and piece.start <= subject.start < piece.end

    def _is_condition(self, piece: Evidence) -> bool:
        """ "If it rains, she said, …", "…, she said, unless it rains": no proposition by itself."""
        first = next(iter(self._document.tokens_in(piece.start, piece.end)), None)
        return first is not None and first.text.casefold() in _CONDITIONS

    def _turns(self, cue: Evidence, before: Evidence) -> bool:
        """ "She left because, she said, nobody came": only what follows is hers."""
        words = [t for t in self._document.tokens_in(before.start, cue.start) if t.pos != "PUNCT"]
        subject = self._document.token_at(cue.start)
        told = self._document.subtree(subject.index) if subject is not None else ()
        early = {t.index for t in told if t.dep in _SUBJECTS} | {
            t.index
            for child in told
            if child.dep in _SUBJECTS
            for t in self._document.subtree(child.index)
        }
        rest = [t for t in words if t.index not in early]
        return bool(rest) and rest[-1].text.casefold() in _TURNS

    def _tells(self, quote: Quote) -> bool:
        """Whether the thing spoken of holds a verb, a number or a charge."""
        return any(
            self._charges(piece.start, piece.end)
            or any(
                t.pos in {"VERB", "NUM"} or t.lemma in self._lexicon.epithets
                for t in self._document.tokens_in(piece.start, piece.end)
            )
            for piece in quote.content
        )

    def _charges(self, start: int, end: int) -> bool:
        """Whether words hold a charged noun or adjective: "a massacre", "a shameful act"."""
        lexicon = self._lexicon
        return any(
            t.lemma in lexicon.nouns or t.text.casefold() in lexicon.adjectives
            for t in self._document.tokens_in(start, end)
        )

    def _charged_by_nobody(self, quote: Quote) -> bool:
        """ "Was accused of lying"; but "is said to pay more", "we are told that …" claim."""
        cue = self._document.token_at(quote.cue.start) if quote.cue is not None else None
        told = quote.made_by == "quotes.told.told-of"
        return told and (cue is None or cue.lemma not in _RUMOURED)

    def _counts_own(self, quote: Quote) -> bool:
        """ "Puts **its dead** at nine": a count of the speaker's own people."""
        first = self._document.tokens_in(quote.content[0].start, quote.content[0].end)[:1]
        counted = quote.made_by == "quotes.told.number"
        return counted and bool(first) and first[0].text.casefold() in _OWN_PEOPLE

    def _is_short(self, quote: Quote, start: int, end: int) -> bool:
        """Whether words claim nothing by themselves; "nobody came" does."""
        words = len(self._document.text[start:end].split())
        if quote.made_by.endswith("speak-of") and self._charges(start, end):
            return False  # "spoke of a massacre", not "of 40 idlers"
        if quote.kind == "indirect" and words == _SHORT - 1:
            root = self._document.root_of(start, end)
            return root is None or root.tag not in _FINITE or root.start == start
        return words < _SHORT

    def _lacks(self, quote: Quote, start: int, end: int) -> bool:
        """Whether told words are no clause: "in Arvan", "are in the city morgue"."""
        document = self._document
        if quote.kind != "indirect" or not quote.made_by.startswith(_CLAUSAL):
            return False
        if quote.made_by.endswith("around"):
            return False  # "in the boxes, they say, are not arms but books"
        tokens = document.tokens_in(start, end)
        if not any(t.pos in {"VERB", "AUX"} for t in tokens):
            return True
        root = document.root_of(start, end)
        if root is None or start != quote.content[0].start or root.tag not in _FINITE:
            return False
        subject = document.child(root.index, *_SUBJECTS)
        return subject is None or not start <= subject.start < end

    # --- what is coded ------------------------------------------------------------------------

    def _is_coded(self, quote: Quote, start: int, end: int) -> bool:
        """Whether a report codes what is said here, and not only what it mentions.

        "The men arrested on Monday have no link to us" only mentions an arrest. What stands before
        its speaker ("Gunmen killed two, police said") is news with a credit; what somebody "said
        that" or denies stays his claim beside the report, and so do his words of his own people
        and a named accuser's charge: their interest is who says so.
        """
        if not _credited(quote) or self._of_own_side(quote, start, end) or _charges_by_name(quote):
            return False
        document = self._document
        root = document.root_of(start, end)
        for report in self._coded:
            if not (start <= report.trigger.start and report.trigger.end <= end):
                continue
            if all(chain[-1].name != quote.chain[-1].name for chain in report.attributions):
                continue  # somebody else's version of the act
            at = document.root_of(report.trigger.start, report.trigger.end)
            if root is None or at is None or not _aside(document, at, root):
                return True
        return False

    def _of_own_side(self, quote: Quote, start: int, end: int) -> bool:
        """ "Its men had fired", "six of its members had joined": the speaker's own people."""
        root = self._document.root_of(start, end)
        subject = self._document.child(root.index, *_SUBJECTS) if root is not None else None
        counted = subject is not None and (subject.pos == "NUM" or subject.tag == "CD")
        return (
            quote.chain[-1].stance != "denies"
            and subject is not None
            and any(
                t.text.casefold() in (_OWN if t.index <= subject.index else _OWN_PARTS)
                for t in self._document.subtree(subject.index)
                if t.index <= subject.index or (counted and t.dep == "poss")
            )
        )

    # --- kinds --------------------------------------------------------------------------------

    def _kind(self, quote: Quote, start: int, end: int) -> ClaimKind:
        """What sort of claim a content is, from stance and words."""
        lexicon = self._lexicon
        stance = quote.chain[-1].stance
        text = self._document.text[start:end].casefold()
        tokens = self._document.tokens_in(start, end)
        if stance == "denies" or any(f" {word} " in f" {text} " for word in lexicon.denial):
            return "denial"
        if any(t.tag == "MD" and t.lemma in {"will", "would", "shall", "'ll"} for t in tokens):
            return "promise"
        charged = lexicon.verbs | lexicon.nouns | lexicon.epithets
        if stance == "alleges" or any(t.lemma in charged for t in tokens):
            return "accusation"
        last = quote.chain[-1]
        if last.kind in {"anonymous", "collective"} and last.name.islower():
            return "testimony"
        return "statement"


def _asks_why(quote: Quote) -> bool:
    """ "Asked why nobody had come" holds that nobody came; "asked whether" holds nothing."""
    words = quote.content[0].quote.split(maxsplit=2)
    return quote.made_by.startswith("quotes.told.ask-whether") and (
        len(words) > 1 and words[0].casefold() == "why" and words[1].casefold() not in _ASKING
    )


def _credited(quote: Quote) -> bool:
    """Whether told words are the outlet's news with its source behind: "…, police said"."""
    return (
        quote.kind in {"indirect", "mixed"}
        and quote.chain[-1].stance != "denies"
        and quote.cue is not None
        and quote.cue.start >= quote.content[-1].end
    )


def _charges_by_name(quote: Quote) -> bool:
    last = quote.chain[-1]
    return last.stance == "alleges" and last.kind != "anonymous" and not last.name.islower()


def _aside(document: Document, token: Token, root: Token) -> bool:
    """Whether a word stands in a clause or participle that only says which or when."""
    at = token
    while at.index != root.index:
        if at.dep in {"relcl", "acl", "amod", "advcl"}:
            return True
        if at.head == at.index:
            return False
        at = document.head(at)
    return False
