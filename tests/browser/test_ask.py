"""The Ask tab of a page that was opened from disk: it answers by itself, and nothing leaves it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from fixtures import made_up
from kg.explore import asking
from kg.explore import page as draw
from kg.graph import Graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
READY = "() => document.documentElement.dataset.ready === 'yes'"


class Window:
    """A page that was opened offline, and everything that went wrong in it."""

    def __init__(self, browser: Browser, path: Path, width: int = 1400, more: str = "", dark: bool = False) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
        self.context.set_offline(True)
        self.faults: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.faults.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._requested)
        self.page.goto(f"{path.as_uri()}#view=ask{more}")
        self.page.locator("html[data-ready=yes]").wait_for()
        self.path = path

    def _requested(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith(("blob:", "file:")):  # the worker, the page
            self.faults.append(f"request: {url}")

    def write(self, query: str) -> None:
        self.page.evaluate("query => document.querySelector('.CodeMirror').CodeMirror.setValue(query)", query)

    def ask(self, query: str) -> str:
        """What the head says of the answer."""
        self.write(query)
        self.page.get_by_role("button", name="Ask", exact=True).click()
        return self.head()

    def head(self) -> str:
        self.page.locator("#view-ask[aria-busy=false]").wait_for(state="attached")
        return self.page.locator("div.ask-head").inner_text()

    def cells(self) -> list[list[str]]:
        rows = self.page.locator(".ask-table tbody tr").all()
        return [row.locator("td").all_inner_texts() for row in rows]

    def saved(self, name: str) -> str:
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=name, exact=True).click()
        return Path(download.value.path()).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("ask") / "made up.html"
    file.write_text(draw(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())), encoding="utf-8")
    return file


@pytest.fixture
def window(browser: Browser, path: Path) -> Iterator[Window]:
    opened = Window(browser, path)
    yield opened
    opened.context.close()
    assert not opened.faults, opened.faults


def test_a_question_is_one_click_away(window: Window) -> None:
    window.page.get_by_role("button", name="Who holds or held which post").click()
    assert window.head().startswith("3 rows")
    assert window.cells()[0][1:3] == ["Jane Roe", "Director"]


def test_every_question_and_example_is_understood(window: Window) -> None:
    names = window.page.locator(".ask-questions button").evaluate_all("buttons => buttons.map((button) => button.dataset.question)")
    assert len(names) >= 22
    for name in names:
        window.page.locator(f"[data-question='{name}']").click()
        assert "No answer" not in window.head(), name


def test_known_prefixes_need_no_declaration_and_unknown_ones_are_told(window: Window) -> None:
    assert window.ask("ASK { person:jane-roe a kg:Person }").startswith("Yes")
    assert window.ask("ASK { person:jane-roe a kg:Law }").startswith("No in")
    assert "Line 2, column 12: this prefix is not known" in window.ask("ASK {\n ?x a foo:X }")
    assert window.page.locator(".ask-wrong").count() == 1
    assert window.page.locator(".parseErrorIcon").count() == 1


def test_only_what_kg_knows_is_marked_as_known(window: Window) -> None:
    window.write("SELECT ?x WHERE {\n ?x a kg:Person ; rdfs:label ?name }")
    assert window.page.locator(".parseErrorIcon").count() == 0
    window.write("SELECT ?x WHERE {\n ?x a kg:Person ; }}")
    window.page.locator(".parseErrorIcon").first.hover()
    assert "is not understood" in str(window.page.locator(".parseErrorIcon").first.get_attribute("title"))


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("DELETE WHERE { ?x ?y ?z }", "SELECT, ASK, CONSTRUCT or DESCRIBE is missing"),
        ("SELECT * WHERE { SERVICE <http://other.example/> { ?x ?y ?z } }", "must not call other machines"),
        ("SELECT * WHERE {\n  ?x kg:holder } }", "Line 2, column 16: “}” is not understood here"),
        ("SELECT ?x ?y WHERE { ?x a kg:Person } GROUP BY ?x", "a variable is neither grouped by nor counted"),
    ],
)
def test_what_cannot_be_answered_is_told_in_words(window: Window, query: str, told: str) -> None:
    assert told in window.ask(query)
    assert window.ask("ASK { ?x a kg:Person }").startswith("Yes")  # and it goes on


def test_nothing_found_is_no_fault(window: Window) -> None:
    assert window.ask("SELECT ?x WHERE { ?x a kg:Nothing }").startswith("0 rows")
    assert "Nothing in the graph fits" in window.page.locator(".ask-body").inner_text()


def test_a_slow_query_is_stopped_by_hand_and_by_time(window: Window) -> None:
    window.write(SLOW)
    window.page.get_by_role("button", name="Ask", exact=True).click()
    window.page.get_by_role("button", name="Stop").click()
    assert "stopped, as you wished" in window.head()
    window.page.evaluate("() => { kg.ask.LIMIT = 1; }")
    assert "no answer within 1 seconds" in window.ask(SLOW)
    window.page.evaluate("() => { kg.ask.LIMIT = 30; }")
    assert window.ask("ASK { ?x a kg:Person }").startswith("Yes")


def test_what_an_article_says_is_text(window: Window) -> None:
    window.ask("SELECT ?text WHERE { ?s a kg:Statement ; kg:text ?text }")
    assert "<script>alert(1)</script>" in window.cells()[0][0]
    assert window.page.locator(".ask-table script").count() == 0


def test_a_thing_opens_its_card_and_a_fact_its_evidence(window: Window) -> None:
    window.ask("SELECT ?who ?tenure WHERE { ?tenure kg:holder ?who } ORDER BY ?tenure")
    window.page.locator(".ask-open", has_text="person:jane-roe").first.click()
    window.page.locator("#panel:not([hidden])").wait_for()
    assert "Jane Roe" in window.page.locator("#panel").inner_text()
    window.page.locator(".ask-open", has_text="tenure:roe-director").first.click()
    window.page.locator("#panel blockquote, #panel .quote").first.wait_for()
    assert "opened the Fair in Port Alba" in window.page.locator("#panel").inner_text()


def test_evidence_opens_the_article_whatever_it_is_called(window: Window) -> None:
    for kind, id_ in (("exports_to", "B bad/näme (1)#3"), ("", "a1")):
        relation = f"; kg:relation relation:{kind}" if kind else "; kg:title 'Director'"
        window.ask(
            f"SELECT ?e WHERE {{ ?fact kg:evidence ?e {relation} }} ORDER BY DESC(?e) LIMIT 1"
            if kind
            else "SELECT ?article ?start ?end WHERE { ?e kg:article/kg:identifier ?article ; kg:start ?start ; kg:end ?end "
            "FILTER(?article = 'a1') } LIMIT 1"
        )
        window.page.locator(".ask-open").first.click()
        window.page.wait_for_timeout(300)
        assert window.page.evaluate("() => kg.state.get().read") == id_


def test_files_hold_the_whole_answer(window: Window) -> None:
    window.ask('SELECT ?name ?n WHERE { VALUES (?name ?n) { ("a \\"b\\", c" 1) ("d\\te"@en UNDEF) } }')
    assert window.saved("CSV") == 'name,n\r\n"a ""b"", c",1\r\nd\te,\r\n'.replace("\r\n", "\n")
    tsv = window.saved("TSV").splitlines()
    assert tsv[0] == "?name\t?n"
    assert tsv[1] == '"a \\"b\\", c"\t"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert tsv[2] == '"d\\te"@en\t'
    assert json.loads(window.saved("JSON"))["head"]["vars"] == ["name", "n"]


def test_a_construct_is_a_network_and_can_be_saved_as_turtle(window: Window) -> None:
    head = window.ask("CONSTRUCT { ?a kg:exportsTo ?b } WHERE { ?a kg:exportsTo ?b }")
    assert head.startswith("1 triple")
    assert window.page.locator(".ask-picture .ask-node").count() == 2
    window.page.locator(".ask-node", has_text="Borduria").click()
    assert "Borduria" in window.page.locator("#panel").inner_text()
    assert "kg:exportsTo" in window.saved("Turtle").replace("<https://kg.example/ontology#exportsTo>", "kg:exportsTo")
    window.page.get_by_role("button", name="Table").click()
    assert window.cells() == [["country:alba", "kg:exportsTo", "country:borduria"]]


def test_numbers_are_a_chart_each_unit_by_itself(window: Window) -> None:
    window.ask('SELECT ?what ?n ?unit WHERE { VALUES (?what ?n ?unit) { ("a" 5 "USD") ("b" 7 "USD") ("c" 9000 "VND") } }')
    window.page.get_by_role("button", name="Chart").click()
    window.page.locator(".ask-plot").wait_for()
    assert window.page.locator(".ask-plot rect").count() == 2
    window.page.get_by_label("unit ", exact=False).last.select_option("VND")
    assert window.page.locator(".ask-plot rect").count() == 1


def test_the_columns_sort(window: Window) -> None:
    window.ask("SELECT ?n WHERE { VALUES ?n { 10 9 2 UNDEF } }")
    window.page.locator(".ask-sort").click()
    assert [row[0] for row in window.cells()] == ["10", "9", "2", ""]
    window.page.locator(".ask-sort").click()
    assert [row[0] for row in window.cells()] == ["2", "9", "10", ""]


def test_the_vocabulary_completes_what_is_typed(window: Window) -> None:
    window.write("")
    window.page.locator(".CodeMirror").click()
    window.page.keyboard.type("SELECT ?x WHERE { ?x a kg:Ag")
    window.page.locator(".CodeMirror-hint").first.wait_for()
    hints = window.page.locator(".CodeMirror-hint").all_inner_texts()
    assert [hint.split()[0] for hint in hints] == ["kg:Agency", "kg:Agreement"]
    assert "A body of a state" in hints[0]
    window.page.keyboard.press("Enter")
    window.page.keyboard.type(" }")
    window.page.keyboard.press("Control+Enter")
    assert window.head().startswith("1 row")


def test_the_address_holds_the_query(browser: Browser, path: Path) -> None:
    window = Window(browser, path, more=f"&sparql={quote('SELECT ?x WHERE { ?x a kg:Law }')}")
    assert window.head().startswith("1 row")
    window.ask("SELECT ?x WHERE { ?x a kg:Place }")
    window.page.go_back()
    window.page.wait_for_timeout(300)
    assert window.cells() == [["law:land-law"]]
    window.context.close()
    assert not window.faults


@pytest.mark.parametrize(("width", "dark"), [(360, False), (2560, True)])
def test_it_fits_every_width(browser: Browser, path: Path, width: int, dark: bool) -> None:
    window = Window(browser, path, width=width, dark=dark)
    window.page.evaluate("() => { document.querySelector('.ask-questions').open = true; }")
    window.page.locator("[data-question='posts']").click()
    window.head()
    assert window.page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert window.page.evaluate(
        "() => document.querySelector('.ask-main').scrollWidth <= document.querySelector('.ask-main').clientWidth + 1"
    )
    window.context.close()
    assert not window.faults


def test_a_page_without_an_engine_says_how_to_ask(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "small.html"
    file.write_text(draw(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()), ask=False), encoding="utf-8")
    window = Window(browser, file)
    told = window.page.locator("#view-ask").inner_text()
    assert "kg serve" in told
    assert "kg view --ask" in told
    window.context.close()
    assert not window.faults


def test_a_page_of_a_graph_too_large_sends_to_the_server(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "LARGEST", 1000)
    file = tmp_path / "large.html"
    file.write_text(draw(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())), encoding="utf-8")
    window = Window(browser, file)
    told = window.page.locator("#view-ask").inner_text()
    assert "too large for a page" in told
    assert "kg serve" in told
    assert "kg view" not in told
    window.context.close()
    assert not window.faults
