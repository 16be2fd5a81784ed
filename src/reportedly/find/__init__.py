"""Finders of the document level: each reads the records of those before it."""
