"""``kg build`` into a folder: what is kept, what is read again, what a kill leaves, and the bytes of a build from nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import _build, pipeline
from kg._build import build
from kg.engine import StateError
from kg.errors import InputError, OutputError
from kg.graph import Graph
from kg.rdf import DEFAULT_BASE
from kg.read import Piece
from kg.store import alone

TEXTS = {
    "a.txt": "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair 2024 on 5 May 2024.",
    "b.txt": "Chile exports copper to Oman. The Kenya Ports Board (KPB) held a seminar in Mombasa.",
    "c.txt": "Chile exports copper to Oman. Kofi Asante spoke at the Tamale Trade Fair 2024.",
}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are read."""
    seen: list[str] = []
    real = pipeline.give

    def give(piece: Piece) -> object:
        seen.append(piece.id)
        return real(piece)

    monkeypatch.setattr(pipeline, "give", give)
    return seen


def built(texts: Path, out: Path, **more: object) -> _build.Built | None:
    return build([texts], out, "graph", DEFAULT_BASE, workers=1, **more)  # type: ignore[arg-type]


def files(out: Path) -> dict[str, bytes]:
    with Graph.load(out) as graph:
        return {"nquads": graph.export("nquads")} | {p.name: p.read_bytes() for p in out.glob("graph.*")}


def same(texts: Path, out: Path, tmp_path: Path) -> bool:
    """Whether the folder holds what a build from nothing gives."""
    fresh = tmp_path / f"fresh{len(list(tmp_path.iterdir()))}"
    built(texts, fresh)
    return files(out) == files(fresh) and len(files(out)) == 4


def test_a_second_build_reads_nothing_and_writes_the_same(texts: Path, tmp_path: Path, given: list[str]) -> None:
    first = built(texts, tmp_path / "out")
    assert first is not None and sorted(given) == ["a", "b", "c"] and first.changed == 3
    before = files(tmp_path / "out")
    given.clear()
    second = built(texts, tmp_path / "out")
    assert second is not None and given == [] and second.changed == 0
    assert second.counts == first.counts
    assert files(tmp_path / "out") == before


def test_only_what_is_new_or_changed_is_read(texts: Path, tmp_path: Path, given: list[str]) -> None:
    built(texts, tmp_path / "out")
    given.clear()
    (texts / "d.txt").write_text("Oman said trade with Chile grew.", encoding="utf-8")
    (texts / "a.txt").write_text("Ana Lee, mayor of Tamale, closed a fair in Tamale.", encoding="utf-8")
    (texts / "c.txt").unlink()
    built(texts, tmp_path / "out")
    assert sorted(given) == ["a", "d"]
    assert same(texts, tmp_path / "out", tmp_path)


def test_a_file_of_many_articles_is_read_article_by_article(texts: Path, tmp_path: Path, given: list[str]) -> None:
    lines = ['{"id": "x", "text": "Chile exports copper to Oman."}', '{"id": "y", "text": "Peru exports tuna to Fiji."}']
    (texts / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    built(texts, tmp_path / "out")
    assert sorted(given) == ["a", "b", "c", "many#x", "many#y"]
    given.clear()
    (texts / "many.jsonl").write_text("\n".join([*lines, '{"id": "z", "text": "Fiji exports sugar to Peru."}']), encoding="utf-8")
    built(texts, tmp_path / "out")
    assert given == ["many#z"]
    assert same(texts, tmp_path / "out", tmp_path)


def test_fresh_forgets_what_was_kept(texts: Path, tmp_path: Path, given: list[str]) -> None:
    built(texts, tmp_path / "out")
    given.clear()
    built(texts, tmp_path / "out", fresh=True)
    assert sorted(given) == ["a", "b", "c"]


@pytest.mark.parametrize("what", ["store", "another store", "base"])
def test_a_store_that_is_not_the_last_builds_is_made_again(texts: Path, tmp_path: Path, what: str, given: list[str]) -> None:
    out = tmp_path / "out"
    built(texts, out)
    given.clear()
    if what == "store":
        for path in (out / "store").iterdir():
            path.unlink()
        (out / "store").rmdir()
    elif what == "another store":
        with Graph.load(out) as graph:
            graph.save(out)
    else:
        build([texts], out, "graph", "https://other.example/", workers=1)
        assert "<https://other.example/person/>" in (out / "graph.ttl").read_text(encoding="utf-8")
    built(texts, out)
    assert given == []
    assert same(texts, out, tmp_path)


def test_inputs_without_any_article_withdraw_nothing(texts: Path, tmp_path: Path) -> None:
    built(texts, tmp_path / "out")
    before = files(tmp_path / "out")
    problems: list[InputError] = []
    assert build([tmp_path / "typo"], tmp_path / "out", "graph", DEFAULT_BASE, workers=1, refused=problems.append) is None
    assert len(problems) == 1
    assert files(tmp_path / "out") == before


def test_of_many_articles_no_files_are_written(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(texts, tmp_path / "out")
    monkeypatch.setattr(_build, "MOST", 2)
    found = built(texts, tmp_path / "out")
    assert found is not None and found.written is None
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["build.sqlite", "store"]


def test_two_builds_into_one_folder(texts: Path, tmp_path: Path) -> None:
    with alone(tmp_path / "out"), pytest.raises(OutputError, match="another build is writing there"):
        built(texts, tmp_path / "out")


def test_a_full_disk_is_told_and_the_last_graph_stays(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(texts, tmp_path / "out")
    before = files(tmp_path / "out")
    (texts / "d.txt").write_text("Oman said trade with Chile grew.", encoding="utf-8")

    def full(self: object, given: object) -> None:
        raise StateError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("kg.engine.State.put", full)
        with pytest.raises(OutputError, match=r"disk is full.*its room, build again"):
            built(texts, tmp_path / "out")
    assert files(tmp_path / "out") == before
    built(texts, tmp_path / "out")
    assert same(texts, tmp_path / "out", tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_killed_build_goes_on_where_it_was(texts: Path, tmp_path: Path) -> None:
    for number in range(30):
        (texts / f"n{number}.txt").write_text(f"Person {number} spoke. Chile exports {number} goods to Oman.", encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "kg", "build", str(texts), "--out", str(out), "--workers", "1"]
    for after in (0.3, 1.2, 2.0, 2.6, 3.2):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert same(texts, out, tmp_path)
    assert not [p.name for p in out.iterdir() if p.name.startswith(".")]
