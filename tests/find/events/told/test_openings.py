"""Acts told by words that no rule knows, and words of rules that tell none. All is invented."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from reportedly.find.events.act_words import ActWordsOnDemand, ReadWords, load_act_words
from reportedly.find.events.told.openings import OPENED, convincing, openings
from reportedly.find.events.triggers.lexicon import EventLexicon, load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.parse import Document

pytestmark = pytest.mark.skipif(load_act_words() is None, reason="needs onnxruntime")


@pytest.fixture(scope="module")
def lexicon() -> EventLexicon:
    return load_event_lexicon()


@pytest.fixture(scope="module")
def model() -> ActWordsOnDemand:
    return cache(load_act_words)


TOLD = [
    ("Pensioners squatted across the tram rails in Arvan.", "PROTEST", "squatted"),
    ("Masked men rained petrol bombs on the depot in Coro on Monday.", "ASSAULT", "rained"),
    ("Officers bundled the editor into an unmarked van.", "COERCE", "bundled"),
    ("Volda trucked flour to the besieged town.", "AID", "trucked"),
    ("The two ministers conferred by telephone on Sunday.", "CONSULT", "conferred"),
    ("A lynching in Coro left two dead.", "ASSAULT", "lynching"),
]
SILENT = [
    ("The walkers set out from the square at noon.", "a walk: retreats are not opened"),
    ("The river froze over early this year.", "weather"),
    ("The bakery sells rolls until noon.", "business"),
    ("The striker beat the keeper in the second half.", "sport"),
    ("The painter moved to the coast and bought a house.", "biography"),
    ("Farmers picked their grapes ten days early.", "economy"),
    ("Police put the crowd at 200.", "a count"),
    ("The nine men, who had been hauled before a judge in May, ran a bakery.", "what went before"),
    ("A truck ploughed into a queue at the bus stop.", "an accident"),
    ("Two trains collided near Arvan, injuring 40.", "an accident in a word of its own"),
    ("A gang swindled nine widows in Coro.", "no attack in a word that no rule of attacks knows"),
    ("Officials ignited communal passions in Coro on Monday.", "an image, in such a word"),
]


TALK = (
    " He spoke for an hour. The party is ahead in the polls. Voters like his plans for schools."
    " The next debate is about roads."
)


def without(lexicon: EventLexicon) -> EventLexicon:
    """The classes of words without a rule."""
    return EventLexicon(
        language="en", rules=(), verbs={}, nouns={}, light={}, idioms=frozenset(),
        undergone=frozenset(), classes=lexicon.classes,
    )  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "word"), TOLD)
def test_a_word_without_a_rule_tells_an_act(
    read: Callable[..., object], lexicon: EventLexicon, model: ActWordsOnDemand, text: str,
    kind: str, word: str,
) -> None:  # fmt: skip
    document = document_of(read, text)
    found = openings(document, (), without(lexicon), ReadWords(document, model))
    assert (kind, OPENED, word) in [(t.type, t.rule, document.tokens[t.token].text) for t in found]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_ordinary_news_opens_nothing(
    read: Callable[..., object], lexicon: EventLexicon, model: ActWordsOnDemand, text: str, why: str
) -> None:
    document = document_of(read, text)
    assert openings(document, (), without(lexicon), ReadWords(document, model)) == (), why


def test_what_a_rule_reads_is_not_opened_again(
    read: Callable[..., object], lexicon: EventLexicon, model: ActWordsOnDemand
) -> None:
    document = document_of(read, "Police in Coro arrested two editors.")
    triggers = find_triggers(document, lexicon)
    assert [t.type for t in triggers] == ["COERCE"]
    assert openings(document, triggers, lexicon, ReadWords(document, model)) == ()


def test_what_is_done_to_an_act_is_no_act_beside_it(
    read: Callable[..., object], lexicon: EventLexicon, model: ActWordsOnDemand
) -> None:
    document = document_of(read, "Police foiled a plot to bomb the station.")
    triggers = find_triggers(document, lexicon)
    opened = openings(document, triggers, lexicon, ReadWords(document, model))
    assert "foiled" not in [document.tokens[t.token].text for t in opened]


def test_a_long_text_without_deeds_opens_nothing(
    read: Callable[..., object], lexicon: EventLexicon, model: ActWordsOnDemand
) -> None:
    filler = "The bakery sells rolls until noon and closes on Mondays in winter. "
    document = document_of(read, TOLD[0][0] + " " + filler * 6)
    assert openings(document, (), without(lexicon), ReadWords(document, model)) == ()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Police arrested two editors in Coro.", True),
        ("Fighting broke out in Arvan on Monday.", True),
        ("The minister who burns his own harbour cannot protect it." + TALK, False),
        ("Activists hung a banner from the bridge.", True),
    ],
)
def test_a_rule_is_taken_back_where_its_sentence_tells_no_act(
    read: Callable[..., object], lexicon: EventLexicon, model: ActWordsOnDemand, text: str,
    kept: bool,
) -> None:  # fmt: skip
    document = document_of(read, text)
    triggers = find_triggers(document, lexicon)
    assert triggers, "the rules alone read an act"
    assert bool(convincing(triggers, ReadWords(document, model))) is kept


def test_without_onnxruntime_the_rules_stand(
    read: Callable[..., object], lexicon: EventLexicon
) -> None:
    document = document_of(read, "Clerics poured scorn on it. Officers bundled him into a van.")
    triggers = find_triggers(document, lexicon)
    words = ReadWords(document, lambda: None)
    assert convincing(triggers, words) == triggers
    assert openings(document, triggers, lexicon, words) == ()


def document_of(read: Callable[..., object], text: str) -> Document:
    document: Document = read(text).reading.document  # type: ignore[attr-defined]
    return document
