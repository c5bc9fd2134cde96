from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from fixtures import made_up
from fixtures.endpoint import serving
from kg.errors import InputError
from kg.explore import Explorer, page
from kg.explore.find import Entry, Index, fold
from kg.explore.texts import Reading
from kg.graph import Graph
from kg.store import open_source


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())


@pytest.fixture(scope="module")
def explorer(graph: Graph) -> Explorer:
    return Explorer(graph)


@pytest.fixture(scope="module", params=["trig", "turtle"])
def remote(request: pytest.FixtureRequest, graph: Graph) -> Iterator[Explorer]:
    store = Store()
    store.load(graph.export(request.param), format=RdfFormat.TRIG if request.param == "trig" else RdfFormat.TURTLE)
    with serving(store) as url:
        explorer = Explorer(open_source(url))
        explorer.overview()
        yield explorer


def iri(explorer: Explorer, name: str) -> str:
    return str(next(thing["id"] for thing in explorer.overview()["things"] if thing["name"] == name))


def test_the_overview_is_plain_json_and_always_the_same(explorer: Explorer) -> None:
    told = json.dumps(explorer.overview())
    for seed in (1, 2):
        assert json.dumps(Explorer(Graph.from_resolution(made_up.shuffled(seed), kinds=made_up.kinds())).overview()) == told


def test_an_endpoint_gives_the_same_overview(explorer: Explorer, remote: Explorer) -> None:
    here, there = explorer.overview(), remote.overview()
    assert {**there, "hasText": None} == {**here, "hasText": None}
    assert remote.quotes(range(3)) == explorer.quotes(range(3))


def test_numbers_fit_together(explorer: Explorer) -> None:
    told = explorer.overview()
    things, facts, articles = told["things"], told["facts"], told["articles"]
    quotes = explorer.quotes(range(told["counts"]["quotes"]))
    assert (len(things), len(facts), len(articles)) == tuple(told["counts"][k] for k in ("things", "facts", "articles")) == (12, 17, 2)
    assert [t["weight"] for t in things] == sorted((t["weight"] for t in things), reverse=True)
    for fact in facts:
        assert -1 <= fact["s"] < len(things) and -1 <= fact["o"] < len(things)
        assert fact["articles"] == sorted({quotes[q][0] for q in fact["q"]}) and fact["q"]
        assert fact["node"].startswith("https://kg.example/")
    for thing in things:
        assert {quotes[q][0] for q in thing["q"]} <= set(thing["articles"])
        assert all(link.startswith(("http://", "https://")) for link in thing["links"])
    for article, start, end, text in quotes:
        source = next(a.source for a in made_up.ARTICLES if a.id == articles[article]["id"])
        assert source[start:end] == text
    assert things[next(t["in"] for t in things if t["name"] == "Port Alba")]["name"] == "Alba"


def test_facts_have_days_figures_and_nodes(explorer: Explorer) -> None:
    told = explorer.overview()
    facts = [(told["things"][f["s"]]["name"] if f["s"] >= 0 else "", f) for f in told["facts"]]
    post = next(f for name, f in facts if f["kind"] == "post" and f["r"] == "Director")
    assert (post["from"], post["until"], post["status"], post["asserted"]) == ("2023-01-01", "2024-02-29", "held", True)
    assert post["node"] == "https://kg.example/tenure/roe-director"
    former = next(f for _, f in facts if f["kind"] == "post" and f is not post)
    assert (former["from"], former["until"], former["asserted"]) == ("", "", False)  # 26 May of no year
    part = next(f for _, f in facts if f["kind"] == "organizer" and f["asserted"])
    assert (part["from"], part["until"]) == ("2024-07-29", "2024-07-30")
    deal = next(f for name, f in facts if f["kind"] == "agreement" and name == "fair deal")
    assert (deal["from"], deal["until"]) == ("2024-07-01", "2024-07-31")
    figure = next(f for name, f in facts if f["kind"] == "statistic" and name == "Alba")
    assert figure["figure"] == {
        "indicator": "exports", "value": "1518000000", "unit": "USD", "change": "-6.7", "basis": "yoy",
        "start": "2024-01", "end": "2024-06", "status": "reported",
    }  # fmt: skip
    assert (figure["from"], figure["until"]) == ("2024-01-01", "2024-06-30")
    assert all(("figure" in f) == (f["kind"] == "statistic") for _, f in facts)
    assert next(f for _, f in facts if f["kind"] == "statistic" and f["s"] < 0)["status"] == "target"  # a figure of no area is kept
    assert next(f for _, f in facts if f["kind"] == "tie" and f["status"] == "denied")["node"].endswith("/tie/2")


def test_an_article_marks_its_quotes_in_its_text(explorer: Explorer) -> None:
    assert explorer.overview()["hasText"] is True
    found = explorer.article("a1")
    assert (
        found["title"] == 'Fair "opens" <b>'
        and found["text"] == made_up.FIRST
        and found["blocks"] == [[0, len(made_up.FIRST), "paragraph"]]
    )
    for _, start, end, words in (
        q for q in explorer.quotes(range(len(explorer.numbers.quotes))) if q[0] == explorer.numbers.articles.index("a1")
    ):
        begin, stop = found["spans"][f"{start},{end}"]
        assert found["text"][begin:stop] == words


def test_a_file_without_texts_says_so(graph: Graph) -> None:
    store = Store()
    store.load(graph.export("turtle"), format=RdfFormat.TURTLE)
    with serving(store) as url:
        explorer = Explorer(open_source(url))
        assert explorer.overview()["hasText"] is False
        assert explorer.article("a1")["text"] is None and explorer.article("a1")["spans"] == {}


def test_spans_where_the_text_was_repaired() -> None:
    # the file "A&amp;B  C" was read as "A&B C": an entity and a space were mended
    reading = Reading("A&B C", ((0, 5, "paragraph"),), ((0, 0), (1, 1), (2, 6), (4, 9)))
    source = "A&amp;B  C"
    for (start, first), (end, last) in itertools.combinations([(0, "A"), (1, "&"), (6, "B"), (9, "C")], 2):
        begin, stop = reading.span(start, end + 1)
        assert source[start] == first and reading.text[begin] == first and reading.text[stop - 1] == last
    assert reading.span(7, 8) == [3, 4]
    assert reading.span(4, 4) == [2, 2]
    assert Reading("", (), ()).span(3, 9) == [0, 0]


@pytest.mark.parametrize("number", [-1, 10_000])
def test_a_quote_that_is_not_there(explorer: Explorer, number: int) -> None:
    with pytest.raises(InputError, match=rf"quote {number}: is not in the graph; give numbers from 0 to \d+"):
        explorer.quotes([number])


def test_an_article_and_a_thing_that_are_not_there(explorer: Explorer) -> None:
    with pytest.raises(InputError, match="is no article of the graph"):
        explorer.article("a2")
    with pytest.raises(InputError, match="is no thing of the graph"):
        explorer.thing("https://kg.example/person/nobody")


def test_a_card_writes_everything_out(explorer: Explorer) -> None:
    card = explorer.thing(iri(explorer, "Jane Roe"))
    assert card["type"] == "Official" and card["other"] == ["Dr Roe", "Roe"]
    post = next(f for f in card["facts"] if f["relation"] == "Director")
    assert post["object"]["name"] == "Bureau of Trade" and post["details"] == {"from": "2023", "until": "2024-02"}
    assert {e["article"] for e in post["evidence"]} == {"a1", "B bad/näme (1)#3"}
    assert "Jane Roe, Director of the Bureau, opened the Fair in Port Alba." in [e["quote"] for e in post["evidence"]]
    json.dumps(card)


def test_search_cards_and_articles_are_those_of_the_overview(explorer: Explorer, graph: Graph, remote: Explorer) -> None:
    """They are read by small queries of their own; a card has what the overview has, written out."""
    told = explorer.overview()
    quotes = explorer.quotes(range(told["counts"]["quotes"]))
    things, facts, articles = told["things"], told["facts"], told["articles"]
    texts = explorer.texts()

    def short(i: int) -> dict[str, str] | None:
        return {key: things[i][key] for key in ("id", "name", "type")} if i >= 0 else None

    def written(fact: dict[str, Any]) -> dict[str, Any]:
        words = [{"article": articles[a]["id"], "start": s, "end": e, "quote": t} for a, s, e, t in (quotes[q] for q in fact["q"])]
        same = {key: fact[key] for key in ("kind", "node", "text", "status", "asserted", "from", "until")}
        found = same | {"subject": short(fact["s"]), "relation": fact["r"], "object": short(fact["o"])}
        return found | {"details": dict(fact["details"]), "evidence": words} | ({"figure": fact["figure"]} if "figure" in fact else {})

    for asked in (Explorer(graph), remote):
        assert list(asked.names.things) == [thing["id"] for thing in things]
        assert asked.articles() == articles
        assert asked.types() == sorted(entry["type"] for entry in told["types"])
        for i, thing in enumerate(things):
            assert asked.thing(thing["id"]) == {
                **{key: thing[key] for key in ("id", "name", "type", "other", "links", "weight")},
                "in": short(thing["in"]),
                "facts": [written(fact) for fact in facts if i in (fact["s"], fact["o"])],
                "articles": [articles[a] for a in thing["articles"]],
                "mentions": len(thing["q"]),
            }
            assert asked.named_in(thing["id"]) == [articles[a]["id"] for a in thing["articles"]]
            assert asked.search(thing["name"], 100)[0]["name"] == thing["name"]
        for i, article in enumerate(articles):
            if asked is not remote:
                assert asked.article(article["id"]) == texts[article["id"]]
            here = [
                {**written(fact), "evidence": [e for e in written(fact)["evidence"] if e["article"] == article["id"]]}
                for fact in facts
                if i in fact["articles"]
            ]
            assert asked.told_in(article["id"]) == here


def test_a_type_narrows_the_search_before_its_limit(explorer: Explorer) -> None:
    everything = explorer.search("a", 100)
    for type_ in explorer.types():
        assert explorer.search("a", 100, type_) == [hit for hit in everything if hit["type"] == type_]
    assert len(explorer.search("alba", 1, "Event")) == 1 != explorer.search("alba", 1)[0]["type"].count("Event")


def test_a_passage_is_the_text_around_a_quote(explorer: Explorer, graph: Graph) -> None:
    start = made_up.FIRST.index("opened the Fair")
    found = explorer.passage("a1", start, start + len("opened the Fair"), 10)
    assert (found["before"], found["quote"], found["after"]) == ("e Bureau, ", "opened the Fair", " in Port A")
    assert (found["left"], found["right"]) == (start - 10, len(made_up.FIRST) - start - len("opened the Fair") - 10)
    whole = explorer.passage("a1", 0, 0, 100_000)
    assert (whole["before"], whole["after"], whole["left"], whole["right"]) == ("", made_up.FIRST, 0, 0)
    assert explorer.passage("a1", 90_000, 95_000, 5)["before"] == made_up.FIRST[-5:]
    with pytest.raises(InputError, match="is no article of the graph"):
        explorer.passage("a2", 0, 0, 10)
    store = Store()
    store.load(graph.export("turtle"), format=RdfFormat.TURTLE)
    with serving(store) as url, pytest.raises(InputError, match="has no text in this graph"):
        Explorer(open_source(url)).passage("a1", 0, 0, 10)


def test_search_finds_names_and_other_names(explorer: Explorer) -> None:
    assert [hit["name"] for hit in explorer.search("jané RO")] == ["Jane Roe"]
    assert explorer.search("bot")[0] == {
        "id": iri(explorer, "Bureau of Trade"), "name": "Bureau of Trade", "type": "Agency", "match": "BOT",
    }  # fmt: skip
    assert [hit["name"] for hit in explorer.search("alba")][:2] == ["Alba", "Alba Fair"]
    assert explorer.search("fair alba")[0]["name"] == "Alba Fair"
    assert explorer.search("") == explorer.search("?!") == explorer.search("nobody") == []
    assert len(explorer.search("a", 3)) == 3 and explorer.search("a", 0) == []


def test_two_things_of_one_name_are_both_found() -> None:
    things = [Entry(str(i), "Nguyễn Văn Đức", "Person") for i in range(2)]
    assert [hit["id"] for hit in Index(things).search("nguyen van duc", 9)] == ["0", "1"]
    assert [hit["id"] for hit in Index(things).search("van duc", 9)] == ["0", "1"]


@pytest.mark.parametrize(
    ("text", "folded"), [("Đà Nẵng", "da nang"), ("ŁÓDŹ", "lodz"), ("Ærø", "aero"), ("Straße", "strasse"), ("İzmir", "izmir")]
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_page_of_an_explorer_and_of_its_graph(graph: Graph, explorer: Explorer) -> None:
    assert page(explorer, "Both") == page(graph, "Both")


@given(
    st.lists(st.lists(st.text("abAé -\n", max_size=6), min_size=1, max_size=3), max_size=8),
    st.text("abé ", max_size=5),
)
def test_a_search_finds_what_reading_every_name_finds(names: list[list[str]], text: str) -> None:
    index = Index([Entry(str(i), first, "Person", others) for i, (first, *others) in enumerate(names)])
    wanted = re.findall(r"\w+", fold(text))
    having = [
        str(i)
        for i, every in enumerate(names)
        if wanted and any(all(word in " ".join(re.findall(r"\w+", fold(name))) for word in wanted) for name in every)
    ]
    assert sorted((hit["id"] for hit in index.search(text, 100)), key=int) == having
