"""What a verb, its auxiliaries and the clauses around it say of the reality of an act."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.clauses import goes_on_above, is_verb
from reportedly.find.events.reality.conditions import (
    REFUSING,
    has_condition,
    marker_of_present,
    marker_of_refusal,
    opening_marker,
    was_done_after_all,
)
from reportedly.find.events.reality.done import (
    answered_for,
    is_dated_deed,
    is_first,
    is_past,
    is_to_blame,
    was_done,
    was_managed,
)
from reportedly.find.events.reality.habits import habit
from reportedly.find.events.reality.rules import RealityRule
from reportedly.find.events.reality.state import (
    Ground,
    Reality,
    apply,
    settle_realis,
)
from reportedly.find.events.triggers.lost import is_lost_root
from reportedly.find.events.triggers.slots import after_preposition
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.parse.negation import is_at_nobody, is_negated
from reportedly.records import Realis

_WORDS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_HELPERS = frozenset({"aux", "auxpass"})
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll"})
_PROPOSING = frozenset({"propose", "move"})
_CEASING = frozenset({"stop", "cease", "quit"})  # "promised to stop kidnapping people"
_CONFIRMING = frozenset({"confirm", "prove", "establish", "verify", "emerge", "turn"})
_SETTING = frozenset({"declare", "proclaim", "order"})
_SPANS = frozenset({"day", "week", "hour", "month"})  # "declared a strike for three days"
_FAILING = frozenset({"fail", "unable"})
_WAYS = frozenset({"come", "go"})
_HARM = frozenset({"ASSAULT", "COERCE"})


def phrasal(document: Document, verb: Token) -> str:
    """The lemma of a verb with its particle: 'call off'."""
    particle = document.child(verb.index, "prt")
    return verb.lemma if particle is None else f"{verb.lemma} {particle.text.casefold()}"


def is_set_for_a_day(document: Document, verb: Token) -> bool:
    """'Declared a march in Arvan *for Friday*': on that day, and not by being declared."""
    if verb.lemma not in _SETTING:
        return False
    holders = (verb, *(t for t in document.children(verb.index) if t.dep == "dobj"))
    days = (t for holder in holders for t in after_preposition(document, holder.index, "for"))
    return any(t.name == "DATE" and t.lemma not in _SPANS for t in days)


# --- one verb -------------------------------------------------------------------------------


def predicate(ground: Ground, verb: Token, source: Token, found: Reality) -> Reality:
    """Auxiliaries, negation, conditions and habits of one verb; `source` hangs below it."""
    document = ground.document
    own = verb.index == ground.trigger.token
    if own and was_done_after_all(ground, verb):
        return replace(found, reason="actual: done after all")
    leader = _leader(document, verb)
    auxiliaries = [
        t
        for t in document.children(leader.index)
        if t.dep in _HELPERS and not _is_in_wording(ground, t)
    ]
    conditioned = has_condition(ground, leader) and not (own and _said_of_it(ground, leader))
    for auxiliary in auxiliaries:
        found = _auxiliary(ground, leader, auxiliary, conditioned, found)
    if _is_to_do(document, leader):
        found = settle_realis(found, "planned", "is to")
    if conditioned:
        realis: Realis = "threatened" if found.realis == "planned" else "hypothetical"
        found = replace(found, realis=realis, conditioned=True, reason="condition")
    if _is_negated(ground, verb, source):
        found = replace(found, polarity="negated", reason="negated.word")
    for child in document.children(verb.index):
        rule = ground.rules.find("adverb", child.text.casefold()) if child.dep == "advmod" else None
        usual = rule is not None and rule.effect == "no_act" and verb.tag in {"VBZ", "VBP"}
        if rule is not None and (own or usual or rule.effect == "hypothetical"):
            found = apply(found, rule)
    if own or (verb.lemma != "be" and source.dep in {"dobj", "pobj", "prep"}):
        found = habit(ground, verb, auxiliaries, found)
    return found


def _is_to_do(document: Document, verb: Token) -> bool:
    """'Teachers to strike on Monday': the only verb of its line, with a subject of its own."""
    children = document.children(verb.index)
    leads = verb.head == verb.index and any(t.dep == "nsubj" for t in children)
    return leads and _has_to(document, verb)


def _said_of_it(ground: Ground, verb: Token) -> bool:
    """'Warned of a march if nothing is done': the warning was made, the march depends on it."""
    modal = any(t.tag in {"MD", "TO"} for t in ground.document.children(verb.index))
    return ground.trigger.type in {"THREATEN", "REQUEST"} and not modal and verb.tag != "VB"


def _leader(document: Document, verb: Token) -> Token:
    """The verb whose auxiliaries count: "will march and strike" shares one."""
    while verb.dep == "conj" and is_verb(document.head(verb)):
        labels = {t.dep for t in document.children(verb.index)}
        if labels & (_HELPERS | {"nsubj", "nsubjpass"}) or goes_on_above(document, verb):
            break
        verb = document.head(verb)
    return verb


def _auxiliary(
    ground: Ground, leader: Token, auxiliary: Token, conditioned: bool, found: Reality
) -> Reality:
    word = auxiliary.text.casefold()
    rule = ground.rules.find("auxiliary", word)
    if rule is None or auxiliary.tag not in {"MD", "VBD", "VBP"}:
        return found
    if rule.effect == "hypothetical" and was_managed(ground.document, leader, word):
        return found
    future_in_past = word == "would" and not conditioned and _is_reported(ground.document, leader)
    if future_in_past:
        return settle_realis(found, "planned", "future in the past")
    return apply(found, rule)


def _is_reported(document: Document, verb: Token) -> bool:
    """Whether a clause hangs on a verb of speech in the past ('said they would march')."""
    if verb.dep not in {"ccomp", "conj"} or verb.head == verb.index:
        return False
    head = document.head(verb)
    return head.tag in {"VBD", "VBN"} or _is_reported(document, head)


def _is_negated(ground: Ground, verb: Token, source: Token) -> bool:
    document = ground.document
    if _is_outcome(ground, verb, source):
        return False
    for child in document.children(verb.index):
        negates = ground.rules.find("negation", child.text.casefold()) is not None
        if child.dep == "neg" and negates and not _is_in_wording(ground, child):
            return True
        if child.dep in _ARGUMENTS and child.index != source.index:
            if child.pos in _WORDS and negates:
                return True
            # "not one soldier fired"; but "soldiers, not rebels, fired"
            before = (t for t in document.children(child.index) if t.index < child.index)
            if {t.text.casefold() for t in before} & {"no", "not"}:
                return True
    gerund = verb.tag == "VBG" and verb.dep == "pcomp"
    without = gerund and document.head(verb).text.casefold() == "without"
    return without or is_at_nobody(document, verb)


def _is_outcome(ground: Ground, verb: Token, deed: Token) -> bool:
    """'The *blast* did not hurt anyone', 'did not result in deaths': it was done all the same."""
    if not ground.trigger.nominal or ground.trigger.type != "ASSAULT" or deed.dep != "nsubj":
        return False
    outcome = ground.document.child(verb.index, "dobj")
    done = outcome is not None and outcome.lemma != "place"  # "did not take place"
    return deed.index == ground.trigger.token and (done or verb.lemma == "result")


def _is_in_wording(ground: Ground, word: Token) -> bool:
    """Whether a word is part of what tells the act: "will not lift" as a refusal."""
    trigger = ground.trigger
    first = ground.document.tokens[trigger.first]
    if first.dep == "nsubjpass":  # "the embassy has not been reopened": a passive's own subject
        return False
    return word.index < trigger.token and trigger.first <= word.index < trigger.last


# --- from a verb to what governs it -----------------------------------------------------------


def verb_step(ground: Ground, at: Token, parent: Token, found: Reality) -> tuple[Reality, bool]:
    """From a verb to its governor; whether to go on above it."""
    children = ground.document.children(at.index)
    infinitive = _has_to(ground.document, at)
    perfect = any(t.dep == "aux" and t.lemma == "have" for t in children)
    if at.dep == "conj":
        # "to bomb the station and arrested three", "leave or we will shoot": a past tense or a
        # future of its own is no part of an infinitive or imperative
        finite = at.tag == "VBD" or any(t.tag == "MD" for t in children)
        led = any(t.tag == "MD" for t in ground.document.children(parent.index))
        return found, is_verb(parent) and not (finite and parent.tag == "VB" and not led)
    helping = at.dep in {"ccomp", "xcomp"} and parent.lemma == "help"  # "helped evacuate them"
    if (infinitive and not perfect) or helping:
        return _infinitive(ground, at, parent, found)
    if at.dep == "pcomp":
        lost = is_lost_root(ground.document, at)
        return (found if lost else _gerund(ground, at, parent, found)), False
    if at.dep == "advcl":
        return _adverbial(ground, at, parent, found)
    if at.dep in {"ccomp", "xcomp"} and is_verb(parent):
        return _complement(ground, at, parent, found)
    return _on_noun(ground, at, parent, found), False


def _on_noun(ground: Ground, at: Token, noun: Token, found: Reality) -> Reality:
    """What the noun on which a clause hangs says of the clause."""
    if at.dep == "acl" and _is_lifted(ground, noun):
        return replace(found, no_act=True, reason="undone")
    return _relative(ground, noun, found) if at.dep == "relcl" else found


def _is_lifted(ground: Ground, noun: Token) -> bool:
    """'Lifted the sanctions *imposed on* Dorna': that they end is the news."""
    imposed = ground.trigger.type in {"COERCE", "SANCTION"} and noun.dep in {"dobj", "nsubjpass"}
    above = ground.document.head(noun)
    return imposed and ground.rules.find("easing", phrasal(ground.document, above)) is not None


def _infinitive(ground: Ground, at: Token, parent: Token, found: Reality) -> tuple[Reality, bool]:
    """'to march': planned, tried, asked for, a mere purpose, or really begun."""
    if is_verb(parent):
        return _infinitive_of_verb(ground, at, parent, found)
    rules = ground.rules
    if at.dep in {"acl", "relcl"} and is_first(ground.document, parent):
        return found, True
    word = parent.text.casefold()
    fulfilled = rules.find("predicate of the past", word)
    copula = ground.document.head(parent)
    if fulfilled is not None and is_past(ground.document, copula):
        settled = predicate(ground, copula, parent, apply(found, fulfilled))
        return replace(settled, reason=fulfilled.id), False
    rule = rules.find("predicate", word) or rules.find("noun", parent.lemma)
    if rule is not None:
        return apply(found, rule), found.realis == "actual"
    if at.dep in {"acl", "relcl", "advcl"}:
        return replace(found, no_act=True, reason="purpose"), False
    return settle_realis(found, "hypothetical", "infinitive"), True


def _infinitive_of_verb(
    ground: Ground, at: Token, parent: Token, found: Reality
) -> tuple[Reality, bool]:
    if is_to_blame(parent, at) and at.index == ground.trigger.token:
        found = replace(found, no_act=True, reason="to blame")
    if was_done(ground, parent, at):
        as_told = parent.lemma == "hesitate" or is_to_blame(parent, at)
        return found if as_told else predicate(ground, parent, at, found), True
    going = parent.lemma == "go" and parent.tag == "VBG"
    if going or (parent.lemma == "be" and at.dep == "xcomp"):
        return settle_realis(found, "planned", "going to" if going else "is to"), True
    rule = ground.rules.find("verb", phrasal(ground.document, parent))
    if _is_errand(ground, parent, at):
        found = replace(found, no_act=True, reason="purpose")
    elif rule is not None:
        found = apply(found, rule)
    if found.no_act:
        return found, False
    if rule is not None:
        settled = predicate(ground, parent, at, replace(found, reason="told"))
        return replace(settled, reason=found.reason), True
    if at.dep == "advcl" or _is_protest(ground, at):
        return _purpose(ground, at, found)
    return settle_realis(found, "hypothetical", "infinitive"), True


def _is_errand(ground: Ground, verb: Token, deed: Token) -> bool:
    """'They *came here* to massacre us': why they came; "it came to blows" was done."""
    between = (t for t in ground.document.children(verb.index) if verb.index < t.index < deed.index)
    led = verb.lemma in _WAYS and any(t.dep in {"advmod", "prep"} for t in between)
    return led and ground.trigger.type in _HARM


def _purpose(ground: Ground, at: Token, found: Reality) -> tuple[Reality, bool]:
    """What a deed was for is no act; but who "dumped milk to protest prices" did protest."""
    if _is_protest(ground, at):
        return found, True
    return replace(found, no_act=True, reason="purpose"), False


def _is_protest(ground: Ground, verb: Token) -> bool:
    """'Workers strike *to protest* the cuts': by that they do."""
    return verb.lemma == "protest" and verb.index == ground.trigger.token


def _gerund(ground: Ground, at: Token, preposition: Token, found: Reality) -> Reality:
    """'held for blocking the road', 'prevented from marching', 'after being jailed'."""
    rules = ground.rules
    word = preposition.text.casefold()
    if word == "of" and is_dated_deed(ground.document, at):
        return found
    rule = rules.find("gerund_after", word)
    if rule is None or found.dating or preposition.head == preposition.index:
        dating = rules.find("preposition", word)
        return found if dating is None else apply(found, dating)
    governor = ground.document.head(preposition)
    if rules.find("admission", governor.lemma) is not None or answered_for(ground, preposition):
        return found
    stronger = rules.find("verb" if is_verb(governor) else "noun", governor.lemma)
    if stronger is not None and _is_aim(ground, governor):
        return replace(found, no_act=True, reason="purpose")
    return apply(found, stronger if stronger and stronger.effect != "actual" else rule)


def _is_aim(ground: Ground, verb: Token) -> bool:
    """'Guards were sent *to prevent* him from being hurt': nobody had tried to hurt him."""
    document = ground.document
    sent = document.child(verb.head, "auxpass") is not None and verb.dep == "xcomp"
    return _has_to(document, verb) and (sent or verb.dep in {"advcl", "acl", "relcl"})


def _has_to(document: Document, verb: Token) -> bool:
    return any(t.dep == "aux" and t.tag == "TO" for t in document.children(verb.index))


def _relative(ground: Ground, antecedent: Token, found: Reality) -> Reality:
    """'anyone who blocks the road': nobody has done it yet."""
    heads = (antecedent, *ground.document.children(antecedent.index))
    rules = (ground.rules.find("relative", word.text.casefold()) for word in heads)
    rule = next((r for r in rules if r is not None), None)
    if rule is None and _is_of_whoever(ground.document, antecedent):
        return replace(found, no_act=True, reason="whoever does so")
    return found if rule is None else apply(found, rule)


def _is_of_whoever(document: Document, noun: Token) -> bool:
    """'Drivers who blocked the bridge would be arrested': nobody has blocked it yet."""
    bare = noun.tag == "NNS" and not any(
        t.dep in {"det", "poss", "nummod", "amod"} for t in document.children(noun.index)
    )
    above = document.head(noun)
    led = any(t.text.casefold() in _FUTURE for t in document.children(above.index))
    return bare and led and noun.dep in {"nsubj", "nsubjpass", "dobj"}


def _adverbial(ground: Ground, at: Token, parent: Token, found: Reality) -> tuple[Reality, bool]:
    """'if they march', 'after they marched', 'killing two guards'."""
    marker = opening_marker(ground, at) or marker_of_present(ground, at)
    marker = marker or marker_of_refusal(ground, at, parent)
    if marker is not None:
        unmet = found.polarity == "negated"  # "if they do not remove it": nothing to code
        conditioned = replace(found, conditioned=True, no_act=found.no_act or unmet)
        return apply(conditioned, marker), False
    marked = any(t.dep == "mark" for t in ground.document.children(at.index))
    if at.tag == "VBG" and not marked:
        return predicate(ground, parent, at, found), True
    return found, False


def _complement(ground: Ground, at: Token, parent: Token, found: Reality) -> tuple[Reality, bool]:
    """'demanded that police attack', 'feared that gunmen would attack', 'began marching'."""
    doubt = opening_marker(ground, parent) if parent.lemma in _CONFIRMING else None
    if doubt is not None:  # "if it is confirmed that the rebels did it"
        return apply(replace(found, conditioned=True), doubt), False
    if _is_unconfirmed(ground.document, parent):
        return settle_realis(found, "hypothetical", "not confirmed"), False
    rule = ground.rules.find("verb", phrasal(ground.document, parent))
    return (found, False) if rule is None else _under(ground, at, parent, rule, found)


def _is_unconfirmed(document: Document, verb: Token) -> bool:
    """'Did not *confirm* that', 'declined to confirm that', 'would not confirm or *deny* that'."""
    above = document.head(verb)
    if verb.lemma == "deny":
        return verb.dep == "conj" and above.lemma == "confirm" and is_negated(document, verb)
    refused = verb.dep == "xcomp" and above.lemma in REFUSING | _FAILING
    return verb.lemma in _CONFIRMING and (refused or is_negated(document, verb))


def _under(
    ground: Ground, at: Token, parent: Token, rule: RealityRule, found: Reality
) -> tuple[Reality, bool]:
    """What the rule of a verb makes of what it governs."""
    goes_on = any(t.dep == "neg" for t in ground.document.children(parent.index))
    if parent.lemma in _CEASING and at.dep == "xcomp" and at.tag == "VBG" and not goes_on:
        return replace(found, no_act=True, reason="no longer done"), False
    children = ground.document.children(at.index)
    bare = at.tag == "VB" or any(t.dep == "auxpass" and t.text == "be" for t in children)
    bare = bare and not any(t.tag in {"MD", "TO"} for t in children)
    unreal = rule.effect in {"hypothetical", "attempted"} or (rule.effect == "no_act" and bare)
    if rule.effect == "planned" and bare and parent.lemma in _PROPOSING:
        return replace(found, no_act=True, reason="proposed to others"), False
    if unreal:
        return apply(found, rule), False
    if at.dep == "xcomp" and at.tag == "VBG":
        if rule.effect == "actual":  # "would keep fighting": as real as the keeping
            return predicate(ground, parent, at, found), True
        return apply(found, rule), True
    return found, False
