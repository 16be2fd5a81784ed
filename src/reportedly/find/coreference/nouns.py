"""Noun phrases and pronouns that can denote somebody."""

from __future__ import annotations

from reportedly.find.coreference.kinds import is_head
from reportedly.find.coreference.mention import Gender, Mention
from reportedly.find.coreference.words import CoreferenceWords
from reportedly.find.mentions import noun_phrase
from reportedly.parse import Document, Token
from reportedly.records import ActorKind

FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
ORDERED = frozenset({"former", "latter"})
_DUBBED = frozenset({"called", "declared", "proclaimed", "styled", "named", "described"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_SKIPPED = frozenset({"det", "predet", "poss", "nummod", "quantmod", "advmod", "punct", "case"})
_PRONOUNS: dict[str, tuple[ActorKind, bool, Gender]] = {
    "i": ("person", False, ""),
    "me": ("person", False, ""),
    "my": ("person", False, ""),
    "myself": ("person", False, ""),
    "he": ("person", False, "masculine"),
    "him": ("person", False, "masculine"),
    "his": ("person", False, "masculine"),
    "himself": ("person", False, "masculine"),
    "she": ("person", False, "feminine"),
    "her": ("person", False, "feminine"),
    "hers": ("person", False, "feminine"),
    "herself": ("person", False, "feminine"),
    "it": ("organisation", False, ""),
    "its": ("organisation", False, ""),
    "they": ("group", True, ""),
    "them": ("group", True, ""),
    "their": ("group", True, ""),
}


def find_nouns(
    document: Document, taken: set[int], words: CoreferenceWords, *, inside: bool = False
) -> list[Mention]:
    """Noun phrases whose noun is a body, a role or a group, outside names.

    `inside` also takes nouns right before a name that they introduce: "the *company* Belt Mining".
    """
    found = []
    for token in document.tokens:
        if token.index in taken or token.pos not in {"NOUN", "PROPN"}:
            continue
        if token.dep in {"compound", "nmod"} and _before_its_head(document, token) and not inside:
            continue
        mention = _noun(document, token, words)
        if mention is not None:
            found.append(mention)
    return found


def find_pronouns(document: Document) -> list[Mention]:
    """Pronouns of persons, and "the former" and "the latter"."""
    ordered = [
        Mention(
            first=token.index - 1,
            last=token.index + 1,
            head=token.index,
            form="pronoun",
            kind="unknown",
            plural=False,
        )
        for token in document.tokens[1:]
        if token.text.casefold() in ORDERED
        and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"}
        and document.tokens[token.index - 1].text.casefold() == "the"
    ]
    return ordered + [
        Mention(
            first=token.index,
            last=token.index + 1,
            head=token.index,
            form="pronoun",
            kind=kind,
            plural=plural,
            gender=gender,
        )
        for token in document.tokens
        if token.pos == "PRON" and token.text.casefold() in _PRONOUNS
        for kind, plural, gender in (_PRONOUNS[token.text.casefold()],)
    ]


def _before_its_head(document: Document, token: Token) -> bool:
    return token.head > token.index and document.tokens[token.head].pos in {"NOUN", "PROPN"}


def _kind(token: Token, plural: bool, words: CoreferenceWords) -> ActorKind | None:
    """What a noun can denote, None where it is no body, role or group."""
    lemma, text = token.lemma, token.text.casefold()
    if plural and (
        lemma in words.roles | words.affiliates
        or text in words.groups
        or lemma in words.groups
        or text.endswith(("men", "women"))
    ):
        return "organisation" if lemma == "police" else "group"
    if plural and lemma in words.organisations:
        return None if lemma == "office" else "group"  # offices are rooms, as a rule
    if lemma in words.roles | words.affiliates:
        return "person"
    if lemma in words.papers and not plural:
        return "outlet"
    if lemma in words.organisations or text in words.collective:
        return "organisation"
    return "group" if text in words.groups else None


def _noun(document: Document, token: Token, words: CoreferenceWords) -> Mention | None:
    lemma = token.lemma
    plural = token.tag in {"NNS", "NNPS"} or token.text.casefold().endswith(
        ("police", "people", "men")
    )
    kind = "person" if is_head(document, token) else _kind(token, plural, words)
    if kind is None:
        return None
    if any(t.dep == "neg" or t.lemma in {"no", "not"} for t in document.children(token.index)):
        return None  # "no group has claimed it" names nobody
    if lemma == "front" and token.text.islower() and document.head(token).lemma == "in":
        return None  # "in front of the court"
    first, last = noun_phrase(document, token)
    inside = document.tokens[first:last]
    children = document.children(token.index)
    determiner = next((t.text.casefold() for t in children if t.dep == "det"), "")
    modifiers = [
        t
        for t in inside[:-1]
        if t.pos in {"NOUN", "ADJ", "PROPN", "VERB"}
        and not _under_skipped(document, t, token)
        and not _dubs(document, t)
    ]
    if kind == "outlet" and (modifiers or determiner not in _DEFINITE):
        return None  # "the ambulance station", "a paper"
    owner = next((t for t in children if t.dep == "poss" and t.pos == "NOUN"), None)
    owned = _owned(owner) if owner is not None and kind == "organisation" else ()
    gender: Gender = ""
    if lemma in words.feminine:
        gender = "feminine"
    elif lemma in words.masculine:
        gender = "masculine"
    return Mention(
        first=first,
        last=last,
        head=token.index,
        form="noun",
        kind=kind,
        plural=plural,
        gender=gender,
        words=(*owned, *(t.text for t in modifiers), token.text),
        definite=determiner in _DEFINITE
        or any(t.dep == "poss" for t in children)
        or (determiner == "" and lemma == "police"),
        affiliate=lemma in words.affiliates
        and any(t.dep == "prep" and t.lemma in {"of", "in"} for t in children),
    )


def _dubs(document: Document, token: Token) -> bool:
    """Whether a word only doubts a name: "the *so-called* Clean Quay movement", "self-styled"."""
    if token.text.casefold() in {"so", "self"}:
        after = document.tokens[token.index + 1 : token.index + 3]
        return len(after) == 2 and after[0].text == "-" and after[1].text.casefold() in _DUBBED
    return (
        token.text.casefold() in _DUBBED
        and token.index > 1
        and document.tokens[token.index - 1].text == "-"
    )


def _owned(owner: Token) -> tuple[str, ...]:
    """A possessor as it stands in a name: "health office's", "dockers'"."""
    return (f"{owner.text}'" if owner.text.endswith("s") else f"{owner.text}'s",)


def _under_skipped(document: Document, token: Token, head: Token) -> bool:
    """Whether a word before the noun belongs to its article, possessor or number."""
    at = token
    while at.index != head.index:
        if at.dep in _SKIPPED:
            return True
        if at.head == at.index:
            return True
        at = document.head(at)
    return False
