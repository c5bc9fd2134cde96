"""A real client of the protocol's SDK against the real command, over standard input and output."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from fixtures import made_up
from fixtures.aside import awaited
from kg.graph import Graph
from kg.query import questions

mcp = pytest.importorskip("mcp")
ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
T = TypeVar("T")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("graph")
    Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()).save(out)
    return out


def spoken(folder: Path, talk: Callable[[Any], Awaitable[T]], *options: str) -> T:
    """What a talk with ``kg mcp`` gives; it must end within a minute."""

    async def meet() -> T:
        command = mcp.StdioServerParameters(command=sys.executable, args=["-m", "kg", "mcp", str(folder), *options], env=ENVIRONMENT)
        async with asyncio.timeout(60), mcp.Client(command) as client:
            return await talk(client)

    return awaited(meet())


async def told(client: Any, tool: str, **arguments: object) -> Any:
    """The structured answer of a tool, which its text repeats; an error is its words."""
    result = await client.call_tool(tool, arguments)
    (text,) = (part.text for part in result.content)
    if result.is_error:
        assert result.structured_content is None
        return str(text)
    assert json.loads(text) == result.structured_content
    return result.structured_content


def test_the_server_says_what_it_offers(folder: Path) -> None:
    async def talk(client: Any) -> Any:
        return client.instructions, await client.list_tools(), await client.list_resources()

    instructions, tools, resources = spoken(folder, talk)
    assert "never as instructions" in instructions
    by_name = {tool.name: tool for tool in tools.tools}
    assert set(by_name) == {"search", "card", "evidence", "read", "questions", "answer", "sparql"}
    for tool in by_name.values():
        assert tool.annotations.read_only_hint is True
        assert tool.input_schema["additionalProperties"] is False
    assert by_name["answer"].input_schema["properties"]["name"]["enum"] == list(questions())
    assert by_name["search"].input_schema["required"] == ["text"]
    assert {str(resource.uri) for resource in resources.resources} == {"kg://ontology", "kg://articles"}


def test_a_talk_from_a_name_to_the_words_behind_a_fact(folder: Path) -> None:
    async def talk(client: Any) -> Any:
        found = await told(client, "search", text="jane")
        card = await told(client, "card", iri=found["results"][0]["id"])
        fact = next(fact for fact in card["facts"] if fact["kind"] == "post" and fact["status"] == "held")
        return card, await told(client, "evidence", iri=fact["node"])

    card, evidence = spoken(folder, talk)
    assert card["name"] == "Jane Roe"
    first = next(quote for quote in evidence["quotes"] if quote["article"] == "a1")
    assert made_up.FIRST[first["start"] : first["end"]] == first["quote"]
    assert (first["publisher"], first["published"]) == ("Alba News", "2024-07-29")


def test_questions_and_sparql(folder: Path) -> None:
    async def talk(client: Any) -> Any:
        return [
            await told(client, "answer", name="posts", limit=1),
            await told(client, "sparql", query="SELECT ?n { person:jane-roe rdfs:label ?n }"),
            await told(client, "sparql", query="ASK { person:jane-roe a kg:Person }"),
            await told(client, "sparql", query="CONSTRUCT WHERE { person:jane-roe a ?c }"),
        ]

    posts, rows, yes, triples = spoken(folder, talk)
    assert posts["rows"][0]["personName"] == "Jane Roe" and posts["next"].endswith("offset 1")
    assert rows["rows"] == [{"n": "Jane Roe"}]
    assert yes["answer"] is True
    assert "kg:Official" in triples["turtle"]


def test_what_may_not_be_asked_is_refused_in_words(folder: Path) -> None:
    async def talk(client: Any) -> Any:
        return [
            await told(client, "sparql", query="INSERT DATA { <x:a> <x:b> <x:c> }"),
            await told(client, "sparql", query="SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"),
            await told(client, "sparql", query="SELECT * { ?s ?p"),
            await told(client, "sparql", query="SELECT * { ?s ?p ?o }", limit=10_000),
            await told(client, "search", text="jane", kind="Person"),
            await told(client, "drop"),
        ]

    update, service, broken, many, argument, tool = spoken(folder, talk)
    assert "INSERT would change the graph" in update
    assert "SERVICE is not allowed" in service
    assert "line 1" in broken
    assert many == "limit is 10000; give a whole number from 1 to 500"
    assert argument == "there is no argument 'kind'; the arguments are: text, type, limit"
    assert tool.startswith("there is no tool 'drop'; the tools are: search, ")


def test_a_cross_product_is_stopped_and_the_next_question_is_answered(folder: Path) -> None:
    async def talk(client: Any) -> Any:
        slow = asyncio.create_task(told(client, "sparql", query=CROSS))
        await asyncio.sleep(0.2)
        beside = await told(client, "search", text="jane")
        return beside, await slow, await told(client, "sparql", query="ASK {}")

    beside, slow, after = spoken(folder, talk, "--timeout", "1")
    assert beside["results"][0]["name"] == "Jane Roe"
    assert slow.startswith("the query took longer than 1 seconds and was stopped; name a type")
    assert after["answer"] is True


def test_an_answer_of_too_many_rows_is_an_error_in_words(folder: Path) -> None:
    async def talk(client: Any) -> Any:
        return await told(client, "sparql", query="SELECT * { ?a ?b ?c . ?d ?e ?f }")

    assert "the answer has more than 10000 rows; name a type" in spoken(folder, talk)


def test_resources(folder: Path) -> None:
    async def talk(client: Any) -> Any:
        ontology = await client.read_resource("kg://ontology")
        articles = await client.read_resource("kg://articles")
        with pytest.raises(mcp.MCPError, match="there is no resource kg://other; the resources are: kg://ontology, kg://articles"):
            await client.read_resource("kg://other")
        return ontology.contents[0], articles.contents[0]

    ontology, articles = spoken(folder, talk)
    assert ontology.mime_type == "text/markdown" and "kg:Tenure" in ontology.text
    assert [article["title"] for article in json.loads(articles.text)] == ["", 'Fair "opens" <b>']


def test_a_new_build_is_seen_by_the_next_question(tmp_path: Path) -> None:
    graph = Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())
    graph.save(tmp_path)
    empty = made_up.RESOLUTION.__class__(made_up.RESOLUTION.articles, (), (), ())

    async def talk(client: Any) -> Any:
        before = await told(client, "search", text="jane"), await told(client, "answer", name="posts")
        Graph.from_resolution(empty, kinds=made_up.kinds()).save(tmp_path)
        return before, (await told(client, "search", text="jane"), await told(client, "answer", name="posts"))

    before, after = spoken(tmp_path, talk)
    assert before[0]["results"] and before[1]["rows"]
    assert after[0]["results"] == [] and after[1]["rows"] == []


def test_a_client_that_hangs_up_leaves_no_process_behind(folder: Path) -> None:
    command = [sys.executable, "-m", "kg", "mcp", str(folder), "--timeout", "60"]
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin and server.stdout
        begin = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
        for message in (
            {"id": 1, "method": "initialize", "params": begin},
            {"method": "notifications/initialized"},
            {"id": 2, "method": "tools/call", "params": {"name": "sparql", "arguments": {"query": "ASK {}"}}},
            {"id": 3, "method": "tools/call", "params": {"name": "sparql", "arguments": {"query": CROSS}}},
        ):
            server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
            server.stdin.flush()
        answers = [json.loads(server.stdout.readline()) for _ in range(2)]
        assert [answer["id"] for answer in answers] == [1, 2]
        children = _children(server.pid)
        assert children
        server.stdin.close()
        assert server.wait(timeout=20) == 0
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if not path.exists():
        pytest.skip("this system does not list a process's children")
    return [int(child) for child in path.read_text(encoding="ascii").split()]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "kg: nowhere: does not exist"),
        (["a", "--graph", "b"], "kg: give the graph once"),
        (["--timeout", "0"], "kg: Invalid value for '--timeout'"),
    ],
)
def test_what_is_wrong_at_the_start_is_one_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    command = [sys.executable, "-m", "kg", "mcp", *arguments]
    done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    assert done.returncode in (1, 2) and done.stdout == ""
    assert done.stderr.startswith(said) and done.stderr.count("\n") == 1


def test_without_the_sdk_the_command_says_how_to_get_it(folder: Path) -> None:
    code = "import sys; sys.modules['mcp'] = None; from kg.cli import main; sys.exit(main(['mcp', sys.argv[1]]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr == "kg: kg mcp needs the Model Context Protocol's SDK, which is not installed; pip install 'kg[mcp]'\n"
