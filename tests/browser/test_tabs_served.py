"""The tabs where quotes, texts and the map's shapes come from a server that allows its own scripts and styles alone."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from fixtures import told
from kg.explore import Explorer, assets, shell

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data: blob:; base-uri 'none'; form-action 'none'"
)


class Answering(BaseHTTPRequestHandler):
    """The few routes that the page asks."""

    explorer = Explorer(told.graph())

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        media, data = "application/json", b""
        if url.path == "/":
            media, data = "text/html; charset=utf-8", shell("Served").encode()
        elif url.path.startswith("/static/"):
            data, media = assets()[url.path.removeprefix("/static/")]
        elif url.path == "/api/overview":
            data = json.dumps(self.explorer.overview()).encode()
        elif url.path == "/api/quotes":
            data = json.dumps(self.explorer.quotes(int(n) for n in asked["n"].split(","))).encode()
        elif url.path == "/api/article":
            data = json.dumps(self.explorer.article(asked["id"])).encode()
        self.send_response(200 if data else 404)
        for name, value in (("Content-Type", media), ("Content-Length", str(len(data))), ("Content-Security-Policy", POLICY)):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
    opened.on("pageerror", lambda error: faults.append(f"error: {error}"))
    opened.on("request", lambda request: faults.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None)
    opened.goto(address)
    opened.wait_for_selector("html[data-ready=yes]")
    yield opened
    context.close()
    assert not faults, faults


def test_every_tab_works_under_the_servers_policy(page: Page) -> None:
    page.get_by_role("tab", name="Figures").click()
    assert page.locator("#view-figures .plot circle").count() == 2
    page.get_by_role("tab", name="Events").click()
    assert page.locator("#view-events .mark").count() == 4
    page.get_by_role("tab", name="Map").click()
    page.locator("#view-map .world").wait_for()
    assert page.locator("#view-map .spot").count() == 4
    page.get_by_role("tab", name="Articles").click()
    page.get_by_role("button", name="Read Hanoi").click()
    page.locator(".reader .told").first.wait_for()
    assert page.locator(".reader h3").all_inner_texts() == ["Hanoi 😀 fair draws firms from Japan", "Exports"]


def test_pictures_and_tables_are_made_in_the_browser(page: Page) -> None:
    page.get_by_role("tab", name="Map").click()
    page.locator("#view-map .world").wait_for()
    with page.expect_download() as waiting:
        page.locator("#view-map .save button", has_text="PNG").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"\x89PNG")
    page.locator(".takeaway summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Facts as CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(found) == len(told.FACTS) and all(row["quote"] for row in found)
