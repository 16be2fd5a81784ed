"""Errors that users meet; each carries one clear line."""


class ReportedlyError(Exception):
    """Base of all errors that Reportedly raises on purpose."""


class InputError(ReportedlyError):
    """An input that cannot be read; it becomes a row of the problems table."""


class CollectionError(ReportedlyError):
    """A collection that is missing, locked, of another version or on a full disk."""


class DataError(ReportedlyError):
    """A lexicon, registry or gazetteer file that breaks its documented format."""


class OptionError(ReportedlyError):
    """An option with a value that cannot be used; the command line exits with 2."""
