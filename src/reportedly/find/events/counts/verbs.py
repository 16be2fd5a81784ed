"""What verbs say of the people that they govern: who was 'held', 'shot dead', 'lay dead'."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.events.counts.words import CountLexicon, VerbWords, verb_fits
from reportedly.find.events.word_lists import voice_words
from reportedly.parse import Document, Token
from reportedly.records import CountKind

PERSON_KINDS: tuple[CountKind, ...] = ("killed", "injured", "arrested", "missing")
_CROWD: CountKind = "crowd"
_APPROXIMATE = frozenset({"about", "around", "over", "under"})
_TAKING_PART = frozenset({"in", "on", "at"})
_NEARLY = frozenset({"half", "nearly", "almost"})
_ALONG = frozenset({"along", "together"})


def verb_kind_of(document: Document, noun: Token, lexicon: CountLexicon) -> CountKind | None:
    """What the verbs say of their subject or object: 'were held', 'shot dead', 'lay dead'."""
    noun = outermost(document, noun)
    verb = document.head(noun)
    with_others = _joined_to(document, noun)
    if with_others is not None:
        return fitting(with_others, hanging_on(document, with_others), lexicon, passive=True)
    about = noun.dep == "pobj" and verb.text.lower() in _APPROXIMATE  # 'numbering about 900'
    if (
        about
        or noun.dep in ("dobj", "dative", "attr", "oprd")
        or _is_further_object(document, noun)
    ):
        verb = document.head(verb) if about else verb
        hanging = hanging_on(document, verb) | _phrases_of(document, noun)
        named = _of_copula(document, noun, lexicon)
        return named or fitting(verb, hanging, lexicon, passive=True)
    elided = _of_elided(document, noun, lexicon)
    return elided or _of_part(document, noun, lexicon) or _of_subject(document, noun, lexicon)


def _of_elided(document: Document, noun: Token, lexicon: CountLexicon) -> CountKind | None:
    """'Rebels killed a judge in Lima and *two clerks* in Tacna': the verb is not said again."""
    verb = document.head(noun)
    if noun.dep != "conj" or verb.pos != "VERB":
        return None
    if any(t.dep == "acl" for t in document.children(noun.index)):
        return clause_kind_of(document, noun, lexicon)  # 'one was killed and five hurt by a shell'
    undergoing = document.child(verb.index, "auxpass", "dobj") is not None
    return fitting(verb, hanging_on(document, verb), lexicon, passive=undergoing)


def _of_subject(document: Document, noun: Token, lexicon: CountLexicon) -> CountKind | None:
    """What the verbs say of their subject."""
    verb = document.head(noun)
    if verb.dep == "aux" and verb.index > noun.index:  # 'children aged four and six are missing'
        verb = document.head(verb)
    if _is_behind_place(document, noun):
        verb = document.head(verb)
    elif noun.dep not in ("nsubj", "nsubjpass") and not _is_first_subject(document, noun):
        return None
    less: set[CountKind] = set()  # 'was hit in the chest and died', 'were held and shot': dead
    for one in _told_of_subject(document, verb):
        passive = one.dep != "xcomp" and shares_passive(document, one)
        bare = one.tag == "VBN" and document.child(one.index, "aux") is None
        hanging = hanging_on(document, one)
        kind = fitting(one, hanging, lexicon, passive=passive or bare)
        kind = kind or _of_state(document, one, lexicon)
        own = document.child(one.index, "auxpass") is not None
        if (
            kind is None and (bare or passive) and not own
        ):  # 'was hit and died', 'lawyers protested'
            kind = fitting(one, hanging, lexicon, passive=False)
        if kind == "killed" or (kind is not None and kind not in PERSON_KINDS and not less):
            return kind
        if kind in PERSON_KINDS:
            less.add(kind)
    if less:
        return next(kind for kind in PERSON_KINDS if kind in less)
    return _CROWD if _takes_part(document, noun, verb, lexicon) else None


def _of_state(document: Document, verb: Token, lexicon: CountLexicon) -> CountKind | None:
    """'Two clerks have been *missing* since Monday': a state that parsers take for a verb."""
    if verb.tag != "VBG" or has_object(document, verb):
        return None
    if not any(t.lemma == "be" and t.dep == "aux" for t in document.children(verb.index)):
        return None
    word = verb.text.lower()
    return next((k for k in PERSON_KINDS if word in lexicon.kinds[k].adjectives), None)


def _of_copula(document: Document, noun: Token, lexicon: CountLexicon) -> CountKind | None:
    """'The dead were nine traders': what their name in the sentence says of them."""
    copula = document.head(noun)
    if noun.dep == "attr" and copula.dep == "auxpass":  # '*Killed* in the raid were nine traders'
        verb = document.head(copula)
        return fitting(verb, hanging_on(document, verb), lexicon, passive=True)
    subject = document.child(noun.head, "nsubj") if noun.dep == "attr" else None
    if subject is None or subject.index > noun.index:
        return None
    return next((k for k in PERSON_KINDS if subject.text.lower() in lexicon.kinds[k].nouns), None)


def _is_further_object(document: Document, noun: Token) -> bool:
    """'Killed a guard, *a nurse* and two drivers': parsers leave the second outside the list."""
    thing = document.child(noun.head, "dobj") if noun.dep == "npadvmod" else None
    if thing is None or noun.name or thing.index > noun.index:
        return False
    between = document.tokens[thing.index + 1 : noun.index]
    return bool(between) and between[0].text == "," and all(t.pos == "DET" for t in between[1:])


def _takes_part(document: Document, noun: Token, verb: Token, lexicon: CountLexicon) -> bool:
    """'300 nurses are on strike', 'began a hunger strike': whoever does so is a crowd."""
    acts = lexicon.kinds[_CROWD].of_nouns
    if noun.lemma in lexicon.keepers or noun.dep != "nsubj":
        return False
    for child in document.children(verb.index):
        if child.dep == "dobj" and verb.lemma in lexicon.holding and child.lemma in acts:
            return True
        inner = document.child(child.index, "pobj") if child.dep == "prep" else None
        if child.text.lower() in _TAKING_PART and inner is not None and inner.lemma in acts:
            return True
    return False


def _phrases_of(document: Document, noun: Token) -> frozenset[str]:
    """The prepositions that hang on a noun, and what they lead to: 'in' and 'square'."""
    heads = [t for t in document.children(noun.index) if t.dep == "prep"]
    inner = (document.child(t.index, "pobj") for t in heads)
    return frozenset([*(t.lemma for t in heads), *(t.lemma for t in inner if t is not None)])


def _is_first_subject(document: Document, noun: Token) -> bool:
    """'Eighty nurses, 20 doctors and 15 drivers': parsers leave the first outside the list."""
    if noun.dep != "npadvmod" or noun.tag != "NNS" or noun.name:
        return False
    subject = document.child(document.head(noun).index, "nsubj", "nsubjpass")
    between = document.tokens[noun.index + 1 : subject.index] if subject is not None else ()
    return bool(between) and between[0].text == "," and all(t.pos != "VERB" for t in between)


def _is_behind_place(document: Document, noun: Token) -> bool:
    """'In Arvan 300 people formed a chain': parsers take the people for a second place."""
    above = document.head(noun)
    if noun.dep != "pobj" or above.text != "In":
        return False
    place = document.child(above.index, "pobj")
    verb = document.head(above)
    return place is not None and place.index < noun.index and verb.pos == "VERB"


def _joined_to(document: Document, noun: Token) -> Token | None:
    """The verb of 'was held along with four others', 'held him along with …': they were as well."""
    above = document.head(noun)
    along = document.tokens[max(above.index - 1, 0)]
    if noun.dep != "pobj" or above.text.lower() != "with" or along.text.lower() not in _ALONG:
        return None
    verb = document.head(along)
    held = document.child(verb.index, "auxpass", "dobj")
    return verb if held is not None and held.index < along.index else None


def _of_part(document: Document, noun: Token, lexicon: CountLexicon) -> CountKind | None:
    """'slit the throat of a guard', 'slit their throats': what is done to a part of somebody."""
    part = document.head(noun)
    if noun.dep == "pobj" and part.text.lower() == "of":
        part = document.head(part)
    elif noun.dep != "poss":
        return None
    verb = document.head(part)
    if part.dep not in ("dobj", "nsubjpass") or verb.pos != "VERB":
        return None
    verbs = ((kind, lexicon.kinds[kind].object_verbs) for kind in PERSON_KINDS)
    return next(
        (k for k, v in verbs if any(part.lemma in needed for needed in v.get(verb.lemma, ()))), None
    )


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
            if child.text.lower() == "before" and child.dep == "prep":
                ended = document.child(child.index, "pcomp")  # 'killed eight before being shot'
                if ended is not None and document.child(ended.index, "auxpass") is not None:
                    todo.append(ended)
            own = document.child(child.index, "nsubj", "nsubjpass", "expl")
            if joined and own is None and child.pos in ("VERB", "AUX"):
                todo.append(child)


def shares_passive(document: Document, verb: Token) -> bool:
    """'Were taken off a bus and *shot*': passive by its own or the first verb's auxiliary.

    Also in "a clerk was killed and her son *wounded*".
    """
    if document.child(verb.index, "auxpass") is not None:
        return True
    above = document.head(verb)
    shared = verb.dep == "conj" and verb.tag in ("VBN", "VBD") and above.index != verb.index
    if not shared or document.child(verb.index, "aux", "dobj") is not None:
        return False
    if document.child(verb.index, "nsubj") is not None and verb.lemma not in voice_words().harms:
        return False
    return document.child(above.index, "auxpass") is not None


def _only_names(document: Document, verb: Token) -> bool:
    """'a man identified as X was held': a participle that parsers take for the verb."""
    return verb.lemma == "identify" and document.child(verb.index, "auxpass") is None


def fitting(
    verb: Token, hanging: frozenset[str], lexicon: CountLexicon, *, passive: bool
) -> CountKind | None:
    """The kind for which a verb stands in the lexicon with some of the words that hang on it."""
    for kind in (*PERSON_KINDS, _CROWD):
        words = lexicon.kinds[kind]
        verbs: VerbWords = words.object_verbs if passive else words.subject_verbs
        if verb_fits(verbs, verb.lemma, hanging):
            nearly = "death" in hanging and bool(hanging & _NEARLY)  # "beat two half to death"
            return "injured" if nearly else kind
    return None


def hanging_on(document: Document, verb: Token) -> frozenset[str]:
    """The words that hang on a verb beside its subject: 'away', 'into custody', 'dead'."""
    found: set[str] = set()
    behind = document.tokens[verb.index + 1 : verb.index + 2]
    found |= {t.lemma for t in behind if t.lemma == "dead"}  # 'shot dead two guards'
    if verb.dep == "amod" and document.child(verb.index, "aux") is not None:
        found.add(document.head(verb).lemma)  # 'had sustained *injuries*', taken for one phrase
    for child in document.children(verb.index):
        if child.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "conj"):
            continue
        found |= {child.lemma, child.text.lower()}
        if child.dep == "advcl" and document.child(child.index, "aux") is not None:
            found.add("to")  # 'sent to hospital', taken for a verb by parsers
        if child.dep in ("prep", "agent", "prt", "advmod", "xcomp", "ccomp", "oprd", "acomp"):
            inner = [t for t in document.children(child.index) if t.dep not in ("conj", "nsubj")]
            found |= {t.lemma for t in inner}
            found |= {t.lemma for i in inner for t in document.children(i.index) if t.dep == "pobj"}
    return frozenset(found)


def clause_kind_of(document: Document, token: Token, lexicon: CountLexicon) -> CountKind | None:
    """'14 people arrested near the market', 'the five who died'."""
    for child in document.children(token.index):
        if child.dep == "acl" and child.tag in ("VBN", "VBD"):
            kind = fitting(child, hanging_on(document, child), lexicon, passive=True)
        elif child.dep == "relcl":
            passive = document.child(child.index, "auxpass") is not None
            subject = document.child(child.index, "nsubj", "nsubjpass")
            if subject is not None and subject.text.lower() not in ("who", "that", "which"):
                continue  # 'three men, one of whom died'
            kind = fitting(child, hanging_on(document, child), lexicon, passive=passive)
        else:
            continue
        if kind is not None and kind != "crowd":
            return kind
    return None


def outermost(document: Document, token: Token) -> Token:
    """The first of joined nouns: of 'two guards and three drivers were killed' the guards."""
    while token.dep in ("conj", "appos", "nummod", "quantmod") and token.head != token.index:
        above = document.head(token)
        if above.pos in ("VERB", "AUX"):
            break
        token = above
    return token


def is_kin_in_list(document: Document, noun: Token) -> bool:
    """'A father, *his son* and a neighbour': parsers take the second for the first one's name."""
    owner = document.child(noun.index, "poss")
    owned = owner is not None and owner.tag == "PRP$"
    return noun.dep == "appos" and owned and document.child(noun.index, "conj") is not None


def has_object(document: Document, verb: Token) -> bool:
    """Whether a verb has an object by its syntax."""
    return document.child(verb.index, "dobj") is not None
