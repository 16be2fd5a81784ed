"""What an audit compares: reports as coders give them, and ours in the same terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.audit.agree import Days, Passage, PlaceCode

STATUSES = ("actual", "planned", "threatened", "denied", "retold")
"""What a coder can say of a report's reality."""

NEUTRAL = frozenset({"attempted", "negated", "hypothetical"})
"""Our kinds that are compared with nothing: coders do not list what did not happen."""

VERBAL = frozenset(
    {"ACCUSE", "AGREE", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT"}
)
"""Acts of speech: not coded exhaustively, so one of ours that matches nothing costs nothing."""

Chain = tuple[str, ...]
Number = tuple[str, int | None, int | None]  # kind, low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way in which a report can rightly be coded."""

    type: str
    status: str
    modes: tuple[str | None, ...] | None = ()  # accepted ones; () not coded, None any
    actors: tuple[str, ...] = ()
    place: PlaceCode | None = None
    days: Days | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """One report of a coder; several readings where they are as good."""

    code: str
    article: str
    given: tuple[Reading, ...]  # the main one first
    retold_either: bool = False  # told again: right with and without our mark `retold`
    optional: bool = False  # right if found, right if not
    by_evidence: bool = False  # counted as found only from the same passage
    recipients: tuple[str, ...] = ()
    alleged: tuple[str, ...] = ()
    alleged_optional: bool = False
    actors_may_be_alleged: bool = False
    not_actors: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    chains: tuple[Chain, ...] = ((),)  # accepted ones, outermost first; () is the outlet's voice
    evidence: Passage | None = None

    @property
    def main(self) -> Reading:
        """The reading that the coder prefers."""
        return self.given[0]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All accepted readings."""
        if self.main.status == "actual" and self.retold_either:
            return (*self.given, *(replace(one, status="retold") for one in self.given))
        return self.given

    @property
    def open_status(self) -> bool:
        """Whether both an actual reading and one that is not are accepted."""
        return {one.status == "actual" for one in self.given} == {True, False}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedActor:
    """An actor as we name it."""

    name: str
    asserted: bool = False  # named by a speaker and not by the outlet
    affiliation: bool = False  # 'supporters of X': X is no doer


@dataclass(frozen=True, slots=True, kw_only=True)
class OurReport:
    """One report of ours in the terms of a coding sheet."""

    report_id: str
    type: str | None
    mode: str | None
    status: str
    actors: tuple[NamedActor, ...] = ()
    alleged: tuple[str, ...] = ()
    place: PlaceCode | None = None
    days: Days | None = None
    numbers: tuple[Number, ...] = ()
    chain: Chain = ()
    evidence: Passage | None = None
    confidence: float | None = None
    place_confidence: float | None = None
    date_confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedArticle:
    """One article of the sample with both codings.

    `weight` is how many articles of the collection it stands for.
    """

    article: str
    outlet: str | None
    credit: str | None
    coded: tuple[CodedReport, ...]
    ours: tuple[OurReport, ...]
    stratum: str = "all"
    weight: float = 1.0


def plain_names(report: OurReport) -> list[str]:
    """Actors that we put forward without saying by whom they are named."""
    return [actor.name for actor in report.actors if not actor.asserted]


def asserted_names(report: OurReport) -> list[str]:
    """Actors that we give as somebody's word."""
    return [*report.alleged, *(actor.name for actor in report.actors if actor.asserted)]


def types_of(articles: Sequence[AuditedArticle]) -> list[str]:
    """All types that either side gives, in alphabetical order."""
    found = {report.main.type for one in articles for report in one.coded}
    found |= {report.type for one in articles for report in one.ours if report.type}
    return sorted(found)
