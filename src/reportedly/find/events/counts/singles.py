"""People told of one by one: an article, a name, an owner or a pronoun counts one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from reportedly.find.events.counts.order import kind_by_order
from reportedly.find.events.counts.pronouns import befalls_him
from reportedly.find.events.counts.quantities import Quantity
from reportedly.find.events.counts.verbs import (
    PERSON_KINDS,
    clause_kind_of,
    is_kin_in_list,
    outermost,
    shares_passive,
    verb_kind_of,
)
from reportedly.find.events.counts.words import CountLexicon
from reportedly.find.events.word_lists import telling_words
from reportedly.parse import Document, Sentence, Token
from reportedly.records import CountKind

_ONE = frozenset({"a", "an", "another"})
_ORDINALS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_THE = frozenset({"the", "this"})
_HE = frozenset({"he", "she", "him", "her"})
_OWNERS = frozenset({"PRP$", "WP$"})  # 'his', 'whose'
_VICTIMS: tuple[CountKind, ...] = ("killed", "injured", "arrested")
_BODIES = frozenset({"body", "corpse"})
_FINDING = frozenset(
    {"find", "pull", "dig", "recover", "discover", "retrieve", "dump", "exhume", "spot", "fish",
     "locate", "notice"}
)  # fmt: skip
_ARTICLE_REACH = 12  # tokens from an article to its noun
# 'and his driver', 'along with his driver', 'killing its driver'
_BORNE = frozenset({"nsubj", "nsubjpass"})
_OWNED = frozenset({"conj", "pobj", "dobj", "nsubjpass"})
_NO_ACTS: Mapping[int, CountKind] = MappingProxyType({})
_NAMED_BY = frozenset({"poss", "nmod", "compound"})  # 'a rebel' of "a rebel 'area commander'"


def single_victims(
    document: Document,
    sentence: Sentence,
    lexicon: CountLexicon,
    told: frozenset[CountKind],
    by_act: Mapping[int, CountKind] = _NO_ACTS,
) -> Iterator[Quantity]:
    """'killed an officer and his driver', 'shot him dead': one each, where a verb says what befell.

    Args:
        document: the text.
        sentence: where to look.
        lexicon: the words of counts.
        told: what numbers were given of before. "The officer", "him" and a name that stands
            before are people that these numbers may count already.
        by_act: whom an arrest befalls, where no verb says it: "*led* a clerk out of his flat".
    """
    words = document.sentence_tokens(sentence)
    if "killed" not in told:
        yield from _bodies(document, sentence)
    yield from _both(document, sentence, lexicon, told)
    yield from _twins(document, sentence, lexicon)
    named = tuple(_named(document, sentence, lexicon, told))
    yield from named
    by_name = {quantity.noun for quantity in named}
    for token in words:
        if token.index in by_name or (token.dep == "compound" and token.head in by_name):
            continue  # 'the union leader Ana Roa' is one
        article = _article(document, token, lexicon)
        if article is None or not _is_person(document, token, lexicon):
            continue
        kind = verb_kind_of(document, token, lexicon)
        if kind is None and token.tag in ("NN", "NNP"):
            kind = clause_kind_of(document, token, lexicon)
            kind = kind or kind_by_order(document, article.index, lexicon)
        if kind is None and article.text.lower() in _ONE:
            held = by_act.get(token.index) == "arrested" or _is_held(document, token, lexicon)
            kind = "arrested" if held else None
        if kind not in PERSON_KINDS:
            continue
        known = article.text.lower() in _THE or token.tag == "PRP"
        known = known and token.lemma not in telling_words().doers  # "killed the gunman" besides
        if known and (kind in told or kind not in _VICTIMS):
            continue
        if token.tag == "PRP" and not befalls_him(document, token, kind, lexicon):
            continue
        which = _which(document, token) if kind == "killed" else None
        yield _one(token, article, kind, which or lexicon.groups.get(token.lemma, 1))


def _is_held(document: Document, noun: Token, lexicon: CountLexicon) -> bool:
    """'The *arrest of an editor*'; of 'the murder of a clerk' the act is rarely the news."""
    above = document.head(document.head(noun))
    of = noun.dep == "pobj" and document.head(noun).text.lower() == "of"
    return of and above.lemma in lexicon.kinds["arrested"].of_nouns


def _bodies(document: Document, sentence: Sentence) -> Iterator[Quantity]:
    """'The body of a clerk was found': one is dead, where nobody's death was told before."""
    for token in document.sentence_tokens(sentence):
        if token.lemma not in _BODIES or token.tag != "NN":
            continue
        found = token.dep in ("dobj", "nsubjpass") and document.head(token).lemma in _FINDING
        beside = document.children(token.index)
        if found and not any(t.dep in ("nummod", "neg") for t in beside):
            own = [t for t in beside if t.index < token.index and t.dep in ("det", "amod")]
            yield _one(token, min([token, *own], key=lambda t: t.index), "killed", 1)


def _both(
    document: Document, sentence: Sentence, lexicon: CountLexicon, told: frozenset[CountKind]
) -> Iterator[Quantity]:
    """'They fired on two men. Both were killed', 'both drivers': two, if not numbered before."""
    for token in document.sentence_tokens(sentence):
        if token.text.lower() != "both":
            continue
        above = document.head(token)
        of_two = token.dep in ("det", "predet") and above.tag == "NNS"
        noun = above if of_two and lexicon.is_person(above.lemma) else token
        kind = verb_kind_of(document, noun, lexicon) if of_two or token.dep in _BORNE else None
        if kind in _VICTIMS and kind not in told:
            yield _one(noun, token, kind, 2)


def _twins(document: Document, sentence: Sentence, lexicon: CountLexicon) -> Iterator[Quantity]:
    """'Police held *twin brothers*': two, where no number says so."""
    for token in document.sentence_tokens(sentence):
        if token.tag != "NNS" or not lexicon.is_person(token.lemma):
            continue
        beside = document.children(token.index)
        twins = [t for t in (token, *beside) if t.lemma == "twin"]
        if not twins or any(t.dep in ("nummod", "det") for t in beside):
            continue
        kind = verb_kind_of(document, token, lexicon)
        if kind in PERSON_KINDS:
            yield _one(token, min(twins, key=lambda t: t.index), kind, 2)


def _which(document: Document, noun: Token) -> int | None:
    """The five of 'a fifth man died': how many are dead by now; not 'the army's third leader'."""
    beside = document.children(noun.index)
    if any(t.dep == "poss" for t in beside):
        return None
    words = (t.text.lower() for t in beside if t.dep == "amod")
    return next((_ORDINALS.index(w) + 2 for w in words if w in _ORDINALS), None)


def _article(document: Document, noun: Token, lexicon: CountLexicon) -> Token | None:
    """The word that makes a noun one person: an article, 'his', or the pronoun itself."""
    word = noun.text.lower()
    if word == "another" or (noun.tag == "PRP" and word in _HE):
        return noun
    single = noun.tag in ("NN", "NNP") or noun.lemma == "personnel"
    if not (single or _is_aged(document, noun) or _is_one_more(document, noun)):
        return None
    if _names_others(document, noun) or any(
        t.dep in ("nummod", "neg") for t in document.children(noun.index)
    ):
        return None
    if _is_kin_of_one(document, noun, lexicon):
        return noun
    for token in reversed(document.tokens[max(0, noun.index - _ARTICLE_REACH) : noun.index]):
        if token.dep != "det" and token.tag not in _OWNERS:
            continue
        above = document.head(token)
        told = noun.dep in _OWNED or document.child(noun.index, "acl") is not None
        undergoes = noun.dep == "nsubj" and shares_passive(document, document.head(noun))
        told = told or undergoes or is_kin_in_list(document, noun)
        # 'a car whose driver lost an eye', 'fired at a car. Its driver died'
        told = told or token.tag == "WP$" or token.text.lower() == "its"
        owned = token.tag in _OWNERS and token.head == noun.index and told
        if above.index != noun.index and above.dep in _NAMED_BY:
            above = document.head(above)
        determined = token.dep == "det" and token.text.lower() in _ONE | _THE
        if above.index == noun.index and (determined or owned):
            return token
    return None


def _is_kin_of_one(document: Document, noun: Token, lexicon: CountLexicon) -> bool:
    """'A husband and *wife*', 'a father and *son*': one article for two."""
    first = document.head(noun)
    if noun.dep != "conj" or not {noun.lemma, first.lemma} <= lexicon.kin:
        return False
    own = any(t.dep in ("det", "poss") for t in document.children(noun.index))
    return first.tag == "NN" and noun.tag == "NN" and not own


def _is_aged(document: Document, token: Token) -> bool:
    """'A 19-year-old was shot': an adjective that stands for somebody."""
    ahead = [t.lemma for t in document.tokens[max(token.index - 3, 0) : token.index]]
    stands = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
    return stands and token.lemma == "old" and ahead in (["-", "year", "-"], ["-", "month", "-"])


def _is_identified(document: Document, noun: Token) -> bool:
    """'Killed a *rakhi*, identified as Ivo Roe': whoever has a name is somebody."""
    behind = [t for t in document.tokens[noun.index + 1 : noun.index + 3] if t.text != ","]
    return bool(behind) and (behind[0].lemma, behind[0].tag) == ("identify", "VBN")


def _names_others(document: Document, noun: Token) -> bool:
    """Whether a noun says who those before it are: 'two others, a sergeant and a constable'."""
    while noun.dep == "conj" and document.head(noun).pos == "NOUN":
        noun = document.head(noun)
    if is_kin_in_list(document, noun):
        return False
    if noun.dep == "conj" and document.head(noun).pos == "NUM":  # 'two of them, a guard and …'
        first = min(t.index for t in document.subtree(noun.index))
        return document.tokens[max(first - 1, 0)].text == ","
    return noun.dep == "appos"


def _is_person(document: Document, noun: Token, lexicon: CountLexicon) -> bool:
    if noun.lemma in lexicon.things or noun.lemma == "crew":
        return False  # nobody knows how many a crew are
    if noun.lemma == "head" and document.child(noun.index, "prep", "compound") is None:
        return False  # 'hit his head', but 'killed the head of the union'
    if _is_aged(document, noun) or _is_identified(document, noun):
        return True
    if lexicon.is_person(noun.lemma) or noun.tag == "PRP" or noun.text.lower() == "another":
        return True
    if _is_one_more(document, noun) or noun.name == "NORP":  # 'a Dornan was killed'
        return True
    return noun.text.isupper() and _is_living(document, noun, lexicon)  # 'killed an SPO'


def _is_one_more(document: Document, noun: Token) -> bool:
    """'Police picked up a third': one more of those told before, and no share of anything."""
    if noun.text.lower() not in _ORDINALS or noun.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    beside = document.children(noun.index)
    apart = any(t.text.lower() in ("of", "more", "less") for t in beside)
    many = any(t.text.lower() in ("were", "are", "have") for t in document.children(noun.head))
    return not apart and not many and any(t.text.lower() == "a" for t in beside)


def _is_living(document: Document, noun: Token, lexicon: CountLexicon) -> bool:
    """Whether a verb that befalls nobody but the living governs a noun: 'was killed'."""
    while noun.dep == "conj" and document.head(noun).pos == "PROPN":
        noun = document.head(noun)
    return noun.dep in ("dobj", "nsubjpass") and document.head(noun).lemma in lexicon.living


def _named(
    document: Document, sentence: Sentence, lexicon: CountLexicon, told: frozenset[CountKind]
) -> Iterator[Quantity]:
    """'Gunmen killed Ana Roa and Luis Paz', 'Constable shot in raid': each is one."""
    for token in document.sentence_tokens(sentence):
        if not (_is_a_name(document, token, lexicon) or _is_bare(document, token, lexicon)):
            continue
        first = _joined_to(document, token)
        if first is None:
            continue
        kind = kind_by_order(document, first.index, lexicon)
        if first.dep in ("dobj", "nsubjpass", "nsubj"):
            kind = verb_kind_of(document, first, lexicon) or kind
        if kind not in _VICTIMS or (kind in told and _is_told_before(document, token)):
            continue
        if _is_other_name(document, token):
            continue
        named = token.tag == "NNP"
        yield replace(_one(token, token, kind, 1), start=_name_start(document, token), named=named)


def _joined_to(document: Document, name: Token) -> Token | None:
    """The first of joined names, or the one whose apposition they follow; None if counted as many.

    'killed Ana Roa, a teacher, and her brother Luis Paz', but 'two men, Ana Roa and Luis Paz'.
    """
    if name.dep != "conj":
        return name
    first = outermost(document, name)
    many = any(t.dep == "nummod" for t in document.children(first.index))
    return None if many and first.dep != "conj" else first


def _is_told_before(document: Document, name: Token) -> bool:
    """Whether a name stands in an earlier sentence."""
    first = document.sentences[name.sentence].first
    return any(token.text == name.text for token in document.tokens[:first])


def _is_other_name(document: Document, name: Token) -> bool:
    """Whether a name only says how somebody told before is called: 'a clerk, Ana Roa'.

    Also 'a doctor *Ana Roa*', where a parser takes both for subjects, and 'known as *Ana Roa*'.
    """
    start = document.token_at(_name_start(document, name))
    if start and _is_called(document, start):
        return True
    beside = document.tokens[start.index - 1] if start and start.index else name
    apart = beside.index != name.index
    if apart and beside.pos == "NOUN" and beside.dep == name.dep and beside.head == name.head:
        return True
    before = document.tokens[start.index - 2 : start.index] if start and start.index > 1 else ()
    if len(before) != 2 or before[1].sentence != name.sentence or before[1].text != ",":
        return False
    return before[0].pos == "NOUN" and before[0].dep in ("dobj", "nsubjpass")


def _is_called(document: Document, start: Token) -> bool:
    """'A clerk, *identified as* Ivo Roe alias Ben': by which names somebody told goes."""
    at = start.index - 1
    while at > 0 and (document.tokens[at].pos == "PROPN" or document.tokens[at].lemma == "alias"):
        at -= 1
    return at >= 0 and document.tokens[at].text.lower() == "as"


def _is_a_name(document: Document, token: Token, lexicon: CountLexicon) -> bool:
    """Whether a word ends the name of one person, also of one whom age, trade or others show."""
    if token.tag != "NNP":
        return False
    if token.name == "PERSON":
        return document.head(token).tag != "NNP" or token.dep not in ("compound", "nmod")
    if any(t.dep in ("det", "nummod") for t in document.children(token.index)):
        return False
    if token.name != "NORP" and not token.text.isupper() and _is_living(document, token, lexicon):
        return True  # 'Madhu was killed'
    beside = [t for t in document.children(token.index) if t.dep in ("appos", "nummod")]
    aged = any(t.text.isdigit() and t.index > token.index for t in beside)
    trade = any(
        lexicon.is_person(t.lemma)
        and any(c.text.lower() in _ONE for c in document.children(t.index))
        for t in beside
    )
    others = any(t.dep == "conj" and t.lemma == "other" for t in document.children(token.index))
    return trade or (token.name != "ORG" and (aged or others))


def _is_bare(document: Document, token: Token, lexicon: CountLexicon) -> bool:
    """Whether a person is told of without an article: 'Assistant constable killed in ambush'."""
    if token.tag != "NN" or token.dep not in ("dobj", "nsubjpass"):
        return False
    told = {t.dep for t in document.children(token.index) if not _is_quoted(document, t)}
    behind = (t for t in document.children(token.head) if t.index > token.index)
    if any(t.dep == token.dep for t in behind):
        return False  # 'Wife of a rebel, Ana Roa was held'
    return lexicon.is_person(token.lemma) and not told & {"det", "poss", "nummod", "neg"}


def _is_quoted(document: Document, owner: Token) -> bool:
    """Whether parsers take the mark of "a rebel 'zone chief'" for that of an owner."""
    mark = document.child(owner.index, "case")
    return mark is not None and mark.text in "'’" and not owner.text.endswith("s")


def _name_start(document: Document, token: Token) -> int:
    """Where the name begins whose last word a token is."""
    held = [n.start for n in document.names if n.first <= token.index < n.last]
    parts = [t.start for t in document.children(token.index) if t.dep == "compound"]
    return min((*held, *parts, token.start))


def _one(noun: Token, first: Token, kind: CountKind, number: int) -> Quantity:
    return Quantity(
        first=first.index,
        last=first.index + 1,
        low=number,
        best=number,
        high=number,
        noun=noun.index,
        head=noun.index,
        role="all",
        start=first.start,
        end=noun.end,
        kind=kind,
    )
