"""Who says so: chains of speakers, scopes, quotes and claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.records.values import Actor, DateValue, Evidence, Found
from reportedly.records.vocabulary import ClaimKind, Polarity, QuoteKind, Stance


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
    polarity: Polarity = "positive"  # negated: "no soldier aimed at anybody"
    mode: str | None = None  # of ACCUSE, where the claim accuses: allege, disapprove
    date: Found[DateValue] | None = None  # the time that the claim itself gives
