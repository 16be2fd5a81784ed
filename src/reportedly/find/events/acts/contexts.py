"""The contexts of an act: what it is about, by the words around it (`contexts.toml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.data_files import read_lexicon
from reportedly.errors import DataError
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Sentence, Token
from reportedly.records import Evidence

CONTEXTS = words(
    "military intelligence executive legislative election political_institutions pro_democracy "
    "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
    "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural_resource environment technology terrorism cbrn "
    "cyber misinformation crime corruption illegal_drugs trafficking"
)
_OF_MODE = {"cyber": "cyber", "misinformation": "misinformation"}
_NEAR = 2  # sentences
_TITLE_SENTENCES = 1
_ENOUGH = 2  # a cue beside the act weighs this much, one in its paragraph or the first line 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextWords:
    """Cues by their first word: the words of the cue, and the contexts that it speaks for."""

    cues: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    labels: frozenset[tuple[str, ...]]


@cache
def load_contexts(language: str = "en") -> ContextWords:
    """Read the cues of a language.

    Raises:
        DataError: if the file breaks its format.
    """
    data = read_lexicon("contexts.toml", language)
    faults = _faults(data, f"lexicons/{language}/contexts.toml")
    if faults:
        raise DataError("; ".join(faults))
    speaks: dict[tuple[str, ...], list[str]] = {}
    for entry in data["context"]:
        for cue in entry["cues"]:
            speaks.setdefault(_parts(cue), []).append(entry["name"])
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for parts, names in speaks.items():
        index.setdefault(parts[0], []).append((parts, tuple(names)))
    return ContextWords(
        cues={first: tuple(found) for first, found in index.items()},
        labels=frozenset(_parts(label) for label in data["labels"]),
    )


def check_contexts(language: str = "en") -> list[str]:
    """One line for each fault of the file: unknown, missing or double names and cues."""
    return _faults(read_lexicon("contexts.toml", language), f"lexicons/{language}/contexts.toml")


def contexts_of(
    document: Document, passage: Evidence, trigger: Evidence, mode: str | None
) -> tuple[str, ...]:
    """The contexts of an act by its passage, its paragraph and the first line of the text.

    Args:
        document: the parsed article.
        passage: the passage that tells the act.
        trigger: the words that tell it; they are no cue of a context.
        mode: the mode of the act.
    """
    known = load_contexts()
    here = document.sentence_at(passage.start)
    weights: dict[str, dict[tuple[str, ...], int]] = {}
    for sentence in _around(document, here):
        near = sentence.index == here.index
        for parts, names in _cues(document.sentence_tokens(sentence), known, trigger):
            for name in names:
                cues = weights.setdefault(name, {})
                weight = _ENOUGH if near and parts not in known.labels else 1
                cues[parts] = max(cues.get(parts, 0), weight)
    found = {name for name, cues in weights.items() if sum(cues.values()) >= _ENOUGH}
    if mode in _OF_MODE:
        found.add(_OF_MODE[mode])
    return tuple(sorted(found))


def _around(document: Document, here: Sentence) -> Iterator[Sentence]:
    """The sentence, the others of its paragraph, and the first of the text."""
    for sentence in document.sentences:
        beside = abs(sentence.index - here.index) <= _NEAR
        first = sentence.index < _TITLE_SENTENCES
        if first or (beside and sentence.paragraph == here.paragraph):
            yield sentence


def _cues(
    tokens: Sequence[Token], known: ContextWords, trigger: Evidence
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    outside = [t for t in tokens if not (trigger.start <= t.start < trigger.end)]
    forms = [(t.lemma, t.text.casefold()) for t in outside]
    for at, pair in enumerate(forms):
        for form in dict.fromkeys(pair):
            for parts, names in known.cues.get(form, ()):
                rest = forms[at + 1 : at + len(parts)]
                whole = len(rest) == len(parts) - 1
                if whole and all(p in f for p, f in zip(parts[1:], rest, strict=True)):
                    yield parts, names


def _parts(cue: str) -> tuple[str, ...]:
    """The words of a cue as the parser splits them: 'run-off' in three, 'women's' in two."""
    return tuple(cue.replace("-", " - ").replace("'s", " 's").split())


def _faults(data: dict[str, Any], file: str) -> list[str]:
    faults = [f"{file}: unknown key {key}" for key in data if key not in {"labels", "context"}]
    entries = data.get("context", [])
    names = [entry.get("name", "") for entry in entries]
    faults += [f"{file}: unknown context '{n}'" for n in names if n not in CONTEXTS]
    faults += [f"{file}: lacks {name}" for name in sorted(CONTEXTS) if name not in names]
    faults += [
        f"{file}: {n} stands twice" for n in sorted({n for n in names if names.count(n) > 1})
    ]
    for entry in entries:
        cues = entry.get("cues", [])
        if not cues:
            faults.append(f"{file}: {entry.get('name')}: lacks cues")
        for cue in sorted(set(cues)):
            if cues.count(cue) > 1:
                faults.append(f"{file}: {entry['name']}: '{cue}' stands twice")
            if cue != cue.casefold():
                faults.append(f"{file}: {entry['name']}: '{cue}' is not in lower case")
    return faults
