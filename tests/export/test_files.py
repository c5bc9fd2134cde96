from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export import files as module
from kg.export import replace_file


def test_it_writes_and_replaces(tmp_path: Path) -> None:
    replace_file(tmp_path / "a" / "b.ttl", b"one")
    replace_file(tmp_path / "a" / "b.ttl", b"two")
    assert (tmp_path / "a" / "b.ttl").read_bytes() == b"two"
    assert len(list((tmp_path / "a").iterdir())) == 1


def test_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    (tmp_path / "x").chmod(0o640)
    replace_file(tmp_path / "x", b"new")
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o640


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        replace_file(tmp_path, b"x")


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")
    with pytest.raises(OutputError, match="cannot be written") as caught:
        replace_file(tmp_path / "x" / "y", b"new")
    assert "\n" not in str(caught.value)
    assert (tmp_path / "x").read_bytes() == b"old"


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        replace_file(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
