"""Conjunctions that open clauses: "if", "unless", "until it frees them"."""

from __future__ import annotations

from reportedly.find.events.reality.rules import RealityRule
from reportedly.find.events.reality.state import Ground
from reportedly.parse.document import Token

REFUSING = frozenset({"refuse", "decline", "reject", "rule", "vow", "threaten", "pledge", "insist"})
_UNREAL = frozenset({"would", "could", "might"})


def has_condition(ground: Ground, verb: Token) -> bool:
    """Whether a verb stands under a condition, or opens one: "if they march, we will shoot"."""
    return any(
        (child.dep == "advcl" and opening_marker(ground, child) is not None)
        or (child.dep == "mark" and ground.rules.find("marker", child.text.casefold()) is not None)
        for child in ground.document.children(verb.index)
    )


def opening_marker(ground: Ground, verb: Token) -> RealityRule | None:
    """The rule of the conjunction that opens a clause: 'if', 'unless'."""
    rules = (ground.rules.find("marker", word) for word in openers(ground, verb))
    return next((rule for rule in rules if rule is not None), None)


def marker_of_present(ground: Ground, verb: Token) -> RealityRule | None:
    """The rule of the conjunction of a clause in the present: 'until it frees them'."""
    if not any(t.tag in {"VBZ", "VBP"} for t in (verb, *ground.document.children(verb.index))):
        return None
    words = openers(ground, verb)
    rules = (ground.rules.find("marker of the present", word) for word in words)
    return next((rule for rule in rules if rule is not None), None)


def marker_of_refusal(ground: Ground, verb: Token, parent: Token) -> RealityRule | None:
    """The same in the past behind a refusal: 'would not talk until they came back to work'."""
    children = ground.document.children(parent.index)
    refused = parent.lemma in REFUSING or any(t.dep == "neg" or t.tag == "MD" for t in children)
    words = openers(ground, verb)
    if not refused or any(t.dep == "aux" and t.lemma == "have" for t in children):
        return None
    rules = (ground.rules.find("marker of the present", word) for word in words)
    return next((rule for rule in rules if rule is not None), None)


def openers(ground: Ground, verb: Token) -> list[str]:
    """The words that can open the clause of a verb: "if", "when", "why"."""
    children = ground.document.children(verb.index)
    return [t.text.casefold() for t in children if t.dep in {"mark", "advmod"}]


def was_done_after_all(ground: Ground, verb: Token) -> bool:
    """'It could have been worse if she *had not wounded* the gunman': she did wound him."""
    document = ground.document
    above = document.head(verb)
    children = document.children(verb.index)
    undone = any(t.dep == "neg" for t in children) and any(t.text == "had" for t in children)
    helpers = {t.text.casefold() for t in document.children(above.index) if t.dep == "aux"}
    perfect = verb.tag == "VBN" and bool(helpers & _UNREAL) and "have" in helpers
    return perfect and undone and verb.dep == "advcl" and "if" in openers(ground, verb)
