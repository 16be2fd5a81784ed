"""Acts of which a later occasion only reminds: "the anniversary of the raid that killed 20".

Neither the day nor the news of the occasion are theirs: "a rally on Saturday five years after
the blast that killed 20".
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import DateMention, DateValue, Found

_OCCASIONS = words("anniversary commemoration remembrance")
_LONG = words("year decade")
_LATER = words("after since")
_YEAR = 4  # digits


def is_commemorated(document: Document, trigger: Trigger) -> bool:
    """Whether the phrase around an act dates it years before what the sentence tells."""
    if not document.has_syntax:
        return False
    at = document.tokens[trigger.token]
    while at.head != at.index:
        if _is_years_ago(document, at) or _is_of_occasion(document, at) or _has_year(document, at):
            return True
        if is_verb(at) and at.dep != "relcl":
            return False
        if not is_verb(at) and at.dep not in {"pobj", "prep", "compound"}:
            return False
        at = document.head(at)
    return False


def day_of_commemorated(
    reading: Reading, trigger: Trigger, found: Found[DateValue] | None
) -> Found[DateValue] | None:
    """The date in the phrase of such an act, or the year before its noun; no other."""
    document = reading.document
    phrase: set[int] = set()
    at = document.tokens[trigger.token]
    while at.head != at.index:
        phrase |= {t.index for t in document.subtree(at.index)}
        if not is_verb(at):
            break
        at = document.head(at)
        phrase |= {t.index for t in document.children(at.index)}
    if found is not None and _is_inside(document, found.evidence.start, phrase):
        return found
    return _year_of(reading.dates, document, phrase)


def _year_of(
    dates: Sequence[DateMention], document: Document, phrase: set[int]
) -> Found[DateValue] | None:
    for mention in dates:
        year = mention.evidence.quote.isdigit() and len(mention.evidence.quote) == _YEAR
        if year and _is_inside(document, mention.evidence.start, phrase):
            return Found(
                value=mention.value,
                evidence=mention.evidence,
                made_by="date.commemorated",
                confidence=0.9,
            )
    return None


def _is_inside(document: Document, start: int, phrase: set[int]) -> bool:
    token = document.token_at(start)
    return token is not None and token.index in phrase


def _is_of_occasion(document: Document, noun: Token) -> bool:
    """'the anniversary of the raid'."""
    of = document.head(noun)
    return (
        noun.dep == "pobj" and of.text.casefold() == "of" and document.head(of).lemma in _OCCASIONS
    )


def _is_years_ago(document: Document, word: Token) -> bool:
    """'five years after the blast', 'a year after police killed four'."""
    if word.dep == "pobj":
        after = document.head(word)
        spans = document.children(after.index)
    else:
        after = next((t for t in document.children(word.index) if t.dep == "mark"), word)
        spans = document.children(word.index)
    spans = (*spans, *document.children(after.index))
    return after.text.casefold() in _LATER and any(
        t.lemma in _LONG and t.index < after.index for t in spans
    )


def _has_year(document: Document, noun: Token) -> bool:
    """'The 1994 killing of six', long before publication; "the 1994 raid" alone only names it."""
    published = document.article.published
    beside = document.children(noun.index)
    told = any(t.dep in {"prep", "acl", "relcl", "compound", "amod"} for t in beside)
    return (
        told
        and published is not None
        and any(
            t.tag == "CD"
            and t.text.isdigit()
            and len(t.text) == _YEAR
            and t.index < noun.index
            and 1000 < int(t.text) < published.year - 1
            for t in beside
        )
    )
