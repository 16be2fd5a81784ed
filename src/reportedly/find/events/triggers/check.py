"""Checks the event lexicon: its format and, with a parser, every example sentence of it."""

from __future__ import annotations

import hashlib
from collections import Counter

from reportedly.errors import DataError
from reportedly.find.events.triggers.lexicon import EventLexicon, Rule, load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.parse import Parser
from reportedly.parse.loaded_words import loaded_words
from reportedly.records import Article

_MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize symbolic",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation "
    "cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    None: "death",
}


def check_event_lexicon(parser: Parser | None = None, language: str = "en") -> list[str]:
    """Faults of the lexicon, one line each, with the rule (its id begins with the file's name).

    Args:
        parser: with one, every example must trigger its rule and no counter-example may.
        language: the folder of rules.
    """
    try:
        lexicon = load_event_lexicon(language)
    except DataError as error:
        return [str(error)]
    faults: list[str] = []
    ids = Counter(rule.rule_id for rule in lexicon.rules)
    faults += [f"{rule_id}: the id stands in two files" for rule_id, n in ids.items() if n > 1]
    for rule in lexicon.rules:
        faults += _faults(rule)
    if parser is not None and parser.name is not None:
        faults += _examples(lexicon, parser, language)
    return faults


def _faults(rule: Rule) -> list[str]:
    where, prefix = rule.rule_id, (rule.type or "death").lower()
    faults = []
    if not rule.rule_id.startswith(f"{prefix}."):
        faults.append(f"{where}: the id must begin with {prefix!r}")
    if rule.mode is not None and rule.mode not in _MODES.get(rule.type, "").split():
        faults.append(f"{where}: {rule.type} has no mode {rule.mode!r}")
    for kind, texts in (("example", rule.examples), ("counter_example", rule.counter_examples)):
        if not texts:
            faults.append(f"{where}: {kind} is missing")
    texts_of = [w.text for w in rule.wordings]
    faults += [f"{where}: {t!r} stands twice" for t, n in Counter(texts_of).items() if n > 1]
    if rule.part == "verb":
        loaded = loaded_words().plain_verbs
        faults += [
            f"{where}: {w.text!r} is read as {loaded[w.head]!r}"
            for w in rule.wordings
            if w.head in loaded
        ]
    return faults


def _examples(lexicon: EventLexicon, parser: Parser, language: str) -> list[str]:
    """All sentences as paragraphs of one article, so that they are parsed at one go."""
    cases = [
        (rule, text, kind)
        for rule in lexicon.rules
        for kind, texts in (
            ("example", rule.examples),
            ("counter_example", rule.counter_examples),
        )
        for text in texts
    ]
    document = parser(_article("\n\n".join(text for _, text, _ in cases), language))
    triggered: dict[int, set[str]] = {}
    for trigger in find_triggers(document, lexicon):
        sentence = document.sentences[document.tokens[trigger.token].sentence]
        triggered.setdefault(sentence.paragraph, set()).add(trigger.rule)
    faults = []
    for number, (rule, text, kind) in enumerate(cases):
        found = triggered.get(number, set())
        if (kind == "example") != (rule.rule_id in found):
            said = ", ".join(sorted(found)) or "nothing"
            faults.append(f"{rule.rule_id}: {kind} {text!r} gives {said}")
    return faults


def _article(text: str, language: str) -> Article:
    text_id = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        article_id=text_id, raw_id=text_id, text_id=text_id, text=text, language=language
    )
