"""What the explorer reads: rows with private names hidden, and columns for quick filters.

A projection of the collection that may be deleted: `refresh` makes it or brings it up to date.
"""

from reportedly.web.projection.build import Progress, is_current, nothing, refresh, tellers_of
from reportedly.web.projection.rows import names_of, privacy_of, short

__all__ = [
    "Progress",
    "is_current",
    "names_of",
    "nothing",
    "privacy_of",
    "refresh",
    "short",
    "tellers_of",
]
