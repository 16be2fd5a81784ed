"""Quotations in languages without a parser: marks, and the reporting word beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.marks import Marked
from reportedly.find.quotes.lexicon import PlainVerbs
from reportedly.find.quotes.saying import Saying, Source
from reportedly.parse import Document

_WINDOW = 90
_STOP = re.compile(r"[.!?؟؛;\n«»“”\"]")
_WORDS = re.compile(r"[^\W\d_][\w‌'’.-]*", re.UNICODE)
_SHORT = 3  # words; fewer are titles and scare quotes


def find_plain(document: Document, marked: Sequence[Marked], verbs: PlainVerbs) -> list[Saying]:
    """Direct quotations and slogans; every one is marked as partial."""
    text = document.text
    says = _pattern(verbs.says)
    according = _pattern(verbs.according)
    slogans = _pattern(verbs.slogans)
    found = []
    for m in marked:
        words = text[m.start : m.end].split()
        if m.depth or not words:
            continue
        before_start = max(0, m.outer_start - _WINDOW)
        before = _STOP.split(text[before_start : m.outer_start])[-1]
        after = _STOP.split(text[m.outer_end : m.outer_end + _WINDOW])[0]
        before_at, after_at = m.outer_start - len(before), m.outer_end
        slogan = slogans.search(before)
        if slogan is not None:
            start, end = before_at + slogan.start(), before_at + slogan.end()
            nobody = Source(
                name="anonymous", kind="anonymous", private=False, start=start, end=end,
                withheld=True,
            )  # fmt: skip
            found.append(_saying("slogan", m, (nobody,), (start, end), "slogan"))
            continue
        if len(words) < _SHORT:
            continue
        cue: tuple[int, int] | None = None
        source: Source | None = None
        for context, at in ((after, after_at), (before, before_at)):
            match = says.search(context) or according.search(context)
            if match is None:
                continue
            cue = (at + match.start(), at + match.end())
            source = _speaker(text, context, at, match)
            break
        if cue is None and len(words) < 2 * _SHORT:
            continue
        found.append(_saying("direct", m, (source,) if source else (), cue, None))
    return found


def _saying(
    kind: str,
    m: Marked,
    sources: tuple[Source, ...],
    cue: tuple[int, int] | None,
    medium: str | None,
) -> Saying:
    return Saying(
        kind="slogan" if kind == "slogan" else "direct",
        stance="states",
        pieces=((m.start, m.end),),
        sources=sources,
        relays=(),
        cue=cue,
        medium=medium,
        rule=f"quotes.plain.{kind}",
        partial=True,
    )


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _speaker(text: str, context: str, at: int, match: re.Match[str]) -> Source | None:
    """Words in capitals beside the reporting word, else up to four words after it."""
    after = list(_WORDS.finditer(context, match.end()))[:5]
    before = list(_WORDS.finditer(context, 0, match.start()))[-5:]
    for words in (after, before):
        run = _capitals(words if words is after else list(reversed(words)))
        if run:
            low, high = min(w.start() for w in run), max(w.end() for w in run)
            return _named(text, at + low, at + high, "named")
    if after and not any(w[0][:1].isupper() or w[0][:1].islower() for w in after):
        words = after[:3]  # a script without capitals
        return _named(text, at + words[0].start(), at + words[-1].end(), "anonymous")
    return None


def _capitals(words: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    run: list[re.Match[str]] = []
    for word in words:
        if word[0][:1].isupper():
            run.append(word)
        elif run:
            break
    return run


def _named(text: str, start: int, end: int, kind: str) -> Source:
    return Source(
        name=" ".join(text[start:end].split()),
        kind="named" if kind == "named" else "anonymous",
        private=True,
        start=start,
        end=end,
    )
