"""What extraction needs besides the document, loaded once."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract.furniture import FurnitureRules, load_furniture
from reportedly.extract.glued import WordKnowledge, load_word_knowledge
from reportedly.extract.language import Detector, load_detector
from reportedly.extract.outlets import OutletRegistry, load_outlets
from reportedly.extract.page import silence_libraries


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractResources:
    """Rules, word lists, the outlet registry and the language recogniser."""

    furniture: FurnitureRules
    words: WordKnowledge
    outlets: OutletRegistry
    detect_language: Detector


def load_extract_resources() -> ExtractResources:
    """Load what ships with the package.

    Raises:
        DataError: if a data file breaks its format.
    """
    silence_libraries()
    return ExtractResources(
        furniture=load_furniture(),
        words=load_word_knowledge(),
        outlets=load_outlets(),
        detect_language=load_detector(),
    )
