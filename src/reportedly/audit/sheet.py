"""The coding sheet: a CSV file with a row for each report, read with one line for each fault.

Cells of several values are separated by semicolons. A row with `other_reading_of` is another way
in which that report can rightly be coded. docs/audit.md describes the columns.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportedly.audit.agree import Days, Passage, PlaceCode
from reportedly.audit.codes import STATUSES, Chain, CodedReport, Number, Reading
from reportedly.errors import OptionError
from reportedly.filters import TYPES

COLUMNS = (
    "article", "report", "type", "mode", "status", "actors", "recipients", "place", "country",
    "latitude", "longitude", "first_day", "last_day", "crowd", "killed", "injured", "arrested",
    "missing", "speakers", "words", "start", "end", "comment",
)  # fmt: skip
"""The columns of an empty sheet."""

MORE_COLUMNS = ("other_reading_of", "optional", "same_passage_only", "alleged_actors",
                "actors_may_be_alleged", "not_actors", "seconds")  # fmt: skip
"""Columns for doubts; a sheet may lack them."""

NO_EVENT = "NONE"
"""The type of a row that says: read, and nothing to code."""

KINDS = {"crowd": "crowd", "killed": "dead", "injured": "injured", "arrested": "arrested",
         "missing": "missing"}  # fmt: skip
_OUTLET, _NONE, _ANY = "outlet", "none", "*"
_YES = frozenset({"yes", "y", "1", "true", "x"})
_NUMBER = re.compile(r"(?:(\d+)|(\d+)\s*-\s*(\d+)|(\d+)\+|up to (\d+)|\?)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"'(?=[=+\-@\t\r])")  # what our writer puts before a formula


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSheet:
    """The rows of a sheet: which articles were read, their reports, and what is wrong."""

    reports: Mapping[str, tuple[CodedReport, ...]]  # by article; an empty tuple was read
    faults: tuple[str, ...]
    seconds: tuple[float, ...] = ()  # that a report took, where the sheet tells


def read_sheet(path: Path) -> CodedSheet:
    """Read a coding sheet; wrong cells become faults and their rows are left out.

    Raises:
        OptionError: if the file cannot be read or lacks a column that every sheet needs.
    """
    return sheet_of(_rows(path), path.name)


def sheet_of(rows: Iterable[Mapping[str, str]], name: str) -> CodedSheet:
    """Rows of cells, which begin on line 2 of a file, as codes."""
    found: dict[str, dict[str, CodedReport]] = {}
    others: list[tuple[int, str, str, Reading]] = []
    faults: list[str] = []
    seconds: list[float] = []
    for line, row in enumerate(rows, start=2):
        article = row.get("article", "").strip()
        if not any(value.strip() for value in row.values()):
            continue
        try:
            if not article:
                raise _RowError("no article")
            reports = found.setdefault(article, {})
            if row.get("type", "").strip().upper() == NO_EVENT:
                continue
            parent = row.get("other_reading_of", "").strip()
            if parent:
                others.append((line, article, parent, _reading(row)[0]))
                continue
            report = _report(row, article, line)
            if report.code in reports:
                raise _RowError(f"report {report.code} stands twice in this article")
            reports[report.code] = report
            if row.get("seconds", "").strip():
                seconds.append(_float(row, "seconds") or 0.0)
        except _RowError as fault:
            faults.append(f"{name} row {line}: {fault}")
    for line, article, parent, reading in others:
        main = found[article].get(parent)
        if main is None:
            faults.append(f"{name} row {line}: no report {parent} of this article")
            continue
        found[article][parent] = replace(main, given=(*main.given, reading))
    return CodedSheet(
        reports={article: tuple(reports.values()) for article, reports in found.items()},
        faults=tuple(faults),
        seconds=tuple(seconds),
    )


def read_names(path: Path) -> dict[str, tuple[str, ...]]:
    """Aliases from `names.csv` (columns name, alias); none where there is no such file."""
    if not path.is_file():
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows(path, needed=("name", "alias")):
        name, alias = row["name"].strip(), row["alias"].strip()
        if name:
            found[name] = (*found.get(name, ()), alias) if alias else found.get(name, ())
    return found


class _RowError(Exception):
    """What is wrong with one row."""


def _rows(path: Path, needed: tuple[str, ...] = ("article", "type")) -> Iterator[dict[str, str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise OptionError(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise OptionError(f"{path} is not UTF-8: save it as 'CSV UTF-8'") from None
    head = text.partition("\n")[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        names = [(name or "").strip() for name in rows.fieldnames or ()]
        missing = [name for name in needed if name not in names]
        if missing:
            raise OptionError(f"{path} has no column {', '.join(missing)}")
        rows.fieldnames = names
        for row in rows:
            yield {
                name: _APOSTROPHE.sub("", value, count=1) if value.startswith("'") else value
                for name, value in row.items()
                if isinstance(name, str) and isinstance(value, str)
            }
    except csv.Error as error:
        raise OptionError(f"{path} line {rows.line_num}: {error}") from None


# --- one row --------------------------------------------------------------------------------


def _report(row: Mapping[str, str], article: str, line: int) -> CodedReport:
    reading, retold_either = _reading(row)
    alleged = _list(row, "alleged_actors")
    words = row.get("words", "").strip()
    start, end = _integer(row, "start"), _integer(row, "end")
    return CodedReport(
        code=row.get("report", "").strip() or f"row {line}",
        article=article,
        given=(reading,),
        retold_either=retold_either,
        optional=_yes(row, "optional"),
        by_evidence=_yes(row, "same_passage_only"),
        recipients=_list(row, "recipients"),
        alleged=tuple(name for name in alleged if name.casefold() != _NONE),
        alleged_optional=any(name.casefold() == _NONE for name in alleged),
        actors_may_be_alleged=_yes(row, "actors_may_be_alleged"),
        not_actors=_list(row, "not_actors"),
        numbers=tuple(_numbers(row)),
        chains=_chains(row.get("speakers", "")),
        evidence=Passage(text=words, start=start, end=end) if words or start is not None else None,
    )


def _reading(row: Mapping[str, str]) -> tuple[Reading, bool]:
    """A reading, and whether it may be told as retold as well."""
    kind = row.get("type", "").strip().upper()
    if kind not in TYPES:
        raise _RowError(f"no type {kind!r}; one of {', '.join(TYPES)} or {NO_EVENT}")
    statuses = [word.casefold() for word in _list(row, "status")] or ["actual"]
    wrong = [word for word in statuses if word not in STATUSES]
    if wrong:
        raise _RowError(f"no status {wrong[0]!r}; one of {', '.join(STATUSES)}")
    if len(statuses) > 1 and statuses != ["actual", "retold"]:
        raise _RowError("two statuses are 'actual; retold'; other doubts are rows of their own")
    reading = Reading(
        type=kind,
        status=statuses[0],
        modes=_modes(row),
        actors=_list(row, "actors"),
        place=_place(row),
        days=_days(row),
    )
    return reading, len(statuses) > 1


def _modes(row: Mapping[str, str]) -> tuple[str | None, ...] | None:
    words = _list(row, "mode")
    if words == (_ANY,):
        return None
    return tuple(None if word.casefold() == _NONE else word for word in words)


def _place(row: Mapping[str, str]) -> PlaceCode | None:
    name = row.get("place", "").strip()
    lat, lon = _float(row, "latitude"), _float(row, "longitude")
    if (lat is None) != (lon is None):
        raise _RowError("latitude and longitude stand together")
    if lat is not None and lon is not None and not (abs(lat) <= 90 and abs(lon) <= 180):
        raise _RowError(f"no such point: {lat}, {lon}")
    if not name and lat is None:
        return None
    return PlaceCode(name=name, country=row.get("country", "").strip() or None, lat=lat, lon=lon)


def _days(row: Mapping[str, str]) -> Days | None:
    first, last = (_day(row, name) for name in ("first_day", "last_day"))
    if first is None:
        if last is not None:
            raise _RowError("last_day without first_day")
        return None
    last = last or first
    if last < first:
        raise _RowError(f"last_day {last} is before first_day {first}")
    return Days(first=first, last=last)


def _day(row: Mapping[str, str], name: str) -> date | None:
    value = row.get(name, "").strip()
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _RowError(f"{name} is a day as YYYY-MM-DD, not {value!r}") from None


def _numbers(row: Mapping[str, str]) -> Iterator[Number]:
    for column, kind in KINDS.items():
        for word in _list(row, column):
            match = _NUMBER.fullmatch(word)
            if match is None:
                raise _RowError(f"{column}: 3, 200-300, 100+, 'up to 50' or ?, not {word!r}")
            exact, low, high, least, most = (int(n) if n else None for n in match.groups())
            if exact is not None:
                low = high = exact
            yield kind, least if least is not None else low, most if most is not None else high


def _chains(cell: str) -> tuple[Chain, ...]:
    """'organisers | police > organisers | outlet': accepted chains, outermost speaker first."""
    found = []
    for words in cell.split("|"):
        links = tuple(link.strip() for link in words.split(">") if link.strip())
        found.append(() if links == (_OUTLET,) else links)
    return tuple(found)


def _list(row: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in row.get(name, "").split(";") if part.strip())


def _yes(row: Mapping[str, str], name: str) -> bool:
    return row.get(name, "").strip().casefold() in _YES


def _integer(row: Mapping[str, str], name: str) -> int | None:
    value = row.get(name, "").strip()
    if not value:
        return None
    if not value.isdigit():
        raise _RowError(f"{name} is a whole number, not {value!r}")
    return int(value)


def _float(row: Mapping[str, str], name: str) -> float | None:
    value = row.get(name, "").strip()
    try:
        return float(value) if value else None
    except ValueError:
        raise _RowError(f"{name} is a number, not {value!r}") from None
