"""Who has which role in an act, by the network of act words, where grammar alone leaves it open.

Grammar speaks first: what a verb governs is seldom wrong. The network takes back a role that by
all the sentence is none ("Naples: residents blocked the road"), fills one that stays empty with a
phrase of the same sentence that can act or suffer, and says which day is the act's.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.find.events.told.gainers import is_gainer
from reportedly.find.events.told.mediators import MEDIATING
from reportedly.find.events.told.roles import Roles, actor_mentions
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.records import ActorMention

# an attack or an arrest without an agent is told so: the police that tell of it did not do it
_AGENTLESS = frozenset({"ASSAULT", "COERCE"})
# who breaks a protest up, or arrests somebody at it, holds it only where grammar says so
_OF_ORDER = frozenset({"COP", "MIL", "SPY", "JUD"})
_SURE = 0.5  # share of a role from which an empty one is filled
_UNLIKELY = 0.02  # share of a role below which grammar is not believed, where the other is sure
_RULED_OUT = 0.001  # share below which it is not believed at all
_LANDS = frozenset({"GPE", "LOC", "FAC"})
_SHARED = frozenset({"AGREE", "CONSULT", "COOPERATE"})  # who is party to them may be either
# whose things or harms are meant, by which he has the role: "*Turkish* drones", "*his* flat"
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_FOR_WHOM = words("support favour favor honour honor memory defence defense solidarity")


def share_of(reading: Reading, trigger: Trigger, role: str, words: Iterable[Token]) -> float | None:
    """The greatest share that one of some words has a role in an act; None where none was read."""
    if reading.links is None:
        return None
    tokens = reading.document.tokens
    telling = {trigger.token, *range(trigger.first, trigger.last)}
    found = [
        share
        for word in words
        for index in telling
        if index != word.index
        and (share := reading.links.link(tokens[index], role, word)) is not None
    ]
    return max(found, default=None)


def with_linked(reading: Reading, trigger: Trigger, roles: Roles) -> Roles:
    """Roles without those that the network takes for none, and those filled that are empty then.

    Each is filled by one phrase of the sentence.
    """
    if reading.links is None or trigger.type is None:
        return roles
    likely = roles if trigger.reciprocal else _without_unlikely(reading, trigger, roles)
    actors, recipients = likely.actors, likely.recipients
    if not actors and trigger.type not in _AGENTLESS:
        taken = {m.head for m in recipients} | _nobodys(reading, trigger)
        actors = _likeliest(reading, trigger, "actor", taken)
    mediates = reading.document.tokens[trigger.token].lemma in MEDIATING
    of_nobody = mediates or trigger.reciprocal or trigger.mode == "resign"
    if not recipients and not of_nobody:
        recipients = _likeliest(reading, trigger, "recipient", {m.head for m in actors})
    return Roles(actors=actors, recipients=recipients)


def _without_unlikely(reading: Reading, trigger: Trigger, roles: Roles) -> Roles:
    """Roles without those that all the sentence speaks against.

    Whoever can only have suffered ("clerk *gunned down* near bank") changes sides.
    """
    actors = tuple(m for m in roles.actors if not _is_unlikely(reading, trigger, "actor", m))
    suffer = tuple(
        m for m in roles.recipients if not _is_unlikely(reading, trigger, "recipient", m)
    )
    if not suffer and not actors:
        shares = [(m, _share(reading, trigger, "recipient", m) or 0.0) for m in roles.actors]
        suffer = tuple(m for m, share in shares if share >= _SURE)
    return Roles(actors=actors, recipients=suffer)


def _is_unlikely(reading: Reading, trigger: Trigger, role: str, mention: ActorMention) -> bool:
    """Whether all speaks against a role but grammar.

    Whose things act or suffer, pronouns, and lands that an act is aimed at are left to it, and
    so are the police of "died in *police* firing", whom parsers do not see before it. A phrase
    that a verb or its noun governs as who suffers loses that part only by acting instead.
    """
    document = reading.document
    word = document.tokens[mention.head]
    if word.dep in _OWNING or word.pos == "PRON":
        return False
    behind = document.tokens[word.index + 1 : word.index + 2]
    if word.dep == "pobj" and any(t.tag == "VBG" for t in behind):
        return False
    named = [t for t in document.children(word.index) if t.dep == "compound"]
    own = share_of(reading, trigger, role, (word, *named))
    if own is None or own >= _UNLIKELY:
        return False
    other = "recipient" if role == "actor" else "actor"
    if (_share(reading, trigger, other, mention) or 0.0) >= _SURE:
        return True
    if role == "recipient":
        beside = word.dep == "pobj" and document.head(word).text.lower() != "of"
        if not beside or word.name in _LANDS or trigger.type in _SHARED:
            return False
    return own < _RULED_OUT


def _share(reading: Reading, trigger: Trigger, role: str, mention: ActorMention) -> float | None:
    """The share that the head word of a phrase has a role in an act."""
    return share_of(reading, trigger, role, (reading.document.tokens[mention.head],))


def _nobodys(reading: Reading, trigger: Trigger) -> set[int]:
    """The subjects of a verb whose act is nobody's: "*calm* returned after two days of clashes"."""
    if trigger.actor_role != "none" or trigger.nominal:
        return set()
    return {t.index for t in subjects(reading.document, trigger.token)}


def _likeliest(
    reading: Reading, trigger: Trigger, role: str, taken: set[int]
) -> tuple[ActorMention, ...]:
    tokens = reading.document.tokens
    sentence = tokens[trigger.token].sentence
    shares = [
        (share, mention)
        for mention in reading.actors
        if tokens[mention.head].sentence == sentence and mention.head not in taken
        if _may_have(reading, trigger, role, mention)
        for share in [_share(reading, trigger, role, mention)]
        if share is not None and share >= _SURE
    ]
    if not shares:
        return ()
    _, best = max(shares, key=lambda row: row[0])
    return actor_mentions(reading, (tokens[best.head],)) or (best,)


def _may_have(reading: Reading, trigger: Trigger, role: str, mention: ActorMention) -> bool:
    """Whether somebody may have a role: no police hold a protest, nobody freed is asked for it."""
    if role == "actor":
        if (
            _is_doer_of_other(reading, trigger, mention)
            or _looks_on(reading, trigger, mention)
            or _is_meant(reading, mention)
            or _does_main_act(reading, trigger, mention)
        ):
            return False
        return trigger.type != "PROTEST" or not _OF_ORDER & set(mention.actor.sectors)
    return not (is_gainer(reading, trigger, mention) or _suffers_other(reading, trigger, mention))


def _suffers_other(reading: Reading, trigger: Trigger, mention: ActorMention) -> bool:
    """'Police seized a phone and detained *a man*': what a verb of the same row does to him."""
    document = reading.document
    noun = document.tokens[mention.head]
    verb, told = document.head(noun), document.tokens[trigger.token]
    if noun.dep not in {"dobj", "nsubjpass"} or trigger.first <= verb.index < trigger.last:
        return False
    return told.pos == "VERB" and (
        (verb.dep == "conj" and verb.head == told.index)
        or (told.dep == "conj" and told.head == verb.index)
    )


def _looks_on(reading: Reading, trigger: Trigger, mention: ActorMention) -> bool:
    """'*Reporters* covered a march', 'was held while filming it': who beholds it does not do it."""
    document = reading.document
    noun = document.tokens[trigger.token]
    verb = document.head(noun)
    seen = [verb] if noun.dep in {"dobj", "nsubjpass"} else []
    seen += [t for t in document.children(noun.index) if t.tag == "VBG"]  # "for filming protest"
    beholds = any(t.lemma in role_words().beholding for t in seen)
    return trigger.nominal and beholds and mention.head < trigger.token


def _is_meant(reading: Reading, mention: ActorMention) -> bool:
    """'Roadblocks in support of *the winner*', 'against *the mayor*': nobody who does it."""
    document = reading.document
    preposition = document.head(document.tokens[mention.head])
    if document.tokens[mention.head].dep != "pobj":
        return False
    for_whom = preposition.text == "of" and document.head(preposition).lemma in _FOR_WHOM
    return for_whom or preposition.text.casefold() == "against"


def _does_main_act(reading: Reading, trigger: Trigger, mention: ActorMention) -> bool:
    """'*The emir* freed nine clerks sentenced for a riot': who acts above a clause about others."""
    document = reading.document
    told, word = document.tokens[trigger.token], document.tokens[mention.head]
    above = {t.index for t in document.ancestors(told.index)}
    return told.dep == "acl" and told.tag == "VBN" and word.dep == "nsubj" and word.head in above


def _is_doer_of_other(reading: Reading, trigger: Trigger, mention: ActorMention) -> bool:
    """'Miners who had received threats were shot *by rebels*': who did what another verb tells."""
    tokens = reading.document.tokens
    preposition = tokens[tokens[mention.head].head]
    verb = preposition.head
    return preposition.dep == "agent" and not (
        verb == trigger.token or trigger.first <= verb < trigger.last
    )
