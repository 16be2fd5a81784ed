"""All figures of an audit, from articles with both codings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.audit.agree import Names, days_agree, places_agree
from reportedly.audit.calibration import Calibration, calibrations
from reportedly.audit.codes import (
    STATUSES,
    VERBAL,
    AuditedArticle,
    CodedReport,
    OurReport,
    plain_names,
    types_of,
)
from reportedly.audit.confusion import Confusion, confusion_of
from reportedly.audit.figures import RESAMPLES, Figure, Kind, Line, Resampling
from reportedly.audit.matching import (
    Pair,
    actor_right,
    align,
    alleged_right,
    chain_of,
    chain_right,
    mode_right,
    settled,
    speaker_right,
    status_right,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What an audit found."""

    articles: int
    coded: int  # reports of the coder
    ours: int  # reports of ours that are compared
    weighted: bool
    figures: tuple[Figure, ...]
    by_type: tuple[Figure, ...]
    by_status: tuple[Figure, ...]
    confusion: Confusion
    calibration: tuple[Calibration, ...]

    def figure(self, name: str) -> Figure:
        """A figure by its name."""
        return next(f for f in (*self.figures, *self.by_type, *self.by_status) if f.name == name)


def score(articles: Sequence[AuditedArticle], names: Names, resamples: int = RESAMPLES) -> Scores:
    """Compare both codings of all articles.

    Args:
        articles: of the sample, with the coder's reports and ours.
        names: aliases that the coder lists.
        resamples: bootstrap samples; 0 gives no intervals.
    """
    return _Scoring([settled(article) for article in articles], names, resamples).scores()


class _Scoring:
    """The alignments that all lines hang on, made once."""

    def __init__(self, articles: Sequence[AuditedArticle], names: Names, resamples: int) -> None:
        self.articles, self.names = articles, names
        self.resampling = Resampling(
            [one.article for one in articles],
            [one.stratum for one in articles],
            [one.weight for one in articles],
            resamples,
        )
        self.pairs = {one.article: align(one.coded, one.ours, one, names) for one in articles}
        self.by_code = {
            (article, pair.coded.code): pair.ours
            for article, pairs in self.pairs.items()
            for pair in pairs
        }
        self.required = [(a, c) for a in articles for c in a.coded if not c.optional]
        self.aligned = [
            (a, pair) for a in articles for pair in self.pairs[a.article] if not pair.coded.optional
        ]

    def scores(self) -> Scores:
        return Scores(
            articles=len(self.articles),
            coded=sum(len(one.coded) for one in self.articles),
            ours=sum(len(one.ours) for one in self.articles),
            weighted=self.resampling.weighted,
            figures=tuple(line.figure() for line in self._lines()),
            by_type=tuple(line.figure() for line in self._by_type()),
            by_status=tuple(line.figure() for line in self._by_status()),
            confusion=confusion_of(self.articles, self.pairs),
            calibration=calibrations(self.articles, self.pairs),
        )

    def _line(self, name: str, kind: Kind) -> Line:
        return Line(name, kind, self.resampling)

    # --- events ---------------------------------------------------------------------------

    def _lines(self) -> Iterable[Line]:
        yield self._events("events, any status", self.articles)
        yield self._events("events, status actual", [self._actual(a) for a in self.articles])
        found = self._line("reports aligned for the lines below", "share")
        for article, coded in self.required:
            found.add(article.article, int(self._ours(article, coded) is not None), 1)
        yield found
        yield self._value("place", _places, lambda o: o.place is not None,
                          lambda _, pair: _place_right(pair))  # fmt: skip
        yield self._value("date", _dates, lambda o: o.days is not None,
                          lambda _, pair: _date_right(pair))  # fmt: skip
        yield self._value(
            "actor",
            lambda c: bool(c.main.actors),
            lambda o: bool(o.actors),
            lambda _, pair: actor_right(pair.coded, pair.ours, self.names),
        )
        yield self._speakers()
        yield self._shares("attribution, whole chain", lambda c: True, self._chain_right)
        yield self._shares("status", lambda c: True, lambda _, p: status_right(p.coded, p.ours))
        yield self._shares(
            "mode, where coded",
            lambda c: any(reading.modes != () for reading in c.given[:1]),
            lambda _, p: mode_right(p.coded, p.ours),
        )
        yield self._shares(
            "actor, where coded",
            lambda c: bool(c.main.actors),
            lambda _, p: actor_right(p.coded, p.ours, self.names),
        )
        yield self._shares("actor left open, where an attack has none", _open_attack,
                           lambda _, p: not plain_names(p.ours))  # fmt: skip
        yield self._shares(
            "alleged actor kept apart from actor",
            lambda c: bool(c.alleged),
            lambda _, p: alleged_right(p.coded, p.ours, self.names),
        )
        yield self._numbers()

    def _events(self, name: str, articles: Sequence[AuditedArticle]) -> Line:
        """Strict pairs; what is optional costs nothing either way."""
        line = self._line(name, "prf")
        for article in articles:
            pairs = align(article.coded, article.ours, article, self.names, strict_only=True)
            right, added, missed = _told_apart(article, pairs)
            line.add(article.article, len(right), len(added), len(missed))
        return line

    def _actual(self, article: AuditedArticle) -> AuditedArticle:
        """What a default count of events would hold; what may be actual or not is optional."""
        told_again = {
            pair.ours.report_id
            for pair in self.pairs[article.article]
            if pair.coded.main.status == "actual"
            and pair.ours.status == "retold"
            and status_right(pair.coded, pair.ours)
        }
        return replace(
            article,
            coded=tuple(
                replace(one, optional=one.optional or one.open_status)
                for one in article.coded
                if one.main.status == "actual" or one.open_status
            ),
            ours=tuple(
                one for one in article.ours if one.status == "actual" or one.report_id in told_again
            ),
        )

    def _by_type(self) -> Iterable[Line]:
        lines = {kind: self._line(kind, "prf") for kind in types_of(self.articles)}
        for article in self.articles:
            pairs = align(article.coded, article.ours, article, self.names, strict_only=True)
            right, added, missed = _told_apart(article, pairs)
            for pair in right:
                lines[pair.ours.type or ""].add(article.article, 1, 0, 0)
            for report in added:
                lines[report.type or ""].add(article.article, 0, 1, 0)
            for coded in missed:
                lines[coded.main.type].add(article.article, 0, 0, 1)
        return lines.values()

    def _by_status(self) -> Iterable[Line]:
        for status in STATUSES:
            line = self._line(f"status: {status}", "prf")
            for article, coded in self.required:
                ours = self._ours(article, coded)
                got = ours.status if ours else None
                allowed = {reading.status for reading in coded.readings}
                if coded.main.status == status:
                    line.add(article.article, int(got in allowed), 0, int(got not in allowed))
                elif got == status and status not in allowed:
                    line.add(article.article, 0, 1, 0)
            yield line

    # --- values of aligned reports -----------------------------------------------------------

    def _ours(self, article: AuditedArticle, coded: CodedReport) -> OurReport | None:
        return self.by_code.get((article.article, coded.code))

    def _value(
        self,
        name: str,
        is_coded: Callable[[CodedReport], bool],
        is_given: Callable[[OurReport], bool],
        is_right: Callable[[AuditedArticle, Pair], bool],
    ) -> Line:
        """Precision over the values that we give, recall over those coded; a miss is missed."""
        line = self._line(name, "prf")
        for article, coded in self.required:
            ours = self._ours(article, coded)
            if ours is None:
                line.add(article.article, 0, 0, int(is_coded(coded)))
            elif not is_coded(coded):
                continue
            elif not is_given(ours):
                line.add(article.article, 0, 0, 1)
            else:
                right = is_right(article, Pair(coded=coded, ours=ours, strict=False))
                line.add(article.article, int(right), int(not right), int(not right))
        return line

    def _shares(
        self,
        name: str,
        wanted: Callable[[CodedReport], bool],
        is_right: Callable[[AuditedArticle, Pair], bool],
    ) -> Line:
        line = self._line(name, "share")
        for article, pair in self.aligned:
            if wanted(pair.coded):
                line.add(article.article, int(is_right(article, pair)), 1)
        return line

    def _chain_right(self, article: AuditedArticle, pair: Pair) -> bool:
        return chain_right(pair.coded, chain_of(pair.ours, article), self.names)

    def _speakers(self) -> Line:
        line = self._line("attribution (innermost speaker)", "prf")
        for article, coded in self.required:
            ours = self._ours(article, coded)
            silent = any(not chain for chain in coded.chains)
            chain = chain_of(ours, article) if ours else ()
            if ours is not None and speaker_right(coded, chain, self.names):
                line.add(article.article, int(bool(chain)), 0, 0)
            else:
                line.add(article.article, 0, int(bool(chain)), int(not silent))
        return line

    def _numbers(self) -> Line:
        line = self._line("counts (kind, low, high)", "prf")
        for article, pair in self.aligned:
            coded, given = Counter(pair.coded.numbers), Counter(pair.ours.numbers)
            hits = sum((coded & given).values())
            line.add(article.article, hits, sum(given.values()) - hits, sum(coded.values()) - hits)
        for article, report in self.required:
            if self._ours(article, report) is None:
                line.add(article.article, 0, 0, len(report.numbers))
        return line


def _told_apart(
    article: AuditedArticle, pairs: Sequence[Pair]
) -> tuple[list[Pair], list[OurReport], list[CodedReport]]:
    """Right, added and missed reports of an article; acts of speech are never added."""
    hit = {pair.coded.code for pair in pairs}
    used = {pair.ours.report_id for pair in pairs}
    return (
        [pair for pair in pairs if not pair.coded.optional],
        [r for r in article.ours if r.report_id not in used and r.type not in VERBAL],
        [c for c in article.coded if not c.optional and c.code not in hit],
    )


def _places(coded: CodedReport) -> bool:
    return all(reading.place is not None for reading in coded.readings)


def _dates(coded: CodedReport) -> bool:
    return all(reading.days is not None for reading in coded.readings)


def _place_right(pair: Pair) -> bool:
    return any(places_agree(reading.place, pair.ours.place) for reading in pair.coded.readings)


def _date_right(pair: Pair) -> bool:
    return any(days_agree(reading.days, pair.ours.days) for reading in pair.coded.readings)


def _open_attack(coded: CodedReport) -> bool:
    return coded.main.type == "ASSAULT" and all(not one.actors for one in coded.readings)
