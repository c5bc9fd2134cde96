from __future__ import annotations

import json
import re
from typing import Any

import pytest

from fixtures import made_up
from kg.explore.labels import box, wrap
from kg.explore.picture import Picture, Source, Thing, local_name, picture, plain_number, spaced
from kg.explore.words import phrase, types
from kg.graph import Graph
from kg.view import page
from kg.view.html import drawing, render

HERE = {"article": "a", "start": "3", "end": "9", "quote": "He did."}


def block(html: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="kg-{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())


@pytest.fixture(scope="module")
def html(graph: Graph) -> str:
    return page(graph, "Made <up> & done")


def test_the_same_graph_gives_the_same_bytes(html: str) -> None:
    for seed in (1, 2):
        assert page(Graph.from_resolution(made_up.shuffled(seed), kinds=made_up.kinds()), "Made <up> & done") == html


def test_nothing_is_fetched(html: str) -> None:
    outside = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert not re.search(r"""(?:src|href)\s*=\s*(?!["']?data:)""", outside)
    assert "@import" not in outside and "url(" not in outside
    assert "default-src 'none'" in html


def test_what_articles_say_never_becomes_markup(html: str) -> None:
    assert "<script>alert" not in html
    assert "<title>Made &lt;up&gt; &amp; done</title>" in html
    for name in ("card", "nodes", "edges"):
        raw = re.search(rf'id="kg-{name}">(.*?)</script>', html, re.DOTALL)
        assert raw and not set("<>&") & set(raw[1])
    assert made_up.EVIL.replace("\r\n", "\n")[:20] in json.dumps(block(html, "card")["quotes"], ensure_ascii=False).replace('\\"', '"')


def test_the_browser_does_not_simulate(html: str) -> None:
    assert block(html, "options")["physics"] == {"enabled": False}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in block(html, "nodes"))


def test_cards_carry_fact_status_and_quote(html: str) -> None:
    card = block(html, "card")
    facts = {
        (f["kind"], card["things"][f["s"]]["name"], f["r"], f["o"] and card["things"][f["o"]]["name"], f["status"]) for f in card["facts"]
    }
    assert ("post", "Jane Roe", "Director", "Bureau of Trade", "held") in facts
    assert ("post", "Jane Roe", "works for", "Bureau of Trade", "former") in facts
    assert ("participant", "Jane Roe", "opens", "Alba Fair", "held") in facts
    assert ("organizer", "Alba", "organizes", "talks", "planned") in facts
    assert ("signatory", "Alba", "is a party to", "Peace Treaty", "denied") in facts
    assert ("tie", "Alba", "exports to", "Borduria", "reported") in facts
    assert ("tie", "Borduria", "invests in", "Alba", "denied") in facts
    assert card["sources"]["a1"] == {
        "title": 'Fair "opens" <b>', "date": "2024-07-29", "publisher": "Alba News", "url": "https://news.example/a?x=1&y=<2>",
    }  # fmt: skip
    figure = next(f for f in card["facts"] if f["kind"] == "statistic")
    assert figure["text"] == "exports: 1,518,000,000 USD, -6.7 % (yoy)"
    assert figure["details"] == [["period", "2024-01 to 2024-06"]]
    article, start, end, quote = card["quotes"][figure["quotes"][0]]
    source = next(a.source for a in made_up.ARTICLES if a.id == article)
    assert source[start:end] == quote


def test_what_is_not_so_is_dashed_and_named(html: str) -> None:
    edges = block(html, "edges")
    assert {edge["status"] for edge in edges if edge["dashes"]} >= {"planned", "denied", "former", "invited"}
    assert all(edge["relation"].endswith(f"({edge['status']})") for edge in edges if edge["dashes"])
    assert {edge["status"] for edge in edges if not edge["dashes"]} == {""}


def test_edges_between_the_same_two_are_bent_apart(html: str) -> None:
    bends: dict[frozenset[str], list[str]] = {}
    for edge in block(html, "edges"):
        bends.setdefault(frozenset((edge["from"], edge["to"])), []).append(json.dumps(edge["smooth"]))
    assert any(len(b) > 1 for b in bends.values())
    assert all(len(set(b)) == len(b) for b in bends.values())


def test_what_is_only_named_is_marked(html: str) -> None:
    card, nodes = block(html, "card"), block(html, "nodes")
    assert {card["things"][n["id"]]["name"] for n in nodes if n["only_mentioned"]} == {"John Doe", "Land Law"}


def test_a_large_graph_shows_what_most_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.view.html.MOST", 3)
    ties = [
        {"subject": f"i:{i}", "subjectName": f"S{i}", "relation": "exports_to", "object": "i:0", "objectName": "S0", **HERE}
        for i in range(1, 9)
    ]
    html = render(picture({"ties": ties}))
    card = block(html, "card")
    assert (len(card["things"]), card["all"]) == (3, 9)
    assert "i:0" in card["things"]
    assert {e["to"] for e in block(html, "edges")} == {"i:0"}


def test_an_empty_graph_has_a_page() -> None:
    assert block(render(Picture({}, (), {})), "card")["things"] == {}


def test_figures_of_two_places_share_a_line() -> None:
    row = {"area": "i:a", "areaName": "A", "partner": "i:b", "partnerName": "B", "change": "", "basis": "", **HERE}
    rows = [row | {"observation": str(i), "indicator": f"trade {i}", "value": "5", "unit": "USD"} for i in range(3)]
    html = render(picture({"statistics": rows}))
    (edge,) = block(html, "edges")
    assert (edge["relation"], len(edge["facts"])) == ("3 figures with", 3)


def test_one_fact_of_several_places_is_one_with_several_quotes() -> None:
    row = {"statement": "s", "speaker": "i:a", "speakerName": "A", "text": "x"}
    told = picture({"statements": [row | HERE, row | HERE | {"start": "30", "end": "33"}, row | HERE]}).facts
    assert [len(fact.quotes) for fact in told] == [2]


def test_an_event_without_a_name_is_called_by_its_kind() -> None:
    row = {"event": "http://x/event/7", "eventName": "", "kind": "TradeFair", "status": "held", "startDate": "2024", "endDate": "2024"}
    shown = picture({"events": [row | HERE]})
    assert shown.things["http://x/event/7"].name == "Trade fair"
    assert shown.facts[0].details == (("kind", "TradeFair"), ("on", "2024"))


def test_unknown_types_and_dangerous_links() -> None:
    rows = [
        {"entity": "i:a", "type": "Ghost", "name": "A", "otherNames": "B|C", "sameAs": "javascript:alert(1)|https://x.example/1", **HERE}
    ]
    shown = picture({"entities": rows}, [Source("a", url="javascript:alert(1)")])
    html = render(shown)
    thing = block(html, "card")["things"]["i:a"]
    assert (thing["type"], thing["other"], thing["links"]) == ("Thing", ["B", "C"], ["https://x.example/1"])
    assert block(html, "card")["sources"]["a"]["url"] == ""


def test_drawing_is_a_networkx_graph() -> None:
    rows = [{"subject": "i:a", "subjectName": "A", "relation": "exports_to", "object": "i:a", "objectName": "A", **HERE}]
    shown = picture({"ties": rows})
    assert drawing(shown, ["i:a"], shown.facts).number_of_edges() == 0  # a loop on itself would only be a knot
    assert isinstance(shown.things["i:a"], Thing)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Hanoi", ["Hanoi"]),
        ("Hanoi Department of Industry and Trade", ["Hanoi Department", "of Industry and", "Trade"]),
        ("a b " * 40, ["a b a b a b a b a", "b a b a b a b a b", "a b a b a b a b a…"]),
        ("x" * 60, ["x" * 35 + "…"]),
        ("", [""]),
    ],
)
def test_wrap(name: str, lines: list[str]) -> None:
    assert wrap(name) == "\n".join(lines)
    assert box(wrap(name), 10)[1] >= 20 + 16 * len(lines)


@pytest.mark.parametrize(
    ("value", "shown"), [("1518000000", "1,518,000,000"), ("-6.7", "-6.7"), ("", ""), ("many", "many"), ("1E+3", "1,000")]
)
def test_numbers(value: str, shown: str) -> None:
    assert plain_number(value) == shown


def test_words() -> None:
    assert phrase("participant", "no such role") == "takes part in"
    assert phrase("no such kind", "some_key") == "some key"
    assert spaced("MemorandumOfUnderstanding") == "Memorandum of understanding"
    assert local_name("https://x/y#z") == "z"
    shapes = {(style.shape, style.light) for style in types().values()}
    assert len(shapes) >= len(types()) - 1
