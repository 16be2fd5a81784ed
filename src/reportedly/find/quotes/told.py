"""Words told in the outlet's syntax: "said that …", "…, police said", "according to …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.quotes.attitudes import Attitudes
from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.cues import asking, phrase_after
from reportedly.find.quotes.lexicon import VerbGroup
from reportedly.find.quotes.lost import Lost
from reportedly.find.quotes.mending import Mending
from reportedly.find.quotes.nouns import Nouns
from reportedly.find.quotes.order import Order
from reportedly.find.quotes.saying import Saying
from reportedly.find.quotes.subjects import between_names
from reportedly.find.quotes.things import Things
from reportedly.find.quotes.unnamed import Unnamed
from reportedly.find.quotes.views import Views
from reportedly.find.quotes.voices import Voices, charged_stance
from reportedly.parse import Token
from reportedly.parse.negation import is_negated
from reportedly.records import QuoteKind

_ANSWERING = frozenset({"answer", "reply", "respond"})
_PARTING = frozenset({",", ".", ";", ":"})
_HEDGES = frozenset({"could", "can", "may", "might", "should", "must", "cannot"})


class Told:
    """Finds indirect speech and beliefs in one parsed article."""

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._verbs = setting.verbs
        self._surroundings = setting.surroundings
        self._contents = Contents(setting)
        self._lost = Lost(setting, self._contents)
        self._things = Things(setting, self._contents)
        self._mending = Mending(setting, self._contents)
        self._voices = Voices(setting)
        self._order = Order(setting, self._contents)
        self._attitudes = Attitudes(setting, self._contents)
        self._nouns = Nouns(setting, self._contents)
        self._unnamed = Unnamed(setting, self._voices, self._contents)
        self._views = Views(setting, self._voices, self._contents, self._lost)

    def find(self) -> list[Saying]:
        """All sayings told without marks, or with marks around part of them."""
        found: list[Saying] = []
        for token in self._document.tokens:
            if token.pos in {"VERB", "AUX"} and not self._unsaid(token):
                found.extend(list(self._by_verb(token)) or self._by_order(token))
            elif token.pos == "NOUN":
                found.extend(self._nouns.find(token))
            elif token.pos == "ADJ":
                found.extend(self._attitudes.find(token))
            if token.lemma == "accord" or token.text.casefold() == "according":
                found.extend(self._according(token))
            elif token.pos == "ADP":
                found.extend(self._views.find(token))
        return found

    # --- verbs -------------------------------------------------------------------------------

    def _unsaid(self, verb: Token) -> bool:
        """Whether the saying itself is denied, refused or only possible."""
        if is_negated(self._document, verb):
            return True
        for child in self._document.children(verb.index):
            if child.dep == "aux" and child.lemma in _HEDGES:
                return True
        head = self._document.head(verb)
        return verb.dep in {"xcomp", "ccomp"} and head.lemma in self._verbs.refusals

    def _by_verb(  # noqa: PLR0911, PLR0912  # one branch a form
        self, verb: Token
    ) -> Iterator[Saying]:
        document, verbs = self._document, self._verbs
        if passive := list(self._unnamed.find(verb)):
            yield from passive
            return
        children = document.children(verb.index)
        complement = self._complement(verb)
        group = verbs.group("clause", verb.lemma)
        if verb.lemma == "put" and any(t.text == "it" and t.dep == "dobj" for t in children):
            group = verbs.group("clause", "say")  # "as the mayor put it"
        after = group is not None and complement is not None and complement.index > verb.index
        if asking(document, verb, verbs) and not after and (said := list(self._in_words(verb))):
            yield from said
            return
        if group is None and (inserted := self._inserted(verb)) is not None:
            yield from self._told(verb, *inserted, minor=False)
            return
        if group is not None:
            pieces, rule = self._contents.clause(verb, complement)
            pieces = pieces or self._lost.lent(verb, complement, children)
            lost = complement is None or complement.tag == "VBN"
            if not pieces and lost and (opened := self._lost.after_that(verb)):
                pieces, rule = opened, "that"
            if not pieces and group.group_id == "say" and (told := self._lost.after_colon(verb)):
                pieces, rule = told, "colon"
            if pieces:
                spoken = group.kind in {"speech", "writing"}
                yield from self._told(
                    verb, group, pieces, f"{group.group_id}.{rule}", minor=not spoken
                )
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
        thing = thing or between_names(document, verb)
        if infinitive is not None and infinitive.index > verb.index:
            own = next(
                (t for t in document.children(infinitive.index) if t.dep in {"nsubj", "nsubjpass"}),
                None,
            )
            form = "person-infinitive" if thing is not None or own is not None else "infinitive"
            group = verbs.group(form, verb.lemma)
            if group is not None:
                who = own if own is not None else thing
                whom = who if who is not None and who.pos != "PRON" else own
                piece = self._contents.subtree(infinitive, after=verb, first=whom)
                yield from self._told(verb, group, [piece], group.group_id)
                return
        gerund = next(
            (t for t in children if t.dep in {"xcomp", "pcomp"} and self._is_ing(t)), None
        )
        if gerund is not None and (group := verbs.group("gerund", verb.lemma)) is not None:
            yield from self._told(
                verb, group, [self._contents.subtree(gerund, after=verb)], group.group_id
            )
            return
        found = self._things.find(verb, thing)
        if found is not None:
            piece = self._contents.before_second_cue(verb, self._told_after(verb, found.piece))
            yield from self._told(verb, found.group, [piece], found.rule)

    def _is_said_by_nobody(self, verb: Token) -> bool:
        """ "No one has claimed responsibility for the blast", "nobody admitted planting it"."""
        subject = self._document.child(verb.index, "nsubj")
        if subject is None:
            return False
        words = {t.text.casefold() for t in (subject, *self._document.children(subject.index))}
        return not words.isdisjoint({"no", "nobody", "none", "neither"})

    def _is_ing(self, verb: Token) -> bool:
        """ "Denied beating a man", "denied having beaten a man"."""
        helpers = self._document.children(verb.index)
        return verb.tag == "VBG" or any(t.dep == "aux" and t.tag == "VBG" for t in helpers)

    def _told_after(self, verb: Token, piece: tuple[int, int]) -> tuple[int, int]:
        """A content without the words up to its verb, where the parser took both for one name."""
        start, end = piece
        if between_names(self._document, verb) is not None and start < verb.start < end:
            start = self._document.tokens[verb.index + 1].start
        return start, end

    def _complement(self, verb: Token) -> Token | None:
        """The clause that a verb takes: after it where no mark parts them, else before."""
        clauses = [
            t
            for t in self._document.children(verb.index)
            if t.dep == "ccomp" and t.pos in {"VERB", "AUX"} and not self._goes_on(verb, t)
        ]
        first = next(iter(clauses), None)
        beside = self._document.tokens[min(verb.index + 1, len(self._document.tokens) - 1)]
        if beside.text in _PARTING:
            return first
        return next((t for t in clauses if t.index > verb.index), first)

    def _goes_on(self, verb: Token, clause: Token) -> bool:
        """ "Youths answered with stones **and a car was burnt**": no words of theirs."""
        first = self._document.subtree(clause.index)[0]
        before = self._document.tokens[max(first.index - 1, 0)]
        beside = self._document.children(verb.index)
        with_things = any(t.lemma == "with" and t.index < first.index for t in beside)
        return verb.lemma in _ANSWERING and with_things and before.text == "and"

    def _by_order(self, verb: Token) -> Iterator[Saying]:
        """What a verb of speech tells where the syntax shows no clause."""
        group = self._verbs.group("clause", verb.lemma)
        if group is None or group.kind not in {"speech", "writing"}:
            return
        found = self._order.find(verb)
        if found is not None:
            piece, rule = found
            yield from self._told(verb, group, [piece], f"{group.group_id}.{rule}", minor=False)

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
        last = self._document.tokens[verb.index + phrase_after(self._document, verb, self._verbs)]
        pieces = self._lost.before_phrase(verb) or self._lost.after_that(verb, last)
        if pieces:
            yield from self._told(verb, group, pieces, "say.in-words")

    # --- other ways ------------------------------------------------------------------------------

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
        pieces = self._contents.around(token, head) or self._lost.up_to(token)
        cited, words = self._voices.cited_by(first)
        if words is not None:
            pieces = [
                self._contents.trim(words[1], end) if start == words[0] < words[1] < end
                else (start, end)
                for start, end in pieces
            ]  # fmt: skip
        if pieces:
            yield Saying(
                kind="indirect",
                stance="states",
                pieces=tuple(pieces),
                sources=tuple(sources) if cited is None else (cited,),
                relays=() if cited is None else tuple(sources[:1]),
                cue=(token.start, to.end),
                medium=None,
                rule="quotes.told.according",
            )

    def _told(
        self,
        verb: Token,
        group: VerbGroup,
        pieces: Sequence[tuple[int, int]],
        rule: str,
        *,
        minor: bool = True,
    ) -> Iterator[Saying]:
        """The saying of a verb, where somebody says it."""
        sources, relays, cited = self._voices.who(verb)
        if not sources or (group.stance == "admits" and self._is_said_by_nobody(verb)):
            return
        pieces = [p for p in pieces if p[1] - p[0] > 1]
        if pieces and not self._contents.inside(verb.start):
            pieces[-1] = self._mending.mended(pieces[-1])
        if not pieces:
            return
        marked = all(self._within_marks(p) for p in pieces)
        kind: QuoteKind = "belief" if group.kind == "belief" else "indirect"
        if (
            kind == "indirect"
            and not self._contents.inside(verb.start)
            and (self._surroundings.share(pieces) >= 0.5)
        ):
            kind = "mixed"
        stance = charged_stance(self._document, self._verbs, group.stance, pieces, sources)
        yield Saying(
            # what is told within marks is part of the quotation
            record=not self._contents.inside(verb.start) or self._contents.deep(verb.start),
            minor=minor,
            scoped=group.scoped,
            kind=kind,
            stance=stance,
            pieces=tuple(pieces),
            sources=tuple(sources),
            relays=tuple(relays),
            cue=(verb.start, verb.end),
            medium=self._surroundings.medium(verb, self._verbs.media),
            rule=f"quotes.told.{rule}{'.citing' if cited else ''}",
            marked=marked and not self._contents.inside(verb.start),
        )

    def _within_marks(self, piece: tuple[int, int]) -> bool:
        return self._surroundings.share([piece]) >= 0.95
