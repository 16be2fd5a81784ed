"""A name of a text with its candidates, and which mentions of one name denote one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.find.places.gazetteer import Entry

Group = tuple[str, frozenset[str], bool, int]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name with its candidates and what the text says beside it."""

    key: str
    entries: tuple[Entry, ...]
    parents: tuple[frozenset[str], ...] = ()  # from the inner: ids that a unit beside it can be
    elsewhere: tuple[frozenset[str], ...] = ()  # the same, said of another mention of the name
    children: frozenset[str] = frozenset()  # units of which the text says that it is one
    levels: frozenset[str] = frozenset()  # kinds that the text gives it: 'province' …
    dateline: bool = False
    opening: bool = False  # named where the text begins
    partial: bool = False  # the candidates are those of a name inside it
    government: bool = False  # it acts or is dealt with as one
    village: bool = False  # the text calls it one
    home: bool = False  # the outlet is named for a town of this name
    published: date | None = None  # when the text was

    def held(self, entry: Entry) -> int:
        """How many of the units that stand beside the name hold a candidate."""
        return _matches(self.parents, entry)

    def held_elsewhere(self, entry: Entry) -> int:
        """The same for the units beside another mention."""
        return _matches(self.elsewhere, entry)


def group(toponyms: Sequence[Toponym]) -> tuple[list[Group], dict[Group, Toponym]]:
    """Mentions that denote one place, joined: the group of each, and one toponym a group.

    Equal names of one text denote one place, but 'Herat' and 'Herat province' do not, nor do
    'Alexandria, Virginia' and 'Alexandria, Louisiana'. A bare name takes the place that was told
    before it; where the units are told only later ('named after Aberdeen, Scotland'), it may be
    another one.
    """
    told: dict[str, list[Toponym]] = {}
    bare: set[str] = set()
    groups: dict[Group, Toponym] = {}
    of_each = []
    for toponym in toponyms:
        senses = told.setdefault(toponym.key, [])
        sense = -1
        if toponym.parents:
            sense = _sense(senses, toponym)
        elif senses and toponym.key not in bare:
            sense = 0
        else:
            bare.add(toponym.key)
        key = (toponym.key, toponym.levels, bool(toponym.children), sense)
        of_each.append(key)
        if toponym.entries:
            groups[key] = _joined(groups.get(key), toponym)
    for key, one in groups.items():
        if key[3] == -1 and told[key[0]]:
            groups[key] = replace(one, elsewhere=told[key[0]][0].parents)
    return of_each, groups


def _sense(senses: list[Toponym], toponym: Toponym) -> int:
    """The number of the place that earlier units also allow, else of a new one."""
    allowed = _allowed(toponym)
    for number, sense in enumerate(senses):
        both = allowed & _allowed(sense)
        if both or not allowed:
            return number
    senses.append(toponym)
    return len(senses) - 1


def _allowed(toponym: Toponym) -> set[str]:
    """The candidates that most of the units beside the name hold."""
    counts = {entry.id: toponym.held(entry) for entry in toponym.entries}
    most = max(counts.values(), default=0)
    return {name for name, count in counts.items() if count == most and most > 0}


def _joined(known: Toponym | None, toponym: Toponym) -> Toponym:
    if known is None:
        return toponym
    fuller = max(known.parents, toponym.parents, key=len)
    return replace(
        known,
        parents=fuller,
        children=known.children | toponym.children,
        dateline=known.dateline or toponym.dateline,
        opening=known.opening or toponym.opening,
        government=known.government or toponym.government,
        village=known.village or toponym.village,
        home=known.home or toponym.home,
    )


def _matches(parents: Iterable[frozenset[str]], entry: Entry) -> int:
    around = {*entry.holders, f"country:{entry.country}"}
    return sum(not around.isdisjoint(units) for units in parents)
