"""The day of the narrative at a point where the sentence gives none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.clauses import clause_of
from reportedly.find.events.told.when import ASIDE, SAYING, is_dated, is_old
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.records import DateMention, DateValue, Found

_ANSWERING = words(
    "condemn denounce deplore criticise criticize protest decry slam blame accuse deny"
)
_LATELY = 2  # paragraphs back to a day that dates what follows


def scene_date(
    reading: Reading, paragraph: int, start: int, settled: Sequence[tuple[int, Found[DateValue]]]
) -> Found[DateValue] | None:
    """The date of the narrative at a point where the sentence gives none.

    The act told before in the same paragraph or the one before it lends its date; else a date
    that opens an earlier sentence ("On 7 December …,") frames what follows. The publication
    date is never taken.
    """
    for number, found in reversed(settled):
        if paragraph - number <= 1:
            return replace(found, made_by="date.scene", confidence=0.5)
    frame = _frame(reading, start)
    if frame is not None:
        last = settled[-1][1] if settled else None
        later = last is not None and last.evidence.start > frame.evidence.start
        if last is not None and later:
            return replace(last, made_by="date.scene", confidence=0.4)
        return frame
    if settled:
        return replace(settled[0][1], made_by="date.scene", confidence=0.35)
    return lately(reading, paragraph, start)


def lately(reading: Reading, paragraph: int, start: int) -> Found[DateValue] | None:
    """The day on which the clause told last before happened, whatever it tells."""
    document = reading.document
    for mention in reversed(reading.dates):
        evidence, value = mention.evidence, mention.value
        if evidence.end > start or value.earliest is None or mention.kind not in {"date", "time"}:
            continue
        sentence = document.sentence_at(evidence.start)
        if paragraph - sentence.paragraph > _LATELY:
            return None
        if _dates_words_about(reading, mention, start):
            continue
        if value.granularity in {"day", "time"} and _dates_news(reading, mention):
            return Found(value=value, evidence=evidence, made_by="date.lately", confidence=0.3)
    return None


def _dates_news(reading: Reading, mention: DateMention) -> bool:
    """Whether a date stands at a verb in the past that tells something, and no speech."""
    document = reading.document
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None or is_old(mention.value, document.article.published, None):
        return False
    if root.dep not in {"pobj", "npadvmod"}:
        return False
    if root.dep == "pobj" and document.head(root).text.casefold() not in {"on", "of"}:
        return False
    clause = clause_of(document, root.index)
    verb = document.tokens[clause]
    if verb.lemma in SAYING or verb.tag not in {"VBD", "VBN"}:
        return False
    marked = any(
        t.dep in {"mark", "advmod"} and t.text.casefold() in ASIDE
        for t in document.children(clause)
    )
    # "the trucks that came to Arvan on Sunday carried no rice" opens a text on that Sunday
    opens = verb.dep == "relcl" and verb.tag == "VBD" and verb.sentence == 0
    return not marked and (opens or verb.dep in {"ROOT", "conj", "ccomp", "advcl", "parataxis"})


def _dates_words_about(reading: Reading, mention: DateMention, start: int) -> bool:
    """'*On Tuesday* the union condemned the killing of …': no day of what is condemned."""
    document = reading.document
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None or document.sentence_at(start).index != root.sentence:
        return False
    verb = document.tokens[clause_of(document, root.index)]
    return verb.lemma in _ANSWERING and verb.start < start


def _frame(reading: Reading, start: int) -> Found[DateValue] | None:
    document = reading.document
    for mention in reversed(reading.dates):
        evidence = mention.evidence
        if evidence.end > start or not is_dated(mention) or mention.value.earliest is None:
            continue
        if _dates_words_about(reading, mention, start):
            continue
        sentence = document.sentence_at(evidence.start)
        opening = document.tokens_in(sentence.start, evidence.start)
        dateline = any(
            p.use == "dateline" and sentence.start <= p.evidence.start < evidence.start
            for p in reading.places
        )
        verb = document.tokens[
            clause_of(document, document.tokens_in(evidence.start, evidence.end)[0].index)
        ]
        if (
            not dateline
            and not _is_date_of_issue(reading, mention)
            and verb.lemma not in SAYING
            and len(opening) <= 2
            and mention.value.granularity in {"day", "time"}
        ):
            return Found(
                value=mention.value,
                evidence=evidence,
                made_by="date.frame",
                confidence=0.45,
            )
    return None


def _is_date_of_issue(reading: Reading, mention: DateMention) -> bool:
    """Whether a day stands alone in its line and is that of the publication."""
    document = reading.document
    inside = document.sentence_tokens(document.sentence_at(mention.evidence.start))
    issued = mention.value.earliest == document.article.published
    return issued and not any(t.pos in {"VERB", "AUX"} for t in inside)
