"""Crowds that a text counts in another town than the protest told before: "In Arvan, 900 came".

Lists of towns tell what all did once, and of each town only how many there were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.act_words import LABELS, ReadWords
from reportedly.find.events.clauses import is_verb
from reportedly.find.events.counts.kinds import kind_of
from reportedly.find.events.counts.quantities import Quantity, quantities_in
from reportedly.find.events.counts.words import CountLexicon, load_count_lexicon
from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.toponyms import towns_in
from reportedly.find.events.triggers.trigger import Trigger, told_by_verb
from reportedly.find.events.words import words as words_of
from reportedly.find.reading import Reading
from reportedly.parse import Document, Sentence, Token
from reportedly.records import PlaceMention

_RULE = "crowd.elsewhere"
_NEAR = 2  # sentences since a protest was told
_PLACING = words_of("in at outside near")
_THOSE = words_of("there it crowd turnout gathering number")
_PROTEST = LABELS.index("PROTEST")
_ATTENDING = words_of("attend visit watch")  # a concert, a church: protests have a word of theirs
_LIKELY = 0.12  # share of a protest from which a verb tells one where another was told right before
_SURE_OF_CROWD = 0.9  # share from which a number is the crowd of such a verb


def crowds_elsewhere(
    reading: Reading, triggers: Sequence[Trigger], words: ReadWords | None
) -> list[Trigger]:
    """Triggers for sentences that tell no act but how many were in one more town.

    Args:
        reading: what is known of the article.
        triggers: the acts told by their own words.
        words: the network of act words, which knows what else a crowd does; None to go by numbers.
    """
    document = reading.document
    held = [t for t in triggers if t.type == "PROTEST"]
    if not held or not document.has_syntax:
        return []
    lexicon = load_count_lexicon()
    told = {document.tokens[t.token].sentence for t in triggers}
    found: list[Trigger] = []
    for sentence in document.sentences:
        before = _told_before(document, sentence, (*held, *found))
        if before is None or sentence.index in told:
            continue
        town = _one_town(reading, sentence)
        if town is None or town.place is None:
            continue
        told_in = document.sentences[document.tokens[before.token].sentence]
        there = towns_in(reading, told_in.start, told_in.end)
        if any(m.place is not None and same_place(m.place, town.place) for m in there):
            continue
        counted = _counted(document, sentence, lexicon, words)
        if counted is not None:
            found.append(_trigger(*counted, before))
    return found


def _told_before(
    document: Document, sentence: Sentence, protests: Sequence[Trigger]
) -> Trigger | None:
    """The protest that was told last before a sentence, in its paragraph or the one before."""
    near: list[Trigger] = []
    for trigger in protests:
        own = document.sentences[document.tokens[trigger.token].sentence]
        if 0 < sentence.index - own.index <= _NEAR and sentence.paragraph - own.paragraph <= 1:
            near.append(trigger)
    return max(near, key=lambda t: t.token, default=None)


def _one_town(reading: Reading, sentence: Sentence) -> PlaceMention | None:
    """The only town of a sentence, where it says what was there."""
    document = reading.document
    towns = towns_in(reading, sentence.start, sentence.end)
    if len(towns) != 1:
        return None
    first = document.token_at(towns[0].evidence.start)
    before = document.tokens[first.index - 1] if first and first.index > sentence.first else None
    return towns[0] if before is not None and before.text.casefold() in _PLACING else None


def _counted(
    document: Document, sentence: Sentence, lexicon: CountLexicon, words: ReadWords | None
) -> tuple[Token, Token] | None:
    """The verb that says how many came, and these: "counted 900", "6,000 filled the square"."""
    for quantity in quantities_in(document, sentence, lexicon):
        number = document.tokens[quantity.head]
        verb = _verb_of(document, number)
        if verb is None or quantity.high == 0 or verb.lemma in _ATTENDING:
            continue
        came = kind_of(document, quantity, lexicon) == "crowd"
        came = came or _is_there(document, verb, quantity, lexicon)
        if not came and words is not None:
            came = _is_crowd_of(words, verb, document.tokens[quantity.last - 1])
        if came:
            return verb, number
    return None


def _verb_of(document: Document, number: Token) -> Token | None:
    """The verb above a number, or the one that parsers hang on it: "around 6,000 filled it"."""
    above = next((t for t in document.ancestors(number.index) if is_verb(t)), None)
    return above or document.child(number.index, "acl")


def _is_there(document: Document, verb: Token, quantity: Quantity, lexicon: CountLexicon) -> bool:
    """'In Arvan *there were 300*': nobody else is said to have been there."""
    subject = document.child(verb.index, "nsubj", "expl")
    if verb.lemma != "be" or subject is None or subject.text.casefold() not in _THOSE:
        return False
    noun = document.tokens[quantity.head]
    return noun.dep in {"attr", "nsubj"} and (
        noun.pos == "NUM" or noun.lemma in lexicon.kinds["crowd"].nouns
    )


def _is_crowd_of(words: ReadWords, verb: Token, number: Token) -> bool:
    """Whether the network takes a verb for a protest, and a number for its crowd."""
    shares = words.shares(verb)
    crowd = words.link(verb, "crowd", number)
    protest = shares is not None and shares[_PROTEST] >= _LIKELY
    return protest and crowd is not None and crowd >= _SURE_OF_CROWD


def _trigger(verb: Token, counted: Token, before: Trigger) -> Trigger:
    """A protest like the one before; who counts ("police counted 900") holds none."""
    comes = counted.dep == "nsubj" and counted.head == verb.index and verb.lemma != "be"
    return replace(
        told_by_verb(verb, _RULE, "PROTEST"),
        mode=before.mode,
        act=before.act,
        actor_role="subject" if comes else "none",
        recipient_role="none",
        reciprocal=True,  # nobody is acted upon
    )
