"""Where a word's participants stand in the syntax: subjects, objects, prepositional places.

Verbs are read as if in active voice: the subject of "police arrested two men" and of "two men
were arrested by police" is "police". Relative pronouns give way to their antecedents; clauses
without a subject of their own take the one of the clause they hang on.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.find.events.clauses import goes_on_above
from reportedly.find.events.triggers.beside import (
    hung_on,
    joined_behind,
    named_among,
    small_clause,
)
from reportedly.find.events.triggers.lost import is_lost_root, lost_subject
from reportedly.find.events.triggers.voice import (
    by_whom,
    described,
    is_caused,
    is_outcome,
    is_passive,
    is_shortened,
    lacks_was,
)
from reportedly.parse import Document, Token

_WHO = frozenset({"who", "whom"})
_RELATIVE = _WHO | {"which", "that"}
_WHERE = frozenset({"where", "when"})
# "dozens of soldiers": what the phrase is about is the noun behind 'of'
TRANSPARENT = frozenset(
    {"group", "dozen", "hundred", "thousand", "score", "number", "couple", "lot", "pair", "team",
     "member", "handful", "crowd", "column", "majority", "band", "some", "many", "most", "several",
     "few", "one", "two", "three", "wave", "series", "total", "ten", "million", "bag", "box",
     "cache", "load", "package", "kilo", "kilogram", "gram", "tonne", "ton", "crate", "haul",
     "quantity", "amount", "piece", "truck", "truckload", "stack", "stock",
     "stretch", "section", "last", "rest", "contingent", "detachment", "squad", "platoon",
     "part", "portion", "quintal", "throng", "horde", "swarm", "busload", "boatload", "batch",
     "mob", "flotilla"}
)  # fmt: skip
_AROUND = frozenset({"before", "after", "sentence", "nouns"})
_STICKS = frozenset({"stick", "bat"})
_NAMING = frozenset({"oprd", "attr", "acomp", "ccomp"})  # "called it *a crime*"
_BELOW = {
    "modifier": ("amod", "compound", "nmod", "poss", "advmod", "nummod", "npadvmod"),
    "possessor": ("poss",),
}
_OUTSIDE = ("outside", "before", "opposite", "at")
# "demanded that he quit": a clause with 'that' asks as an infinitive does
_MANDATIVE = frozenset({"demand", "insist", "urge", "recommend", "call"})
_DEEP = 6  # clauses that a missing subject is looked for


def subjects(document: Document, index: int) -> tuple[Token, ...]:
    """Heads of the phrases that act, in active voice, with their conjuncts."""
    return _spread(document, _subjects(document, index, _DEEP))


def objects(document: Document, index: int) -> tuple[Token, ...]:
    """Heads of the phrases acted upon, in active voice, with their conjuncts."""
    return _spread(document, _objects(document, index, _DEEP))


def after_preposition(document: Document, index: int, word: str) -> tuple[Token, ...]:
    """Heads after a preposition that hangs on a word, its particle or its object."""
    holders = [index]
    holders.extend(
        child.index
        for child in document.children(index)
        if child.dep in ("prt", "prep", "advmod", "acomp", "oprd")
        or (child.dep in ("dobj", "nsubjpass") and word != "of")
    )
    found = [
        inner
        for holder in holders
        for child in document.children(holder)
        if child.text.lower() == word and child.dep in ("prep", "agent", "dative", "prt")
        for inner in document.children(child.index)
        if inner.dep in ("pobj", "pcomp")
    ]
    return _spread(document, found)


def complements(document: Document, index: int) -> tuple[Token, ...]:
    """Verbs of the clauses that a verb governs: 'threatened to *strike*'."""
    found: list[Token] = []
    for child in document.children(index):
        to_verb = child.dep == "advcl" and _is_infinitive(document, child)
        if child.dep in ("xcomp", "ccomp") or to_verb:
            found.append(child)
        elif child.dep == "acomp":  # "is willing to help"
            found.extend(t for t in document.children(child.index) if t.dep in ("xcomp", "ccomp"))
        elif child.dep in ("dobj", "nsubjpass"):
            found.extend(
                t
                for t in document.children(child.index)
                if t.dep in ("acl", "relcl") and _is_infinitive(document, t)
            )
        elif child.dep == "prep":
            for inner in document.children(child.index):
                if inner.dep == "pcomp":
                    found.append(inner)
                elif inner.dep == "pobj":
                    found.extend(
                        t
                        for t in document.children(inner.index)
                        if t.dep in ("acl", "relcl") and _is_infinitive(document, t)
                    )
    return _spread(document, found)


def infinitives(document: Document, index: int) -> tuple[Token, ...]:
    """Governed verbs that tell what shall be done: 'urged him to quit', 'demand that he quit'."""
    lemma = document.tokens[index].lemma
    return tuple(
        verb
        for verb in complements(document, index)
        if (lemma in _MANDATIVE and not (lemma == "insist" and _is_told(document, verb)))
        or _is_infinitive(document, verb)
        or verb.dep == "pcomp"
    )


def _is_told(document: Document, verb: Token) -> bool:
    """'Insist that the miners *were* unarmed': what is so, and nothing that shall be."""
    words = (verb, *document.children(verb.index))
    return any(t.tag in ("VBD", "VBZ") or t.lemma in ("will", "would") for t in words)


def predicates(document: Document, index: int) -> tuple[Token, ...]:
    """What a verb says that something is, with adjectives: 'called it *a cowardly act*'."""
    named = [
        t
        for t in document.children(index)
        if t.dep in _NAMING and t.pos in ("NOUN", "PROPN", "ADJ") and t.index > index
    ]
    named.extend(t for t in after_preposition(document, index, "as") if t.pos != "VERB")
    things = [t for t in document.children(index) if t.dep == "dobj"]
    holders = (index, *(t.index for t in things[:1]))  # parsers hang 'as' on the object too
    named.extend(
        t
        for holder in holders
        for child in document.children(holder)
        if child.text.lower() == "as"
        for t in document.children(child.index)
        if t.pos == "ADJ" or (holder != index and t.dep == "pobj")  # "described it as unacceptable"
    )
    named.extend(things[1:])  # "branded them traitors"
    named.extend(  # "called the raid *a disgrace*" or "*needless*", hung on the raid by the parser
        t
        for thing in things[:1]
        for t in document.children(thing.index)
        if t.dep == "npadvmod"
        or (t.pos == "ADJ" and t.dep in ("amod", "acl") and t.index > thing.index)
    )
    heads = _spread(document, named)
    adjectives = (t for head in heads for t in document.children(head.index) if t.dep == "amod")
    return (*heads, *adjectives)


def modals(document: Document, index: int) -> tuple[Token, ...]:
    """Modal verbs of the clauses that a verb governs: 'said that the army *must* leave'."""
    return tuple(
        t
        for verb in complements(document, index)
        for t in document.children(verb.index)
        if t.tag == "MD" or t.dep == "neg"
    )


def governor(document: Document, index: int) -> Token | None:
    """The word that a noun depends on, through its preposition; None at a root."""
    token = document.tokens[index]
    for _ in range(_DEEP):
        if token.dep != "conj":
            break
        token = document.head(token)
    if token.head == token.index:
        return None
    head = document.head(token)
    if token.dep in ("pobj", "pcomp"):  # 'out of the talks': up to the verb
        while head.dep in ("prep", "agent", "dative") and head.head != head.index:
            head = document.head(head)
    return head


def places_of(document: Document, index: int, slot: str) -> tuple[Token, ...]:
    """The tokens at a named place of a word; any name that is none of ours is a preposition."""
    if slot in _AROUND:
        return _around(document, index, slot)
    if slot in _BELOW:
        below = [t for t in document.children(index) if t.dep in _BELOW[slot]]
        return _spread(document, below) if slot == "possessor" else tuple(below)
    if slot == "governor":
        above = governor(document, index)
        return (above,) if above else ()
    by_name = {
        "subject": subjects,
        "object": objects,
        "complement": complements,
        "infinitive": infinitives,
        "predicate": predicates,
        "modal": modals,
    }
    if slot in by_name:
        return by_name[slot](document, index)
    if slot == "outside":
        return _outside(document, index)
    return after_preposition(document, index, slot)


def _outside(document: Document, index: int) -> tuple[Token, ...]:
    """What people stand before: outside, before, opposite or in front of it."""
    found = [t for word in _OUTSIDE for t in after_preposition(document, index, word)]
    for front in after_preposition(document, index, "in"):
        if front.lemma == "front":
            found.extend(after_preposition(document, front.index, "of"))
    return tuple(found)


def _around(document: Document, index: int, slot: str) -> tuple[Token, ...]:
    """The neighbours of a word, or the words of its sentence."""
    sentence = document.sentences[document.tokens[index].sentence]
    if slot == "before":
        return document.tokens[max(sentence.first, index - 1) : index]
    if slot == "after":
        return document.tokens[index + 1 : min(sentence.last, index + 2)]
    words = document.sentence_tokens(sentence)
    if slot == "nouns":
        named = (t for t in words if t.pos in ("NOUN", "PROPN", "ADJ"))
        return tuple(t for t in named if not _names_weapon(document, t))
    return words


def _names_weapon(document: Document, noun: Token) -> bool:
    """'Beat two clerks with *hockey* sticks', '*cricket* bats': no word of a match."""
    return noun.dep == "compound" and document.head(noun).lemma in _STICKS


# --- steps ------------------------------------------------------------------------------


def _subjects(document: Document, index: int, depth: int) -> list[Token]:
    if depth == 0:
        return []
    token = document.tokens[index]
    if is_passive(document, index):
        return by_whom(document, index)
    children = document.children(index)
    own = [t for t in children if t.dep in ("nsubj", "csubj", "expl")]
    own = own or hung_on(document, children, "aux", ("nsubj",))
    if own and not is_lost_root(document, token):
        return [_antecedent(document, index, t) for t in own]
    return lost_subject(document, token) or _inherited(document, token, depth)


def _objects(document: Document, index: int, depth: int) -> list[Token]:
    if depth == 0:
        return []
    token = document.tokens[index]
    children = document.children(index)
    if is_passive(document, index):
        own = [t for t in children if t.dep == "nsubjpass"]
        own = own or hung_on(document, children, "auxpass", ("nsubj", "nsubjpass"))
        by_somebody = any(t.dep == "agent" for t in children)  # "Journalist beaten by police"
        shortened = by_somebody or is_caused(document, token) or lacks_was(document, token)
        shortened = shortened or is_shortened(document, token)
        if not own and shortened:
            own = [t for t in children if t.dep == "nsubj"]
        if own:
            return [_antecedent(document, index, t) for t in own]
        noun = described(document, token)
        if noun is not None:
            return [noun]
        return lost_subject(document, token) or _inherited(document, token, depth)
    own = [t for t in children if t.dep == "dobj"] or small_clause(document, children)
    own += joined_behind(document, token, own)
    own = own or [t for t in children if t.dep == "dative" and t.pos != "ADP"]  # "gave *him* hours"
    if own:
        return [_antecedent(document, index, t) for t in own]
    return _objects_elsewhere(document, token, depth)


def _objects_elsewhere(document: Document, token: Token, depth: int) -> list[Token]:
    """Objects that stand outside an active verb: before its relative clause, or at its conjunct."""
    above = document.head(token)
    children = document.children(token.index)
    if token.dep == "ccomp":  # "whom colleagues say officers led away"
        return [
            _antecedent(document, above.index, t)
            for t in document.children(above.index)
            if t.dep == "dobj" and t.lemma in _RELATIVE
        ]
    if token.dep == "relcl" and any(
        t.dep == "nsubj" and t.lemma not in _RELATIVE for t in children
    ):
        placed = any(t.text.lower() in _WHERE for t in children)  # "Arvan, *where* police held 11"
        return [] if placed else [above]
    for child in children:  # "stormed and looted the shop"
        if child.dep == "conj" and child.pos == "VERB" and child.index - token.index <= 3:
            return _objects(document, child.index, depth - 1)
    return []


def _inherited(document: Document, token: Token, depth: int) -> list[Token]:
    """The grammatical subject that a clause without one takes from above."""
    above = document.head(token)
    if above.index == token.index:
        return []
    if token.dep in ("acl", "relcl"):
        return named_among(document, above) or [above]
    if token.dep == "xcomp":
        controlled = [t for t in document.children(above.index) if t.dep == "dobj"]
        if controlled:
            return controlled
    if token.dep == "pcomp" and above.text.lower() == "for":
        return _objects(document, above.head, depth - 1)  # "arrested nine for blocking a road"
    return _subject_above(document, token, depth)


def _subject_above(document: Document, token: Token, depth: int) -> list[Token]:
    """The grammatical subject of the verb that a clause hangs on, through prepositions."""
    above = document.head(token)
    if token.dep in ("pcomp", "prep"):
        while above.dep in ("prep", "pcomp") and above.head != above.index:
            above = document.head(above)
    if goes_on_above(document, token):
        above = document.head(above)
    if above.pos == "ADJ" and above.dep == "acomp":  # "police were able to arrest two"
        above = document.head(above)
    if above.pos not in ("VERB", "AUX") or token.dep in ("ccomp", "parataxis"):
        return []
    if is_outcome(document, token, above):
        return by_whom(document, above.index)
    if is_passive(document, above.index):
        return _objects(document, above.index, depth - 1)
    return _subjects(document, above.index, depth - 1)


def _antecedent(document: Document, verb: int, token: Token) -> Token:
    """What a relative pronoun stands for, else the token itself."""
    if token.lemma not in _RELATIVE or not token.tag.startswith("W"):
        return token
    for above in (document.tokens[verb], *document.ancestors(verb)):
        if above.dep == "relcl":
            found = document.head(above)
            return _person_before(document, found) if token.lemma in _WHO else found
        if above.dep not in ("ccomp", "conj", "xcomp"):
            break
    return token


def _person_before(document: Document, token: Token) -> Token:
    """'Ana Roa, chair of the Congress, whom …': the person, where a body was taken for 'whom'."""
    while token.dep == "pobj" and token.name in ("ORG", "GPE", "LOC"):
        holder = document.head(document.head(token))
        if holder.pos not in ("NOUN", "PROPN"):
            break
        token = holder
    return document.head(token) if token.dep == "appos" else token


def _is_infinitive(document: Document, token: Token) -> bool:
    return any(t.tag == "TO" for t in document.children(token.index))


def _spread(document: Document, heads: Iterable[Token]) -> tuple[Token, ...]:
    """Heads with their conjuncts and, for 'dozens of soldiers', the noun behind 'of'."""
    found: list[Token] = []
    todo = list(heads)
    while todo:
        token = todo.pop(0)
        if token in found:
            continue
        found.append(token)
        children = document.children(token.index)
        joined = (t for t in children if t.dep == "conj")  # "rebels and not soldiers"
        todo.extend(t for t in joined if document.child(t.index, "neg") is None)
        if token.lemma in TRANSPARENT or token.pos == "NUM":
            todo.extend(
                inner
                for child in children
                if child.text.lower() == "of"
                for inner in document.children(child.index)
                if inner.dep == "pobj"
            )
    return tuple(found)
