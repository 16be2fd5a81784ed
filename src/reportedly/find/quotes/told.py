"""Words told in the outlet's syntax: "said that …", "…, police said", "according to …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.marks import Marked
from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Surroundings
from reportedly.find.quotes.frames import asking
from reportedly.find.quotes.lexicon import ReportingVerbs, VerbGroup
from reportedly.find.quotes.saying import Saying
from reportedly.find.quotes.speakers import Speakers
from reportedly.find.quotes.things import Things
from reportedly.find.quotes.views import Views
from reportedly.find.quotes.voices import Voices, charged_stance
from reportedly.parse import Document, Token
from reportedly.records import QuoteKind

_REFUSALS = frozenset({"refuse", "decline", "fail", "forget", "avoid", "stop"})
_HEDGES = frozenset({"could", "can", "may", "might", "should", "must", "cannot"})


class Told:
    """Finds indirect speech and beliefs in one parsed article."""

    def __init__(
        self,
        document: Document,
        speakers: Speakers,
        verbs: ReportingVerbs,
        marked: Sequence[Marked],
    ) -> None:
        self._document = document
        self._speakers = speakers
        self._verbs = verbs
        self._surroundings = Surroundings(document, marked)
        self._contents = Contents(document, speakers, verbs, self._surroundings)
        self._things = Things(document, verbs, self._contents)
        self._voices = Voices(document, speakers, verbs, self._surroundings)
        self._views = Views(document, self._voices, verbs, self._contents)

    def find(self) -> list[Saying]:
        """All sayings told without marks, or with marks around part of them."""
        found: list[Saying] = []
        for token in self._document.tokens:
            if token.pos in {"VERB", "AUX"} and not self._unsaid(token):
                found.extend(self._by_verb(token))
            elif token.pos == "NOUN" and token.lemma in self._verbs.nouns_that_tell:
                if self._verbs.group("reports", self._document.head(token).lemma) and (
                    token.lemma in self._verbs.reports
                ):
                    continue  # "rejected claims that": read at the verb
                found.extend(self._by_noun(token))
            if token.lemma == "accord" or token.text.casefold() == "according":
                found.extend(self._according(token))
            elif token.pos == "ADP":
                found.extend(self._views.find(token))
        return found

    # --- verbs -------------------------------------------------------------------------------

    def _unsaid(self, verb: Token) -> bool:
        """Whether the saying itself is denied, refused or only possible."""
        for child in self._document.children(verb.index):
            if child.dep == "neg" or (child.dep == "aux" and child.lemma in _HEDGES):
                return True
        head = self._document.head(verb)
        return verb.dep in {"xcomp", "ccomp"} and head.lemma in _REFUSALS

    def _by_verb(self, verb: Token) -> Iterator[Saying]:  # one branch a form
        document, verbs = self._document, self._verbs
        children = document.children(verb.index)
        complement = next(
            (t for t in children if t.dep == "ccomp" and t.pos in {"VERB", "AUX"}), None
        )
        group = verbs.group("clause", verb.lemma)
        if verb.lemma == "put" and any(t.text == "it" and t.dep == "dobj" for t in children):
            group = verbs.group("clause", "say")  # "as the mayor put it"
        if asking(document, verb, verbs):
            yield from self._in_words(verb)
            return
        if group is None and (said := self._inserted(verb)) is not None:
            yield from self._told(verb, *said)
            return
        if group is not None:
            pieces, rule = self._contents.clause(verb, complement)
            pieces = pieces or self._contents.lent(verb, complement, children)
            if not pieces and complement is None and (opened := self._contents.after_that(verb)):
                pieces, rule = opened, "that"
            if pieces:
                yield from self._told(verb, group, pieces, f"{group.group_id}.{rule}")
                return
        group = verbs.group("question", verb.lemma)
        if group is not None and complement is not None and complement.index > verb.index:
            if self._contents.asks(complement):
                piece = self._contents.subtree(complement, after=verb)
                yield from self._told(verb, group, [piece], group.group_id)
            return
        infinitive = next(
            (t for t in children if t.dep in {"xcomp", "ccomp"} and t.pos in {"VERB", "AUX"}
             and any(c.tag == "TO" for c in document.children(t.index))), None
        )  # fmt: skip
        thing = next((t for t in children if t.dep == "dobj" and t.index > verb.index), None)
        if infinitive is not None and infinitive.index > verb.index:
            own = next(
                (t for t in document.children(infinitive.index) if t.dep in {"nsubj", "nsubjpass"}),
                None,
            )
            form = "person-infinitive" if thing is not None or own is not None else "infinitive"
            group = verbs.group(form, verb.lemma)
            if group is not None:
                start = own if own is not None else None
                piece = self._contents.subtree(infinitive, after=verb, first=start)
                yield from self._told(verb, group, [piece], group.group_id)
                return
        gerund = next((t for t in children if t.dep in {"xcomp", "pcomp"} and t.tag == "VBG"), None)
        if gerund is not None and (group := verbs.group("gerund", verb.lemma)) is not None:
            yield from self._told(
                verb, group, [self._contents.subtree(gerund, after=verb)], group.group_id
            )
            return
        found = self._things.find(verb, thing)
        if found is not None:
            yield from self._told(verb, found.group, [found.piece], found.rule)

    def _inserted(self, verb: Token) -> tuple[VerbGroup, list[tuple[int, int]], str] | None:
        """ "A, he continued, b": a verb that tells only where it is inserted."""
        document = self._document
        group = self._verbs.group("quote", verb.lemma)
        short = verb.dep == "parataxis" and len(document.subtree(verb.index)) <= 7
        alone = document.child(verb.index, "dobj", "prep", "agent") is None
        if group is None or not short or not alone or not self._contents.set_off(verb):
            return None
        pieces, rule = self._contents.clause(verb, None)
        if not pieces or rule != "around":
            return None
        return group, pieces, f"{group.group_id}.{rule}"

    def _in_words(self, verb: Token) -> Iterator[Saying]:
        """ "…, its lawyers let it be known", "made it clear that …"."""
        group = self._verbs.group("clause", "say")
        if group is None:
            return
        pieces = self._contents.before_phrase(verb) or self._contents.after_that(verb)
        if pieces:
            yield from self._told(verb, group, pieces, "say.in-words")

    # --- other ways ------------------------------------------------------------------------------

    def _by_noun(self, noun: Token) -> Iterator[Saying]:
        """ "his claim that the bridge was safe", "a confession … that", "its promise to pay"."""
        document = self._document
        clauses = [
            t
            for t in document.children(noun.index)
            if t.dep in {"acl", "ccomp"} and t.pos in {"VERB", "AUX"} and t.index > noun.index
        ]
        openings = [{c.text.casefold() for c in document.children(t.index)} for t in clauses]
        clause = next((t for t, o in zip(clauses, openings, strict=True) if "that" in o), None)
        rule = "noun"
        if clause is None and noun.lemma in self._verbs.nouns_to:
            clause = next((t for t, o in zip(clauses, openings, strict=True) if "to" in o), None)
            rule = f"{self._verbs.nouns_to[noun.lemma]}.noun"
        if clause is None:
            return
        owner = document.child(noun.index, "poss")
        before = document.tokens[noun.index - 1] if noun.index else noun
        if owner is not None and before.lemma in self._verbs.organisations:
            owner = before  # "the prosecutor's office promises": taken for a noun
        if owner is None:
            by = next((t for t in document.children(noun.index) if t.lemma in {"by", "from"}), None)
            owner = document.child(by.index, "pobj") if by is not None else None
        governor = document.head(noun)
        if owner is None and noun.dep == "dobj" and governor.pos == "VERB":
            if any(t.dep == "neg" for t in document.children(governor.index)):
                return
            owner = self._speakers.subject(governor) if rule == "noun" else None
        source = self._speakers.name(owner) if owner is not None else None
        if source is None:
            return
        stance = self._verbs.nouns.get(noun.lemma, "states")
        denying = self._verbs.group("reports", governor.lemma)
        if noun.dep == "dobj" and denying is not None:
            stance = denying.stance
        yield Saying(
            kind="indirect",
            stance=stance,
            pieces=(self._contents.subtree(clause),),
            sources=(source,),
            relays=(),
            cue=(noun.start, noun.end),
            medium=None,
            rule=f"quotes.told.{rule}",
        )

    def _according(self, token: Token) -> Iterator[Saying]:
        """ "according to police": the clause that the phrase hangs on, without it."""
        document = self._document
        to = next((t for t in document.children(token.index) if t.lemma == "to"), None)
        first = document.child(to.index, "pobj") if to is not None else None
        if to is None or first is None:
            return
        speakers = [first, *(t for t in document.children(first.index) if t.dep == "conj")]
        speakers += [
            inner
            for t in document.subtree(to.index)
            if t.lemma == "to" and t.dep in {"conj", "prep"} and t.index > first.index
            for inner in document.children(t.index)
            if inner.dep == "pobj" and t.dep == "conj"
        ]
        sources = self._voices.sources(speakers)
        head = document.head(token)
        while head.pos not in {"VERB", "AUX"} and head.head != head.index:
            head = document.head(head)
        if not sources:
            return
        pieces = self._contents.around(token, head)
        if pieces:
            yield Saying(
                kind="indirect",
                stance="states",
                pieces=tuple(pieces),
                sources=tuple(sources),
                relays=(),
                cue=(token.start, to.end),
                medium=None,
                rule="quotes.told.according",
            )

    def _told(
        self, verb: Token, group: VerbGroup, pieces: Sequence[tuple[int, int]], rule: str
    ) -> Iterator[Saying]:
        """The saying of a verb, where somebody says it."""
        sources, relays, cited = self._voices.who(verb)
        if not sources:
            return
        pieces = [p for p in pieces if p[1] - p[0] > 1]
        if not pieces or (
            all(self._within_marks(p) for p in pieces) and not self._contents.inside(verb.start)
        ):
            return
        kind: QuoteKind = "belief" if group.kind == "belief" else "indirect"
        if (
            kind == "indirect"
            and not self._contents.inside(verb.start)
            and (self._surroundings.share(pieces) >= 0.5)
        ):
            kind = "mixed"
        stance = charged_stance(self._document, self._verbs, group.stance, pieces, sources)
        vague = kind == "belief" and sources[0].entity_id is None
        yield Saying(
            # what people in a quotation are said to think is part of the quotation
            record=not (vague and self._contents.inside(verb.start)),
            scoped=group.scoped,
            kind=kind,
            stance=stance,
            pieces=tuple(pieces),
            sources=tuple(sources),
            relays=tuple(relays),
            cue=(verb.start, verb.end),
            medium=self._surroundings.medium(verb, self._verbs.media),
            rule=f"quotes.told.{rule}{'.citing' if cited else ''}",
        )

    def _within_marks(self, piece: tuple[int, int]) -> bool:
        return self._surroundings.share([piece]) >= 0.95
