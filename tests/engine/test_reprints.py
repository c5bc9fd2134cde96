"""Reprints that come, go and change leave the store as a build of all articles from nothing does."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from fixtures.kept import expected, given, update
from fixtures.reading import reading
from fixtures.reprinted import FIGURES, LAST, LEAD, OTHER, PLAN, SAME, STORY, bulletin
from kg.engine import State, merge
from kg.extract import kinds
from kg.rdf.ox import Store
from kg.resolve import Reading, read_corrections

MORE = "Chile and Oman signed a loan agreement in Muscat on 2 May 2024."
TEXTS = {
    **{f"s{n}": SAME[what] for n, what in enumerate(("another dateline", "no date at all", "all of it", "numbers in words"))},
    "m": STORY.replace(LAST, MORE),
    "n": STORY.replace(LAST, f"{MORE} {LAST}"),
    "o": OTHER["other parties"],
    "p": OTHER["a week later"],
    # hangs together with the others by one of them alone
    "q": f"A forum\n\nLIMA, 5 May 2024 - {FIGURES}\n\n{PLAN}\n\n{MORE} {LAST}\n\nThe old harbour of the town was a home to whalers.\n",
    **{f"r{day}": bulletin(day) for day in range(3)},
    "a0": bulletin(1),
}  # fmt: skip


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    return {name: reading(text, name) for name, text in TEXTS.items()}


@pytest.mark.parametrize("seed", range(5))
def test_one_by_one_and_back_again(readings: Mapping[str, Reading], seed: int) -> None:
    draw, state, store = random.Random(seed), State(":memory:", "x"), Store()
    there: dict[str, Reading] = {}
    for name in [*draw.sample(sorted(readings), len(readings)), *draw.choices(sorted(readings), k=10)]:
        if name in there:
            del there[name]
            state.drop([name])
        else:
            there[name] = readings[name]
            state.put([given(readings[name])])
        update(state, store)
        assert set(store) == expected(there.values()), (seed, name)
    kept = [state.db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("alike", "compared")]
    state.drop(list(there))
    merge(state, kinds())
    assert min(kept) > 0
    assert [state.db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("alike", "compared", "bands")] == [0, 0, 0]


def test_one_that_becomes_another_story_and_back(readings: Mapping[str, Reading]) -> None:
    state, store = State(":memory:", "x"), Store()
    there = {name: readings[name] for name in ("s0", "m", "n")}
    state.put(map(given, there.values()))
    update(state, store)
    for number, text in enumerate((OTHER["other parties"], STORY, OTHER["too short"], SAME["all of it"])):
        there["s0"] = reading(text, "s0")
        state.put([given(there["s0"], str(number))])
        update(state, store)
        assert set(store) == expected(there.values()), text


def test_counts_and_the_words_for_it(readings: Mapping[str, Reading]) -> None:
    state = State(":memory:", "x")
    state.put(given(readings[name]) for name in ("s0", "s1", "o", "r0", "a0", "r1"))
    merge(state, kinds())
    assert state.counts().reprints == 2
    told = {name: state.described(name) for name in ("s0", "s1", "o")}
    assert {name: one.same_story for name, one in told.items() if one} == {"s0": ("s1",), "s1": ("s0",), "o": ()}
    state.drop(["s1"])
    merge(state, kinds())
    assert state.counts().reprints == 1


def test_what_the_reprint_adds_touches_only_its_group(readings: Mapping[str, Reading]) -> None:
    state, store = State(":memory:", "x"), Store()
    state.put(given(readings[name]) for name in ("s0", "m", "o", "r0", "r1"))
    update(state, store)
    state.put([given(reading(LEAD, "x"))])
    state.put([given(readings["n"])])
    merge(state, kinds())
    assert not {"r0", "r1"} & {name for name, _ in state.marked("article")}


def test_corrections_name_the_one_thing(readings: Mapping[str, Reading]) -> None:
    state, store = State(":memory:", "x"), Store()
    state.put(given(readings[name]) for name in ("s0", "s1"))
    update(state, store)
    (key,) = state.db.execute("SELECT DISTINCT final FROM entities WHERE final LIKE 'agreement:%'").fetchone()
    corrections = read_corrections(f"rename,{key},The Fish Pact\n", "x")
    update(state, store, corrections)
    labels = {
        quad.object.value for quad in store if quad.predicate.value.endswith("#label") and quad.subject.value.endswith(key.split(":")[1])
    }
    assert labels == {"The Fish Pact"}
