"""Whom an article names as an actor without vouching for it: "allegedly by the Front"."""

from __future__ import annotations

from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.whose_deed import BLAMING
from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention

UNNAMED = "unnamed"  # stands for a voice that the text does not name
_BEFORE = 3  # words between "allegedly" and the actor
_SAYING_WHICH = frozenset({"relcl", "acl"})


def named_by(reading: Reading, mention: ActorMention, act: int, stances: StanceWords) -> str | None:
    """Who names the actor where the outlet does not: "*police* held the Front responsible".

    `UNNAMED` where nobody is told: "allegedly by the Front", "an attack blamed on it". None where
    the outlet says so itself. `act` is the word of the act.
    """
    document = reading.document
    if not document.tokens_in(mention.evidence.start, mention.evidence.end):
        return None
    who = document.tokens[mention.head]
    verb = _holding(document, who) or _calling(document, document.head(who), stances)
    heads = set() if verb is None else {t.index for t in subjects(document, verb.index)}
    thought = _thought_that(document, act, stances)
    if thought is not None:
        heads |= {t.index for t in after_preposition(document, thought.index, "by")}
    names = (m.actor.name for m in reading.actors if m.head in heads)
    if (caller := next(names, None)) is not None:
        return caller
    if thought is not None:
        return UNNAMED
    return UNNAMED if _is_hedged(document, mention, act, stances) else None


def _calling(document: Document, act: Token, stances: StanceWords) -> Token | None:
    """The verb by which an act is called somebody's: "what police *called* a Front raid"."""
    verb = document.head(act)
    return verb if act.dep == "oprd" and verb.lemma in stances.of("denial", "labels") else None


def _holding(document: Document, who: Token) -> Token | None:
    """The verb of who holds somebody responsible: "police *hold* the Front responsible for it"."""
    verb = document.head(who)
    if verb.lemma == "responsible" and who.dep == "nsubj":  # parsers take it for a clause
        return document.head(verb) if document.head(verb).lemma == "hold" else None
    beside = (*document.children(who.index), *document.children(verb.index))
    answers = any(t.lemma == "responsible" and t.index > who.index for t in beside)
    return verb if who.dep == "dobj" and verb.lemma == "hold" and answers else None


def _is_hedged(document: Document, mention: ActorMention, act: int, stances: StanceWords) -> bool:
    """Whether words beside the actor, his act or the verb between them keep it open."""
    who = document.tokens[mention.head]
    above = document.head(who)
    if _is_thought_to(document, who, act, stances) or _is_of_alleged_act(document, above, stances):
        return True
    if above.dep == "prep" and document.head(above).lemma in BLAMING:
        return True
    adverbs, adjectives = stances.of("hedge", "adverbs"), stances.of("hedge", "adjectives")
    verb = document.head(above) if above.dep in {"prep", "agent"} else above
    if any(t.text.casefold() in adverbs for t in document.children(verb.index)):
        return True  # "was presumably carried out by the Front"
    if verb.dep == "xcomp" and document.head(verb).tag == "VBN" and above.dep == "agent":
        return document.head(verb).lemma in stances.of("hedge", "verbs")
    first = document.tokens_in(mention.evidence.start, mention.evidence.end)
    around = document.tokens[max(first[0].index - _BEFORE, 0) : mention.head + 1]
    if any(t.text.casefold() in adjectives for t in (*first, *around[-2:])):
        return True
    near = [t for t in around if t.sentence == first[0].sentence]
    return any(t.text.casefold() in adverbs for t in near)


def _is_of_alleged_act(document: Document, act: Token, stances: StanceWords) -> bool:
    """'An *alleged* Front attack', 'a *reported* attack by the Front'."""
    act = document.head(act) if act.dep in {"prep", "agent"} else act
    words = stances.of("hedge", "adjectives") | stances.of("hedge", "of_acts")
    return act.pos == "NOUN" and any(
        t.dep == "amod" and t.text.casefold() in words for t in document.children(act.index)
    )


def _is_thought_to(document: Document, who: Token, act: int, stances: StanceWords) -> bool:
    """'The rebels *are believed to* have shot him', 'a man *suspected of* it': nobody says who."""
    verb = document.head(who)
    if who.dep == "nsubjpass" and verb.lemma in stances.of("hedge", "verbs"):
        return document.child(verb.index, "xcomp") is not None or _is_of(document, verb)
    if who.dep == "nsubj" and verb.lemma in stances.of("hedge", "seeming"):
        return document.child(verb.index, "xcomp") is not None
    suspected = stances.of("hedge", "verbs") - {"say", "report"}
    charged = suspected | stances.of("hedge", "charging")
    return any(
        t.dep == "acl" and t.tag == "VBN" and t.lemma in charged and _is_of(document, t)
        for t in document.children(who.index)
        if any(inner.index == act for inner in document.subtree(t.index))
    )


def _thought_that(document: Document, act: int, stances: StanceWords) -> Token | None:
    """The verb of a guess that holds an act: "it is *presumed* that the rebels shot him"."""
    for clause in (document.tokens[act], *document.ancestors(act)):
        if clause.dep in _SAYING_WHICH:
            return None  # "that the rebels, *who shot him*, have fled"
        verb = document.head(clause)
        if clause.dep == "ccomp" and verb.lemma in stances.of("hedge", "verbs"):
            it = document.child(verb.index, "nsubjpass", "expl")
            if it is not None and it.text.casefold() == "it":
                return verb
    return None


def _is_of(document: Document, verb: Token) -> bool:
    """Whether a deed is told behind a verb: "suspected *of* it", "blamed *for* it"."""
    return any(t.text.casefold() in {"of", "for"} for t in document.children(verb.index))
