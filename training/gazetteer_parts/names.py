"""The names of a place as the gazetteer files them, and how a name stands to its place."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterable
from functools import cache

from gazetteer_parts.inputs import ROOT

NAMES = ROOT / "src/reportedly/find/places/names.py"
WORDS = ROOT / "src/reportedly/data/lexicons/en/lower_case_words.txt"

# loaded by path: at build time the package is not installed
_module = runpy.run_path(str(NAMES))
normalise_name = _module["normalise_name"]
skeleton = _module["skeleton"]
sound = _module["sound"]

NAME, ALTERNATE, DEMONYM, CODE = 0, 1, 2, 3
LONGEST_NAME = 6  # words; longer official titles are not how news names a place
# Scripts of the languages that we read; GeoNames' own ASCII renderings of other scripts
# ('de hei lan') begin in lower case, and airport codes are three or four capitals.
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_RENDERING = re.compile(r"^[^A-Z\u00c0-\u024f\u0600-\u06ff\ufb50-\ufeff]+$")
_CODE = re.compile(r"^[A-Z]{2,4}$")
# 'the District' is Columbia's in one town and everybody's elsewhere
_UNITS = frozenset(
    {"borough", "capital", "city", "commune", "county", "department", "district", "division",
     "governorate", "municipality", "oblast", "parish", "prefecture", "province", "region",
     "republic", "state", "territory", "town", "village"}
)  # fmt: skip
# what news leaves out behind a name of its own: "in Kurram", never "in Western"
_LEFT_OUT = frozenset(
    {"agency", "department", "district", "division", "governorate", "oblast", "region", "zone"}
)
_SIDES = frozenset(
    {"capital", "central", "coast", "coastal", "east", "eastern", "federal", "islands", "lower",
     "metropolitan", "middle", "mountain", "national", "north", "northeast", "northeastern",
     "northern", "northwest", "northwestern", "special", "south", "southeast", "southeastern",
     "regional", "southern", "southwest", "southwestern", "upper", "urban", "west", "western"}
)  # fmt: skip
_LED_BY = re.compile(
    r"^(?:provincia|departamento|distrito|municipio|partido|departement|cercle|arrondissement|"
    r"prefecture|canton)(?: (?:de|du|del|des|of))?(?: (?:la|las|los|l))? |"
    r"^(?:kabupaten|shahrestan e|huyen|amphoe|srok|qada|canton) "
)
_ADJECTIVE = re.compile(r"sk(?:y|yy|iy|yi|aya|a)$")  # of a town: 'Kirovsky', else a surname
_SHORTEST_BARE = 4  # letters
_SAME_NAME = 0.5  # share of letter pairs from which two names are spellings of one


def file_key(name: str) -> str:
    """The key of a name: normalised, without the article."""
    return str(normalise_name(name).removeprefix("the "))


def filed(
    names: Iterable[tuple[str, int]], *, codes: bool = True, longest: int = LONGEST_NAME
) -> list[tuple[str, int]]:
    """The keys of names in scripts that we read, with or without alternates like 'THR'."""
    found = []
    for name, form in names:
        if form == ALTERNATE and (
            _OTHER_SCRIPT.search(name)
            or _RENDERING.match(name)
            or (not codes and _CODE.match(name))
        ):
            continue
        key = file_key(name)
        if form == ALTERNATE and key in _UNITS:
            continue
        if len(key) > 1 and key.count(" ") < longest:
            found.append((key, form))
    return found


def bare_names(name: str) -> list[tuple[str, int]]:
    """A unit's name as news says it: 'Kurram District' is 'Kurram', 'Provincia de Puno' 'Puno'.

    'Western Region' stays whole, as do names that are English words ('Date District').
    """
    key = file_key(name)
    bare = _LED_BY.sub("", key)
    own = bare.split()
    if own and own[-1] in _LEFT_OUT:
        own.pop()
        bare = " ".join(own)
    plain = len(bare) >= _SHORTEST_BARE and not _SIDES.intersection(own)
    plain = plain and _ADJECTIVE.search(bare) is None and bare not in _words()
    return [(bare, ALTERNATE)] if plain and bare != key else []


@cache
def _words() -> frozenset[str]:
    return frozenset(WORDS.read_text("utf-8").split())


def alternates(cell: str) -> list[tuple[str, int]]:
    """The names of a cell of our tables."""
    return [(name, ALTERNATE) for name in cell.split("|") if name]


def demonyms(cell: str) -> list[tuple[str, int]]:
    """Adjectives and inhabitants, plurals added: 'Kenyan|Swiss' to Kenyan, Kenyans, Swiss."""
    found = []
    for word in filter(None, cell.split("|")):
        found.append((word, DEMONYM))
        if not word.endswith(("s", "sh", "ch", "ese", "men", "man")):
            found.append((word + "s", DEMONYM))
    return found


def is_spelling_of(name: str, keys: Iterable[str]) -> bool:
    """Whether a name shares most of its letter pairs with one of these: not a nickname."""
    pairs = _pairs(file_key(name))
    return any(
        2 * len(pairs & other) >= _SAME_NAME * (len(pairs) + len(other))
        for other in map(_pairs, keys)
    )


def _pairs(key: str) -> set[str]:
    return {key[i : i + 2] for i in range(len(key) - 1)}
