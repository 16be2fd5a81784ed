"""Finds the words of a parsed text that can tell an act, by the rules of the event lexicon.

One head word gives at most one trigger. Where several rules match it, the most specific wins:
the one of higher priority, then with more words in its wording, then with more conditions, then
with a mode, then with the longer wording, last by id. A word inside a longer wording gives no
trigger of its own.

Roles of a trigger are read at its head, with three cases that the syntax alone does not show:

- a wording that ends in a preposition ("called on", "fired at") has its object behind it;
- a light verb ("carried out an attack") leads the trigger, its noun stands inside the wording:
  the subject is the verb's, the recipient hangs on the noun ("on a bus");
- "of" on a noun stands for the preposition that names the other side: of, on, against, to, at.

Texts without syntax give no triggers: rules need parts of speech and dependencies.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.find.events.joining import collapse, without_content, without_covered
from reportedly.find.events.lexicon import EventLexicon, Test
from reportedly.find.events.slots import places_of
from reportedly.find.events.triggers import Trigger
from reportedly.find.events.wordings import Match, match_wording
from reportedly.parse import Document, Token

_NO_ACTS = frozenset({"DATE", "TIME", "ORG", "PERSON", "FAC", "GPE", "LOC", "EVENT", "WORK_OF_ART"})
_DETERMINERS = frozenset({"DT", "PRP$", "POS"})


def find_triggers(document: Document, lexicon: EventLexicon) -> tuple[Trigger, ...]:
    """The triggers of a text in its order; none where the text was read without syntax."""
    if not document.has_syntax:
        return ()
    matches = [m for token in document.tokens if (m := _best(document, lexicon, token))]
    matches = without_covered(matches)
    matches = without_content(document, matches)
    triggers = collapse(document, lexicon, matches)
    return tuple(sorted(triggers, key=lambda t: (t.token, t.rule)))


# --- one head word ------------------------------------------------------------------------


def _best(document: Document, lexicon: EventLexicon, token: Token) -> Match | None:
    word = token.text.lower()
    verbs, nouns = lexicon.verbs.get(word, ()), lexicon.nouns.get(word, ())
    if not verbs and not nouns:
        return None
    if _ends_idiom(document, lexicon, token):
        return None
    as_verb = _is_verb(document, token, bool(nouns))
    entries = verbs if as_verb else nouns if _is_event_noun(document, token) else ()
    if not as_verb and not nouns:
        entries = ()
    found = [
        Match(token, entry.rule, entry.wording, used)
        for entry in entries
        if (used := match_wording(document, token, entry.wording)) is not None
    ]
    found.sort(key=lambda match: match.rank)
    return next((m for m in found if _holds(document, m)), None)


def _ends_idiom(document: Document, lexicon: EventLexicon, token: Token) -> bool:
    words = tuple(
        t.text.lower() for t in document.tokens[max(0, token.index - 2) : token.index + 1]
    )
    return words in lexicon.idioms or words[1:] in lexicon.idioms


def _is_verb(document: Document, token: Token, also_noun: bool) -> bool:
    """Whether a form that a verb can have is one here."""
    if token.dep in ("amod", "compound"):  # "the detained chair"
        return False
    before = document.tokens[token.index - 1] if token.index else None
    if before is not None and before.tag in _DETERMINERS and before.sentence == token.sentence:
        return False
    if token.tag.startswith("VB") or token.pos == "AUX":
        return True
    # "Marched" as a noun is a slip of the tagger: no noun ends so
    return not also_noun and token.text.lower().endswith("ed") and token.pos != "ADJ"


def _is_event_noun(document: Document, token: Token) -> bool:
    """Whether a noun names an act here, and not a kind of another thing ('strike leader')."""
    if token.pos not in ("NOUN", "PROPN", "VERB"):
        return False
    if token.dep in ("compound", "nmod", "amod", "npadvmod"):
        return False
    if token.pos == "PROPN" and token.name in _NO_ACTS and not _opens(document, token):
        return False  # 'the War Museum', 'March 11'
    above = document.head(token)
    return not (token.dep == "poss" and above.pos in ("NOUN", "PROPN"))


def _opens(document: Document, token: Token) -> bool:
    """Whether a word is the first of its sentence, where any word has a capital."""
    return token.index == document.sentences[token.sentence].first


# --- conditions ---------------------------------------------------------------------------


def _holds(document: Document, match: Match) -> bool:
    rule = match.rule
    if any(_meets(document, match, test) for test in rule.blocks):
        return False
    return not rule.needs or any(
        all(_meets(document, match, test) for test in tests) for tests in rule.needs
    )


def _meets(document: Document, match: Match, test: Test) -> bool:
    """Whether a word at the test's place fits; the wording's own words do not count."""
    index = match.token.index
    place = test.place
    tokens: Iterable[Token]
    if place == "object" and match.wording.after:
        tokens = (
            *places_of(document, index, "object"),
            *places_of(document, index, match.wording.after[-1].word),
        )
    else:
        tokens = places_of(document, index, place)
    own = () if place in ("sentence", "nouns") else match.used
    return any(t.index not in own and _fits(document, t, test) for t in tokens)


def _fits(document: Document, token: Token, test: Test) -> bool:
    if test.anything or token.lemma in test.lemmas or token.text.lower() in test.lemmas:
        return True
    if test.labels and _has_label(token, test.labels):
        return True
    if not test.phrases or token.index == 0:
        return False
    before = document.tokens[token.index - 1]
    return f"{before.text.lower()} {token.lemma}" in test.phrases


def _has_label(token: Token, labels: frozenset[str]) -> bool:
    """Whether a name's label, a number or a personal pronoun is among the labels of a class."""
    match token.pos:
        case "PROPN":
            return (token.name or "UNLABELLED") in labels
        case "NUM":
            return "NUMBER" in labels
        case _:
            return token.tag == "PRP" and token.lemma != "it" and "PRONOUN" in labels
