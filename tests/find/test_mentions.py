"""From a passage to its entity. Every sentence here is invented."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.find.coreference import find_entities
from reportedly.find.mentions import MentionIndex, full_phrase, noun_phrase
from reportedly.parse import Document

TEXT = "Interior minister Ana Roa left. The lawyers for the Belt Dockers' Union said she was late."


def test_a_passage_leads_to_its_entity(parse_text: Callable[..., Document]) -> None:
    document = parse_text(TEXT)
    entities = find_entities(document)

    def name_at(words: str) -> str | None:
        start = TEXT.index(words)
        found = MentionIndex(entities).at(start, start + len(words))
        return found.name if found else None

    assert name_at("Ana Roa") == "Ana Roa"  # the mention itself
    assert name_at("Roa") == "Ana Roa"  # inside a mention
    assert name_at("Interior minister Ana Roa") == "Ana Roa"  # ends in a mention
    assert name_at("she") == "Ana Roa"
    assert name_at("left") is None


def test_noun_phrases(parse_text: Callable[..., Document]) -> None:
    document = parse_text(TEXT)
    head = next(t for t in document.tokens if t.text == "lawyers")

    def words(span: tuple[int, int]) -> str:
        return document.span(document.tokens[span[0] : span[1]]).quote

    assert words(noun_phrase(document, head)) == "The lawyers"
    assert words(full_phrase(document, head)) == "The lawyers for the Belt Dockers' Union"
