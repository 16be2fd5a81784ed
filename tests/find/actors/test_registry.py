"""The registry of known actors: look-ups, dates, countries; and the check of its tables."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.find.actors import ActorRegistry, check_actors, load_actor_registry


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    return load_actor_registry()


def test_the_shipped_tables_are_sound() -> None:
    assert check_actors() == []


def test_there_are_many_actors_from_all_parts_of_the_world(registry: ActorRegistry) -> None:
    assert len(registry.actors) >= 200
    assert len({a.country for a in registry.actors}) >= 60


CASES = [
    ("United Nations", "un", "name"),
    ("the United Nations", "un", "article"),
    ("UNITED NATIONS", "un", "longer names without their capitals"),
    ("UNHCR", "unhcr", "acronym"),
    ("Farabundo Martí National Liberation Front", "fmln", "accents"),
    ("unhcr", None, "a single word keeps its capitals"),
    ("who", None, "a pronoun is no organisation"),
    ("Union of Teapots", None, "unknown"),
]


@pytest.mark.parametrize(("name", "registry_id", "why"), CASES, ids=[c[2] for c in CASES])
def test_lookup(registry: ActorRegistry, name: str, registry_id: str | None, why: str) -> None:
    found = registry.lookup(name)
    assert (found.registry_id if found else None) == registry_id, why


def test_a_name_holds_only_in_its_years(registry: ActorRegistry) -> None:
    assert registry.lookup("Tamil Tigers", on=date(2008, 5, 1)) is not None
    assert registry.lookup("Tamil Tigers", on=date(2020, 5, 1)) is None


def test_countries_by_name_and_demonym(registry: ActorRegistry) -> None:
    for word in ("Kenya", "Kenyan", "Kenyans", "kenyan"):
        country = registry.country_of(word)
        assert country is not None
        assert country.government == "Government of Kenya"
    assert registry.country_of("Kestria") is None


def test_palaces_stand_for_governments(registry: ActorRegistry) -> None:
    country = registry.seat_of("Kremlin")
    assert country is not None
    assert country.code == "RU"
    assert registry.country_by_code("KE") is not None
    assert registry.country_by_code(None) is None
