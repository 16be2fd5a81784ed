"""What people are of a mind about: "confident that …", "worried about …", "wary of …"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.saying import Saying, Source
from reportedly.parse import Token

_LINKING = frozenset({"be", "become", "feel", "grow", "remain", "seem", "sound", "stay"})
_PERSONLESS = frozenset({"it", "this", "that", "which", "there", "what"})


class Attitudes:
    """Finds what adjectives of opinion and feeling take in one parsed article."""

    def __init__(self, setting: Setting, contents: Contents) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._verbs = setting.verbs
        self._contents = contents

    def find(self, adjective: Token) -> Iterator[Saying]:
        """The belief of an adjective, where the text says whose it is."""
        words = self._verbs.adjectives
        if adjective.lemma not in self._verbs.adjectives_all or self._contents.inside(
            adjective.start
        ):
            return
        source = self._holder(adjective)
        if source is None:
            return
        for child in self._document.children(adjective.index):
            if child.index < adjective.index:
                continue
            clause = child.dep == "ccomp" and child.pos in {"VERB", "AUX"}
            if clause and adjective.lemma in words["that"]:
                yield self._saying(adjective, source, self._contents.subtree(child), scoped=True)
                return
            taken = child.dep == "prep" and self._document.children(child.index)
            if taken and adjective.lemma in words.get(child.lemma, ()):
                piece = self._contents.subtree(child, after=child)
                yield self._saying(adjective, source, piece, scoped=False)
                return

    def _holder(self, adjective: Token) -> Source | None:
        """Who is worried: the subject of "is", or the noun before "worried about"."""
        document = self._document
        head = document.head(adjective)
        if adjective.dep in {"acomp", "oprd", "conj"} and head.lemma in _LINKING:
            if any(t.dep == "neg" for t in document.children(head.index)):
                return None
            head_subject = self._speakers.subject(head)
        elif adjective.dep in {"amod", "acl", "relcl"} and head.index < adjective.index:
            head_subject = head
        else:
            return None
        if head_subject is None or head_subject.text.casefold() in _PERSONLESS:
            return None
        return self._speakers.name(head_subject)

    def _saying(
        self, adjective: Token, source: Source, piece: tuple[int, int], *, scoped: bool
    ) -> Saying:
        return Saying(
            kind="belief",
            stance="states",
            pieces=(piece,),
            sources=(source,),
            relays=(),
            cue=(adjective.start, adjective.end),
            medium=None,
            rule="quotes.told.attitude",
            scoped=scoped,
            minor=True,
        )
