"""Deeds whose doer somebody only supposes: "Police *suspect* that the gang killed a trader"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.voice import is_passive
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import Link


def as_supposed(document: Document, telling: Telling, stances: StanceWords) -> Telling | None:
    """The telling of a belief as a charge, None where it is no belief of who did it.

    "Investigators think that a soldier *shot* the trader on Monday": not what is believed to be
    so ("the army thinks that the rebels hold the town"), nor what others than investigators think.
    """
    if telling.quote != "belief" or not _is_supposed(document, telling, stances):
        return None
    *outer, holder = telling.chain
    return replace(telling, quote="indirect", chain=(*outer, replace(holder, stance="alleges")))


def _is_supposed(document: Document, telling: Telling, stances: StanceWords) -> bool:
    cue = telling.chain[-1].cue
    deed = document.tokens[telling.trigger.token]
    if cue is None or telling.trigger.nominal or telling.reality.realis != "actual":
        return False
    verb = document.root_of(cue.start, cue.end)
    if verb is None or verb.lemma not in stances.of("hedge", "supposing"):
        return False
    if telling.denied or telling.reality.polarity != "positive":
        return False
    return _inquires(document, telling.chain[-1], stances) and _is_done(document, deed)


def _inquires(document: Document, holder: Link, stances: StanceWords) -> bool:
    """Whether somebody finds out who did it by office: "police", "the investigators"."""
    said = holder.evidence
    head = None if said is None else document.root_of(said.start, said.end)
    return head is not None and head.lemma in stances.of("hedge", "inquiring")


def _is_done(document: Document, deed: Token) -> bool:
    """Whether a clause says that somebody did something: in the past, with a doer."""
    helpers = {t.lemma for t in document.children(deed.index) if t.dep == "aux"}
    past = deed.tag == "VBD" or (deed.tag == "VBN" and "have" in helpers)
    doer = document.child(deed.index, "nsubj" if past else "agent")
    return doer is not None and (past or is_passive(document, deed.index))
