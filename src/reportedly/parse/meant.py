"""Whom a "they" or "it" of a clause means by the grammar around it, where that settles it.

"Officials said rebels attacked Belt and that *they* burned six homes": the rebels. "The group's
claim that *it* had won": the group. "A spokesman for the rebels said *they* had won": the rebels.
"The wife of Ivo Roe said *he* had been beaten": Roe. "Police held 60 people; forty of *them* were
freed": those counted before. "Traders who had stayed with *their* stalls": the traders.
"""

from __future__ import annotations

from reportedly.parse.document import Document, Token
from reportedly.parse.word_lists import parsing_words

_SUBJECTS = ("nsubj", "nsubjpass")
_ONE = frozenset({"he", "she", "him", "her"})
_PARTS = frozenset({"half", "most", "some", "many", "several", "dozen", "few", "all", "none"})
_TIMES = frozenset({"DATE", "TIME"})
_OWNERS = {"his": False, "her": False, "its": False, "their": True}  # whether of many
_CLAUSES = frozenset({"conj", "advcl", "relcl", "acl", "ccomp", "pcomp"})
_STEPS = frozenset({"prep", "pobj", "dobj", "npadvmod", "appos", "xcomp", "compound", "attr"})


def meant_by(document: Document, pronoun: Token) -> Token | None:
    """The head of the phrase that a pronoun means; None where grammar is silent."""
    word = pronoun.text.casefold()
    if pronoun.dep == "poss" and word in _OWNERS:
        return _whom_who_means(document, pronoun, _OWNERS[word])
    if word in _ONE:
        return _spoken_for(document, pronoun)
    if word == "them":
        return _counted_before(document, pronoun)
    subject = word in {"they", "it"} and pronoun.dep in _SUBJECTS
    return _meant_subject(document, pronoun, word) if subject else None


def _meant_subject(document: Document, pronoun: Token, word: str) -> Token | None:
    """Whom a "they" or "it" means that is a subject."""
    verb = document.head(pronoun)
    if word == "they" and verb.lemma not in parsing_words().replies:
        found = _subject_around(document, pronoun, verb)
        if found is not None:
            return found
    above = document.head(verb)
    if verb.dep == "acl" and above.lemma in parsing_words().statements:
        return _holder(document, above, ("by", "from"))
    if verb.dep == "ccomp" and above.lemma in parsing_words().speech:
        speaker = document.child(above.index, "nsubj")
        if speaker is not None and speaker.lemma in parsing_words().mouthpieces:
            return _holder(document, speaker, ("for", "of", "from")) or _named_before(
                document, speaker
            )
    return None


def _counted_before(document: Document, pronoun: Token) -> Token | None:
    """'Police held *60 people*; forty of *them* were freed': of whom a part is told."""
    share = document.head(pronoun)
    part = document.head(share)
    if share.text.casefold() != "of":
        return None
    if part.pos != "NUM" and part.lemma not in _PARTS:
        return None
    first = document.sentences[max(pronoun.sentence - 1, 0)].first
    for noun in reversed(document.tokens[first : part.index]):
        counted = document.child(noun.index, "nummod") is not None
        if noun.tag == "NNS" and counted and noun.name not in _TIMES:
            return noun
    return None


def _whom_who_means(document: Document, owner: Token, many: bool) -> Token | None:
    """'Police held *traders* who had stayed with *their* stalls': whose clause it is."""
    verb = next((t for t in document.ancestors(owner.index) if t.pos in {"VERB", "AUX"}), None)
    if verb is None or verb.dep != "relcl":
        return None
    subject = document.child(verb.index, *_SUBJECTS)
    relative = subject is not None and subject.tag in {"WP", "WDT"}
    if subject is None or not relative or subject.index > owner.index:
        return None
    noun = document.head(verb)
    return noun if _is_many(document, noun) or not many else None


def _spoken_for(document: Document, pronoun: Token) -> Token | None:
    """'The wife of *Ivo Roe* said *he* had been beaten': who speaks for one tells what he bore."""
    if pronoun.dep not in {"dobj", "nsubjpass"}:
        return None
    for verb in document.ancestors(pronoun.index):
        above = document.head(verb)
        if verb.dep == "ccomp" and above.lemma in parsing_words().speech:
            speaker = document.child(above.index, "nsubj")
            known = None if speaker is None else _holder(document, speaker, ("for", "of"))
            if known is None:
                return None
            named = (known, *(t for t in document.children(known.index) if t.dep == "appos"))
            return known if any(t.name == "PERSON" for t in named) else None
    return None


def _subject_around(document: Document, pronoun: Token, verb: Token) -> Token | None:
    """The subject of the clause on which the pronoun's clause hangs, but never the speaker."""
    found: Token | None = None
    at = verb
    while at.head != at.index and at.dep in _CLAUSES | _STEPS:
        above = document.head(at)
        if at.dep == "ccomp" and above.lemma in parsing_words().speech:
            return found
        driven = _driven_off(document, pronoun, above) if found is None else None
        if driven is not None:
            return driven
        own = document.child(above.index, *_SUBJECTS) if above.pos in {"VERB", "AUX"} else None
        if found is None and own is not None:
            if own.index > pronoun.index or not _is_many(document, own):
                return None
            found = own
        at = above
    return found


def _driven_off(document: Document, pronoun: Token, verb: Token) -> Token | None:
    """'Police cleared *nurses* from the steps, where they had gathered': not who cleared them."""
    clause = document.head(pronoun)
    if clause.dep != "relcl" or verb.lemma not in parsing_words().removing:
        return None
    thing = document.child(verb.index, "dobj")
    if thing is None or thing.index > pronoun.index or not _is_many(document, thing):
        return None
    counted = _holder(document, thing, ("of",))  # "hundreds *of nurses*"
    return counted if counted is not None and _is_many(document, counted) else thing


def _is_many(document: Document, noun: Token) -> bool:
    if noun.pos not in {"NOUN", "PROPN"}:
        return False
    joined = document.child(noun.index, "conj") is not None
    return noun.tag in {"NNS", "NNPS"} or joined or noun.lemma in parsing_words().bodies


def _holder(document: Document, noun: Token, prepositions: tuple[str, ...]) -> Token | None:
    """Whose a statement or a spokesman is: "the group's claim", "a spokesman for the rebels"."""
    owner = document.child(noun.index, "poss")
    if owner is not None:
        return None if owner.pos == "PRON" else owner
    for child in document.children(noun.index):
        if child.dep in {"prep", "agent"} and child.text.casefold() in prepositions:
            return document.child(child.index, "pobj")
    return None


def _named_before(document: Document, speaker: Token) -> Token | None:
    """The body whose name stands before its spokesman: "an *army* spokesman"."""
    if speaker.index == 0:
        return None
    before = document.tokens[speaker.index - 1]
    beside = before.dep in {"compound", "amod", "nmod"} and before.head == speaker.index
    return before if beside else None
