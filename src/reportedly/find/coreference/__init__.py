"""Who is who in one article: mentions that denote the same person, body or group."""

from reportedly.find.coreference.finder import find_entities
from reportedly.find.coreference.words import (
    CoreferenceWords,
    Registry,
    check_coreference_words,
    load_coreference_words,
)

__all__ = [
    "CoreferenceWords",
    "Registry",
    "check_coreference_words",
    "find_entities",
    "load_coreference_words",
]
