"""What one article tells, and all that was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.inputs import Problem
from reportedly.records.mentions import DateMention, Entity, PlaceMention
from reportedly.records.values import Actor, Count, DateValue, Evidence, Found, Place
from reportedly.records.vocabulary import EventType, Polarity, Realis, Stance
from reportedly.records.voices import Attribution, Claim, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of one act: asserted, or (a second report) denied."""

    report_id: str
    article_id: str
    type: EventType | None  # None: a death without a stated cause and the like
    mode: str | None
    act: str  # the act in the text's own terms
    trigger: Evidence
    evidence: Evidence  # the passage that tells the act
    realis: Realis
    polarity: Polarity
    retold: bool
    attributions: tuple[Attribution, ...]  # the first told leads
    made_by: str  # id of the rule
    mentions: tuple[Evidence, ...] = ()
    actors: tuple[Found[Actor], ...] = ()
    recipients: tuple[Found[Actor], ...] = ()
    place: Found[Place] | None = None
    date: Found[DateValue] | None = None
    counts: tuple[Found[Count], ...] = ()
    contexts: tuple[str, ...] = ()
    confidence: float | None = None
    withdraws: bool = False  # the outlet takes back what it reported before
    list_key: str | None = None  # equal for reports that one list of places gave
    campaign: Found[str] | None = None  # wording that asserts coordination
    summary: bool = False  # a total over many acts ("300 raids this year")
    partial: bool = False  # read without syntax

    @property
    def stance(self) -> Stance:
        """The innermost stance of the leading chain."""
        return self.attributions[0][-1].stance if self.attributions else "states"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What echo detection needs of a text: MinHash values over word 3-grams and words."""

    minhash: tuple[int, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that the document level found in one article."""

    analyser: str  # hash of code version, lexicons, gazetteer, models and parser
    article_id: str
    text_id: str
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    fingerprint: Fingerprint | None = None
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()  # what could not be read: 'syntax', 'gazetteer' …
