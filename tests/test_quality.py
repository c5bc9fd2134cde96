"""The floors of quality: precision and recall per kind of fact on gold, which may rise and are lowered only on purpose.

``tests/gold/floors.json`` holds them with the hash of the gold they were measured on. ``python tests/test_quality.py --lower`` writes
them anew from what is measured now (a point of slack below it); raising needs no flag: ``--raise``.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

import pytest

from kg import pipeline
from kg.evaluate import QUESTIONS, Report, evaluate, read_gold
from kg.graph import Graph

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.json"
SHARED = Path(__file__).parents[2] / "shared"
SLACK = 0.01
# gold, texts, and which articles: the first twelve for tuning, those added later, those for validation alone, and the seeds
SETS = {
    "own": (GOLD / "facts", GOLD / "texts", re.compile(r"t0\d|t1[0-2]")),
    "own-more": (GOLD / "facts", GOLD / "texts", re.compile(r"t1[3-9]|t[2-4]\d|t50")),
    "own-most": (GOLD / "facts", GOLD / "texts", re.compile(r"t5[1-8]")),
    "own-validation": (GOLD / "facts", GOLD / "texts", re.compile(r"v0\d|v1\d|v20")),
    "own-validation-more": (GOLD / "facts", GOLD / "texts", re.compile(r"v2[1-8]")),
    "seeds": (SHARED / "gold" / "seeds", Path(__file__).parents[1] / "seeds", re.compile("")),
}


def digest(folder: Path, which: re.Pattern[str]) -> str:
    """SHA-256 over the gold files' names and bytes, in order of name."""
    sum_ = hashlib.sha256()
    for path in sorted(path for path in folder.glob("*.json") if which.match(path.name)):
        sum_.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sum_.hexdigest()


def measure(facts: Path, texts: Path, which: re.Pattern[str]) -> Report:
    """The report of a build of the gold's articles."""
    golds = [gold for gold in read_gold(facts) if which.match(gold.article)]
    files = [texts / f"{g.article}.txt" for g in golds]
    resolution = pipeline.run(files)
    with Graph.from_resolution(resolution) as graph:
        answers = {name: [dict(zip(r.header, row, strict=True)) for row in r.rows] for name in QUESTIONS for r in (graph.query(name),)}
    return evaluate(answers, golds, {a.id: a.source for a in resolution.articles})


def figures(report: Report) -> dict[str, list[float]]:
    """Precision and recall per kind, and over all."""
    return {kind: [round(t.precision, 3), round(t.recall, 3)] for kind, t in report.rows()}


@pytest.mark.parametrize("name", sorted(SETS))
def test_quality_stays_above_its_floors(name: str) -> None:
    facts, texts, which = SETS[name]
    if not facts.is_dir():
        pytest.skip(f"{facts} is not here: this gold comes with the developers' material, not with a checkout")
    floors = json.loads(FLOORS.read_text("utf-8"))[name]
    assert floors["gold"] == digest(facts, which), "the gold changed: measure again (see the head of this file)"
    now = figures(measure(facts, texts, which))
    below = {
        f"{kind} {what}": (value, floor)
        for kind, pair in floors["floors"].items()
        for what, value, floor in zip(("precision", "recall"), now[kind], pair, strict=True)
        if floor is not None and not value >= floor
    }
    assert not below, f"below the floor (measured, floor): {below}"


def main(arguments: list[str]) -> int:
    """Write the floors anew."""
    if arguments not in (["--lower"], ["--raise"]):
        print(__doc__)
        return 2
    old = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    new = {}
    for name, (facts, texts, which) in sorted(SETS.items()):
        if not facts.is_dir():
            new[name] = old[name]
            continue
        measured = figures(measure(facts, texts, which))
        floors = {kind: [max(0.0, round(v - SLACK, 3)) if v == v else None for v in pair] for kind, pair in measured.items()}
        if arguments == ["--raise"] and name in old:
            for kind, pair in old[name]["floors"].items():
                floors[kind] = [b if a is None else a if b is None else max(a, b) for a, b in zip(floors[kind], pair, strict=True)]
        new[name] = {"gold": digest(facts, which), "floors": floors}
    FLOORS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
