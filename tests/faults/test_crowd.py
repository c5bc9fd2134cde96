"""A server with few open files and many who call: it says that it is busy, never falls, and answers when they have gone."""

from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from fixtures.forked import Forks

from .conftest import FULL, Made, litter
from .test_server_kills import ask, await_address

CROWDS = [(128, 300), *([(1_024, 2_000)] if FULL else [])]


@pytest.mark.parametrize(("files", "callers"), CROWDS)
@pytest.mark.parametrize("asking", [False, True])
def test_more_callers_than_open_files(made: Made, forked: Forks, tmp_path: Path, files: int, callers: int, asking: bool) -> None:
    out = made.copy(tmp_path / "out")
    running = forked.begin("serve", out, "--port", "0", "--quiet", "--rate", "1000000", limits={"RLIMIT_NOFILE": files})
    url = await_address(running)
    host, port = str(urlsplit(url).hostname), int(urlsplit(url).port or 0)
    status, answer = ask(url)
    assert status == 200
    crowd = []
    try:
        for _ in range(callers):
            one = socket.create_connection((host, port), timeout=20)
            crowd.append(one)
            one.sendall(f"GET /health HTTP/1.1\r\nHost: {host}:{port}\r\n".encode() + (b"\r\n" if asking else b""))
        time.sleep(0.5)
        assert not running.over()
    finally:
        for one in crowd:
            one.close()
    until = time.monotonic() + 60
    while ask(url) != (200, answer):
        assert time.monotonic() < until and not running.over(), running.error.read_text()[-2000:]
        time.sleep(0.1)
    os.kill(running.id, signal.SIGINT)
    ended = running.end()
    assert ended.status == 0 and not litter(out)
    assert "Traceback" not in ended.told, ended.told[-2000:]
    assert ended.told.count("more callers than this process may have open files") <= 1
