"""Runs the explorer until it is stopped; on this machine only, unless told an address."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from reportedly.errors import OptionError
from reportedly.store import Collection
from reportedly.web.app import make_app
from reportedly.web.guard import TOKEN, Door
from reportedly.web.library import Library
from reportedly.web.projection import Progress, nothing

HOST = "127.0.0.1"
_SECONDS_TO_START = 0.5


def explore(
    path: Path,
    *,
    host: str = HOST,
    port: int = 0,
    browser: bool = True,
    read_only: bool = False,
    restricted: str | None = None,
    say: Callable[[str], None] = print,
    progress: Progress = nothing,
) -> None:
    """Serve a collection until Ctrl-C, only to who has the token of the told address.

    Args:
        path: the collection's folder.
        host: the one address of this machine to listen on.
        port: 0 takes a free one.
        browser: whether to open the address.
        read_only: refuse judgements.
        restricted: why private names and fine places are shown; noted in the collection's log.
        say: told the address.
        progress: told how far the preparation is.

    Raises:
        CollectionError: if there is no such collection.
        OptionError: if the port is taken, or the address is not one of this machine.
    """
    collection = Collection.open(path)
    library = Library(collection, restricted=restricted is not None)
    if restricted is not None:
        collection.log("explore", f"restricted: {restricted}")
    listening = _listen(host, port)
    number = listening.getsockname()[1]
    door = Door(secrets.token_urlsafe(24), hosts_of(host, number))
    library.prepare(progress)
    app = make_app(library, door, read_only=read_only)
    address = f"http://{host}:{number}/?{TOKEN}={door.token}"
    say(address)
    if browser:
        threading.Timer(_SECONDS_TO_START, webbrowser.open, (address,)).start()
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, date_header=False,
        timeout_keep_alive=30, limit_concurrency=200, proxy_headers=False,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


def hosts_of(host: str, port: int) -> frozenset[str]:
    """The values of the Host header under which the server is reached."""
    names = {host, "localhost"} if host == HOST else {host}
    return frozenset(f"{name}:{port}".casefold() for name in names)


def _listen(host: str, port: int) -> socket.socket:
    if host in {"", "0.0.0.0", "*"}:  # any Host header would have to be believed
        raise OptionError("name one address of this machine, as 192.168.1.5")
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (OSError, UnicodeError) as error:
        listening.close()
        why = error.strerror if isinstance(error, OSError) else "no such name"
        raise OptionError(f"cannot listen on {host}, port {port}: {why}") from None
    listening.listen(128)
    return listening
