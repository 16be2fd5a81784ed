"""Who would gain from what is asked for: "demanded the release of *the poet*".

Only who is asked is the recipient of a request. Whose release is demanded, and whose death is to
be looked into, asks for nothing and is asked for nothing.
"""

from __future__ import annotations

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words
from reportedly.find.reading import Reading
from reportedly.records import ActorMention

_ASKED = frozenset({"from", "by"})  # "demanded compensation from the company"


def is_gainer(reading: Reading, trigger: Trigger, mention: ActorMention) -> bool:
    """Whether a phrase names whom a request is about, and not whom it asks."""
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
