"""Who may ask, from where, and what every answer tells browsers."""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlparse

import httpx
import pytest

from fixtures.served import Served, served
from kg.cli import main
from kg.errors import KgError
from kg.serve import access as access_module
from kg.serve.access import Access
from kg.serve.problems import ProblemError
from kg.serve.settings import Settings, checked, loopback

TOKEN = "correct-horse-battery-staple"
PATHS = [
    "/",
    "/static/base.css",
    "/api/overview",
    "/api/search?q=a",
    "/sparql?query=ASK{}",
    "/sparql",
    "/data?default",
    "/nothing",
    "/entity/person/jane-roe",
    "/resource?iri=http://e/",
    "/openapi",
    "/openapi.json",
    "/health",
]


@pytest.fixture(scope="module")
def secret(folder: Path) -> Iterator[Served]:
    with served(folder, "--workers", "1", "--host", "127.0.0.2", environment={"KG_TOKEN": TOKEN}) as found:
        yield found


# ---- a secret


@pytest.mark.parametrize("path", PATHS)
def test_without_the_token_there_is_nothing(secret: Served, path: str) -> None:
    for headers in ({}, {"Authorization": "Bearer no"}, {"Authorization": f"Basic {TOKEN}"}, {"Cookie": "kg_session=no"}):
        answer = secret.get(path, headers=headers)
        assert answer.status_code == (200 if path == "/health" else 401)
        if path != "/health":
            assert answer.headers["www-authenticate"].startswith("Bearer") and "kg.example" not in answer.text


def test_the_token_opens(secret: Served) -> None:
    for path in PATHS:
        answer = secret.get(path, headers={"Authorization": f"Bearer {TOKEN}"})
        assert answer.status_code in (200, 404), path


def test_a_link_logs_in_and_forgets_the_token(secret: Served) -> None:
    with httpx.Client(timeout=30) as browser:
        first = browser.get(f"{secret.url}/api/search?q=roe&token={TOKEN}")
        assert first.status_code == 303 and first.headers["location"] == "/api/search?q=roe"
        cookie = first.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=lax" in cookie and TOKEN not in first.headers["set-cookie"]
        assert browser.get(f"{secret.url}/api/search?q=roe").json()
        assert browser.get(f"{secret.url}/?token=wrong-token-of-some-length").status_code == 200  # the cookie still counts
    assert secret.get(f"/?token={TOKEN}x").status_code == 401
    away = secret.get(f"//evil.example/?token={TOKEN}")
    assert away.headers["location"].startswith("/evil.example")
    assert not any(TOKEN in line for line in secret.lines)


def test_workers_do_not_know_the_token(secret: Served) -> None:
    assert secret.get("/sparql?query=ASK{}", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    for worker in secret.workers():
        assert TOKEN.encode() not in Path(f"/proc/{worker}/environ").read_bytes()


# ---- hosts and other sites


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8000", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:80", 200),
        ("localhost.", 200),
        ("evil.example", 421),
        ("evil.example:80", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("127.0.0.1:80.evil.example", 421),
        ("localhost@evil.example", 421),
        ("evil.example@localhost", 421),
        ("localhost, evil.example", 421),
        ("2130706433", 421),
        ("0x7f000001", 421),
        ("127.1", 421),
        ("127.0.0.1.nip.io", 421),
        ("", 421),
    ],
)
def test_hosts(server: Served, host: str, status: int) -> None:
    assert server.get("/health", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("path", PATHS)
def test_a_name_that_was_made_to_point_here_gets_nothing(server: Served, path: str) -> None:
    """DNS rebinding: a page of evil.example, whose name now leads to this machine, asks with its own name as the host."""
    for more in ({}, {"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"}, {"X-Forwarded-Host": "localhost"}):
        answer = server.get(path, headers={"Host": "evil.example", **more})
        assert answer.status_code == 421 and "kg.example" not in answer.text


def test_a_token_alone_does_not_make_a_name_welcome(secret: Served) -> None:
    assert secret.get("/api/search?q=a", headers={"Host": "evil.example", "Authorization": f"Bearer {TOKEN}"}).status_code == 421


@pytest.fixture(scope="module")
def friendly(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """A server with every option that opens it to others, and what its browser was called with."""
    seen = tmp_path_factory.mktemp("browser") / "seen"
    browser = seen.with_name("browser")
    browser.write_text(f'#!/bin/sh\necho "$1" > {seen}\n', encoding="utf-8")
    browser.chmod(0o755)
    options = ("--workers", "1", "--allow-host", "graph.example", "--cors", "https://notes.example", "--log-queries", "--open")
    with served(folder, *options, environment={"BROWSER": f"{browser} %s"}) as server:
        yield server, seen


def test_a_host_can_be_allowed(friendly: tuple[Served, Path]) -> None:
    server, _ = friendly
    assert server.get("/health", headers={"Host": "graph.example:443"}).status_code == 200
    assert server.get("/health", headers={"Host": "other.example"}).status_code == 421
    welcome = server.get("/sparql?query=ASK{}", headers={"Origin": "https://notes.example", "Sec-Fetch-Site": "cross-site"})
    assert welcome.status_code == 200 and welcome.headers["access-control-allow-origin"] == "https://notes.example"
    assert "origin" in welcome.headers["vary"].lower() and welcome.headers["cross-origin-resource-policy"] == "cross-origin"
    other = server.get("/sparql?query=ASK{}", headers={"Origin": "https://other.example"})
    assert other.status_code == 403 and "access-control-allow-origin" not in other.headers
    asks = {
        "Origin": "https://notes.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    before = server.send("OPTIONS", "/sparql", headers=asks)
    assert before.status_code == 204 and "POST" in before.headers["access-control-allow-methods"]
    assert "Content-Type" in before.headers["access-control-allow-headers"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),  # a link on another page
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, 200),
        ({"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 200),
    ],
)
def test_other_sites(server: Served, headers: dict[str, str], status: int) -> None:
    answer = server.get("/sparql?query=ASK{}", headers=headers)
    assert answer.status_code == status and "access-control-allow-origin" not in answer.headers


def test_its_own_page_may(server: Served) -> None:
    answer = server.send("POST", "/sparql", data={"query": "ASK {}"}, headers={"Origin": server.url})
    assert answer.status_code == 200


# ---- what every answer carries


@pytest.mark.parametrize("path", PATHS)
def test_headers(server: Served, path: str) -> None:
    answer = server.get(path)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert (
        "unsafe" not in answer.headers["content-security-policy"] and "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "server" not in answer.headers


TRICKS = [
    "{up}{file}",
    "..%2f{coded_up}{coded}",
    "%2e%2e/%2e%2e/{up}{file}",
    "%252e%252e%252f{coded_up}{coded}",
    "..%252f..%252f{coded}",
    "/{file}",
    "//{file}",
    "%2f{coded}",
    "..\\..\\..\\{back}",
    "..%5c..%5c..%5c{back}",
    "....//....//....//{file}",
    "%c0%ae%c0%ae/{up}{file}",
    "{up}{file}%00.js",
    "%00/{file}",
    "..;/..;/{file}",
    "./././{up}{file}",
    "file:///{file}",
    "file%3A%2F%2F%2F{coded}",
    "FILE://localhost/{file}",
    "~root/../../{file}",
]
PLACES = [
    "/",
    "/static/",
    "/static/vendor/",
    "/entity/",
    "/entity/person/",
    "/article/",
    "/api/",
    "/api/overview/",
    "/api/article?id=",
    "/api/thing?iri=",
    "/api/search?q=",
    "/api/search?q=a&type=",
    "/api/quotes?n=",
    "/resource?iri=",
    "/data?graph=",
    "/sparql?query=ASK{}&default-graph-uri=",
    "/sparql?query=SELECT*{?s?p?o}&named-graph-uri=",
    "/sparql?query=",
    "/openapi/",
    "/openapi.json/",
    "/health/",
]


@pytest.mark.parametrize("place", PLACES)
def test_no_file_of_the_machine(server: Served, place: str, tmp_path: Path) -> None:
    """Whatever way an address goes up, down or elsewhere: addresses are names of things, and no part of one ever becomes a path."""
    secret = tmp_path / "secret.ttl"
    secret.write_text("<x:a> <x:b> 'the canary sings' .", encoding="utf-8")
    parts = urlparse(server.url)
    for wanted in (secret, Path("/etc/passwd"), Path(__file__).resolve().parents[2] / "pyproject.toml"):
        file, up = str(wanted)[1:], "../" * 12
        for trick in TRICKS:
            path = place + trick.format(
                up=up, file=file, back=file.replace("/", "\\"), coded=file.replace("/", "%2f"), coded_up=up.replace("/", "%2f")
            )
            connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 0, timeout=30)
            connection.putrequest("GET", path, skip_accept_encoding=True)  # as it stands: a client would mend it first
            connection.endheaders()
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
            assert b"canary sings" not in body and b"root:" not in body and b"[project]" not in body, path
            empty = body in (b"[]", b'{"head":{},"boolean":true}') or body.endswith(b'"results":{"bindings":[]}}')
            assert answer.status in (400, 403, 404) or (answer.status == 200 and empty), (path, answer.status, body[:200])


def test_every_route_is_tried_with_paths() -> None:
    from kg.serve.app import _ROUTES

    for path, _ in _ROUTES:
        assert any(place.startswith(path.partition("{")[0].rstrip("/") or "/") for place in PLACES), path


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_is_written(server: Served, path: str, method: str) -> None:
    answer = server.send(method, path, content=b"x")
    assert answer.status_code == (404 if path == "/nothing" else 405)
    if path != "/nothing":
        assert "GET" in answer.headers["allow"] and answer.json()["allowed"]


def test_lines_cannot_steer_the_terminal(secret: Served) -> None:
    secret.get("/%1b%5b31m%0aforged%0d%00?query=private")
    seen = "".join(_lines(secret, "forged"))
    assert "GET" in seen and "\x1b" not in seen and "\nforged" not in seen and "private" not in seen


def test_queries_are_shown_on_demand(friendly: tuple[Served, Path]) -> None:
    friendly[0].get("/sparql?query=ASK%7B%20%7D")
    assert any("ASK%7B%20%7D" in line for line in _lines(friendly[0], "ASK%7B%20%7D"))


def _lines(server: Served, wanted: str) -> list[str]:
    """The lines of a server once one with ``wanted`` came, or after some seconds."""
    until = time.monotonic() + 20
    while time.monotonic() < until and not any(wanted in line for line in server.lines):
        time.sleep(0.02)
    return server.lines


def test_too_many_requests(folder: Path) -> None:
    with served(folder, "--workers", "1", "--rate", "0.1", "--quiet") as server:
        answers = [server.get("/health") for _ in range(15)]
    assert answers[0].status_code == 200 and answers[-1].status_code == 429 and answers[-1].headers["retry-after"]


def test_there_is_an_end_to_requests_at_the_same_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    from kg.serve import gate

    async def work() -> list[int]:
        told, let_go = [], asyncio.Event()

        async def slow(scope: object, receive: object, send: object) -> None:
            await let_go.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[operator]

        async def send(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                told.append(message["status"])

        async def receive() -> dict[str, object]:
            return {"type": "http.request"}

        guarded = gate.Gate(slow, Settings("x"), lambda line: None)
        asked = [asyncio.create_task(guarded(scope(), receive, send)) for _ in range(5)]
        await asyncio.sleep(0.01)
        let_go.set()
        await asyncio.gather(*asked)
        await guarded(scope(), receive, send)
        return told

    monkeypatch.setattr(gate, "MOST", 3)
    assert sorted(asyncio.run(work())) == [200, 200, 200, 200, 503, 503]


def test_who_sends_no_whole_request_is_hung_up_on(server: Served) -> None:
    """Connections that wait for ever would take all places."""
    parts = urlparse(server.url)
    place = (parts.hostname or "", parts.port or 0)
    begun = b"GET /health HTTP/1.1\r\nHost: localhost\r\n"
    with (
        socket.create_connection(place, 60) as silent,
        socket.create_connection(place, 60) as slow,
        socket.create_connection(place, 60) as good,
    ):
        slow.sendall(begun)
        good.sendall(begun + b"\r\n")
        assert good.recv(100).startswith(b"HTTP/1.1 200")
        good.sendall(begun)  # the next one on the same connection never ends
        for one in (silent, slow):
            assert one.recv(100) == b""
        while good.recv(1_000):
            pass
    assert server.get("/health").status_code == 200


def test_secrets_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every way in goes through ``hmac.compare_digest``, and nothing else decides."""
    compared: list[tuple[bytes, bytes]] = []

    def spy(told: bytes, wanted: bytes) -> bool:
        compared.append((told, wanted))
        return True

    monkeypatch.setattr(access_module.hmac, "compare_digest", spy)
    access = Access(Settings("x", token=TOKEN))
    for way in (scope(authorization="Bearer x"), scope(cookie="kg_session=x"), scope(query="token=x")):
        access.refuse(way, 0.0)
    assert [told for told, _ in compared] == [b"x"] * 3 and {wanted for _, wanted in compared} >= {TOKEN.encode()}


def test_the_rate_recovers_and_is_kept_for_few() -> None:
    access = Access(Settings("x", rate=1.0))
    for _ in range(10):
        access.refuse(scope(client="c"), 0.0)
    with pytest.raises(ProblemError, match="more than 1 requests"):
        access.refuse(scope(client="c"), 0.0)
    access.refuse(scope(client="c"), 1.5)
    for number in range(10_100):
        access.refuse(scope(client=f"c{number}"), 2.0)
    assert len(access._buckets) <= 10_000


# ---- starting


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--host", "0.0.0.0"), "KG_TOKEN"),
        (("--host", "0.0.0.0", "--token", "short"), "at least 16"),
        (("--token", "with a line end\nand more text"), "printable"),
        (("--cors", "evil"), "origin"),
        (("--allow-host", "http://x/"), "name like"),
        (("--timeout", "0"), "more than 0"),
        (("--memory", "-1"), "more than 0"),
        (("--host", "no.such.host.invalid", "--token", TOKEN), "address of this machine"),
        (("--graph", "other"), "given twice"),
    ],
)
def test_bad_settings_are_one_line(folder: Path, options: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(folder), *options]) == 1
    told = capsys.readouterr().err
    assert words in told and len(told.splitlines()) == 1 and "Traceback" not in told


def test_a_port_in_use_is_one_line(server: Served, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(folder), "--port", str(urlparse(server.url).port)]) == 1
    told = capsys.readouterr().err
    assert "--port" in told and len(told.splitlines()) == 1


def test_without_a_graph_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("no Turtle", encoding="utf-8")
    for target in (tmp_path / "nothing", broken):
        assert main(["serve", str(target), "--port", "0", "--workers", "1"]) == 1
        told = capsys.readouterr().err
        assert len(told.splitlines()) == 1 and str(target) in told
        assert ("run kg build first" in told) != ("is no valid ttl file" in told)
        assert told.count("build it again") <= 1


def test_the_browser_opens(friendly: tuple[Served, Path]) -> None:
    server, seen = friendly
    until = time.monotonic() + 20
    while time.monotonic() < until and not (seen.exists() and seen.read_text().strip()):
        time.sleep(0.05)
    assert seen.read_text().strip() == server.url


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("::1", True), ("[::1]", True), ("localhost", True), ("0.0.0.0", False), ("example.org", False)],
)
def test_loopback(host: str, alone: bool) -> None:
    assert loopback(host) is alone
    if not alone:
        with pytest.raises(KgError):
            checked(Settings("x", host=host))
        checked(Settings("x", host=host, token=TOKEN))


def test_settings_do_not_show_the_token() -> None:
    assert TOKEN not in repr(Settings("x", token=TOKEN))


# ---- the same decisions without a server


def scope(path: str = "/", method: str = "GET", query: str = "", client: str = "127.0.0.1", **headers: str) -> dict[str, object]:
    told = [(name.replace("_", "-").encode(), value.encode()) for name, value in {"host": "localhost", **headers}.items()]
    return {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": told, "client": (client, 1)}


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (scope(), 401),
        (scope("/health"), 0),
        (scope(method="OPTIONS"), 0),
        (scope(authorization=f"Bearer {TOKEN}"), 0),
        (scope(authorization=f"bearer  {TOKEN} "), 0),
        (scope(authorization=f"Bearer {TOKEN}x"), 401),
        (scope(authorization="Bearer é"), 401),
        (scope(cookie="a=b; kg_session=no"), 401),
        (scope(query=f"token={TOKEN}"), 303),
        (scope(query=f"token={TOKEN}", method="POST"), 401),
        (scope(query="token=%FF"), 400),
        (scope(host="evil.example"), 421),
        (scope(origin="https://evil.example", authorization=f"Bearer {TOKEN}"), 403),
        (scope(origin="https://notes.example", authorization=f"Bearer {TOKEN}"), 0),
        (scope(origin="http://localhost", authorization=f"Bearer {TOKEN}"), 0),
    ],
)
def test_decisions(asked: dict[str, object], status: int) -> None:
    access = Access(Settings("x", token=TOKEN, cors="https://notes.example"))
    try:
        early = access.refuse(asked, 0.0)
        found = early.status_code if early else 0
    except ProblemError as error:
        found = error.status
    assert found == status


def test_a_cookie_of_the_login_is_enough() -> None:
    access = Access(Settings("x", token=TOKEN))
    login = access.refuse(scope("/a", query=f"x=1&token={TOKEN}&y=%C3%A9"), 0.0)
    assert login is not None and login.headers["location"] == "/a?x=1&y=%C3%A9"
    cookie = login.headers["set-cookie"].partition(";")[0]
    assert access.refuse(scope(cookie=f"other=1; {cookie}"), 0.0) is None
    assert Access(Settings("x", token=TOKEN + "2")).cors(scope()) == {}


@pytest.mark.parametrize(
    ("allowed", "origin", "told"),
    [
        ("*", "https://a.example", "*"),
        ("https://a.example", "https://a.example", "https://a.example"),
        ("https://a.example", "https://b.example", None),
    ],
)
def test_cors(allowed: str, origin: str, told: str | None) -> None:
    access = Access(Settings("x", cors=allowed))
    for method in ("GET", "OPTIONS"):
        found = access.cors(scope(method=method, origin=origin))
        assert found.get("Access-Control-Allow-Origin") == told and found["Vary"] == "Origin"
        assert ("Access-Control-Allow-Methods" in found) is (method == "OPTIONS" and told is not None)
