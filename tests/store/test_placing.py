"""A store put in another's place: which one it is, a copy to work on, and what a reader finds where the system can't exchange folders."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.errors import InputError
from kg.store import STORE, copy_store, identify, identity, local, open_source, place_store, placing, snapshot, write_store


def quad(name: str) -> Quad:
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), NamedNode(f"urn:{name}"), NamedNode("urn:g"))


def made(folder: Path, name: str) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    write_store([quad(name)], folder)
    return folder


def found(out: Path) -> list[str]:
    source = open_source(out)
    try:
        return [q.object.value for q in source.quads() if isinstance(q.object, NamedNode)]
    finally:
        source.close()


def test_a_copy_is_another_store(tmp_path: Path) -> None:
    store = made(tmp_path / "a", "old")
    assert identity(store) == "" and identity(tmp_path / "none") == ""
    assert identify(store) == identity(store) != ""
    before = {p.name: (p.stat().st_mtime_ns, p.stat().st_size) for p in store.iterdir()}
    copy_store(store, tmp_path / "b")
    assert identity(tmp_path / "b") == ""
    assert identify(tmp_path / "b") != identity(store)
    opened = local.Store(str(tmp_path / "b"))
    opened.add(quad("new"))
    opened.flush()
    del opened
    assert {p.name: (p.stat().st_mtime_ns, p.stat().st_size) for p in store.iterdir()} == before, "the store itself is only read"
    assert found(store) == ["urn:old"] and sorted(found(tmp_path / "b")) == ["urn:new", "urn:old"]


def test_tables_are_linked_or_else_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = made(tmp_path / "a", "old")
    copy_store(store, tmp_path / "linked")
    tables = list((tmp_path / "linked").glob("*.sst"))
    assert tables and all(p.stat().st_nlink == 2 for p in tables)

    def no(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", no)
    copy_store(store, tmp_path / "copied")
    assert all(p.stat().st_nlink == 1 for p in (tmp_path / "copied").glob("*.sst"))
    assert found(tmp_path / "copied") == ["urn:old"]


@pytest.mark.parametrize("can", [True, False])
def test_the_new_one_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can: bool) -> None:
    if not can:
        monkeypatch.setattr(local, "exchange", lambda *_: False)
    made(tmp_path / STORE, "old")
    place_store(made(tmp_path / "stage" / STORE, "new"), tmp_path)
    assert found(tmp_path) == ["urn:new"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["stage", STORE] and not list((tmp_path / "stage").iterdir())


def test_between_two_steps_the_old_one_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where folders cannot be exchanged, a build that is killed between two renames leaves the old store aside."""
    monkeypatch.setattr(local, "exchange", lambda *_: False)
    made(tmp_path / STORE, "old")
    real, calls = os.replace, []

    def replace(one: Path, other: Path) -> None:
        calls.append(other.name)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(one, other)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        place_store(made(tmp_path / "stage" / STORE, "new"), tmp_path)
    assert not (tmp_path / STORE).exists()
    assert found(tmp_path) == ["urn:old"]
    served = snapshot(str(tmp_path))
    assert found(Path(served.target)) == ["urn:old"]
    served.drop()
    place_store(tmp_path / "stage" / STORE, tmp_path)
    assert found(tmp_path) == ["urn:new"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["stage", STORE]


def test_exchange_needs_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    assert not placing.exchange(tmp_path / "a", tmp_path / "b")

    def none(_: object, **__: object) -> object:
        raise OSError("no library")

    monkeypatch.setattr(placing.ctypes, "CDLL", none)
    (tmp_path / "b").mkdir()
    assert not placing.exchange(tmp_path / "a", tmp_path / "b")


def test_a_reader_that_meets_a_change_tries_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / STORE, "old")
    new, calls = made(tmp_path / "stage" / STORE, "new"), []
    real = local.Store

    class Meeting:
        @staticmethod
        def read_only(path: str) -> object:
            calls.append(path)
            if len(calls) == 1:  # a build puts another store there between the look and the opening
                place_store(new, tmp_path)
                raise OSError("MANIFEST: no such file")
            return real.read_only(path)

    with monkeypatch.context() as patch:
        patch.setattr(local, "Store", Meeting)
        source = local.from_folder(tmp_path)
    assert [q.object.value for q in source.quads() if isinstance(q.object, NamedNode)] == ["urn:new"] and len(calls) == 2


def test_a_store_that_is_broken_is_told_at_once(tmp_path: Path) -> None:
    made(tmp_path / STORE, "old")
    for file in (tmp_path / STORE).glob("MANIFEST-*"):
        file.write_bytes(b"nothing")
    with pytest.raises(InputError, match="cannot be opened as a store"):
        open_source(tmp_path)
    shutil.rmtree(tmp_path / STORE)
    with pytest.raises(InputError, match="holds no graph"):
        open_source(tmp_path)
