"""Which verb denies an act: "denied that", "called the report a lie", "had no part in"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.reality.verbs import phrasal
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.parse.negation import is_negated

_CONTENT = words("dobj ccomp xcomp prep nsubjpass pcomp")
_INSIDE = words("pobj prep agent appos")  # of a longer phrase
_PREDICATES = words("acomp attr oprd")
_NO = words("no not n't n’t never neither nor nothing none hardly")
_MATCHING = words("correspond match reflect square agree")
_TRUTHS = words("reality truth fact facts")
_HOLDING = words("have take play bear")
_SUBJECTS = words("nsubj nsubjpass")
_ACCORDING = ("according", "to", "which")


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """How an act is denied."""

    verb: Token | None  # whose subject denies; None: whoever speaks there
    own_part: bool = False  # a part of the speaker's own in the act is denied
    by_negation: bool = False  # the denial lies in a negation: "had nothing to do with"


def denial_over(document: Document, token: Token, stances: StanceWords) -> Denial | None:
    """The denial under which a word stands, from the word up to the root of its sentence."""
    through: list[Token] = []
    at = token
    while at.head != at.index:
        parent = document.head(at)
        path = (*through, at)
        if _is_parted(document, at, parent):
            return None
        found = (
            _by_verb(document, token, path, parent, stances)
            if is_verb(parent)
            else _by_noun(document, at, parent, stances)
        )
        if found is not None:
            return found
        if not _goes_on(document, at, parent, stances):
            return None
        through.append(at)
        at = parent
    return None


def _goes_on(document: Document, at: Token, parent: Token, stances: StanceWords) -> bool:
    """Whether what stands above a word can still deny the act below it."""
    if at.dep == "relcl":
        content = any(t.dep == "mark" for t in document.children(at.index))
        named = content and _is_in_assertion(document, parent, stances)
        named = named or _is_according(document, at)
        return named or parent.text.casefold() == "nothing"
    if at.dep == "conj":
        return not any(t.dep in _SUBJECTS for t in document.children(at.index))
    return at.dep != "advcl"


def _is_according(document: Document, clause: Token) -> bool:
    """'The statement *according to which* rebels shelled a school'."""
    first = document.subtree(clause.index)[0].index
    around = document.tokens[max(first - len(_ACCORDING), 0) : first + len(_ACCORDING)]
    return " ".join(_ACCORDING) in " ".join(t.text.casefold() for t in around)


def _is_in_assertion(document: Document, noun: Token, stances: StanceWords) -> bool:
    """'the claim of the village that …': parsers hang the content on the last noun."""
    while not _is_assertion(document, (noun,), stances):
        if noun.dep not in _INSIDE or noun.head == noun.index:
            return False
        noun = document.head(noun)
    return True


def _by_verb(
    document: Document, token: Token, path: Sequence[Token], verb: Token, stances: StanceWords
) -> Denial | None:
    at = path[-1]
    if verb.lemma == "be":
        return _by_copula(document, at, verb, stances)
    if at.dep not in _CONTENT:
        far = _is_far_from_truth(document, at, verb, stances)
        return Denial(verb=None, by_negation=far) if far else None
    parts = _is_part(document, path, verb, stances)
    said = _is_assertion(document, path, stances)
    if phrasal(document, verb) in stances.of("denial", "verbs"):
        other = at.dep in {"dobj", "nsubjpass"} and at.index != token.index
        if is_negated(document, verb) or (other and not said and not parts):
            return None  # "denied permission for the march"
        gerund = at.dep == "xcomp" or at.tag == "VBG"
        return Denial(verb=verb, own_part=parts or gerund)
    if _turns_down(document, at, verb, stances, asserted=said or parts):
        return Denial(verb=verb, own_part=parts)
    return _by_disowning(document, path, verb, stances)


def _is_parted(document: Document, at: Token, verb: Token) -> bool:
    """'They called in the envoy; Dorna *denied* hiding them': denied is what follows."""
    return any(t.text == ";" for t in document.tokens[at.index + 1 : verb.index])


def is_retraction(document: Document, verb: Token, stances: StanceWords) -> bool:
    """Whether a verb takes a text back: 'withdrew its report', 'retracted the claim'."""
    word = phrasal(document, verb)
    takes = stances.of("withdrawal", "verbs") - stances.of("withdrawal", "weak_verbs")
    return word in takes and not is_negated(document, verb)


def _is_part(document: Document, path: Sequence[Token], verb: Token, stances: StanceWords) -> bool:
    """Whether a word hangs on a part in an act: 'any role in the blast'."""
    lemmas = {t.lemma for t in path}
    if path[-1].dep == "prep":  # parsers often hang "in the blast" on the verb
        lemmas |= {t.lemma for t in document.children(verb.index) if t.dep == "dobj"}
    return bool(lemmas & stances.of("denial", "parts"))


def _is_assertion(document: Document, path: Sequence[Token], stances: StanceWords) -> bool:
    """Whether a word hangs on an assertion: 'the claim that'; 'the tale spread by him that'.

    Parsers take 'spread' for the noun and 'tale' for a part of it.
    """
    known = stances.of("denial", "assertions")
    if any(t.lemma in known for t in path):
        return True
    over = document.children(path[-1].index)
    return any(t.dep in {"amod", "compound"} and t.lemma in known for t in over)


def _turns_down(
    document: Document, at: Token, verb: Token, stances: StanceWords, *, asserted: bool
) -> bool:
    """'rejected reports that', 'withdrew its report that', 'called the claim a lie'."""
    word = phrasal(document, verb)
    if word in stances.of("denial", "refusals"):
        marks = (t.dep for t in document.children(at.index))
        return asserted or (at.dep == "ccomp" and "mark" in marks)
    if not asserted:
        return False
    if word in stances.of("denial", "labels"):
        return calls_untrue(document, verb, stances)
    if is_retraction(document, verb, stances):
        return True
    doubts = stances.of("denial", "doubts")
    return verb.lemma in stances.of("denial", "doubting") and any(
        t.lemma in doubts for t in document.children(verb.index)
    )


def _is_far_from_truth(document: Document, at: Token, verb: Token, stances: StanceWords) -> bool:
    """'Reports of shots have nothing to do with reality', 'do not correspond to the facts'."""
    told = stances.of("denial", "assertions") | stances.of("denial", "untrue")
    if at.dep not in _SUBJECTS or at.lemma not in told:
        return False
    nothing = any(t.text.casefold() == "nothing" for t in document.children(verb.index))
    apart = verb.lemma in _HOLDING and nothing
    apart = apart or (verb.lemma in _MATCHING and is_negated(document, verb))
    return apart and any(t.lemma in _TRUTHS for t in document.subtree(verb.index))


def _by_disowning(
    document: Document, path: Sequence[Token], verb: Token, stances: StanceWords
) -> Denial | None:
    """'distanced itself from the blast', 'had nothing to do with it', 'took no part in it'."""
    at = path[-1]
    if at.dep == "prep" and at.text.casefold() == "from":
        apart = verb.lemma in stances.of("denial", "distancing")
        return Denial(verb=verb, own_part=True) if apart else None
    if verb.lemma not in _HOLDING or at.dep != "dobj" or len(path) == 1:
        return None
    part = at.lemma in stances.of("denial", "parts")
    no_part = part and (_has_no(document, at) or is_negated(document, verb))
    if no_part or at.text.casefold() == "nothing":
        return Denial(verb=verb, own_part=True, by_negation=True)
    return None


def _by_copula(document: Document, at: Token, verb: Token, stances: StanceWords) -> Denial | None:
    """'The claims that … are false', 'it is not true that …', 'was not behind the attack'."""
    negated = is_negated(document, verb)
    if at.dep == "prep" and negated and at.text.casefold() in stances.of("denial", "uninvolved"):
        return Denial(verb=verb, own_part=True, by_negation=True)
    told = any(t.dep == "relcl" and _is_according(document, t) for t in document.children(at.index))
    assertion = at.dep in _SUBJECTS and (told or at.lemma in stances.of("denial", "assertions"))
    if not assertion and at.dep not in {"ccomp", "csubj"}:
        return None
    if is_called_untrue(document, verb, stances):
        return Denial(verb=None, by_negation=True)
    return None


def is_called_untrue(document: Document, copula: Token, stances: StanceWords) -> bool:
    """Whether a form of 'be' calls its subject untrue: 'is false', 'is not true', 'is a lie'."""
    negated = is_negated(document, copula)
    for child in document.children(copula.index):
        if child.dep == "prep" and child.text.casefold() == "without":
            truth = document.child(child.index, "pobj")
            return truth is not None and truth.lemma in stances.of("denial", "true")
        if child.dep not in _PREDICATES:
            continue
        if child.lemma in stances.of("denial", "untrue") and not negated:
            return True
        if child.lemma in stances.of("denial", "true"):
            return negated or _has_no(document, child)
    return False


def _by_noun(document: Document, at: Token, parent: Token, stances: StanceWords) -> Denial | None:
    """'no truth in reports that …', 'not responsible for the attack'."""
    if parent.lemma in stances.of("denial", "true") and _has_no(document, parent):
        return Denial(verb=None, by_negation=True)
    governor = document.head(parent)
    if at.dep == "prep" and parent.dep in _PREDICATES and governor.lemma == "be":
        uninvolved = parent.lemma in stances.of("denial", "uninvolved")
        if uninvolved and is_negated(document, governor):
            return Denial(verb=governor, own_part=True, by_negation=True)
    return None


def calls_untrue(document: Document, verb: Token, stances: StanceWords) -> bool:
    """Whether what follows a verb calls something untrue: "called it a lie"."""
    untrue = stances.of("denial", "untrue")
    return any(
        t.lemma in untrue or t.text.casefold() in untrue for t in document.subtree(verb.index)
    )


def is_hearsay(document: Document, token: Token, stances: StanceWords) -> Token | None:
    """The noun of an assertion that has an act as its content: "reports that …", "claims of"."""
    at = token
    while at.head != at.index:
        parent = document.head(at)
        if not is_verb(parent) and parent.lemma in stances.of("denial", "hearsay"):
            of = at.dep == "prep" and at.text.casefold() in {"of", "about"}
            of = of and not any(
                t.lemma in stances.of("claim", "credit") for t in document.children(at.index)
            )  # "no claim of responsibility for the blast"
            clause = at.dep in {"acl", "ccomp"} or (
                at.dep == "relcl" and any(t.dep == "mark" for t in document.children(at.index))
            )
            return parent if of or clause else None
        if is_verb(at) and at.index != token.index:
            return None
        if at.dep in {"relcl", "advcl", "nsubj", "nsubjpass", "dobj"} and at.index != token.index:
            return None
        at = parent
    return None


def _has_no(document: Document, noun: Token) -> bool:
    return any(t.text.casefold() in _NO for t in document.children(noun.index))
