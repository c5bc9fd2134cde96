"""The Ask tab behind a real kg serve: the server answers, under its policy, and nobody else is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fixtures import made_up
from fixtures.served import Served, served
from kg._output import write
from kg.graph import Graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("asked") / "graphs"
    with Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()) as graph:
        write(graph, folder, "news")
    with served(folder, "--workers", "1", "--quiet") as found:
        yield found


@pytest.fixture
def page(browser: Browser, server: Served) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    refused = "the server responded with a status of 4"  # the browser's own line for a query that the server refused, as is asked for here
    opened.on("console", lambda message: None if refused in message.text else faults.append(f"{message.type}: {message.text}"))
    opened.on("pageerror", lambda error: faults.append(f"error: {error}"))
    own = (server.url, "data:", "blob:")
    opened.on("request", lambda request: None if request.url.startswith(own) else faults.append(f"request: {request.url}"))
    opened.goto(f"{server.url}/#view=ask")
    opened.locator("html[data-ready=yes]").wait_for(state="attached")
    yield opened
    context.close()
    assert not faults, faults


def ask(page: Page, query: str) -> str:
    page.evaluate("query => document.querySelector('.CodeMirror').CodeMirror.setValue(query)", query)
    page.get_by_role("button", name="Ask", exact=True).click()
    return head(page)


def head(page: Page) -> str:
    """What the head says once the answer is there."""
    page.locator("#view-ask[aria-busy=false]").wait_for(state="attached")
    return page.locator("div.ask-head").inner_text()


def test_every_question_and_example_is_answered(page: Page) -> None:
    names = page.locator(".ask-questions button").evaluate_all("buttons => buttons.map((button) => button.dataset.question)")
    assert len(names) >= 22
    for name in names:
        page.locator(f"[data-question='{name}']").click()
        assert "No answer" not in head(page), name
    page.locator("[data-question=posts]").click()
    assert head(page).startswith("3 rows")
    assert page.locator(".ask-table tbody tr").count() == 3


def test_an_answer_leads_to_the_evidence_and_to_files(page: Page) -> None:
    assert ask(page, "SELECT ?who ?tenure WHERE { ?tenure kg:holder ?who } ORDER BY ?tenure").startswith("2 rows")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert Path(waiting.value.path()).read_text(encoding="utf-8").startswith("who,tenure\n")
    page.locator(".ask-open", has_text="tenure:roe-director").first.click()
    page.locator("#panel blockquote").first.wait_for()
    assert "opened the Fair in Port Alba" in page.locator("#panel").inner_text()


def test_a_construct_is_a_network_and_turtle(page: Page) -> None:
    assert ask(page, "CONSTRUCT { ?a kg:exportsTo ?b } WHERE { ?a kg:exportsTo ?b }").startswith("1 triple")
    assert page.locator(".ask-picture .ask-node").count() == 2
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Turtle", exact=True).click()
    assert "exportsTo" in Path(waiting.value.path()).read_text(encoding="utf-8")


def test_what_the_server_refuses_is_told_in_words(page: Page) -> None:
    assert "is not understood" in ask(page, "SELECT ?x WHERE {\n ?x kg:holder } }")
    assert "must not call other machines" in ask(page, "SELECT * WHERE { SERVICE <http://other.example/> { ?x ?y ?z } }")
    assert "is missing" in ask(page, "DELETE WHERE { ?x ?y ?z }")
    assert ask(page, "ASK { person:jane-roe a kg:Person }").startswith("Yes")  # and it goes on
