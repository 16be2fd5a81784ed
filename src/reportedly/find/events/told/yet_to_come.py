"""Days of what was still to come when an act was done."""

from __future__ import annotations

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document
from reportedly.parse.ahead import ahead_of
from reportedly.records import DateMention


def is_yet_to_come(document: Document, mention: DateMention, trigger: Trigger) -> bool:
    """'Arrested ten men ahead of the vote on *Sunday*': the day of the vote, and of no arrest.

    It is that of what stands between: "arrested ten men ahead of a *march* on Sunday".
    """
    opener = ahead_of(document, mention.evidence.start, mention.evidence.end)
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if opener is None or root is None:
        return False
    above = (t.index for t in document.ancestors(root.index))
    behind = root.index < trigger.token and trigger.token not in above
    return trigger.token < opener or behind
