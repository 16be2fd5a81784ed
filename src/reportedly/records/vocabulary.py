"""The closed lists of words that records use."""

from __future__ import annotations

from typing import Literal

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


def reality_words(realis: str, polarity: str, stance: str, retold: bool) -> str:
    """'actual', or what makes the report no plain event: 'planned', 'denied', 'retold' …"""
    flags = []
    if realis != "actual":
        flags.append(realis)
    if polarity == "negated":
        flags.append("negated")
    if stance == "denies":
        flags.append("denied")
    if retold:
        flags.append("retold")
    return ", ".join(flags) or "actual"
