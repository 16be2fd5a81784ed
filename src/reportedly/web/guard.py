"""Who may talk to the explorer: this machine's browser, with the token of the printed address.

Refused are other hosts (DNS rebinding: 421), other users of the machine (no token: 403), writes
from other pages (Origin and CSRF token: 403), and writes that are no JSON (415) or too large (413).
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE, CSRF_HEADER, TOKEN = "reportedly", "x-reportedly", "token"
_LARGEST_BODY = 64_000
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Door:
    """What a request must know and name.

    Args:
        token: of the printed address, kept as a cookie.
        hosts: values of the Host header that are answered, with port.
    """

    token: str
    hosts: frozenset[str]

    @property
    def csrf(self) -> str:
        """The second secret, which only our own pages can read."""
        return hashlib.sha256(f"write {self.token}".encode()).hexdigest()

    @property
    def cookie(self) -> str:
        """The cookie's name: other explorers on this machine have other ports."""
        return f"{COOKIE}-{hashlib.sha256(self.token.encode()).hexdigest()[:8]}"


class Guard:
    """ASGI middleware that answers only whom `Door` lets in."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on with the headers that every answer has."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refused = self._refusal(scope)
        await (refused or self._app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").casefold() not in self._door.hosts:
            return PlainTextResponse("This server answers only under its own address.", 421)
        query = QueryParams(scope["query_string"])
        if TOKEN in query and scope["method"] == "GET":
            return self._enter(scope, query)
        if not _same(self._token_of(headers), self._door.token):
            return PlainTextResponse(
                "Open the address that 'reportedly explore' printed: it holds the token.", 403
            )
        return None if scope["method"] in {"GET", "HEAD"} else self._refused_write(headers)

    def _enter(self, scope: Scope, query: QueryParams) -> Response:
        """Keep the token as a cookie and take it out of the address."""
        if not _same(query[TOKEN], self._door.token):
            return PlainTextResponse("This token is not the one of this server.", 403)
        rest = [(name, value) for name, value in query.multi_items() if name != TOKEN]
        path = "/" + scope["path"].lstrip("/")
        response = RedirectResponse(path + (f"?{urlencode(rest)}" if rest else ""), 303)
        response.set_cookie(
            self._door.cookie, self._door.token, httponly=True, samesite="lax", path="/"
        )
        return response

    def _token_of(self, headers: Headers) -> str:
        return cookie_parser(headers.get("cookie", "")).get(self._door.cookie, "")

    def _refused_write(self, headers: Headers) -> Response | None:
        origin = headers.get("origin", "").casefold()
        if origin not in {f"http://{host}" for host in self._door.hosts}:
            return PlainTextResponse("Writes come from the explorer's own pages only.", 403)
        if not _same(headers.get(CSRF_HEADER, ""), self._door.csrf):
            return PlainTextResponse("The page is too old: load it again.", 403)
        if headers.get("content-type", "").split(";")[0].strip() != "application/json":
            return PlainTextResponse("Writes are JSON.", 415)
        length = headers.get("content-length", "")
        if not length.isdigit() or int(length) > _LARGEST_BODY:
            return PlainTextResponse("Too large.", 413)
        return None


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())
