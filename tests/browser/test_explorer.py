"""The explorer as a reader meets it: one file from disk, without any network, by mouse and by keys alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from fixtures import large, made_up
from kg.explore import Explorer, assets, shell
from kg.explore import page as draw
from kg.explore.html import file_page
from kg.explore.overview import numbered, overview
from kg.explore.picture import Answers, Source, picture
from kg.graph import Graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

Opener = Callable[..., "Window"]


class Window:
    """A page that was opened offline, and everything that went wrong in it."""

    def __init__(self, browser: Browser, path: Path, *, dark: bool = False, width: int = 1400, height: int = 900, link: str = "") -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
        )
        self.context.set_offline(True)
        self.faults: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.faults.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", lambda request: self.faults.append(f"request: {request.url}"))
        self.page.goto(path.as_uri() + link)
        self.page.wait_for_function("document.documentElement.dataset.ready === 'yes'")
        self.faults = [fault for fault in self.faults if fault.split("#")[0] != f"request: {path.as_uri()}"]

    def run(self, script: str, *values: Any) -> Any:
        return self.page.evaluate(script, values[0] if len(values) == 1 else list(values))

    def settle(self) -> None:
        self.page.wait_for_timeout(420)  # longer than a double click may take

    def find(self, name: str) -> int:
        return int(self.run("name => kg.data.things.findIndex(thing => thing.name === name)", name))

    def at(self, name: str) -> dict[str, float]:
        return dict(self.run("i => kg.cy.getElementById(`n${i}`).renderedPosition()", self.find(name)))

    def click(self, name: str, count: int = 1) -> None:
        place = self.at(name)
        self.page.locator("#network").click(position={"x": place["x"], "y": place["y"]}, click_count=count, delay=20)
        self.settle()

    def shown(self) -> list[str]:
        return list(self.run("() => kg.cy.nodes().map(node => kg.data.things[node.data('i')].name)"))

    def panel(self) -> str:
        return self.page.locator("#panel").inner_text()

    def title(self) -> str:
        return self.page.locator("#panel-title").inner_text()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("explorer") / "made up.html"
    file.write_text(draw(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())), encoding="utf-8")
    return file


def of_rows(file: Path, rows: Answers, sources: list[Source]) -> Path:
    gathered = picture(rows, sources)
    found = numbered(gathered)
    at = {article: i for i, article in enumerate(found.articles)}
    data = overview(gathered, found, "https://kg.example/", False)
    data["quotes"] = [[at[quote.article], quote.start, quote.end, quote.text] for quote in found.quotes]
    file.write_text(file_page(data, "Large"), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def thousands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return of_rows(tmp_path_factory.mktemp("explorer") / "large.html", *large.answers(10_000))


@pytest.fixture
def open_(browser: Browser, path: Path) -> Iterator[Opener]:
    opened: list[Window] = []

    def opener(file: Path = path, **more: Any) -> Window:
        opened.append(Window(browser, file, **more))
        return opened[-1]

    yield opener
    for window in opened:
        window.context.close()
    assert not [fault for window in opened for fault in window.faults]


def test_it_opens_and_counts_and_draws(open_: Opener) -> None:
    window = open_()
    assert window.page.locator("#counts").inner_text() == "2 articles · 12 things · 17 facts"
    inked = window.run(
        """() => { const canvas = [...document.querySelectorAll("#network canvas")].pop(); let inked = 0;
        for (const c of document.querySelectorAll("#network canvas")) {
          const data = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
          for (let i = 3; i < data.length; i += 4) if (data[i]) inked += 1; }
        return inked; }"""
    )
    assert inked > 3000
    size = window.page.locator("#network").bounding_box()
    assert size
    for name in window.shown():
        place = window.at(name)
        assert 0 < place["x"] < size["width"] and 0 < place["y"] < size["height"]
    assert "Land Law" not in window.shown()  # nothing is told of it


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1400, 900), (3840, 2160)])
def test_nothing_overlaps_at_first_sight(open_: Opener, thousands: Path, width: int, height: int) -> None:
    window = open_(thousands, width=width, height=height)
    boxes = window.run(
        """() => kg.cy.nodes().map(node => { const side = node.data("side") / 2, at = node.position();
        const box = node.boundingBox({ includeNodes: false, includeLabels: true, includeOverlays: false });
        const label = node.data("label") ? [box.x1, box.y1, box.x2, box.y2] : null;
        return { shape: [at.x - side, at.y - side, at.x + side, at.y + side], label }; })"""
    )
    assert 60 <= len(boxes) <= 300
    shapes, labels = [b["shape"] for b in boxes], [b["label"] for b in boxes if b["label"]]
    assert len(labels) >= (3 if width < 500 else 20), len(labels)

    def cross(a: list[float], b: list[float]) -> bool:
        slack = 0.15 * min(a[3] - a[1], b[3] - b[1])
        return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack

    for some in (shapes, labels):
        assert not [(a, b) for i, a in enumerate(some) for b in some[:i] if cross(a, b)]


def test_a_search_by_keys_alone(open_: Opener) -> None:
    window = open_()
    window.page.keyboard.press("/")
    window.page.keyboard.type("jané ro")  # diacritics and case aside
    assert "Jane Roe" in window.page.locator("#found li").first.inner_text()
    window.page.keyboard.press("Enter")
    assert window.title() == "Jane Roe"
    assert "chosen" in window.run("i => kg.cy.getElementById(`n${i}`).classes()", window.find("Jane Roe"))
    window.page.keyboard.press("Escape")
    assert window.page.locator("#panel").is_hidden()
    window.page.fill("#search", "bot")
    assert "Bureau of Trade" in window.page.locator("#found li").first.inner_text()
    window.page.fill("#search", "a")
    first = window.page.locator('#found li[aria-selected="true"]').inner_text()
    window.page.keyboard.press("ArrowDown")
    assert window.page.locator('#found li[aria-selected="true"]').inner_text() != first
    assert window.page.locator("#search").get_attribute("aria-activedescendant") == "found-1"
    window.page.fill("#search", "nobody at all")
    assert window.page.locator("#found li").inner_text() == "no such name"
    window.page.keyboard.press("Enter")
    window.page.keyboard.press("Escape")
    assert window.page.locator("#found").is_hidden()


def test_vietnamese_letters_and_two_things_of_one_name(open_: Opener, tmp_path: Path) -> None:
    where = {"article": "a", "start": "0", "end": "5", "quote": "words"}
    names = ["Đỗ Văn Đức", "Đỗ Văn Đức", "Do Van Hung"]
    rows = [{"entity": f"i:{i}", "type": "Person", "name": name, **where} for i, name in enumerate(names)]
    window = open_(of_rows(tmp_path / "names.html", {"entities": rows}, []))
    window.page.fill("#search", "do van duc")
    assert window.page.locator("#found li").count() == 2
    assert window.run("() => [kg.search('ĐỖ văn').length, kg.search('đuc do').length]") == [3, 2]


def test_a_thing_that_is_not_drawn_is_drawn_when_it_is_found(open_: Opener) -> None:
    window = open_()
    window.page.fill("#search", "land law")
    window.page.keyboard.press("Enter")
    assert window.title() == "Land Law" and "Land Law" in window.shown()
    assert "tell no fact of it" in window.panel()


def test_a_click_shows_the_card_with_status_and_evidence(open_: Opener) -> None:
    window = open_()
    window.click("Jane Roe")
    card = window.panel()
    assert card.startswith("Jane Roe") and "also Dr Roe, Roe" in card
    assert "Director" in card and "held" in card and "former" in card
    window.page.locator("#panel .fact", has_text="Director").locator("button.evidence").click()
    assert window.title() == "Evidence"
    quotes = window.page.locator("#panel blockquote").all_inner_texts()
    assert "Jane Roe, Director of the Bureau, opened the Fair in Port Alba." in quotes and len(quotes) == 2
    caption = window.page.locator("#panel figcaption", has_text='Fair "opens" <b>').inner_text()
    assert "Alba News · 29 July 2024" in caption
    assert "former" in window.page.locator("#panel section", has_text="other facts say of the same").inner_text().lower()
    window.page.keyboard.press("Escape")
    assert window.title() == "Jane Roe"


def test_a_line_opens_the_facts_between_two(open_: Opener) -> None:
    window = open_()
    a, b = window.at("Jane Roe"), window.at("Alba Fair")
    window.page.locator("#network").click(position={"x": (a["x"] + b["x"]) / 2, "y": (a["y"] + b["y"]) / 2})
    window.settle()
    assert {"Jane Roe", "Alba Fair"} == set(window.title().split(" and ")) and "opens" in window.panel()


def around(window: Window, name: str) -> set[str]:
    return set(window.run("i => kg.neighbours(i).map(j => kg.data.things[j].name)", window.find(name)))


@pytest.mark.parametrize("how", ["double click", "key", "button"])
def test_expanding(open_: Opener, thousands: Path, how: str) -> None:
    window = open_(thousands)
    before = set(window.shown())
    name = next(name for name in sorted(before) if not around(window, name) <= before)
    if how == "double click":
        window.click(name, count=2)
    else:
        window.run("i => kg.show.thing(i)", window.find(name))
        if how == "button":
            window.page.locator("#panel button", has_text="Expand").click()
        else:
            window.page.locator("#network").focus()
            window.page.keyboard.press("e")
    after = set(window.shown())
    assert around(window, name) <= after and before <= after and len(after) > len(before)
    assert "1 expanded" in window.page.locator("#chips").inner_text()


def test_a_path_is_looked_for_in_the_whole_graph(open_: Opener, thousands: Path) -> None:
    window = open_(thousands)
    one, other = large.name(9001), large.name(8002)
    window.run("() => kg.state.set({ types: ['Country'] })")
    window.run("i => kg.show.thing(i)", window.find(one))
    window.page.locator("#panel button", has_text="Path to").click()
    window.page.keyboard.type(other)  # the search has the focus
    window.page.keyboard.press("Enter")
    assert window.title() == f"From {one} to {other}"
    way = window.run("() => kg.shown().path.map(i => kg.data.things[i].name)")
    assert way[0] == one and way[-1] == other and set(way) <= set(window.shown())
    assert window.page.locator("#panel .stop").all_inner_texts() == way
    assert window.run("() => kg.cy.edges('.path').length") >= len(way) - 1


def test_no_path(open_: Opener) -> None:
    window = open_()
    window.run(
        "([a, b]) => kg.state.set({ path: [kg.data.things[a].id, kg.data.things[b].id] })", window.find("Jane Roe"), window.find("Land Law")
    )
    assert "No chain of facts" in window.panel()


def test_narrowing_by_type_kind_and_status(open_: Opener) -> None:
    window = open_()
    window.page.locator('#narrow [data-group="types"] [data-value="Official"]').uncheck()
    assert "Jane Roe" not in window.shown() and "Alba Fair" in window.shown()
    window.page.locator("#reset").click()
    assert "Jane Roe" in window.shown()
    ties = window.page.locator('#narrow [data-group="kinds"] li', has_text=re.compile("^Ties"))
    ties.hover()
    ties.locator("button.only").click()
    assert set(window.shown()) == {"Alba", "Borduria"}
    window.page.locator('#narrow [data-group="status"] [data-value="reported"]').uncheck()
    assert window.run("() => kg.cy.edges().map(edge => edge.data('words'))") == ["invests in (denied)"]
    assert window.run("() => kg.cy.edges()[0].style('line-style')") == "dashed"
    window.page.locator("#chips button").first.click()
    window.page.locator("#chips button").first.click()
    assert window.page.locator("#chips").is_hidden() and "Jane Roe" in window.shown()


def test_narrowing_by_time_with_keys_and_days(open_: Opener, thousands: Path) -> None:
    window = open_(thousands)
    everything = window.run("() => kg.selection().facts.size")
    window.page.locator('input[aria-label="From"]').focus()
    for _ in range(20):
        window.page.keyboard.press("ArrowRight")
    state = window.run("() => kg.state.get()")
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", state["from"])
    fewer = window.run("() => kg.selection().facts.size")
    assert 0 < fewer < everything
    assert window.run("from => [...kg.selection().facts].every(i => kg.data.days(i)[1] >= from)", state["from"])
    window.page.fill('input[aria-label="Until day"]', "2022-06-30")
    window.page.keyboard.press("Tab")
    assert window.run("() => kg.state.get().to") == "2022-06-30"
    assert window.run("() => kg.selection().facts.size") < fewer


def test_partial_dates_count_by_their_bounds(open_: Opener) -> None:
    window = open_()
    post = "[...kg.selection().facts].filter(i => kg.data.facts[i].r === 'Director').length"
    # held from some day of 2023 until some day of February 2024
    for start, end, found in [("2024-02-10", "", 1), ("2024-03-01", "", 0), ("", "2023-01-15", 1), ("", "2022-12-31", 0)]:
        assert window.run(f"([from, to]) => {{ kg.state.set({{ from, to }}); return {post}; }}", start, end) == found


def test_days_of_facts_that_tell_one_end_or_none(open_: Opener) -> None:
    window = open_()
    days = """([from, until, dates]) => { const was = kg.data.facts[0], articles = kg.data.articles;
      kg.data.articles = dates.map(date => ({ date }));
      kg.data.facts[0] = { ...was, from, until, articles: dates.map((_, i) => i) };
      const found = kg.data.days(0); kg.data.facts[0] = was; kg.data.articles = articles; return found; }"""
    for start, end, dates, found in [
        ("2023-01-01", "", ["2024-02", "2023-05-06"], ["2023-01-01", "2024-02-29"]),
        ("2025-01-01", "", ["2024"], ["2025-01-01", "2025-01-01"]),
        ("", "2024-06-30", ["2024-02-03"], ["2024-02-03", "2024-06-30"]),
        ("", "", ["2024", "--05"], ["2024-01-01", "2024-12-31"]),
        ("", "", ["--05", ""], ["", ""]),
    ]:
        assert window.run(days, start, end, dates) == found


def test_dates_in_words(open_: Opener) -> None:
    window = open_()
    window.run("i => kg.show.thing(i)", window.find("Jane Roe"))
    assert "until 26 May, year not told" in window.panel() and "told 29 July 2024" in window.panel()
    for told, words in [
        ("2024-01 to 2024-03", "January to March 2024"),
        ("--05", "May, year not told"),
        ("FreeTradeAgreement", "Free trade agreement"),
    ]:
        assert window.run("told => kg.spoken(told)", told) == words


def test_narrowing_by_country_and_article(open_: Opener) -> None:
    window = open_()
    window.page.locator('input[aria-label="Country"]').click()
    window.page.keyboard.type("bord")
    window.page.keyboard.press("Enter")
    assert set(window.shown()) == {"Alba", "Borduria"}
    window.page.locator("#chips button").click()
    window.page.locator('input[aria-label="Article"]').click()
    window.page.keyboard.type("fair")
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Enter")
    assert window.run("() => kg.state.get().article") == "a1"
    assert "talks" not in window.shown() and "Jane Roe" in window.shown()


def test_a_link_reopens_the_same_view_and_back_goes_back(open_: Opener) -> None:
    window = open_()
    window.run("i => kg.show.thing(i)", window.find("Alba"))
    window.run("() => kg.state.set({ kinds: ['tie', 'post'], from: '2023-01-01', later: 'kept, as it is' })")
    link = window.run("() => kg.state.link()")
    assert "country/alba" in link and "https://kg.example" not in link
    again = open_(link="#" + link.split("#")[1])
    assert again.title() == "Alba" and again.shown() == window.shown()
    assert again.run("() => kg.state.get()") == window.run("() => kg.state.get()")
    assert again.run("() => kg.state.get().later") == "kept, as it is"
    window.page.go_back()
    window.settle()
    assert window.title() == "Alba" and window.run("() => kg.state.get().kinds") == []
    window.page.go_back()
    window.settle()
    assert window.page.locator("#panel").is_hidden()


@pytest.mark.parametrize(
    "link", ["#id=nobody/at-all", "#fact=none", "#read=no&quote=x", "#types=Nothing", "#%%%=%E0%A4%A&=&__proto__=1", "#view=none"]
)
def test_links_that_lead_nowhere_do_no_harm(open_: Opener, link: str) -> None:
    window = open_(link=link)
    assert window.page.locator("#counts").inner_text().startswith("2 articles")
    assert window.run("() => ({}).polluted === undefined && Object.prototype.toString.call({})") == "[object Object]"


def test_the_table_shows_the_same_by_keys(open_: Opener) -> None:
    window = open_()
    window.page.locator("#tab-network").focus()
    window.page.keyboard.press("ArrowRight")
    assert window.page.locator("#tab-table").get_attribute("aria-selected") == "true"
    rows = window.page.locator("#view-table tbody tr")
    assert rows.count() == len(window.shown())
    window.page.locator("#view-table thead button", has_text=re.compile("^Name")).click()
    names = window.page.locator("#view-table tbody th").all_inner_texts()
    assert names == sorted(names, key=str.lower)
    window.page.locator("#view-table button", has_text="Facts").first.click()
    assert "works for" in window.page.locator("#view-table tbody").inner_text()
    window.page.fill("#table-find", "invests")
    assert rows.count() == 1 and window.page.locator("#table-find").evaluate("el => el === document.activeElement")
    rows.first.locator("button.evidence").click()
    assert window.title() == "Evidence"


def test_a_saved_table_is_no_formula(open_: Opener) -> None:
    window = open_()
    text = window.run("() => kg.csv([['A', i => ['=1+1', 'a \"b\"', '@x'][i]], ['B', i => -i]], [[0, 0], [0, 1], [0, 2]])")
    assert text == '\ufeff"A","B"\r\n"\'=1+1","0"\r\n"a ""b""","-1"\r\n"\'@x","-2"\r\n'
    window.page.locator("#tab-table").click()
    with window.page.expect_download() as told:
        window.page.locator("#view-table button", has_text="CSV").click()
    saved = Path(told.value.path()).read_text(encoding="utf-8-sig")
    assert told.value.suggested_filename == "things.csv" and '"Jane Roe"' in saved
    window.faults = [fault for fault in window.faults if not fault.startswith("request: blob:")]


def test_the_network_as_a_picture(open_: Opener) -> None:
    window = open_()
    with window.page.expect_download() as told:
        window.page.get_by_role("button", name="Save as picture").click()
    assert told.value.suggested_filename == "network.png" and Path(told.value.path()).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    window.faults = [fault for fault in window.faults if not fault.startswith("request: blob:")]


def test_the_network_by_keys(open_: Opener) -> None:
    window = open_()
    window.page.locator("#network").focus()
    window.page.keyboard.press("ArrowRight")
    first = window.title()
    window.page.keyboard.press("ArrowRight")
    window.page.keyboard.press("ArrowLeft")
    window.page.keyboard.press("ArrowDown")
    assert window.title() and first
    before = window.run("() => kg.cy.zoom()")
    window.page.keyboard.press("+")
    assert window.run("() => kg.cy.zoom()") > before
    window.page.keyboard.press("Enter")
    assert window.run("() => document.activeElement.id") == "panel-title"
    window.page.keyboard.press("?")
    assert window.page.locator("#help").is_visible()
    window.page.keyboard.press("Escape")
    assert window.page.locator("#help").is_hidden()


def test_everything_that_can_be_pressed_has_a_name(open_: Opener) -> None:
    window = open_()
    window.run("i => kg.show.thing(i)", window.find("Jane Roe"))
    nameless = window.run(
        """() => [...document.querySelectorAll("button, input, [role=tab], [role=application]")].filter(el =>
        !(el.getAttribute("aria-label") || el.textContent.trim() || el.labels?.length)).map(el => el.outerHTML)"""
    )
    assert nameless == []
    assert window.page.locator("html").get_attribute("lang") == "en"


def test_text_of_articles_stays_text(open_: Opener) -> None:
    window = open_()
    window.page.fill("#search", "acme")
    window.page.keyboard.press("Enter")
    assert "<script>alert(1)</script>" in window.panel()
    window.run("() => kg.show.article(0)")
    window.page.wait_for_selector("#panel .panel-body > *")
    window.page.locator("#tab-table").click()
    assert window.run("() => document.querySelectorAll('#panel script, #views script, #found script').length") == 0
    hrefs = window.run("() => [...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(Boolean)")
    assert all(href.startswith(("http://", "https://", "#")) for href in hrefs)
    assert window.run("() => kg.el('a', { href: 'javascript:alert(1)' }, 'x').hasAttribute('href')") is False
    assert window.run("() => kg.link('data:text/html,x', 'x').tagName") == "SPAN"


def test_light_and_dark(open_: Opener) -> None:
    grounds = set()
    for dark in (False, True):
        window = open_(dark=dark)
        button = window.page.locator("#theme")
        before = window.run("() => getComputedStyle(document.body).backgroundColor")
        node = window.run("() => kg.cy.nodes()[0].style('background-color')")
        assert button.inner_text() == ("Light" if dark else "Dark")
        button.click()
        after = window.run("() => getComputedStyle(document.body).backgroundColor")
        assert before != after and window.run("() => kg.cy.nodes()[0].style('background-color')") != node
        grounds |= {before, after}
    assert len(grounds) == 2


@pytest.mark.parametrize(("width", "height"), [(360, 740), (768, 1024), (3840, 2160)])
def test_every_width(open_: Opener, width: int, height: int) -> None:
    window = open_(width=width, height=height)
    window.page.fill("#search", "jane")
    window.page.keyboard.press("Enter")
    window.settle()
    assert window.run("() => document.documentElement.scrollWidth <= innerWidth && document.body.scrollHeight <= innerHeight")
    drawing, panel = (window.page.locator(part).bounding_box() for part in ("#network", "#panel"))
    assert drawing and panel and panel["width"] > 300 and drawing["height"] > 100
    if width <= 760:
        assert panel["y"] >= drawing["y"] + drawing["height"] - 1 and panel["x"] == 0  # a sheet below
    place = window.at("Jane Roe")
    assert 0 < place["x"] < drawing["width"] and 0 < place["y"] < drawing["height"]
    window.page.locator("#panel button.evidence").first.click()
    assert window.run("() => document.documentElement.scrollWidth <= innerWidth")
    if width <= 760:
        assert window.page.locator("#narrow").is_hidden()
        window.page.locator("#panel button[aria-label=Close]").click()
        window.page.locator("#narrow-button").click()
        assert window.page.locator("#narrow").is_visible()
        window.page.locator("#narrow button[aria-label=Close]").click()


def test_ten_thousand_things(open_: Opener, thousands: Path) -> None:
    window = open_(thousands)
    assert 60 <= len(window.shown()) <= 300
    assert "of 10,000 things" in window.page.locator("#view-network .note").inner_text()
    window.page.locator("#view-network .note button").click()
    assert len(window.shown()) > 250
    window.run("() => kg.state.set({ most: '9000' })")
    assert len(window.shown()) == 1500 and "No more than 1,500" in window.page.locator("#view-network .note").inner_text()
    last = large.name(9998)
    window.page.fill("#search", last)
    window.page.keyboard.press("Enter")
    window.run("i => kg.expand(i)", window.find(last))
    assert len(window.shown()) == 1500 and {last, *around(window, last)} <= set(window.shown())  # the least weighty gave way


def test_the_servers_page_under_its_policy(browser: Browser) -> None:
    """The shell with everything from one server, whose policy allows scripts and styles of its own alone."""
    explorer = Explorer(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()))
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data: blob:; base-uri 'none'"

    def answer(route: Route) -> None:
        url = urlsplit(route.request.url)
        asked = parse_qs(url.query)
        if url.path == "/":
            route.fulfill(body=shell("Served"), content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": policy})
        elif url.path.startswith("/static/"):
            data, media = assets()[url.path.removeprefix("/static/")]
            route.fulfill(body=data, content_type=media)
        elif url.path == "/api/overview":
            route.fulfill(json=explorer.overview())
        elif url.path == "/api/quotes":
            route.fulfill(json=explorer.quotes(int(n) for n in asked["n"][0].split(",")))
        elif url.path == "/api/article":
            route.fulfill(json=explorer.article(asked["id"][0]))
        else:
            route.fulfill(status=404, json={"error": "there is no such page"})

    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.route("http://kg.test/**", answer)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("http://kg.test/#id=person/jane-roe")
    page.locator("html[data-ready=yes]").wait_for(state="attached")  # waiting for a function needs eval
    assert page.locator("#panel-title").inner_text() == "Jane Roe" and page.evaluate("() => kg.mode") == "server"
    assert page.evaluate("() => kg.cy.nodes().length") == 10
    page.locator("#panel button.evidence").first.click()
    assert "opened the Fair" in page.locator("#panel blockquote", has_text="Fair").first.inner_text()
    page.evaluate("() => kg.show.article(kg.data.articleById('a1'))")
    page.locator("#panel", has_text="Exports rose").wait_for()
    context.close()
    assert not faults
