"""Who acts behind "by", where a parser takes the word before him for a verb.

"Killed *by retreating soldiers*", "killed *by hired killers*": what only describes the agent of a
passive passes for what was done, and the agent for its object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, attach, child, children, move, subtree

_MANY = frozenset({"NNS", "NNPS"})


def with_described_agents(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with the agents of passives that a parser made objects."""
    found = list(words)
    for by in range(len(words) - 2):
        if words[by].text == "by" and words[by].dep in {"agent", "prep"}:
            _describe(found, by)
    return tuple(found)


def _describe(words: list[Word], by: int) -> None:
    word = words[by + 1]
    agent = child(words, by + 1, "dobj")
    if child(words, by, "pobj") is not None or agent is None or words[agent].tag not in _MANY:
        return
    gerund = word.tag == "VBG" and word.dep == "pcomp" and word.head == by
    participle = word.tag in {"VBN", "VBD"} and word.dep == "conj" and word.head == words[by].head
    if gerund and word.lemma not in parsing_words().moving:
        return  # "ended it by arresting leaders"
    if not (gerund or participle) or min(subtree(words, agent)) != by + 2:
        return
    if child(words, agent, "det", "poss", "nummod") is not None:
        return
    attach(words, agent, "pobj", by)
    words[by + 1] = replace(word, dep="amod", head=agent)
    move(words, [n for n in children(words, by + 1) if n > agent], words[by].head)
