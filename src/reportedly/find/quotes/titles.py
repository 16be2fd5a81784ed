"""Names of works in marks, which are no speech: "in her book “The Long Bridge”"."""

from __future__ import annotations

from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.parse import Document

# words in lower case within a title
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"}
)
_CRIES = frozenset({"chant", "cry", "read", "say", "shout"})
_NEAR = 4  # words before a title in which a word tells of what
_SHORT = 8  # words of a title that nothing else tells of
_LONG = 14


def is_title(document: Document, frame: Frame, verbs: ReportingVerbs) -> bool:
    """Whether the words in marks are the name of a programme or a book, and no speech."""
    content = frame.content.strip()
    words = [w for w in content.strip(" ,.").split() if w[:1].isalpha()]
    if not 1 < len(words) <= _LONG or frame.gap[-1:] == ":" or content[-1:] in "!?…":
        return False
    if not all(w[:1].isupper() or w.casefold() in _SMALL for w in words):
        return False
    before = [t for t in frame.left if t.pos != "PUNCT"][-_NEAR:]
    shown_in = verbs.media.shown_in
    if any(t.pos == "VERB" and t.lemma in verbs.naming for t in before):
        # "a book called “Little Brother”", but "called him “Little Brother”"
        called = (t for t in before if t.dep == "acl" and t.tag == "VBN")
        return any(document.head(t).lemma in shown_in for t in called)
    if before and before[-1].lemma in _CRIES:
        return False  # "a headline that said “Rain At Last”"
    if any(t.lemma in shown_in for t in before):
        return True
    return bool(before) and frame.gap[-1:] != "," and content[-1:] != "." and len(words) <= _SHORT
