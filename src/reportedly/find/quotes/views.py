"""Words told in a phrase and not by a verb: "in the view of X", "by X's count", "for X it is …"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.lost import Lost
from reportedly.find.quotes.saying import Saying, Source
from reportedly.find.quotes.voices import Voices
from reportedly.parse import Token

_BEFORE_VIEWS = frozenset({"in", "by", "on", "per", "from"})
_HOLDERS = frozenset({"to", "for"})


class Views:
    """Finds what prepositions attribute in one parsed article."""

    def __init__(self, setting: Setting, voices: Voices, contents: Contents, lost: Lost) -> None:
        self._document = setting.document
        self._verbs = setting.verbs
        self._voices = voices
        self._contents = contents
        self._lost = lost

    def find(self, preposition: Token) -> Iterator[Saying]:
        """What is said by the one whom a preposition brings in."""
        if preposition.lemma in _BEFORE_VIEWS:
            noun = self._document.child(preposition.index, "pobj")
            if noun is None or noun.lemma not in self._verbs.views:
                return
            if self._set_off(preposition, noun):
                yield from self._said(preposition, noun, self._holder(noun), "view")
        elif preposition.lemma in _HOLDERS and self._opens(preposition):
            verb = self._document.head(preposition)
            named = self._document.child(verb.index, "attr") if verb.lemma == "be" else None
            if named is None or named.pos != "NOUN" or verb.tag not in {"VBZ", "VBP", "VBD"}:
                return
            yield from self._said(
                preposition, preposition, self._document.child(preposition.index, "pobj"), "eyes"
            )

    def _holder(self, noun: Token) -> Token | None:
        """Whose view it is: "X's count", "the view of X"."""
        owner = self._document.child(noun.index, "poss")
        if owner is not None:
            return owner
        for child in self._document.children(noun.index):
            if child.dep == "prep" and child.lemma in {"of", "by", "from"}:
                return self._document.child(child.index, "pobj")
        return None

    def _set_off(self, preposition: Token, noun: Token) -> bool:
        """Whether the phrase stands apart: "stood by its count" and "said in a report" do not."""
        verb = self._document.head(preposition)
        if verb.pos in {"VERB", "AUX"} and self._verbs.speaks(verb.lemma):
            return False
        first = self._document.sentences[preposition.sentence].first
        before = self._document.tokens[preposition.index - 1] if preposition.index else None
        if preposition.index == first or (before is not None and before.text in {",", ";", "—"}):
            return True
        return preposition.index < verb.index and noun.index < verb.index

    def _opens(self, preposition: Token) -> bool:
        """Whether a phrase opens its sentence or a part of it after a semicolon."""
        first = self._document.sentences[preposition.sentence].first
        before = self._document.tokens[preposition.index - 1] if preposition.index else None
        return preposition.index == first or (before is not None and before.text in {";", ":"})

    def _said(
        self, preposition: Token, cue: Token, holder: Token | None, rule: str
    ) -> Iterator[Saying]:
        if holder is None:
            return
        sources = self._voices.sources([holder])
        if not sources or not self._speaks(holder, sources[0], rule):
            return
        head = self._document.head(preposition)
        while head.pos not in {"VERB", "AUX"} and head.head != head.index:
            head = self._document.head(head)
        if head.pos not in {"VERB", "AUX"}:
            return
        low, high = self._bounds(preposition)
        pieces = [
            (max(start, low), min(end, high))
            for start, end in self._contents.around(preposition, head)
            or self._lost.up_to(preposition)
            if max(start, low) < min(end, high)
        ]
        if pieces:
            yield Saying(
                kind="indirect",
                stance="states",
                pieces=tuple(pieces),
                sources=tuple(sources),
                relays=(),
                cue=(preposition.start, max(cue.end, preposition.end)),
                medium=None,
                rule=f"quotes.told.{rule}",
            )

    def _bounds(self, preposition: Token) -> tuple[int, int]:
        """The part of a sentence between semicolons in which a phrase stands."""
        sentence = self._document.sentences[preposition.sentence]
        low, high = sentence.start, sentence.end
        for token in self._document.sentence_tokens(sentence):
            if token.text != ";":
                continue
            if token.index < preposition.index:
                low = token.end
            else:
                return low, min(high, token.start)
        return low, high

    def _speaks(self, holder: Token, source: Source, rule: str) -> bool:
        """Whether a holder can have views; for "to X it is …" only people and outlets."""
        if rule == "view":
            return source.entity_id is not None or holder.pos in {"PROPN", "PRON"}
        return source.kind == "collective" or source.entity_id is not None
