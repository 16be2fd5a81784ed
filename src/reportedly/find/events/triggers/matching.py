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

from collections.abc import Sequence

from reportedly.find.events.triggers.conditions import has_what_it_needs, holds, is_blocked
from reportedly.find.events.triggers.joining import collapse, without_content, without_covered
from reportedly.find.events.triggers.lexicon import Entry, EventLexicon
from reportedly.find.events.triggers.lost import heads_line
from reportedly.find.events.triggers.plain_words import in_plain_words
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.triggers.wordings import Match, match_wording, words_in
from reportedly.parse import Document, Token
from reportedly.records import EventType

_NO_ACTS = frozenset({"DATE", "TIME", "ORG", "PERSON", "FAC", "GPE", "LOC", "EVENT", "WORK_OF_ART"})
_DETERMINERS = frozenset({"DT", "PRP$", "POS"})
_FLOATING = frozenset({"each", "all", "both"})
_OWN_PARTS = frozenset({"nsubj", "nsubjpass", "appos"})


def find_triggers(document: Document, lexicon: EventLexicon) -> tuple[Trigger, ...]:
    """The triggers of a text in its order; none where the text was read without syntax."""
    return triggers_in_plain_words(in_plain_words(document, lexicon), lexicon)


def triggers_in_plain_words(document: Document, lexicon: EventLexicon) -> tuple[Trigger, ...]:
    """The same of a document that is in plain words already."""
    if not document.has_syntax:
        return ()
    matches: list[Match] = []
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        words = words_in(tokens)
        found = (_best(document, lexicon, token, words) for token in tokens)
        matches.extend(match for match in found if match is not None)
    matches = without_covered(matches)
    matches = without_content(document, matches)
    triggers = collapse(document, lexicon, matches)
    return tuple(sorted(triggers, key=lambda t: (t.token, t.rule)))


# --- one head word ------------------------------------------------------------------------


def _best(
    document: Document, lexicon: EventLexicon, token: Token, words: frozenset[str]
) -> Match | None:
    """The rule that a head word tells an act by; `words` are all of its sentence."""
    word = token.text.lower()
    verbs = [e for e in lexicon.verbs.get(word, ()) if e.others <= words]
    nouns = [e for e in lexicon.nouns.get(word, ()) if e.others <= words]
    if (not verbs and not nouns) or _ends_idiom(document, lexicon, token):
        return None
    if _is_verb(document, token, word in lexicon.nouns):
        found = _first(document, lexicon, token, verbs)
        if found is None and _looks_nominal(document, token):  # "a drive-by shooting"
            found = _first(document, lexicon, token, nouns)
        return found
    return _first(document, lexicon, token, nouns if _is_event_noun(document, token) else ())


def _first(
    document: Document, lexicon: EventLexicon, token: Token, entries: Sequence[Entry]
) -> Match | None:
    """The first rule among these, the most specific one, whose wording and conditions hold."""
    for entry in entries:
        used = match_wording(document, token, entry.wording)
        if used is None:
            continue
        match = Match(token, entry.rule, entry.wording, used)
        if holds(document, lexicon, match):
            return match
    return None


def is_refused(
    document: Document,
    lexicon: EventLexicon,
    token: Token,
    kind: EventType | None,
    *,
    whole: bool = True,
) -> bool:
    """Whether a rule of a type would read a word, but for what speaks against it.

    With `whole` the rule must find all else that it needs; without, its words are enough.

    "Four were killed when a bus overturned": the rule of killings knows the verb, and a mishap
    in its sentence forbids it.
    """
    for entry in lexicon.entries_of(token):
        if entry.rule.type != kind or not entry.rule.blocks:
            continue
        used = match_wording(document, token, entry.wording)
        if used is None:
            continue
        match = Match(token, entry.rule, entry.wording, used)
        if not is_blocked(document, lexicon, match):
            continue
        if not whole or has_what_it_needs(document, lexicon, match):
            return True
    return False


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
    if before is not None and _stands_apart(document, before):
        before = None
    if before is not None and before.tag in _DETERMINERS and before.sentence == token.sentence:
        return token.tag == "VBN" and token.head == before.index  # "those arrested"
    if token.tag.startswith("VB") or token.pos == "AUX" or heads_line(document, token):
        return True
    # "Marched" as a noun is a slip of the tagger: no noun ends so
    return not also_noun and token.text.lower().endswith("ed") and token.pos != "ADJ"


def _stands_apart(document: Document, before: Token) -> bool:
    """Whether "both", "each" is no determiner of the word behind: "both resigned", "were each"."""
    if before.dep in _OWN_PARTS:  # "both resigned", "they each returned"
        return True
    first = document.tokens[before.index - 1] if before.index else None
    floats = before.text.casefold() in _FLOATING
    return floats and first is not None and first.pos == "AUX"  # "were each sentenced"


def _looks_nominal(document: Document, token: Token) -> bool:
    """Whether a form in -ing has what only a noun has: an article, an owner, a noun's place."""
    if token.tag != "VBG":
        return False
    children = document.children(token.index)
    if token.dep in ("pobj", "nsubj", "nsubjpass") and not any(c.dep == "dobj" for c in children):
        return True
    return any(
        (child.dep in ("det", "poss", "compound", "nummod") and child.index < token.index)
        or (child.dep == "acl" and child.index == token.index + 1)  # "Fighting flared"
        for child in children
    )


def _is_event_noun(document: Document, token: Token) -> bool:
    """Whether a noun names an act here, and not a kind of another thing ('strike leader')."""
    if token.pos not in ("NOUN", "PROPN", "VERB"):
        return False
    if token.dep in ("compound", "nmod", "amod", "npadvmod"):
        return False
    if token.pos == "PROPN" and token.name in _NO_ACTS and not _opens(document, token):
        return False  # 'the War Museum', 'March 11'
    above = document.head(token)
    if token.tag == "NNP" and token.text.islower() and above.text == "to":
        return False  # "urged students not to march": parsers take it for a name
    return not (token.dep == "poss" and above.pos in ("NOUN", "PROPN"))


def _opens(document: Document, token: Token) -> bool:
    """Whether a word is the first of its sentence, where any word has a capital."""
    return token.index == document.sentences[token.sentence].first
