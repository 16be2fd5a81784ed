"""Rows of hand-coded data sets: read, kept apart, linked to our events, compared.

import_rows(collection, path, columns) keeps them; compared(collection) tells what each side has.
"""

from reportedly.imports.comparing import COLUMNS, SIDES, compared, counts_of
from reportedly.imports.keeping import Imported, import_rows
from reportedly.imports.maps import ColumnMap, check_maps, load_map, shipped_map
from reportedly.imports.rows import read_rows
from reportedly.imports.tables import Fault

__all__ = [
    "COLUMNS",
    "SIDES",
    "ColumnMap",
    "Fault",
    "Imported",
    "check_maps",
    "compared",
    "counts_of",
    "import_rows",
    "load_map",
    "read_rows",
    "shipped_map",
]
