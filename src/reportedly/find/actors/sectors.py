"""PLOVER sectors of phrases, and the words by which phrases about somebody are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.data_files import read_lexicon
from reportedly.errors import DataError

_LONGEST = 3  # words of a head wording
_AGAINST = frozenset({"anti", "counter"})
_FOUGHT = frozenset({"REB", "CRM"})  # whom the forces of a state are set up against
_TERROR = frozenset({"terror", "terrorism", "terrorist", "narcotics", "drugs", "insurgency"})
SECTORS = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
     "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "UNO",
     "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorWords:
    """The tables of sectors.toml; words are lower case."""

    heads: Mapping[str, str]
    modifiers: Mapping[str, str]
    adds: Mapping[str, str]
    names: Mapping[str, str]
    former: frozenset[str]
    offices_left: frozenset[str]  # sectors that a former office loses
    fighters: frozenset[str]  # sectors that are lost with the arms
    disarmed: frozenset[str]  # 'surrendered': the fighter is a civilian
    acting: frozenset[str]
    supporting: frozenset[str]
    relatives: frozenset[str]
    offices: frozenset[str]
    collectives: frozenset[str]  # 'a group of rebels'
    belonging: frozenset[str]  # 'a leader of the party': of the sector of what they belong to
    state_offices: frozenset[str]  # GOV where a country owns them: 'the Voldan leader'
    state_fields: frozenset[str]  # 'nuclear': words that may stand before them
    things: frozenset[str]
    not_people: frozenset[str]  # plurals that end like people: 'borders'
    nobody_behind: Mapping[str, frozenset[str]]  # 'mine' behind 'claymore' is no company
    nobody_of: Mapping[str, frozenset[str]]  # 'force' of an explosion is no unit
    epithets: frozenset[str]
    epithet_nouns: Mapping[str, str]


@cache
def load_sector_words() -> SectorWords:
    """Read the shipped sectors.toml.

    Raises:
        DataError: if a table is missing.
    """
    data = read_lexicon("sectors.toml")
    try:
        return SectorWords(
            heads=_by_word(data["heads"]),
            modifiers=_by_word(data["modifiers"]),
            adds=_by_word(data["adds"]),
            names=_by_word(data["names"]),
            former=frozenset(data["former"]["words"]),
            offices_left=frozenset(data["former"]["offices"]),
            fighters=frozenset(data["former"]["fighters"]),
            disarmed=frozenset(data["former"]["disarmed"]),
            acting=frozenset(data["phrases"]["acting"]),
            supporting=frozenset(data["phrases"]["supporting"]),
            relatives=frozenset(data["phrases"]["relatives"]),
            offices=frozenset(data["phrases"]["offices"]),
            collectives=frozenset(data["phrases"]["collectives"]),
            belonging=frozenset(data["phrases"]["belonging"]),
            state_offices=frozenset(data["phrases"]["state_offices"]),
            state_fields=frozenset(data["phrases"]["state_fields"]),
            things=frozenset(data["phrases"]["things"]),
            not_people=frozenset(data["phrases"]["not_people"]),
            nobody_behind=_sets(data["no_people"]["behind"]),
            nobody_of=_sets(data["no_people"]["of"]),
            epithets=frozenset(data["epithets"]["adjectives"]),
            epithet_nouns=dict(data["epithets"]["nouns"]),
        )
    except KeyError as missing:
        raise DataError(f"sectors.toml: the table {missing} is missing") from missing


def sector_of(words: Sequence[str], table: SectorWords | None = None) -> tuple[str, ...]:
    """The sectors of a phrase by its words, head last; primary first, empty if unknown.

    'riot police' → COP; 'rebel leader' → REB; 'former interior minister' → ELI;
    'opposition lawmaker' → LEG, OPP.
    """
    table = table or load_sector_words()
    low = [word.lower().replace("’", "'") for word in words]
    if not low:
        return ()
    low[-1] = _known(low[-1], table.heads)
    against = _against_fighters(low, table)
    low = [word for n, word in enumerate(low) if n not in against]
    primary, used = None, 1
    for size in range(min(_LONGEST, len(low)), 0, -1):
        primary = table.heads.get(" ".join(low[-size:]))
        if primary is not None:
            used = size
            break
    before = low[:-used]
    if primary in (None, "UNK"):
        primary = ("COP" if against else None) or _of_modifiers(before, table) or primary
    if primary == "PRM" and any(table.modifiers.get(w) == "REB" for w in before):
        primary = "REB"  # a rebel militia fights the state
    if primary is None:
        return ()
    if primary in table.offices_left and any(_is_of(word, table.former) for word in low):
        return ("ELI",)
    if primary in table.fighters and any(_is_of(word, table.disarmed) for word in low):
        return ("CVL",)
    added = [table.adds[w] for w in before if table.adds.get(w, primary) != primary]
    return tuple(dict.fromkeys((primary, *added)))


def sector_of_name(words: Sequence[str], table: SectorWords | None = None) -> tuple[str, ...]:
    """The sector that words inside a proper name give: 'Dawn Party' → PTY; empty if none does."""
    table = table or load_sector_words()
    low = [word.lower().replace("’", "'") for word in words]
    for size in range(_LONGEST, 1, -1):  # "BSF patrol party": no party
        role = table.heads.get(" ".join(words[-size:])) if len(words) > size else None
        if role not in (None, "UNK"):
            return (role,)
    for size in (2, 1):
        for end in range(len(low), size - 1, -1):
            found = table.names.get(" ".join(low[end - size : end]))
            if found is not None:
                return (found,)
    return ()


def singular(word: str) -> str:
    """A plausible singular of a lower-case noun: 'policemen' → 'policeman'."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return {"people": "person", "children": "child", "wives": "wife"}.get(word, word)


def _known(word: str, heads: Mapping[str, str]) -> str:
    if word in heads:
        return word
    last = word.rsplit("-", 1)[-1]
    for candidate in (singular(word), last, singular(last)):
        if candidate in heads:
            return candidate
    return singular(word)


def _of_modifiers(before: Sequence[str], table: SectorWords) -> str | None:
    """The sector that the nearest telling modifier gives: 'police union leader' → LAB."""
    for end in range(len(before), 0, -1):
        for size in (2, 1):
            if size <= end:
                words = " ".join(before[end - size : end])
                found = table.modifiers.get(words) or table.heads.get(words)
                if found is not None and found != "UNK":
                    return found
    return None


def _against_fighters(low: Sequence[str], table: SectorWords) -> frozenset[int]:
    """Places of the words by which a body is against fighters: 'anti-rebel force'.

    They say whom it fights and not whose it is: such a force is the state's.
    """
    found: set[int] = set()
    for place, word in enumerate(low):
        opening, _, foe = word.partition("-")
        if opening not in _AGAINST:
            continue
        last = place
        if not foe:  # "anti", "-", "rebel"
            last += 2 if low[place + 1 : place + 2] == ["-"] else 1
            foe = low[last] if last < len(low) else ""
        sector = table.modifiers.get(foe) or table.heads.get(singular(foe))
        if last < len(low) - 1 and (sector in _FOUGHT or foe in _TERROR):
            found.update(range(place, last + 1))
    return frozenset(found)


def _is_of(word: str, former: frozenset[str]) -> bool:
    return word in former or word.startswith("ex-")


def _sets(table: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    return {noun: frozenset(words) for noun, words in table.items()}


def _by_word(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: sector for sector, words in table.items() for word in words}
