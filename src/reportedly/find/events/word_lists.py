"""The word lists that experts edit beside the event lexicon, read from data/lexicons/en."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.data_files import check_word_lists, read_word_lists


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """Words by which a phrase acts or suffers in an act, beside the rules of the event lexicon."""

    # around a noun that tells an act (told/noun_roles.py, told/whose_deed.py, told/roles.py)
    organising: frozenset[str]
    perpetrating: frozenset[str]
    works: frozenset[str]
    beholding: frozenset[str]
    hours: frozenset[str]
    raided: frozenset[str]
    raiding: frozenset[str]
    taking_part: frozenset[str]
    suffered: frozenset[str]
    held: frozenset[str]
    led: frozenset[str]
    stretches: frozenset[str]
    spending: frozenset[str]
    travelling: frozenset[str]
    setting_out: frozenset[str]
    fights: frozenset[str]
    attempts: frozenset[str]
    making_attempts: frozenset[str]
    attempting: frozenset[str]
    announced: frozenset[str]
    groups: frozenset[str]
    # behind a thing (told/bearers.py)
    means: frozenset[str]
    goods: frozenset[str]
    sending: frozenset[str]
    weapons: frozenset[str]
    machines: frozenset[str]
    scenes: frozenset[str]
    sent_by: frozenset[str]
    stances: frozenset[str]
    states: frozenset[str]
    # whom an act is aimed at (told/aims.py, told/gainers.py, told/both.py)
    protesting: frozenset[str]
    dispersing: frozenset[str]
    likenesses: frozenset[str]
    losses_of_office: frozenset[str]
    asked_for_somebody: frozenset[str]
    asked_about_somebody: frozenset[str]
    condemned: frozenset[str]
    pairs: frozenset[str]
    # who is told by a deed of his past (told/nearby.py)
    authors: frozenset[str]
    suspected: frozenset[str]
    # without a subject or an agent (told/harm.py, told/hidden_subjects.py)
    harmful_deeds: frozenset[str]
    harming: frozenset[str]
    laying: frozenset[str]
    charges: frozenset[str]
    writings: frozenset[str]
    orders: frozenset[str]


@cache
def role_words() -> RoleWords:
    """The lists of roles.toml, read once."""
    return read_word_lists(RoleWords, "roles.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneWords:
    """Words for where an act was, or was not."""

    # places by a common noun (told/place.py, told/lands.py, told/scene.py, counts/counts.py)
    settlements: frozenset[str]
    spots: frozenset[str]
    parts: frozenset[str]
    unnamed: frozenset[str]
    sites: frozenset[str]
    afield: frozenset[str]
    directions: frozenset[str]
    followers: frozenset[str]
    basing: frozenset[str]
    missions: frozenset[str]
    moving: frozenset[str]
    carrying: frozenset[str]
    inquiries: frozenset[str]
    seats: frozenset[str]
    locals: frozenset[str]
    traits: frozenset[str]
    ground: frozenset[str]
    counted_places: frozenset[str]
    # acts that leave a place as it is (told/lands.py, told/not_there.py)
    stopping: frozenset[str]
    truces: frozenset[str]
    gatherings: frozenset[str]
    wards: frozenset[str]
    # one town of an article (acts/one_town.py)
    everywhere: frozenset[str]
    local_offices: frozenset[str]


@cache
def scene_words() -> SceneWords:
    """The lists of scenes.toml, read once."""
    return read_word_lists(SceneWords, "scenes.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningWords:
    """Words of threats, and of protests to come, that name no act."""

    # warnings (told/warnings.py)
    punishing: frozenset[str]
    vague_punishing: frozenset[str]
    punishments: frozenset[str]
    steps: frozenset[str]
    nature: frozenset[str]
    yielding: frozenset[str]
    # protests that go on (told/returns.py)
    protesting: frozenset[str]
    streets: frozenset[str]


@cache
def warning_words() -> WarningWords:
    """The lists of warnings.toml, read once."""
    return read_word_lists(WarningWords, "warnings.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingWords:
    """Words by which passages tell one act or several, and whose numbers and names belong to it."""

    # one act or several (told/naming.py, acts/spread.py, acts/once.py, told/known.py)
    munitions: frozenset[str]
    mishaps: frozenset[str]
    stretches: frozenset[str]
    spreading: frozenset[str]
    taking_up: frozenset[str]
    happening: frozenset[str]
    befalling: frozenset[str]
    causing: frozenset[str]
    parts: frozenset[str]
    doers: frozenset[str]
    crimes: frozenset[str]
    committing: frozenset[str]
    # who was hit, and how many (acts/identified.py, acts/who.py, acts/counting.py)
    victims: frozenset[str]
    harmed: frozenset[str]
    hurt: frozenset[str]
    bodily: frozenset[str]
    crashes: frozenset[str]
    wrecking: frozenset[str]
    bursting: frozenset[str]
    blasts: frozenset[str]
    by_accident: frozenset[str]
    crowds: frozenset[str]
    violence: frozenset[str]
    # totals beside the news (told/over_time.py)
    wars: frozenset[str]
    fights: frozenset[str]
    upheavals: frozenset[str]
    # reports of weeks or months (told/periods.py)
    recording: frozenset[str]
    records_of_periods: frozenset[str]


@cache
def telling_words() -> TellingWords:
    """The lists of tellings.toml, read once."""
    return read_word_lists(TellingWords, "tellings.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceWords:
    """Verbs and nouns that show a passive where syntax alone does not."""

    # verbs and what stands beside them (triggers/voice.py, counts/verbs.py)
    needs_object: frozenset[str]
    needs_object_with: frozenset[str]
    harms: frozenset[str]
    of_force: frozenset[str]
    done_to_somebody: frozenset[str]
    means: frozenset[str]
    vehicles: frozenset[str]
    lapses: frozenset[str]


@cache
def voice_words() -> VoiceWords:
    """The lists of voice.toml, read once."""
    return read_word_lists(VoiceWords, "voice.toml")


def check_event_words() -> list[str]:
    """One line for each fault of these files: unknown, missing or double lists and words."""
    return [
        *check_word_lists(RoleWords, "roles.toml"),
        *check_word_lists(SceneWords, "scenes.toml"),
        *check_word_lists(WarningWords, "warnings.toml"),
        *check_word_lists(TellingWords, "tellings.toml"),
        *check_word_lists(VoiceWords, "voice.toml"),
    ]
