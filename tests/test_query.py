from __future__ import annotations

import contextlib
import csv
import io
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from fixtures.made_up import EVIL, RESOLUTION, kinds
from kg.errors import QueryError
from kg.graph import Graph
from kg.query import flow, narrowed, pieces, questions, render, run
from kg.query.guard import LONGEST, checked
from kg.store import Cell, Flow

COLUMNS = {
    "entities": "entity type name otherNames sameAs",
    "posts": "person personName title organization organizationName from until status",
    "events": "event eventName kind startDate endDate place placeName status",
    "organizers": "event eventName organizer organizerName",
    "participants": "event eventName participant participantName role",
    "agreements": "agreement agreementName kind signedDate validFrom validUntil event status",
    "signatories": "agreement agreementName signatory signatoryName",
    "statistics": "observation indicator area areaName partner partnerName value unit change basis periodStart periodEnd status",
    "statements": "statement speaker speakerName text",
    "ties": "subject subjectName relation object objectName",
}
B = "https://kg.example/"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_resolution(RESOLUTION, kinds=kinds())


def row(graph: Graph, question: str, /, **wanted: str) -> dict[str, str]:
    result = graph.query(question)
    found = [dict(zip(result.columns, cells, strict=True)) for cells in result.rows]
    (only,) = [cells for cells in found if all(cells[key] == value for key, value in wanted.items())]
    return only


@pytest.mark.parametrize("name", list(COLUMNS))
def test_the_columns_are_those_that_scripts_rely_on(graph: Graph, name: str) -> None:
    assert graph.query(name).columns == (*COLUMNS[name].split(), "article", "start", "end", "quote")


def test_the_first_line_of_a_question_is_the_question() -> None:
    assert set(questions()) == set(COLUMNS)
    for text in questions().values():
        assert text.startswith("# ")
        assert text.splitlines()[0].endswith("?")
        assert "GRAPH" not in text


@pytest.mark.parametrize("name", list(COLUMNS))
def test_rows_are_in_the_order_of_the_articles(graph: Graph, name: str) -> None:
    places = [(r[-4], int(r[-3]), int(r[-2])) for r in graph.query(name).rows]
    assert places == sorted(places)


@pytest.mark.parametrize("name", list(COLUMNS))
def test_every_quote_stands_where_the_row_says(graph: Graph, name: str) -> None:
    sources = {article.id: article.source for article in RESOLUTION.articles}
    for cells in graph.query(name).rows:
        article, start, end, quote = cells[-4:]
        assert sources[article][int(start) : int(end)] == quote


def test_a_person_with_a_tenure_is_told_as_official_once_a_mention(graph: Graph) -> None:
    assert row(graph, "entities", name="Jane Roe")["type"] == "Official"
    assert row(graph, "entities", name="John Doe")["type"] == "Person"
    assert {r[1] for r in graph.query("entities").rows} == {
        "Official",
        "Person",
        "Agency",
        "Organization",
        "Country",
        "Place",
        "Event",
        "Agreement",
        "Law",
    }


def test_names_and_links_are_joined_in_order(graph: Graph) -> None:
    assert row(graph, "entities", name="Jane Roe")["otherNames"] == "Dr Roe|Roe"
    assert row(graph, "entities", name="Alba")["sameAs"] == "http://sws.geonames.org/1/|http://www.wikidata.org/entity/Q2"


def test_a_fact_read_twice_gives_two_rows(graph: Graph) -> None:
    assert sum(r[2] == "Director" for r in graph.query("posts").rows) == 2


def test_dates_are_as_precise_as_told(graph: Graph) -> None:
    assert row(graph, "posts", status="former")["until"] == "--05-26"
    assert row(graph, "posts", status="former")["from"] == ""
    assert row(graph, "events", eventName="talks")["startDate"] == "--05"
    deal = row(graph, "agreements", agreementName="fair deal")
    assert (deal["signedDate"], deal["validFrom"], deal["validUntil"], deal["event"]) == (
        "2024-07",
        "2024",
        "2025-02",
        B + "event/alba-fair",
    )


def test_figures(graph: Graph) -> None:
    rise = row(graph, "statistics", indicator="exports")
    assert (rise["value"], rise["unit"], rise["change"], rise["basis"], rise["periodStart"]) == (
        "1518000000",
        "USD",
        "-6.7",
        "yoy",
        "2024-01",
    )
    assert row(graph, "statistics", indicator="fairs")["area"] == ""


def test_ties_are_only_those_reported(graph: Graph) -> None:
    assert [(r[1], r[2], r[4]) for r in graph.query("ties").rows] == [("Alba", "exports_to", "Borduria")]


def test_evil_words_come_out_as_they_went_in(graph: Graph) -> None:
    assert row(graph, "statements", speakerName="Jane Roe")["text"] == EVIL


def test_prefixes_need_no_declaration(graph: Graph) -> None:
    assert graph.query("ASK { person:jane-roe a kg:Official ; rdfs:label ?l . FILTER(datatype(?l) = xsd:string) }")
    assert graph.query("PREFIX k: <https://kg.example/ontology#> ASK { ?x a k:Official . ?x prov:wasDerivedFrom ?y }")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("post", "did you mean posts"),
        ("gossip", "choose one of agreements, entities"),
        ("SELECT * {\n ?s ?p }", "line 2, column 9: what stands there is not understood$"),
        ("SELECT * { ?s nowhere:x ?o }", "cannot be read: line 1, column 24: prefix not found$"),
        ("SELECT (COUNT(?s) AS ?n) ?p { ?s ?p ?o }", "unbound$"),
        ("SELECT * {" + "{" * 20_000 + "}" * 20_001, "brackets in each other"),
        ("SELECT * { ?s ?p ?o FILTER(" + "1+" * 20_000 + "1)}", "brackets in each other and"),
        ("SELECT * {" + " OPTIONAL {}" * 20_000 + "}", "brackets in each other and"),
        ("", "no SPARQL query"),
        ("# only a comment", "no SPARQL query"),
        ("what is this?", "no SPARQL query"),
        ("INSERT DATA { <a:a> <b:b> <c:c> }", "INSERT would change"),
        ("PREFIX x: <x:> DELETE WHERE { ?s ?p ?o }", "DELETE would change"),
        ("SELECT * { ?s ?p ?o } ; DROP ALL", "cannot be read"),
        ("LOAD <http://127.0.0.1/>", "LOAD would change"),
        ("x" * (LONGEST + 1), "characters"),
    ],
)
def test_errors_help(graph: Graph, text: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        run(graph, text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?a ?b 1SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?a ?b trueSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "SELECT * { SERVICE#\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE#>\n?x { ?s ?p ?o } }",
        "SELECT * { ?a ?b '''it's \" # ''' SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX e: <x:> SELECT * { ?a ?b e:x\\#y . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { <x:\\u0041#> ?b ?c . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { ?a ?b "\\"" . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } # "',
    ],
)
def test_service_is_refused_however_it_is_written(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        checked(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p 'SERVICE' }",
        "SELECT * { ?s ?p ?o } # the SERVICE of it",
        "SELECT * { <http://x.example/service> ?p ?o }",
        "SELECT * { ?s kg:service ?o }",
        'SELECT * { ?s ?p """a " SERVICE b""" }',
    ],
)
def test_the_word_service_elsewhere_is_fine(text: str) -> None:
    assert checked(text).text.startswith("SELECT")


@pytest.mark.parametrize("piece", ["a.", "<", "'", '"""', "'''", "?a<", "\\", "a:", "#", "<a", '"\\'])
def test_long_rubbish_is_scanned_quickly(piece: str) -> None:
    text = "SELECT " + piece * (200_000 // len(piece))
    began = time.process_time()
    with suppress(QueryError):  # of too many marks
        checked(text)
    assert time.process_time() - began < 5


@given(st.text())
def test_any_text_is_answered_or_refused(text: str) -> None:
    with contextlib.suppress(QueryError):
        assert len(checked(text).text) == len(text)


def test_the_columns_of_a_star_are_in_the_order_of_the_query(graph: Graph) -> None:
    assert graph.query("SELECT * { ?z kg:within ?a . ?a kg:iso3166 ?m }").columns == ("z", "a", "m")
    assert graph.query("SELECT DISTINCT * { ?z kg:within ?a }").rows[0][1] == B + "country/alba"
    assert checked("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").columns == ()


def test_from_is_seen() -> None:
    assert checked("SELECT * FROM <x:y> { ?s ?p ?o }").own_dataset
    assert not checked("SELECT ?from { ?s kg:from ?from }").own_dataset


def test_csv_and_tsv(graph: Graph) -> None:
    result = graph.query("statements")
    table = list(csv.reader(io.StringIO(render(result, "csv"), newline="")))
    assert tuple(table[0]) == result.columns
    assert tuple(map(tuple, table[1:])) == result.rows
    lines = render(result, "tsv").split("\n")
    assert [len(line.split("\t")) for line in lines[:-1]] == [len(result.columns)] * 2


def test_json_is_that_of_the_standard(graph: Graph) -> None:
    data = json.loads(render(graph.query("posts"), "json"))
    assert data["head"]["vars"][0] == "person"
    former = next(b for b in data["results"]["bindings"] if b["status"]["value"] == "former")
    assert "from" not in former
    assert former["start"] == {"type": "literal", "value": "0", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}


def test_a_table_is_one_line_a_row_and_cannot_steer_a_terminal(graph: Graph) -> None:
    lines = render(graph.query("statements")).splitlines()
    assert len(lines) == 4
    assert lines[2].startswith("statement:1")
    assert "\x01" not in lines[2]
    assert lines[-1] == "(1 row)"
    assert render(graph.query("ASK {}")) == "yes\n"
    assert render(graph.query("ASK { kg:no kg:no kg:no }")) == "no\n"


def test_a_table_for_a_page_holds_no_markup_of_the_text_s(graph: Graph) -> None:
    said = "a|b <script>x</script> *bold* [l](http://h) `c` \\\\ _i_ ~~s~~ &amp;\\nnew"
    lines = render(graph.query(f'SELECT ?said ?none {{ BIND("{said}" AS ?said) }}'), "markdown").split("\n")
    assert lines[:2] == ["| said | none |", "| --- | --- |"]
    assert lines[2] == (r"| a\|b &lt;script&gt;x&lt;/script&gt; \*bold\* \[l\](http://h) \`c\` \\ \_i\_ \~\~s\~\~ &amp;amp; new |  |")
    assert lines[3:] == [""]


@pytest.mark.parametrize("format_", ["table", "markdown", "csv", "tsv", "json"])
@pytest.mark.parametrize("name", ["statements", "SELECT * { ?z kg:within ?a . ?a kg:iso3166 ?m }", "SELECT ?x { ?x kg:no ?x }"])
def test_rows_that_flow_are_written_as_those_that_are_kept(graph: Graph, name: str, format_: str) -> None:
    found = flow(graph, name)
    assert isinstance(found, Flow)
    assert "".join(pieces(found, format_)) == render(graph.query(name), format_)


def test_json_of_no_rows_and_of_rows_without_a_value(graph: Graph) -> None:
    for query, rows in (("SELECT ?x { ?x kg:no ?x }", []), ("SELECT ?x {}", [{}])):
        assert json.loads(render(graph.query(query), "json")) == {"head": {"vars": ["x"]}, "results": {"bindings": rows}}


def test_rows_are_written_as_they_are_found(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.query.formats._AT_ONCE", 20)
    monkeypatch.setattr("kg.query.formats._MEASURED", 1)
    rows = iter([(Cell("literal", "short"), None), (Cell("literal", "much longer"), Cell("uri", B + "x"))])
    for format_ in ("csv", "tsv", "markdown", "json"):
        assert len(list(pieces(flow(graph, "statements"), format_))) > 1
    assert "".join(pieces(Flow(("a", "b"), rows))) == f"a      b\n-----  -\nshort\nmuch longer  {B}x\n(2 rows)\n"


def test_an_engine_that_fails_between_rows(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        variables = (SimpleNamespace(value="x"),)

        def __iter__(self) -> Iterator[tuple[None]]:
            yield (None,)
            raise OSError("the disk is gone")

    monkeypatch.setattr("kg.store.local.QuerySolutions", Failing)
    monkeypatch.setattr(graph.source, "raw", lambda *_, **__: Failing())
    found = flow(graph, "SELECT ?x {}")
    assert isinstance(found, Flow)
    assert next(found.bindings) == (None,)
    with pytest.raises(QueryError, match="did not answer: the disk is gone"):
        next(found.bindings)


def test_columns_may_be_chosen(graph: Graph) -> None:
    whole = graph.query("posts")
    assert "".join(pieces(narrowed(flow(graph, "posts"), ["status", "title"]), "csv")) == render(
        narrowed(whole, ["status", "title"]), "csv"
    )
    few = narrowed(whole, ["status", "personName"])
    assert few.columns == ("status", "personName")
    assert few.rows == tuple((row[whole.columns.index("status")], row[whole.columns.index("personName")]) for row in whole.rows)
    assert narrowed(whole, []) is whole
    with pytest.raises(QueryError, match="there is no column 'name'; the columns are person, personName, "):
        narrowed(whole, ["status", "name"])
    with pytest.raises(QueryError, match="only the answer to a SELECT"):
        narrowed(graph.query("ASK {}"), ["answer"])


def test_triples(graph: Graph) -> None:
    result = graph.query("DESCRIBE person:jane-roe")
    assert len(rdflib.Graph().parse(data=render(result), format="turtle")) == len(result) == len(result.triples)
    assert render(result).count("person:jane-roe a ") == 1
    assert json.loads(render(result, "json"))[0][0] == {"type": "uri", "value": B + "person/jane-roe"}
    assert render(result, "csv").startswith("subject,predicate,object\n")
    assert result.to_pandas().shape == (len(result), 3)
    odd = graph.query('CONSTRUCT { _:b kg:quote "x"@en, 1, ?q } WHERE { SELECT ?q { ?e kg:quote ?q } LIMIT 1 }')
    assert len(rdflib.Graph().parse(data=render(odd), format="turtle")) == 3


def test_yes_and_no(graph: Graph) -> None:
    result = graph.query("ASK {}")
    assert result.boolean
    assert bool(result)
    assert render(result, "csv") == "answer\ntrue\n"
    assert json.loads(render(result, "json")) == {"head": {}, "boolean": True}
    assert graph.query("ASK { kg:no kg:no kg:no }").rows == (("false",),)


def test_formats_that_do_not_fit(graph: Graph) -> None:
    with pytest.raises(QueryError, match="ttl is for CONSTRUCT"):
        render(graph.query("posts"), "ttl")
    with pytest.raises(QueryError, match="choose one of csv"):
        render(graph.query("posts"), "xlsx")


def test_a_blank_node_and_a_triple_of_the_users_making(graph: Graph) -> None:
    cells = graph.query("SELECT (BNODE() AS ?b) (TRIPLE(kg:a, kg:b, 1) AS ?t) {}").bindings[0]
    assert [cell.kind for cell in cells if cell] == ["bnode", "literal"]
    assert str(cells[0]).startswith("_:")


@pytest.mark.parametrize(
    ("query", "default", "named"),
    [
        ("ASK FROM <http://a/b> FROM NAMED <http://a/c> {}", ("http://a/b",), ("http://a/c",)),
        ("PREFIX x: <http://x/> ASK FROM x:b FROM x:b FROM y:c { ?s ?p ' FROM <http://no/> ' }", ("http://x/b", "y:c"), ()),
        ("ASK # FROM <http://a/b>\n { ?from <http://a/b> ?named }", (), ()),
    ],
)
def test_the_graphs_that_a_query_names_are_told(query: str, default: tuple[str, ...], named: tuple[str, ...]) -> None:
    found = checked(query)
    assert (found.default, found.named, found.form) == (default, named, "ask")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("=1+1", "'=1+1"),
        ("+41 agreed", "'+41 agreed"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-1+1", "'-1+1"),
        ("--05-26+1", "'--05-26+1"),
        ("--05-26", "--05-26"),
        ("--05", "--05"),
        ("-6.5", "-6.5"),
        ("2024-05", "2024-05"),
    ],
)
def test_what_a_spreadsheet_would_compute_is_disarmed_and_dates_and_numbers_stay(value: str, told: str) -> None:
    answer = Flow(("x",), iter([(Cell("literal", value),)]))
    assert "".join(pieces(answer, "csv")) == f"x\n{told}\n"
