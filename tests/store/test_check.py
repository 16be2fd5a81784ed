"""`check` finds what was damaged; each case damages one thing of a sound collection."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing

import pytest

from reportedly.records import Campaign, Echo, EchoMember, Narrative
from reportedly.store import Collection, Linked
from tests.store.examples import event_of, outcome

Reading = Callable[[], AbstractContextManager[Collection]]

ONE = outcome("Workers marched in Belt on Monday.", source="a.html")
OTHER = outcome("Clerks marched in Belt on Monday.", source="b.html")


@pytest.fixture
def sound(reading: Reading) -> Collection:
    with reading() as collection:
        collection.add_batch([ONE, OTHER])
        collection.update_index()
    assert collection.check() == []
    return collection


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE texts SET text_id = 'x' WHERE rowid = 1", "text x: the text does not have this"),
        ("UPDATE texts SET characters = 3 WHERE rowid = 1", "its length has changed"),
        ("UPDATE texts SET data = x'00' WHERE rowid = 1", "cannot be read"),
        ("DELETE FROM texts WHERE rowid = 1", "its text is missing"),
        ("DELETE FROM analyses WHERE number = 1", "its analysis is missing"),
        ("UPDATE analyses SET data = x'00' WHERE number = 1", "cannot be read"),
        ("UPDATE analyses SET data = (SELECT data FROM analyses WHERE number = 2)", "is twice"),
        ("DELETE FROM articles WHERE number = 1", "no such article"),
        ("DELETE FROM raws WHERE source = 'a.html'", "its original was never read"),
        ("DELETE FROM outcomes WHERE number = 1", "not one outcome for this version"),
        ("DELETE FROM outcomes WHERE number = 1", "original without an outcome"),
        ("UPDATE outcomes SET kind = 'problem' WHERE number = 1", "without its problem"),
        ("UPDATE outcomes SET article_id = 'x' WHERE number = 1", "without its article"),
        ("UPDATE articles SET latest = 0 WHERE number = 1", "not one latest version"),
        ("""INSERT INTO ledger VALUES (1, 'v', '{"merged_into": "w"}')""", "never minted"),
    ],
)
def test_damage_in_the_database_is_found(sound: Collection, damage: str, fault: str) -> None:
    with closing(sqlite3.connect(sound.folder / "collection.db")) as database, database:
        database.execute(damage)
    assert any(fault in str(found) for found in sound.check())


@pytest.mark.parametrize(
    ("content", "fault"),
    [(None, "is missing"), (b"no zstd", "cannot be read"), (b"", "cannot be read")],
)
def test_damaged_originals_are_found(sound: Collection, content: bytes | None, fault: str) -> None:
    assert ONE.raw
    path = sound._raws.path(ONE.raw.raw_id)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    (found,) = sound.check()
    assert (found.what, found.id) == ("raw", ONE.raw.raw_id)
    assert fault in found.reason


def test_an_original_under_another_hash_is_found(sound: Collection) -> None:
    assert ONE.raw and OTHER.raw
    sound._raws.path(OTHER.raw.raw_id).replace(sound._raws.path(ONE.raw.raw_id))
    reasons = sorted(fault.reason for fault in sound.check())
    assert reasons == ["the bytes do not have this hash", "the original is missing"]


@pytest.mark.parametrize(
    ("linked", "fault"),
    [
        (Linked(events=[event_of("nowhere")]), "links v1: no report nowhere"),
        (
            Linked(
                echoes=[
                    Echo(
                        echo_id="h",
                        origin=None,
                        members=(EchoMember(article_id="x", kind="edited"),),
                    )
                ]
            ),
            "links h: no article x",
        ),
        (
            Linked(
                campaigns=[
                    Campaign(
                        campaign_id="k", kind="series", events=("v",), asserted_by=(), basis=()
                    )
                ]
            ),
            "links k: no event v",
        ),
        (
            Linked(narratives=[Narrative(narrative_id="n", claims=("a/c",), articles=())]),
            "links n: no claim a/c",
        ),
    ],
)
def test_links_to_nothing_are_found(sound: Collection, linked: Linked, fault: str) -> None:
    with sound.lock("link"):
        sound.write_links(linked, [])
    assert [str(found) for found in sound.check()] == [fault]


def test_missing_links_are_found(sound: Collection) -> None:
    with sound.lock("link"):
        sound.write_links(Linked(), [])
    (sound.folder / "links-1.db").unlink()
    assert [found.reason for found in sound.check()] == ["the file is missing: link again"]


def test_a_ruined_database_is_a_fault_and_no_exception(sound: Collection) -> None:
    (sound.folder / "collection.db").write_bytes(b"ruin" * 5000)
    (sound.folder / "collection.db-wal").unlink(missing_ok=True)
    assert [found.what for found in sound.check()] == ["database"]
