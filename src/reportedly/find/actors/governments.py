"""Capitals, countries and palaces that stand for a government: "Nairobi rejected it"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.actors.phrases import Context
from reportedly.find.actors.registry import Country
from reportedly.parse import Token
from reportedly.records import Actor, ActorMention, PlaceMention

# who is spoken to or dealt with: "talks with Volda", "an ultimatum to Volda"
_DEALT_WITH = frozenset({"with", "against", "between", "by"})
_ADDRESSED = frozenset({"to", "from", "for", "on"})
_MESSAGES = frozenset(
    {"ultimatum", "warning", "letter", "message", "call", "threat", "appeal", "demand", "signal",
     "pledge", "promise", "request", "support", "pressure", "sanction", "tie", "talk", "relation",
     "visit", "trip", "aid", "envoy", "ambassador", "concession", "apology", "invitation"}
)  # fmt: skip
_SPOKEN_TO = frozenset(
    {"warn", "urge", "accuse", "tell", "ask", "condemn", "threaten", "sanction", "back", "support",
     "criticise", "criticize", "blame", "press", "pressure", "praise", "thank", "denounce",
     "rebuke", "slam", "petition", "lobby", "implore", "sue",
     "assure", "inform", "notify", "call", "congratulate", "commend", "hail", "reassure"}
)  # fmt: skip
_STRUCK_AT = frozenset({"lash", "hit", "rail", "rage", "fume"})  # "lashed out at Nairobi"
_GIVING = frozenset(
    {"promise", "offer", "give", "grant", "lend", "sell", "send", "supply", "pledge", "hand", "owe"}
)


def governments(context: Context, places: Sequence[PlaceMention]) -> list[ActorMention]:
    """The governments that names of places mean, in order of `places`."""
    document = context.document
    found = []
    for mention in places:
        evidence = mention.evidence
        head = document.root_of(evidence.start, evidence.end)
        country = None if head is None else _country(context, mention, head)
        if country is None or head is None:
            continue
        entity = context.entities.get(head.index)
        actor = Actor(
            name=country.government,
            kind="country",
            sectors=("GOV",),
            country=country.code,
            aliases=(document.readable(evidence.start, evidence.end),),
            entity_id=entity.entity_id if entity else None,
            exposure="office",
        )
        found.append(
            ActorMention(evidence=evidence, head=head.index, actor=actor, made_by="actors.metonym")
        )
    return found


def _country(context: Context, mention: PlaceMention, head: Token) -> Country | None:
    """The country whose government a mention means here."""
    registry = context.registry
    evidence = mention.evidence
    words = context.document.readable(evidence.start, evidence.end)
    country = registry.country_by_code(mention.place.country if mention.place else None)
    if registry.is_people(words):
        return None  # "Kenyans rejected it": the people, whoever governs them
    if mention.use == "metonym":
        return registry.seat_of(words) or country
    capital = country is not None and words in country.capitals
    if mention.use == "location" and capital and _is_party(context, head):
        return country
    return None


def _is_party(context: Context, head: Token) -> bool:
    """Whether a capital is dealt with: 'talks with Volda', but not 'talks in Volda'."""
    document = context.document
    above = document.head(head)
    if head.dep == "dobj":
        return above.lemma in _SPOKEN_TO
    if head.dep == "dative":  # "promised Volda five boats"
        return above.lemma in _GIVING
    if head.dep != "pobj":
        return False
    word = above.text.lower()
    if word in _DEALT_WITH:
        return True
    holder = document.head(above)
    if word == "at":
        return holder.lemma in _STRUCK_AT
    given = (holder, *(t for t in document.children(holder.index) if t.dep == "dobj"))
    return word in _ADDRESSED and any(t.lemma in _MESSAGES for t in given)
