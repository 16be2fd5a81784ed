"""Links are written aside and switched to at once, with the ledger of event ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

import pytest

from reportedly.records import Campaign, Echo, EchoMember, Event, Judgement, Narrative
from reportedly.store import Collection, Linked
from tests.store.examples import event_of, outcome

Reading = Callable[[], AbstractContextManager[Collection]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the corpus level might keep of an event id."""

    event_id: str
    reports: tuple[str, ...]
    merged_into: str | None = None


ECHO = Echo(
    echo_id="h1",
    origin="a1",
    members=(
        EchoMember(article_id="a1", kind="origin"),
        EchoMember(article_id="a2", kind="verbatim", shared=0.9),
    ),
)
CAMPAIGN = Campaign(campaign_id="k1", kind="campaign", events=("v1",), asserted_by=(), basis=())
NARRATIVE = Narrative(narrative_id="n1", claims=("c1",), articles=("a1",))
DECISION = Judgement(
    kind="same", subject="r1", other="r2", by="machine", at=None, score=3.0, reasons=("same day",)
)
LINKED = Linked(
    echoes=[ECHO],
    events=[event_of("r1", "r2"), event_of(event_id="v2", merged_into="v1")],
    campaigns=[CAMPAIGN],
    narratives=[NARRATIVE],
    decisions=[DECISION],
)
LEDGER = [
    Entry(event_id="v1", reports=("r1", "r2")),
    Entry(event_id="v2", reports=(), merged_into="v1"),
]


def test_links_come_back(collection: Collection) -> None:
    with collection.lock("link"):
        collection.write_links(LINKED, LEDGER)
    links = collection.links
    assert list(links.events()) == list(LINKED.events)
    assert list(links.echoes()) == [ECHO]
    assert list(links.campaigns()) == [CAMPAIGN]
    assert list(links.narratives()) == [NARRATIVE]
    assert links.event("v2") == event_of(event_id="v2", merged_into="v1")
    assert links.echo("h1") == ECHO
    assert links.campaign("k1") == CAMPAIGN
    assert links.narrative("n1") == NARRATIVE
    assert links.decisions_about("r1") == links.decisions_about("r2") == (DECISION,)
    assert links.decisions_about("r3") == ()
    assert links.events_of_report("r2") == ("v1",)
    assert links.echoes_of_article("a2") == ("h1",)
    assert list(collection.ledger(Entry)) == LEDGER


def test_the_ledger_keeps_the_order_in_which_ids_were_minted(collection: Collection) -> None:
    older, newer = Entry(event_id="z", reports=("r1",)), Entry(event_id="a", reports=("r2",))
    merged = Entry(event_id="z", reports=("r1",), merged_into="a")
    with collection.lock("link"):
        collection.write_links(Linked(), [older])
        collection.write_links(Linked(), [newer, merged])
    assert list(collection.ledger(Entry)) == [merged, newer]


def test_a_link_that_breaks_off_changes_nothing(collection: Collection) -> None:
    def breaking_off() -> Iterator[Event]:
        yield event_of("r9", event_id="v9")
        raise ValueError("cut off")

    with collection.lock("link"):
        collection.write_links(LINKED, LEDGER)
        with pytest.raises(ValueError, match="cut off"):
            collection.write_links(Linked(events=breaking_off()), [])
        assert list(collection.links.events()) == list(LINKED.events)
        collection.write_links(Linked(events=[event_of("r9", event_id="v9")]), [])
    assert [event.event_id for event in collection.links.events()] == ["v9"]
    assert list(collection.ledger(Entry)) == LEDGER, "ids that were minted last"


def test_a_reader_finishes_with_the_links_it_began_with(collection: Collection) -> None:
    with collection.lock("link"):
        collection.write_links(LINKED, LEDGER)
        events = collection.links.events()
        first = next(events)
        collection.write_links(Linked(), [])
        assert [first, *events] == list(LINKED.events)
        for _ in range(3):
            collection.write_links(Linked(), [])
    files = sorted(path.name for path in collection.folder.glob("links-*.db"))
    assert files == ["links-4.db", "links-5.db"]


def test_links_of_what_is_there_have_no_faults(reading: Reading) -> None:
    given = outcome("Workers marched in Belt.")
    assert given.analysis
    event = event_of(given.analysis.reports[0].report_id)
    with reading() as collection:
        collection.add_batch([given])
        collection.write_links(Linked(events=[event]), LEDGER)
    assert collection.check() == []
