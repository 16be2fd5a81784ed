"""Whether a told statement bears on anybody."""

from __future__ import annotations

from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.reading import Reading
from reportedly.records import Claim


def of_things(reading: Reading, claim: Claim, lexicon: ClaimLexicon) -> bool:
    """Whether a told statement is of things alone, and counts none: "food prices had fallen"."""
    told = claim.kind in {"statement", "testimony"} and len(claim.chain) > 1
    if claim.about or not told or not claim.chain[-1].name.islower():
        return False
    document = reading.document
    start, end = claim.content.start, claim.content.end
    root = document.root_of(start, end)
    subject = document.child(root.index, "nsubj", "nsubjpass") if root is not None else None
    if root is None or subject is None or subject.pos != "NOUN":
        return False
    if not start <= subject.start < end or (root.lemma == "be" and root.tag == "VBD"):
        return False  # "the hose was old": how a thing was can be checked
    if any(
        t.dep == "nummod" or t.text.casefold() in lexicon.counting
        for t in document.children(subject.index)
    ):
        return False  # "900 barges were stuck", "both letters came from one desk": can be checked
    telling = lexicon.verbs | lexicon.nouns | lexicon.epithets | lexicon.agents | lexicon.force
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


def of_nobody(claim: Claim) -> bool:
    """Whether a plan is of nobody by name and about nobody: "the board said it would reopen".

    What somebody promises or threatens in so many words stays, and what he says will not be done.
    """
    if claim.about or claim.kind != "promise" or len(claim.chain) < 2:
        return False
    if claim.polarity == "negated":
        return False
    if claim.made_by == "claims.promised" and claim.chain[-1].entity_id is not None:
        return False  # "rising costs threaten to …" is nobody's word
    return claim.chain[-1].name.islower()
