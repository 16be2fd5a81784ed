"""Imports the modules whose commands stand on the app."""

from reportedly.cli import checking, demo, exporting, looking, reading, showing, texts

__all__ = ["checking", "demo", "exporting", "looking", "reading", "showing", "texts"]
