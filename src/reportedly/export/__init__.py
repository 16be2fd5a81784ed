"""Records to files that other tools open; one module a format.

The door is `write_export`; `FORMATS` names the formats, `open_reader` what they all read.
"""

from reportedly.export.door import FORMATS, UNREDACTED, open_reader, write_export
from reportedly.export.options import Options, Written
from reportedly.export.profiles import check_profile, check_profiles
from reportedly.export.row_log import logged_rows
from reportedly.export.scoring import scoring
from reportedly.export.scratch import Scratch
from reportedly.export.told import Reader

__all__ = [
    "FORMATS",
    "UNREDACTED",
    "Options",
    "Reader",
    "Scratch",
    "Written",
    "check_profile",
    "check_profiles",
    "logged_rows",
    "open_reader",
    "scoring",
    "write_export",
]
