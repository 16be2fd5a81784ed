"""The day that a passage gives its act, and what that day says of the act's reality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.reality.reading import SPEECH_TYPES, Reality
from reportedly.find.events.told.charges import without_day_of_charge
from reportedly.find.events.told.commemorated import day_of_commemorated, is_commemorated
from reportedly.find.events.told.entries import label_day
from reportedly.find.events.told.intervals import day_before_news
from reportedly.find.events.told.nearby import OWN_CLAUSE, TOO_FAR, in_content, is_of_verb_before
from reportedly.find.events.told.weekdays import is_of_decision, is_past, towards
from reportedly.find.events.told.when import SAYING, is_old, own_date, verb_above
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import DateValue, Found

_DEEDS = frozenset({"COERCE", "SANCTION", "MOBILIZE", "ASSAULT", "PROTEST"})
_ASKING = frozenset({"REQUEST", "THREATEN"})  # what is asked for or threatened is yet to come
_NIGHTS = frozenset({"overnight", "during the night", "in the night"})
_HURTS = frozenset({"wound", "injury", "burn"})


def day_and_reality(
    reading: Reading,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    reality: Reality,
    *,
    close: bool,
    denied: bool,
) -> tuple[Found[DateValue] | None, Reality]:
    """The day of an act, and its reality: a day after the publication makes it a plan.

    Args:
        reading: what is known of the article.
        trigger: the word that tells the act.
        triggers: all triggers of the article; days in their phrases are theirs.
        reality: what the words around the trigger say of it.
        close: whether only a day of its own clause can be the act's.
        denied: whether a speaker denies it.
    """
    document = reading.document
    day = _named_day(reading, trigger, triggers, reality, close=close)
    if day is not None and document.has_syntax:
        day = towards(reading, trigger, day, reality, denied=denied)
        day = _night_before_words(reading, day)
    if trigger.type is None and _is_of_wounds(document, trigger, triggers):
        day = None  # the day of a death that the attack told with it led to
    if is_commemorated(document, trigger):
        day = day_of_commemorated(reading, trigger, day)
    reality = _not_yet(reading, reality, day, trigger)
    if day is not None and trigger.type in SPEECH_TYPES:
        asked = reality.realis == "actual"
        day = None if _is_of_deed(reading, day, triggers, asked=asked) else day
    older = trigger.nominal and (reality.dating or _is_spoken_of(document, trigger, triggers))
    if day is None and older:
        day = _older_date(reading, trigger, triggers)
    return without_day_of_charge(document, trigger, triggers, day), reality


def _named_day(
    reading: Reading,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    reality: Reality,
    *,
    close: bool,
) -> Found[DateValue] | None:
    """The day of the clause, that of a verb of words before it, or that of an entry's label."""
    document = reading.document
    day = own_date(reading, trigger, triggers, OWN_CLAUSE if close else TOO_FAR)
    if day is None and trigger.type in SPEECH_TYPES and document.has_syntax:
        far = own_date(reading, trigger, triggers)
        before = far is not None and is_of_verb_before(document, trigger.token, far.evidence)
        day = far if before else None
    day = day or day_before_news(reading, trigger)
    if day is None and not close and reality.realis == "actual":
        day = label_day(reading, document.tokens[trigger.token].sentence)
    if day is None:
        return None
    if trigger.type in _ASKING and in_content(document, trigger.token, day.evidence):
        return None
    planned = reality.realis == "planned" and trigger.type in _DEEDS and document.has_syntax
    return None if planned and is_of_decision(document, trigger, day.evidence) else day


def _night_before_words(reading: Reading, day: Found[DateValue]) -> Found[DateValue]:
    """'A mill burned *overnight*, the mayor said on Sunday': the night before the words."""
    value, document = day.value, reading.document
    if value.granularity != "time" or value.earliest is None or value.latest is None:
        return day
    if day.evidence.quote.casefold() not in _NIGHTS:
        return day
    sentence = document.sentence_at(day.evidence.start)
    for mention in reading.dates:
        spoken = mention.value.earliest
        here = sentence.start <= mention.evidence.start < sentence.end
        if not here or mention.value.granularity != "day" or spoken is None:
            continue
        verb = verb_above(document, mention)
        if verb is not None and verb.lemma in SAYING and spoken < value.latest:
            back = value.latest - spoken
            night = replace(value, earliest=value.earliest - back, latest=spoken, timex_value=None)
            return replace(day, value=night, made_by="date.speech")
    return day


def _is_of_deed(
    reading: Reading, date: Found[DateValue], triggers: Sequence[Trigger], *, asked: bool
) -> bool:
    """Whether a date beside words is that of the deed of which they are.

    What is asked for or agreed lies ahead; what is condemned lies far back: ", in 1989".
    """
    document = reading.document
    if asked and (_is_ahead(reading, date) or _is_aim(document, date)):
        return True
    if not is_old(date.value, document.article.published, None):
        return False
    sentence = document.sentence_at(date.evidence.start).index
    return any(
        _is_spoken_of(document, t, triggers)
        for t in triggers
        if document.tokens[t.token].sentence == sentence
    )


def _is_spoken_of(document: Document, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether an act is a noun that words are about: "condemned *the killing*", "sorry for" it."""
    noun = document.tokens[trigger.token]
    governor = document.head(noun)
    if noun.dep == "pobj" and governor.text.casefold() in {"for", "of", "over", "about"}:
        governor = document.head(governor)
    return trigger.nominal and any(
        t.type in SPEECH_TYPES and not t.nominal and t.token == governor.index for t in triggers
    )


def _is_of_wounds(document: Document, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """'died on Friday of the wounds he received when soldiers fired': part of that attack."""
    below = {t.index for t in document.subtree(trigger.token)}
    hurt = any(document.tokens[i].lemma in _HURTS for i in below)
    return hurt and any(t.type == "ASSAULT" and t.token in below for t in triggers)


def _not_yet(
    reading: Reading, reality: Reality, date: Found[DateValue] | None, trigger: Trigger
) -> Reality:
    """An act dated after the publication is planned, whatever the verb says."""
    if date is None or not _is_ahead(reading, date):
        return reality
    meets = trigger.type == "CONSULT" and not is_past(reading.document, trigger)
    if reality.realis != "actual" or (trigger.type in SPEECH_TYPES and not meets):
        return reality
    coming = reality.reason == "habit"  # "nurses walk out on Friday"
    return replace(
        reality,
        realis="planned",
        reason="after publication",
        no_act=reality.no_act and not coming,
    )


def _is_aim(document: Document, date: Found[DateValue]) -> bool:
    """'called a strike for Saturday': the day of the strike."""
    root = document.root_of(date.evidence.start, date.evidence.end)
    return root is not None and document.head(root).text.casefold() in {
        "for",
        "by",
        "until",
        "from",
    }


def _older_date(
    reading: Reading, trigger: Trigger, triggers: Sequence[Trigger]
) -> Found[DateValue] | None:
    """A date elsewhere in the sentence that can only be that of the older act: ", in 2017"."""
    found = own_date(reading, trigger, triggers)
    published = reading.document.article.published
    return found if found is not None and is_old(found.value, published, None) else None


def _is_ahead(reading: Reading, date: Found[DateValue]) -> bool:
    published = reading.document.article.published
    earliest = date.value.earliest
    return published is not None and earliest is not None and earliest > published
