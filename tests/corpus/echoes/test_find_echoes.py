"""Echoes among invented articles: one wire story, its copies, and texts that only look alike."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from reportedly.corpus.echoes import copied_passages, find_echoes, pair_echo
from reportedly.find.fingerprint import fingerprint
from reportedly.records import Article, Echo
from tests.corpus.builders import article

LEAD = (
    "Two dockers were killed in Arvan on Monday when the cable of a crane snapped above the "
    "eastern quay, the harbour office said. The port had promised repairs in the spring."
)
SCENE = (
    "The men were loading crates of tiles onto a coaster bound for Belt. A third docker jumped "
    "into the water and was pulled out by the crew of a pilot boat."
)
QUOTE = (
    "“Nobody on this quay will touch a crane until every single cable of it has been weighed, "
    "measured and signed for by an engineer whom we have chosen ourselves,” the union said."
)
BACKGROUND = (
    "The harbour of Arvan handles a third of the country's grain. Its four cranes were bought "
    "second-hand in 1987, and an inspector's report of last winter called two of them unsafe."
)
OWN = (
    "The council of Belt meets tonight over the new bridge. Shopkeepers on both banks fear the "
    "years of dust and noise more than the toll, and the mayor has promised them tax relief. "
    "The ferrymen, who would lose their trade, have asked for a seat at the table and got none."
)
COMMENT = (
    "Fear for one's life is no wage demand, and yet it is treated as one. Whoever has stood "
    "under a swinging load knows that. The union has found plain words for it this week, and "
    "they deserve to be printed in full and pinned above the desk of each director who signs "
    "off a delay."
)
WIRE = article(
    "wire", "\n\n".join((LEAD, SCENE, QUOTE, BACKGROUND)), outlet="Delta Wire", published="05-03"
)
VERBATIM = article(
    "copy",
    WIRE.text + "\n\nRead our newsletter.",
    outlet="Arvan Post",
    credit="Delta Wire",
    published="05-03",
)
EDITED = article(
    "edit",
    "\n\n".join(
        (LEAD.replace("Two dockers", "A pair of dockers"), "Our own readers are sad.", SCENE, QUOTE)
    ),
    outlet="Belt Mirror",
    published="05-04",
)
EXCERPT = article(
    "part", "\n\n".join((OWN, BACKGROUND, OWN[::-1])), outlet="Coro Star", published="05-09"
)
SAME_QUOTE = article("quote", "\n\n".join((COMMENT, QUOTE)), outlet="Sena Times", published="05-03")
SAME_EVENT = article(
    "own",
    "Relatives of two port workers who died under a falling load gathered at the gates in "
    "Arvan. A cousin of the younger man said that he had complained of frayed steel ropes for "
    "weeks. The director of the terminal offered to pay for both burials and called the loss "
    "bitter.",
    outlet="Quay Bulletin",
    published="05-04",
)
ALL = (WIRE, VERBATIM, EDITED, EXCERPT, SAME_QUOTE, SAME_EVENT)


def echoes_of(articles: Sequence[Article]) -> tuple[Echo, ...]:
    return find_echoes(articles, {a.article_id: fingerprint(a.text) for a in articles})


def kinds(echo: Echo) -> dict[str, str]:
    return {member.article_id: member.kind for member in echo.members}


def test_copies_form_one_family_with_the_credited_agency_as_origin() -> None:
    family = next(e for e in echoes_of(ALL) if len(e.members) == 3)
    assert family.origin == "wire"
    assert kinds(family) == {"wire": "origin", "copy": "verbatim", "edit": "edited"}
    assert family.reasons == ("origin: credited",)


def test_an_excerpt_is_an_echo_of_its_own_that_joins_only_the_passage() -> None:
    found = echoes_of(ALL)
    excerpt = next(e for e in found if "excerpt" in kinds(e).values())
    assert kinds(excerpt)["part"] == "excerpt"
    (passage,) = copied_passages(found)["part"]
    assert EXCERPT.text[passage.start : passage.end] in BACKGROUND
    assert len(EXCERPT.text[passage.start : passage.end]) > 150


def test_a_shared_quote_and_the_same_event_are_no_echo() -> None:
    together = {frozenset(kinds(e)) for e in echoes_of(ALL)}
    assert not any({"quote", "own"} & members for members in together)


def test_passages_hold_the_same_words_in_both_texts() -> None:
    by_id = {a.article_id: a for a in ALL}
    copied = copied_passages(echoes_of(ALL))
    for one in ALL:
        for passage in copied.get(one.article_id, ()):
            here = one.text[passage.start : passage.end].split()
            there = by_id[passage.source].text[passage.source_start : passage.source_end].split()
            assert len(set(here) & set(there)) >= 0.8 * len(set(here))


def test_furniture_that_an_outlet_repeats_is_no_excerpt() -> None:
    box = (
        "The Mirror has come out every morning since the flood of 1911 and belongs to its "
        "readers. Write to the editors at the old mill, or leave your letter with the porter "
        "before noon."
    )
    own = [OWN, OWN[::-1], SAME_EVENT.text, BACKGROUND]
    pages = [
        article(f"page{n}", f"{text}\n\n{box}", outlet="Belt Mirror", published=f"05-0{n + 1}")
        for n, text in enumerate(own)
    ]
    assert echoes_of(pages) == ()


@pytest.mark.parametrize(
    ("first_day", "second_day", "origin"),
    [
        ("05-03", "05-04", "wire"),  # the earlier one
        ("05-05", "05-04", "edit"),  # whichever it is
        (None, None, None),  # alike in length, no dates: it cannot be known
    ],
)
def test_the_origin_is_the_earliest_or_nobody(
    first_day: str | None, second_day: str | None, origin: str | None
) -> None:
    one = article("wire", WIRE.text, outlet="Arvan Post", published=first_day)
    other = article("edit", WIRE.text + " So it is.", outlet="Belt Mirror", published=second_day)
    (echo,) = echoes_of([one, other])
    assert echo.origin == origin


def test_an_article_that_names_its_own_outlet_at_work_is_the_origin_of_a_tie() -> None:
    told = article("b", LEAD + " A witness told the Arvan Post so. " + SCENE, outlet="Arvan Post")
    copy = article("a", LEAD + " A witness told a local paper so. " + SCENE, outlet="Belt Mirror")
    (echo,) = echoes_of([copy, told])
    assert echo.origin == "b"


@pytest.mark.parametrize(
    "words",
    ["A witness told the Post so. ", "A witness told us so. ", "He wrote to this newspaper. "],
)
def test_an_outlet_at_work_need_not_name_itself_in_full(words: str) -> None:
    told = article("b", LEAD + " " + words + SCENE, outlet="Arvan Post")
    copy = article("a", LEAD + " A witness spoke. " + SCENE, outlet="Belt Mirror")
    (echo,) = echoes_of([copy, told])
    assert echo.origin == "b"


def test_the_hour_decides_between_articles_of_one_day() -> None:
    first = article("z", WIRE.text, outlet="Arvan Post", published="05-03", published_time="06:10")
    later = article("a", WIRE.text, outlet="Belt Mirror", published="05-03", published_time="09:40")
    (echo,) = echoes_of([later, first])
    assert echo.origin == "z"


@pytest.mark.parametrize(
    ("time", "other", "origin"),
    [
        ("06:10+00:00", "07:00+03:30", "a"),  # half past three in the first one's zone
        ("06:10", "09:40+00:00", None),  # a time without a zone is compared with none that has one
        ("06:10", None, None),
        ("soon", "06:10", None),
    ],
)
def test_hours_compare_by_their_zones(time: str, other: str | None, origin: str | None) -> None:
    one = article("z", WIRE.text, outlet="Arvan Post", published="05-03", published_time=time)
    two = article("a", WIRE.text, outlet="Belt Mirror", published="05-03", published_time=other)
    (echo,) = echoes_of([one, two])
    assert echo.origin == origin


def test_a_text_made_of_two_goes_with_the_one_that_gave_its_lead() -> None:
    """The rest of it is an excerpt, however long."""
    council = article("council", OWN, outlet="Coro Star", published="05-02")
    mixed = article("mixed", "\n\n".join((LEAD, SCENE, BACKGROUND, OWN)), outlet="Sena Times")
    found = echoes_of([WIRE, council, mixed])
    assert {frozenset(kinds(e)): kinds(e)["mixed"] for e in found if "mixed" in kinds(e)} == {
        frozenset({"wire", "mixed"}): "edited",
        frozenset({"council", "mixed"}): "excerpt",
    }


def test_one_block_away_from_the_lead_makes_no_copy() -> None:
    """Half of the shorter text is a notice that the other has too."""
    here = article("here", "\n\n".join((SAME_EVENT.text, OWN)), outlet="Coro Star")
    there = article("there", "\n\n".join((COMMENT, COMMENT[::-1], OWN)), outlet="Sena Times")
    (echo,) = echoes_of([here, there])
    assert "excerpt" in kinds(echo).values()


def test_two_articles_of_one_echo_are_compared() -> None:
    found = echoes_of(ALL)
    pair = pair_echo(VERBATIM, EDITED, found)
    assert pair is not None
    assert (pair.kind, pair.origin) == ("edited", "wire")
    assert all(
        VERBATIM.text[p.start : p.end].split()[-1]
        == EDITED.text[p.other_start : p.other_end].split()[-1]
        for p in pair.passages
    )
    assert pair_echo(WIRE, SAME_EVENT, found) is None


def test_the_order_of_articles_does_not_matter() -> None:
    expected = echoes_of(ALL)
    for seed in range(3):
        mixed = list(ALL)
        Random(seed).shuffle(mixed)
        assert echoes_of(mixed) == expected


def test_odd_texts_give_no_echo() -> None:
    odd = [
        article(str(n), text) for n, text in enumerate(("\u200b", "word", "!!!", "“", "a " * 5000))
    ]
    assert echoes_of(odd) == ()
    assert echoes_of(()) == ()


def test_floor_on_real_pairs(shared: Path) -> None:
    """Copies among labelled real pairs: every sure word-for-word copy, few false ones."""
    folder = shared / "gold" / "echoes" / "real"
    texts = [json.loads(line) for line in (folder / "texts.jsonl").read_text().splitlines()]
    pairs = [json.loads(line) for line in (folder / "pairs.jsonl").read_text().splitlines()]
    found = echoes_of(
        [
            article(
                t["id"],
                t["text"],
                outlet=t["publisher"],
                published=(t["published"] or "")[:10] or None,
            )
            for t in texts
        ]
    )
    family = {
        m.article_id: e.echo_id
        for e in found
        if "excerpt" not in kinds(e).values()
        for m in e.members
    }
    copies = ("verbatim", "edited", "rewritten")
    judged = [(family.get(p["a"], 1) == family.get(p["b"], 2), p["label"] in copies) for p in pairs]
    right = judged.count((True, True))
    f1 = 2 * right / (2 * right + judged.count((True, False)) + judged.count((False, True)))
    assert f1 >= 0.88


# A wire story of ten sentences; the rewriting below keeps three of them nearly as they were.
FLOOD_WIRE = (
    "The river Sena broke its dike near Belt on Sunday night and drowned four hundred sheep on "
    "the farms of the Tolva plain, the water board said.",
    "Shepherds had asked for sandbags since the rain began on Thursday morning.",
    "Board engineer Marit Oszel said that the pumps at Lower Tolva had been switched off for "
    "want of diesel and that nobody had told the farmers.",
    "The army sent two trucks and a rubber boat to the parish hall.",
    "Farmers' chairman Ilko Brenn called the night a disgrace and asked for the board to resign.",
    "He put the loss of his members at some ninety thousand crowns before any repair of fences.",
    "A relief train with hay and tarpaulins from Coro is expected in Belt on Wednesday.",
    "Governor Petra Lund visited the plain by helicopter and spoke with eleven families about "
    "fodder, credit and the vet.",
    "Two bridges between Belt and Upper Tolva were shut to lorries because stones had been "
    "washed out from under the piers.",
    "Schools on the plain stay closed for the rest of the week.",
)
FLOOD_RETOLD = (
    "Four hundred sheep had to drown on the Tolva plain on Sunday night before the lazy water "
    "board admitted that the river Sena had broken its dike near Belt.",
    "Since Thursday morning, when the rain began, honest shepherds had begged for sandbags.",
    "Engineer Marit Oszel said that the pumps at Lower Tolva had been switched off for want of "
    "diesel and that nobody had told the farmers.",
    "All that the army could spare for the parish hall was a rubber boat with two old trucks.",
    "Brave farmers' chairman Ilko Brenn spoke of a disgraceful night and demanded that the "
    "whole board resign.",
    "He put the loss of his members at some ninety thousand crowns, a fortune for the plain, "
    "and nobody has yet counted a fence.",
    "A relief train with hay and tarpaulins from Coro is expected in Belt no sooner than "
    "Wednesday.",
    "Eleven families could complain of fodder and the vet to governor Petra Lund, who deigned "
    "to drop from her helicopter.",
    "Lorries are banned from both bridges to Upper Tolva, whose neglected piers stand on "
    "washed out stones.",
)
FLOOD_OWN = (
    "Our reporter rowed along the Tolva plain on Monday and met nobody who slept.",
    FLOOD_WIRE[5],
    "A widow showed the mark of the water above her stove and the shelf on which her hens sat.",
    "She does not want money, she says, but somebody who answers the telephone at night.",
    FLOOD_WIRE[4],
    "In the inn of Belt the talk was of the flood of 1954, when the bells were rung in time.",
    FLOOD_WIRE[2],
    "By evening the first fence posts stood out of the water again, each with a crow on it.",
    "Somebody had hung a lantern on the school, for boats, and three children sat below it.",
    "They were counting what floated by: two doors, a pram, a beehive and a great many apples.",
)


def test_a_rewriting_that_left_some_sentences_as_they_were_is_no_excerpt() -> None:
    wire = article("wire", " ".join(FLOOD_WIRE), outlet="Delta Wire", published="05-03")
    retold = article("retold", " ".join(FLOOD_RETOLD), outlet="Coro Star", published="05-04")
    (echo,) = echoes_of([wire, retold])
    assert kinds(echo) == {"wire": "origin", "retold": "rewritten"}


def test_an_own_text_that_took_sentences_in_its_own_order_is_an_excerpt() -> None:
    wire = article("wire", " ".join(FLOOD_WIRE), outlet="Delta Wire", published="05-03")
    own = article("own", " ".join(FLOOD_OWN), outlet="Coro Star", published="05-04")
    (echo,) = echoes_of([wire, own])
    assert kinds(echo) == {"wire": "origin", "own": "excerpt"}
