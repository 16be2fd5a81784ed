"""Proper names: what the parser marks, mended, with the role that stands before each."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from reportedly.find.coreference.kinds import MONTHS, head_of, is_acronym, kind_of_name
from reportedly.find.coreference.mention import Gender, Mention
from reportedly.find.coreference.words import CoreferenceWords
from reportedly.parse import Document, Token
from reportedly.parse.dateline import datelines

_ACTORS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "LAW"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_SAYS = frozenset({"say", "tell", "declare", "add", "write", "claim", "deny", "state", "explain"})
_SHORT_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "gen", "col", "capt", "lt", "sen", "rep", "gov"}
)


_OFFICE = 3  # words of an office and a person at least


def find_names(document: Document, words: CoreferenceWords) -> list[Mention]:
    """Name mentions in order of the text; a place's name is none unless a title says so."""
    spans = _candidate_spans(document)
    found: dict[tuple[int, int], str] = {}
    for marked_first, marked_last, label in spans:
        first, last = _mend(document, marked_first, marked_last, words)
        if last > first and (first, last) not in found:
            found[first, last] = label
    offices = _offices(document, sorted(found), words)
    for (first, last), (start, _) in offices.items():
        found[start, last] = "PERSON"
        del found[first, last]
        found.pop((_role_of(document, first), _role_of(document, first) + 1), None)
    in_office = {(start, last): role for (_, last), (start, role) in offices.items()}
    kept = _longest(sorted(found))
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
                gender=gender,
                words=tuple(t.text for t in document.tokens[first:last] if t.tag != "POS"),
                role=role if kind == "person" else None,
            )
        )
    return sorted(
        [*mentions, *_unmarked(document, kept, mentions, surnames, words)], key=lambda m: m.first
    )


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
            office = document.readable(role.start, tokens[last - 3].end)
            found[first, last] = last - 2, office[:1].lower() + office[1:]
    return found


def _role_of(document: Document, first: int) -> int:
    """Where a role can stand before an office: two words back, or three over "the"."""
    return first - (3 if first > 2 and document.tokens[first - 1].text == "the" else 2)


def words_of_datelines(document: Document) -> set[int]:
    """Words of datelines: where and by whom a text was written, nobody whom it tells of."""
    lines = datelines(document.text)
    return {t.index for start, end in lines for t in document.tokens_in(start, end)}


def _place_words(document: Document) -> set[str]:
    """Single words that the parser marks as places somewhere in the article."""
    return {
        document.tokens[n.first].text.casefold()
        for n in document.names
        if n.label in {"GPE", "LOC"} and n.last - n.first == 1
    }


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


def _candidate_spans(document: Document) -> list[tuple[int, int, str]]:
    """Names as marked, and runs of capitalised proper nouns that no mark covers."""
    spans = [
        (first, last, n.label)
        for n in document.names
        if n.label in _ACTORS
        for first, last in _without_verbs(document, n.first, n.last)
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


def _mend(  # noqa: PLR0912  # one branch a repair
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


def _longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that lie in no longer one, in order."""
    kept: list[tuple[int, int]] = []
    for first, last in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(last <= a or first >= b for a, b in kept):
            kept.append((first, last))
    return sorted(kept)


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
    word = last.text.rstrip(".").casefold()
    if word not in words.roles | words.titles and last.lemma not in words.roles:
        return None, gender
    text = " ".join(
        t.text
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
