"""The words around a quotation that can introduce it, and the cue among them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find.marks import Marked
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.parse import Document, Token

_ENDS = frozenset({".", "!", "?", "…", "...", ".”", '."'})
_MARKS = frozenset({'"', "”", "“", "''", "``", "’", "'"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp"})
_NO_CUES = frozenset({"relcl", "amod", "acl"})
_LOOSE = frozenset({"advcl", "acl"})
_NO_VERBS = frozenset({"amod", "aux", "auxpass", "compound"})
_EMPTY = frozenset({"it", "that", "this", "which", "there", "what"})
_FAR = 30
_MANY = 7  # words of a sentence in lower case
_BESIDE = 6  # words in which a verb that seldom speaks stands beside marks, with its subject


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens before and after a quotation, up to the next sentence or quotation."""

    marked: Marked
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    gap: str  # characters between the last word before and the opening mark
    content: str


def frame_of(
    document: Document, marked: Marked, others: Sequence[Marked], outer: Marked | None
) -> Frame:
    """The frame of a quotation, up to `others` of its depth, inside the outer one."""
    low, high = (outer.start, outer.end) if outer else (0, len(document.text))
    low = max(low, _line_start(document, marked.outer_start))
    line_end = document.text.find("\n", marked.outer_end)
    high = min(high, line_end if line_end >= 0 else len(document.text))
    content = document.text[marked.start : marked.end]
    left: list[Token] = []
    for token in reversed(document.tokens_in(low, marked.outer_start)):
        if _in_other(token, marked, others) or (not left and token.text in _ENDS):
            break
        if left and _ends(document, token):
            break
        left.append(token)
    right: list[Token] = []
    closed = content.rstrip()[-1:] in {".", "…"}
    for token in document.tokens_in(marked.outer_end, high):
        if not right and closed and token.text[:1].isupper():
            break
        if _in_other(token, marked, others) or len(right) > 60:
            break
        right.append(token)
        if token.text in _ENDS and _ends(document, token):
            break
    words = [t for t in left if t.pos != "PUNCT"]
    gap_start = words[0].end if words else low
    return Frame(
        marked=marked,
        left=tuple(reversed(left)),
        right=tuple(right),
        gap=document.text[gap_start : marked.outer_start].strip(),
        content=content,
    )


def _line_start(document: Document, offset: int) -> int:
    """Start of the line that introduces a quotation: the one before, where it ends in a colon."""
    text = document.text
    start = text.rfind("\n", 0, offset) + 1
    if start and not text[start:offset].strip() and text[:start].rstrip().endswith(":"):
        end = len(text[:start].rstrip())
        start = text.rfind("\n", 0, end) + 1
    return start


def _ends(document: Document, token: Token) -> bool:
    """Whether a token ends a sentence outside marks."""
    return token.text in _ENDS and (
        token.index + 1 == document.sentences[token.sentence].last
        or (
            token.index + 1 < len(document.tokens)
            and document.tokens[token.index + 1].text in _MARKS
        )
    )


def _in_other(token: Token, marked: Marked, others: Sequence[Marked]) -> bool:
    """Whether a token stands in another quotation; `others` are of one depth, by start."""
    at = bisect_right(others, token.start, key=lambda m: m.outer_start) - 1
    return at >= 0 and others[at] is not marked and token.start < others[at].outer_end


def cue_after(  # noqa: PLR0911  # one exit a word order
    document: Document, frame: Frame, verbs: ReportingVerbs
) -> Token | None:
    """The verb of "…," Roa said / said Roa; None where something else follows."""
    content = frame.content.rstrip()
    if content[-1:] == "." and frame.right and frame.right[0].text[:1].isupper():
        return None
    for number, token in enumerate(frame.right):
        if number > _FAR or token.text in {";", ":"}:
            return None
        if number <= 1 and token.text.casefold() in verbs.archaic:
            return token  # "quoth he": no parser knows it for a verb
        if token.pos not in {"VERB", "AUX"}:
            continue
        if asking(document, token, verbs):
            return token
        if verbs.speaks(token.lemma) and token.pos == "VERB":
            if token.lemma in verbs.vague and number > _BESIDE:
                continue  # "“…” on how many left when the clock went": no speech
            if number and token.tag == "VBG" and token.dep in _LOOSE:
                continue  # "a “gift” on Monday, calling it late": of what follows
            if token.dep not in _NO_CUES or _has_subject_after(document, frame, token):
                return token
        if token.pos == "AUX" or token.dep in _CLAUSES or token.dep in _NO_VERBS:
            continue
        if number <= 1 and token.text[:1].isupper():
            continue  # "“…,” Trump adviser Ana Roa conceded": a name taken for a verb
        return token if _any_verb(document, frame, token, number) else None
    return None


def _has_subject_after(document: Document, frame: Frame, verb: Token) -> bool:
    """Whether a verb's own name or noun stands right after the marks: "“…” Ana Roa wrote"."""
    subject = document.child(verb.index, "nsubj")
    if subject is None or subject.tag.startswith("W") or not frame.right:
        return False
    first = document.subtree(subject.index)[0].index
    return frame.right[0].index <= first <= frame.right[0].index + 1 and subject.index < verb.index


def asking(document: Document, verb: Token, verbs: ReportingVerbs) -> bool:
    """ "wanted to know", "let it be known", "had this to say": speech in several words."""
    endings = verbs.said_in_words.get(verb.lemma)
    if endings is None or verb.index + 1 >= len(document.tokens):
        return False
    following = document.text[verb.end : verb.end + 40].casefold().lstrip(" \u00a0")
    return following.startswith(endings)


def _any_verb(document: Document, frame: Frame, verb: Token, number: int) -> bool:
    """Whether a whole sentence in marks, closed by a comma, makes any verb one of speech.

    "“…,” the colonel taught his listeners", "“…,” grinned the coach".
    """
    content = frame.content.rstrip()
    if content[-1:] not in {",", "?", "!"} or not content[:1].isupper():
        return False
    if len(content.split()) < 3 or number > 12 or verb.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return False
    if content[-1:] != "," and number > 1 and frame.right[0].text[:1].isupper():
        return False  # "“Why?” The crowd left": a sentence of its own
    if any(t.text == "," for t in frame.right[:1]):
        return False
    subject = document.child(verb.index, "nsubj")
    beside = frame.right[number + 1] if number + 1 < len(frame.right) else None
    if subject is not None:
        return subject.index >= frame.right[0].index and subject.text.casefold() not in _EMPTY
    return number == 0 and beside is not None and beside.pos in {"NOUN", "PROPN", "DET", "PRON"}


def cue_before(  # noqa: PLR0911  # one exit a word order
    document: Document, frame: Frame, verbs: ReportingVerbs
) -> Token | None:
    """The verb of Roa said: "…"; None where the quotation stands in another construction."""
    if not frame.left:
        return None
    introduced = frame.gap[-1:] in {":", ","}
    for number, token in enumerate(reversed(frame.left)):
        if number > _FAR:
            return None
        if token.pos != "VERB" or token.dep in {"amod"} or not verbs.speaks(token.lemma):
            if token.pos == "VERB" and not introduced and token.dep not in _CLAUSES:
                return None
            continue
        if token.lemma in verbs.vague and frame.gap[-1:] != ":" and number > 1:
            return None  # "has been going on, but "…"": no speech
        if introduced and (frame.gap[-1:] == ":" or number <= 14):
            return token
        sentence_like = frame.content[:1].isupper() and len(frame.content.split()) >= 3
        if number <= 8 and sentence_like and _complements(document, frame, token):
            return token
        if number <= 1 and (sentence_like or _is_said_whole(frame)):
            return token
        return None
    return None


def _is_said_whole(frame: Frame) -> bool:
    """Words right after a verb that are whole though short or in lower case: "Stay there!"."""
    content = frame.content.strip()
    if content[-1:] in {"!", "?"}:
        return True
    return content[-1:] in {".", ","} and len(content.split()) >= _MANY


def _complements(document: Document, frame: Frame, verb: Token) -> bool:
    """Whether the quotation hangs on the verb in the syntax."""
    root = document.root_of(frame.marked.start, frame.marked.end)
    return root is not None and any(t.index == verb.index for t in document.ancestors(root.index))


def sentence_like(frame: Frame) -> bool:
    """Whether the words in marks are long enough, or begin like a sentence."""
    words = frame.content.split()
    return len(words) >= 4 and (frame.content.lstrip()[:1].isupper() or len(words) >= 8)
