"""When no place is better than the wrong one: names that the gazetteer hardly means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.find.places.candidates import is_short_form
from reportedly.find.places.gazetteer import Entry
from reportedly.find.places.toponym import Group, Toponym
from reportedly.find.places.votes import Tally

_KNOWN_ANYWHERE = 100_000  # inhabitants: such a town is meant even if a unit is misread
_LITTLE_KNOWN = 50_000  # inhabitants: not meant unaided where a text is about another country
_NO_HAMLET = 5_000  # inhabitants
_LITTLE_KNOWN_DISTRICT = 200_000
_ELSEWHERE = 0.05  # share of votes that makes a country one of those a text is about
_LEAST_ABOUT = 0.65  # votes from which a text is about some country


def contradicted(toponym: Toponym, best: Entry) -> bool:
    """Whether the text places the name in a unit that holds none of its candidates."""
    if not toponym.parents:
        return False
    named = {unit for units in toponym.parents for unit in units}
    if any(
        named & {*entry.holders, f"country:{entry.country}", entry.id} for entry in toponym.entries
    ):
        return False
    return best.kind == "town" and best.population < _KNOWN_ANYWHERE


def voters(
    groups: Mapping[Group, Toponym], best: Mapping[Group, Entry]
) -> Sequence[tuple[Group, Toponym]]:
    """The names that tell which countries a text is about: none that is read by a part of it.

    Where a dateline tells where the text was written, little towns do not vote: the namesakes of
    two quarters of its town may lie in one far country.
    """
    sure = [(key, one) for key, one in groups.items() if not one.partial or one.dateline]
    if not any(one.dateline for one in groups.values()):
        return sure
    return [(key, one) for key, one in sure if one.dateline or not _is_little(best[key])]


def out_of_company(toponym: Toponym, best: Entry, company: Tally) -> bool:
    """Whether the best reading is a little town of a country that the text is not about.

    Gazetteers lack most quarters and hamlets, and have namesakes of them far away.
    """
    if toponym.partial and _is_local(best) and not company.is_near(toponym.key, best):
        return True
    little = _is_little(best) or toponym.village or is_short_form(toponym.key, best)
    if not little or toponym.parents or toponym.dateline or toponym.home:
        return False
    if _is_only_one(toponym, best) and not toponym.village:
        return False
    everything = company.countries_of_others(toponym.key)
    own = company.of_others(toponym.key, f"country:{best.country}")
    return everything >= _LEAST_ABOUT and own < _ELSEWHERE * everything


def _is_only_one(toponym: Toponym, best: Entry) -> bool:
    """Whether nothing else far away bears the name, and the town is no hamlet."""
    others = (e for e in toponym.entries if e.country != best.country or e.form == "name")
    return (
        best.form == "name"
        and best.population >= _NO_HAMLET
        and all(e.id == best.id or best.id in e.holders or e.id in best.holders for e in others)
    )


def _is_local(entry: Entry) -> bool:
    return entry.kind in ("town", "district", "site") and entry.population < _KNOWN_ANYWHERE


def _is_little(entry: Entry) -> bool:
    if entry.own:
        return False
    if entry.kind == "district":
        return entry.population < _LITTLE_KNOWN_DISTRICT
    return entry.kind == "town" and entry.population < _LITTLE_KNOWN and not entry.capital
