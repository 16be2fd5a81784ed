"""What the words around a noun say of the reality of the act that it names."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.reality.done import answered_for, is_past
from reportedly.find.events.reality.rules import RealityRule
from reportedly.find.events.reality.state import (
    OCCASION,
    Ground,
    Reality,
    apply,
    settle_realis,
)
from reportedly.find.events.reality.verbs import phrasal, predicate
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType

_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "pobj"})
_LEADING = frozenset({"for", "to", "on", "against", "from", "about"})
_ORDINALS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth latest last "
    "final another"
)
_FIGURES = frozenset({"number", "rate", "incidence", "frequency", "share", "proportion"})
_MOTIVES = frozenset(
    {"protest", "response", "retaliation", "reaction", "revenge", "solidarity", "connection"}
)
_SETTING = words("at during outside")  # what happens there leaves the act itself as it is
_SPANS = words("hour day night week month year")
_DECREEING = words("announce agree decide")
_ASKING = frozenset({"for", "against", "from", "on"})
_ADDRESSING = words("tell address harangue join")
_MADE_BY_WORDS: frozenset[EventType | None] = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
_IMPOSED: frozenset[EventType | None] = frozenset({"COERCE", "SANCTION"})
_DEEDS: frozenset[EventType | None] = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_DEPLORING = words(
    "condemn denounce protest decry deplore mourn avenge commemorate remember lament criticise "
    "criticize oppose"
)
# what the victims, the anniversary or the scene of is past, whatever is done about these
_LEFT_BEHIND = words(
    "victim survivor anniversary memory commemoration remembrance aftermath wake scene site veteran"
)
_QUELLING = words("quell contain control suppress curb tackle combat address stem")
_BEARING = words(
    "deepen harm hurt help contribute damage undermine fuel raise spark lead haunt weaken "
    "strengthen complicate overshadow encourage embolden send serve add heighten inflame worsen "
    "deter anger dent shake test"
)
_CHANGING = words("increase rise fall drop decline decrease soar surge double triple grow")
_USUAL = words("common rare frequent unusual usual legal illegal lawful unlawful routine normal")
_PEACEFUL: frozenset[EventType | None] = frozenset({"RETREAT", "AGREE", "COOPERATE", "SUPPORT"})


def noun_itself(ground: Ground, noun: Token, found: Reality) -> Reality:
    """Adjectives, participles, determiners and adverbs of the noun: "no march", "planned march"."""
    document = ground.document
    for child in document.children(noun.index):
        rule = _modifying(ground, child)
        if noun.dep == "ROOT" and child.dep == "acl" and child.tag == "VBN":
            alone = ground.rules.find("participle alone", phrasal(document, child))
            rule = rule or alone
        if rule is not None:
            found = apply(found, rule)
    for word in document.tokens[max(noun.index - 2, 0) : noun.index]:
        rule = ground.rules.find("adverb", word.text.casefold())
        if rule is not None and word.sentence == noun.sentence:
            found = apply(found, rule)
    return found


def _modifying(ground: Ground, child: Token) -> RealityRule | None:
    word = child.text.casefold()
    if child.dep in {"amod", "nmod", "compound"}:
        return ground.rules.find("modifier", word)
    if child.dep == "acl" and child.tag == "VBN":
        if is_done_by_saying(ground, child):
            return None
        return ground.rules.find("participle", phrasal(ground.document, child))
    if child.dep in {"det", "neg", "predet"}:
        every = ground.rules.find("determiner", word) if word not in {"all", "those"} else None
        return every or ground.rules.find("negation", word)
    return None


def noun_step(ground: Ground, at: Token, parent: Token, found: Reality) -> tuple[Reality, bool]:
    """From a noun, adjective or preposition to its governor; whether to go on above it."""
    word = at.text.casefold()
    if at.dep == "prep":
        rule = ground.rules.find("preposition", word)
        if rule is not None:
            found = apply(found, rule)
        if word == "without":
            found = replace(found, polarity="negated", reason="negated.word")
        elif (apart := _what_it_only_names(ground, word, parent)) is not None:
            return replace(found, no_act=True, reason=apart), False
        elif word == "in" and _is_motive(ground, at):
            return found, False  # "banned coal trucks in protest against the killing": it was done
        elif answered_for(ground, at) or _is_known_there(ground, word, parent):
            return found, False
        return _governor(ground, at, parent, found)
    if at.dep in {"conj", "appos", "dative", "agent", "pobj", "nmod", "poss", "amod", "nummod"}:
        return found, True
    return _governor(ground, at, parent, found)


def _what_it_only_names(ground: Ground, word: str, parent: Token) -> str | None:
    """'Officers *with tear gas* arrived': what they carried; 'involved *in killings*': a sort."""
    if word == "with" and parent.dep in {"nsubj", "nsubjpass"} and ground.trigger.nominal:
        return "equipment"
    crime = word == "in" and parent.lemma == "involve" and _is_sort_of_crime(ground)
    return "sort of crime" if crime else None


def _is_sort_of_crime(ground: Ground) -> bool:
    """'They are involved in *killings and hijackings*': what they live by, and no single deed."""
    token = ground.document.tokens[ground.trigger.token]
    beside = {t.dep for t in ground.document.children(token.index)}
    bare = token.tag == "NNS" and not beside & {"det", "nummod", "poss", "prep", "relcl", "acl"}
    return ground.trigger.type == "ASSAULT" and bare and "conj" in {token.dep, *beside}


def _is_motive(ground: Ground, preposition: Token) -> bool:
    """Whether "in" opens a reason: "in protest against", "in response to"; the act lies within."""
    inner = ground.document.child(preposition.index, "pobj")
    own = inner is not None and inner.index == ground.trigger.token
    return inner is not None and inner.lemma in _MOTIVES and not own


def _is_known_there(ground: Ground, word: str, parent: Token) -> bool:
    """Behind "at" or "during" what is known; 'announced sanctions *over attacks*': these were.

    So was the attack for whose culprits somebody looks: "men *responsible for the attack*".
    """
    blamed = word == "for" and parent.lemma == "responsible"
    known = (word in _SETTING or blamed) and _is_known(ground)
    return known or (word == "over" and not is_verb(parent))


def _is_known(ground: Ground) -> bool:
    """Whether the noun of the act names one that is known: "at Thursday's sit-in".

    A meeting at which nothing was agreed was held all the same.
    """
    if ground.trigger.nominal and ground.trigger.type == "CONSULT":
        return True
    token = ground.document.tokens[ground.trigger.token]
    return ground.trigger.nominal and any(
        t.dep == "poss"
        or (t.dep == "det" and t.text.casefold() in {"the", "that", "this"})
        or (t.dep == "relcl" and is_past(ground.document, t))  # "protests that were smashed"
        for t in ground.document.children(token.index)
    )


def _governor(ground: Ground, at: Token, parent: Token, found: Reality) -> tuple[Reality, bool]:
    """What a verb or noun says of an act that is its object, subject or complement."""
    document, rules = ground.document, ground.rules
    word = at.text.casefold()
    if not is_verb(parent):
        return _behind_noun(ground, at, parent, found)
    defined = at.dep == "attr" and parent.lemma == "be" and _defines(document, parent)
    if defined or (at.dep == "nsubj" and _says_what_is_usual(document, parent)):
        return replace(found, no_act=True, reason="definition"), False
    if parent.lemma == "be" and at.dep in {"nsubj", "nsubjpass"} and _is_to(document, parent):
        found = settle_realis(found, "planned", "is to")
    settled = _settled(ground, at, parent, found)
    if settled is not None:
        return settled, False
    led = word in _LEADING and not (word == "on" and ground.trigger.mode == "visit")
    # "Rally *cancelled* in Arvan", its "was" left out; not "pledged aid *on* a visit"
    shortened = at.dep == "nsubj" and is_passive(document, parent.index)
    if at.dep in _OBJECTS or shortened or (at.dep == "prep" and led):
        rule = rules.find("verb", phrasal(document, parent))
        if rule is not None and (is_done_by_saying(ground, parent) or _names(document, parent)):
            rule = None
        if rule is not None and rule.effect != "actual" and _fits_object(rule, at):
            found = apply(found, rule)
    return predicate(ground, parent, at, found), True


def _settled(ground: Ground, at: Token, verb: Token, found: Reality) -> Reality | None:
    """What a verb leaves no doubt of, whatever stands above it; None where it leaves some."""
    reason = _why_done(ground, at, verb)
    if reason is not None:
        return replace(found, reason=reason)
    if _is_undone(ground, at, verb):
        return replace(found, no_act=True, reason="undone")
    if _is_trend(ground, at, verb):
        return replace(found, no_act=True, reason="statistics")
    if at.dep == "dobj" and verb.lemma in _QUELLING and verb.tag in {"VB", "VBG"}:
        known = _is_known(ground)  # "tried to contain *the* riots"; not "to curb violence"
        return replace(found, no_act=not known, reason="actual: quelled" if known else "quelled")
    return None


def _why_done(ground: Ground, at: Token, verb: Token) -> str | None:
    """Why an act was surely done: what it is marched against, who is spoken to, what it brings."""
    if _is_deplored(ground, at, verb):
        return OCCASION
    dealt_with = verb.lemma == "address" and ground.trigger.type in _DEEDS
    spoken_to = verb.lemma in _ADDRESSING and at.dep in {"dobj", "dative"} and not dealt_with
    if spoken_to and ground.trigger.nominal:
        return "actual: audience"
    if _goes_on(ground, at, verb):
        return "actual: goes on"
    return "actual: bears on others" if _bears_on(ground, at, verb) else None


def _is_deplored(ground: Ground, at: Token, verb: Token) -> bool:
    """'Marched to condemn the killing of nine men': what they march for did happen."""
    governed = at.dep == "dobj" or (at.dep == "prep" and at.text.casefold() == "against")
    aim = verb.tag in {"VB", "VBG"} and verb.lemma in _DEPLORING
    return ground.trigger.nominal and ground.trigger.type in _DEEDS and governed and aim


def _goes_on(ground: Ground, at: Token, verb: Token) -> bool:
    """'*The strike* will continue': it has begun."""
    strike = ground.trigger.nominal and ground.trigger.type == "PROTEST"
    subject = at.dep == "nsubj" and at.index == ground.trigger.token
    going = verb.lemma in {"continue", "persist"} or phrasal(ground.document, verb) == "go on"
    return strike and subject and going and _is_known(ground)


def _bears_on(ground: Ground, at: Token, verb: Token) -> bool:
    """'*The arrest of the editor* will harm the country': it was made, its effect is to come."""
    token = ground.document.tokens[ground.trigger.token]
    subject = at.dep == "nsubj" and at.index == token.index and ground.trigger.type in _DEEDS
    if not subject or verb.lemma not in _BEARING:
        return False
    done_to = (
        t
        for of in ground.document.children(token.index)
        if of.text.casefold() == "of"
        for t in ground.document.children(of.index)
    )
    return any(
        t.pos == "PROPN" or any(c.dep in {"det", "poss"} for c in ground.document.children(t.index))
        for t in done_to
    )


def _is_trend(ground: Ground, at: Token, verb: Token) -> bool:
    """'Arrests for robberies *have increased*', 'fell *by* a third': a figure, and no act of it."""
    beside = ground.document.children(verb.index)
    perfect = any(t.dep == "aux" and t.lemma == "have" for t in beside)
    measured = any(t.dep == "prep" and t.text.casefold() == "by" for t in beside)
    plural = ground.trigger.nominal and at.dep == "nsubj" and at.tag == "NNS"
    return plural and (perfect or measured) and verb.lemma in _CHANGING


def _is_counted(ground: Ground, of: Token, noun: Token) -> bool:
    """'The number of kidnappings fell': a figure, no act; not "a number of" them."""
    inner = ground.document.child(of.index, "pobj")
    own = inner is not None and inner.index == ground.trigger.token
    first = {t.text.casefold() for t in ground.document.children(noun.index)}
    return own and noun.lemma in _FIGURES and bool(first & {"the", "total", "average"})


def _behind_noun(ground: Ground, at: Token, noun: Token, found: Reality) -> tuple[Reality, bool]:
    """What a noun or adverb says of an act behind its preposition: 'third day of', 'ahead of'."""
    rule = ground.rules.find("noun", noun.lemma) if at.dep == "prep" else None
    of = at.text.casefold() == "of"
    if of and _is_counted(ground, at, noun):
        return replace(found, no_act=True, reason="statistics"), False
    if of and _is_under_way(ground.document, noun):
        return replace(found, reason="actual: under way"), False
    if of and noun.text.casefold() == "ahead":  # "troops were deployed ahead of a march"
        found = settle_realis(found, "planned", "ahead of")
    if rule is not None and (of or rule.effect != "dating"):
        found = apply(found, rule)
    return found, not (of and noun.lemma in _LEFT_BEHIND)


def is_done_by_saying(ground: Ground, verb: Token) -> bool:
    """'The expulsion of the envoys was announced', 'agreed sanctions': saying so is the act.

    So is a promise, pardon, accord or resignation that somebody announces.
    """
    by_words = ground.trigger.type in _MADE_BY_WORDS or ground.trigger.mode == "resign"
    if by_words and verb.lemma == "announce":
        return True
    return ground.trigger.type == "SANCTION" and verb.lemma in _DECREEING


def _names(document: Document, verb: Token) -> bool:
    """'Called the raid a disgrace': what is named so was not asked for."""
    return verb.lemma == "call" and any(t.dep == "oprd" for t in document.children(verb.index))


def _is_undone(ground: Ground, at: Token, verb: Token) -> bool:
    """'ended the ceasefire', 'eased the blockade': what somebody had made or imposed before."""
    if not ground.trigger.nominal or at.dep not in {"dobj", "nsubjpass"}:
        return False
    if ground.trigger.type in _PEACEFUL:
        return undoes(ground, verb)
    imposed = ground.trigger.type in _IMPOSED or ground.trigger.mode == "obstruct"
    return imposed and ground.rules.find("easing", phrasal(ground.document, verb)) is not None


def undoes(ground: Ground, verb: Token) -> bool:
    """Whether a verb ends, breaks or uses what it has as its object."""
    return ground.rules.find("undoing", phrasal(ground.document, verb)) is not None


def _is_under_way(document: Document, noun: Token) -> bool:
    """'the fourth day of the strike': it goes on."""
    return noun.lemma in _SPANS and any(
        t.dep in {"amod", "nummod"} and (t.text.casefold() in _ORDINALS or t.text[:1].isdigit())
        for t in document.children(noun.index)
    )


def _says_what_is_usual(document: Document, verb: Token) -> bool:
    """'Protests are common', 'strikes are illegal': acts in general, and none of them."""
    said = document.child(verb.index, "acomp")
    now = verb.lemma == "be" and verb.tag in {"VBZ", "VBP"}
    return now and said is not None and said.text.casefold() in _USUAL


def _is_to(document: Document, copula: Token) -> bool:
    """'is to be held': the infinitive stands beside the subject."""
    return any(
        t.dep == "xcomp" and any(c.tag == "TO" for c in document.children(t.index))
        for t in document.children(copula.index)
    )


def _defines(document: Document, copula: Token) -> bool:
    """'This is sabotage', 'It was the worst attack': a noun that says what something is."""
    if copula.tag in {"VBZ", "VBP"}:
        return True
    subject = document.child(copula.index, "nsubj", "expl")
    return subject is not None and subject.pos == "PRON" and subject.dep == "nsubj"


def _fits_object(rule: RealityRule, at: Token) -> bool:
    # "called a march", "organised a vigil" tell acts; "called for a march" does not
    if at.dep == "prep":
        return at.text.casefold() in _ASKING
    return rule.id != "asked.verb" or at.dep in {"dobj", "nsubjpass"}
