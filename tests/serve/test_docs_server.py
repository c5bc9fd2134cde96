"""Every command of docs/server.md is run against a server over the graph of the seeds, and prints what is shown."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.served import ROOT, Served, served
from kg.serve import Settings

PAGE = (ROOT / "docs" / "server.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(sh|py)\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
SHOWN = [(kind, text, output) for kind, text, output in BLOCK.findall(PAGE) if not text.startswith("kg serve")]
AT = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def seeds() -> Iterator[Served]:
    with served(ROOT / "graphs" / "graph.ttl", "--workers", "1", "--quiet") as found:
        yield found


def commands(text: str) -> list[str]:
    """The commands of a block: each begins with curl."""
    return [f"curl{part}" for part in re.split(r"(?m)^curl", text)[1:]]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize(("kind", "text", "output"), SHOWN, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_commands(kind: str, text: str, output: str, seeds: Served, tmp_path: Path) -> None:
    if kind == "py":
        done = subprocess.run([sys.executable, "-c", text.replace(AT, seeds.url)], capture_output=True, check=True, text=True, timeout=60)
        assert "https://kg.example/event/" in done.stdout
        return
    assert commands(text)
    for command in commands(text):
        line = command.replace(AT, seeds.url).replace("curl", "curl --fail-with-body" if not output.startswith("{") else "curl", 1)
        done = subprocess.run(["bash", "-c", line], capture_output=True, check=True, text=True, timeout=60, cwd=tmp_path)
        assert done.stdout or any(tmp_path.iterdir()), command
        if output.endswith("...\n"):
            assert done.stdout.replace("\r\n", "\n").startswith(output.removesuffix("...\n")), done.stdout
        elif output:
            assert done.stdout.strip() == output.strip()


def test_the_start_line_is_the_one_shown(seeds: Served) -> None:
    assert seeds.lines[0].strip().replace(seeds.url, AT) in PAGE


def test_the_limits_are_those_shown() -> None:
    known = Settings("x")
    for option, number in (
        ("timeout", known.timeout),
        ("max-rows", known.rows),
        ("max-bytes", known.size),
        ("memory", known.memory // 2**20),
        ("at-once", known.at_once),
        ("queue", known.queue),
        ("rate", known.rate),
    ):
        assert re.search(rf"^\| `--{option}`.*\| {number:,.0f} \|", PAGE, re.MULTILINE), option


def test_every_route_is_shown() -> None:
    for path in json.loads((ROOT / "src" / "kg" / "data" / "serve" / "openapi.json").read_text(encoding="utf-8"))["paths"]:
        assert f"`{path.replace('{kind}', 'KIND').replace('{name}', 'NAME')}" in PAGE, path
