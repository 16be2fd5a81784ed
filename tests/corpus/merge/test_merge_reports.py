"""Invented reports in, events out: what joins, what stays apart, what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.corpus.merge import Merged, merge_reports
from reportedly.records import Article, Echo, EchoMember, Event, Judgement, Passage, Report
from tests.corpus.builders import ARVAN, BELT, analyses, article, day, report, said_by

WIRE = article("wire", outlet="Delta Wire", side="state", published="03-13")
COPY = article(
    "copy", outlet="Arvan Post", side="opposition", published="03-13", credit="Delta Wire"
)
OWN = article("own", outlet="Belt Mirror", published="03-13")
COPIES = Echo(
    echo_id="x-1",
    origin="wire",
    members=(
        EchoMember(article_id="wire", kind="origin"),
        EchoMember(article_id="copy", kind="verbatim"),
    ),
)


def merged(
    articles: Sequence[Article],
    reports: Sequence[Report],
    echoes: Sequence[Echo] = (),
    judgements: Sequence[Judgement] = (),
) -> Merged:
    return merge_reports(articles, analyses(articles, reports), echoes, judgements)


def events_of(*given: object, **more: object) -> list[set[str]]:
    """Events as sets of the names of their reports, denials among them."""
    found_events = merged(*given, **more).events  # type: ignore[arg-type]
    return sorted(({*e.reports, *e.denials, *e.withdrawn} for e in found_events), key=sorted)


def only_event(*given: object, **more: object) -> Event:
    (event,) = merged(*given, **more).events  # type: ignore[arg-type]
    return event


def guards(name: str, of: Article, **more: object) -> Report:
    return report(name, of, **{"on": "03-12", "recipients": ["mill guards"], **more})  # type: ignore[arg-type]


# --- corroboration ------------------------------------------------------------------------


def test_a_copy_is_a_report_but_no_text_no_voice_and_no_side() -> None:
    event = only_event(
        [WIRE, COPY, OWN],
        [guards("w", WIRE), guards("c", COPY), guards("o", OWN)],
        [COPIES],
    )
    counts = event.corroboration
    assert (counts.reports, counts.texts) == (3, 2)
    assert counts.voices == ("Belt Mirror", "Delta Wire")
    assert (counts.sides, counts.sides_unknown) == (("state",), 1)


def test_two_articles_of_one_outlet_are_one_text() -> None:
    again = article("again", outlet="Belt Mirror", published="03-15")
    counts = only_event([OWN, again], [guards("a", OWN), guards("b", again)]).corroboration
    assert (counts.reports, counts.texts, counts.voices) == (2, 1, ("Belt Mirror",))


def test_a_speaker_whom_a_copy_names_otherwise_is_no_second_voice() -> None:
    reports = [
        guards("w", WIRE, says=[said_by(WIRE, "the prosecutor's office")]),
        guards("c", COPY, says=[said_by(COPY, "the procuracy")]),
    ]
    counts = only_event([WIRE, COPY], reports, [COPIES]).corroboration
    assert (counts.texts, counts.voices) == (1, ("the prosecutor's office",))
    # where the source itself tells nothing of it, its copies speak for it
    counts = only_event([COPY], reports[1:], [COPIES]).corroboration
    assert counts.voices == ("the procuracy",)


def test_two_own_texts_with_one_ministry_are_two_texts_and_one_voice() -> None:
    other = article("other", published="03-13")
    counts = only_event(
        [OWN, other],
        [
            guards("a", OWN, says=[said_by(OWN, "interior ministry")]),
            guards("b", other, says=[said_by(other, "the ministry")]),
        ],
    ).corroboration
    assert (counts.texts, counts.voices) == (2, ("interior ministry",))


def test_an_outlet_that_leads_with_a_speakers_word_is_no_second_voice() -> None:
    chains = [said_by(OWN, "organisers"), said_by(OWN)]
    assert only_event([OWN], [guards("a", OWN, says=chains)]).corroboration.voices == (
        "organisers",
    )
    assert only_event([OWN], [guards("a", OWN, says=chains[::-1])]).corroboration.voices == (
        "Belt Mirror",
        "organisers",
    )


def test_a_text_that_rests_on_another_outlet_is_that_outlets() -> None:
    named = article("named", published="03-14")
    chain = said_by(named, "Belt Mirror", kind="outlet")
    counts = only_event(
        [OWN, named], [guards("a", OWN), guards("b", named, says=[chain])]
    ).corroboration
    assert (counts.reports, counts.texts, counts.voices) == (2, 1, ("Belt Mirror",))


def test_articles_that_credit_one_agency_outside_the_collection_are_one_text() -> None:
    first = article("f", published="03-13", credit="Sena News Agency", side="state")
    second = article("s", published="03-13", credit="Sena News Agency", side="state")
    counts = only_event([first, second], [guards("a", first), guards("b", second)]).corroboration
    assert (counts.texts, counts.voices) == (1, ("Sena News Agency",))
    assert (counts.sides, counts.sides_unknown) == ((), 1)


def test_evidence_in_a_copied_passage_is_a_copy_only_there() -> None:
    part = article("part", "Two guards fell. Elsewhere a mill was burnt.", published="03-14")
    end = len("Two guards fell.")
    excerpt = Echo(
        echo_id="x-2",
        origin="own",
        members=(
            EchoMember(article_id="own", kind="origin"),
            EchoMember(
                article_id="part",
                kind="excerpt",
                passages=(Passage(start=0, end=end, other_start=0, other_end=end),),
            ),
        ),
    )
    copied = guards("p", part, quote="Two guards fell.")
    assert only_event([OWN, part], [guards("o", OWN), copied], [excerpt]).corroboration.texts == 1
    own = guards("p", part, quote="a mill was burnt")
    assert only_event([OWN, part], [guards("o", OWN), own], [excerpt]).corroboration.texts == 2


# --- denials and withdrawals ---------------------------------------------------------------


def test_a_denial_joins_the_event_and_is_never_counted() -> None:
    denial = guards("d", OWN, actors=["army"], says=[said_by(OWN, "army", stance="denies")])
    event = only_event([WIRE, OWN], [guards("w", WIRE), denial])
    assert (event.reports, event.denials) == (("w",), ("d",))
    assert event.corroboration.reports == 1
    assert ("occurrence", "denied") in [
        (c.field, v) for c in event.contradictions for v, _ in c.values
    ]


def test_a_denial_of_what_nobody_reports_makes_no_event() -> None:
    denial = guards("d", OWN, says=[said_by(OWN, "army", stance="denies")])
    assert merged([OWN], [denial]).events == ()


def test_a_withdrawal_takes_the_outlets_own_report_out_and_leaves_the_copy() -> None:
    back = article("back", outlet="Delta Wire", published="03-16")
    taken = guards("t", back, on=None, withdraws=True, says=[said_by(back, stance="denies")])
    event = only_event([WIRE, COPY, back], [guards("w", WIRE), guards("c", COPY), taken], [COPIES])
    assert (event.reports, event.withdrawn, event.denials) == (("c",), ("w",), ("t",))
    assert (event.corroboration.reports, event.corroboration.texts) == (1, 1)
    assert event.corroboration.voices == ("Delta Wire",)  # the copy speaks with no voice of its own


# --- what joins and what does not ----------------------------------------------------------


def test_plan_and_deed_are_two_events() -> None:
    march = {"type": "PROTEST", "mode": "demo", "actors": ["miners' league"], "recipients": []}
    plan = guards("p", WIRE, realis="planned", **march)
    assert events_of([WIRE, OWN], [plan, guards("o", OWN, **march)]) == [{"o"}, {"p"}]


def test_a_second_raid_a_day_after_stays_apart_and_its_look_back_joins_the_first() -> None:
    later = article(
        "later",
        "A second post was stormed on Friday. A day before, gunmen shot guards at another post.",
        published="03-14",
    )
    first = guards("first", WIRE)
    second = guards("second", later, on="03-13", quote="A second post was stormed on Friday")
    back = guards("back", later, quote="gunmen shot guards at another post", retold=True)
    assert events_of([WIRE, later], [first, second, back]) == [{"back", "first"}, {"second"}]


def test_outlets_that_are_a_day_apart_about_one_act_are_so_about_the_other() -> None:
    march = {"type": "PROTEST", "mode": "demo", "recipients": []}
    shooting = {"killed": 11}
    reports = [
        guards("a-shots", WIRE, **shooting),
        guards("b-shots", OWN, on="03-11", **shooting),
        guards("a-march", WIRE, **march),
        guards("b-march", OWN, on="03-11", **march),
    ]
    assert events_of([WIRE, OWN], reports) == [{"a-march", "b-march"}, {"a-shots", "b-shots"}]
    assert events_of([WIRE, OWN], reports[2:]) == [{"a-march"}, {"b-march"}]


def test_morning_rally_and_evening_arrests_are_two_events() -> None:
    rally = guards("r", WIRE, type="PROTEST", mode="demo")
    arrests = guards("a", OWN, type="COERCE", mode="arrest")
    assert events_of([WIRE, OWN], [rally, arrests]) == [{"a"}, {"r"}]


def test_two_reports_of_one_article_are_two_acts() -> None:
    reports = [guards("a", WIRE), guards("b", WIRE, on="03-11")]
    assert events_of([WIRE], reports) == [{"a"}, {"b"}]


def test_a_summary_over_many_acts_is_no_event() -> None:
    assert merged([WIRE], [guards("s", WIRE, summary=True)]).events == ()


def test_a_merged_event_leads_to_the_one_that_took_its_reports() -> None:
    reports = [guards("a", WIRE), guards("b", OWN, place=BELT)]
    found = analyses([WIRE, OWN], reports)
    apart = merge_reports([WIRE, OWN], found, ())
    same = [judged("same", "a", "b")]
    joined = merge_reports([WIRE, OWN], found, (), same, apart.ledger)
    (live,) = (e for e in joined.events if e.merged_into is None)
    (gone,) = (e for e in joined.events if e.merged_into is not None)
    assert {live.event_id, gone.event_id} == {e.event_id for e in apart.events}
    assert (gone.merged_into, gone.reports) == (live.event_id, ())


# --- values --------------------------------------------------------------------------------


def test_each_text_has_one_vote_and_the_rest_stands_beside() -> None:
    third = article("third", published="03-12")
    event = only_event(
        [WIRE, COPY, OWN, third],
        [
            guards("w", WIRE, killed=3, actors=["army"]),
            guards("c", COPY, killed=3, actors=["army"]),
            guards("o", OWN, killed=9),
            guards("t", third, killed=9),
        ],
        [COPIES],
    )
    assert event.actors == ()  # two texts of three leave the doer open
    killed = next(c for c in event.contradictions if c.field == "killed")
    assert dict(killed.values) == {"3": ("c", "w"), "9": ("t", "o")}
    assert {count.value.best for count in event.counts} == {3, 9}
    assert event.rule == "majority-of-texts-then-earliest"


def test_a_doer_named_by_another_side_is_alleged() -> None:
    event = only_event([WIRE], [guards("w", WIRE, actors=[("army", "miners' league")])])
    assert event.actors == ()
    assert [(a.value.name, a.asserted_by) for a in event.alleged_actors] == [
        ("army", "miners' league")
    ]


def test_who_claims_the_deed_himself_is_no_alleged_doer() -> None:
    event = only_event([WIRE], [guards("w", WIRE, actors=[("River League", "the River League")])])
    assert [actor.name for actor in event.actors] == ["River League"]
    assert event.alleged_actors == ()


# --- people win ----------------------------------------------------------------------------


def judged(kind: str, subject: str, other: str | None = None, **more: str) -> Judgement:
    return Judgement(
        kind=kind,  # type: ignore[arg-type]
        subject=subject,
        other=other,
        score=None,
        reasons=(),
        **{"by": "reader-1", "at": "2021-04-01T10:00", **more},
    )


def test_people_join_what_the_machine_parts_and_part_what_it_joins() -> None:
    reports = [guards("a", WIRE), guards("b", OWN, place=BELT)]
    assert events_of([WIRE, OWN], reports) == [{"a"}, {"b"}]
    assert events_of([WIRE, OWN], reports, (), [judged("same", "a", "b")]) == [{"a", "b"}]
    alike = [guards("a", WIRE), guards("b", OWN)]
    assert events_of([WIRE, OWN], alike, (), [judged("different", "b", "a")]) == [{"a"}, {"b"}]


def test_a_rejected_report_is_gone_and_a_corrected_one_is_built_from_the_correction() -> None:
    reports = [guards("a", WIRE), guards("b", OWN, place=BELT)]
    assert events_of([WIRE, OWN], reports, (), [judged("reject", "a")]) == [{"b"}]
    fix = judged("correct", "b", field="place", value="Arvan")
    assert events_of([WIRE, OWN], reports, (), [fix]) == [{"a", "b"}]
    late = judged("correct", "b", field="date", value="2021-03-20")
    assert only_event([OWN], reports[1:], (), [late]).earliest == day("03-20")
    unreadable = judged("correct", "b", field="date", value="last week")
    assert only_event([OWN], reports[1:], (), [unreadable]).earliest == day("03-12")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("actor", "River League", ["River League"]),
        ("actor", "River League; dockers", ["River League", "dockers"]),
        ("actor", "", []),  # the doer is taken away
        ("recipient", "two guards", ["two guards"]),
        ("count", "killed 3", [("killed", 3, 3)]),
        ("count", "at least 1,200 killed", [("killed", 1200, None)]),
        ("count", "2 to 4", [("killed", 2, 4)]),  # of the only kind that the report gives
        ("count", "5 injured", [("killed", 2, 2), ("injured", 5, 5)]),
        ("count", "killed 7– (the town); crowd –90", [("killed", 7, None), ("crowd", None, 90)]),
        ("count", "some", [("killed", 2, 2)]),  # cannot be read
        ("count", "", []),
    ],
)
def test_corrected_actors_recipients_and_counts_are_taken_up(
    field: str, value: str, told: list[Any]
) -> None:
    one = guards("a", WIRE, actors=["army"], killed=2)
    event = only_event([WIRE], [one], (), [judged("correct", "a", field=field, value=value)])
    found = {
        "actor": [actor.name for actor in event.actors],
        "recipient": [actor.name for actor in event.recipients],
        "count": [(c.value.kind, c.value.low, c.value.high) for c in event.counts],
    }
    assert found[field] == told
    # taken back, the report stands as it was extracted
    assert [actor.name for actor in only_event([WIRE], [one]).actors] == ["army"]


def test_a_corrected_actor_keeps_what_is_known_of_one_of_that_name() -> None:
    one = guards("a", WIRE, actors=["army", "River League"])
    known = replace(one.actors[1].value, registry_id="league", country="XA")
    one = replace(one, actors=(one.actors[0], replace(one.actors[1], value=known)))
    fix = judged("correct", "a", field="actor", value="the River League")
    assert only_event([WIRE], [one], (), [fix]).actors == (known,)


def test_of_people_who_differ_the_latest_wins_and_the_difference_is_told() -> None:
    reports = [guards("a", WIRE), guards("b", OWN)]
    first = judged("correct", "a", field="actor", value="army")
    second = judged("correct", "a", field="actor", value="police", by="reader-2", at="2021-05-01")
    event = only_event([WIRE, OWN], reports, (), [second, first])
    assert [actor.name for actor in event.actors] == ["police"]
    (told,) = [one for one in event.contradictions if one.field.startswith("reviewed")]
    assert (told.field, told.values) == (
        "reviewed actor",
        (("army", ("a",)), ("police", ("a",))),
    )
    same, apart = (
        judged("same", "a", "b"),
        judged("different", "a", "b", by="reader-2", at="2021-05"),
    )
    both = merged([WIRE, OWN], reports, (), [apart, same]).events
    assert [len(event.reports) for event in both] == [1, 1]
    assert all(event.contradictions[-1].field == "reviewed act" for event in both)
    rejected, kept = judged("reject", "a"), judged("accept", "a", by="reader-2", at="2021-05-01")
    assert only_event([WIRE], reports[:1], (), [rejected, kept]).contradictions[-1].values == (
        ("accepted", ("a",)),
        ("rejected", ("a",)),
    )
    # one person who changed their mind is of one mind
    mind = judged("correct", "a", field="actor", value="police", at="2021-05-01")
    assert only_event([WIRE], reports[:1], (), [first, mind]).contradictions == ()


def test_the_machine_gives_its_reasons() -> None:
    (judgement,) = merged([WIRE, OWN], [guards("a", WIRE), guards("b", OWN)]).judgements
    assert (judgement.kind, judgement.by) == ("same", "machine")
    assert "same place: Arvan" in judgement.reasons


# --- invariants ----------------------------------------------------------------------------

ARTICLES = [WIRE, COPY, OWN, *(article(f"n{n}", published=f"03-{10 + n}") for n in range(4))]


@st.composite
def collections(draw: st.DrawFn) -> list[Report]:
    reports = []
    for number in range(draw(st.integers(1, 9))):
        of = draw(st.sampled_from(ARTICLES))
        says = [said_by(of, "army", stance="denies")] if draw(st.integers(0, 5)) == 0 else []
        reports.append(
            report(
                f"r{number}",
                of,
                type=draw(st.sampled_from(("ASSAULT", "PROTEST"))),
                mode=draw(st.sampled_from(("firearms", "demo", None))),
                place=draw(st.sampled_from((ARVAN, BELT, None))),
                on=draw(st.sampled_from(("03-10", "03-11", "03-12", None))),
                actors=draw(st.sampled_from(((), ("army",), ("miners' league",)))),
                killed=draw(st.sampled_from((None, 3, 9))),
                says=says,
            )
        )
    return reports


@given(collections(), st.integers(0, 999))
@settings(max_examples=60, deadline=None)
def test_linking_again_and_in_another_order_changes_nothing(
    reports: list[Report], seed: int
) -> None:
    first = merge_reports(ARTICLES, analyses(ARTICLES, reports), [COPIES])
    mixed, articles = list(reports), list(ARTICLES)
    Random(seed).shuffle(mixed)
    Random(seed).shuffle(articles)
    again = merge_reports(articles, analyses(articles, mixed), [COPIES], (), first.ledger)
    assert again.events == first.events
    assert set(again.ledger) == set(first.ledger)


@given(collections())
@settings(max_examples=60, deadline=None)
def test_linking_in_two_steps_equals_linking_at_once(reports: list[Report]) -> None:
    half = merge_reports(ARTICLES, analyses(ARTICLES, reports[: len(reports) // 2]), [COPIES])
    then = merge_reports(ARTICLES, analyses(ARTICLES, reports), [COPIES], (), half.ledger)
    once = merge_reports(ARTICLES, analyses(ARTICLES, reports), [COPIES])

    def clusters(of: Merged) -> set[tuple[str, ...]]:
        live = [e for e in of.events if e.merged_into is None]
        return {tuple(sorted((*e.reports, *e.withdrawn))) for e in live}

    assert clusters(then) == clusters(once)


@given(collections())
@settings(max_examples=60, deadline=None)
def test_each_report_stands_in_one_event_at_most_and_counts_hold(reports: list[Report]) -> None:
    events = merge_reports(ARTICLES, analyses(ARTICLES, reports), [COPIES]).events
    told = [r for e in events for r in (*e.reports, *e.denials, *e.withdrawn)]
    assert len(told) == len(set(told))
    asserting = {r.report_id for r in reports if r.stance != "denies"}
    assert asserting <= set(told)
    for event in events:
        counts = event.corroboration
        assert 1 <= counts.texts <= counts.reports <= len(event.reports)
        assert len(counts.voices) >= 1
        assert counts.sides_unknown <= counts.texts
