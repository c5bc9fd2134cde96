"""Who and what short passages name: every person, body, place, country and law once, by its full name, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import inspect
from kg.read import read_text

LINES = [
    line for line in Path(__file__).with_name("named.txt").read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_named(line: str) -> None:
    text, _, expected = line.partition(" => ")
    reading = inspect(read_text(text)).reading
    found = sorted(f"{e.type}: {e.name}" for e in reading.entities if e.type not in ("Event", "Agreement"))
    assert found == ([] if expected == "-" else sorted(expected.split(" ;; ")))
