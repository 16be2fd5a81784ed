"""Who gives a number: the subject of 'put … at 200', the agency of 'by the agency's estimate'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from reportedly.find.events.counts.quantities import Quantity
from reportedly.find.events.counts.words import CountLexicon
from reportedly.find.reading import scope_at
from reportedly.parse import Document, Token
from reportedly.records import Evidence, Scope

# An outlet that counts for itself is no speaker.
_OWN = frozenset({"we", "our", "i", "my"})
_OWN_DESK = frozenset({"newspaper", "paper", "reporter", "correspondent", "agency"})
_PREPOSITIONS = frozenset({"at", "of", "with", "about", "around", "over", "under", "as"})
_PLACING = frozenset({"in", "on", "at", "near", "across", "during", "over"})
_NAMING = frozenset({"NOUN", "PROPN"})
_JOINING = frozenset({",", ";", "and", "but", "while"})
_BEHIND = 7  # words behind a number in which 'according to' ends
_SHORTEST = 5  # words before a number whose giver's verb is not repeated: "put it at 90, police at"
_AROUND = 10  # tokens from a number to the colon before it, or to 'by X's count'


def giving_verb(document: Document, quantity: Quantity, lexicon: CountLexicon) -> Token | None:
    """The verb by which somebody gives this number: 'put … at 200', 'counted 6,000'."""
    head = document.tokens[quantity.head]
    above = document.head(head)
    word = above.text.lower()
    if head.dep == "pobj" and (word in _PREPOSITIONS or (word == "to" and quantity.noun is None)):
        above = document.head(above)
        if above.pos == "NOUN":  # 'put the number of injured at 60'
            above = document.head(above)
    elif head.dep not in ("dobj", "ccomp", "attr", "oprd"):
        return None
    return above if above.pos == "VERB" and above.lemma in lexicon.giving_verbs else None


def says_number(document: Document, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """Whether somebody gives a number whose kind stands before: 'police: 200'."""
    if giving_verb(document, quantity, lexicon) is not None:
        return True
    if is_the_number(document, quantity, lexicon):
        return True
    named = _colon_giver(document, quantity) or _reckoner(document, quantity, lexicon)
    named = named or _giver_behind(document, quantity)
    return named is not None or _grows(document, quantity, lexicon)


def is_the_number(document: Document, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """'The number was two'."""
    head = document.tokens[quantity.head]
    verb = document.head(head)
    if head.dep != "attr" or verb.lemma != "be" or quantity.noun is not None:
        return False
    subject = document.child(verb.index, "nsubj")
    said = verb.dep == "ccomp" and document.head(verb).lemma in lexicon.giving_verbs
    if subject is None:
        return False
    return subject.lemma in lexicon.number_nouns or (said and subject.text.lower() == "it")


def _grows(document: Document, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """'Their numbers swelled to 8,000'."""
    head = document.tokens[quantity.head]
    verb = document.head(document.head(head))
    if head.dep != "pobj" or verb.lemma not in lexicon.cumulative_verbs:
        return False
    subject = document.child(verb.index, "nsubj")
    return subject is not None and subject.lemma in lexicon.number_nouns


def giver_of(
    document: Document,
    quantity: Quantity,
    evidence: Evidence,
    scopes: Sequence[Scope],
    lexicon: CountLexicon,
) -> str | None:
    """The speaker of a number: who reckons or gives it, else that of the scope it stands in."""
    reckoner = _reckoner(document, quantity, lexicon) or _colon_giver(document, quantity)
    reckoner = reckoner or _giver_behind(document, quantity)
    reckoner = reckoner or _owner(document, quantity, lexicon)
    reckoner = reckoner or _elided_giver(document, quantity, lexicon)
    if reckoner is None:
        verb = giving_verb(document, quantity, lexicon)
        if verb is not None and not _are_lives(document, quantity):
            reckoner = _subject(document, verb)
    known = reckoner is not None and reckoner.pos in ("NOUN", "PROPN")
    if reckoner is not None and known and not _is_own(document, reckoner):
        return _name(document, reckoner)
    scope = scope_at(tuple(scopes), evidence.start, evidence.end)
    if scope is None or scope.chain[-1].kind == "outlet":
        return None
    return scope.chain[-1].name


def _are_lives(document: Document, quantity: Quantity) -> bool:
    """'The blast claimed *12 lives*', 'the lives *of 12 guards*': it gives no number."""
    head = document.tokens[quantity.head]
    noun = document.tokens[quantity.noun] if quantity.noun is not None else head
    owned = document.head(document.head(head)) if head.dep == "pobj" else head
    return "life" in {noun.lemma, owned.lemma}


def _giver_behind(document: Document, quantity: Quantity) -> Token | None:
    """'3,000 *according to police*, 20,000 according to the union', '3,000 *(police)*'."""
    sentence = document.sentences[document.tokens[quantity.head].sentence]
    end = max(quantity.last, quantity.head + 1)
    behind = document.tokens[end : min(end + _BEHIND, sentence.last)]
    words = [t.text.lower() for t in behind]
    if words[:2] == ["according", "to"]:
        return next((t for t in behind[2:] if t.dep == "pobj" and t.pos in _NAMING), None)
    aside = len(words) > 2 and words[0] == "(" and words[2] == ")" and behind[1].pos in _NAMING
    return behind[1] if aside else None


def _owner(document: Document, quantity: Quantity, lexicon: CountLexicon) -> Token | None:
    """The union of '*the union's figure* was 20,000'."""
    if not is_the_number(document, quantity, lexicon):
        return None
    verb = document.head(document.tokens[quantity.head])
    subject = document.child(verb.index, "nsubj")
    return None if subject is None else document.child(subject.index, "poss")


def _elided_giver(document: Document, quantity: Quantity, lexicon: CountLexicon) -> Token | None:
    """The union of 'police put the crowd at 900, *the union* at 6,500'."""
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    words = document.tokens[sentence.first : quantity.first]
    if len(words) < _SHORTEST or words[-1].text.lower() != "at" or words[-2].pos not in _NAMING:
        return None
    giver, rest = words[-2], words[:-2]
    while rest and (rest[-1].pos in _NAMING or rest[-1].dep in {"det", "amod", "poss", "case"}):
        rest = rest[:-1]
    joined = bool(rest) and rest[-1].text.lower() in _JOINING
    kinds = (words for kind in lexicon.kinds.values() for words in (kind.cues, kind.nouns))
    counted = giver.lemma in lexicon.number_nouns or any(giver.lemma in k for k in kinds)
    given = any(t.lemma in lexicon.giving_verbs and t.pos == "VERB" for t in rest)
    return giver if joined and given and not counted else None


def _subject(document: Document, verb: Token) -> Token | None:
    """The subject of a giving verb: of 'was put at 200 by the union' the union."""
    agent = document.child(verb.index, "agent")
    if agent is not None:
        return document.child(agent.index, "pobj")
    return document.child(verb.index, "nsubj")


def _is_own(document: Document, noun: Token) -> bool:
    """'our own count', 'this newspaper counted'; but not 'the transport agency'."""
    inner = document.subtree(noun.index)
    if any(t.text.lower() in _OWN for t in inner):
        return True
    named = any(t.dep in ("compound", "amod", "poss", "nmod") for t in inner)
    return noun.lemma in _OWN_DESK and not named


def _reckoner(document: Document, quantity: Quantity, lexicon: CountLexicon) -> Token | None:
    """The owner in 'by city hall's count', 'by the agency's estimate'."""
    number = document.tokens[quantity.head]
    sentence = document.sentences[number.sentence]
    first = max(sentence.first, quantity.first - _AROUND)
    end = max(quantity.last, quantity.head + 1)
    last = min(sentence.last, end + _AROUND)
    before = reversed(document.tokens[first : quantity.first])
    for token in (*_up_to_stop(before), *_up_to_stop(document.tokens[end:last])):
        if token.lemma not in lexicon.reckonings or token.dep != "pobj":
            continue
        if document.head(token).text.lower() not in ("by", "on", "in"):
            continue
        owner = document.child(token.index, "poss")
        if owner is not None:
            return owner
    return None


def _up_to_stop(tokens: Iterable[Token]) -> Iterator[Token]:
    """Tokens up to a semicolon or another number: what stands behind is about that."""
    return takewhile(lambda t: t.text not in ";:" and t.pos != "NUM", tokens)


def _colon_giver(document: Document, quantity: Quantity) -> Token | None:
    """The name in 'police: 200; organisers: 5,000'."""
    at = quantity.first - 1
    if at < 1 or document.tokens[at].text != ":" or quantity.noun is not None:
        return None
    before = document.tokens[at - 1]
    named = before.pos in ("NOUN", "PROPN") and before.sentence == document.tokens[at].sentence
    above = document.head(before)
    if before.dep == "pobj" and above.text.lower() in _PLACING:
        return None  # 'killed nine in three villages: four …'
    return before if named else None


def _name(document: Document, subject: Token) -> str:
    """The noun with what names it more closely, without article."""
    inner = ("compound", "amod", "poss", "case", "nmod")
    kept = [t for t in document.subtree(subject.index) if t.index <= subject.index]
    parts = [t for t in kept if t.index == subject.index or t.dep in inner]
    first = min(parts, key=lambda t: t.index)
    return document.readable(first.start, subject.end)
