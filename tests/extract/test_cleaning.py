"""The cleaned text and the way back to the raw one. All texts are invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract import ExtractResources
from reportedly.extract.cleaning import Cleaned, clean, safe

LINES = st.lists(
    st.sampled_from(
        [
            "", "  ", "Share this", "By Ana Brisk", "Tags: Orla, docks", "Most read", "Home > News",
            "Swan stops tram", "Dockers walk out", "Police closed the bridge on Monday.",
            "Two were hurt. Sign up for our newsletter.", "© Quay Gazette", "Nobody came.\r", "—",
            "\u00a0Rain fell\u00a0in Orla.", "Readers can write to the editors at any time.",
        ]
    ),
    max_size=14,
)  # fmt: skip
_TITLE = "Dockers walk out in Orla"


def assert_sound(raw_text: str, cleaned: Cleaned) -> None:
    """Pieces rebuild the text, furniture quotes the raw text, and nothing else is lost."""
    at = 0
    for start, start_raw, length in cleaned.pieces:
        assert cleaned.text[at:start].strip() == ""
        assert cleaned.text[start : start + length] == raw_text[start_raw : start_raw + length]
        at = start + length
    assert at == len(cleaned.text)
    for item in cleaned.furniture:
        assert raw_text[item.start : item.end] == item.text
        assert item.reason
    covered = [False] * len(raw_text)
    spans = [(p[1], p[1] + p[2]) for p in cleaned.pieces]
    for start, end in spans + [(f.start, f.end) for f in cleaned.furniture]:
        assert not any(covered[start:end]), "nothing is both kept and cut"
        covered[start:end] = [True] * (end - start)
    left = "".join(c for c, seen in zip(raw_text, covered, strict=True) if not seen)
    assert left.strip() == ""


def test_pieces_and_furniture_cover_the_raw_text(resources: ExtractResources) -> None:
    @settings(max_examples=150, deadline=None)
    @given(LINES, st.sampled_from(["\n", "\n\n", "\r\n"]))
    def check(lines: list[str], end: str) -> None:
        raw_text = safe(end.join(lines))
        assert_sound(raw_text, clean(raw_text, _TITLE, resources.furniture))

    check()


def test_any_text_is_cleaned(resources: ExtractResources) -> None:
    @settings(max_examples=100, deadline=None)
    @given(st.text(max_size=300))
    def check(text: str) -> None:
        raw_text = safe(text)
        assert len(raw_text) == len(text)
        assert_sound(raw_text, clean(raw_text, None, resources.furniture))

    check()


def test_cleaning_twice_changes_nothing(resources: ExtractResources) -> None:
    raw_text = "Home > News\n\nPolice closed the bridge on Monday.\n\nShare this"
    once = clean(raw_text, None, resources.furniture)
    assert once.text == "Police closed the bridge on Monday."
    assert clean(once.text, None, resources.furniture).text == once.text


def test_a_text_without_furniture_is_one_piece_with_its_spaces(
    resources: ExtractResources,
) -> None:
    raw_text = "\n\nRain\u00a0fell in  Orla.\r\n\r\n\tThe river rose.\n"
    cleaned = clean(raw_text, None, resources.furniture)
    assert cleaned.text == "Rain\u00a0fell in  Orla.\r\n\r\n\tThe river rose."
    assert cleaned.pieces == ((0, 2, len(cleaned.text)),)


def test_paragraphs_stay_apart_where_a_line_between_them_is_cut(
    resources: ExtractResources,
) -> None:
    raw_text = "Rain fell in Orla.\nAdvertisement\nThe river rose."
    cleaned = clean(raw_text, None, resources.furniture)
    assert cleaned.text == "Rain fell in Orla.\n\nThe river rose."
    assert cleaned.pieces == ((0, 0, 18), (20, 33, 15))


def test_unsafe_characters_are_replaced_one_for_one() -> None:
    assert safe("a\x00b\ud800c\U0001f600") == "a\ufffdb\ufffdc\U0001f600"
