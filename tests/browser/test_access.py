"""What axe-core finds wrong for readers with a screen reader, a keyboard alone or weak sight: nothing serious, in every view and state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.opened import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

GRAVE = ("serious", "critical")
SHOWN = "kg.data.facts.findIndex((fact) => fact.r === 'Director')"
TABS = ("Network", "Table", "Figures", "Events", "Map", "Articles", "Ask")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("access"))


@pytest.fixture(params=[(1400, False), (1400, True), (360, True)], ids=["wide light", "wide dark", "360 dark"])
def page(browser: Browser, path: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page with axe in it. Only here the page's own policy is put aside: it would refuse a script that is not its own."""
    from axe_playwright_python.base import AXE_SCRIPT

    width, dark = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light", reduced_motion="reduce", bypass_csp=True
    )
    context.set_offline(True)
    context.add_init_script(AXE_SCRIPT)
    opened = context.new_page()
    opened.goto(path.as_uri())
    opened.wait_for_selector("html[data-ready=yes]")
    yield opened
    context.close()


def grave(page: Page, where: str) -> list[str]:
    """What is serious or critical here, in axe's words."""
    found: dict[str, Any] = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert len(found["passes"]) > 10, "axe looked at nothing"
    return [
        f"{where}: {rule['id']} ({rule['impact']}): {node['html'][:160]}"
        for rule in found["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def test_nothing_serious_is_found(page: Page) -> None:
    faults: list[str] = []
    for name in TABS:
        page.get_by_role("tab", name=name, exact=True).click()
        if name == "Map":
            page.locator(".world").wait_for()
        if name == "Ask":
            page.evaluate("document.querySelector('.ask-questions').open = true")
            page.locator("[data-question=statistics]").click()
            page.locator(".ask-table").wait_for()
            faults += grave(page, "answer as a table")
            page.get_by_role("button", name="Chart", exact=True).click()
            page.locator(".ask-plot").wait_for()
        faults += grave(page, name)
    page.get_by_role("tab", name="Network", exact=True).click()
    states = [
        ("card", "kg.show.thing(kg.data.things.findIndex((thing) => thing.name === 'Vietnam'))"),
        ("evidence", f"kg.show.fact({SHOWN})"),
        ("reader", f"kg.show.article(kg.data.facts[{SHOWN}].articles[0], kg.data.facts[{SHOWN}].q[0])"),
        ("pair and narrowing", "kg.closeAll(); kg.show.pair(0, 1); kg.state.set({ status: ['planned'], from: '2024-01-01' })"),
        ("path", "kg.closeAll(); kg.state.set({ status: [], from: '', path: [kg.data.things[0].id, kg.data.things[1].id] })"),
        ("nothing left", "kg.closeAll(); kg.state.set({ from: '1900-01-01', to: '1900-01-02' })"),
        ("help", "kg.state.set({ from: '', to: '' }); kg.help()"),
    ]
    for name, script in states:
        page.evaluate(f"() => {{ {script}; }}")
        if name == "reader":
            page.locator(".told.wanted").first.wait_for()
        faults += grave(page, name)
    page.keyboard.press("Escape")
    for words in ("han", "nobody of this name"):
        page.fill("#search", words)
        page.locator("#found li").first.wait_for()
        faults += grave(page, f"search for {words}")
    page.fill("#search", "")
    page.locator(".takeaway summary").click()
    faults += grave(page, "take away")
    page.keyboard.press("Escape")
    if page.locator("#narrow").is_hidden():
        page.locator("#narrow-button").click()
    page.get_by_role("combobox", name="Country").fill("no such land")
    faults += grave(page, "narrowing")
    assert not faults, "\n".join(faults)
