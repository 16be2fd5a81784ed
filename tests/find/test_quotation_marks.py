"""Quotation marks of all styles. Every sentence here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.find.marks import find_marked

CASES = [
    ('"We stay," she said.', ["We stay,"]),  # straight
    ("“We stay,” she said.", ["We stay,"]),  # curly
    ("«No nos vamos», dijo.", ["No nos vamos"]),  # guillemets
    ("„Wir bleiben“, sagte sie.", ["Wir bleiben"]),  # low opening mark
    ("»Wir bleiben«, sagte sie.", ["Wir bleiben"]),  # guillemets turned inwards
    ("”Vi stannar”, sade hon.", ["Vi stannar"]),  # the same mark on both sides
    ("‚Wir bleiben‘, sagte sie.", ["Wir bleiben"]),  # low single mark
    ("『我们留下』", ["我们留下"]),  # corner brackets
    ("《晚报》", ["晚报"]),  # book title marks
    ("＂We stay,＂ she said.", ["We stay,"]),  # full width
    ("گفت: «ما می‌مانیم» و رفت.", ["ما می‌مانیم"]),  # right to left
    ("She left.” He stayed.", []),  # a closing mark that nothing opened
    ("''We stay,'' she said.", ["We stay,"]),  # doubled single marks of old wires
    ("'We saw it,' he said.", ["We saw it,"]),  # single marks
    ("It's the workers' day.", []),  # apostrophes are no marks
    ("'It's the workers' day,' he said.", ["It's the workers' day,"]),  # both in one
    ("\"She wrote: 'Stay.'\" he said.", ["She wrote: 'Stay.'", "Stay."]),  # nested
    ("“A ‘small’ price,” he said.", ["A ‘small’ price,", "small"]),  # nested, curly
    (  # nested, straight in straight
        '"If you walk in and say, "Ten boxes," you wait," she said.',
        ['If you walk in and say, "Ten boxes," you wait,', "Ten boxes,"],
    ),
    ('"One." She left. "Two." He came.', ["One.", "Two."]),  # one after the other
    ('A 5" pipe and a 6" pipe.', []),  # inches
    ('He said,"We stay here."', ["We stay here."]),  # no space before the opening mark
    ('"No,"he said."We stay."', ["No,", "We stay."]),  # no space after the closing mark
    ('She spoke of"joint work" and left.', ["joint work"]),  # glued to a word
    ('A 6"x9" page.', []),  # inches again
    ('He said: "It was late.', []),  # never closed, nothing follows
    ('"One.\n\n"Two," he said.', ["One.", "Two,"]),  # a speech of two paragraphs
    ("“We stay,“ she said. “Now.“", ["We stay,", "Now."]),  # an opening mark that closes
    (  # the last words of a speech whose closing mark was forgotten
        "“No,” she said. “We stay for as long as the rain goes on.",
        ["No,", "We stay for as long as the rain goes on."],
    ),
    ("A hat with “Sail on, all of you who have a boat to sail.", []),  # no sentence by itself
    ("“No,” she said. “We stay.", ["No,"]),  # too short to tell
]


@pytest.mark.parametrize(("text", "passages"), CASES)
def test_passages_between_marks(text: str, passages: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_marked(text)] == passages


def test_depth_and_unclosed_passages() -> None:
    inner = find_marked("\"She wrote: 'Stay.'\"")
    assert [m.depth for m in inner] == [0, 1]
    assert [m.closed for m in find_marked('"One.\n\n"Two," he said.')] == [False, True]


@given(st.text(alphabet="ab \n'\"“”‘’‚„«»『』.,s`", max_size=60))
def test_any_text_gives_sound_passages(text: str) -> None:
    for m in find_marked(text):
        assert 0 <= m.outer_start < m.start < m.end <= m.outer_end <= len(text)
        assert "\n" not in text[m.start : m.end]


def test_marks_within_each_other_are_followed_to_sixteen() -> None:
    """A text of marks alone costs no more than its length."""
    nested = find_marked("“‘" * 40 + "We stay" + "’”" * 40)
    assert [marked.depth for marked in nested] == list(range(16))
