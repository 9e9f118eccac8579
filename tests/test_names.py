"""The name finder: spans, types, what it leaves out, and how well it does on labelled news."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tawatur.find import names
from tawatur.find.names import tagger
from tawatur.model.document import Document, Noise, RawArticle
from tawatur.model.span import Span
from tawatur.text.tokenize import tokenize

ANERCORP = Path(__file__).parents[2] / "shared" / "peers" / "anercorp" / "train.jsonl"


def document(text: str, noise: tuple[Noise, ...] = ()) -> Document:
    """An article whose words are all story."""
    tokens = tokenize(text)
    story = tuple(not any(n.span.start <= s < n.span.end for n in noise) for s in tokens.starts)
    return Document(article=RawArticle(id="a", text=text), lang="ar", tokens=tokens, story=story, noise=noise)


def found(text: str) -> list[tuple[str, str]]:
    """Names of `text` with their types."""
    return [(n.span.text, n.type) for n in names.find(document(text))]


def test_spans_are_cut_from_the_raw_text() -> None:
    """Offsets count in the text as given, marks and proclitics included."""
    text = "وصل إلى القاهِرة، ولِلقاهرة تاريخ."
    for name in names.find(document(text)):
        assert text[name.span.start : name.span.end] == name.span.text
    assert ("القاهِرة", "LOC") in found(text)


def test_proclitics_are_left_out() -> None:
    """و ف ب ل ك are not part of a name, the article is."""
    assert ("روسيا", "LOC") in found("بعثت برسالة لروسيا أمس.")
    assert ("بغداد", "LOC") in found("عقد الاجتماع ببغداد أمس.")


def test_a_second_printing_of_the_title_names_nobody() -> None:
    """What is marked as a repeat gives no names; other noise gives names that say so."""
    text = "روسيا تنفي\nروسيا تنفي\nصورة من روسيا\nنص"
    repeat = Noise(span=Span.of(text, 11, 21), reason="repeat", rule="test")
    caption = Noise(span=Span.of(text, 22, 35), reason="caption", rule="test")
    got = [(n.span.start, n.in_noise) for n in names.find(document(text, (repeat, caption)))]
    assert got == [(0, False), (text.index("روسيا", 22), True)]


@pytest.mark.parametrize("text", ["", " ", "،", "123 % ؟", "DPRK", "\u202b\u202c", "ـــ", "م" * 5000])
def test_nothing_breaks_it(text: str) -> None:
    """Empty, odd and very long input give names or none, never an error."""
    names.find(document(text))


def test_the_weights_are_whole() -> None:
    """Each label has its row of moves, and no row is short."""
    tagger._weights.cache_clear()  # lines are read when they are asked for
    weights = tagger._weights()
    assert set(weights[">"]) == set(tagger.LABELS)
    rows = [
        v
        for place in weights.values()
        for row in place.values()
        for v in ([row] if isinstance(row, str) else row.values())
    ]
    assert all(len(tagger._numbers(v)) == len(tagger.LABELS) for v in rows)


@pytest.mark.shared
def test_it_reads_labelled_news_as_well_as_it_did() -> None:
    """ANERcorp is what the weights were trained on: this guards against a broken table, it does not measure quality."""
    if not ANERCORP.exists():
        pytest.skip("needs ../shared/peers/anercorp")
    right = gold_n = found_n = 0
    for line in ANERCORP.read_text("utf-8").splitlines()[::40]:
        row = json.loads(line)
        text, at = " ".join(row["tokens"]), 0
        gold: list[list[int | str]] = []
        for token, tag in zip(row["tokens"], row["tags"], strict=True):
            if tag[0] == "B" and tag[2:] != "MISC":
                gold.append([at, at + len(token), tag[2:]])
            elif tag[0] == "I" and gold and tag[2:] == gold[-1][2]:
                gold[-1][1] = at + len(token)
            at += len(token) + 1
        got = [n for n in names.find(document(text)) if n.type != "MISC"]
        gold_n, found_n = gold_n + len(gold), found_n + len(got)
        right += sum(
            any(g[1] == n.span.end and g[2] == n.type and abs(int(g[0]) - n.span.start) <= 2 for g in gold) for n in got
        )
    assert 2 * right / (gold_n + found_n) > 0.88
