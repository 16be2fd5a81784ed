"""Hostile and broken inputs, made by script, and one read of them in a process of its own.

    python -m tests.hostile FOLDER

reads FOLDER/in into FOLDER/news and prints what the process did. All texts are invented.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import resource
import stat
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.guards import Guard

NEWS = "The ferry to Orla was late on Monday, and dockers blocked the harbour gate for two hours."
PAGE = f"<html><body><article><p>{NEWS}</p><p>{NEWS} Nobody was hurt.</p></article></body></html>"
ROW = json.dumps({"text": NEWS}).encode()

NAUGHTY = (
    "\0", "\ud800", "\udfff\ud800", "\ufeff\ufffe\uffff", "\u202etxet siht\u202c", "\u200b\u200d",
    "\x1b[31mred\x1b[0m\x07\x08", "\r", "\x85\u2028\u2029", "\U0010ffff" * 9, "e" + "\u0301" * 900,
    "ﷺ" * 50, "👩‍👩‍👧‍👦🏳️‍🌈🇺🇳" * 20, "İıſßﬁ", "١٢٣ ۴۵۶ 一二三", "½ ² Ⅷ ⑨ ൭",
    "'; DROP TABLE articles; --", '" OR 1=1 --', "%s%n%d{0}{}${HOME}$(id)`id`", "{{7*7}} <%= 7 %>",
    "<script>alert(1)</script>", "]]>&lt;!--", "&#0; &#xD800; &#x110000; &amp;amp;", "C:\\nul",
    "../../etc/passwd", "file:///etc/passwd", "http://[::1", "http://\ud800.example/",
    "=1+1", "@SUM(A1)",
    "NaN", "Infinity", "-0", "1e400", "9" * 5000, "null", "undefined", "None", "True", "[]", "{}",
    "31 February 2024", "00/00/0000", "9999-99-99", "the 99th of Smarch", "on Monday " * 200,
    "((((((((", "\"“”„«»‹›''" * 40, "..." * 500, "—" * 300, "A.B.C." * 300, "Mr. " * 200,
    "said " * 300, "not " * 200, "ʇxǝʇ uʍop ǝpᴉsdn", "𝕋𝕙𝕖 𝓯𝓮𝓻𝓻𝔂", "T\u0335h\u0336e\u0337",
    "田中さん", "خبر عاجل: \u200fانفجار", "а́льфа и омега", "\t\v\f\u00a0\u3000", "I\u2063n\u2063v",
)  # fmt: skip
"""Strings that break programs: controls, directions, injections, odd numbers, marks and repeats."""


def _zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _zip_with_link() -> bytes:
    """An archive whose member is a symbolic link out of it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/hostname")
    return buffer.getvalue()


def _holes(begins: bytes, ends: bytes, size: int = 1_000_000_000) -> Callable[[Path], None]:
    """A file of a gigabyte that takes no room: a hole between two ends."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(begins)
            file.seek(size)
            file.write(ends)

    return make


def _entity_bomb(root: str) -> bytes:
    """Entities that would grow to a billion words."""
    lines = ['<!ENTITY a0 "lol">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    item = f"<item><description>{NEWS} &a9;</description></item>"
    return (
        f"<?xml version='1.0'?><!DOCTYPE {root} [{''.join(lines)}]>"
        f"<{root}><channel>{item}</channel></{root}>"
    ).encode()


FILES: dict[str, bytes | Callable[[Path], object]] = {
    # archives
    "bomb.zip": _zipped({f"{n}.txt": b"0" * 60_000_000 for n in range(2)}),
    "bomb.jsonl.gz": gzip.compress(b"0" * 120_000_000, compresslevel=6),
    "bomb.warc.gz": gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n" + b"a: b\r\n" * 4_000_000),
    "climbing.zip": _zipped({"../../climbed.txt": NEWS.encode(), "/climbed.txt": NEWS.encode()}),
    "linking.zip": _zip_with_link(),
    "deep.zip": _zipped({"a.zip": _zipped({"b.zip": _zipped({"c.zip": _zipped({"d": b"x"})})})}),
    "half.zip": _zipped({"a.txt": NEWS.encode() * 90})[:-30],
    # one line of a gigabyte
    "line.jsonl": _holes(b'{"text": "', b'"}\n' + ROW),
    "line.csv": _holes(b"text,title\n", b",x\n"),
    "line.txt": _holes(NEWS.encode(), b"\n"),
    "line.html": _holes(PAGE.encode(), b"\n"),
    "line.warc": _holes(b"WARC/1.0\r\nWARC-Type: response\r\n", b"\n"),
    # encodings
    "utf16.txt": NEWS.encode("utf-16-be"),
    "ebcdic.txt": NEWS.encode("cp500"),
    "koi8.txt": "Паром в Орлу опоздал в понедельник. ".encode("koi8-r") * 9,
    "lies.html": PAGE.replace("<body>", '<meta charset="utf-16"><body>').encode(),
    "unknown.html": PAGE.replace("<body>", '<meta charset="klingon"><body>').encode(),
    "halves.html": PAGE.encode().replace(b"ferry", b"fer\xc3\x28\xff\xfery"),
    "nul.html": PAGE.replace("ferry", "fer\0ry").encode(),
    # markup
    "deep.html": ("<div>" * 100_000 + NEWS + "</div>" * 100_000).encode(),
    "deep_tables.html": ("<html>" + "<table><tr><td>" * 30_000 + NEWS).encode(),
    "open.html": b"<" * 50_000_000,
    "open_small.html": b"<html>" + b"<" * 2_000_000,
    "attributes.html": b"<html><p " + b"a='b' " * 300_000 + b">" + NEWS.encode(),
    "comments.html": PAGE.encode() + b"<!--" * 400_000,
    "bomb.xml": _entity_bomb("rss"),
    "bomb.html": _entity_bomb("html"),
    "deep.xml": b"<rss><channel><item>" + b"<a>" * 100_000,
    "deep_item.xml": f"<rss><channel><item><description>{'&lt;b&gt;' * 60_000}".encode(),
    # rows
    "deep.json": b"[" * 100_000,
    "deep.jsonl": b'{"text":' * 100_000 + b"\n" + ROW,
    "numbers.jsonl": b'{"text": 1' + b"0" * 100_000 + b"}\n" + ROW,
    "twice.jsonl": b'{"text": "a", "text": null}\n[]\n"text"\nnull\n{"text": {}}\n' + ROW,
    "naughty.jsonl": b"\n".join(
        json.dumps({"text": f"{NEWS} {odd}", "title": odd, "id": odd, "url": odd, "outlet": odd,
                    "side": odd, "byline": odd, "published": odd, "language": odd}).encode()
        for odd in NAUGHTY
    ),
    "naughty_alone.jsonl": b"\n".join(json.dumps({"text": odd}).encode() for odd in NAUGHTY),
    "quotes.csv": b'text,title\n"' + b'""' * 2_000 + b"\n",
    "columns.csv": b"text" + b"," * 100_000 + b"\n" + NEWS.encode() + b"\n",
    # files
    "empty.html": b"",
    "spaces.txt": b" \n" * 1000,
    "memory.txt": lambda path: path.symlink_to("/proc/self/mem"),
    "endless.txt": lambda path: path.symlink_to("/dev/zero"),
    "nowhere.txt": lambda path: path.symlink_to("nowhere"),
    "itself.txt": lambda path: path.symlink_to(path),
    "pipe.txt": os.mkfifo,
    "folder.html": Path.mkdir,
    os.fsdecode(b"\xff\xfe\n.txt"): NEWS.encode(),
}  # fmt: skip


def make_all(folder: Path) -> None:
    """Write every hostile file into a folder."""
    folder.mkdir(parents=True)
    for name, made in FILES.items():
        if callable(made):
            made(folder / name)
        else:
            (folder / name).write_bytes(made)


def main(folder: Path) -> None:
    """Read all of them in this process and print what it did beside."""
    import reportedly

    guard = Guard()
    tempfile.gettempdir()  # tries its folders by writing
    guard.install()
    with guard.written() as written:
        reportedly.read([folder / "in"], into=folder / "news", link=False)
        reportedly.open(folder / "news").link()
    outside = [str(path) for path in written if not path.is_relative_to(folder / "news")]
    told = {
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "reached": guard.reached,
        "written_outside": sorted(outside),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
