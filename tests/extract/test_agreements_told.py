"""Agreements told in lists, by their days, by "the old one", by posts, and what gives none.

``agreements_told.txt`` has a text in each line, and below it, indented, a line for each paper: words | status | day signed | validity |
sides. Names and deeds are made up. To extend: add a text and the papers that a careful reader finds in it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.annotate import annotate
from kg.extract._papers import papers
from kg.read import read_text

_FILE = Path(__file__).with_name("agreements_told.txt")


def told(text: str) -> list[str]:
    """One line a paper."""
    found = []
    for p in papers(annotate(read_text(text))):
        valid = f"{p.start or ''}..{p.end or ''}" if p.start or p.end else ""
        cells = (p.mention.text, p.status, str(p.signed or ""), valid, ", ".join(m.text for m in p.parties))
        found.append(" | ".join(cells).rstrip())
    return found


def cases() -> list[tuple[str, list[str]]]:
    """The texts of the file with their papers; ``\\n`` in a text is a line break."""
    found: list[tuple[str, list[str]]] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line:
            found.append((line.replace("\\n", "\n"), []))
    return found


@pytest.mark.parametrize(("text", "expected"), cases())
def test_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected
