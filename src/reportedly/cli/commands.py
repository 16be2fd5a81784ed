"""Imports the modules whose commands stand on the app."""

from reportedly.cli import (
    caring,
    checking,
    demo,
    exploring,
    exporting,
    looking,
    reading,
    showing,
    texts,
)

__all__ = [
    "caring",
    "checking",
    "demo",
    "exploring",
    "exporting",
    "looking",
    "reading",
    "showing",
    "texts",
]
