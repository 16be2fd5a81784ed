"""Echoes as records: who is in a family of copies, who took a part, what stands in both."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from reportedly.codec import decode, encode
from reportedly.corpus.echoes.equal import EqualTexts
from reportedly.corpus.echoes.origins import origin_of
from reportedly.corpus.echoes.pairs import PairReading, pack_reading, passages
from reportedly.corpus.echoes.texts import Texts
from reportedly.corpus.memory import Memory, key_of
from reportedly.records import Echo, EchoKind, EchoMember, Passage

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """All that was found between articles; pairs and families hold distinct articles only."""

    texts: Texts
    equal: EqualTexts
    readings: Mapping[_Pair, PairReading]
    retold: Mapping[_Pair, float]  # copies in other words, with their score
    families: Mapping[str, tuple[str, ...]]  # of each distinct article that is linked

    def family(self, name: str) -> str:
        """The first of an article's family."""
        family = self.families.get(name)
        return family[0] if family else name


def family_echoes(linked: Linked, memory: Memory) -> Iterator[Echo]:
    """One echo for each family of at least two articles."""
    inside: dict[str, dict[_Pair, PairReading]] = defaultdict(dict)
    for (one, other), reading in linked.readings.items():
        family = linked.family(one)
        if family == linked.family(other):
            inside[family][one, other] = reading
    retold: dict[str, dict[_Pair, float]] = defaultdict(dict)
    for pair, score in linked.retold.items():
        if linked.family(pair[0]) == linked.family(pair[1]):
            retold[linked.family(pair[0])][pair] = score
    families = {family[0]: family for family in linked.families.values()}
    for alone in linked.equal.standing - linked.families.keys():
        families[alone] = (alone,)
    for name, some in families.items():
        members = linked.equal.all_of(some)
        if len(members) > 1:
            key = _family_key(members, inside[name], retold[name], linked)
            yield _remembered(memory, key, partial(_family_echo, members, inside[name], linked))


def _family_key(
    members: Sequence[str],
    readings: Mapping[_Pair, PairReading],
    retold: Mapping[_Pair, float],
    linked: Linked,
) -> bytes:
    """All that the echo of a family is made from."""
    parts: list[bytes | str] = ["family"]
    for name in members:
        parts += [name, linked.equal.first(name), _mark(name, linked)]
    for pair, reading in sorted(readings.items()):
        parts += [*pair, pack_reading(reading)]
    for pair, score in sorted(retold.items()):
        parts += [*pair, repr(score)]
    return key_of(parts)


def _mark(name: str, linked: Linked) -> bytes:
    """What stands for an article with its text."""
    head = linked.texts.heads[name]
    told = (head.outlet, head.published, head.published_time, head.credit)
    return linked.texts.mark(name) + repr(told).encode("utf-8", "surrogatepass")


def _remembered(memory: Memory, key: bytes, make: Callable[[], Echo]) -> Echo:
    data = memory.recall("echo", key)
    if data is not None:
        return decode(Echo, json.loads(data))
    echo = make()
    memory.keep("echo", key, json.dumps(encode(echo), separators=(",", ":")).encode())
    return echo


def _family_echo(
    members: Sequence[str], readings: Mapping[_Pair, PairReading], linked: Linked
) -> Echo:
    origin, reason = origin_of(
        [linked.texts.heads[name] for name in members],
        _shares(readings.values()),
        {name: linked.equal.first(name) for name in members},
        linked.texts.whole,
    )
    copied = {
        name for pair, reading in readings.items() for name in pair if reading.kind != "excerpt"
    }
    found = []
    for name in members:
        if name == origin:
            found.append(EchoMember(article_id=name, kind="origin", shared=1.0))
            continue
        # without a known origin all are held against the first, and that against its nearest
        other = origin or members[0]
        other = _nearest(name, members, readings, linked) if other == name else other
        found.append(_member(name, other, copied, linked))
    return Echo(
        echo_id=_echo_id(members, "copy"),
        origin=origin,
        members=tuple(found),
        reasons=(f"origin: {reason}",),
    )


def _nearest(
    name: str, members: Sequence[str], readings: Mapping[_Pair, PairReading], linked: Linked
) -> str:
    first = linked.equal.first
    equal = [other for other in members if other != name and first(other) == first(name)]
    if equal:
        return equal[0]
    linked_to = [
        (-reading.strength, pair[1] if pair[0] == first(name) else pair[0])
        for pair, reading in readings.items()
        if first(name) in pair
    ]
    return min(linked_to)[1] if linked_to else members[1]


def _member(name: str, origin: str, copied: Collection[str], linked: Linked) -> EchoMember:
    """How one article stands to another; `copied`: distinct ones with a copy in the family."""
    one, other = min(name, origin), max(name, origin)
    reading = linked.equal.reading(one, other, linked.readings)
    near = _passages(reading, name, linked) if reading is not None else ()
    if reading is not None and reading.kind != "excerpt":
        share = reading.share_of_one if reading.one == name else reading.share_of_other
        return EchoMember(article_id=name, kind=reading.kind, passages=near, shared=round(share, 3))
    firsts = sorted((linked.equal.first(name), linked.equal.first(origin)))
    score = linked.retold.get((firsts[0], firsts[1]))
    if score is not None:
        return EchoMember(article_id=name, kind="rewritten", passages=near, shared=round(score, 3))
    kind: EchoKind = "edited" if linked.equal.first(name) in copied else "rewritten"
    return EchoMember(article_id=name, kind=kind, passages=near)


def _passages(reading: PairReading, of: str, linked: Linked) -> tuple[Passage, ...]:
    words = linked.texts.words
    return passages(reading, words(reading.one), words(reading.other), of)


def excerpt_echoes(linked: Linked, memory: Memory) -> Iterator[Echo]:
    """Partial reuse between articles of different families, once for a pair of families."""
    best: dict[_Pair, PairReading] = {}
    for reading in linked.readings.values():
        left, right = linked.family(reading.one), linked.family(reading.other)
        if left == right:
            continue
        key = (min(left, right), max(left, right))
        held = best.get(key)
        if held is None or _equal_words(reading) > _equal_words(held):
            best[key] = reading
    for reading in best.values():
        pair = (reading.one, reading.other)
        parts = [part for name in pair for part in (name, _mark(name, linked))]
        made_from = key_of(["excerpt", *parts, pack_reading(reading)])
        yield _remembered(memory, made_from, partial(_excerpt_echo, reading, linked))


def _excerpt_echo(reading: PairReading, linked: Linked) -> Echo:
    pair = [linked.texts.heads[reading.one], linked.texts.heads[reading.other]]
    shares = _shares([reading])
    first = {article.article_id: article.article_id for article in pair}
    origin, reason = origin_of(pair, shares, first, linked.texts.whole)
    members = tuple(
        EchoMember(article_id=article.article_id, kind="origin", shared=1.0)
        if article.article_id == origin
        else EchoMember(
            article_id=article.article_id,
            kind="excerpt",
            passages=_passages(reading, article.article_id, linked),
            shared=round(shares[article.article_id, other.article_id], 3),
        )
        for article, other in (pair, pair[::-1])
    )
    return Echo(
        echo_id=_echo_id((reading.one, reading.other), "excerpt"),
        origin=origin,
        members=members,
        reasons=(f"origin: {reason}",),
    )


def _shares(readings: Collection[PairReading]) -> dict[_Pair, float]:
    shares = {(r.one, r.other): r.share_of_one for r in readings}
    return shares | {(r.other, r.one): r.share_of_other for r in readings}


def _equal_words(reading: PairReading) -> int:
    return sum(tile.equal for tile in reading.tiles)


def _echo_id(members: Sequence[str], kind: str) -> str:
    key = "\n".join((kind, *sorted(members)))
    return "x-" + hashlib.sha256(key.encode()).hexdigest()[:12]
