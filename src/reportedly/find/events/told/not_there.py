"""Places that a sentence names and in which its act was not: the other side's, or of its reason."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.told.toponyms import WIDE
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words, scene_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import PlaceMention

_IN = words("in at near outside")
_BESIDE = frozenset({"acl", "relcl", "advcl", "amod"})
_ABROAD = frozenset({"ASSAULT", "MOBILIZE", "SANCTION"})
_STRIKES = frozenset({"strike", "airstrike"})
_HARM = frozenset({"ASSAULT", "COERCE", None})
_TAKING = frozenset({"abduct", "deport", "seize"})
_REASONS = frozenset({"for", "over", "after"})


def is_other_side(document: Document, mention: PlaceMention) -> bool:
    """A state that is dealt with: 'closed its border *with Sena*', 'slogans *against Sena*'.

    Or whose friends and foes are told of: 'supporters *of Sena*'.
    """
    if mention.place is None or mention.place.precision not in WIDE:
        return False
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None or name.dep != "pobj":
        return False
    preposition = document.head(name)
    word, above = preposition.text.casefold(), document.head(preposition)
    if word == "of":
        return above.lemma in scene_words().followers
    return word in {"with", "against"} or (word == "for" and above.tag == "VBG")


def is_seat(document: Document, mention: PlaceMention) -> bool:
    """Where a body has its seat: 'sanctions on four companies *based in Sena*'."""
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None or name.dep != "pobj" or document.head(name).text.casefold() not in _IN:
        return False
    verb = document.head(document.head(name))
    return verb.lemma in scene_words().basing and verb.dep in _BESIDE


def is_mission(mention: PlaceMention, noun: Token) -> bool:
    """'The *Sena* embassy': whose it is, and never where it stands."""
    wide = mention.place is not None and mention.place.precision in WIDE
    return wide and noun.lemma in scene_words().missions


def is_doer(
    document: Document, trigger: Trigger, mention: PlaceMention, triggers: Sequence[Trigger]
) -> bool:
    """The state that acts, and not where it does: '*Dorna* shells a port', '*Dorna* jets hit it'.

    Nor is it the place of what its act answers: '*Dorna* imposes sanctions over a crackdown'.
    """
    if mention.place is None or mention.place.precision not in WIDE:
        return False
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None or _is_of_weapon(document, name, trigger):
        return name is not None
    if name.dep != "nsubj":
        return False
    doing = next((t for t in triggers if t.token == name.head and not t.nominal), None)
    if doing is None or doing.type not in _ABROAD:
        return False
    return trigger.nominal or trigger.token == doing.token


def _is_of_weapon(document: Document, name: Token, trigger: Trigger) -> bool:
    """Whether a name only tells whose weapon acts: "*Dorna* air strikes killed nine"."""
    thing = document.head(name)
    before = name.dep in {"compound", "amod", "nmod"} and thing.index > name.index
    return before and trigger.type == "ASSAULT" and thing.lemma in role_words().weapons | _STRIKES


def is_home(reading: Reading, trigger: Trigger, mention: PlaceMention) -> bool:
    """'Shot dead five men *from Sena*': where those are at home whom an act befalls.

    Not where they were taken: "abducted nine girls from a school in Sena".
    """
    document = reading.document
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    start = mention.evidence.start
    before = document.tokens_in(document.sentence_at(start).start, start)[-3:]
    if _is_behind_age(before):
        return True
    if name is None or name.dep != "pobj" or trigger.mode in _TAKING:
        return False
    before = before[-2:]
    if len(before) < 2 or before[1].text != "from" or trigger.type not in _HARM:
        return False
    return any(m.head == before[0].index for m in reading.actors)


def _is_behind_age(before: Sequence[Token]) -> bool:
    """'Police arrested Ivo Bel, *40, of* Arvan': where somebody lives."""
    texts = [t.text for t in before]
    return len(texts) == 3 and texts[0].isdigit() and texts[1:] == [",", "of"]


def is_in_reason(document: Document, trigger: Trigger, mention: PlaceMention) -> bool:
    """'Expelled a diplomat *for spying in Arvan*': where the deed was that it answers."""
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None:
        return False
    above: list[Token] = []
    for token in document.ancestors(name.index):
        if trigger.first <= token.index < trigger.last:
            break
        above.append(token)
    else:
        return False
    reason = next((t for t in reversed(above) if t.text.casefold() in _REASONS), None)
    return reason is not None and document.head(name).index != reason.index


def is_of_treatment(document: Document, mention: PlaceMention, act: Token) -> bool:
    """'Was hit in the leg and is in the hospital in *Arvan*': where the hurt lie, not the act."""
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    house = None if name is None else document.head(document.head(name))
    if house is None or house.lemma not in scene_words().wards or house.dep != "pobj":
        return False
    preposition = document.head(house)
    return preposition.text.casefold() in _IN | {"to"} and preposition.head != act.index


def is_of_journey(document: Document, trigger: Trigger, mention: PlaceMention) -> bool:
    """Where somebody came from before an act, or went after it.

    "Pilgrims returning from *Arvan* were killed", "those arrested were taken to *Arvan*", "resigned
    and decided to move to *Arvan*"; not "marched to *Arvan* and burned tyres".
    """
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None or name.dep != "pobj":
        return False
    preposition = document.head(name)
    verb, word = document.head(preposition), preposition.text.casefold()
    if verb.pos != "VERB" or trigger.first <= verb.index < trigger.last:
        return False
    known = scene_words()
    if word == "from":
        return verb.lemma in known.moving and verb.dep in {"acl", "relcl"}
    goes = word == "to" and verb.lemma in known.moving | known.carrying
    return goes and verb.index > trigger.last and verb.dep not in {"acl", "relcl", "advcl"}


def is_of_inquiry(document: Document, trigger: Trigger, mention: PlaceMention) -> bool:
    """'Detained five people in the *Arvan* attacks probe', '… in connection with *Arvan* attacks'.

    The place is that of the deed which is looked into.
    """
    if trigger.type not in {"COERCE", "SANCTION", "RETREAT"}:
        return False
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None or name.dep == "pobj":
        return False
    above = []
    for token in document.ancestors(name.index):
        if trigger.first <= token.index < trigger.last:
            break
        above.append(token)
    return any(t.lemma in scene_words().inquiries for t in above[1:])
