"""Second cues of one speaker: "said it was late and warned that …"."""

from __future__ import annotations

from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.parse import Document, Token

_PAST = frozenset({"VBD", "VBN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_REASONS = frozenset({"as", "for", "over"})
_CONTENT = ("ccomp", "xcomp", "dobj")


def tells_more(document: Document, verbs: ReportingVerbs, cue: Token, verb: Token) -> bool:
    """Whether a verb after "and" tells more of the speaker of an earlier cue: tense and form tell.

    "said it was late and warned that …"; "says it is late but conceded that …".
    """
    if not (verbs.speaks(verb.lemma) or _asks(document, verbs, verb)) or verb.tag in {"VB", "MD"}:
        return False
    if document.child(verb.index, "auxpass") is not None:
        return False
    if document.child(verb.index, *_SUBJECTS[:2]) is not None:
        return False
    if not _takes_content(document, verbs, verb) or _harms(document, verbs, verb):
        return False
    tense = _tense(document, cue) if cue.tag == "VB" else cue.tag  # "did say it was late"
    if verb.tag == tense or {verb.tag, cue.tag} == _PAST:
        return True
    told = document.head(verb)
    return verb.tag in _FINITE and cue.tag in _FINITE and _tense(document, told) == cue.tag


def first_cue(document: Document, verbs: ReportingVerbs, verb: Token) -> Token | None:
    """The cue whose speaker a verb after "and" has too; None where the told subject does it.

    "Roa said the road was shut and warned that …": Roa warns, though the parser ties "warned" to
    "was shut". "Roa said the man confessed and named others": a person who acts goes on acting.
    """
    told = document.head(verb)
    if verb.dep != "conj" or document.child(verb.index, *_SUBJECTS) is not None:
        return None
    if _acts(document, told) and _goes_on(document, told, verb):
        return None
    for cue in document.children(told.index):
        between = told.index < cue.index < verb.index
        if between and cue.dep == "parataxis" and verbs.speaks(cue.lemma):
            return cue if tells_more(document, verbs, cue, verb) else None
    below = told
    for cue in document.ancestors(told.index):
        if cue.sentence != verb.sentence or cue.index > below.index:
            return None
        if below.dep == "ccomp" and verbs.speaks(cue.lemma):
            return cue if tells_more(document, verbs, cue, verb) else None
        below = cue
    return None


def _asks(document: Document, verbs: ReportingVerbs, verb: Token) -> bool:
    """ "… and questioned *why nobody came*"."""
    clause = document.child(verb.index, "ccomp")
    if clause is None or clause.index < verb.index or verbs.group("question", verb.lemma) is None:
        return False
    return any(t.tag in {"WRB", "WP", "WDT"} for t in document.subtree(clause.index)[:2])


def _takes_content(document: Document, verbs: ReportingVerbs, verb: Token) -> bool:
    """ "Warned *that …*", "called it *late*", "spoke *of six dead*"."""
    return any(
        t.dep in _CONTENT
        or (t.dep == "prep" and verbs.group(f"prep:{t.lemma}", verb.lemma) is not None)
        for t in document.children(verb.index)
    )


def _goes_on(document: Document, told: Token, verb: Token) -> bool:
    """Whether a verb has the tense in which a told clause would go on.

    "Roa said the guards had beaten a man but denied …": after "had beaten" only a participle is
    theirs, after "had been beaten" no verb with an object is.
    """
    helpers = document.children(told.index)
    if any(t.dep == "aux" and t.lemma == "have" for t in helpers):
        return verb.tag == "VBN" and not any(t.dep == "auxpass" for t in helpers)
    return _tense(document, told) == verb.tag


def _harms(document: Document, verbs: ReportingVerbs, verb: Token) -> bool:
    """Whether a verb of words and of force takes a thing: "crossed it and attacked a post"."""
    blaming = verbs.group("person-of", verb.lemma) is not None
    return blaming and verb.lemma in verbs.harms and _bare(document, verb)


def _bare(document: Document, verb: Token) -> bool:
    """Whether a verb takes a thing and no reason: "attacked a post", not "attacked it as late"."""
    return not any(
        t.dep in {"ccomp", "xcomp"} or (t.dep == "prep" and t.lemma in _REASONS)
        for t in document.children(verb.index)
    )


def _tense(document: Document, verb: Token) -> str:
    """The tag of the finite word of a clause: of the verb, or of its auxiliary."""
    parts = (verb, *document.children(verb.index))
    return next((t.tag for t in parts if t.tag in _FINITE and t.dep != "conj"), "")


def _acts(document: Document, verb: Token) -> bool:
    """Whether a clause tells what somebody does: "the man confessed", and not how things are."""
    subject = document.child(verb.index, "nsubj")
    if subject is None or verb.lemma == "be" or subject.text.casefold() in {"it", "this", "that"}:
        return False
    return subject.pos in {"PROPN", "PRON"} or verb.tag in _PAST
