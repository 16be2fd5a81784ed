"""Whether words or cooperation that a text tells are of public concern.

The codebook's acts of words and of cooperation are those of states, bodies, groups and persons in
public. The same verbs tell how private persons live ("she met a friend"), what a survey found
("a third support the plan"), whom journalists asked and what a phrase is only described by ("a
group supporting the bill"). Deeds of force, arrests, protests and moves of troops are not asked
for this. The words stand in ``data/lexicons/en/public.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.data_files import check_word_lists, read_word_lists
from reportedly.find.events.reality.reading import SPEECH_TYPES
from reportedly.find.events.told.proposals import CLASSIFIER
from reportedly.find.events.told.telling import Telling
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention

Reason = Literal[
    "survey", "anybody's opinion", "description", "interview", "speech", "wish", "idle",
    "own affairs", "budget", "private",
]  # fmt: skip
_TYPES = SPEECH_TYPES - {"THREATEN"} | {"COOPERATE", "AID"}
_OPINIONS = frozenset({"SUPPORT", "REJECT", "AGREE", "CONCEDE", "ACCUSE", "REQUEST"})
_DEEDS = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
_NOBODY = frozenset({"UNK"})
_MEDIA_SECTOR = frozenset({"JRN"})
# of people, and no part of a sum: "a 7% pay offer", "to raise allowances by 4%"
_SHARE = re.compile(
    r"(?<![\d.,])(?<!\bby )(?<!\ba )(?<!\ban )\d[\d.,]*\s?(?:%|percent\b|per cent\b)", re.IGNORECASE
)
_ENOUGH = 6  # different words of public affairs
_BRIEF = 60  # words
_PER_WORD = 40  # words of a short text that one of them may stand for
_TELLING = frozenset({"talk", "speak", "discuss"})
_TOPICS = frozenset({"about", "of", "on"})
_PARTNERS = frozenset({"with", "to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWords:
    """The lists of `public.toml`."""

    asked: frozenset[str]
    surveys: frozenset[str]
    ballots: frozenset[str]
    media: frozenset[str]
    affairs: frozenset[str]
    sectors: frozenset[str]
    writings: frozenset[str]
    idle: frozenset[str]
    wishes: frozenset[str]
    outcomes: frozenset[str]
    staff: frozenset[str]
    budgets: frozenset[str]
    campaigns: frozenset[str]
    violence: frozenset[str]
    unrest: frozenset[str]
    sallies: frozenset[str]


@cache
def load_public_words(language: str = "en") -> PublicWords:
    """Read the lists of a language.

    Raises:
        DataError: if the file breaks its format.
    """
    return read_word_lists(PublicWords, "public.toml", language)


def check_public_words(language: str = "en") -> list[str]:
    """One line for each fault of the file: missing or unknown lists, double words."""
    return check_word_lists(PublicWords, "public.toml", language)


@cache
def _surveys() -> re.Pattern[str]:
    """The signs of a survey as one pattern."""
    signs = "|".join(re.escape(sign) for sign in sorted(load_public_words().surveys))
    return re.compile(rf"\b(?:{signs})\b", re.IGNORECASE)


def is_public(document: Document, tellings: Sequence[Telling] = ()) -> bool:
    """Whether a text is about public affairs: it tells a deed, or has several of their words."""
    if any(t.trigger.type in _DEEDS and not t.reality.no_act for t in tellings):
        return True
    return _is_about_affairs(document)


def _is_about_affairs(document: Document) -> bool:
    found = {t.lemma for t in document.tokens} & load_public_words().affairs
    return len(found) >= _ENOUGH or len(found) * _PER_WORD >= len(document.tokens)


def why_private(reading: Reading, telling: Telling, public: bool) -> Reason | None:
    """Why a telling is of no public concern; None where it may be.

    Args:
        reading: what is known of the article.
        telling: the telling of an act.
        public: whether the whole text is about public affairs (`is_public`).
    """
    kind = telling.trigger.type
    guessed = telling.trigger.rule == CLASSIFIER and kind != "THREATEN"
    words = load_public_words()
    if kind == "THREATEN" and _is_idle(reading.document, telling, words, public):
        return "idle"
    if kind == "SANCTION" and _cuts_budget(reading.document, telling, words):
        return "budget"
    if telling.denied or telling.withdraws or not (guessed or kind in _TYPES):
        return None
    for reason, holds in _REASONS:
        if holds(reading.document, telling, words):
            return reason
    return None if _has_public_party(reading, telling, words, public) else "private"


def _is_survey(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'52 percent support her', 'in the poll most backed the plan'."""
    if telling.trigger.type not in _OPINIONS:
        return False
    sentence = document.sentences[telling.sentence]
    text = document.text[sentence.start : sentence.end]
    if not (_SHARE.search(text) or _surveys().search(text)):
        return False
    return not any(_is_body(m) for m in telling.roles.actors)


def _of_anybody(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'voters support', 'many who voted for her': what people think, or their ballot."""
    verb = document.tokens[telling.trigger.token]
    if telling.trigger.nominal or telling.trigger.type not in _OPINIONS:
        return False
    public = any(_is_body(m) or _is_official(m, words) for m in telling.roles.actors)
    bare = document.child(verb.index, "prt") is None  # not "the bill was voted down"
    if bare and verb.lemma in words.ballots and not public:
        return True
    heads = [document.tokens[m.head] for m in telling.roles.actors]
    if not heads or any(t.lemma not in words.asked for t in heads):
        return False
    helped = any(t.dep in {"aux", "auxpass"} for t in document.children(verb.index))
    past = verb.tag == "VBD" or (verb.tag == "VBN" and not helped)  # "9,000 people gathered"
    done = past or (
        telling.trigger.type == "REQUEST"  # "supporters have called for a strike"
        and any(t.lemma == "have" and t.dep == "aux" for t in document.children(verb.index))
    )
    return not done or verb.dep in {"relcl", "acl", "advcl", "ccomp"}


def _describes(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'organisations supporting it', 'who supports her': a clause that says which ones are meant.

    So is "a man accused of fraud", where nobody accuses him here. "A statement condemning it"
    tells what was said.
    """
    verb = document.tokens[telling.trigger.token]
    opinion = telling.trigger.type in _OPINIONS
    if not opinion or telling.trigger.nominal or telling.date is not None:
        return False
    if verb.dep == "acl" or (verb.dep == "amod" and verb.tag == "VBN"):
        return _is_attribute(document, telling, words)
    helpers = {t.tag for t in document.children(verb.index) if t.dep in {"aux", "auxpass"}}
    present = {verb.tag} | (helpers if verb.tag == "VBG" else set())
    if telling.trigger.mode == "investigate":
        return False  # "the minister, who is under investigation": it goes on
    own = document.child(verb.index, "nsubj")  # "which *it* accuses of treason": that is told
    who = own is None or own.tag.startswith("W") or own.lemma == "that"
    clause = verb.dep == "relcl" and (who or telling.trigger.type != "ACCUSE")
    return clause and bool(present & {"VBZ", "VBP"}) and "VBD" not in helpers


def _is_attribute(document: Document, telling: Telling, words: PublicWords) -> bool:
    """Whether a participle on a noun only describes it."""
    verb = document.tokens[telling.trigger.token]
    if verb.dep == "amod":
        return True  # "rejected asylum seekers"
    if verb.tag == "VBN":
        if telling.trigger.type == "SUPPORT":  # "troops backed by militiamen", "the deal backed by"
            return document.head(verb).dep in {"nsubj", "nsubjpass", "pobj", "agent"}
        accused = telling.trigger.type == "ACCUSE" and not telling.roles.actors
        return accused and not _is_among(document, document.head(verb))
    return verb.tag == "VBG" and document.head(verb).lemma not in words.writings


def _is_among(document: Document, word: Token) -> bool:
    """'Among those charged was a minister': that they were is what is told."""
    return word.index > 0 and document.tokens[word.index - 1].text.casefold() == "among"


def _wishes(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'seeks 250,000', 'wants a bridge', 'wants her to lose': asked of nobody."""
    verb = document.tokens[telling.trigger.token]
    if telling.trigger.type != "REQUEST" or verb.lemma not in words.wishes:
        return False
    hoped = any(
        t.dep in {"xcomp", "ccomp"} and t.lemma in words.outcomes
        for t in document.children(verb.index)
    )
    return hoped or not telling.roles.recipients


def _is_idle(document: Document, telling: Telling, words: PublicWords, public: bool = True) -> bool:
    """A verb of no act that only the classifier took for one."""
    verb = document.tokens[telling.trigger.token]
    if telling.trigger.type == "THREATEN" and verb.lemma == "say" and public:
        return False  # "said the towns would burn"
    return telling.trigger.rule == CLASSIFIER and verb.lemma in words.idle


def _of_own_affairs(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'asked his staff', 'defended its policies': said to one's own people, or of oneself."""
    verb = document.tokens[telling.trigger.token]
    if telling.trigger.nominal or telling.trigger.type not in {"REQUEST", "SUPPORT"}:
        return False
    for thing in document.children(verb.index):
        if thing.dep not in {"dobj", "dative", "nsubj", "pobj"} or thing.index < verb.index:
            continue
        if thing.text.casefold().endswith(("self", "selves")):
            return True
        owned = any(t.tag == "PRP$" for t in document.children(thing.index))
        if owned and (verb.lemma == "defend" or thing.lemma in words.staff):
            return True
    return False


def _cuts_budget(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'The state cut funding for schools': spending at home, no measure against somebody."""
    if telling.trigger.mode != "discontinue" or telling.trigger.nominal:
        return False
    parties = (*telling.roles.actors, *telling.roles.recipients)
    if any(m.actor.kind == "country" or m.actor.registry_id is not None for m in parties):
        return False
    clause = document.subtree(telling.trigger.token)
    verb = document.tokens[telling.trigger.token]
    above = {document.head(verb).lemma} if verb.dep in {"relcl", "acl"} else set()
    return bool(({t.lemma for t in clause} | above) & words.budgets)


def _speaks_alone(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'will talk about parenting', 'discussing the show': one person, and nobody to consult."""
    verb = document.tokens[telling.trigger.token]
    consults = telling.trigger.type == "CONSULT" and not telling.trigger.nominal
    consults = consults and telling.trigger.mode is None  # a call has another side
    if not consults or verb.lemma not in _TELLING:
        return False
    at = [verb.index, *(t.index for t in document.children(verb.index) if t.dep == "dobj")]
    prepositions = {t.text.casefold() for i in at for t in document.children(i) if t.dep == "prep"}
    if prepositions & _PARTNERS:
        return False
    heads = [document.tokens[m.head] for m in telling.roles.actors if m.head < verb.index]
    alone = len(heads) == 1 and heads[0].tag not in {"NNS", "NNPS"} and heads[0].text != "they"
    return alone and (verb.lemma == "discuss" or bool(prepositions & _TOPICS))


def _with_media(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'spoke to CNN', 'met reporters'."""
    return telling.trigger.type == "CONSULT" and any(
        m.actor.kind == "outlet"
        or _MEDIA_SECTOR & set(m.actor.sectors)
        or m.actor.name.casefold().rpartition(" ")[2] in words.media
        or _is_on_air(document, m, words)
        for m in (*telling.roles.actors, *telling.roles.recipients)
    )


def _is_on_air(document: Document, mention: ActorMention, words: PublicWords) -> bool:
    """'BBC's Morning Hour': a programme of a broadcaster that is known by its letters."""
    phrase = (t.text for t in document.subtree(mention.head))
    return any(word.isupper() and word.casefold() in words.media for word in phrase)


_REASONS: tuple[tuple[Reason, Callable[[Document, Telling, PublicWords], bool]], ...] = (
    ("survey", _is_survey),
    ("anybody's opinion", _of_anybody),
    ("description", _describes),
    ("wish", _wishes),
    ("interview", _with_media),
    ("speech", _speaks_alone),
    ("idle", _is_idle),
    ("own affairs", _of_own_affairs),
)


def _has_public_party(reading: Reading, telling: Telling, words: PublicWords, public: bool) -> bool:
    """Whether somebody acts or is addressed who does so in public.

    In a text about public affairs any body and any group will do, and a person whom the text
    knows by name alone; elsewhere only states, offices and the like.
    """
    parties = (*telling.roles.actors, *telling.roles.recipients)
    brief = len(reading.document.tokens) < _BRIEF  # too little to know what a text is about
    if telling.trigger.rule == CLASSIFIER:  # no rule knows the verb: the text must speak for it
        return (public or brief) and any(_is_official(m, words) for m in parties)
    if any(_is_official(m, words) for m in parties):
        return True
    sentence = reading.document.sentences[telling.sentence]
    nearby = any(
        m.actor.kind == "country" and sentence.start <= m.evidence.start < sentence.end
        for m in reading.actors
    )
    unknown = not brief and telling.trigger.type in _OPINIONS and _are_unknown(telling)
    if unknown and not _is_about_affairs(reading.document):
        return False  # a deed told in passing does not make their opinions public
    people = any(m.actor.kind == "person" for m in telling.roles.actors)
    people = people or any(_is_known_person(reading.document, m) for m in telling.roles.recipients)
    return public or ((nearby or brief) and not people)


def _is_known_person(document: Document, mention: ActorMention) -> bool:
    """'Ana Roa' and whom "she" stands for; not "charges against *the blogger* were dropped"."""
    return mention.actor.kind == "person" and document.tokens[mention.head].pos != "NOUN"


def _are_unknown(telling: Telling) -> bool:
    """Whether persons known by name alone speak to nobody who is known for more."""
    actors, others = telling.roles.actors, telling.roles.recipients
    alone = bool(actors) and all(m.actor.kind == "person" and not m.actor.sectors for m in actors)
    return alone and not any(m.actor.kind == "person" or _is_body(m) for m in others)


def _is_official(mention: ActorMention, words: PublicWords) -> bool:
    actor = mention.actor
    known = actor.registry_id is not None or actor.country is not None
    return known or actor.kind == "country" or bool(words.sectors & set(actor.sectors))


def _is_body(mention: ActorMention) -> bool:
    """A country, a body, an office: not people, and no person known by name alone."""
    actor = mention.actor
    if actor.kind in {"country", "office", "organisation"} or actor.country is not None:
        return True
    return actor.exposure != "private" and bool(set(actor.sectors) - _NOBODY)
