"""Acts that a passage takes for granted: "did police act *in the riots that broke out in Coro*?"

A question, a purpose, a negation or a belief says nothing of the reality of what it only names:
whoever did nothing about the riots that broke out on Thursday has riots to do something about.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.reality.reading import Reality
from reportedly.find.events.told.nearby import in_phrase
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import telling_words
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import DateMention, EventType

KNOWN = "actual: known"  # the reason that stands in the reading of reality
_DEEDS: frozenset[EventType | None] = frozenset({"ASSAULT", "PROTEST", "COERCE", None})
_ATTACKS: frozenset[EventType | None] = frozenset({"ASSAULT", None})
_POINTING = words("the that this these those")
# what leaves open whether a clause is so; all else is said of the act itself ("planned attack")
_OPEN = frozenset(
    {
        "question",
        "purpose",
        "negated.word",
        "reason.preposition",
        "condition",
        "infinitive",
        "hypothetical.auxiliary",
        "hypothetical.marker",
        "hypothetical.verb",
        "planned.auxiliary",
        "planned.verb",
    }
)


def is_known(
    document: Document,
    trigger: Trigger,
    reality: Reality,
    dates: Sequence[DateMention],
    *,
    believed: bool,
) -> bool:
    """Whether the act is known, whatever is said of the clause that names it.

    By a clause about it ("the riots *that broke out in Coro*"), or of an attack by a day of its
    own ("were linked to the murder of a clerk *on Sunday*").

    Args:
        document: the parsed article.
        trigger: the word that tells the act.
        reality: what the words around it say.
        dates: all days of the text.
        believed: whether the clause is only what somebody believes.
    """
    noun = document.tokens[trigger.token]
    if trigger.type not in _DEEDS:
        return False
    if not trigger.nominal:
        return reality.reason == "question" and _befell_one_named(document, noun)
    left_open = reality.reason in _OPEN or (believed and reality.reason == "told")
    if not left_open or not _is_pointed_at(document, noun):
        return False
    if any(_tells_it(document, t) for t in document.children(noun.index)):
        return True
    named = noun.dep == "pobj" and document.head(noun).dep != "agent"
    attack = named and trigger.type in _ATTACKS
    return attack and any(_is_past_day_of(document, mention, noun) for mention in dates)


def _befell_one_named(document: Document, verb: Token) -> bool:
    """'Who invited Ana Roa, whose son *was killed* in Arvan?': told of her, and not asked."""
    helpers = {t.text.casefold() for t in document.children(verb.index) if t.dep == "auxpass"}
    past = verb.tag == "VBD" or (verb.tag == "VBN" and bool(helpers & {"was", "were"}))
    return verb.dep == "relcl" and past and document.head(verb).pos == "PROPN"


def _is_pointed_at(document: Document, noun: Token) -> bool:
    """'*The* murder of a clerk', '*last May's* riots'."""
    return any(
        t.dep == "poss" or (t.dep == "det" and t.text.casefold() in _POINTING)
        for t in document.children(noun.index)
    )


def _tells_it(document: Document, verb: Token) -> bool:
    """'... which *broke out* on Thursday', 'that *left* two dead': it happened."""
    return (
        verb.dep == "relcl"
        and verb.tag == "VBD"
        and verb.lemma in telling_words().befalling
        and document.child(verb.index, "neg") is None
    )


def _is_past_day_of(document: Document, mention: DateMention, noun: Token) -> bool:
    """Whether a day before the publication hangs on a noun."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None or root.sentence != noun.sentence:
        return False
    first, published = mention.value.earliest, document.article.published
    hangs = in_phrase(document, root.index, noun.index)
    return hangs and (first is None or published is None or first <= published)
