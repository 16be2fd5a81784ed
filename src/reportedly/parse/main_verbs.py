"""Main verbs that a parser hides in a phrase, put right: "Dozens of activists *protested* …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import (
    Word,
    ancestors,
    attach,
    child,
    children,
    is_of,
    make_root,
    move,
    subtree,
)

_OF_VERBS = frozenset({"prep", "punct", "npadvmod", "advmod", "advcl", "cc", "conj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAST = ("VBD", "VBN")
_WITH_OTHERS = frozenset({"by", "with"})


def with_main_verbs(words: Sequence[Word]) -> list[Word]:
    """Words of a sentence, put right where a parser takes its verb or object for something else."""
    plain = [_plural_subject(word) for word in words]
    found = _with_verb_behind_apposition(_with_verb_behind_others(_with_past_verb(plain)))
    found = _with_held(_with_comment(_with_object_behind(found)))
    return _with_last_past(_with_joined_past(found))


def _plural_subject(word: Word) -> Word:
    """'Where *inmates* were holding guards': a subject is no verb."""
    if word.dep in ("nsubj", "nsubjpass") and word.tag == "VBZ":
        lemma = word.text.lower().removesuffix("s")
        return replace(word, pos="NOUN", tag="NNS", lemma=lemma)
    return word


def _with_past_verb(words: list[Word]) -> list[Word]:
    """'Dozens of activists *protested* outside': no participle, as nobody can be protested.

    Nor is one that a past tense goes on: "Scores *gathered* and chanted"; nor one that has an
    object: "Rebels *set* on fire two buses".
    """
    root = next((n for n, word in enumerate(words) if word.dep == "ROOT"), None)
    if root is None or words[root].pos not in ("NOUN", "PROPN", "NUM"):
        return words
    for number, word in enumerate(words):
        if word.dep != "acl" or word.tag != "VBN" or number < root:
            continue
        below = (words[n] for n in children(words, number))
        goes_on = any(w.dep == "conj" and w.tag == "VBD" for w in below)
        rivals = (w for w in words if w.tag in _FINITE and w.dep in ("ROOT", "conj", "relcl"))
        # of the root, or of what that counts: "dozens of activists"
        of_root = word.head == root or is_of(words, word.head, root)
        alone = word.lemma in parsing_words().intransitive and not any(rivals)
        if not of_root or not (goes_on or alone or _takes_object(words, number)):
            continue
        behind = [n for n in children(words, root) if n > number and words[n].dep != "prep"]
        words[number] = replace(word, tag="VBD")
        make_root(words, number, root, "nsubj", behind)
        break
    return words


def _takes_object(words: Sequence[Word], participle: int) -> bool:
    """'Rebels *set* on fire two buses': of several who are all the subject there can be."""
    noun = child(words, participle, "dobj")
    if noun is None or words[participle].lemma in parsing_words().with_two_objects:
        return False
    apart = words[participle + 1].dep in ("prep", "prt") and noun > participle + 1
    return apart and words[words[participle].head].tag in ("NNS", "NNPS")


def _with_verb_behind_others(words: list[Word]) -> list[Word]:
    """'Rebels accompanied by villagers *set* ablaze a bus': what all of them did.

    The villagers were not set by anybody, as something else was.
    """
    root = next((n for n, word in enumerate(words) if word.dep == "ROOT"), None)
    if root is None or words[root].pos not in ("NOUN", "PROPN", "NUM"):
        return words
    for number, word in enumerate(words):
        other = words[word.head]
        if word.dep != "acl" or word.tag not in _PAST or other.dep != "pobj":
            continue
        by = words[other.head]
        comes = words[by.head]
        with_them = by.text in _WITH_OTHERS and comes.dep == "acl" and comes.tag == "VBN"
        if not with_them or number < word.head or root not in ancestors(words, by.head):
            continue
        thing = _thing_behind(words, number, root)
        if thing is None or word.lemma in parsing_words().with_two_objects:
            continue
        attach(words, thing, "dobj", number)
        behind = [n for n in children(words, root) if n > number and words[n].dep != "prep"]
        words[number] = replace(word, pos="VERB", tag="VBD")
        make_root(words, number, root, "nsubj", behind)
        break
    return words


def _thing_behind(words: Sequence[Word], verb: int, root: int) -> int | None:
    """The object of a verb, though a parser takes it for another name of its root."""
    thing = child(words, verb, "dobj")
    if thing is None:
        named = (n for n in children(words, root) if n > verb and words[n].dep == "appos")
        thing = next(named, None)
        if thing is not None and words[min(subtree(words, thing)) - 1].pos == "PUNCT":
            return None
    return None if thing is None or words[thing].name in ("DATE", "TIME") else thing


def _with_verb_behind_apposition(words: list[Word]) -> list[Word]:
    """'A new outfit, the Front, *assaulted* guards and burned a bus': no guards of some kind.

    What goes on with "and" and a past tense has one before it, and no third name of the outfit.
    """
    for number, word in enumerate(words[2:-2], start=2):
        thing = word.head
        past = word.tag in _PAST or (word.tag == "JJ" and word.text.endswith("ed"))
        if word.dep != "amod" or not past or words[number - 1].text != ",":
            continue
        if words[thing].dep != "appos" or thing < number or words[thing].pos != "NOUN":
            continue
        who = words[thing].head
        names = [n for n in children(words, who) if words[n].dep == "appos"]
        if min(subtree(words, thing)) != number or min(names) > number:
            continue
        verb = words[who].head if words[who].dep == "nsubj" else child(words, who, "conj")
        joins = verb is not None and verb > thing and words[verb - 1].dep == "cc"
        if verb is None or not joins or words[verb].tag != "VBD":
            continue
        if words[verb - 1].head in (who, thing):
            _raise_before(words, number, verb, who)
            break
    return words


def _raise_before(words: list[Word], first: int, verb: int, who: int) -> None:
    """Make a verb the first of two that a subject has, with the object behind it."""
    above = who if words[verb].head == who else verb
    dep, head = words[above].dep, words[above].head
    thing = words[first].head
    moved = [n for n in children(words, above) if n < first or words[n].dep == "punct"]
    moved = [n for n in moved if above == verb or n > verb]
    words[first] = replace(words[first], pos="VERB", tag="VBD")
    move(words, moved, first)
    attach(words, first, dep, first if head == above else head)
    attach(words, who, "nsubj", first)
    attach(words, thing, "dobj", first)
    attach(words, verb - 1, "cc", first)
    attach(words, verb, "conj", first)


def _with_object_behind(words: list[Word]) -> list[Word]:
    """'A court *sentenced* activist Ana Roa to …': a verb with a subject describes no noun."""
    for number, word in enumerate(words):
        if word.tag != "VBD" or word.dep != "amod":
            continue
        if not any(words[n].dep == "nsubj" and n < number for n in children(words, number)):
            continue
        root = word.head
        while words[root].dep == "compound":
            root = words[root].head
        if words[root].dep != "ROOT" or root < number:
            continue
        around = [n for n in children(words, root) if not number < n < root]
        words[number] = replace(word, pos="VERB")
        make_root(words, number, root, "dobj", [n for n in around if words[n].dep in _OF_VERBS])
        break
    return words


def _with_comment(words: list[Word]) -> list[Word]:
    """'Residents *accused* the army, a charge it denied': the comment is no main clause."""
    root = next((n for n, word in enumerate(words) if word.dep == "ROOT"), None)
    noun = None if root is None else child(words, root, "dobj")
    if root is None or noun is None or words[noun].lemma not in parsing_words().statements:
        return words
    clause, speaker = child(words, root, "ccomp"), child(words, root, "nsubj")
    if clause is None or speaker is None or not 1 < clause + 1 < noun < speaker < root:
        return words
    first = min(subtree(words, noun))
    if words[first].text.lower() not in ("a", "an") or words[first - 1].text != ",":
        return words
    around = [n for n in children(words, root) if n < first and n != clause]
    last = [n for n in children(words, root) if words[n].dep == "punct" and n > root]
    attach(words, noun, "npadvmod", clause)
    make_root(words, clause, root, "relcl", [*around, *last])
    attach(words, root, "relcl", noun)
    return words


def _with_held(words: list[Word]) -> list[Word]:
    """'Were holding 130 *guards* hostage': these are held, and not a kind of hostage."""
    for number, word in enumerate(words[1:], start=1):
        before = words[number - 1]
        held = word.dep == "dobj" and word.tag == "NN" and word.lemma in parsing_words().held
        if not held or words[word.head].lemma not in parsing_words().holding:
            continue
        if before.head != number or before.dep != "compound" or before.pos not in ("NOUN", "PROPN"):
            continue
        move(words, [n for n in children(words, number) if n < number - 1], number - 1)
        attach(words, number - 1, "dobj", word.head)
        words[number] = replace(word, dep="oprd")
    return words


def _with_joined_past(words: list[Word]) -> list[Word]:
    """'Volda denied shelling Belt and *accused* Dorna': goes on with "denied", not the gerund."""
    for number, word in enumerate(words):
        gerund = words[word.head]
        above = words[gerund.head]
        if word.dep != "conj" or word.tag != "VBD" or gerund.tag != "VBG":
            continue
        if gerund.dep == "xcomp" and above.tag == "VBD" and word.head < number:
            words[number] = replace(word, head=gerund.head)
    return words


def _with_last_past(words: list[Word]) -> list[Word]:
    """'Entered a village, shot two farmers and *looted* shops': no farmers and looted shops.

    An "and" stands before the last of several verbs, so what stands behind it is a verb.
    """
    for number, word in enumerate(words[2:-1], start=2):
        thing = word.head
        if word.dep != "amod" or word.tag != "VBN" or words[number - 1].dep != "cc":
            continue
        if words[thing].dep != "conj" or min(subtree(words, thing)) != number:
            continue
        joined = words[thing].head
        verb = words[joined].head if words[joined].dep == "dobj" else joined
        if not _is_second_past(words, verb) or words[number - 1].head not in (joined, verb):
            continue
        words[number] = replace(word, pos="VERB", tag="VBD")
        attach(words, number, "conj", verb)
        attach(words, number - 1, "cc", verb)
        attach(words, thing, "dobj", number)
        break
    return words


def _is_second_past(words: Sequence[Word], verb: int) -> bool:
    """Whether a past tense goes on with a comma alone from one before it."""
    first = words[verb].head
    if words[verb].dep != "conj" or words[verb].tag != "VBD" or words[first].tag != "VBD":
        return False
    return words[verb - 1].text == "," and child(words, first, "cc") is None
