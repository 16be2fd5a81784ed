"""Propositions that somebody asserts about somebody and that are not coded as acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.claims.about import about
from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.claims.own_voice import OwnVoice
from reportedly.find.claims.tolls import is_toll
from reportedly.find.reading import Reading, chain_at, outlet_link
from reportedly.parse import Document, Token
from reportedly.records import (
    Attribution,
    Claim,
    ClaimKind,
    Evidence,
    Link,
    Quote,
    Report,
    Stance,
)

# contents that are no propositions about somebody: numbers, calls, orders, wishes
_LEFT_OUT = tuple(
    f"quotes.{rule}"
    for rule in (
        "direct.verdict",
        "told.call-for",
        "told.ask-whether",
        "told.expect-thing",
        "told.have-it",
        "told.intend",
        "told.held",
        "told.number",
        "told.order",
        "told.propose",
        "told.show",
        "told.told-of",
        "told.warn-against",
    )
)
_TELLING = 6  # words from which any testimony is kept
_SHORT = 3  # words; shorter contents claim nothing by themselves


def find_claims(
    reading: Reading, reports: Sequence[Report], lexicon: ClaimLexicon
) -> tuple[Claim, ...]:
    """Claims of one article, by position.

    Told and quoted contents that no report codes, general or charged sentences in the outlet's own
    voice, and blame added to an act already told (`about_report`).
    """
    if not reading.document.has_syntax:
        return ()
    found: list[tuple[Assertion, Attribution]] = []
    for own in OwnVoice(reading, reports, lexicon).find():
        chain = chain_at(reading.document.article, reading.scopes, own.start, own.end)
        if own.rule == "claims.blame":
            chain = _blamer(reading, own, chain)
        elif own.speaker is not None:
            chain = (*chain, _speaker(reading, own.speaker, "states"))
        found.append((own, chain))
    sentences = [
        (a.start, a.end) for a, _ in found if a.rule in {"claims.general", "claims.charged"}
    ]
    for quote in reading.quotes:
        if _passes_on(quote, reading.quotes):
            continue
        for said in _contents(reading, quote, reports, lexicon):
            if any(start <= said.start and said.end <= end for start, end in sentences):
                continue  # told as part of the outlet's own charge
            if any(a.start < said.end and said.start < a.end and a.rule == "claims.blame"
                   for a, _ in found):  # fmt: skip
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
        if not claim.about and (
            claim.kind == "promise"
            or _of_oneself(reading, claim, lexicon)
            or _of_things(reading, claim, lexicon)
        ):
            continue
        claims.append(claim)
    return tuple(claims)


def _passes_on(quote: Quote, quotes: Sequence[Quote]) -> bool:
    """Whether a quote is mostly another's words told again: the inner one claims."""
    start, end = quote.content[0].start, quote.content[-1].end
    return any(
        other is not quote
        and other.cue is not None
        and other.kind != "belief"
        and not other.made_by.startswith(_LEFT_OUT)
        and start <= other.cue.start < end
        and start <= other.content[0].start
        and other.content[-1].end <= end
        and sum(c.end - c.start for c in other.content) > 0.6 * (end - start)
        for other in quotes
    )


def _claim(reading: Reading, assertion: Assertion, chain: Attribution, claim_id: str) -> Claim:
    speaker = chain[-1].entity_id if len(chain) > 1 else None
    return Claim(
        claim_id=claim_id,
        kind=assertion.kind,
        content=reading.document.evidence(assertion.start, assertion.end),
        chain=chain,
        about=about(reading, assertion.start, assertion.end, speaker, assertion.rule),
        made_by=assertion.rule,
        about_report=assertion.report,
    )


def _of_oneself(reading: Reading, claim: Claim, lexicon: ClaimLexicon) -> bool:
    """Whether a speaker tells of his own doings alone: "he had lost two days of trade"."""
    if claim.kind not in {"statement", "testimony"} or len(claim.chain) < 2:
        return False
    document = reading.document
    root = document.root_of(claim.content.start, claim.content.end)
    subject = document.child(root.index, "nsubj") if root is not None else None
    if root is None or subject is None or subject.pos != "PRON":
        return False
    if root.lemma in lexicon.stands | lexicon.perceiving:
        return False
    speaker = claim.chain[-1].entity_id
    return speaker is not None and any(
        entity.entity_id == speaker
        for entity in reading.entities
        for mention in entity.mentions
        if (mention.start, mention.end) == (subject.start, subject.end)
    )


def _of_things(reading: Reading, claim: Claim, lexicon: ClaimLexicon) -> bool:
    """Whether a told statement is of things alone: "food prices had fallen"."""
    if claim.kind not in {"statement", "testimony"} or len(claim.chain) < 2:
        return False
    document = reading.document
    start, end = claim.content.start, claim.content.end
    root = document.root_of(start, end)
    subject = document.child(root.index, "nsubj", "nsubjpass") if root is not None else None
    if subject is None or subject.pos != "NOUN" or not start <= subject.start < end:
        return False
    telling = lexicon.verbs | lexicon.nouns | lexicon.epithets | lexicon.agents
    tokens = document.tokens_in(start, end)
    if any(
        t.lemma in telling
        or t.lemma in {"no", "not"}
        or (t.pos == "NOUN" and t.lemma in lexicon.harms)
        for t in tokens
    ):
        return False  # somebody's deed, or its denial
    return not any(
        start <= mention.start and mention.end <= end
        for entity in reading.entities
        for mention in entity.mentions
    )


def _blamer(reading: Reading, own: Assertion, chain: Attribution) -> Attribution:
    """Who blames: the subject of the verb, or nobody who is named."""
    document = reading.document
    if own.anonymous:
        return (*chain, Link(name="anonymous", kind="anonymous", stance="alleges", private=False))
    verb = document.root_of(own.start, own.end)
    subject = document.child(verb.index, "nsubj") if verb is not None else None
    if subject is None:
        return chain
    link = _speaker(reading, subject, "alleges")
    return (*(chain or (outlet_link(document.article),)), link)


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


def _contents(
    reading: Reading, quote: Quote, reports: Sequence[Report], lexicon: ClaimLexicon
) -> Iterator[Assertion]:
    """The propositions of a quote that no report codes."""
    document = reading.document
    if quote.kind in {"slogan", "belief"} or quote.made_by.startswith(_LEFT_OUT):
        return
    if len(quote.chain) < 2:
        return
    denying = quote.made_by.endswith("call-false")
    promised = quote.made_by.startswith(("quotes.told.promise", "quotes.told.intend"))
    if quote.made_by.endswith("speak-of") and not _has_verb(document, quote):
        return  # "spoke of the harvest" claims nothing, "boasted of having won" does
    for piece in _pieces(document, quote):
        parts = [(piece.start, piece.end)]
        if quote.kind == "indirect" and not denying:
            parts = list(_parts(document, piece.start, piece.end))
        for start, full_end in parts:
            end = full_end
            if len(document.text[start:end].split()) < _SHORT:
                continue
            if not denying and _is_coded(reports, start, end):
                continue
            end = _without_aside(document, start, end)
            if not denying and is_toll(document, start, end, lexicon):
                continue
            kind = "denial" if denying else _kind(document, quote, start, end, lexicon)
            if promised and kind != "denial":
                kind = "promise"
            if (
                kind == "testimony"
                and len(quote.chain) < 3
                and len(document.tokens_in(start, end)) < _TELLING
                and not _concerns(reading, quote, start, end, lexicon)
            ):
                continue
            yield Assertion(
                start=start,
                end=end,
                kind=kind,
                rule="claims.denied" if denying else f"claims.{quote.kind}",
            )


def _pieces(document: Document, quote: Quote) -> tuple[Evidence, ...]:
    """The pieces of content; "A, he said, b" in one sentence is one proposition."""
    first, last = quote.content[0], quote.content[-1]
    together = document.sentence_at(first.start) == document.sentence_at(last.start)
    if quote.kind == "indirect" and len(quote.content) > 1 and together:
        return (document.evidence(first.start, last.end),)
    return quote.content


def _has_verb(document: Document, quote: Quote) -> bool:
    return any(
        token.pos == "VERB"
        for piece in quote.content
        for token in document.tokens_in(piece.start, piece.end)
    )


def _parts(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Coordinated clauses with subjects of their own: "that A and that B" claims twice."""
    root = document.root_of(start, end)
    if root is None:
        return
    heads = [root, *_joined(document, root)]
    bounds = [start]
    for head in heads[1:]:
        inside = document.subtree(head.index)
        first = next(
            (t for t in inside if t.dep != "mark" and t.pos not in {"PUNCT", "CCONJ"}), head
        )
        if start < first.start < end:
            bounds.append(first.start)
    bounds = sorted(set(bounds))
    for n, low in enumerate(bounds):
        high = bounds[n + 1] if n + 1 < len(bounds) else end
        if n + 1 < len(bounds):
            # leave out "and that" before the next part
            words = document.tokens_in(low, high)
            while words and (
                words[-1].pos in {"PUNCT", "CCONJ", "SCONJ"} or words[-1].text == "that"
            ):
                words = words[:-1]
            high = words[-1].end if words else high
        if high > low:
            yield low, high


def _joined(document: Document, head: Token) -> Iterator[Token]:
    for child in document.children(head.index):
        if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
            own = any(
                t.dep in {"nsubj", "nsubjpass", "expl"} for t in document.children(child.index)
            )
            if own:
                yield child
            yield from _joined(document, child)


def _is_coded(reports: Sequence[Report], start: int, end: int) -> bool:
    """Whether a report codes what is said here: its trigger stands in the passage."""
    return any(
        start <= r.trigger.start and r.trigger.end <= end
        and r.type is not None
        and r.realis in {"actual", "planned", "threatened"}
        and (r.place is not None or r.date is not None)
        for r in reports
    )  # fmt: skip


def _without_aside(document: Document, start: int, end: int) -> int:
    """The end without a last ", which …": as a rule the outlet's own addition."""
    for token in document.tokens_in(start, end):
        if token.text.casefold() in {"which", "who", "whose"} and token.index > 0:
            comma = document.tokens[token.index - 1]
            clause = token
            while clause.dep not in {"relcl", "ROOT"} and clause.head != clause.index:
                clause = document.head(clause)
            last = document.subtree(clause.index)[-1]
            if comma.text == "," and clause.dep == "relcl" and last.end >= end - 1:
                cut = document.tokens[comma.index - 1].end
                return cut if cut - start > 20 else end
    return end


def _concerns(reading: Reading, quote: Quote, start: int, end: int, lexicon: ClaimLexicon) -> bool:
    """Whether testimony is about somebody's deeds: a body or person, or harm that was done."""
    tokens = reading.document.tokens_in(start, end)
    if any(t.lemma in lexicon.verbs | lexicon.nouns | lexicon.harms for t in tokens):
        return True
    speaker = quote.chain[-1].entity_id
    return any(
        (
            entity.entity_id != speaker
            and (entity.kind in {"organisation", "office", "country"} or entity.name[:1].isupper())
        )
        or (entity.kind == "group" and mention.quote.casefold().split()[-1] in lexicon.agents)
        for entity in reading.entities
        for mention in entity.mentions
        if start <= mention.start and mention.end <= end and len(mention.quote) > 4
    )


def _kind(
    document: Document, quote: Quote, start: int, end: int, lexicon: ClaimLexicon
) -> ClaimKind:
    """What sort of claim a content is, from stance and words."""
    stance = quote.chain[-1].stance
    text = document.text[start:end].casefold()
    tokens = document.tokens_in(start, end)
    if stance == "denies" or any(f" {word} " in f" {text} " for word in lexicon.denial):
        return "denial"
    if any(t.tag == "MD" and t.lemma in {"will", "would", "shall", "'ll"} for t in tokens):
        return "promise"
    charged = lexicon.verbs | lexicon.nouns | lexicon.epithets
    if stance == "alleges" or any(t.lemma in charged for t in tokens):
        return "accusation"
    last = quote.chain[-1]
    if last.kind in {"anonymous", "collective"} and last.name.islower():
        return "testimony"
    return "statement"
