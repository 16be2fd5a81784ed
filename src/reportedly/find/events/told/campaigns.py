"""Election campaigns: what candidates do there in words is no protest, attack or agreement.

In a text about a campaign a "rally" draws supporters, candidates "attack" each other in words, and
what they promise or call for is said to voters. Riots, arrests, bombs and protests against somebody
in the same campaign are acts like any other. The words stand in ``data/lexicons/en/public.toml``.
"""

from __future__ import annotations

from reportedly.find.events.told.public import PublicWords, load_public_words
from reportedly.find.events.told.telling import Telling
from reportedly.parse import Document
from reportedly.records import ActorMention

_ENOUGH = 6  # different words of a campaign
_READ = 600  # words of the text
_PER_VIOLENCE = 3  # words of a campaign that outweigh one of violence
_SAID = frozenset({"AGREE", "REQUEST", "SUPPORT", "REJECT", "CONCEDE"})


def is_campaign(document: Document) -> bool:
    """Whether a text is about an election campaign, and not about violence in it."""
    words = load_public_words()
    found = {t.lemma for t in document.tokens[:_READ]}
    cues = len(found & words.campaigns)
    return cues >= _ENOUGH and cues >= _PER_VIOLENCE * len(found & words.violence)


def is_campaigning(document: Document, telling: Telling) -> bool:
    """Whether a telling in such a text tells of campaigning only."""
    words = load_public_words()
    trigger = telling.trigger
    lemma = document.tokens[trigger.token].lemma
    sentence = document.sentences[telling.sentence]
    around = {t.lemma for t in document.sentence_tokens(sentence)}
    if trigger.type == "PROTEST":
        rally = "rally" in {lemma, *trigger.act.split()}
        shown = trigger.mode == "symbolic" and "rally" in around
        return (rally or shown) and not around & words.unrest
    if trigger.type == "ASSAULT":
        return lemma in words.sallies and not around & words.violence and _among(telling)
    return trigger.type in _SAID and not telling.denied and _to_voters(telling, words)


def _among(telling: Telling) -> bool:
    """Whether an attack names a person on one side."""
    parties = (*telling.roles.actors, *telling.roles.recipients)
    return any(m.actor.kind in {"person", "office"} for m in parties)


def _to_voters(telling: Telling, words: PublicWords) -> bool:
    """Whether a person speaks to nobody in particular: no body, state or rival is addressed."""
    actors = telling.roles.actors
    alone = bool(actors) and all(m.actor.kind in {"person", "office"} for m in actors)
    return alone and not any(_is_addressed(m, words) for m in telling.roles.recipients)


def _is_addressed(mention: ActorMention, words: PublicWords) -> bool:
    actor = mention.actor
    if actor.kind in {"person", "country", "organisation", "office"}:
        return True
    return bool(words.sectors & set(actor.sectors))
