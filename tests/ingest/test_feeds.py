"""Items of saved feeds. All texts are invented."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest import Outcome, Skipped, read_inputs
from reportedly.ingest.feeds import as_text
from reportedly.records import Problem, RawDocument

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Orla Courier</title><language>en-gb</language>
<item><guid>7</guid><title>Ferry late</title><link>https://orla.example/ferry</link>
<pubDate>Mon, 11 Mar 2024 06:00:00 GMT</pubDate><dc:creator>Ana Brisk</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>The ferry was late.</p><p>Nobody <b>minded</b>.</p>
<script>x()</script>]]></content:encoded></item>
<item><title>No text here</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Orla Courier</title>
<entry><id>urn:1</id><title>Rain</title><link rel="alternate" href="https://orla.example/rain"/>
<published>2024-03-11T06:00:00Z</published><author><name>Ana Brisk</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It rained.</p></div></content>
</entry></feed>"""


def read(path: Path, content: str) -> list[Outcome]:
    path.write_text(content)
    return list(read_inputs([path]))


def test_rss(tmp_path: Path) -> None:
    first, second = read(tmp_path / "feed.xml", RSS)
    assert isinstance(first, RawDocument)
    assert json.loads(first.content) == {
        "id": "7",
        "title": "Ferry late",
        "url": "https://orla.example/ferry",
        "published": "Mon, 11 Mar 2024 06:00:00 GMT",
        "byline": "Ana Brisk",
        "site": "Orla Courier",
        "language": "en-gb",
        "text": "The ferry was late.\n\nNobody minded.",
    }
    assert (first.media, first.position) == ("row", 1)
    assert isinstance(second, Problem)
    assert second.position == 2


def test_atom(tmp_path: Path) -> None:
    (raw,) = read(tmp_path / "feed.atom", ATOM)
    assert isinstance(raw, RawDocument)
    row = json.loads(raw.content)
    assert row["text"] == "It rained."
    assert row["url"] == "https://orla.example/rain"
    assert row["byline"] == "Ana Brisk"


def test_a_feed_never_gives_a_side(tmp_path: Path) -> None:
    item = "<item><side>government</side><description>Rain.</description></item>"
    (raw,) = read(tmp_path / "feed.xml", f"<rss><channel>{item}</channel></rss>")
    assert isinstance(raw, RawDocument)
    assert "side" not in json.loads(raw.content)


def test_other_xml_is_skipped_and_broken_xml_is_a_problem(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path / "a.xml", "<sitemap><url/></sitemap>")[0], Skipped)
    assert isinstance(read(tmp_path / "b.rss", "no xml at all")[0], Problem)


def test_entities_of_a_feed_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    feed = (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
        "<rss><channel><item><description>Rain &x; in Orla.</description></item></channel></rss>"
    )
    for outcome in read(tmp_path / "feed.xml", feed):
        assert not isinstance(outcome, RawDocument) or b"secret" not in outcome.content


@given(st.text(max_size=200))
def test_any_value_becomes_text(value: str) -> None:
    assert isinstance(as_text(value), str)
