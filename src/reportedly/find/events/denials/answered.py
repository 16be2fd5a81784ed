"""Which act told in the article a denial answers that does not tell it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find.events.acts.act import Act
from reportedly.find.events.denials.accused import speaks_for
from reportedly.find.events.denials.pleas import Plea
from reportedly.find.events.told.attribution import speaker_as_actor, speaker_of
from reportedly.find.events.told.entries import item_around
from reportedly.find.events.told.roles import mention_of, same_actor
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.records import ActorMention, EventType, Link

_FORCE: frozenset[EventType | None] = frozenset({"ASSAULT", None})
_COERCION: frozenset[EventType | None] = frozenset({"COERCE"})
_NOBODY = frozenset({"UNK", "UAF", "CVL", "CRM"})
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "ELI"})
_ARMED = frozenset({"MIL", "COP", "SPY"})
_NEAR = 3  # sentences; whom nobody blames and who names no act means what was just told
_ANYBODY = frozenset({"men", "people", "persons", "youths", "women", "group"})
_GUNS = words("fire shoot open aim")
_HANDS = words("beat kick club whip mistreat maltreat ill-treat manhandle")
_BY_HAND = words("beat torture primitive")
_BY_GUN = words("firearms explosives heavy-weapons aerial drone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A denied act, and who would have done it."""

    act: Act
    doers: tuple[ActorMention, ...]


def answered(
    reading: Reading,
    acts: Sequence[Act],
    accused: Sequence[ActorMention],
    plea: Plea,
    denier: Link,
) -> Answer | None:
    """The act of force that a plea answers: the last told before it that fits, else the next.

    It fits if its doers, as far as they are known, can be of the denier's side or those whom the
    plea names, none of them suffered in it, and somebody else tells it.

    Args:
        reading: what is known of the article.
        acts: the acts that the article tells as done.
        accused: whom it names as blamed for acts of force.
        plea: the clause that denies.
        denier: who says it.
    """
    person = speaker_as_actor(reading, denier)
    speaker = _side_of(reading, person, accused)
    named = tuple(m for t in plea.doers if (m := _named(reading, t)) is not None)
    is_beside = item_around(reading, plea.verb)
    fitting = [
        act
        for act in acts
        if is_beside(act.lead.paragraph)
        and act.type in (_COERCION if plea.kind == "coercion" else _FORCE)
        and not act.lead.retold
        and not act.lead.old
        and _is_told_by_others(act, denier, plea)
        and _fits_deed(act, plea)
        and _is_of_that(reading, act, plea)
        and not _suffered(act, (*named, speaker))
        and _can_have_done(act, named, speaker, person, plea)
    ]
    at = plea.verb
    blamed = [m for m in accused if speaks_for(speaker, m) or _is_one(m, speaker)]
    before = [a for a in fitting if a.tellings[0].span.start < at.start]
    if plea.kind == "part" and not (plea.named or blamed):
        before = [a for a in before if at.sentence - _last_before(a, at).sentence <= _NEAR]
    inside = {t.index for t in reading.document.subtree(at.index)}
    below = [a for a in fitting if inside & {t.trigger.token for t in a.tellings}]
    if below and plea.kind == "part":  # "denied involvement in the blast that killed two"
        act = below[0]
    elif before:
        act = max(before, key=lambda a: _last_before(a, at).span.start)
    elif fitting and plea.kind != "part":
        act = min(fitting, key=lambda a: a.tellings[0].span.start)
    else:
        return None
    doers = tuple(_force_of(reading, m) for m in _doers(act, plea, named, speaker, blamed))
    return Answer(act=act, doers=doers)


def _side_of(
    reading: Reading, speaker: ActorMention, accused: Sequence[ActorMention]
) -> ActorMention:
    """The body for which somebody speaks: "a spokesman for the Front", "Front leader Omar Roa".

    Who denies and stands for nobody else speaks for who is accused.
    """
    if speaker.actor.kind not in {"office", "person"}:
        return speaker
    said = speaker.evidence
    inside = [
        m
        for m in reading.actors
        if m.actor.kind == "organisation"
        and m.actor.name[:1].isupper()
        and m.evidence != said
        and said.start <= m.evidence.start
        and m.evidence.end <= said.end
    ]
    named = [m for m in accused if speaks_for(speaker, m)]
    alone = [accused[-1]] if accused and _is_unplaced(speaker) else []
    return next(iter((*named, *inside, *alone)), speaker)


def _last_before(act: Act, at: Token) -> Telling:
    return [t for t in act.tellings if t.span.start < at.start][-1]


def _named(reading: Reading, doer: Token) -> ActorMention | None:
    """Whom a noun of the plea means; "we" and "nobody" mean nobody in particular."""
    return None if doer.pos == "PRON" else mention_of(reading, doer)


def _doers(
    act: Act,
    plea: Plea,
    named: Sequence[ActorMention],
    speaker: ActorMention,
    blamed: Sequence[ActorMention],
) -> tuple[ActorMention, ...]:
    """The side that would have acted.

    A part is denied for those whom the clause names, else for the speaker's side; a deed for
    whom the act names, who is blamed, or whom the clause names.
    """
    told = [
        m
        for t in act.tellings
        for m in t.roles.actors
        if not (_is_nobody(m) or _is_crowd_before(m, speaker))
    ]
    if plea.kind == "part":
        own = () if _is_unplaced(speaker) else (speaker,)
        return tuple(named) or own or tuple(told[:1]) or (speaker,)
    known = [m for m in named if not _is_nobody(m)]
    doers = (*told[:1], *blamed[-1:], *known[:1])
    if doers:
        return doers[:1]
    force = speaker.actor.kind == "organisation" or set(speaker.actor.sectors) & _ARMED
    return (speaker,) if force else ()


def _force_of(reading: Reading, member: ActorMention) -> ActorMention:
    """The force that an article names, for its unnamed members: "police" for "his officers"."""
    sector = member.actor.sectors[:1]
    if member.actor.kind == "organisation" or not set(sector) & _ARMED:
        return member
    forces = (
        m
        for m in reading.actors
        if m.actor.sectors[:1] == sector and m.actor.kind == "organisation"
    )
    return next(forces, member)


def _is_told_by_others(act: Act, denier: Link, plea: Plea) -> bool:
    """Whether somebody but the denier tells an act."""
    speakers = [speaker_of(t.chain) for t in act.tellings]
    if plea.kind == "coercion":  # "no one was arrested" denies only what somebody says
        speakers = [s for s in speakers if s is not None]
    return any(s is None or s.name != denier.name for s in speakers)


def _fits_deed(act: Act, plea: Plea) -> bool:
    """Whether a verb of shooting or beating can be that of an act of such a mode."""
    modes = {t.trigger.mode for t in act.tellings} - {None}
    if plea.verb.lemma in _GUNS:
        return not (modes and modes <= _BY_HAND | {"destroy", "crowd-control"})
    return not (plea.verb.lemma in _HANDS and modes & _BY_GUN)


def _is_of_that(reading: Reading, act: Act, plea: Plea) -> bool:
    """Whether what would have been struck is somebody, or a thing that the act is told of."""
    told = {t.lemma for a in act.tellings for t in _words(reading, a)}
    return plea.kind == "part" or all(
        t.lemma in told or mention_of(reading, t) is not None for t in plea.struck
    )


def _words(reading: Reading, telling: Telling) -> tuple[Token, ...]:
    document = reading.document
    return document.sentence_tokens(document.sentences[telling.sentence])


def _suffered(act: Act, persons: Sequence[ActorMention]) -> bool:
    """Whether one of those who would have acted was acted upon."""
    hit = act.lead.roles.recipients or [m for t in act.tellings for m in t.roles.recipients]
    return any(
        _is_one(m, p) and (same_actor(m, p) or _share_country(m, p)) for m in hit for p in persons
    )


def _share_country(one: ActorMention, other: ActorMention) -> bool:
    """Whether two organs are known to be of one state: a general killed may be a foreign one."""
    a, b = one.actor, other.actor
    return a.sectors[:1] == b.sectors[:1] or (a.country is not None and a.country == b.country)


def _can_have_done(
    act: Act,
    named: Sequence[ActorMention],
    speaker: ActorMention,
    person: ActorMention,
    plea: Plea,
) -> bool:
    """Whether the known doers of an act can be those for whom the plea is made."""
    told = act.lead.roles.actors or [m for t in act.tellings for m in t.roles.actors]
    doers = [m for m in told if not _is_anonymous(m)]
    if plea.kind != "part" and any(not _is_anonymous(m) for m in named):
        sides = list(named)
    else:
        sides = [*named, speaker, person]
    if not doers:
        return True
    return any(_is_one(d, s) or _is_unplaced(s) for d in doers for s in sides)


def _is_unplaced(mention: ActorMention) -> bool:
    """Whether nothing tells of a person whose side he is on."""
    return mention.actor.kind == "person" and not mention.actor.sectors


def _is_nobody(mention: ActorMention) -> bool:
    """Whether a phrase says nothing of whoever it was: "gunmen", "men"."""
    actor = mention.actor
    if not _is_anonymous(mention):
        return False
    somebody = actor.name.split()[-1]  # "several dozen young *men*"
    return actor.kind != "group" or "UAF" in actor.sectors or somebody in _ANYBODY


def _is_crowd_before(doer: ActorMention, speaker: ActorMention) -> bool:
    """Whether an organ of the state denies, which does not answer for "blockaders"."""
    state = bool(set(speaker.actor.sectors[:1]) & _STATE)
    return state and _is_anonymous(doer) and set(doer.actor.sectors) <= {"CVL"}


def _is_anonymous(mention: ActorMention) -> bool:
    """Whether a phrase leaves open who it was: "gunmen", "two men"."""
    actor = mention.actor
    if actor.kind in {"organisation", "person", "office"} or actor.relation is not None:
        return False
    return actor.kind != "group" or set(actor.sectors) <= _NOBODY


def _is_one(one: ActorMention, other: ActorMention) -> bool:
    """Whether two phrases mean one side: one actor, one force, or organs of one state."""
    if same_actor(one, other):
        return True
    a, b = one.actor, other.actor
    first, second = set(a.sectors[:1]), set(b.sectors[:1])
    if first & second - _NOBODY and "group" in {a.kind, b.kind}:
        return True
    states = bool(first & _STATE) and bool(second & _STATE)
    return states and (a.country == b.country or None in {a.country, b.country})
