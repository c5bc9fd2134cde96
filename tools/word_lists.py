#!/usr/bin/env python3
"""Write the table of ``docs/word-lists.md`` from the heads of the lists: ``tools/word_lists.py``.

``tests/test_documents.py`` compares the page with what this makes.
"""

from __future__ import annotations

import gzip
import re
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "kg" / "data"
PAGE = ROOT / "docs" / "word-lists.md"
LISTS = (".tsv", ".txt", ".gz", ".sha256")
BEGIN, END = "<!-- lists: made by tools/word_lists.py -->\n", "<!-- end of lists -->\n"
USED_BY = {
    "agreements": "extract: agreements, signatories",
    "audit": "audit: kg check --evidence",
    "dates": "annotate: dates",
    "explorer": "explore: what a page carries",
    "figures": "extract: statistics, ties",
    "mood": "extract: what is told as done, of every kind of fact",
    "names": "annotate: names of people",
    "nlp": "annotate: the language model",
    "occasions": "extract: events, organizers, participants",
    "places": "annotate, resolve, explore: countries and places",
    "posts": "extract: posts",
    "quantities": "annotate: numbers and units",
    "read": "read",
    "statements": "extract: statements",
    "text": "annotate: sentences and names",
    "ties": "extract: ties",
    "view": "view: the page",
    "words": "annotate, extract, resolve: shared by several",
}


def lists() -> list[Path]:
    """Every list, sorted; not the libraries of the page, which ``vendor.json`` lists."""
    return sorted(p for p in DATA.rglob("*") if p.is_file() and p.suffix in LISTS and "vendor" not in p.parts)


def purpose(path: Path) -> str:
    """The first sentence of a list's head."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    head = " ".join(line.lstrip("# ") for line in takewhile(lambda line: line.startswith("#"), text.splitlines()))
    found = re.match(r".+?\.(?=\s|$)", head)
    return (found[0] if found else head).rstrip(".").replace("|", "\\|")


def table() -> str:
    """The tables of the page, one for each folder."""
    parts: list[str] = []
    folder = ""
    for path in lists():
        where = path.relative_to(DATA)
        if where.parts[0] != folder:
            folder = where.parts[0]
            parts.append(f"\n### {folder}/\n\nFor {USED_BY.get(folder, folder)}.\n\n| list | what it holds |\n|---|---|\n")
        parts.append(f"| `{where.as_posix()}` | {purpose(path)} |\n")
    return "".join(parts) + "\n"


def page(text: str) -> str:
    """The page with the tables made anew."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
