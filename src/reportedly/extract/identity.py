"""Ids of articles and texts, from content alone."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gclsrc|yclid|msclkid|twclid|igshid|igsh|mc_cid|mc_eid|"
    r"mkt_tok|_hsenc|_hsmi|oly_enc_id|oly_anon_id|wt_mc|cmpid|ocid|ns_mchannel|ns_campaign|"
    r"ns_source|at_medium|at_campaign|at_custom\w+|ref_src|ref_url|spm|vero_id|s_cid|ito)",
    re.IGNORECASE,
)
_NO_ADDRESS = re.compile(r"[\x00-\x20\x7f]+")  # no address holds spaces or control characters
_DEFAULT_PORTS = {"http": 80, "https": 443}


def text_id_of(text: str) -> str:
    """SHA-256 of a cleaned text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id_of(
    *,
    raw_id: str,
    text_id: str,
    url: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
    title: str | None = None,
) -> str:
    """SHA-256 of the canonical URL; without one of outlet, day, title and text; else `raw_id`."""
    canonical = canonical_url(url)
    if canonical is not None:
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    if outlet is None:
        return raw_id
    day = published.isoformat() if published else None
    fields = json.dumps([outlet, day, title, text_id])
    return hashlib.sha256(fields.encode("ascii")).hexdigest()


def canonical_url(url: str | None) -> str | None:
    """An address without what differs from link to link; None where it is no web address.

    Host in lower case, no fragment, default port, tracking parameters or trailing slash.
    """
    if not url:
        return None
    try:
        parts = urlsplit(_NO_ADDRESS.sub("", url))
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    host = parts.hostname.lower()
    if port is not None and port != _DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key)]
    # an untouched query stays as it is written
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((scheme, host, parts.path.rstrip("/"), query, ""))


def host_of(url: str | None) -> str | None:
    """The host of a web address without 'www.', else None."""
    canonical = canonical_url(url)
    if canonical is None:
        return None
    host = urlsplit(canonical).hostname or ""
    return host.removeprefix("www.") or None
