"""Noun phrases about somebody: their extent, their owner, their epithets, their plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.find.actors.registry import ActorRegistry, Country, KnownActor
from reportedly.find.actors.sectors import SectorWords, singular
from reportedly.find.mentions import noun_phrase
from reportedly.find.numbers import number_of
from reportedly.parse import Document, Token
from reportedly.parse.known_names import lower_case_words
from reportedly.records import Entity, Evidence

_COMPLEMENTS = frozenset({"of", "for", "against"})
# verbs whose own 'of' tells what somebody did or lost
_OF_WHAT = frozenset(
    {"convict", "acquit", "accuse", "suspect", "strip", "deprive", "rob", "clear", "absolve", "rid",
     "relieve", "inform", "notify", "warn", "remind", "assure"}
)  # fmt: skip
_LONGEST_TAIL = 15  # tokens behind the head
_NAMED = frozenset({"NORP", "GPE", "LOC"})
_DEMONYMS = ("an", "ese", "ish", "i", "ch")
_ARTICLE = re.compile(r"^[a-z]{1,3}['’-](?=[A-Z])")
_TO_NUMBER = 3  # steps from a word to the number that it is said of
# participles that tell who did what they describe: "rebel-triggered blasts", "Volda-led strikes"
BROUGHT_ABOUT = frozenset(
    {"trigger", "lead", "plant", "impose", "launch", "run", "orchestrate", "order", "stage",
     "inflict", "conduct", "declare", "perpetrate", "fire", "detonate", "broker", "mediate",
     "organize", "organise", "call", "initiate", "engineer"}
)  # fmt: skip
_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "pcomp"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_AGAINST = frozenset({"anti", "counter"})
_DROPPED = frozenset({"DT", "PRP$", "WP$", "PDT", "WDT"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of a phrase needs: the parse, who is who, and the known actors."""

    document: Document
    entities: Mapping[int, Entity]  # by head token of a mention
    heads: Mapping[str, tuple[int, ...]]  # head tokens of all mentions, by entity id
    registry: ActorRegistry
    on: date | None

    @property
    def words(self) -> SectorWords:
        """The words of sectors.toml."""
        return self.registry.sectors

    def heads_of(self, index: int) -> tuple[int, ...]:
        """The head tokens of all mentions of what a head token names, in order of the text."""
        entity = self.entities.get(index)
        return () if entity is None else self.heads.get(entity.entity_id, ())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [first, last) up to its head, and its end with complements."""

    head: Token
    first: int
    last: int
    end: int

    def before(self, document: Document) -> tuple[Token, ...]:
        """The tokens before the head."""
        return document.tokens[self.first : self.head.index]


def phrase_of(document: Document, head: Token) -> Phrase:
    """The phrase of a head with what stands before it and its 'of' and 'for' complements."""
    first, last = noun_phrase(document, head)
    shot = first > 0 and document.tokens[first - 1].pos == "VERB"
    if shot and first < head.index and document.tokens[first].text == "dead":
        first += 1  # 'shot dead two guards'
    end = last
    charge = _charge_against(document, head)
    while end < len(document.tokens) and end != charge:
        token = document.tokens[end]
        if token.dep != "prep" or token.lemma not in _COMPLEMENTS:
            break
        # "groups and supporters of X": parsers hang the 'of' on the first of two nouns
        if token.head != head.index and not (end == last and _is_conjunct_of(head, token.head)):
            break
        if _tells_reason(document, token):
            break
        inside = document.subtree(token.index)
        stop = inside[-1].index + 1
        cuts = [t for t in inside if t.dep in _CLAUSES or _tells_when(document, t)]
        if cuts:
            stop = min(t.index for c in cuts for t in document.subtree(c.index))
        while stop > end + 1 and document.tokens[stop - 1].pos in ("PUNCT", "CCONJ"):
            stop -= 1
        if charge is not None and end < charge < stop:
            stop = charge
        if stop <= end + 1 or stop - head.index > _LONGEST_TAIL:
            break
        end = stop
    return Phrase(head, first, last, end)


def _charge_against(document: Document, head: Token) -> int | None:
    """Where what somebody is accused or stripped of begins, which a parser hangs on him.

    "Accused the army *of torture*", "convicted a man *of spying*".
    """
    accused = head
    while accused.dep == "pobj" and document.head(accused).dep == "prep":
        accused = document.head(document.head(accused))  # "members of the *militia* of torture"
    verb = document.head(accused)
    if accused.dep not in {"dobj", "nsubjpass"} or verb.lemma not in _OF_WHAT:
        return None
    if any(t.text.casefold() == "of" for t in document.children(verb.index)):
        return None
    inside = [t for t in document.subtree(head.index) if t.index > head.index]
    charges = [t for t in inside if t.dep == "prep" and t.text.casefold() == "of"]
    if not charges:
        return None
    last = charges[-1]
    what = document.child(last.index, "pobj", "pcomp")
    named = what is not None and what.pos == "PROPN" and accused.index == head.index
    named = named and len(charges) == 1  # "the government of Volda"
    return None if named else last.index


def _tells_reason(document: Document, preposition: Token) -> bool:
    """Whether what follows a noun tells the verb's reason: "sanctions on a firm *for selling*"."""
    gerund = any(t.dep == "pcomp" for t in document.children(preposition.index))
    return gerund and preposition.text.casefold() != "of"


def _tells_when(document: Document, token: Token) -> bool:
    """'Leaders of the parties *on Tuesday* demanded': when they did so, not who they are."""
    if token.dep != "prep" or token.lemma != "on":
        return False
    return any(t.dep == "pobj" and t.name == "DATE" for t in document.children(token.index))


def registered(context: Context, token: Token) -> KnownActor | None:
    """The known organisation whose name a word ends or is: 'the EU', 'European Union'."""
    if not token.text[:1].isupper():
        return None
    document = context.document
    name = next((n for n in document.names if n.first <= token.index < n.last), None)
    if name is not None and name.last == token.index + 1:
        known = context.registry.lookup(document.readable(name.start, name.end), on=context.on)
        if known is not None:
            return known
    return context.registry.lookup(token.text, on=context.on)


def noun_of(token: Token) -> str:
    """The lower-case singular of a noun, also where the tagger took it for a name."""
    low = token.text.lower()
    return token.lemma if token.pos == "NOUN" else singular(low)


def is_counted(context: Context, head: Token) -> bool:
    """'*A* Special Police Officer', '*four* Deputy Wardens': no names of persons."""
    parts = context.document.children(head.index)
    return any(t.text.lower() in ("a", "an") or t.dep == "nummod" for t in parts)


def is_named(name: str, words: SectorWords) -> bool:
    """Whether a name has a proper word: 'Dawn Party', but not 'riot police' or 'Gunmen'.

    An article that opens a word is no part of it: 'Omar al-Roa'.
    """
    parts = [_ARTICLE.sub("", part) for part in name.split()]
    if not parts:
        return False
    if len(parts) == 1:
        low = name.lower()
        return name[:1].isupper() and not ({low, singular(low)} & words.heads.keys())
    if parts[-1][:1].islower() and not parts[0].isupper():
        return any(part[:1].isupper() for part in parts[1:])
    return any(part[:1].isupper() for part in parts)


def epithets_in(context: Context, phrase: Phrase) -> tuple[Token, ...]:
    """Partisan adjectives before a head, every token of 'so - called' included."""
    document, listed = context.document, context.words.epithets
    found: list[Token] = []
    tokens = phrase.before(document)
    for position, token in enumerate(tokens):
        word = token.text.lower()
        if word in listed and token.name not in ("ORG", "PERSON"):
            found.append(token)
            continue
        three = [t.text.lower() for t in tokens[position : position + 3]]
        if len(three) == 3 and three[1] in "-‑" and "-".join((three[0], three[2])) in listed:
            found.extend(tokens[position : position + 3])
    return tuple(found)


def spans_of(document: Document, tokens: Sequence[Token]) -> tuple[Evidence, ...]:
    """Passages of runs of neighbouring tokens."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda t: t.index):
        if runs and token.index == runs[-1][-1].index + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(document.span(run) for run in runs)


def plain_words(context: Context, phrase: Phrase, dropped: Sequence[Token]) -> str:
    """A phrase without leading article, possessive pronoun and dropped words, as readers see it."""
    document = context.document
    skip = {t.index for t in dropped}
    kept = [
        t
        for t in document.tokens[phrase.first : phrase.end]
        if t.index not in skip and not (t.index < phrase.head.index and t.tag in _DROPPED)
    ]
    # "some 700 readers" are readers: a number tells how many, not who
    while (
        len(kept) > 1
        and kept[0].index < phrase.head.index
        and (_tells_how_many(kept) or _is_about_number(document, kept))
    ):
        kept.pop(0)
    if [t.text.lower() for t in kept[:2]] == ["other", "'s"] and len(kept) > 2:
        kept = kept[2:]  # "expelled each other's diplomats"
    while len(kept) > 1 and kept[0].text in "-‑'’\"“”‘«»(,":
        kept.pop(0)
    if [t.lemma for t in kept[:3]] == ["year", "-", "old"] and len(kept) > 3:
        kept = kept[3:]  # "the 42-year-old driver" is the driver
    if not kept:
        return phrase.head.text
    text = " ".join(document.readable(e.start, e.end) for e in spans_of(document, kept))
    return text[:1].lower() + text[1:] if _only_opens(context, kept) else text


def _tells_how_many(words: Sequence[Token]) -> bool:
    """Whether a phrase begins with a number: "twenty", the "-six" of it, a capital "Eleven"."""
    first, after = words[0], words[1]
    if first.text in "-‑":
        return after.tag == "CD"
    many = first.tag == "NNP" and words[-1].tag in {"NNS", "NNPS"}
    spelled = many and first.text.isalpha() and number_of(first.text) is not None
    more = first.tag == "JJR" and first.lemma == "more"  # "25 more charities"
    return more or spelled or first.tag == "CD"


def _is_about_number(document: Document, words: Sequence[Token]) -> bool:
    """'*At least* 15 people', '*more than* 40 miners': whether a number is what it is said of."""
    above, numbers = words[0], {t.index for t in words if t.tag == "CD"}  # "3 million"
    for _ in range(_TO_NUMBER):
        above = document.head(above)
        if above.index in numbers:
            return True
    return False


def _only_opens(context: Context, words: Sequence[Token]) -> bool:
    """Whether the capital of a first word is only that of its sentence."""
    first = words[0]
    low = first.text.lower()
    opens = first.index == context.document.sentences[first.sentence].first
    if not opens or first.text.isupper() or first.name in _NAMED:
        return False  # "South Korean marines"
    heads = context.words.heads
    both = " ".join(t.text.lower() for t in words[:2])
    if {low, singular(low), both} & heads.keys() or low in context.words.modifiers:
        return True
    named = first.pos == "PROPN" or low.endswith(_DEMONYMS)
    named = named or context.registry.country_of(" ".join(t.text for t in words[:2])) is not None
    return not named and singular(low) in lower_case_words()  # not "Serb parties"


def country_in(context: Context, phrase: Phrase) -> Country | None:
    """The country that a demonym, possessor or 'of' complement of a phrase names."""
    document, registry = context.document, context.registry
    tokens = document.tokens[phrase.first : phrase.end]
    for size in (3, 2, 1):
        for start in range(len(tokens) - size + 1):
            window = tokens[start : start + size]
            if not window[0].text[:1].isupper() or opens_participle(document, window[-1]):
                continue
            found = registry.country_of(" ".join(t.text for t in window))
            if found is not None:
                return found
    return None


def opens_participle(document: Document, token: Token) -> bool:
    """Whether a word is the first part of another one: 'Volda' in 'Volda-backed', 'Volda-led'."""
    after = document.tokens[token.index + 1 : token.index + 3]
    if len(after) < 2 or after[0].text not in "-‑" or after[0].start != token.end:
        return False
    return after[1].tag in ("VBN", "VBD") or (after[1].tag == "JJ" and after[1].text.endswith("ed"))


def is_fought(document: Document, token: Token) -> bool:
    """Whether a word names whom something is against: 'rebel' in 'an anti-rebel operation'."""
    first = token.index
    while first > 1 and document.tokens[first - 1].text in _HYPHENS:
        first -= 2
    return first < token.index and document.tokens[first].text.lower() in _AGAINST


def owners_of(document: Document, head: Token, words: Sequence[str] = ("of",)) -> tuple[Token, ...]:
    """Whose it is: 'of X', 'X's', 'X fighters', nearest reading first; pronouns included.

    `words` are the prepositions that count, such as 'from' in "fighters from the Front".
    """
    children = document.children(head.index)
    after = document.tokens[head.index + 1 : head.index + 2]
    found = [
        inner
        for child in (*children, *(t for t in after if _is_conjunct_of(head, t.head)))
        if child.dep == "prep" and child.text.lower() in words
        for inner in document.children(child.index)
        if inner.dep == "pobj"
    ]
    found.extend(_belonged_to(document, head))
    found.extend(t for t in children if t.dep == "poss")
    found.extend(t for t in children if t.dep in ("compound", "nmod"))
    return tuple(found)


def _belonged_to(document: Document, head: Token) -> list[Token]:
    """The body behind 'belonging to': "cadres belonging to the Front"."""
    return [
        inner
        for clause in document.children(head.index)
        if clause.dep == "acl" and clause.lemma == "belong"
        for child in document.children(clause.index)
        if child.dep == "prep" and child.text.lower() == "to"
        for inner in document.children(child.index)
        if inner.dep == "pobj"
    ]


def with_conjuncts(document: Document, token: Token) -> tuple[Token, ...]:
    """A word and those that are joined to it: 'the army' and 'police' of 'the army and police'."""
    joined = (t for t in document.children(token.index) if t.dep == "conj")
    return (token, *(inner for t in joined for inner in with_conjuncts(document, t)))


def _is_conjunct_of(token: Token, first: int) -> bool:
    return token.dep == "conj" and token.head == first
