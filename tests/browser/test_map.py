"""The tab of the map in the browser: what has a position is drawn, nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.opened import Opened, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("map"))


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    page = Opened(browser, path, "#view=map")
    page.page.locator("#view-map .world").wait_for()
    yield page
    page.close()


def part(opened: Opened, title: str) -> list[str]:
    """The rows below a heading of the lists."""
    block = opened.page.locator("#view-map .map-part", has=opened.page.locator("> summary", has_text=re.compile(rf"^{title} \(")))
    rows = block.locator(":scope > ul > li > details > summary, :scope > ul > li > button")
    return [text.strip() for text in rows.all_text_contents()]


def test_what_has_a_position_is_drawn_and_the_rest_is_counted(opened: Opened) -> None:
    told_so = opened.page.locator("#view-map .told-so").first.inner_text()
    assert "3 countries and 1 place on the map" in told_so and "1 place is not drawn" in told_so
    assert sorted(part(opened, "Countries")) == ["Japan", "Singapore", "Vietnam"]
    assert part(opened, "Places") == ["Hanoi"] and part(opened, "Not drawn") == ["Tokyo"]  # Tokyo is linked to no position here
    spots = opened.page.locator("#view-map .spot title").all_text_contents()
    assert len(spots) == 4 and not [spot for spot in spots if "Tokyo" in spot]
    assert opened.page.locator("#view-map .land.told").count() == 2  # Singapore is too small for a shape and stands as a point


def test_a_point_lies_where_the_place_is(opened: Opened) -> None:
    inside = opened.page.evaluate(
        """() => { const of = (name) => [...document.querySelectorAll('#view-map .spot')].find((spot) => spot.textContent.startsWith(name));
        const land = [...document.querySelectorAll('#view-map .land.told')].find((shape) => shape.textContent.startsWith('Vietnam'));
        const spot = of('Hanoi'); const point = land.ownerSVGElement.createSVGPoint();
        point.x = Number(spot.getAttribute('cx')); point.y = Number(spot.getAttribute('cy')); return land.isPointInFill(point); }"""
    )
    assert inside is True


def test_links_go_from_country_to_country(opened: Opened) -> None:
    links = part(opened, "Links between countries")
    assert links[0] in ("Japan and Vietnam: 2 parties told", "Vietnam and Japan: 2 parties told")
    assert sorted(links[1:]) == [
        "Japan to Vietnam: 1 tie or figure",
        "Vietnam in Japan: 1 visit or guest",
        "Vietnam to Japan: 1 tie or figure",
    ]
    assert opened.page.locator("#view-map .crossing").count() == len(part(opened, "Links between countries"))
    opened.page.get_by_label("visits", exact=True).uncheck()
    opened.page.get_by_role("checkbox", name="agreements", exact=True).uncheck()
    assert opened.page.locator("#view-map .crossing.trade").count() == opened.page.locator("#view-map .crossing").count() == 2


def test_a_link_shows_its_facts(opened: Opened) -> None:
    opened.page.locator("#view-map .crossing-row.visit summary").press("Enter")
    row = opened.page.locator("#view-map .crossing-row.visit")
    row.locator("button").wait_for()
    assert "planned" in row.inner_text()
    row.locator("button").click()
    assert "Talks in Tokyo are planned for 2025." in opened.panel()


def test_clicks_on_the_map_lead_to_cards_and_links(opened: Opened) -> None:
    opened.page.locator("#view-map .spot", has_text="Singapore").click()
    assert opened.page.locator("#panel-title").inner_text() == "Singapore"
    opened.page.keyboard.press("Escape")
    opened.page.locator("#view-map .crossing.visit").dispatch_event("click")
    assert opened.page.locator("#view-map .crossing-row.visit").get_attribute("open") is not None


def test_it_can_be_zoomed_without_a_wheel(opened: Opened) -> None:
    transform = lambda: opened.page.locator("#view-map .world > g").get_attribute("transform")  # noqa: E731
    opened.page.get_by_role("button", name="World").click()
    whole = transform()
    opened.page.get_by_role("button", name="nearer").click()
    assert transform() != whole
    opened.page.get_by_role("button", name="World").click()
    assert transform() == whole


def test_narrowing_leaves_less_on_the_map(opened: Opened) -> None:
    opened.page.evaluate("kg.state.set({ status: ['target'] })")
    assert part(opened, "Countries") == ["Singapore"] and part(opened, "Links between countries") == []


def test_the_map_is_saved(opened: Opened) -> None:
    name, data = opened.saved(lambda: opened.page.locator("#view-map .save button", has_text="SVG").click())
    assert name == "map.svg" and b"Vietnam" in data and b"var(" not in data
    name, data = opened.saved(lambda: opened.page.locator("#view-map .save button", has_text="PNG").click())
    assert name == "map.png" and data.startswith(b"\x89PNG")


def test_the_map_keeps_its_room_beside_the_reader(browser: Browser, path: Path) -> None:
    opened = Opened(browser, path, "#view=map&read=fair")
    opened.page.locator("#view-map .world").wait_for()
    opened.page.locator(".reader").wait_for()
    frame, tab = opened.page.locator(".map-frame").bounding_box(), opened.page.locator("#view-map").bounding_box()
    assert frame and tab and frame["width"] > 0.9 * tab["width"]
    opened.close()


@pytest.mark.parametrize("width", [360, 3840])
def test_it_fits_every_width(browser: Browser, path: Path, width: int) -> None:
    opened = Opened(browser, path, "#view=map", dark=True, width=width)
    opened.page.locator("#view-map .world").wait_for()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    frame, lists = opened.page.locator(".map-frame").bounding_box(), opened.page.locator(".map-lists").bounding_box()
    assert frame and lists and (lists["y"] >= frame["y"] + frame["height"] or lists["x"] >= frame["x"] + frame["width"])
    opened.close()
