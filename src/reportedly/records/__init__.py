"""The records that every stage reads and writes.

All records are frozen, slotted, keyword-only dataclasses with tuples inside. ``None`` means
that the text does not say. Offsets are ``[start, end)`` in Unicode code points of the cleaned
``Article.text``; ``text[start:end] == quote`` holds for every evidence.
"""

from reportedly.records.audits import CodedRow, Coding, Sample, SampledArticle
from reportedly.records.inputs import Article, Furniture, Glued, Problem, RawDocument
from reportedly.records.links import (
    Campaign,
    Contradiction,
    Corroboration,
    Echo,
    EchoMember,
    Event,
    Judgement,
    Narrative,
    Passage,
)
from reportedly.records.mentions import ActorMention, DateMention, Entity, PlaceMention
from reportedly.records.reports import Analysis, Fingerprint, Report
from reportedly.records.values import (
    Actor,
    Count,
    DateValue,
    Evidence,
    Found,
    Place,
    PlaceCandidate,
    Relation,
)
from reportedly.records.vocabulary import (
    ActorKind,
    Basis,
    Calendar,
    ClaimKind,
    CountKind,
    EchoKind,
    EventType,
    Exposure,
    Granularity,
    Polarity,
    Precision,
    QuoteKind,
    Realis,
    Stance,
)
from reportedly.records.voices import Attribution, Claim, Link, Quote, Scope

__all__ = [
    "Actor",
    "ActorKind",
    "ActorMention",
    "Analysis",
    "Article",
    "Attribution",
    "Basis",
    "Calendar",
    "Campaign",
    "Claim",
    "ClaimKind",
    "CodedRow",
    "Coding",
    "Contradiction",
    "Corroboration",
    "Count",
    "CountKind",
    "DateMention",
    "DateValue",
    "Echo",
    "EchoKind",
    "EchoMember",
    "Entity",
    "Event",
    "EventType",
    "Evidence",
    "Exposure",
    "Fingerprint",
    "Found",
    "Furniture",
    "Glued",
    "Granularity",
    "Judgement",
    "Link",
    "Narrative",
    "Passage",
    "Place",
    "PlaceCandidate",
    "PlaceMention",
    "Polarity",
    "Precision",
    "Problem",
    "Quote",
    "QuoteKind",
    "RawDocument",
    "Realis",
    "Relation",
    "Report",
    "Sample",
    "SampledArticle",
    "Scope",
    "Stance",
]
