"""Nothing of ours goes back over a text again and again: every pattern, and the whole way of an article, on texts made to provoke it.

Each runs in a process of its own, with a limit that linear work stays far below and quadratic work goes far beyond.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SIZE = 60_000  # characters; python -m tests.fuzz.patterns tries a megabyte
UNITS = (
    "a", " ", "0", '"', "“", "(", "[", ".", "\n", "a ", "A ", "Ab ", "A. ", "a\n", "()", "“a” ", "May 3 ", "US$1 ", "1,", "a-", "\u0301",
    "Ana Souza met. ", "Ana Souza, ", "ABC DEF GHI JKL\n\n", "Mr. ", "Kenya's ", "Ministry of Trade ", '"We go," he said. ', "2021was ",
    "Jane Roe and John Doe, Ministers of Trade, ", "President of the Republic of Kenya and ", "He said she met him. ",
    "the deal was signed. ",
    "Exports rose 5% to $3 million. ", "(Kenya) ", "- a\n", "Ma\u200bria ", "М\u0430ria ",
)  # fmt: skip
WHOLE = """
import json, signal, sys
from kg.pipeline import inspect
from kg.read import read_text
inspect(read_text("Jane Roe met John Doe in Oslo. It cost $3 million."))  # what is loaded once
for unit in json.loads(sys.argv[2]):
    signal.setitimer(signal.ITIMER_VIRTUAL, 30)  # of the processor; then the process is ended
    text = "The minister said on Monday that trade had grown. " + unit * (int(sys.argv[1]) // len(unit)) + "\\nThe end was near."
    inspect(read_text(text))
    print(json.dumps(unit), flush=True)
"""


def run(*command: str) -> str:
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def test_patterns() -> None:
    assert run("-m", "tests.fuzz.patterns", "20000", "0.7").endswith("patterns, 0 too slow\n")


@pytest.mark.parametrize("part", range(4))
def test_whole_articles(part: int) -> None:
    units = UNITS[part::4]
    lines = run("-c", WHOLE, str(SIZE), json.dumps(units)).splitlines()
    assert [json.loads(line) for line in lines] == list(units)
