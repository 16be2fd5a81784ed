"""Which report of ours is which of the coder's: one to one, with the largest total agreement.

A pair is strict when type, place and date agree with one accepted reading; it is partial when
the type agrees and one of place, date or half of the passage does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.audit.agree import (
    Names,
    days_agree,
    mode_word,
    overlap,
    places_agree,
    touches,
    words_of,
)
from reportedly.audit.codes import (
    NEUTRAL,
    AuditedArticle,
    Chain,
    CodedReport,
    OurReport,
    asserted_names,
    plain_names,
)

_STRICT, _PARTIAL, _OPTIONAL = 1000.0, 50.0, 0.5
_SAME_STATUS, _ACCEPTED_STATUS, _PASSAGE, _SPEAKER = 20.0, 10.0, 8.0, 4.0
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One report of each side."""

    coded: CodedReport
    ours: OurReport
    strict: bool


def fits(coded: CodedReport, ours: OurReport) -> tuple[bool, bool]:
    """Whether a pair agrees strictly, and at least partly."""
    strict = partial = False
    near = overlap(coded.evidence, ours.evidence) >= HALF
    for reading in coded.readings:
        if reading.type != ours.type:
            continue
        # without place and date only the passage tells which act is meant
        if coded.by_evidence and not touches(coded.evidence, ours.evidence):
            continue
        where = places_agree(reading.place, ours.place)
        when = days_agree(reading.days, ours.days)
        strict = strict or (where and when)
        known = (where and reading.place is not None) or (when and reading.days is not None)
        partial = partial or known or near
    return strict, partial


def align(
    coded: Sequence[CodedReport],
    ours: Sequence[OurReport],
    article: AuditedArticle,
    names: Names,
    *,
    strict_only: bool = False,
) -> list[Pair]:
    """Pairs of one article."""
    weights: list[list[float]] = []
    kinds: dict[tuple[int, int], bool] = {}
    for i, theirs in enumerate(coded):
        row = []
        for j, mine in enumerate(ours):
            strict, partial = fits(theirs, mine)
            if not strict and (strict_only or not partial):
                row.append(0.0)
                continue
            kinds[i, j] = strict
            weight = _STRICT if strict else _PARTIAL
            weight *= _OPTIONAL if theirs.optional else 1.0
            weight += _SAME_STATUS * (theirs.main.status == mine.status)
            weight += _ACCEPTED_STATUS * status_right(theirs, mine)
            weight += _PASSAGE * overlap(theirs.evidence, mine.evidence)
            weight += _SPEAKER * speaker_right(theirs, chain_of(mine, article), names)
            row.append(weight)
        weights.append(row)
    return [Pair(coded=coded[i], ours=ours[j], strict=kinds[i, j]) for i, j in assign(weights)]


def settled(article: AuditedArticle) -> AuditedArticle:
    """The article with those reports of ours that can be compared with a coder's.

    What we call attempted, negated, hypothetical, or leave without a type is left out. A negated
    one in the outlet's own voice counts as a denial where the coder has a withdrawal there.
    """
    withdrawn = [
        report
        for report in article.coded
        if report.main.status == "denied" and any(not chain for chain in report.chains)
    ]
    kept = []
    for report in article.ours:
        one = report
        if one.status == "negated" and any(fits(coded, one)[0] for coded in withdrawn):
            one = replace(one, status="denied")
        if one.status not in NEUTRAL and one.type:
            kept.append(one)
    return replace(article, ours=tuple(kept))


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The assignment with the largest total weight (Hungarian method); pairs above 0."""
    rows = len(weights)
    columns = len(weights[0]) if rows else 0
    if not rows or not columns:
        return []
    size = max(rows, columns)
    cost = [
        [-(weights[i][j] if i < rows and j < columns else 0.0) for j in range(size)]
        for i in range(size)
    ]
    # potentials of rows and columns, and which row each column has; column 0 is a helper
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    holder, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        holder[0], at = row, 0
        least, used = [math.inf] * (size + 1), [False] * (size + 1)
        while holder[at] != 0:
            used[at] = True
            delta, following = math.inf, 0
            for column in range(1, size + 1):
                if used[column]:
                    continue
                slack = cost[holder[at] - 1][column - 1] - row_price[holder[at]]
                slack -= column_price[column]
                if slack < least[column]:
                    least[column], way[column] = slack, at
                if least[column] < delta:
                    delta, following = least[column], column
            for column in range(size + 1):
                if used[column]:
                    row_price[holder[column]] += delta
                    column_price[column] -= delta
                else:
                    least[column] -= delta
            at = following
        while at:
            holder[at] = holder[way[at]]
            at = way[at]
    pairs = [(holder[column] - 1, column - 1) for column in range(1, size + 1)]
    return [(i, j) for i, j in pairs if i < rows and j < columns and weights[i][j] > 0]


# --- values of a pair ---------------------------------------------------------------------


def status_right(coded: CodedReport, ours: OurReport) -> bool:
    """Whether our status is that of an accepted reading."""
    return any(reading.status == ours.status for reading in coded.readings)


def chain_of(ours: OurReport, article: AuditedArticle) -> Chain:
    """Our attribution without the outlet itself and the agency that it credits."""
    own = {words_of(article.outlet), words_of(article.credit)} - {()}
    chain = ours.chain
    while chain and words_of(chain[0]) in own:
        chain = chain[1:]
    return chain


def speaker_right(coded: CodedReport, chain: Chain, names: Names) -> bool:
    """Whether the innermost speaker is one that the coder accepts."""
    for accepted in coded.chains:
        if not accepted and not chain:
            return True
        if accepted and chain and names.same(accepted[-1], chain[-1]):
            return True
    return False


def chain_right(coded: CodedReport, chain: Chain, names: Names) -> bool:
    """Whether every link of the chain is right."""
    return any(
        len(accepted) == len(chain) and all(map(names.same, accepted, chain))
        for accepted in coded.chains
    )


def mode_right(coded: CodedReport, ours: OurReport) -> bool:
    """Whether our mode is one that the coder accepts for our type."""
    mode = mode_word(ours.mode)
    for reading in coded.readings:
        if reading.type == ours.type and (
            reading.modes is None or mode in [mode_word(one) for one in reading.modes]
        ):
            return True
    return False


def actor_right(coded: CodedReport, ours: OurReport, names: Names) -> bool:
    """Whether an actor that we name is one of the coder's, and none is one that he refuses."""
    accepted = [name for reading in coded.readings for name in reading.actors]
    given = [actor.name for actor in ours.actors]
    if coded.actors_may_be_alleged:
        given += ours.alleged
    refused = {names.canonical(name) or name for name in coded.not_actors}
    affiliated = [a for a in ours.actors if names.canonical(a.name) in refused]
    if any(not actor.affiliation for actor in affiliated):
        return False
    right = any(names.same(one, other) for one in accepted for other in given)
    open_right = any(not reading.actors for reading in coded.readings) and not given
    return bool(affiliated) or right or open_right


def alleged_right(coded: CodedReport, ours: OurReport, names: Names) -> bool:
    """Whether an actor whom only an accuser names is kept apart from plain actors."""
    plain = plain_names(ours)
    if any(names.same(one, other) for one in coded.alleged for other in plain):
        return False
    given = asserted_names(ours)
    found = any(names.same(one, other) for one in coded.alleged for other in given)
    return found or (coded.alleged_optional and not given)
