"""Acts told by verbs that no rule knows. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from reportedly.encode import load_encoder
from reportedly.find.events.told.openings import OPENED, openings
from reportedly.find.events.triggers.lexicon import EventLexicon, load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.find.events.verb_classifier import (
    VerbReader,
    load_verb_reader,
)
from reportedly.find.events.verb_features import verb_strings, verb_vectors

pytestmark = pytest.mark.skipif(load_encoder() is None, reason="needs the sentence encoder")


@pytest.fixture(scope="module")
def lexicon() -> EventLexicon:
    return load_event_lexicon()


@pytest.fixture(scope="module")
def without_rules(lexicon: EventLexicon) -> EventLexicon:
    """The classes of words without a single rule: what the classifier makes of any verb alone."""
    return EventLexicon(
        language="en", rules=(), verbs={}, nouns={}, light={}, idioms=frozenset(),
        undergone=frozenset(), classes=lexicon.classes,
    )  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> VerbReader:
    return load_verb_reader(cache(load_encoder))


TOLD = [
    ("Gunmen killed four traders in Arvan on Monday.", "ASSAULT"),
    ("Police in Coro arrested two editors.", "COERCE"),
    ("Hundreds marched through Hask against the levy.", "PROTEST"),
]
SILENT = [
    ("The river froze over early this year.", "weather"),
    ("The bakery sells rolls until noon.", "business"),
    ("The striker beat the keeper in the second half.", "sport"),
    ("The painter moved to the coast and bought a house.", "biography"),
    ("Farmers picked their grapes ten days early.", "economy"),
    ("Kestria accused Volda of spying.", "an act of words: not opened"),
    ("Police put the crowd at 200.", "a count"),
    ("Nine men, whom police had arrested in May, ran the bakery.", "what went before"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_a_verb_without_a_rule_tells_an_act(
    read: Callable[..., object],
    without_rules: EventLexicon,
    reader: VerbReader,
    text: str,
    kind: str,
) -> None:
    found = openings(read(text).reading, (), without_rules, reader)  # type: ignore[attr-defined]
    assert [(t.type, t.rule) for t in found] == [(kind, OPENED)]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_ordinary_news_opens_nothing(
    read: Callable[..., object],
    without_rules: EventLexicon,
    reader: VerbReader,
    text: str,
    why: str,
) -> None:
    assert openings(read(text).reading, (), without_rules, reader) == (), why  # type: ignore[attr-defined]


def test_what_a_rule_reads_is_not_opened_again(
    read: Callable[..., object], lexicon: EventLexicon, reader: VerbReader
) -> None:
    reading = read(TOLD[0][0]).reading  # type: ignore[attr-defined]
    assert openings(reading, find_triggers(reading.document, lexicon), lexicon, reader) == ()


def test_how_an_act_went_is_no_act_beside_it(
    read: Callable[..., object],
    without_rules: EventLexicon,
    lexicon: EventLexicon,
    reader: VerbReader,
) -> None:
    text = "Police in Coro detained two editors. Officers arrested a third man on Friday."
    reading = read(text).reading  # type: ignore[attr-defined]
    first = [t for t in find_triggers(reading.document, lexicon) if t.token < 6]
    assert [t.type for t in first] == ["COERCE"]
    assert openings(reading, (), without_rules, reader)
    assert openings(reading, first, without_rules, reader) == ()


def test_a_verb_worth_no_vectors_needs_no_encoder(
    read: Callable[..., object], lexicon: EventLexicon, reader: VerbReader
) -> None:
    likely = []
    for text in (TOLD[1][0], SILENT[1][0]):
        document = read(text).reading.document  # type: ignore[attr-defined]
        verb = next(t.index for t in document.tokens if t.pos == "VERB")
        likely.append(reader.classifier.glance(verb_strings(document, verb, lexicon)))
    assert likely[0] > 0.5 > 0.05 > likely[1]


def test_a_long_text_without_deeds_opens_nothing(
    read: Callable[..., object], without_rules: EventLexicon, reader: VerbReader
) -> None:
    filler = "The bakery sells rolls until noon and closes on Mondays in winter. "
    reading = read(TOLD[0][0] + " " + filler * 6).reading  # type: ignore[attr-defined]
    assert openings(reading, (), without_rules, reader) == ()


def test_names_do_not_matter(read: Callable[..., object], lexicon: EventLexicon) -> None:
    """Names of one kind and length give equal features."""
    found = []
    for name in ("Berlin", "Madrid"):
        document = read(f"Police arrested two men in {name}.").reading.document  # type: ignore[attr-defined]
        verb = next(t.index for t in document.tokens if t.text == "arrested")
        encoder = load_encoder()
        assert encoder is not None
        vectors = verb_vectors(document, verb, encoder)
        found.append((verb_strings(document, verb, lexicon), vectors.tobytes()))
    assert found[0] == found[1]


def test_shares_add_up(
    read: Callable[..., object], lexicon: EventLexicon, reader: VerbReader
) -> None:
    document = read("Volda froze the accounts.").reading.document  # type: ignore[attr-defined]
    encoder = reader.encoder()
    assert encoder is not None
    strings, vectors = verb_strings(document, 1, lexicon), verb_vectors(document, 1, encoder)
    shares = reader.classifier.shares(strings, vectors)
    assert sum(shares.values()) == pytest.approx(1)
