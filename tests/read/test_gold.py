"""The seed and development articles: offsets, furniture and dates as their annotations say."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from kg.read import articles, read_text
from kg.types import Article

SHARED = Path(__file__).resolve().parents[3] / "shared"
# kept unseen, so that they can tell whether the rules hold beyond what they were written on
HELD_OUT = ("b2", "c5", "d2", "d5", "e2", "e5", "f2", "f5")
GOLD = sorted(p for p in SHARED.glob("gold/*/*.json") if not p.name.startswith(HELD_OUT))
OWN = {"title", "heading", "paragraph", "item"}

pytestmark = pytest.mark.skipif(not GOLD, reason="the annotated articles are not beside the checkout")


def read(path: Path) -> tuple[dict[str, Any], Article]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = SHARED / path.parent.name.replace("gold", "") / f"{gold['article']}.txt"
    (article,) = articles([text], refused=pytest.fail)
    return gold, article


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_words_point_into_the_file(path: Path) -> None:
    _, article = read(path)
    for word in re.finditer(r"[^\W_]+", article.text):
        span = article.offsets.to_source(word.start(), word.end())
        there = unicodedata.normalize("NFC", article.source[span.start : span.end])
        assert there == word.group() or (there.isupper() and there.lower() == word.group().lower())  # a shouted headline


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_published(path: Path) -> None:
    gold, article = read(path)
    assert (str(article.published) if article.published else None) == gold["published"]


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_furniture(path: Path) -> None:
    gold, article = read(path)
    before = article.source.index(gold["ignore_before"]) if gold.get("ignore_before") else 0
    after = article.source.index(gold["ignore_from"]) if gold.get("ignore_from") else len(article.source)
    for block in article.blocks:
        span = article.offsets.to_source(block.start, block.end)
        if span.start < before or span.end > after:
            assert block.role not in OWN, article.text[block.start : block.end]


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_facts_stand_in_the_article(path: Path) -> None:
    gold, article = read(path)
    own = [article.offsets.to_source(b.start, b.end) for b in article.blocks if b.role in OWN]
    anchors = [fact["anchor"] for kind in ("statistics", "statements") for fact in gold[kind] if not fact.get("optional")]
    for anchor in anchors:
        at = article.source.find(anchor)
        assert at < 0 or any(s.start <= at < s.end for s in own), anchor


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_repaired_text_is_left_alone(path: Path) -> None:
    _, article = read(path)
    assert read_text(article.text).text == article.text
