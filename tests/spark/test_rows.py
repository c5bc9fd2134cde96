"""What executors do, on rows in memory: the whole way without a cluster, and what each step must keep apart."""

from __future__ import annotations

import json
import pickle
from collections import namedtuple
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from fixtures.reading import reading
from kg.engine import Given
from kg.errors import InputError
from kg.extract import kinds
from kg.rdf import DEFAULT_BASE, described, quads
from kg.rdf.ox import RdfFormat, serialize
from kg.read import Piece
from kg.resolve import Corrections, encode, read_corrections, resolve
from kg.spark import rows
from kg.spark.rows import InFrames, Settings

TEXTS = {
    "a": "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair 2024 on 5 May 2024. Asante said trade would grow.",
    "b": "Chile exports copper to Oman. The Kenya Ports Board (KPB) held a seminar in Mombasa. KPB said traffic rose.",
    "c": "Chile exports copper to Oman. Kofi Asante spoke at the Tamale Trade Fair 2024. The minister said so.",
    "d": "Peru and Fiji signed a memorandum of understanding on fisheries in Lima on 4 May 2024. The Ministry of Trade of Peru said so.",
    "g": "The Tamale Trade Fair 2024 was called off. Ghana said Tamale grew.",
}
CORRECTIONS = "same,country:chile,country:oman\ndrop,person:kofi-asante,\nrename,place:lima,Ciudad de Lima\n"
GIVEN = ("id", "day", "described", "entities", "facts", "refused", "problems")
MEMBERS = ("article", "i", "block", "compared", "data")
KEYS = ("article", "i", "own", "key", "why", "data")
STATED = ("kind", "key", "article", "i", "day", "roles", "data", "evidence")


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
    members = named(MEMBERS, rows.members(iter(given)))
    together = sorted((m for m in members if m.compared), key=lambda m: m.block)
    alone = [m for m in members if not m.compared]
    assert together and alone
    keys = named(KEYS, [*rows.settle(iter(together), settings=settings), *rows.settle_alone(iter(alone), settings=settings)])
    named_keys = sorted((k for k in keys if k.key), key=lambda k: k.key)
    entities = {key: (within, core) for key, _, within, core in rows.entities(iter(named_keys), settings=settings)}
    owned = {one.id: [json.dumps([str(k.i), k.key]) for k in keys if k.article == one.id] for one in given}
    filling = named(("id", "day", "facts", "keys"), [(one.id, one.day, one.facts, owned[one.id]) for one in given])
    stated = sorted(named(STATED, rows.fill(iter(filling), settings=settings)), key=lambda s: (s.kind, s.key))
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
        articles.append(
            (one.described, one.entities, owned[one.id], cores, [s.evidence for s in own], known_to(one.id, keys, cores, known))
        )
    columns = ("described", "entities", "keys", "facts", "evidence", "known")
    found = rows.write_quads(iter(named(columns, articles)), settings=settings)
    return sorted({line for (line,) in (*found, *rows.mark_lines(settings.base))})


def known_to(article: str, keys: Sequence[Any], cores: Sequence[str], known: Sequence[str]) -> list[str]:
    """The entities that an article names or tells a fact of."""
    parties = {key for core in cores for _, key in json.loads(core)[2]} | {k.key for k in keys if k.article == article}
    return [one for one in known if json.loads(one)[0] in parties]


def expected(corrections: Corrections) -> list[str]:
    resolution = resolve([reading(text, id_) for id_, text in TEXTS.items()], kinds(), corrections)
    lines = serialize(quads(resolution, kinds(), DEFAULT_BASE), format=RdfFormat.N_QUADS) or b""
    return sorted(lines.decode().splitlines())


@pytest.mark.parametrize("text", ["", CORRECTIONS])
def test_all_steps_give_what_one_machine_gives(text: str) -> None:
    found = through(Settings(DEFAULT_BASE, dict(kinds()), text, "corrections.csv"))
    assert found == expected(read_corrections(text, "corrections.csv", DEFAULT_BASE))
    assert len(found) > 300


def test_what_is_told_once_carries_no_evidence_of_other_articles() -> None:
    settings = Settings(DEFAULT_BASE, dict(kinds()))
    pieces = named(("id", "piece"), [(id_, pickle.dumps(Piece(None, id_, "1"))) for id_ in TEXTS])  # type: ignore[arg-type]
    given = named(GIVEN, rows.extract(iter(pieces), give=give))
    assert all("quote" not in data and json.loads(data)[10] == [] for *_, data in rows.members(iter(given)))
    members = named(MEMBERS, rows.members(iter(given)))
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


FILES = ("number", "id", "path", "format", "address", "content")


@pytest.mark.parametrize("held", [True, False])
def test_pieces_of_files_that_spark_holds_or_executors_open(tmp_path: Path, held: bool) -> None:
    data = b'{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n{"text": "Three."}\n'
    (tmp_path / "a.jsonl").write_bytes(data)
    row = (7, "a", "shown/a.jsonl", ".jsonl", "" if held else str(tmp_path / "a.jsonl"), data if held else b"")
    found = list(rows.find_pieces(iter(named(FILES, [row])), held=held))
    assert [(number, id_) for number, id_, _ in found] == [(7, "a#x"), (7, "a#3"), (7, "\x007 0")]
    problem = pickle.loads(found[-1][2])
    assert isinstance(problem, InputError) and "record 2 has the id of an earlier one (x)" in str(problem)
    assert str(problem).startswith("shown/a.jsonl: ")


def test_a_file_that_an_executor_cannot_open(tmp_path: Path) -> None:
    row = (0, "a", "a.txt", ".txt", str(tmp_path / "a.txt"), b"")
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
