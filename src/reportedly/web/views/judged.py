"""People's judgements about reports, as the pages show them."""

from __future__ import annotations

from typing import Any

from reportedly.store import AttachedJudgement
from reportedly.store.judgements import is_decision
from reportedly.web.library import Library


def judgements_about(library: Library, report_ids: set[str]) -> list[dict[str, Any]]:
    """Judgements about any of these reports, in the order in which they were made."""
    return [
        judgement_row(one)
        for one in library.collection.attached_judgements()
        if one.judgement.subject in report_ids or one.judgement.other in report_ids
    ]


def judgement_row(one: AttachedJudgement) -> dict[str, Any]:
    """A judgement in plain values."""
    judgement = one.judgement
    return {
        "number": one.number,
        "kind": judgement.kind,
        "subject": judgement.subject,
        "other": judgement.other,
        "by": judgement.by,
        "at": judgement.at,
        "field": judgement.field,
        "value": judgement.value,
        "comment": judgement.comment,
        "undone": one.undone,
        "carried": one.how == "carried",
        "decided": is_decision(judgement),
        "overruled": one.overruled,
    }
