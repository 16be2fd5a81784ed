"""People who are counted already: told again, named one by one, or a part of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find.events.counts.cues import is_cumulative
from reportedly.find.events.counts.kinds import kind_of
from reportedly.find.events.counts.quantities import Quantity
from reportedly.find.events.counts.tolls import raises_toll
from reportedly.find.events.counts.words import CountLexicon
from reportedly.parse import Document, Token
from reportedly.records import Count, CountKind, Found

_KNOWN = frozenset({"the", "these", "those", "all", "both"})
_OF_THESE = frozenset({"them", "whom", "these", "those", "which"})
_FURTHER = frozenset({"also", "another", "other", "others", "more", "further", "too", "besides"})
_BODIES = frozenset({"body", "corpse"})
_FOUND = frozenset({"find", "recover", "retrieve"})
_DASHES = frozenset({"-", "--", "–", "—", ":", "("})


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention:
    """A count with its place in the parse."""

    found: Found[Count]
    sentence: int
    head: int  # index of the counted noun, else of the number
    named: bool = False  # whether a name alone tells of the one


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number with what surrounds it: the counts before it and the other numbers beside it."""

    document: Document
    quantity: Quantity
    kind: CountKind
    mentions: Sequence[CountMention]  # before it in the text
    others: Sequence[Quantity]  # of its sentence
    lexicon: CountLexicon

    def is_of_kind(self, other: Quantity) -> bool:
        """Whether another number beside it counts the same."""
        return kind_of(self.document, other, self.lexicon) == self.kind


def is_counted_already(number: Number, named: int) -> bool:
    """Whether the people of a number are among those counted before.

    Args:
        number: the number with what surrounds it.
        named: how many of those told before were named since.
    """
    document, quantity = number.document, number.quantity
    same = [m for m in number.mentions if m.found.value.kind == number.kind]
    return (
        _is_said_again(document, quantity, same)
        or _is_part(number, same)
        or _is_share(number, same)
        or (quantity.named and _is_named_again(document, quantity, same, named))
        or _are_found(document, quantity, same)
        or _is_in_toll(number)
    )


def _is_said_again(document: Document, quantity: Quantity, same: Sequence[CountMention]) -> bool:
    """'The three men arrested': those whose number an earlier sentence gives."""
    first = document.tokens[quantity.first]
    if quantity.best in (None, 1) or quantity.role != "all" or not quantity.first:
        return False
    if document.tokens[quantity.first - 1].text.lower() not in _KNOWN:
        return False
    return any(m.sentence < first.sentence and m.found.value.best == quantity.best for m in same)


def _is_part(number: Number, same: Sequence[CountMention]) -> bool:
    """'Six were hurt, one of them badly', 'three of the 19 injured': they are counted already."""
    document, quantity = number.document, number.quantity
    if quantity.role == "part" and _is_of_wounded(number, same):
        return True
    if quantity.role == "part":
        wholes = (q for q in number.others if q.role == "whole" and q.first > quantity.first)
        whole = next(wholes, None)
        return whole is not None and number.is_of_kind(whole)
    noun = document.tokens[quantity.noun] if quantity.noun is not None else None
    if noun is None or noun.text.lower() not in _OF_THESE or noun.dep != "pobj":
        return _is_one_of_last(number, same)
    return any(m.sentence == noun.sentence and m.head < quantity.first for m in same) or (
        _told_right_before(quantity, noun.sentence, same)
    )


def _told_right_before(quantity: Quantity, sentence: int, same: Sequence[CountMention]) -> bool:
    """'Four men were held. *One of them* was still held on Monday': of those just told."""
    last = same[-1] if same else None
    if last is None or last.sentence != sentence - 1 or quantity.best is None:
        return False
    return (last.found.value.best or last.found.value.low or 0) > quantity.best


def _is_one_of_last(number: Number, same: Sequence[CountMention]) -> bool:
    """'Eleven were hurt; *one*, the student Ana Roa, lost two teeth': one of the eleven."""
    document, quantity = number.document, number.quantity
    first, last = document.tokens[quantity.first], same[-1] if same else None
    if quantity.noun is not None or quantity.best != 1 or last is None or not quantity.first:
        return False
    several = (last.found.value.best or last.found.value.low or 0) > 1
    behind = document.tokens[quantity.last : quantity.last + 1]
    set_off = document.tokens[quantity.first - 1].text in ";:" and bool(behind)
    return several and last.sentence == first.sentence and set_off and behind[0].text == ","


def _is_of_wounded(number: Number, same: Sequence[CountMention]) -> bool:
    """'The toll rose to 14. *Three of the wounded* died': they are among the 14.

    Of "six were wounded; *four of the wounded* had burns" the four are among the six.
    """
    document, quantity = number.document, number.quantity
    of = document.child(quantity.head, "prep")
    hurt = None if of is None else document.child(of.index, "pobj")
    if hurt is None or hurt.text.lower() not in number.lexicon.kinds["injured"].nouns:
        return False
    return any(number.kind == "injured" or m.found.value.cumulative for m in same)


def _is_share(number: Number, same: Sequence[CountMention]) -> bool:
    """'Ten people - seven guards and three clerks - were killed': shares of one number."""
    document, quantity = number.document, number.quantity
    first = document.tokens[quantity.first]
    whole = next((m for m in reversed(same) if m.sentence == first.sentence), None)
    if whole is None or whole.found.value.best is None or quantity.best is None:
        return False
    between = document.tokens_in(whole.found.evidence.start, first.start)
    dash = next((t.index for t in between if t.text in _DASHES), None)
    if dash is None:
        return False
    shares = [
        q for q in number.others if q.first > dash and (q is quantity or number.is_of_kind(q))
    ]
    if len(shares) < 2 or sum(q.best or 0 for q in shares) != whole.found.value.best:
        return False
    return not all(_is_placed(document, q) for q in shares)


def _is_placed(document: Document, quantity: Quantity) -> bool:
    """'Nine were killed - *four in Arvan*, five in Belt': each town has a number of its own."""
    behind = document.tokens[quantity.last : quantity.last + 2]
    return [t.pos for t in behind] == ["ADP", "PROPN"]


def _is_named_again(
    document: Document, quantity: Quantity, same: Sequence[CountMention], named: int
) -> bool:
    """'Two were killed … Ana Roa was killed at once': one of those told before without a name.

    So many as were told without names can be named; "Ana Roa was also killed" is one more.
    """
    name = document.tokens[quantity.head]
    if _is_one_more(document, name):
        return False
    before = [m for m in same if m.sentence < name.sentence]
    told = sum(m.found.value.best or m.found.value.low or 0 for m in before if not m.named)
    return named < told


def _is_one_more(document: Document, noun: Token) -> bool:
    verb = document.head(noun)
    words = (*document.children(noun.index), *document.children(verb.index))
    return any(t.text.lower() in _FURTHER for t in words)


def _are_found(document: Document, quantity: Quantity, same: Sequence[CountMention]) -> bool:
    """'The bodies of two rebels were recovered': of those whose death was told before."""
    noun = document.tokens[quantity.noun if quantity.noun is not None else quantity.head]
    if noun.lemma not in _BODIES:
        preposition = document.head(noun)
        noun = document.head(preposition)
        if preposition.text.lower() != "of" or noun.lemma not in _BODIES:
            return False
    if document.head(noun).lemma not in _FOUND or quantity.best is None:
        return False
    first = document.tokens[quantity.first]
    if any(t.text.lower() in _FURTHER for t in document.children(noun.index)):
        return False
    return any(
        m.sentence < first.sentence and (m.found.value.best or 0) >= quantity.best for m in same
    )


def _is_in_toll(number: Number) -> bool:
    """'A man died of his wounds, taking the toll to six': he is one of the six."""
    document, lexicon = number.document, number.lexicon
    raised = (
        other for other in number.others if raises_toll(document, number.quantity, other, lexicon)
    )
    if any(number.is_of_kind(other) for other in raised):
        return True
    return number.quantity.kind is not None and any(
        other.first > number.quantity.first
        and number.is_of_kind(other)
        and is_cumulative(document, other, lexicon)
        for other in number.others
    )
