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
_ANSWERING = frozenset({"a", "answer"})
_MARKS = "\"“”'‘’"
_WORDS = 3  # words of a headline after its colon
_LEAST = 4  # turns; fewer are labels ("Source: …", "Photo: …")


def find_turns(document: Document, speakers: Speakers, entities: Sequence[Entity]) -> list[Saying]:
    """One direct quotation a turn; nothing where names before colons do not take turns.

    Who answers under "A:" is the person whom the text before the first question is about.
    """
    turns = [m for m in _LINE.finditer(document.text) if m["words"][0] not in _MARKS]
    times = Counter(m["name"].casefold() for m in turns)
    taking_turns = [name for name, count in times.items() if count > 1]
    if len(turns) < _LEAST or len(taking_turns) < 2:
        return []
    guest = _guest(document, speakers, entities, turns[0].start())
    found = []
    for turn in turns:
        if times[turn["name"].casefold()] < 2:
            continue
        source = None
        if turn["name"].casefold() in _ANSWERING:
            source = guest
        elif turn["name"].casefold() not in _NOBODY:
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


def _guest(
    document: Document, speakers: Speakers, entities: Sequence[Entity], until: int
) -> Source | None:
    """Whom an interview is with: the person whom its opening names most often, and first."""
    told = [
        (sum(m.end <= until for m in entity.mentions), -entity.mentions[0].start, entity)
        for entity in entities
        if entity.kind in {"person", "office"} and entity.mentions[0].end <= until
    ]
    if not told:
        return None
    _, _, guest = max(told, key=lambda row: row[:2])
    first = guest.mentions[0]
    head = document.root_of(first.start, first.end)
    return None if head is None else speakers.name(head)


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
