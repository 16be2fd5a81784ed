"""Conditional threats: "If they cross, we shell" is a THREATEN and no shelling."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.clauses import clause_of, is_verb
from reportedly.find.events.reality.reading import Reality
from reportedly.find.events.told.attribution import is_speaker, speaker_as_actor, speaker_of
from reportedly.find.events.told.roles import Roles
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.ultimatums import (
    is_conditional,
    is_for_anybody,
    is_future,
    is_one_more,
)
from reportedly.find.events.told.warnings import SPOKEN
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading, scope_at
from reportedly.parse import Document
from reportedly.records import EventType, Evidence, Link

_HARMFUL: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_OF_THE_STATE: frozenset[EventType] = frozenset({"COERCE", "SANCTION", "MOBILIZE"})
_STATE = frozenset({"GOV", "COP", "MIL", "JUD", "PRM", "SPY"})
_OWN = frozenset({"we", "i", "our", "my"})
_CALL_TO_STRIKE = "request.strike"  # the rule of "called a general strike"
_WARNING = frozenset({"warn", "threaten", "vow", "caution", "swear"})
_MODES: dict[tuple[EventType, str | None], str] = {
    ("ASSAULT", None): "violence",
    ("COERCE", "arrest"): "arrest",
    ("COERCE", "deport"): "expel",
    ("SANCTION", "expel"): "expel",
    ("SANCTION", None): "relations",
    ("MOBILIZE", None): "violence",
    ("PROTEST", None): "restrict",
    ("COERCE", None): "restrict",
}


def as_threat(reading: Reading, telling: Telling) -> Telling | None:
    """The threat that a conditional act of harm makes in its speaker's mouth, else None.

    The speaker must announce what he does himself ("we will …"), be said to warn or threaten, or
    say what happens to whoever does something; a condition must stand over it, with or without
    'if'. The record is THREATEN and actual: the threat was made.
    """
    trigger, reality = telling.trigger, telling.reality
    document = reading.document
    if trigger.type not in _HARMFUL or reality.no_act or reality.polarity == "negated":
        return None
    speaker = speaker_of(telling.chain)
    if speaker is None or not document.has_syntax:
        return None
    himself = any(is_speaker(m, speaker) for m in telling.roles.actors)
    would = himself and reality.reason == "condition" and trigger.type != "PROTEST"
    would = would or (bool(telling.roles.actors) and _is_unless(document, trigger.token))
    governs = _threatens_for_the_state(reading, telling, speaker)
    if reality.realis not in {"threatened", "planned"} and not (would or governs):
        return None
    if not reality.conditioned and not is_conditional(document, trigger.token):
        return None
    own = would or any(t.text.casefold() in _OWN for t in subjects(document, trigger.token))
    warned = speaker.cue is not None and _lemma(document, speaker.cue) in _WARNING
    anybody = is_for_anybody(document, document.tokens[clause_of(document, trigger.token)])
    if not (own or warned or anybody or governs):
        return None
    mode = _MODES.get((trigger.type, trigger.mode)) or _MODES[(trigger.type, None)]
    trigger = replace(
        trigger, type="THREATEN", mode=mode, act=f"threat of {trigger.act}", weak=False
    )
    threat = _threat(reading, telling, trigger, speaker)
    return replace(threat, roles=Roles(actors=telling.roles.actors)) if would else threat


def on_condition(telling: Telling) -> Telling | None:
    """The threat of those who announce a protest on a condition, told by anybody.

    "The unions plan a strike if the budget is not withdrawn", "would call a strike if …".
    """
    trigger, reality = telling.trigger, telling.reality
    protest = trigger.type == "PROTEST" or trigger.rule == _CALL_TO_STRIKE
    told = reality.realis in {"planned", "threatened", "hypothetical"} and not reality.no_act
    condition = reality.conditioned and reality.polarity == "positive"
    if not (protest and told and condition and telling.roles.actors):
        return None
    act = f"threat of {trigger.act}"
    return replace(
        telling,
        trigger=replace(trigger, type="THREATEN", mode="restrict", act=act, weak=False),
        reality=Reality(reason="threat"),
        roles=Roles(actors=telling.roles.actors),
        places=(),
        date=None,
        definite=False,
        unnamed_places=False,
    )


def _threatens_for_the_state(reading: Reading, telling: Telling, speaker: Link) -> bool:
    """'The army would arrest the leaders if …, the minister said': who governs commands it."""
    trigger, reality = telling.trigger, telling.reality
    if trigger.type not in _OF_THE_STATE or trigger.nominal or not _governs(reading, speaker):
        return False
    if not reality.conditioned or reality.realis not in {"threatened", "hypothetical"}:
        return False
    forces = all(_STATE & set(m.actor.sectors) for m in telling.roles.actors)
    return forces and is_future(reading.document, trigger.token)


def as_warning(telling: Telling) -> Telling | None:
    """A warning that names no deed (`warnings`): the condition belongs to what is threatened."""
    if telling.trigger.rule != SPOKEN:
        return None
    return replace(telling, reality=Reality(reason="threat"), places=(), unnamed_places=False)


def _is_unless(document: Document, index: int) -> bool:
    """'The union would block the road unless …': whoever says it, the union threatens."""
    clause = clause_of(document, index)
    return any(
        t.dep == "mark" and t.text.casefold() == "unless"
        for child in document.children(clause)
        if child.dep == "advcl"
        for t in document.children(child.index)
    )


def _threat(reading: Reading, telling: Telling, trigger: Trigger, speaker: Link) -> Telling:
    return replace(
        telling,
        trigger=trigger,
        reality=Reality(reason="threat"),
        roles=Roles(actors=(speaker_as_actor(reading, speaker),)),
        evidence=_words(reading, telling),
        places=(),
        date=None,
        definite=False,
        unnamed_places=False,
    )


def spoken_threat(reading: Reading, telling: Telling) -> Telling | None:
    """The threat in "One more arrest, and nobody will sleep": its first half names the act.

    For acts of harm in the condition of a speaker's sentence whose second half no rule knows.
    """
    document, trigger = reading.document, telling.trigger
    speaker = speaker_of(telling.chain)
    if speaker is None or telling.quote not in {"direct", "mixed"} or not trigger.nominal:
        return None
    if trigger.type not in _HARMFUL or not document.has_syntax:
        return None
    noun = document.tokens[trigger.token]
    if not is_one_more(document, noun):
        return None
    for later in document.children(noun.index):
        if later.dep == "conj" and is_verb(later) and is_future(document, later.index):
            mode = "restrict" if _governs(reading, speaker) else "violence"
            threat = replace(trigger, type="THREATEN", mode=mode, act="threat", weak=False)
            return _threat(reading, telling, threat, speaker)
    return None


def _governs(reading: Reading, speaker: Link) -> bool:
    """Whether a speaker holds an office of state: he can restrict where others can only fight."""
    return "GOV" in speaker_as_actor(reading, speaker).actor.sectors


def _words(reading: Reading, telling: Telling) -> Evidence:
    """What is threatened, in the speaker's words: the scope without its quotation marks."""
    scope = scope_at(reading.scopes, telling.span.start, telling.span.end)
    if scope is None or telling.quote not in {"direct", "mixed"}:
        return telling.evidence
    text = scope.evidence.quote
    start = scope.evidence.start + (len(text) - len(text.lstrip("\"'“‘« ")))
    end = scope.evidence.end - (len(text) - len(text.rstrip("\"'”’», ")))
    return reading.document.evidence(start, end) if start < end else telling.evidence


def _lemma(document: Document, cue: Evidence) -> str:
    token = document.root_of(cue.start, cue.end)
    return token.lemma if token else ""
