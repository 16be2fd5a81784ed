"""Whether a verb stands in passive voice, where the syntax alone does not always show it."""

from __future__ import annotations

from reportedly.parse import Document, Token

_CAUSING = frozenset({"have", "get", "order", "want", "see"})
_MEANS = frozenset(
    {"phone", "telephone", "video", "videolink", "link", "letter", "email", "train", "car", "air",
     "plane", "road", "sea", "boat", "helicopter", "rail", "bus", "decree", "consensus",
     "acclamation", "week", "day", "month", "hour", "year", "percent"}
)  # fmt: skip
# verbs that cannot do without an object: a line "Editor jailed in Coro" leaves out "was"
_NEEDS_OBJECT = frozenset(
    {"abduct", "arrest", "assassinate", "attack", "ban", "behead", "bomb", "charge", "deport",
     "detain", "evacuate", "execute", "expel", "extradite", "fine", "free", "hack", "hang",
     "injure", "jail", "kidnap", "kill", "lynch", "martyr", "murder", "oust", "raid", "ransack",
     "raze", "release", "rescue", "sack", "seize", "sentence", "shoot", "slay", "stab", "suspend",
     "torch", "torture", "vandalise", "vandalize", "wound"}
)  # fmt: skip


def is_passive(document: Document, index: int) -> bool:
    """Whether a verb stands in passive voice, also as a bare participle ('shot by police')."""
    token = document.tokens[index]
    labels = {c.dep for c in document.children(index) if not is_means(document, c)}
    if labels & {"nsubjpass", "auxpass", "agent", "csubjpass"} or lacks_was(document, token):
        return True
    if token.tag != "VBN" or "dobj" in labels or "aux" in labels:
        return False
    if is_caused(document, token):
        return True
    if token.dep == "conj" and "nsubj" not in labels:
        return is_passive(document, token.head)
    return "nsubj" not in labels and token.dep in (
        "acl",
        "advcl",
        "oprd",
        "acomp",
        "xcomp",
        "ccomp",
        "pcomp",
        "dep",
    )


def lacks_was(document: Document, token: Token) -> bool:
    """'Student leader hacked to death in Coro': a line without full stop, a verb without object."""
    if token.lemma not in _NEEDS_OBJECT or token.tag not in ("VBD", "VBN") or token.dep != "ROOT":
        return False
    last = document.sentence_tokens(document.sentences[token.sentence])[-1]
    if last.pos == "PUNCT":
        return False
    children = document.children(token.index)
    labels = {child.dep for child in children}
    joined = any(t.dep == "conj" and t.pos == "VERB" for t in children)
    return "nsubj" in labels and not joined and not labels & {"dobj", "ccomp", "xcomp", "aux"}


def is_means(document: Document, word: Token) -> bool:
    """'spoke by telephone', 'ended by decree', 'extended by a week': parsers see a doer here."""
    behind = document.child(word.index, "pobj") if word.dep == "agent" else None
    return behind is not None and behind.lemma in _MEANS


def is_caused(document: Document, token: Token) -> bool:
    """'Had the editor detained': a participle whose subject suffers what another has done."""
    above = document.head(token)
    return token.dep == "ccomp" and token.tag == "VBN" and above.lemma in _CAUSING
