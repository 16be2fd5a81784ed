"""When an act was: the date of its clause, an interval after another act, or the scene's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.find.events.clauses import clause_of, clauses_above
from reportedly.find.events.reality.state import SPEECH_TYPES
from reportedly.find.events.told.charges import is_time_of_crime
from reportedly.find.events.told.linked import share_of
from reportedly.find.events.told.nearby import TOO_FAR, cost, is_of_its_attack
from reportedly.find.events.told.since import counts_up, is_since, is_since_of_other
from reportedly.find.events.told.weekdays import is_of_words_about, is_weekday
from reportedly.find.events.told.yet_to_come import is_yet_to_come
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading, scope_at
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import DateMention, DateValue, Found

_UNITS = {"hour": 0, "night": 1, "day": 1, "week": 7, "fortnight": 14, "month": 30}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "the": 1,
}  # fmt: skip
SAYING = words("say state report tell write announce claim declare add publish assert allege")
ASIDE = words("after before since when until while if as")
_PLANNING = words("plan schedule set call announce fix slate intend convene")
_OCCASIONS = words(
    "election vote referendum ballot runoff poll round summit anniversary match game final holiday "
    "congress deadline festival parade celebration carnival inauguration visit census"
)
_IN_WHICH = frozenset({"in", "by", "during"})
_HOURS = words("hour hours minute minutes moment moments")
_AGAINST_CROWDS = frozenset({"ASSAULT", "COERCE"})
_STATES = words("force place effect power office")
_UP_TO = frozenset({"until", "till"})
_GROUNDS = words("under despite following over after with")
_SPANS = frozenset({"week", "month", "year"})
_LINKED = 3.0  # steps of grammar between a date that surely is and one that surely is not the act's
_OLD_NEWS = timedelta(days=31)  # older than that before publication is told again
_OLD_TO_NEWS = timedelta(days=10)  # the same against the article's own news


def own_date(
    reading: Reading, trigger: Trigger, triggers: Sequence[Trigger], limit: float = TOO_FAR
) -> Found[DateValue] | None:
    """The date that the sentence of a trigger gives for its act, if it costs less than `limit`.

    "A day after gunmen killed him" counts back from the date of the main clause; else the
    nearest date wins, first in the phrase of the word ("Tuesday's march"), then in its clause.
    A date in the clause of the speaker ("said on Monday that …") is none of the act.
    """
    document = reading.document
    after = _interval(reading, trigger)
    if after is not None:
        return after
    at = document.tokens[trigger.token]
    scope = scope_at(reading.scopes, at.start, at.end)
    best: tuple[float, int, DateMention] | None = None
    for number, mention in _here(reading, at):
        if _ends_it(document, mention) or is_yet_to_come(document, mention, trigger):
            continue
        price = cost(document, trigger, mention.evidence, triggers, scope)
        if _is_of_other(document, mention, trigger, triggers):
            price += TOO_FAR
        price += _by_links(reading, trigger, mention)
        if price < TOO_FAR and (best is None or price < best[0]):
            best = (price, number, mention)
    if best is None or (best[0] >= limit):
        return None
    price, _, mention = best
    rule, confidence = ("date.clause", 0.9) if price < 2.0 else ("date.sentence", 0.7)
    value = _since_when(document, trigger, mention)
    return Found(value=value, evidence=mention.evidence, made_by=rule, confidence=confidence)


def _is_of_other(
    document: Document, mention: DateMention, trigger: Trigger, triggers: Sequence[Trigger]
) -> bool:
    """Whether a date seems to be that of something else than an act, or only names it."""
    return (
        _only_names(document, mention, trigger)
        or _tells_before(document, mention, trigger)
        or _tells_other_act(document, mention, trigger, triggers)
        or _plans_other(document, mention, trigger)
        or _dates_state(document, mention)
        or is_since_of_other(document, mention, trigger)
        or counts_up(document, mention, trigger)
        or _is_of_what_is_asked(document, mention, trigger)
        or _is_of_ground(document, mention, trigger)
        or is_of_words_about(document, mention.evidence, trigger, triggers)
        or is_time_of_crime(document, trigger, triggers, mention)
    )


def _by_links(reading: Reading, trigger: Trigger, mention: DateMention) -> float:
    """What a network adds to the price of a date, or takes off it where it is surely the act's."""
    words = reading.document.tokens_in(mention.evidence.start, mention.evidence.end)
    share = share_of(reading, trigger, "date", words)
    return 0.0 if share is None else _LINKED * (0.5 - share)


def _since_when(document: Document, trigger: Trigger, mention: DateMention) -> DateValue:
    """The date of an act; "not since 1999, when a bomb killed 23" means the year itself."""
    value = mention.value
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None or value.earliest is None:
        return value
    since = is_since(document, mention.evidence)
    clause = document.tokens[clause_of(document, trigger.token)]
    told = clause.index > root.index and any(
        t.text.casefold() == "when" for t in document.children(clause.index)
    )
    if not since or not told:
        return value
    first = value.earliest
    whole_year = (first.month, first.day) == (1, 1)
    return replace(value, latest=date(first.year, 12, 31) if whole_year else first)


def _here(reading: Reading, at: Token) -> list[tuple[int, DateMention]]:
    sentence = reading.document.sentences[at.sentence]
    return [
        (n, m)
        for n, m in enumerate(reading.dates)
        if sentence.start <= m.evidence.start < sentence.end and is_dated(m)
    ]


def verb_above(document: Document, mention: DateMention) -> Token | None:
    """The verb at which a date stands: "*told* reporters on Wednesday"."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    above = () if root is None else document.ancestors(root.index)
    return next((t for t in above if t.pos in {"VERB", "AUX"}), None)


def is_dated(mention: DateMention) -> bool:
    """Whether a mention gives a day or a longer time at which something can have happened."""
    if mention.kind in {"duration", "set"}:
        return False
    if mention.value.anchor == "narrative" and _HOURS & set(mention.value.text.lower().split()):
        return False  # "an hour earlier": on the day of the scene, which is not its start
    if mention.value.earliest is None:  # "on Thursday" in a text without date: not another's day
        return is_weekday(mention.evidence.quote)
    return mention.value.granularity != "century"


def _only_names(document: Document, mention: DateMention, trigger: Trigger) -> bool:
    """'the 1979 revolution', 'the March 3 law': the date names a thing and tells no time."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None or root.dep not in {"nummod", "compound", "amod", "nmod", "poss"}:
        return False
    head, told = document.head(root), document.tokens[trigger.token]
    if root.dep == "poss":  # "deployed police for Sunday's election"
        return head.lemma in _OCCASIONS and head.index not in range(trigger.first, trigger.last)
    opens = document.tokens[document.sentences[root.sentence].first]
    if opens.text == "On" and root.index - opens.index in {1, 2}:
        return False  # "On Monday shops stayed shut": parsers take the day for a part of the shops
    if trigger.first <= head.index < trigger.last:
        # "led the 2011 protests": of the wording, so of the act
        itself = head.index == trigger.token and head.pos in {"NOUN", "PROPN"}
        return itself and mention.value.granularity != "day"
    of_day = mention.value.granularity in {"time", "day"}
    above = document.head(head)
    if of_day and head.dep == "pobj" and above.head == trigger.token:
        return above.text not in _IN_WHICH  # "killed in an *overnight* raid"
    names = head.pos in {"NOUN", "PROPN"} and root.index < head.index
    return names and not is_of_its_attack(document, root, told)


def _plans_other(document: Document, mention: DateMention, trigger: Trigger) -> bool:
    """'The march, *planned for Saturday*, was banned': the day of the march, not of the ban."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None:
        return False
    clause = document.tokens[clause_of(document, root.index)]
    own = clause_of(document, trigger.token)
    told = clause.dep in {"acl", "relcl"} and clause.lemma in _PLANNING and own != clause.index
    return told and document.head(clause).index != trigger.token


def _ends_it(document: Document, mention: DateMention) -> bool:
    """'Held *until 15 March*': the day on which a state ends tells no day of the act."""
    first = document.token_at(mention.evidence.start)
    before = None if first is None or first.index == 0 else document.tokens[first.index - 1]
    words_near = {t.text.casefold() for t in (first, before) if t is not None}
    return bool(words_near & _UP_TO)


def _is_of_what_is_asked(document: Document, mention: DateMention, trigger: Trigger) -> bool:
    """'Have called for protests *on Friday*': the perfect tells no day, so it is the protests'."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if trigger.type != "REQUEST" or trigger.nominal or root is None or root.index < trigger.last:
        return False
    perfect = any(
        t.dep == "aux" and t.tag in {"VBP", "VBZ"} and t.lemma == "have"
        for t in document.children(trigger.token)
    )
    return perfect and is_weekday(mention.evidence.quote)


def _dates_state(document: Document, mention: DateMention) -> bool:
    """'Extended the curfew, *in force since 3 May*': since when something holds."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None or document.head(root).text.casefold() not in {"since", "from"}:
        return False
    state = document.head(document.head(root))
    return state.lemma in _STATES and document.head(state).text.casefold() == "in"


def _tells_before(document: Document, mention: DateMention, trigger: Trigger) -> bool:
    """'Dancers who fled last autumn', 'fearing a repeat of last year's riots': a day beside."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None:
        return False
    above = [root, *document.ancestors(root.index)]
    if not is_old(mention.value, document.article.published, None):
        return mention.value.granularity in _SPANS and _is_of_whom(document, above, trigger)
    beside = {"relcl", "acl"} | ({"advcl"} if root.dep == "poss" else set())
    inside = [t for t in above if t.index != trigger.token and t.dep in beside]
    return bool(inside) and any(t.index == trigger.token for t in above)


def _is_of_whom(document: Document, above: Sequence[Token], trigger: Trigger) -> bool:
    """'Expelled a reporter *who had come to Arvan last week*': of a clause about somebody."""
    clause = next((t for t in above if t.dep == "relcl"), None)
    if clause is None or clause.index == trigger.token:
        return False
    finite = {clause.tag, *(t.tag for t in document.children(clause.index))} & {"VBD"}
    return bool(finite) and any(t.index == trigger.token for t in document.ancestors(clause.index))


def _tells_other_act(
    document: Document, mention: DateMention, trigger: Trigger, triggers: Sequence[Trigger]
) -> bool:
    """'Freed two nuns *who had been seized last week*': when another act befell them."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None:
        return False
    above = [root, *document.ancestors(root.index)]
    inside = [t.index for t in above if t.dep in {"relcl", "acl"} and t.index != trigger.token]
    told = {trigger.type, *SPEECH_TYPES}  # "lynched two men *accused* of theft on Sunday"
    met = trigger.type in _AGAINST_CROWDS  # "fired at students who *blocked* a road on Sunday"
    others = {
        t.token
        for t in triggers
        if t.type not in told
        and not t.nominal
        and not (met and t.type == "PROTEST" and _is_simple_past(document, t.token))
    }
    about = any(t.index == trigger.token for t in above)
    return about and not others.isdisjoint(inside)


def _is_simple_past(document: Document, verb: int) -> bool:
    """'Who blocked a road', and not 'who *had* blocked' one before."""
    helped = any(t.dep in {"aux", "auxpass"} for t in document.children(verb))
    return document.tokens[verb].tag == "VBD" and not helped


def _is_of_ground(document: Document, mention: DateMention, trigger: Trigger) -> bool:
    """'Pulled back troops under an accord *reached last month*': when its ground was laid."""
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    if root is None:
        return False
    for token in document.ancestors(root.index):
        if token.index == trigger.token:
            return False
        if token.dep in {"acl", "relcl"}:
            noun = document.head(token)
            governing = document.head(noun).text.casefold() if noun.dep == "pobj" else ""
            return governing in _GROUNDS and noun.index != trigger.token
    return False


# --- "a day after …" ---------------------------------------------------------------------------


def _interval(reading: Reading, trigger: Trigger) -> Found[DateValue] | None:
    """The date of an act that stands behind "a day after", by the date of the main clause."""
    document = reading.document
    found = measure(document, trigger)
    if found is None:
        return None
    first, last, days, anchor = found
    base = _date_of_clause(reading, anchor, first.start)
    return None if base is None else shifted(document, base, first, last, days)


def shifted(
    document: Document, base: Found[DateValue], first: Token, last: Token, days: int
) -> Found[DateValue]:
    """The day that lies so many days before another one, as words from first to last say."""
    earliest, latest, shift = base.value.earliest, base.value.latest, timedelta(days=days)
    value = replace(
        base.value,
        earliest=None if earliest is None else earliest - shift,
        latest=None if latest is None else latest - shift,
        text=document.readable(first.start, last.end),
        timex_value=None,
        anchor="narrative",
    )
    return Found(
        value=value,
        evidence=document.evidence(first.start, last.end),
        made_by="date.interval",
        confidence=0.8,
    )


def measure(document: Document, trigger: Trigger) -> tuple[Token, Token, int, int] | None:
    """First and last word of "two days after", its days, and the verb of the main clause."""
    path = [document.tokens[trigger.token], *document.ancestors(trigger.token)]
    for token in path:
        opener = token if token.dep == "prep" else None
        if opener is None:
            opener = next((t for t in document.children(token.index) if t.dep == "mark"), None)
        told = None if opener is None else _days_of(document, opener)
        if opener is None or told is None:
            continue
        first, days = told
        inside = {t.index for t in document.subtree(token.index)}
        outer = next((t for t in document.ancestors(token.index) if t.index not in inside), None)
        anchor = outer if outer is not None else token
        return first, opener, days, clause_of(document, anchor.index)
    return None


def _days_of(document: Document, opener: Token) -> tuple[Token, int] | None:
    """The first word and the days of "two days *after*", or of "on the eve *of*" (-1)."""
    word = opener.text.casefold()
    before = document.tokens[max(opener.index - 2, 0) : opener.index]
    if len(before) < 2:
        return None
    if word == "of" and before[1].lemma == "eve" and opener.head == before[1].index:
        return before[0], -1
    amount = _amount(before[0]) if before[1].lemma in _UNITS else None
    if amount is None or word not in {"after", "before"}:
        return None
    days = amount * _UNITS[before[1].lemma]
    return before[0], days if word == "after" else -days


def _date_of_clause(reading: Reading, clause: int, before: int) -> Found[DateValue] | None:
    """The last date of a clause that stands before an offset."""
    document = reading.document
    token = document.tokens[clause]
    dated = [
        m
        for _, m in _here(reading, token)
        if m.evidence.end <= before and _governed(document, m, clause)
    ]
    if not dated:
        return None
    mention = dated[-1]
    return Found(value=mention.value, evidence=mention.evidence, made_by="date.clause")


def _governed(document: Document, mention: DateMention, clause: int) -> bool:
    root = document.root_of(mention.evidence.start, mention.evidence.end)
    return root is not None and clause in clauses_above(document, root.index)


def _amount(token: Token) -> int | None:
    word = token.text.casefold()
    return int(word) if word.isdigit() else _NUMBERS.get(word)


def is_old(
    value: DateValue, published: date | None, news: date | None, since: date | None = None
) -> bool:
    """Whether a date lies so far before the article's own news that the act is told again.

    Nothing is old that lies in the period on which an article reports, which began at `since`.
    """
    latest = value.latest or value.earliest
    if latest is None or (since is not None and latest >= since):
        return False
    if published is not None and published - latest > _OLD_NEWS:
        return True
    return news is not None and news - latest > _OLD_TO_NEWS
