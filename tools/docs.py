#!/usr/bin/env python3
"""Run what README.md and docs/ show, and write its output there: ``tools/docs.py``.

A ``console`` block holds commands after "$ " and what they print; a line "..." stands for any number of lines. A ``python`` block is run
as it stands. A comment ``<!-- $ command -->`` stands right above the table that the command prints. All run in a folder with the seeds,
their graph, and the validation half of the project's own gold (gold/, articles/), so
that nothing of the checkout changes. ``tests/test_docs.py`` runs the same and compares.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
SETUP = ("make ", "pip ", "git ")  # what a reader does before kg is there; checked by running them elsewhere
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"^<!-- \$ (.*) -->\n((?:\|.*\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A command, or a script where ``output`` is None, with the output that a page shows for it."""

    page: Path
    line: int
    text: str
    output: str | None


def pages() -> list[Path]:
    """The pages whose examples are run."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def examples(page: Path) -> Iterator[Shown]:
    """The commands and scripts of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 2
        if match[1] == "python":
            yield Shown(page, line, match[2], None)
            continue
        for part in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", match[2], re.MULTILINE):
            yield Shown(page, line + match[2].count("\n", 0, part.start()), part[1], part[2])
    for match in TABLE.finditer(text):
        yield Shown(page, text.count("\n", 0, match.start()) + 1, match[1], match[2])


@contextmanager
def sandbox() -> Iterator[Path]:
    """A folder to run examples in."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder, "seeds"))
        if (ROOT / "graphs" / "graph.ttl").exists():
            shutil.copytree(ROOT / "graphs", Path(folder, "graphs"))
        else:
            run(Shown(ROOT / "README.md", 0, "kg build seeds", ""), Path(folder))
        for source, target in (("facts", "gold"), ("texts", "articles")):
            Path(folder, target).mkdir()
            for file in sorted((GOLD / source).glob("v*")):
                shutil.copy(file, Path(folder, target))
        yield Path(folder)


def run(shown: Shown, folder: Path) -> str:
    """What a command prints on standard output. Raises ``CalledProcessError`` where it fails."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        "BROWSER": "true",
        "COLUMNS": "120",
        "NO_COLOR": "1",
    }
    text = re.sub(r"^kg ", f"{sys.executable} -m kg ", shown.text) if shown.output is not None else shown.text
    command = ["bash", "-c", text] if shown.output is not None else [sys.executable, "-c", text]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=True, timeout=300)
    return done.stdout


def agrees(shown: str, printed: str) -> bool:
    """Whether ``printed`` is what is shown, lines "..." standing for any."""
    parts = [re.escape(line.rstrip()) if line.strip() != "..." else None for line in shown.strip("\n").split("\n")]
    pattern = "".join("(?:.*\n)*" if part is None else f"{part}\n" for part in parts)
    lines = "".join(f"{line.rstrip()}\n" for line in printed.strip("\n").split("\n"))
    return re.fullmatch(pattern, lines) is not None


def excerpt(shown: str, printed: str) -> str:
    """``printed`` cut as ``shown`` was: as many lines before and after its "..."."""
    lines = [line.rstrip() for line in printed.strip("\n").split("\n")]
    old = shown.strip("\n").split("\n")
    if "..." in old:
        at = old.index("...")
        after = len(old) - at - 1
        if len(lines) > at + after:
            lines = [*lines[:at], "...", *(lines[-after:] if after else [])]
    return "".join(f"{line}\n" for line in lines) if any(lines) else ""


def main() -> int:
    """Write the outputs anew; a command that fails is told and left."""
    failed = 0
    with sandbox() as folder:
        for page in pages():
            text = page.read_text(encoding="utf-8")
            for shown in examples(page):
                if shown.output is None or shown.text.startswith(SETUP):
                    continue
                try:
                    printed = run(shown, folder)
                except subprocess.CalledProcessError as error:
                    print(f"{page.name}:{shown.line}: {shown.text}: {error.stderr.strip()}", file=sys.stderr)
                    failed += 1
                    continue
                for block in (f"$ {shown.text}\n", f"<!-- $ {shown.text} -->\n"):
                    text = text.replace(block + shown.output, block + excerpt(shown.output, printed), 1)
            page.write_text(text, encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
