"""Which files go to a cluster: what Spark's own text cannot name is refused before anything is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import InputError

pytest.importorskip("pyspark")


class Here:
    """A session whose files are this machine's."""

    _jsc = property(lambda self: self)

    def hadoopConfiguration(self) -> Here:  # noqa: N802 - Hadoop's name
        return self

    def get(self, name: str) -> str:
        return "file:///"


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    from kg.spark.inputs import Inputs

    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("One.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    (tmp_path / "a.txt").write_text("Two.", encoding="utf-8")
    refused: list[InputError] = []
    found = Inputs(Here(), [str(tmp_path)], refused.append)  # type: ignore[arg-type]
    assert [(one.id, one.address, one.stated) for one in found.files] == [("a", str(tmp_path / "a.txt"), b"")]
    assert len(refused) == 1 and "caf\\udce9.txt" in str(refused[0]) and "its name is no UTF-8; rename it" in str(refused[0])
