"""Which words tell which act; all sentences are invented (Dorna, Kestria, Volda are countries)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.events.triggers.lexicon import EventLexicon, load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document, Parser
from tests.conftest import make_article


@pytest.fixture(scope="module")
def lexicon() -> EventLexicon:
    return load_event_lexicon()


Parse = Callable[..., Document]
WORDS = (
    'police strike the killed of attack on march , . " held was by a in protest – '
    "’ demanded that Arvan called for out set fire to İ \u00a0"
)

# sentence, (type, mode) of every trigger in order
CASES = [
    # ASSAULT
    ("Police shot two marchers in Belt.", [("ASSAULT", "firearms")]),
    ("Two marchers were shot dead in Belt.", [("ASSAULT", "firearms")]),
    ("Nine weavers were killed by gunfire in Belt.", [("ASSAULT", "firearms")]),
    ("Gunfire cut down marchers near the mill.", [("ASSAULT", "firearms")]),
    ("A blast tore through a grain store, killing two clerks.", [("ASSAULT", "explosives")] * 2),
    ("A bomb went off in Coro.", [("ASSAULT", "explosives")]),
    ("Militants set fire to the offices of a bank.", [("ASSAULT", "destroy")]),
    ("Militants set the offices of a bank on fire.", [("ASSAULT", "destroy")]),
    ("Raiders captured two soldiers.", [("ASSAULT", "abduct")]),
    ("Gunmen stormed a police post in Hask.", [("ASSAULT", "firearms")]),
    ("The army and the Front clashed near Hask.", [("ASSAULT", None)]),
    ("Two villagers were killed in an air strike.", [("ASSAULT", "aerial")]),
    ("Police fired tear gas at the marchers.", [("ASSAULT", "crowd-control")]),
    ("Police opened fire in the air.", [("ASSAULT", "crowd-control")]),
    ("Guards rained batons on the bystanders.", [("ASSAULT", "crowd-control")]),
    ("A mild lathicharge was resorted to by police.", [("ASSAULT", "crowd-control")]),
    ("The inspector ordered firing at the crowd.", [("ASSAULT", "firearms")]),
    ("Nine weavers died in police firing in Arvan.", [("ASSAULT", "firearms")]),
    ("Two students fell to police bullets.", [("ASSAULT", "firearms")]),
    # PROTEST
    ("Marchers pushed through police barriers.", [("PROTEST", "riot")]),
    ("Protesters showered the town hall with paint.", [("PROTEST", "vandalize")]),
    ("The farmers took out a torch march.", [("PROTEST", "demo")]),
    ("Traders downed their shutters.", [("PROTEST", "strike")]),
    ("Some in the crowd chanted.", [("PROTEST", "demo")]),
    ("Thousands took to the streets of Coro.", [("PROTEST", "demo")]),
    ("Nurses went on strike in Coro.", [("PROTEST", "strike")]),
    ("The porters have refused to work since Monday.", [("PROTEST", "strike")]),
    ("Unknown people put up posters in Belt.", [("PROTEST", "symbolic")]),
    ("Slogans were written on walls in Belt.", [("PROTEST", "symbolic")]),
    ("Vigils were held in Arvan and Belt.", [("PROTEST", "demo")]),
    ("Farmers blocked the road with tractors.", [("PROTEST", "obstruct")]),
    # COERCE
    ("Police arrested 14 people near the market.", [("COERCE", "arrest")]),
    ("Officers led the poet away from a hotel.", [("COERCE", "arrest")]),
    ("Many of those detained were students.", [("COERCE", "arrest")]),
    ("Fifty volunteers were apprehended near the shrine.", [("COERCE", "arrest")]),
    ("In a search operation nine men were held.", [("COERCE", "arrest")]),
    ("Police raided the office of the Dawn Party.", [("COERCE", "seize")]),
    ("The governor imposed a night curfew on Coro.", [("COERCE", "curfew")]),
    # words
    ("The union called for a general strike.", [("REQUEST", None)]),
    ("The movement demanded the resignation of the minister.", [("REQUEST", "change")]),
    ("The union threatened to strike.", [("THREATEN", "restrict")]),
    ("Volda condemned the dam of Kestria.", [("ACCUSE", "disapprove")]),
    ("The Front refused to leave the town.", [("REJECT", "yield")]),
    ("The interior minister resigned on Monday.", [("RETREAT", "resign")]),
    ("Kestria massed two brigades near the border.", [("MOBILIZE", "troops")]),
    ("A clerk passed away on Monday.", [(None, "death")]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_words_that_tell_an_act(
    parse_text: Parse,
    lexicon: EventLexicon,
    sentence: str,
    expected: list[tuple[str | None, str | None]],
) -> None:
    found = find_triggers(parse_text(sentence), lexicon)
    assert [(t.type, t.mode) for t in found] == expected


# words that look like acts, with the reason
NOTHING = [
    ("The two sides struck a bargain.", "idiom"),
    ("They shot a film in Hask.", "film making"),
    ("He died down to nothing in the second half of the match.", "sport"),
    ("The bank charged a fee.", "fee"),
    ("Copper shares marched higher.", "market"),
    ("The scene was shot in Arvan.", "film making"),
    ("It was a battle for second place.", "metaphor"),
    ("The logs were cut and carted off.", "things, not people"),
    ("The officer sent a circular to the jails.", "mail"),
    ("The bank said its war on inflation was not over.", "metaphor"),
    ("The campaign rally of the premier drew fans.", "campaign"),
    ("Lightning struck the tower.", "weather"),
    ("It threatens to rain.", "weather"),
    ("Two people were killed in a road accident.", "accident"),
    ("The detained chair wrote a novel.", "a state, no arrest"),
    ("The inquiry of 14 March 2017 bored them.", "a month"),
]


@pytest.mark.parametrize(("sentence", "why"), NOTHING, ids=[c[1] + ": " + c[0] for c in NOTHING])
def test_words_that_only_look_like_acts(
    parse_text: Parse, lexicon: EventLexicon, sentence: str, why: str
) -> None:
    harmful = {"ASSAULT", "PROTEST", "COERCE", "THREATEN", "MOBILIZE", "SANCTION", None}
    found = find_triggers(parse_text(sentence), lexicon)
    assert [t.rule for t in found if t.type in harmful] == [], why


def only(found: tuple[Trigger, ...]) -> Trigger:
    assert len(found) == 1, found
    return found[0]


def test_a_light_verb_and_its_noun_are_one_trigger(
    parse_text: Parse, lexicon: EventLexicon
) -> None:
    document = parse_text("Raiders carried out an attack on a convoy.")
    trigger = only(find_triggers(document, lexicon))
    assert document.tokens[trigger.token].text == "carried"
    words = [t.text for t in document.tokens[trigger.first : trigger.last]]
    assert words == ["carried", "out", "an", "attack", "on"] or words[-1] == "attack"
    assert (trigger.nominal, trigger.actor_role, trigger.weak) == (False, "subject", False)


def test_who_undergoes_an_act_is_its_recipient(parse_text: Parse, lexicon: EventLexicon) -> None:
    trigger = only(find_triggers(parse_text("The convoy came under attack."), lexicon))
    assert (trigger.actor_role, trigger.recipient_role) == ("by", "subject")


def test_the_longer_wording_takes_the_words_inside_it(
    parse_text: Parse, lexicon: EventLexicon
) -> None:
    trigger = only(find_triggers(parse_text("Nine prisoners went on hunger strike."), lexicon))
    assert trigger.mode == "hunger"


def test_reasons_of_an_arrest_are_no_acts(parse_text: Parse, lexicon: EventLexicon) -> None:
    found = find_triggers(parse_text("Police arrested nine farmers for blocking a road."), lexicon)
    assert [t.rule for t in found] == ["coerce.arrest"]


def test_without_syntax_there_are_no_triggers(parser: Parser, lexicon: EventLexicon) -> None:
    document = parser(make_article("La policía detuvo a nueve personas.", language="es"))
    assert find_triggers(document, lexicon) == ()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split(" ")),
        max_size=25,
    )
)
def test_any_order_of_words_gives_triggers_inside_the_text(
    parser: Parser, lexicon: EventLexicon, words: list[str]
) -> None:
    document = parser(make_article(" ".join(words)))
    found = find_triggers(document, lexicon)
    assert found == find_triggers(document, lexicon)
    assert len({t.token for t in found}) == len(found)
    for trigger in found:
        assert 0 <= trigger.first <= trigger.token < trigger.last <= len(document.tokens)
