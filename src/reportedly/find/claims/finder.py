"""Propositions that somebody asserts about somebody and that are not coded as acts."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.claims.about import about
from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.bearing import of_nobody, of_things
from reportedly.find.claims.facets import date_of, mode_of, polarity_of
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.claims.own_voice import OwnVoice
from reportedly.find.claims.told import Told
from reportedly.find.reading import Reading, chain_at, outlet_link
from reportedly.parse import Token
from reportedly.records import (
    Attribution,
    Claim,
    Link,
    Report,
    Stance,
)

# claims that hold what is told in them
_WHOLE = frozenset(
    {"claims.answer", "claims.blame", "claims.charge", "claims.denounced", "claims.laid"}
)
# claims of somebody who charges another
_CHARGING = frozenset(
    {"claims.blame", "claims.charge", "claims.laid", "claims.presumed", "claims.rumour"}
)


def find_claims(
    reading: Reading, reports: Sequence[Report], lexicon: ClaimLexicon
) -> tuple[Claim, ...]:
    """Claims of one article, by position.

    Told and quoted contents, but for news that a report codes and that only names its source
    behind; general or charged sentences in the outlet's own voice, its denials and conclusions;
    charges; and blame added to an act already told (`about_report`).
    """
    if not reading.document.has_syntax:
        return ()
    found: list[tuple[Assertion, Attribution]] = []
    for own in OwnVoice(reading, reports, lexicon).find():
        where = own.about or (own.start, own.end)
        chain = chain_at(reading.document.article, reading.scopes, *where)
        if own.rule in _CHARGING:
            chain = _blamer(reading, own, chain)
        elif own.speaker is not None:
            chain = (*chain, _speaker(reading, own.speaker, "states"))
        found.append((own, chain))
    sentences = [
        (a.start, a.end) for a, _ in found if a.rule in {"claims.general", "claims.charged"}
    ]
    for quote, said in Told(reading, reports, lexicon).find():
        if any(start <= said.start and said.end <= end for start, end in sentences):
            continue  # told as part of the outlet's own charge
        if any(a.start < said.end and said.start < a.end and a.rule in _WHOLE for a, _ in found):
            continue
        found.append((said, quote.chain))
    found.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].rule))
    claims: list[Claim] = []
    seen: set[tuple[int, int]] = set()
    for assertion, chain in found:
        if (assertion.start, assertion.end) in seen:
            continue
        seen.add((assertion.start, assertion.end))
        claim = _claim(reading, assertion, chain, f"c{len(claims) + 1}")
        if not (of_nobody(claim) or of_things(reading, claim, lexicon)):
            claims.append(claim)
    return tuple(claims)


def _claim(reading: Reading, assertion: Assertion, chain: Attribution, claim_id: str) -> Claim:
    speaker = chain[-1].entity_id if len(chain) > 1 else None
    start, end = assertion.start, assertion.end
    return Claim(
        claim_id=claim_id,
        kind=assertion.kind,
        content=reading.document.evidence(start, end),
        chain=chain,
        about=about(reading, *(assertion.about or (start, end)), speaker, assertion.rule),
        made_by=assertion.rule,
        about_report=assertion.report,
        polarity=polarity_of(reading.document, start, end),
        mode=mode_of(assertion),
        date=date_of(reading, start, end, assertion.rule),
    )


def _blamer(reading: Reading, own: Assertion, chain: Attribution) -> Attribution:
    """Who blames: the subject of the verb, or nobody who is named."""
    if own.anonymous:
        return (*chain, Link(name="anonymous", kind="anonymous", stance="alleges", private=False))
    if own.speaker is None:
        return chain
    link = _speaker(reading, own.speaker, "alleges")
    return (*(chain or (outlet_link(reading.document.article),)), link)


def _speaker(reading: Reading, subject: Token, stance: Stance) -> Link:
    """The link of the noun that asserts something without a verb of speech."""
    for entity in reading.entities:
        for mention in entity.mentions:
            if mention.start <= subject.start and subject.end <= mention.end:
                named = any(ch.isupper() for ch in entity.name) or entity.kind == "organisation"
                return Link(
                    name=entity.name,
                    kind="collective" if entity.kind == "group"
                    else "named" if named else "anonymous",
                    stance=stance,
                    evidence=mention,
                    entity_id=entity.entity_id,
                    private=entity.kind == "person",
                )  # fmt: skip
    phrase = reading.document.evidence(subject.start, subject.end)
    return Link(name=subject.text, kind="collective", stance=stance, evidence=phrase)
