"""Who says what. Every sentence here is invented; `X:stance` links follow the outlet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.coreference import find_entities
from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.find.reading import QuoteReading
from reportedly.parse import Document, Parser
from reportedly.records import Quote
from tests.conftest import make_article

Parse = Callable[..., Document]
VERBS = load_reporting_verbs()


def read(document: Document) -> QuoteReading:
    return find_quotes(document, find_entities(document), VERBS)


def chain(quote: Quote) -> list[str]:
    """The chain after the outlet: 'name:stance'."""
    assert quote.chain[0].kind == "outlet"
    return [f"{link.name}:{link.stance}" for link in quote.chain[1:]]


def words(quote: Quote) -> str:
    return " | ".join(piece.quote for piece in quote.content)


# reason, text, kind, speaker, content (pieces by '|'), chain after the outlet
DIRECT = [
    (
        "speaker after the verb",
        '"They came at night," said a bread seller.',
        "bread seller",
        "They came at night,",
        ["bread seller:states"],
    ),
    (
        "pronoun to the last speaker",
        'Interior minister Ivo Brand spoke on Monday. "Not one shot was fired," he said.',
        "Ivo Brand",
        "Not one shot was fired,",
        ["Ivo Brand:states"],
    ),
    (
        "a role takes up a name",
        'Tomas Arden, the security minister, landed at noon. "We will stay," the minister said.',
        "Tomas Arden",
        "We will stay,",
        ["Tomas Arden:states"],
    ),
    (
        "broken up by its cue",
        '"We marched," said Ana Roa, 19, "and then they fired."',
        "Ana Roa",
        "We marched, | and then they fired.",
        ["Ana Roa:states"],
    ),
    (
        "a second sentence of the same speech",
        "“We will not leave,” the union’s leader, Pia Marsh, told a press conference. “Not today.”",
        "Pia Marsh",
        "We will not leave, | Not today.",
        ["Pia Marsh:states"],
    ),
    (
        "before the quotation, with a colon",
        'Asked where she had been, Lea Morrow said: "Ask the driver."',
        "Lea Morrow",
        "Ask the driver.",
        ["Lea Morrow:states"],
    ),
    (
        "a body speaks",
        'The Ports Board met on Monday. "We had no part in it," the Board said in a statement.',
        "Ports Board",
        "We had no part in it,",
        ["Ports Board:states"],
    ),
    (
        "told to another outlet, which stands between",
        'Ivo Brand came to Belt. "We will close the bridge," he told local radio.',
        "Ivo Brand",
        "We will close the bridge,",
        ["local radio:states", "Ivo Brand:states"],
    ),
    (
        "inverted, with a helping verb, as in translations",
        '"They said us to leave," would have said the nurse.',
        "nurse",
        "They said us to leave,",
        ["nurse:states"],
    ),
    (
        "unnamed on request",
        "“They came at night,” said one resident, who asked not to be named.",
        None,
        "They came at night,",
        ["resident:states"],
    ),
    (
        "any verb speaks after a whole sentence that a comma closes",
        '"The dam will hold," the engineer taught his listeners.',
        "engineer",
        "The dam will hold,",
        ["engineer:states"],
    ),
    (
        "a role and a name after such a verb",
        '"Nobody slept," grinned coach Ivo Brand.',
        "Ivo Brand",
        "Nobody slept,",
        ["Ivo Brand:states"],
    ),
    (
        "speech in several words",
        '"Where are we to go?" a porter wanted to know.',
        "porter",
        "Where are we to go?",
        ["porter:states"],
    ),
    (
        "words passed on: the last speaker is theirs",
        'Omar Sel repeated a phrase of the guard: "We count every drop".',
        "guard",
        "We count every drop",
        ["Omar Sel:states", "guard:states"],
    ),
    (
        "a colon at the end of the line before",
        "Lea Morrow went on:\n\n“The nets are gone and the boats are gone.”",
        "Lea Morrow",
        "The nets are gone and the boats are gone.",
        ["Lea Morrow:states"],
    ),
    (
        "an order through a loudspeaker is nobody's in particular",
        'A nurse spoke to us. She said the order came through a loudspeaker: "Clear the bridge."',
        None,
        "Clear the bridge.",
        ["nurse:states", "anonymous:states"],
    ),
]


@pytest.mark.parametrize(("reason", "text", "speaker", "content", "links"), DIRECT)
def test_direct_quotations(
    reason: str, text: str, speaker: str | None, content: str, links: list[str], parse_text: Parse
) -> None:
    quotes = [q for q in read(parse_text(text)).quotes if q.kind == "direct"]
    assert [(q.speaker, words(q), chain(q)) for q in quotes] == [(speaker, content, links)], reason


def test_a_quotation_in_a_quotation(parse_text: Parse) -> None:
    text = (
        "Security minister Ivo Brand said the League had built a chain of websites. "
        "\"They write: 'The port was sold.' It is a lie, and they know it,\" Brand added. "
        "The League is a movement."
    )
    quotes = [q for q in read(parse_text(text)).quotes if q.kind == "direct"]
    assert [words(q) for q in quotes] == ["The port was sold.", "It is a lie, and they know it,"]
    inner, outer = quotes
    assert chain(inner)[0] == "Ivo Brand:states"  # the minister says that they write
    assert len(inner.chain) == 3
    assert chain(outer) == ["Ivo Brand:states"]


def test_the_frame_of_an_inner_quotation_stays_a_scope(parse_text: Parse) -> None:
    document = parse_text("\"She wrote: 'I am well,'\" Omar Sel said.")
    reading = read(document)
    assert [words(q) for q in reading.quotes if q.kind == "direct"] == ["I am well,"]
    frame = [s for s in reading.scopes if s.evidence.quote.startswith("She wrote")]
    assert frame and frame[0].quote_id is None
    assert frame[0].chain[-1].name == "Omar Sel"


NO_QUOTES = [
    ("a title of a work", 'In "The Long Bridge" a mayor is shot.'),
    ("a scare quote", 'The so-called "victory" was brief.'),
    ("a name that is given", 'A film called "The Long Bridge" opened on Friday.'),
]


@pytest.mark.parametrize(("reason", "text"), NO_QUOTES)
def test_marks_that_quote_nobody(reason: str, text: str, parse_text: Parse) -> None:
    assert read(parse_text(text)).quotes == (), reason


# reason, text, kind, speaker, content, chain after the outlet
TOLD = [
    (
        "that-clause",
        "Witnesses said that the shots came from the bridge.",
        "indirect",
        "witnesses",
        "the shots came from the bridge",
        ["witnesses:states"],
    ),
    (
        "at the end, over participles too",
        "A blast tore through a depot, killing two guards and setting a tank alight, police said.",
        "indirect",
        "police",
        "A blast tore through a depot, killing two guards and setting a tank alight",
        ["police:states"],
    ),
    (
        "inserted, so in pieces",
        "The residents stayed at home, Ivo Brand said, and kept their doors shut.",
        "indirect",
        "Ivo Brand",
        "The residents stayed at home | kept their doors shut",
        ["Ivo Brand:states"],
    ),
    (
        "a dateline is nobody's words",
        "ARVAN (Coro Wire) - Three people died in Arvan, the regional health office said.",
        "indirect",
        "regional health office",
        "Three people died in Arvan",
        ["regional health office:states"],
    ),
    (
        "according to",
        "Soldiers burned two houses, according to witnesses.",
        "indirect",
        "witnesses",
        "Soldiers burned two houses",
        ["witnesses:states"],
    ),
    (
        "a denied clause",
        "The interior ministry denied that officers had fired.",
        "indirect",
        "interior ministry",
        "officers had fired",
        ["interior ministry:denies"],
    ),
    (
        "a denied deed",
        "Police denied shooting anyone in Arvan.",
        "indirect",
        "police",
        "shooting anyone in Arvan",
        ["police:denies"],
    ),
    (
        "a denied part",
        "The Coast Front denied any part in the depot blast.",
        "indirect",
        "Coast Front",
        "any part in the depot blast",
        ["Coast Front:denies"],
    ),
    (
        "rejected reports",
        "The mayor rejected reports of deaths by police fire.",
        "indirect",
        "mayor",
        "deaths by police fire",
        ["mayor:denies"],
    ),
    (
        "called false",
        "The health office called this false.",
        "indirect",
        "health office",
        "called this false",
        ["health office:denies"],
    ),
    (
        "an admission in an interview: the broadcaster stands between",
        "In an interview with state television, minister Ivo Brand acknowledged that his ministry "
        "paid for the films.",
        "indirect",
        "Ivo Brand",
        "his ministry paid for the films",
        ["state television:states", "Ivo Brand:admits"],
    ),
    (
        "responsibility is an admission",
        "The rebels claimed responsibility for the attack.",
        "indirect",
        "rebels",
        "the attack",
        ["rebels:admits"],
    ),
    (
        "a confirmation",
        "The mayor confirmed that a guard had died.",
        "indirect",
        "mayor",
        "a guard had died",
        ["mayor:confirms"],
    ),
    (
        "a claim with an infinitive",
        "The Coast Front claimed to have captured two officers.",
        "indirect",
        "Coast Front",
        "to have captured two officers",
        ["Coast Front:alleges"],
    ),
    (
        "one's own people are no charge",
        "The Coast Front said its fighters had carried out the raid.",
        "indirect",
        "Coast Front",
        "its fighters had carried out the raid",
        ["Coast Front:states"],
    ),
    (
        "an interested speaker's charge",
        "The union said police beat two drivers.",
        "indirect",
        "union",
        "police beat two drivers",
        ["union:alleges"],
    ),
    (
        "the other side's charge is the same",
        "Police said union members beat two drivers.",
        "indirect",
        "police",
        "union members beat two drivers",
        ["police:alleges"],
    ),
    (
        "nobody who is known is charged",
        "Police said gunmen attacked a post.",
        "indirect",
        "police",
        "gunmen attacked a post",
        ["police:states"],
    ),
    (
        "a number",
        "Police put the crowd at 200.",
        "indirect",
        "police",
        "the crowd at 200",
        ["police:states"],
    ),
    (
        "lawyers for a body",
        "Lawyers for the Belt Dockers' Union said the men had not eaten.",
        "indirect",
        "lawyers for Belt Dockers' Union",
        "the men had not eaten",
        ["lawyers for Belt Dockers' Union:states"],
    ),
    (
        "a paper speaks for its maker",
        "A statement from the ministry said two officers were hurt.",
        "indirect",
        "ministry",
        "two officers were hurt",
        ["ministry:states"],
    ),
    (
        "the outlet has it from somebody",
        "Police killed four bandits, The Test Herald has learned from the regional command.",
        "indirect",
        "regional command",
        "Police killed four bandits",
        ["regional command:states"],
    ),
    (
        "a site quotes a minister",
        "The site quoted a minister as saying that rioters were paid.",
        "indirect",
        "minister",
        "rioters were paid",
        ["site:states", "minister:states"],
    ),
    (
        "passive with an agent",
        "It was announced by the council that the bridge would close.",
        "indirect",
        "council",
        "the bridge would close",
        ["council:states"],
    ),
    (
        "a belief",
        "Farmers fear that the dam will burst.",
        "belief",
        "farmers",
        "the dam will burst",
        ["farmers:states"],
    ),
    (
        "mostly in marks",
        'The governor said the raid was "a cowardly act of desperate people".',
        "mixed",
        "governor",
        'the raid was "a cowardly act of desperate people"',
        ["governor:states"],
    ),
]


@pytest.mark.parametrize(("reason", "text", "kind", "speaker", "content", "links"), TOLD)
def test_told_words(
    reason: str,
    text: str,
    kind: str,
    speaker: str,
    content: str,
    links: list[str],
    parse_text: Parse,
) -> None:
    quotes = read(parse_text(text)).quotes
    found = [(q.kind, q.speaker, words(q), chain(q)) for q in quotes]
    assert found == [(kind, speaker, content, links)], reason


def test_speech_told_in_speech(parse_text: Parse) -> None:
    text = "Lea Morrow said that a nurse had told her that the morgue had been closed."
    outer, inner = read(parse_text(text)).quotes
    assert chain(outer) == ["Lea Morrow:states"]
    assert chain(inner) == ["Lea Morrow:states", "nurse:states"]
    assert words(inner) == "the morgue had been closed"


def test_the_same_speaker_goes_on(parse_text: Parse) -> None:
    text = "The ministry said that the road was open, adding that nobody had been hurt."
    first, second = read(parse_text(text)).quotes
    assert (words(first), chain(first)) == ("the road was open", ["ministry:states"])
    assert (words(second), chain(second)) == ("nobody had been hurt", ["ministry:states"])


def test_two_speakers_make_two_scopes(parse_text: Parse) -> None:
    text = "Nine people died in the depot, according to a doctor and to two night guards."
    names = {s.chain[-1].name for s in read(parse_text(text)).scopes}
    assert names == {"doctor", "night guards"}


SILENT = [
    ("not said", "Prosecutors did not say what weapons were used."),
    ("declined", "The mayor declined to say that the bridge was safe."),
    ("not believed", "He does not believe that the army fired."),
    ("nobody says it", "No group has claimed responsibility for the blast."),
    ("to own is not to own up", "The bank owns a chain of papers."),
    ("only a possibility", "A spokesman could say that the road was closed."),
]


@pytest.mark.parametrize(("reason", "text"), SILENT)
def test_what_nobody_says_has_no_scope(reason: str, text: str, parse_text: Parse) -> None:
    assert read(parse_text(text)).scopes == (), reason


SLOGANS = [
    ('Banners read "Water first" and "No more dams".', "banner", ["Water first", "No more dams"]),
    ("A huge poster was hung with the slogan: “Arvan is ours.”", "slogan", ["Arvan is ours."]),
    ('On the steps one could read on a cloth: "Four lamps, four streets".', "banner",
     ["Four lamps, four streets"]),
    ("“Students must be freed,” another slogan read.", "slogan", ["Students must be freed,"]),
    ('Marchers carried a placard reading "Bread first".', "placard", ["Bread first"]),
    ('On a wall somebody had painted "No more guns".', "graffiti", ["No more guns"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "medium", "contents"), SLOGANS)
def test_slogans_are_nobodys(
    text: str, medium: str, contents: list[str], parse_text: Parse
) -> None:
    quotes = read(parse_text(text)).quotes
    assert [words(q) for q in quotes] == contents
    assert {(q.kind, q.speaker, q.medium) for q in quotes} == {("slogan", None, medium)}
    assert {q.chain[-1].name for q in quotes} == {"anonymous"}


def test_a_chant_has_its_crowd_in_the_chain(parse_text: Parse) -> None:
    (quote,) = read(parse_text('Protesters chanted "Water for all" outside the ministry.')).quotes
    assert (quote.kind, quote.speaker, quote.medium) == ("slogan", None, "chant")
    assert (quote.chain[-1].name, quote.chain[-1].kind) == ("protesters", "collective")


def test_kinds_and_exposure_of_speakers(parse_text: Parse) -> None:
    text = (
        "Interior minister Ivo Brand said it rained. Ana Roa, a student, said it snowed. "
        "A doctor said it froze. Residents said it thawed. The ministry said it was dry."
    )
    links = [q.chain[-1] for q in read(parse_text(text)).quotes]
    assert [(link.name, link.kind, link.private) for link in links] == [
        ("Ivo Brand", "named", False),  # an office
        ("Ana Roa", "named", True),  # a private person
        ("doctor", "anonymous", False),  # no name to protect
        ("residents", "collective", False),
        ("ministry", "named", False),
    ]


MEDIA = [
    ("The ministry said in a statement that it was late.", "statement"),
    ("Residents said by telephone that the shops were shut.", "telephone"),
    ("In an audio message the group said that it would return.", "audio message"),
]


@pytest.mark.parametrize(("text", "medium"), MEDIA)
def test_means_of_speech(text: str, medium: str, parse_text: Parse) -> None:
    assert [q.medium for q in read(parse_text(text)).quotes] == [medium]


@settings(max_examples=30, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(list('Ana said that "it’s" told\n\'“”:,. é\u00a0()FO')),
        max_size=90,
    )
)
def test_any_text_gives_sound_quotes(parser: Parser, text: str) -> None:
    reading = read(parser(make_article(text)))
    ids = [q.quote_id for q in reading.quotes]
    assert len(set(ids)) == len(ids)
    for quote in reading.quotes:
        assert quote.chain[0].kind == "outlet"
        for piece in quote.content:
            assert text[piece.start : piece.end] == piece.quote
    for scope in reading.scopes:
        assert scope.chain[0].kind == "outlet"
        assert scope.quote_id is None or scope.quote_id in ids


MIXED = [
    (
        "the clause around a few words in marks is what is said",
        'The road was "washed away in an hour," said Omar Sel.',
        "Omar Sel",
        'The road was "washed away in an hour,"',
    ),
    (
        "what is called so belongs to the verdict",
        'Ana Roa called the plan for the port "a gift to thieves."',
        "Ana Roa",
        'the plan for the port "a gift to thieves."',
    ),
]


@pytest.mark.parametrize(("reason", "text", "speaker", "content"), MIXED)
def test_words_in_marks_within_a_told_clause(
    reason: str, text: str, speaker: str, content: str, parse_text: Parse
) -> None:
    quotes = [q for q in read(parse_text(text)).quotes if q.kind == "mixed"]
    assert [(q.speaker, words(q)) for q in quotes] == [(speaker, content)], reason


# reason, text, speaker, content
PHRASES = [
    (
        "in somebody's view",
        "In the view of the dockers' union, the contract was never valid.",
        "dockers' union",
        "the contract was never valid",
    ),
    (
        "to somebody, it is so",
        "To the editors of the Coast Mirror the mayor is a thief of time.",
        "editors",
        "the mayor is a thief of time",
    ),
    (
        "several words of speech at the end",
        "The water was cut at noon, the residents let it be known.",
        "residents",
        "The water was cut at noon",
    ),
    (
        "a noun with an infinitive",
        "Sel's promise to pay the guards was heard by nobody.",
        "Sel",
        "to pay the guards",
    ),
]


@pytest.mark.parametrize(("reason", "text", "speaker", "content"), PHRASES)
def test_words_told_in_phrases(
    reason: str, text: str, speaker: str, content: str, parse_text: Parse
) -> None:
    quotes = read(parse_text(text)).quotes
    assert [(q.speaker, words(q)) for q in quotes] == [(speaker, content)], reason


def test_their_count_within_a_clause_is_no_view(parse_text: Parse) -> None:
    reading = read(parse_text("The Coast Front said that it stood by its count."))
    assert [words(q) for q in reading.quotes] == ["it stood by its count"]


ASSERTED_BY_NOBODY = [
    ("a question", "The court asked whether the minister had paid the guards."),
    ("a decision", "The union decided to block the bridge."),
    ("a stand", "Ana Roa defended the raid."),
]


@pytest.mark.parametrize(("reason", "text"), ASSERTED_BY_NOBODY)
def test_what_asserts_nothing_has_no_scope(reason: str, text: str, parse_text: Parse) -> None:
    reading = read(parse_text(text))
    assert len(reading.quotes) == 1, reason
    assert reading.scopes == ()


UNSIGNED = [
    'Somebody had chalked "The river is ours" on the door of the mint.',
    'On the gate an unknown hand had left in charcoal: "No bread, no peace".',
]


@pytest.mark.parametrize("text", UNSIGNED)
def test_words_of_an_unknown_hand_are_slogans(text: str, parse_text: Parse) -> None:
    quotes = read(parse_text(text)).quotes
    assert [(q.kind, q.speaker, q.medium) for q in quotes] == [("slogan", None, "graffiti")]


TITLES = [
    'Speaking to "Coast This Morning" on Monday, Omar Sel kept calm.',
    'In the novel "The Salt Road" nobody is hurt.',
]


@pytest.mark.parametrize("text", TITLES)
def test_titles_are_no_quotations(text: str, parse_text: Parse) -> None:
    assert [q for q in read(parse_text(text)).quotes if q.kind != "belief"] == []


def test_an_interview_line_by_line(parse_text: Parse) -> None:
    text = "SEL: Why is it shut?\nROA: The road is wet.\nSEL: Since when?\nROA: Since Monday."
    quotes = read(parse_text(text)).quotes
    assert [q.made_by for q in quotes] == ["quotes.direct.turn"] * 4
    assert [words(q) for q in quotes][1::2] == ["The road is wet.", "Since Monday."]


def test_labels_before_colons_take_no_turns(parse_text: Parse) -> None:
    reading = read(parse_text("Source: Coast Wire\nPhoto: Ana Roa\nArea: Belt\nDate: Monday"))
    assert reading.quotes == ()


def test_a_speech_whose_speaker_is_named_after_it(parse_text: Parse) -> None:
    text = (
        "The hall fell silent on Monday.\n\n“We counted forty boats in the harbour.”\n\n"
        "“Then the rain came,” Omar Sel said."
    )
    assert [q.speaker for q in read(parse_text(text)).quotes] == ["Omar Sel", "Omar Sel"]


def test_the_author_of_a_byline_says_i(parser: Parser) -> None:
    document = parser(make_article('"We are late," I told the guard.', byline="Ana Roa"))
    (quote,) = find_quotes(document, find_entities(document), load_reporting_verbs()).quotes
    assert (quote.speaker, quote.content[0].quote) == ("Ana Roa", "We are late,")
    assert quote.chain[-1].private, "a writer is no public office"
    assert quote.speaker_evidence is not None and quote.speaker_evidence.quote == "I"
