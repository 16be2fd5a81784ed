"""What the packed columns hold, by which dictionary, and what older ones held."""

from __future__ import annotations

import json
from typing import Any

import pytest
import zstandard

from reportedly.codec import encode_analysis
from reportedly.store.packing import (
    DICTIONARIES,
    pack_analysis,
    pack_article,
    pack_bytes,
    pack_text,
    unpack,
    unpack_analysis,
    unpack_article,
    unpack_bytes,
    unpack_text,
)
from tests.store.examples import analysis_of, outcome

GIVEN = outcome("Workers marched in Belt on Monday, as the union had asked them to.")
ARTICLE = GIVEN.article
assert ARTICLE
ANALYSIS = analysis_of(ARTICLE)
IDS = {"article_id": ARTICLE.article_id, "text_id": ARTICLE.text_id, "raw_id": ARTICLE.raw_id}


def row(**packed: bytes) -> Any:
    """As the database gives it."""
    return {**IDS, **packed}


def test_each_kind_comes_back_and_names_its_dictionary() -> None:
    text, article, analysis = (
        pack_text(ARTICLE.text),
        pack_article(ARTICLE),
        pack_analysis(ANALYSIS),
    )
    assert unpack_text(text) == ARTICLE.text
    assert unpack_article(row(article=article), ARTICLE.text) == ARTICLE
    assert unpack_analysis(row(analysis=analysis), ARTICLE.text) == ANALYSIS
    named = [zstandard.get_frame_parameters(one).dict_id for one in (text, article, analysis)]
    assert named == [DICTIONARIES["text"], DICTIONARIES["article"], DICTIONARIES["analysis"]]


def test_ids_and_text_stand_beside_an_article_and_an_analysis() -> None:
    told = json.dumps([unpack(pack_article(ARTICLE)), unpack(pack_analysis(ANALYSIS))])
    for value in (*IDS.values(), ARTICLE.text):
        assert value not in told


def test_an_analysis_of_format_4_is_read_as_it_stands() -> None:
    whole = json.dumps(encode_analysis(ANALYSIS))
    compact = json.loads(whole, object_hook=lambda data: {k: data[k] for k in data if k != "quote"})
    packed = pack_bytes(json.dumps(compact).encode())
    assert unpack_analysis(row(analysis=packed), ARTICLE.text) == ANALYSIS


def test_a_text_packed_by_the_dictionary_of_today_stays_readable() -> None:
    """The dictionary is part of the format: bytes as they were written when it was made."""
    packed = bytes.fromhex(PACKED)
    assert unpack_text(packed) == "Workers marched in Belt on Monday, the police said."


def test_a_dictionary_that_is_not_here_is_told() -> None:
    samples: list[Any] = [f"{n} dockers marched on the ministry {n}".encode() for n in range(3000)]
    other = zstandard.train_dictionary(2048, samples, dict_id=49_999)
    packed = zstandard.ZstdCompressor(dict_data=other).compress(b"dockers marched")
    with pytest.raises(zstandard.ZstdError, match="dictionary 49999"):
        unpack_bytes(packed)


PACKED = "28b52ffd22419c33050100806c686520706f6c69636520736169642e04fc632e74e4ab86c66c6a2d11be0e"
