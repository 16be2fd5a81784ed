"""From sayings to records: quotes with their chains, and the scopes in which words run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.find.marks import Marked, find_marked
from reportedly.find.quotes.adopted import Adopted
from reportedly.find.quotes.after_name import AfterName
from reportedly.find.quotes.context import Setting, Surroundings
from reportedly.find.quotes.direct import Direct
from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.leading import Leading
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.plain import find_plain
from reportedly.find.quotes.saying import NOBODY, Saying, Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.find.quotes.told import Told
from reportedly.find.quotes.transcripts import find_headline, find_turns
from reportedly.find.reading import QuoteReading, outlet_link
from reportedly.parse import Document
from reportedly.records import Attribution, Entity, Evidence, Link, Quote, Scope

_NEAR = 6  # characters in which a colon and an opening mark stand before a quotation
_OPENING = " \n\u00a0\"“„«'‘"
_MARKS = 2  # characters that marks add to a content
_MORE = 1.2  # told words this much longer than those in marks hold a part of the clause outside


def find_quotes(
    document: Document, entities: Sequence[Entity], verbs: ReportingVerbs
) -> QuoteReading:
    """Who says what in an article, directly, in the outlet's words, on banners, or in thought.

    Every chain begins with the outlet. A slogan's last link is `anonymous` (or the crowd that
    chants), its speaker None. Without syntax only words in marks are found, marked as partial.
    """
    marked = find_marked(document.text)
    if document.has_syntax:
        speakers = Speakers(document, entities, verbs)
        setting = Setting(document, speakers, verbs, Surroundings(document, marked))
        told = Told(setting).find()
        told += find_headline(document, entities)
        in_marks = [s for s in told if s.marked]
        told = [s for s in told if not s.marked]
        turns = find_turns(document, speakers, entities)
        named = {turn.cue[0] for turn in turns if turn.cue is not None}
        spoken = [m for m in marked if m.start not in named]  # a turn in marks is one without
        reader = Direct(document, speakers, verbs, spoken, told)
        direct = reader.find()
        direct = _outside_told(document, direct, told)
        direct += [t for t in turns if not any(d.holds(t.start, t.end) for d in direct)]
        sayings = [*direct, *_unquoted(told, direct)]
        recorded = [s for s in sayings if s.record]
        in_marks = [s for s in in_marks if s.kind == "belief" or not _is_any_of(reader.titles, s)]
        sayings += [s for s in in_marks if not _shared(s, recorded)]
        read = [f for f in reader.unread if f.marked not in reader.titles]
        sayings += _of_unread(read, Leading(setting), sayings)
        sayings += _of_unread(reader.unread, Adopted(setting), sayings)
        sayings += _of_unread(read, AfterName(setting), sayings)
    else:
        plain = verbs.plain.get(document.article.language or "")
        sayings = find_plain(document, marked, plain) if plain else []
    return _records(document, _with_words(document, sayings))


def _with_words(document: Document, sayings: Sequence[Saying]) -> list[Saying]:
    """Pieces with words, each apart from the next: broken marks give empty and overlapping ones."""
    text = document.text
    kept = [
        replace(s, pieces=_apart((a, b) for a, b in s.pieces if text[a:b].strip())) for s in sayings
    ]
    return [saying for saying in kept if saying.pieces]


def _apart(pieces: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Pieces in order of the text, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _outside_told(
    document: Document, direct: Sequence[Saying], told: Sequence[Saying]
) -> list[Saying]:
    """Quotations without fragments that a told saying of the same cue holds in its clause."""
    by_cue = {saying.cue: saying for saying in told if saying.cue is not None}
    kept = []
    for saying in direct:
        whole = by_cue.get(saying.cue) if saying.cue is not None else None
        if (
            whole is not None
            and _length(whole) > _length(saying) + _MARKS
            and (_is_fragment(document, saying) or _length(whole) > _MORE * _length(saying))
            and not _introduced(document, saying)
            and saying.kind != "slogan"
            and all(whole.holds(*piece) for piece in saying.pieces)
        ):
            continue
        kept.append(saying)
    return kept


def _is_fragment(document: Document, saying: Saying) -> bool:
    return document.text[saying.start : saying.start + 1].islower() or saying.kind == "mixed"


def _introduced(document: Document, saying: Saying) -> bool:
    """Whether a colon stands before the marks: the words after it are a quotation by themselves."""
    before = document.text[max(0, saying.start - _NEAR) : saying.start]
    return before.rstrip(_OPENING)[-1:] == ":"


def _length(saying: Saying) -> int:
    return sum(end - start for start, end in saying.pieces)


def _unquoted(told: Sequence[Saying], direct: Sequence[Saying]) -> list[Saying]:
    """Told sayings that no quotation in marks already gives."""
    kept = []
    for saying in told:
        covered = 0
        for start, end in saying.pieces:
            for other in direct:
                for a, b in other.pieces:
                    covered += max(0, min(end, b) - max(start, a))
        length = _length(saying)
        same_cue = any(other.cue == saying.cue and other.cue is not None for other in direct)
        inside = any(saying.cue is not None and other.holds(*saying.cue) for other in direct)
        if same_cue and covered:
            continue
        if inside or covered <= 0.8 * length:
            kept.append(saying)
    return kept


def _of_unread(
    unread: Sequence[Frame], reader: AfterName | Adopted | Leading, sayings: Sequence[Saying]
) -> list[Saying]:
    """What is read of words in marks of which no saying has any."""
    recorded = [s for s in sayings if s.record]
    found: list[Saying] = []
    for frame in unread:
        start, end = frame.marked.start, frame.marked.end
        if not any(a < end and start < b for s in (*recorded, *found) for a, b in s.pieces):
            saying = reader.find(frame)
            found += [saying] if saying is not None else []
    return found


def _is_any_of(titles: Sequence[Marked], saying: Saying) -> bool:
    """Whether a saying is all of one of some passages in marks."""
    return any(t.outer_start <= saying.start and saying.end <= t.outer_end for t in titles)


def _shared(saying: Saying, others: Sequence[Saying]) -> bool:
    """Whether others have characters of a saying's content."""
    return any(a < d and c < b for a, b in saying.pieces for o in others for c, d in o.pieces)


def _records(document: Document, sayings: Sequence[Saying]) -> QuoteReading:
    # outer sayings first, so that the chain of an inner one can begin with theirs
    order = sorted(sayings, key=lambda s: (-(s.end - s.start), s.start, s.rule))
    chains: list[tuple[Saying, Attribution]] = []
    for saying in order:
        outer = _outer(document, saying, chains)
        within = len(outer) > 1
        kept = replace(
            saying,
            record=saying.record and not (saying.minor and within),
            # "it" of whom nothing is known, within another's words, is most likely that other
            scoped=saying.scoped and not (within and _by_unknown_it(document, saying)),
        )
        chains.append((kept, outer + _links(document, saying)))
    chains.sort(key=lambda pair: (pair[0].start, -pair[0].end, not pair[0].record))
    quotes: list[Quote] = []
    scopes: list[Scope] = []
    for saying, chain in chains:
        quote_id = None
        if saying.record:
            quote_id = f"q{len(quotes) + 1}"
            quotes.append(_quote(document, saying, chain, quote_id))
        for n in range(max(1, len(saying.sources)) if saying.scoped else 0):
            own = chain if n == 0 else (*chain[:-1], _link(document, saying, saying.sources[n]))
            scopes.extend(
                Scope(
                    evidence=document.evidence(start, end),
                    chain=own,
                    kind=saying.kind,
                    quote_id=quote_id,
                )
                for start, end in saying.pieces
            )
    return QuoteReading(quotes=tuple(quotes), scopes=tuple(scopes))


def _by_unknown_it(document: Document, saying: Saying) -> bool:
    """Whether an "it" speaks of which the text does not tell what it stands for."""
    if saying.kind != "indirect" or not saying.sources or saying.sources[0].entity_id:
        return False
    source = saying.sources[0]
    return document.text[source.start : source.end].casefold() == "it"


def _outer(
    document: Document, saying: Saying, chains: Sequence[tuple[Saying, Attribution]]
) -> Attribution:
    """The chain of the smallest saying in whose content this one is told."""
    at = saying.cue or saying.pieces[0]
    holding = [
        (other, chain)
        for other, chain in chains
        if other.holds(*at) and other.holds(*saying.pieces[0]) and other is not saying
    ]
    if holding:
        return min(holding, key=lambda pair: pair[0].end - pair[0].start)[1]
    return (outlet_link(document.article),)


def _links(document: Document, saying: Saying) -> Attribution:
    sources = saying.sources[:1]
    links = [
        Link(
            name=relay.name,
            kind=relay.kind,
            stance="states",
            evidence=document.evidence(relay.start, relay.end),
            entity_id=relay.entity_id,
            private=relay.private,
        )
        for relay in saying.relays
    ]
    links += [_link(document, saying, source) for source in sources]
    if not sources:
        cue = document.evidence(*saying.cue) if saying.cue else None
        links.append(
            Link(name=NOBODY, kind="anonymous", stance=saying.stance, cue=cue, private=False)
        )
    return tuple(links)


def _link(document: Document, saying: Saying, source: Source) -> Link:
    return Link(
        name=source.name,
        kind=source.kind,
        stance=saying.stance,
        evidence=document.evidence(source.start, source.end),
        cue=document.evidence(*saying.cue) if saying.cue else None,
        entity_id=source.entity_id,
        private=source.private,
    )


def _quote(document: Document, saying: Saying, chain: Attribution, quote_id: str) -> Quote:
    source = saying.sources[0] if saying.sources else None
    content: tuple[Evidence, ...] = tuple(document.evidence(a, b) for a, b in sorted(saying.pieces))
    known = source is not None and not source.withheld
    return Quote(
        quote_id=quote_id,
        kind=saying.kind,
        content=content,
        chain=chain,
        speaker=source.name if source is not None and known else None,
        speaker_evidence=document.evidence(source.start, source.end) if source else None,
        cue=document.evidence(*saying.cue) if saying.cue else None,
        medium=saying.medium,
        made_by=saying.rule,
        partial=saying.partial,
    )
