"""A store kept up to date article by article holds what a build of all articles from nothing holds."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from fixtures.kept import expected, given, update
from fixtures.reading import reading
from kg.engine import State, articles_to_write, merge
from kg.extract import kinds
from kg.rdf import DEFAULT_BASE, Names, described, quads, reading_quad
from kg.rdf.ox import Store
from kg.resolve import Reading, read_corrections, resolve

TEXTS = {
    "a": "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair 2024 on 5 May 2024. Asante said trade would grow.",
    "b": "Chile exports copper to Oman. The Kenya Ports Board (KPB) held a seminar in Mombasa. KPB said traffic rose.",
    "c": "Chile exports copper to Oman. Kofi Asante spoke at the Tamale Trade Fair 2024. The minister said so.",
    "d": "Peru and Fiji signed a memorandum of understanding on fisheries in Lima on 4 May 2024. The Ministry of Trade of Peru said so.",
    "e": "Mr Trần Văn Nam, Director of the Hanoi Trade Agency, spoke in Hanoi, Vietnam.",
    "f": "Mr Tran Van Nam spoke in Paris, France. Mr Trần Văn Năm, mayor of Hue, spoke in Paris, Texas.",
    "g": "The Tamale Trade Fair 2024 was called off. Ghana said Tamale grew.",
    "h": "The Kenya Ports Board will host the Mombasa Summit 2025 in Mombasa, Kenya. Oman will attend the Mombasa Summit 2025.",
    "i": "Exports from Chile to Oman rose 5 per cent to US$20 million in 2023. "
    "The Mombasa Summit 2025 was held in Mombasa on 3 March 2025.",
}  # fmt: skip


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    return {name: reading(text, name) for name, text in TEXTS.items()}


def test_from_nothing(readings: Mapping[str, Reading]) -> None:
    state, store = State(":memory:", "x"), Store()
    state.put(map(given, readings.values()))
    update(state, store)
    assert set(store) == expected(readings.values())
    assert len(set(store)) > 500


@pytest.mark.parametrize("seed", range(6))
def test_one_by_one_and_back_again(readings: Mapping[str, Reading], seed: int) -> None:
    draw = random.Random(seed)
    order = draw.sample(sorted(readings), len(readings))
    state, store, there = State(":memory:", "x"), Store(), {}
    for name in order:
        there[name] = readings[name]
        state.put([given(readings[name])])
        update(state, store)
        assert set(store) == expected(there.values()), (seed, name)
    for name in draw.sample(order, 5):
        del there[name]
        state.drop([name])
        update(state, store)
        assert set(store) == expected(there.values()), (seed, name)


NAMES = {
    "a": "Kofi Asante, Minister of the Ministry of Trade of Ghana, spoke in Accra, Ghana. Ghana said so.",
    "b": "Kofi Asante, Minister of the Ministry of Trade of Kenya, spoke in Nairobi, Kenya. Kenya said so.",
    "c": "K. Asante, Minister of the Ministry of Trade of Ghana, spoke in Kumasi, Ghana. Acme Tea grew.",
    "d": "Kofi Asante spoke in Paris, France. Acme Tea Ltd hired Jane Roe.",
    "e": "Kofi Asante spoke in Accra, Ghana. The Ghanaian Trade Ministry agreed. Acme Tea PLC hired Jane Roe.",
    "f": "Kofi Mensah Asante, Minister of the Ministry of Trade of Ghana, spoke in Tamale, Ghana.",
    "g": "Kwame Asante, Minister of the Ministry of Trade of Ghana, spoke in Tamale, Ghana.",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_namesakes_and_spellings_come_and_go(seed: int) -> None:
    draw, state, store = random.Random(seed), State(":memory:", "x"), Store()
    there: dict[str, Reading] = {}
    for name in [*draw.sample(sorted(NAMES), len(NAMES)), *draw.sample(sorted(NAMES), 5)]:
        if name in there:
            del there[name]
            state.drop([name])
        else:
            there[name] = reading(NAMES[name], name)
            state.put([given(there[name])])
        update(state, store)
        assert set(store) == expected(there.values()), (seed, name)


def test_who_cannot_be_told_is_counted() -> None:
    state = State(":memory:", "x")
    state.put(given(reading(NAMES[name], name)) for name in "abd")
    merge(state, kinds())
    assert state.counts().apart == 1
    state.drop("b")
    merge(state, kinds())
    assert state.counts().apart == 0


def test_an_article_that_changed_takes_its_own_place(readings: Mapping[str, Reading]) -> None:
    state, store = State(":memory:", "x"), Store()
    state.put(given(readings[name]) for name in "abch")
    update(state, store)
    other = reading(TEXTS["g"], "a")
    state.put([given(other, "2")])
    update(state, store)
    assert set(store) == expected([other, *(readings[name] for name in "bch")])
    assert state.key("a") == "2"


def test_what_nothing_new_touches_is_not_written(readings: Mapping[str, Reading]) -> None:
    state, store = State(":memory:", "x"), Store()
    state.put(given(readings[name]) for name in "abcdefgh")
    update(state, store)
    state.put([given(readings["i"])])
    merge(state, kinds())
    assert {name for name, _ in state.marked("article")} == {"i", "b", "c", "h"}
    assert articles_to_write(state) == 4


def test_batches_that_were_put_are_there_after_a_kill(readings: Mapping[str, Reading], tmp_path: Path) -> None:
    first = State(tmp_path / "s", "x")
    first.put([given(readings["a"])])
    first.db.execute("BEGIN IMMEDIATE")
    first.db.execute("DELETE FROM articles")  # never committed
    second = State(tmp_path / "s", "x") if first.close() is None else first
    assert second.keys() == {"a": "1"}
    assert [name for name, _ in second.marked("article")] == ["a"]


def test_other_code_starts_anew(readings: Mapping[str, Reading], tmp_path: Path) -> None:
    for fingerprint, there in (("x", 0), ("x", 1), ("y", 0)):
        state = State(tmp_path / "s", fingerprint)
        assert len(state.keys()) == there
        state.put([given(readings["a"])])
        state.close()


@pytest.mark.parametrize("before", [b"this is no database at all, but a text of some length\n" * 40, b"", b"SQLite format 3\0 and nothing"])
def test_a_file_that_is_broken_starts_anew(readings: Mapping[str, Reading], tmp_path: Path, before: bytes) -> None:
    (tmp_path / "s").write_bytes(before)
    state = State(tmp_path / "s", "x")
    state.put([given(readings["a"])])
    assert list(state.keys()) == ["a"]


def test_tables_of_another_version_are_made_anew(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "s")
    db.executescript("CREATE TABLE meta (name TEXT, value TEXT); INSERT INTO meta VALUES ('fingerprint', 'old'); CREATE TABLE entities (x)")
    db.close()
    assert State(tmp_path / "s", "x").keys() == {}


def test_the_counts_are_those_of_the_resolution(readings: Mapping[str, Reading]) -> None:
    state = State(":memory:", "x")
    state.put(map(given, readings.values()))
    merge(state, kinds())
    whole, counts = resolve(list(readings.values()), kinds()), state.counts()
    assert counts.articles == len(whole.articles)
    assert counts.entities.total() == len(whole.entities)
    assert counts.facts.total() == len(whole.facts)
    assert counts.refusals.total() == len(whole.refusals)
    assert reading_quad(described(whole.articles[0]), Names()).object.value.startswith('{"text":')


CORRECTIONS = (
    "",
    "same,country:chile,country:oman",
    "drop,country:oman\nrename,person:kofi-asante,Kofi A. Asante",
    "different,person:kofi-asante,c\ndrop,place:mombasa",
    "same,country:kenya,country:ghana\nsame,country:chile,country:peru",
    "",
)


def test_corrections_that_change_are_like_those_of_a_build_from_nothing(readings: Mapping[str, Reading]) -> None:
    state, store = State(":memory:", "x"), Store()
    for number, text in enumerate(CORRECTIONS):
        corrections = read_corrections(text, "x")
        state.put([given(readings["abcdefghi"[number]]), given(readings["abcdefghi"[number + 3]])])
        there = [readings[name] for name in sorted(state.keys())]
        update(state, store, corrections)
        assert set(store) == set(quads(resolve(there, kinds(), corrections), kinds(), DEFAULT_BASE)), text
