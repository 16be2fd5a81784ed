"""Where an outlet is at home, as far as its address tells: votes for what its articles mean."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.find.places.gazetteer import Entry, Gazetteer
from reportedly.find.places.weights import OUTLET_VOTE
from reportedly.records import Article

_HOST = re.compile(r"(?:https?://)?(?:[^/@]*@)?([^/:?#]+)")
_DOMAIN_COUNTRY = {"uk": "GB"}
_NO_COUNTRY = frozenset({"io", "tv", "me", "co", "ai", "fm", "cc", "ws", "to", "ly", "eu", "gg"})
_SECOND_LEVEL = frozenset({"co", "com", "net", "org", "gov", "ac", "edu"})
_PAPER_WORDS_LIST = """advertiser advocate argus banner beacon bee bulletin call chronicle
citizen city county courier daily democrat digest dispatch eagle echo enquirer evening examiner
express free gazette globe guardian herald independent info inquirer intelligencer item journal
leader ledger live local magazine mail media mercury messenger mirror monitor morning news
newspaper newspapers now observer online patch pilot pioneer post press radio record recorder
register reporter republic republican review sentinel standard star sun sunday telegram
telegraph the times today tribune tv voice watch weekly world"""
_PAPER_WORDS = frozenset(_PAPER_WORDS_LIST.split())
_LONGEST_WORDS = sorted(_PAPER_WORDS, key=lambda word: (-len(word), word))
_SHORTEST_NAME = 4


def country_prior(article: Article) -> dict[str, float]:
    """Votes for the country of an outlet's national domain ('.ke'); empty where it has none."""
    country = _domain_country(_host(article.url))
    return {country: OUTLET_VOTE} if country else {}


def home_towns(article: Article, gazetteer: Gazetteer) -> tuple[str, tuple[Entry, ...]] | None:
    """The town that an outlet's address names ('norwichbulletin.com'), as key and candidates.

    The address must end or begin with a word for a paper: other addresses are names of all kinds.
    """
    host = _host(article.url)
    for label in _own_labels(host):
        for name in _names_in(label):
            entries = tuple(e for e in gazetteer.find(name) if e.form == "name")
            towns = tuple(e for e in entries if e.kind == "town")
            if towns:
                return name, towns
    return None


def home_country(article: Article) -> str | None:
    """The country of the outlet's domain, None for '.com' and its like."""
    return _domain_country(_host(article.url))


def _host(url: str | None) -> str:
    match = _HOST.match((url or "").strip().lower())
    return match.group(1) if match else ""


def _domain_country(host: str) -> str | None:
    ending = host.rpartition(".")[2]
    if len(ending) != 2 or not ending.isalpha() or ending in _NO_COUNTRY or "." not in host:
        return None
    return _DOMAIN_COUNTRY.get(ending, ending.upper())


def _own_labels(host: str) -> list[str]:
    """The labels of a host that the outlet chose: 'news.example.co.uk' to 'example'."""
    labels = host.split(".")[:-1]
    if labels and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1:]


@lru_cache(4096)
def _names_in(label: str) -> tuple[str, ...]:
    """What is left of a label without words for a paper, with spaces tried between its words."""
    words = [word for word in label.split("-") if word]
    stripped = False
    while words:
        word = _paper_word(words)
        if word is None:
            break
        stripped = True
    rest = " ".join(words)
    if not stripped or len(rest) < _SHORTEST_NAME:
        return ()
    if " " in rest:
        return (rest,)
    splits = [f"{rest[:i]} {rest[i:]}" for i in range(2, len(rest) - 2)]
    return (rest, *splits)


def _paper_word(words: list[str]) -> str | None:
    """Take a word for a paper off either end, and say which; None where there is none."""
    for place in (-1, 0):
        word = words[place]
        for paper in _LONGEST_WORDS:
            if word == paper:
                del words[place]
                return paper
            if place == -1 and word.endswith(paper):
                words[-1] = word.removesuffix(paper)
                return paper
            if place == 0 and word.startswith(paper):
                words[0] = word.removeprefix(paper)
                return paper
    return None
