"""Parsing: offsets point into the text, whatever the view shows. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import DataError, OptionError
from reportedly.parse import Document, load_parser
from reportedly.parse.plain import PlainParser
from reportedly.parse.truecase import truecase
from reportedly.parse.view import view_of
from reportedly.records import Glued
from tests.conftest import make_article


def test_glued_names_are_two_tokens_of_one_word(parse_text: Callable[..., Document]) -> None:
    text = "A poster of IvoBrandt hung in Coro."
    glued = (Glued(start=12, end=21, parts=("Ivo", "Brandt")),)
    document = parse_text(text, glued=glued)
    pieces = [(t.text, t.start, t.end) for t in document.tokens_in(12, 21)]
    assert pieces == [("Ivo", 12, 15), ("Brandt", 15, 21)]
    assert document.readable(12, 21) == "Ivo Brandt"


def test_no_break_spaces_stay_in_the_coordinates(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The Front\u00a0\u00a0 marched in Belt.")
    assert [t.text for t in document.tokens][:3] == ["The", "Front", "marched"]
    assert document.readable(0, 20) == "The Front marched"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Roa said,“We stay.”", ["Roa", "said", ",", "“", "We", "stay", ".", "”"]),
        ('"No,"he said.', ['"', "No", ",", '"', "he", "said", "."]),
        ("“Go.”He left.", ["“", "Go", ".", "”", "He", "left", "."]),
        (
            "The plan—“Go!”—is late.",
            ["The", "plan", "—", "“", "Go", "!", "”", "—", "is", "late", "."],
        ),
        ("It ran in 2015–2016.", ["It", "ran", "in", "2015–2016", "."]),  # a range stays whole
        ("A 6'2\" man left.", ["A", "6'2", '"', "man", "left", "."]),  # feet and inches
    ],
)
def test_marks_glued_to_words_are_words(
    text: str, words: list[str], parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    assert [t.text for t in document.tokens] == words
    assert [text[t.start : t.end] for t in document.tokens] == words


def test_no_sentence_runs_over_a_line_break(parse_text: Callable[..., Document]) -> None:
    document = parse_text("A headline without a stop\n\nPolice came. They left.")
    assert [document.text[s.start : s.end] for s in document.sentences] == [
        "A headline without a stop",
        "Police came.",
        "They left.",
    ]
    assert document.sentences[0].paragraph != document.sentences[1].paragraph


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("THE FARC [REVOLUTIONARY ARMED FORCES OF COLOMBIA] LAUNCHED A NEW OFFENSIVE.", 1),
        ("The aide spoke. [Ana Roe] We fled.", 2),  # a speaker's name opens his words
    ],
)
def test_no_sentence_begins_at_an_aside_behind_a_word(
    text: str, sentences: int, parse_text: Callable[..., Document]
) -> None:
    begins = [text[s.start] for s in parse_text(text).sentences]
    assert (begins.count("[") == 0) is (sentences == 1)


def test_a_past_form_that_the_tagger_misses(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The army retook the town of Belt.")
    verb = next(t for t in document.tokens if t.text == "retook")
    assert (verb.lemma, verb.tag) == ("retake", "VBD")


def test_capitals_are_brought_to_usual_case_with_equal_length() -> None:
    text = "GUERRILLAS ATTACKED THE TOWN OF CORO ON FRIDAY"
    assert truecase(text) == "Guerrillas attacked the town of Coro on Friday"
    assert truecase("The NATO summit in Coro") == "The NATO summit in Coro"
    assert truecase("FMLN UNITS OF THE 1ST BRIGADE SAID") == "FMLN units of the 1st brigade said"


def test_other_languages_are_split_without_syntax() -> None:
    document = load_parser()(make_article("پلیس آمد. آنها رفتند.", language="fa"))
    assert len(document.sentences) == 2
    assert not document.has_syntax


def test_a_parser_that_is_not_installed_is_named() -> None:
    with pytest.raises(OptionError, match="xx_none_sm is not installed"):
        load_parser("xx_none_sm")


@given(st.text(alphabet="ab. \n\u00a0'AB", max_size=60))
def test_plain_sentences_and_tokens_lie_in_the_text(text: str) -> None:
    document = PlainParser()(make_article(text))
    for token in document.tokens:
        assert text[token.start : token.end] == token.text
    ends = [s.end for s in document.sentences]
    assert ends == sorted(ends)
    assert all(s.start < s.end for s in document.sentences)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aB. \n\u00a0'\"“”-,", min_size=0, max_size=80))
def test_parsed_tokens_lie_in_the_text(text: str) -> None:
    document = load_once()(make_article(text))
    for token in document.tokens:
        assert text[token.start : token.end].replace("\u00a0", " ") == token.text
        assert 0 <= token.head < len(document.tokens)
        assert document.sentences[token.sentence].start <= token.start


@given(
    st.text(alphabet="abC ", min_size=4, max_size=30),
    st.lists(st.integers(1, 28), min_size=0, max_size=4),
)
def test_the_view_leads_back(text: str, places: list[int]) -> None:
    cuts = sorted({p for p in places if p < len(text) - 1})
    glued = [Glued(start=c - 1, end=c + 1, parts=(text[c - 1], text[c])) for c in cuts[::2]]
    view = view_of(text, glued)
    for offset, char in enumerate(view.text):
        if offset in view.cuts:
            assert char == " "
        else:
            assert text[view.back(offset)] == char


_PARSER = []


def load_once():  # the property test cannot take a fixture of the session
    if not _PARSER:
        _PARSER.append(load_parser())
    return _PARSER[0]


def test_a_changed_model_is_refused(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportedly.parse import english

    monkeypatch.setattr(english, "DEFAULT_MODEL_SHA256", "0" * 64)
    with pytest.raises(DataError, match="reinstall"):
        english.EnglishParser()


def test_the_hash_of_a_model_is_of_names_and_bytes(tmp_path) -> None:
    from reportedly.parse.english import model_hash

    (tmp_path / "a").write_text("1")
    before = model_hash(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert model_hash(tmp_path) != before


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("CORO, May 3 (The Agency) - Farmers blocked a road.", "CORO, May 3 (The Agency) -"),
        ("CORO (The Agency) — Farmers blocked a road.", "CORO (The Agency) —"),
        ("CORO – Farmers blocked a road.", "CORO –"),
        ("Farmers - angry ones - blocked a road.", "Farmers - angry ones - blocked a road."),
        ("The road to Coro (and Belt) was blocked.", "The road to Coro (and Belt) was blocked."),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(
    text: str, first: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    sentence = document.sentences[0]
    assert document.text[sentence.start : sentence.end] == first
    assert {s.paragraph for s in document.sentences} == {0}


def test_text_without_capitals_gets_its_names_back() -> None:
    text = (
        "police in ahmedabad fired on a mob near the gomtipur area on friday, killing two persons. "
        "ministers in gandhinagar said that they would hold an inquiry into it."
    )
    usual = truecase(text)
    assert usual.startswith("Police in Ahmedabad fired on a mob near the Gomtipur area on Friday,")
    assert "persons. Ministers in Gandhinagar said" in usual


def test_names_in_capitals_are_readable(parse_text: Callable[..., Document]) -> None:
    text = "GUERRILLAS ATTACKED AN ARMY POST IN SAN SALVADOR ON FRIDAY."
    document = parse_text(text)
    start = text.index("SAN")
    assert document.readable(start, start + 12) == "San Salvador"
    assert document.text == text


@given(st.text(max_size=200))
def test_usual_case_has_the_same_length(text: str) -> None:
    assert len(truecase(text.upper())) == len(text.upper())


def test_a_relative_clause_says_more_of_the_object(parse_text: Callable[..., Document]) -> None:
    document = parse_text(
        "The army carried out a raid in Calais on Monday that killed nine rebels."
    )
    killed = next(t for t in document.tokens if t.text == "killed")
    assert (killed.dep, document.head(killed).text) == ("relcl", "raid")


def test_what_is_said_is_no_relative_clause(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The army told the mayor on Monday that rebels killed nine men.")
    killed = next(t for t in document.tokens if t.text == "killed")
    assert killed.dep == "ccomp"


def test_what_was_hit_is_not_a_part_of_when(parse_text: Callable[..., Document]) -> None:
    document = parse_text("Russian missiles hit Odesa hours later, wounding six people.")
    odesa = next(t for t in document.tokens if t.text == "Odesa")
    assert (odesa.dep, document.head(odesa).text) == ("dobj", "hit")


@pytest.mark.parametrize(
    ("sentence", "word", "above"),
    [
        ("Cambodia denied targeting clerks and accused Thailand of dropping bombs.", "accused",
         "denied"),
        ("The army said on Thursday it had killed two men in Lima.", "on", "said"),
        ("The army said on Thursday that two men fled on foot.", "on", "said"),
    ],
)  # fmt: skip
def test_a_past_tense_and_a_day_of_speech_belong_to_the_main_verb(
    parse_text: Callable[..., Document], sentence: str, word: str, above: str
) -> None:
    document = parse_text(sentence)
    found = next(t for t in document.tokens if t.text == word)
    assert document.head(found).text == above


def test_a_passer_by_is_one_noun(parse_text: Callable[..., Document]) -> None:
    document = parse_text("Two passers-by helped a passer-by. Passers-by ran.")
    found = [(t.text, t.lemma, t.tag) for t in document.tokens if "by" in t.text]
    assert found == [
        ("passers-by", "passer-by", "NNS"),
        ("passer-by", "passer-by", "NN"),
        ("Passers-by", "passer-by", "NNS"),
    ]
