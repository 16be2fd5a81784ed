"""Acts told by words that no rule reads ("squatted on the road"), and rules' words that tell none.

A trained network reads the words of each sentence. It opens verbs and nouns that no rule reads,
and takes back what a rule reads in a word that by all its sentence tells no act ("a minister who
burns his own harbour"). How densely a text tells acts by all its words says what it is: words are
opened in news of deeds alone, since talk, sport, business and science tell of other things in the
same words, and there rules are taken back sooner. Thresholds were chosen by figures of the invented
corpora, of `false-events` and, those of brief texts, of the passages that the network did not learn
from. Without onnxruntime nothing is opened and nothing taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from reportedly.find.events.act_words import LABELS, NO_ACTS, ReadWords, may_tell
from reportedly.find.events.labels import NO_TYPE
from reportedly.find.events.told.warnings import only_warns
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.events.triggers.matching import is_refused
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger, told_by_verb
from reportedly.find.events.triggers.wordings import HYPHENS
from reportedly.find.events.words import words as words_of
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType

OPENED = "act-word"  # stands in the records as the rule that made them
_SURE = {"VERB": 0.42, "NOUN": 0.55}  # share of a type from which a word is taken to tell it
# the same of types of which everyday words tell little by themselves: "gave", "was taken"
_SURE_OF: dict[EventType, float] = {"SANCTION": 0.6, "AID": 0.58}
# the same of words that no rule of the type knows, and of protests and attacks in such words
_SURE_OF_NEW = 0.55
_SURE_OF_NEW_IN: dict[EventType, float] = {"PROTEST": 0.75, "ASSAULT": 0.95}
# the same of types that are told in the words of every day, and of words of threats
_SURE_OF_DAILY, _SURE_OF_DAILY_IN_BRIEF = 0.6, 0.8
_DAILY: frozenset[EventType] = frozenset({"COERCE", "PROTEST"})  # "shops were shut", "gathered"
_ENDED = frozenset({"PROTEST", "AGREE", "SUPPORT", "COOPERATE"})  # what comes to an end
_ANSWERED: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST"})  # "rejected a complaint"
_CLOSED: frozenset[EventType] = frozenset({"RETREAT"})  # whoever sets out is read as giving way
# the same in a text too brief to say what it is; of a rule's verb, from which it tells nothing
_SURE_IN_BRIEF = {"VERB": 0.55, "NOUN": 0.65, NO_TYPE: 0.998}
# words of every day that tell no such act unless a rule reads them: "caused", "put him on a van"
_PLAIN: dict[EventType, frozenset[str]] = {
    "ASSAULT": words_of("bear carry cause cheat defraud fly pick put swindle"),
    "COERCE": words_of("arrive come interrupt keep order"),
    "MOBILIZE": words_of("assign post send watch"),
    "PROTEST": words_of("carry enter halt shout stop take visit"),
    "AID": words_of("grant receive"),
    "ACCUSE": words_of("campaign"),
}
_OF_THINGS_TOO = words_of("hold take stop have")  # "held exams", "took the stones"
_SURE_OF_NONE = 0.8  # share of no type from which a rule's word is taken to tell nothing
_SURE_IN_TALK = 0.55  # the same in a text that tells few acts
_DEEDS = 0.5  # words a sentence that surely tell an act, from which a text is news of deeds
_TALK = 0.3  # below which it is talk, if it is long enough to say so
_LONG = 5  # sentences


def convincing(triggers: Sequence[Trigger], words: ReadWords) -> tuple[Trigger, ...]:
    """Triggers without the words that the network takes for no act.

    Symbolic acts stay, which few passages teach, and in brief texts nouns, whose acts it often
    sees in their verb.
    """
    if not triggers:
        return ()
    long = _is_long(words.document)
    least = _SURE_IN_BRIEF[NO_TYPE]
    if long:
        least = _SURE_IN_TALK if words.density() < _TALK else _SURE_OF_NONE
    return tuple(
        t
        for t in triggers
        if t.type is None
        or t.mode == "symbolic"
        or (t.nominal and not long)
        or not _tells_nothing(t, words, least)
    )


def _tells_nothing(trigger: Trigger, words: ReadWords, least: float) -> bool:
    """Whether neither a trigger's words nor the words beside it in its clause tell an act.

    The network may see the act in the noun where the rule reads the verb ("dealt a blow").
    """
    document = words.document
    verb = document.tokens[trigger.token]
    if verb.lemma in NO_ACTS:
        return False
    inside = {trigger.token, *range(trigger.first, trigger.last)}
    beside = {verb.head, *(child.index for child in document.children(verb.index))}
    near = [document.tokens[index] for index in sorted(inside | beside)]
    read = [words.shares(token) for token in near if token.pos != "PUNCT"]
    silent = [shares[0] for shares in read if shares is not None]
    return bool(silent) and min(silent) >= least


def openings(
    document: Document, triggers: Sequence[Trigger], lexicon: EventLexicon, words: ReadWords
) -> tuple[Trigger, ...]:
    """One trigger a sentence and type at most, for the word that tells it most surely."""
    if not document.has_syntax or words.density() < _DEEDS:
        return ()
    long = _is_long(document)
    sure = _SURE if long else _SURE_IN_BRIEF
    protests = {document.tokens[t.token].sentence for t in triggers if t.type == "PROTEST"}
    attacks = {t.token for t in triggers if t.type == "ASSAULT" and _goes_on(document, t)}
    # "*ended* a strike", "*revoked* an accord"
    endings = {t.token for t in triggers if t.type in {"CONCEDE", "SANCTION"}}
    rejections = {t.token for t in triggers if t.type == "REJECT"}
    found: dict[tuple[int, EventType], tuple[float, Trigger]] = {}
    for token in _unread(triggers, words):
        shares = words.shares(token)
        column = 0 if shares is None else int(shares.argmax())
        if shares is None or not column:
            continue
        kind, share = cast(EventType, LABELS[column]), float(shares[column])
        if token.lemma in _PLAIN.get(kind, ()):
            continue
        least = max(sure[token.pos], _least_share(lexicon, token, kind, long=long))
        if kind in _CLOSED or share < least:
            continue
        if kind == "PROTEST" and token.sentence in protests:
            continue  # its banners, chants and stops are no protests of their own
        if kind == "ASSAULT" and any(t.index in attacks for t in document.children(token.index)):
            continue  # "*boarded* a tanker and kidnapped its crew": the way to it
        if (kind in _ENDED and token.head in endings) or (
            kind in _ANSWERED and token.head in rejections
        ):
            continue
        if is_refused(document, lexicon, token, kind, whole=False):
            continue
        if kind == "THREATEN" and only_warns(document, lexicon, token):
            continue
        if _is_mishap(document, lexicon, token) or _is_at_request(document, token):
            continue
        if share > found.get((token.sentence, kind), (0.0,))[0]:
            found[token.sentence, kind] = share, _told_by(lexicon, token, kind)
    return tuple(trigger for _, trigger in found.values())


def _goes_on(document: Document, trigger: Trigger) -> bool:
    """Whether a verb tells what the subject of the verb before does next."""
    own = any(t.dep in {"nsubj", "nsubjpass"} for t in document.children(trigger.token))
    return not trigger.nominal and document.tokens[trigger.token].dep == "conj" and not own


def _is_at_request(document: Document, noun: Token) -> bool:
    """'At the *request* of the mayor': part of a preposition and no act."""
    above = document.head(noun)
    return noun.lemma in {"request", "invitation", "behest"} and above.text.lower() == "at"


def _least_share(lexicon: EventLexicon, word: Token, kind: EventType, *, long: bool) -> float:
    """The share from which a word tells an act: great of words that no rule of its type knows.

    "*Squeaked* through the chamber", "a minor *incident*": news is full of words whose sense only
    that sentence gives. A word of threats that rules know and do not read here is doubted too:
    "we warned them thrice".
    """
    if all(entry.rule.type != kind for entry in lexicon.entries_of(word)):
        return _SURE_OF_NEW_IN.get(kind, _SURE_OF_NEW)
    if kind in _DAILY | {"THREATEN"}:
        return _SURE_OF_DAILY if long else _SURE_OF_DAILY_IN_BRIEF
    return _SURE_OF.get(kind, 0.0)


def _is_long(document: Document) -> bool:
    """Whether a text is long enough for the density of its acts to say what it is."""
    return len(document.sentences) >= _LONG


def _told_by(lexicon: EventLexicon, word: Token, kind: EventType) -> Trigger:
    """The trigger of a word; an arrest where a rule of arrests knows the word."""
    trigger = told_by_verb(word, OPENED, kind, weak=True)
    arrests = kind == "COERCE" and word.lemma not in _OF_THINGS_TOO
    entries = lexicon.entries_of(word) if arrests else ()
    alone = next((e.rule for e in entries if e.rule.type == kind and not e.others), None)
    if alone is not None and alone.mode == "arrest":
        trigger = replace(trigger, mode=alone.mode, act=alone.act)
    if word.pos == "VERB":
        return trigger
    return replace(trigger, nominal=True, actor_role="by", recipient_role="of")


def _unread(triggers: Sequence[Trigger], words: ReadWords) -> list[Token]:
    """Words that no rule reads and that could tell an act."""
    document = words.document
    inside = {index for t in triggers for index in (t.token, *range(t.first, t.last))}
    inside |= {_done_to(document, trigger) for trigger in triggers}
    inside |= {index - 2 for index in inside if _is_hyphened(document, index)}
    return [
        token
        for token in document.tokens
        if token.index not in inside and may_tell(token) and not _looks_back(document, token)
    ]


def _is_hyphened(document: Document, index: int) -> bool:
    """Whether a hyphen ties a word to the one before it: of "baton-*charged*" one word tells it."""
    return index > 1 and document.tokens[index - 1].text in HYPHENS


def _done_to(document: Document, trigger: Trigger) -> int:
    """The word above a rule's act, which tells the same act: "foiled a plot to bomb it"."""
    token = document.tokens[trigger.token]
    if trigger.nominal:
        return token.head
    if token.tag != "VB":
        return token.index
    return document.tokens[token.head].head if token.dep == "acl" else token.head


def _looks_back(document: Document, verb: Token) -> bool:
    """Whether a verb tells what went before ("nine men, who had been held since July, …")."""
    helpers = (child for child in document.children(verb.index) if child.dep == "aux")
    return verb.dep == "relcl" and any(helper.text.lower() == "had" for helper in helpers)


def _is_mishap(document: Document, lexicon: EventLexicon, word: Token) -> bool:
    """Whether a word tells an accident if no rule knows it: "crashed", "a truck rammed a bus".

    What somebody does to a thing in such a word is none ("sank a boat").
    """
    hit = any(t.dep in {"dobj", "nsubjpass"} for t in document.children(word.index))
    if word.lemma in lexicon.classes["mishap"].lemmas and not hit:
        return True
    vehicles = lexicon.classes["vehicle"].lemmas
    return any(subject.lemma in vehicles for subject in subjects(document, word.index))
