"""Whom phrases denote; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.actors import ActorRegistry, find_actors, load_actor_registry
from reportedly.parse import Document, Parser
from reportedly.records import ActorMention, Entity, Place, PlaceMention
from tests.conftest import make_article

Parse = Callable[..., Document]
WORDS = (
    "the police of regime 's supporters Front so-called Kenya ( ) , . – whose its "
    "soldiers former minister ’ and for \u00a0 İ mullahs’ United Nations"
)


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    return load_actor_registry()


def entity_of(document: Document, name: str, *mentions: str, **facts: object) -> Entity:
    """An entity as coreference would give it: every place of the texts of its mentions."""
    spans = []
    for text in mentions or (name,):
        at = document.text.find(text)
        while at >= 0:
            spans.append(document.evidence(at, at + len(text)))
            at = document.text.find(text, at + 1)
    facts.setdefault("kind", "organisation")
    return Entity(entity_id="e1", name=name, mentions=tuple(spans), **facts)  # type: ignore[arg-type]


def by_text(found: Sequence[ActorMention]) -> dict[str, ActorMention]:
    return {m.evidence.quote: m for m in found}


# sentence, phrase, name, sectors, framing, why
PHRASES = [
    ("Riot police beat a poet.", "Riot police", "riot police", ("COP",), [], "no capital"),
    (
        "The Kenyan and Ugandan presidents met.",
        "The Kenyan and Ugandan presidents",
        "Kenyan and Ugandan presidents",
        ("GOV",),
        [],
        "two owners are no name",
    ),
    ("Gunmen killed two guards.", "two guards", "guards", ("UNK",), [], "a number is no name"),
    (
        "Gunmen killed at least 15 guards.",
        "at least 15 guards",
        "guards",
        ("UNK",),
        [],
        "nor is what is said of it",
    ),
    (
        "Fighting displaced more than 3 million people.",
        "more than 3 million people",
        "people",
        ("UNK",),
        [],
        "a number of two words",
    ),
    ("Armed men stormed a mill.", "Armed men", "armed men", ("UAF",), [], "unnamed"),
    (
        "Police shot eleven neighbours.",
        "eleven neighbours",
        "neighbours",
        ("CVL",),
        [],
        "victims",
    ),
    (
        "The so-called rebels fled.",
        "The so-called rebels",
        "rebels",
        ("REB",),
        ["so-called"],
        "adjective",
    ),
    (
        "The Kenyan regime fell.",
        "The Kenyan regime",
        "Government of Kenya",
        ("GOV",),
        ["regime"],
        "epithet of a government",
    ),
    (
        "The Iranian authorities said so.",
        "The Iranian authorities",
        "Government of Iran",
        ("GOV",),
        [],
        "authorities",
    ),
    ("The regime fell.", "The regime", "government", ("GOV",), ["regime"], "no country"),
    (
        "Separatist bandits fled.",
        "Separatist bandits",
        "separatist group",
        ("REB",),
        ["bandits"],
        "epithet with a neutral modifier",
    ),
    ("The mercenaries fled.", "The mercenaries", "unnamed group", ("UNK",), ["mercenaries"], ""),
    ("A former minister spoke.", "A former minister", "former minister", ("ELI",), [], ""),
    ("Gunmen attacked a police post.", "a police post", "police", ("COP",), [], "its owner"),
    (
        "Police closed two radio stations.",
        "two radio stations",
        "radio stations",
        ("JRN",),
        [],
        "a body itself",
    ),
    (
        "A party of soldiers fled.",
        "A party of soldiers",
        "party of soldiers",
        ("MIL",),
        [],
        "no PTY",
    ),
]


@pytest.mark.parametrize(
    ("sentence", "phrase", "name", "sectors", "framing", "why"),
    PHRASES,
    ids=[p[1] for p in PHRASES],
)
def test_phrases(
    parse_text: Parse,
    registry: ActorRegistry,
    sentence: str,
    phrase: str,
    name: str,
    sectors: tuple[str, ...],
    framing: list[str],
    why: str,
) -> None:
    document = parse_text(sentence)
    actor = by_text(find_actors(document, (), (), registry))[phrase].actor
    assert (actor.name, actor.sectors) == (name, sectors), why
    assert [f.quote for f in actor.framing] == framing, why


def test_a_name_comes_from_coreference(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("The Front for Living Reeds met. The group voted.")
    entity = entity_of(
        document, "Front for Living Reeds", "Front for Living Reeds", "The group", aliases=("FLR",)
    )
    found = by_text(find_actors(document, (entity,), (), registry))
    assert found["The group"].actor.name == "Front for Living Reeds"
    assert found["The Front for Living Reeds"].actor.entity_id == "e1"
    assert "Living Reeds" not in found


def test_an_article_is_a_part_of_a_name(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("President Omar al-Roa spoke.")
    entity = entity_of(document, "Omar al-Roa", "Omar al-Roa")
    found = find_actors(document, (entity,), (), registry)
    assert [m.actor.name for m in found] == ["Omar al-Roa"]


def test_who_fights_for_a_body_acts_as_it(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("Militants of the Reed Front burned a bus.")
    entity = entity_of(document, "Reed Front")
    actor = by_text(find_actors(document, (entity,), (), registry))[
        "Militants of the Reed Front"
    ].actor
    assert (actor.name, actor.kind) == ("Reed Front", "group")
    assert actor.relation is not None
    assert actor.relation.kind == "member_of"


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Supporters of the Reed Front put up posters.", "Supporters of the Reed Front"),
        ("Some groups and supporters of the Reed Front met.", "supporters of the Reed Front"),
        ("The Reed Front's supporters met.", "The Reed Front's supporters"),
    ],
)
def test_supporters_are_not_the_body(
    parse_text: Parse, registry: ActorRegistry, sentence: str, phrase: str
) -> None:
    document = parse_text(sentence)
    entity = entity_of(document, "Reed Front")
    actor = by_text(find_actors(document, (entity,), (), registry))[phrase].actor
    assert actor.name == "supporters of Reed Front"
    assert actor.relation is not None
    assert (actor.relation.kind, actor.relation.to) == ("supporter_of", "Reed Front")
    assert actor.entity_id is None
    assert actor.exposure == "private"


def test_loaded_members_keep_the_name_and_the_framing(
    parse_text: Parse, registry: ActorRegistry
) -> None:
    document = parse_text("The terrorists of the so-called Reed Front burned a bus.")
    entity = entity_of(document, "Reed Front")
    found = find_actors(document, (entity,), (), registry)
    actor = max(found, key=lambda m: m.evidence.end - m.evidence.start).actor
    assert actor.name == "Reed Front"
    assert [f.quote for f in actor.framing] == ["so-called", "terrorists"]


def test_a_governments_loaded_forces_are_the_governments(
    parse_text: Parse, registry: ActorRegistry
) -> None:
    document = parse_text("The regime's mercenaries beat a poet.")
    actor = by_text(find_actors(document, (), (), registry))["The regime's mercenaries"].actor
    assert (actor.name, actor.sectors) == ("government", ("GOV",))
    assert [f.quote for f in actor.framing] == ["regime", "mercenaries"]


def test_owners_of_what_is_hit(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("Raiders burned the offices of the Reed Company.")
    entity = entity_of(document, "Reed Company")
    found = by_text(find_actors(document, (entity,), (), registry))
    assert found["the offices of the Reed Company"].actor.name == "Reed Company"


def test_persons_in_office_are_not_private(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("Ana Roa met Ben Sol.")
    minister = entity_of(document, "Ana Roa", kind="person", role="interior minister")
    found = by_text(find_actors(document, (minister,), (), registry))
    assert (found["Ana Roa"].actor.exposure, found["Ana Roa"].actor.sectors) == (
        "office",
        ("GOV",),
    )
    assert found["Ben Sol"].actor.exposure == "private"


def test_a_rank_that_is_counted_is_no_name(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("A Special Police Officer met Special Agent King.")
    officer = entity_of(document, "Special Police Officer", kind="person")
    king = entity_of(document, "Special Agent King", kind="person")
    found = by_text(find_actors(document, (officer, king), (), registry))
    assert found["A Special Police Officer"].actor.sectors == ("COP",)
    assert found["Special Agent King"].actor.sectors == ()


def test_known_organisations(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("The United Nations condemned the attack.")
    actor = by_text(find_actors(document, (), (), registry))["The United Nations"].actor
    assert (actor.registry_id, actor.exposure) == ("un", "registry")


def test_a_capital_that_rejects_is_a_government(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("Nairobi rejected the plan in Kisumu.")
    kenya = Place(name="Nairobi", country="KE")
    places = [
        PlaceMention(
            evidence=document.evidence(start, end),
            place=kenya,
            kind="toponym",
            use=use,  # type: ignore[arg-type]
            confidence=None,
            made_by="test",
        )
        for start, end, use in ((0, 7, "metonym"), (29, 35, "location"))
    ]
    found = find_actors(document, (), places, registry)
    assert [(m.evidence.quote, m.actor.name, m.actor.kind) for m in found] == [
        ("Nairobi", "Government of Kenya", "country")
    ]


def test_nobody_is_nobody(parse_text: Parse, registry: ActorRegistry) -> None:
    document = parse_text("No group has claimed the attack.")
    assert find_actors(document, (), (), registry) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Sappers found a claymore mine.",
        "Mina left during an anti-rebel operation.",
        "The force of the explosion broke windows.",
        "The state of emergency ended on Monday.",
        "The state of affairs worried the mayor.",
        "The use of excessive force was criticised.",
    ],
)
def test_what_is_no_people_and_whom_one_is_against_do_nothing(
    parse_text: Parse, registry: ActorRegistry, sentence: str
) -> None:
    found = by_text(find_actors(parse_text(sentence), (), (), registry))
    assert found.keys() <= {"Sappers", "Mina", "the mayor"}


def test_without_syntax_nobody_is_found(parser: Parser, registry: ActorRegistry) -> None:
    document = parser(make_article("La policía detuvo a nueve personas.", language="es"))
    assert find_actors(document, (), (), registry) == ()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split(" ")),
        max_size=25,
    )
)
def test_evidence_is_the_text_and_names_never_hold_epithets(
    parser: Parser, registry: ActorRegistry, words: list[str]
) -> None:
    document = parser(make_article(" ".join(words)))
    found = find_actors(document, (), (), registry)
    assert found == find_actors(document, (), (), registry)
    for mention in found:
        spans = (mention.evidence, *mention.actor.framing)
        assert all(document.text[s.start : s.end] == s.quote for s in spans)
        assert mention.actor.name


def test_an_age_is_no_part_of_the_name() -> None:
    from reportedly.single import analyse_text

    text = "Police arrested a 42-year-old driver in Cusco on Friday."
    (report,) = analyse_text(text, published="2024-03-18").reports
    assert [found.value.name for found in report.recipients] == ["driver"]
