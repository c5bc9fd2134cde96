"""The disk is full, or cannot be written: one line says so, the last graph is as it was, nothing is left behind, the next run is whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from fixtures.forked import Ended, Forks

from .conftest import FULL, Made, litter, shown, whole
from .test_server_kills import ask, await_address

BLOCK = 4096


@cache
def mountable() -> bool:
    """Whether file systems can be mounted here."""
    program = shutil.which("mount")
    if program is None or not hasattr(os, "geteuid") or os.geteuid():
        return False
    return not subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False).returncode


mounts = pytest.mark.skipif(not mountable(), reason="only root may mount a small file system")


def mount(where: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(where)], check=True)


@contextmanager
def small(where: Path, size: int) -> Iterator[Path]:
    """A file system in memory of so many bytes."""
    where.mkdir()
    mount(where, f"size={size}")
    try:
        yield where
    finally:
        subprocess.run(["umount", "-l", str(where)], check=True)


def full(folder: Path, left: int) -> None:
    """Make the file system of a folder so full that so many bytes are left."""
    found = os.statvfs(folder)
    with (folder / ".ballast").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, found.f_bavail - left // BLOCK) * BLOCK)


def refused(ended: Ended) -> None:
    """The command ended in one line that says what to do."""
    assert ended.status == 1, ended
    assert len(ended.words.splitlines()) == 1 and ";" in ended.words, ended.words


@mounts
def test_a_build_on_a_full_disk(made: Made, forked: Forks, tmp_path: Path) -> None:
    draw, failed, need = random.Random(20), 0, 0
    with small(tmp_path / "disk", 64 << 20) as disk:
        out = made.copy(disk / "out")
        before = os.statvfs(disk).f_bavail
        assert forked.run("build", made.after, "--out", out, "-w", "1").status == 0
        need = (before - os.statvfs(disk).f_bavail) * BLOCK + (1 << 20)
        sizes = [0, *(draw.randrange(need // BLOCK) * BLOCK for _ in range(30 if FULL else 3))]
        for left in sizes:
            shutil.rmtree(out)
            made.copy(out)
            full(disk, left)
            ended = forked.run("build", made.after, "--out", out, "-w", "1")
            if ended.status:
                failed += 1
                refused(ended)
                assert "full" in ended.words or "No space left" in ended.words, ended.words
                assert whole(made, out) == "old"
            kept = [name for name in litter(out) if not name.startswith("build.sqlite-")]
            assert not kept, (left, kept)
            (disk / ".ballast").unlink()
            assert forked.run("build", made.after, "--out", out, "-w", "1").status == 0, (left, ended)
            assert shown(out) == made.new and not litter(out), (left, ended)
        assert failed > 1


@mounts
@pytest.mark.parametrize("left", [0, 16 * BLOCK])
def test_the_first_build_on_a_full_disk(made: Made, forked: Forks, tmp_path: Path, left: int) -> None:
    with small(tmp_path / "disk", 64 << 20) as disk:
        full(disk, left)
        ended = forked.run("build", made.before, "--out", disk / "out", "-w", "1")
        refused(ended)
        (disk / ".ballast").unlink()
        assert forked.run("build", made.before, "--out", disk / "out", "-w", "1").status == 0
        assert shown(disk / "out") == made.old and not litter(disk / "out")


@mounts
def test_files_on_a_full_disk(made: Made, forked: Forks, tmp_path: Path) -> None:
    """Exports and pages: the last file stays as it was, and nothing of the new one."""
    with small(tmp_path / "disk", 1 << 20) as disk:
        (disk / "last.ttl").write_bytes(b"the last one")
        full(disk, BLOCK)
        for command in (
            ["export", "--format", "turtle", "--out", disk / "last.ttl"],
            ["view", "--no-open", "--out", disk / "page.html"],
        ):
            ended = forked.run(*command, "--graph", made.out)
            refused(ended)
            assert "No space left" in ended.words
        assert sorted(p.name for p in disk.iterdir()) == [".ballast", "last.ttl"]
        assert (disk / "last.ttl").read_bytes() == b"the last one"


def serves(forked: Forks, out: Path) -> None:
    """The folder can be served, and nothing of that stays in it."""
    there = sorted(out.iterdir())
    running = forked.begin("serve", out, "--port", "0", "--quiet")
    assert ask(await_address(running))[0] == 200
    os.kill(running.id, signal.SIGINT)
    assert running.end().status == 0
    assert sorted(out.iterdir()) == there


@mounts
def test_serving_from_a_full_disk(made: Made, forked: Forks, tmp_path: Path) -> None:
    with small(tmp_path / "disk", 16 << 20) as disk:
        out = made.copy(disk / "out")
        full(disk, 0)
        serves(forked, out)


@pytest.mark.parametrize("size", [5_000, 70_000, 300_000])
def test_files_may_not_grow(made: Made, forked: Forks, tmp_path: Path, size: int) -> None:
    """A limit on the size of files: the portable cause of writes that fail."""
    out = made.copy(tmp_path / "out")
    ended = forked.run("build", made.after, "--out", out, "-w", "1", limits={"RLIMIT_FSIZE": size})
    if ended.status:
        refused(ended)
        assert whole(made, out) == "old"
    else:
        assert shown(out) == made.new
    assert not [name for name in litter(out) if not name.startswith("build.sqlite-")]
    assert forked.run("build", made.after, "--out", out, "-w", "1").status == 0
    assert shown(out) == made.new and not litter(out)


@mounts
def test_a_folder_that_cannot_be_written(made: Made, forked: Forks, tmp_path: Path) -> None:
    """It can still be asked, exported and served."""
    out = made.copy(tmp_path / "out")
    subprocess.run(["mount", "--bind", str(out), str(out)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(out)], check=True)
        ended = forked.run("build", made.after, "--out", out, "-w", "1")
        refused(ended)
        assert "Read-only file system" in ended.words and "choose another folder with --out" in ended.words
        assert whole(made, out) == "old"
        for command in (["query", "posts"], ["export", "--format", "turtle"]):
            assert forked.run(*command, "--graph", out).status == 0
        refused(forked.run("view", "--no-open", "--graph", out))
        serves(forked, out)
    finally:
        subprocess.run(["umount", "-l", str(out)], check=True)
    assert forked.run("build", made.after, "--out", out, "-w", "1").status == 0
    assert shown(out) == made.new
