"""What a number counts: people killed, injured, arrested, missing, or a crowd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.events.counts.quantities import SCALES, Quantity
from reportedly.find.events.counts.words import KINDS, CountLexicon, VerbWords, verb_fits
from reportedly.parse import Document, Token
from reportedly.records import CountKind

PERSON_KINDS: tuple[CountKind, ...] = ("killed", "injured", "arrested", "missing")
_CROWD: CountKind = "crowd"
_NEXT = 3  # tokens after the noun in which 'dead', 'wounded', 'strong' can stand
_PHRASE_REACH = 8  # tokens after the noun in which a phrase can begin
_ALONG = frozenset({"along", "together"})
_FURTHER = frozenset({"more", "other", "further", "additional"})
_BEFORE = 10  # tokens before a number in which its cue can stand


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
        if by_noun is not None or noun.lemma in lexicon.things:
            counts = is_telling(document, quantity) and not _is_added(document, quantity, noun)
            return by_noun if counts else None
    if _is_date(document, quantity, noun, lexicon) or _is_example(document, quantity):
        return None
    told = _told(document, quantity, lexicon)
    if told is not None:
        return told if _can_be(noun, told, lexicon) else None
    if noun is None or noun.lemma not in lexicon.kinds["crowd"].nouns:
        return None
    # '50 protesters were beaten' are a part of the crowd, '50 protesters came' are all of it
    whole = noun.dep in ("nsubj", "ROOT", "attr", "appos", "conj") or (
        noun.dep == "pobj" and document.head(noun).lemma in ("of", "by", "with")
    )
    return "crowd" if whole and quantity.role == "all" else None


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
    beside = _by_neighbours(document, quantity, lexicon)
    if quantity.role == "whole":
        clause = clause_kind_of(document, noun, lexicon)
        phrase = _by_phrase(document, quantity, lexicon, reach=2)
        return beside or clause or (phrase if phrase in PERSON_KINDS else None)
    main = verb_kind_of(document, noun, lexicon)
    if main in PERSON_KINDS:
        return main  # 'a man wounded on Tuesday died'
    told = beside or _by_verb(document, quantity, lexicon)
    phrase = _by_phrase(document, quantity, lexicon)
    if phrase in PERSON_KINDS and _acts(document, noun):
        phrase = None  # 'four gunmen shot dead a guard'
    told = told or phrase
    return told or _by_cue(document, quantity, lexicon)


def _acts(document: Document, noun: Token) -> bool:
    """Whether a noun is subject of an active verb with an object: no victim of that verb."""
    noun = _outermost(document, noun)
    verb = document.head(noun)
    if noun.dep != "nsubj" or document.child(verb.index, "auxpass") is not None:
        return False
    return _has_object(document, verb) or any(
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
    first = document.tokens[quantity.first]
    before = document.tokens[max(0, quantity.first - 2) : quantity.first]
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
    if before in ("at", "to") and _by_cue(document, quantity, lexicon) is not None:
        return False  # 'put the number of wounded at 40'
    if number.name in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"):
        return True
    bare = noun is None and number.text.isdigit() and len(number.text) == 4
    return bare and "1900" <= number.text <= "2099"


def _can_be(noun: Token | None, kind: CountKind, lexicon: CountLexicon) -> bool:
    """Crowds and the arrested are people; who is killed may be called anything living."""
    if noun is None or noun.pos in ("NUM", "PRON", "ADJ", "VERB") or noun.name == "PERSON":
        return True
    if noun.tag == "NNP" and noun.name == "" and kind in PERSON_KINDS:
        return True  # 'killed one Guravaiah'
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
                token.tag == "VBD"
                and token.dep not in ("acl", "amod")
                and _has_object(document, token)
            ):
                return None  # 'three officers wounded a man'
            return kind
        if token.index > last and token.pos in ("VERB", "ADP", "SCONJ", "CCONJ", "DET"):
            break
    return None


def _by_verb(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """The verb or noun that governs the counted noun, and on which side."""
    token = _outermost(document, document.tokens[quantity.head])
    above = document.head(token)
    if above.index == token.index:
        return clause_kind_of(document, token, lexicon)
    if token.dep == "pobj" and above.text.lower() == "of":
        if not is_telling(document, quantity):
            return None  # 'the bodies of several'
        governor = document.head(above)
        return next((k for k in KINDS if governor.lemma in lexicon.kinds[k].of_nouns), None)
    if token.dep == "pobj" and above.text.lower() == "by":
        verb = document.head(above)
        return "crowd" if verb.lemma in ("attend", "join") else None
    verb_kind = verb_kind_of(document, token, lexicon)
    return verb_kind or clause_kind_of(document, token, lexicon)


def verb_kind_of(document: Document, noun: Token, lexicon: CountLexicon) -> CountKind | None:
    """What the verbs say of their subject or object: 'were held', 'shot dead', 'lay dead'."""
    noun = _outermost(document, noun)
    verb = document.head(noun)
    with_others = _joined_to(document, noun)
    if with_others is not None:
        return _fitting(document, with_others, lexicon, passive=True)
    if noun.dep in ("dobj", "attr", "oprd"):
        beside = frozenset(
            t.lemma
            for t in document.children(noun.index)
            if t.dep == "prep" or t.lemma == "dead"  # 'shot dead two guards'
        )
        return _fitting(document, verb, lexicon, passive=True, beside=beside)
    if _is_behind_place(document, noun):
        verb = document.head(verb)
    elif noun.dep not in ("nsubj", "nsubjpass"):
        return None
    for one in _told_of_subject(document, verb):
        passive = one.dep != "xcomp" and document.child(one.index, "auxpass") is not None
        passive = passive or (one.index != verb.index and one.tag == "VBN")
        kind = _fitting(document, one, lexicon, passive=passive)
        if kind is not None:
            return kind
    return None


def _is_behind_place(document: Document, noun: Token) -> bool:
    """'In Arvan 300 people formed a chain': parsers take the people for a second place."""
    above = document.head(noun)
    if noun.dep != "pobj" or above.text != "In":
        return False
    place = document.child(above.index, "pobj")
    verb = document.head(above)
    return place is not None and place.index < noun.index and verb.pos == "VERB"


def _joined_to(document: Document, noun: Token) -> Token | None:
    """The passive verb of 'was held along with four others': they were held as well."""
    above = document.head(noun)
    along = document.head(above)
    if noun.dep != "pobj" or above.text.lower() != "with" or along.text.lower() not in _ALONG:
        return None
    verb = document.head(along)
    return verb if document.child(verb.index, "auxpass") is not None else None


def _told_of_subject(document: Document, verb: Token) -> Iterator[Token]:
    """A verb with those joined to it ('were seized and shot') or hung on ('said to have died')."""
    todo = [verb]
    if verb.dep in ("nsubj", "nsubjpass") and _only_names(document, verb):
        todo.append(document.head(verb))
    while todo:
        one = todo.pop(0)
        yield one
        for child in document.children(one.index):
            joined = child.dep in ("conj", "xcomp", "ccomp", "oprd")
            joined = joined or (child.dep == "advcl" and _only_names(document, one))
            own = document.child(child.index, "nsubj", "nsubjpass", "expl")
            if joined and own is None and child.pos in ("VERB", "AUX"):
                todo.append(child)


def _only_names(document: Document, verb: Token) -> bool:
    """'a man identified as X was held': a participle that parsers take for the verb."""
    return verb.lemma == "identify" and document.child(verb.index, "auxpass") is None


def _fitting(
    document: Document,
    verb: Token,
    lexicon: CountLexicon,
    *,
    passive: bool,
    beside: frozenset[str] = frozenset(),
) -> CountKind | None:
    """The kind for which a verb stands in the lexicon; `beside`: words that hang on its object."""
    hanging = _hanging(document, verb) | beside
    for kind in (*PERSON_KINDS, _CROWD):
        words = lexicon.kinds[kind]
        verbs: VerbWords = words.object_verbs if passive else words.subject_verbs
        if verb_fits(verbs, verb.lemma, hanging):
            return kind
    return None


def _hanging(document: Document, verb: Token) -> frozenset[str]:
    """The words that hang on a verb beside its subject: 'away', 'into custody', 'dead'."""
    found: set[str] = set()
    for child in document.children(verb.index):
        if child.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "conj"):
            continue
        found |= {child.lemma, child.text.lower()}
        if child.dep == "advcl" and document.child(child.index, "aux") is not None:
            found.add("to")  # 'sent to hospital', taken for a verb by parsers
        if child.dep in ("prep", "prt", "advmod", "xcomp", "ccomp", "oprd", "acomp"):
            inner = [t for t in document.children(child.index) if t.dep not in ("conj", "nsubj")]
            found |= {t.lemma for t in inner}
            found |= {t.lemma for i in inner for t in document.children(i.index) if t.dep == "pobj"}
    return frozenset(found)


def clause_kind_of(document: Document, token: Token, lexicon: CountLexicon) -> CountKind | None:
    """'14 people arrested near the market', 'the five who died'."""
    for child in document.children(token.index):
        if child.dep == "acl" and child.tag in ("VBN", "VBD"):
            kind = _fitting(document, child, lexicon, passive=True)
        elif child.dep == "relcl":
            passive = document.child(child.index, "auxpass") is not None
            subject = document.child(child.index, "nsubj", "nsubjpass")
            if subject is not None and subject.text.lower() not in ("who", "that", "which"):
                continue  # 'three men, one of whom died'
            kind = _fitting(document, child, lexicon, passive=passive)
        else:
            continue
        if kind is not None and kind != "crowd":
            return kind
    return None


def _outermost(document: Document, token: Token) -> Token:
    """The first of joined nouns: of 'two guards and three drivers were killed' the guards."""
    while token.dep in ("conj", "appos", "nummod") and token.head != token.index:
        above = document.head(token)
        if above.pos in ("VERB", "AUX"):
            break
        token = above
    return token


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
        words.append(token.text.lower())
    first_kind: tuple[int, CountKind] | None = None
    for kind in KINDS:
        for phrase in lexicon.kinds[kind].phrases:
            at = _find(words, phrase)
            if at is not None and (first_kind is None or at < first_kind[0]):
                first_kind = (at, kind)
    return first_kind[1] if first_kind else None


def _find(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    starts = range(len(words) - len(phrase) + 1)
    return next((n for n in starts if tuple(words[n : n + len(phrase)]) == tuple(phrase)), None)


def _by_cue(document: Document, quantity: Quantity, lexicon: CountLexicon) -> CountKind | None:
    """'the toll to 41', 'put the crowd at 200', 'the number of injured rose to 60'."""
    if quantity.noun is not None and document.tokens[quantity.noun].lemma not in lexicon.people:
        return None
    before = list(_before(document, quantity))
    lemmas = {t.lemma for t in before}
    verbs = lexicon.giving_verbs | lexicon.cumulative_verbs
    measured = bool(lemmas & lexicon.number_nouns) or bool(lemmas & verbs)
    for word in before:
        for kind in KINDS:
            words = lexicon.kinds[kind]
            if word.lemma in words.cues:
                return kind
            if measured and (word.lemma in words.nouns or word.text.lower() in words.adjectives):
                return kind
    return None


def _before(document: Document, quantity: Quantity) -> Iterator[Token]:
    """The words before a number in its clause, nearest first."""
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    for token in reversed(
        document.tokens[max(sentence.first, quantity.first - _BEFORE) : quantity.first]
    ):
        if token.text in ",;:()":
            return
        yield token


def is_cumulative(document: Document, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """A total that includes earlier ones: 'taking the toll to 41', '300 arrested so far'."""
    words = list(_before(document, quantity))
    lemmas = {t.lemma for t in words}
    if words and words[0].text.lower() in ("to", "at", "of", "reached", "least", "than"):
        tolls = {cue for k in KINDS if k != "crowd" for cue in lexicon.kinds[k].cues}
        if lemmas & tolls and lemmas & lexicon.cumulative_verbs:
            return True
    if document.tokens[quantity.first].dep == "det" and (quantity.best or 0) > 2:
        return True  # 'a fifth man died'
    sentence = document.sentences[document.tokens[quantity.first].sentence]
    near = document.tokens[
        max(sentence.first, quantity.first - 4) : min(sentence.last, quantity.head + 12)
    ]
    text = [t.text.lower() for t in near]
    return any(_find(text, phrase) is not None for phrase in lexicon.cumulative_phrases)


def _has_object(document: Document, verb: Token) -> bool:
    return document.child(verb.index, "dobj") is not None
