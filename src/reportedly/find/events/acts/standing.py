"""What a passage must say to be an act of its own, and not only a mention of another."""

from __future__ import annotations

from reportedly.find.events.reality.reading import SPEECH_TYPES
from reportedly.find.events.told.attribution import is_speaker, speaker_of
from reportedly.find.events.told.telling import Telling

_IS_TO = "is to"  # the reason that the reading of reality gives
_COARSE = frozenset({"decade", "century"})
# who refuses in public; not a firm or a private person
_PUBLIC = frozenset(
    {
        "GOV",
        "LEG",
        "JUD",
        "MIL",
        "COP",
        "SPY",
        "REB",
        "PRM",
        "UAF",
        "PTY",
        "OPP",
        "ELI",
        "LAB",
        "REL",
    }
)


def stands(telling: Telling) -> bool:
    """Whether a telling is enough for an act of its own.

    Denials always are. What did not happen needs somebody who would have done it; words in
    quotation marks, deaths and nouns that point back or only date something need a place or
    date. So does what shall be done, but for "Dorna to expel two envoys" over a text.
    """
    if telling.denied or telling.withdraws:
        return True
    if telling.reality.realis == "planned":
        persons = bool(telling.roles.actors or telling.roles.recipients)
        sides = telling.headline and bool(telling.roles.actors and telling.roles.recipients)
        return (sides and telling.reality.reason == _IS_TO) or (
            _anchored(telling) and (not telling.trigger.weak or persons or telling.date is not None)
        )
    if telling.reality.polarity == "negated" or telling.reality.realis != "actual":
        return _unreal_stands(telling)
    if telling.quote in {"direct", "mixed"}:
        spoken = telling.trigger.type in {"THREATEN", "REQUEST"} or _refuses_himself(telling)
        return _anchored(telling) or spoken
    return _noun_stands(telling) if telling.trigger.nominal else _verb_stands(telling)


def _refuses_himself(telling: Telling) -> bool:
    """'"I will not resign," the premier said': by these words he refuses."""
    speaker = speaker_of(telling.chain)
    refusal = telling.trigger.type == "REJECT" and speaker is not None
    return refusal and any(
        is_speaker(m, speaker) and _PUBLIC & set(m.actor.sectors) for m in telling.roles.actors
    )


def _anchored(telling: Telling) -> bool:
    return bool(telling.places) or telling.date is not None


def _unreal_stands(telling: Telling) -> bool:
    """What was not done, tried or only thought of: no acts of speech, and not without a doer."""
    trigger, reality = telling.trigger, telling.reality
    if trigger.type in SPEECH_TYPES:
        return False
    if reality.realis == "attempted" and reality.polarity == "positive":
        return _anchored(telling) or bool(telling.roles.actors or telling.roles.recipients)
    weak = trigger.weak and reality.realis != "actual"
    return bool(telling.roles.actors) and not trigger.nominal and not weak


def _noun_stands(telling: Telling) -> bool:
    anchored = _anchored(telling)
    if telling.given:
        return telling.date is not None and telling.dated_noun
    if telling.definite and telling.central and telling.roles.actors:
        return True
    if telling.reality.dating:
        if telling.date is not None and telling.date.value.granularity in _COARSE:
            return False  # "since the riots of the 1970s"
        return bool(telling.places) or (anchored and telling.dated_noun)
    if telling.definite:
        return anchored
    return _says_enough(telling)


def _verb_stands(telling: Telling) -> bool:
    if telling.trigger.type is None:
        return _anchored(telling) and bool(telling.roles.recipients) and not telling.other_cause
    if telling.reality.dating:  # "died after being beaten by guards" tells the beating
        sides = bool(telling.roles.actors and telling.roles.recipients)
        harm = telling.trigger.type == "ASSAULT" and sides
        return _anchored(telling) or (harm and not telling.retold)
    return _says_enough(telling)


def _says_enough(telling: Telling) -> bool:
    persons = bool(telling.roles.actors or telling.roles.recipients)
    if telling.trigger.type == "PROTEST" and telling.trigger.nominal and telling.central:
        return True  # "the ruling sparked street protests": new in the text, and its news
    return _anchored(telling) or persons or telling.described or not telling.trigger.weak
