"""Words told in the outlet's syntax: "said that …", "…, police said", "according to …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.marks import Marked
from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Surroundings
from reportedly.find.quotes.lexicon import ReportingVerbs, VerbGroup
from reportedly.find.quotes.saying import Saying
from reportedly.find.quotes.speakers import Speakers
from reportedly.find.quotes.things import Things
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

    def find(self) -> list[Saying]:
        """All sayings told without marks, or with marks around part of them."""
        found: list[Saying] = []
        for token in self._document.tokens:
            if token.pos in {"VERB", "AUX"} and not self._unsaid(token):
                found.extend(self._by_verb(token))
            elif token.pos == "NOUN" and token.lemma in self._verbs.nouns:
                if self._verbs.group("reports", self._document.head(token).lemma) and (
                    token.lemma in self._verbs.reports
                ):
                    continue  # "rejected claims that": read at the verb
                found.extend(self._by_noun(token))
            if token.lemma == "accord" or token.text.casefold() == "according":
                found.extend(self._according(token))
        return found

    # --- verbs -------------------------------------------------------------------------------

    def _unsaid(self, verb: Token) -> bool:
        """Whether the saying itself is denied, refused or only possible."""
        for child in self._document.children(verb.index):
            if child.dep == "neg" or (child.dep == "aux" and child.lemma in _HEDGES):
                return True
        head = self._document.head(verb)
        return verb.dep in {"xcomp", "ccomp"} and head.lemma in _REFUSALS

    def _by_verb(self, verb: Token) -> Iterator[Saying]:
        document, verbs = self._document, self._verbs
        children = document.children(verb.index)
        complement = next(
            (t for t in children if t.dep == "ccomp" and t.pos in {"VERB", "AUX"}), None
        )
        group = verbs.group("clause", verb.lemma)
        if verb.lemma == "put" and any(t.text == "it" and t.dep == "dobj" for t in children):
            group = verbs.group("clause", "say")  # "as the mayor put it"
        if group is not None:
            pieces, rule = self._contents.clause(verb, complement)
            pieces = pieces or self._contents.lent(verb, complement, children)
            if not pieces and complement is None and (opened := self._contents.after_that(verb)):
                pieces, rule = opened, "that"
            if pieces:
                yield from self._told(verb, group, pieces, f"{group.group_id}.{rule}")
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

    # --- other ways ------------------------------------------------------------------------------

    def _by_noun(self, noun: Token) -> Iterator[Saying]:
        """ "his claim that the bridge was safe", "a confession … that"."""
        document = self._document
        clause = next(
            (t for t in document.children(noun.index)
             if t.dep in {"acl", "ccomp"} and t.pos in {"VERB", "AUX"}
             and any(c.dep == "mark" and c.text.casefold() == "that"
                     for c in document.children(t.index))), None
        )  # fmt: skip
        if clause is None:
            return
        owner = document.child(noun.index, "poss")
        if owner is None:
            by = next((t for t in document.children(noun.index) if t.lemma in {"by", "from"}), None)
            owner = document.child(by.index, "pobj") if by is not None else None
        governor = document.head(noun)
        if owner is None and noun.dep == "dobj" and governor.pos == "VERB":
            if any(t.dep == "neg" for t in document.children(governor.index)):
                return
            owner = self._speakers.subject(governor)
        source = self._speakers.name(owner) if owner is not None else None
        if source is None:
            return
        stance = self._verbs.nouns[noun.lemma]
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
            rule="quotes.told.noun",
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
        yield Saying(
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
