"""The event lexicon: rules that say which words can tell which act, read from TOML files.

The format is described in ``data/lexicons/en/events/README.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal, get_args

from reportedly.data_files import read_toml
from reportedly.errors import DataError
from reportedly.find.events.triggers.forms import noun_forms, spellings, verb_forms
from reportedly.parse import Token
from reportedly.records import EventType

LEXICONS = Path(__file__).parents[3] / "data" / "lexicons"

Part = Literal["verb", "noun"]
VERB_ROLES: tuple[str, ...] = ("subject", "object", "none")
NOUN_ROLES: tuple[str, ...] = ("of", "by", "possessor", "none")
SHARED_FILES = ("classes.toml", "grammar.toml")
RULE_KEYS = frozenset(
    {"id", "mode", "act", "verbs", "nouns", "actor", "recipient", "reciprocal", "weak", "content",
     "stopped", "priority", "needs", "not", "example", "counter_example"}
)  # fmt: skip
_PREPOSITIONS = frozenset(
    {"on", "of", "for", "to", "in", "against", "with", "at", "from", "over", "into", "by", "as"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """A further word of a wording; `far` allows other words before it ('set … on fire')."""

    word: str
    far: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A head word with the lemmas right before it and the ones that follow."""

    text: str
    head: str
    before: tuple[str, ...] = ()
    after: tuple[Step, ...] = ()

    @property
    def size(self) -> int:
        """Number of words."""
        return 1 + len(self.before) + len(self.after)


@dataclass(frozen=True, slots=True)
class Test:
    """Whether one of the words at a place is one of these."""

    place: str  # subject, object, complement, modifier, governor, sentence … or a preposition
    lemmas: frozenset[str]
    phrases: frozenset[str]  # of two words: 'armed man'
    labels: frozenset[str]  # labels of names, NUMBER, PRONOUN
    in_phrases: frozenset[str] = frozenset()  # all words of the phrases: 'armed', 'man'
    anything: bool = False
    unsaid: bool = False  # a passive without its doer fits too: "?"
    endings: tuple[str, ...] = ()  # of nouns: 'woman', 'keeper'
    bare: frozenset[str] = frozenset()  # verbs but with a particle: 'carry', not 'carry out'


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `needs` holds alternatives of which all tests of one must hold."""

    rule_id: str
    type: EventType | None
    mode: str | None
    act: str
    part: Part
    wordings: tuple[Wording, ...]
    actor: str
    recipient: str
    reciprocal: bool
    weak: bool
    content: bool  # what it governs is its content and no act of its own ('urged … to free')
    stopped: bool  # the act that it tells was prevented: 'defused a bomb'
    priority: int  # below 0: only where no other rule fits
    needs: tuple[tuple[Test, ...], ...]
    blocks: tuple[Test, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


Rank = tuple[int, int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A wording of a rule, as the index by surface form holds it."""

    rule: Rule
    wording: Wording
    others: frozenset[str]  # its words beside the head: a sentence without them cannot match


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """All rules of a language with an index from surface form to candidates, best first."""

    language: str
    rules: tuple[Rule, ...]
    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    light: Mapping[str, tuple[Wording, ...]]  # 'held', 'carried out' … before an act's noun
    idioms: frozenset[tuple[str, ...]]  # set phrases whose last word tells no act: 'in protest'
    undergone: frozenset[str]  # light wordings whose subject suffers: 'come under'
    classes: Mapping[str, Test]

    def entries_of(self, word: Token) -> tuple[Entry, ...]:
        """The entries of a word by its part of speech: of nouns, else of verbs."""
        index = self.nouns if word.pos == "NOUN" else self.verbs
        return index.get(word.text.lower(), ())


def load_event_lexicon(language: str = "en") -> EventLexicon:
    """Load the rules of a language; a language without a folder has no rules.

    Raises:
        DataError: if a file breaks the documented format; the message names file and entry.
    """
    folder = LEXICONS / language / "events"
    grammar = _read(folder / "grammar.toml")
    classes = _read_classes(folder / "classes.toml")
    rules = tuple(
        rule
        for path in sorted(folder.glob("*.toml"))
        if path.name not in SHARED_FILES
        for rule in _read_rules(path, classes)
    )
    irregular = {lemma: tuple(forms) for lemma, forms in grammar.get("irregular", {}).items()}
    doubling = frozenset(grammar.get("doubling", ()))
    light: dict[str, list[Wording]] = {}
    undergone: set[str] = set()
    for key in ("light", "undergo"):
        for text in grammar.get(key, ()):
            wording = parse_wording(text, "verb")
            undergone.update({text} if key == "undergo" else ())
            for form in sorted(verb_forms(wording.head, irregular, doubling)):
                light.setdefault(form, []).append(wording)
    return EventLexicon(
        language=language,
        rules=rules,
        verbs=_index(rules, "verb", irregular, doubling),
        nouns=_index(rules, "noun", irregular, doubling),
        light={form: tuple(found) for form, found in light.items()},
        idioms=frozenset(tuple(text.split()) for text in grammar.get("idioms", ())),
        undergone=frozenset(undergone),
        classes=classes,
    )


def parse_wording(text: str, part: Part) -> Wording:
    """Read a wording: `*` marks the head, `…` a gap; see the README for the defaults."""
    parts = text.replace("-", " ").split()
    words = [part_.lstrip("*") for part_ in parts]
    head = next((i for i, word in enumerate(parts) if word.startswith("*")), None)
    if head is None:
        stop = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
        head = 0 if part == "verb" else stop - 1
    after: list[Step] = []
    far = False
    for word in words[head + 1 :]:
        if word == "…":
            far = True
        else:
            after.append(Step(word, far))
            far = False
    return Wording(text, words[head], tuple(words[:head]), tuple(after))


# --- reading ------------------------------------------------------------------------------


def _index(
    rules: Sequence[Rule],
    part: Part,
    irregular: Mapping[str, tuple[str, ...]],
    doubling: frozenset[str],
) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[tuple[Rank, Entry]]] = {}
    for rule in rules:
        if rule.part != part:
            continue
        for wording in rule.wordings:
            forms = {
                form
                for head in spellings(wording.head)
                for form in (
                    noun_forms(head) if part == "noun" else verb_forms(head, irregular, doubling)
                )
            }
            others = frozenset((*wording.before, *(step.word for step in wording.after)))
            ranked = _rank(rule, wording), Entry(rule, wording, others)
            for form in sorted(forms):
                index.setdefault(form, []).append(ranked)
    return {
        form: tuple(entry for _, entry in sorted(entries, key=itemgetter(0)))
        for form, entries in index.items()
    }


def _rank(rule: Rule, wording: Wording) -> Rank:
    """Sorts the most specific rule first."""
    conditions = max((len(tests) for tests in rule.needs), default=0)
    return (
        -rule.priority,
        -wording.size,
        -conditions,
        -(rule.mode is not None),
        -len(wording.text),
        rule.rule_id,
    )


def _read(path: Path) -> dict[str, Any]:
    return read_toml(path) if path.is_file() else {}


def _read_classes(path: Path) -> dict[str, Test]:
    """Classes of words; a class may hold others ('@police') that stand before it."""
    classes: dict[str, Test] = {}
    for name, entry in _read(path).items():
        unknown = set(entry) - {"words", "names", "endings"}
        if unknown:
            raise DataError(f"{path.name}: {name}: unknown key {sorted(unknown)[0]}")
        where = f"{path.name}: {name}"
        test = _read_test("", entry.get("words", []), classes, where, entry.get("names", []))
        endings = (*test.endings, *entry.get("endings", ()))
        classes[name] = replace(test, endings=tuple(dict.fromkeys(endings)))
    return classes


def _read_test(
    place: str,
    words: Sequence[str],
    classes: Mapping[str, Test],
    where: str,
    names: Sequence[str] = (),
) -> Test:
    lemmas: set[str] = set()
    phrases: set[str] = set()
    labels: set[str] = set(names)
    endings: list[str] = []
    bare: set[str] = set()
    for word in words:
        if word.startswith("@"):
            if word[1:] not in classes:
                raise DataError(f"{where}: no class {word}")
            other = classes[word[1:]]
            lemmas |= other.lemmas
            phrases |= other.phrases
            labels |= other.labels
            endings += other.endings
            bare |= other.bare
        elif word.endswith("!"):
            bare |= spellings(word[:-1])
        elif " " in word or "-" in word[1:]:
            phrases.add(word.replace("-", " "))
            lemmas.update({word} - {word.replace("-", " ")})
        else:
            lemmas |= spellings(word)
    return Test(
        place,
        frozenset(lemmas - {"*", "?"}),
        frozenset(phrases),
        frozenset(labels),
        frozenset(word for phrase in phrases for word in phrase.split()),
        anything="*" in lemmas,
        unsaid="?" in lemmas,
        endings=tuple(dict.fromkeys(endings)),
        bare=frozenset(bare),
    )


def _read_rules(path: Path, classes: Mapping[str, Test]) -> list[Rule]:
    data = _read(path)
    kind = data.get("type")
    if kind != "none" and kind not in get_args(EventType):
        raise DataError(f"{path.name}: unknown type {kind!r}")
    rules = [
        _read_rule(entry, None if kind == "none" else kind, path.name, classes)
        for entry in data.get("rule", ())
    ]
    ids = [rule.rule_id for rule in rules]
    for rule_id in ids:
        if ids.count(rule_id) > 1:
            raise DataError(f"{path.name}: {rule_id}: the id stands twice")
    return rules


def _read_rule(
    entry: Mapping[str, Any], kind: EventType | None, file: str, classes: Mapping[str, Test]
) -> Rule:
    where = f"{file}: {entry.get('id', 'a rule without id')}"
    unknown = set(entry) - RULE_KEYS
    if unknown:
        raise DataError(f"{where}: unknown key {sorted(unknown)[0]}")
    if ("verbs" in entry) == ("nouns" in entry):
        raise DataError(f"{where}: give either verbs or nouns")
    part: Part = "verb" if "verbs" in entry else "noun"
    actor, recipient = _read_sides(entry, part, where)
    needs = entry.get("needs", {})
    for key in ("id", "act"):
        if key not in entry:
            raise DataError(f"{where}: {key} is missing")
    return Rule(
        rule_id=entry["id"],
        type=kind,
        mode=entry.get("mode"),
        act=entry["act"],
        part=part,
        wordings=tuple(parse_wording(text, part) for text in entry[f"{part}s"]),
        actor=actor,
        recipient="none" if entry.get("reciprocal") else recipient,
        reciprocal=entry.get("reciprocal", False),
        weak=entry.get("weak", part == "noun"),
        content=entry.get("content", False),
        stopped=entry.get("stopped", False),
        priority=entry.get("priority", 0),
        needs=tuple(
            _read_tests(table, classes, where)
            for table in (needs if isinstance(needs, list) else [needs] if needs else [])
        ),
        blocks=_read_tests(entry.get("not", {}), classes, where),
        examples=_texts(entry, "example"),
        counter_examples=_texts(entry, "counter_example"),
    )


def _read_sides(entry: Mapping[str, Any], part: Part, where: str) -> tuple[Any, Any]:
    """Where the actor and the recipient of a rule stand, by default those of an active verb."""
    roles, default = VERB_ROLES, ("subject", "object")
    if part == "noun":
        roles, default = NOUN_ROLES, ("by", "of")
    sides = entry.get("actor", default[0]), entry.get("recipient", default[1])
    for role in sides:
        if role not in roles:
            raise DataError(f"{where}: a {part} has no role {role!r}")
    return sides


def _read_tests(
    table: Mapping[str, Any], classes: Mapping[str, Test], where: str
) -> tuple[Test, ...]:
    return tuple(
        _read_test(place, [words] if isinstance(words, str) else words, classes, where)
        for place, words in table.items()
    )


def _texts(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = entry.get(key, ())
    return (value,) if isinstance(value, str) else tuple(value)
