"""Reads our own labelled sentences as words with labels: what `training/act_words.py` learns from.

A passage is one sentence, its names masked by their kind, with the type of act that some of its
words tell, perhaps its status, and words that have a role in it. Sources: `training/passages` (all
words), and verbs of the labelled sentences
(`training/sentences`), of the lexicon's examples and counter-examples, of `training/verbs`, of the
tests' `ordinary_news.csv` and `silent_news.csv`, and of the invented corpora that were read (of
those in halves, half `a` alone).
"""

from __future__ import annotations

import csv
import hashlib
import json
import runpy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportedly.find.events.act_words import NO_ACTS, is_telling_verb
from reportedly.find.events.labels import NO_TYPE
from reportedly.find.events.masked import masked_words
from reportedly.find.events.triggers.lexicon import load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document, Token, load_parser
from reportedly.records import Article

ROOT = Path(__file__).resolve().parents[1]
PASSAGES = ROOT / "training/passages"
SENTENCES = ROOT / "training/sentences"
VERBS = ROOT / "training/verbs"
TESTED = ROOT / "tests/find/events/ordinary_news.csv"
SILENT = ROOT / "tests/find/events/silent_news.csv"
INVENTED = ROOT / "benchmarks/invented"
CORPORA = (
    (ROOT / "src/reportedly/data/sample/articles.jsonl", INVENTED / "gold.json"),
    *(
        (INVENTED / name / "articles.jsonl", INVENTED / name / "gold.json")
        for name in ("second", "fourth", "fifth", "briefs")
    ),
)
# weights: a verb found by the path alone; another verb of a sentence; a word in another sense;
# a verb and a noun of a passage that are not marked
GUESSED, BESIDE, OTHER_SENSE = 0.8, 0.5, 3.0
UNMARKED_VERB, UNMARKED = 0.7, 0.3
PLAIN = "plain"  # told as done
_READ = frozenset({"VERB", "NOUN", "ADJ", "PROPN", "ADV"})
_CHECK = runpy.run_path(str(PASSAGES / "check.py"))
_MARKS = _CHECK["unmarked"]
STATUSES: tuple[str, ...] = (PLAIN, *sorted(_CHECK["STATUSES"]))
Link = tuple[int, str, int, int]  # word of the act, role, sentence and word that has it


@dataclass(slots=True)
class Passage:
    """One sentence as the network reads it."""

    text: str  # of the whole passage that it stands in
    sentence: int  # of that passage
    words: tuple[str, ...]
    labels: dict[int, tuple[str, float]] = field(default_factory=dict)  # word → label, weight
    statuses: dict[int, str] = field(default_factory=dict)  # word of an act → status
    links: list[Link] | None = None  # None: roles are not marked
    events: dict[int, int] = field(default_factory=dict)  # word of an act → event of the passage

    def add(self, position: int, label: str, weight: float) -> None:
        """Label a word; of two labels the type counts, then the heavier."""
        before = self.labels.get(position)
        if before is None or label != NO_TYPE or before[1] < weight:
            self.labels[position] = (label, weight)


class Reader:
    """Parses texts and collects the passages of labelled words."""

    def __init__(self) -> None:
        self._parser = load_parser()
        self.lexicon = load_event_lexicon()
        self._passages: dict[tuple[str, int], Passage] = {}

    def read(self, text: str) -> tuple[Document, Sequence[Trigger]]:
        """A text and the triggers of its rules."""
        name = hashlib.sha256(text.encode()).hexdigest()
        document = self._parser(
            Article(article_id=name, raw_id=name, text_id=name, text=text, language="en")
        )
        return document, find_triggers(document, self.lexicon)

    def label(
        self,
        document: Document,
        token: Token,
        label: str,
        weight: float = 1.0,
        status: str | None = None,
    ) -> None:
        """Note the label of one word, and the status of its act."""
        if token.lemma in NO_ACTS:
            return
        passage, position = self._at(document, token)
        if position is not None:
            passage.add(position, label, weight)
            if status is not None:
                passage.statuses[position] = status

    def event(self, document: Document, act: Token, event: int) -> None:
        """Note the event that a word tells; roles in the acts of its sentence are marked then."""
        passage, position = self._at(document, act)
        passage.links = passage.links or []
        if position is not None:
            passage.events.setdefault(position, event)

    def link(self, document: Document, act: Token, role: str, word: Token) -> None:
        """Note that a word has a role in the act that another word of its passage tells."""
        (passage, told), (other, position) = self._at(document, act), self._at(document, word)
        if told is None or position is None or (passage is other and told == position):
            return
        passage.links = [*(passage.links or ()), (told, role, other.sentence, position)]

    def _at(self, document: Document, token: Token) -> tuple[Passage, int | None]:
        sentence = document.sentences[token.sentence]
        words, positions = masked_words(document.sentence_tokens(sentence))
        key = (document.text, token.sentence)
        passage = self._passages.setdefault(key, Passage(document.text, token.sentence, words))
        return passage, positions.get(token.index)

    def passages(self) -> list[Passage]:
        """All that was labelled, in order of reading."""
        return list(self._passages.values())


def read_passages() -> list[Passage]:
    """The passages of all sources."""
    reader = Reader()
    for file in sorted(PASSAGES.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            of_passage(reader, line)
    for sentence in runpy.run_path(str(SENTENCES / "check.py"))["read_sentences"](SENTENCES):
        of_sentence(reader, sentence)
    for rule in reader.lexicon.rules:
        of_rule(reader, rule)
    for row in rows_of(TESTED):
        told_as(reader, row["sentence"], row["type"])
    for row in rows_of(SILENT):
        document, triggers = reader.read(row["sentence"])
        for token in unread(document, triggers):
            reader.label(document, token, NO_TYPE, OTHER_SENSE)
    for articles, gold in CORPORA:
        of_corpus(reader, articles, gold)
    for line in (VERBS / "acts.txt").read_text("utf-8").splitlines():
        kind, _, marked = line.partition("|")
        of_act(reader, kind, marked)
    for line in (VERBS / "ordinary.txt").read_text("utf-8").splitlines():
        document, _ = reader.read(line)
        for token in filter(is_telling_verb, document.tokens):
            reader.label(document, token, NO_TYPE)
    return reader.passages()


def rows_of(table: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def unread(document: Document, triggers: Sequence[Trigger]) -> Iterator[Token]:
    """The verbs that no rule reads."""
    inside = {index for t in triggers for index in (t.token, *range(t.first, t.last))}
    yield from (t for t in document.tokens if is_telling_verb(t) and t.index not in inside)


def of_passage(reader: Reader, line: str) -> None:
    """The marked words of a passage, and all others that could tell an act."""
    text, marks = _MARKS(line)
    document, _ = reader.read(text)
    heads = {}
    for mark in marks:
        head = document.root_of(mark.start, mark.end)
        if head is not None:
            heads[head.index] = mark
    acts = [mark for mark in marks if mark.acts]
    for token in document.tokens:
        mark = heads.get(token.index)
        if mark is not None and mark.acts:
            reader.label(document, token, mark.acts[0].type, status=mark.acts[0].status or PLAIN)
        elif token.pos in _READ and not any(m.start <= token.start < m.end for m in acts):
            weight = UNMARKED_VERB if token.pos == "VERB" else UNMARKED
            reader.label(document, token, NO_TYPE, weight)
    telling = [(token, act.event) for token, mark in heads.items() for act in mark.acts]
    for token, event in telling:
        if event is None:
            continue
        reader.event(document, document.tokens[token], event)
        for word, mark in heads.items():
            for role, of in mark.roles:
                if of == event and word != token:
                    reader.link(document, document.tokens[token], role, document.tokens[word])


def of_act(reader: Reader, kind: str, marked: str) -> None:
    """A verb between stars, and the other verbs that no rule reads."""
    document, triggers = reader.read(marked.replace("*", ""))
    ruled = {trigger.token for trigger in triggers}
    for token in document.tokens:
        if token.start == marked.index("*"):
            reader.label(document, token, kind)
        elif is_telling_verb(token) and token.index not in ruled:
            reader.label(document, token, NO_TYPE, BESIDE)


def of_sentence(reader: Reader, sentence: Any) -> None:  # noqa: ANN401  # of check.py
    """The verb of each label, and the verbs that stand on no path between two actors."""
    document, triggers = reader.read(sentence.text)
    used: set[int] = set()
    for label in sentence.labels:
        path = path_of(document, label.source, label.target)
        used |= {token.index for token in path}
        if label.type == NO_TYPE:
            for token in filter(is_telling_verb, path):
                reader.label(document, token, NO_TYPE)
            continue
        near = {t.index for t in path}
        near |= {child.index for t in path for child in document.children(t.index)}
        ruled = [t for t in triggers if t.type == label.type and near & {t.token, t.first}]
        if ruled:
            used.add(ruled[0].token)
            if document.tokens[ruled[0].token].pos in {"VERB", "AUX"}:
                reader.label(document, document.tokens[ruled[0].token], label.type)
            continue
        verb = next((t for t in path if is_telling_verb(t)), None)
        if verb is not None:
            reader.label(document, verb, label.type, GUESSED)
    for token in unread(document, triggers):
        if token.index not in used:
            reader.label(document, token, NO_TYPE, BESIDE)


def path_of(
    document: Document, source: tuple[int, int] | None, target: tuple[int, int] | None
) -> list[Token]:
    """The words above two actors, from where they meet downwards; of one, those above it."""
    heads = [document.root_of(*span) for span in (source, target) if span is not None]
    chains = [list(document.ancestors(head.index)) for head in heads if head is not None]
    if len(chains) < 2:
        return chains[0][:4] if chains else []
    other = {token.index for token in chains[1]}
    meeting = next((token for token in chains[0] if token.index in other), None)
    if meeting is None:
        return []
    below = [chain[: [t.index for t in chain].index(meeting.index)][::-1] for chain in chains]
    return [meeting, *below[0], *below[1]]


def of_rule(reader: Reader, rule: Any) -> None:  # noqa: ANN401  # a lexicon's rule
    """What the examples of a rule tell, and the verbs of counter-examples that tell nothing."""
    for text in (*rule.examples, *rule.counter_examples):
        document, triggers = reader.read(text)
        for trigger in triggers:
            if trigger.type is not None and not trigger.nominal:
                reader.label(document, document.tokens[trigger.token], trigger.type)
        if not triggers:
            for token in filter(is_telling_verb, document.tokens):
                reader.label(document, token, NO_TYPE)


def told_as(reader: Reader, text: str, kind: str) -> None:
    """The first verb of a sentence that a rule reads as of a type."""
    document, triggers = reader.read(text)
    for trigger in [t for t in triggers if t.type == kind and not t.nominal][:1]:
        reader.label(document, document.tokens[trigger.token], kind)


def of_corpus(reader: Reader, articles: Path, gold: Path) -> None:
    """Verbs by which rules read the gold's acts, and all verbs outside its passages."""
    told = {article["id"]: article for article in json.loads(gold.read_text("utf-8"))["articles"]}
    for line in articles.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("half", "a") != "a" or row["id"] not in told:
            continue
        article = told[row["id"]]
        document, triggers = reader.read(row["text"])
        passages = [(r["evidence"], r["type"]) for r in article["reports"] if r.get("evidence")]
        claims = [claim["span"] for claim in article.get("claims", ()) if claim["span"]]
        used: set[int] = set()
        for span, kind in passages:
            for trigger in triggers:
                token = document.tokens[trigger.token]
                ruled = trigger.type == kind and not trigger.nominal and _is_inside(token, span)
                if ruled and token.index not in used:
                    used.add(token.index)
                    reader.label(document, token, kind)
        spans = [*(span for span, _ in passages), *claims]
        for token in unread(document, triggers):
            if not any(_is_inside(token, s) for s in spans):
                reader.label(document, token, NO_TYPE)


def _is_inside(token: Token, span: dict[str, int]) -> bool:
    return span["start"] <= token.start < span["end"]
