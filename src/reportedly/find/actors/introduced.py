"""Bodies named behind the word that says what they are: "the group Viasna", "a union, Viasna,".

A parser that never heard of the name takes it for a person, or hangs it on the noun as an
apposition, so that "the group" acts and its name is somebody else. The noun says what the name
is: a body with the sectors of the noun, and no private person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.find.actors.phrases import noun_of
from reportedly.parse import Document, Token
from reportedly.records import ActorMention

_BODY_NOUNS = """group organisation organization movement party union federation association
militia gang cartel network company firm newspaper website portal agency coalition alliance bloc
league collective faction brigade platform foundation initiative broadcaster magazine consortium
confederation syndicate front ngo charity commune cooperative column outfit sect brotherhood site
outlet channel daily weekly retailer carmaker airline manufacturer lender insurer utility
unit squad band commando cell wing"""
_BODIES = frozenset(_BODY_NOUNS.split())
# 'party Secretary Ana Roe' is a person of the party
_TITLE_WORDS = """president minister premier secretary secretary-general chairman chairwoman
chairperson chair leader chief head general colonel captain commander major spokesman spokeswoman
director member senator deputy mr mrs ms dr founder boss lawyer treasurer congress conference day
week house line"""
_TITLES = frozenset(_TITLE_WORDS.split())
_SMALL_WORDS = "de del la las los of y e du des da do dos und von van for the"
_JOINERS = frozenset(_SMALL_WORDS.split())
_QUOTES = frozenset("\"'“”‘’«»„")
_CALLED = (
    "calling itself", "called", "known as", "named", "that calls itself", "which calls itself",
    "that called itself", "which called itself", "styling itself", "dubbed", "by the name of",
)  # fmt: skip
# behind a noun of people, who are a body under that name: "gunmen *calling themselves* the Owls"
_CALLED_TOGETHER = ("calling themselves", "who call themselves", "who called themselves")
_PROPER = frozenset({"PROPN", "NOUN", "ADJ", "X", "ADP", "DET"})
_LONGEST = 7  # words of a name
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT"})
_BESIDE = frozenset({"appos", "npadvmod"})


def name_bodies(document: Document, mentions: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """The mentions of a text, with bodies that a noun introduces under their names.

    The mention stands at the word that the clause governs, be it the noun or the name; a second
    mention of the same name is left out.
    """
    kept = {m.head: m for m in mentions}
    for noun in document.tokens:
        together = noun.tag == "NNS" and noun.index in kept and _called_together(document, noun)
        if not together and (noun.tag != "NN" or noun_of(noun) not in _BODIES):
            continue
        called = together or _called(document, noun) or _apart(document, noun)
        name = _name_behind(document, noun, 1 + called)
        if not name:
            continue
        named = next((kept[t.index] for t in reversed(name) if t.index in kept), None)
        told = kept.get(noun.index)
        head = noun if called else _governed(document, noun, name)
        if head is None or (named is None and told is None):
            continue
        kept[head.index] = _as_body(document, name, head, told, named)
        for token in (noun, *name):
            if token.index != head.index:
                kept.pop(token.index, None)
        for index, outer in kept.items():
            if outer.evidence.end == noun.end and index != head.index:
                kept[index] = _with_name(document, outer, name)
    return tuple(sorted(kept.values(), key=lambda m: (m.evidence.start, m.evidence.end)))


def _called(document: Document, noun: Token) -> int:
    """How many words between a noun and a name only say that it is one: "calling itself"."""
    return _words_of(document, noun, _CALLED)


def _called_together(document: Document, noun: Token) -> int:
    return _words_of(document, noun, _CALLED_TOGETHER)


def _words_of(document: Document, noun: Token, phrases: Sequence[str]) -> int:
    """How many words one of some phrases has right behind a noun, with an article after it."""
    for phrase in phrases:
        size = len(phrase.split())
        words = document.tokens[noun.index + 1 : noun.index + 2 + size]
        if " ".join(t.text.casefold() for t in words[:size]) == phrase:
            return size + (words[size:] != () and words[size].text == "the")
    return 0


def _apart(document: Document, noun: Token) -> int:
    """How many words part a noun from its name between commas: "the main union, *the* Viasna, …".

    Behind "of" the name may be a person's: "the head of the union, Ana Roa".
    """
    if noun.index + 2 >= len(document.tokens):
        return 0
    comma, first = document.tokens[noun.index + 1 : noun.index + 3]
    if comma.text != "," or comma.sentence != first.sentence:
        return 0
    agent = noun.dep == "pobj" and document.head(noun).dep == "agent" and first.text == "the"
    if noun.dep not in _PARTS and not agent:
        return 0
    step = 3 if first.text == "the" else 2
    name = _name_behind(document, noun, step)
    behind = document.tokens[name[-1].index + 1 :][:2] if name else ()
    after = [t for t in behind if t.text not in _QUOTES]
    beside = any(t.dep in _BESIDE and document.head(t).index == noun.index for t in name)
    person = all(t.name == "PERSON" for t in name) and len(name) > 1
    closed = bool(after) and after[0].text in {",", "."}  # a quotation mark may stand before it
    return step - 1 if beside and closed and not person else 0


def _name_behind(document: Document, noun: Token, step: int) -> tuple[Token, ...]:
    """The capitalised words some steps behind a noun, in quotation marks or not."""
    first = noun.index + step
    rest = list(document.tokens[first : first + 1 + _LONGEST])
    if rest and rest[0].text in _QUOTES:
        rest.pop(0)
    found: list[Token] = []
    for token in rest:
        if token.sentence != noun.sentence or token.name in ("DATE", "TIME"):
            break
        word = token.text.casefold()
        proper = token.text[:1].isupper() and token.pos in _PROPER
        inside = bool(found) and (word in _JOINERS or token.text == "-")
        if not (proper or inside):
            break
        if word in _TITLES:
            return ()
        found.append(token)
    while found and not found[-1].text[:1].isupper():
        found.pop()
    return tuple(found)


def _governed(document: Document, noun: Token, name: tuple[Token, ...]) -> Token | None:
    """The word of noun and name on which the rest of the clause hangs; None where they are apart.

    Parsers make both the subject ("the union Viasna rejected it"), or only the name, where the
    noun belongs to the subject ("members of the union Viasna rejected it").
    """
    inside = {noun.index, *(t.index for t in name)}
    heads = [t for t in (noun, *name) if document.head(t).index not in inside or t.dep == "ROOT"]
    if len(heads) == 1:
        return heads[0]
    if len(heads) != 2 or heads[0].index != noun.index or heads[1].dep != "nsubj":
        return None
    verb = document.head(heads[1]).index
    above = (noun, *document.ancestors(noun.index))
    return noun if any(t.dep == "nsubj" and t.head == verb for t in above) else None


def _with_name(document: Document, outer: ActorMention, name: tuple[Token, ...]) -> ActorMention:
    """A phrase that ends in the noun ("members of the union") with the name behind it."""
    evidence = document.evidence(outer.evidence.start, name[-1].end)
    told = document.readable(name[0].start, name[-1].end)
    actor = outer.actor
    if told not in actor.name:  # they may be known to be of the body already
        actor = replace(actor, name=f"{actor.name} {told}")
    return replace(outer, evidence=evidence, actor=actor)


def _as_body(
    document: Document,
    name: tuple[Token, ...],
    head: Token,
    told: ActorMention | None,
    named: ActorMention | None,
) -> ActorMention:
    """One mention of the body under its name, with what the noun and the name tell of it."""
    evidence = document.span(name)
    base = named if named is not None else told
    assert base is not None
    actor = base.actor
    sectors = actor.sectors if told is None else told.actor.sectors or actor.sectors
    if actor.registry_id is None:
        actor = replace(
            actor,
            name=document.readable(evidence.start, evidence.end),
            kind="organisation",
            sectors=sectors,
            exposure="office",
        )
    return ActorMention(evidence=evidence, head=head.index, actor=actor, made_by=base.made_by)
