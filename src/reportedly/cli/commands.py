"""Imports the modules whose commands stand on the app."""

from reportedly.cli import checking, demo, exploring, exporting, looking, reading, showing, texts

__all__ = ["checking", "demo", "exploring", "exporting", "looking", "reading", "showing", "texts"]
