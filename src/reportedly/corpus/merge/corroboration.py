"""Corroboration: five plain counts over the reports that assert an event, never a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.corpus.echoes.origins import same_outlet
from reportedly.corpus.merge.names import NameWords, any_same, name_words
from reportedly.corpus.merge.telling import Telling
from reportedly.corpus.merge.texts import EchoIndex, Text, texts_behind
from reportedly.records import Article, Corroboration, Entity, Link

# Aliases of an entity by (article_id, entity_id), from the document level.
Aliases = Mapping[tuple[str, str], tuple[str, ...]]
_Speaker = tuple[str, tuple[NameWords, ...]]  # as told, and the words of each of its names


def entity_aliases(entities: Mapping[str, Sequence[Entity]]) -> Aliases:
    """Names by which an article calls each of its entities, from entities by article."""
    return {
        (article_id, entity.entity_id): (entity.name, *entity.aliases)
        for article_id, found in entities.items()
        for entity in found
    }


def corroborate(
    asserting: Sequence[Telling],
    withdrawn: frozenset[str],
    index: EchoIndex,
    aliases: Aliases,
) -> tuple[Corroboration, tuple[Text, ...]]:
    """Count reports, texts, voices, owners and sides of one event.

    Args:
        asserting: the event's reports of its own realis that are no denials.
        withdrawn: ids of those that their outlet takes back; they never count.
        index: the echoes.
        aliases: names of each article's entities, by which voices are joined.

    Returns:
        the counts, and the texts that they rest on.
    """
    counted = [one for one in asserting if one.report.report_id not in withdrawn]
    texts = texts_behind(counted, asserting, index)
    owners = [_agreed(text, "owner") for text in texts]
    sides = [_agreed(text, "side") for text in texts]
    counts = Corroboration(
        reports=len({one.article.article_id for one in counted}),
        texts=len(texts),
        voices=_voices(asserting, counted, texts, index, aliases),
        owners=tuple(sorted({owner for owner in owners if owner})),
        sides=tuple(sorted({side for side in sides if side})),
        owners_unknown=owners.count(None),
        sides_unknown=sides.count(None),
    )
    return counts, texts


def _agreed(text: Text, field: str) -> str | None:
    """The side or owner of a text's source; where it is unknown, what all candidates share."""
    if text.source is not None:
        return _known(text.source, field)
    values = {_known(article, field) for article in text.candidates}
    return values.pop() if len(values) == 1 else None


def _known(article: Article, field: str) -> str | None:
    value: str | None = article.side if field == "side" else article.owner
    return None if value in (None, "", "unknown") else value


def _voices(
    asserting: Sequence[Telling],
    counted: Sequence[Telling],
    texts: Sequence[Text],
    index: EchoIndex,
    aliases: Aliases,
) -> tuple[str, ...]:
    """Distinct innermost speakers who assert the act, named as first told."""
    facts = {one.report.report_id: one for one in asserting}
    standing = {one.report.report_id for one in counted}
    taken_back = [one for one in asserting if one.report.report_id not in standing]
    found: list[_Speaker] = []
    for text in texts:
        spoken: list[_Speaker] = []
        for one in _not_copied(text, facts, index):
            spoken += _speakers(one, aliases, own=_own_text(one, text, index))
            # A copy speaks with the voices of what it copies, also where that was withdrawn.
            for source in taken_back:
                if _copy_of(one, source, index):
                    spoken += _speakers(source, aliases, own=True)
        found += spoken or _source_unknown(text, facts)
    return _joined(found)


def _not_copied(text: Text, facts: Mapping[str, Telling], index: EchoIndex) -> list[Telling]:
    """The reports of one text; where the text copied tells the act itself, its copies add none."""
    told = [facts[report_id] for report_id in text.reports]
    if text.source is None:
        return told
    source = text.source.article_id
    if all(one.article.article_id != source for one in told):
        return told
    family = index.copies(source)
    return [
        one
        for one in told
        if one.article.article_id == source or index.copies(one.article.article_id) != family
    ]


def _source_unknown(text: Text, facts: Mapping[str, Telling]) -> list[_Speaker]:
    """One voice for a text in an outlet's own voice when it isn't known which outlet's."""
    credits_given = {facts[report_id].article.credit for report_id in text.reports} - {None}
    outlets = {article.outlet for article in text.candidates} - {None}
    name = " or ".join(sorted(str(one) for one in credits_given or outlets)) or "unknown outlet"
    return [(name, (name_words(name),))]


def _own_text(one: Telling, text: Text, index: EchoIndex) -> bool:
    """Whether a report is its outlet's own telling, and no copy in this event."""
    if text.source is not None:
        return one.article.article_id == text.source.article_id or (
            same_outlet(one.article.outlet, text.source.outlet)
            and one.article.article_id not in index.family
        )
    return not text.candidates and one.article.credit is None


def _copy_of(one: Telling, source: Telling, index: EchoIndex) -> bool:
    echo = index.family.get(one.article.article_id)
    return echo is not None and echo.origin == source.article.article_id


def _speakers(one: Telling, aliases: Aliases, *, own: bool) -> list[_Speaker]:
    """Innermost speakers of a report's chains; the outlet itself only for its own text.

    An outlet that leads with somebody's word and then tells on has not become a witness.
    """
    speakers: list[_Speaker] = []
    chains = one.report.attributions or ((),)
    own = own and len(chains[0]) <= 1
    for chain in chains:
        last = chain[-1] if chain else None
        if last is not None and last.stance == "denies":
            continue
        if last is None or (last.kind == "outlet" and len(chain) == 1):
            if own:
                name = one.article.outlet or "outlet"
                speakers.append((name, (name_words(name),)))
            continue
        speakers.append((last.name, _names_of(last, one.article, aliases)))
    return speakers


def _names_of(link: Link, article: Article, aliases: Aliases) -> tuple[NameWords, ...]:
    names = [link.name]
    if link.entity_id is not None:
        names += aliases.get((article.article_id, link.entity_id), ())
    return tuple(dict.fromkeys(words for name in names if (words := name_words(name))))


def _joined(found: Sequence[_Speaker]) -> tuple[str, ...]:
    """Join speakers whose names contain one another; the first name that was told stays."""
    voices: list[_Speaker] = []
    for name, words in found:
        alike = [voice for voice in voices if any_same(voice[1], words) or voice[0] == name]
        if not alike:
            voices.append((name, words))
            continue
        first = alike[0]
        every = tuple(dict.fromkeys(w for voice in alike for w in voice[1]))
        voices = [voice for voice in voices if voice not in alike]
        voices.append((first[0], tuple(dict.fromkeys((*every, *words)))))
    return tuple(sorted(name for name, _ in voices))
