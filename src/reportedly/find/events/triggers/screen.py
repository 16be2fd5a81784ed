"""Texts and wordings that tell no event: sport, films, markets, figures of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from reportedly.data_files import read_lexicon
from reportedly.errors import DataError
from reportedly.parse import Document, Parser, load_parser
from reportedly.records import Article

Genre = Literal["news", "sport", "film or fiction", "business", "weather or accident"]

_READ_WORDS = 400  # of the body; what an article is about shows early
_BRIEF, _FEWER = 120, 2  # words of a brief, in which fewer cues find room
_PER_CUE = 45  # words of text that one distinct cue may stand for, at most
_WINDOW = 8  # words before and after an event word that a pattern sees
_MARKED = re.compile(r"\[(\w+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class GenreWords:
    """Cue words of a genre, and how many different ones must agree."""

    name: Genre
    needed: int
    cues: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRule:
    """A wording in which an event word tells no event; all conditions given must hold."""

    id: str
    words: frozenset[str]  # lemmas of the event word; empty: any
    before: re.Pattern[str] | None  # ends right before the word
    after: re.Pattern[str] | None  # begins right after it
    sentence: re.Pattern[str] | None  # anywhere in the sentence
    genres: frozenset[str]
    unless: frozenset[str]  # words of the sentence that forbid this reading
    spares: frozenset[str]  # types of acts that such wordings do tell
    example: str | None
    counter: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screens:
    """All genres and figures of speech."""

    genres: tuple[GenreWords, ...]
    news: frozenset[str]
    rules: tuple[FigureRule, ...]


@cache
def load_screens() -> Screens:
    """The shipped rules; read once, and never changed after that.

    Raises:
        DataError: if the file breaks its format.
    """
    data = read_lexicon("screens.toml")
    try:
        return _screens(data)
    except (KeyError, TypeError, re.error) as error:
        raise DataError(f"screens.toml: {error!r}") from error


def genre_of(document: Document, screens: Screens | None = None) -> Genre:
    """What a text is about; anything but news only where many different cues agree."""
    known = screens or load_screens()
    title = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", (document.article.title or "").lower())
    body = document.tokens[:_READ_WORDS]
    words = {t.lemma for t in body} | {t.text.lower() for t in body} | set(title)
    length = len(body) + len(title)
    hard = len(words & known.news)
    best: tuple[int, Genre] = (0, "news")
    for genre in known.genres:
        cues = len(words & genre.cues)
        needed = genre.needed - (_FEWER if length < _BRIEF else 0)
        agree = cues >= needed and cues * _PER_CUE >= length and cues >= 3 * hard
        if agree and cues > best[0]:
            best = (cues, genre.name)
    return best[1]


def is_figurative(
    document: Document, token: int, screens: Screens | None = None, *, kind: str | None = None
) -> str | None:
    """The id of the rule by which an event word tells no event; None where it may tell one.

    Of a verb its object counts too: "launched an assault on the record". With the type of the act
    that the word would tell (`kind`), rules that spare it are left out: "struck a deal" is no
    attack, but an agreement.
    """
    known = screens or load_screens()
    objects = [t.index for t in document.children(token) if t.dep in ("dobj", "nsubjpass")]
    found = (_figure(document, index, known, kind) for index in (token, *objects))
    return next((rule for rule in found if rule is not None), None)


def _figure(document: Document, token: int, known: Screens, kind: str | None) -> str | None:
    word = document.tokens[token]
    forms = {word.lemma, word.text.lower()}
    rules = [
        rule
        for rule in known.rules
        if (not rule.words or rule.words & forms) and kind not in rule.spares
    ]
    if not rules:
        return None
    sentence = document.sentences[word.sentence]
    tokens = document.sentence_tokens(sentence)
    around = {t.lemma for t in tokens} | {t.text.lower() for t in tokens}
    before = document.tokens[max(sentence.first, token - _WINDOW) : token]
    after = document.tokens[token + 1 : min(sentence.last, token + 1 + _WINDOW)]
    views = [
        (" ".join(t.text.lower() for t in before), " ".join(t.text.lower() for t in after)),
        (" ".join(t.lemma for t in before), " ".join(t.lemma for t in after)),
    ]
    whole = " ".join(t.text.lower() for t in tokens)
    genre: Genre | None = None
    for rule in rules:
        if rule.unless & (around - forms):
            continue
        if rule.genres:
            genre = genre or genre_of(document, known)
            if genre not in rule.genres:
                continue
        if rule.sentence is not None and not rule.sentence.search(whole):
            continue
        if any(_fits(rule, left, right) for left, right in views):
            return rule.id
    return None


def _fits(rule: FigureRule, before: str, after: str) -> bool:
    if rule.before is not None and not rule.before.search(before):
        return False
    return rule.after is None or rule.after.match(after) is not None


def check_screens(parser: Parser | None = None) -> list[str]:
    """One line for each fault of the shipped file.

    Every rule with an example must read its marked word as a figure of speech, and must leave
    the marked word of its counter-example alone; the examples are parsed for that.
    """
    try:
        known = load_screens()
    except DataError as error:
        return [str(error)]
    parse = parser or load_parser()
    return [f"screens.toml: {line}" for line in _faults(known, parse)]


def _faults(known: Screens, parse: Parser) -> Iterator[str]:
    seen: set[str] = set()
    for rule in known.rules:
        if rule.id in seen:
            yield f"{rule.id}: two rules have this id"
        seen.add(rule.id)
        if not (rule.words or rule.sentence or rule.genres):
            yield f"{rule.id}: holds for every word of every text"
        if not rule.genres and not (rule.example and rule.counter):
            yield f"{rule.id}: needs an example and a counter-example"
        for text, wanted in ((rule.example, True), (rule.counter, False)):
            if text is not None and _reads(text, rule, known, parse) != wanted:
                verb = "does not read" if wanted else "reads"
                yield f"{rule.id}: {verb} '{text}'"


def _reads(text: str, rule: FigureRule, known: Screens, parse: Parser) -> bool:
    """Whether a rule holds for the last marked word of an example."""
    mark = list(_MARKED.finditer(text))[-1]
    start = len(_MARKED.sub(r"\1", text[: mark.start()]))
    plain = _MARKED.sub(r"\1", text)
    article = Article(article_id="example", raw_id="", text_id="", text=plain, language="en")
    document = parse(article)
    token = document.token_at(start)
    only = Screens(genres=known.genres, news=known.news, rules=(rule,))
    return token is not None and is_figurative(document, token.index, only) is not None


def _screens(data: Mapping[str, Any]) -> Screens:
    lists = {
        name: "|".join(re.escape(word) for word in words) for name, words in data["lists"].items()
    }
    genres = tuple(
        GenreWords(name=_genre(g["name"]), needed=g["needed"], cues=frozenset(g["cues"]))
        for g in data["genres"]
    )
    rules = tuple(_rule(entry, lists) for entry in data["rules"])
    return Screens(genres=genres, news=frozenset(data["news"]["cues"]), rules=rules)


def _genre(name: str) -> Genre:
    for genre in get_args(Genre):
        if genre == name:
            found: Genre = genre
            return found
    raise KeyError(f"no genre is called {name}")


def _rule(entry: Mapping[str, Any], lists: Mapping[str, str]) -> FigureRule:
    def pattern(name: str, frame: str) -> re.Pattern[str] | None:
        text = entry.get(name)
        if text is None:
            return None
        for key, words in lists.items():
            text = text.replace(f"({{{key}}})", f"(?:{words})").replace(
                f"{{{key}}}", f"(?:{words})"
            )
        return re.compile(frame.format(text))

    genres = frozenset(_genre(name) for name in entry.get("genre", ()))
    return FigureRule(
        id=entry["id"],
        words=frozenset(entry["words"]),
        before=pattern("before", r"(?:^|\W)(?:{})\s*$"),
        after=pattern("after", r"(?:{})"),
        sentence=pattern("sentence", r"{}"),
        genres=frozenset(genres),
        unless=frozenset(entry.get("unless", ())),
        spares=frozenset(entry.get("spares", ())),
        example=entry.get("example"),
        counter=entry.get("counter"),
    )
