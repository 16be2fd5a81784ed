"""Numbers of people in a text: who gives them, and of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.find.events.counts.givers import giver_of, says_number
from reportedly.find.events.counts.kinds import (
    PERSON_KINDS,
    is_cumulative,
    is_telling,
    kind_of,
    verb_kind_of,
)
from reportedly.find.events.counts.quantities import Quantity, number_mentions, quantities_in
from reportedly.find.events.counts.words import CountLexicon, load_count_lexicon
from reportedly.parse import Document, Sentence, Token
from reportedly.records import Count, CountKind, Evidence, Found, Scope

__all__ = ["CountMention", "all_counts", "count_mentions", "find_counts", "number_mentions"]

_BACK = 2  # sentences in which the kind of 'they put the number at 3,000' is looked up
_ONE = frozenset({"a", "an", "another"})
_VICTIMS: tuple[CountKind, ...] = ("killed", "injured", "arrested")
_NOBODY: tuple[CountKind, ...] = ("killed", "injured")  # what nobody suffered is told as news
_TOGETHER = frozenset({"together", "altogether", "combined", "jointly"})
_ARTICLE_REACH = 8  # tokens from an article to its noun


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention:
    """A count with its place in the parse."""

    found: Found[Count]
    sentence: int
    head: int  # index of the counted noun, else of the number


def count_mentions(
    document: Document, scopes: Sequence[Scope] = (), lexicon: CountLexicon | None = None
) -> tuple[CountMention, ...]:
    """Numbers of people killed, injured, arrested, missing or gathered, in order of the text.

    Args:
        document: the parsed article.
        scopes: whose words run where; they give ``asserted_by``.
        lexicon: the words of counts; the shipped ones by default.

    A text without syntax gives none: what its numbers count cannot be told.
    """
    if not document.has_syntax:
        return ()
    known = lexicon or load_count_lexicon()
    mentions: list[CountMention] = []
    for sentence in document.sentences:
        found = list(quantities_in(document, sentence, known))
        singles = _single_victims(document, sentence, known)
        for quantity in sorted([*found, *singles], key=lambda q: (q.first, q.last)):
            kind = kind_of(document, quantity, known)
            before = None
            if kind is None:
                before = _told_before(document, quantity, mentions, known)
                kind = before.found.value.kind if before is not None else None
            if kind is None or not _fits(document, quantity, kind, known):
                continue
            mentions.append(_mention(document, quantity, kind, before, scopes, known))
    return tuple(mentions)


def all_counts(
    document: Document, scopes: Sequence[Scope] = (), lexicon: CountLexicon | None = None
) -> tuple[Found[Count], ...]:
    """The counts of a text without their places in the parse."""
    return tuple(mention.found for mention in count_mentions(document, scopes, lexicon))


def find_counts(
    document: Document,
    trigger_token: int,
    clause: tuple[int, int],
    scopes: Sequence[Scope] = (),
    lexicon: CountLexicon | None = None,
) -> tuple[Found[Count], ...]:
    """The counts whose number stands in tokens [first, last), nearest to the trigger first."""
    first, last = clause
    inside = [m for m in count_mentions(document, scopes, lexicon) if first <= m.head < last]
    inside.sort(key=lambda m: (abs(m.head - trigger_token), m.head < trigger_token))
    return tuple(mention.found for mention in inside)


def _single_victims(
    document: Document, sentence: Sentence, lexicon: CountLexicon
) -> Iterator[Quantity]:
    """'killed an officer': an article counts one where the verb says what happened to whom."""
    yield from _named_victims(document, sentence, lexicon)
    for token in document.sentence_tokens(sentence):
        if token.text.lower() not in _ONE:
            continue
        noun = document.head(token) if token.dep == "det" else token  # 'another was hurt'
        if noun.index == token.index and token.text.lower() != "another":
            continue
        if noun.index != token.index and not _is_single(noun):
            continue
        if not 0 <= noun.index - token.index < _ARTICLE_REACH:
            continue
        kind = verb_kind_of(document, noun, lexicon)
        if kind not in PERSON_KINDS or noun.lemma in lexicon.things:
            continue
        if lexicon.is_person(noun.lemma) or noun.index == token.index:
            number = lexicon.groups.get(noun.lemma, 1)
            yield Quantity(
                first=token.index,
                last=token.index + 1,
                low=number,
                best=number,
                high=number,
                noun=noun.index,
                head=noun.index,
                role="all",
                start=token.start,
                end=noun.end,
            )


def _is_single(noun: Token) -> bool:
    return noun.tag in ("NN", "NNP") or noun.lemma == "personnel"


def _named_victims(
    document: Document, sentence: Sentence, lexicon: CountLexicon
) -> Iterator[Quantity]:
    """'Gunmen killed Ana Roa and Luis Paz', 'Constable shot in raid': each is one."""
    for token in document.sentence_tokens(sentence):
        if not (_is_a_name(document, token) or _is_bare(document, token, lexicon)):
            continue
        first = token
        while first.dep == "conj" and document.head(first).name == "PERSON":
            first = document.head(first)
        if first.dep not in ("dobj", "nsubjpass", "nsubj"):
            continue
        if verb_kind_of(document, first, lexicon) not in _VICTIMS:
            continue
        yield Quantity(
            first=token.index,
            last=token.index + 1,
            low=1,
            best=1,
            high=1,
            noun=token.index,
            head=token.index,
            role="all",
            start=_name_start(document, token),
            end=token.end,
        )


def _is_a_name(document: Document, token: Token) -> bool:
    """Whether a word ends the name of one person, also of one whom only his age or trade shows."""
    if token.tag != "NNP":
        return False
    if token.name == "PERSON":
        return True
    beside = [t for t in document.children(token.index) if t.dep in ("appos", "nummod")]
    aged = any(t.text.isdigit() and t.index > token.index for t in beside)
    trade = any(
        t.tag == "NN" and any(c.text.lower() in _ONE for c in document.children(t.index))
        for t in beside
    )
    return token.name != "ORG" and (aged or trade)


def _is_bare(document: Document, token: Token, lexicon: CountLexicon) -> bool:
    """Whether a person is told of without an article: 'Assistant constable killed in ambush'."""
    if token.tag != "NN" or token.dep not in ("dobj", "nsubjpass"):
        return False
    told = {t.dep for t in document.children(token.index)}
    return lexicon.is_person(token.lemma) and not told & {"det", "poss", "nummod", "neg"}


def _name_start(document: Document, token: Token) -> int:
    """Where the name begins whose last word a token is."""
    held = (n for n in document.names if n.first <= token.index < n.last)
    return next((n.start for n in held if n.start <= token.start), token.start)


def _told_before(
    document: Document,
    quantity: Quantity,
    mentions: Sequence[CountMention],
    lexicon: CountLexicon,
) -> CountMention | None:
    """The count told last, where 'the union put the number at 3,000' is about the same people."""
    noun = document.tokens[quantity.noun] if quantity.noun is not None else None
    counted = noun is None or noun.pos == "NUM" or lexicon.is_person(noun.lemma)
    counted = counted and is_telling(document, quantity)
    if not counted or not mentions or not says_number(document, quantity, lexicon):
        return None
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    return mentions[-1] if sentence.index - mentions[-1].sentence <= _BACK else None


def _fits(document: Document, quantity: Quantity, kind: CountKind, lexicon: CountLexicon) -> bool:
    """'nobody was hurt' counts nobody; 'no one marched' or 'no police were there' counts none."""
    if (quantity.low, quantity.high) != (0, 0):
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
        made_by=f"counts:{kind}",
        asserted_by=giver_of(document, quantity, evidence, scopes, lexicon),
    )
    return CountMention(found=found, sentence=sentence, head=quantity.head)


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
    return token.lemma in {"city", "town", "village", "province", "port", "district", "place"}


def _governors(document: Document, quantity: Quantity) -> frozenset[int]:
    """The counted noun, a participle behind it, and the verb that it is subject or object of."""
    head = document.tokens[quantity.head]
    found = {head.index, *(t.index for t in document.children(head.index) if t.dep == "acl")}
    if head.dep in ("nsubj", "nsubjpass", "dobj"):
        found.add(head.head)  # and its object: 'stopped work in …'
        found |= {t.index for t in document.children(head.head) if t.dep == "dobj"}
    return frozenset(found)
