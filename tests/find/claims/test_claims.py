"""Claims, which are never facts. Every sentence here is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.claims import check_claim_lexicon, find_claims, load_claim_lexicon
from reportedly.find.coreference import find_entities
from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.find.reading import Reading, outlet_link
from reportedly.parse import Document
from reportedly.records import Claim, Evidence, Found, Place, Report

Parse = Callable[..., Document]


def claims(document: Document, reports: tuple[Report, ...] = ()) -> tuple[Claim, ...]:
    entities = find_entities(document)
    reading = find_quotes(document, entities, load_reporting_verbs())
    whole = Reading(
        document=document,
        places=(),
        dates=(),
        entities=entities,
        actors=(),
        quotes=reading.quotes,
        scopes=reading.scopes,
    )
    return find_claims(whole, reports, load_claim_lexicon())


def report(document: Document, trigger: str) -> Report:
    """A report of an act in Arvan whose trigger is a word of the text."""
    start = document.text.index(trigger)
    evidence: Evidence = document.evidence(start, start + len(trigger))
    return Report(
        report_id="r1",
        article_id=document.article.article_id,
        type="ASSAULT",
        mode=None,
        act=trigger,
        trigger=evidence,
        evidence=evidence,
        realis="actual",
        polarity="positive",
        retold=False,
        attributions=((outlet_link(document.article),),),
        made_by="test",
        place=Found(value=Place(name="Arvan"), evidence=evidence, made_by="test"),
    )


OWN_VOICE = [
    ("a general punishment", "The junta jails anyone who sings the old anthem."),
    ("every, with force", "This ministry meets every petition with batons."),
    ("for years", "For years the regime has jailed all its critics."),
    ("a network that repeats a story",
     "The junta owns a chain of papers that routinely print its propaganda."),
    ("a verdict in charged words", "The puppet regime answered the people with lead."),
    ("a lasting habit without a charged word",
     "The company has always treated the valley as its larder."),
    ("said of whoever it meets", "Those who ask about the missing are called traitors."),
    ("an attribute that charges", "This is a government of liars."),
    ("epithets of the other side", "The terrorists of the so-called Coast Front brought death."),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text"), OWN_VOICE)
def test_general_and_charged_sentences(reason: str, text: str, parse_text: Parse) -> None:
    found = claims(parse_text(text))
    assert [c.content.quote for c in found] == [text], reason
    assert [len(c.chain) for c in found] == [1]  # the outlet alone says so


def test_a_claim_goes_on_in_the_next_sentence(parse_text: Parse) -> None:
    first = "The regime jails every poet."
    second = "Its newspapers repeat that the poets are criminals."
    found = claims(parse_text(f"{first} {second}"))
    assert [c.content.quote for c in found] == [first, second]


PLAIN = [
    ("a habit of nobody's blame", "The council meets every Monday."),
    ("plain news", "Police arrested two men in Arvan on Monday."),
    ("a shop is open", "The police station is open every day."),
    ("a state of things for years", "The bridge has been shut for years."),
    ("a question", "Who pays for the bridge?"),
    ("a slogan", 'Banners read "The regime lies".'),
]


@pytest.mark.parametrize(("reason", "text"), PLAIN)
def test_plain_sentences_claim_nothing(reason: str, text: str, parse_text: Parse) -> None:
    assert claims(parse_text(text)) == (), reason


def test_told_contents_that_no_report_codes(parse_text: Parse) -> None:
    text = "Ana Roa said that eleven people had been killed and that the army hid the bodies."
    document = parse_text(text)
    found = claims(document, (report(document, "killed"),))
    assert [c.content.quote for c in found] == ["the army hid the bodies"]
    assert [link.name for link in found[0].chain] == ["The Test Herald", "Ana Roa"]
    assert "army" in [a.value.name for a in found[0].about]


KINDS = [
    ("The health office called this false.", "denial", "called this false"),
    ("The office said it had found no evidence for the figure.", "denial",
     "it had found no evidence for the figure"),
    ("A police spokeswoman said all the miners would be released.", "promise",
     "all the miners would be released"),
    ("A nurse said a young man had been hit in the back.", "testimony",
     "a young man had been hit in the back"),
    ("The union said police beat two drivers.", "accusation", "police beat two drivers"),
    ("The Coast Front said that it stood by its count.", "statement", "it stood by its count"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "content"), KINDS)
def test_kinds_of_told_claims(text: str, kind: str, content: str, parse_text: Parse) -> None:
    assert [(c.kind, c.content.quote) for c in claims(parse_text(text))] == [(kind, content)]


def test_blame_is_a_claim_about_the_report(parse_text: Parse) -> None:
    document = parse_text("Two marchers were shot in Arvan. The group blames the police.")
    (claim,) = claims(document, (report(document, "shot"),))
    assert claim.about_report == "r1"
    assert claim.content.quote == "The group blames the police"
    assert (claim.chain[-1].name, claim.chain[-1].stance) == ("group", "alleges")


def test_blame_that_tells_the_act_is_about_it(parse_text: Parse) -> None:
    document = parse_text("The group blames the police for the shooting of two marchers in Arvan.")
    (claim,) = claims(document, (report(document, "shooting"),))
    assert claim.about_report == "r1"


def test_blame_by_nobody_who_is_named(parse_text: Parse) -> None:
    (claim,) = claims(parse_text("The attack was blamed on the Coast Front."))
    assert claim.chain[-1].kind == "anonymous"
    assert [a.value.name for a in claim.about] == ["Coast Front"]


def test_an_aside_is_left_out(parse_text: Parse) -> None:
    text = "The mayor said the board had lost the list, which runs to four pages."
    assert [c.content.quote for c in claims(parse_text(text))] == ["the board had lost the list"]


def test_ids_and_spans(parse_text: Parse) -> None:
    text = "The regime jails every poet. The mayor said the army lied. Police denied the charge."
    found = claims(parse_text(text))
    assert [c.claim_id for c in found] == [f"c{n}" for n in range(1, len(found) + 1)]
    for claim in found:
        assert text[claim.content.start : claim.content.end] == claim.content.quote


def test_the_shipped_words_are_sound() -> None:
    assert check_claim_lexicon() == []
    faults = check_claim_lexicon({"blame": {"verbs": ["Blame", "fault", "fault"], "nouns": []}})
    assert any("'Blame' is not lower case" in fault for fault in faults)
    assert any("'fault' stands twice" in fault for fault in faults)
    assert any("blame.nouns: unknown list" in fault for fault in faults)


PARTS = [
    ("a share of a crowd, with a participle", "Some 400 people, most of them brought by bus, sang.",
     "most of them brought by bus"),
    ("a share of a crowd, without a verb", "Forty people, half of them day labourers, sat down.",
     "half of them day labourers"),
    ("steered by others", "A handful of drivers, led astray by the same gang, stayed at home.",
     "led astray by the same gang"),
    ("a trait", "The governor, who has a weakness for other people's land, opened the bridge.",
     "who has a weakness for other people's land"),
    ("what a power has is charged", "Despite the junta's brutal measures, people sang.",
     "the junta's brutal measures"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text", "content"), PARTS)
def test_charges_in_parts_of_sentences(
    reason: str, text: str, content: str, parse_text: Parse
) -> None:
    assert [c.content.quote for c in claims(parse_text(text))] == [content], reason


@pytest.mark.parametrize(
    "text",
    [
        "Two mayors, both of whom opposed the plan, met on Monday.",
        "Most of them were students.",
    ],
)
def test_shares_with_a_sentence_of_their_own_are_no_charges(text: str, parse_text: Parse) -> None:
    assert claims(parse_text(text)) == ()


def test_a_claim_upheld_belongs_to_who_upholds_it(parse_text: Parse) -> None:
    (claim,) = claims(parse_text("The Coast Front stands by its figure of nine dead."))
    assert claim.content.quote == "The Coast Front stands by its figure of nine dead"
    assert [link.name for link in claim.chain[1:]] == ["Coast Front"]


def test_a_promise_in_an_infinitive(parse_text: Parse) -> None:
    (claim,) = claims(parse_text("The police chief promised to name the officers within a week."))
    assert (claim.kind, claim.content.quote) == ("promise", "to name the officers within a week")


def test_an_inserted_verb_leaves_one_claim(parse_text: Parse) -> None:
    text = "The League, Ana Roa asserted, runs a school for liars."
    assert [c.content.quote for c in claims(parse_text(text))] == [text[:-1]]


def test_the_news_of_a_headline_is_no_habit(parse_text: Parse) -> None:
    document = parse_text("Militia raids newspaper office")
    assert [c.made_by for c in claims(document)] == ["claims.habit"]
    assert claims(document, (report(document, "raids"),)) == ()
