"""Numbers of people in a text: who gives them, and of whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from reportedly.find.events.counts.again import CountMention, Number, is_counted_already
from reportedly.find.events.counts.cues import is_cumulative
from reportedly.find.events.counts.givers import giver_of, is_the_number, says_number
from reportedly.find.events.counts.kinds import (
    is_telling,
    is_thing,
    kind_by_act,
    kind_of,
)
from reportedly.find.events.counts.pronouns import antecedent_of
from reportedly.find.events.counts.quantities import Quantity, quantities_in
from reportedly.find.events.counts.singles import single_victims
from reportedly.find.events.counts.together import tells_both
from reportedly.find.events.counts.unharmed import unharmed
from reportedly.find.events.counts.verbs import PERSON_KINDS
from reportedly.find.events.counts.words import CountLexicon, load_count_lexicon
from reportedly.find.events.word_lists import scene_words
from reportedly.parse import Document, Token
from reportedly.records import Count, CountKind, Evidence, Found, Scope

__all__ = ["CountMention", "all_counts", "count_mentions"]

NAMED = ":name"  # ends the rule of a count of one whom a name alone tells of
_BACK = 2  # sentences in which the kind of 'they put the number at 3,000' is looked up
_NOBODY: tuple[CountKind, ...] = ("killed", "injured")  # what nobody suffered is told as news
_AHEAD = 4  # tokens before a number in which "put the number at" names it
_DATES = frozenset({"DATE", "TIME"})
_AT = frozenset({"in", "at", "near", "outside"})
_GOING_ON = frozenset({",", ";", "and", "but", ":", "-", "--", "–", "—"})
_BETWEEN = frozenset({"more", "nearby", "neighbouring", "neighboring"})
_TOGETHER = frozenset({"together", "altogether", "combined", "jointly"})
_NO_ACTS: Mapping[int, CountKind] = MappingProxyType({})


def count_mentions(
    document: Document,
    scopes: Sequence[Scope] = (),
    lexicon: CountLexicon | None = None,
    by_act: Mapping[int, CountKind] = _NO_ACTS,
) -> tuple[CountMention, ...]:
    """Numbers of people killed, injured, arrested, missing or gathered, in order of the text.

    Args:
        document: the parsed article.
        scopes: whose words run where; they give ``asserted_by``.
        lexicon: the words of counts; the shipped ones by default.
        by_act: what an act says of the people that a word counts, where no word says it.

    A text without syntax gives none: what its numbers count cannot be told.
    """
    if not document.has_syntax:
        return ()
    known = lexicon or load_count_lexicon()
    mentions: list[CountMention] = []
    numbers: list[Quantity] = []  # of the sentences so far
    named: Counter[CountKind] = Counter()  # of those told before without a name
    for sentence in document.sentences:
        nobody = list(unharmed(document, sentence, known))
        none = {quantity.noun for quantity in nobody}
        found = [q for q in quantities_in(document, sentence, known) if q.noun not in none]
        found.extend(nobody)
        numbers.extend(found)
        told = frozenset(m.found.value.kind for m in mentions if m.found.value.high != 0)
        singles = single_victims(document, sentence, known, told, by_act)
        for quantity in sorted([*found, *singles], key=lambda q: (q.first, q.last)):
            kind = kind_of(document, quantity, known)
            kind = kind or kind_by_act(document, quantity, known, by_act)
            if kind in PERSON_KINDS and tells_both(document, quantity):
                continue
            if kind is not None:
                number = Number(
                    document=document,
                    quantity=quantity,
                    kind=kind,
                    mentions=mentions,
                    others=found,
                    lexicon=known,
                )
                if is_counted_already(number, named[kind]):
                    named[kind] += quantity.named
                    continue
            before = None
            if kind is None:
                before = _told_before(document, quantity, mentions, known)
                before = before or _told_of_elsewhere(document, quantity, mentions)
                kind = before.found.value.kind if before is not None else None
            if kind is None or not _fits(document, quantity, kind, known):
                continue
            if before is not None and _follows_things(document, quantity, numbers, known):
                continue
            if before is not None and _takes_back(document, quantity, before, known):
                mentions.remove(before)
            hurt = _hurt_before(document, quantity, mentions, known)
            if hurt is not None:
                mentions.remove(hurt)
            mentions.append(_mention(document, quantity, kind, before, scopes, known))
    return tuple(mentions)


def all_counts(
    document: Document,
    scopes: Sequence[Scope] = (),
    lexicon: CountLexicon | None = None,
    by_act: Mapping[int, CountKind] = _NO_ACTS,
) -> tuple[Found[Count], ...]:
    """The counts of a text without their places in the parse."""
    return tuple(mention.found for mention in count_mentions(document, scopes, lexicon, by_act))


def _told_before(
    document: Document,
    quantity: Quantity,
    mentions: Sequence[CountMention],
    lexicon: CountLexicon,
) -> CountMention | None:
    """The count told last, where 'the union put the number at 3,000' is about the same people."""
    noun = document.tokens[quantity.noun] if quantity.noun is not None else None
    counted = noun is None or noun.pos == "NUM" or lexicon.is_person(noun.lemma)
    counted = counted and not (noun is not None and is_thing(document, noun, lexicon))
    counted = counted and is_telling(document, quantity)
    if not counted or not mentions or not says_number(document, quantity, lexicon):
        return None
    if noun is not None and noun.dep in {"nsubj", "nsubjpass"} and noun.pos == "NOUN":
        return None  # 'some 250 people, by our count, lit candles' are others than the wounded
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    return mentions[-1] if sentence.index - mentions[-1].sentence <= _BACK else None


def _told_of_elsewhere(
    document: Document, quantity: Quantity, mentions: Sequence[CountMention]
) -> CountMention | None:
    """The count that a list goes on with: '300 marched in Arvan, 150 more in Belt', 'in Belt 150'.

    Also its parts: 'nine were killed: four in Arvan, …'.
    """
    noun = document.tokens[quantity.noun] if quantity.noun is not None else None
    first = document.tokens[quantity.first]
    if not mentions or mentions[-1].sentence != first.sentence or quantity.role != "all":
        return None
    if (noun is not None and noun.pos != "PROPN") or not is_telling(document, quantity):
        return None
    end = max(quantity.last, quantity.head + 1 if noun is None else 0)
    after = (t for t in document.tokens[end : end + 4] if t.text.lower() not in _BETWEEN)
    behind, ahead = tuple(after)[:2], document.tokens[: quantity.first][-2:]
    listed = len(ahead) == 2 and ahead[1].text.lower() in _GOING_ON
    pairs = [pair for pair in (behind if listed else (), ahead) if len(pair) == 2]
    for preposition, place in pairs:
        if preposition.text.lower() in _AT and place.pos == "PROPN" and place.name != "DATE":
            return mentions[-1]
    return None


def _takes_back(
    document: Document, quantity: Quantity, before: CountMention, lexicon: CountLexicon
) -> bool:
    """'We reported that four were hurt. The number was two': the outlet corrects its own number."""
    if not is_the_number(document, quantity, lexicon):
        return False
    sentence = document.sentence_tokens(document.sentences[before.sentence])
    return any(t.text.lower() == "we" and t.dep == "nsubj" for t in sentence)


def _hurt_before(
    document: Document,
    quantity: Quantity,
    mentions: Sequence[CountMention],
    lexicon: CountLexicon,
) -> CountMention | None:
    """'A bullet hit a boy in the neck. *He* died': he is no longer one of the hurt."""
    pronoun = document.tokens[quantity.head]
    if quantity.kind != "killed" or pronoun.tag != "PRP":
        return None
    who = antecedent_of(document, pronoun, lexicon)
    hurt = (m for m in mentions if m.found.value.kind == "injured" and m.found.value.best == 1)
    return next((m for m in hurt if who is not None and m.head == who.index), None)


def _follows_things(
    document: Document, quantity: Quantity, numbers: Sequence[Quantity], lexicon: CountLexicon
) -> bool:
    """'1,100 trucks were stuck, the union spoke of 5,000': a bare number goes on counting them."""
    ahead = document.tokens[max(0, quantity.first - _AHEAD) : quantity.first]
    if quantity.noun is not None or any(t.lemma in lexicon.number_nouns for t in ahead):
        return False
    sentence = document.tokens[quantity.first].sentence
    apart = scene_words().counted_places | lexicon.number_nouns
    for before in reversed(numbers[: numbers.index(quantity)]):
        if sentence - document.tokens[before.first].sentence > 1:
            return False
        if before.noun is not None:
            noun = document.tokens[before.noun]
            if noun.name not in _DATES and noun.lemma not in apart:
                return noun.lemma in lexicon.things
    return False


def _fits(document: Document, quantity: Quantity, kind: CountKind, lexicon: CountLexicon) -> bool:
    """'nobody was hurt' counts nobody; 'no one marched' or 'no police were there' counts none."""
    if (quantity.low, quantity.high) != (0, 0) or quantity.kind is not None:
        return True
    noun = document.tokens[quantity.noun] if quantity.noun is not None else None
    named = noun is None or lexicon.is_person(noun.lemma)
    if not named and noun is not None and noun.lemma not in lexicon.kinds[kind].nouns:
        return False  # 'no evidence that anyone was shot dead'
    return kind in _NOBODY and quantity.first != quantity.noun


def _mention(  # noqa: PLR0917 (what is known of one number)
    document: Document,
    quantity: Quantity,
    kind: CountKind,
    before: CountMention | None,
    scopes: Sequence[Scope],
    lexicon: CountLexicon,
) -> CountMention:
    sentence = document.tokens[quantity.head].sentence
    evidence = document.evidence(quantity.start, quantity.end)
    shared = _shared_key(document, quantity, evidence)
    if before is not None and before.sentence == sentence:
        shared = shared or before.found.value.shared_key
    count = Count(
        kind=kind,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        text=document.readable(quantity.start, quantity.end),
        cumulative=is_cumulative(document, quantity, lexicon),
        shared_key=shared,
    )
    found = Found(
        value=count,
        evidence=evidence,
        made_by=f"counts:{kind}" + (NAMED if quantity.named else ""),
        asserted_by=giver_of(document, quantity, evidence, scopes, lexicon),
    )
    return CountMention(found=found, sentence=sentence, head=quantity.head, named=quantity.named)


def _shared_key(document: Document, quantity: Quantity, evidence: Evidence) -> str | None:
    """A key where one number is told of several places: '12 arrested in Belt and Coro'."""
    sentence = document.sentences[document.tokens[quantity.head].sentence]
    governors = _governors(document, quantity)
    if _counts_several(document, governors):
        return f"{evidence.start}-{evidence.end}"
    for token in document.tokens[quantity.head + 1 : sentence.last]:
        if token.text.lower() not in ("in", "across", "at", "over"):
            continue
        if token.head not in governors:
            continue
        place = document.child(token.index, "pobj")
        if place is None:
            continue
        joined = document.child(place.index, "conj")
        many = place.tag == "NNS" and document.child(place.index, "nummod") is not None
        if (place.pos == "PROPN" and joined is not None and joined.pos == "PROPN") or (
            many and token.text.lower() in ("across", "in") and _is_place_noun(place)
        ):
            return f"{evidence.start}-{evidence.end}"
    return None


def _counts_several(document: Document, governors: frozenset[int]) -> bool:
    """'The three blockades together involve 650 drivers': one number for acts in the plural."""
    for index in sorted(governors):
        subject = document.child(index, "nsubj", "nsubjpass")
        if subject is None or subject.index in governors or subject.tag != "NNS":
            continue
        words = {t.text.lower() for t in document.children(index)}
        many = document.child(subject.index, "nummod") is not None
        if many or words & _TOGETHER:
            return True
    return False


def _is_place_noun(token: Token) -> bool:
    return token.lemma in scene_words().counted_places


def _governors(document: Document, quantity: Quantity) -> frozenset[int]:
    """The counted noun, a participle behind it, and the verb that it is subject or object of."""
    head = document.tokens[quantity.head]
    found = {head.index, *(t.index for t in document.children(head.index) if t.dep == "acl")}
    if head.dep in ("nsubj", "nsubjpass", "dobj"):
        found.add(head.head)  # and its object: 'stopped work in …'
        found |= {t.index for t in document.children(head.head) if t.dep == "dobj"}
    return frozenset(found)
