"""Words of nobody who is named: "is expected to win", "was accused of lying", "are said to"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import Piece
from reportedly.find.quotes.lexicon import VerbGroup
from reportedly.find.quotes.saying import Saying
from reportedly.find.quotes.voices import Voices
from reportedly.parse import Token

_SUBJECTS = ("nsubjpass", "nsubj")
_PHRASES = frozenset({"of", "for", "as", "about", "with"})
_POINTING = frozenset({"who", "which", "that", "it", "what", "there"})


class Unnamed:
    """Finds what verbs in the passive tell in one parsed article, with their agent if there is."""

    def __init__(self, setting: Setting, voices: Voices, contents: Contents) -> None:
        self._document = setting.document
        self._verbs = setting.verbs
        self._voices = voices
        self._contents = contents

    def find(self, verb: Token) -> Iterator[Saying]:
        """The saying of a passive verb: of whom, and what."""
        group = self._verbs.group("passive", verb.lemma)
        if group is None or self._document.child(verb.index, "auxpass") is None:
            return
        if self._contents.inside(verb.start):
            return
        pieces = self._pieces(verb)
        if not pieces:
            return
        yield self._saying(verb, group, pieces)

    def _pieces(self, verb: Token) -> list[Piece]:
        document = self._document
        children = [t for t in document.children(verb.index) if t.index > verb.index]
        what = next(
            (t for t in children if t.dep in {"xcomp", "ccomp", "oprd"}
             or (t.dep == "prep" and t.lemma in _PHRASES)), None
        )  # fmt: skip
        if what is None or not document.children(what.index):
            return []
        piece = self._contents.subtree(what, after=verb)
        subject = document.child(verb.index, *_SUBJECTS)
        if (
            verb.lemma in self._verbs.addressing
            or subject is None
            or subject.text.casefold() in _POINTING
        ):
            return [piece]
        before = self._contents.subtree(subject)
        return [before, piece] if before[1] <= verb.start else [piece]

    def _saying(self, verb: Token, group: VerbGroup, pieces: list[Piece]) -> Saying:
        sources, relays, _ = self._voices.who(verb)
        return Saying(
            kind="belief" if group.kind == "belief" else "indirect",
            stance=group.stance,
            pieces=tuple(pieces),
            sources=tuple(sources),
            relays=tuple(relays),
            cue=(verb.start, verb.end),
            medium=None,
            rule=f"quotes.told.{group.group_id}",
            scoped=False,
            minor=True,
        )
