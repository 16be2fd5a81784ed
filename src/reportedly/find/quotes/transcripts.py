"""Interviews and debates printed line by line: "ROA: The road is shut.", "Q: Why?"."""

from __future__ import annotations

import re
from collections import Counter

from reportedly.find.quotes.saying import Saying, Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.parse import Document

_LINE = re.compile(
    r"^[ \t]*(?P<name>Q|A|Question|Answer|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):[ \t\u00a0]+"
    r"(?P<words>\S.*?)[ \t]*$",
    re.MULTILINE,
)
_NOBODY = frozenset({"q", "a", "question", "answer"})
_MARKS = "\"“”'‘’"
_LEAST = 4  # turns; fewer are labels ("Source: …", "Photo: …")


def find_turns(document: Document, speakers: Speakers) -> list[Saying]:
    """One direct quotation a turn; nothing where names before colons do not take turns."""
    turns = [m for m in _LINE.finditer(document.text) if m["words"][0] not in _MARKS]
    times = Counter(m["name"].casefold() for m in turns)
    taking_turns = [name for name, count in times.items() if count > 1]
    if len(turns) < _LEAST or len(taking_turns) < 2:
        return []
    found = []
    for turn in turns:
        if times[turn["name"].casefold()] < 2:
            continue
        source = None
        if turn["name"].casefold() not in _NOBODY:
            source = _source(document, speakers, turn.start("name"), turn.end("name"))
        found.append(
            Saying(
                kind="direct",
                stance="states",
                pieces=((turn.start("words"), turn.end("words")),),
                sources=(source,) if source else (),
                relays=(),
                cue=(turn.start("name"), turn.end("name")),
                medium="interview",
                rule="quotes.direct.turn",
            )
        )
    return found


def _source(document: Document, speakers: Speakers, start: int, end: int) -> Source:
    head = document.root_of(start, end)
    named = speakers.name(head) if head is not None else None
    if named is not None:
        return named
    name = document.readable(start, end)
    return Source(name=name, kind="named", private=True, start=start, end=end)
