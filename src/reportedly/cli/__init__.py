"""The command line: thin over the verbs of `reportedly`."""

from reportedly.cli.main import main

__all__ = ["main"]
