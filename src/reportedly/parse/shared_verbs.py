"""Two that a parser hangs on one verb, and verbs that it hangs on the wrong one.

"A former mayor, *Ivo Brand* was shot": one man, and no two. "Police raided a flat he owned and
*arrested* his wife": he did not arrest her.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.words import HELPERS, Word, ancestors, attach, child, children, move, subtree

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"WP", "WDT", "WRB", "WP$"})


def with_own_verbs(words: Sequence[Word]) -> list[Word]:
    """Words in which each of these verbs has who does it or bears it, and nobody else."""
    found = list(words)
    for number, word in enumerate(words):
        if word.dep in _SUBJECTS and word.tag == "NNP":
            _take_fronted(found, number)
        elif word.dep == "conj" and word.tag in ("VBD", "VBZ"):
            _take_from_relative(found, number)
        if found[number].dep == "conj" and word.tag in ("VBD", "VBN"):
            _take_from_going_on(found, number)
    return found


def _take_fronted(words: list[Word], name: int) -> None:
    """'*A former mayor*, Ivo Brand was shot': what he is, said before his name."""
    verb = words[name].head
    noun = next((n for n in children(words, verb) if words[n].dep in _SUBJECTS), name)
    if _is_fronted(words, noun, name) and _goes_on(words, name):
        attach(words, noun, "appos", name)


def _is_fronted(words: Sequence[Word], noun: int, behind: int) -> bool:
    """Whether a noun with an article stands before a comma, right behind which a name begins."""
    if noun >= behind or words[noun].tag != "NN" or child(words, noun, "det") is None:
        return False
    comma = min(subtree(words, behind)) - 1
    between = set(range(noun, comma)) - subtree(words, noun)
    return words[comma].text == "," and noun < comma and not between


def _goes_on(words: Sequence[Word], name: int) -> bool:
    """Whether a verb stands right behind a name: no list "a mayor, Ivo Brand, …"."""
    behind = words[name + 1] if name + 1 < len(words) else None
    return behind is not None and (behind.dep in HELPERS or behind.pos in ("VERB", "AUX", "ADV"))


def _take_from_relative(words: list[Word], verb: int) -> None:
    """'Police raided a flat *he owned* and arrested his wife': only what he owned lacks an object.

    Two joined clauses about one noun both lack what it stands for.
    """
    owned = words[verb].head
    noun = words[owned].head
    if words[owned].dep != "relcl" or child(words, owned, "dobj", "ccomp", "xcomp") is not None:
        return
    led = any(words[n].tag in _RELATIVE for n in subtree(words, owned) if n < owned)
    subject = child(words, owned, *_SUBJECTS)
    if led or subject is None or subject < noun:
        return
    if child(words, verb, *_SUBJECTS) is not None or child(words, verb, "dobj") is None:
        return
    above = next((n for n in ancestors(words, noun) if words[n].tag == words[verb].tag), None)
    if above is None or words[above].pos != "VERB":
        return
    between = [n for n in children(words, owned) if n > owned and words[n].dep in ("cc", "punct")]
    move(words, [*between, verb], above)


def _take_from_going_on(words: list[Word], verb: int) -> None:
    """'They stoned a hall, where a sit-in *is going on*, and *beat* two stewards': it beat nobody.

    What goes on goes on with another "-ing".
    """
    going = words[verb].head
    if words[going].dep != "relcl" or words[going].tag != "VBG" or words[verb].pos != "VERB":
        return
    if child(words, going, "aux") is None or child(words, verb, "dobj") is None:
        return
    if child(words, verb, *_SUBJECTS, *HELPERS) is not None:
        return
    above = next((n for n in ancestors(words, going) if words[n].tag == "VBD"), None)
    if above is None or child(words, above, "nsubj") is None:
        return
    between = [n for n in children(words, going) if n > going and words[n].dep in ("cc", "punct")]
    move(words, [*between, verb], above)
    words[verb] = replace(words[verb], tag="VBD")
