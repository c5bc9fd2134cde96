"""The page as a reader meets it: from disk, without any network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fixtures import made_up
from kg.explore.picture import picture
from kg.graph import Graph
from kg.view import page as draw
from kg.view.html import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZE = {"width": 1400, "height": 900}


class Window:
    """A page that was opened offline, and everything that went wrong in it."""

    def __init__(self, browser: Browser, path: Path, dark: bool = False, width: int = 1400) -> None:
        self.context = browser.new_context(viewport=SIZE | {"width": width}, color_scheme="dark" if dark else "light")
        self.context.set_offline(True)
        self.faults: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.faults.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", lambda request: self.faults.append(f"request: {request.url}"))
        self.page.goto(path.as_uri())
        self.page.wait_for_function("window.kg !== undefined")
        self.faults.remove(f"request: {path.as_uri()}")

    def id_of(self, name: str) -> str:
        """The id of the thing of this name."""
        script = "name => Object.entries(window.kg.card.things).find(([, thing]) => thing.name === name)[0]"
        return str(self.page.evaluate(script, name))

    def click(self, name: str) -> None:
        """Click where the thing stands on the drawing."""
        self.page.wait_for_timeout(80)
        at = self.page.evaluate("id => window.kg.at(id)", self.id_of(name))
        self.page.locator("#network").click(position={"x": at["x"], "y": at["y"]})
        self.page.wait_for_timeout(80)

    def card(self) -> str:
        return self.page.locator("#card").inner_text()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "made up.html"
    file.write_text(draw(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())), encoding="utf-8")
    return file


@pytest.fixture
def window(browser: Browser, path: Path) -> Iterator[Window]:
    opened = Window(browser, path)
    yield opened
    faults = opened.faults
    opened.context.close()
    assert not faults, faults


def test_it_opens_and_counts(window: Window) -> None:
    assert window.page.locator("#counts").inner_text() == "2 articles · 12 things · 16 facts"
    assert window.page.locator("#network canvas").count() == 1
    assert "word for word" in window.card()


def test_something_is_drawn_and_every_thing_is_in_view(window: Window) -> None:
    drawn = window.page.evaluate(
        """() => { const canvas = document.querySelector("#network canvas");
        const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        let inked = 0; for (let i = 3; i < data.length; i += 4) if (data[i]) inked += 1; return inked; }"""
    )
    assert drawn > 5000
    size = window.page.locator("#network").bounding_box()
    assert size
    for id_ in window.page.evaluate("() => window.kg.visible()"):
        at = window.page.evaluate("id => window.kg.at(id)", id_)
        assert 0 < at["x"] < size["width"] and 0 < at["y"] < size["height"]


def test_a_search_leads_to_the_thing(window: Window) -> None:
    window.page.keyboard.press("/")
    window.page.keyboard.type("jané ro")  # diacritics and case aside
    assert (
        window.page.locator("#found li").all_inner_texts() == ["Jane Roe official"]
        or "Jane Roe" in window.page.locator("#found li").first.inner_text()
    )
    window.page.keyboard.press("Enter")
    assert window.card().startswith("Jane Roe")
    window.page.keyboard.press("Escape")


def test_a_search_finds_other_names_and_says_when_there_are_none(window: Window) -> None:
    window.page.fill("#search", "bot")
    assert "Bureau of Trade" in window.page.locator("#found li").first.inner_text()
    window.page.fill("#search", "nobody at all")
    assert window.page.locator("#found li").inner_text() == "no such name"
    window.page.keyboard.press("Enter")
    window.page.keyboard.press("Escape")
    assert window.page.locator("#found").is_hidden()


def test_a_click_on_a_thing_shows_facts_status_and_quote(window: Window) -> None:
    window.click("Jane Roe")
    card = window.card()
    assert card.startswith("Jane Roe") and "also Dr Roe, Roe" in card
    assert "Director" in card and "held" in card and "former" in card
    window.page.locator("#card summary").first.click()
    quote = window.page.locator("#card blockquote", has_text="opened the Fair").first.inner_text()
    assert quote.startswith("Jane Roe, Director of the Bureau, opened the Fair in Port Alba.")
    assert 'Fair "opens" <b>' in quote and "2024-07-29" in quote and "Alba News" in quote


def test_a_click_on_an_edge_shows_its_fact(window: Window) -> None:
    source, target = window.id_of("Borduria"), window.id_of("Alba")
    at = window.page.evaluate(
        """([a, b]) => { const one = window.kg.at(a), other = window.kg.at(b);
        return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }; }""",
        [source, target],
    )
    found = window.page.evaluate("at => window.kg.network.getEdgeAt(at)", at)
    assert found is not None
    window.page.locator("#network").click(position={"x": at["x"], "y": at["y"]})
    window.page.wait_for_timeout(80)
    assert "Borduria" in window.card() and "Alba" in window.card()
    assert window.page.locator("#card blockquote").first.is_visible()


def test_a_link_in_the_card_leads_on(window: Window) -> None:
    window.click("Jane Roe")
    window.page.locator("#card button.thing", has_text="Bureau of Trade").first.click()
    assert window.card().startswith("Bureau of Trade")
    window.page.keyboard.press("Escape")
    assert "word for word" in window.card()


def test_the_legend_switches_types_off_and_on(window: Window) -> None:
    person = window.id_of("Jane Roe")
    box = window.page.locator('#legend input[data-type="Official"]')
    box.uncheck()
    assert person not in window.page.evaluate("() => window.kg.visible()")
    assert window.page.evaluate("id => window.kg.network.body.nodes[id].options.hidden", person) is True
    window.page.locator('#legend input[data-type="Official"]').check()
    assert person in window.page.evaluate("() => window.kg.visible()")


def test_what_is_only_mentioned_can_be_shown(window: Window) -> None:
    law = window.id_of("Land Law")
    assert law not in window.page.evaluate("() => window.kg.visible()")
    window.page.locator("#mentioned").check()
    assert law in window.page.evaluate("() => window.kg.visible()")


def test_text_of_articles_stays_text(window: Window) -> None:
    window.page.fill("#search", "acme")
    window.page.keyboard.press("Enter")
    assert "<script>alert(1)</script>" in window.card()
    assert window.page.locator("#card script").count() == 0


def test_light_and_dark(browser: Browser, path: Path) -> None:
    grounds = set()
    for dark in (False, True):
        window = Window(browser, path, dark=dark)
        button = window.page.locator("#theme")
        before = window.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert button.inner_text() == ("Light" if dark else "Dark")
        button.click()
        after = window.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert before != after
        grounds |= {before, after}
        assert not window.faults
        window.context.close()
    assert len(grounds) == 2


def test_keys_alone_reach_everything(window: Window) -> None:
    window.page.keyboard.press("Tab")
    assert window.page.evaluate("() => document.activeElement.id") == "search"
    window.page.locator("#network").focus()
    before = window.page.evaluate("() => [window.kg.network.getViewPosition().x, window.kg.network.getScale()]")
    window.page.keyboard.press("ArrowRight")
    window.page.keyboard.press("+")
    after = window.page.evaluate("() => [window.kg.network.getViewPosition().x, window.kg.network.getScale()]")
    assert after[0] > before[0] and after[1] > before[1]


def test_a_narrow_screen_has_the_cards_below(browser: Browser, path: Path) -> None:
    window = Window(browser, path, width=480)
    drawing, aside = (window.page.locator(part).bounding_box() for part in ("#network", "aside"))
    assert drawing and aside and aside["y"] >= drawing["y"] + drawing["height"] - 1
    assert not window.faults
    window.context.close()


@pytest.mark.parametrize("width", [360, 1400])
def test_a_card_begins_at_its_name(browser: Browser, path: Path, width: int) -> None:
    window = Window(browser, path, width=width)
    window.page.evaluate("document.querySelector('#card').style.paddingBottom = '3000px'")  # a card that is long
    window.page.keyboard.press("/")
    window.page.keyboard.type("jane")
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Enter")
    window.page.wait_for_timeout(200)
    name = "document.querySelector('#card h2').getBoundingClientRect().top - document.querySelector('aside').getBoundingClientRect().top"
    assert 0 <= window.page.evaluate(name) < 40
    window.context.close()
    assert not window.faults


def test_a_thousand_things_are_ready_soon(browser: Browser, tmp_path: Path) -> None:
    where = {"article": "a", "start": "0", "end": "5", "quote": "words"}
    ties = [
        {"subject": f"i:{i}", "subjectName": f"Thing number {i}", "relation": "exports_to", "object": f"i:{i // 4}", **where}
        | {"objectName": f"Thing number {i // 4}"}
        for i in range(1, 1000)
    ]
    file = tmp_path / "large.html"
    file.write_text(render(picture({"ties": ties})), encoding="utf-8")
    window = Window(browser, file)
    ready = window.page.evaluate("() => performance.now()")
    assert ready < 15_000
    assert len(window.page.evaluate("() => window.kg.visible()")) == 150
    window.page.locator("#most").fill("500")
    window.page.locator("#most").dispatch_event("change")
    assert len(window.page.evaluate("() => window.kg.visible()")) == 500
    window.page.fill("#search", "number 999")
    window.page.keyboard.press("Enter")
    assert "i:999" in window.page.evaluate("() => window.kg.visible()")
    assert not window.faults
    window.context.close()
