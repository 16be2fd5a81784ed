"""Whether a told act happened, by the grammar around its word. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportedly.find.events.reality.reading import Reality, read_reality
from reportedly.find.events.reality.rules import (
    RealityRules,
    check_reality_rules,
    load_reality_rules,
)
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document


@pytest.fixture(scope="module")
def rules() -> RealityRules:
    return load_reality_rules()


def trigger_at(document: Document, word: str, *, nominal: bool = False) -> Trigger:
    """A trigger at the first token that reads like `word`."""
    token = next(t for t in document.tokens if t.text.casefold() == word.casefold())
    return Trigger(
        token=token.index,
        first=token.index,
        last=token.index + 1,
        rule="test.rule",
        type="ASSAULT",
        mode=None,
        act=word,
        nominal=nominal,
        actor_role="by" if nominal else "subject",
        recipient_role="of" if nominal else "object",
    )


VERBS = [
    # sentence, word, realis, polarity, is it an act; why
    ("Police shot two marchers.", "shot", "actual", "positive", True, "plain past"),
    ("Soldiers have attacked the town.", "attacked", "actual", "positive", True, "perfect"),
    ("Unions will march in Belt on Monday.", "march", "planned", "positive", True, "future"),
    ("Teachers are to strike on Monday.", "strike", "planned", "positive", True, "is to"),
    ("Nurses plan to march on Friday.", "march", "planned", "positive", True, "plan to"),
    ("Miners are going to march on Friday.", "march", "planned", "positive", True, "going to"),
    ("The union said it would march.", "march", "planned", "positive", True, "future in the past"),
    ("Gunmen tried to kidnap a judge.", "kidnap", "attempted", "positive", True, "tried to"),
    ("Police foiled a plot to bomb the station.", "bomb", "attempted", "positive", True, "plot to"),
    ("Police did not shoot at the crowd.", "shoot", "actual", "negated", True, "did not"),
    (
        "Guards were hired to prevent him from being attacked.",
        "attacked",
        "attempted",
        "positive",
        False,
        "what was to be prevented",
    ),
    ("They came here to attack us.", "attack", "actual", "positive", False, "why they came"),
    ("Nobody attacked the convoy.", "attacked", "actual", "negated", True, "nobody"),
    ("Officers fired no shots.", "fired", "actual", "negated", True, "no object"),
    (
        "The men left without attacking the guards.",
        "attacking",
        "actual",
        "negated",
        True,
        "without",
    ),
    ("The rebels failed to attack.", "attack", "actual", "negated", True, "failed to"),
    ("The army may attack.", "attack", "hypothetical", "positive", True, "may"),
    ("The army would have attacked.", "attacked", "hypothetical", "positive", True, "would have"),
    ("Anyone who attacked a guard was jailed.", "attacked", "actual", "positive", False, "anyone"),
    ("Whoever attacked the guard fled.", "attacked", "actual", "positive", False, "whoever"),
    ("The group boasted of attacking a guard.", "attacking", "actual", "positive", True, "boasts"),
    (
        "Mali will not ratify the pact until Togo has freed the men.",
        "freed",
        "hypothetical",
        "positive",
        True,
        "until then",
    ),
    ("They marched until it freed the men.", "freed", "actual", "positive", True, "until then"),
    ("Leave or we will attack.", "attack", "planned", "positive", True, "its own future"),
    ("Workers began to march.", "march", "actual", "positive", True, "began to is no plan"),
    ("Gunmen stormed the post, killing two guards.", "killing", "actual", "positive", True, "-ing"),
    ("Guards beat inmates.", "beat", "actual", "positive", True, "beat looks like the present"),
    ("The state punishes any support.", "punishes", "actual", "positive", False, "habit"),
    ("Guards routinely beat inmates.", "beat", "actual", "positive", False, "routinely"),
    (
        "Agents have harassed dockers for years.",
        "harassed",
        "actual",
        "positive",
        False,
        "for years",
    ),
    ("Crowds came to attack the bank.", "attack", "actual", "positive", True, "came to"),
    (
        "The men were held for attacking a guard.",
        "attacking",
        "actual",
        "positive",
        False,
        "charge",
    ),
    ("Thousands gathered to attack the wall.", "attack", "actual", "positive", False, "purpose"),
    ("He demanded that police attack the camp.", "attack", "actual", "positive", False, "demand"),
    ("Did the soldiers attack the camp?", "attack", "hypothetical", "positive", False, "question"),
    ("Police had to shoot at the crowd.", "shoot", "actual", "positive", True, "had to"),
    ("Police have to shoot at the crowd.", "shoot", "hypothetical", "positive", True, "have to"),
    ("Stones flew, forcing police to shoot.", "shoot", "actual", "positive", True, "forced to"),
    ("This could force police to shoot.", "shoot", "actual", "positive", False, "could force"),
    ("The mob made the guards shoot.", "shoot", "actual", "positive", True, "made them"),
    ("Guards do not shoot at crowds.", "shoot", "actual", "negated", False, "a negated habit"),
    ("Dorna became the first to bomb it.", "bomb", "actual", "positive", True, "the first to"),
    ("It was the first step to end it.", "end", "actual", "positive", False, "a step is no doer"),
    ("The state is considering bombing it.", "bombing", "actual", "positive", False, "considered"),
]

NOUNS = [
    ("A bombing killed two.", "bombing", "actual", "positive", True, "plain"),
    ("Police foiled a bombing.", "bombing", "attempted", "positive", True, "foiled"),
    ("An attack on the jetty had been foiled.", "attack", "attempted", "positive", True, "passive"),
    ("The front announced a march.", "march", "planned", "positive", True, "announced"),
    ("The planned march has a new date.", "march", "planned", "positive", True, "modifier"),
    ("The union called for a strike.", "strike", "actual", "positive", False, "asked for"),
    ("Residents fear an attack.", "attack", "hypothetical", "positive", True, "fear"),
    ("The threat of an attack remained.", "attack", "hypothetical", "positive", True, "threat of"),
    ("No attack took place.", "attack", "actual", "negated", True, "no"),
    ("The attack did not take place.", "attack", "actual", "negated", True, "did not take place"),
    ("The attack did not hurt anyone.", "attack", "actual", "positive", True, "its outcome"),
    ("The attack did not result in deaths.", "attack", "actual", "positive", True, "result"),
    ("This is an attack.", "attack", "actual", "positive", False, "definition"),
    (
        "The government answers every strike with fire.",
        "strike",
        "actual",
        "positive",
        False,
        "every",
    ),
    ("Shots fell at the end of a march.", "march", "actual", "positive", True, "end of is no end"),
    ("Officers with tear gas arrived at noon.", "gas", "actual", "positive", False, "equipment"),
    ("She told a rally that all was well.", "rally", "actual", "positive", True, "an audience"),
]


@pytest.mark.parametrize(
    ("text", "word", "realis", "polarity", "is_act", "why", "nominal"),
    [*((*row, False) for row in VERBS), *((*row, True) for row in NOUNS)],
)
def test_verbs_and_nouns(
    parse_text: Callable[..., Document],
    rules: RealityRules,
    text: str,
    word: str,
    realis: str,
    polarity: str,
    is_act: bool,
    why: str,
    nominal: bool,
) -> None:
    document = parse_text(text)
    found = read_reality(document, trigger_at(document, word, nominal=nominal), rules)
    assert found.no_act != is_act, f"{why}: {found}"
    if is_act:
        assert (found.realis, found.polarity) == (realis, polarity), f"{why}: {found}"


def test_a_condition_makes_a_plan_a_threat(
    parse_text: Callable[..., Document], rules: RealityRules
) -> None:
    document = parse_text("If they cross, we will shell them.")
    found = read_reality(document, trigger_at(document, "shell"), rules)
    assert found.conditioned
    assert found.realis == "threatened"
    crossing = read_reality(document, trigger_at(document, "cross"), rules)
    assert crossing.realis == "hypothetical"


def test_a_noun_that_dates_something_is_marked(
    parse_text: Callable[..., Document], rules: RealityRules
) -> None:
    document = parse_text("Students sang on the anniversary of the massacre.")
    assert read_reality(document, trigger_at(document, "massacre", nominal=True), rules).dating


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The government ended its ceasefire.", False),
        ("The rebels broke the ceasefire.", False),
        ("The rebels declared a ceasefire.", True),
    ],
)
def test_peace_that_is_ended_is_not_made(
    parse_text: Callable[..., Document], rules: RealityRules, text: str, made: bool
) -> None:
    document = parse_text(text)
    trigger = replace(trigger_at(document, "ceasefire", nominal=True), type="RETREAT")
    assert read_reality(document, trigger, rules).no_act is not made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The junta eased its blockade of the port.", False),
        ("The blockade of the port was lifted.", False),
        ("The junta tightened its blockade of the port.", True),
    ],
)
def test_what_is_eased_is_not_imposed(
    parse_text: Callable[..., Document], rules: RealityRules, text: str, made: bool
) -> None:
    document = parse_text(text)
    trigger = replace(trigger_at(document, "blockade", nominal=True), type="COERCE")
    assert read_reality(document, trigger, rules).no_act is not made


def test_a_passive_is_negated_between_its_subject_and_its_verb(
    parse_text: Callable[..., Document], rules: RealityRules
) -> None:
    document = parse_text("The embassy has not been reopened.")
    trigger = replace(trigger_at(document, "reopened"), first=1, type="SUPPORT")
    assert read_reality(document, trigger, rules).polarity == "negated"


def test_without_syntax_everything_counts_as_told(rules: RealityRules) -> None:
    from reportedly.parse.plain import PlainParser
    from tests.conftest import make_article

    document = PlainParser()(make_article("Police will shoot."))
    assert read_reality(document, trigger_at(document, "shoot"), rules) == Reality()


def test_the_shipped_rules_have_no_fault() -> None:
    assert check_reality_rules() == []
