"""Which nouns can denote somebody who acts or suffers."""

from __future__ import annotations

from reportedly.find.actors.phrases import Context, noun_of, registered
from reportedly.parse import Token

# singular in form or without an article, and yet somebody
CROWDS = frozenset(
    {"police", "people", "staff", "media", "opposition", "parliament", "congress", "press", "army"}
)  # fmt: skip
_NOBODY = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "EVENT", "LANGUAGE"})
_AGENTS = ("ers", "ors", "ists", "men", "women", "ians", "ees", "ants")


def can_act(context: Context, token: Token, *, inside: bool = False) -> bool:
    """Whether a noun can denote somebody; `inside` also takes words that modify another noun."""
    if inside and token.pos == "ADJ":  # 'militant positions', 'the rebel leader'
        return context.words.heads.get(token.text.lower()) == "REB"
    if token.pos not in ("NOUN", "PROPN"):
        return False
    if not inside and token.dep in ("compound", "nmod", "amod"):
        return False
    if token.index in context.entities:
        return True
    if token.name in _NOBODY or _is_hyphenated(context, token):
        return False
    named = token.pos == "PROPN" and token.name in ("PERSON", "ORG")
    named = named or context.registry.is_people(token.text)
    named = named or _acts_by_name(context, token) or registered(context, token) is not None
    return named or _is_listed(context, token) or _looks_like_people(context, token)


def _is_hyphenated(context: Context, token: Token) -> bool:
    """The first part of a word with hyphens: 'state-of-the-art', 'rebel-held'."""
    after = context.document.tokens[token.index + 1 : token.index + 2]
    return bool(after) and after[0].text in ("-", "‑") and after[0].start == token.end


def _acts_by_name(context: Context, token: Token) -> bool:
    """A name without a label, or with that of a place which no gazetteer knows, where only
    somebody stands: 'Duvalier demanded'.
    """
    labels = ("", "NORP", "GPE", "LOC")
    if token.pos != "PROPN" or token.name not in labels or not token.text[:1].isupper():
        return False
    above = context.document.head(token)
    return token.dep in ("nsubj", "nsubjpass", "dobj") and above.pos == "VERB"


def _is_listed(context: Context, token: Token) -> bool:
    words, noun = context.words, noun_of(token)
    if token.text.casefold() == "arms" and token.dep in ("compound", "nmod"):
        return False  # "an arms ship"
    if _is_nobody(context, token, noun):
        return False
    if noun in words.epithet_nouns:
        return True
    known = token.text.lower() in words.heads or noun in words.heads
    if not known and token.index > 0:  # 'military base', 'white house'
        known = f"{context.document.tokens[token.index - 1].text.lower()} {noun}" in words.heads
    return known and _is_somebody(context, token)


def _is_nobody(context: Context, token: Token, noun: str) -> bool:
    """Whether words beside a noun make it a thing: "a claymore mine", "the force of the blast"."""
    document, words = context.document, context.words
    before = document.tokens[max(token.index - 2, 0) : token.index]
    if any(t.text.casefold() in words.nobody_behind.get(noun, ()) for t in before):
        return True
    of = document.child(token.index, "prep")
    what = None if of is None or of.text != "of" else document.child(of.index, "pobj")
    return what is not None and what.lemma in words.nobody_of.get(noun, ())


def _looks_like_people(context: Context, token: Token) -> bool:
    """A plural that ends like 'weavers' and stands where somebody can."""
    low = token.text.lower()
    if token.tag not in ("NNS", "NNPS") or low in context.words.not_people:
        return False
    return low.endswith(_AGENTS) and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")


def _is_somebody(context: Context, token: Token) -> bool:
    """Whether a noun that can also mean a thing means somebody: 'a force', but not 'by force'."""
    if token.tag in ("NNS", "NNPS") or token.dep in ("nsubj", "nsubjpass", "compound", "nmod"):
        return True
    if token.text.lower() in CROWDS:
        return True
    after = context.document.tokens[token.index + 1 : token.index + 2]
    if after and after[0].lemma in ("who", "whom"):  # "jail term for blogger who insulted king"
        return True
    return any(
        t.dep in ("det", "poss", "amod", "compound", "nummod", "nmod")
        for t in context.document.children(token.index)
    )
