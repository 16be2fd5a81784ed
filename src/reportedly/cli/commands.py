"""Imports the modules whose commands stand on the app."""

from reportedly.cli import (
    auditing,
    caring,
    checking,
    demo,
    exploring,
    exporting,
    expunging,
    importing,
    linking,
    looking,
    plotting,
    reading,
    reviewing,
    showing,
    texts,
)

__all__ = [
    "auditing",
    "caring",
    "checking",
    "demo",
    "exploring",
    "exporting",
    "expunging",
    "importing",
    "linking",
    "looking",
    "plotting",
    "reading",
    "reviewing",
    "showing",
    "texts",
]
