"""How closely a place or date stands to the word that tells an act, and two places to each other.

The cheaper, the closer.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.clauses import clauses_above, is_verb, nearness
from reportedly.find.events.told.toponyms import WIDE
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import Evidence, Place, Scope

TOO_FAR = 5.0
OWN_CLAUSE = 2.0  # below it the passage stands in the phrase or clause of the word
_BESIDE = {"same": 1.0, "below": 1.8, "above": 2.0, "beside": 3.0}
_A_CLAUSE = 0.7  # for each further clause between
_OF_ANOTHER = 2.5  # the value stands in the phrase of another act
_OUTSIDE = 6.0  # it stands in the clause of the speaker, not in what is said
_BEFORE = 0.1
_CAUSES = frozenset({"over", "after", "amid", "following", "because", "for", "since"})
_NEXT = 4  # characters of " on "
_NEAR = 0.15  # degrees, about 16 km
_HOLDING = frozenset({"town", "site"})
_WITHIN = 1.0  # degrees from a town in which its parts and suburbs lie
_DISTRICT = 0.8  # degrees from a district's point to the towns in it


def in_phrase(document: Document, index: int, head: int) -> bool:
    """Whether a word hangs on another one without a verb between."""
    token = document.tokens[index]
    while token.index != head:
        if token.head == token.index or (is_verb(token) and token.index != index):
            return False
        token = document.head(token)
    return True


def cost(
    document: Document,
    trigger: Trigger,
    evidence: Evidence,
    triggers: Sequence[Trigger],
    scope: Scope | None,
) -> float:
    """The distance of a passage from a trigger of the same sentence, in steps of grammar.

    0 stands for the phrase of the word itself, 1 for its clause; from `TOO_FAR` on the passage
    does not belong to it. A passage outside the speech in which the trigger stands is too far.
    """
    root = document.root_of(evidence.start, evidence.end)
    at = document.tokens[trigger.token]
    if root is None or root.sentence != at.sentence:
        return TOO_FAR
    away = abs(root.index - at.index) / 100 + (_BEFORE if root.index < at.index else 0.0)
    words = range(trigger.first, trigger.last)
    mine = next((t for t in words if in_phrase(document, root.index, t)), None)
    if mine is not None:
        price = 0.0 if trigger.nominal or not is_verb(document.tokens[mine]) else 0.3
    else:
        relation, between = nearness(document, trigger.token, root.index)
        price = _BESIDE[relation] + _A_CLAUSE * max(between - 1, 0)
        aside = relation == "above" and _tells_aside(document, trigger, triggers)
        if aside and not is_of_its_attack(document, root, at):
            price += TOO_FAR
        if relation in {"above", "beside"} and _is_content(document, trigger.token, between):
            price += _OUTSIDE
    for other in triggers:
        if other.token == trigger.token or document.tokens[other.token].sentence != at.sentence:
            continue
        if is_laid_to_somebody(document, other, trigger) and _belongs(document, root, other):
            price += TOO_FAR
            break
        if _belongs(document, root, other) and not _inside(document, other, trigger):
            price += _OF_ANOTHER
            break
    # "marched, according to police, on Monday": the word's own phrase goes on behind the speaker
    goes_on = (
        scope is not None
        and scope.kind == "indirect"
        and (mine is not None or (trigger.nominal and _follows(scope.evidence, evidence)))
    )
    if scope is not None and not goes_on and not _covers(scope.evidence, evidence):
        price += _OUTSIDE
    if _in_apposition(document, root, at) or _is_of_cause(document, root, trigger):
        price += TOO_FAR
    return price + away


def is_laid_to_somebody(document: Document, other: Trigger, trigger: Trigger) -> bool:
    """Whether a deed only says who somebody is: "shot the *author of the murder* of a judge"."""
    noun = document.tokens[other.token]
    if not other.nominal or noun.dep != "pobj" or noun.index < trigger.token:
        return False
    known, above = role_words(), document.head(document.head(noun))
    doer = above.lemma in known.authors and above.pos in {"NOUN", "PROPN"}
    charged = above.lemma in known.suspected and above.dep in {"acl", "relcl", "amod", "advcl"}
    if not (doer or charged) or above.index == trigger.token:
        return False
    return any(t.index == trigger.token for t in document.ancestors(above.index))


def _follows(said: Evidence, evidence: Evidence) -> bool:
    """'Claimed the killing of two guards in Lima *on Tuesday*': hung by parsers on the claiming."""
    return 0 <= evidence.start - said.end <= _NEXT


def is_of_verb_before(document: Document, index: int, evidence: Evidence) -> bool:
    """Whether a passage stands at the verb whose subject a verb goes on with.

    "The envoys *met in Arvan on Monday* and agreed on patrols": what they did there and then.
    """
    root = document.root_of(evidence.start, evidence.end)
    token = document.tokens[index]
    if root is None or token.dep != "conj" or not is_verb(document.head(token)):
        return False
    if any(t.dep in {"nsubj", "nsubjpass"} for t in document.children(index)):
        return False
    return evidence.end <= token.start and clauses_above(document, root.index)[0] == token.head


def in_content(document: Document, index: int, evidence: Evidence) -> bool:
    """Whether a passage stands with a verb that tells what is asked for, threatened or said.

    "Urged them to *meet in Arvan*", "threatened to *strike on Friday*": not asked there and then.
    """
    root = document.root_of(evidence.start, evidence.end)
    above = [] if root is None else [t.index for t in document.ancestors(root.index)]
    if index not in above:
        return False
    between = (document.tokens[i] for i in above[: above.index(index)])
    return any(t.pos == "VERB" and t.dep in {"xcomp", "ccomp", "advcl"} for t in between)


def _in_apposition(document: Document, root: Token, at: Token) -> bool:
    """Whether a word is told of somebody beside his name: "the League, a club founded in May"."""
    inside = {at.index, *(t.index for t in document.ancestors(at.index))}
    word = root
    while word.head != word.index and word.index not in inside:
        above = document.head(word)
        if word.dep in {"acl", "relcl"} and above.dep == "appos" and above.index not in inside:
            return True
        word = above
    return False


def _is_of_cause(document: Document, root: Token, trigger: Trigger) -> bool:
    """Whether a word tells of what led somebody to quit: "quit over the shooting in Arvan"."""
    if trigger.mode != "resign":
        return False
    word = root
    while word.index not in {word.head, trigger.token}:
        above = document.head(word)
        opens = word.text.casefold() if word.dep == "prep" else ""
        marked = (t.text.casefold() for t in document.children(word.index) if t.dep == "mark")
        if above.index == trigger.token and ({opens, *marked} & _CAUSES):
            return True
        word = above
    return False


def _tells_aside(document: Document, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether a word stands beside the news: "of the 20 men arrested at the march, 12 were freed".

    The clause on a noun tells an act of its own where the main clause tells one of another type.
    """
    clause = clauses_above(document, trigger.token)
    at = document.tokens[clause[0]]
    if at.dep not in {"acl", "relcl"} or len(clause) < 2:
        return False
    family = {trigger.type, None} if trigger.type == "ASSAULT" else {trigger.type}
    return any(t.token == clause[1] and t.type not in family and not t.nominal for t in triggers)


def is_of_its_attack(document: Document, root: Token, verb: Token) -> bool:
    """'Charged over the *April 15* attack, which *killed* three': the day of the killing."""
    attack = document.head(verb)
    harmful = attack.lemma in role_words().harmful_deeds
    return verb.dep == "relcl" and harmful and in_phrase(document, root.index, attack.index)


def _is_content(document: Document, index: int, steps: int) -> bool:
    """Whether a that-clause closes the trigger off: what stands above is who says it."""
    for clause in clauses_above(document, index)[:steps]:
        token = document.tokens[clause]
        if token.dep in {"ccomp", "acl"} and any(
            t.dep == "mark" and t.text.casefold() == "that" for t in document.children(clause)
        ):
            return True
    return False


def _belongs(document: Document, root: Token, other: Trigger) -> bool:
    """Whether a word stands in the noun phrase or right under the verb of another act."""
    if other.nominal:
        return in_phrase(document, root.index, other.token)
    return any(in_phrase(document, root.index, t) for t in range(other.first, other.last))


def _inside(document: Document, other: Trigger, trigger: Trigger) -> bool:
    """Whether both are one act: one phrase holds the other ("wounded in Tuesday's shooting")."""
    if in_phrase(document, trigger.token, other.token) or _joined(document, other, trigger):
        return True
    if _is_occasion(document, other, trigger) or _is_topic(document, other, trigger):
        return True
    alike = other.type == trigger.type or {other.type, trigger.type} == {None, "ASSAULT"}
    held = in_phrase(document, other.token, trigger.token) or _results(document, other, trigger)
    return alike and not trigger.nominal and held


def _is_occasion(document: Document, other: Trigger, trigger: Trigger) -> bool:
    """'Arrested them *at a sit-in* in Arvan on Monday': where and when that was."""
    noun = document.tokens[other.token]
    where = document.head(noun)
    if not other.nominal or trigger.nominal or noun.dep != "pobj":
        return False
    held = document.head(where)
    held = document.head(held) if held.dep == "dobj" else held
    return where.text.casefold() in {"at", "during"} and held.index == trigger.token


def _is_topic(document: Document, other: Trigger, trigger: Trigger) -> bool:
    """'Will discuss *sanctions* in Arvan': parsers hang the place of the talks on their topic."""
    noun = document.tokens[other.token]
    talks = trigger.type == "CONSULT" and not trigger.nominal
    return talks and other.nominal and noun.dep == "dobj" and noun.head == trigger.token


def _results(document: Document, other: Trigger, trigger: Trigger) -> bool:
    """'Launched a series of *attacks* across Arvan, *killing* 13': what the attacks did."""
    verb = document.tokens[trigger.token]
    result = verb.tag == "VBG" and verb.dep == "advcl" and other.nominal
    return result and in_phrase(document, other.token, verb.head)


def _joined(document: Document, other: Trigger, trigger: Trigger) -> bool:
    """Whether two verbs are joined: "were stabbed and a bus was burned in Talca on Sunday"."""
    first, last = sorted((other.token, trigger.token))
    token = document.tokens[last]
    if (
        token.dep == document.tokens[first].dep == "ccomp"
        and token.head == document.tokens[first].head
    ):
        return True  # parsers hang both on "said"
    while token.dep == "conj":
        token = document.head(token)
        if token.index == first:
            return True
    return False


def _covers(scope: Evidence, evidence: Evidence) -> bool:
    return scope.start <= evidence.start and evidence.end <= scope.end


def same_place(one: Place, other: Place) -> bool:
    """Whether two places can be one scene: the same, near, or one holds the other."""
    if one.gazetteer_id is not None and one.gazetteer_id == other.gazetteer_id:
        return True
    if one.name.casefold() == other.name.casefold():
        return True
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return one.lat is None or other.lat is None
    wide = one.precision in WIDE, other.precision in WIDE
    if wide[0] != wide[1] or (all(wide) and "country" in {one.precision, other.precision}):
        return one.country == other.country and not _in_two_provinces(one, other)
    if (one.precision == "district") != (other.precision == "district"):
        reach = _DISTRICT if one.country == other.country else 0.0
        return abs(one.lat - other.lat) < reach and abs(one.lon - other.lon) < reach
    return abs(one.lat - other.lat) < _NEAR and abs(one.lon - other.lon) < _NEAR


def is_elsewhere(inner: Place | None, outer: Place | None) -> bool:
    """Whether a place lies far from the town that is said to hold it."""
    if inner is None or outer is None or outer.precision not in _HOLDING:
        return False
    if inner.lat is None or outer.lat is None or inner.lon is None or outer.lon is None:
        return False
    return abs(inner.lat - outer.lat) > _WITHIN or abs(inner.lon - outer.lon) > _WITHIN


def _in_two_provinces(one: Place, other: Place) -> bool:
    """Whether a province is told, and a town that lies in another one."""
    provinces = "province" in {one.precision, other.precision}
    return provinces and None not in {one.admin1, other.admin1} and one.admin1 != other.admin1
