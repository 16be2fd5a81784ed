"""The explorer and review desk: a web server on this machine over one collection.

The door is `explore` (runs until stopped); `make_app` gives the same as an ASGI application.
"""

from reportedly.web.app import make_app
from reportedly.web.guard import Door
from reportedly.web.library import Library
from reportedly.web.server import explore

__all__ = ["Door", "Library", "explore", "make_app"]
