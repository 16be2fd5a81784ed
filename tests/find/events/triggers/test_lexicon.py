"""The shipped event lexicon keeps its format and its own examples; bad files are named."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from reportedly.errors import DataError
from reportedly.find.events.triggers import lexicon as module
from reportedly.find.events.triggers.check import check_event_lexicon
from reportedly.find.events.triggers.forms import noun_forms, singular, spellings, verb_forms
from reportedly.find.events.triggers.lexicon import load_event_lexicon, parse_wording
from reportedly.parse import Parser
from reportedly.records import EventType


def test_every_example_triggers_its_rule_and_no_counter_example_does(parser: Parser) -> None:
    assert check_event_lexicon(parser) == []


def test_all_types_have_rules_and_files_stay_short() -> None:
    lexicon = load_event_lexicon()
    assert {rule.type for rule in lexicon.rules} == {None, *get_args(EventType)}
    for path in (module.LEXICONS / "en" / "events").glob("*.toml"):
        if path.name not in module.SHARED_FILES:
            assert len(path.read_text("utf-8").splitlines()) < 400, path.name


def test_a_language_without_rules_is_empty() -> None:
    assert load_event_lexicon("xx").rules == ()


WORDINGS = [
    ("gun … down", "verb", "gun", (), [("down", True)]),
    ("open fire on", "verb", "open", (), [("fire", False), ("on", False)]),
    ("suicide bombing", "noun", "bombing", ("suicide",), []),
    ("attempt on the life of", "noun", "attempt", (), ["on", "the", "life", "of"]),
    ("machine-*gun", "verb", "gun", ("machine",), []),
    ("*call for", "noun", "call", (), [("for", False)]),
]


@pytest.mark.parametrize(("text", "part", "head", "before", "after"), WORDINGS)
def test_wordings(
    text: str, part: module.Part, head: str, before: tuple[str, ...], after: list[object]
) -> None:
    wording = parse_wording(text, part)
    assert (wording.head, wording.before) == (head, before)
    steps = [(s.word, s.far) if after and isinstance(after[0], tuple) else s.word
             for s in wording.after]  # fmt: skip
    assert steps == after


BROKEN = [
    ('type = "SHOUT"', "unknown type"),
    ('type = "AID"\n[[rule]]\nid = "aid.x"\nact = "x"', "give either verbs or nouns"),
    ('type = "AID"\n[[rule]]\nid = "aid.x"\nverbs = ["give"]', "act is missing"),
    ('type = "AID"\n[[rule]]\nid = "aid.x"\nact = "x"\nverbs = ["give"]\nactor = "by"', "no role"),
    ('type = "AID"\n[[rule]]\nid = "aid.x"\nact = "x"\nverbs = ["give"]\ncolour = 1', "colour"),
    (
        'type = "AID"\n[[rule]]\nid = "aid.x"\nact = "x"\nverbs = ["give"]\n'
        'needs = { object = ["@nobody"] }',
        "no class @nobody",
    ),
    ("type = ", "Invalid"),
]


@pytest.mark.parametrize(("text", "fault"), BROKEN, ids=[b[1] for b in BROKEN])
def test_a_broken_file_is_named_with_its_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, fault: str
) -> None:
    folder = tmp_path / "en" / "events"
    folder.mkdir(parents=True)
    (folder / "aid.toml").write_text(text, "utf-8")
    monkeypatch.setattr(module, "LEXICONS", tmp_path)
    with pytest.raises(DataError, match=r"aid\.toml") as caught:
        load_event_lexicon()
    assert fault in str(caught.value)
    assert check_event_lexicon() == [str(caught.value)]


def test_a_verb_that_is_read_as_another_one_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "en" / "events"
    folder.mkdir(parents=True)
    (folder / "assault.toml").write_text(
        'type = "ASSAULT"\n[[rule]]\nid = "assault.x"\nact = "x"\nverbs = ["slay", "kill"]\n'
        'example = "a"\ncounter_example = "b"',
        "utf-8",
    )
    monkeypatch.setattr(module, "LEXICONS", tmp_path)
    assert check_event_lexicon() == ["assault.x: 'slay' is read as 'kill'"]


FORMS = [
    ("stab", {"stab", "stabs", "stabbing", "stabbed"}),
    ("strike", {"strike", "strikes", "striking", "struck", "stricken"}),
    ("carry", {"carry", "carries", "carrying", "carried"}),
    ("kidnap", {"kidnap", "kidnaps", "kidnapping", "kidnapped"}),
    ("signal", {"signal", "signals", "signaling", "signaled", "signalling", "signalled"}),
    ("lie", {"lie", "lies", "lying", "lay"}),
]


@pytest.mark.parametrize(("lemma", "forms"), FORMS)
def test_forms_of_verbs(lemma: str, forms: set[str]) -> None:
    irregular = {"strike": ("struck", "stricken"), "lie": ("lay",)}
    assert verb_forms(lemma, irregular, frozenset({"kidnap", "signal"})) == forms


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("organise", "organize"),
        ("harbour", "harbor"),
        ("paralyze", "paralyse"),
        ("defence", "defense"),
    ],
)
def test_spellings_of_both_sides_of_the_ocean(word: str, other: str) -> None:
    assert spellings(word) == {word, other}


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("jets", "jet"),
        ("gunmen", "gunman"),
        ("clashes", "clash"),
        ("cities", "city"),
        ("press", "press"),
    ],
)
def test_plurals_that_pass_for_names(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_forms_of_nouns() -> None:
    assert noun_forms("gunman") == {"gunman", "gunmen"}
    assert noun_forms("clash") == {"clash", "clashes"}
