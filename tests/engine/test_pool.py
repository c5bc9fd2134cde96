"""Processes that die, whatever they are at: the work is done, what cannot be done is told, nothing waits for ever."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.engine import pool as pools
from kg.engine.pool import Pool
from kg.engine.work import each
from kg.errors import KgError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
KILLS = int(os.environ.get("KG_FAULTS", "10"))


def square(number: int) -> int:
    return number * number


def large(number: int) -> bytes:
    """More than a pipe holds, so that a kill comes in the middle of an answer."""
    return bytes([number % 256]) * 3_000_000


def ends(number: int) -> int:
    """13 ends its process, as a fault of a library does."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGSEGV)
    return number


def once(path: str) -> str:
    """Ends the process the first time that it is called for a path."""
    if not Path(path).exists():
        Path(path).touch()
        os._exit(3)
    return path


def always(number: int) -> int:
    os._exit(7)


def raises(number: int) -> int:
    raise OSError(f"no {number}")


def unsendable(number: int) -> object:
    return lambda: number


def lost(item: object, how: str) -> str:
    return f"lost {item} ({how})"


def children() -> set[int]:
    """This process's children that multiprocessing began to work for it."""
    found = set()
    for path in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        for child in path.read_text().split():
            try:
                if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                    found.add(int(child))
            except OSError:
                continue
    return found


def test_order_is_kept_and_processes_end() -> None:
    before = children()
    assert list(each(square, range(100), 3, lost, pytest.fail)) == [n * n for n in range(100)]
    assert children() <= before


def test_an_item_that_ends_its_process_is_lost_and_no_other() -> None:
    told: list[str] = []
    found = list(each(ends, range(40), 2, lost, told.append))
    assert found == [lost(13, "killed by SIGSEGV") if n == 13 else n for n in range(40)]
    assert told == ["a process that read articles ended (killed by SIGSEGV); what it had in hand is read again"]


def test_an_item_that_is_read_the_second_time_is_there(tmp_path: Path) -> None:
    told: list[str] = []
    paths = [str(tmp_path / str(n)) for n in range(3)]
    assert list(each(once, paths, 2, lost, told.append)) == paths
    assert len(told) == 1 and "exit status 3" in told[0]


def test_processes_that_all_die_end_the_work_with_a_word() -> None:
    with pytest.raises(KgError, match=r"end one after the other \(exit status 7\).*fewer --workers"):
        list(each(always, range(100), 2, lost, lambda line: None))


def test_what_a_process_raises_is_raised_here() -> None:
    with pytest.raises(OSError, match="no 0"):
        list(each(raises, range(3), 2, lost, pytest.fail))
    with pytest.raises(RuntimeError, match="pickle"):
        list(each(unsendable, range(3), 2, lost, pytest.fail))


def test_work_that_is_left_ends_the_processes() -> None:
    before = children()
    stream = each(square, range(1000), 2, lost, pytest.fail)
    assert next(stream) == 0
    stream.close()  # type: ignore[attr-defined]
    assert children() <= before


def test_kills_at_random_moments_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "TRIES", 1_000)  # whoever is killed here is innocent
    draw, told = random.Random(7), list[str]()
    before, over = children(), threading.Event()
    killed = 0

    def kill() -> None:
        nonlocal killed
        while not over.wait(draw.uniform(0.0, 0.3)) and killed < KILLS:
            if mine := sorted(children() - before):
                os.kill(draw.choice(mine), signal.SIGKILL)
                killed += 1

    def numbers() -> Iterator[int]:
        number = 0
        while killed < KILLS or number % 16:
            yield number
            number += 1

    killer = threading.Thread(target=kill)
    killer.start()
    count = 0
    try:
        for count, made in enumerate(each(large, numbers(), 2, lost, told.append), 1):
            assert made == large(count - 1)
    finally:
        over.set()
        killer.join()
    assert killed == KILLS and count >= 16
    assert told and children() <= before


def test_processes_of_a_killed_owner_end(tmp_path: Path) -> None:
    owner = os.fork()
    if owner == 0:  # a process of its own, killed while its pool works
        try:
            with Pool(time.sleep, 2, lambda item, how: None, lambda line: None) as pool:
                pool.submit([0.2])
                pool.submit([0.2]).result()
                (tmp_path / "children").write_text(" ".join(map(str, children())))
                (tmp_path / "ready").touch()
                time.sleep(60)
        finally:
            os._exit(1)
    until = time.monotonic() + 60
    while not (tmp_path / "ready").exists() and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(owner, signal.SIGKILL)
    os.waitpid(owner, 0)
    workers = (tmp_path / "children").read_text().split()
    assert workers
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
