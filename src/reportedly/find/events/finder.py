"""Finds the reports of an article: the order of the steps from triggers to reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.find.events.act_words import ActWordsOnDemand, ReadWords
from reportedly.find.events.acts.counted import counted_by_acts
from reportedly.find.events.acts.counting import share_out
from reportedly.find.events.acts.culprits import culprits
from reportedly.find.events.acts.mentions import group_mentions
from reportedly.find.events.acts.once import told_once
from reportedly.find.events.acts.organisers import calls_that_were_followed
from reportedly.find.events.acts.settle import settle
from reportedly.find.events.acts.spread import spread_over_places, take_up
from reportedly.find.events.acts.swallow import without_swallowed
from reportedly.find.events.build import build_reports
from reportedly.find.events.classifier import EventClassifier
from reportedly.find.events.clauses import act_noun
from reportedly.find.events.counts.counts import all_counts
from reportedly.find.events.denials.answers import with_answers
from reportedly.find.events.denials.withdrawals import corrects_detail, take_back
from reportedly.find.events.headlines import as_news
from reportedly.find.events.reality.rules import RealityRules, load_reality_rules
from reportedly.find.events.referred import with_referred
from reportedly.find.events.told.afterwords import with_afterwords
from reportedly.find.events.told.both import with_both_sides
from reportedly.find.events.told.campaigns import is_campaign, is_campaigning
from reportedly.find.events.told.crowds_elsewhere import crowds_elsewhere
from reportedly.find.events.told.entries import hours_of, read_entries
from reportedly.find.events.told.joint import as_joint
from reportedly.find.events.told.openings import convincing, openings
from reportedly.find.events.told.prison_terms import with_prison_terms
from reportedly.find.events.told.promises import as_promise
from reportedly.find.events.told.proposals import checked, proposals
from reportedly.find.events.told.public import is_public, why_private
from reportedly.find.events.told.returns import returns
from reportedly.find.events.told.same_words import one_for_each
from reportedly.find.events.told.slogans import written_slogans
from reportedly.find.events.told.stances import StanceWords, load_stance_words
from reportedly.find.events.told.supposed import as_supposed
from reportedly.find.events.told.telling import Telling, read_telling
from reportedly.find.events.told.threats import (
    as_threat,
    as_warning,
    on_condition,
    spoken_threat,
)
from reportedly.find.events.told.totals import without_totals
from reportedly.find.events.told.warnings import warnings
from reportedly.find.events.trace import Trace
from reportedly.find.events.triggers.antecedents import antecedents_of
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.events.triggers.matching import triggers_in_plain_words
from reportedly.find.events.triggers.place_names import with_place_names
from reportedly.find.events.triggers.plain_words import in_plain_words
from reportedly.find.events.triggers.screen import genre_of, is_figurative
from reportedly.find.events.triggers.told_before import nouns_told_before
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.triggers.wrecks import is_by_mishap
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import Report

_APART = "inside a slogan, a date or a name"
_NO_ACT = "its sentence tells no act by it"


def find_reports(
    reading: Reading,
    lexicon: EventLexicon,
    rules: RealityRules | None = None,
    classifier: EventClassifier | None = None,
    act_words: ActWordsOnDemand | None = None,
    *,
    trace: Trace | None = None,
) -> tuple[Report, ...]:
    """What an article reports: one report for each act at each place, asserted or denied.

    Args:
        reading: the parse and what was found in it.
        lexicon: rules that say which words tell which act.
        rules: words that say whether an act happened; the shipped ones if None.
        classifier: a second opinion on types, and on pairs whose act no rule knows; none if None.
        act_words: says of each word which type of act it tells; rules alone if None.
        trace: takes down what was decided and left out; nothing if None.

    Returns:
        Reports in order of the text. Habits, demands, slogans, figures of speech and what only
        a film or a match contains give none.
    """
    if not reading.document.tokens:
        return ()
    meant = antecedents_of(reading.document, reading.entities)
    document = in_plain_words(reading.document, lexicon).with_antecedents(meant)
    reading = replace(reading, document=document)
    named = with_place_names(document, reading.places)
    matched = triggers_in_plain_words(named, lexicon)
    words = ReadWords(document, act_words) if act_words is not None else None
    reading = replace(reading, links=words)
    ruled = matched
    if words is not None:
        matched = convincing(matched, words)
        if trace is not None:
            silent = [trigger for trigger in ruled if trigger not in matched]
            trace.without(document, _in_earnest(reading, silent, trace), (), _NO_ACT)
    matched = (*matched, *written_slogans(reading, matched), *warnings(reading, matched))
    matched = (*matched, *returns(reading, matched))
    if classifier is not None:
        matched = (*matched, *proposals(reading, matched, lexicon, classifier))
    if words is not None:
        known = (*matched, *(trigger for trigger in ruled if trigger not in matched))
        matched = (*matched, *openings(document, known, lexicon, words))
    matched = (*matched, *crowds_elsewhere(reading, matched, words))
    matched = nouns_told_before(document, sorted(matched, key=lambda t: (t.token, t.rule)))
    earnest = _in_earnest(reading, matched, trace)
    rules = rules or _shipped_rules()
    triggers = one_for_each(document, earnest, rules)
    if trace is not None:
        trace.without(document, earnest, triggers, "told by another word of its clause")
    triggers = with_prison_terms(document, triggers)
    return reports_from(reading, triggers, rules, load_stance_words(), classifier, trace=trace)


def reports_from(
    reading: Reading,
    triggers: Sequence[Trigger],
    rules: RealityRules,
    stances: StanceWords,
    classifier: EventClassifier | None = None,
    *,
    trace: Trace | None = None,
) -> tuple[Report, ...]:
    """The reports that given triggers make."""
    tellings = [read_telling(reading, t, triggers, rules, stances) for t in triggers]
    tellings = with_both_sides(reading, tellings)
    if classifier is not None:
        tellings = [
            t if t.reality.no_act else checked(reading, t, triggers, classifier) for t in tellings
        ]
    kept = without_totals(reading.document, _coded(reading, tellings, stances, trace))
    kept = [t for t in _without_calls(reading.document, kept) if not _is_epithet(reading, t)]
    kept = with_afterwords(reading, take_back(reading, kept, stances), stances)
    kept, answering = with_answers(reading, kept, stances)
    spread = [each for t in kept for each in spread_over_places(reading, t)]
    pointing = (
        *take_up(reading, kept),
        *calls_that_were_followed(reading, kept),
        *answering,
        *culprits(reading, kept),
    )
    ordered = sorted((*spread, *pointing), key=lambda t: (t.span.start, t.span.end))
    grouped = group_mentions(ordered, read_entries(reading).item_of)
    grouped = with_referred(reading.document, ordered, told_once(reading.document, grouped))
    acts = without_swallowed(reading.document, grouped)
    if trace is not None:
        for telling in kept:
            trace.decide(reading, telling, triggers, rules, classifier)
        document = reading.document
        of = [[t.trigger for a in step for t in a.tellings] for step in (grouped, acts)]
        every = [t.trigger for t in ordered]
        trace.without(document, every, of[0], "says too little to be an act of its own")
        trace.without(document, of[0], of[1], "told by the deed beside it")
    settled = settle(reading, acts)
    by_act = counted_by_acts(reading, acts)
    counts = all_counts(reading.document, reading.scopes, by_act=by_act)
    return build_reports(reading, settled, share_out(reading, counts, settled), stances, trace)


@cache
def _shipped_rules() -> RealityRules:
    return load_reality_rules()


def _in_earnest(
    reading: Reading, triggers: Sequence[Trigger], trace: Trace | None
) -> list[Trigger]:
    """Triggers outside slogans, dates ("14 March") and figures of speech."""
    document = reading.document
    apart = [s.evidence for s in reading.scopes if s.kind == "slogan"]
    months = [m.evidence for m in reading.dates if m.kind in {"date", "time"}]
    bodies = {m.head for m in reading.actors if m.actor.registry_id is not None}  # "Amnesty said"
    kept = []
    for trigger in triggers:
        token = document.tokens[trigger.token]
        passages = (*apart, *months) if trigger.nominal else apart
        inside = any(e.start <= token.start and token.end <= e.end for e in passages)
        named = token.pos == "PROPN" and (_is_name(token) or token.index in bodies)
        inside = inside or (trigger.nominal and named)
        figure = None if inside else _figure(document, trigger)
        if figure is None and is_by_mishap(document, trigger):
            figure = "harm by a mishap"
        if not inside and figure is None:
            kept.append(trigger)
        elif trace is not None:
            trace.drop(document, trigger, f"figure of speech: {figure}" if figure else _APART)
    return kept


def _figure(document: Document, trigger: Trigger) -> str | None:
    """The figure of speech in which a trigger stands, or the noun that its verb leads."""
    found = is_figurative(document, trigger.token, kind=trigger.type)
    noun = act_noun(document, trigger) if found is None and not trigger.nominal else None
    return found if noun is None else is_figurative(document, noun.index, kind=trigger.type)


def _is_name(token: Token) -> bool:
    """Whether a proper noun is a person's name ("Ana Battle") or a month ("March")."""
    return token.name == "PERSON" or token.text == "March"


def _coded(
    reading: Reading, tellings: Sequence[Telling], stances: StanceWords, trace: Trace | None
) -> list[Telling]:
    """Tellings of acts: threats as such, nothing from habits, beliefs or other genres."""
    document = reading.document
    genre = genre_of(document)
    public, campaign = is_public(document, tellings), is_campaign(document)
    hours = hours_of(document)
    kept: list[Telling] = []
    for told in tellings:
        telling = as_promise(told) or as_supposed(document, told, stances)
        telling = telling or as_joint(reading, as_news(document, told, hours))
        threat = as_warning(telling) or on_condition(telling) or as_threat(reading, telling)
        threat = threat or spoken_threat(reading, telling)
        if threat is not None:
            kept.append(threat)
            continue
        why = None
        if corrects_detail(reading, document.sentences[telling.sentence], stances):
            why = "corrects a detail"
        elif telling.reality.no_act:
            why = f"no act: {telling.reality.reason}"
        elif telling.quote in {"belief", "slogan"}:
            why = f"only a {telling.quote}"
        elif genre != "news" and not _is_strong(telling):
            why = f"genre: {genre}"
        elif (private := why_private(reading, telling, public)) is not None:
            why = f"of no public concern: {private}"
        elif campaign and is_campaigning(document, telling):
            why = "campaigning"
        if why is None:
            kept.append(telling)
        elif trace is not None:
            trace.drop(document, telling.trigger, why)
    return kept


def _without_calls(document: Document, tellings: Sequence[Telling]) -> list[Telling]:
    """Without the call in "a march called by the union": the march itself is told.

    Nor that of "the union, which called the march".
    """
    nouns = {t.trigger.token for t in tellings if t.trigger.nominal}
    return [
        t for t in tellings if t.trigger.type != "REQUEST" or not _calls_known(document, t, nouns)
    ]


def _calls_known(document: Document, telling: Telling, nouns: set[int]) -> bool:
    """Whether a clause about somebody or about an act only says who called it."""
    verb = document.tokens[telling.trigger.token]
    if verb.dep == "acl":
        return verb.head in nouns
    what = document.child(verb.index, "dobj") if verb.dep == "relcl" else None
    return what is not None and any(t.text == "the" for t in document.children(what.index))


def _is_epithet(reading: Reading, telling: Telling) -> bool:
    """Whether "lynched a man *accused of theft*" only says who he is, and nobody accuses him."""
    verb = reading.document.tokens[telling.trigger.token]
    accused = verb.lemma in {"accuse", "suspect"} and verb.dep == "acl" and verb.tag == "VBN"
    return accused and telling.trigger.type == "ACCUSE" and not telling.roles.actors


def _is_strong(telling: Telling) -> bool:
    """Evidence enough for an act in an article about sport, business or a film."""
    persons = telling.roles.actors and telling.roles.recipients
    return bool(
        persons
        and telling.places
        and telling.date is not None
        and not telling.trigger.weak
        and not telling.trigger.nominal
    )
