"""Warnings that name no deed: "If they come back, he warned, the police will not be gentle"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.told.ultimatums import is_for_anybody, is_future
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import warning_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token

SPOKEN = "warnings.spoken"  # stands as rule in the records
_WARNING = words("warn threaten caution vow swear")
# said without a word of warning: who does it will be punished
_SAYING = words("say declare tell add announce insist stress")
_CONDITIONS = words("if unless")
_WILL = words("will would shall 'll")
_COMING = words("be come go")  # back
_SELVES = words("we i")
_OWN = words("it they we he she i")
_SUBJECTS = words("nsubj nsubjpass")
_FORCES = frozenset({"COP", "MIL", "PRM", "SPY", "GOV", "JUD", "REB", "UAF"})


def warnings(reading: Reading, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Triggers for verbs of warning whose words say what a force will do to whoever does something.

    Only where no word of the sentence tells a deed: a threatened deed is read from its own word
    (`threats`). What weather, markets or prices will do if something happens is no threat.
    """
    document = reading.document
    if not document.has_syntax:
        return []
    told = {t.token for t in triggers}
    found: list[Trigger] = []
    for verb in document.tokens:
        if verb.lemma not in _WARNING | _SAYING or not is_verb(verb):
            continue
        sentence = _sentence(document, verb)
        deeds = told & {t.index for t in sentence}
        if not subjects(document, verb.index) or verb.index in deeds:
            continue
        if _is_ultimatum(reading, verb, deeds) or any(
            _is_threatening(reading, t, verb) and not deeds - _aside(document, t) for t in sentence
        ):
            found.append(_trigger(verb))
    return found


def only_warns(document: Document, lexicon: EventLexicon, word: Token) -> bool:
    """Whether a verb that rules of threats know, and do not read here, threatens nobody.

    "Warned of floods", "warned residents to stay indoors", "warned that it could spread": it names
    no condition, and nothing that will be done.
    """
    if word.pos != "VERB" or all(e.rule.type != "THREATEN" for e in lexicon.entries_of(word)):
        return False
    return not any(t.text.casefold() in _CONDITIONS | _WILL for t in _sentence(document, word))


def _is_ultimatum(reading: Reading, saying: Token, deeds: set[int]) -> bool:
    """'The university announced that it would shut its halls unless order was restored'.

    Who speaks says what he will do himself unless somebody yields.
    """
    document = reading.document
    for verb in document.children(saying.index):
        if verb.dep not in {"ccomp", "conj"} or not is_verb(verb) or verb.lemma == "be":
            continue
        own = [t for t in document.children(verb.index) if t.dep == "nsubj"]
        if not any(t.text.casefold() in _OWN for t in own) or not is_future(document, verb.index):
            continue
        if any(t.dep == "neg" for t in document.children(verb.index)):
            continue
        below = (*document.children(verb.index), *document.children(saying.index))
        for clause in below:
            marks = {t.text.casefold() for t in document.children(clause.index) if t.dep == "mark"}
            if "unless" not in marks or clause.lemma not in warning_words().yielding:
                continue
            inside = {t.index for t in document.subtree(clause.index)}
            return not deeds - inside
    return False


def _aside(document: Document, threatened: Token) -> set[int]:
    """The words that say to whom it will be done: "*those who march* will be dealt with"."""
    own = _is_own_step(document, threatened)  # "if there is one more attack, we will be back"
    return {
        inner.index
        for child in document.children(threatened.index)
        if child.dep in _SUBJECTS | {"csubj", "csubjpass"} or (own and _is_choice(document, child))
        for inner in document.subtree(child.index)
    }


def _sentence(document: Document, word: Token) -> Sequence[Token]:
    return document.sentence_tokens(document.sentences[word.sentence])


def _is_threatening(reading: Reading, verb: Token, warned: Token) -> bool:
    """Whether a verb says what a force or the speaker will do to whoever does something."""
    document = reading.document
    if verb.index == warned.index or verb.lemma in _SAYING or not is_verb(verb):
        return False
    if not is_future(document, verb.index):
        return False
    if is_for_anybody(document, verb):
        return warned.lemma in _WARNING or _is_punished(document, verb)
    return warned.lemma in _WARNING and _is_announced(reading, verb, warned)


def _is_announced(reading: Reading, verb: Token, warned: Token) -> bool:
    """Whether a force says what it, or another, will do under a condition."""
    document = reading.document
    clauses = (*document.children(verb.index), *document.children(warned.index))
    if _is_own_step(document, verb) and any(_is_choice(document, t) for t in clauses):
        return True
    if not any(_is_force(reading, t) or _is_self(t) for t in subjects(document, warned.index)):
        return False  # what an analyst says that a government will have to do
    if not any(_is_condition(reading, t) for t in clauses):
        return False
    actors = [t for t in document.children(verb.index) if t.dep in _SUBJECTS]
    return any(_is_self(t) or _is_force(reading, t) for t in actors)


def _is_own_step(document: Document, verb: Token) -> bool:
    """'"We will be back", "we will block the road": what the speaker himself will do to others."""
    if not any(_is_self(t) for t in document.children(verb.index) if t.dep in _SUBJECTS):
        return False
    back = any(t.text.casefold() == "back" for t in document.children(verb.index))
    return verb.lemma in warning_words().steps or (verb.lemma in _COMING and back)


def _is_choice(document: Document, clause: Token) -> bool:
    """'If the decree stays', 'if there is one more attack': not "if it rains", "if prices rise"."""
    children = document.children(clause.index)
    if not any(t.dep == "mark" and t.text.casefold() in _CONDITIONS for t in children):
        return False
    heads = [t for t in children if t.dep in _SUBJECTS | {"expl"}]
    nature = warning_words().nature
    return bool(heads) and not any(t.text.casefold() == "it" or t.lemma in nature for t in heads)


def _is_self(word: Token) -> bool:
    return word.text.casefold() in _SELVES


def _is_punished(document: Document, verb: Token) -> bool:
    """'will go to prison', 'will be dealt with', 'will face charges'."""
    if verb.lemma not in warning_words().punishing:
        return False
    below = {t.lemma for t in document.subtree(verb.index)}
    known = warning_words()
    return verb.lemma not in known.vague_punishing or bool(below & known.punishments)


def _is_condition(reading: Reading, clause: Token) -> bool:
    """'if the movement comes back': somebody can choose not to."""
    document = reading.document
    children = document.children(clause.index)
    marked = any(t.dep == "mark" and t.text.casefold() in _CONDITIONS for t in children)
    heads = {m.head for m in reading.actors}
    return marked and any(
        t.dep in _SUBJECTS and (t.index in heads or t.pos == "PRON") for t in children
    )


def _is_force(reading: Reading, word: Token) -> bool:
    return any(
        m.head == word.index and bool(_FORCES & set(m.actor.sectors)) for m in reading.actors
    )


def _trigger(verb: Token) -> Trigger:
    return Trigger(
        token=verb.index,
        first=verb.index,
        last=verb.index + 1,
        rule=SPOKEN,
        type="THREATEN",
        mode=None,
        act="warning",
        nominal=False,
        actor_role="subject",
        recipient_role="none",
    )
