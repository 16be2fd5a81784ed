"""Which tellings of one article tell the same act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.agreement import (
    can_be_same,
    dates_meet,
    same_family,
    speaks_against,
)
from reportedly.find.events.acts.replies import same_sentence
from reportedly.find.events.acts.standing import stands
from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.toponyms import is_town
from reportedly.records import DateValue

_PAIR = 2  # acts of one kind on two days: "the first" and "the second" are clear


def group_mentions(
    tellings: Sequence[Telling], item_of: Callable[[int], int] | None = None
) -> tuple[Act, ...]:
    """Join tellings of one act, in order of the text.

    A noun that points back ("the march", "that attack") joins the last act of its kind. A clause
    without place and date of its own goes on with the act before it, if nothing in it speaks
    against that; one with both joins an act of the same kind at the same place and time. "A
    second march" opens an act. A telling that may not stand alone and joins none is left out.

    Args:
        tellings: all tellings of a text, in its order.
        item_of: the item of a round-up to which a paragraph belongs; the whole text is one if None.
    """
    acts: list[Act] = []
    among: DateValue | None = None
    for telling in tellings:
        home = _home(telling, _of_item(telling, acts, item_of))
        if home is not None:
            for act in _all_of_list(home, telling, acts):
                act.tellings.append(telling)
        elif stands(telling):
            acts.append(Act([telling], among))
        among = _day_of_news(telling) or among
    return tuple(_without_unnamed(acts))


def _of_item(
    telling: Telling, acts: Sequence[Act], item_of: Callable[[int], int] | None
) -> Sequence[Act]:
    """The acts told before a round-up's datelines or under the same one, which has its own news."""
    item = -1 if item_of is None else item_of(telling.paragraph)
    if item_of is None or item < 0:
        return acts
    own = {-1, item}
    return [a for a in acts if any(item_of(t.paragraph) in own for t in a.tellings)]


def _day_of_news(telling: Telling) -> DateValue | None:
    """The day that a telling of the article's own news gives."""
    day = None if telling.date is None else telling.date.value
    told = telling.reality.realis == "actual" and not telling.retold and not telling.aside
    return day if told and day is not None and day.granularity == "day" else None


def _all_of_list(home: Act, telling: Telling, acts: Sequence[Act]) -> list[Act]:
    """The act itself, or all acts of its list where the telling names none of the places."""
    key = home.lead.list_key
    if key is None or telling.places:
        return [home]
    return [a for a in acts if a.lead.list_key == key]


def _home(telling: Telling, acts: Sequence[Act]) -> Act | None:
    if telling.list_key:
        acts = [a for a in acts if not _listed_later(telling, a) and not _is_sibling(telling, a)]
        acts = [a for a in acts if not _is_in_other_town(telling, a)]
        if telling.fresh:  # "they also marched in Arvan and Belt": not what was told without a town
            acts = [a for a in acts if _is_there(telling, a)]
    if any(p.value.lat is not None for p in telling.places):  # "in seven cities" is none of them
        acts = [a for a in acts if not _is_unnamed(a) or same_sentence(telling, a)]
    meant = _counted(telling, acts)
    if meant is not None:
        return meant
    fitting = [a for a in acts if can_be_same(telling, a) and not speaks_against(telling, a)]
    near = [a for a in fitting if same_sentence(telling, a)]
    if telling.fresh and not telling.list_key:
        # "arrested a third", "held a counter-rally"
        apart = telling.trigger.nominal or telling.trigger.type in {"COERCE", "PROTEST"}
        return near[-1] if near and not apart else None
    if near:
        return near[-1]
    if not fitting:
        return None
    return _latest(telling, fitting)


def _counted(telling: Telling, acts: Sequence[Act]) -> Act | None:
    """The earlier or later of two dated acts that "the first raid" or "the second" means."""
    if telling.which is None or telling.date is not None:
        return None
    dated = sorted(
        (a.date.value.earliest, n)
        for n, a in enumerate(acts)
        if a.date is not None
        and a.date.value.earliest is not None
        and can_be_same(telling, a)
        and not any(t.headline for t in a.tellings)
    )
    if len({day for day, _ in dated}) != _PAIR:
        return None
    return acts[dated[0 if telling.which == "first" else -1][1]]


def _is_there(telling: Telling, act: Act) -> bool:
    """Whether an act names one of the towns of a telling."""
    theirs = [place.value for t in act.tellings for place in t.places]
    return any(same_place(place.value, other) for place in telling.places for other in theirs)


def _is_in_other_town(telling: Telling, act: Act) -> bool:
    """Whether an item names a town that no gazetteer knows, and the act was in one of another name.

    "Marched in Palma. Rallies were held in Lisbon and *Zorvale*": not in Palma.
    """
    mine = [place.value for place in telling.places]
    theirs = [place.value for t in act.tellings for place in t.places]
    unknown = bool(mine) and all(place.lat is None for place in mine)
    towns = [p for p in theirs if is_town(p)]
    return unknown and bool(towns) and not {p.name for p in mine} & {p.name for p in theirs}


def _is_sibling(telling: Telling, act: Act) -> bool:
    """Whether an act is another item of the list that the telling belongs to."""
    return any(
        t.list_key == telling.list_key and t.trigger.token == telling.trigger.token
        for t in act.tellings
    )


def _latest(telling: Telling, acts: Sequence[Act]) -> Act:
    """The act told last before; own news before older events, unless the words point at them.

    "That attack" and a noun in the next sentence mean what was told just before.
    """
    last = max(acts, key=lambda a: a.tellings[-1].span.start)
    own = [a for a in acts if not any(t.retold for t in a.tellings)]
    if not own or telling.points_close:
        return last
    close = telling.sentence - last.tellings[-1].sentence <= 1
    if telling.definite and close and not telling.ordinal:
        return last
    return max(own, key=lambda a: a.tellings[-1].span.start)


# --- acts that a list tells place by place -----------------------------------------------


def _as_detail(telling: Telling) -> Telling:
    """A telling that only adds to an act which a list tells place by place."""
    return replace(telling, places=(), central=False, peripheral=True)


def _listed_later(telling: Telling, act: Act) -> bool:
    """Whether a list tells place by place an act that was told before without its places."""
    nowhere = not any(t.places for t in act.tellings)
    if nowhere and (telling.definite or all(t.headline for t in act.tellings)):
        return True
    return _is_unnamed(act)


def _is_unnamed(act: Act) -> bool:
    """Whether an act is only told for places that the text does not name."""
    if not any(t.unnamed_places for t in act.tellings):
        return False
    return act.place is None or act.place.value.precision in {"country", "region"}


def _without_unnamed(acts: list[Act]) -> list[Act]:
    """An act "in several cities" that a list names later is told by the items of the list."""
    listed = [a for a in acts if any(t.list_key for t in a.tellings)]
    kept: list[Act] = []
    for act in acts:
        homes = [
            a
            for a in listed
            if act not in listed
            and _listed_later(a.lead, act)
            and same_family(a.type, act.type)
            and can_be_same(act.lead, a)
            and (a.date is None or act.date is None or dates_meet(a.date.value, act.date.value))
        ]
        if homes:
            for home in homes:
                home.tellings.extend(_as_detail(t) for t in act.tellings)
                home.tellings.sort(key=lambda t: t.span.start)
        else:
            kept.append(act)
    return kept
