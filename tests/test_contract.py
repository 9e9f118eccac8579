"""The shapes that others rely on, checked from outside: the command in a process of its own, text in, text out."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

with warnings.catch_warnings():  # the validator uses names that its parser library has renamed
    warnings.simplefilter("ignore")
    from edtf_validate.valid_edtf import is_valid

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/talbulaq"
ENV = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
Json = dict[str, Any]


def words(text: str) -> set[str]:
    """The words of a list."""
    return set(text.split())


PLOVER = words(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
)
KINDS = {"direct", "indirect", "mixed"}
MODES = {"states", "denies", "estimates", "pledges", "demands", "hedged"}
APPROX = {"exact", "about", "at_least", "at_most", "range", "vague"}
TYPES = {"PER", "ORG", "LOC", "MISC"}
HAPPENED = {"yes", "no", "planned", "hedged"}
UNNAMED = words("official military security diplomatic medical witness activist media analyst source")
ROLES = words("outlet translator agency media official state group expert witness document post unnamed")
MEASURES = words(
    "killed wounded casualties affected treated missing captured arrested charged sentenced released displaced refugees "
    "evacuated attended sent launched struck attacks taken destroyed vehicles weapons money agreements other"
)
FINDINGS = {"agrees", "contradicts", "updates", "differs_in_scope", "disputed", "wording", "quote_drift"}
HOW = {"copy", "excerpt", "stitched", "rewrite", "translation", None}
RELATIONS = {"agrees", "contradicts", "updates", "differs_in_scope", "unrelated"}
ENTITY = re.compile(r"[a-z]{3}|[a-z?]+:\S+")
LENGTH = re.compile(r"P(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?~?")

TITLE = "وزير الصحة نزار الحكيم: مقتل 14 عاملا في انفجار مصنع يوم الاثنين"
TWICE = (
    f"{TITLE}\n{TITLE}\n\n"
    "قال وزير الصحة نزار الحكيم، أمس الاثنين، إن 14 عاملا قتلوا في انفجار مصنع للأسمدة قرب بنزرت. وأضاف أن الحكومة "
    "«سترسل خمسين خبيرا» إلى المكان.\n\n"
    "ونفت إدارة المصنع في بيان أن يكون الانفجار ناجما عن إهمال، فيما أفاد مصدر أمني لوكالة رويترز بأن نحو ثلاثين شخصا "
    "أصيبوا.\n\nاقرأ أيضا: مقتل 3 أشخاص في حريق يوم الخميس\nمنذ 4 ساعات\nالتعليقات (7)\n"
)
ENGLISH = (
    "The Foreign Ministry said on Monday that three soldiers were killed in the north of the country. The minister "
    "told reporters that the talks would go on for three more days in the capital, and that nothing was decided yet."
)
ARTICLES: list[Json] = [
    {"id": "twice", "date": "2025-03-04", "outlet": "نبأ", "text": TWICE},
    {"id": "english", "date": "2025-03-04", "text": ENGLISH},
    {"id": "marked", "date": "2025-03-04", "text": "قَالَ الوَزِيرُ إِنَّ ١٢٬٠٠٠ جُنْدِيٍّ وَصَلُـــوا أَمْسِ إِلَى \u200fمُوسْكُو\u200f."},
    {"id": "bare", "text": "وصل الوفد أمس الأول إلى القاهرة، ويعود الأسبوع المقبل."},
    {"id": "signs", "date": "2025-03-04", "text": '..!؟ «» "" -- 1/2 % ()'},
    {"id": "tab\tid", "date": "2025-03-04", "text": "أعلنت روسيا استعدادها للحوار،\r\nوطالبت أوكرانيا بوقف القصف.\r\n"},
]


def run(*args: str, stdin: str | bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """One run of the command; bytes in and out."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run(
        [sys.executable, "-m", "tawatur", *args],
        input=data,
        capture_output=True,
        check=False,
        env={**ENV, **(env or {})},
    )


def lines(items: list[Json]) -> str:
    """Objects as JSON Lines."""
    return "".join(json.dumps(x, ensure_ascii=False) + "\n" for x in items)


def objects(done: subprocess.CompletedProcess[bytes]) -> list[Json]:
    """What a command printed, one object a line."""
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return [json.loads(x) for x in done.stdout.decode().splitlines()]


@cache
def own() -> list[Json]:
    """Annotations of the articles above."""
    done = run("annotate", "-", stdin=lines(ARTICLES))
    assert done.returncode == 0, done.stderr.decode()
    return objects(done)


@cache
def example_texts() -> dict[str, str]:
    """Raw texts of the example's articles, read by the package."""
    from tawatur.model.document import RawArticle
    from tawatur.read import read

    return {a.id: a.text for a in read([str(EXAMPLE)]) if isinstance(a, RawArticle)}


@cache
def example() -> list[Json]:
    """Annotations of the example affair; it holds one broken file."""
    done = run("annotate", str(EXAMPLE))
    assert done.returncode == 3
    return objects(done)


@cache
def dossier() -> Json:
    """The example affair's dossier."""
    done = run("report", str(EXAMPLE), "--format", "json")
    assert done.returncode == 3
    found: Json = json.loads(done.stdout)
    return found


def every() -> Iterator[tuple[str, Json]]:
    """Every annotation at hand with the raw text that it is about."""
    texts = {a["id"].strip(): a["text"] for a in ARTICLES} | example_texts()
    for got in (*own(), *example()):
        yield texts[got["id"]], got


def check_span(text: str, found: Json) -> None:
    """Offsets are whole numbers, the text is what stands there."""
    start, end = found["start"], found["end"]
    assert type(start) is type(end) is int
    assert 0 <= start < end <= len(text)
    assert text[start:end] == found["text"]


def check_origin(origin: str) -> None:
    """An entity, the outlet, or an unnamed voice of a kind."""
    if origin.startswith("unnamed:"):
        assert origin.removeprefix("unnamed:") in UNNAMED
    else:
        assert origin == "outlet" or ENTITY.fullmatch(origin), origin


def agency(name: str) -> bool:
    """Whether `name` is an agency's id or its name as an article gives it."""
    return bool(ENTITY.fullmatch(name)) or any(name in text for text in example_texts().values())


def check_edtf(value: str | None) -> None:
    """ISO 8601-2 by another's validator; lengths, which it does not know, by their own shape."""
    assert value is None or (len(value) > 1 and LENGTH.fullmatch(value)) or is_valid(value), value


def check_numbers(low: Any, best: Any, high: Any, approx: str) -> None:
    """What low, best and high are for each approximation."""
    assert all(x is None or (type(x) in (int, float) and x == x) for x in (low, best, high))
    expected = {"exact": low, "about": low, "at_least": low}.get(approx)
    assert best == expected
    assert low is None or high is None or low <= high
    if approx in ("exact", "about"):
        assert low == high is not None
    if approx == "at_least":
        assert low is not None
    if approx == "at_most":
        assert high is not None


# annotate -------------------------------------------------------------------------------------------------------------


def test_one_object_an_article_in_the_order_given() -> None:
    """All fields, whatever the article holds."""
    assert [x["id"] for x in own()] == [a["id"] for a in ARTICLES]
    fields = {"id", "lang", "attributions", "quantities", "times", "names", "events", "noise", "problems"}
    for _, got in every():
        assert fields <= set(got)
        assert isinstance(got["lang"], str)
        for p in got["problems"]:
            assert {"what", "where", "why"} <= set(p)
            assert all(isinstance(p[k], str) for k in ("what", "where", "why"))


def test_every_span_equals_its_own_text() -> None:
    """Offsets are code points into the text as it was given."""
    for text, got in every():
        for kind in ("quantities", "times", "names", "noise"):
            for m in got[kind]:
                check_span(text, m)
        for a in got["attributions"]:
            for s in (a["cue"], a["source"], a["refers_to"], a["content"], *a["via"]):
                if s is not None:
                    assert set(s) == {"start", "end", "text"}
                    check_span(text, s)
        for e in got["events"]:
            for s in (e["trigger"], *e["actors"], *e["recipients"], e["place"]):
                if s is not None:
                    check_span(text, s)


def test_values_are_of_their_enumerations() -> None:
    """Kinds, modes, types, approximations, and the forms of ids and origins."""
    for _, got in every():
        for a in got["attributions"]:
            assert {"cue", "source", "refers_to", "content", "kind", "mode", "via", "origin"} <= set(a)
            assert a["cue"] is not None
            assert a["kind"] in KINDS
            assert a["mode"] in MODES
            assert isinstance(a["via"], list)
            check_origin(a["origin"])
        for q in got["quantities"]:
            assert {"low", "best", "high", "approx", "unit"} <= set(q)
            assert q["approx"] in APPROX
            assert isinstance(q["unit"], str)
            check_numbers(q["low"], q["best"], q["high"], q["approx"])
        for t in got["times"]:
            check_edtf(t["edtf"])
            assert isinstance(t["why_not"], str)
            assert t["edtf"] is not None or t["why_not"]
        for n in got["names"]:
            assert n["type"] in TYPES
            assert n["entity"] is None or ENTITY.fullmatch(n["entity"])
        for e in got["events"]:
            assert {
                "type",
                "mode",
                "trigger",
                "actors",
                "recipients",
                "place",
                "time",
                "attribution",
                "happened",
            } <= set(e)
            assert e["type"] in PLOVER
            assert e["happened"] in HAPPENED
            assert e["mode"] is None or isinstance(e["mode"], str)
            assert e["attribution"] is None or 0 <= e["attribution"] < len(got["attributions"])
            check_edtf(e["time"])
        for n in got["noise"]:
            assert n["reason"]


def test_the_source_is_null_only_where_the_speaker_is_in_the_verb() -> None:
    """Then `refers_to` says who is meant, or the origin stays unnamed."""
    for _, got in every():
        for a in got["attributions"]:
            assert (
                a["source"] is not None or a["refers_to"] is not None or a["origin"].startswith(("unnamed:", "outlet"))
            )


def test_what_lies_in_noise_is_marked_makes_no_claim_and_bears_no_event() -> None:
    """`in_noise` is true or not there at all."""
    for _, got in every():
        stretches = [(n["start"], n["end"]) for n in got["noise"]]
        for kind in ("quantities", "times", "names"):
            for m in got[kind]:
                assert m.get("in_noise", True) is True
                inside = any(a <= m["start"] < b for a, b in stretches)
                assert inside == ("in_noise" in m), m
        for x in (*(a["cue"] for a in got["attributions"]), *(e["trigger"] for e in got["events"])):
            assert not any(a <= x["start"] < b for a, b in stretches)


def test_nothing_is_reported_from_the_second_printing_of_a_title() -> None:
    """Mentions, attributions and events of the first printing only."""
    got = own()[0]
    second = (len(TITLE) + 1, 2 * len(TITLE) + 1)
    repeats = [n for n in got["noise"] if n["reason"] == "repeat"]
    assert [(n["start"], n["end"]) for n in repeats] == [second]
    spans = [m for kind in ("quantities", "times", "names") for m in got[kind]]
    spans += [a["cue"] for a in got["attributions"]] + [e["trigger"] for e in got["events"]]
    assert not [s for s in spans if s["start"] < second[1] and second[0] < s["end"]]
    assert [s for s in spans if s["end"] <= second[0]]


def test_an_article_in_another_language_is_listed_and_claims_nothing() -> None:
    """With its language and a problem."""
    got = own()[1]
    assert got["lang"] == "en"
    assert got["problems"]
    assert not any(got[k] for k in ("attributions", "quantities", "times", "names", "events"))


def test_marks_stretching_and_direction_controls_cost_nothing() -> None:
    """A vowelled text gives what a bare one gives."""
    got = own()[2]
    assert [(q["low"], q["unit"]) for q in got["quantities"]] == [(12000, "جندي")] or got["quantities"][0][
        "low"
    ] == 12000
    assert [t["edtf"] for t in got["times"]] == ["2025-03-03"]
    assert [n["entity"] for n in got["names"]]
    assert len(got["attributions"]) == 1


def test_relative_times_of_an_article_without_a_date_say_why_they_have_no_value() -> None:
    """Nothing is guessed."""
    got = own()[3]
    assert len(got["times"]) == 2
    assert all(t["edtf"] is None and t["why_not"] for t in got["times"])


def test_states_have_iso_codes() -> None:
    """Three small letters."""
    names = {n["text"]: n["entity"] for n in own()[5]["names"]}
    assert names == {"روسيا": "rus", "أوكرانيا": "ukr"}


def test_ids_and_origins_are_the_same_alone_and_among_others() -> None:
    """An article gives the same line whatever stands before it."""
    alone = objects(run("annotate", "-", stdin=lines(ARTICLES[:1])))
    assert alone == own()[:1]


# articles in ----------------------------------------------------------------------------------------------------------

GOOD = {"id": "x", "date": "2025-01-02", "text": "أعلن الجيش مقتل جنديين في حلب."}


@pytest.mark.parametrize(
    "bad",
    [
        b"{broken",
        b"[1, 2]",
        b'"text"',
        b"\xff\xfe\x00\x01\x80",
        b'{"id": "no-text"}',
        b'{"id": "n", "text": 7}',
        b"[" * 5000,
        b'{"text": "' + b"\\ud800" + b'"',
    ],
)
def test_a_broken_line_is_a_problem_and_the_rest_is_read(bad: bytes) -> None:
    """Status 3, the line's number on standard error."""
    done = run("annotate", "-", stdin=lines([GOOD]).encode() + bad + b"\n" + lines([{**GOOD, "id": "y"}]).encode())
    assert [x["id"] for x in objects(done)] == ["x", "y"]
    assert done.returncode == 3
    assert b":2" in done.stderr


def test_an_article_without_an_id_is_called_by_its_place(tmp_path: Path) -> None:
    """The path below the folder given; a line by its number."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("وصل الوزير أمس إلى بيروت.", "utf-8")
    (tmp_path / "b.jsonl").write_text(lines([{"text": GOOD["text"]}, {"text": "وصل الوفد إلى عمان."}]), "utf-8")
    ids = [x["id"] for x in objects(run("annotate", str(tmp_path)))]
    assert ids == ["b.jsonl:1", "b.jsonl:2", "in/a.txt"]


def test_a_repeated_id_with_another_text_gets_a_number() -> None:
    """And a problem; the very same record again is counted once."""
    other = {**GOOD, "text": "أعلن الجيش انسحابه من حمص."}
    done = run("annotate", "-", stdin=lines([GOOD, other, {**other, "text": other["text"] + " وعاد."}, GOOD]))
    assert [x["id"] for x in objects(done)] == ["x", "x#2", "x#3"]
    assert done.returncode == 3
    assert "x#2" in done.stderr.decode()


def test_a_later_capture_of_one_address_is_no_other_carrier() -> None:
    """The dossier counts the later text only, and shows what changed; all was read."""
    old = {**GOOD, "id": "v1", "url": "https://n.example/1", "captured": "2025-01-02T10:00"}
    new = {**old, "id": "v2", "captured": "2025-01-02T18:00", "text": "أعلن الجيش مقتل ثلاثة جنود في حلب."}
    done = run("report", "-", "--format", "json", stdin=lines([old, new]))
    found = json.loads(done.stdout)
    assert {e["article"] for e in found["estimates"]} == {"v2"}
    assert {c["article"] for c in found["claims"]} == {"v2"}
    assert not found["findings"]
    assert any("ثلاثة" in e for a in found["articles"] for e in a["evidence"])
    assert done.returncode == 0


def test_other_formats_give_what_json_lines_give(tmp_path: Path) -> None:
    """CSV with the same column names, HTML, plain text."""
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as f:
        rows = csv.DictWriter(f, ["id", "date", "text"])
        rows.writeheader()
        rows.writerow(GOOD)
    wanted = objects(run("annotate", "-", stdin=lines([GOOD])))
    assert objects(run("annotate", str(tmp_path / "a.csv"))) == wanted
    (tmp_path / "a.txt").write_text(GOOD["text"], "utf-8")
    (tmp_path / "a.html").write_text(
        f"<html><head><title>ع</title></head><body><p>{GOOD['text']}</p></body></html>", "utf-8"
    )
    for name in ("a.txt", "a.html"):
        got = objects(run("annotate", str(tmp_path / name)))
        assert [q["low"] for q in got[0]["quantities"]] == [2], name


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf\n"])
def test_nothing_in_nothing_out(data: bytes) -> None:
    """An empty standard input is no error of the program."""
    done = run("annotate", "-", stdin=data)
    assert done.stdout == b""
    assert done.returncode in (0, 3)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("annotate",),
        ("annotate", "no-such-file"),
        ("annotate", "--jobs", "0", "-"),
        ("annotate", "--nonsense", "-"),
        ("stories", "no-such-file"),
        ("compare", "no-such-file"),
        ("parse", "--as", "colour", "-"),
        ("parse", "no-such-file"),
        ("report",),
        ("report", "-", "--format", "pdf"),
        ("report", "-", "--date", "x=tomorrow"),
        ("report", "-", "--format", "json", "-o", "no/such/folder/d.json"),
        ("explain", "-", "--at", "nonsense"),
        ("nonsense",),
    ],
)
def test_a_wrong_call_is_status_two_and_one_clear_line(args: tuple[str, ...]) -> None:
    """Nothing on standard output, no traceback."""
    done = run(*args, stdin=lines([GOOD]))
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.strip()
    assert b"Traceback" not in done.stderr


# parse ----------------------------------------------------------------------------------------------------------------

PHRASES = {
    "number": [("خمسة وعشرون ألفا", 25000), ("٣٬٥٠٠", 3500), ("ألفان", 2000), ("كرسي", None), ("", None), (" ", None)],
    "ordinal": [("الثالثة والعشرون", 23), ("العاشر", 10), ("كرسي", None), ("…", None)],
    "percent": [("خمسة في المئة", 5), ("12.5%", 12.5), ("كرسي", None), ("%", None)],
    "time": [("12 يوليو 2015", "2015-07-12"), ("أمس", "2025-03-03"), ("كرسي", None), ("/", None)],
    "length": [("ثلاثة أشهر", "P3M"), ("ست ساعات", "PT6H"), ("كرسي", None), ("", None)],
}


@pytest.mark.parametrize("sort", PHRASES)
def test_parse_gives_one_object_a_phrase(sort: str) -> None:
    """All null where the phrase is none."""
    asked = [{"id": f"p{n}", "phrase": p, "date": "2025-03-04"} for n, (p, _) in enumerate(PHRASES[sort])]
    done = run("parse", "--as", sort, "-", stdin=lines(asked))
    got = objects(done)
    assert done.returncode == 0
    assert [x["id"] for x in got] == [x["id"] for x in asked]
    for found, (phrase, value) in zip(got, PHRASES[sort], strict=True):
        if sort in ("time", "length"):
            assert found == {"id": found["id"], "edtf": value}, phrase
        else:
            assert found == {"id": found["id"], "low": value, "best": value, "high": value}, phrase


@pytest.mark.parametrize("sort", PHRASES)
def test_parse_finds_all_such_expressions_inside_a_phrase(sort: str) -> None:
    """With spans that equal their text and the same values; an empty list where there is none."""
    sign = {"number": "12 و40", "ordinal": "الثالث", "percent": "5%", "time": "12 يوليو 2015", "length": "ثلاثة أشهر"}[
        sort
    ]
    asked = [{"id": "a", "phrase": f"كان هناك {sign} قبل أن ينتهي الأمر"}, {"id": "b", "phrase": "كان هناك كرسي"}]
    done = run("parse", "--as", sort, "--find", "-", stdin=lines(asked))
    a, b = objects(done)
    assert b == {"id": "b", "found": []}
    assert a["found"]
    for found in a["found"]:
        check_span(asked[0]["phrase"], found)
        values = {"edtf"} if sort in ("time", "length") else {"low", "best", "high"}
        assert values <= set(found)
        assert found[min(values)] is not None


def test_parse_says_which_line_it_could_not_read() -> None:
    """Status 3, the other phrases done; a line without an id is called by its place."""
    done = run("parse", "-", stdin='{"id": "a", "phrase": "خمسة"}\n{oops\n{"id": "b"}\n[]\n{"phrase": "ستة"}\n')
    assert [x["low"] for x in objects(done)] == [5, 6]
    assert done.returncode == 3
    assert all(f":{n}".encode() in done.stderr for n in (2, 3, 4))


@pytest.mark.parametrize(
    "data",
    [
        b'{"id": 7, "phrase": "\xff\xfe"}\n',
        b'{"id": "a", "phrase": "\\ud800 5"}\n',
        b'{"id": "\\ud800", "phrase": "5"}\n',
        b'{"id": {}, "phrase": "5"}\n',
        b'{"id": "a", "phrase": "5", "date": [], "date_a": 7}\n',
        b"[" * 100000 + b"\n",
        b"\xef\xbb\xbf" + b'{"phrase": "5"}\n',
    ],
)
def test_parse_and_compare_survive_broken_encodings(data: bytes) -> None:
    """A problem or a result for each line, never a traceback."""
    for command in (("parse", "-"), ("parse", "--find", "-")):
        done = run(*command, stdin=data)
        objects(done)
        assert done.returncode in (0, 3)
    done = run("compare", "-", stdin=data.replace(b'"phrase"', b'"b": "x", "a"'))
    objects(done)
    assert done.returncode in (0, 3)


def test_a_date_that_is_none_leaves_relative_times_without_value() -> None:
    """A wrong date, or a date of another type, is not guessed at."""
    asked = [{"id": str(n), "phrase": "أمس", "date": d} for n, d in enumerate(("tomorrow", "2025-02-30", 5, None))]
    done = run("parse", "--as", "time", "-", stdin=lines(asked))
    assert [x["edtf"] for x in objects(done)] == [None] * 4


# stories and compare --------------------------------------------------------------------------------------------------


def test_stories_place_every_article() -> None:
    """One object an article, in the order given; who took whose text names articles or agencies."""
    done = run("stories", str(EXAMPLE))
    got = objects(done)
    ids = [x["id"] for x in got]
    assert ids == [x["id"] for x in example()]
    for x in got:
        assert {"id", "story", "copy_group", "derived_from", "how", "evidence"} <= set(x)
        assert isinstance(x["story"], str)
        assert x["how"] in HOW
        assert x["how"] is None or x["evidence"]
        assert all(d in ids or agency(d) for d in x["derived_from"])
        assert x["id"] not in x["derived_from"]


def test_the_same_text_is_one_copy_group_and_another_matter_another_story() -> None:
    """Whatever the order."""
    text = ARTICLES[0]["text"]
    other = "فاز فريق الشباب على ضيفه فريق النهضة بهدفين نظيفين في مباراة أقيمت مساء السبت على ملعب المدينة."
    items = [
        {"id": "a", "date": "2025-03-04", "outlet": "نبأ", "text": text},
        {"id": "b", "date": "2025-03-04", "outlet": "صدى", "text": text},
        {"id": "c", "date": "2025-03-04", "outlet": "صدى", "text": other},
    ]
    a, b, c = objects(run("stories", "-", stdin=lines(items)))
    assert a["copy_group"] == b["copy_group"] is not None
    assert a["story"] == b["story"] != c["story"]
    assert c["copy_group"] is None
    again = objects(run("stories", "-", stdin=lines(items[::-1])))
    assert again[::-1] == [a, b, c]


def test_compare_gives_a_relation_and_the_reason() -> None:
    """One object a pair."""
    pairs = [
        (
            "قال وزير الصحة إن عشرة أشخاص قتلوا في انفجار مصنع بنزرت.",
            "قال وزير الصحة إن عشرة أشخاص قتلوا في انفجار مصنع بنزرت.",
        ),
        ("قال وزير الصحة إن عشرة أشخاص قتلوا في انفجار مصنع بنزرت.", "فاز فريق الشباب بهدفين."),
        ("", ""),
        ("...", "«"),
    ]
    asked = [
        {"id": str(n), "a": a, "b": b, "date_a": "2025-03-04", "date_b": "2025-03-04"} for n, (a, b) in enumerate(pairs)
    ]
    done = run("compare", "-", stdin=lines(asked))
    got = objects(done)
    assert done.returncode == 0
    assert [x["id"] for x in got] == ["0", "1", "2", "3"]
    assert all(x["relation"] in RELATIONS and isinstance(x["why"], str) for x in got)
    assert [x["relation"] for x in got[1:]] == ["unrelated"] * 3


# report ---------------------------------------------------------------------------------------------------------------


def test_the_dossier_has_all_its_parts() -> None:
    """Schema, hashes, and nothing of the machine."""
    d = dossier()
    assert d["schema"] == "tawatur.dossier/1"
    assert {"version", "rules", "input"} <= set(d["made"])
    assert not re.search(r"/(?:home|work|tmp|usr)/|\d\d:\d\d:\d\d", json.dumps(d["made"]))
    assert str(ROOT) not in json.dumps(d)
    for part in ("articles", "entities", "claims", "events", "estimates", "findings", "timeline", "problems"):
        assert d[part], part
    for part in ("articles", "entities", "claims", "events", "estimates", "findings"):
        ids = [x["id"] for x in d[part]]
        assert len(set(ids)) == len(ids), part


def test_every_id_in_the_dossier_leads_somewhere() -> None:
    """Articles, entities, claims, events, estimates."""
    d = dossier()
    articles, entities, claims, events, estimates = (
        {x["id"] for x in d[part]} for part in ("articles", "entities", "claims", "events", "estimates")
    )

    def entity(*ids: str | None) -> None:
        assert {i for i in ids if i is not None} <= entities, set(ids) - entities

    def origin(value: str) -> None:
        check_origin(value)
        if value != "outlet" and not value.startswith("unnamed:"):
            entity(value)

    for a in d["articles"]:
        assert all(x in articles or agency(x) for x in a["derived_from"])
    for e in d["entities"]:
        entity(e["party"])
        assert all(set(v["articles"]) <= articles for v in e["variants"])
    for c in d["claims"]:
        assert c["article"] in articles
        assert set(c["events"]) <= events
        origin(c["origin"])
        entity(*(k["entity"] for k in c["chain"]))
    for e in d["events"]:
        assert set(e["claims"]) <= claims
        entity(*e["actors"], *e["recipients"], e["place"])
    for e in d["estimates"]:
        assert e["claim"] in claims
        origin(e["origin"])
        entity(e["actor"], e["recipient"], e["place"])
    for f in d["findings"]:
        assert set(f["claims"]) <= claims
        assert set(f["estimates"]) <= estimates
        assert set(f["articles"]) <= articles
        for o in f["origins"]:
            origin(o)
        entity(*f["parties"])
    for t in d["timeline"]:
        assert set(t["events"]) <= events
        assert set(t["articles"]) <= articles


def test_the_dossier_keeps_to_its_enumerations() -> None:
    """Roles, measures, classes, kinds, dates."""
    d = dossier()
    for a in d["articles"]:
        assert {"outlet", "date", "date_is", "url", "sha256", "title", "lang", "story", "copy_group"} <= set(a)
        assert re.fullmatch("[0-9a-f]{64}", a["sha256"])
        assert a["how"] in HOW
        assert a["how"] is None or a["evidence"]
    for e in d["entities"]:
        assert e["type"] in TYPES
        assert e["label"]["ar"]
        assert set(e["label"]) == {"ar", "en"}
        assert e["geo"] is None or (-90 <= e["geo"]["lat"] <= 90 and -180 <= e["geo"]["lon"] <= 180)
        assert ENTITY.fullmatch(e["id"]), e["id"]
        assert e["variants"] or e["id"] in {x["party"] for x in d["entities"]}
    for c in d["claims"]:
        assert c["kind"] in {*KINDS, "narration"}
        assert c["mode"] in MODES
        assert c["chain"][0]["role"] == "outlet"
        assert {k["role"] for k in c["chain"]} <= ROLES
        if c["kind"] == "narration":
            assert len(c["chain"]) == 1
            assert c["origin"] == "outlet"
    for e in d["events"]:
        assert e["type"] in PLOVER
        assert e["happened"] in HAPPENED
        check_edtf(e["time"])
    for e in d["estimates"]:
        assert e["measure"] in MEASURES
        assert e["class"] in {"civilian", "combatant", "mixed", "unknown"}
        assert e["mode"] in MODES
        assert e["approx"] in APPROX
        check_numbers(e["low"], e["best"], e["high"], e["approx"])
        for when in ("as_of", "over", "said"):
            check_edtf(e[when])
    for f in d["findings"]:
        assert f["kind"] in FINDINGS
        assert f["about"]["ar"]
        assert f["about"]["en"]
        assert f["why"]["ar"]
        assert f["why"]["en"]
        assert f["articles"]
        assert type(f["independent_origins"]) is int
        assert 0 <= f["independent_origins"] <= max(1, len(f["origins"]))
    for t in d["timeline"]:
        check_edtf(t["time"])
        assert t["what"]["ar"]
        assert t["what"]["en"]
        assert t["articles"]


def test_spans_of_claims_and_links_lie_in_their_articles() -> None:
    """The content, its sentence, and each name of the chain."""
    texts = example_texts()
    for c in dossier()["claims"]:
        text = texts[c["article"]]
        check_span(text, c)
        check_span(text, c["sentence"])
        for k in c["chain"]:
            if k["name"] is not None:
                check_span(text, k["name"])


def test_estimates_of_one_series_share_measure_and_standing() -> None:
    """What happened, what is planned and what is rumoured never stand together."""
    series: dict[str, set[tuple[str, str]]] = {}
    for e in dossier()["estimates"]:
        series.setdefault(e["series"], set()).add((e["measure"], e["standing"]))
    assert all(len(x) == 1 for x in series.values())


def test_the_same_input_gives_the_same_bytes() -> None:
    """Other hash seeds, other numbers of processes, other orders of the articles, other folders and clocks."""
    many = [{**a, "id": f"{a['id'].strip()}-{n}"} for n in range(14) for a in ARTICLES]  # enough for several processes
    for command, stdin in ((("annotate", "-"), lines(many)), (("report", str(EXAMPLE), "--format", "json"), "")):
        one = run(*command, "--jobs", "1", stdin=stdin, env={"PYTHONHASHSEED": "1", "TZ": "UTC"})
        two = run(*command, "--jobs", "2", stdin=stdin, env={"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
        assert one.stdout == two.stdout, command
        assert one.returncode == two.returncode
    items = [{"id": i, "date": "2024-03-05", "text": t} for i, t in example_texts().items()]
    forth = run("report", "-", "--format", "json", stdin=lines(items))
    back = run("report", "-", "--format", "json", stdin=lines(items[::-1]))
    assert forth.stdout == back.stdout


def test_the_sheet_has_a_row_for_every_estimate() -> None:
    """With series, origin, chain, sentence, article, url, dates."""
    done = run("report", str(EXAMPLE), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"))))
    estimates = dossier()["estimates"]
    assert [r["id"] for r in rows] == [e["id"] for e in estimates] or {r["id"] for r in rows} == {
        e["id"] for e in estimates
    }
    assert len(rows) == len(estimates)
    wanted = {
        "series",
        "measure",
        "low",
        "best",
        "high",
        "approx",
        "as_of",
        "over",
        "said",
        "origin",
        "chain",
        "sentence",
    }
    assert wanted | {"article", "url", "date"} <= set(rows[0])
    by_id = {e["id"]: e for e in estimates}
    for r in rows:
        e = by_id[r["id"]]
        assert r["series"] == e["series"]
        assert r["article"] == e["article"]
        assert r["sentence"]
        assert None not in r


def test_the_page_is_written_to_the_current_folder_by_default(tmp_path: Path) -> None:
    """`dossier.html`, and nothing on standard output."""
    done = subprocess.run(
        [sys.executable, "-m", "tawatur", "report", "-"],
        input=lines([GOOD]).encode(),
        capture_output=True,
        check=False,
        env=ENV,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    assert [p.name for p in tmp_path.iterdir()] == ["dossier.html"]


def test_a_folder_without_any_findings_is_a_dossier_all_the_same() -> None:
    """Of articles in another language, of signs only, of one sentence."""
    for items in (ARTICLES[1:2], ARTICLES[4:5], [GOOD]):
        done = run("report", "-", "--format", "json", stdin=lines(items))
        found = json.loads(done.stdout)
        assert found["findings"] == []
        assert [a["id"] for a in found["articles"]] == [a["id"] for a in items]
