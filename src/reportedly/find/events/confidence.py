"""How sure a report is: the share of reports told like it that were right.

The weights (`models/reports`, its card tells how they came about) turn what the text does with an
act into a share: whether a rule knows its word, whether it is told again, with a day of its own,
or in a text that tells few acts.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from reportedly.errors import DataError
from reportedly.find.events.act_words import LABELS, ReadWords
from reportedly.find.events.acts.settled import Settled
from reportedly.find.events.told.openings import OPENED
from reportedly.find.reading import Reading

FEATURES = (
    "constant", "weak word", "noun", "no rule's word", "told again", "own day", "own place",
    "points back", "far from the outlet", "retold",
)  # fmt: skip
READ_FEATURES = (*FEATURES, "few acts around", "type doubted")  # where a network reads the words
_FILE = "models/reports/weights.json"
_MOST_MENTIONS = 3
_FAR = 2  # links of a chain that are usual: the outlet and one speaker
_LEAST = 0.05  # points that are told
_FEW = 0.5  # acts a sentence below which a text is no news of deeds

Grounds = Mapping[str, float]


def grounds_of(reading: Reading, settled: Settled) -> Grounds:
    """What speaks for and against a report, by the names of `READ_FEATURES`."""
    act, lead = settled.act, settled.act.lead
    found = {
        "constant": 1.0,
        "weak word": float(lead.trigger.weak),
        "noun": float(all(t.trigger.nominal for t in act.tellings)),
        "no rule's word": float(lead.trigger.rule == OPENED),
        "told again": float(min(len(act.tellings), _MOST_MENTIONS) - 1),
        "own day": float(any(t.date is not None for t in act.tellings)),
        "own place": float(any(t.places for t in act.tellings)),
        "points back": float(lead.definite),
        "far from the outlet": float(len(lead.chain) > _FAR),
        "retold": float(settled.retold),
    }
    words = reading.links
    if isinstance(words, ReadWords) and words.model() is not None:
        found["few acts around"] = float(words.density() < _FEW)
        found["type doubted"] = 1.0 - _share_of_type(reading, settled, words)
    return found


def confidence(grounds: Grounds) -> float:
    """The share of reports with such grounds that were right, to two digits.

    Raises:
        DataError: if the weights are missing or broken.
    """
    weights = _weights_for(grounds)
    odds = sum(weights[name] * value for name, value in grounds.items())
    return round(1 / (1 + math.exp(-odds)), 2)


def weighed(grounds: Grounds) -> tuple[tuple[str, float], ...]:
    """What each ground adds to the log-odds, the strongest first; without the constant."""
    weights = _weights_for(grounds) if grounds else {}
    points = [(n, weights[n] * value) for n, value in grounds.items() if n != "constant"]
    told = [(name, number) for name, number in points if abs(number) >= _LEAST]
    return tuple(sorted(told, key=lambda pair: -abs(pair[1])))


def _weights_for(grounds: Grounds) -> Mapping[str, float]:
    return _weights()["read" if len(grounds) == len(READ_FEATURES) else "plain"]


def _share_of_type(reading: Reading, settled: Settled, words: ReadWords) -> float:
    """The greatest share that the network gives the type in a word that tells the act."""
    if settled.type is None:
        return 1.0
    column = LABELS.index(settled.type)
    triggers = [t.trigger for t in settled.act.tellings]
    indices = {i for t in triggers for i in (t.token, *range(t.first, t.last))}
    read = (words.shares(reading.document.tokens[index]) for index in sorted(indices))
    return max((float(shares[column]) for shares in read if shares is not None), default=0.0)


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    try:
        stored = json.loads(files("reportedly").joinpath(_FILE).read_text("utf-8"))
        return {
            name: {feature: float(stored[name][feature]) for feature in features}
            for name, features in (("plain", FEATURES), ("read", READ_FEATURES))
        }
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"{_FILE}: {error}") from error
