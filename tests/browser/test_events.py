"""The tab of events in the browser: the time line, and the list that says the same."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.opened import Opened, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("events"))


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    page = Opened(browser, path, "#view=events")
    yield page
    page.close()


def listed(opened: Opened) -> list[tuple[str, str]]:
    rows = opened.page.locator("#view-events .occasion")
    return [
        (rows.nth(i).locator(".occasion-when").inner_text(), rows.nth(i).locator(".occasion-open").inner_text())
        for i in range(rows.count())
    ]


def occasion(opened: Opened, title: str) -> dict[str, str]:
    script = "title => kg.data.facts.map((_, i) => kg.occasion(i)).find((one) => one && one.title.startsWith(title))"
    found: dict[str, str] = opened.page.evaluate(script, title)
    return found


def test_events_agreements_and_posts_are_listed_by_time(opened: Opened) -> None:
    assert listed(opened) == [
        ("2025", "talks, Tokyo"),
        ("3 June 2024", "Hanoi Fair, Hanoi"),
        ("May 2024", "Pham Van An, Director, Trade Bureau"),
        ("March 2024", "Port Accord"),
        ("May, year not told", "next fair"),
    ]
    assert opened.page.locator("#view-events h3").all_inner_texts() == ["2025", "2024", "No year told"]
    opened.page.get_by_label("order of the list").select_option("earliest")
    assert [title for _, title in listed(opened)][:2] == ["Port Accord", "Pham Van An, Director, Trade Bureau"]


def test_a_partial_date_is_a_range_of_what_it_may_be(opened: Opened) -> None:
    talks, fair, accord = (occasion(opened, title) for title in ("talks", "Hanoi Fair", "Port Accord"))
    assert (talks["first"], talks["last"], talks["sureFrom"]) == ("2025-01-01", "2025-12-31", "")
    assert (fair["first"], fair["last"], fair["sureFrom"], fair["sureTo"]) == ("2024-06-03",) * 4
    assert (accord["first"], accord["last"]) == ("2024-03-01", "2024-03-31")
    opened.page.get_by_role("button", name="all the time").click()
    widths = opened.page.locator("#view-events .mark").evaluate_all(
        """marks => marks.map((mark) => [mark.querySelector('title').textContent.split('\\n')[0],
        mark.querySelector('.may').getBBox().width, mark.querySelectorAll('.sure').length])"""
    )
    by_title = {title: (width, sure) for title, width, sure in widths}
    assert set(by_title) == {"talks, Tokyo", "Hanoi Fair, Hanoi", "Pham Van An, Director, Trade Bureau", "Port Accord"}  # one has no year
    assert by_title["talks, Tokyo"][0] > 8 * by_title["Port Accord"][0] > 8 * by_title["Hanoi Fair, Hanoi"][0]
    assert by_title["Hanoi Fair, Hanoi"][1] == 1 and by_title["talks, Tokyo"][1] == 0
    assert "1 of them has no year" in opened.page.locator("#view-events .told-so").inner_text()


def test_what_is_not_told_as_so_is_dashed(opened: Opened) -> None:
    dashes = opened.page.locator("#view-events .mark .may").evaluate_all(
        "all => all.map((bar) => [bar.closest('.mark').querySelector('title').textContent, getComputedStyle(bar).strokeDasharray])"
    )
    assert {title.split("\n")[0]: dash != "none" for title, dash in dashes} == {
        "talks, Tokyo": True, "Hanoi Fair, Hanoi": False, "Pham Van An, Director, Trade Bureau": False, "Port Accord": False,
    }  # fmt: skip


def test_list_and_picture_lead_to_the_same(opened: Opened) -> None:
    entry = opened.page.locator("#view-events .occasion-open", has_text="Port Accord")
    entry.focus()
    assert opened.page.locator("#view-events .mark.lit title").text_content() == "Port Accord\nMarch 2024\nsigned"
    entry.press("Enter")
    assert opened.page.locator("#panel-title").inner_text() == "Port Accord"
    opened.page.keyboard.press("Escape")
    opened.page.locator("#view-events .mark", has_text="Hanoi Fair").locator(".sure").click()
    assert opened.page.locator("#panel-title").inner_text() == "Hanoi Fair"
    opened.page.locator("#view-events .occasion-open", has_text="Director").click()
    assert "Director of the Trade Bureau since May 2024" in opened.panel()


def test_sorts_and_narrowing_leave_out(opened: Opened) -> None:
    opened.page.get_by_label("posts begun", exact=True).uncheck()
    opened.page.get_by_label("events", exact=True).uncheck()
    assert [title for _, title in listed(opened)] == ["Port Accord"]
    opened.page.get_by_label("events", exact=True).check()
    opened.page.evaluate("kg.state.set({ status: ['planned'] })")
    assert [title for _, title in listed(opened)] == ["talks, Tokyo", "next fair"]
    opened.page.evaluate("kg.state.set({ status: ['target'] })")
    assert listed(opened) == [] and "Nothing is left" in opened.page.locator("#view-events .told-so").inner_text()


def test_time_can_be_stretched_and_moved(opened: Opened) -> None:
    opened.page.get_by_role("button", name="all the time").click()
    width = lambda: opened.page.locator("#view-events .mark", has_text="Port Accord").locator(".may").evaluate("bar => bar.getBBox().width")  # noqa: E731
    before = width()
    opened.page.get_by_role("button", name="earlier").click()
    opened.page.get_by_role("button", name="less time, larger").click()
    assert width() > 1.5 * before
    opened.page.get_by_role("button", name="later").click()
    opened.page.get_by_role("button", name="later").click()
    opened.page.get_by_role("button", name="later").click()
    assert "before or after the time in view" in opened.page.locator("#view-events .told-so").inner_text()


def test_the_picture_is_saved(opened: Opened) -> None:
    _, data = opened.saved(lambda: opened.page.locator("#view-events .save button", has_text="SVG").click())
    root = ET.fromstring(data)
    assert "Port Accord" in data.decode() and root.get("width")
    _, data = opened.saved(lambda: opened.page.locator("#view-events .save button", has_text="PNG").click())
    assert data.startswith(b"\x89PNG")


@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_a_telephone(browser: Browser, path: Path, dark: bool) -> None:
    opened = Opened(browser, path, "#view=events", dark=dark, width=360)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.page.evaluate(
        "document.querySelector('#view-events .tab').scrollWidth <= document.querySelector('#view-events .tab').clientWidth"
    )
    opened.close()
