"""Sites inside towns: the Y bridge, Z square."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.places.english import ACCEPTED, EnglishUses, Judged
from reportedly.find.places.gazetteer import Gazetteer
from reportedly.find.places.spans import Span, span_of
from reportedly.find.places.surroundings import STRONG
from reportedly.parse import Document, Token

_SHORT_JOINT = 2  # letters of 'e', 'ye', 'al'


def find_sites(
    document: Document, uses: EnglishUses, judged: Sequence[Judged], gazetteer: Gazetteer
) -> Iterator[Judged]:
    """Named sites: a name before a word like 'bridge' that is not the name of a known town."""
    by_token = {i: one for one in judged for i in range(one.span.first, one.span.last)}
    cues = uses.cues
    for token in document.tokens:
        if token.pos not in ("NOUN", "PROPN"):
            continue
        if token.lemma not in cues.named_site and token.lemma not in cues.building:
            continue
        if token.text[0].isupper() and token.lemma in cues.organisation:
            continue  # 'the Met Office'
        if token.lemma.lower() in cues.vague and uses.branch_of_body(token.index):
            continue  # 'the Xyzzy area committee'
        first = _name_before(document, uses, token)
        if first is None:
            continue
        town = by_token.get(first)
        if token.lemma in cues.vague and token.text.islower():
            if town is None and document.tokens[token.index - 1].text[:1].isupper():
                yield from _around(uses, span_of(document, first, token.index, gazetteer))
            continue
        if town is not None and _is_town_itself(town, token, document, uses):
            continue
        if town is not None and uses.polices(town.span):
            continue  # the place of its name tells more
        span = span_of(document, first, token.index + 1, gazetteer)
        yield Judged(span, "location", "site", 3.0, rule="site noun", resolvable=False)


def _around(uses: EnglishUses, span: Span) -> Iterator[Judged]:
    """'the Xyzzy area': no site, but a place that the gazetteer does not know."""
    if not uses.is_word(span) and uses.label(span) not in ("PERSON", "NORP"):
        yield Judged(span, "location", "toponym", ACCEPTED, rule="introduced by the text")


def _name_before(document: Document, uses: EnglishUses, token: Token) -> int | None:
    """The first token of the capitalised name before a site noun: 'San Ermo' of its market."""
    tokens = document.tokens
    at = token.index
    if tokens[at - 1].pos == "NOUN" and at >= 2 and tokens[at - 1].head == at:
        at -= 1  # 'the Talb fuel depot'
    first = at
    while first > 0 and first > at - 4:
        before = tokens[first - 1]
        named = before.pos == "PROPN" and before.text[:1].isupper()
        # 'Naqsh-e Jahan Square'
        hyphened = before.end == tokens[first].start and (before.text[-1:] in "-’'" or named)
        named = named or hyphened or tokens[first].text == "-" or _is_short_joint(tokens, first)
        if not named or before.sentence != token.sentence or before.name in ("DATE", "TIME"):
            break
        first -= 1
    if first == at or (uses.shouting and first == document.sentences[token.sentence].first):
        return None
    if tokens[first].name in ("NORP", "PERSON") and at - first == 1 and tokens[first].pos == "ADJ":
        return None
    return first


def _is_short_joint(tokens: Sequence[Token], first: int) -> bool:
    """Whether the 'e' of 'Naqsh-e Jahan' stands before a token."""
    before = tokens[first - 1]
    return (
        first > 1
        and before.text.islower()
        and len(before.text) <= _SHORT_JOINT
        and tokens[first - 2].text == "-"
        and tokens[first - 2].end == before.start
    )


def _is_town_itself(town: Judged, token: Token, document: Document, uses: EnglishUses) -> bool:
    """'a Kampala hotel' is in Kampala; 'the Talb bridge' is no bridge in a far village."""
    span = town.span
    if span.demonym or town.use in ("name_part", "seat", "dateline") or town.levels:
        return True
    if span.weight >= STRONG or span.key in uses.located or uses.ends_in_unit(span):
        return True
    article = document.tokens[span.first - 1].text.lower() if span.first else ""
    return article in ("a", "an") and token.lemma in uses.cues.building and span.weight >= 1
