"""The audit finds nothing on the project's own gold, and finds what was tampered with: quotes, parties, numbers, dates, texts."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from fixtures.made_up import RESOLUTION
from fixtures.made_up import kinds as made_up_kinds
from kg import pipeline
from kg.audit import Audit, audit
from kg.audit._numbers import numbers
from kg.cli import main
from kg.graph import Graph
from kg.rdf.reading import reading
from kg.types import Entity, Evidence, Fact, PartialDate, Resolution, Value

GOLD = Path(__file__).parents[1] / "gold" / "texts"
ARTICLES = sorted(GOLD.glob("t0*.txt"))


@cache
def told() -> Resolution:
    return pipeline.run(ARTICLES)


def audited(resolution: Resolution, files: bool = False) -> Audit:
    with Graph.from_resolution(resolution) as graph:
        return audit(graph.source, graph.kinds, {a.id: a.source for a in resolution.articles} if files else None)


@pytest.mark.parametrize("files", [False, True], ids=["texts of the store", "files"])
def test_every_fact_of_gold_articles_is_in_its_words(files: bool) -> None:
    found = audited(told(), files)
    assert found.lines == (f"evidence: {found.facts} facts, {found.quotes} quotes, {len(ARTICLES)} articles: good",)
    assert found.facts > 200
    assert found.ok


def _changed(change: Callable[[Fact, random.Random], Fact | None]) -> tuple[int, int]:
    """How many facts a change touched, and in how many of them the audit finds a fault."""
    rng = random.Random(7)
    facts, keys = [], set()
    for fact in told().facts:
        other = change(fact, rng)
        facts.append(other or fact)
        if other is not None:
            keys.add(fact.key)
    faults = {f.fact for f in audited(dataclasses.replace(told(), facts=tuple(facts))).faults}
    found = {key for key in keys if any(f.rsplit("/", 2)[-2] + ":" + f.rsplit("/", 1)[-1] == key for f in faults)}
    return len(keys), len(found)


def _values(fact: Fact, kind: type, change: Callable[[Value], Value]) -> Fact | None:
    values = tuple((name, change(value) if isinstance(value, kind) else value) for name, value in fact.values)
    return dataclasses.replace(fact, values=values) if values != fact.values else None


def test_numbers_that_were_changed_are_found() -> None:
    def change(fact: Fact, rng: random.Random) -> Fact | None:
        return _values(fact, Decimal, lambda v: v * 7 + Decimal(rng.randint(1_000, 9_999)))  # type: ignore[operator]

    touched, found = _changed(change)
    assert touched > 40
    assert found >= 0.9 * touched


def test_years_that_were_changed_are_found() -> None:
    def change(fact: Fact, rng: random.Random) -> Fact | None:
        if fact.kind not in ("event", "agreement"):
            return None
        return _values(fact, PartialDate, lambda d: dataclasses.replace(d, year=rng.choice((1931, 1944, 2077))))  # type: ignore[type-var]

    touched, found = _changed(change)
    assert touched > 20
    assert found >= 0.5 * touched  # a quote with "years" or "next" may count from the article's date


def test_parties_of_other_articles_are_found() -> None:
    entities: dict[str, list[Entity]] = {}
    for entity in told().entities:
        entities.setdefault(entity.type, []).append(entity)
    types = {e.key: e for e in told().entities}

    def change(fact: Fact, rng: random.Random) -> Fact | None:
        if fact.kind not in ("participant", "post", "statement", "signatory"):
            return None
        roles = []
        for role, key in fact.roles:
            here = {e.article for e in fact.evidence}
            strangers = [e for e in entities[types[key].type] if not here & set(e.articles) and e.type not in ("Event", "Agreement")]
            roles.append((role, rng.choice(strangers).key if strangers else key))
        return dataclasses.replace(fact, roles=tuple(roles)) if tuple(roles) != fact.roles else None

    touched, found = _changed(change)
    assert touched > 100
    assert found >= 0.95 * touched


def test_quotes_that_were_moved_or_rewritten_are_found() -> None:
    def change(fact: Fact, rng: random.Random) -> Fact | None:
        first = fact.evidence[0]
        if len(first.quote) < 20:
            return None
        moved = dataclasses.replace(first, start=first.start + 3, end=first.end + 3)
        longer = dataclasses.replace(first, quote=first.quote + "!")
        return dataclasses.replace(fact, evidence=(rng.choice((moved, longer)),))

    touched, found = _changed(change)
    assert touched > 200
    assert found == touched


def test_words_that_nobody_said_are_found() -> None:
    def change(fact: Fact, rng: random.Random) -> Fact | None:
        return _values(fact, str, lambda _: "Elephants will rule the Moon by Tuesday.") if fact.kind == "statement" else None

    touched, found = _changed(change)
    assert touched > 20
    assert found == touched


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("US$1.518 billion", "1518000000"),
        ("1,42 milliard, 1.42 billion", "1420000000"),
        ("96 millionyuan", "96000000"),
        ("twenty-five ships", "25"),
        ("three hundred thousand visitors", "300000"),
        ("Rs 2,915 crore", "29150000000"),
        ("up 6.7%", "6.7"),
        ("between 85,000 and 90,000", "85000"),
        ("12 500 tonnes", "12500"),
        ("a third of the goods", "33"),
    ],
)
def test_a_number_is_read_in_figures_and_words(words: str, wanted: str) -> None:
    assert Decimal(wanted) in numbers(words)


def test_a_number_that_is_not_there_is_not_read() -> None:
    assert Decimal(17) not in numbers("US$1.518 billion and twenty-five ships in 2024")


def test_an_article_without_its_text_is_told(tmp_path: Path) -> None:
    with Graph.from_resolution(RESOLUTION, kinds=made_up_kinds()) as graph:
        path = tmp_path / "graph.ttl"
        path.write_bytes(graph.export("turtle"))
    with Graph.load(path) as graph:
        found = audit(graph.source, graph.kinds)
    assert found.unread == ("B bad/näme (1)#3", "a1")
    assert any(line.startswith("without their texts: ") for line in found.lines)


def test_the_made_up_graph_is_caught_out() -> None:
    """Its figures and parties don't stand in their quotes: it was made for the store, not for truth."""
    found = audited(RESOLUTION)
    assert {f.reason for f in found.faults} >= {
        "this number is not in the quote",
        "the partner is named nowhere in the article",
        "its month is told nowhere",
    }


def test_a_stored_reading_that_is_no_reading_counts_as_none() -> None:
    from kg.audit._texts import _read

    assert _read("{}") is None
    assert _read("no json") is None
    text = _read(reading(told().articles[0]))
    assert text is not None
    assert text.text == told().articles[0].text


def test_the_command_says_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "made-up.txt"
    article.write_text("14 May 2024\n\nAna Souza is director of the Lund Fund. Exports of Fiji rose 5% in 2023.\n", "utf-8")
    assert main(["build", str(article), "--out", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    assert main(["check", "--evidence", "--graph", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.startswith("evidence: 2 facts, 2 quotes, 1 articles: good")
    article.write_text("14 May 2024\n\nAna Souza was director of the Lund Fund. Exports of Fiji rose 5% in 2023.\n", "utf-8")
    assert main(["check", "--evidence", str(article), "--graph", str(tmp_path / "out")]) == 1
    assert "the quote does not stand at its offsets" in capsys.readouterr().out
    assert main(["check", str(article), "--graph", str(tmp_path / "out")]) == 2
    assert "--evidence" in capsys.readouterr().err


def test_evidence_of_text_is_data(capsys: pytest.CaptureFixture[str]) -> None:
    quote = "\x1b[31mred\x1b[0m"
    fault = audited(dataclasses.replace(RESOLUTION, facts=tuple(_with(f, quote) for f in RESOLUTION.facts[:1])))
    assert all("\x1b" not in line for line in fault.lines)
    json.dumps(fault.lines)


def _with(fact: Fact, quote: str) -> Fact:
    return dataclasses.replace(fact, evidence=(Evidence(fact.evidence[0].article, 0, len(quote) + 1, quote),))
