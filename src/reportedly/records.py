"""The records that every stage reads and writes.

All records are frozen, slotted, keyword-only dataclasses with tuples inside. ``None`` means
that the text does not say. Offsets are ``[start, end)`` in Unicode code points of the cleaned
``Article.text``; ``text[start:end] == quote`` holds for every evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Realis = Literal["actual", "planned", "threatened", "attempted", "hypothetical"]
Polarity = Literal["positive", "negated"]
Stance = Literal["states", "alleges", "denies", "admits", "confirms"]
Precision = Literal["site", "town", "district", "province", "country", "region"]
Granularity = Literal[
    "time", "day", "week", "month", "season", "year", "decade", "century", "range"
]
Calendar = Literal["gregorian", "jalali", "hijri"]
ActorKind = Literal["organisation", "group", "person", "office", "country", "outlet", "unknown"]
Exposure = Literal["registry", "office", "private"]
CountKind = Literal["crowd", "killed", "injured", "arrested", "missing"]
QuoteKind = Literal["direct", "indirect", "mixed", "slogan", "belief"]
ClaimKind = Literal["accusation", "denial", "statement", "promise", "testimony", "generic"]
EchoKind = Literal["origin", "verbatim", "edited", "rewritten", "excerpt"]
Basis = Literal["input", "page", "url", "registry", "user", "text", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage of a cleaned text: ``text[start:end] == quote``."""

    text_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """A value with the passage that gives it and the rule or model that read it."""

    value: T
    evidence: Evidence
    made_by: str
    confidence: float | None = None  # calibrated, or None where nothing calibrated it
    asserted_by: str | None = None  # the speaker, where it is not the report's own


# --- inputs and articles ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """One input as it came: the bytes of a file, of an archive's member or of a row."""

    raw_id: str  # SHA-256 of content
    content: bytes
    media: Literal["html", "text", "row"]  # row: one JSON object (from JSONL, CSV or a feed)
    source: str  # path as the user gave it, with '!member' inside archives
    position: int | None = None  # 1-based row, where the source holds several inputs
    retrieved: str | None = None  # ISO time, where the container tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Text around the article that was cut: offsets are of the raw text, not of `text`."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glued:
    """Words that the source runs together; the split is a view beside the text."""

    start: int
    end: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text with its outlet; `text` is the coordinate system of all spans."""

    article_id: str
    raw_id: str
    text_id: str  # SHA-256 of text
    text: str
    input_id: str | None = None  # the input's own id, kept and shown
    url: str | None = None
    outlet: str | None = None
    outlet_basis: Basis | None = None
    side: str | None = None  # as stated by the user or a registry; None is unknown, never guessed
    side_basis: Basis | None = None
    owner: str | None = None
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    published_basis: str | None = None  # input | metadata | url | guessed
    language: str | None = None  # ISO 639-1
    retrieved: str | None = None
    credit: str | None = None  # the agency that the text itself credits
    invented: bool = False  # the text says that it is invented
    furniture: tuple[Furniture, ...] = ()
    glued: tuple[Glued, ...] = ()
    # pieces of text in the raw text: (start in text, start in raw text, length)
    pieces: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An input or stage that failed, with the reason in one line."""

    source: str
    position: int | None = None
    stage: str
    reason: str
    raw_id: str | None = None
    input_id: str | None = None


# --- what the text says: mentions and what they denote -----------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """Another reading of a toponym, with its score (0 to 1)."""

    gazetteer_id: str
    name: str
    country: str | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer; coordinates are WGS84 degrees."""

    name: str
    gazetteer_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None
    feature_class: str | None = None  # GeoNames: P populated, A administrative, S site, T, H, L
    precision: Precision = "town"
    alternatives: tuple[PlaceCandidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A toponym in the text; `place` is None where the gazetteer has no answer."""

    evidence: Evidence
    place: Place | None
    kind: Literal["toponym", "demonym", "site"]
    # what the text uses the name for: only `location` can be the place of an event
    use: Literal["location", "name_part", "person", "metonym", "dateline", "modifier"]
    confidence: float | None
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """A time as an interval with a granularity; never a day that the text does not give."""

    earliest: date | None
    latest: date | None
    granularity: Granularity
    calendar: Calendar = "gregorian"
    text: str = ""
    timex_value: str | None = None  # TIMEX3 value where there is one
    anchor: str | None = None  # publication | dateline | narrative | none needed


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A time expression in the text with its value."""

    evidence: Evidence
    value: DateValue
    kind: Literal["date", "time", "duration", "set", "occasion"]
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Mentions in one article that denote the same person, body or group."""

    entity_id: str  # 'e1', 'e2' … by first mention, unique within the article
    name: str  # the fullest proper name, else the fullest noun phrase
    kind: ActorKind
    mentions: tuple[Evidence, ...]
    aliases: tuple[str, ...] = ()
    role: str | None = None  # 'interior minister', where the text gives one


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a phrase stands to the name inside it: a supporter of X is not X."""

    kind: str  # supporter_of | member_of | relative_of | former
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or is acted upon, by a neutral name; epithets stand in `framing`."""

    name: str
    kind: ActorKind = "unknown"
    sectors: tuple[str, ...] = ()  # PLOVER sector codes, primary first
    country: str | None = None
    aliases: tuple[str, ...] = ()
    entity_id: str | None = None
    registry_id: str | None = None
    relation: Relation | None = None
    exposure: Exposure = "private"
    framing: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A phrase of the text that can act or suffer, and whom it denotes."""

    evidence: Evidence  # the whole phrase
    head: int  # index of the head token in the document
    actor: Actor
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people as the text gives it; low and high are None where open."""

    kind: CountKind
    low: int | None
    best: int | None
    high: int | None
    text: str
    cumulative: bool = False
    shared_key: str | None = None  # one number for several reports


# --- who says so -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One speaker of a chain, with the words that introduce the speech."""

    name: str
    kind: Literal["outlet", "named", "anonymous", "collective"]
    stance: Stance
    evidence: Evidence | None = None  # the phrase that names the speaker
    cue: Evidence | None = None
    entity_id: str | None = None
    private: bool = True


Attribution = tuple[Link, ...]  # outermost first; the outlet leads


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The characters that stand under somebody's words."""

    evidence: Evidence
    chain: Attribution
    kind: QuoteKind
    quote_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words given as somebody's; content in pieces where it is broken up."""

    quote_id: str
    kind: QuoteKind
    content: tuple[Evidence, ...]
    chain: Attribution
    speaker: str | None  # None is anonymous
    speaker_evidence: Evidence | None
    cue: Evidence | None
    medium: str | None
    made_by: str
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition that somebody asserts about somebody; never a fact."""

    claim_id: str
    kind: ClaimKind
    content: Evidence
    chain: Attribution
    about: tuple[Found[Actor], ...]
    made_by: str
    about_report: str | None = None


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


# --- across articles ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Characters of one article that stand in another."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoMember:
    """An article of an echo and how its text stands to the origin's."""

    article_id: str
    kind: EchoKind
    passages: tuple[Passage, ...] = ()  # here → origin
    shared: float = 0.0  # share of its words that stand in the origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Articles that share text, with the earliest or named source as origin."""

    echo_id: str
    origin: str | None  # article_id, None where it cannot be known
    members: tuple[EchoMember, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Five plain counts, never a score: see docs/names.md."""

    reports: int
    texts: int
    voices: tuple[str, ...]
    owners: tuple[str, ...]
    sides: tuple[str, ...]
    owners_unknown: int = 0
    sides_unknown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Values of one field side by side, each with the reports that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]  # (value as words, report ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Reports that tell the same act; values chosen by the named rule."""

    event_id: str
    reports: tuple[str, ...]  # asserting
    denials: tuple[str, ...]
    withdrawn: tuple[str, ...]
    type: EventType | None
    mode: str | None
    realis: Realis
    polarity: Polarity
    retold: bool
    actors: tuple[Actor, ...]
    alleged_actors: tuple[Found[Actor], ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    earliest: date | None
    latest: date | None
    counts: tuple[Found[Count], ...]
    corroboration: Corroboration
    contradictions: tuple[Contradiction, ...]
    rule: str
    merged_into: str | None = None
    split_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """Events whose coordination a text asserts; likeness alone is a `series`."""

    campaign_id: str
    kind: Literal["campaign", "series"]
    events: tuple[str, ...]
    asserted_by: tuple[str, ...]  # report ids
    basis: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """Claims alike in content, across outlets and time."""

    narrative_id: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision about records, by the machine or a person; added, never overwritten."""

    kind: Literal["same", "different", "correct", "reject"]
    subject: str  # report_id
    other: str | None  # report_id, for same and different
    by: str  # 'machine' or a reviewer's pseudonym
    at: str | None  # ISO time, for a person's
    score: float | None
    reasons: tuple[str, ...]
    comment: str | None = None
    field: str | None = None  # for correct
    value: str | None = None
