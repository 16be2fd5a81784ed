"""The gold of an invented corpus as a coding sheet, as a coder of its articles would fill it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportedly.audit.sheet import COLUMNS, MORE_COLUMNS
from reportedly.export.files import csv_rows

_STATUS = {"threat": "threatened", "historical": "retold"}
_COUNT = {"dead": "killed"}


def write_gold(gold: Mapping[str, Any], folder: Path) -> Path:
    """Write codes.csv and names.csv of a gold file."""
    rows = [row for article in gold["articles"] for row in rows_of(article)]
    codes = folder / "codes.csv"
    write(codes, (*COLUMNS, *MORE_COLUMNS), rows)
    names = [
        {"name": name, "alias": alias}
        for name, aliases in gold.get("names", {}).items()
        for alias in (aliases or [""])
    ]
    write(folder / "names.csv", ("name", "alias"), names)
    return codes


def write(path: Path, columns: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    into = io.StringIO(newline="")
    write_row = csv_rows(into, columns)
    for row in rows:
        write_row(row)
    path.write_text(into.getvalue(), encoding="utf-8", newline="")
    assert list(csv.reader(path.open(encoding="utf-8", newline="")))


def rows_of(article: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of an article: its reports with their other readings, or that it has none."""
    if not article["reports"]:
        return [{"article": article["id"], "type": "NONE"}]
    rows = []
    for report in article["reports"]:
        rows.append(_row(article, report, report))
        for change in report.get("alt", []):
            row = _row(article, report, {**report, **change})
            rows.append({**row, "report": "", "other_reading_of": report["id"]})
    return rows


def _row(
    article: Mapping[str, Any], report: Mapping[str, Any], reading: Mapping[str, Any]
) -> dict[str, Any]:
    place, date = reading["place"] or {}, reading["date"] or {}
    status = _STATUS.get(reading["status"], reading["status"])
    if status == "actual" and (report.get("retold") or report.get("retold_either")):
        status = "actual; retold"
    chains = [report["attribution"], *report.get("accept_attribution", [])]
    alleged = [name(one) for one in report.get("alleged_actors", [])]
    row: dict[str, Any] = {
        "article": article["id"],
        "report": report["id"],
        "type": reading["type"],
        "mode": _modes(report, reading),
        "status": status if reading is report else status.split(";")[0],
        "actors": "; ".join(map(name, reading["actors"])),
        "recipients": "; ".join(map(name, reading["targets"])),
        "place": place.get("name"),
        "country": place.get("country"),
        "latitude": place.get("lat"),
        "longitude": place.get("lon"),
        "first_day": date.get("start"),
        "last_day": date.get("end"),
        "speakers": " | ".join(" > ".join(map(name, chain)) or "outlet" for chain in chains),
        "words": report["evidence"]["text"],
        "start": report["evidence"]["start"],
        "end": report["evidence"]["end"],
        "optional": report.get("optional", False),
        "same_passage_only": report.get("by_evidence", False),
        "alleged_actors": "; ".join(
            [*alleged, *(["none"] if report.get("alleged_optional") else [])]
        ),
        "actors_may_be_alleged": bool(report.get("actors_may_be_alleged")),
        "not_actors": "; ".join(report.get("actors_reject", [])),
    }
    for kind in {one["kind"] for one in report["counts"]}:
        told = [number(one) for one in report["counts"] if one["kind"] == kind]
        row[_COUNT.get(kind, kind)] = "; ".join(told)
    return row


def name(entity: Any) -> str:
    """The name of an actor or speaker, which must not hold what separates values."""
    found = entity if isinstance(entity, str) else entity["name"]
    assert not set(found) & set(";>|")
    return found


def number(count: Mapping[str, Any]) -> str:
    low, high = count.get("low"), count.get("high")
    if low == high:
        return "?" if low is None else str(low)
    if low is None:
        return f"up to {high}"
    return f"{low}+" if high is None else f"{low}-{high}"


def _modes(report: Mapping[str, Any], reading: Mapping[str, Any]) -> str:
    if not (report.get("mode") or report.get("mode_accept")):
        return ""
    if reading["type"] != report["type"] and reading["mode"] == report["mode"]:
        return "*"  # another type of the same act: its modes are not in the gold
    accepted = reading.get("mode_accept", [reading["mode"]])
    return "; ".join(mode or "none" for mode in accepted)
