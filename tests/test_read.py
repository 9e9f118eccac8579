"""Reading: every format, every way in which a file can be wrong, ids, dates, versions, and pages of many layouts."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.errors import InputError
from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read import read
from tawatur.read.days import iso
from tawatur.read.page import extract

TEXT = "قال مزارعون إن الموسم تأخر شهرا كاملا هذا العام بسبب قلة المطر في الوادي."
PAGES = Path(__file__).parent / "pages"
FLOOR = 0.97
"""Least F1 over the words of one page."""


def got(*paths: Path, **more: Any) -> tuple[list[RawArticle], list[Problem]]:
    """Articles and problems of the paths."""
    items = list(read([str(p) for p in paths], **more))
    return [x for x in items if isinstance(x, RawArticle)], [x for x in items if isinstance(x, Problem)]


def whats(problems: list[Problem]) -> list[tuple[str, str]]:
    """Code and place of each problem."""
    return [(p.what, p.where) for p in problems]


# ---------------------------------------------------------------- formats
def test_lines_of_json_and_their_problems(tmp_path: Path) -> None:
    """A broken line is a problem with file and line; the rest is read."""
    path = tmp_path / "a.jsonl"
    rows = [
        json.dumps({"id": "one", "text": TEXT, "date": "2025-07-13", "outlet": "منارة", "more": 1}),
        '{"id": "two", "te',
        "[1, 2]",
        json.dumps({"id": 3, "text": TEXT + " 3"}),
        json.dumps({"id": "four"}),
        json.dumps({"text": TEXT + " 5"}),
        json.dumps({"id": "six", "text": TEXT + " 6", "date": "yesterday"}),
        '{"id": "seven", "text": "\\ud800 ' + TEXT + '"}',
        "[" * 100_000,
    ]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    articles, problems = got(path)
    assert [a.id for a in articles] == ["one", "3", "a.jsonl:6", "six", "seven"]
    assert (articles[0].date, articles[0].date_is, articles[0].outlet) == ("2025-07-13", "given", "منارة")
    assert whats(problems) == [
        ("broken-line", "a.jsonl:2"),
        ("broken-line", "a.jsonl:3"),
        ("no-text", "a.jsonl:5"),
        ("bad-date", "six"),
        ("broken-line", "a.jsonl:9"),
    ]
    articles[-1].text.encode("utf-8")


def test_tables(tmp_path: Path) -> None:
    """CSV with any of the usual signs, and Parquet, give the same articles."""
    (tmp_path / "a.csv").write_text(f'id,date,text\nx,2025-07-13,"{TEXT}\nسطر ثان"\n,,{TEXT} 2\n', "utf-8-sig")
    (tmp_path / "b.csv").write_bytes(f"ID;Text\nz;{TEXT} 4\n".encode("windows-1256"))
    (tmp_path / "c.csv").write_text("name,value\na,b\n", "utf-8")
    articles, problems = got(tmp_path)
    assert [a.id for a in articles] == ["x", "a.csv:4", "z"]
    assert articles[0].text.endswith("\nسطر ثان")
    assert articles[2].text == f"{TEXT} 4"
    assert whats(problems) == [("no-text", "c.csv")]


def test_parquet(tmp_path: Path) -> None:
    """Rows of Parquet are articles; a file that is none is a problem."""
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"id": ["p"], "text": [TEXT], "extra": [1]}), tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"PAR1 and no more")
    articles, problems = got(tmp_path)
    assert [(a.id, a.text) for a in articles] == [("p", TEXT)]
    assert whats(problems) == [("broken-file", "b.parquet")]


def test_feeds(tmp_path: Path) -> None:
    """Items of RSS and Atom; a broken feed keeps the items before the break; no entity is expanded."""
    item = f"<item><title>خبر</title><link>https://a.example/1</link><guid>g1</guid><pubDate>Sun, 13 Jul 2025 06:00:00 GMT</pubDate><description>{TEXT}</description></item>"
    (tmp_path / "a.rss").write_text(
        f"<?xml version='1.0'?><rss><channel><title>منارة</title>{item}</channel></rss>", "utf-8"
    )
    entry = f"<entry><id>g2</id><title>خبر ثان</title><link href='https://a.example/2'/><updated>2025-07-14T00:00:00Z</updated><content type='html'>&lt;p&gt;{TEXT} 2&lt;/p&gt;</content></entry>"
    (tmp_path / "b.xml").write_text(
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>صدى</title>{entry}<entry>", "utf-8"
    )
    bomb = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>"
    (tmp_path / "c.rss").write_text(bomb, "utf-8")
    articles, problems = got(tmp_path)
    assert [(a.id, a.outlet, (a.date or "")[:10]) for a in articles] == [
        ("g1", "منارة", "2025-07-13"),
        ("g2", "صدى", "2025-07-14"),
    ]
    assert articles[1].text == f"خبر ثان\n\n{TEXT} 2"
    assert whats(problems) == [("broken-file", "b.xml"), ("broken-file", "c.rss")]


def test_web_archive(tmp_path: Path) -> None:
    """Pages of a web archive stand under their addresses with the time of capture; a later capture is a version."""
    pytest.importorskip("fastwarc")

    def record(when: str, text: str) -> bytes:
        page = f"<html><h1>عنوان الخبر القصير</h1><p>{text}</p></html>".encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/n/1\r\nWARC-Date: {when}\r\nWARC-Record-ID: <urn:uuid:{when}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        return head.encode() + http + b"\r\n\r\n"

    archive = record("2025-07-13T00:00:00Z", TEXT) + record("2025-07-14T00:00:00Z", TEXT + " وأضافوا أن الآبار جفت.")
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(archive))
    articles, problems = got(tmp_path)
    assert [(a.id, a.version_of) for a in articles] == [
        ("https://a.example/n/1", None),
        ("https://a.example/n/1#2", "https://a.example/n/1"),
    ]
    assert [a.captured for a in articles] == ["2025-07-13T00:00:00Z", "2025-07-14T00:00:00Z"]
    assert whats(problems) == [("new-version", "https://a.example/n/1#2")]


def test_standard_input_in_any_format() -> None:
    """What comes in by "-" is told by its first bytes, packed or not."""
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    for data in (line, gzip.compress(line), b"\xef\xbb\xbf" + line):
        assert [a.id for a in got(Path("-"), stdin=io.BytesIO(data))[0]] == ["a"]
    assert [a.text for a in got(Path("-"), stdin=io.BytesIO(TEXT.encode()))[0]] == [TEXT]
    page = f"<!DOCTYPE html><title>خبر قصير</title><h1>خبر قصير</h1><p>{TEXT}</p>".encode()
    assert [a.title for a in got(Path("-"), stdin=io.BytesIO(page))[0]] == ["خبر قصير"]


# ---------------------------------------------------------------- what is wrong with files
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """Plain text in every encoding that Arabic was stored in."""
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    articles, problems = got(tmp_path / "a.txt")
    assert [a.text.removeprefix("\ufeff") for a in articles] == [TEXT]
    assert not problems


def test_wrong_files_are_problems_and_the_rest_is_read(tmp_path: Path) -> None:
    """Empty, binary, spoilt, swollen and unknown files: a problem each."""
    (tmp_path / "a-empty.txt").write_bytes(b"")
    (tmp_path / "b-picture.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "c-spoilt.txt").write_bytes(TEXT.encode() + b"\xff\xfe" + TEXT.encode())
    (tmp_path / "d-cut.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "d", "text": TEXT}).encode() * 1000)[:60])
    (tmp_path / "e-bomb.txt.gz").write_bytes(gzip.compress(b"\0" * (80 << 20)))
    (tmp_path / "f-photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    (tmp_path / "g-empty.html").write_bytes(b"  ")
    (tmp_path / "h-bare.html").write_bytes(b"<html><body></body></html>")
    (tmp_path / ".hidden.txt").write_text(TEXT, "utf-8")
    (tmp_path / "z.txt").write_text(TEXT, "utf-8")
    articles, problems = got(tmp_path)
    assert [a.id for a in articles] == ["c-spoilt.txt", "z.txt"]
    assert whats(problems) == [
        ("empty", "a-empty.txt"),
        ("not-text", "b-picture.txt"),
        ("bad-encoding", "c-spoilt.txt"),
        ("broken-file", "d-cut.jsonl.gz"),
        ("too-large", "e-bomb.txt.gz"),
        ("unknown-format", "f-photo.jpg"),
        ("empty", "g-empty.html"),
        ("no-text", "h-bare.html"),
    ]


def test_a_missing_file_is_the_callers_mistake(tmp_path: Path) -> None:
    """Before anything is read."""
    with pytest.raises(InputError, match="no such file"):
        read([str(tmp_path / "nothing.jsonl")])


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    """Twenty thousand articles pass through without being held."""
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for n in range(8000):
            file.write(json.dumps({"id": f"a{n}", "text": f"{n} " + TEXT * 12}, ensure_ascii=False) + "\n")
    assert path.stat().st_size > 10 << 20
    tracemalloc.start()
    count = sum(isinstance(x, RawArticle) for x in read([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 8000
    assert peak < 6 << 20


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    data=st.binary(max_size=300),
    suffix=st.sampled_from(["jsonl", "json", "csv", "html", "rss", "txt", "gz", "warc", "warc.gz", "bin"]),
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, suffix: str) -> None:
    """Whatever the bytes are, there is an answer and never an error."""
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(data)
    got(path)


# ---------------------------------------------------------------- ids, dates, versions
def test_ids_are_paths_below_the_folder(tmp_path: Path) -> None:
    """Files without ids of their own are named by where they stand."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT + " 2", "utf-8")
    assert [a.id for a in got(tmp_path)[0]] == ["a.txt", "b/one.txt"]


def test_repeated_ids(tmp_path: Path) -> None:
    """Another text under a known id gets a new one; the same text twice is one article."""
    rows = [
        {"id": "a", "text": TEXT},
        {"id": "a", "text": TEXT + " 2"},
        {"id": "a", "text": TEXT},
        {"id": "a", "text": TEXT + " 3"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    articles, problems = got(tmp_path)
    assert [a.id for a in articles] == ["a", "a#2", "a#3"]
    assert whats(problems) == [("repeated-id", "a"), ("repeated", "a"), ("repeated-id", "a")]


def test_a_later_capture_is_a_version_and_a_copied_text_elsewhere_is_not(tmp_path: Path) -> None:
    """One address: one article. One text at two addresses: two carriers."""
    rows = [
        {"id": "a", "url": "https://m.example/n/1", "text": TEXT, "captured": "2025-07-13"},
        {"id": "b", "url": "http://www.m.example/n/1/?utm_source=x", "text": TEXT + " 2", "captured": "2025-07-14"},
        {"id": "c", "url": "https://m.example/n/1#top", "text": TEXT, "captured": "2025-07-15"},
        {"id": "d", "url": "https://other.example/9", "text": TEXT},
        {"id": "e", "url": "https://m.example/", "text": TEXT + " 3"},
        {"id": "f", "url": "https://m.example/", "text": TEXT + " 4"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    articles, problems = got(tmp_path)
    assert [(a.id, a.version_of) for a in articles] == [("a", None), ("b", "a"), ("d", None), ("e", None), ("f", None)]
    assert whats(problems) == [("new-version", "b"), ("repeated", "c")]


def test_dates_beside_the_files(tmp_path: Path) -> None:
    """dates.csv and .meta.json give what a file cannot; what is asked for goes before both."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}", "utf-8")
    (tmp_path / "dates.csv").write_text(
        "id,date,date_is\na.txt,2025-07-13,inferred: the Sunday it names\nc.txt,someday,\n", "utf-8"
    )
    (tmp_path / "b.txt.meta.json").write_text(json.dumps({"date": "14/07/2025", "outlet": "منارة"}), "utf-8")
    articles, problems = got(tmp_path, dates={"c.txt": "2025-07-15"})
    assert [(a.id, a.date, a.date_is, a.outlet) for a in articles] == [
        ("a.txt", "2025-07-13", "inferred: the Sunday it names", None),
        ("b.txt", "2025-07-14", "given", "منارة"),
        ("c.txt", "2025-07-15", "given", None),
    ]
    assert whats(problems) == [("bad-date", "dates.csv:3")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-07-13", "2025-07-13"),
        ("الأحد، 13 تموز/يوليو 2025", "2025-07-13"),
        ("١٣ يوليو ٢٠٢٥ - ١٠:٣٠ م", "2025-07-13"),
        ("تموز 13, 2025", "2025-07-13"),
        ("13 جويلية 2025", "2025-07-13"),
        ("نشر في: 5 كانون الثاني 2024", "2024-01-05"),
        ("2025/7/13", "2025-07-13"),
        ("13.7.2025", "2025-07-13"),
        ("July 13, 2025", "2025-07-13"),
        ("20250713101500", "2025-07-13T10:15:00+00:00"),
        ("يوليو 2025", None),
        ("31/02/2025", None),
        ("منذ 4 ساعات", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    """Dates as files and pages print them; none is made up."""
    assert iso(text) == day


# ---------------------------------------------------------------- pages
def gold() -> list[dict[str, Any]]:
    """What each page of tests/pages holds."""
    return [json.loads(line) for line in (PAGES / "gold.jsonl").read_text("utf-8").splitlines()]


def likeness(a: str, b: str) -> float:
    """F1 over words, as bags."""
    x, y = Counter(a.split()), Counter(b.split())
    return 2 * sum((x & y).values()) / (sum(x.values()) + sum(y.values()))


def test_there_are_forty_layouts() -> None:
    """Each page has its own."""
    assert len(gold()) >= 40


@pytest.mark.parametrize("page", gold(), ids=lambda p: p["page"])
def test_page(page: dict[str, Any]) -> None:
    """The text of the article and nothing around it; its title, day and outlet."""
    articles, problems = got(PAGES / page["page"])
    assert not problems
    (article,) = articles
    assert likeness(article.text, page["text"]) >= FLOOR
    assert article.title == page["title"]
    assert (article.date or None) and article.date[:10] == page["date"] if page["date"] else article.date is None  # type: ignore[index]
    assert article.outlet == page["outlet"]


def test_a_page_of_boxes_in_boxes_does_not_exhaust_the_reader() -> None:
    """Nesting is no recursion."""
    assert TEXT in extract("<div>" * 20_000 + f"<p>{TEXT}</p>").text


def test_an_agency_named_as_author_is_kept() -> None:
    """The page's head says whose text it is."""
    assert extract(f"<meta name='author' content='رويترز'><h1>خبر قصير</h1><p>{TEXT}</p>").agency == "رويترز"


def test_what_a_page_says_is_text_and_nothing_else() -> None:
    """Markup in a title stays what it is: characters."""
    title = '<script>alert("x")</script> خبر'
    page = extract(f"<meta property='og:title' content='{title.replace('<', '&lt;')}'><p>{TEXT}</p>")
    assert page.title == title
    assert codecs.encode(page.text, "utf-8")
