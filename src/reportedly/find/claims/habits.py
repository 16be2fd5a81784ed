"""What an outlet says in general of somebody: habits, what lasts, what ought to be, judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.reading import Reading
from reportedly.parse import Document, Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_PEOPLE = frozenset({"organisation", "group", "office", "country", "outlet"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMED = frozenset({"they", "both"})
_GOES_ON = frozenset({"it", "he", "she"})
_OURSELVES = frozenset({"i", "we", "you"})
_OBJECTS = frozenset({"dobj", "dative", "xcomp", "ccomp", "oprd"})
_PRESENT = frozenset({"VBZ", "VBP"})
_ENDS = frozenset({"PUNCT", "CCONJ"})
_LAWS = frozenset({"accord", "act", "bill", "code", "decree", "law", "ordinance", "treaty"})


class Habits:
    """Finds general clauses about somebody in one article.

    Args:
        reading: what is known of the article.
        lexicon: words of accusation, habit and judgement.
        own: whether a word is the outlet's own, in nobody's words.
    """

    def __init__(
        self, reading: Reading, lexicon: ClaimLexicon, own: Callable[[Token], bool]
    ) -> None:
        self._document = reading.document
        self._lexicon = lexicon
        self._own = own
        self._cues = {q.cue.start for q in reading.quotes if q.cue is not None}
        self._somebody = _heads(reading)
        self._days = [
            (d.evidence.start, d.evidence.end)
            for d in reading.dates
            if d.kind in {"date", "time"} and d.value.granularity in {"time", "day", "week"}
        ]
        self._spans = [
            (d.evidence.start, d.evidence.end) for d in reading.dates if d.kind == "duration"
        ]

    def find(self, sentence: Sentence, *, goes_on: bool) -> Iterator[Assertion]:
        """General clauses of one sentence, in order of its words; `goes_on` from a claim before."""
        tokens = self._document.sentence_tokens(sentence)
        if not tokens or tokens[-1].text == "?":
            return
        for verb in tokens:
            if verb.dep not in {"ROOT", "conj", "relcl", "ccomp"} or not self._own(verb):
                continue
            if verb.start in self._cues or verb.pos not in {"VERB", "AUX"}:
                continue
            subject = self._subject(verb)
            if (
                subject is None
                or not self._own(subject)
                or not self.is_somebody(verb, subject, goes_on=goes_on)
            ):
                continue
            if verb.dep == "relcl" and not (self._set_off(subject) and self._lasts(verb)):
                continue  # "the men who guard the port" says which men
            if verb.dep == "ccomp" and self._document.head(verb).start in self._cues:
                continue
            kind = self._kind(verb, subject)
            if kind is not None:
                yield self._assertion(verb, kind)

    # --- who ----------------------------------------------------------------------------------

    def _subject(self, verb: Token) -> Token | None:
        return self._document.child(verb.index, *_SUBJECTS)

    def is_somebody(self, verb: Token, subject: Token, *, goes_on: bool) -> bool:
        """Whether a subject is somebody: an actor, a power or its means, or who stands for them."""
        if verb.dep == "relcl":
            subject = self._document.head(verb)
        word = subject.text.casefold()
        if word in _OURSELVES:
            return False
        if subject.index in self._somebody or word in _NAMED or (goes_on and word in _GOES_ON):
            return True
        return subject.pos in _NOUNS and (
            subject.lemma in self._lexicon.power | self._lexicon.means | self._lexicon.people
        )

    def _set_off(self, relative: Token) -> bool:
        """Whether a relative clause stands after a comma."""
        return relative.index > 0 and self._document.tokens[relative.index - 1].text == ","

    # --- what ---------------------------------------------------------------------------------

    def _kind(self, verb: Token, subject: Token) -> str | None:
        """The rule that makes a clause general, None where it tells news."""
        children = self._document.children(verb.index)
        helpers = [t for t in children if t.dep in {"aux", "auxpass"}]
        modal = next((t for t in helpers if t.tag == "MD"), None)
        if modal is not None:
            return "ought" if modal.lemma in self._lexicon.ought else None
        if self._dated(verb) or self._silent(verb, children):
            return None
        if verb.lemma == "be":
            return "judged" if self._judged(verb) else None
        if self._lasts(verb):
            return "lasting"
        return "habit" if self._habitual(verb, subject, helpers) else None

    def _habitual(self, verb: Token, subject: Token, helpers: Sequence[Token]) -> bool:
        """The present of deeds, or of what somebody does not do; "is held" is news."""
        children = self._document.children(verb.index)
        present = next((t for t in helpers if t.tag in _PRESENT), None)
        if present is not None:
            return present.lemma == "do" and any(t.dep == "neg" for t in children)
        if verb.tag not in _PRESENT or verb.lemma in self._lexicon.plain:
            return False
        return any(t.dep in _OBJECTS for t in children) or subject.lemma in self._lexicon.anybody

    def _lasts(self, verb: Token) -> bool:
        """A perfect that never, always, for years or since something was so."""
        children = self._document.children(verb.index)
        perfect = next((t for t in children if t.lemma == "have" and t.dep == "aux"), None)
        if perfect is None or perfect.tag not in {"VBD", *_PRESENT}:
            return False
        inside = self._document.subtree(verb.index)
        low, high = inside[0].start, inside[-1].end
        if any(t.text.casefold() in self._lexicon.ever for t in children) or any(
            low <= start and end <= high for start, end in self._spans
        ):
            return True
        return perfect.tag in _PRESENT and (
            self._failed(verb, children) or self._since_then(children) or self._sweeping(verb)
        )

    def _failed(self, verb: Token, children: Sequence[Token]) -> bool:
        """ "Has not apologised": what somebody has failed to do."""
        return verb.lemma not in self._lexicon.plain and any(t.dep == "neg" for t in children)

    def _silent(self, verb: Token, children: Sequence[Token]) -> bool:
        """ "Has not commented": only that nothing was heard from somebody."""
        return verb.lemma in self._lexicon.silent and any(t.dep == "neg" for t in children)

    def _since_then(self, children: Sequence[Token]) -> bool:
        """ "Has since lost two lawsuits", "since the tents went up"."""
        return any(
            t.lemma == "since"
            or (
                t.dep == "advcl"
                and any(c.lemma == "since" for c in self._document.children(t.index))
            )
            for t in children
        )

    def _sweeping(self, verb: Token) -> bool:
        """ "Has jailed chiefs, closed wells and bought newspapers": several deeds to many."""
        deeds = [verb, *self._conjuncts(verb)]
        return len(deeds) > 1 and all(self._unspecified(deed) for deed in deeds)

    def _conjuncts(self, verb: Token) -> Iterator[Token]:
        for child in self._document.children(verb.index):
            if child.dep == "conj" and child.pos == "VERB":
                yield child
                yield from self._conjuncts(child)

    def _unspecified(self, verb: Token) -> bool:
        """ "jailed chiefs, bought newspapers": deeds done to nobody in particular."""
        thing = self._document.child(verb.index, "dobj")
        return (
            thing is not None
            and thing.tag == "NNS"
            and not any(
                t.dep in {"det", "nummod", "poss"} for t in self._document.children(thing.index)
            )
        )

    def _judged(self, verb: Token) -> bool:
        """ "Its leaders are vain": what somebody is, in words of praise or blame."""
        said = self._document.child(verb.index, "acomp", "attr")
        if said is None or verb.tag not in _PRESENT:
            return False
        words = self._lexicon.judging | self._lexicon.epithets | self._lexicon.adjectives
        return any(
            t.text.casefold() in words or t.lemma in words
            for t in self._document.subtree(said.index)
            if said.index in {t.index, t.head}
        )

    def _dated(self, verb: Token) -> bool:
        """Whether a clause is about one day or hour: news."""
        inside = self._document.subtree(verb.index)
        low, high = inside[0].start, inside[-1].end
        return any(
            low <= start and end <= high and not self._since(start) for start, end in self._days
        )

    def _since(self, start: int) -> bool:
        token = self._document.token_at(start)
        return token is not None and self._document.head(token).lemma == "since"

    # --- where it stands ----------------------------------------------------------------------

    def _assertion(self, verb: Token, rule: str) -> Assertion:
        """The clause of a verb, without clauses that have a subject of their own."""
        document = self._document
        inside = document.subtree(verb.index)
        apart = {
            t.index
            for child in document.children(verb.index)
            if child.dep == "conj" and document.child(child.index, *_SUBJECTS) is not None
            for t in document.subtree(child.index)
        }
        words: Sequence[Token] = [t for t in inside if t.index not in apart]
        while words and words[-1].pos in _ENDS and words[-1].text not in {".", "!", "”", '"'}:
            words = words[:-1]
        while words and words[0].pos in _ENDS:
            words = words[1:]
        return Assertion(
            start=words[0].start,
            end=max(t.end for t in words),
            kind="generic" if rule != "judged" else "accusation",
            rule=f"claims.{rule}",
        )


def _heads(reading: Reading) -> frozenset[int]:
    """Tokens that stand for an actor who acts in public."""
    document: Document = reading.document
    public = {
        m.actor.entity_id for m in reading.actors if m.actor.exposure in {"office", "registry"}
    }
    heads = set()
    for entity in reading.entities:
        named = any(ch.isupper() for ch in entity.name)
        if entity.name.split()[-1].casefold() in _LAWS:
            continue
        if not (
            (entity.kind in _PEOPLE and (named or entity.kind != "group"))
            or entity.entity_id in public
            or (entity.kind == "unknown" and named)
        ):
            continue
        for mention in entity.mentions:
            head = document.root_of(mention.start, mention.end)
            if head is not None:
                heads.add(head.index)
    return frozenset(heads)
