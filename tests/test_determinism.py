"""The same articles give the same bytes, whatever seeds Python's hashes; nothing in a build comes from the clock."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parents[1]
BUILD = "import sys, kg; kg.build('seeds', sys.argv[1])"
IRI = re.compile(r"<[^<>\s]+>")


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two builds at once, in processes of their own, with other hashes, another time zone and another language."""
    started = []
    for seed, zone, language in (("1", "Asia/Hanoi", "C"), ("4711", "America/Lima", "C.UTF-8")):
        out = tmp_path_factory.mktemp("built")
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONPATH": str(ROOT / "src")}
        started.append((out, subprocess.Popen([sys.executable, "-c", BUILD, str(out)], cwd=ROOT, env=env, stderr=subprocess.PIPE)))
    for _, process in started:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    return [out for out, _ in started]


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.html"])
def test_two_builds_are_the_same_bytes(builds: list[Path], name: str) -> None:
    first, second = ((out / name).read_bytes() for out in builds)
    assert len(first) > 1000
    assert first == second


def test_a_build_in_this_process_is_the_same_too(builds: list[Path]) -> None:
    graph = kg.build(ROOT / "seeds")
    assert graph.export("turtle") == (builds[0] / "graph.ttl").read_bytes()


def test_no_blank_nodes_and_no_date_of_today(builds: list[Path]) -> None:
    text = (builds[0] / "graph.trig").read_text(encoding="utf-8")
    assert not re.search(r"(?m)(?:^|\s)_:\w", text)
    assert str(date.today()) not in text


def test_adding_an_article_keeps_the_iris(tmp_path: Path) -> None:
    files = sorted((ROOT / "seeds").glob("*.txt"))
    more = tmp_path / "more.txt"
    more.write_text("Kofi Asante, mayor of Tamale, said Chile exports copper to Oman. Hanoi hosted a fair.", encoding="utf-8")
    query = "SELECT DISTINCT ?thing WHERE { ?thing a ?class } ORDER BY ?thing"
    before = {row[0] for row in kg.build(files).query(query).rows}
    after = {row[0] for row in kg.build([*files, more]).query(query).rows}
    assert len(before) > 50
    assert before < after
