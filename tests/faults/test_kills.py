"""``kill -9`` at random moments: what was readable stays so throughout, and the next run ends with the bytes of one that nobody disturbed.

``KG_FAULTS=200`` kills 200 in all: builds, the processes that read, servers and theirs, builds that send to a store, the store's server.
Without it a share is tried.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from fixtures.forked import Forks, Running
from kg.errors import InputError

from .conftest import AFTER, BEFORE, Made, litter, put, shown, times, tries, whole


def wait(made: Made, out: Path, running: Running, seconds: float) -> None:
    """Read the folder all the time until the moment has come."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not running.over():
        whole(made, out)


def test_a_build_is_killed_and_reading_goes_on(made: Made, forked: Forks, tmp_path: Path) -> None:
    draw, killed, seen = random.Random(1), 0, {"old": 0, "new": 0}
    for _ in tries(4):
        if killed >= times(4):
            break
        out = made.copy(tmp_path / "out")
        command = ["build", made.after, "--out", out, "-w", "1"]
        for _ in range(draw.choice((1, 1, 2, 3))):  # the next run may be killed too
            running = forked.begin(*command)
            wait(made, out, running, draw.uniform(0, 1.05 * made.seconds))
            killed += running.kill().status == -signal.SIGKILL
            seen[whole(made, out)] += 1
        assert forked.run(*command).status == 0
        assert shown(out) == made.new and not litter(out), killed
        shutil.rmtree(out)
    assert seen["old"]


def test_the_first_build_is_killed(made: Made, forked: Forks, tmp_path: Path) -> None:
    """There is no graph yet: a reader is told so, or finds all of it."""
    draw, killed = random.Random(2), 0
    for _ in tries(1):
        if killed >= times(1):
            break
        out = tmp_path / "out"
        command = ["build", made.after, "--out", out, "-w", "1"]
        running = forked.begin(*command)
        time.sleep(draw.uniform(0, 1.05 * made.seconds))
        killed += running.kill().status == -signal.SIGKILL
        try:
            assert shown(out).items() <= made.new.items()
        except InputError as error:
            assert "holds no graph" in str(error) or "does not exist" in str(error)
        assert forked.run(*command).status == 0
        assert shown(out) == made.new and not litter(out), killed
        shutil.rmtree(out)


def test_builds_of_many_changes_are_killed(made: Made, forked: Forks, tmp_path: Path) -> None:
    """The articles change to and fro, and a build that was killed is followed by one of other articles."""
    draw, out, killed = random.Random(3), made.copy(tmp_path / "out"), 0
    for _ in tries(1):
        if killed >= times(1):
            break
        for folder in draw.sample([made.before, made.after], 2):
            running = forked.begin("build", folder, "--out", out, "-w", "1")
            wait(made, out, running, draw.uniform(0, 1.05 * made.seconds))
            killed += running.kill().status == -signal.SIGKILL
            whole(made, out)
    for folder, expected in ((made.before, made.old), (made.after, made.new)):
        assert forked.run("build", folder, "--out", out, "-w", "1").status == 0
        assert shown(out) == expected
    assert not litter(out)


def children(parent: int) -> list[int]:
    """The processes that read articles for a build."""
    found = []
    for path in Path(f"/proc/{parent}/task").glob("*/children"):
        try:
            for child in path.read_text().split():
                if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                    found.append(int(child))
        except OSError:
            continue
    return found


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are found in /proc")
def test_the_processes_that_read_are_killed(made: Made, forked: Forks, tmp_path: Path) -> None:
    draw, killed = random.Random(4), 0
    articles = AFTER | {f"m{n}.txt": f"Oman exports {n + 2} goods to Chile. Ana Lee spoke in Lima." for n in range(30)}
    texts = put(tmp_path / "texts", articles)
    assert forked.run("build", texts, "--out", tmp_path / "fresh", "-w", "1").status == 0
    expected = shown(tmp_path / "fresh")
    for round_ in tries(2):
        if killed >= times(2):
            break
        out = tmp_path / f"out{round_}"
        command = ["build", texts, "--out", out, "-w", "2"]
        running = forked.begin(*command)
        while not running.over():
            time.sleep(draw.uniform(0.5, 6.0))
            if victims := children(running.id):
                os.kill(draw.choice(victims), signal.SIGKILL)
                killed += 1
        ended = running.end()
        # what is read here is innocent, and refused only where chance kills again and again what reads it
        assert ended.status == 0 or "killed by SIGKILL" in ended.words
        if ended.status:
            assert forked.run(*command).status == 0
        assert shown(out) == expected and not litter(out), ended.words
        shutil.rmtree(out)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are found in /proc")
def test_no_process_outlives_a_killed_build(made: Made, forked: Forks, tmp_path: Path) -> None:
    texts = put(tmp_path / "texts", AFTER | BEFORE)
    running = forked.begin("build", texts, "--out", tmp_path / "out", "-w", "2")
    until = time.monotonic() + 60
    while not (readers := children(running.id)) and not running.over():
        time.sleep(0.02)
    running.kill()
    assert readers
    while left := [one for one in readers if Path(f"/proc/{one}").exists()]:
        assert time.monotonic() < until, f"still at work: {left}"
        time.sleep(0.05)
