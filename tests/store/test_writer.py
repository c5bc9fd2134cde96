"""Writing to stores that have this service or that, and that fail in every way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import httpx
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Store, Triple

from fixtures.stores import Fake, fake
from kg.errors import OutputError
from kg.store import Addresses, Writer, web, without_login
from kg.store.web import Web
from kg.store.writer import _parts

BASE = "https://kg.example/"
G = NamedNode(BASE + "graph/article-a")
HOSTILE = '""" } } ; DROP ALL ; <script>\\u0022 \'\' \n\r\t {{ Đỗ 𝕂 \x01 \u2028'


def triples(count: int) -> list[Triple]:
    return [Triple(NamedNode(f"urn:s{n}"), NamedNode("urn:p"), Literal(f"{n} {HOSTILE}")) for n in range(count)]


def held(one: Fake) -> set[Triple]:
    return {quad.triple for quad in one.store.quads_for_pattern(None, None, None, G)}


@contextmanager
def writing(waits: list[float] | None = None, login: tuple[str, str] | None = None, **given: object) -> Iterator[tuple[Fake, Writer]]:
    pause: Callable[[float], None] = (waits if waits is not None else []).append
    with fake(**given) as one, closing(Writer(Addresses(one.url), BASE, {}, Web(login, pause))) as to:
        yield one, to


@pytest.mark.parametrize("services", [("query", "update", "graphs"), ("query", "update"), ("query", "graphs")], ids="+".join)
def test_each_service_writes_what_it_is_given(services: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.writer.GRAPH_TRIPLES", 3)
    monkeypatch.setattr("kg.store.writer.UPDATE_TRIPLES", 3)
    with writing(services=services) as (one, to):
        assert to.marked() == "" and one.writes == []
        to.mark("kg: being written x")
        assert to.marked() == "kg: being written x"
        assert to.removes == ("update" in services)
        to.replace(G, triples(8))
        to.replace(G, triples(7))
        to.add(G, triples(10))
        assert held(one) == set(triples(10)) and to.count(G) == 10
        assert to.graphs(BASE) == [G.value]
        assert ("PUT", "/store") in one.writes or "graphs" not in services
        if to.removes:
            to.remove(G, triples(4))
            to.remove(G, triples(4))
            to.forget(G, [NamedNode("urn:s5")])
            assert held(one) == set(triples(10)) - set(triples(4)) - {triples(6)[5]}
        to.drop(G)
        to.drop(G)
        assert held(one) == set() and to.graphs(BASE) == []


@pytest.mark.parametrize("fault", ["500", "502", "503", "429", "hang", "half", "reset", "!500", "!reset"])
@pytest.mark.parametrize("services", [("query", "update"), ("query", "graphs")], ids="+".join)
def test_what_fails_is_tried_again(services: tuple[str, ...], fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if fault == "hang":
        monkeypatch.setattr(web, "TIMEOUT", 0.5)
    waits: list[float] = []
    with writing(waits, services=services) as (one, to):
        to.mark("x")
        one.faults = [fault, fault, ""]
        to.add(G, triples(3))
        assert held(one) == set(triples(3))
        assert waits[-2:] == [0.5, 1.0]


@pytest.mark.parametrize(
    ("fault", "words"),
    [("500", "status 500 in 6 tries: it broke"), ("hang", "no whole answer"), ("half", "peer closed"), ("reset", "no whole")],
)
def test_what_fails_for_ever_is_said_in_one_line(fault: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if fault == "hang":
        monkeypatch.setattr(web, "TIMEOUT", 0.3)
    waits: list[float] = []
    with writing(waits, login=("joe", "se:cret")) as (one, to):
        to.mark("x")
        one.faults = [fault] * 50
        with pytest.raises(OutputError, match=words) as caught:
            to.add(G, triples(1))
        said = str(caught.value)
        assert one.url in said and "\n" not in said and "build again with the same --store" in said and "se:cret" not in said
        assert waits[-5:] == [0.5, 1.0, 2.0, 4.0, 8.0] and len(one.faults) == 44


def test_a_server_that_wants_to_be_left_alone_is() -> None:
    waits: list[float] = []
    with writing(waits, headers={"Retry-After": "7"}) as (one, to):
        to.mark("x")
        one.faults = ["503", ""]
        to.add(G, triples(1))
        one.headers = {"Retry-After": "3600"}
        one.faults = ["503", ""]
        to.add(G, triples(1))
        assert waits == [7.0, 20.0]


@pytest.mark.parametrize(("status", "words"), [("400", "status 400: it broke"), ("403", "KG_STORE_USER"), ("301", "status 301")])
def test_what_no_other_try_mends_is_said_at_once(status: str, words: str) -> None:
    waits: list[float] = []
    with writing(waits) as (one, to):
        to.mark("x")
        one.faults = [status]
        with pytest.raises(OutputError, match=words):
            to.add(G, triples(1))
        assert waits == []


@pytest.mark.parametrize("services", [("query", "update"), ("query", "graphs")], ids="+".join)
def test_what_is_too_large_is_sent_in_halves(services: tuple[str, ...]) -> None:
    with writing(services=services, largest=2000) as (one, to):
        to.mark("x")
        to.replace(G, triples(50))
        assert held(one) == set(triples(50))
        to.add(G, triples(90))
        assert held(one) == set(triples(90))
        with pytest.raises(OutputError, match="larger requests"):
            to.add(G, [Triple(NamedNode("urn:s"), NamedNode("urn:p"), Literal("x" * 3000))])


def test_a_login_is_given_where_it_is_asked_for() -> None:
    wanted = "Basic am9lOnNlOmNyZXQ="
    with fake(login=wanted) as one:
        host = one.url.removeprefix("http://")
        for to in (
            Writer(Addresses(f"http://joe:se%3Acret@{host}"), BASE),
            Writer(Addresses(one.url), BASE, {"KG_STORE_USER": "joe", "KG_STORE_PASSWORD": "se:cret"}),
            Writer(Addresses(one.url, update=f"http://joe:se%3Acret@{host}/update"), BASE),
        ):
            to.mark("x")
            assert to.marked() == "x" and "cret" not in to.url
            to.close()
        for to in (Writer(Addresses(one.url), BASE), Writer(Addresses(f"http://joe:wrong@{host}"), BASE)):
            with pytest.raises(OutputError, match=r"status 401: who is there\?; give user and password") as caught:
                to.mark("x")
            assert "wrong" not in str(caught.value)
            to.close()


def test_services_can_be_named() -> None:
    with fake() as one:
        with closing(Writer(Addresses("http://127.0.0.1:9/", f"{one.url}/query", f"{one.url}/update", f"{one.url}/store"), BASE)) as to:
            to.mark("x")
            assert to.marked() == "x"
        with closing(Writer(Addresses(one.url, graphs=f"{one.url}/nowhere"), BASE)) as to:
            to.mark("y")
            to.add(G, triples(1))
        assert one.writes[-1] == ("POST", "/update")


def test_nothing_to_write_to() -> None:
    with writing(services=("query",)) as (_, to), pytest.raises(OutputError, match=r"nothing can be written there .*--store-update"):
        to.mark("x")
    with writing(services=()) as (_, to), pytest.raises(OutputError, match=r"no SPARQL endpoint answers there .*/sparql"):
        to.marked()


@pytest.mark.parametrize("url", ["", "graphs", "ftp://x", "http://", "http://[", "http://joe:secret@", "http://joe:secret@h:99999"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(OutputError, match="is no address of a store") as caught:
        Writer(Addresses(url), BASE)
    assert "secret" not in str(caught.value)


def test_addresses_are_shown_without_login() -> None:
    assert without_login("https://joe:a%40b@[::1]:7/x?y=1#z") == ("https://[::1]:7/x?y=1", ("joe", "a@b"))
    assert without_login("http://h") == ("http://h", None)


def test_an_answer_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "WHOLE", -1.0)
    monkeypatch.setattr(web, "ATTEMPTS", 1)
    with writing() as (_, to), pytest.raises(OutputError, match="not whole after"):
        to.marked()
    monkeypatch.undo()
    monkeypatch.setattr(web, "LARGEST", 1)
    with writing() as (_, to), pytest.raises(OutputError, match="larger than"):
        to.marked()


def test_httpx_raises_what_is_caught() -> None:
    assert issubclass(httpx.ReadTimeout, httpx.TransportError) and issubclass(httpx.RemoteProtocolError, httpx.TransportError)


@pytest.mark.parametrize(
    "text", ["a \\u0022 . } } ; DROP ALL ; # b", "\\\\u0022", "\\U0001F600", "x\\", "\\\\\\u005C", "a\\\nu0041", HOSTILE]
)
def test_engines_that_read_numbers_of_letters_first_get_the_same_text(text: str) -> None:
    node = NamedNode("urn:x")
    (lines,) = _parts([Triple(node, node, Literal(text))], 10)
    other = rdflib.Graph()
    other.update(f"INSERT DATA {{ {lines} }}")
    assert [str(value) for value in other.objects()] == [text]
    store = Store()
    store.update(f"INSERT DATA {{ {lines} }}")
    assert [quad.object for quad in store] == [Literal(text)]
