"""Acts that another act of the same sentence already tells (PLOVER codebook, rule 14)."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.acts.act import Act
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType

# the first is left out where the second stands in the same sentence
_SWALLOWED: tuple[tuple[EventType, str | None, EventType, str | None], ...] = (
    ("MOBILIZE", None, "ASSAULT", None),
    ("ACCUSE", "allege", "SANCTION", "convict"),
    ("THREATEN", "expel", "SANCTION", "expel"),
    ("REQUEST", None, "THREATEN", None),
    ("REQUEST", None, "PROTEST", None),
    ("CONSULT", None, "ACCUSE", "disapprove"),
    ("AGREE", None, "AID", None),
    ("AGREE", None, "SUPPORT", None),
    ("AGREE", None, "COOPERATE", None),
)
_HURT = words("injure hurt wound kill die perish")
_HARMING = _HURT | {"leave"}  # "left nine dead"
_FATAL = words("kill die perish")
_FAULT = "fault admitted"  # the act of the rule that tells of mistakes admitted
_AMID = frozenset({"in", "during", "amid"})


def without_swallowed(document: Document, acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts without those that the deed itself, told beside them, makes superfluous.

    A deed whose realis differs (a planned march beside a demand) swallows nothing, nor does one
    by somebody else.
    """
    return tuple(
        a
        for a in acts
        if not any(
            _swallows(b, a)
            or _is_aim_of(document, a, b)
            or _is_cost_of(document, a, b)
            or _is_admission_of(a, b)
            or _is_way_of(document, a, b)
            for b in acts
            if b is not a
        )
    )


def _is_cost_of(document: Document, small: Act, big: Act) -> bool:
    """'Nine were hurt *in riots*', 'the riot killed nine': no attack beside the riot.

    Nor beside "nine were hurt *when workers clashed with police*" or "a mob attacked the village,
    *hurting nine*".
    """
    telling = small.lead
    verb = document.tokens[telling.trigger.token]
    result = verb.dep == "advcl" and verb.tag == "VBG" and verb.lemma in _HURT - _FATAL
    if result and any(
        t.trigger.mode == "riot" and t.trigger.token == verb.head for t in big.tellings
    ):
        return True
    alone = len([t for t in small.tellings if not t.headline]) == 1 and not telling.roles.actors
    if not alone or telling.trigger.type not in {"ASSAULT", None} or verb.lemma not in _HARMING:
        return False
    told = [verb, *(t for t in document.ancestors(verb.index) if t.lemma == "leave")]
    for riot in big.tellings:
        noun = document.tokens[riot.trigger.token]
        if riot.trigger.mode != "riot" or noun.sentence != verb.sentence:
            continue
        if not riot.trigger.nominal:
            if noun.dep == "advcl" and noun.head == verb.index and verb.lemma not in _FATAL:
                return True
            continue
        if any(_is_in_subject(document, noun, each) for each in told):
            return True
        holder = document.head(noun)
        if noun.dep == "pobj" and holder.text.lower() in _AMID and holder.head == verb.index:
            return True
    return False


def _is_way_of(document: Document, small: Act, big: Act) -> bool:
    """'Soldiers *raided* a village, killing nine', 'carried out *a raid* that killed nine'.

    With force, and so an attack alone. So with a mob that "attacked a chapel, killing two", but
    not with one that "hurt two".
    """
    trigger = small.lead.trigger
    raid, mob = trigger.mode == "seize", trigger.rule == "protest.mob"
    if not (raid or mob) or big.type != "ASSAULT" or small.lead.denied != big.lead.denied:
        return False
    for told in big.tellings:
        verb = document.tokens[told.trigger.token]
        result = verb.tag == "VBG" and verb.dep == "advcl" and verb.head == trigger.token
        within = verb.dep == "relcl" and trigger.first <= verb.head < trigger.last
        if (result or within) and verb.lemma in (_HURT if raid else _FATAL):
            return True
    return False


def _is_in_subject(document: Document, noun: Token, verb: Token) -> bool:
    """'A night of *unrest* left nine dead'."""
    path = (noun, *document.ancestors(noun.index))
    return any(t.head == verb.index and t.dep == "nsubj" for t in path)


def _is_admission_of(small: Act, big: Act) -> bool:
    """'*Admitted* killing a shepherd *by mistake*': the deed, admitted, and no fault beside it."""
    fault, deed = small.lead, big.lead
    admitted = deed.trigger.type == "ASSAULT" and deed.chain[-1].stance == "admits"
    return admitted and fault.trigger.act == _FAULT and fault.sentence == deed.sentence


def _is_aim_of(document: Document, small: Act, big: Act) -> bool:
    """'Boycotted the courts *to protest* the transfer': the aim of the protest, no second one."""
    word = document.tokens[small.lead.trigger.token]
    aims = word.dep in {"advcl", "xcomp"} and any(
        t.tag == "TO" for t in document.children(word.index)
    )
    both = small.lead.trigger.type == big.lead.trigger.type == "PROTEST"
    if not both or not aims or len(small.tellings) > 1:
        return False
    above = {t.index for t in document.ancestors(word.index)}
    return any(t.trigger.token in above for t in big.tellings)


def _is_occasion(telling: Telling) -> bool:
    """'Sounded an alert *after the attack in Arvan*', 'sent police there after *arson*'.

    A noun without a doer: force that others used, and no deed of those who are sent.
    """
    return telling.trigger.nominal and not telling.roles.actors


def _swallows(big: Act, small: Act) -> bool:
    one, other = small.lead, big.lead
    here = [t for t in big.tellings if t.sentence == one.sentence]
    if one.denied != other.denied or not here:
        return False
    if one.reality.realis != other.reality.realis:
        return False
    named = any(
        one.trigger.type == a
        and (mode is None or one.trigger.mode == mode)
        and other.trigger.type == b
        and (big_mode is None or other.trigger.mode == big_mode)
        for a, mode, b, big_mode in _SWALLOWED
    )
    if not named or (one.trigger.type == "MOBILIZE" and all(map(_is_occasion, here))):
        return False
    mine, theirs = one.roles.actors, other.roles.actors
    if one.trigger.type == "MOBILIZE":  # "the patrol came under fire": whoever fired elsewhere
        theirs = tuple(m for t in here for m in t.roles.actors)
    if mine and not theirs and one.trigger.type == "REQUEST" and other.trigger.nominal:
        return False  # "called on Volda to let monitors in after the unrest"
    return not mine or not theirs or any(same_actor(a, b) for a in mine for b in theirs)
