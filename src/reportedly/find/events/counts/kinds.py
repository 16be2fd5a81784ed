"""What a number counts: people killed, injured, arrested, missing, or a crowd."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.find.events.counts.cues import by_cue, find_phrase
from reportedly.find.events.counts.order import kind_by_order, kind_by_pronoun
from reportedly.find.events.counts.quantities import SCALES, Quantity
from reportedly.find.events.counts.verbs import (
    PERSON_KINDS,
    clause_kind_of,
    has_object,
    outermost,
    verb_kind_of,
)
from reportedly.find.events.counts.words import KINDS, CountLexicon
from reportedly.parse import Document, Token
from reportedly.records import CountKind

_NEXT = 3  # tokens after the noun in which 'dead', 'wounded', 'strong' can stand
_PHRASE_REACH = 8  # tokens after the noun in which a phrase can begin
_FURTHER = frozenset({"more", "other", "further", "additional"})
_AMONG = frozenset({"among", "including"})
_FATALLY = frozenset({"fatally", "mortally"})
_KNOWN = frozenset({"the", "these", "those"})
_LISTING = frozenset({",", "and"})


def kind_of(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """The kind of a quantity by its noun, its neighbours and its verb; None for other things.

    A part ('four of the dead') has the kind of its verb alone, a whole ('of the 23 people held')
    that of its noun and what stands by it.
    """
    noun = document.tokens[quantity.noun] if quantity.noun is not None else None
    if noun is not None and quantity.role != "part":
        if noun.lemma == "life":
            return _of_lives(document, noun, lexicon)
        by_noun = next((k for k in PERSON_KINDS if noun.lemma in lexicon.kinds[k].nouns), None)
        if by_noun is not None or is_thing(document, noun, lexicon):
            counts = is_telling(document, quantity)
            counts = counts and not (by_noun == "killed" and _is_added(document, quantity, noun))
            counts = counts and not _is_year(document, quantity)
            return by_noun if counts else None
    if _is_date(document, quantity, noun, lexicon) or _is_example(document, quantity):
        return None
    told = quantity.kind or _of_fatally(document, quantity) or _told(document, quantity, lexicon)
    if told is not None:
        fits = quantity.kind is not None or _can_be(document, noun, told, lexicon)
        return told if fits else None
    if noun is None or noun.lemma not in lexicon.kinds["crowd"].nouns:
        return None
    # '50 protesters were beaten' are a part of the crowd, '50 protesters came' are all of it
    whole = noun.dep in ("nsubj", "ROOT", "attr", "appos", "conj") or (
        noun.dep == "pobj" and document.head(noun).lemma in ("of", "by", "with")
    )
    alone = quantity.best == 1  # "one protester read a letter"
    return "crowd" if whole and quantity.role == "all" and not alone else None


def kind_by_act(
    document: Document,
    quantity: Quantity,
    lexicon: CountLexicon,
    by_act: Mapping[int, CountKind],
) -> CountKind | None:
    """The kind that an act gives to the people of a number: 'some 900 farmers walked into town'.

    A bare number tells how many came ('hundreds came'), but may be money where somebody is held.
    Who keeps order at a gathering is none of its crowd, and 'the five' were told before.
    """
    kind = by_act.get(quantity.head)
    if kind is None or quantity.role != "all" or quantity.high == 0:
        return None
    noun = document.tokens[quantity.noun] if quantity.noun is not None else None
    if _is_date(document, quantity, noun, lexicon) or _is_example(document, quantity):
        return None
    before = document.tokens[max(quantity.first - 1, 0)].text.lower()
    if before in _KNOWN:
        return None
    if noun is None or noun.pos == "NUM":
        return kind if kind == "crowd" else None
    people = lexicon.is_person(noun.lemma) or noun.lemma in lexicon.kinds["crowd"].nouns
    people = people and noun.lemma not in lexicon.keepers and not is_thing(document, noun, lexicon)
    return kind if people else None


def is_thing(document: Document, noun: Token, lexicon: CountLexicon) -> bool:
    """Whether a noun names no people; nor does '300 head of cattle'."""
    before = document.tokens[max(noun.index - 1, 0)]
    herd = noun.text.lower() == "head" and before.pos == "NUM"
    return herd or noun.lemma in lexicon.things


def _is_added(document: Document, quantity: Quantity, noun: Token) -> bool:
    """'Three more bodies' come on top of a number told elsewhere, and are no number of dead."""
    between = document.tokens[quantity.first : noun.index]
    return any(t.text.lower() in _FURTHER for t in between)


def is_telling(document: Document, quantity: Quantity) -> bool:
    """Whether a number, or a word like 'dozens', says how many: 'several bodies' does not."""
    if (quantity.low, quantity.high) != (None, None):
        return True
    words = document.tokens[quantity.first : quantity.last]
    return any(t.lemma in SCALES or t.lemma == "score" for t in words)


def _told(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """The kind by the words around; for a part and a whole only by their own."""
    noun = document.tokens[quantity.head if quantity.noun is None else quantity.noun]
    if quantity.role == "part":
        return _by_verb(document, quantity, lexicon)
    counted = _counted_with(document, noun)
    if counted is not None and (kind := clause_kind_of(document, counted, lexicon)) is not None:
        return kind
    beside = _by_participle(document, quantity, lexicon)
    beside = beside or _by_neighbours(document, quantity, lexicon)
    if quantity.role == "whole":
        clause = clause_kind_of(document, noun, lexicon)
        phrase = _by_phrase(document, quantity, lexicon, reach=2)
        return beside or clause or (phrase if phrase in PERSON_KINDS else None)
    if quantity.noun is None:  # 'leaving five dead, twenty wounded and two under arrest'
        right_behind = _by_phrase(document, quantity, lexicon, reach=2)
        if beside is not None or right_behind in PERSON_KINDS:
            return beside or right_behind
    main = verb_kind_of(document, noun, lexicon)
    left = beside is not None and document.head(noun).lemma == "leave"
    if main in PERSON_KINDS and beside != "killed" and not left:  # 'three dead and 12 wounded'
        return main  # 'a man wounded on Tuesday died'
    told = beside or _by_verb(document, quantity, lexicon)
    phrase = _by_phrase(document, quantity, lexicon)
    if phrase in PERSON_KINDS and _acts(document, noun):
        phrase = None  # 'four gunmen shot dead a guard'
    told = told or phrase or kind_by_order(document, quantity.first, lexicon)
    return told or kind_by_pronoun(document, noun, lexicon) or by_cue(document, quantity, lexicon)


def _counted_with(document: Document, noun: Token) -> Token | None:
    """'27 *people* injured, nine policemen among them': those of whom the policemen are some."""
    among = next((t for t in document.children(noun.index) if t.text.lower() == "among"), None)
    whom = None if among is None else document.child(among.index, "pobj")
    them = whom is not None and whom.text.lower() == "them"
    return document.head(noun) if them and noun.dep == "appos" else None


def _of_fatally(document: Document, quantity: Quantity) -> CountKind | None:
    """'Stabbed five people, *two fatally*', 'three of them fatally'."""
    end = max(quantity.last, (quantity.noun or 0) + 1)
    behind = document.tokens[end : end + 1]
    return "killed" if behind and behind[0].text.lower() in _FATALLY else None


def _acts(document: Document, noun: Token) -> bool:
    """Whether a noun is subject of an active verb with an object: no victim of that verb."""
    noun = outermost(document, noun)
    if noun.dep == "pobj" and document.head(noun).text.lower() == "of":
        noun = outermost(document, document.head(document.head(noun)))  # 'a group of ten killed'
    verb = document.head(noun)
    if noun.dep != "nsubj" or document.child(verb.index, "auxpass") is not None:
        return False
    return has_object(document, verb) or any(
        t.dep == "nsubj" and t.index > verb.index
        for child in document.children(verb.index)
        if child.dep in ("ccomp", "acomp", "oprd")
        for t in (child, *document.children(child.index))
    )


def _of_lives(document: Document, noun: Token, lexicon: CountLexicon) -> CountKind | None:
    """'took 23 lives': those who lost them."""
    verb = document.head(noun).lemma
    return next((kind for kind in KINDS if verb in lexicon.kinds[kind].life_verbs), None)


def _is_example(document: Document, quantity: Quantity) -> bool:
    """The three of 'seven people, including three women, were held' are counted already.

    And two men who 'turned out to be cousins' turned out to nothing.
    """
    verb = document.head(document.tokens[quantity.head])
    if verb.lemma == "turn" and document.child(verb.index, "xcomp") is not None:
        return True
    noun = outermost(document, document.tokens[quantity.head])
    joined = noun.index != quantity.head and noun.dep == "pobj"
    if joined and document.head(noun).text.lower() in _AMONG:
        return True  # 'including Ana Roa and her brother'
    first = document.tokens[quantity.first]
    if noun.index != quantity.head:  # 'among them four children and *a nurse*'
        ahead = [t for t in document.children(noun.index) if t.index < noun.index]
        if any(t.text.lower() in _AMONG for t in ahead):
            return True
    before = document.tokens[max(0, first.index - 2) : first.index]
    words = [t.text.lower() for t in before if t.sentence == first.sentence]
    return "including" in words[-1:] or words == ["among", "them"]


def _is_date(
    document: Document, quantity: Quantity, noun: Token | None, lexicon: CountLexicon
) -> bool:
    """The 14 and the 2017 of '14 March 2017', a bare year, a share, a sum."""
    if noun is not None and lexicon.is_person(noun.lemma):
        return False
    number = document.tokens[quantity.last - 1]
    before = document.tokens[max(0, quantity.first - 1)].text.lower()
    if before in ("at", "to") and by_cue(document, quantity, lexicon) is not None:
        return False  # 'put the number of wounded at 40'
    if number.name in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"):
        hit = noun is None and number.dep in ("dobj", "nsubjpass")  # 'wounding sixteen'
        return not (hit and verb_kind_of(document, number, lexicon) in PERSON_KINDS)
    return noun is None and _is_like_year(number)


def _is_year(document: Document, quantity: Quantity) -> bool:
    """'Died *in 1977 of* injuries': no number of what stands behind it."""
    around = document.tokens[max(quantity.first - 1, 0)], document.tokens[quantity.last]
    number = document.tokens[quantity.last - 1]
    return _is_like_year(number) and [t.text.lower() for t in around] == ["in", "of"]


def _is_like_year(number: Token) -> bool:
    return len(number.text) == 4 and number.text.isdigit() and "1900" <= number.text <= "2099"


def _can_be(document: Document, noun: Token | None, kind: CountKind, lexicon: CountLexicon) -> bool:
    """Crowds and the arrested are people; who is killed may be called anything living."""
    if noun is None or noun.pos in ("NUM", "PRON", "ADJ", "VERB") or noun.name == "PERSON":
        return True
    unnamed = noun.tag == "NNP" and noun.name == "" and kind in PERSON_KINDS
    trades = (t for t in document.children(noun.index) if t.dep == "compound")
    if unnamed or (noun.pos == "PROPN" and any(lexicon.is_person(t.lemma) for t in trades)):
        return True  # 'killed one Guravaiah', 'one clerk Ana Roa was killed'
    if lexicon.is_person(noun.lemma) or noun.lemma in lexicon.kinds["crowd"].nouns:
        return True
    if noun.tag == "NNS" and noun.text[:-1].isupper() and noun.text[-1] == "s":
        return kind != "crowd"  # 'three PSOs were held'
    named = noun.tag == "NNPS" or (noun.pos == "PROPN" and noun.text.endswith("s"))
    if kind == "crowd":
        return named and noun.name == "NORP"
    return named or (noun.tag == "NNS" and kind in ("killed", "injured", "missing"))


def _by_neighbours(
    document: Document, quantity: Quantity, lexicon: CountLexicon
) -> CountKind | None:
    """'three dead', '12 people wounded', 'several thousand strong', 'the detained 14'."""
    tokens = document.tokens
    sentence = document.sentences[tokens[quantity.head].sentence]
    last = max(quantity.head, quantity.noun or 0)
    after = max(quantity.last, last + 1 if quantity.noun is not None else 0)
    for token in tokens[quantity.last : min(after + _NEXT, sentence.last)]:
        word = token.text.lower()
        if token.index > last and token.text in ",;:()":
            break
        for kind in KINDS:
            if word not in lexicon.kinds[kind].adjectives:
                continue
            if (
                token.tag in ("VBD", "VBG")
                and token.dep not in ("acl", "amod")
                and has_object(document, token)
            ):
                return None  # 'three officers wounded a man', 'two boys are missing school'
            return kind
        if token.index > last and token.pos in ("VERB", "ADP", "SCONJ", "CCONJ", "DET"):
            break
    return None


def _by_participle(
    document: Document, quantity: Quantity, lexicon: CountLexicon
) -> CountKind | None:
    """'Killed five, *injured* dozens': a verb that parsers take for an adjective of theirs."""
    before = document.tokens[max(quantity.first - 2, 0) : quantity.first]
    if len(before) < 2 or before[0].text.lower() not in _LISTING or before[1].tag == "JJ":
        return None
    word = before[1].text.lower()
    return next((k for k in PERSON_KINDS if word in lexicon.kinds[k].adjectives), None)


def _by_verb(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """The verb or noun that governs the counted noun, and on which side."""
    token = outermost(document, document.tokens[quantity.head])
    above = document.head(token)
    if above.index == token.index:
        return clause_kind_of(document, token, lexicon)
    if token.dep == "pobj" and above.text.lower() == "of":
        if not is_telling(document, quantity):
            return None  # 'the bodies of several'
        return _of_noun(document, document.head(above), lexicon)
    if token.dep == "pobj" and _makes_up(document, above, lexicon):
        return "crowd"
    verb_kind = verb_kind_of(document, token, lexicon)
    return verb_kind or clause_kind_of(document, token, lexicon)


def _of_noun(document: Document, governor: Token, lexicon: CountLexicon) -> CountKind | None:
    """What the noun before 'of' says: 'the killing of five', 'cost the lives of two guards'."""
    if governor.lemma == "life":
        return _of_lives(document, governor, lexicon)
    if governor.lemma in lexicon.bodies:  # 'a group of about 60 women walked'
        return verb_kind_of(document, governor, lexicon)
    return next((k for k in KINDS if governor.lemma in lexicon.kinds[k].of_nouns), None)


def _makes_up(document: Document, preposition: Token, lexicon: CountLexicon) -> bool:
    """'Attended by 300 people', 'a march with 300', 'the march was the largest, with 300'."""
    above, word = document.head(preposition), preposition.text.lower()
    if word == "by":
        return above.lemma in ("attend", "join")
    if above.dep in ("attr", "acomp"):
        above = document.head(above)
    if above.pos in ("VERB", "AUX"):
        above = document.child(above.index, "nsubj", "nsubjpass") or above
    return word == "with" and above.lemma in lexicon.kinds["crowd"].of_nouns


def _by_phrase(
    document: Document, quantity: Quantity, lexicon: CountLexicon, reach: int = _PHRASE_REACH
) -> CountKind | None:
    """'400 people had stopped work', '6,000 people took part', 'three were shot dead'."""
    tokens = document.tokens
    sentence = document.sentences[tokens[quantity.head].sentence]
    start = max(quantity.last, quantity.head + 1, (quantity.noun or 0) + 1)
    words: list[str] = []
    for token in tokens[start : min(start + reach, sentence.last)]:
        if token.text in ";:" or (token.text.isdigit() and len(words) > 0):
            break
        if token.pos == "NUM" and words[-1:] == ["and"]:
            break  # 'a few dozen came, and three were led away'
        words.append(token.text.lower())
    first_kind: tuple[int, CountKind] | None = None
    for kind in KINDS:
        for phrase in lexicon.kinds[kind].phrases:
            at = find_phrase(words, phrase)
            if at is not None and (first_kind is None or at < first_kind[0]):
                first_kind = (at, kind)
    return first_kind[1] if first_kind else None
