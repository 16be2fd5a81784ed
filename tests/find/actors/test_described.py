"""What a text says a body is, and who stands for a state; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reportedly.find.actors import ActorRegistry, find_actors, load_actor_registry
from reportedly.find.coreference import find_entities
from reportedly.parse import Document
from reportedly.records import ActorMention, Place, PlaceMention

Parse = Callable[..., Document]

# text, phrase, sectors, why
CASES = [
    ("The PKWR, a splinter group of the rebels, burned two trucks in May.", "The PKWR", ("REB",),
     "an apposition, and the body behind its 'of'"),
    ("Cadres of the PKWR burned two trucks. The PKWR is an armed group.", "Cadres of the PKWR",
     ("REB",), "a plain statement in a later sentence"),
    ("PKWR cadres, a faction of the guerrillas, burned two trucks.", "PKWR cadres", ("REB",),
     "an apposition of the members"),
    ("Cadres of the PKWR burned two trucks.", "Cadres of the PKWR", ("UNK",),
     "nothing says what it is"),
    ("The coastal committee of the rebels met on Monday.", "The coastal committee of the rebels",
     ("REB",), "a part has the sector of the whole"),
    ("A leader of the Harvest Party was shot dead.", "A leader of the Harvest Party", ("PTY",),
     "an office in a named body"),
    ("A friend of the minister was shot dead.", "A friend of the minister", ("UNK",),
     "a friend belongs to no office"),
    ("The rebel militia left the town.", "The rebel militia", ("REB",),
     "a militia of those who fight the state"),
    ("The militia left the town.", "The militia", ("PRM",), "else a militia is none of them"),
    ("A former guerrilla was shot dead.", "A former guerrilla", ("CVL",),
     "who has laid down arms"),
    ("The late rebel leader was buried.", "The late rebel leader", ("REB",),
     "death lays down no arms"),
    ("Iran's nuclear chief rejected the plan.", "Iran's nuclear chief", ("GOV",),
     "an office that a country alone owns"),
    ("Brazil's football chief rejected the plan.", "Brazil's football chief", ("UNK",),
     "a word that says another field"),
    ("The Saudi-led coalition bombed the port.", "The Saudi-led coalition", ("MIL",),
     "an alliance that a country leads"),
    ("The Labour-led coalition lost the vote.", "The Labour-led coalition", ("PTY",),
     "a coalition of parties"),
    ("Israeli forces raided the camp.", "Israeli forces", ("MIL",), "the forces of a state"),
    ("Suspected Boko Haram militants raided the camp.", "Suspected Boko Haram militants",
     ("REB",), "a hedge before a name is no part of it"),
    ("The rebels attacked a military base in the hills.", "a military base", ("MIL",),
     "a pair of words names the body"),
    ("A joint team of Volda and police raided a shop.", "A joint team of Volda and police",
     ("COP",), "of those named together, the one that tells"),
    ("A team comprising policemen raided a shop.", "A team", ("COP",), "whom it comprises"),
    ("A team consisting of soldiers raided a shop.", "A team", ("MIL",), "of whom it consists"),
    ("A Maoist squad raided a shop.", "A Maoist squad", ("REB",), "whose squad it is"),
    ("The riot squad raided a shop.", "The riot squad", ("COP",), "a squad of the police"),
    ("The squad flew home after the match.", "The squad", ("UNK",), "a squad is nobody's alone"),
    ("An armed squad of the guerrillas raided a shop.", "An armed squad of the guerrillas",
     ("REB",), "whose armed squad it is"),
    ("Cadres belonging to the guerrillas raided a shop.",
     "Cadres", ("REB",), "those to whom they belong"),
    ("A police combing party raided a shop.", "A police combing party", ("COP",),
     "no political party"),
    ("A mob of dockers beat a clerk.", "A mob of dockers", ("LAB",),
     "a crowd are those of whom it consists"),
]  # fmt: skip


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    return load_actor_registry()


def _found(document: Document, registry: ActorRegistry) -> dict[str, ActorMention]:
    mentions = find_actors(document, find_entities(document, registry), (), registry)
    return {m.evidence.quote: m for m in mentions}


@pytest.mark.parametrize(("text", "phrase", "sectors", "why"), CASES, ids=[c[3] for c in CASES])
def test_sectors(
    parse_text: Parse,
    registry: ActorRegistry,
    text: str,
    phrase: str,
    sectors: tuple[str, ...],
    why: str,
) -> None:
    assert _found(parse_text(text), registry)[phrase].actor.sectors == sectors, why


def test_initials_mean_what_the_text_writes_out(parse_text: Parse, registry: ActorRegistry) -> None:
    text = "The Farm Services Board (FSB) warned growers. The FSB closed a mill in Talca."
    names = {m.actor.name for m in _found(parse_text(text), registry).values()}
    assert "Federal Security Service" not in names
    alone = _found(parse_text("The FSB arrested two men."), registry)
    assert alone["The FSB"].actor.name == "Federal Security Service", "nothing else is written"


def test_who_backs_is_not_who_acts(parse_text: Parse, registry: ActorRegistry) -> None:
    found = _found(
        parse_text("Russia-backed Syrian forces burned the rebel-held village."), registry
    )
    assert not {"Russia", "rebel"} & found.keys(), "words for what stands behind them"
    assert found["Russia-backed Syrian forces"].actor.country == "SY"


def test_who_does_what_stands_behind(parse_text: Parse, registry: ActorRegistry) -> None:
    found = _found(parse_text("Police-led raids began on Monday."), registry)
    assert "Police" in found


CAPITALS = [
    ("The rebels issued an ultimatum to Cairo.", True, "spoken to"),
    ("Tehran warned Cairo.", True, "spoken to as an object"),
    ("The envoys held talks with Cairo.", True, "dealt with"),
    ("The envoys held talks in Cairo.", False, "a place of talks"),
    ("The rebels marched to Cairo.", False, "a place where they go"),
]


@pytest.mark.parametrize(("text", "governs", "why"), CAPITALS, ids=[c[2] for c in CAPITALS])
def test_a_capital_that_is_dealt_with_is_a_government(
    parse_text: Parse, registry: ActorRegistry, text: str, governs: bool, why: str
) -> None:
    document = parse_text(text)
    at = text.index("Cairo")
    place = PlaceMention(
        evidence=document.evidence(at, at + 5),
        kind="toponym",
        use="location",
        place=Place(name="Cairo", country="EG"),
        confidence=0.9,
        made_by="test",
    )
    found = {m.evidence.quote: m for m in find_actors(document, (), (place,), registry)}
    named = [m.actor.name for m in found.values() if m.made_by == "actors.metonym"]
    assert named == (["Government of Egypt"] if governs else []), why


PEOPLES = [
    ("Kenyans rejected the tax.", "Kenyans", ("CVL",)),
    ("Two Kenyans were arrested.", "Two Kenyans", ("CVL",)),
]


@pytest.mark.parametrize(("text", "phrase", "sectors"), PEOPLES, ids=[p[1] for p in PEOPLES])
def test_people_of_a_country_are_not_its_government(
    parse_text: Parse, registry: ActorRegistry, text: str, phrase: str, sectors: tuple[str, ...]
) -> None:
    document = parse_text(text)
    at = text.index("Kenyans")
    place = PlaceMention(
        evidence=document.evidence(at, at + 7),
        kind="demonym",
        use="metonym",
        place=Place(name="Kenya", country="KE", precision="country"),
        confidence=0.9,
        made_by="test",
    )
    found = {m.evidence.quote: m for m in find_actors(document, (), (place,), registry)}
    assert found[phrase].actor.sectors == sectors
    assert found[phrase].actor.country == "KE"


HOUSES: Sequence[tuple[str, str, bool, str]] = [
    ("The Talca court ordered an inquiry.", "Talca court", True, "a court orders"),
    ("They met in the Talca court.", "Talca court", False, "a house where people meet"),
]


@pytest.mark.parametrize(("text", "name", "acts", "why"), HOUSES, ids=[h[3] for h in HOUSES])
def test_bodies_named_like_places(
    parse_text: Parse, registry: ActorRegistry, text: str, name: str, acts: bool, why: str
) -> None:
    document = parse_text(text)
    at = text.index(name)
    place = PlaceMention(
        evidence=document.evidence(at, at + len(name)),
        kind="site",
        use="location",
        place=None,
        confidence=0.9,
        made_by="test",
    )
    found = find_actors(document, (), (place,), registry)
    assert any(name in m.evidence.quote for m in found) is acts, why
