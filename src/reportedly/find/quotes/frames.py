"""The words around a quotation that can introduce it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find.marks import Marked
from reportedly.parse import Document, Token

_ENDS = frozenset({".", "!", "?", "…", "...", ".”", '."'})
_MARKS = frozenset({'"', "”", "“", "''", "``", "’", "'"})
_MOST = 60  # words after a quotation among which its cue is looked for
_CUE = 40  # characters of a short clause of speech
_NAME = 4  # words of a name in marks
_STOPS = frozenset(",.;:!?…")
_WHOLE = 3  # words of a sentence
_LONG = 12  # words that are no name and no phrase


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
        ended = not left and (token.text in _ENDS or _is_abbreviated(document, token, content))
        if _other_at(token, marked, others) is not None or ended:
            break
        if left and _ends(document, token):
            break
        left.append(token)
    right: list[Token] = []
    introduced = document.text[low : marked.outer_start].rstrip()[-1:] == ":"
    closed = content.rstrip()[-1:] in ({".", "…", "!", "?"} if introduced else {".", "…"})
    if content.rstrip()[-1:] == "…" and _is_short(document, marked.outer_end):
        closed = False  # "“I would go…” Roa said."
    for token in document.tokens_in(marked.outer_end, high):
        if not right and closed and token.text[:1].isupper():
            break
        other = _other_at(token, marked, others)
        if other is not None and right and _is_name(document, other, content):
            continue
        if other is not None or len(right) > _MOST:
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


def _is_short(document: Document, offset: int) -> bool:
    """Whether a few words and a stop follow: a cue rather than a sentence of its own."""
    following = document.tokens_in(offset, min(offset + _CUE, len(document.text)))
    return any(t.text == "." for t in following)


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


def _is_abbreviated(document: Document, token: Token, content: str) -> bool:
    """Whether a word right before whole sentences in marks ends its own: "in Calif. "We …"."""
    words = content.lstrip(" .…[(").split()
    return (
        token.text[-1:] == "."
        and token.text[:1].isupper()
        and len(words) >= _WHOLE
        and words[0][:1].isupper()
        and words[-1][-1:] in {".", "!", "?"}
        and document.tokens[max(token.index - 1, 0)].text == ","
    )


def _other_at(token: Token, marked: Marked, others: Sequence[Marked]) -> Marked | None:
    """Another quotation in which a token stands; `others` are of one depth, by start."""
    at = bisect_right(others, token.start, key=lambda m: m.outer_start) - 1
    if at < 0 or others[at] is marked or token.start >= others[at].outer_end:
        return None
    return others[at]


def _is_name(document: Document, other: Marked, content: str) -> bool:
    """Whether other marks hold a name in the words on a speaker: "Roa, in a “Sea” hat, said"."""
    words = document.text[other.start : other.end].split()
    open_still = content.rstrip()[-1:] == ","
    return open_still and 0 < len(words) <= _NAME and words[-1][-1:] not in _STOPS


def sentence_like(frame: Frame) -> bool:
    """Whether the words in marks are long enough, or begin like a sentence."""
    words = frame.content.split()
    return len(words) >= 4 and (frame.content.lstrip()[:1].isupper() or len(words) >= 8)


def is_whole(frame: Frame) -> bool:
    """Whether the words in marks are whole sentences, or run on without a closing mark."""
    content = frame.content.strip()
    if not frame.marked.closed:
        return True
    return (
        content[:1].isupper()
        and content[-1:] in {".", "!", "?", "…", ","}
        and len(content.split()) >= _WHOLE
    ) or len(content.split()) >= _LONG
