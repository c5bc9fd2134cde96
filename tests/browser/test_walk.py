"""A walk through the explorer as one who never saw it takes it: all that the page promises, clicked or typed, offline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.opened import Opened
from fixtures import told
from kg.explore import Explorer
from kg.explore import page as draw
from kg.graph import Graph
from kg.types import Evidence, Fact

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

BEFORE = "Talks in Tokyo are planned for 2025."


def acting() -> Fact:
    """The other article, three months older, calls the Director an Acting Director."""
    start = told.ACCORD.source.index(BEFORE)
    evidence = Evidence(told.ACCORD.id, start, start + len(BEFORE), BEFORE)
    post = (("person", "person:an"), ("organization", "agency:bureau"))
    return Fact("tenure:acting", "post", post, (("title", "Acting Director"),), "held", (evidence,), reason="made up")


@pytest.fixture(scope="module")
def whole(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    file = tmp_path_factory.mktemp("walk") / "walk.html"
    graph = Graph.from_resolution(replace(told.RESOLUTION, facts=(*told.FACTS, acting())))
    file.write_text(draw(Explorer(graph), "Walk"), encoding="utf-8")
    page = Opened(browser, file)
    yield page
    page.close()


@pytest.fixture
def opened(whole: Opened) -> Iterator[Opened]:
    """The one page, brought back to its beginning for each step of the walk; what goes wrong in a step fails that step."""
    whole.page.evaluate("kg.state.set({ ...kg.state.EMPTY, sparql: '', answer: '' })")
    yield whole
    assert not whole.faults, whole.faults


def number(opened: Opened, name: str) -> int:
    return int(opened.page.evaluate("name => kg.data.things.findIndex((thing) => thing.name === name)", name))


def card(opened: Opened, name: str) -> None:
    opened.page.evaluate("i => kg.show.thing(i)", number(opened, name))
    assert opened.page.locator("#panel-title").inner_text() == name


def shown(opened: Opened) -> set[str]:
    return set(opened.page.evaluate("kg.cy.nodes().map((node) => kg.data.things[node.data('i')].name)"))


def left(opened: Opened, group: str, value: str) -> str:
    row = opened.page.locator(f'#narrow [data-group="{group}"] li', has=opened.page.locator(f'[data-value="{value}"]'))
    return row.locator(".n").inner_text()


def focused(where: Locator) -> bool:
    return bool(where.evaluate("el => el === document.activeElement"))


def test_the_search_is_by_keys_alone(opened: Opened) -> None:
    search = opened.page.locator("#search")
    opened.page.locator("#network").focus()
    opened.page.keyboard.press("/")
    assert focused(search)
    opened.page.keyboard.type("phạm văn")
    assert "Pham Van An" in opened.page.locator("#found li").first.inner_text()
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel-title").inner_text() == "Pham Van An" and focused(opened.page.locator("#panel-title"))
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel").is_hidden()


def test_a_card_tells_all_and_its_evidence_stands_side_by_side(opened: Opened) -> None:
    card(opened, "Vietnam")
    assert "GeoNames" in opened.page.locator("#panel .links").inner_text()
    for heading in ("PARTIES TO AGREEMENTS", "TAKING PART", "FIGURES", "TIES", "ARTICLES"):
        assert heading in opened.panel().upper()
    assert "January to June 2024" in opened.panel() and "told 4 June 2024" in opened.panel()
    card(opened, told.FORMULA)
    assert "=SUM(A1) is no formula" in opened.panel() and "-1+1" in opened.panel()
    card(opened, "Hanoi Fair")
    opened.page.locator("#panel button.evidence").first.click()
    opened.page.locator("#panel blockquote").first.wait_for()
    caption = opened.page.locator("#panel figcaption").first.inner_text()
    assert "Hanoi 😀 fair draws firms" in caption and "Hanoi News · 4 June 2024" in caption


def test_disagreement_is_shown_with_dates_and_leads_into_the_text(opened: Opened) -> None:
    card(opened, "Pham Van An")
    post = opened.page.locator("#panel .fact", has_text="Acting Director")
    post.locator("button.evidence").click()
    others = opened.page.locator("#panel section", has_text="other facts say of the same").inner_text()
    assert "Director, Trade Bureau" in others and "from May 2024" in others and "told 4 June 2024" in others
    assert "told March 2024" in opened.page.locator("#panel .lone").inner_text()
    assert "Is so, or took place." in str(opened.page.locator("#panel .lone .status").get_attribute("title"))
    opened.page.get_by_role("button", name="Read in the article").click()
    opened.page.locator(".told.wanted").first.wait_for()
    assert opened.page.locator(".told.wanted").first.inner_text() == BEFORE


def test_back_leads_to_where_one_was(opened: Opened) -> None:
    card(opened, "Vietnam")
    last = opened.page.locator("#panel .fact button.evidence").last
    opened.page.evaluate("document.getElementById('panel').style.height = '20rem'")  # a low screen
    last.click()
    opened.page.locator("#panel blockquote").first.wait_for()
    opened.page.get_by_role("button", name="Back").click()
    again = opened.page.locator("#panel .fact button.evidence").last
    assert opened.page.locator("#panel-title").inner_text() == "Vietnam" and focused(again)
    assert opened.page.evaluate("document.getElementById('panel').scrollTop") > 0
    opened.page.evaluate("document.getElementById('panel').removeAttribute('style')")


def test_counts_follow_the_narrowing_and_a_link_reopens_it(opened: Opened, browser: Browser) -> None:
    assert (left(opened, "types", "Country"), left(opened, "kinds", "post"), left(opened, "status", "planned")) == ("3", "2", "3")
    opened.page.locator('#narrow [data-group="kinds"] li', has_text=re.compile("^Ties")).hover()
    opened.page.locator('#narrow [data-group="kinds"]').get_by_role("button", name="Only Ties").click()
    # a group's own boxes say what each would bring, the others what is left
    assert (left(opened, "types", "Country"), left(opened, "kinds", "post"), left(opened, "status", "planned")) == ("2", "2", "0")
    link = opened.page.evaluate("kg.state.link()")
    again = Opened(browser, Path(link.split("#")[0].removeprefix("file://")), "#" + link.split("#")[1])
    assert shown(again) == shown(opened) == {"Japan", "Vietnam"} and left(again, "types", "Country") == "2"
    again.close()
    opened.page.get_by_label("From day").fill("1990-01-01")
    opened.page.get_by_label("Until day").fill("1990-01-02")
    opened.page.keyboard.press("Tab")
    assert shown(opened) == set() and "1 January 1990 to 2 January 1990" in opened.page.locator("#chips").inner_text()
    opened.page.get_by_role("button", name="Show everything").click()
    assert left(opened, "status", "planned") == "3" and opened.page.get_by_text("Nothing is left after").is_hidden()


def test_expanding_by_one_relation(opened: Opened) -> None:
    opened.page.evaluate("kg.state.set({ types: ['Country'], most: '1' })")
    card(opened, "Vietnam")
    opened.page.evaluate("kg.state.set({ types: [], kinds: [] })")
    before = shown(opened)
    opened.page.locator(".by-kind summary").click()
    opened.page.get_by_role("button", name="Expand by parties to agreements: 1 neighbour").click()
    assert shown(opened) == before | {"Port Accord"} and "1 expanded" in opened.page.locator("#chips").inner_text()
    link = opened.page.evaluate("kg.state.link()")
    assert "expand=country/vietnam+signatory" in link
    opened.page.get_by_role("button", name="Expand 3", exact=True).click()
    assert {"Japan", "talks"} <= shown(opened) and "1 expanded" in opened.page.locator("#chips").inner_text()


def test_a_path_from_one_to_another(opened: Opened) -> None:
    card(opened, "Port Accord")
    opened.page.get_by_role("button", name="Path to").click()
    opened.page.keyboard.type("talks")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel .stop").all_inner_texts() == ["Port Accord", "Vietnam", "talks"]


def test_tabs_by_keys(opened: Opened) -> None:
    opened.page.locator("#tab-network").focus()
    for key, name in (("End", "ask"), ("Home", "network"), ("ArrowRight", "table"), ("ArrowRight", "figures")):
        opened.page.keyboard.press(key)
        assert focused(opened.page.locator(f"#tab-{name}"))
    assert opened.page.locator("#view-figures .plot circle").count() > 0
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#view-events .mark").count() > 0
    opened.page.keyboard.press("ArrowRight")
    opened.page.locator("#view-map .spot").first.wait_for()


def test_questions_are_answered_and_taken_away(opened: Opened) -> None:
    opened.tab("Ask")
    opened.page.locator("[data-question=statistics]").click()
    opened.page.locator(".ask-table").wait_for()
    opened.page.get_by_role("button", name="Chart", exact=True).click()
    opened.page.locator(".ask-plot").wait_for()
    name, data = opened.saved(lambda: opened.page.get_by_role("button", name="JSON", exact=True).click())
    assert name == "answer.json" and len(json.loads(data)["results"]["bindings"]) == 4
    for kind, start in (
        ("PNG", b"\x89PNG"),
        ("SVG", b"<"),
        ("GraphML", b"<?xml"),
        ("Turtle", b"@prefix"),
        ("Facts as CSV", b"\xef\xbb\xbf"),
    ):
        opened.tab("Network")
        opened.page.locator(".takeaway summary").click()
        button = opened.page.locator(".takeaway-list").get_by_role("button", name=kind, exact=True)
        assert opened.saved(button.click)[1].startswith(start), kind


def test_on_a_telephone_the_sheet_of_filters_comes_and_goes(browser: Browser, whole: Opened) -> None:
    small = Opened(browser, Path(whole.page.url.split("#")[0].removeprefix("file://")), width=360)
    assert small.page.locator("h1").evaluate("el => el.scrollWidth <= el.clientWidth")
    sheet = small.page.locator("#narrow")
    small.page.locator("#narrow-button").click()
    assert sheet.is_visible() and focused(sheet.locator("input").first)
    small.page.keyboard.press("Escape")
    assert sheet.is_hidden() and focused(small.page.locator("#narrow-button"))
    small.page.locator("#narrow-button").click()
    small.page.locator("#network").click(position={"x": 340, "y": 30})
    assert sheet.is_hidden()
    small.tab("Ask")
    small.page.locator(".ask-questions summary").click()
    small.page.locator("[data-question=posts]").click()
    small.page.locator(".ask-table").wait_for()
    assert small.page.locator(".ask-questions ul").first.is_hidden()  # the answer has the room
    small.close()
