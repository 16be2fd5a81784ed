"""Words after a name and a colon: interviews line by line ("Q: Why?"), headlines ("Roa: …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.find.quotes.saying import Saying, Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.parse import Document
from reportedly.records import Entity

_LINE = re.compile(
    r"^[ \t]*[\"“]?"
    r"(?P<name>Q|A|Question|Answer|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):[ \t\u00a0]+"
    r"(?P<words>\S.*?)[ \t]*$",
    re.MULTILINE,
)
_HEADLINE = re.compile(
    r"\s*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):[ \u00a0]+"
    r"(?P<words>\S[^\n]*?)[ .]*(?:\n|$)"
)
_NOBODY = frozenset({"q", "a", "question", "answer"})
_MARKS = "\"“”'‘’"
_WORDS = 3  # words of a headline after its colon
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
        start, end = turn.span("words")
        if document.text[turn.start() : turn.start("name")].strip():
            while document.text[end - 1] in _MARKS and end - 1 > start:
                end -= 1  # a turn in marks
        found.append(
            Saying(
                kind="direct",
                stance="states",
                pieces=((start, end),),
                sources=(source,) if source else (),
                relays=(),
                cue=(turn.start("name"), turn.end("name")),
                medium="interview",
                rule="quotes.direct.turn",
            )
        )
    return found


def find_headline(document: Document, entities: Sequence[Entity]) -> list[Saying]:
    """What a headline gives as somebody's words: "Roa: We will stay"; somebody whom it names."""
    line = _HEADLINE.match(document.text)
    if line is None or line["words"][0] in _MARKS or len(line["words"].split()) < _WORDS:
        return []
    start, end = line.span("name")
    last = line["name"].split()[-1].casefold()
    named = next(
        (
            entity for entity in entities
            if entity.kind in {"person", "organisation", "office", "group"}
            and last in entity.name.casefold().split()
            and any(m.start > end for m in entity.mentions)  # the text tells of them as well
        ),
        None,
    )  # fmt: skip
    inside = document.tokens_in(*line.span("words"))
    if named is None or not any(t.pos in {"VERB", "AUX"} for t in inside):
        return []
    return [
        Saying(
            kind="indirect",
            stance="states",
            pieces=(line.span("words"),),
            sources=(
                Source(
                    name=named.name,
                    kind="named",
                    private=named.kind == "person",
                    start=start,
                    end=end,
                    entity_id=named.entity_id,
                ),
            ),
            relays=(),
            cue=(end, end + 1),
            medium=None,
            rule="quotes.told.headline",
        )
    ]


def _source(document: Document, speakers: Speakers, start: int, end: int) -> Source:
    head = document.root_of(start, end)
    named = speakers.name(head) if head is not None else None
    if named is not None:
        return named
    name = document.readable(start, end)
    return Source(name=name, kind="named", private=True, start=start, end=end)
