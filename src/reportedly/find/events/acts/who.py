"""Who acted and who suffered in an act, over all passages that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.agreement import points_back
from reportedly.find.events.acts.hedged import named_by
from reportedly.find.events.told.attribution import is_speaker, speaker_as_actor, speaker_of
from reportedly.find.events.told.claiming import verb_of_claim
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.word_lists import telling_words, voice_words
from reportedly.find.reading import Reading
from reportedly.records import Actor, ActorMention, Evidence, Found

_NOBODY = frozenset({"CVL", "UNK"})
_NAMED = frozenset({"organisation", "person", "office", "country"})
_ADMITTING = frozenset({"admit", "acknowledge", "claim"})


def actors_of(reading: Reading, act: Act, stances: StanceWords) -> tuple[Found[Actor], ...]:
    """Who acted: by the telling that names them best, then others who are named or claim it.

    An actor whom only a speaker names carries `asserted_by`; one whom the outlet names in its
    own voice, or who speaks of himself, does not. A phrase counts before a pronoun, which may
    stand for somebody else; "people" of a later sentence is nobody.
    """
    lead = act.lead
    if lead.own_part:
        speaker = speaker_of(lead.chain)
        if speaker is not None:
            return (_found(reading, speaker_as_actor(reading, speaker), None),)
    found: list[tuple[ActorMention, str | None]] = []
    explicit = any(_by_name(reading, m) for t in act.tellings for m in t.roles.actors)
    main = _naming(reading, act)
    hit = main.roles.recipients
    for telling in (main, *(t for t in act.tellings if t is not main and not t.headline)):
        speaker = speaker_of(telling.chain)
        for mention in telling.roles.actors:
            if explicit and not _by_name(reading, mention):
                continue
            mutual = telling.trigger.reciprocal or telling is main
            if not mutual and any(same_actor(m, mention) for m in hit):
                continue  # who was attacked and strikes back did not attack
            if found and points_back(mention):
                continue
            asserted = None if speaker is None or is_speaker(mention, speaker) else speaker.name
            asserted = asserted or named_by(reading, mention, telling.trigger.token, stances)
            known = next((n for n, (m, _) in enumerate(found) if same_actor(m, mention)), None)
            if known is not None:
                if asserted is None:
                    found[known] = (found[known][0], None)
            elif telling is main or (_is_somebody(mention) and not telling.trigger.weak):
                found.append((mention, asserted))
    found = found or _strangers(reading, act, stances)
    if not found:
        return _who_admits(reading, act, stances)
    return tuple(_found(reading, m, asserted) for m, asserted in found)


def _strangers(
    reading: Reading, act: Act, stances: StanceWords
) -> list[tuple[ActorMention, str | None]]:
    """Whom a later sentence tells to have shot or hit: "he was killed. *Four men* shot him"."""
    for telling in act.tellings:
        own = telling.trigger.type == "ASSAULT" and not telling.trigger.nominal
        if not own or telling.trigger.weak or telling.headline:
            continue
        for mention in telling.roles.actors:
            told = (
                " " in mention.evidence.quote and reading.document.tokens[mention.head].tag == "NNS"
            )
            if told and mention.actor.kind == "group" and not points_back(mention):
                speaker = speaker_of(telling.chain)
                said = speaker.name if speaker is not None else None
                return [
                    (mention, said or named_by(reading, mention, telling.trigger.token, stances))
                ]
    return []


def _who_admits(reading: Reading, act: Act, stances: StanceWords) -> tuple[Found[Actor], ...]:
    """Who admits an act that nobody else is named for: "the Front *admitted the attack*".

    Also "claimed responsibility for *shooting* the mayor".
    """
    for telling in act.tellings:
        speaker, noun = speaker_of(telling.chain), reading.document.tokens[telling.trigger.token]
        named = telling.trigger.nominal or noun.dep == "pcomp"
        if speaker is None or speaker.stance != "admits" or not named:
            continue
        himself = speaker_as_actor(reading, speaker)
        if himself.actor.kind in {"person", "office"} and "GOV" in himself.actor.sectors:
            continue  # "the premier admitted the shooting": of his police
        admitted = noun.dep == "dobj" and reading.document.head(noun).lemma in _ADMITTING
        if admitted or verb_of_claim(reading.document, noun, stances) is not None:
            return (_found(reading, himself, None),)
    return ()


def recipients_of(
    reading: Reading,
    act: Act,
    actors: Sequence[Found[Actor]],
    identified: Sequence[ActorMention] = (),
) -> tuple[Found[Actor], ...]:
    """Who was acted upon, by the leading telling or else the first that says it.

    "Two nurses were killed and four others injured": the nurses. Also the persons whom other
    tellings of violence name: "two judges were shot. … Ana Roe was killed at once."
    """
    lead = act.lead
    names = {a.value.name for a in actors}
    found: list[Found[Actor]] = []
    tellings = [lead, *(t for t in act.tellings if t is not lead)]
    for telling in sorted(tellings, key=lambda t: _hits_others(reading, t)):
        mentions = [m for m in telling.roles.recipients if m.actor.name not in names]
        bodily = _is_bodily(reading, telling)
        if found and (bodily or telling.trigger.type == "ASSAULT"):
            mentions = [m for m in mentions if _is_new_name(reading, m, found)]
        elif found:
            mentions = []
        if bodily:
            mentions = [_as_person(reading, m) for m in mentions]
        found.extend(_found(reading, m, None) for m in mentions)
    for mention in identified:  # "the victims were identified as Ana Roa and Ben Holt"
        if mention.actor.name not in names and _is_new_name(reading, mention, found):
            found.append(_found(reading, mention, None))
    # "led out of *his* flat": a pronoun adds nobody whom its sentence names
    return tuple({f.evidence: f for f in found}.values())


def _is_new_name(reading: Reading, mention: ActorMention, found: Sequence[Found[Actor]]) -> bool:
    """Whether a phrase names a person, and one who is not among those found."""
    actor = mention.actor
    if actor.kind != "person" or reading.document.tokens[mention.head].pos != "PROPN":
        return False
    known = {f.value.entity_id for f in found} - {None}
    names = [set(f.value.name.casefold().split()) for f in found]
    words = set(actor.name.casefold().split())  # kin share a surname
    return actor.entity_id not in known and not any(n <= words or words <= n for n in names)


def _hits_others(reading: Reading, telling: Telling) -> bool:
    """Whether a passage says only that others were hit, than those of another passage."""
    heads = [reading.document.tokens[m.head] for m in telling.roles.recipients]
    return bool(heads) and all(t.lemma == "other" or t.text == "others" for t in heads)


def _is_bodily(reading: Reading, telling: Telling) -> bool:
    """Whether a passage tells that somebody was killed, hurt or taken."""
    lemma = reading.document.tokens[telling.trigger.token].lemma
    return lemma in voice_words().harms or (
        telling.trigger.act in telling_words().bodily and lemma != "attack"
    )


def _as_person(reading: Reading, mention: ActorMention) -> ActorMention:
    """Whoever is killed, hurt or taken is a person, where nothing else is known of him."""
    actor, head = mention.actor, reading.document.tokens[mention.head]
    if actor.kind != "unknown" or head.tag in {"NNS", "NNPS"}:
        return mention
    return replace(mention, actor=replace(actor, kind="person"))


def _naming(reading: Reading, act: Act) -> Telling:
    """The telling whose actors count: the leading one, else the first that names somebody."""
    lead = act.lead
    if any(_by_name(reading, m) for m in lead.roles.actors):
        return lead
    for telling in act.tellings:
        if any(_is_somebody(m) and _by_name(reading, m) for m in telling.roles.actors):
            return telling
    return lead


def _is_somebody(mention: ActorMention) -> bool:
    """Whether a phrase names somebody or a force, and is more than "people"."""
    actor = mention.actor
    return actor.kind in _NAMED or actor.relation is not None or bool(set(actor.sectors) - _NOBODY)


def _by_name(reading: Reading, mention: ActorMention) -> bool:
    """Whether a phrase stands in the text and no pronoun for it."""
    return reading.document.tokens[mention.head].pos != "PRON"


def _evidence(reading: Reading, mention: ActorMention) -> Evidence:
    """The phrase that names an actor; of a pronoun, the last one before it in its sentence."""
    if _by_name(reading, mention):
        return mention.evidence
    document = reading.document
    sentence = document.tokens[mention.head].sentence
    named = [
        m
        for m in reading.actors
        if m.evidence.end <= mention.evidence.start
        and document.tokens[m.head].sentence == sentence
        and same_actor(m, mention)
    ]
    return named[-1].evidence if named else mention.evidence


def _found(reading: Reading, mention: ActorMention, asserted_by: str | None) -> Found[Actor]:
    return Found(
        value=mention.actor,
        evidence=_evidence(reading, mention),
        made_by=mention.made_by,
        asserted_by=asserted_by,
    )
