"""How present an actor is where a pronoun stands: subjects before others, near before far."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.coreference.clauses import is_doer_of, is_rather_told_of
from reportedly.find.coreference.clusters import Cluster
from reportedly.parse import Document, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_SPEAKING = frozenset(
    {"say", "tell", "add", "write", "claim", "deny", "explain", "insist", "state"}
)
_OF_BODIES = frozenset({"it", "its", "they", "their"})
_ONE_PERSON = frozenset({"he", "him", "his", "she", "her"})
_MANY = frozenset({"they", "them", "their"})
_FAR = 4  # sentences back in which a pronoun may find whom it means


def salience(  # noqa: PLR0912  # one branch a weight
    document: Document,
    cluster: Cluster,
    pronoun: Token,
    quoted: bool,
    hidden: Sequence[tuple[int, int]],
) -> tuple[float, int] | None:
    """How present an actor is where a pronoun stands; None where it is too far or comes later."""
    best: tuple[float, int] | None = None
    for mention in cluster.mentions:
        if mention.last > pronoun.index:
            continue
        head = document.tokens[mention.head]
        distance = pronoun.sentence - head.sentence
        if distance > _FAR:
            continue
        # a subject does not mean another part of its own clause: "the mayor met him"
        if distance == 0 and head.head == pronoun.head and pronoun.dep in {"dobj", "pobj"}:
            continue
        if distance == 0 and _is_told_by_himself(document, head, pronoun):
            continue
        if distance == 0 and is_doer_of(document, head, pronoun):
            continue
        score = -1.0 * distance
        part = _whose_part(document, head)
        if distance == 0 and pronoun.text.casefold() in _OF_BODIES:
            part = _mouthpiece_of(document, part)
        if part.dep in _SUBJECTS or _is_agent(document, part):
            score += 1.2
            if document.head(part).dep == "ROOT":
                score += 0.4
        elif head.dep in {"poss", "compound", "nmod"}:
            score -= 0.4
        if distance == 0 and is_rather_told_of(document, head, pronoun):
            score += 0.6
        if any(start <= head.start < end for start, end in hidden):
            score -= 2.5
        if quoted and head.dep == "nsubj" and _speaks(document, document.head(head)):
            score -= 2.0  # who speaks is "I" inside the marks
        if distance and _speaks_for_other(document, head, pronoun):
            score -= 2.0
        if is_one_body(cluster, pronoun):
            score -= 1.7
        if cluster.kind == "unknown" and pronoun.text.casefold() in _ONE_PERSON:
            score -= 1.5  # "he" is rather somebody known to be a person
        if cluster.named:
            score += 0.3
        if mention.form == "pronoun":
            score += 0.2
        if (
            document.sentences[head.sentence].paragraph
            != document.sentences[pronoun.sentence].paragraph
        ):
            score -= 0.7
        if best is None or (score, mention.first) > best:
            best = (score, mention.first)
    return best


def _speaks(document: Document, verb: Token) -> bool:
    """'Roe said', and "Roe went on the attack, *saying*"."""
    beside = (t for t in document.children(verb.index) if t.tag == "VBG")
    return verb.lemma in _SPEAKING or any(t.lemma in _SPEAKING for t in beside)


def _whose_part(document: Document, head: Token) -> Token:
    """The noun that a name stands beside: "the operator, *Belt Steel*, maintains"."""
    return document.head(head) if head.dep == "appos" else head


def _mouthpiece_of(document: Document, body: Token) -> Token:
    """Who speaks for a body that is told of then: "a clerk of *the union* said *its* men"."""
    noun = document.head(body)
    if body.dep == "pobj" and noun.lemma in {"for", "of"}:
        noun = document.head(noun)
    elif body.dep != "poss":
        return body
    speaks = noun.pos == "NOUN" and noun.dep == "nsubj"
    return noun if speaks and _speaks(document, document.head(noun)) else body


def _is_agent(document: Document, noun: Token) -> bool:
    """Whether a clause tells what somebody did: no "post seen *by Belt*"."""
    by = document.head(noun)
    return by.dep == "agent" and document.head(by).dep not in {"acl", "amod"}


def _is_told_by_himself(document: Document, listener: Token, pronoun: Token) -> bool:
    """'*They* told the court that *they* had marched': who speaks, and not the court."""
    verb = document.head(listener)
    clause = document.head(pronoun)
    if listener.dep not in {"dobj", "dative"} or clause.dep != "ccomp" or clause.head != verb.index:
        return False
    speaker = document.child(verb.index, "nsubj")
    return speaker is not None and speaker.text.casefold() == pronoun.text.casefold()


def is_one_body(cluster: Cluster, pronoun: Token) -> bool:
    """'The court jailed nine activists. *They* …': the activists, and seldom the court."""
    many = pronoun.text.casefold() in _MANY
    return many and not cluster.plural and cluster.kind == "organisation" and not cluster.named


def _speaks_for_other(document: Document, head: Token, pronoun: Token) -> bool:
    """'Ana Roa was held, *her lawyer* said. She …': who speaks for somebody else is not told of.

    "She said …" goes on with who spoke.
    """
    noun = _whose_part(document, head)
    speaks = noun.dep == "nsubj" and document.head(noun).lemma in _SPEAKING
    if not speaks or document.head(pronoun).lemma in _SPEAKING:
        return False
    return any(t.dep == "poss" and t.tag == "PRP$" for t in document.children(noun.index))
