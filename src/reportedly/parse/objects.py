"""Objects and what is said of them, where a parser takes them for something beside the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, attach, child, children, move, subtree

_GLUED_SUM = re.compile(r"[A-Z]{1,3}\$[\d.,]*\d")
_LAPSES = frozenset({"minute", "hour", "day", "week", "month", "year"})
_LATER = frozenset({"later", "earlier", "ago", "after", "before"})
_RELATIVE = frozenset({"that", "which"})
_TIMES = frozenset({"DATE", "TIME"})
_WHOM = frozenset({"him", "her", "them"})
_DOING = "ing"  # "the burning of a school"
_LABEL = 5  # words between "as" and what is called so, marks included
_IN_LABELS = frozenset({"ADJ", "ADV", "DET", "NOUN", "PROPN", "PUNCT", "VERB"})
_CONTENT = frozenset({"that", "of", "by", "about", "from"})  # words after "reports"


def with_objects(words: Sequence[Word]) -> list[Word]:
    """Words of a sentence, put right where a parser takes an object for something else."""
    found = list(words)
    calling = parsing_words().dismissing
    for number, word in enumerate(words):
        if word.lemma in parsing_words().becoming:
            _part_from_state(found, number)
        reason = _reason(word)
        if reason is not None:
            _hang_reason_on_verb(found, number, reason)
        if "$" in word.text and _GLUED_SUM.fullmatch(word.text):
            _part_from_sum(found, number)
        elif word.dep == "npadvmod" and word.pos in ("NOUN", "PROPN"):
            _hang_behind_particle(found, number)
        elif word.dep == "advcl" and word.tag == "VBN":
            _hang_on_keeping(found, number)
        elif word.text == "as" and number and words[number - 1].lemma in calling:
            _part_from_label(found, number - 1)
        elif word.dep == "dobj" and word.lemma in _LAPSES:
            _part_from_lapse(found, number)
        elif word.dep == "dobj" and words[word.head].lemma in parsing_words().accusing:
            _part_from_charge(found, number)
        elif word.dep == "ccomp" and word.pos == "VERB":
            _hang_on_object(found, number)
        elif word.dep == "nsubj" and words[word.head].dep == "dobj":
            _hang_on_naming(found, number)
    return found


def _part_from_sum(words: list[Word], number: int) -> None:
    """'Fined *the owner* HK$20,000': a sum is no name of his, and no noun that he describes."""
    word, before = words[number], number - 1
    words[number] = replace(word, pos="NUM", tag="CD", name="MONEY")
    if number and words[before].head == number and words[before].dep in ("compound", "nmod"):
        move(words, [n for n in children(words, number) if n < before], before)
        attach(words, before, word.dep, word.head)
        words[number] = replace(words[number], dep="npadvmod")


def _hang_behind_particle(words: list[Word], number: int) -> None:
    """'Broke up *a march* by teachers': what stands right behind the particle is the object.

    And "by" tells whose march it was, as the verb is active.
    """
    word = words[number]
    particle = child(words, word.head, "prt")
    first = min([number, *children(words, number)])
    if particle is None or particle + 1 != first or word.name in _TIMES:
        return
    if child(words, word.head, "dobj", "auxpass", "nsubjpass") is not None:
        return
    by = child(words, word.head, "agent")
    words[number] = replace(word, pos="NOUN", dep="dobj")
    if by == number + 1:
        attach(words, by, "prep", number)


def _hang_on_keeping(words: list[Word], number: int) -> None:
    """'Ended the strike that had kept schools *shut*': the schools are shut, not who ended it."""
    thing = words[number - 1]
    keeps = thing.dep == "dobj" and words[thing.head].lemma in parsing_words().keeping
    if number and keeps and words[number].head != thing.head:
        attach(words, number, "acl", number - 1)


def _part_from_state(words: list[Word], number: int) -> None:
    """'Set on fire *two buses*', 'placed under arrest *two officers*': no buses of a fire.

    Nor are they an amount by which it was set, nor what the preposition governs as well.
    """
    preposition = number - 1
    if preposition < 1 or number + 2 >= len(words) or words[number + 1].pos in ("ADP", "PUNCT"):
        return
    verb = words[preposition].head
    if words[preposition].dep != "prep" or verb != preposition - 1 or words[verb].pos != "VERB":
        return
    noun: int | None = words[number].head
    if words[number].dep == "pobj":
        behind = [*children(words, preposition), *children(words, verb)]
        noun = next((n for n in behind if _is_loose_behind(words, n, number)), None)
    elif words[number].dep not in ("nmod", "compound"):
        return
    if noun is None or noun <= number or child(words, verb, "dobj") not in (None, noun):
        return
    attach(words, number, "pobj", preposition)
    words[number] = replace(words[number], pos="NOUN", tag="NN")
    attach(words, noun, "dobj", verb)


def _is_loose_behind(words: list[Word], noun: int, number: int) -> bool:
    """Whether a phrase without a role of its own begins right behind a word."""
    if words[noun].dep not in ("pobj", "npadvmod") or words[noun].name in _TIMES:
        return False
    return noun > number and min(subtree(words, noun)) == number + 1


def _reason(word: Word) -> str | None:
    """The verb of a gerund by which somebody is called something: "*branding* him a spy"."""
    lower = word.text.lower()
    if not lower.endswith(_DOING):
        return None
    stem = lower.removesuffix(_DOING)
    return next((v for v in (stem, stem + "e") if v in parsing_words().branding), None)


def _hang_reason_on_verb(words: list[Word], gerund: int, lemma: str) -> None:
    """'Arrested *a trader* charging him with theft': he is whom they hold, and charges nobody."""
    noun = gerund - 1
    if noun < 1 or gerund + 1 >= len(words) or words[gerund + 1].text.lower() not in _WHOM:
        return
    if words[noun].pos not in ("NOUN", "PROPN"):
        return
    above = words[noun].head if words[noun].dep == "dobj" else words[gerund].head
    if not above < noun or words[above].pos != "VERB":
        return
    title = child(words, above, "dobj")  # "*trader* Ivo Brand"
    if title not in (None, noun):
        if title != min(subtree(words, noun)) - 1 or words[noun].pos != "PROPN":
            return
        move(words, children(words, title), noun)
        attach(words, title, "compound", noun)
    move(words, [n for n in children(words, gerund) if n < noun], noun)
    attach(words, noun, "dobj", above)
    words[gerund] = replace(words[gerund], pos="VERB", tag="VBG", lemma=lemma)
    attach(words, gerund, "advcl", above)


def _part_from_label(words: list[Word], verb: int) -> None:
    """'Dismissed as lies *reports* that …': what is called lies is the object, and no verb."""
    start = verb + 2
    thing = next(
        (
            n
            for n in range(start + 1, min(start + _LABEL, len(words) - 1))
            if words[n].lemma in parsing_words().statements and words[n + 1].text in _CONTENT
        ),
        None,
    )
    # "as false | a report that": what an article opens is the thing
    end = next((n for n in range(start + 1, thing or 0) if words[n].pos == "DET"), thing or start)
    between = range(start, end)
    label = next((n for n in reversed(between) if words[n].pos != "PUNCT"), None)
    if thing is None or label is None or words[label].text[:1] in ",;":
        return
    if any(words[n].pos not in _IN_LABELS or words[n].text in (",", ";") for n in between):
        return
    move(words, [n for n in between if words[n].head == thing and n != label], label)
    words[verb + 1] = replace(words[verb + 1], pos="ADP", tag="IN", dep="prep", head=verb)
    attach(words, label, "pobj", verb + 1)
    for clause in [n for n in children(words, thing) if words[n].dep == "ccomp"]:
        attach(words, clause, "acl", thing)
    words[thing] = replace(words[thing], pos="NOUN", tag="NNS", dep="dobj", head=verb)


def _hang_on_object(words: list[Word], number: int) -> None:
    """'Carried out a *raid* on Monday *that killed* nine': a relative clause of the object."""
    verb = words[number].head
    thing = child(words, verb, "dobj")
    subject = child(words, number, "nsubj")
    if thing is None or subject is None or not verb < thing < subject:
        return
    if words[subject].tag in ("WDT", "WP") and words[subject].text.lower() in _RELATIVE:
        attach(words, number, "relcl", thing)


def _part_from_lapse(words: list[Word], number: int) -> None:
    """'Rockets hit *Coro* hours later': no hours of a name, but what was hit and when."""
    later, name = number + 1, number - 1
    if later >= len(words) or words[later].text.lower() not in _LATER:
        return
    if words[name].pos == "PROPN" and words[name].head == number:
        move(words, [n for n in children(words, number) if n < name], name)
        attach(words, name, "dobj", words[number].head)
        attach(words, number, "npadvmod", later)


def _part_from_charge(words: list[Word], number: int) -> None:
    """'Accused *the militia* of the burning of a school': a deed is no part of who did it."""
    behind = [n for n in sorted(subtree(words, number)) if n > number and _is_behind_of(words, n)]
    deeds = [n for n in behind if words[n].lemma in parsing_words().deeds]
    doings = [n for n in behind if _is_doing(words, n)]
    charge = next(iter((*deeds, *doings)), None)
    if charge is not None:
        attach(words, words[charge].head, "prep", words[number].head)


def _is_behind_of(words: list[Word], number: int) -> bool:
    """Whether a noun with an article stands behind "of": "of *the looting*", "of *an attack*"."""
    word = words[number]
    if word.dep != "pobj" or word.pos != "NOUN" or words[word.head].text.lower() != "of":
        return False
    return child(words, number, "det") is not None


def _is_doing(words: list[Word], number: int) -> bool:
    """Whether a noun tells what somebody did to something: "the *looting* of shops"."""
    word = words[number]
    doing = word.tag == "NN" and word.lemma.endswith(_DOING)
    return doing and child(words, number, "prep") is not None


def _hang_on_naming(words: list[Word], number: int) -> None:
    """'Declared *the site* a threat': it is the object, and the threat what it is called."""
    name = words[number].head
    verb = words[name].head
    if verb < number < name and words[name].pos in ("NOUN", "PROPN"):
        attach(words, number, "dobj", verb)
        words[name] = replace(words[name], dep="oprd")
