"""The dateline of a paragraph: "CORO, May 3 (The Agency) - Farmers blocked …"."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w .,'’/-]{1,60}?)"
    r"(?P<day>,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?"
    r"(?P<agency>\s*\([^()\n]{2,60}\))?"
    r"\s*(?:[–—]|-{1,2})\s+(?=[\"“'‘«]?[A-ZÀ-Þ0-9])"
)


def dateline_end(paragraph: str) -> int:
    """Where the sentence after a dateline begins; 0 where the paragraph has none.

    A place in capitals, or an agency in brackets, tells a dateline from other words before a dash.
    """
    match = _DATELINE.match(paragraph)
    if match is None:
        return 0
    words = [w for w in re.split(r"[^\w]+", match["place"]) if w]
    in_capitals = bool(words) and words[0].isupper() and len(words[0]) > 1
    return match.end() if in_capitals or match["agency"] else 0
