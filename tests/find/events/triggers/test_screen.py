"""Genres and figures of speech, by examples. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.triggers.screen import check_screens, genre_of, is_figurative
from reportedly.parse import Document, Parser

Parse = Callable[..., Document]

# sentence, event words that must stay events
EVENTS = [
    ("Soldiers fired on the stadium during the match.", ["fired"]),
    ("A bomb went off at the film festival in Belt.", ["bomb"]),
    ("Gunmen attacked the police post and killed an officer.", ["attacked", "killed"]),
    ("Rebels attacked the Red Cross hospital.", ["attacked"]),
    ("The army began an attack on drug traffickers.", ["attack"]),
    ("Troops seized the market town of Belt.", ["seized"]),
    ("A rocket hit a family home, killing four.", ["hit", "killing"]),
    ("The battle for the city went on.", ["battle"]),
    ("Workers went on strike for higher wages.", ["strike"]),
    ("Protesters marched against price rises.", ["marched"]),
    ("A market bomb killed twenty people.", ["bomb", "killed"]),
    ("He was killed in a car bombing.", ["killed"]),
    ("Police clashed with fans after the match.", ["clashed"]),
    ("Soldiers came under fire at the border.", ["fire"]),
]


@pytest.mark.parametrize(("text", "words"), EVENTS)
def test_events_stay_events(parse_text: Parse, text: str, words: list[str]) -> None:
    document = parse_text(text)
    tokens = [t for t in document.tokens if t.text in words]
    assert len(tokens) == len(words)
    assert [is_figurative(document, t.index) for t in tokens] == [None] * len(words)


def test_every_rule_reads_its_example_and_not_its_counter_example(parser: Parser) -> None:
    assert check_screens(parser) == []


FIGURES = [
    ("The chain launched an assault on the discount shelf.", "launched", "object of a light verb"),
    ("The visitors were massacred 6-0.", "massacred", "a score"),
    ("Retailers besieged the hotline with orders.", "besieged", "orders"),
    ("In chapter three the heroine is kidnapped by pirates.", "kidnapped", "a chapter"),
]


@pytest.mark.parametrize(("text", "word", "why"), FIGURES, ids=[f[2] for f in FIGURES])
def test_figures_tell_no_event(parse_text: Parse, text: str, word: str, why: str) -> None:
    document = parse_text(text)
    token = next(t for t in document.tokens if t.text == word)
    assert is_figurative(document, token.index), why


def test_a_rule_spares_the_acts_that_its_wording_does_tell(parse_text: Parse) -> None:
    document = parse_text("The two sides struck a deal on Friday.")
    token = next(t for t in document.tokens if t.text == "struck")
    assert is_figurative(document, token.index, kind="ASSAULT")
    assert is_figurative(document, token.index, kind="AGREE") is None


RUGBY = (
    "The Coro forwards were arrested in midfield again and again and the scrum was a massacre. "
    "The fly-half kicked two penalties before half-time, and the visitors lost their captain "
    "to a torn hamstring. The coach wants to impose a curfew before the league derby."
)
SPORT = (
    "Coro fired three goals past the league leaders and ended their run. The home side attacked "
    "from the first whistle, and the goalkeeper was beaten twice before half-time. The coach "
    "praised his midfielder and the fans. The captain misses the next match of the season."
)
SIEGE = (
    "Gunmen attacked fans outside the stadium after the league match in Coro. Police said a bomb "
    "had exploded near the pitch and two soldiers were wounded. The club and its coach condemned "
    "the attack, and players gave blood at the hospital. The minister visited the captain."
)
FILM = (
    "In the opening scene of this quiet thriller a governor is shot. The director lets her actors "
    "take their time, the plot turns twice, and the villain is the best character of the film. "
    "The audience at the premiere cheered the cast."
)
FESTIVAL = (
    "A bomb went off at the film festival in Belt and killed two people, police said. The director "
    "of the festival and three actors were taken to hospital. The audience had just left the "
    "cinema. The interior minister blamed a militant group."
)
MARKET = (
    "The central bank kept its main rate unchanged and said its war on inflation was not over. "
    "Economists had expected a cut. Shares marched higher, the dollar lost ground and copper "
    "prices rose. Investors and exporters attacked the decision; analysts saw slower growth."
)
STRIKE = (
    "Dockers in Coro went on strike on Monday. The union said 400 workers had stopped work over a "
    "plan to lease two berths. The port board said prices and freight rates would rise. Police "
    "denied that they were holding the chair of the union."
)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (SPORT, "sport"),
        (RUGBY, "sport"),
        (SIEGE, "news"),
        (FILM, "film or fiction"),
        (FESTIVAL, "news"),
        (MARKET, "business"),
        (STRIKE, "news"),
        ("", "news"),
        ("Goal!", "news"),
    ],
)
def test_genres(parse_text: Parse, text: str, genre: str) -> None:
    assert genre_of(parse_text(text)) == genre


def test_a_plot_tells_nothing(parse_text: Parse) -> None:
    document = parse_text(FILM)
    shot = next(t for t in document.tokens if t.text == "shot")
    assert is_figurative(document, shot.index) == "plot-of-a-story"
