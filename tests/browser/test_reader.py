"""The reader and the tab of articles in the browser."""

from __future__ import annotations

import re
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


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("reader"))


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    page = Opened(browser, path, "#view=articles")
    yield page
    page.close()


def marks(opened: Opened) -> list[str]:
    return opened.page.locator("#panel .told").all_inner_texts()


def test_the_articles_are_listed_sorted_and_filtered(opened: Opened) -> None:
    rows = opened.page.locator("#view-articles tbody tr")
    assert rows.count() == 2
    assert [head.strip() for head in opened.page.locator("#view-articles th[scope=col]").all_inner_texts()] == [
        "Title",
        "Publisher",
        "Date",
        "Facts",
        "Things",
    ]
    dates = lambda: [rows.nth(i).locator("td").nth(1).inner_text() for i in range(2)]  # noqa: E731
    opened.page.get_by_role("button", name="Date").click()
    assert dates() == ["March 2024", "4 June 2024"]
    assert opened.page.locator("#view-articles th[aria-sort=ascending]").inner_text().startswith("Date")
    opened.page.get_by_role("button", name="Date").click()
    assert dates() == ["4 June 2024", "March 2024"]
    counts = [int(rows.nth(0).locator("td.number").nth(i).inner_text()) for i in range(2)]
    overview = Explorer(told.graph()).overview()
    at = next(i for i, article in enumerate(overview["articles"]) if article["id"] == "fair")
    assert counts == [
        sum(at in fact["articles"] for fact in overview["facts"]),
        sum(at in thing["articles"] for thing in overview["things"]),
    ]
    opened.page.fill("#view-articles input[type=search]", "HANOI draws")
    assert rows.count() == 1
    opened.page.fill("#view-articles input[type=search]", "no such words")
    assert rows.count() == 0 and opened.page.locator("#view-articles .nothing").is_visible()


def test_an_article_opens_with_its_blocks_and_quotes(opened: Opened) -> None:
    opened.page.get_by_role("button", name=re.compile("Read Hanoi")).click()
    reader = opened.page.locator("#panel .reader")
    reader.wait_for()
    assert "Hanoi News · 4 June 2024" in opened.panel()
    assert reader.locator("a").get_attribute("href") == told.FAIR.url
    assert reader.locator("h3").all_inner_texts() == ["Hanoi 😀 fair draws firms from Japan", "Exports"]
    assert reader.locator("ul li").count() == 2 and reader.locator(".caption").count() == 1
    folded = reader.locator("details.furniture")
    assert folded.count() == 2 and not folded.first.locator("p").is_visible()
    folded.first.locator("summary").click()
    assert folded.first.locator("p").inner_text() == "Share this page"
    # characters beyond the first plane stand before and inside the quotes
    quotes = {e.quote for fact in told.FACTS for e in fact.evidence if e.article == "fair"}
    inside = [words for words in marks(opened) if words in quotes or any(words in quote for quote in quotes)]
    assert inside == marks(opened) and "the Hanoi Fair 𝒩o. 5 in Hanoi on 3 June 2024" in inside
    assert "".join(marks(opened)[:3]) == told.FIRST[2][1]


def test_words_tell_their_facts_and_lead_to_them(opened: Opened) -> None:
    opened.page.get_by_role("button", name=re.compile("Read Hanoi")).click()
    aim = opened.page.locator(".told", has_text="900 million")
    aim.hover()
    tip = opened.page.locator(".reader-tip")
    assert "target" in tip.inner_text() and tip.locator("button").count() == 1
    aim.click()
    assert "900 million" in opened.panel() and opened.page.locator("#panel-title").inner_text() == "Evidence"
    opened.page.go_back()
    several = opened.page.locator(".told", has_text="the Hanoi Fair").first
    several.focus()
    assert tip.is_visible()
    several.press("Enter")
    assert tip.locator("button").count() > 1 and tip.locator("button").first.evaluate("button => button === document.activeElement")
    opened.page.keyboard.press("Escape")
    assert tip.is_hidden() and opened.page.locator(".reader").is_visible()
    several.press("Enter")
    tip.locator("button", has_text="Director").click()
    assert "Director" in opened.panel() and opened.page.locator("#panel-title").inner_text() == "Evidence"


def test_evidence_leads_to_its_place_in_the_text(opened: Opened) -> None:
    opened.page.evaluate("kg.show.fact(kg.data.facts.findIndex((fact) => fact.status === 'target'))")
    opened.page.get_by_role("button", name="Read in the article").click()
    wanted = opened.page.locator(".told.wanted")
    wanted.wait_for()
    assert wanted.all_inner_texts() == ["Exports to Singapore are to reach 900 million USD in 2026."]
    assert wanted.evaluate("mark => mark === document.activeElement")
    box = wanted.bounding_box()
    assert box and 0 <= box["y"] < 900
    opened.page.get_by_role("button", name="Next quote").click()
    assert opened.page.evaluate("document.activeElement.textContent") == marks(opened)[0]


def test_a_place_that_names_a_thing_is_marked_when_asked_for(opened: Opened) -> None:
    script = "kg.show.article(kg.data.articleById('fair'), kg.data.things.find((one) => one.name === 'Singapore').q[0])"
    opened.page.evaluate(script)
    opened.page.locator(".told.wanted").first.wait_for()
    assert opened.page.locator(".told.wanted").all_inner_texts() == ["Singapore"]


@pytest.mark.parametrize("quote", ["999999", "-1", "x", "0.5"])
def test_a_quote_that_is_none_opens_the_article_all_the_same(opened: Opened, quote: str) -> None:
    opened.page.evaluate("quote => kg.state.set({ read: 'fair', quote })", quote)
    opened.page.locator(".reader .told").first.wait_for()
    assert opened.page.locator(".wanted").count() == 0
    opened.page.evaluate("kg.state.set({ read: 'no such article', quote: '' })")
    assert "holds no article of that name" in opened.panel()


def test_harm_in_titles_and_addresses_stays_text(opened: Opened) -> None:
    assert opened.page.locator("#view-articles").get_by_text(told.HARM).count() == 1
    opened.page.evaluate("kg.show.article(kg.data.articleById('accord'))")
    opened.page.locator(".reader").wait_for()
    assert told.HARM in opened.panel() and told.FORMULA in opened.panel()
    assert opened.page.locator("img").count() == 0
    assert not [a for a in opened.page.locator("a").all() if not re.match("https?:|#", a.get_attribute("href") or "#")]


def test_a_graph_without_texts_shows_the_quotes_and_says_why(browser: Browser, tmp_path: Path) -> None:
    explorer = Explorer(told.graph())
    data = explorer.overview()
    data |= {"hasText": False, "quotes": explorer.quotes(range(data["counts"]["quotes"])), "texts": {}}
    file = tmp_path / "quotes.html"
    file.write_text(file_page(data, "Quotes"), encoding="utf-8")
    opened = Opened(browser, file, "#view=articles&read=fair")
    opened.page.locator(".reader").wait_for()
    assert "only the quotes can be shown" in opened.panel()
    evidence = sorted({e for fact in told.FACTS for e in fact.evidence if e.article == "fair"}, key=lambda e: (e.start, e.end))
    assert opened.page.locator(".reader blockquote").all_inner_texts() == [e.quote for e in evidence]
    opened.close()


@pytest.mark.parametrize("width", [360, 3840])
def test_the_reader_fits_every_width(browser: Browser, path: Path, width: int) -> None:
    opened = Opened(browser, path, "#view=articles&read=fair", dark=True, width=width)
    opened.page.locator(".reader .told").first.wait_for()
    box = opened.page.locator(".reader").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    opened.close()


def test_on_arrival_nothing_lies_over_the_words(opened: Opened) -> None:
    opened.page.evaluate("kg.show.article(kg.data.articleById('fair'), kg.data.facts.find((fact) => fact.status === 'target').q[0])")
    opened.page.locator(".told.wanted").wait_for()
    assert opened.page.locator(".told.wanted").evaluate("mark => mark === document.activeElement")
    tip = opened.page.locator(".reader-tip")
    assert tip.is_hidden()
    opened.page.keyboard.press("Shift+Tab")
    assert tip.is_visible()


def test_the_list_of_articles_follows_the_narrowing(opened: Opened) -> None:
    table = opened.page.locator("#view-articles tbody tr")
    assert table.count() == 2
    opened.page.evaluate("kg.state.set({ kinds: ['tie'] })")
    assert table.count() == 1 and table.first.locator("td.number").first.inner_text() == "1"
    opened.page.evaluate("kg.state.set({ kinds: [] })")
    assert table.count() == 2
