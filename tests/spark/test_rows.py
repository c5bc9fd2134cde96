"""What executors do, on rows in memory: the whole way without a cluster, and what each step must keep apart."""

from __future__ import annotations

import json
import pickle
from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from fixtures.reading import reading
from fixtures.reprinted import OTHER, SAME, STORY
from kg.engine import Given
from kg.errors import InputError
from kg.extract import kinds
from kg.rdf import DEFAULT_BASE, described, quads
from kg.rdf.ox import RdfFormat, serialize
from kg.read import Piece
from kg.resolve import Corrections, encode, read_corrections, resolve
from kg.spark import reprints, rows
from kg.spark.rows import InFrames, Settings

TEXTS = {
    "a": "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair 2024 on 5 May 2024. Asante said trade would grow.",
    "b": "Chile exports copper to Oman. The Kenya Ports Board (KPB) held a seminar in Mombasa. KPB said traffic rose.",
    "c": "Chile exports copper to Oman. Kofi Asante spoke at the Tamale Trade Fair 2024. The minister said so.",
    "d": "Peru and Fiji signed a memorandum of understanding on fisheries in Lima on 4 May 2024. The Ministry of Trade of Peru said so.",
    "g": "The Tamale Trade Fair 2024 was called off. Ghana said Tamale grew.",
    "s": STORY,
    "n": SAME["no date at all"],
    "p": SAME["another dateline"],
    "o": OTHER["other parties"],
}
CORRECTIONS = "same,country:chile,country:oman\ndrop,person:kofi-asante,\nrename,place:lima,Ciudad de Lima\n"
GIVEN = ("id", "day", "described", "entities", "facts", "refused", "problems", "bands")
MEMBERS = ("article", "i", "block", "compared", "twin", "data")
KEYS = ("article", "i", "own", "key", "why", "data")
STATED = ("kind", "key", "article", "i", "day", "roles", "data", "told", "evidence")
TWINS = ("id", "first", "same_story", "twins", "values")


def named(columns: Sequence[str], found: Iterable[tuple[Any, ...]]) -> list[Any]:
    row = namedtuple("row", columns)  # type: ignore[misc]
    return [row(*one) for one in found]


def give(piece: Piece) -> tuple[Given | None, list[InputError]]:
    if piece.id == "bad":
        return None, [InputError("bad.txt", "has no words", "remove it")]
    one = reading(TEXTS[piece.id], piece.id)
    return Given("1", described(one.article), encode(one)), []


def through(settings: Settings) -> list[str]:
    """All steps, with lists for tables."""
    pieces = named(("id", "piece"), [(id_, pickle.dumps(Piece(None, id_, "1"))) for id_ in TEXTS])  # type: ignore[arg-type]
    given = named(GIVEN, rows.extract(iter(pieces), give=give))
    twins = reprinted(given, settings)
    members = named(MEMBERS, rows.members(with_twins(given, twins)))
    together = sorted((m for m in members if m.compared), key=lambda m: m.block)
    alone = [m for m in members if not m.compared]
    assert together and alone
    keys = named(KEYS, [*rows.settle(iter(together), settings=settings), *rows.settle_alone(iter(alone), settings=settings)])
    named_keys = sorted((k for k in keys if k.key), key=lambda k: k.key)
    entities = {key: (within, core) for key, _, within, core in rows.entities(iter(named_keys), settings=settings)}
    owned = {one.id: [json.dumps([str(k.i), k.key]) for k in keys if k.article == one.id] for one in given}
    filling = [(one.id, one.day, one.facts, owned[one.id], twins[one.id].values if one.id in twins else []) for one in given]
    stated = sorted(
        named(STATED, rows.fill(iter(named(("id", "day", "facts", "keys", "values"), filling)), settings=settings)),
        key=lambda s: (s.kind, s.key),
    )
    merged = list(rows.merge(iter(stated), settings=settings))
    status = {key: status for _, key, _, about, status, _ in merged if about}
    following = [(kind, key, thing, status.get(thing, ""), core) for kind, key, thing, _, _, core in merged]
    columns = ("kind", "key", "thing", "told", "core")
    facts = {(kind, key): core for kind, key, _, core in rows.follow_things(iter(named(columns, following)), settings=settings)}
    known = [json.dumps([key, core, entities[within][1] if within in entities else ""]) for key, (within, core) in entities.items()]
    articles = []
    for one in given:
        own = [s for s in stated if s.article == one.id]
        cores = [facts[told] for told in sorted({(s.kind, s.key) for s in own})]
        others = twins[one.id].same_story if one.id in twins else []
        articles.append(
            (one.described, others, one.entities, owned[one.id], cores, [s.evidence for s in own], known_to(one.id, keys, cores, known))
        )
    columns = ("described", "same_story", "entities", "keys", "facts", "evidence", "known")
    found = rows.write_quads(iter(named(columns, articles)), settings=settings)
    return sorted({line for (line,) in (*found, *rows.mark_lines(settings.base))})


def reprinted(given: Sequence[Any], settings: Settings) -> dict[str, Any]:
    """What reprints change, by article."""
    banded = sorted((band, one.id, one.day) for one in given for band in one.bands)
    pairs = sorted(set(reprints.candidates(iter(named(("band", "id", "day"), banded)))))
    described = {one.id: one.described for one in given}
    near = [(one, other, described[one], described[other]) for one, other in pairs]
    alike = list(reprints.alike(iter(named(("one", "other", "its", "others"), near))))
    stories = dict(reprints.stories(iter(named(("one", "other"), alike))))
    prints = sorted((stories[one.id], one.id, one.day, one.entities, one.facts) for one in given if one.id in stories)
    columns = ("story", "id", "day", "entities", "facts")
    return {one.id: one for one in named(TWINS, reprints.joined(iter(named(columns, prints)), settings=settings))}


def with_twins(given: Sequence[Any], twins: Mapping[str, Any]) -> Iterator[Any]:
    """Articles as their members are made of them."""
    found = [(one.id, one.entities, twins[one.id].twins if one.id in twins else []) for one in given]
    return iter(named(("id", "entities", "twins"), found))


def known_to(article: str, keys: Sequence[Any], cores: Sequence[str], known: Sequence[str]) -> list[str]:
    """The entities that an article names or tells a fact of."""
    parties = {key for core in cores for _, key in json.loads(core)[2]} | {k.key for k in keys if k.article == article}
    return [one for one in known if json.loads(one)[0] in parties]


def expected(corrections: Corrections) -> list[str]:
    resolution = resolve([reading(text, id_) for id_, text in TEXTS.items()], kinds(), corrections)
    lines = serialize(quads(resolution, kinds(), DEFAULT_BASE), format=RdfFormat.N_QUADS) or b""
    return sorted(lines.decode().splitlines())


def test_reprints_are_found_and_joined() -> None:
    settings = Settings(DEFAULT_BASE, dict(kinds()))
    pieces = named(("id", "piece"), [(id_, pickle.dumps(Piece(None, id_, "1"))) for id_ in TEXTS])  # type: ignore[arg-type]
    found = reprinted(named(GIVEN, rows.extract(iter(pieces), give=give)), settings)
    assert {name: (one.first, one.same_story) for name, one in found.items()} == {
        "s": ("s", ["n", "p"]),
        "p": ("s", ["s"]),
        "n": ("s", ["s"]),
    }
    assert not found["s"].twins and found["p"].twins and found["p"].values


@pytest.mark.parametrize("text", ["", CORRECTIONS])
def test_all_steps_give_what_one_machine_gives(text: str) -> None:
    found = through(Settings(DEFAULT_BASE, dict(kinds()), text, "corrections.csv"))
    assert found == expected(read_corrections(text, "corrections.csv", DEFAULT_BASE))
    assert len(found) > 300


def test_what_is_told_once_carries_no_evidence_of_other_articles() -> None:
    settings = Settings(DEFAULT_BASE, dict(kinds()))
    pieces = named(("id", "piece"), [(id_, pickle.dumps(Piece(None, id_, "1"))) for id_ in TEXTS])  # type: ignore[arg-type]
    given = named(GIVEN, rows.extract(iter(pieces), give=give))
    members = named(MEMBERS, rows.members(with_twins(given, {})))
    assert all("quote" not in one.data and json.loads(one.data)[10] == [] for one in members)
    keys = named(KEYS, rows.settle_alone(iter([m for m in members if not m.compared]), settings=settings))
    assert keys and all(k.key == k.own for k in keys)


def test_an_article_that_cannot_be_read_is_a_row_with_its_reason() -> None:
    problem = InputError("c.csv", "line 3 is broken", "mend it")
    pieces = [("bad", pickle.dumps(Piece(None, "bad", "1"))), ("\x000 0", pickle.dumps(problem))]  # type: ignore[arg-type]
    found = named(GIVEN, rows.extract(iter(named(("id", "piece"), pieces)), give=give))
    assert [one.id for one in found] == ["", ""]
    assert [json.loads(why) for one in found for why in one.problems] == [
        ["bad.txt", "has no words", "remove it"],
        ["c.csv", "line 3 is broken", "mend it"],
    ]


FILES = ("number", "id", "path", "format", "address", "stated", "content")


@pytest.mark.parametrize("held", [True, False])
def test_pieces_of_files_that_spark_holds_or_executors_open(tmp_path: Path, held: bool) -> None:
    data = b'{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n{"text": "Three."}\n'
    (tmp_path / "a.jsonl").write_bytes(data)
    row = (7, "a", "shown/a.jsonl", ".jsonl", "" if held else str(tmp_path / "a.jsonl"), b"", data if held else b"")
    found = list(rows.find_pieces(iter(named(FILES, [row])), held=held))
    assert [(number, id_) for number, id_, _ in found] == [(7, "a#x"), (7, "a#3"), (7, "\x007 0")]
    problem = pickle.loads(found[-1][2])
    assert isinstance(problem, InputError) and "record 2 has the id of an earlier one (x)" in str(problem)
    assert str(problem).startswith("shown/a.jsonl: ")


def test_a_file_that_an_executor_cannot_open(tmp_path: Path) -> None:
    row = (0, "a", "a.txt", ".txt", str(tmp_path / "a.txt"), b"", b"")
    ((number, id_, problem),) = rows.find_pieces(iter(named(FILES, [row])), held=False)
    assert (number, id_[0]) == (0, "\0")
    assert "cannot be opened (No such file or directory)" in str(pickle.loads(problem))


def test_groups_go_on_from_one_frame_to_the_next() -> None:
    """Spark cuts its frames anywhere; a chunk that goes back is bounded."""

    def sizes(found: Iterator[Any]) -> Iterator[tuple[Any, ...]]:
        for row in found:
            yield (row.a,)

    frames = [pd.DataFrame({"a": range(200)}), pd.DataFrame({"a": []}), pd.DataFrame({"a": range(200, 300)})]
    got = list(InFrames(sizes, ("b",))(iter(frames)))
    assert [len(frame) for frame in got] == [256, 44]
    assert [int(n) for frame in got for n in frame["b"]] == list(range(300))
    again = pickle.loads(pickle.dumps(InFrames(partial(rows.settle, settings=Settings("x", {})), ("a",))))
    assert again.columns == ("a",)
