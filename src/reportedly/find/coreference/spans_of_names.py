"""Spans of proper names: what the parser marks, mended, and what it left unmarked."""

from __future__ import annotations

from itertools import pairwise

from reportedly.find.coreference.kinds import MONTHS
from reportedly.find.coreference.words import CoreferenceWords
from reportedly.parse import Document, Name, Token

_ACTORS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "LAW"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_FULL = 2  # words of a full name


def candidate_spans(document: Document, words: CoreferenceWords) -> list[tuple[int, int, str]]:
    """Names as marked, and runs of capitalised proper nouns that no mark covers."""
    spans = [
        (first, last, n.label)
        for n in document.names
        if n.label in _ACTORS
        or _is_called_body(document, n, words)
        or _has_role(document, n, words)
        for begin, end in _without_places(document, n.first, n.last)
        for first, last in _without_verbs(document, begin, end)
    ]
    covered = {i for n in document.names for i in range(n.first, n.last)}
    tokens = document.tokens
    at = 0
    while at < len(tokens):
        if not _is_free_name(tokens[at], covered):
            at += 1
            continue
        end = at + 1
        while (
            end < len(tokens)
            and tokens[end].sentence == tokens[at].sentence
            and _is_free_name(tokens[end], covered)
        ):
            end += 1
        spans.append((at, end, ""))
        at = end
    return spans


def _is_called_body(document: Document, name: Name, words: CoreferenceWords) -> bool:
    """'The Partisans, *a splinter group*': marked as a people, but named as a body."""
    if name.label != "NORP" or name.last - name.first > 1:
        return False
    head = document.tokens[name.first]
    return head.tag == "NNPS" and any(
        t.dep == "appos" and t.lemma in words.organisations for t in document.children(head.index)
    )


def _has_role(document: Document, name: Name, words: CoreferenceWords) -> bool:
    """'The director, *Zola Reni*, said': marked as a place, but named as somebody."""
    inside = document.tokens[name.first : name.last]
    root = next((t for t in inside if not name.first <= t.head < name.last), None)
    if name.label not in _PLACES or len(inside) < _FULL or root is None or root.dep != "appos":
        return False
    role = document.head(root)
    before = document.tokens[name.first - 1] if name.first else root
    return role.pos == "NOUN" and role.lemma in words.roles and before.text == ","


def _without_places(document: Document, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a marked name beside a comma: "the mayor of *Belt, Ivo Brand*," names two."""
    tokens = document.tokens
    for comma in range(first + 1, last - 1):
        place, name = tokens[comma - 1], tokens[last - 1]
        if tokens[comma].text == "," and place.dep == "pobj" and name.dep == "appos":
            return [(first, comma), (comma + 1, last)]
    return [(first, last)]


def _without_verbs(document: Document, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a marked name between verbs: "Roa told Coast Radio" is two names."""
    headline = last - first > 1 and all(t.text.isupper() for t in document.tokens[first:last])
    verbs = [
        i
        for i in range(first, last)
        if document.tokens[i].pos in {"VERB", "AUX"}
        and (headline or document.tokens[i].text.islower())
    ]
    if not verbs:
        return [(first, last)]
    bounds = [first - 1, *verbs, last]
    return [(a + 1, b) for a, b in pairwise(bounds) if b > a + 1]


def _is_free_name(token: Token, covered: set[int]) -> bool:
    return (
        token.index not in covered
        and token.pos == "PROPN"
        and token.text[:1].isupper()
        and token.text.casefold() not in MONTHS
    )


def mended(  # noqa: PLR0912  # one branch a repair
    document: Document, first: int, last: int, words: CoreferenceWords
) -> tuple[int, int]:
    """Cut articles, titles and possessives; add the parts that the parser left out."""
    tokens = document.tokens
    sentence = tokens[first].sentence

    def capital(i: int) -> bool:
        return (
            i < len(tokens)
            and tokens[i].sentence == sentence
            and tokens[i].text[:1].isupper()
            and tokens[i].pos in {"PROPN", "NOUN", "ADJ"}
            and tokens[i].name not in {"DATE", "TIME"}
        )

    while (
        first > 0
        and tokens[first - 1].sentence == sentence
        and tokens[first - 1].pos == "PROPN"
        and tokens[first - 1].dep == "compound"
        and tokens[first - 1].name in {"", "PERSON"}
        and first <= tokens[first - 1].head < last
        and tokens[first - 1].text[:1].isupper()
        and tokens[first - 1].text.rstrip(".").casefold() not in words.titles | words.roles
        and not _is_body(tokens, first - 1, words)
    ):
        first -= 1
    while first < last and not (
        tokens[first].text[:1].isupper() and tokens[first].pos not in {"DET", "PUNCT", "ADP"}
    ):
        first += 1
    # "the Belt Dockers'" + "Union"
    while last > first:
        if tokens[last - 1].tag == "POS" and _is_body(tokens, last, words) and capital(last):
            last += 1
        elif (
            last < len(tokens)
            and tokens[last].tag == "POS"
            and capital(last + 1)
            and _is_body(tokens, last + 1, words)
        ):
            last += 2
        elif (
            capital(last)
            and tokens[last].pos == "PROPN"
            and tokens[last].name in {"", "ORG"}
            and (_is_body(tokens, last, words))
        ):
            last += 1
        else:
            break
    # "Organisation" + "of Iran"
    if (first < last and _is_body(tokens, last - 1, words)) or _is_body(tokens, first, words):
        end = last
        while (
            end + 1 < len(tokens)
            and tokens[end].text in {"of", "for"}
            and tokens[end].sentence == sentence
        ):
            after = end + 1
            if tokens[after].text == "the":
                after += 1
            if not capital(after):
                break
            end = after + 1
            while capital(end) and tokens[end].pos == "PROPN":
                end += 1
        last = end
    # titles and roles in capitals before a person's name
    opening = document.sentences[sentence].first
    while last - first > 1 and words.leads_to_name(tokens[first], last - first - 1, opening):
        first += 1
    while last > first and (
        tokens[last - 1].tag == "POS" or tokens[last - 1].pos in {"PUNCT", "DET", "ADP", "CCONJ"}
    ):
        last -= 1
    return _with_hyphens(tokens, first, last)


def _with_hyphens(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """All of a name that hyphens hold together, up to its last capital: "Liwa-al-Bahr"."""
    if last <= first:
        return first, last
    at = last
    while (
        at + 1 < len(tokens)
        and tokens[at].text == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    ):
        at += 2
        if tokens[at - 1].text[:1].isupper():
            last = at
    at = first
    while (
        at > 1
        and tokens[at - 1].text == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at - 2].end == tokens[at - 1].start
    ):
        at -= 2
        if tokens[at].text[:1].isupper():
            first = at
    return first, last


def _is_body(tokens: tuple[Token, ...], index: int, words: CoreferenceWords) -> bool:
    return index < len(tokens) and (
        tokens[index].text[:1].isupper()
        and (tokens[index].text.casefold() in words.bodies | words.outlets
             or tokens[index].lemma in words.bodies)
    )  # fmt: skip


def longest_spans(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that lie in no longer one, in order."""
    kept: list[tuple[int, int]] = []
    for first, last in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(last <= a or first >= b for a, b in kept):
            kept.append((first, last))
    return sorted(kept)
