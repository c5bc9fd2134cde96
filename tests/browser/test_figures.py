"""The tab of figures in the browser: table, chart, files."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.opened import Opened, write
from fixtures import told
from kg.explore import Explorer
from kg.explore.html import file_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SVG = "{http://www.w3.org/2000/svg}"
COLUMNS = ["Indicator", "Area", "Partner", "Value", "Unit", "Change", "Basis", "Period", "Status", "Article"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("figures"))


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    page = Opened(browser, path, "#view=figures")
    yield page
    page.close()


def column(opened: Opened, name: str) -> list[str]:
    return opened.page.locator(f"#view-figures tbody tr > :nth-child({COLUMNS.index(name) + 1})").all_inner_texts()


def sort(opened: Opened, name: str) -> None:
    opened.page.locator("#view-figures th[scope=col] button", has_text=name).click()


def test_numbers_are_sorted_as_numbers_and_dates_by_their_days(opened: Opened) -> None:
    assert [head.strip() for head in opened.page.locator("#view-figures th[scope=col]").all_inner_texts()] == COLUMNS
    sort(opened, "Value")
    assert column(opened, "Value") == ["3,000,000,000,000", "24,200,000,000", "900,000,000", "-7"]
    sort(opened, "Value")
    assert column(opened, "Value") == ["-7", "900,000,000", "24,200,000,000", "3,000,000,000,000"]
    sort(opened, "Period")
    # the figure without a period is last in both directions
    assert column(opened, "Period")[-2:] == ["2026", ""]
    sort(opened, "Period")
    assert column(opened, "Period")[0] == "2026" and column(opened, "Period")[-1] == ""
    assert "January to June 2024" in column(opened, "Period")
    assert column(opened, "Change").count("+5.5 %") == 1


def test_a_figure_with_a_partner_alone_names_it_as_partner(opened: Opened) -> None:
    at = column(opened, "Value").index("900,000,000")
    assert column(opened, "Partner")[at] == "Singapore" and column(opened, "Area")[at] == ""


def test_a_row_opens_its_evidence(opened: Opened) -> None:
    opened.page.fill("#view-figures input[type=search]", "singapore target")
    assert len(column(opened, "Value")) == 1
    opened.page.locator("#view-figures tbody button.open").press("Enter")
    assert "Exports to Singapore are to reach 900 million USD" in opened.panel()


def test_the_table_follows_the_narrowing(opened: Opened) -> None:
    opened.page.evaluate("kg.state.set({ status: ['target'] })")
    assert column(opened, "Status") == ["target"]
    opened.page.evaluate("kg.state.set({ status: ['held'] })")
    assert column(opened, "Status") == [] and opened.page.locator("#view-figures .nothing").is_visible()


def test_a_chart_never_mixes_units(opened: Opened) -> None:
    choices = opened.page.locator("#view-figures select").first.locator("option").all_inner_texts()
    assert choices == ["exports, USD (3)", "change of exports, % (yoy) (1)", "exports, VND (1)"]
    dots = opened.page.locator("#view-figures .plot circle")
    assert dots.count() == 2  # of three in USD, one tells no period
    words = opened.page.locator(".chart-words").inner_text()
    assert "1 figure not drawn, since no year is told" in words and "target" in words
    assert opened.page.locator("#view-figures .plot").get_attribute("aria-label") == words
    assert dots.evaluate_all("all => all.map(dot => dot.closest('g').getAttribute('fill') === 'none')") == [False, True]
    opened.page.locator("#view-figures select").first.select_option(label="exports, VND (1)")
    assert dots.count() == 1 and "in VND" in opened.page.locator(".chart-words").inner_text()
    assert "VND" in opened.page.evaluate("decodeURIComponent(location.hash)")
    dots.first.click()
    assert "3 trillion VND" in opened.panel()


def test_partners_are_compared(opened: Opened) -> None:
    opened.page.locator("#view-figures select").nth(1).select_option("partner")
    texts = opened.page.locator("#view-figures .plot text").all_text_contents()
    assert texts.index("Japan") < texts.index("Singapore")  # the larger first
    assert opened.page.locator("#view-figures .plot circle").count() == 2


def test_the_table_is_saved_as_it_is_sorted(opened: Opened) -> None:
    sort(opened, "Value")
    name, data = opened.saved(lambda: opened.page.get_by_role("button", name="Table as CSV").click())
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert name == "figures.csv"
    assert [row["value"] for row in rows] == ["3000000000000", "24200000000", "900000000", "-7"]
    assert [row["first day"] for row in rows] == ["2024-01-01", "2024-01-01", "2026-01-01", ""]
    assert rows[2]["asserted"] == "false" and rows[1]["change"] == "5.5"
    assert all(row["article"] in (told.FAIR.title, told.HARM) for row in rows)


def test_the_chart_is_saved_as_svg_and_png(opened: Opened) -> None:
    _, data = opened.saved(lambda: opened.page.locator("#view-figures .save button", has_text="SVG").click())
    root = ET.fromstring(data)
    assert root.tag == f"{SVG}svg" and len(root.findall(f".//{SVG}circle")) == 5  # two figures, three keys
    words = {text.text for text in root.iter(f"{SVG}text")}
    assert {"exports in USD", "target", "Vietnam", "Singapore"} <= words  # what the colours mean goes with the picture
    assert (
        not root.findall(f".//{SVG}style") and b"var(" not in data and b"currentColor" not in data.split(b"<g", 1)[1].split(b"fill=", 1)[0]
    )
    name, data = opened.saved(lambda: opened.page.locator("#view-figures .save button", has_text="PNG").click())
    assert name == "figures.png" and data[:8] == b"\x89PNG\r\n\x1a\n" and int.from_bytes(data[16:20]) > 600


def test_thousands_of_figures_come_in_pages(browser: Browser, tmp_path: Path) -> None:
    data = Explorer(told.graph()).overview()
    one = next(fact for fact in data["facts"] if fact["kind"] == "statistic")
    data["facts"] += [one | {"figure": one["figure"] | {"value": str(n)}, "node": f"{one['node']}-{n}"} for n in range(3000)]
    data |= {"quotes": Explorer(told.graph()).quotes(range(data["counts"]["quotes"])), "texts": {}}
    file = tmp_path / "many.html"
    file.write_text(file_page(data, "Many"), encoding="utf-8")
    opened = Opened(browser, file, "#view=figures")
    pager = opened.page.locator("#view-figures .pager")
    assert "1–100 of 3,004" in pager.inner_text()
    sort(opened, "Value")
    pager.get_by_role("button", name="Next").click()
    assert "101–200 of 3,004" in pager.inner_text()
    pager.locator("select").select_option("1000")
    assert len(column(opened, "Value")) == 1000
    opened.close()


@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_a_telephone(browser: Browser, path: Path, dark: bool) -> None:
    opened = Opened(browser, path, "#view=figures", dark=dark, width=360)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360
    box = opened.page.locator("#view-figures .plot").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    opened.close()
