"""Whom a later "the minister", "the group", "she" or "it" means."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.coreference.clusters import Cluster
from reportedly.find.coreference.mention import Mention
from reportedly.find.coreference.salience import is_one_body, salience
from reportedly.find.coreference.words import CoreferenceWords
from reportedly.parse import Document, Token
from reportedly.parse.meant import meant_by

_REFLEXIVE = frozenset({"himself", "herself", "itself"})
_AGENCIES = frozenset({"agency", "press", "service", "wire"})
# bodies that have the name of their place before them
_OF_A_PLACE = frozenset(
    {"police", "army", "court", "council", "government", "parliament", "administration",
     "municipality", "university", "hospital", "garrison", "assembly", "navy", "tribunal",
     "gendarmerie", "judiciary"}
)  # fmt: skip
_HANDS = frozenset(
    {"workers", "employees", "miners", "drivers", "teachers", "nurses", "doctors", "pilots",
     "students", "pupils", "residents", "villagers", "passengers", "patients", "customers",
     "prisoners", "inmates", "detainees", "clients", "victims", "survivors", "owners", "traders"}
)  # fmt: skip
_INSIDE = frozenset({"compound", "nmod"})


def follow_noun(
    document: Document, mention: Mention, clusters: Sequence[Cluster], words: CoreferenceWords
) -> Cluster | None:
    """The actor that a noun phrase takes up again, None where it brings a new one."""
    before = [c for c in clusters if c.first < mention.first]
    before.sort(key=lambda c: _last(c, mention.first), reverse=True)
    if mention.affiliate:
        return None
    if mention.kind == "outlet":
        return next((c for c in before if _is_paper(c)), None)
    head = mention.words[-1].casefold()
    modifiers = {w.casefold() for w in mention.words[:-1]}
    if mention.kind == "person" and not mention.plural:
        return _person(document, mention, before, head, modifiers)
    return (
        _named_inside(clusters, mention)
        or _same(mention, before, head, modifiers, words)
        or _general(document, mention, before, words)
    )


def _same(
    mention: Mention,
    before: list[Cluster],
    head: str,
    modifiers: set[str],
    words: CoreferenceWords,
) -> Cluster | None:
    """ "The ministry" after a ministry, "the health office" after a health office."""
    for cluster in before:
        if cluster.affiliate or not _same_head(cluster, head, mention, words):
            continue
        theirs = {w.casefold() for n in cluster.names for w in n}
        theirs |= {w.casefold() for m in cluster.mentions if m.form == "noun" for w in m.words}
        if modifiers <= theirs and (modifiers or mention.definite):
            return cluster
        if not modifiers and not mention.definite and head in theirs:
            return cluster
    return None


def _general(
    document: Document, mention: Mention, before: list[Cluster], words: CoreferenceWords
) -> Cluster | None:
    """ "The group", "the company": whatever body or firm was named last."""
    head = mention.words[-1].casefold()
    if not mention.definite or len(mention.words) > 1:
        return None
    if head in words.firms:
        return next((c for c in before if _is_firm(c, words)), None)
    if head not in words.generic or any(t.dep == "prep" for t in document.children(mention.head)):
        return None
    for cluster in before:
        bodies = {w.casefold() for n in cluster.names for w in n}
        if (
            cluster.named
            and not _is_inside(document, cluster)
            and (cluster.kind in {"organisation", "group"} or _is_the(document, cluster))
            and not bodies & (words.state | words.outlets)
        ):
            return cluster
    return None


def _named_inside(clusters: Sequence[Cluster], mention: Mention) -> Cluster | None:
    """ "The so-called Clean Quay movement": the body whose name stands before the noun."""
    name = mention.words[:-1]
    if mention.kind not in {"organisation", "group"} or not name or not name[0][:1].isupper():
        return None
    if mention.plural and mention.words[-1].casefold() in _HANDS:
        return None  # "Ember workers" act against Ember as well as for it
    if mention.words[-1].casefold() in _OF_A_PLACE:
        return None  # "the Arvan police": whose police, and no other name of it
    return next((c for c in clusters if name in c.names and not c.roles), None)


def _is_paper(cluster: Cluster) -> bool:
    """Whether an actor is an outlet that readers know, and no agency that others credit."""
    last = {n[-1].casefold() for n in cluster.names}
    return cluster.kind == "outlet" and not last & _AGENCIES


def _is_firm(cluster: Cluster, words: CoreferenceWords) -> bool:
    """Whether a name is a firm's: a firm's word, or a body's name without any other body's word."""
    if not cluster.named or cluster.roles or cluster.plural:
        return False
    parts = {w.casefold().rstrip(".") for n in cluster.names for w in n}
    if parts & (words.firm_names | words.firms):
        return True
    return cluster.kind == "organisation" and not parts & (words.bodies | words.outlets)


def _is_the(document: Document, cluster: Cluster) -> bool:
    """Whether a name of unknown kind has an article, as bodies have and people have not."""
    return cluster.kind == "unknown" and any(
        t.text.casefold() == "the"
        for m in cluster.mentions
        if m.form == "name"
        for t in document.children(m.head)
    )


def _person(
    document: Document, mention: Mention, before: list[Cluster], head: str, modifiers: set[str]
) -> Cluster | None:
    """ "The minister": the last person whose role or noun it is."""
    if not mention.definite:
        return None
    # "the council's clerk", "its leader": possessors bring somebody new unless the role is known
    exact: list[Cluster] = []
    wider: list[Cluster] = []  # "the president": "President Ana Roa"
    of = _of_which(document, mention)
    for cluster in before:
        if cluster.kind != "person" or _is_named_next(document, mention, cluster):
            continue
        others = {_of_which(document, m) for m in cluster.mentions} - {None} if of else None
        if others and of not in others:
            continue  # "the president of Volda" is not the one of Dorna
        roles = [r.casefold().replace("-", " ").split() for r in cluster.roles]
        roles += [[w.casefold() for w in m.words] for m in cluster.mentions if m.form == "noun"]
        fitting = [role for role in roles if role and role[-1] == head and modifiers <= set(role)]
        if fitting:
            whole = any(len(role) == len(modifiers) + 1 for role in fitting)
            (exact if whole else wider).append(cluster)
    called = [c for c in exact if _has_been_called(document, mention, c, head)]
    return next(iter((*called, *exact, *wider)), None)


def _of_which(document: Document, mention: Mention) -> str | None:
    """The name behind a role: 'Volda' of "the president of Volda", "president of Volda Ana Roa"."""
    if mention.form == "noun":
        of = document.child(mention.head, "prep")
        name = None if of is None else document.child(of.index, "pobj")
    else:
        of, name = document.tokens[max(mention.first - 2, 0) : mention.first + 2][:2]
    named = of is not None and of.text == "of" and name is not None and name.pos == "PROPN"
    return name.text.casefold() if named and name is not None else None


def _has_been_called(document: Document, mention: Mention, cluster: Cluster, head: str) -> bool:
    """Whether somebody was called so before a mention: of two presidents, the one told of so."""
    for other in cluster.mentions:
        title = document.tokens[max(other.first - 1, 0)].text.casefold()
        called = other.form == "noun" and [w.casefold() for w in other.words] == [head]
        if other.first < mention.first and (called or (other.form == "name" and title == head)):
            return True
    return False


def _is_named_next(document: Document, mention: Mention, cluster: Cluster) -> bool:
    """'*The president* said he had warned *Mr Roa*': who is named behind is somebody else."""
    sentence = document.tokens[mention.head].sentence
    return any(
        m.form == "name" and m.first > mention.head
        for m in cluster.mentions
        if document.tokens[m.head].sentence == sentence
    )


def _same_head(cluster: Cluster, head: str, mention: Mention, words: CoreferenceWords) -> bool:
    if cluster.kind == "person":
        return False
    if cluster.plural != mention.plural and not (head in words.bodies and cluster.named):
        return False
    return head in cluster.heads()


def _last(cluster: Cluster, before: int) -> int:
    return max((m.first for m in cluster.mentions if m.first < before), default=-1)


def follow_pronoun(
    document: Document,
    mention: Mention,
    clusters: Sequence[Cluster],
    words: CoreferenceWords,
    marked: Sequence[tuple[int, int]] = (),
) -> Cluster | None:
    """The actor that a pronoun means: right kind and number, the most salient before it."""
    token = document.tokens[mention.head]
    if mention.kind == "organisation" and not _can_act(document, token, words):
        return None
    if token.text.casefold() in _REFLEXIVE:
        return _of_subject(document, token, document.head(token), mention, clusters)
    meant = meant_by(document, token)
    told = [c for c in clusters if meant and any(m.head == meant.index for m in c.mentions)]
    if told and (mention.kind != "person" or _agrees(told[0], mention)):
        return told[0]
    if meant is not None and token.text.casefold() == "them":
        return None  # of whom a part is told: somebody who is no actor
    best: tuple[float, int, Cluster] | None = None
    quoted = any(start <= token.start < end for start, end in marked)
    hidden = [] if quoted else marked  # the outlet's "he" is seldom somebody inside the marks
    for cluster in clusters:
        if not _agrees(cluster, mention) or _is_inside(document, cluster):
            continue
        if token.dep == "dobj" and is_one_body(cluster, token):
            continue
        found = salience(document, cluster, token, quoted, hidden)
        if found is None:
            continue
        score, at = found
        if best is None or (score, at) > best[:2]:
            best = (score, at, cluster)
    return best[2] if best else _named_after(document, token, mention, clusters)


def follow_speaker(
    document: Document,
    mention: Mention,
    clusters: Sequence[Cluster],
    words: CoreferenceWords,
    marked: Sequence[tuple[int, int]],
) -> Cluster | None:
    """Whom "I" means inside quotation marks: the subject of the verb of speech beside them."""
    token = document.tokens[mention.head]
    inside = next(((a, b) for a, b in marked if a <= token.start < b), None)
    if inside is None:
        return None
    for sentence in _beside(document, inside):
        for verb in sentence:
            if verb.lemma not in words.speaking or _in_marks(verb, marked):
                continue
            subject = document.child(verb.index, "nsubj")
            if subject is None or _in_marks(subject, marked):
                continue
            return next(
                (c for c in clusters
                 if c.kind in {"person", "unknown"} and not c.plural
                 and any(m.first <= subject.index < m.last for m in c.mentions)), None
            )  # fmt: skip
    return None


def _beside(document: Document, inside: tuple[int, int]) -> list[tuple[Token, ...]]:
    """The sentences in which a quotation ends and begins, and so its verb may stand."""
    start, end = inside
    last, first = document.sentence_at(end - 1), document.sentence_at(start)
    found = [document.sentence_tokens(last)]
    if first != last:
        found.append(document.sentence_tokens(first))
    return found


def _in_marks(token: Token, marked: Sequence[tuple[int, int]]) -> bool:
    return any(a <= token.start < b for a, b in marked)


def follow_order(
    document: Document, mention: Mention, clusters: Sequence[Cluster]
) -> Cluster | None:
    """ "The former", "the latter": the first or second of the two that "and" joined last."""
    token = document.tokens[mention.head]
    heads = {m.head: c for c in clusters for m in c.mentions}
    for at in range(mention.first - 1, -1, -1):
        second = document.tokens[at]
        if token.sentence - second.sentence > 1:
            return None
        if second.dep == "conj" and second.index in heads and second.head in heads:
            return heads[second.head if token.text.casefold() == "former" else second.index]
    return None


def _of_subject(
    document: Document, token: Token, verb: Token, mention: Mention, clusters: Sequence[Cluster]
) -> Cluster | None:
    """The actor that is a verb's subject, where the pronoun can mean it."""
    subject = document.child(verb.index, "nsubj", "nsubjpass")
    if subject is None or subject.index == token.index:
        return None
    return next(
        (c for c in clusters
         if _agrees(c, mention) and any(m.head == subject.index for m in c.mentions)), None
    )  # fmt: skip


def _named_after(
    document: Document, token: Token, mention: Mention, clusters: Sequence[Cluster]
) -> Cluster | None:
    """ "When he arrived, Ivo Brand sat down": the named subject of the clause that follows."""
    if mention.kind != "person":
        return None
    for above in document.ancestors(token.index):
        subject = document.child(above.index, "nsubj", "nsubjpass")
        if above.pos not in {"VERB", "AUX"} or subject is None or subject.index <= token.index:
            continue
        if subject.index == token.head:
            return None  # "*her* lawyer, Ana Roa, said": nobody is her own
        found = _of_subject(document, token, above, mention, clusters)
        return found if found is not None and found.named else None
    return None


def _can_act(document: Document, token: Token, words: CoreferenceWords) -> bool:
    """Whether "it" is one who says or does: a possessor, or the subject of such a verb."""
    head = document.head(token)
    if token.dep == "poss":
        return True
    if token.dep not in {"nsubj", "nsubjpass"}:
        return False
    # "the office said it would …": what a body says of itself
    return head.lemma in words.acting or (
        head.dep == "ccomp" and document.head(head).lemma in words.acting
    )


def _agrees(cluster: Cluster, mention: Mention) -> bool:
    if mention.kind == "person":
        if cluster.kind not in {"person", "unknown"} or cluster.plural:
            return False
        return not (cluster.gender and mention.gender and cluster.gender != mention.gender)
    if mention.kind == "organisation":
        return (
            cluster.kind in {"organisation", "outlet", "country", "unknown"} and not cluster.plural
        )
    return cluster.plural or cluster.kind in {"group", "organisation"}


def _is_inside(document: Document, cluster: Cluster) -> bool:
    """Whether a name stands only inside other phrases: "*Labour* Minister Ana Roa"."""
    return all(document.tokens[m.head].dep in _INSIDE for m in cluster.mentions)
