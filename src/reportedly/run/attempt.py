"""One document through the work, whatever happens: always an Outcome that a store can keep."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from reportedly.codec import encode, from_columns, to_columns
from reportedly.records import Analysis, Article, Problem, RawDocument
from reportedly.run.outcome import Outcome, T


def attempt(work: Callable[[T], Outcome], task: T) -> Outcome:
    """The outcome of one task; an exception, or records that break a rule, are a problem."""
    try:
        outcome = work(task)
        fault = fault_of(outcome)
    except Exception as error:  # a fault in one document must not end the run
        return failed(task, "analyse", _one_line(error))
    return failed(task, "analyse", fault) if fault else outcome


def failed(task: RawDocument | Article, stage: str, reason: str) -> Outcome:
    """The outcome of a task that gave no records."""
    if isinstance(task, Article):
        problem = Problem(
            source=task.url or task.input_id or task.article_id,
            stage=stage,
            reason=reason,
            raw_id=task.raw_id,
            input_id=task.input_id,
        )
        return Outcome(raw=None, article=task, problem=problem)
    problem = Problem(
        source=task.source,
        position=task.position,
        stage=stage,
        reason=reason,
        raw_id=task.raw_id,
    )
    return Outcome(raw=task, problem=problem)


def fault_of(outcome: Outcome) -> str | None:
    """The first rule of the records that an outcome breaks, in words; None if it keeps them."""
    article, analysis = outcome.article, outcome.analysis
    if article is None or analysis is None:
        return None if outcome.problem else "the work gave neither an article nor a problem"
    if outcome.raw is not None and article.raw_id != outcome.raw.raw_id:
        return "the article names other bytes than its own"
    if article.text_id != hashlib.sha256(article.text.encode()).hexdigest():
        return "the article's text_id is not the hash of its text"
    if (analysis.article_id, analysis.text_id) != (article.article_id, article.text_id):
        return "the analysis is of another article"
    json.dumps(encode(article))
    return _broken_evidence(analysis, article)


def _broken_evidence(analysis: Analysis, article: Article) -> str | None:
    """Whether the analysis comes back from the form that is stored, without its quotes."""
    stored = json.loads(json.dumps(to_columns(analysis)))
    again = from_columns(stored, analysis.article_id, analysis.text_id, article.text)
    if again == analysis:
        return None
    where = _first_difference(analysis, again, "analysis")
    return f"{where} does not fit the text or the format"


def _first_difference(one: object, other: object, path: str) -> str:
    """The path of the first value that differs; called only when something is wrong."""
    if type(one) is not type(other):
        return path
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        parts = [(f"{path}[{i}]", a, b) for i, (a, b) in enumerate(zip(one, other, strict=True))]
    else:
        names = getattr(one, "__slots__", ())
        parts = [(f"{path}.{name}", getattr(one, name), getattr(other, name)) for name in names]
    for name, a, b in parts:
        if a != b:
            return _first_difference(a, b, name)
    return path


def _one_line(error: Exception) -> str:
    lines = str(error).splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
