"""A redacted copy of a collection, as a collection: what can be passed on and explored.

Private persons are roles in every table, their names are masked in the texts, originals, bylines,
judgements and the machine's reasons are left out, and so is what was published lately.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from reportedly.corpus.merge import LedgerEntry
from reportedly.errors import OptionError
from reportedly.export import Options, Reader, Scratch, Written, open_reader
from reportedly.export.copies import (
    copied_campaign,
    copied_document,
    copied_echo,
    copied_event,
)
from reportedly.export.manifest import manifest
from reportedly.export.row_log import RowLog
from reportedly.export.scratch import Notes
from reportedly.records import Article, Event, RawDocument
from reportedly.run import Outcome
from reportedly.store import Collection, Linked, finish_redacted

DELAY_DAYS = 14
"""Days after publication before an article goes into a copy, unless told otherwise."""
_AT_A_TIME = 200  # documents of one transaction


def share(
    source: Collection,
    target: Path,
    options: Options,
    *,
    logged: tuple[str, Path] | None = None,
) -> Written:
    """Write a redacted copy of a collection into a new folder; it appears whole or not at all.

    Args:
        source: the collection.
        target: a folder that is not there, or empty.
        options: what the user asks for.
        logged: the format and path that the log names, where the copy is made for another one.

    Raises:
        OptionError: if the folder is not empty, or an option does not fit.
        CollectionError: if the disk or a database fails.
    """
    if options.since is not None:
        raise OptionError("--since is for files: a collection is copied whole")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OptionError(f"{target} is not empty: a copy needs its own folder")
    aside = target.with_name(f".{target.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        written = _write(source, aside, options)
        if target.exists():
            target.rmdir()
        aside.replace(target)
    except OSError as error:
        raise OptionError(f"cannot write {target}: {error.strerror or error}") from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    source.log("export", written.log_line(*(logged or ("collection", target)), options))
    return written


def _write(source: Collection, folder: Path, options: Options) -> Written:
    copy = Collection.create(folder)
    with Scratch() as scratch, RowLog(None, "collection") as rows, copy.lock("share"):
        reader = open_reader(source, scratch, options)
        told = scratch.notes()  # ids of articles and events that are in the copy
        copy.begin_read()
        articles = _copy_documents(reader, copy, told, rows, whole=options.with_texts)
        copy.finish_read()
        copy.update_index()
        copy.write_links(_links(source, reader, told), _ledger(source, told))
        written = Written(articles, "articles", export_id=rows.id)
        copy.log("share", f"a redacted copy of {articles} articles; export {rows.id}")
        facts = manifest(reader, options, "collection", written)
    finish_redacted(folder)
    (folder / "manifest.json").write_text(
        json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    return written


def _copy_documents(
    reader: Reader, copy: Collection, told: Notes, rows: RowLog, *, whole: bool
) -> int:
    batch: list[Outcome] = []
    count = 0
    for article, analysis, privacy in reader.documents():
        count += 1
        shown, found = copied_document(article, analysis, privacy, whole=whole)
        told.add(article.article_id, "article")
        rows.add("", article.article_id, shown.text)
        raw = _no_original(shown, count)
        batch.append(Outcome(raw=raw, article=shown, analysis=found, place=count))
        if len(batch) == _AT_A_TIME:
            copy.add_batch(batch)
            batch = []
    copy.add_batch(batch)
    return count


def _no_original(article: Article, number: int) -> RawDocument:
    """The hash of an original that is left out."""
    return RawDocument(
        raw_id=article.raw_id, content=b"", media="row", source="redacted copy", position=number
    )


def _links(source: Collection, reader: Reader, told: Notes) -> Linked:
    links = source.links

    def is_told(key: str) -> bool:
        return bool(told.of(key))

    def events() -> Iterator[Event]:
        for one in reader.events():
            told.add(one.event.event_id, "event")
            yield copied_event(one)

    # written in this order: campaigns ask for the events that are there
    return Linked(
        echoes=filter(None, (copied_echo(one, is_told) for one in links.echoes())),
        events=events(),
        campaigns=filter(None, (copied_campaign(one, is_told) for one in links.campaigns())),
        narratives=(one for one in links.narratives() if all(map(is_told, one.articles))),
    )


def _ledger(source: Collection, told: Notes) -> Iterator[LedgerEntry]:
    return (entry for entry in source.ledger(LedgerEntry) if told.of(entry.event_id))
