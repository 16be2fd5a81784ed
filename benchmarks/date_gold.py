"""Reads gold of time expressions; files are told apart by what they hold, not by their names."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.gold import gold_files

_ENDINGS = (".tml", ".xml", ".sgm", ".json", ".tsv", ".txt")
_TAG = re.compile(r"<(/?)(\w+)([^<>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_CREATED = re.compile(r'<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>')
_BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ARABIC = re.compile(r"[\u0620-\u064a]")
_SPANISH = re.compile(r"\b(?:el|los|las|de|del|años?|hoy|ayer|enero|semanas?)\b")
_TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """One expression; the span is None where the gold has no text, the value where it has none."""

    text: str
    start: int | None = None
    end: int | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One document; `text` is None where the gold lists expressions alone."""

    group: str  # the folder it stands in
    language: str
    text: str | None
    published: date | None
    times: tuple[GoldTime, ...]


def gold_texts(data: Path) -> Iterator[GoldText]:
    """Documents of a file, or of all files of a folder and below it, in order."""
    for path in gold_files(data, _ENDINGS):
        content = path.read_text("utf-8", errors="replace")
        if "<TIMEX3" in content or "<TimeML" in content:
            yield _timeml(content, path.parent.name)
        elif '"expected"' in content:
            yield from _marked_sentences(content, path.parent.name)
        elif _first_row(content):
            yield from _expressions(content, f"{path.parent.name}/{path.stem}")


def _timeml(content: str, group: str) -> GoldText:
    """TimeML: offsets are those of the text without tags and with entities decoded."""
    created = _CREATED.search(content)
    value = dict(_ATTRIBUTE.findall(created.group())).get("value", "") if created else ""
    body = _BODY.search(content)
    text, times = _untagged(body.group(1) if body else content)
    return GoldText(
        group=group, language=_language(text), text=text, published=_day(value), times=times
    )


def _untagged(marked: str) -> tuple[str, tuple[GoldTime, ...]]:
    text, at = "", 0
    opened: list[tuple[int, str | None]] = []
    times: list[GoldTime] = []
    for tag in _TAG.finditer(marked):
        text += html.unescape(marked[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if not tag[1]:
            opened.append((len(text), dict(_ATTRIBUTE.findall(tag[3])).get("value")))
        elif opened:
            start, value = opened.pop()
            times.append(GoldTime(text=text[start:], start=start, end=len(text), value=value))
    # an expression without words (an implied one) has no span to find
    said = tuple(t for t in times if t.text.strip())
    return text + html.unescape(marked[at:]), said


def _marked_sentences(content: str, group: str) -> Iterator[GoldText]:
    """A JSON list of `test_input` and `expected`, a string with a list of [start, end]."""
    rows = json.loads(content)
    language = _language("\n".join(row["test_input"] for row in rows))
    for row in rows:
        text = row["test_input"]
        times = tuple(
            GoldTime(text=text[start:end], start=start, end=end)
            for start, end in json.loads(row["expected"])
        )
        yield GoldText(group=group, language=language, text=text, published=None, times=times)


def _expressions(content: str, group: str) -> Iterator[GoldText]:
    """Rows of expression, type and value; the first row of a document is its creation date."""
    language = "es" if len(_SPANISH.findall(content.lower())) > content.count("\n") / 20 else "en"
    for block in re.split(r"\n\s*\n", content):
        rows = [line.split("\t") for line in block.splitlines() if line.count("\t") >= 2]
        if rows:
            yield GoldText(
                group=group,
                language=language,
                text=None,
                published=_day(rows[0][2]),
                times=tuple(GoldTime(text=row[0], value=row[2]) for row in rows[1:]),
            )


def _first_row(content: str) -> bool:
    cells = content.lstrip().split("\n", 1)[0].split("\t")
    return len(cells) >= 3 and cells[1] in _TYPES


def _language(text: str) -> str:
    if len(_ARABIC.findall(text)) < len(text) / 4:
        return "en"
    persian = sum(text.count(letter) for letter in "پچگژکی")
    arabic = sum(text.count(letter) for letter in "ةكيىأإ")
    return "fa" if persian >= arabic else "ar"


def _day(value: str) -> date | None:
    match = _DAY.match(value)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None
