"""Places of a rule's conditions that the syntax alone does not show. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.triggers.lexicon import EventLexicon, load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.parse import Document

Parse = Callable[..., Document]


@pytest.fixture(scope="module")
def lexicon() -> EventLexicon:
    return load_event_lexicon()


# sentence, (type, mode) of its triggers, why
CASES = [
    ("The march was banned.", [("COERCE", "restrict")], "a passive may leave its doer unsaid"),
    ("The bank banned the march from its lobby.", [], "a doer that is said must fit"),
    ("The air force carried out strikes on three towns.", [("ASSAULT", "aerial")], "light verb"),
    ("Herders wielding machetes attacked a village.", [("ASSAULT", "primitive")], "instrument"),
    ("Vandals set the party office ablaze.", [("ASSAULT", "destroy")], "small clause"),
    ("Police dispersed the sit-in.", [("COERCE", "restrict")], "two words with a hyphen"),
    ("Two guards were hurt in an exchange of fire.", [("ASSAULT", "firearms")], "words with 'of'"),
    ("A crowd of students marched on the campus.", [("PROTEST", "demo")], "a headless parse"),
    ("Rebels fired dozens of rockets at Belt.", [("ASSAULT", "heavy-weapons")], "a quantity"),
    ("Volda and Dorna held joint naval exercises.", [("COOPERATE", None)], "an adjective inside"),
    ("Weavers sat down in front of the ministry.", [("PROTEST", "demo")], "in front of"),
    ("A drive-by shooting left two dead in Belt.", [("ASSAULT", "firearms")], "a noun in -ing"),
    ("A blast tore through a market in Belt, and a road accident delayed the train.",
     [("ASSAULT", "explosives")], "an accident in a clause beside it"),
    ("A blast tore through a mill in Belt by accident.", [], "an accident in its own clause"),
    ("A cargo plane crashed into a suburb of Belt, destroying homes and killing 17 people.", [],
     "an accident above two participles"),
    ("A blast tore through a market in Belt; it was no accident.", [("ASSAULT", "explosives")],
     "a negated accident"),
    ("Youths beat two clerks with hockey sticks in Belt.", [("ASSAULT", "beat")], "no match"),
    ("Youths beat two clerks at hockey in Belt.", [], "a match"),
    ("Rebels eliminated two guards in Belt.", [("ASSAULT", None)], "a loaded word, of people"),
    ("The army said it would withdraw from Belt.", [("RETREAT", "withdraw")],
     "who speaks fits for the pronoun of his clause"),
    ("Bishops came out in defence of the editor.", [("SUPPORT", None)],
     "what stands behind a noun of the wording"),
    ("A deal reached in Belt on Sunday gives the miners more pay.", [("AGREE", None)],
     "a participle behind its object"),
    ("The firm eliminated two brands in Belt.", [], "a loaded word, of things"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_where_conditions_look(
    parse_text: Parse,
    lexicon: EventLexicon,
    text: str,
    expected: list[tuple[str, str | None]],
    why: str,
) -> None:
    found = find_triggers(parse_text(text), lexicon)
    # the protest that is banned or dispersed is told as well
    kinds = [(t.type, t.mode) for t in found if t.type != "PROTEST" or "PROTEST" in str(expected)]
    assert kinds == expected, why
