"""Whom an act counts: who sits down at a protest, who is brought in at an arrest.

By the grammar of its verb, and where that says nothing by the network of act words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.events.acts.act import Act
from reportedly.find.events.told.linked import share_of
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.verb_roles import objects_of
from reportedly.find.events.told.when import SAYING
from reportedly.find.events.triggers.slots import objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import CountKind

_TAKING = frozenset({"kidnap", "abduct"})
# not the killed: words say so of the dead, and the network takes the wounded and the dead of others
_ROLES: dict[str, CountKind] = {
    "injured": "injured", "taken": "arrested", "crowd": "crowd", "missing": "missing",
}  # fmt: skip
_SURE = 0.5  # share of a role from which a number counts those who have it
_ROUND = frozenset({"dozen", "dozens", "score", "hundred", "hundreds", "thousand", "thousands"})


def counted_by_acts(reading: Reading, acts: Sequence[Act]) -> dict[int, CountKind]:
    """What a number of people would count, by the word that an act's verb has for them.

    "Some 900 farmers *walked* into town", where that is a protest, are a crowd whatever the verb;
    and "three sailors were *brought in*", where that is an arrest, are arrested. Verbs that say
    of themselves what they count need none of this: they stand in the words of counts.

    Args:
        reading: what is known of the article.
        acts: its acts; what is planned, denied or only said of somebody counts nobody.
    """
    found: dict[int, CountKind] = {}
    for act in acts:
        for telling in act.tellings:
            if telling.denied or telling.reality.realis != "actual" or telling.trigger.nominal:
                continue
            for kind, token in _counted(reading.document, telling):
                found.setdefault(token.index, kind)
    for index, kind in _linked(reading, acts).items():
        found.setdefault(index, kind)
    return found


def _linked(reading: Reading, acts: Sequence[Act]) -> dict[int, CountKind]:
    """The kinds of the numbers that the network links with an act that was done."""
    document = reading.document
    if reading.links is None:
        return {}
    best: dict[int, tuple[float, CountKind]] = {}
    crowds = _crowds(acts)
    for telling in (t for act in acts for t in act.tellings):
        if telling.denied or telling.reality.realis != "actual":
            continue
        sentence = document.sentences[telling.sentence]
        for token in document.sentence_tokens(sentence):
            number = token.pos == "NUM" or token.text.casefold() in _ROUND
            if not number or _says(document, token):
                continue
            for role, kind in _ROLES.items():
                if not _counts(telling.trigger, kind):
                    continue
                if kind == "injured" and {token.index, token.head} & crowds:
                    continue
                share = share_of(reading, telling.trigger, role, (token,)) or 0.0
                if share >= _SURE and share > best.get(token.index, (0.0,))[0]:
                    best[token.index] = share, kind
    heads = {index: document.tokens[index].head for index in best}
    return {word: kind for n, (_, kind) in best.items() for word in (n, heads[n])}


def _says(document: Document, number: Token) -> bool:
    """'..., two residents told reporters': who tells of an act is none of those it befalls."""
    noun = document.head(number)
    return noun.dep == "nsubj" and document.head(noun).lemma in SAYING


def _crowds(acts: Sequence[Act]) -> set[int]:
    """The crowds that police drive apart: of "gassed 90 students, wounding two" two are hurt."""
    return {
        mention.head
        for act in acts
        for telling in act.tellings
        if telling.trigger.mode == "crowd-control"
        for mention in telling.roles.recipients
    }


def _counts(trigger: Trigger, kind: CountKind) -> bool:
    """Whether an act makes such people of those whom it befalls.

    "Deported 90 migrants" arrests nobody; "fired tear gas at 90 students" hurts nobody yet, nor
    does "abducted nine".
    """
    if kind == "arrested":
        return trigger.type == "COERCE" and trigger.mode in {"arrest", None}
    return kind != "injured" or trigger.mode not in {"crowd-control", "abduct"}


def _counted(document: Document, telling: Telling) -> Iterator[tuple[CountKind, Token]]:
    trigger = telling.trigger
    if trigger.type == "PROTEST":
        yield from (("crowd", token) for token in subjects(document, trigger.token))
    elif (
        trigger.type == "COERCE"
        and trigger.mode == "arrest"
        and document.tokens[trigger.token].lemma not in _TAKING  # soldiers may do so, unlawfully
    ):
        held = (*objects_of(document, trigger), *objects(document, trigger.token))
        yield from (("arrested", token) for token in held)
