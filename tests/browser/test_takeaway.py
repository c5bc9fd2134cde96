"""What the page gives to take away, read by those who would read it: rdflib, pyoxigraph, networkx, csv."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from browser.opened import Opened, write
from fixtures import told
from kg.rdf import KG

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ENTITIES = {entity.name for entity in told.ENTITIES}
# the whole graph tells these of entities that the page does not: how the merge came about, and where each name stands
NOT_TOLD = {KG + term for term in ("reason", "mention", "iso3166", "geonames", "wikidata", "sha256", "sourceFile", "language")}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("takeaway"))


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    page = Opened(browser, path, "#view=articles")
    yield page
    page.close()


def take(opened: Opened, name: str) -> tuple[str, bytes]:
    opened.page.locator(".takeaway summary").click()
    return opened.saved(lambda: opened.page.locator(".takeaway-list").get_by_role("button", name=name, exact=True).click())


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_menu_counts_what_is_left(opened: Opened) -> None:
    opened.page.locator(".takeaway summary").click()
    opened.page.locator(".takeaway-list").get_by_text(f"{len(told.ENTITIES)} things, {len(told.FACTS)} facts").wait_for()
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".takeaway-list").is_hidden()
    opened.page.evaluate("kg.state.set({ kinds: ['tie'] })")
    opened.page.locator(".takeaway summary").click()
    opened.page.locator(".takeaway-list").get_by_text("2 things, 1 fact").wait_for()


@pytest.mark.parametrize("width", [360, 1400])
def test_the_menu_stands_in_the_window(browser: Browser, path: Path, width: int) -> None:
    opened = Opened(browser, path, "#view=articles", width=width)
    opened.page.locator(".takeaway summary").click()
    for button in opened.page.locator(".takeaway-list button").all():
        box = button.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        button.click(trial=True)
    opened.close()


def test_turtle_says_what_the_graph_says(opened: Opened) -> None:
    name, data = take(opened, "Turtle")
    assert name == "selection.ttl"
    store = {(quad.subject, quad.predicate, quad.object) for quad in ox.parse(data, ox.RdfFormat.TURTLE)}
    assert not [node for triple in store for node in triple if isinstance(node, ox.BlankNode)]
    graph = told.graph()
    known = {(quad.subject, quad.predicate, quad.object) for quad in graph.source.facts()}
    facts = {subject for subject, predicate, _ in known if predicate.value == KG + "status"}
    assert len(facts) == len(told.FACTS)

    def of_facts(triples: set[tuple[object, ...]]) -> set[tuple[object, ...]]:
        return {triple for triple in triples if triple[0] in facts and triple[1].value not in NOT_TOLD}  # type: ignore[attr-defined]

    # bounds of dates follow from the dates, short properties from the facts
    follows = {
        KG + term + bound
        for term in ("from", "startDate", "endDate", "signedDate", "periodStart", "periodEnd")
        for bound in ("Earliest", "Latest")
    }
    expected = {
        triple
        for triple in of_facts(known)
        if triple[1].value not in follows | {KG + t for t in ("signedBy", "hasParticipant", "organizedBy")}
    }  # type: ignore[attr-defined]
    said = of_facts(store)
    assert expected - said == set()
    assert {triple[1].value for triple in said - expected} <= set()  # type: ignore[attr-defined]


def test_turtle_says_nothing_that_the_graph_does_not(opened: Opened) -> None:
    _, data = take(opened, "Turtle")
    known = {(quad.subject, quad.predicate, quad.object) for quad in told.graph().source.facts()}
    more = [triple for triple in ((q.subject, q.predicate, q.object) for q in ox.parse(data, ox.RdfFormat.TURTLE)) if triple not in known]
    assert more == []


def test_turtle_is_read_by_rdflib(opened: Opened) -> None:
    _, data = take(opened, "Turtle")
    graph = rdflib.Graph()
    graph.parse(data=data, format="turtle")
    quotes = {str(quote) for quote in graph.objects(None, rdflib.URIRef(KG + "quote"))}
    assert quotes == {evidence.quote for fact in told.FACTS for evidence in fact.evidence}
    assert {str(label) for label in graph.objects(None, rdflib.RDFS.label)} >= ENTITIES
    assert rdflib.Literal(told.HARM) in set(graph.objects(None, rdflib.URIRef(KG + "headline")))
    assert not list(graph.triples((None, rdflib.URIRef(KG + "url"), rdflib.Literal(told.ACCORD.url, datatype=rdflib.XSD.anyURI))))


def test_turtle_of_a_narrowed_selection_holds_that_alone(opened: Opened) -> None:
    opened.page.evaluate("kg.state.set({ kinds: ['tie'] })")
    _, data = take(opened, "Turtle")
    graph = rdflib.Graph()
    graph.parse(data=data, format="turtle")
    types = {str(type_).removeprefix(KG) for type_ in graph.objects(None, rdflib.RDF.type)}
    assert types == {"Tie", "Country", "Article", "Evidence"}


def test_graphml_is_read_by_networkx(opened: Opened) -> None:
    name, data = take(opened, "GraphML")
    assert name == "selection.graphml"
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    assert {node["label"] for _, node in graph.nodes(data=True)} == ENTITIES
    assert all(isinstance(node["articles"], int) and isinstance(node["x"], float) for _, node in graph.nodes(data=True))
    between = [fact for fact in told.FACTS if len(fact.roles) == 2]
    edges = list(graph.edges(data=True))
    assert len(edges) == len(between)
    export = next(edge for _, _, edge in edges if edge["kind"] == "tie")
    assert export["label"] == "exports to" and export["quote"] == "Japan exports to Vietnam." and export["title"] == told.HARM
    assert export["asserted"] is True and [edge["asserted"] for _, _, edge in edges if edge["status"] == "planned"] == [False, False]


def test_graphml_leaves_out_what_no_xml_may_hold(opened: Opened) -> None:
    opened.page.evaluate("() => { kg.data.things[0].name = 'a\\u0000b\\ud800c]]>&<\\r\\n\\ud83d\\ude00'; }")
    _, data = take(opened, "GraphML")
    labels = {node["label"] for _, node in nx.read_graphml(io.BytesIO(data), force_multigraph=True).nodes(data=True)}
    assert "a\ufffdb\ufffdc]]>&<\r\n😀" in labels


def test_tables_keep_numbers_and_disarm_formulas(opened: Opened) -> None:
    name, data = take(opened, "Facts as CSV")
    found = rows(data)
    assert name == "facts.csv" and len(found) == len(told.FACTS)
    assert {row["value"] for row in found if row["kind"] == "statistic"} == {"24200000000", "900000000", "3000000000000", "-7"}
    said = next(row for row in found if row["kind"] == "statement")
    assert said["subject"] == f"'{told.FORMULA}" and said["text"] == "'=SUM(A1) is no formula" and said["quote"] == said["text"]
    assert said["publisher"] == f"'{told.FORMULA}" and said["title"] == told.HARM and said["url"] == ""
    start = told.SECOND[0][1].__len__() + 2 + told.SECOND[1][1].index("=SUM")
    assert (said["start"], said["end"]) == (str(start), str(start + len("=SUM(A1) is no formula")))
    name, data = take(opened, "Things as CSV")
    found = rows(data)
    assert name == "things.csv" and {row["name"] for row in found} == ENTITIES - {told.FORMULA} | {f"'{told.FORMULA}"}
    assert next(row for row in found if row["name"].startswith("'"))["other names"].startswith("'-1+1")
    for row in found:
        assert not [cell for column, cell in row.items() if cell[:1] in tuple("=+-@\t\r\n")]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_every_start_of_a_formula_is_disarmed(opened: Opened, cell: str) -> None:
    data = opened.page.evaluate("cell => kg.tables.of(['a', 'b'], [[cell, '-1.5'], ['x,\"y\"', cell]], new Set([1]))", cell)
    parsed = list(csv.reader(io.StringIO(data.removeprefix("\ufeff"), newline="")))
    assert parsed[1] == [f"'{cell}", "-1.5"]
    assert parsed[2] == ['x,"y"', cell if cell == "-1" else f"'{cell}"]


def test_the_network_is_saved_as_it_is_shown(opened: Opened) -> None:
    name, data = take(opened, "SVG")
    assert name == "network.svg"
    root = ET.fromstring(data)
    words = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Vietnam", "Japan", "Hanoi"} <= words
    shapes = len(list(root.iter("{http://www.w3.org/2000/svg}path")))
    assert shapes == opened.page.evaluate("kg.cy.edges().length")
    assert opened.page.get_by_role("tab", name="Network").get_attribute("aria-selected") == "true"
    name, data = take(opened, "PNG")
    assert name == "network.png" and data.startswith(b"\x89PNG")


def test_the_svg_shows_the_same_colours_as_the_canvas(browser: Browser, path: Path) -> None:
    opened = Opened(browser, path, "#view=network", dark=True)
    _, data = take(opened, "SVG")
    ground = opened.page.evaluate("kg.colour('--bg')")
    assert next(ET.fromstring(data).iter("{http://www.w3.org/2000/svg}rect")).get("fill") == ground
    opened.close()
