"""Who is who in an article. Every sentence here is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.coreference import check_coreference_words, find_entities
from reportedly.find.coreference.kinds import is_full_name
from reportedly.parse import Document, Parser
from reportedly.records import Entity
from tests.conftest import make_article

Parse = Callable[..., Document]


def entity(entities: tuple[Entity, ...], name: str) -> Entity:
    found = next((e for e in entities if e.name == name), None)
    assert found is not None, f"{name!r} is not among {[e.name for e in entities]}"
    return found


def mentions(entities: tuple[Entity, ...], name: str) -> list[str]:
    return [m.quote for m in entity(entities, name).mentions]


SAME = [
    (
        "a bracket gives an acronym",
        "The Front for Open Roads (FOR) met in Arvan. The FOR called a march. The Front is old.",
        "Front for Open Roads",
        ["Front for Open Roads", "FOR", "FOR", "Front"],
    ),
    (
        "a name that the parser cuts at its possessive",
        "The Belt Dockers' Union (BDU) called a strike. The union said 300 people joined.",
        "Belt Dockers' Union",
        ["Belt Dockers' Union", "BDU", "The union"],
    ),
    (
        "a surname, the role, and a pronoun",
        "Interior minister Ivo Brand spoke on Monday. Brand was calm. The minister said he slept.",
        "Ivo Brand",
        ["Ivo Brand", "Brand", "The minister", "he"],
    ),
    (
        "an apposition gives the role",
        "Its coordinator, Lea Morrow, resigned. The coordinator said she was tired.",
        "Lea Morrow",
        ["Its coordinator", "Lea Morrow", "The coordinator", "she"],
    ),
    (
        "a body without a proper name",
        "The regional health office gave a toll. The office said it would count again.",
        "regional health office",
        ["The regional health office", "The office", "it"],
    ),
    (
        "people without a name",
        "Two night dockers saw a van. The dockers said they ran.",
        "night dockers",
        ["Two night dockers", "The dockers", "they"],
    ),
    (
        "'the movement' takes up a name of another kind",
        "The People's Harbour League met. The movement said it was ready.",
        "People's Harbour League",
        ["People's Harbour League", "The movement", "it"],
    ),
]


@pytest.mark.parametrize(("reason", "text", "name", "expected"), SAME)
def test_mentions_of_one_actor(
    reason: str, text: str, name: str, expected: list[str], parse_text: Parse
) -> None:
    assert mentions(find_entities(parse_text(text)), name) == expected, reason


APART = [
    (
        "supporters are not the body",
        "Supporters of the Popular Front marched. The Popular Front was silent.",
        "Popular Front",
        ["Popular Front", "Popular Front"],
    ),
    (
        "two people of one surname keep their own mentions",
        "The judge heard Ana Roa on Monday. Her cousin Ivo Roa was absent. Ana Roa won the case.",
        "Ana Roa",
        ["Ana Roa", "Ana Roa"],
    ),
    (
        "'no group' names nobody",
        "No group has claimed the raid. The Coast Front denied it.",
        "Coast Front",
        ["Coast Front"],
    ),
]


@pytest.mark.parametrize(("reason", "text", "name", "expected"), APART)
def test_actors_that_stay_apart(
    reason: str, text: str, name: str, expected: list[str], parse_text: Parse
) -> None:
    assert mentions(find_entities(parse_text(text)), name) == expected, reason


KINDS = [
    ("The Popular Front met in Arvan.", "Popular Front", "organisation"),
    ("Prime minister Rosa Keel left.", "Rosa Keel", "person"),
    ("Witnesses said it rained.", "witnesses", "group"),
    ("The Coro Courier said it rained.", "Coro Courier", "outlet"),
    ("Police said it rained.", "police", "organisation"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds(text: str, name: str, kind: str, parse_text: Parse) -> None:
    assert entity(find_entities(parse_text(text)), name).kind == kind


FULL_NAMES = [
    ("Ramiro Lobo", True, "a given name and a surname"),
    ("Maria de la Torre", True, "particles stand small"),
    ("Ramiro", False, "no surname"),
    ("Popular Front", False, "no given name"),
    ("Ramiro Lobo hospital", False, "what bears the name"),
    ("Carlos Lobo Patriotic Front", False, "a word that is no name"),
]


@pytest.mark.parametrize(("name", "full", "why"), FULL_NAMES, ids=[c[2] for c in FULL_NAMES])
def test_a_given_name_opens_a_full_name(name: str, full: bool, why: str) -> None:
    assert is_full_name(name.split()) is full, why


def test_a_surname_alone_leaves_its_owner_a_person(parse_text: Parse) -> None:
    text = (
        "RAMIRO CANTERO WAS MURDERED IN ARVAN ON MONDAY. CANTERO RESISTED AND WAS SHOT. "
        "CANTERO WAS A BANKER."
    )
    named = [e for e in find_entities(parse_text(text)) if "Cantero" in e.name]
    assert {e.kind for e in named} == {"person"}


ROLES = [
    ("Lawyer Rosa Keel was shot in Arvan.", "Rosa Keel", "lawyer", "at the head of a sentence"),
    ("Newsman Omar Sel was shot in Arvan.", "Omar Sel", "newsman", "an old word"),
    ("Baker Keel was shot in Arvan.", "Baker Keel", None, "the only word before a surname"),
    ("Councilman Omar Sel was shot in Arvan.", "Omar Sel", "councilman", "a rarer word"),
    ("Monsignor Omar Sel was shot in Arvan.", "Omar Sel", "monsignor", "a title"),
    ("Rosa Keel was a teacher in Arvan.", "Rosa Keel", "teacher", "said of her"),
    ("Rosa Keel is not a teacher.", "Rosa Keel", None, "said not to be"),
    ("Rosa Keel will be a minister.", "Rosa Keel", None, "not yet"),
    ("Gunmen shot the clerks Rosa Keel, Ana Roa and Omar Sel.", "Omar Sel", "clerk", "of all"),
    ("Rosa Keel and Omar Sel are law students.", "Omar Sel", "law student", "said of both"),
    ("The clerk Rosa Keel and Omar Sel met in Arvan.", "Omar Sel", None, "of one alone"),
]


@pytest.mark.parametrize(("text", "name", "role", "why"), ROLES, ids=[c[3] for c in ROLES])
def test_a_role_that_opens_a_sentence_is_no_name(
    text: str, name: str, role: str | None, why: str, parse_text: Parse
) -> None:
    assert entity(find_entities(parse_text(text)), name).role == role, why


def test_roles_and_titles_stand_beside_the_name(parse_text: Parse) -> None:
    found = find_entities(parse_text("Prime Minister Rosa Keel met Dr. Omar Sel in Arvan."))
    assert entity(found, "Rosa Keel").role == "prime minister"
    assert entity(found, "Omar Sel").role == "Dr."


def test_the_speaker_is_not_she_in_his_own_quotation(parse_text: Parse) -> None:
    text = 'Ivo Brand said Ana Roa, the chair, had sent a note. "She is well," he said.'
    found = find_entities(parse_text(text))
    assert "She" in mentions(found, "Ana Roa")
    assert "he" in mentions(found, "Ivo Brand")


def test_a_registry_joins_names_of_one_entry(parse_text: Parse) -> None:
    class Registry:
        def is_demonym(self, word: str, /) -> bool:
            return word == "Guatemalan"

        def lookup(self, name: str, /) -> str | None:
            return "front" if name in {"Popular Front", "Frente Popular"} else None

    text = "The Popular Front met. The Frente Popular also voted."
    assert len(find_entities(parse_text(text), Registry())) < len(find_entities(parse_text(text)))
    adjective = parse_text("Guatemalan prosecutors searched the headquarters of the Semilla party.")
    assert mentions(find_entities(adjective, Registry()), "Guatemalan prosecutors")


def test_places_are_nobody(parse_text: Parse) -> None:
    text = "ARVAN (Coro Wire) - Marches took place in the cities of Belt, Coro and Dorna on Monday."
    names = {e.name for e in find_entities(parse_text(text))}
    assert not names & {"ARVAN", "Belt", "Coro", "Dorna"}


def test_the_shipped_words_are_sound() -> None:
    assert check_coreference_words() == []
    faults = check_coreference_words({"gender": {"feminine": ["Queen", "queen", "queen"]}})
    assert any("'Queen' is not lower case" in fault for fault in faults)
    assert any("'queen' stands twice" in fault for fault in faults)
    assert any("organisations.heads: missing" in fault for fault in faults)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="The Front(FO) said she’s it.\n\"'é\u00a0", max_size=80))
def test_any_text_gives_sound_entities(parser: Parser, text: str) -> None:
    document = parser(make_article(text))
    found = find_entities(document)
    assert found == find_entities(document)
    assert [e.entity_id for e in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    for one in found:
        assert one.name
        for mention in one.mentions:
            assert text[mention.start : mention.end] == mention.quote


def test_a_verb_ends_a_name(parse_text: Parse) -> None:
    document = parse_text("Sel told Coast Press Service on Friday that the gas was mild.")
    assert not any("told" in e.name for e in find_entities(document))


def test_in_front_of_a_house_is_no_body(parse_text: Parse) -> None:
    document = parse_text("People sat down in front of the court.")
    assert "front" not in [e.name for e in find_entities(document)]


def test_hyphens_hold_a_name_together(parse_text: Parse) -> None:
    document = parse_text("The Liwa-al-Bahr said on Monday that its men had left.")
    assert "Liwa-al-Bahr" in [e.name for e in find_entities(document)]


def test_a_participle_after_a_hyphen_is_no_part_of_a_name(parse_text: Parse) -> None:
    document = parse_text("A Sel-led coalition of unions met in Belt on Monday.")
    assert not any("led" in e.name.split("-") for e in find_entities(document))
