"""Who would gain from what is asked for or said: "demanded the release of *the poet*".

Only who is asked is the recipient of a request. Whose release is demanded, and whose death is to
be looked into, asks for nothing and is asked for nothing. Nor is blamed who suffered what is
condemned: "condemned the murder of *the poet*".
"""

from __future__ import annotations

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words
from reportedly.find.reading import Reading
from reportedly.records import ActorMention

_SUFFERING = frozenset({"of", "on", "against", "at"})
_ASKED = frozenset({"from", "by"})  # "demanded compensation from the company"


def _is_victim(reading: Reading, trigger: Trigger, mention: ActorMention) -> bool:
    """Whether a phrase names who suffered what is condemned: "an attack *on a mosque*"."""
    if trigger.type != "ACCUSE" or trigger.mode != "disapprove" or trigger.nominal:
        return False
    document = reading.document
    word = document.tokens[mention.head]
    for above in document.ancestors(mention.head):
        if above.index == trigger.token:
            return False
        if above.dep in {"prep", "agent"} and above.text.casefold() not in _SUFFERING:
            return False  # "the attack by rebels"
        if above.lemma in role_words().condemned and above.pos == "NOUN":
            return word.index > above.index
    return False


def is_gainer(reading: Reading, trigger: Trigger, mention: ActorMention) -> bool:
    """Whether a phrase names whom a request or reproach is about, and not whom it is aimed at."""
    if _is_victim(reading, trigger, mention):
        return True
    if trigger.type != "REQUEST":
        return False
    document = reading.document
    word = document.tokens[mention.head]
    for above in document.ancestors(mention.head):
        if above.index == trigger.token or above.text.casefold() in _ASKED:
            return False
        if above.lemma in role_words().asked_about_somebody:
            return word.index > above.index
        if above.lemma in role_words().asked_for_somebody:
            return True
    return False
