"""What merging compares of a report, read once: names as words, days, places, numbers."""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.corpus.echoes.words import stem
from reportedly.corpus.merge.lexicon import MergeWords
from reportedly.corpus.merge.names import NameWords, actor_names, name_words
from reportedly.corpus.shared import one_day, one_place, one_set, one_word
from reportedly.records import Actor, Article, Found, Place, Realis, Report

# Taking somebody away is told as an arrest by some and as a kidnapping by others.
_CUSTODY = {("COERCE", "arrest"), ("COERCE", "detain"), ("ASSAULT", "abduct")}
# Acts that last: reports give the day on which they began or one on which they went on.
_LASTING_MODES = {"strike", "hunger", "boycott", "occupy", "obstruct", "siege", "curfew"}
_LASTING_FAMILIES = {"custody", "SANCTION", "MOBILIZE"}
LASTING_DAYS = 14
# A plain report without a day tells news; older acts are told with a date.
NEWS_DAYS = 14
_NAME = re.compile(r"\b[^\W\d_a-z]")  # a word that begins with no small Latin letter
_WORD = re.compile(r"[^\W\d_]{4,}")
_ACT_FOR = {"member_of"}  # relations of those who act as the body
_FINE = {"site", "town", "district"}


Home = tuple[str, int, int]  # article_id, start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """One report with what is known of its article, in comparable form; its text is not held."""

    report_id: str
    article_id: str
    outlet: str | None
    published: date | None
    start: int  # of the trigger
    told: str  # stands for the words of the evidence
    copies: str  # family of copies that the article belongs to (its own id when alone)
    first_published: date | None  # of that family: a copy comes later than its news
    home: Home  # where the evidence stands in the text that it was copied from, else in its own
    family: str  # type family: only reports of one family can tell one act
    mode: str | None
    realis: Realis
    retold: bool
    denies: bool
    withdraws: bool
    list_key: str | None
    earliest: date | None
    latest: date | None
    dated: bool  # the text gives the date; else it is taken from the publication
    lasting: bool  # an act that goes on for days
    day: bool  # the date is a single day
    place: Place | None  # only where it is a district, town or site
    country: str | None
    actors: tuple[NameWords, ...]
    named_actors: bool  # a proper name, not only a kind of people ("dockers")
    disputed_actors: bool  # every actor stands under somebody's own assertion
    recipients: tuple[NameWords, ...]
    numbers: frozenset[tuple[str, int]]
    words: tuple[str, ...]  # stems of the telling words of the evidence, in order
    sequel: bool  # the passage says that it is a second, another, a later one


def facts_of_article(
    article: Article, reports: Sequence[Report], words: MergeWords
) -> tuple[ReportFacts, ...]:
    """The facts of an article's reports, as if the article were no copy of others.

    Summaries over many acts are left out.
    """
    told = Counter(type_family(report) for report in reports if not is_denial(report))
    return tuple(
        report_facts(
            report,
            article,
            words=words,
            passage=_passage(report.evidence.start, report.evidence.end, article.text),
            tells_another=told[type_family(report)] > 1,
        )
        for report in reports
        if not report.summary
    )


def _passage(start: int, end: int, text: str) -> str:
    """The evidence with the rest of its line up to the nearest full stops."""
    first = max(text.rfind(mark, 0, start) for mark in (". ", "\n")) + 1
    last = min(
        (at for mark in (". ", "\n") if (at := text.find(mark, end)) >= 0), default=len(text)
    )
    return text[first:last]


def report_facts(
    report: Report,
    article: Article,
    *,
    words: MergeWords,
    passage: str | None = None,
    tells_another: bool = False,
) -> ReportFacts:
    """Read one report for comparison.

    Args:
        report: as extracted, with people's corrections applied.
        article: that it stands in.
        words: the word lists of merging.
        passage: the sentence around the evidence, where known; else the evidence itself.
        tells_another: whether its article tells another act of its family.
    """
    earliest, latest, dated = _days(report, article)
    place = report.place.value if report.place else None
    fine = place if place is not None and place.precision in _FINE else None
    text = passage or report.evidence.quote
    quote = report.evidence.quote.encode("utf-8", "surrogatepass")
    return ReportFacts(
        report_id=report.report_id,
        article_id=article.article_id,
        outlet=article.outlet,
        published=article.published,
        start=report.trigger.start,
        told=hashlib.blake2b(quote, digest_size=8).hexdigest(),
        copies=article.article_id,
        first_published=article.published,
        home=(article.article_id, report.evidence.start, report.evidence.end),
        family=sys.intern(type_family(report)),
        mode=one_word(report.mode),
        realis=report.realis,
        retold=report.retold,
        denies=is_denial(report),
        withdraws=report.withdraws,
        list_key=report.list_key,
        earliest=one_day(earliest) if earliest else None,
        latest=one_day(latest) if latest else None,
        dated=dated,
        lasting=report.mode in _LASTING_MODES or type_family(report) in _LASTING_FAMILIES,
        day=dated and earliest == latest,
        place=one_place(fine) if fine else None,
        country=one_word(place.country) if place else None,
        actors=_names(report.actors, words, doers=True),
        named_actors=any(_NAME.search(found.value.name) for found in report.actors),
        disputed_actors=all(found.asserted_by for found in report.actors),
        recipients=_names(report.recipients, words, doers=False),
        numbers=_numbers(report),
        words=_words(report, words),
        sequel=not report.retold and _is_sequel(text, words, tells_another=tells_another),
    )


def _is_sequel(passage: str, words: MergeWords, *, tells_another: bool) -> bool:
    if words.sequel.search(passage):
        return True
    return tells_another and words.day_before.search(passage) is not None


def type_family(report: Report) -> str:
    """The family of acts within which reports can tell one and the same."""
    if (report.type, report.mode) in _CUSTODY:
        return "custody"
    if report.type is None:  # a death without a stated cause may be told as an attack elsewhere
        return "ASSAULT" if report.mode == "death" else f"untyped {report.mode}"
    return report.type


def is_denial(report: Report) -> bool:
    """Whether somebody says that the act did not happen, or an outlet takes it back."""
    if report.stance == "denies" or report.withdraws:
        return True
    return report.polarity == "negated"


def _days(report: Report, article: Article) -> tuple[date | None, date | None, bool]:
    value = report.date.value if report.date else None
    if value is not None and (value.earliest or value.latest):
        earliest, latest = value.earliest or value.latest, value.latest or value.earliest
        return earliest, latest, True
    if article.published is None or report.retold or report.realis != "actual":
        return None, None, False
    return article.published - timedelta(days=NEWS_DAYS), article.published, False


def _names(
    found: Sequence[Found[Actor]], words: MergeWords, *, doers: bool
) -> tuple[NameWords, ...]:
    # 'a supporter of X' is not X: a related person never stands for the name in the phrase,
    # but for a body whose inspectors or fighters act
    names = [
        name
        if relation is None or (doers and relation.kind in _ACT_FOR)
        else _related(name, relation.kind)
        for one in found
        for relation in [one.value.relation]
        for name in actor_names(one.value, words.anybody)
    ]
    return tuple(map(one_set, dict.fromkeys(names)))


def _related(name: NameWords, relation: str) -> NameWords:
    return frozenset(f"{relation} {word}" for word in name)


def _numbers(report: Report) -> frozenset[tuple[str, int]]:
    numbers = set()
    for found in report.counts:
        for number in (found.value.low, found.value.best, found.value.high):
            if number is not None:
                numbers.add((found.value.kind, number))
    return frozenset(numbers)


def _words(report: Report, lists: MergeWords) -> tuple[str, ...]:
    words = {stem(word) for word in _WORD.findall(report.evidence.quote.casefold())}
    if report.place is not None:  # the place is compared by itself
        words -= {stem(word) for word in name_words(report.place.value.name)}
    return tuple(map(sys.intern, sorted(words - lists.common)))
