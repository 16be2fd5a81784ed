"""Which passages the network of act words never learns from: one text of sixteen."""

from __future__ import annotations

import hashlib

_SHARE = 16  # one text of so many is kept for testing


def is_kept_out(text: str) -> bool:
    """Whether a passage is kept for testing; by its text alone, so that it stays so."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % _SHARE == 0
