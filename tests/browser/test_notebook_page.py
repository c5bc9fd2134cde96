"""The explorer inside a notebook: a frame of its own in somebody else's page, without any network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fixtures import made_up
from kg.graph import Graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page


@pytest.fixture(params=[False])
def notebook(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Page, Frame]]:
    """A page that shows the object as a notebook does, and the explorer's frame in it; the parameter is ``ask``."""
    shown = Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()).view(height=600, ask=request.param)
    file = tmp_path / "notebook.html"
    file.write_text(f"<!DOCTYPE html><meta charset='utf-8'><title>n</title><h1>Notebook</h1>{shown._repr_html_()}", encoding="utf-8")
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    context.set_offline(True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda message: faults.append(f"{message.type}: {message.text}") if message.type in ("error", "warning") else None)
    page.on("request", lambda request: faults.append(request.url) if request.url.startswith("http") else None)
    page.goto(file.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector("html[data-ready=yes]")
    yield page, frame
    context.close()
    assert not faults


def test_it_works_in_its_frame(notebook: tuple[Page, Frame]) -> None:
    page, frame = notebook
    assert page.locator("iframe").bounding_box()["height"] >= 600  # type: ignore[index]
    assert "2 articles" in frame.locator("#counts").inner_text()
    frame.locator("#search-box input").fill("jane")
    frame.locator("#search-box input").press("ArrowDown")
    frame.locator("#search-box input").press("Enter")
    frame.wait_for_selector("#panel h2")
    assert "Jane Roe" in frame.locator("#panel").inner_text()
    assert "Director" in frame.locator("#panel").inner_text()


def test_what_is_looked_at_stays_inside_the_frame(notebook: tuple[Page, Frame]) -> None:
    page, frame = notebook
    address = page.url
    frame.evaluate("kg.show.thing(0)")
    assert frame.evaluate("kg.state.get().id") == frame.evaluate("kg.data.things[0].id")
    frame.evaluate("kg.show.fact(0)")
    frame.wait_for_selector("#panel blockquote")
    frame.evaluate("history.back()")
    frame.wait_for_function("kg.state.get().fact === '' && kg.state.get().id === kg.data.things[0].id")
    assert frame.url.startswith("about:srcdoc") and page.url == address
    assert page.locator("h1").inner_text() == "Notebook"


def test_it_cannot_reach_the_notebook(notebook: tuple[Page, Frame]) -> None:
    _, frame = notebook
    reach = "() => { try { return window.parent.document.title; } catch (error) { return error.name; } }"
    assert frame.evaluate(reach) == "SecurityError"
    assert frame.evaluate("window.origin") == "null"


def test_skipping_leads_to_the_view_and_not_out_of_it(notebook: tuple[Page, Frame]) -> None:
    _, frame = notebook
    frame.locator("a.skip").focus()
    frame.locator("a.skip").press("Enter")
    assert frame.evaluate("document.activeElement.id") == "main"
    assert frame.locator("#counts").count() == 1
    assert frame.locator("#copy").count() == 0


def test_a_link_to_an_article_opens_a_window_of_its_own(notebook: tuple[Page, Frame]) -> None:
    page, frame = notebook
    frame.evaluate("kg.show.fact(0)")
    with page.context.expect_page() as opened:
        frame.locator("#panel a[target=_blank]").first.click()
    assert opened.value is not page
    assert page.locator("h1").inner_text() == "Notebook"


@pytest.mark.parametrize("notebook", [True], indirect=True)
def test_questions_are_answered_inside_the_frame(notebook: tuple[Page, Frame]) -> None:
    _, frame = notebook
    frame.locator("#tab-ask").click()
    frame.get_by_role("button", name="Who organizes which event?").click()
    frame.get_by_role("button", name="Ask", exact=True).click()
    frame.get_by_text("Alba Fair").first.wait_for(timeout=20_000)
    assert frame.url.startswith("about:srcdoc")
