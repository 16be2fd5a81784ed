"""Whether a time expression stands with something past or something to come.

"Near" is a day before which something was, which may be over too: "ahead of Sunday's vote".
"""

from __future__ import annotations

from typing import Literal

from reportedly.find.dates.lexicon import LanguageDates
from reportedly.parse import Document, Token
from reportedly.parse.ahead import ahead_of

Tense = Literal["past", "future", "near"]
_NEARBY = 10  # tokens searched where there is no syntax
_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_MAY = frozenset({"would", "may", "might", "could", "should", "must", "can"})
_PERCEIVED = frozenset({"see", "hear", "feel", "smell"})
_AT_LAST = frozenset({"finally", "eventually"})
_NOBODY = frozenset({"neither", "nobody", "none", "no"})
_POSSESSIVES = ("'s", "’s")
_PRESENT_TAGS = ("VBZ", "VBP")


def tense_at(document: Document, start: int, end: int, language: LanguageDates) -> Tense | None:
    """The tense of the clause around [start, end); None where nothing tells it."""
    head = document.root_of(start, end)
    if head is None or ahead_of(document, start, end) is not None:
        return None if head is None else "near"
    if not document.has_syntax:
        return _by_cues(document, head, language)
    owns = document.text[end : end + 2] in _POSSESSIVES  # 'Monday's raid'
    before = document.tokens[head.index - 1] if head.index else head
    if (before.lemma == "for" and not owns) or _deadline(document, head, start, language):
        return "future"  # 'set for Monday', 'a strike planned for Monday', 'for Monday …'
    below = head
    for above in document.ancestors(head.index):
        told = _of_word(document, above, language)
        if told is not None:
            return told
        if above.pos in ("VERB", "AUX"):
            tense = _of_verb(document, above, below, language)
            will = any(t.lemma in _WILL for t in document.children(above.index))
            return "past" if owns and not will else tense
        below = above
    return None


def _of_word(document: Document, word: Token, language: LanguageDates) -> Tense | None:
    """The tense that a noun or adjective gives to its day, whatever the verb says."""
    if word.lemma in language.listed("future_adjectives"):
        return "future"  # 'payable December 15'
    if word.lemma in language.listed("done_nouns"):
        return "past"  # 'a vote comes after his death on March 5'
    wanted = word.pos in ("NOUN", "PROPN") and _is_wanted(document, word, language)
    return "future" if wanted else None


def _deadline(document: Document, head: Token, start: int, language: LanguageDates) -> bool:
    """'until Tuesday', 'as early as Monday', 'effective 1 February': what is still to come.

    What lasted until a day ('the siege went on until Friday') is over.
    """
    first = document.tokens_in(start, start + 1)
    index = first[0].index if first else head.index
    before = " ".join(t.text.lower() for t in document.tokens[max(0, index - 3) : index])
    if not any(before.endswith(words) for words in language.listed("deadlines")):
        return False
    above = (t for t in document.ancestors(head.index) if t.pos in ("VERB", "AUX"))
    verb = next((t for t in above if not _is_of_noun(t)), None)
    if verb is None:
        return True
    # 'had not called him until Thursday', 'had filed reports by Wednesday'
    over = any(
        t.dep == "neg" or (t.lemma == "have" and t.tag == "VBD")
        for t in document.children(verb.index)
    )
    lasted = before.endswith("until") and verb.lemma in language.listed("lasting_verbs")
    return not over and not lasted


def _is_of_noun(verb: Token) -> bool:
    """Whether a verb only says who somebody is: "had received forty *wounded* by Monday"."""
    return verb.tag == "VBN" and verb.dep in ("acl", "amod")


def _is_wish(word: Token, language: LanguageDates) -> bool:
    return word.lemma in language.listed("future_verbs") or word.lemma in language.listed("calls")


def _is_wanted(document: Document, noun: Token, language: LanguageDates) -> bool:
    """A thing that somebody plans or calls for: 'called for a strike on Monday'."""
    above = document.head(noun)
    if noun.dep == "pobj" and above.lemma in ("for", "on"):
        return document.head(above).lemma in language.listed("calls")
    return noun.dep == "dobj" and above.lemma in language.listed("future_verbs")


def _of_verb(
    document: Document, verb: Token, below: Token, language: LanguageDates
) -> Tense | None:
    helpers = {
        t.lemma
        for t in document.children(verb.index)
        if t.dep in ("aux", "auxpass") and t.text != "May"  # '1 May' is taken for a verb
    }
    could = any(t.text.lower() == "could" for t in document.children(verb.index))
    at_last = any(t.text.lower() in _AT_LAST for t in document.children(verb.index))
    over = could and (verb.lemma in _PERCEIVED or at_last or _is_denied(document, verb))
    present = verb.tag in _PRESENT_TAGS or any(
        t.dep in ("aux", "auxpass") and t.tag in _PRESENT_TAGS
        for t in document.children(verb.index)
    )
    planned = verb.lemma in language.listed("scheduling_verbs") and any(
        t.dep == "dobj" and t.index < below.index for t in document.children(verb.index)
    )
    called_for = verb.lemma in language.listed("calls") and any(
        t.lemma in ("for", "on") and t.index < below.index for t in document.children(verb.index)
    )
    # the first that holds decides
    signs: tuple[tuple[bool, Tense], ...] = (
        (bool(helpers & _WILL) or called_for or planned, "future"),
        # 'could not be found on Friday', 'could be heard on Friday', 'could finally land on Friday'
        (over, "past"),
        # 'would march on Friday' is to come, 'may have marched on Friday' is over
        (bool(helpers & _MAY), "past" if "have" in helpers else "future"),
        ("do" in helpers, "future" if present else "past"),
        ("have" in helpers, "past"),
        # 'is marching on Friday', 'is heard in May' against 'was marching', 'was heard'
        (verb.tag in ("VBG", "VBN") and "be" in helpers, "future" if present else "past"),
        (verb.tag in ("VBD", "VBN"), "past"),
        (present and _aims(document, verb), "future"),  # 'means to march on Friday'
        # 'parliament meets on Monday'; but a headline's 'police kill two on Monday'
        (present, "future" if verb.lemma in language.listed("timetable_verbs") else "past"),
    )
    for holds, tense in signs:
        if holds:
            return tense
    return _of_governor(document, verb, language)


def _is_denied(document: Document, verb: Token) -> bool:
    """'could not be found', 'neither could be found'."""
    subject = document.child(verb.index, "nsubj", "nsubjpass")
    nobody = subject is not None and any(
        t.lemma in _NOBODY for t in (subject, *document.children(subject.index))
    )
    return nobody or document.child(verb.index, "neg") is not None


def _aims(document: Document, verb: Token) -> bool:
    return any(t.dep == "xcomp" and t.tag == "VB" for t in document.children(verb.index))


def _of_governor(document: Document, verb: Token, language: LanguageDates) -> Tense | None:
    """Infinitives and participles follow what governs them: 'used gas to clear the square'."""
    for above in document.ancestors(verb.index):
        if _is_wish(above, language):
            return "future"
        if above.pos in ("VERB", "AUX"):
            if verb.tag == "VB" and above.tag in _PRESENT_TAGS:
                return "future"  # 'means to march on Friday'
            return _of_verb(document, above, verb, language)
    return "future" if verb.tag == "VB" else None


def _by_cues(document: Document, token: Token, language: LanguageDates) -> Tense:
    sentence = document.sentences[token.sentence]
    first = max(sentence.first, token.index - _NEARBY)
    near = document.tokens[first : min(sentence.last, token.index + _NEARBY)]
    cues = language.listed("future_cues")
    return "future" if any(t.lemma in cues for t in near) else "past"
