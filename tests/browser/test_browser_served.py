"""The explorer as kg serve sends it: it runs under the server's policy and asks this server for everything, nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from fixtures import made_up
from fixtures.served import Served, served
from kg._output import write
from kg.graph import Graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("explored") / "graphs"
    with Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()) as graph:
        write(graph, folder, "news")
    with served(folder, "--workers", "1", "--quiet", environment={"KG_TOKEN": "correct-horse-battery-staple"}) as found:
        yield found


def test_the_explorer_runs(browser: Browser, server: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{server.url}/?token=correct-horse-battery-staple")
    assert page.url.rstrip("/") == server.url
    for _ in range(300):  # to wait for a condition in the page playwright would need eval, which the policy forbids
        if page.evaluate("Boolean(window.kg && window.kg.data && window.kg.data.things.length)"):
            break
        page.wait_for_timeout(100)
    names = page.evaluate("window.kg.data.things.map((thing) => thing.name)")
    assert "Jane Roe" in names
    quotes = page.evaluate("window.kg.load.quotes([0, 1])")
    assert len(quotes) == 2 and all(len(quote) == 4 for quote in quotes)
    told = page.evaluate("window.kg.load.sparql('ASK { ?s a kg:Person }').then((response) => response.json())")
    assert told["boolean"] is True
    page.goto(f"{server.url}/entity/person/jane-roe")
    assert page.locator("h1").inner_text() == "Jane Roe" and page.locator("blockquote").count() > 0
    page.goto(f"{server.url}/openapi")
    assert "/sparql" in page.locator("main").inner_text()
    assert not faults
    assert all(url.startswith((server.url, "data:", "blob:")) for url in asked)
    context.close()


def test_while_the_graph_is_read_the_page_says_so(browser: Browser, server: Served) -> None:
    context = browser.new_context(extra_http_headers={"Authorization": "Bearer correct-horse-battery-staple"})
    page = context.new_page()
    held: list[Route] = []
    page.route("**/api/overview", lambda route: held.append(route))  # answered when the test says so
    page.goto(server.url)
    note = page.locator("p.wait[role=status]")
    note.filter(has_text="The graph is being read").wait_for()
    for _ in range(300):
        if held:
            break
        page.wait_for_timeout(20)
    held[0].continue_()
    page.locator("html[data-ready=yes]").wait_for()
    assert note.count() == 0 and page.locator(".fault").count() == 0
    context.close()
