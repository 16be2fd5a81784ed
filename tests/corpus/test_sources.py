"""Who copies whom; all articles invented."""

from __future__ import annotations

from reportedly.corpus.sources import copying
from reportedly.records import Article, Echo, EchoMember
from tests.corpus.builders import article


def family(origin: Article | None, *others: Article) -> Echo:
    members = [EchoMember(article_id=a.article_id, kind="verbatim") for a in others]
    if origin is not None:
        members.append(EchoMember(article_id=origin.article_id, kind="origin"))
    return Echo(
        echo_id="x",
        origin=origin.article_id if origin else None,
        members=tuple(members),
        reasons=(),
    )


WIRE = article("wire", outlet="Arvan Tribune", published="03-10")
LATE = article("late", outlet="Belt Mirror", published="03-12")
OWN = article("own", outlet="Belt Mirror")
AGENCY = article("agency", outlet="Belt Mirror", credit="Coro Press Agency")


def test_copies_are_counted_by_their_source_with_the_lag() -> None:
    tribune, mirror = copying([OWN, WIRE, LATE, AGENCY], [family(WIRE, LATE)])
    assert (tribune.outlet, tribune.copies, tribune.own_share) == ("Arvan Tribune", 0, 1.0)
    assert mirror.taken_from == (("Arvan Tribune", 1), ("Coro Press Agency", 1))
    assert (mirror.articles, mirror.copies, mirror.lag_days) == (3, 2, 2.0)
    assert mirror.own_share == 1 / 3


def test_without_a_known_origin_nobody_is_called_a_copier() -> None:
    tribune, mirror = copying([WIRE, LATE], [family(None, WIRE, LATE)])
    assert (tribune.copies, tribune.unsure, mirror.copies, mirror.unsure) == (0, 1, 0, 1)


def test_an_outlets_own_article_used_again_is_its_own() -> None:
    again = article("again", outlet="arvan tribune", published="03-11")
    assert all(one.copies == 0 for one in copying([WIRE, again], [family(WIRE, again)]))


def test_articles_without_outlet_are_left_out() -> None:
    nameless = Article(article_id="n", raw_id="n", text_id="n", text="Rain.")
    assert copying([nameless], []) == ()
