"""The deed with whose place and day words go that give none of their own."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.find.events.acts.settled import Settled, is_done
from reportedly.find.events.told.telling import Telling
from reportedly.find.reading import Reading

_ACQUITTAL = "acquittal"  # the act of the rules that tell of one
_OF_TRIAL = 4  # sentences between two verdicts of one trial


def deed_beside(reading: Reading, lead: Telling, settled: Mapping[int, Settled]) -> Settled | None:
    """The deed that words belong to: that of their sentence, or the verdict of their trial."""
    return _beside_deed(reading, lead, settled) or _beside_verdict(lead, settled)


def _beside_verdict(lead: Telling, settled: Mapping[int, Settled]) -> Settled | None:
    """The verdict of the trial in which somebody else goes free: "*a third man was acquitted*"."""
    if lead.trigger.act != _ACQUITTAL or lead.retold or lead.date is not None:
        return None
    verdicts = [
        s
        for s in settled.values()
        if s.type == "SANCTION" and s.mode == "convict" and s.retold == lead.retold and is_done(s)
    ]
    near = [s for s in verdicts if 0 <= lead.sentence - s.act.lead.sentence <= _OF_TRIAL]
    return near[-1] if near else None


def _beside_deed(reading: Reading, lead: Telling, settled: Mapping[int, Settled]) -> Settled | None:
    """The deed of the sentence whose doer says something with it, in a participle of its clause."""
    document = reading.document
    verb = document.tokens[lead.trigger.token]
    if verb.tag != "VBG" or verb.dep not in {"advcl", "acl", "conj"}:
        return None
    above = {t.index for t in document.ancestors(verb.index)}
    told = [s for s in settled.values() if s.act.lead.trigger.token in above]
    return told[-1] if told and not told[-1].act.lead.list_key else None
