"""Watches what a process does: no test reaches another host, some tell which files were written.

An audit hook of the interpreter hears of every socket and file, whoever opens it in Python; it
can never be taken off, so one hook serves the whole session. Child processes need their own.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGING = frozenset(
    ("os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.truncate")
)


class NetworkReachedError(OSError):
    """A test tried to reach another host."""


class Guard:
    """What the session's audit hook has heard."""

    def __init__(self) -> None:
        self.reached: list[str] = []
        self._written: list[set[Path]] = []

    def install(self) -> None:
        """Begin to listen, for as long as the process lives."""
        sys.addaudithook(self._hear)

    @contextmanager
    def written(self) -> Iterator[set[Path]]:
        """The files and folders that are opened for writing, made, moved or removed meanwhile."""
        found = set[Path]()
        self._written.append(found)
        try:
            yield found
        finally:
            self._written.remove(found)

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        if event.startswith("socket."):
            self._hear_socket(event, given)
        elif self._written and (path := _changed(event, given)) is not None:
            for found in self._written:
                found.add(path)

    def _hear_socket(self, event: str, given: tuple[Any, ...]) -> None:
        host: object = None
        if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
            host = given[0]
        elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            one, address = given[0], given[1]
            # a datagram socket that is connected has sent nothing: so machines learn their address
            silent = event == "socket.connect" and one.type & socket.SOCK_DGRAM
            host = address[0] if isinstance(address, tuple) and not silent else None
        if host is not None and not _is_here(host):
            self.reached.append(f"{event} {host!r}")
            raise NetworkReachedError(f"no test may reach {host!r}")


def _is_here(host: object) -> bool:
    """Whether a host is this machine."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    if name in ("", "localhost", socket.gethostname()):
        return True
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _changed(event: str, given: tuple[Any, ...]) -> Path | None:
    """The path that an event is about to change."""
    if event == "open":
        path, mode, flags = given
        changes = any(letter in mode for letter in "wax+") if mode else bool(flags & _WRITING)
        if not changes:
            return None
    elif event in _CHANGING or event == "sqlite3.connect":
        path = given[0]
    else:
        return None
    if isinstance(path, int):  # a file that is open already
        return None
    name = os.fsdecode(path)
    if name.startswith("file:"):  # how databases are named
        name, _, options = name.removeprefix("file://").removeprefix("file:").partition("?")
        if "mode=ro" in options or "immutable=1" in options:
            return None
    return Path(name).absolute()
