"""Who asserts an act and who denies it: the chain in which a telling stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.find.events.denials.background import is_background
from reportedly.find.events.denials.contents import Denial, denial_over, is_hearsay
from reportedly.find.events.told.claiming import claimers
from reportedly.find.events.told.recordings import body_on_record
from reportedly.find.events.told.roles import mention_of
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading, outlet_link, scope_at
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import Actor, ActorMention, Attribution, Evidence, Link, QuoteKind, Stance

NOBODY = "anonymous"  # the name of a speaker whom nobody names

_ANSWERS = frozenset({"REJECT", "ACCUSE"})  # acts that are told by the very word of a denial


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The chain in which a trigger stands, and the kind of speech around it."""

    chain: Attribution
    quote: QuoteKind | None = None
    own_part: bool = False  # the speaker denies a part of his own: he is the denied actor
    by_negation: bool = False  # the denial lies in a negation of the sentence
    denied_by: int | None = None  # the verb that denies
    claimed: bool = False  # the speaker says that he did it

    @property
    def stance(self) -> Stance:
        """The innermost stance."""
        return self.chain[-1].stance


def read_voice(reading: Reading, trigger: Trigger, stances: StanceWords) -> Voice:
    """The chain of a trigger: its smallest scope, or the outlet; denials and claims by their words.

    Args:
        reading: what is known of the article.
        trigger: the word that tells the act.
        stances: the word lists of `stances.toml`.
    """
    document = reading.document
    token = document.tokens[trigger.token]
    scope = scope_at(reading.scopes, token.start, token.end)
    chain = scope.chain if scope else (outlet_link(document.article),)
    if trigger.type in _ANSWERS and len(chain) > 1 and _is_cue(chain[-1], token):
        scope, chain = None, chain[:-1]  # "called the decision absurd": by that very word
    voice = Voice(chain=chain, quote=scope.kind if scope else None)
    if not document.has_syntax:
        return voice
    claimed = claimers(document, token, stances)
    if claimed is not None:
        link = link_of(reading, claimed[0], "admits", claimed[1])
        if link is not None:
            return replace(voice, chain=(*_outer(chain, link), link), claimed=True)
    denial = denial_over(document, token, stances)
    denier = _verb_of_denial(document, chain, denial)
    if denier is not None and is_background(document, token, denier, stances):
        told = chain[:-1] if chain[-1].stance == "denies" else chain
        return Voice(chain=told, quote=None if len(told) == 1 else voice.quote)
    if denial is not None:
        return _denied(reading, voice, denial)
    said = is_hearsay(document, token, stances)
    if said is None or (scope is not None and not _is_checked(document, said, stances)):
        return voice
    outer = chain[:-1] if len(chain) > 1 and chain[-1].name == chain[-2].name else chain
    return replace(voice, chain=(*outer, _rumour(document, said)))


def _is_checked(document: Document, said: Token, stances: StanceWords) -> bool:
    """'Was looking into reports that …', 'was aware of claims that …': asserts none of them."""
    above = document.head(said)
    above = document.head(above) if above.dep == "prep" else above
    return above.lemma in stances.of("hedge", "checking")


def _verb_of_denial(document: Document, chain: Attribution, denial: Denial | None) -> Token | None:
    """The verb by which an act is denied: of its scope, or of the grammar above it."""
    cue = chain[-1].cue if chain[-1].stance == "denies" else None
    if cue is not None:
        return document.root_of(cue.start, cue.end)
    return None if denial is None else denial.verb


def _is_cue(link: Link, word: Token) -> bool:
    """Whether a denial lies in a word itself."""
    cue = link.cue
    return link.stance == "denies" and cue is not None and cue.start <= word.start < cue.end


def _rumour(document: Document, noun: Token) -> Link:
    """The link of an unnamed voice: "reports that …"."""
    said = document.evidence(noun.start, noun.end)
    return Link(
        name=NOBODY, kind="anonymous", stance="alleges", evidence=said, cue=said, private=False
    )


def _denied(reading: Reading, voice: Voice, denial: Denial) -> Voice:
    """The voice with its innermost link denying, added where no scope gave it."""
    chain = voice.chain
    told = replace(
        voice,
        own_part=denial.own_part,
        by_negation=denial.by_negation,
        denied_by=None if denial.verb is None else denial.verb.index,
    )
    if chain[-1].stance == "denies":
        return told
    said = deny(reading, chain, denial.verb, own_part=denial.own_part)
    return voice if said is None else replace(told, chain=said, quote=voice.quote or "indirect")


def deny(
    reading: Reading, chain: Attribution, verb: Token | None, *, own_part: bool = False
) -> Attribution | None:
    """A chain that ends in a denial by the subject of a verb, or by who speaks already.

    A pronoun inside somebody's words stands for himself where nobody else is known for it, and
    always where he denies a part of his own ("said that he had nothing to do with it").
    """
    document = reading.document
    if verb is None:
        return (*chain[:-1], replace(chain[-1], stance="denies"))
    who = next(iter(subjects(document, verb.index)), None)
    if who is None:
        return None
    cue = document.evidence(verb.start, verb.end)
    himself = who.pos == "PRON" and (own_part or not _is_known(reading, who))
    if himself and speaker_of(chain) is not None:
        return (*chain[:-1], replace(chain[-1], stance="denies", cue=cue))
    link = link_of(reading, who, "denies", verb)
    return None if link is None else (*_outer(chain, link), link)


def _is_known(reading: Reading, pronoun: Token) -> bool:
    return any(m.start == pronoun.start for e in reading.entities for m in e.mentions)


def link_of(reading: Reading, who: Token, stance: Stance, cue: Token) -> Link | None:
    """Who speaks, as a link: the phrase known of him, or its words; None for a bare pronoun."""
    document = reading.document
    said = document.evidence(cue.start, cue.end)
    mention = mention_of(reading, who)
    if mention is not None:
        return _link(mention, stance, said)
    if who.pos == "PRON":
        return None
    phrase = [t for t in document.subtree(who.index) if t.index <= who.index]
    phrase = [t for t in phrase if t.dep != "det" or t.head != who.index] or phrase
    span = document.span(phrase)
    return Link(
        name=document.readable(span.start, span.end),
        kind="collective",
        stance=stance,
        evidence=span,
        cue=said,
    )


def _outer(chain: Attribution, link: Link) -> Attribution:
    """A chain without its last links where they are the same speaker, or the same phrase."""
    while len(chain) > 1 and (chain[-1].name == link.name or _is_same_phrase(chain[-1], link)):
        chain = chain[:-1]
    return chain


def _is_same_phrase(one: Link, other: Link) -> bool:
    a, b = one.evidence, other.evidence
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def _link(mention: ActorMention, stance: Stance, cue: Evidence | None = None) -> Link:
    return Link(
        name=mention.actor.name,
        kind="named" if mention.actor.kind in {"person", "organisation"} else "collective",
        stance=stance,
        evidence=mention.evidence,
        cue=cue,
        entity_id=mention.actor.entity_id,
        private=mention.actor.exposure == "private",
    )


def speaker_of(chain: Attribution) -> Link | None:
    """The innermost speaker, None in the outlet's own voice."""
    return chain[-1] if chain and chain[-1].kind != "outlet" else None


def is_speaker(mention: ActorMention, link: Link | None) -> bool:
    """Whether an actor is the speaker himself."""
    if link is None:
        return False
    if mention.actor.entity_id is not None and mention.actor.entity_id == link.entity_id:
        return True
    names = {mention.actor.name.casefold(), *(a.casefold() for a in mention.actor.aliases)}
    return link.name.casefold() in names


def speaker_as_actor(reading: Reading, speaker: Link) -> ActorMention:
    """The speaker of a link as an actor: the phrase known of him, or his name alone.

    A voice on a recording is that of the body which sent it.
    """
    same = [
        m
        for m in reading.actors
        if m.actor.entity_id is not None and m.actor.entity_id == speaker.entity_id
    ]
    said = speaker.evidence
    around = [
        m
        for m in reading.actors
        if said is not None and m.evidence.start <= said.start and said.end <= m.evidence.end
    ]
    known = next(iter((*same, *around)), None)
    if known is not None:
        return body_on_record(reading, known) or known
    document = reading.document
    evidence = speaker.evidence or document.evidence(0, max(len(document.text), 1))
    token = document.token_at(evidence.start)
    return ActorMention(
        evidence=evidence,
        head=token.index if token else 0,
        actor=Actor(name=speaker.name, entity_id=speaker.entity_id),
        made_by="attribution.speaker",
    )


def outlet_denies(document: Document) -> Attribution:
    """The chain in which the outlet itself denies."""
    return (replace(outlet_link(document.article), stance="denies"),)
