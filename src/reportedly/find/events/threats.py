"""Conditional threats: "If they cross, we shell" is a THREATEN and no shelling."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.attribution import speaker_as_actor, speaker_of
from reportedly.find.events.reality import Reality
from reportedly.find.events.roles import Roles
from reportedly.find.events.slots import subjects
from reportedly.find.events.telling import Telling
from reportedly.find.reading import Reading, scope_at
from reportedly.parse import Document
from reportedly.records import EventType, Evidence

_HARMFUL: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_OWN = frozenset({"we", "i", "our", "my"})
_WARNING = frozenset({"warn", "threaten", "vow", "caution"})
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

    The speaker must announce what he does himself ("we will …") or be said to warn or threaten;
    a condition must stand over it. The record is THREATEN and actual: the threat was made.
    """
    trigger, reality = telling.trigger, telling.reality
    if trigger.type not in _HARMFUL or not reality.conditioned or reality.no_act:
        return None
    if reality.realis not in {"threatened", "planned"} or reality.polarity == "negated":
        return None
    speaker = speaker_of(telling.chain)
    if speaker is None:
        return None
    document = reading.document
    own = any(t.text.casefold() in _OWN for t in subjects(document, trigger.token))
    warned = speaker.cue is not None and _lemma(document, speaker.cue) in _WARNING
    if not own and not warned:
        return None
    mode = _MODES.get((trigger.type, trigger.mode)) or _MODES[(trigger.type, None)]
    return replace(
        telling,
        trigger=replace(
            trigger, type="THREATEN", mode=mode, act=f"threat of {trigger.act}", weak=False
        ),
        reality=Reality(reason="threat"),
        roles=Roles(actors=(speaker_as_actor(reading, speaker),)),
        evidence=_words(reading, telling),
        places=(),
        date=None,
        definite=False,
        unnamed_places=False,
    )


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
