"""Who said what, through resolution: a table of short texts in ``statements.txt`` beside this file.

A line is ``text => Speaker: words ;; Speaker: words``; ``-`` is nobody, " | " a new paragraph, " / " a new line, ``?`` before a speaker
allows the statement and does not ask for it. The words must stand in the statement's text, in any case.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import inspect
from kg.read import read_text

LINES = [
    line
    for line in (Path(__file__).parent / "statements.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_who_said_what(line: str) -> None:
    text, _, expected = line.partition(" => ")
    reading = inspect(read_text(text.replace(" | ", "\n\n").replace(" / ", "\n"))).reading
    names = {entity.index: entity.name for entity in reading.entities}
    left = []
    for fact in reading.facts:
        if fact.kind == "statement":
            words = str(dict(fact.values)["text"])
            left.append((names[dict(fact.roles)["speaker"]].lower(), words.lower()))
            assert all(piece in " ".join(fact.evidence.quote.split()) for piece in words.split()[:1])
    missing = []
    for part in [] if expected.strip() == "-" else expected.split(" ;; "):
        who, _, words = (p.strip().lower() for p in part.partition(":"))
        found = next((one for one in left if who.lstrip("?") in one[0] and words in one[1]), None)
        if found is not None:
            left.remove(found)
        elif not who.startswith("?"):
            missing.append(part.strip())
    assert (missing, left) == ([], [])
