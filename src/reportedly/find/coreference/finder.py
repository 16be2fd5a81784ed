"""Sieves from the surest to the boldest: equal names, acronyms, short names, roles, pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from reportedly.find.coreference.antecedents import (
    follow_noun,
    follow_order,
    follow_pronoun,
    follow_speaker,
)
from reportedly.find.coreference.clusters import Cluster
from reportedly.find.coreference.kinds import bearers, is_acronym, is_in_place
from reportedly.find.coreference.mention import Mention
from reportedly.find.coreference.names import find_names
from reportedly.find.coreference.nouns import (
    FIRST_PERSON,
    ORDERED,
    find_nouns,
    find_pronouns,
)
from reportedly.find.coreference.short_names import SMALL, folded, join_short_names
from reportedly.find.coreference.words import (
    CoreferenceWords,
    Registry,
    load_coreference_words,
)
from reportedly.find.marks import find_marked
from reportedly.parse import Document, Token
from reportedly.parse.mastheads import words_of_datelines
from reportedly.records import ActorKind, Entity

_NEAR = 4  # tokens between an acronym and the name that spells it out
_SPELLING = re.compile(r"(?:\s*\(|,? or|,)\s*(?:the )?")
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)")


def find_entities(
    document: Document,
    registry: Registry | None = None,
    words: CoreferenceWords | None = None,
) -> tuple[Entity, ...]:
    """Who is who in an article, by first mention; nothing without syntax.

    Args:
        document: a parsed article.
        registry: known actors; two names of one entry are one entity.
        words: what noun phrases can denote, by default the shipped lists.
    """
    if not document.has_syntax:
        return ()
    words = words or load_coreference_words()
    apart = words_of_datelines(document)
    names = [
        m
        for m in find_names(document, words)
        if m.first not in apart and not _qualifies(document, m, registry)
    ]
    taken = {i for m in names for i in range(m.first, m.last)}
    clusters = _equal_names(names)
    _spelled_out(document, clusters)
    _bracketed(document, clusters, taken)
    join_short_names(document, clusters, words)
    _known_names(clusters, registry)
    _bodies_beside_names(document, clusters, words)
    _roles_beside_names(document, clusters, words)
    in_names = {(m.first, m.last): c for c in clusters for m in c.mentions}
    marked = [(m.start, m.end) for m in find_marked(document.text)]
    rest = [
        m
        for m in [*find_nouns(document, taken, words), *find_pronouns(document)]
        if (m.first, m.last) not in in_names and m.first not in apart
    ]
    first_person: list[Mention] = []
    noun_heads = {m.head for c in clusters for m in c.mentions if m.form == "noun"}
    for mention in sorted(rest, key=lambda m: (m.head, m.first)):
        if mention.head in noun_heads:
            continue
        if mention.form == "pronoun":
            word = document.tokens[mention.head].text.casefold()
            if word in FIRST_PERSON:
                first_person.append(mention)  # who speaks may be named after the marks
                continue
            target = (
                follow_order(document, mention, clusters)
                if word in ORDERED
                else follow_pronoun(document, mention, clusters, words, marked)
            )
            if target is not None:
                target.add(mention)
            continue
        target = follow_noun(document, mention, clusters, words)
        if target is not None:
            target.add(mention)
        elif mention.kind != "outlet":  # "the paper" without a paper is a sheet
            clusters.append(Cluster(mention))
    for mention in first_person:
        target = follow_speaker(document, mention, clusters, words, marked)
        if target is not None:
            target.add(mention)
    clusters.sort(key=lambda c: c.first)
    return tuple(c.entity(document, n) for n, c in enumerate(clusters, 1))


def _equal_names(names: Sequence[Mention]) -> list[Cluster]:
    """Mentions with equal words are one actor."""
    by_words: dict[tuple[str, ...], Cluster] = {}
    for mention in names:
        key = folded(mention.words)
        if key in by_words:
            by_words[key].add(mention)
        else:
            by_words[key] = Cluster(mention)
    return list(by_words.values())


def _spelled_out(document: Document, clusters: list[Cluster]) -> None:
    """ "The FOR, or Front for Open Roads": what follows an acronym spells it out."""
    for short in list(clusters):
        acronym = short.longest[0] if len(short.longest) == 1 else ""
        if not is_acronym(acronym):
            continue
        for full in clusters:
            initials = "".join(w[0] for w in full.longest if w.casefold() not in SMALL)
            if (
                len(full.longest) > 1
                and _fits(acronym, initials, full.longest)
                and any(_follows(document, m, n) for m in short.mentions for n in full.mentions)
            ):
                full.absorb(short)
                full.acronyms.append(acronym)
                clusters.remove(short)
                break


def _follows(document: Document, mention: Mention, other: Mention) -> bool:
    if other.first < mention.last or other.first - mention.last > _NEAR:
        return False
    start, end = document.tokens[mention.last - 1].end, document.tokens[other.first].start
    return _SPELLING.fullmatch(document.text[start:end]) is not None


def _bracketed(  # noqa: PLR0912  # names, then their mentions
    document: Document, clusters: list[Cluster], taken: set[int]
) -> None:
    """ "Front for Open Roads (FOR)": the bracket gives other names of what stands before."""
    for cluster in list(clusters):
        if cluster not in clusters:
            continue
        for mention in list(cluster.mentions):
            if mention.form != "name" or cluster.kind == "person":
                continue
            end = document.tokens[mention.last - 1].end
            match = _BRACKET.match(document.text, end)
            if match is None:
                continue
            others = [part.strip() for part in match[1].split("/")]
            first = others[0].split()[0] if others[0] else ""
            initials = "".join(w[0] for w in mention.words if w.casefold() not in SMALL)
            known = is_acronym(first) and (len(others) > 1 or _fits(first, initials, mention.words))
            if not known:
                continue
            for other in others:
                if other and other not in cluster.acronyms:
                    cluster.acronyms.append(other)
                # 'ABC Dorna': the capitals alone are a name too
                parts = other.split()
                if len(parts) > 1 and is_acronym(parts[0]) and parts[0] not in cluster.acronyms:
                    cluster.acronyms.append(parts[0])
    for cluster in list(clusters):
        if not cluster.acronyms:
            continue
        _add_bare(document, cluster, taken)
        wanted = {tuple(a.casefold().split()) for a in cluster.acronyms}
        for other in list(clusters):
            if other is not cluster and any(
                folded(n) in wanted or tuple("/".join(n).casefold().split("/")) in wanted
                for n in other.names
            ):
                cluster.absorb(other)
                clusters.remove(other)


def _add_bare(document: Document, cluster: Cluster, taken: set[int]) -> None:
    """Acronyms that the parser takes for small words: "FOR chose a head"."""
    known = {a for a in cluster.acronyms if is_acronym(a)}
    for token in document.tokens:
        acts = token.text in known and token.index not in taken
        beside = document.tokens[max(token.index - 1, 0) : token.index + 2]
        if acts and sum(t.text.isupper() for t in beside) == 1:  # no headline in capitals
            cluster.add(
                Mention(
                    first=token.index, last=token.index + 1, head=token.index, form="name",
                    kind=cluster.kind, plural=False, words=(token.text,),
                )
            )  # fmt: skip


def _fits(acronym: str, initials: str, words: Sequence[str]) -> bool:
    """Whether an acronym can stand for a name: most of its letters are initials in order."""
    letters = [ch for ch in acronym if ch.isalpha()]
    every = "".join(w[0] for w in words).upper()
    for pool in (initials.upper(), every):
        at, hits = 0, 0
        for letter in letters:
            place = pool.find(letter.upper(), at)
            if place >= 0:
                hits += 1
                at = place + 1
        if hits >= max(2, len(letters) - 1):
            return True
    return False


def _qualifies(document: Document, name: Mention, registry: Registry | None) -> bool:
    """'Guatemalan prosecutors': the adjective is marked as a body, and names none."""
    if registry is None or name.last - name.first > 1:
        return False
    token = document.tokens[name.first]
    head = document.head(token)
    beside = token.dep in {"compound", "amod"} and head.pos == "NOUN"
    return beside and token.index < head.index and registry.is_demonym(token.text)


def _known_names(clusters: list[Cluster], registry: Registry | None) -> None:
    """Names that the registry knows as one actor's are one."""
    if registry is None:
        return
    entries: list[tuple[object, Cluster]] = []
    for cluster in list(clusters):
        names = (" ".join(n).replace(" - ", "-") for n in cluster.names)
        for name in [*cluster.acronyms, *names]:
            entry = registry.lookup(name)
            if entry is None:
                continue
            kind = getattr(entry, "kind", None)
            if kind in get_args(ActorKind):
                cluster.known = kind
            known = next((c for e, c in entries if e == entry), None)
            if known is None:
                entries.append((entry, cluster))
            elif known is not cluster:
                known.absorb(cluster)
                clusters.remove(cluster)
            break


def _bodies_beside_names(
    document: Document, clusters: list[Cluster], words: CoreferenceWords
) -> None:
    """ "Open Quay, a movement of divers", "a group calling itself Open Quay": one body."""
    nouns = {
        m.head: m
        for m in find_nouns(document, set(), words, inside=True)
        if m.kind in {"organisation", "outlet"}
    }
    for cluster in clusters:
        if cluster.roles or cluster.gender or cluster.kind == "country":
            continue
        for mention in list(cluster.mentions):
            beside = [t for t in document.children(mention.head) if t.dep == "appos"]
            beside += bearers(document, document.tokens[mention.head])
            before = document.tokens[max(mention.first - 1, 0)]
            if mention.form == "name" and cluster.kind != "person" and before.tag == "NN":
                beside.append(before)  # "the drivers' association Belt Wheels"
            for other in beside:
                noun = nouns.get(other.index)
                if noun is not None and not noun.plural:
                    cluster.add(noun)


def _roles_beside_names(
    document: Document, clusters: list[Cluster], words: CoreferenceWords
) -> None:
    """ "Its coordinator, Ana Roa" and "Ana Roa, chair of the union": one person, one role.

    So are "Ana Roa was a teacher" and, for each of them, "the priests Ivo Brand and Ana Roa".
    """
    nouns = {m.head: m for m in find_nouns(document, set(), words) if m.kind == "person"}
    for cluster in clusters:
        if cluster.kind != "person":
            continue
        for mention in list(cluster.mentions):
            head = document.tokens[mention.head]
            beside = [
                t
                for t in document.children(mention.head)
                if t.dep == "appos"
                and not (len(mention.words) == 1 and is_in_place(document, head, t))
            ]
            if head.dep in {"appos", "nsubj"} and head.head != head.index:
                governor = document.head(head)
                beside += [governor] if head.dep == "appos" else []
                # "its mouthpiece Ana Roa": two subjects of one verb, side by side
                beside += [
                    t
                    for t in document.children(governor.index)
                    if head.dep == "nsubj" and t.dep == "nsubj" and t.index == mention.first - 1
                ]
            beside += bearers(document, head)
            beside += _predicates(document, head)
            beside += _behind_place(document, head)
            if mention.role and head.dep == "pobj":
                # "Minister for the Harbour Ivo Brand"; not "a lawyer for the minister Ivo Brand"
                office = document.head(document.head(head))
                beside += [office] if office.text.casefold() in mention.role.casefold() else []
            for other in beside:
                noun = nouns.get(other.index)
                if noun is None or noun.plural or noun in cluster.mentions:
                    continue
                if abs(noun.head - mention.head) > 14:
                    continue
                cluster.add(noun)
                if not mention.role or head.dep != "pobj":
                    cluster.roles.append(" ".join(noun.words))
                cluster.gender = cluster.gender or noun.gender
    _share_roles(document, clusters, words)


def _behind_place(document: Document, name: Token) -> list[Token]:
    """Whose name stands behind a place or body: "the *clerk* of the court in Belt, Ana Roa,"."""
    at = document.head(name)
    if name.dep != "appos" or at.dep != "pobj" or at.pos != "PROPN":
        return []
    before = document.tokens[document.subtree(name.index)[0].index - 1]
    while before.text == "," and at.dep in {"pobj", "prep"} and at.head != at.index:
        at = document.head(at)
    return [at] if at.pos == "NOUN" and at.dep in {"nsubj", "nsubjpass", "pobj", "dobj"} else []


def _share_roles(document: Document, clusters: list[Cluster], words: CoreferenceWords) -> None:
    """Give several names the role that is said of all: "*clerks* Ana Roa and Ivo Brand".

    Also "Ana Roa and Ivo Brand were *clerks*".
    """
    persons = {m.head: c for c in clusters if c.kind == "person" for m in c.mentions}
    for mention in [m for c in persons.values() for m in c.mentions if m.form == "name"]:
        before = document.tokens[max(mention.first - 1, 0)]
        roles = [mention.role] if mention.role and before.tag == "NNS" else []
        for noun in _predicates(document, document.tokens[mention.head]):
            if noun.tag == "NNS" and noun.lemma in words.roles:
                own = document.children(noun.index)
                kinds = [t.text for t in own if t.dep in {"compound", "amod"}]
                roles.append(" ".join([*kinds, noun.lemma]))
        joined = [mention.head] if roles else []
        for at in joined:
            joined += [t.index for t in document.children(at) if t.dep == "conj"]
        for other in (persons[at] for at in joined if at in persons):
            other.roles = other.roles or roles[:1]


def _predicates(document: Document, name: Token) -> list[Token]:
    """What somebody is said to be: "Ana Roa was a *teacher*"; not "is no", "will be" or "if"."""
    verb = document.head(name)
    if name.dep != "nsubj" or verb.lemma != "be" or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return []
    around = document.children(verb.index)
    open_ = any(t.dep in {"neg", "aux", "mark"} or t.text == "?" for t in around)
    return [] if open_ else [t for t in around if t.dep == "attr"]
