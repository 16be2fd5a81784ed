"""Main verbs that a parser hides in a phrase, put right: "Dozens of activists *protested* …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, attach, child, children, is_of, make_root, move, subtree

_OF_VERBS = frozenset({"prep", "punct", "npadvmod", "advmod", "advcl", "cc", "conj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_main_verbs(words: Sequence[Word]) -> list[Word]:
    """Words of a sentence, put right where a parser takes its verb or object for something else."""
    plain = [_plural_subject(word) for word in words]
    found = _with_held(_with_comment(_with_object_behind(_with_past_verb(plain))))
    return _with_joined_past(found)


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
