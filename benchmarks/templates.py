"""Task `templates`: whole messages to incident templates, scored as slots (MUC-3/4).

Rows of `muc34`: a message, nearly all in capitals (`parse` puts them in usual case, no other hint
is given; the day is that of the message's date line), and its templates. A report of violence
(ASSAULT, or a threat of it) that is not denied and not negated is a template. By the key's own
definition a fight of armed sides is no incident: a report is none where two armed sides fight
each other, where fighters or soldiers are told to suffer from the other side (unless an officer is
named), or outlaws alone; nor is what aims at nobody or at a country, sums up others, has a hundred
victims or more over longer than a week, is told in general (no number, doer, place below a country
or day), or happened more than two months before the message (`muc_relevance`). Reports of one type,
stage, place and day, and of one word over several places, are one incident (`muc_incidents`).
Slots:

- `type`: abduction KIDNAPPING, explosives BOMBING, burning ARSON, other violence ATTACK;
- `stage`: ACCOMPLISHED, ATTEMPTED or THREATENED, from `realis`;
- `date`: the intervals overlap; the key dates news of no day "on or before" the message's day
  (`- 08 JAN 90`), and so is an undated report read that is not told again from older news;
- `location`: the place's name is one of the levels below the country, or the country is right and
  the key gives no more;
- `perpetrator_individual`, `perpetrator_organization`: actors of the report, bodies that a claim
  about it blames or that are accused where it is told; the first nameless group alone; persons
  and nameless groups are individuals, named bodies organizations, and members of a body both
  ("guerrillas of the Front", "the rebels" where the report says whose); by the keys' use an army,
  a police, a government or a cartel is an organization, named or not;
- `target_name`, `target_description`: recipients who are persons, by the name and by the role that
  the message gives them anywhere, or by noun (a bare name or a pronoun is no description, and
  "Spanish technician" no name), and those who are counted as killed or hurt; neither fighters,
  nameless soldiers nor what is built or driven, which the keys give as a physical target;
- `effect`: DEATH, INJURY or NO INJURY OR DEATH, by act and counts.

A string is right if it shares a word with an alternative of a fill not yet met. Templates are
aligned one to one by the number of slots that agree; without the type, two others must.
`slot_f1` is over all filled slots of all templates: those of a missed template are missed, those
of an added one are added. `slot_f1_matched` leaves added templates out (MUC's matched/missing).
Optional templates and fills (`?`) are no miss, and no addition if predicted.

`confidence_accuracy`: over aligned organizations, fact or not (suspected, accused, claimed), from
stance and `asserted_by`; claimed is what any passage has the organization itself claim or admit.
`confidence_stance_accuracy` tells states, alleges and admits apart.
Intervals are over messages; the best constant answer finds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.event_gold import Reader, label_lines, share, speed_line
from benchmarks.figures import Matched, f1, finding, lines, precision, recall, rounded
from benchmarks.gold import gold_rows
from benchmarks.muc_incidents import Template, templates_of
from benchmarks.muc_keys import (
    Fill,
    days_of,
    fills_of,
    kinds_of,
    overlap,
    places_of,
    shares_word,
)

SLOTS = (
    "type", "stage", "date", "location", "perpetrator_individual", "perpetrator_organization",
    "target_name", "target_description", "effect",
)  # fmt: skip
_FIELDS = {
    "type": "incident_type",
    "stage": "incident_stage_of_execution",
    "perpetrator_individual": "perp_individual_id",
    "perpetrator_organization": "perp_organization_id",
    "target_name": "hum_tgt_name",
    "target_description": "hum_tgt_description",
}
_EFFECTS = frozenset({"DEATH", "INJURY", "NO INJURY OR DEATH"})
_LEAST = 2  # slots that must agree where the type does not


def run(data: Path | None) -> dict[str, Any]:
    """Read all messages, align templates and score slots.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("templates needs --data: messages with their templates")
    reader = Reader()
    counts: dict[str, list[Matched]] = {slot: [] for slot in SLOTS}
    every: list[Matched] = []
    matched: list[Matched] = []
    stances: list[tuple[str, str]] = []
    for row, _ in gold_rows(data, ("text", "templates", "date_line")):
        day = day_of_message(row["date_line"])
        analysis = reader.analyse(row["text"], day)
        found = templates_of(analysis, reader.resources.actors, day)
        pairs, missed, added = align(row["templates"], found)
        of_message: dict[str, list[Matched]] = {slot: [] for slot in SLOTS}
        for key, template in (*pairs, *((k, None) for k in missed)):
            for slot in SLOTS:
                of_message[slot].append(score(slot, key, template))
        of_matched = [m for slot in SLOTS for m in of_message[slot]]
        for template in added:
            for slot in SLOTS:
                of_message[slot].append(Matched(0, _filled(slot, template), 0))
        for slot in SLOTS:
            counts[slot].append(_sum(of_message[slot]))
        every.append(_sum([m for slot in SLOTS for m in of_message[slot]]))
        matched.append(_sum(of_matched))
        for key, template in pairs:
            stances.extend(confidence(key, template))
    return {
        **finding("slot", every),
        "slot_f1_matched": rounded(f1(matched)),
        "slot_f1_matched_n": sum(m.gold for m in matched),
        "per_slot": {slot: _figures(counts[slot]) for slot in SLOTS},
        **share(
            "confidence_accuracy",
            [(gold == "states") == (got == "states") for gold, got in stances],
            _commonest([gold == "states" for gold, _ in stances]),
        ),
        **share("confidence_stance_accuracy", [gold == got for gold, got in stances]),
        **reader.speed(),
    }


def day_of_message(date_line: str) -> date | None:
    """The day of a message's date line: "BOGOTA, 18 AUG 89 (RADIO)", "LIMA (PERU), 2 MAY 90"."""
    days = days_of(date_line)
    return days[0][1] if days else None


# --- alignment and slots ---------------------------------------------------------------------

Key = dict[str, Any]


def align(
    keys: Sequence[Key], found: Sequence[Template]
) -> tuple[list[tuple[Key, Template]], list[Key], list[Template]]:
    """Pairs of a key and a template, keys that were missed, and templates that were added.

    Optional keys that nothing meets are neither.
    """
    scored = []
    for number, key in enumerate(keys):
        for other, template in enumerate(found):
            agreeing = {slot: score(slot, key, template).right for slot in SLOTS}
            points = sum(map(bool, agreeing.values())) - agreeing["stage"]
            if agreeing["type"] or points >= _LEAST:
                scored.append((-points, number, other))
    taken: dict[int, int] = {}
    for _, number, other in sorted(scored):
        if number not in taken and other not in taken.values():
            taken[number] = other
    pairs = [(keys[n], found[o]) for n, o in sorted(taken.items())]
    missed = [k for n, k in enumerate(keys) if n not in taken and not k["optional"]]
    added = [t for n, t in enumerate(found) if n not in taken.values()]
    return pairs, missed, added


def score(slot: str, key: Key, template: Template | None) -> Matched:
    """Fills of the key, of the template (not those that meet an optional one), and right ones."""
    if slot == "date":
        days = days_of(key["incident_date"])
        given = template is not None and template.days is not None
        right = given and any(overlap(template.days, one) for one in days)  # type: ignore[union-attr, arg-type]
        return Matched(bool(days), given, right)
    if slot == "location":
        places = places_of(key["incident_location"])
        given = template is not None and bool(template.places)
        right = given and any(_is_at(template, one) for one in places)  # type: ignore[arg-type]
        return Matched(bool(places), given, right)
    if slot == "effect":
        told = kinds_of(key["hum_tgt_effect_of_incident"])
        fills = tuple(fill for fill in told if set(fill.alternatives) & _EFFECTS)
    else:
        fills = fills_of(key[_FIELDS[slot]])
    found = template.slots[slot] if template is not None else ()
    return _strings(fills, found, exact=slot in {"type", "stage", "effect"})


def _strings(fills: Sequence[Fill], found: Sequence[str], *, exact: bool) -> Matched:
    left = list(fills)
    right = optional = 0
    for text in found:
        met = next((fill for fill in left if _meets(text, fill, exact=exact)), None)
        if met is not None:
            left.remove(met)
            optional += met.optional
            right += not met.optional
    gold = sum(not fill.optional for fill in fills)
    return Matched(gold, len(found) - optional, right)


def _meets(text: str, fill: Fill, *, exact: bool) -> bool:
    if exact:
        return text in fill.alternatives
    return any(shares_word(text, other) for other in fill.alternatives)


def _is_at(template: Template, levels: Sequence[str]) -> bool:
    if len(levels) == 1:
        return template.places[-1] == levels[0]
    return any(name in levels[1:] for name in template.places)


def confidence(key: Key, template: Template) -> list[tuple[str, str]]:
    """The stance of the gold and ours for each organization that both name.

    Of several stances that a key allows the one that is ours counts.
    """
    found = []
    for fill in fills_of(key["perp_organization_confidence"]):
        ours = next((t for t in template.stances if _meets(t, fill, exact=False)), None)
        if ours is None or fill.kind is None:
            continue
        allowed = [_stance_of(kind) for kind in fill.kind.split(" / ")]
        given = template.stances[ours]
        found.append((given if given in allowed else allowed[0], given))
    return found


def _stance_of(kind: str) -> str:
    if "CLAIMED" in kind or "ADMITTED" in kind:
        return "admits"
    return "states" if "FACT" in kind else "alleges"


def _filled(slot: str, template: Template) -> int:
    if slot == "date":
        return int(template.days is not None)
    if slot == "location":
        return int(bool(template.places))
    return len(template.slots[slot])


def _sum(counts: Sequence[Matched]) -> Matched:
    return Matched(
        sum(c.gold for c in counts), sum(c.found for c in counts), sum(c.right for c in counts)
    )


def _figures(counts: Sequence[Matched]) -> dict[str, Any]:
    return {
        "f1": rounded(f1(counts)),
        "precision": rounded(precision(counts)),
        "recall": rounded(recall(counts)),
        "n": sum(c.gold for c in counts),
    }


def _commonest(values: Sequence[bool]) -> float | None:
    return max(sum(values), len(values) - sum(values)) / len(values) if values else None


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, and slots below."""
    names = ("slot_f1", "slot_precision", "slot_recall", "slot_f1_matched",
             "confidence_accuracy", "confidence_stance_accuracy")  # fmt: skip
    return "\n".join([*lines(result, names), *label_lines(result["per_slot"]), speed_line(result)])
