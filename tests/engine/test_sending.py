"""What is sent to a store elsewhere: all of it, only what changed, and whole again after a stop at any moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from fixtures.reading import reading
from kg.engine import Given, State, merge, refresh, send
from kg.errors import OutputError
from kg.extract import kinds
from kg.rdf import DEFAULT_BASE, FACTS, WRITING, described
from kg.rdf.ox import NamedNode, Quad, Store, Triple
from kg.resolve import Reading, encode

TEXTS = {
    "a": "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair 2024 on 5 May 2024. Asante said trade would grow.",
    "b": "Chile exports copper to Oman. The Kenya Ports Board (KPB) held a seminar in Mombasa. KPB said traffic rose.",
    "c": "Chile exports copper to Oman. Kofi Asante spoke at the Tamale Trade Fair 2024. The minister said so.",
    "d": "Mr Trần Văn Nam, Director of the Hanoi Trade Agency, spoke in Hanoi, Vietnam.",
}  # fmt: skip
OTHER_A = "The Tamale Trade Fair 2024 was called off. Ghana said Tamale grew."
URL = "http://store.example"


class StoppedError(Exception):
    """The process was killed."""


class Elsewhere:
    """A store elsewhere that stops before, or halfway through, the change number ``stop``."""

    url = URL

    def __init__(self, removes: bool = True) -> None:
        self.held: set[Quad] = set()
        self.mark_: str = ""
        self.marks: list[str] = []
        self.removes = removes
        self.stop = self.changes = 0
        self.half = self.ready = False
        self.sent: list[tuple[str, str]] = []

    def _step(self, what: str, graph: NamedNode | None = None) -> bool:
        """Whether only half of it is done."""
        self.ready = self.ready or what == "mark"
        assert self.ready, "what the store can do is known after a mark"
        self.changes += 1
        if self.changes == self.stop and not self.half:
            raise StoppedError
        self.sent.append((what, "" if graph is None else graph.value.removeprefix(DEFAULT_BASE)))
        return self.changes == self.stop

    def _put(self, graph: NamedNode, triples: Iterable[Triple], half: bool) -> None:
        made = list(triples)
        self.held.update(Quad(t.subject, t.predicate, t.object, graph) for t in (made[: len(made) // 2] if half else made))
        if half:
            raise StoppedError

    def marked(self) -> str:
        return self.mark_

    def mark(self, text: str) -> None:
        half = self._step("mark")
        self.mark_ = text
        self.marks.append(text)
        if half:
            raise StoppedError

    def graphs(self, prefix: str) -> list[str]:
        return sorted({q.graph_name.value for q in self.held if q.graph_name.value.startswith(prefix)})

    def count(self, graph: NamedNode) -> int:
        return sum(q.graph_name == graph for q in self.held)

    def replace(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        half = self._step("replace", graph)
        self.held = {q for q in self.held if q.graph_name != graph}
        self._put(graph, triples, half)

    def add(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        made = list(triples)
        if made:
            self._put(graph, made, self._step("add", graph))

    def remove(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        assert self.removes
        made = {Quad(t.subject, t.predicate, t.object, graph) for t in triples}
        if made:
            half = self._step("remove", graph)
            self.held -= set(sorted(made, key=str)[: len(made) // 2]) if half else made
            if half:
                raise StoppedError

    def forget(self, graph: NamedNode, subjects: Iterable[NamedNode]) -> None:
        assert self.removes
        for subject in subjects:
            half = self._step("forget", graph)
            self.held = {q for q in self.held if q.graph_name != graph or q.subject != subject}
            if half:
                raise StoppedError

    def drop(self, graph: NamedNode) -> None:
        half = self._step("drop", graph)
        self.held = {q for q in self.held if q.graph_name != graph}
        if half:
            raise StoppedError


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    return {name: reading(text, name) for name, text in TEXTS.items()} | {"A": reading(OTHER_A, "a")}


class Folder:
    """A build's state and its store."""

    def __init__(self) -> None:
        self.state, self.store = State(":memory:", "x"), Store()

    def build(self, *there: Reading) -> None:
        have, keys = self.state.keys(), {one.article.id: one.article.text for one in there}
        new = [one for one in there if have.get(one.article.id) != one.article.text]
        self.state.put(Given(one.article.text, described(one.article), encode(one)) for one in new)
        self.state.drop(sorted(have.keys() - keys.keys()))
        merge(self.state, kinds())
        for _ in refresh(self.state, self.store, kinds(), DEFAULT_BASE):
            pass
        with self.state:
            self.state.settled("article")

    def send(self, to: Elsewhere, base: str = DEFAULT_BASE) -> list[str]:
        to.ready = False
        return [article for _, article in send(self.state, self.store, to, base, "token")]


@pytest.fixture
def folder(readings: Mapping[str, Reading]) -> Folder:
    one = Folder()
    one.build(*(readings[name] for name in "abc"))
    return one


@pytest.mark.parametrize("removes", [True, False])
def test_all_then_what_changed_then_nothing(folder: Folder, readings: Mapping[str, Reading], removes: bool) -> None:
    to = Elsewhere(removes)
    assert folder.send(to) == ["a", "b", "c"]
    assert to.held == set(folder.store) and len(to.held) > 100
    assert to.marked().startswith("kg: whole ") and to.marks[0].startswith(WRITING)
    before = to.changes
    assert folder.send(to) == [] and to.changes == before

    folder.build(readings["A"], readings["c"], readings["d"])
    to.marks.clear()
    to.sent.clear()
    assert {"a", "b", "d"} <= set(folder.send(to))
    assert to.held == set(folder.store)
    assert to.marks[0].startswith("kg: being changed ") and to.marks[-1].startswith("kg: whole ")
    assert (("remove", FACTS) in to.sent) == removes and (("drop", FACTS) in to.sent) != removes
    assert ("drop", "graph/article-b") in to.sent


def test_a_graph_that_stays_is_not_sent_again(folder: Folder, readings: Mapping[str, Reading]) -> None:
    to = Elsewhere()
    folder.send(to)
    folder.build(*(readings[name] for name in "abcd"))
    to.sent.clear()
    assert folder.send(to) == ["d"]
    assert [graph for what, graph in to.sent if what == "replace"] == ["graph/article-d"]
    assert to.held == set(folder.store)


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("removes", [True, False])
@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_stop_at_any_moment(
    readings: Mapping[str, Reading], half: bool, removes: bool, meanwhile: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.engine.sending.BATCH", 2)
    stop = 0
    while True:
        stop += 1
        folder, to = Folder(), Elsewhere(removes)
        to.half = half
        folder.build(*(readings[name] for name in "abc"))
        to.stop = stop
        stopped = 0
        for there in ("abc", "Acd", "Acd"):
            if there != "abc":
                folder.build(*(readings[name] for name in there))
            try:
                folder.send(to)
                assert to.marked().startswith("kg: whole ")
                assert to.held == set(folder.store), stop
            except StoppedError:
                stopped += 1
                if not meanwhile:
                    folder.send(to)
                    assert to.held == set(folder.store), stop
        assert to.held == set(folder.store) and to.marked().startswith("kg: whole ")
        if not stopped:
            break
    assert stop > 15


@pytest.mark.parametrize("removes", [True, False])
def test_the_mark_never_says_whole_while_it_is_not(readings: Mapping[str, Reading], removes: bool) -> None:
    stop = 0
    while True:
        stop += 1
        folder, to = Folder(), Elsewhere(removes)
        folder.build(*(readings[name] for name in "abc"))
        folder.send(to)
        whole = {to.marked(): frozenset(to.held)}
        folder.build(*(readings[name] for name in "Acd"))
        to.stop = to.changes + stop
        try:
            folder.send(to)
            break
        except StoppedError:
            assert whole.get(to.marked(), to.held) == to.held, stop
    assert stop > 5


def test_what_others_did_there_is_replaced(folder: Folder) -> None:
    to = Elsewhere()
    folder.send(to)
    stranger = Quad(NamedNode("urn:x"), NamedNode("urn:y"), NamedNode("urn:z"), NamedNode(DEFAULT_BASE + "graph/article-zz"))
    alien = Quad(NamedNode("urn:x"), NamedNode("urn:y"), NamedNode("urn:z"), NamedNode("urn:other"))
    to.held |= {stranger, alien}
    to.mark_ = "kg: whole but another"
    assert folder.send(to) == ["a", "b", "c"]
    assert to.held == {*folder.store, alien}
    emptied = Elsewhere()
    assert folder.send(emptied) == ["a", "b", "c"]
    assert emptied.held == set(folder.store)


def test_a_store_that_loses_triples_is_found_out(folder: Folder) -> None:
    class Losing(Elsewhere):
        def add(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
            super().add(graph, sorted(triples, key=str)[1:])

    to = Losing()
    with pytest.raises(OutputError, match=r"holds \d+ triples in <.*graph/facts> where \d+ were written"):
        folder.send(to)
    assert to.marked().startswith(WRITING)


def test_notes_of_what_lies_elsewhere_outlive_another_kg(readings: Mapping[str, Reading], tmp_path: Path) -> None:
    to, one = Elsewhere(), Folder()
    one.state = State(tmp_path / "s", "x")
    one.build(*(readings[name] for name in "abc"))
    one.send(to)
    one.state.close()
    one.state, one.store = State(tmp_path / "s", "y"), Store()
    assert one.state.keys() == {}
    one.build(*(readings[name] for name in "bcd"))
    to.sent.clear()
    assert set(one.send(to)) >= {"a", "d"}
    assert ("replace", "graph/article-d") in to.sent and ("drop", "graph/article-a") in to.sent and ("drop", FACTS) not in to.sent
    assert to.held == set(one.store)
    one.state.close()


def test_another_base_is_another_graph(folder: Folder) -> None:
    to = Elsewhere()
    folder.send(to)
    row = folder.state.db.execute("SELECT base FROM sent_stores").fetchone()
    assert row == (DEFAULT_BASE,)
    folder.state.db.execute("UPDATE sent_stores SET base = 'https://other.example/'")
    assert folder.send(to) == ["a", "b", "c"]
    assert to.held == set(folder.store)
