"""Whether the conditions of a rule hold where its wording stands: the words at each place."""

from __future__ import annotations

from functools import lru_cache

from reportedly.find.events.clauses import clauses_above
from reportedly.find.events.triggers.forms import singular
from reportedly.find.events.triggers.lexicon import EventLexicon, Test
from reportedly.find.events.triggers.slots import after_preposition, places_of, subjects
from reportedly.find.events.triggers.voice import is_passive
from reportedly.find.events.triggers.wordings import HYPHENS, Match
from reportedly.parse import Document, Token

_WIDE = frozenset({"sentence", "nouns"})  # places that take in the whole sentence
_MEANT = frozenset({"subject", "object"})  # places whose pronouns stand for a word before
_JOINED = frozenset({"conj", "parataxis", "relcl"})
_DENYING = frozenset({"no", "not", "never"})
_HALVES = frozenset({"VBN", "VBG"})  # forms of verbs that share what stands before them
_PERSONAL = ("", "PERSON")  # labels of names, where bodies and places have others
_HANDLING = frozenset({"wield", "use", "brandish", "arm", "armed"})


def holds(document: Document, lexicon: EventLexicon, match: Match) -> bool:
    """Whether nothing blocks a rule and one of its sets of needs is met."""
    if is_blocked(document, lexicon, match):
        return False
    return has_what_it_needs(document, lexicon, match)


def is_blocked(document: Document, lexicon: EventLexicon, match: Match) -> bool:
    """Whether something speaks against a rule where its wording stands."""
    return any(_blocks(document, lexicon, match, test) for test in match.rule.blocks)


def has_what_it_needs(document: Document, lexicon: EventLexicon, match: Match) -> bool:
    """Whether one of the sets of needs of a rule is met."""
    needs = match.rule.needs
    return not needs or any(
        all(_meets(document, lexicon, match, test, ()) for test in tests) for tests in needs
    )


def _blocks(document: Document, lexicon: EventLexicon, match: Match, test: Test) -> bool:
    """Whether a word at the test's place speaks against the rule.

    Of a whole sentence only what has to do with the act counts: "a blast killed two, and an
    accident hurt a third" tells a blast, and so does "it was no accident".
    """
    if test.place not in _WIDE or not document.has_syntax:
        return _meets(document, lexicon, match, test, match.used)
    return any(
        token.index not in match.used
        and fits(document, token, test)
        and not _is_apart(document, match.token.index, token)
        for token in _tokens_at(document, lexicon, match, test.place)
    )


def _is_apart(document: Document, index: int, token: Token) -> bool:
    """Whether a word is negated, behind a semicolon, or in a clause joined by "and" or "who"."""
    if any(t.text.casefold() in _DENYING for t in document.children(token.index)):
        return True
    first, last = sorted((index, token.index))
    if any(t.text == ";" for t in document.tokens[first:last]):
        return True
    if any(s.index <= token.index for s in subjects(document, index)) and token.index < index:
        inside = {t.index for s in subjects(document, index) for t in document.subtree(s.index)}
        if token.index in inside:
            return False  # "a blast at a gas works killed three and hurt five": of both verbs
    mine, theirs = clauses_above(document, index), clauses_above(document, token.index)
    own = {*mine} ^ {*theirs}  # clauses that hold only one of the two
    joined = (document.tokens[clause] for clause in own)
    return any(t.dep in _JOINED and not _shares_auxiliary(document, t) for t in joined)


def _shares_auxiliary(document: Document, verb: Token) -> bool:
    """'Four were killed *and nine injured* when a bus overturned': one clause in two halves.

    Also 'A plane crashed, destroying a home *and killing* two'.
    """
    above = document.head(verb)
    own = any(t.dep in {"aux", "auxpass"} for t in document.children(verb.index))
    return verb.dep == "conj" and verb.tag == above.tag and verb.tag in _HALVES and not own


def _meets(
    document: Document, lexicon: EventLexicon, match: Match, test: Test, own: tuple[int, ...]
) -> bool:
    """Whether a word at the test's place fits; `own` words of the wording do not count.

    What a rule needs may stand in its wording ("drop … bomb" with a bomb as object), except
    for "anything"; what blocks it must stand outside.
    """
    found = _tokens_at(document, lexicon, match, test.place)
    if test.unsaid and test.place == "subject" and not subjects(document, match.token.index):
        return is_passive(document, match.token.index)
    if test.anything and any(t.index not in match.used for t in found):
        return True
    if test.place in _MEANT and not own:  # what rules need, not what blocks them
        found += tuple(t for pronoun in found if (t := document.antecedent(pronoun.index)))
    return any(t.index not in own and fits(document, t, test) for t in found)


def _tokens_at(
    document: Document, lexicon: EventLexicon, match: Match, place: str
) -> tuple[Token, ...]:
    index = match.token.index
    found = places_of(document, index, place)
    if place == "object" and match.wording.after:  # "fired at": what stands behind it
        last = match.wording.after[-1].word
        found += places_of(document, index, last)
        for used in match.used:  # "announced the suspension of", "in defence of": behind a noun
            if document.tokens[used].dep in ("dobj", "nsubjpass", "pobj"):
                found += places_of(document, used, last)
            if document.tokens[used].pos == "NOUN":  # "set a mosque alight", read as one noun
                found += tuple(t for t in document.children(used) if t.dep == "compound")
    elif place == "between" and not found:  # "an encounter took place between"
        token = document.tokens[index]
        if token.dep in ("nsubj", "nsubjpass"):
            found = places_of(document, token.head, place)
    elif place == "subject":
        found = (*found, *_speakers(document, found)) or _headless(document, match.token)
    elif place == "by" and match.rule.part == "noun":  # "jets carried out strikes"
        above = document.tokens[document.tokens[index].head]
        if above.text.lower() in lexicon.light and document.tokens[index].dep == "dobj":
            found += subjects(document, above.index)
    elif place == "with":  # "wielding a knife", "using clubs", "armed with sticks"
        found += _instruments(document, index)
    if place in ("object", "subject"):
        found += tuple(title for token in found for title in _titles(document, token))
    return found


def _titles(document: Document, token: Token) -> tuple[Token, ...]:
    """'Expelled *lawmaker* Ana Roa': what somebody is called before a name."""
    if token.pos != "PROPN" or token.name not in _PERSONAL:
        return ()
    return tuple(
        t for t in document.children(token.index) if t.dep == "compound" and t.index < token.index
    )[:1]


def _speakers(document: Document, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """'The army said *it* had shelled the town': who speaks, for a pronoun of his own clause."""
    if len(found) != 1 or found[0].tag != "PRP" or found[0].dep not in ("nsubj", "nsubjpass"):
        return ()
    clause = document.head(found[0])
    while clause.dep in ("conj", "xcomp") and clause.head != clause.index:
        clause = document.head(clause)
    if clause.dep != "ccomp":
        return ()
    return tuple(t for t in subjects(document, clause.head) if t.index < found[0].index)


def _headless(document: Document, verb: Token) -> tuple[Token, ...]:
    """'A crowd of students converged on …' where the parser takes the verb for a participle."""
    above = document.head(verb)
    if verb.dep != "acl" or verb.tag != "VBN" or above.dep != "ROOT":
        return ()
    sentence = document.sentence_tokens(document.sentences[verb.sentence])
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in sentence):
        return ()
    of = after_preposition(document, above.index, "of")
    return (above, *of)


def _instruments(document: Document, index: int) -> tuple[Token, ...]:
    """What a doer uses in a clause beside the verb: 'attacked them wielding clubs'."""
    found: tuple[Token, ...] = ()
    for child in document.children(index):
        if child.dep in ("advcl", "acl", "prep") and child.lemma in _HANDLING:
            found += tuple(t for t in document.children(child.index) if t.dep in ("dobj", "pobj"))
            found += after_preposition(document, child.index, "with")
    return found


def fits(document: Document, token: Token, test: Test) -> bool:
    """Whether a word is one of a class: by its lemma, its name's kind, its ending or phrase."""
    forms = _forms(token.lemma, token.text)
    if not test.lemmas.isdisjoint(forms):
        return True
    if test.labels and _has_label(token, test.labels):
        return True
    if test.endings and token.pos in ("NOUN", "PROPN") and token.lemma.endswith(test.endings):
        return True
    if not test.bare.isdisjoint(forms) and document.child(token.index, "prt") is None:
        return True
    if test.in_phrases.isdisjoint(forms):
        return False
    return not test.phrases.isdisjoint(_phrases(document, token))


@lru_cache(maxsize=20_000)
def _forms(lemma: str, text: str) -> frozenset[str]:
    """How a word may stand in a list; a plural that passes for a name keeps its ending."""
    word = text.lower()
    return frozenset({lemma, word, singular(word)})


def _phrases(document: Document, token: Token) -> set[str]:
    """A word with the one before it and, in 'sit-in', with the one that a hyphen ties to it."""
    found = set()
    forms = _forms(token.lemma, token.text)
    before = _neighbour(document, token.index, -1)
    if before is not None:
        found = {f"{before.text.lower()} {form}" for form in forms}
    after = token.index + 1
    if after < len(document.tokens) and document.tokens[after].text in HYPHENS:
        behind = _neighbour(document, token.index, 1)
        if behind is not None:
            found.add(f"{token.text.lower()} {behind.text.lower()}")
            found.add(f"{token.text.lower()} {singular(behind.text.lower())}")
    for inner in after_preposition(document, token.index, "of"):  # "a hail of bullets"
        found.update(f"{form} of {inner.lemma}" for form in forms)
    return found


def _neighbour(document: Document, index: int, step: int) -> Token | None:
    """The next word in a direction, over a hyphen."""
    at = index + step
    if 0 <= at < len(document.tokens) and document.tokens[at].text in HYPHENS:
        at += step
    return document.tokens[at] if 0 <= at < len(document.tokens) else None


def _has_label(token: Token, labels: frozenset[str]) -> bool:
    """Whether a name's label, a number or a personal pronoun is among the labels of a class."""
    match token.pos:
        case "PROPN":
            return (token.name or "UNLABELLED") in labels
        case "NUM":
            return "NUMBER" in labels
        case "NOUN" | "ADJ" if token.name == "NORP":  # "900 Haitians", "a Haitian port"
            return "NORP" in labels
        case _:
            return token.tag == "PRP" and ("IT" if token.lemma == "it" else "PRONOUN") in labels
