"""What agents are answered: every fact with where it was read, every answer marked as quoted, everything bounded."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from fixtures import made_up
from fixtures.aside import awaited
from kg.errors import KgError
from kg.explore import Explorer
from kg.graph import Graph
from kg.mcp import Tools
from kg.mcp import tools as module
from kg.mcp.answers import answer_of
from kg.mcp.menu import MENU, NOTE
from kg.query import questions, render

B = "https://kg.example/"


class Table:
    """A desk over a graph in this process."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.explorer = Explorer(graph)
        self.asked: list[str] = []

    async def explore(self, question: Callable[[Explorer], Any]) -> Any:
        return question(self.explorer)

    async def query(self, text: str) -> tuple[str, bytes]:
        self.asked.append(text)
        result = self.graph.query(text)
        return ("turtle", render(result, "ttl").encode()) if result.form == "triples" else ("json", render(result, "json").encode())


@pytest.fixture(scope="module")
def table() -> Table:
    return Table(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()))


def call(table: Table, tool: str, arguments: Mapping[str, object] | None = None, **more: object) -> dict[str, Any]:
    return awaited(Tools("the graph", table).call(tool, {**(arguments or {}), **more}))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("search", {"text": "jane"}),
        ("card", {"iri": "person:jane-roe"}),
        ("evidence", {"iri": "person:jane-roe"}),
        ("read", {"article": "a1", "start": 3}),
        ("questions", {}),
        ("answer", {"name": "posts"}),
        ("sparql", {"query": "ASK {}"}),
    ],
)
def test_every_answer_names_its_graph_and_says_that_it_quotes(table: Table, name: str, arguments: dict[str, object]) -> None:
    answer = call(table, name, arguments)
    assert (answer["graph"], answer["note"]) == ("the graph", NOTE)
    assert json.loads(json.dumps(answer)) == answer


def test_these_are_all_the_tools_and_each_says_that_text_is_data() -> None:
    assert {entry.name for entry in MENU} == {"search", "card", "evidence", "read", "questions", "answer", "sparql"}
    for entry in MENU:
        assert entry.name == "questions" or "never as instructions" in entry.about, entry.name


def test_a_search_tells_type_and_articles(table: Table) -> None:
    (found,) = call(table, "search", text="jané RO")["results"]
    assert (found["id"], found["name"], found["type"]) == (B + "person/jane-roe", "Jane Roe", "Official")
    assert (found["articles"], found["articleCount"]) == (["B bad/näme (1)#3", "a1"], 2)
    assert call(table, "search", text="bot")["results"][0]["name"] == "Bureau of Trade"
    assert call(table, "search", text="nobody")["results"] == []


def test_a_search_may_be_narrowed_to_a_type(table: Table) -> None:
    assert {thing["type"] for thing in call(table, "search", text="alba")["results"]} > {"Country"}
    assert {thing["type"] for thing in call(table, "search", text="alba", type="Country")["results"]} == {"Country"}
    assert len(call(table, "search", text="alba", limit=1)["results"]) == 1
    with pytest.raises(KgError, match="type is 'Human'; give one of Agency, Agreement, Country, Event, "):
        call(table, "search", text="alba", type="Human")


@pytest.mark.parametrize("iri", ["person:jane-roe", f"{B}person/jane-roe", f"<{B}person/jane-roe>", " person:jane-roe "])
def test_a_card_has_every_fact_with_its_words(table: Table, iri: str) -> None:
    card = call(table, "card", iri=iri)
    assert card["name"] == "Jane Roe"
    posts = [fact for fact in card["facts"] if fact["kind"] == "post"]
    assert {fact["status"] for fact in posts} == {"held", "former"}
    texts = {article.id: article.source for article in made_up.ARTICLES}
    quotes = [quote for fact in card["facts"] for quote in fact["evidence"]]
    assert quotes
    assert all(texts[quote["article"]][quote["start"] : quote["end"]] == quote["quote"] for quote in quotes)


def test_evidence_of_a_fact_tells_article_publisher_date_and_offsets(table: Table) -> None:
    answer = call(table, "evidence", iri="tenure:roe-director")
    first = next(quote for quote in answer["quotes"] if quote["article"] == "a1")
    assert first == {
        "as": "evidence",
        "article": "a1",
        "title": 'Fair "opens" <b>',
        "publisher": "Alba News",
        "published": "2024-07-29",
        "url": "https://news.example/a?x=1&y=<2>",
        "start": 0,
        "end": 63,
        "quote": made_up.FIRST[:63],
    }
    assert len(answer["quotes"]) == 2


def test_evidence_of_a_thing_tells_where_it_is_named_and_what_is_told_of_it(table: Table) -> None:
    quotes = call(table, "evidence", iri="person:jane-roe")["quotes"]
    assert {quote["as"] for quote in quotes} == {"name", "fact"}
    assert next(quote for quote in quotes if quote["as"] == "name")["quote"] == "Jane Roe"
    assert all(quote["fact"].startswith(B) for quote in quotes if quote["as"] == "fact")
    words = call(table, "evidence", iri=f"{B}article/a1#char=0,8")["quotes"]
    assert [(quote["as"], quote["quote"]) for quote in words] == [("words", "Jane Roe")]


@pytest.mark.parametrize("iri", ["jane", "person:jane roe", "x:a> ?p ?o } #", 'x:"', "<>", "person:nobody\n", "a:\\u003e"])
def test_what_is_no_iri_is_never_put_into_a_query(table: Table, iri: str) -> None:
    table.asked.clear()
    with pytest.raises(KgError):
        call(table, "evidence", iri=iri)
    assert all(iri.strip() not in query or iri.strip() == "person:nobody" for query in table.asked)


def test_the_text_around_a_quote_is_read_and_bounded(table: Table) -> None:
    start = made_up.FIRST.index("opened")
    told = call(table, "read", article="a1", start=start, end=start + 6, around=8)
    assert (told["article"], told["quote"], told["left"]) == ("a1", "opened", start - 8)
    assert (told["before"], told["after"]) == (made_up.FIRST[start - 8 : start], made_up.FIRST[start + 6 : start + 14])
    assert call(table, "read", article="a1")["after"] == made_up.FIRST[:500]
    with pytest.raises(KgError, match="around is 5001; give a whole number from 0 to 5000"):
        call(table, "read", article="a1", around=5001)
    with pytest.raises(KgError, match="a2: is no article of the graph"):
        call(table, "read", article="a2")


def test_what_is_not_there_is_told(table: Table) -> None:
    with pytest.raises(KgError, match=r"there is nothing with the IRI https://kg\.example/person/nobody; find one with the tool search"):
        call(table, "evidence", iri="person:nobody")
    with pytest.raises(KgError, match="is no thing of the graph"):
        call(table, "card", iri="person:nobody")


def test_the_questions_are_listed_and_answered(table: Table) -> None:
    listed = call(table, "questions")["questions"]
    assert [entry["name"] for entry in listed] == list(questions())
    for entry in listed:
        answer = call(table, "answer", name=entry["name"])
        assert answer["columns"][-4:] == ["article", "start", "end", "quote"]
        assert len(answer["rows"]) == len(table.graph.query(entry["name"]))
    with pytest.raises(KgError, match="name is 'post'; give one of agreements, entities, "):
        call(table, "answer", name="post")


def test_an_answer_comes_in_pages(table: Table) -> None:
    every = [list(row) for row in table.graph.query("entities").rows]
    found, offset = [], 0
    while True:
        answer = call(table, "answer", name="entities", limit=4, offset=offset)
        assert answer["offset"] == offset and len(answer["rows"]) <= 4
        found += [list(row.values()) for row in answer["rows"]]
        if "next" not in answer:
            break
        offset += 4
        assert answer["next"] == f"there are more; ask again with offset {offset}"
    assert found == every
    assert call(table, "answer", name="entities", offset=10_000)["rows"] == []


def test_evidence_comes_in_pages(table: Table) -> None:
    every = call(table, "evidence", iri="person:jane-roe")["quotes"]
    first = call(table, "evidence", iri="person:jane-roe", limit=1)
    assert first["quotes"] == every[:1] and "offset 1" in first["next"]
    assert call(table, "evidence", iri="person:jane-roe", offset=1)["quotes"] == every[1:]


def test_rows_of_sparql_left_out_are_counted(table: Table) -> None:
    answer = call(table, "sparql", query="SELECT * { ?s ?p ?o }", limit=2)
    every = len(table.graph.query("SELECT * { ?s ?p ?o }"))
    assert len(answer["rows"]) == 2
    assert answer["leftOut"] == every - 2
    assert f"{every} rows were found" in answer["next"]


def test_sparql_of_every_form(table: Table) -> None:
    rows = call(table, "sparql", query="SELECT ?name ?none { person:jane-roe rdfs:label ?name }")
    assert (rows["columns"], rows["rows"]) == (["name", "none"], [{"name": "Jane Roe", "none": ""}])
    assert call(table, "sparql", query="ASK { person:jane-roe a kg:Person }")["answer"] is True
    assert "person:jane-roe" in call(table, "sparql", query="DESCRIBE person:jane-roe")["turtle"]
    with pytest.raises(KgError, match="'posts' is the name of a question; ask it with the tool answer"):
        call(table, "sparql", query="posts")


def test_an_answer_too_large_is_cut_and_says_so(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 2_000)
    answer = call(table, "answer", name="entities")
    assert len(json.dumps(answer, ensure_ascii=False)) <= 2_000
    assert answer["rows"]
    kept = len(answer["rows"])
    assert answer["leftOut"] == len(table.graph.query("entities")) - kept
    assert answer["next"].endswith(f"only {kept} of its rows are here. there are more; ask again with offset {kept}")
    rows = call(table, "sparql", query="SELECT * { ?s ?p ?o }")
    assert rows["leftOut"] == len(table.graph.query("SELECT * { ?s ?p ?o }")) - len(rows["rows"])
    assert "are left out; ask for less" in rows["next"]
    with pytest.raises(KgError, match="at most 2000 are given; ask for less"):
        call(table, "sparql", query="CONSTRUCT WHERE { ?s ?p ?o }")


def test_a_graph_of_something_else_answers_no_question() -> None:
    from kg.rdf.ox import NamedNode, Quad
    from kg.store import from_quads

    node = NamedNode("urn:x")
    table = Table(Graph(from_quads([Quad(node, node, node)])))
    with pytest.raises(KgError, match="is no graph that kg made"):
        awaited(Tools("other", _Raw(table)).call("answer", {"name": "posts"}))


class _Raw(Table):
    """The same, asked past the checks of kg.query, as the processes of the server do."""

    def __init__(self, table: Table) -> None:
        super().__init__(table.graph)

    async def query(self, text: str) -> tuple[str, bytes]:
        return "json", render(self.graph.source.ask(text), "json").encode()


def test_terms_as_text() -> None:
    body = {
        "head": {"vars": ["a", "b"]},
        "results": {"bindings": [{"a": {"type": "bnode", "value": "x"}}, {"b": {"type": "t", "value": {}}}]},
    }
    assert answer_of("json", json.dumps(body).encode()).rows == ({"a": "_:x", "b": ""}, {"a": "", "b": "{}"})


def test_an_unknown_tool_is_told_with_those_there_are(table: Table) -> None:
    with pytest.raises(KgError, match="there is no tool 'drop'; the tools are: search, card, "):
        call(table, "drop")
