"""Numbers of people in a text: who gives them, and of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.find.events.count_kinds import is_cumulative, kind_of
from reportedly.find.events.count_words import CountLexicon, load_count_lexicon
from reportedly.find.events.quantities import Quantity, number_mentions, quantities_in
from reportedly.find.reading import scope_at
from reportedly.parse import Document, Sentence, Token
from reportedly.records import Count, CountKind, Evidence, Found, Scope

__all__ = ["CountMention", "all_counts", "count_mentions", "find_counts", "number_mentions"]

_BACK = 2  # sentences in which the kind of 'they put the number at 3,000' is looked up
_PERSON_KINDS: tuple[CountKind, ...] = ("killed", "injured", "arrested", "missing")
_OWN = frozenset({"newspaper", "reporter", "correspondent", "we", "our", "agency"})


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
            if kind is None:
                kind = _kind_told_before(document, quantity, mentions, known)
            if kind is None or not _fits(quantity, kind):
                continue
            mentions.append(_mention(document, quantity, kind, scopes, known))
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
    for token in document.sentence_tokens(sentence):
        if token.text.lower() not in ("a", "an") or token.dep != "det":
            continue
        noun = document.head(token)
        verb = document.head(noun)
        undergoes = any(verb.lemma in lexicon.kinds[k].object_verbs for k in _PERSON_KINDS)
        if noun.tag != "NN" or not lexicon.is_person(noun.lemma) or not undergoes:
            continue
        if noun.dep in ("dobj", "nsubjpass") and 0 < noun.index - token.index < 4:
            yield Quantity(
                first=token.index,
                last=token.index + 1,
                low=1,
                best=1,
                high=1,
                noun=noun.index,
                head=noun.index,
                start=token.start,
                end=noun.end,
            )


def _kind_told_before(
    document: Document,
    quantity: Quantity,
    mentions: Sequence[CountMention],
    lexicon: CountLexicon,
) -> CountKind | None:
    """'The union put the number at 3,000': the kind of the count told last."""
    if quantity.noun is not None and document.tokens[quantity.noun].pos != "NUM":
        return None
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    giver = _giving_verb(document, quantity, lexicon)
    if giver is None or not mentions:
        return None
    last = mentions[-1]
    near = sentence.index - last.sentence <= _BACK
    return last.found.value.kind if near else None


def _giving_verb(document: Document, quantity: Quantity, lexicon: CountLexicon) -> Token | None:
    """The verb by which somebody gives this number: 'put … at 200', 'counted 6,000'."""
    head = document.tokens[quantity.head]
    above = document.head(head)
    if head.dep == "pobj" and above.text.lower() in ("at", "to"):
        above = document.head(above)
    elif head.dep != "dobj":
        return None
    return above if above.lemma in lexicon.giving_verbs else None


def _fits(quantity: Quantity, kind: CountKind) -> bool:
    """'nobody was hurt' counts nobody; 'no one marched' or 'no police were there' counts none."""
    if (quantity.low, quantity.high) != (0, 0):
        return True
    return kind in _PERSON_KINDS and quantity.first != quantity.noun


def _mention(
    document: Document,
    quantity: Quantity,
    kind: CountKind,
    scopes: Sequence[Scope],
    lexicon: CountLexicon,
) -> CountMention:
    evidence = document.evidence(quantity.start, quantity.end)
    count = Count(
        kind=kind,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        text=document.readable(quantity.start, quantity.end),
        cumulative=is_cumulative(document, quantity, lexicon),
        shared_key=_shared_key(document, quantity, evidence),
    )
    found = Found(
        value=count,
        evidence=evidence,
        made_by=f"counts:{kind}",
        asserted_by=_asserted_by(document, quantity, evidence, scopes, lexicon),
    )
    sentence = document.tokens[quantity.head].sentence
    return CountMention(found=found, sentence=sentence, head=quantity.head)


def _shared_key(document: Document, quantity: Quantity, evidence: Evidence) -> str | None:
    """A key where one number is told of several places: '12 arrested in Belt and Coro'."""
    sentence = document.sentences[document.tokens[quantity.head].sentence]
    governors = _governors(document, quantity)
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


def _asserted_by(
    document: Document,
    quantity: Quantity,
    evidence: Evidence,
    scopes: Sequence[Scope],
    lexicon: CountLexicon,
) -> str | None:
    """The speaker of the number: of the scope it stands in, else the subject of 'put … at'."""
    verb = _giving_verb(document, quantity, lexicon)
    if verb is not None:
        subject = document.child(verb.index, "nsubj")
        if subject is not None and subject.pos in ("NOUN", "PROPN"):
            words = document.subtree(subject.index)
            if not any(t.lemma in _OWN for t in words):
                return _name(document, subject)
    scope = scope_at(tuple(scopes), evidence.start, evidence.end)
    if scope is None or scope.chain[-1].kind == "outlet":
        return None
    return scope.chain[-1].name


def _name(document: Document, subject: Token) -> str:
    """The noun with what names it more closely, without article."""
    inner = ("compound", "amod", "poss", "case", "nmod")
    kept = [t for t in document.subtree(subject.index) if t.index <= subject.index]
    parts = [t for t in kept if t.index == subject.index or t.dep in inner]
    first = min(parts, key=lambda t: t.index)
    return document.readable(first.start, subject.end)
