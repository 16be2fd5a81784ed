"""How a passage names its act: pointing back, as a further act, in a headline, only in passing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportedly.find.events.clauses import act_noun, clause_of, clause_span, heads_clause
from reportedly.find.events.reality.reading import Reality
from reportedly.find.events.told.same_words import is_answered
from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words, telling_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import DateValue, Evidence, Found

_POINTING = frozenset({"the", "that", "this", "these", "those", "both"})
_HEAD = 2  # paragraphs in which a headline can stand
_HEADLINE = 20  # its longest, in words
_MANY = 10  # acts that nobody tells one by one
_KINDS = 3  # of acts in a row that are no single ones
_ASIDE = words("after before since following")
_DURING = ("in", "over", "during", "throughout", "after")
_RECENT = words("recent past last")
_FIRST = words("first earlier former initial previous")
_LAST = words("second latter later latest last")
Which = Literal["first", "last"]
_HURTS = words("wound injury burn gunshot")
_INSIDE = ("in", "when", "during", "by")
_APART = frozenset({"elsewhere", "separately"})
_OTHER = words("separate another unrelated similar different")
_IN = frozenset({"in", "at", "near", "outside"})
_SOME = frozenset({"a", "an"})
_BY = ("in", "by", "during")
_LEADING_TO = frozenset({"to", "in"})  # "led to", "resulted in"
FURTHER = words(
    "second third fourth fifth another further new separate other additional fresh similar "
    "smaller bigger larger parallel simultaneous"
)


def named_by(reading: Reading, trigger: Trigger) -> Token | None:
    """The noun that names the act, also as subject of the trigger: "the blast killed two"."""
    document = reading.document
    noun = act_noun(document, trigger)
    if noun is not None:
        return noun
    heads = {m.head for m in reading.actors}
    for subject in subjects(document, trigger.token):
        if subject.pos == "NOUN" and subject.index not in heads:
            return subject
    return None


def is_central(document: Document, noun: Token | None, trigger: Trigger) -> bool:
    """Whether the main clause of the sentence tells the act."""
    token = document.tokens[trigger.token]
    if trigger.nominal:
        subject = token.dep in {"nsubj", "nsubjpass"} or token.head == token.index
        if noun is None or not (subject or _is_brought_about(document, token)):
            return False
    clause = document.tokens[clause_of(document, trigger.token)]
    while clause.dep in {"conj", "ccomp"} and clause.head != clause.index:
        clause = document.tokens[clause_of(document, clause.head)]
    return clause.head == clause.index and (
        trigger.nominal or clause_of(document, trigger.token) == trigger.token
    )


def _is_brought_about(document: Document, noun: Token) -> bool:
    """'The ruling sparked *street protests*', 'led to *riots*': new, and what the verb is about."""
    above = document.head(noun)
    if noun.dep == "pobj" and above.text.casefold() in _LEADING_TO:
        above = document.head(above)
    elif noun.dep != "dobj":
        return False
    return above.tag == "VBD" and above.lemma in telling_words().causing


def is_total(document: Document, noun: Token, date: Found[DateValue] | None) -> bool:
    """Whether a noun counts acts over a longer time."""
    one_day = date is not None and date.value.granularity in {"time", "day"}
    if one_day or noun.lemma in telling_words().munitions:  # "some 20 rounds were fired"
        return False
    numbers = [t for t in document.children(noun.index) if t.dep == "nummod"]
    return noun.tag == "NNS" and any(
        t.text.replace(",", "").isdigit() and int(t.text.replace(",", "")) >= _MANY for t in numbers
    )


def tells_a_sum(document: Document, trigger: Trigger) -> bool:
    """Whether acts of some time are summed up: "18 people were killed *in a week of clashes*".

    Also "carried out several attacks *in recent weeks*", and three kinds of acts in a row.
    """
    if not document.has_syntax:
        return False
    noun = act_noun(document, trigger)
    if noun is not None and _is_of_kinds(document, noun):
        return True
    if noun is not None and noun.tag == "NNS" and _is_lately(document, noun, trigger):
        return True
    nouns = (t for p in _DURING for t in after_preposition(document, trigger.token, p))
    return any(
        t.lemma in telling_words().stretches and after_preposition(document, t.index, "of")
        for t in nouns
        if t.dep == "pobj"
    )


def _is_of_kinds(document: Document, noun: Token) -> bool:
    """'Carried out *raids, killings and bombings*': what somebody does, and no act of a day."""
    at: Token | None = noun
    kinds = 0
    while at is not None and at.tag == "NNS":
        if any(t.dep in {"det", "nummod", "poss"} for t in document.children(at.index)):
            return False
        kinds += 1
        at = document.child(at.index, "conj")
    return kinds >= _KINDS


def _is_lately(document: Document, noun: Token, trigger: Trigger) -> bool:
    """'In *recent weeks*', 'over the *past months*': no day of one act."""
    spans = (
        t
        for p in _DURING
        for at in (noun.index, trigger.token)
        for t in after_preposition(document, at, p)
    )
    return any(
        t.tag == "NNS"
        and t.lemma in telling_words().stretches
        and words_before(document, t) & _RECENT
        for t in spans
    )


def has_other_cause(document: Document, trigger: Trigger) -> bool:
    """Whether a death is said to have a cause of its own: "died of cholera"."""
    if trigger.type is not None:
        return False
    if is_accidental(document, document.tokens[trigger.token]):
        return True
    causes = [
        *after_preposition(document, trigger.token, "of"),
        *after_preposition(document, trigger.token, "from"),
    ]
    return any(t.lemma not in _HURTS for t in causes)


def is_accidental(document: Document, verb: Token) -> bool:
    """Whether a verb tells a death by mishap: "drowned", "died in collapsed pits"."""
    if verb.lemma == "drown":
        return True
    places = [t for p in _INSIDE for t in after_preposition(document, verb.index, p)]
    return any(t.lemma in telling_words().mishaps for t in places)


def words_before(document: Document, noun: Token) -> set[str]:
    """Determiners and adjectives of a noun, in lower case."""
    return {t.text.casefold() for t in document.children(noun.index) if t.dep in {"det", "amod"}}


def is_definite(document: Document, noun: Token | None, trigger: Trigger) -> bool:
    """Whether words name an act told before: "the march", "their strike", "those *arrested*"."""
    verb = document.tokens[trigger.token]
    if verb.tag == "VBN" and verb.dep == "acl" and document.head(verb).text.casefold() == "those":
        return True
    if noun is None:
        return False
    children = document.children(noun.index)
    if any(t.dep == "prep" and t.text.casefold() == "of" for t in children):
        return False
    if any(t.dep == "det" and t.text.casefold() in _POINTING for t in children):
        return True
    return trigger.nominal and any(t.dep == "poss" for t in children)


def is_fresh(document: Document, noun: Token | None, trigger: Trigger) -> bool:
    """Whether the words say that it is a further act: "a second march"."""
    if not trigger.nominal and _is_told_apart(document, trigger):
        return True
    nouns = [] if noun is None else [noun]
    if noun is not None and (
        _is_counter(document, noun) or (trigger.nominal and is_answered(document, noun))
    ):
        return True
    if not trigger.nominal:
        verb = document.tokens[trigger.token]
        nouns.extend(
            t
            for clause in _sharing_subject(document, verb)
            for t in document.children(clause.index)
            if t.dep in {"dobj", "nsubjpass"} and not _are_further_victims(document, t, trigger)
        )
        if verb.dep == "acl" and verb.tag == "VBN":  # "*another device* thrown at the bank"
            nouns.append(document.head(verb))
        if trigger.type == "PROTEST" and _is_also_elsewhere(document, verb):
            return True
    for word in nouns:
        first = words_before(document, word)
        if (word.pos in {"ADJ", "NUM"} or word.name == "ORDINAL") and first & {"a", "another"}:
            first |= {word.text.casefold()}  # "picked up *a third*"
        if first & FURTHER and not (first & {"the", "that", "this", "these"}):
            return True
    return False


def _sharing_subject(document: Document, verb: Token) -> list[Token]:
    """The verb, and the one whose subject it goes on with: "another man was seized and *shot*"."""
    subject = any(t.dep in {"nsubj", "nsubjpass"} for t in document.children(verb.index))
    passive = verb.tag == "VBN" and verb.dep == "conj" and not subject
    return [verb, document.head(verb)] if passive else [verb]


def _is_told_apart(document: Document, trigger: Trigger) -> bool:
    """'*In a separate attack* raiders shot a clerk', '*hours later*, shells hit the airport'.

    So '*Later*, a man was shot', of whom nothing was told.

    Not "hours later the bomber blew himself up", whom the text has told of before.
    """
    for child in document.children(trigger.token):
        word = child.text.casefold()
        inner = document.child(child.index, "pobj") if child.dep == "prep" else None
        if child.dep == "advmod" and word in _APART:
            return True
        if inner is not None and word == "in" and inner.lemma in telling_words().taking_up:
            return bool(words_before(document, inner) & _OTHER) or _is_one_of_all(document, inner)
        if child.dep == "advmod" and word == "later" and child.index < trigger.token:
            lapse = document.child(child.index, "npadvmod")
            who = subjects(document, trigger.token)
            known = any(t.pos == "PRON" or words_before(document, t) & _POINTING for t in who)
            told = lapse is not None or _opens_on_somebody(document, child)
            return told and trigger.type == "ASSAULT" and not known
    return False


def _opens_on_somebody(document: Document, word: Token) -> bool:
    """'*Later*, a man was shot', '*later* two soldiers were killed'."""
    subject = next(
        (t for t in document.children(word.head) if t.dep in {"nsubj", "nsubjpass"}), None
    )
    if subject is None or word.index != document.sentences[word.sentence].first:
        return False
    numbered = document.child(subject.index, "nummod") is not None
    return numbered or bool(words_before(document, subject) & _SOME)


def _is_one_of_all(document: Document, noun: Token) -> bool:
    """'In *one incident* a man was killed': one of the attacks that the text sums up."""
    return noun.lemma == "incident" and any(
        t.text.casefold() == "one" for t in document.children(noun.index)
    )


def is_by_new_attack(document: Document, trigger: Trigger) -> bool:
    """'Were killed *in an ambush*', '*in rebel attacks*': by one that was not named before."""
    if trigger.nominal or trigger.type not in {"ASSAULT", None}:
        return False
    return any(
        act.lemma in role_words().harmful_deeds
        and not words_before(document, act) & _POINTING
        and document.child(act.index, "poss") is None
        for word in _BY
        for act in after_preposition(document, trigger.token, word)
    )


def _is_counter(document: Document, noun: Token) -> bool:
    """'Held a *counter-rally*': against those who rally."""
    before = document.tokens[max(noun.index - 2, 0) : noun.index]
    opened = noun.text.lower().startswith("counter")
    return opened or (len(before) == 2 and before[0].text.lower() == "counter")


def _is_also_elsewhere(document: Document, verb: Token) -> bool:
    """'Students *also* marched in Arvan': in another town than those told of before."""
    children = document.children(verb.index)
    places = (document.child(t.index, "pobj") for t in children if t.text.lower() in _IN)
    named = any(
        place is not None and place.pos == "PROPN" and place.name != "DATE" for place in places
    )
    return named and any(t.text.lower() == "also" and t.dep == "advmod" for t in children)


def _are_further_victims(document: Document, noun: Token, trigger: Trigger) -> bool:
    """'A blast killed two. *Another five* were wounded': more victims, and no other blast."""
    many = noun.pos == "NUM" or document.child(noun.index, "nummod") is not None
    return trigger.type in {"ASSAULT", None} and noun.dep == "nsubjpass" and many


def which_of_several(document: Document, trigger: Trigger) -> Which | None:
    """'hurt in the first attack', 'the second raid': which of several acts a passage means."""
    token = document.tokens[trigger.token]
    nouns = [token] if trigger.nominal else []
    for word in ("in", "during", "by", "from", "of"):
        nouns.extend(after_preposition(document, token.index, word))
    nouns.extend(t for t in document.children(token.index) if t.dep in {"nsubj", "nsubjpass"})
    for noun in nouns:
        around = {t.text.casefold() for t in document.children(noun.index)}
        if noun.pos == "NOUN" and around & {"the", "that"}:
            if around & _FIRST:
                return "first"
            if around & _LAST:
                return "last"
    return None


def is_aside(document: Document, trigger: Trigger) -> bool:
    """Whether a passage tells the act only to date another one: "a day after gunmen shot him"."""
    if _is_past_of_whom(document, document.tokens[trigger.token]):
        return True
    for token in (document.tokens[trigger.token], *document.ancestors(trigger.token)):
        opener = token if token.dep == "prep" else None
        if token.dep in {"advcl", "pcomp"}:
            marks = (t for t in document.children(token.index) if t.dep in {"mark", "advmod"})
            opener = next((t for t in marks if t.text.casefold() in _ASIDE), None)
        if opener is not None and opener.text.casefold() in _ASIDE:
            return True
    return False


def _is_past_of_whom(document: Document, verb: Token) -> bool:
    """'Freed two growers who *had been abducted* on Saturday': before what is told of them.

    So is what befell somebody named beside: "a group that *was banned* last month".
    """
    if verb.dep not in {"relcl", "acl"}:
        return False
    if verb.dep == "relcl" and document.head(verb).dep == "appos":
        return True
    helpers = (t for t in document.children(verb.index) if t.dep in {"aux", "auxpass"})
    return any(t.lemma == "have" and t.tag == "VBD" for t in helpers)


def is_headline(document: Document, sentence: int) -> bool:
    """Whether a sentence is a line without a full stop before the text proper."""
    where = document.sentences[sentence]
    words_in = document.sentence_tokens(where)
    if where.paragraph > _HEAD or len(words_in) > _HEADLINE:
        return False
    return words_in[-1].text[-1:] not in ".!?\"”'’:;)"


def is_peripheral(
    document: Document, noun: Token | None, trigger: Trigger, triggers: Sequence[Trigger]
) -> bool:
    """Whether a noun is only named in the clause of another act: "at the end of a march"."""
    if noun is None or not trigger.nominal or noun.dep != "pobj":
        return False
    clause = clause_of(document, noun.index)
    return any(clause_of(document, t.token) == clause for t in triggers if t is not trigger)


def dates_itself(document: Document, noun: Token | None, date: Found[DateValue] | None) -> bool:
    """Whether a date hangs on the noun itself and does not only stand before it as a name."""
    if noun is None or date is None:
        return False
    root = document.root_of(date.evidence.start, date.evidence.end)
    if root is None:
        return False
    if root.head == noun.index:
        return root.dep == "poss"
    return any(t.index == noun.index for t in document.ancestors(root.index)) and (
        document.head(root).dep == "prep"
    )


def passage_of(
    document: Document, trigger: Trigger, triggers: Sequence[Trigger], reality: Reality
) -> Evidence:
    """The sentence of an act, or only its clause where the sentence tells another one first."""
    token = document.tokens[trigger.token]
    sentence = document.sentences[token.sentence]
    whole = document.evidence(sentence.start, sentence.end)
    if not document.has_syntax:
        return whole
    if trigger.nominal and reality.dating:
        start, end = clause_span(document, trigger.token)
        return document.evidence(start, end)
    clause = document.tokens[clause_of(document, trigger.token)]
    if clause.dep == "relcl":
        start, end = clause_span(document, clause.index)
        return document.evidence(start, end)
    if clause.dep in {"advcl", "acl", "pcomp"} and heads_clause(document, clause):
        above = clause_of(document, clause.head)
        others = {clause_of(document, t.token) for t in triggers if t.token != trigger.token}
        if above in others and clause.tag not in {"VBG", "VBN"}:
            start, end = clause_span(document, clause.index)
            return document.evidence(start, end)
    return whole
