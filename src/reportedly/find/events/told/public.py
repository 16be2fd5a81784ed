"""Whether words or cooperation that a text tells are of public concern.

The codebook's acts of words and of cooperation are those of states, bodies, groups and persons in
public. The same verbs tell how private persons live ("she met a friend"), what a survey found
("a third support the plan"), whom journalists asked and what a phrase is only described by ("a
group supporting the bill"). Deeds of force, arrests, protests and moves of troops are not asked
for this. The words stand in ``data/lexicons/en/public.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from reportedly.errors import DataError
from reportedly.find.events.reality.reading import SPEECH_TYPES
from reportedly.find.events.told.proposals import CLASSIFIER
from reportedly.find.events.told.telling import Telling
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import ActorMention

Reason = Literal[
    "survey", "anybody's opinion", "description", "interview", "speech", "wish", "idle", "private"
]
_TYPES = SPEECH_TYPES - {"THREATEN"} | {"COOPERATE", "AID"}
_OPINIONS = frozenset({"SUPPORT", "REJECT", "AGREE", "CONCEDE", "ACCUSE", "REQUEST"})
_DEEDS = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
_NOBODY = frozenset({"UNK"})
_MEDIA_SECTOR = frozenset({"JRN"})
_SHARE = re.compile(r"\d\s?(?:%|percent\b|per cent\b)", re.IGNORECASE)
_ENOUGH = 6  # different words of public affairs
_BRIEF = 60  # words
_PER_WORD = 40  # words of a short text that one of them may stand for
_TELLING = frozenset({"talk", "speak", "discuss"})
_TOPICS = frozenset({"about", "of", "on"})
_PARTNERS = frozenset({"with", "to"})
_LISTS = (
    "asked", "surveys", "ballots", "media", "affairs", "sectors", "writings", "idle", "wishes",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWords:
    """The lists of `public.toml`."""

    asked: frozenset[str]
    surveys: re.Pattern[str]
    ballots: frozenset[str]
    media: frozenset[str]
    affairs: frozenset[str]
    sectors: frozenset[str]
    writings: frozenset[str]
    idle: frozenset[str]
    wishes: frozenset[str]


@cache
def load_public_words(language: str = "en") -> PublicWords:
    """Read the lists of a language.

    Raises:
        DataError: if the file breaks its format.
    """
    lists = _read(language)
    faults = _faults(lists, f"lexicons/{language}/public.toml")
    if faults:
        raise DataError("; ".join(faults))
    surveys = "|".join(re.escape(word) for word in lists["surveys"])
    return PublicWords(
        asked=frozenset(lists["asked"]),
        surveys=re.compile(rf"\b(?:{surveys})\b", re.IGNORECASE),
        ballots=frozenset(lists["ballots"]),
        media=frozenset(lists["media"]),
        affairs=frozenset(lists["affairs"]),
        sectors=frozenset(lists["sectors"]),
        writings=frozenset(lists["writings"]),
        idle=frozenset(lists["idle"]),
        wishes=frozenset(lists["wishes"]),
    )


def check_public_words(language: str = "en") -> list[str]:
    """One line for each fault of the file: missing or unknown lists, double words."""
    return _faults(_read(language), f"lexicons/{language}/public.toml")


def is_public(document: Document, tellings: Sequence[Telling] = ()) -> bool:
    """Whether a text is about public affairs: it tells a deed, or has several of their words."""
    if any(t.trigger.type in _DEEDS and not t.reality.no_act for t in tellings):
        return True
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
    if kind == "THREATEN" and _is_idle(reading.document, telling, words):
        return "idle"
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
    if not (_SHARE.search(text) or words.surveys.search(text)):
        return False
    return not any(_is_body(m) for m in telling.roles.actors)


def _of_anybody(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'voters support', 'many who voted for her': what people think, or their ballot."""
    verb = document.tokens[telling.trigger.token]
    if telling.trigger.nominal or telling.trigger.type not in _OPINIONS:
        return False
    if verb.lemma in words.ballots and not any(_is_body(m) for m in telling.roles.actors):
        return True
    heads = [document.tokens[m.head] for m in telling.roles.actors]
    if not heads or any(t.lemma not in words.asked for t in heads):
        return False
    return verb.tag != "VBD" or verb.dep in {"relcl", "acl", "advcl", "ccomp"}


def _describes(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'organisations supporting it', 'who supports her': a clause that says which ones are meant.

    "A statement condemning it" tells what was said.
    """
    verb = document.tokens[telling.trigger.token]
    opinion = telling.trigger.type in _OPINIONS
    if not opinion or telling.trigger.nominal or telling.date is not None:
        return False
    if verb.dep == "acl":
        return verb.tag == "VBG" and document.head(verb).lemma not in words.writings
    helpers = {t.tag for t in document.children(verb.index) if t.dep in {"aux", "auxpass"}}
    present = {verb.tag} | (helpers if verb.tag == "VBG" else set())
    return verb.dep == "relcl" and bool(present & {"VBZ", "VBP"}) and "VBD" not in helpers


def _wishes(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'seeks 250,000', 'wants a bridge': asked of nobody."""
    wish = document.tokens[telling.trigger.token].lemma in words.wishes
    return telling.trigger.type == "REQUEST" and wish and not telling.roles.recipients


def _is_idle(document: Document, telling: Telling, words: PublicWords) -> bool:
    """A verb of no act that only the classifier took for one."""
    verb = document.tokens[telling.trigger.token]
    if telling.trigger.type == "THREATEN" and verb.lemma == "say":
        return False  # "said the towns would burn"
    return telling.trigger.rule == CLASSIFIER and verb.lemma in words.idle


def _speaks_alone(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'will talk about parenting', 'discussing the show': one person, and nobody to consult."""
    verb = document.tokens[telling.trigger.token]
    consults = telling.trigger.type == "CONSULT" and not telling.trigger.nominal
    if not consults or verb.lemma not in _TELLING:
        return False
    prepositions = {t.text.casefold() for t in document.children(verb.index) if t.dep == "prep"}
    if prepositions & _PARTNERS:
        return False
    heads = [document.tokens[m.head] for m in telling.roles.actors]
    alone = len(heads) == 1 and heads[0].tag not in {"NNS", "NNPS"} and heads[0].text != "they"
    return alone and (verb.lemma == "discuss" or bool(prepositions & _TOPICS))


def _with_media(document: Document, telling: Telling, words: PublicWords) -> bool:
    """'spoke to CNN', 'met reporters'."""
    return telling.trigger.type == "CONSULT" and any(
        m.actor.kind == "outlet"
        or _MEDIA_SECTOR & set(m.actor.sectors)
        or m.actor.name.casefold().rpartition(" ")[2] in words.media
        for m in (*telling.roles.actors, *telling.roles.recipients)
    )


_REASONS: tuple[tuple[Reason, Callable[[Document, Telling, PublicWords], bool]], ...] = (
    ("survey", _is_survey),
    ("anybody's opinion", _of_anybody),
    ("description", _describes),
    ("wish", _wishes),
    ("interview", _with_media),
    ("speech", _speaks_alone),
    ("idle", _is_idle),
)


def _has_public_party(reading: Reading, telling: Telling, words: PublicWords, public: bool) -> bool:
    """Whether somebody acts or is addressed who does so in public.

    In a text about public affairs any body and any group will do, and a person whom the text
    knows by name alone; elsewhere only states, offices and the like.
    """
    parties = (*telling.roles.actors, *telling.roles.recipients)
    if any(_is_official(m, words) for m in parties):
        return True
    if telling.trigger.rule == CLASSIFIER:
        return False
    sentence = reading.document.sentences[telling.sentence]
    nearby = any(
        m.actor.kind == "country" and sentence.start <= m.evidence.start < sentence.end
        for m in reading.actors
    )
    people = any(m.actor.kind == "person" for m in parties)
    brief = len(reading.document.tokens) < _BRIEF  # too little to know what a text is about
    return public or ((nearby or brief) and not people)


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


def _read(language: str) -> dict[str, Any]:
    path = files("reportedly") / "data" / "lexicons" / language / "public.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"lexicons/{language}/public.toml: {error}") from error


def _faults(lists: dict[str, Any], file: str) -> list[str]:
    faults = [f"{file}: unknown list {name}" for name in lists if name not in _LISTS]
    for name in _LISTS:
        entries = lists.get(name)
        if not isinstance(entries, list) or not entries:
            faults.append(f"{file}: lacks {name}")
            continue
        twice = sorted({word for word in entries if entries.count(word) > 1})
        faults += [f"{file}: {name}: '{word}' stands twice" for word in twice]
    return faults
