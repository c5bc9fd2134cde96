"""Killed before each call that changes the disk, and that call failing with each error: no window between two of them is left out.

The calls are those of the build's own thread, counted by strace on a run that nobody disturbs.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from fixtures.forked import Ended, Forks

from .conftest import FULL, Made, litter, shown, whole

CALLS = (
    "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "fsync", "fdatasync",
    "ftruncate", "fallocate", "pwrite64",
)  # fmt: skip
STEP = re.compile(r"(\d+) +(\w+)\((.*)")


@cache
def traceable() -> bool:
    """Whether strace is here and may look at other processes."""
    program = shutil.which("strace")
    return program is not None and not subprocess.run([program, "-o", os.devnull, "true"], capture_output=True, check=False).returncode


pytestmark = pytest.mark.skipif(not traceable(), reason="strace is not installed (apt-get install strace) or may not trace")


def traced(forked: Forks, options: Sequence[str], *command: object) -> Ended:
    """A command under strace."""
    running = forked.begin(*command, stopped=True)
    told_when(running.id, "State:\tT")
    tracer = subprocess.Popen(["strace", "-f", "-qq", "-p", str(running.id), *options], stderr=subprocess.DEVNULL)
    told_when(running.id, f"TracerPid:\t{tracer.pid}\n")
    os.kill(running.id, signal.SIGCONT)
    ended = running.end()
    tracer.wait(30)
    return ended


def told_when(process: int, words: str) -> None:
    """Wait until the system says so of a process."""
    until = time.monotonic() + 30
    while words not in Path(f"/proc/{process}/status").read_text():
        assert time.monotonic() < until, f"never {words!r}"
        time.sleep(0.005)


@dataclass(frozen=True)
class Step:
    """A call: its name, the how many-eth of that name it is, which is how strace counts, and what it was given."""

    name: str
    count: int
    given: str


@pytest.fixture(scope="session")
def steps(made: Made, forked: Forks, tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """The calls of the build's own thread, in order."""
    folder = tmp_path_factory.mktemp("steps")
    out, trace = made.copy(folder / "counted"), folder / "trace"
    ended = traced(forked, ["-o", str(trace), "-e", f"trace={','.join(CALLS)}"], "build", made.after, "--out", out, "-w", "1")
    assert ended.status == 0 and shown(out) == made.new
    found = [m for line in trace.read_text().splitlines() if (m := STEP.match(line)) and m[2] in CALLS]
    counts = Counter[str]()
    own = [m for m in found if m[1] == found[0][1]]
    return [Step(m[2], counts[m[2]], m[3]) for m in own if counts.update([m[2]]) is None]


def chosen(found: Sequence[Step], few: int) -> list[Step]:
    """Which steps to disturb: all, or some of those at which something takes its place and of those after, and as many others."""
    if FULL:
        return list(found)
    draw = random.Random(5)
    places = [n for n, step in enumerate(found) if step.name.startswith("rename") and "/store/" not in step.given]
    near = sorted({n + d for n in places for d in (0, 1)} & set(range(len(found))))
    return [found[n] for n in sorted({*draw.sample(near, few), *draw.sample(range(len(found)), few)})]


def test_killed_before_each_step(made: Made, forked: Forks, steps: list[Step], tmp_path: Path) -> None:
    assert len(steps) > 80 and any(step.name.startswith("rename") for step in steps)
    for step in chosen(steps, 2):
        out = made.copy(tmp_path / "out")
        ended = traced(forked, at(step, "signal=KILL"), "build", made.after, "--out", out, "-w", "1")
        assert ended.status == -signal.SIGKILL, step
        whole(made, out)
        assert forked.run("build", made.after, "--out", out, "-w", "1").status == 0, step
        assert shown(out) == made.new and not litter(out), step
        shutil.rmtree(out)


def at(step: Step, what: str) -> list[str]:
    """The options of strace that let something happen at a step."""
    return ["-o", os.devnull, "-e", f"inject={step.name}:{what}:when={step.count}"]


@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EACCES"])
def test_each_step_fails(made: Made, forked: Forks, steps: list[Step], tmp_path: Path, error: str) -> None:
    """One call fails, and it alone: the build ends in a line and leaves the last graph, or did without the call; never half."""
    for step in chosen(steps[:: 3 if error == "ENOSPC" else 10] if FULL else steps, 1):
        out = made.copy(tmp_path / "out")
        ended = traced(forked, at(step, f"error={error}"), "build", made.after, "--out", out, "-w", "1")
        assert ended.status in (0, 1), (step, ended)
        assert len(ended.words.splitlines()) == (1 if ended.status else 0), (step, ended)
        if ended.status == 0:
            assert shown(out) == made.new, step
        whole(made, out)
        assert forked.run("build", made.after, "--out", out, "-w", "1").status == 0, (step, ended)
        assert shown(out) == made.new and not litter(out), (step, ended)
        shutil.rmtree(out)
