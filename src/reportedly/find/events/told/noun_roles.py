"""Who acts and who suffers around a noun: "the arrest of two men by police", "a raid on a town"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.told.mediators import MEDIATING
from reportedly.find.events.told.whose_deed import blamed, who_perpetrated
from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.word_lists import role_words
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token

TARGET_PREPOSITIONS = ("on", "against", "at", "upon")
_PLANS = words("plot plan conspiracy scheme")
_GUILTY = frozenset(
    {("for", "responsible"), ("for", "accountable"), ("of", "guilty"), ("for", "guilty")}
)
# "accused the militia of the burning", "blamed it for the fire", "is to blame for it"
_ACCUSING = frozenset({("of", "accuse"), ("of", "suspect"), ("for", "blame")})
_CHARGING = frozenset({("with", "charge"), ("of", "clear"), ("of", "acquit"), ("for", "indict")})
_OWNERS = frozenset({"his", "her"})
_LANDS = frozenset({"GPE", "LOC", "NORP"})
_HELD = frozenset({"advcl", "oprd", "ccomp", "xcomp"})
_OBJECTS = frozenset({"dobj", "pobj", "prep", "conj", "appos"})
_DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})


def of_noun(
    document: Document, noun: Token, trigger: Trigger, persons: Container[int] = frozenset()
) -> tuple[list[Token], list[Token]]:
    """Roles around a noun: 'by N', possessor, 'of N', 'on N', and who called or staged it.

    `persons` are the head words of phrases that denote one person.
    """
    index = noun.index
    acting = list(after_preposition(document, index, "by"))
    acting.extend(_by_beside(document, noun))
    acting.extend(after_preposition(document, index, "between"))
    above = document.head(noun)
    if trigger.nominal and noun.dep in {"nsubj", "nsubjpass"} and is_verb(above):
        # "a gun battle was reported between police and rebels"
        acting.extend(after_preposition(document, above.index, "between"))
    aimed = _aimed_at(document, noun, trigger)
    suffering = list(aimed)
    possessors = [t for t in document.children(index) if t.dep == "poss"]
    if trigger.actor_role == "by" and not trigger.nominal:  # "suffered *its* worst attack"
        possessors = [t for t in possessors if t.pos != "PRON"]
        for place in (index, trigger.token):  # "came under attack *from rebels*"
            acting.extend(after_preposition(document, place, "from"))
    modifiers = [t for t in document.children(index) if t.dep in {"compound", "amod", "nmod"}]
    of = list(after_preposition(document, index, "of"))
    if trigger.recipient_role in {"of", "possessor"} and trigger.nominal:
        suffering.extend(of)
        if trigger.recipient_role == "possessor" or trigger.actor_role != "possessor":
            suffering.extend(possessors)
    if trigger.actor_role == "of" or _is_led(noun, aimed):
        acting.extend(of)
    if not of and noun.tag == "NN" and noun.lemma in role_words().suffered:
        suffering.extend(t for t in modifiers if t.name == "PERSON")
        modifiers = [t for t in modifiers if t.name != "PERSON"]
        possessors = []
    elif not of and noun.lemma in role_words().held:
        possessors = [t for t in possessors if not (t.index in persons or _is_person(t))]
    if trigger.actor_role in {"possessor", "by"} and trigger.recipient_role != "possessor":
        acting.extend(possessors)
        acting.extend(modifiers)
    if trigger.type == "PROTEST" and noun.lemma not in {"protest", "boycott"}:
        acting.extend(of)  # "a march of taxi drivers"
    suffering = [t for t in suffering if t not in acting]
    acting.extend(who_made_it(document, noun))
    acting.extend(blamed(document, noun))
    acting.extend(t for t in who_perpetrated(document, noun, trigger) if t not in acting)
    if trigger.nominal:
        acting.extend(who_stages(document, noun, trigger))
        times = role_words().hours  # "arrested nine in *dawn* raids", "stood in a *silent* vigil"
        if all(t.pos == "ADJ" or t.lemma in times for t in acting):
            acting.extend(who_is_in_it(document, noun, trigger))
            suffering.extend(_who_is_hit(document, noun) if acting and not suffering else ())
    return acting, suffering


def _is_led(noun: Token, aimed: Sequence[Token]) -> bool:
    """'The offensive *of the army*', 'an attack *of rebels* on a camp': who led it, no victim."""
    return noun.lemma in role_words().led or (noun.lemma == "attack" and bool(aimed))


def _is_person(owner: Token) -> bool:
    """'*Ivo Brand's* arrest', 'after *his* arrest': whom one arrests, no "army's arrests"."""
    named = owner.pos == "PROPN" and owner.name not in _LANDS and not owner.text.isupper()
    return named or owner.text.casefold() in _OWNERS


def _by_beside(document: Document, noun: Token) -> Iterable[Token]:
    """'Covered a sit-in *by nurses*': what a parser hangs on the active verb before the noun."""
    verb = document.head(noun)
    by = document.tokens[noun.index + 1 : noun.index + 2]
    beside = noun.dep == "dobj" and by and by[0].text == "by" and by[0].head == verb.index
    return after_preposition(document, verb.index, "by") if beside else ()


def _aimed_at(document: Document, noun: Token, trigger: Trigger) -> list[Token]:
    """Whom an act is on or against: "a raid *on* a town", "30 days' detention *for* the mayor"."""
    terms = ("for",) if trigger.mode in {"arrest", "convict"} else ()
    return [
        token
        for word in (*TARGET_PREPOSITIONS, *terms)
        for token in after_preposition(document, noun.index, word)
    ]


def who_made_it(document: Document, noun: Token) -> Iterable[Token]:
    """'A march *called by the union*', 'a truce *brokered* by one *between two others*'."""
    for child in document.children(noun.index):
        if child.dep in {"acl", "relcl"} and child.lemma in role_words().organising:
            yield from after_preposition(document, child.index, "by")
        elif child.dep == "acl" and child.lemma in MEDIATING:
            yield from after_preposition(document, child.index, "between")


def who_quits(document: Document, trigger: Trigger) -> list[Token]:
    """Whose leaving a noun tells: "the resignation of *the chair*", "the *chair's* resignation"."""
    if trigger.mode != "resign":
        return []
    nouns = [t for t in document.tokens[trigger.first : trigger.last] if t.pos == "NOUN"]
    found = [of for noun in nouns for of in after_preposition(document, noun.index, "of")]
    found.extend(t for noun in nouns for t in document.children(noun.index) if t.dep == "poss")
    return [t for t in found if t.pos != "PRON"]


def done_to(document: Document, trigger: Trigger) -> list[Token]:
    """Whom a noun under a light verb acts upon: "carried out *a search of* his house"."""
    if trigger.type not in _DONE_TO:
        return []
    nouns = [t for t in document.tokens[trigger.first : trigger.last] if t.pos == "NOUN"]
    return [of for noun in nouns for of in after_preposition(document, noun.index, "of")]


def who_stages(document: Document, noun: Token, trigger: Trigger) -> Iterable[Token]:
    """The subject of the verb that leads a noun: 'whose members have been on strike'.

    Also of one that leads its time: 'entered the third week of their strike'.
    """
    time = document.head(document.head(noun))
    if document.head(noun).text.casefold() == "of" and time.lemma in role_words().stretches:
        noun = time
        verb = document.head(noun)
        if noun.dep == "dobj" and verb.lemma in role_words().spending:
            return subjects(document, verb.index)
        verb = document.head(verb)
        if noun.dep == "pobj" and verb.lemma == "be":
            return subjects(document, verb.index)
    head = document.head(noun)
    if noun.dep == "pobj" and head.text.casefold() == "for" and is_verb(document.head(head)):
        verb = document.head(head)  # "arrived in Arvan for talks with the parties"
        return subjects(document, verb.index) if verb.lemma in role_words().travelling else ()
    if noun.dep == "pobj" and head.text.casefold() == "on" and is_verb(document.head(head)):
        verb = document.head(head)
        return subjects(document, verb.index) if verb.lemma in role_words().setting_out else ()
    # "signed a deal, ending a strike": who signed did not strike; "ended the hijacking"
    aside = head.tag == "VBG" and head.dep == "advcl"
    brought_to_end = head.lemma == "end" and (
        aside or trigger.mode == "abduct" or not trigger.nominal
    )
    leads = is_verb(head) and head.lemma in role_words().organising and not brought_to_end
    if noun.dep in {"dobj", "nsubjpass"} and leads:
        charge = _charge_of(document, head)
        return (
            subjects(document, head.index) if charge is None else _who_is_guilty(document, charge)
        )
    return ()


def who_is_in_it(document: Document, noun: Token, trigger: Trigger) -> Iterable[Token]:
    """Who is responsible for an act, takes part in it, or does it with other words beside.

    'The cartel is responsible for the killings', 'the men involved in the raid', 'police stormed
    the camp in a crackdown'; but who arrests somebody during a march does not march.
    """
    while noun.dep == "conj":  # "responsible for killings and arson"
        noun = document.head(noun)
    preposition = document.head(noun)
    if noun.dep != "pobj" or preposition.dep != "prep":
        return ()
    word, above = preposition.text.casefold(), document.head(preposition)
    if word == "in" and above.dep == "ROOT" and above.pos in {"NOUN", "PROPN"}:
        return (above,)  # "Police in dawn raid on mosque"
    if above.dep == "dobj" and above.lemma == "part":  # "took part in the raid"
        above = document.head(above)
    guilty = (word, above.lemma) in _GUILTY | _ACCUSING
    charge = above if guilty else _charge_of(document, above)
    if charge is not None:
        return _who_is_guilty(document, charge)
    if word == "in" and above.lemma not in role_words().raided:
        above = _outer_verb(document, above)
    raids = above.lemma in role_words().raiding and word in {"in", "during"}
    takes_part = above.lemma in role_words().taking_part and word == "in"
    is_behind = above.lemma == "be" and word == "behind"
    if not is_verb(above) or not (raids or takes_part or is_behind):
        return ()
    involved = above.tag == "VBN" and above.lemma in {"involve", "engage"}
    acts = any(t.dep == "nsubj" for t in document.children(above.index))
    if raids and (trigger.type == "PROTEST" or not acts):
        return ()  # "was killed in a raid": who was hurt is not who raided
    return (objects if involved else subjects)(document, above.index)


def _who_is_guilty(document: Document, word: Token) -> Iterable[Token]:
    """Whom "responsible" or a verb of blame is said of; nobody where nobody is named who blames."""
    whole = document.head(word)
    if word.dep == "xcomp" and whole.lemma == "be":  # "the cartel is to blame for it"
        return subjects(document, whole.index)
    if word.dep == "acl" and word.tag == "VBN":
        return (whole,)  # "rebels blamed for the killing"
    if is_verb(word):
        return () if is_passive(document, word.index) else objects(document, word.index)
    if word.dep in _HELD and is_verb(whole):  # "held the militia responsible for the fire"
        own = [t for t in document.children(word.index) if t.dep == "nsubj"]
        return own or objects(document, whole.index)
    return subjects(document, whole.index) if word.dep == "acomp" else (whole,)


def _charge_of(document: Document, verb: Token) -> Token | None:
    """The verb of blame over a deed: "*accused* of carrying out the raid", "*charged* with it"."""
    preposition = document.head(verb)
    above = document.head(preposition)
    blames = (preposition.text.casefold(), above.lemma) in _ACCUSING | _CHARGING
    return above if verb.dep == "pcomp" and blames else None


def _outer_verb(document: Document, noun: Token) -> Token:
    """'Detained 14 people, including two *mayors*, in raids': what a parser hangs on the mayors."""
    above = noun
    while above.dep in _OBJECTS and (above.dep == "prep" or not is_verb(above)):  # "including"
        above = document.head(above)
    return above


def _who_is_hit(document: Document, noun: Token) -> Iterable[Token]:
    """The object of the verb that has an act beside it: 'police stormed *the camp* in a raid'."""
    verb = document.head(document.head(noun))
    return objects(document, verb.index) if verb.lemma in role_words().raiding else ()


def opponents(document: Document, index: int) -> list[Token]:
    """Who stood on the other side, or on both: "killed in a clash with the army", "in fighting
    between the army and rebels".
    """
    found: list[Token] = []
    for word in ("in", "during"):
        for fight in after_preposition(document, index, word):
            if fight.lemma in role_words().fights:
                found.extend(after_preposition(document, fight.index, "with"))
                found.extend(after_preposition(document, index, "with"))
                found.extend(after_preposition(document, fight.index, "between"))
    return found


def who_attempts(document: Document, attempt: Token) -> list[Token]:
    """Who does what an act attempts: "*rebels* stormed it in an attempt to kidnap him"."""
    above = document.head(attempt)
    if attempt.lemma not in role_words().attempts:
        return []
    if attempt.dep == "pobj" and above.text.casefold() == "in":
        above = document.head(above)
    elif attempt.dep != "dobj" or above.lemma not in role_words().making_attempts:
        return []
    acts = is_verb(above) and not is_passive(document, above.index)
    return list(subjects(document, above.index)) if acts else []


def noun_with_content(document: Document, index: int) -> Token | None:
    """The noun whose infinitive a verb is: "a plot to bomb", "a plot by rebels to bomb"."""
    to = next((t for t in document.children(index) if t.tag == "TO"), None)
    if to is None or not 0 < to.index < index:  # "fired *to* clear the road"
        return None
    before = document.tokens[to.index - 1]
    whose = document.head(before)
    if before.dep == "pobj" and whose.text.lower() == "by":
        plan = document.head(whose)
        before = plan if plan.lemma in role_words().attempts | _PLANS else before
    governed = before.index == document.tokens[index].head or before.dep in {"dobj", "pobj"}
    return before if before.pos == "NOUN" and governed else None
