"""Slips of taggers and parsers over single words: past forms, names before sums, bare numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, ancestors, attach, children, move, subtree

# Past forms that the tagger takes for a present: the lemma and tag that they have.
_SLIPS = {"retook": ("retake", "VBD")}
# Verbs of which a lemmatiser cuts off too much: "staged" as if of "stag", "hoped" of "hop".
_CUT_SHORT = (
    "axe", "bare", "cane", "fine", "gripe", "hope", "prime", "rage", "rape", "rate", "ride",
    "shame", "slate", "snipe", "spare", "stage", "wade", "wage",
)  # fmt: skip
_LEMMAS = {
    **{f"{verb}d": verb for verb in _CUT_SHORT},
    **{f"{verb[:-1]}ing": verb for verb in _CUT_SHORT},
    "installed": "install",
    "installing": "install",
    "gutted": "gut",
    "machinegunned": "machinegun",
}
# Verbs whose past is no other word: "stopped and *beat* him" is a past as well.
_UNMARKED = frozenset(
    {"beat", "burst", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "split", "thrust"}
)
_PERSONA = frozenset({"persona", "personae"})
_NON_GRATA = frozenset({"non", "grata", "gratae"})
_OF_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_FIGURES = frozenset({"MONEY", "QUANTITY", "CARDINAL"})  # labels of sums, that no name has
_DYING = frozenset({"die", "perish", "fall"})
_ATTACKS = frozenset({"attack", "assault", "raid", "offensive", "strike", "violence", "crime"})
_SEXES = frozenset({"woman", "man", "girl", "boy"})


def with_past_forms(words: Sequence[Word]) -> list[Word]:
    """Words with the lemmas and tags of past forms that a tagger takes for a present."""
    found = [_in_right_form(word) for word in words]
    helped = {word.head for word in words if word.dep in ("aux", "auxpass")}
    for number, word in enumerate(found):
        joined = word.dep == "conj" and found[word.head].tag == "VBD" and number not in helped
        if joined and word.tag in ("VB", "VBP") and word.lemma in _UNMARKED:
            found[number] = replace(word, tag="VBD")
    return found


def _in_right_form(word: Word) -> Word:
    if word.text.lower() in _SLIPS:
        lemma, tag = _SLIPS[word.text.lower()]
        return replace(word, lemma=lemma, tag=tag)
    if word.pos == "VERB" and word.text.lower() in _LEMMAS:
        return replace(word, lemma=_LEMMAS[word.text.lower()])
    return word


def with_freeing(words: Sequence[Word]) -> list[Word]:
    """'Troops kill two rebels, *free 71 captives*': what they do next, and no adjective."""
    found = list(words)
    for number in range(2, len(words) - 1):
        word, behind = words[number], words[number + 1]
        if word.text != "free" or word.pos != "ADJ" or words[number - 1].text != ",":
            continue
        roots = [n for n in ancestors(words, number) if words[n].tag in ("VBP", "VBZ")]
        if behind.pos != "NUM" or not roots:
            continue
        freed = behind.head if words[behind.head].tag == "NNS" else number + 1
        found[number] = replace(word, pos="VERB", tag=words[roots[0]].tag, lemma="free")
        attach(found, number, "conj", roots[0])
        attach(found, freed, "dobj", number)
    return found


def with_people_by_adjective(words: Sequence[Word]) -> list[Word]:
    """'400 of the *displaced* marched': people, where no noun stands behind."""
    found = list(words)
    for number, word in enumerate(words):
        if word.text.lower() not in parsing_words().people or word.dep not in _OF_NOUNS:
            continue
        before = words[number - 1].text.lower() if number else ""
        behind = words[number + 1] if number + 1 < len(words) else None
        if before == "the" and (behind is None or behind.pos not in ("NOUN", "PROPN", "ADJ")):
            found[number] = replace(word, pos="NOUN", tag="NNS", lemma=word.text.lower())
    return found


def with_attackers(words: Sequence[Word]) -> list[Word]:
    """'35 died in *attacks by* 150 rebels *against* towns': nobody dies by rebels against towns."""
    found = list(words)
    for number, word in enumerate(words[1:], 1):
        if word.text != "by" or word.dep not in ("prep", "agent"):
            continue
        before = words[number - 1]
        dying = words[word.head].lemma in _DYING
        if dying and before.pos == "NOUN" and before.dep == "pobj":
            attach(found, number, "prep", number - 1)
        if found[found[number].head].lemma not in _ATTACKS:
            continue
        for doer in list(children(found, number)):
            for below in list(children(found, doer)):
                if found[below].text == "against" and found[below].dep == "prep":
                    attach(found, below, "prep", found[number].head)
    return found


def with_names_before_sums(words: Sequence[Word]) -> list[Word]:
    """'Fined *Ember* 50 million crowns': a name that a parser takes for a part of the sum."""
    found = list(words)
    for number, word in enumerate(words[:-1]):
        total, figure = words[word.head], words[number + 1]
        verb = words[total.head]
        named = word.pos == "PROPN" and word.dep in ("nmod", "compound") and word.head > number
        given = verb.pos == "VERB" and verb.lemma in parsing_words().with_two_objects
        if not (named and given) or total.dep != "dobj":
            continue
        if figure.pos == "NUM" and figure.dep in ("nummod", "compound", "quantmod"):
            label = "dobj" if verb.lemma == "fine" else "dative"
            name = "" if word.name in _FIGURES else word.name
            found[number] = replace(word, dep=label, head=total.head, name=name)
    return found


def with_names_of_kin(words: Sequence[Word]) -> list[Word]:
    """'The mother of the *student Ana Roa* said': a name right behind a noun is that noun's."""
    found = list(words)
    for number, word in enumerate(words):
        if word.dep != "appos" or word.name != "PERSON" or word.head >= number:
            continue
        first = number
        while words[first - 1].head == number and words[first - 1].name == "PERSON":
            first -= 1
        noun = words[first - 1]
        if first - 1 == word.head or noun.tag != "NN" or noun.dep != "pobj":
            continue
        if words[noun.head].head == word.head:
            found[number] = replace(word, head=first - 1)
    return found


def with_sexes_of_trades(words: list[Word]) -> list[Word]:
    """'A woman *Front commander* was held': the woman only says what commander it is."""
    found = list(words)
    for number, word in enumerate(words):
        person = word.head
        if word.dep != "appos" or word.tag not in ("NN", "NNS") or not person < number - 1:
            continue
        between = subtree(words, number)
        joined = all(n in between and words[n].text != "," for n in range(person + 1, number))
        if words[person].lemma not in _SEXES or words[person].dep == "ROOT" or not joined:
            continue
        move(found, children(words, person), number)
        attach(found, number, words[person].dep, words[person].head)
        attach(found, person, "compound", number)
    return found


def with_ranges(words: list[Word]) -> list[Word]:
    """'Around *30-35 rebels* set a truck ablaze': no noun stands for a preposition."""
    found = list(words)
    for number, word in enumerate(words):
        figure = word.head
        if word.dep != "prep" or word.tag != "NNS" or not figure < number:
            continue
        if words[figure].tag == "CD" and words[figure].dep in ("nsubj", "nsubjpass", "dobj"):
            move(found, children(words, figure), number)
            attach(found, number, words[figure].dep, words[figure].head)
            attach(found, figure, "nummod", number)
    return found


def with_joined_modifiers(words: Sequence[Word]) -> list[Word]:
    """'*Honduran and Nicaraguan* troops': of the one and of the other, and no "Honduran and"."""
    found = list(words)
    for number, word in enumerate(words[2:], start=2):
        joining, first = words[number - 1], words[number - 2]
        if word.dep != "amod" or joining.dep != "cc" or joining.head != number - 2:
            continue
        if first.dep == "amod" and first.head == word.head:
            attach(found, number, "conj", number - 2)
    return found


def with_phrases_of_participles(words: Sequence[Word]) -> list[Word]:
    """'Families of those *killed* in Arvan *in 2019* marched': no phrase of the verb behind it.

    Nothing but adverbs and days stands between a subject and its verb, and days only right behind
    a noun.
    """
    found = list(words)
    for number, word in enumerate(words):
        verb = words[word.head]
        if word.dep != "prep" or not 0 < number < word.head or verb.pos != "VERB":
            continue
        above = [number - 1, *ancestors(found, number - 1)]
        clause = next((n for n in above if found[n].dep == "acl"), None)
        if clause is None or found[clause].tag != "VBN" or word.head not in above:
            continue
        subject = above[above.index(word.head) - 1]
        if found[subject].dep in ("nsubj", "nsubjpass"):
            found[number] = replace(word, head=clause)
    return found


def with_counted_objects(words: list[Word]) -> list[Word]:
    """'Police raid flats, *arrest 40*': in a line, a number behind a verb is its object.

    The verb may pass for a noun: "search flats, *detain* 31".
    """
    if not words or words[-1].pos == "PUNCT":
        return words
    found = list(words)
    for number, word in enumerate(words[1:], start=1):
        above = found[number - 1]
        counts = word.dep == "nummod" and word.head == number - 1
        loose = word.dep == "punct" and word.pos == "NUM" and above.dep == "dep"
        if not (counts or loose) or number < 2:
            continue
        verb = found[above.head]
        if above.dep == "acl" and verb.dep == "dobj":  # of "police *disperse* rally, detain 30"
            above = replace(above, dep="conj", head=verb.head)
            verb = found[above.head]
        second = above.dep in ("conj", "advcl", "dep") and verb.pos == "VERB"
        if second and above.tag in ("NN", "VB") and words[number - 2].text == ",":
            lemma = above.text.lower()
            above = replace(above, pos="VERB", tag="VBP", dep="conj", lemma=lemma)
            found[number - 1] = above
        if above.pos == "VERB":
            found[number] = replace(word, dep="dobj", head=number - 1)
    return found


def with_results(words: list[Word]) -> list[Word]:
    """'Police held a man who shot at a bus, *killing* two': it is his deed that killed them."""
    lists = parsing_words()
    for number, word in enumerate(words):
        if word.tag != "VBG" or word.dep != "advcl" or word.lemma not in lists.hurting:
            continue
        if words[word.head].lemma not in lists.catching or words[number - 1].text != ",":
            continue
        inside = subtree(words, word.head)
        deeds = [n for n in range(word.head + 1, number - 1) if n in inside and _is_deed(words, n)]
        if deeds:
            found = list(words)
            found[number] = replace(word, head=deeds[-1])
            return found
    return words


def _is_deed(words: Sequence[Word], verb: int) -> bool:
    """'Who *shot* at a bus', 'for *shooting* at it': what somebody is caught for."""
    label = (words[verb].tag, words[verb].dep)
    return label in (("VBD", "relcl"), ("VBG", "pcomp"))


def with_unwelcome_persons(words: list[Word]) -> list[Word]:
    """'Declared two envoys *persona non grata*': no verb whose subject the envoys are."""
    at = next((n for n, w in enumerate(words) if w.text.lower() in _PERSONA), None)
    if at is None or words[at].pos != "VERB" or words[words[at].head].lemma != "declare":
        return words
    found = list(words)
    declared = words[at].head
    below = [n for n in children(words, at) if words[n].text.lower() not in _NON_GRATA]
    move(found, below, declared)
    for number in below:
        if words[number].dep in ("nsubj", "nsubjpass"):
            attach(found, number, "dobj", declared)
    found[at] = replace(words[at], pos="NOUN", tag="NN", lemma="persona", dep="oprd")
    return found
