"""Several matches of one sentence: longer wordings, contents, light verbs, doubles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.triggers.lexicon import EventLexicon, Wording
from reportedly.find.events.triggers.slots import (
    after_preposition,
    complements,
    governor,
    objects,
    subjects,
)
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.triggers.wordings import Match, match_wording
from reportedly.parse import Document, Token

_THROWING = frozenset({"throw", "hurl", "lob", "toss", "fling", "drop", "plant"})
_JUDGED = frozenset({"arrest", "convict"})  # rules whose 'for' and 'of' give reasons


def without_covered(matches: Sequence[Match]) -> list[Match]:
    """Drop heads that stand inside a longer wording ('hunger strike' in 'went on …')."""
    taken: set[int] = set()
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (-len(m.used), m.token.index)):
        if match.token.index not in taken:
            kept.append(match)
            taken.update(match.used)
    return sorted(kept, key=lambda m: m.token.index)


def without_content(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Drop what is asked for, threatened, promised or refused: it has not happened."""
    inside: set[int] = set()
    for match in matches:
        if match.rule.mode in _JUDGED and match.rule.part == "verb":
            inside.update(_reasons(document, match.token.index))
        if not match.rule.content or match.token.index in inside:
            continue
        verbs = complements(document, match.token.index)
        inside.update(verb.index for verb in verbs)
        heads = {match.token.index, *match.used, *(verb.index for verb in verbs)}
        inside.update(
            other.token.index
            for other in matches
            if other.rule.part == "noun"
            and other.token.index not in heads
            and (above := governor(document, other.token.index)) is not None
            and above.index in heads
            and other.token.index > match.token.index
        )
    return [match for match in matches if match.token.index not in inside]


def _reasons(document: Document, index: int) -> list[int]:
    """What somebody is arrested or sentenced for: a charge, and no act that the outlet tells."""
    return [
        token.index
        for word in ("for", "of", "with")
        for token in after_preposition(document, index, word)
    ]


def collapse(document: Document, lexicon: EventLexicon, matches: Sequence[Match]) -> list[Trigger]:
    """Join an act's noun with the light verb that governs it, or with the verb it is subject of."""
    verbs = {m.token.index: m for m in matches if m.rule.part == "verb"}
    led: dict[int, Trigger] = {}
    found: list[Trigger] = []
    for match in matches:
        if match.rule.part == "verb":
            continue
        above = governor(document, match.token.index)
        verb = verbs.get(above.index) if above is not None else None
        if verb is not None and _tells_same(document, match, verb):
            verbs[verb.token.index] = _sharper(verb, match)
            continue
        trigger = _trigger(match)
        light = _light_verb(document, lexicon, match.token, above)
        if light is None or above is None:
            found.append(trigger)
        elif above.index in led:  # "held marches and vigils": one act told
            continue
        else:
            led[above.index] = _led_by(trigger, above, light.text in lexicon.undergone)
    taken = set(led)
    found.extend(led[index] for index in sorted(led))
    found.extend(_trigger(match) for index, match in verbs.items() if index not in taken)
    return found


def _tells_same(document: Document, noun: Match, verb: Match) -> bool:
    """Whether a noun only names what a verb tells: 'a blast killed', 'killed in a raid'."""
    if verb.rule.type is None or verb.rule.type != noun.rule.type:
        return False
    if any(t.index == noun.token.index for t in subjects(document, verb.token.index)):
        return True
    joined = noun.token.dep == "conj" and verb.rule.type == "ASSAULT"
    thrown = joined and verb.token.lemma in _THROWING
    if thrown and any(t.index == noun.token.index for t in objects(document, verb.token.index)):
        return True  # "threw stones and a bomb"
    return any(
        t.index == noun.token.index
        for word in ("in", "by", "with", "during")
        for t in after_preposition(document, verb.token.index, word)
    )


def _sharper(verb: Match, noun: Match) -> Match:
    """The verb's match with the rule of a noun that tells more exactly how it was done."""
    finer = noun.rule.mode not in (None, verb.rule.mode) and (
        verb.rule.mode is None or noun.wording.size > verb.wording.size
    )
    finer = finer and verb.rule.mode != "arrest"  # "arrested in a police raid"
    if not finer:
        return verb
    rule = replace(
        noun.rule, part="verb", actor=verb.rule.actor, recipient=verb.rule.recipient, weak=False
    )
    return replace(verb, rule=rule)


def _light_verb(
    document: Document, lexicon: EventLexicon, noun: Token, above: Token | None
) -> Wording | None:
    if above is None or not above.tag.startswith("VB"):
        return None
    first = noun
    while first.dep == "conj":
        first = document.head(first)
    if above.dep in ("acl", "amod") and first.head != above.index:
        return None
    for wording in lexicon.light.get(above.text.lower(), ()):
        used = match_wording(document, above, wording)
        if used is None:
            continue
        if first.dep in ("dobj", "nsubjpass") and first.head == above.index:
            return wording
        if first.dep == "pobj" and first.head in used:
            return wording
    return None


def _led_by(noun: Trigger, verb: Token, undergone: bool) -> Trigger:
    """The trigger of a light verb with an act's noun: the verb's subject acts (or suffers)."""
    return replace(
        noun,
        token=verb.index,
        first=min(noun.first, verb.index),
        last=max(noun.last, verb.index + 1),
        nominal=False,
        weak=False,
        led=True,
        actor_role="by" if undergone else "subject",
        recipient_role="subject" if undergone else noun.recipient_role,
    )


def _trigger(match: Match) -> Trigger:
    rule = match.rule
    return Trigger(
        token=match.token.index,
        first=match.used[0],
        last=match.used[-1] + 1,
        rule=rule.rule_id,
        type=rule.type,
        mode=rule.mode,
        act=rule.act,
        nominal=rule.part == "noun",
        actor_role=rule.actor,
        recipient_role=rule.recipient,
        reciprocal=rule.reciprocal,
        weak=rule.weak,
        stopped=rule.stopped,
    )
