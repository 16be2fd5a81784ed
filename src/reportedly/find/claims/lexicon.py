"""Words of accusation and habit, from data/lexicons/en/claims.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.data_files import read_lexicon

_LISTS = {
    "subjects": ("power", "means", "people", "anybody", "parts", "plain_people"),
    "charged": (
        "epithets",
        "nouns",
        "verbs",
        "adjectives",
        "force",
        "harms",
        "agents",
        "leading",
        "leading_phrases",
        "traits",
        "dubbed",
        "judging",
        "duties",
        "undone",
        "on_duty",
        "presumed",
    ),
    "upheld": ("verbs", "nouns"),
    "habit": ("words", "phrases", "lasting", "ever", "ought", "plain", "silent"),
    "blame": ("verbs", "charging", "charges", "nobody"),
    "answers": (
        "denying",
        "denied",
        "naming",
        "praising",
        "calling",
        "estimating",
        "amounts",
        "promising",
        "perceiving",
        "attributing",
        "deeds",
    ),
    "toll": ("verbs", "dying", "lying", "bodies", "bringing", "crowding", "joined", "drawing"),
    "denial": ("words",),
    "told": ("counting", "rumours", "concluding"),
    "laid": ("tying", "sides", "hallmarks", "bearing", "suspects", "doings"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLexicon:
    """Lower-case lemmas; see claims.md beside the data."""

    power: frozenset[str]
    means: frozenset[str]
    people: frozenset[str]
    anybody: frozenset[str]
    parts: frozenset[str]
    plain_people: frozenset[str]
    epithets: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    force: frozenset[str]
    harms: frozenset[str]
    agents: frozenset[str]
    leading: frozenset[str]
    leading_phrases: tuple[str, ...]
    traits: frozenset[str]
    dubbed: frozenset[str]
    lasting: tuple[str, ...]
    judging: frozenset[str]
    duties: frozenset[str]
    undone: frozenset[str]  # "the attackers went **unpunished**"
    on_duty: frozenset[str]
    presumed: frozenset[str]
    ever: frozenset[str]
    ought: frozenset[str]
    plain: frozenset[str]
    silent: frozenset[str]
    stands: frozenset[str]
    accounts: frozenset[str]
    habit_words: frozenset[str]
    habit_phrases: tuple[str, ...]
    blame: frozenset[str]
    charging: frozenset[str]
    charges: frozenset[str]
    nobody: frozenset[str]
    denial: tuple[str, ...]
    counting: frozenset[str]
    rumours: frozenset[str]
    concluding: frozenset[str]
    denying: frozenset[str]
    denied: frozenset[str]
    naming: frozenset[str]
    praising: frozenset[str]
    calling: frozenset[str]
    estimating: frozenset[str]
    amounts: frozenset[str]
    promising: frozenset[str]
    perceiving: frozenset[str]
    attributing: frozenset[str]
    deeds: frozenset[str]  # what is laid to somebody: "attributed the **attack** to the Front"
    tying: frozenset[str]
    sides: frozenset[str]
    hallmarks: frozenset[str]
    bearing: frozenset[str]
    suspects: frozenset[str]
    doings: frozenset[str]  # words for an act that say nothing of it: "a new **action**"
    toll_verbs: frozenset[str]
    dying: frozenset[str]
    lying: frozenset[str]
    bodies: frozenset[str]
    bringing: frozenset[str]
    crowding: frozenset[str]
    joined: frozenset[str]
    drawing: frozenset[str]


@cache
def load_claim_lexicon() -> ClaimLexicon:
    """Read the shipped lists."""
    data = read_lexicon("claims.toml")
    return ClaimLexicon(
        power=frozenset(data["subjects"]["power"]),
        means=frozenset(data["subjects"]["means"]),
        people=frozenset(data["subjects"]["people"]),
        anybody=frozenset(data["subjects"]["anybody"]),
        parts=frozenset(data["subjects"]["parts"]),
        plain_people=frozenset(data["subjects"]["plain_people"]),
        epithets=frozenset(data["charged"]["epithets"]),
        nouns=frozenset(data["charged"]["nouns"]),
        verbs=frozenset(data["charged"]["verbs"]),
        adjectives=frozenset(data["charged"]["adjectives"]),
        force=frozenset(data["charged"]["force"]),
        harms=frozenset(data["charged"]["harms"]),
        agents=frozenset(data["charged"]["agents"]),
        leading=frozenset(data["charged"]["leading"]),
        leading_phrases=tuple(data["charged"]["leading_phrases"]),
        dubbed=frozenset(data["charged"]["dubbed"]),
        lasting=tuple(data["habit"]["lasting"]),
        judging=frozenset(data["charged"]["judging"]),
        duties=frozenset(data["charged"]["duties"]),
        undone=frozenset(data["charged"]["undone"]),
        presumed=frozenset(data["charged"]["presumed"]),
        on_duty=frozenset(data["charged"]["on_duty"]),
        ever=frozenset(data["habit"]["ever"]),
        ought=frozenset(data["habit"]["ought"]),
        plain=frozenset(data["habit"]["plain"]),
        silent=frozenset(data["habit"]["silent"]),
        traits=frozenset(data["charged"]["traits"]),
        stands=frozenset(data["upheld"]["verbs"]),
        accounts=frozenset(data["upheld"]["nouns"]),
        habit_words=frozenset(data["habit"]["words"]),
        habit_phrases=tuple(data["habit"]["phrases"]),
        blame=frozenset(data["blame"]["verbs"]),
        charging=frozenset(data["blame"]["charging"]),
        charges=frozenset(data["blame"]["charges"]),
        nobody=frozenset(data["blame"]["nobody"]),
        denial=tuple(data["denial"]["words"]),
        counting=frozenset(data["told"]["counting"]),
        concluding=frozenset(data["told"]["concluding"]),
        rumours=frozenset(data["told"]["rumours"]),
        denying=frozenset(data["answers"]["denying"]),
        denied=frozenset(data["answers"]["denied"]),
        naming=frozenset(data["answers"]["naming"]),
        praising=frozenset(data["answers"]["praising"]),
        calling=frozenset(data["answers"]["calling"]),
        estimating=frozenset(data["answers"]["estimating"]),
        amounts=frozenset(data["answers"]["amounts"]),
        perceiving=frozenset(data["answers"]["perceiving"]),
        attributing=frozenset(data["answers"]["attributing"]),
        deeds=frozenset(data["answers"]["deeds"]),
        promising=frozenset(data["answers"]["promising"]),
        tying=frozenset(data["laid"]["tying"]),
        sides=frozenset(data["laid"]["sides"]),
        hallmarks=frozenset(data["laid"]["hallmarks"]),
        bearing=frozenset(data["laid"]["bearing"]),
        suspects=frozenset(data["laid"]["suspects"]),
        doings=frozenset(data["laid"]["doings"]),
        toll_verbs=frozenset(data["toll"]["verbs"]),
        dying=frozenset(data["toll"]["dying"]),
        lying=frozenset(data["toll"]["lying"]),
        bodies=frozenset(data["toll"]["bodies"]),
        bringing=frozenset(data["toll"]["bringing"]),
        crowding=frozenset(data["toll"]["crowding"]),
        joined=frozenset(data["toll"]["joined"]),
        drawing=frozenset(data["toll"]["drawing"]),
    )


def check_claim_lexicon(data: dict[str, Any] | None = None) -> list[str]:
    """One line per fault of claims.toml (or of its parsed content)."""
    data = read_lexicon("claims.toml") if data is None else data
    faults = [
        f"claims.toml: {table}.{key}: missing"
        for table, keys in _LISTS.items()
        for key in keys
        if key not in data.get(table, {})
    ]
    for table, lists in data.items():
        for key, entries in lists.items():
            where = f"claims.toml: {table}.{key}"
            if key not in _LISTS.get(table, ()):
                faults.append(f"{where}: unknown list")
            doubled = sorted({e for e in entries if entries.count(e) > 1})
            faults += [f"{where}: {entry!r} stands twice" for entry in doubled]
            faults += [f"{where}: {e!r} is not lower case" for e in entries if e != e.lower()]
    return faults
