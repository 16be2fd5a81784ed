"""Proper names: what the parser marks, mended, with the role that stands before each."""

from __future__ import annotations

import re
from collections import Counter

from reportedly.find.coreference.kinds import head_of, is_acronym, kind_of_name
from reportedly.find.coreference.mention import Gender, Mention
from reportedly.find.coreference.spans_of_names import candidate_spans, longest_spans, mended
from reportedly.find.coreference.words import CoreferenceWords
from reportedly.parse import Document, Token
from reportedly.parse.known_names import given_names_of_men, given_names_of_women

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_SAYS = frozenset({"say", "tell", "declare", "add", "write", "claim", "deny", "state", "explain"})
_IN_PLACES = frozenset({"pobj", "compound", "appos", "poss", "amod", "npadvmod"})
_SHORT_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "gen", "col", "capt", "lt", "sen", "rep", "gov"}
)


_INITIAL = re.compile(r"[A-Z]\.?")
_OFFICES = frozenset({"Police", "Staff", "State", "Customs", "Prisons"})  # "Chief of *Staff* Roa"
_OFFICE = 3  # words of an office and a person at least


def find_names(document: Document, words: CoreferenceWords) -> list[Mention]:
    """Name mentions in order of the text; a place's name is none unless a title says so."""
    spans = candidate_spans(document, words)
    found: dict[tuple[int, int], str] = {}
    for marked_first, marked_last, label in spans:
        first, last = mended(document, marked_first, marked_last, words)
        if last > first and (first, last) not in found:
            found[first, last] = label
    offices = _offices(document, sorted(found), words)
    for (first, last), (start, _) in offices.items():
        found[start, last] = "PERSON"
        del found[first, last]
        found.pop((_role_of(document, first), _role_of(document, first) + 1), None)
    in_office = {(start, last): role for (_, last), (start, role) in offices.items()}
    kept = longest_spans(sorted(found))
    labels: dict[tuple[str, ...], Counter[str]] = {}
    for first, last in kept:
        key = tuple(t.text.casefold() for t in document.tokens[first:last])
        labels.setdefault(key, Counter())[found[first, last]] += 1
    places = _place_words(document)
    surnames = {
        document.tokens[last - 1].text
        for first, last in kept
        if found[first, last] == "PERSON"
        and last - first > 1
        and not is_acronym(document.tokens[first].text)
        and document.tokens[last - 1].text.casefold() not in places | words.bodies
    }
    mentions = []
    for first, last in kept:
        key = tuple(t.text.casefold() for t in document.tokens[first:last])
        role, gender = _role_before(document, first, words)
        role = in_office.get((first, last), role)
        kind = kind_of_name(document, (first, last), labels[key], role, words)
        if kind is None or (role is None and len(key) == 1 and key[0] in places):
            continue
        if (
            kind == "organisation"
            and last - first > 1
            and found[first, last] != "PERSON"
            and document.tokens[last - 1].text in surnames
        ):
            kind = "person"
        mentions.append(
            Mention(
                first=first,
                last=last,
                head=head_of(document, first, last),
                form="name",
                kind=kind,
                plural=kind == "group",
                gender=gender or (_gender_of(key) if kind == "person" else ""),
                words=tuple(t.text for t in document.tokens[first:last] if t.tag != "POS"),
                role=role if kind == "person" else None,
            )
        )
    return sorted(
        [*mentions, *_unmarked(document, kept, mentions, surnames, words)], key=lambda m: m.first
    )


def _gender_of(name: tuple[str, ...]) -> Gender:
    """'*Laura* Pell' is a woman's full name; "Laura" alone may be a storm, "Thomas" a surname."""
    if len(name) == 1:
        return ""
    if name[0] in given_names_of_women():
        return "feminine"
    return "masculine" if name[0] in given_names_of_men() else ""


def _offices(
    document: Document, spans: list[tuple[int, int]], words: CoreferenceWords
) -> dict[tuple[int, int], tuple[int, str]]:
    """Names glued to an office, where the person begins, and the role.

    "Minister for the Harbour Ivo Brand" is marked as a body "Harbour Ivo Brand": two words of it
    are a person's, if a public role and "for" or "of" stand before.
    """
    found = {}
    for first, last in spans:
        tokens = document.tokens
        at = _role_of(document, first)
        if at < 0 or last - first < _OFFICE or tokens[at + 1].text not in {"for", "of"}:
            continue
        role = tokens[at]
        if role.lemma not in words.public or not role.text[:1].isupper():
            continue
        inside = tokens[first:last]
        if all(t.pos == "PROPN" for t in inside) and not {
            t.text.casefold() for t in inside[-2:]
        } & (words.bodies | words.outlets):
            begin = last - 2
            while begin > first + 1 and _INITIAL.fullmatch(tokens[begin - 1].text):
                begin -= 1
            office = document.readable(role.start, tokens[begin - 1].end)
            found[first, last] = begin, office[:1].lower() + office[1:]
    return found


def _role_of(document: Document, first: int) -> int:
    """Where a role can stand before an office: two words back, or three over "the"."""
    return first - (3 if first > 2 and document.tokens[first - 1].text == "the" else 2)


def _place_words(document: Document) -> set[str]:
    """Single words that the parser marks as places somewhere in the article.

    None that ends a person's name and is nowhere told as a place: "Ivo Brand left. *Brand* said".
    """
    alone = [n for n in document.names if n.last - n.first == 1]
    marked = {document.tokens[n.first].text for n in alone if n.label in {"GPE", "LOC"}}
    where = {
        document.tokens[n.first].text for n in alone if document.tokens[n.first].dep in _IN_PLACES
    }
    surnames = {
        document.tokens[n.last - 1].text
        for n in document.names
        if n.label == "PERSON" and n.last - n.first > 1
    }
    return {word.casefold() for word in marked - (surnames - where)}


def _unmarked(
    document: Document,
    kept: list[tuple[int, int]],
    mentions: list[Mention],
    surnames: set[str],
    words: CoreferenceWords,
) -> list[Mention]:
    """Known surnames, and strange words that speak at the head of a sentence: "Morrow said"."""
    covered = {i for first, last in kept for i in range(first, last)}
    taken = {i for m in mentions for i in range(m.first, m.last)}
    found = []
    for token in document.tokens:
        if token.index in covered or not token.text[:1].isupper() or token.pos not in _NOUNS:
            continue
        known = token.text in surnames
        opens = (
            token.tag in {"NN", "NNP"}
            and token.dep == "nsubj"
            and token.index == document.sentences[token.sentence].first
            and document.head(token).lemma in _SAYS
            and not document.children(token.index)
            and token.lemma not in words.roles | words.organisations
            and token.text.casefold() not in words.roles | words.collective | words.groups
        )
        if known or opens:
            before = document.tokens[token.index - 1] if token.index else token
            given = (
                known
                and before.dep == "compound"
                and before.head == token.index
                and before.index not in taken
                and before.text[:1].isupper()
                and before.text.rstrip(".").casefold() not in words.titles | words.roles
            )
            first = before.index if given else token.index
            found.append(
                Mention(
                    first=first,
                    last=token.index + 1,
                    head=token.index,
                    form="name",
                    kind="person" if known else "unknown",
                    plural=False,
                    words=tuple(t.text for t in document.tokens[first : token.index + 1]),
                )
            )
    return found


def _office_before(document: Document, last: Token, words: CoreferenceWords) -> str | None:
    """The office that ends with the word before a name: "*Chief of Staff* Roa".

    Of one with its country the office alone: "*President* of Kestria Ana Roa".
    """
    if last.index < 2 or document.tokens[last.index - 1].text != "of":
        return None
    head = document.tokens[last.index - 2]
    if head.text.casefold() not in words.public or not head.text[:1].isupper():
        return None
    if last.text in _OFFICES:
        return document.readable(head.start, last.end).lower()
    return head.text.lower() if last.pos == "PROPN" else None


def _role_before(
    document: Document, first: int, words: CoreferenceWords
) -> tuple[str | None, Gender]:
    """The words of role before a name ("interior minister") and the gender they settle."""
    tokens = document.tokens
    at = first
    while at > 0:
        token = tokens[at - 1]
        if token.sentence != tokens[first].sentence:
            break
        if token.tag == "POS" or token.pos not in {"NOUN", "PROPN", "ADJ"}:
            break
        if at < first and tokens[at - 1].end + 1 < tokens[at].start:
            break
        at -= 1
    before = tokens[at:first]
    gender: Gender = ""
    for token in before:
        word = token.text.rstrip(".").casefold()
        if word in words.feminine:
            gender = "feminine"
        elif word in words.masculine:
            gender = "masculine"
    last = tokens[first - 1] if before else None
    if last is None:
        return None, gender
    office = _office_before(document, last, words)
    if office is not None:
        return office, gender
    word = last.text.rstrip(".").casefold()
    if word not in words.roles | words.titles and last.lemma not in words.roles:
        return None, gender
    text = " ".join(
        t.lemma
        if t is last and t.tag == "NNS"  # "the priests Ivo Brand and Ana Roa"
        else t.text
        if is_acronym(t.text) or t.name == "NORP" or t.text.rstrip(".").casefold() in _SHORT_TITLES
        else t.text.lower()
        if t.text.rstrip(".").casefold() in words.roles | words.titles | words.organisations
        or t.index == document.sentences[t.sentence].first
        or t.text in {"Prime", "Vice", "Deputy", "First", "Chief", "Attorney"}
        else t.text
        for t in before
        if t.tag != "HYPH" and t.pos != "PUNCT"
    )
    return text, gender
