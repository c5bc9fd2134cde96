"""Programs that people have: SPARQLWrapper, rdflib, pandas' reader of CSV and curl, each against a real server."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import warnings

import pandas
import pytest

from fixtures.served import Served

WHO = "SELECT ?name ?title { ?tenure a kg:Tenure ; kg:holder/rdfs:label ?name ; kg:title ?title }"
DECLARED = f"PREFIX kg: <https://kg.example/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> {WHO}"
ANSWER = [("Jane Roe", "Director")]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("way", ["urlencoded", "postdirectly"])
def test_sparqlwrapper(server: Served, method: str, way: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import SPARQLWrapper

        client = SPARQLWrapper.SPARQLWrapper(f"{server.url}/sparql")
        client.setMethod(method)
        client.setRequestMethod(way)
        client.setQuery(DECLARED)
        client.setReturnFormat(SPARQLWrapper.JSON)
        rows = client.queryAndConvert()["results"]["bindings"]
        assert [(row["name"]["value"], row["title"]["value"]) for row in rows] == ANSWER
        client.setReturnFormat(SPARQLWrapper.XML)
        assert [n.firstChild.data for n in client.queryAndConvert().getElementsByTagName("literal")] == ["Jane Roe", "Director"]
        client.setReturnFormat(SPARQLWrapper.CSV)
        assert client.queryAndConvert().decode().splitlines() == ["name,title", "Jane Roe,Director"]
        client.setQuery("ASK { ?s ?p ?o }")
        client.setReturnFormat(SPARQLWrapper.JSON)
        assert client.queryAndConvert()["boolean"] is True
        client.setQuery("CONSTRUCT { ?s a ?o } { ?s a ?o }")
        client.setReturnFormat(SPARQLWrapper.TURTLE)
        assert b"person:jane-roe" in client.queryAndConvert()
        client.setQuery("SELECT nothing")
        client.setReturnFormat(SPARQLWrapper.JSON)
        with pytest.raises(SPARQLWrapper.SPARQLExceptions.QueryBadFormed):
            client.query()


@pytest.mark.parametrize("form", ["xml", "json", "csv"])
@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib(server: Served, method: str, form: str) -> None:
    import rdflib
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    store = SPARQLStore(f"{server.url}/sparql", method=method, returnFormat=form)
    graph = rdflib.Graph(store)
    assert [tuple(map(str, row)) for row in graph.query(DECLARED)] == ANSWER  # type: ignore[arg-type]
    label = rdflib.URIRef("https://kg.example/person/jane-roe"), rdflib.RDFS.label
    if form != "csv":  # of a table without types rdflib makes no terms of its own
        assert [str(name) for name in graph.objects(*label)] == ["Jane Roe"]
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is True or form == "csv"


def test_pandas_reads_csv(server: Served) -> None:
    frame = pandas.read_csv(io.StringIO(server.ask(WHO, "text/csv").text))
    assert list(frame.columns) == ["name", "title"] and list(frame.itertuples(index=False, name=None)) == ANSWER


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl(server: Served) -> None:
    def curl(*arguments: str) -> str:
        return subprocess.run(["curl", "-sS", "--fail", *arguments], capture_output=True, check=True, text=True, timeout=60).stdout

    at = f"{server.url}/sparql"
    assert json.loads(curl("-G", at, "--data-urlencode", f"query={WHO}"))["results"]["bindings"][0]["name"]["value"] == "Jane Roe"
    assert curl(at, "--data-urlencode", f"query={WHO}", "-H", "Accept: text/csv").splitlines()[1] == "Jane Roe,Director"
    assert "<literal>Jane Roe</literal>" in curl(
        at, "-H", "Content-Type: application/sparql-query", "-H", "Accept: application/sparql-results+xml", "--data-binary", WHO
    )
    assert "Director" in curl("--compressed", f"{server.url}/data?default")
    assert curl(f"{server.url}/entity/person/jane-roe", "-H", "Accept: text/turtle").startswith("@prefix ")
