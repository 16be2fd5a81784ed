"""Days of what was still to come when something was done: "ahead of *Sunday's* vote"."""

from __future__ import annotations

from reportedly.parse.document import Document

_FARTHEST = 12  # words from "ahead of" to the day
_CLOSING = frozenset({"VERB", "AUX", "PUNCT", "SCONJ"})


def ahead_of(document: Document, start: int, end: int) -> int | None:
    """The "ahead" or "before" behind which the time [start, end) tells of what was to come.

    "Ahead of a rally in Arvan *on Sunday*", "before *Sunday's* rally"; not "came before a court *on
    Sunday*", where it tells when somebody came. Parsers hang such days on the verb as well.
    """
    first = document.token_at(start)
    if first is None or not document.has_syntax:
        return None
    owns = document.text[end : end + 2] in ("'s", "’s")
    opens = document.sentences[first.sentence].first
    for token in reversed(document.tokens[max(first.index - _FARTHEST, opens) : first.index]):
        word = token.text.casefold()
        if word == "ahead" or (word == "before" and owns):
            return token.index
        if token.pos in _CLOSING:
            return None
    return None
