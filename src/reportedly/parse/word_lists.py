"""The words by which parses are put right, read from data/lexicons/en/parsing.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.data_files import check_word_lists, read_word_lists


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsingWords:
    """The lists of `parsing.toml`, which says what each is for."""

    # who says and who acts (speakers, agents, main_verbs, objects, lines, listed, slips)
    closing: frozenset[str]
    intransitive: frozenset[str]
    moving: frozenset[str]
    acting: frozenset[str]
    held: frozenset[str]
    holding: frozenset[str]
    with_two_objects: frozenset[str]
    catching: frozenset[str]
    hurting: frozenset[str]
    keeping: frozenset[str]
    dismissing: frozenset[str]
    becoming: frozenset[str]
    branding: frozenset[str]
    finding: frozenset[str]
    people: frozenset[str]
    accusing: frozenset[str]
    deeds: frozenset[str]
    # clauses without their "that" (left_out.py)
    told_of: frozenset[str]
    telling: frozenset[str]
    # whom a "they" or "it" means (meant.py)
    speech: frozenset[str]
    statements: frozenset[str]
    mouthpieces: frozenset[str]
    replies: frozenset[str]
    bodies: frozenset[str]
    removing: frozenset[str]
    # names (titles.py, long_names.py, office_holders.py)
    before_names: frozenset[str]
    behind_names: frozenset[str]
    beside_names: frozenset[str]
    office_holders: frozenset[str]
    # offices with hyphens (hyphenated.py)
    beside_offices: frozenset[str]
    offices: frozenset[str]
    general_offices: frozenset[str]
    chief_offices: frozenset[str]
    # datelines (mastheads.py)
    wires: frozenset[str]
    town_openings: frozenset[str]


@cache
def parsing_words() -> ParsingWords:
    """The lists, read once."""
    return read_word_lists(ParsingWords, "parsing.toml")


def check_parsing_words() -> list[str]:
    """One line for each fault of the file: unknown, missing or double lists and words."""
    return check_word_lists(ParsingWords, "parsing.toml")
