"""Who asserts an act and who denies it: the chain of a telling, denials, claims, withdrawals."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.roles import mention_of
from reportedly.find.events.slots import subjects
from reportedly.find.events.triggers import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading, outlet_link, scope_at
from reportedly.parse import Document
from reportedly.parse.document import Sentence, Token
from reportedly.records import Actor, ActorMention, Attribution, Evidence, Link, QuoteKind, Stance

_DENYING = frozenset({"deny", "refute", "repudiate", "rebut", "disclaim"})
_TURNING_DOWN = frozenset({"reject", "dismiss", "discount", "contest", "dispute"})
# What can be denied: "rejected reports of deaths" denies, "rejected the offer" refuses.
_ASSERTIONS = words(
    "report claim allegation accusation charge suggestion assertion rumour rumor account story "
    "part role involvement responsibility hand complicity participation"
)
_PARTS = words("part role involvement responsibility hand complicity participation")
_CREDIT = frozenset({"responsibility", "credit"})
_TAKING_BACK = frozenset({"withdraw", "retract", "recant"})
_PUBLISHED = words("article story report statement claim account post piece item news headline")
_CORRECTING = frozenset({"corrects", "correction", "corrected", "clarification", "clarifies"})
_OWN_VOICE = frozenset({"we", "our", "us"})
_STATING = words("report state say write publish claim print carry tell assert")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The chain in which a trigger stands, and the kind of speech around it."""

    chain: Attribution
    quote: QuoteKind | None = None
    own_part: bool = False  # the speaker denies a part of his own: he is the denied actor
    claimed: bool = False  # the speaker says that he did it

    @property
    def stance(self) -> Stance:
        """The innermost stance."""
        return self.chain[-1].stance


def read_voice(reading: Reading, trigger: Trigger) -> Voice:
    """The chain of a trigger: its smallest scope, or the outlet; denials by their verb."""
    document = reading.document
    token = document.tokens[trigger.token]
    scope = scope_at(reading.scopes, token.start, token.end)
    chain = scope.chain if scope else (outlet_link(document.article),)
    voice = Voice(chain=chain, quote=scope.kind if scope else None)
    if not document.has_syntax:
        return voice
    claimer = _claimer(reading, token)
    if claimer is not None:
        return replace(voice, chain=(*_outer(chain, claimer), claimer), claimed=True)
    denial = _denying_verb(document, token)
    return voice if denial is None else _denied(reading, voice, *denial)


def _denied(reading: Reading, voice: Voice, verb: Token, own_part: bool) -> Voice:
    """The voice with its innermost link denying, added where no scope gave it."""
    chain = voice.chain
    if chain[-1].stance == "denies":
        return replace(voice, own_part=own_part)
    speaker = _speaker(reading, verb)
    if speaker is None:
        return voice
    link = replace(speaker, cue=reading.document.evidence(verb.start, verb.end))
    return replace(
        voice,
        chain=(*_outer(chain, link), link),
        quote=voice.quote or "indirect",
        own_part=own_part,
    )


def _claimer(reading: Reading, token: Token) -> Link | None:
    """Who "claimed responsibility for the attack", as the link that admits it."""
    document = reading.document
    preposition = document.head(token)
    claim = document.head(preposition)
    if token.dep != "pobj" or preposition.text.casefold() != "for" or claim.lemma not in _CREDIT:
        return None
    verb = document.head(claim)
    if not is_verb(verb) or any(t.dep == "neg" for t in document.children(verb.index)):
        return None
    for subject in subjects(document, verb.index):
        if any(t.text.casefold() in {"no", "neither"} for t in document.children(subject.index)):
            return None
        mention = mention_of(reading, subject)
        if mention is not None:
            return _link(mention, "admits", document.evidence(verb.start, verb.end))
    return None


def _outer(chain: Attribution, link: Link) -> Attribution:
    """A chain without its last link where that is the same speaker."""
    return chain[:-1] if len(chain) > 1 and chain[-1].name == link.name else chain


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


def _denying_verb(document: Document, token: Token) -> tuple[Token, bool] | None:
    """The verb of denial over a trigger, and whether a part in the act is what is denied."""
    through: list[Token] = []
    at = token
    while at.head != at.index:
        parent = document.head(at)
        if is_verb(parent):
            lemmas = {t.lemma for t in (*through, at)}
            if at.dep == "prep":  # parsers often hang "in the blast" on the verb
                lemmas |= {t.lemma for t in document.children(parent.index) if t.dep == "dobj"}
            content = at.dep in {"dobj", "ccomp", "xcomp", "prep", "nsubjpass", "pcomp"}
            if content and parent.lemma in _DENYING:
                gerund = at.dep == "xcomp" or at.tag == "VBG"
                return parent, bool(lemmas & _PARTS) or gerund
            if content and parent.lemma in _TURNING_DOWN and lemmas & _ASSERTIONS:
                return parent, bool(lemmas & _PARTS)
            if at.dep in {"relcl", "advcl", "conj"} or parent.dep == "relcl":
                return None
        through.append(at)
        at = parent
    return None


def _speaker(reading: Reading, verb: Token) -> Link | None:
    """Who denies, as a link: the subject of the verb."""
    document = reading.document
    for subject in subjects(document, verb.index):
        mention = mention_of(reading, subject)
        if mention is not None:
            return _link(mention, "denies")
        phrase = [t for t in document.subtree(subject.index) if t.index <= subject.index]
        span = document.span(phrase)
        return Link(
            name=document.readable(span.start, span.end),
            kind="collective",
            stance="denies",
            evidence=span,
        )
    return None


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
    """The speaker of a link as an actor: the phrase known of him, or his name alone."""
    for mention in reading.actors:
        same = mention.actor.entity_id is not None and (
            mention.actor.entity_id == speaker.entity_id
        )
        named = speaker.evidence is not None and (
            mention.evidence.start <= speaker.evidence.start
            and speaker.evidence.end <= mention.evidence.end
        )
        if same or named:
            return mention
    document = reading.document
    evidence = speaker.evidence or document.evidence(0, max(len(document.text), 1))
    token = document.token_at(evidence.start)
    return ActorMention(
        evidence=evidence,
        head=token.index if token else 0,
        actor=Actor(name=speaker.name, entity_id=speaker.entity_id),
        made_by="attribution.speaker",
    )


# --- withdrawals -----------------------------------------------------------------------------


def withdrawn_from(document: Document) -> Sentence | None:
    """The sentence in which the outlet takes back what it published, if there is one.

    "The article has been withdrawn", "We withdraw the statement", "This paper retracts the story".
    """
    if not document.has_syntax:
        return None
    for token in document.tokens:
        if token.lemma not in _TAKING_BACK or not is_verb(token):
            continue
        children = document.children(token.index)
        if any(t.dep == "neg" for t in children):
            continue
        things = [t for t in children if t.dep in {"dobj", "nsubjpass"}]
        agents = [t for t in children if t.dep == "nsubj"]
        ours = not agents or any(_is_outlet(document, t) for t in agents)
        if ours and any(t.lemma in _PUBLISHED for t in things):
            return document.sentences[token.sentence]
    return None


def tells_own_report(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence says what the outlet itself published before."""
    tokens = document.sentence_tokens(sentence)
    for token in tokens:
        if token.lemma in _STATING and is_verb(token):
            for child in document.children(token.index):
                if child.dep == "nsubj" and _is_outlet(document, child):
                    return True
    return any(
        t.lemma in _PUBLISHED
        and any(c.text.casefold() in _OWN_VOICE for c in document.children(t.index))
        for t in tokens
    )


def is_correction(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a notice that corrects a detail of an earlier text."""
    first = document.sentence_tokens(sentence)[:4]
    opens = any(t.text.casefold() in _CORRECTING for t in first)
    return opens and any(
        t.lemma in _PUBLISHED or t.lemma in {"paragraph", "version"}
        for t in document.sentence_tokens(sentence)
    )


def _is_outlet(document: Document, token: Token) -> bool:
    if token.text.casefold() in _OWN_VOICE:
        return True
    outlet = (document.article.outlet or "").casefold().split()
    if token.lemma in {"newspaper", "paper", "website", "agency", "station", "outlet"}:
        return any(
            c.text.casefold() in {"this", "the", "our"} for c in document.children(token.index)
        )
    return bool(outlet) and token.text.casefold() in set(outlet) - {"the", "of", "la", "de"}


def outlet_denies(document: Document) -> Attribution:
    """The chain of a withdrawal: the outlet itself denies."""
    return (replace(outlet_link(document.article), stance="denies"),)
