"""Surface forms of English verbs and nouns, so that a tagger's slip hides no trigger."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aeiou"
# British endings with the American ones
_SPELLINGS = (
    ("ise", "ize"), ("isation", "ization"), ("yse", "yze"), ("our", "or"), ("ence", "ense"),
    ("tre", "ter"), ("ogue", "og"), ("amme", "am"), ("oeuvre", "euver"), ("yre", "ire"),
)  # fmt: skip
_ENDINGS = tuple(ending for pair in _SPELLINGS for ending in pair)
# "paralyze" for "paralyse", but no "tor" for "tour"
_SHORTEST = 4


def verb_forms(
    lemma: str, irregular: Mapping[str, tuple[str, ...]], doubling: frozenset[str]
) -> frozenset[str]:
    """All forms of a verb; `irregular` gives past forms, `doubling` verbs like 'commit'."""
    forms = {lemma, _with_s(lemma)}
    stem = lemma
    if lemma in doubling or _is_short(lemma):
        stem = lemma + lemma[-1]
        if lemma.endswith("l"):  # "signaled", as American English writes it
            forms.update((lemma + "ed", lemma + "ing"))
    if lemma.endswith("ie"):
        forms.add(lemma[:-2] + "ying")
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        forms.add(lemma[:-1] + "ing")
    else:
        forms.add(stem + "ing")
    if lemma in irregular:
        forms.update(irregular[lemma])
    elif lemma.endswith("e"):
        forms.add(lemma + "d")
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        forms.add(lemma[:-1] + "ied")
    else:
        forms.add(stem + "ed")
    return frozenset(forms)


def spellings(word: str) -> frozenset[str]:
    """A word as British and as American English write it: 'organise' and 'organize'."""
    found = {word}
    if len(word) <= _SHORTEST or not word.endswith(_ENDINGS):
        return frozenset(found)
    for pair in _SPELLINGS:
        for here, there in (pair, pair[::-1]):
            stem = word.removesuffix(here)
            if stem != word:
                found.add(stem + there)
    return frozenset(found)


def singular(word: str) -> str:
    """A plural noun without its ending, where the tagger took it for a name ('Jets')."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "zes", "ches", "shes", "sses")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun."""
    if lemma.endswith("man"):
        return frozenset({lemma, lemma[:-2] + "en"})
    return frozenset({lemma, _with_s(lemma)})


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "es" if lemma in ("go", "do", "undergo", "veto", "embargo") else lemma + "s"


def _is_short(lemma: str) -> bool:
    """Whether it is one syllable of consonant, vowel, consonant: 'stab', 'ban', 'trap'."""
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxy" or lemma[-2] not in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in lemma) == 1
