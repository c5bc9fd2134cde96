"""kg explain: found by name, key or IRI; mentions, reasons, look-alikes, corrections and refusals told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg._build import build
from kg.cli import main
from kg.errors import InputError
from kg.explain import explain, find, lines
from kg.graph import Graph
from kg.rdf import DEFAULT_BASE

TEXTS = {
    "a": "Kofi Asante, Minister of the Ministry of Trade of Ghana, spoke in Accra, Ghana. Ghana said so. They praised Acme Tea.",
    "b": "Kofi Asante, Minister of the Ministry of Trade of Kenya, spoke in Nairobi, Kenya. Kenya said so.",
    "c": "K. Asante, Minister of the Ministry of Trade of Ghana, spoke in Kumasi, Ghana. Acme Tea PLC hired Jane Roe.",
    "d": "Kofi Asante spoke in Paris, France. Acme Tea Ltd hired Jane Roe. Accra Markets grew.",
    "e": "Mr Trần Văn Nam, mayor of Hue, spoke. Ko Asante of Ghana spoke in Oslo.",
    "f": "Mr Trần Văn Năm, mayor of Hanoi, spoke. <b>Ama</b> [bold] spoke.",
}
Capture = pytest.CaptureFixture[bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("explained")
    for name, text in TEXTS.items():
        (root / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    (root / "known.csv").write_text("rename,person:jane-roe,Jane A. Roe\nsame,person:kofi-asante,person:ko-asante\n", encoding="utf-8")
    inputs = [root / f"{name}.txt" for name in TEXTS]
    assert build(inputs, root / "graphs", "graph", DEFAULT_BASE, workers=1, corrections=root / "known.csv")
    return root / "graphs"


def run(capsysbinary: Capture, *arguments: object) -> tuple[int, str, str]:
    status = main(["explain", *map(str, arguments)])
    out, err = capsysbinary.readouterr()
    return status, out.decode(), err.decode()


def test_everything_that_is_known_of_a_person(folder: Path, capsysbinary: Capture) -> None:
    status, out, _ = run(capsysbinary, "person:kofi-asante", "--graph", folder)
    assert status == 0
    assert out.startswith("Kofi Asante (Person) https://kg.example/person/kofi-asante\nalso called: K. Asante, Ko Asante\n")
    assert '"K. Asante" and "Kofi Asante": an initial for a given name, with the same post' in out
    assert '  c 0-9 "K. Asante"\n' in out and "mentions: 3 in 3 articles" in out
    assert "(person:kofi-asante-ke): posts of other states (GH here, KE there)" in out
    assert "the article does not tell which" in out
    assert "corrections: 1\n  same,person:kofi-asante,person:ko-asante\n" in out


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("person:tran-van-nam", "other marks (Trần Văn Nam here, Trần Văn Năm there)"),
        ("organization:acme-tea-plc", "another legal form (plc here, ltd there)"),
        ("https://kg.example/person/tran-van-nam", "mentions: 1 in 1 article\n"),
    ],
)
def test_why_look_alikes_are_others(folder: Path, capsysbinary: Capture, key: str, words: str) -> None:
    status, out, _ = run(capsysbinary, key, "--graph", folder)
    assert status == 0 and words in out


def test_several_matches_are_listed(folder: Path, capsysbinary: Capture) -> None:
    status, out, err = run(capsysbinary, "kofi asante", "--graph", folder)
    assert status == 1 and not out
    assert "3 entities match: person:kofi-asante (Person Kofi Asante)" in err and "explain one by its key" in err


def test_a_part_of_a_name_finds_it_and_marks_do_not_count(folder: Path) -> None:
    with Graph.load(folder) as graph:
        assert [one.key for one in find(graph.source, "ROE")] == ["person:jane-roe"]
        assert len(find(graph.source, "tran van nam")) == 2
        assert find(graph.source, '"} DROP ALL #') == () == find(graph.source, "  ")
        assert find(graph.source, "https://kg.example/person/x> ?p ?o") == ()


def test_unknown_names_say_what_to_do(folder: Path, capsysbinary: Capture) -> None:
    status, _, err = run(capsysbinary, "Nobody At All", "--graph", folder)
    assert status == 1 and "Nobody At All: nothing in the graph has this name; see kg query entities" in err


def test_as_json(folder: Path, capsysbinary: Capture) -> None:
    status, out, _ = run(capsysbinary, "person:jane-roe", "--graph", folder, "--format", "json")
    told = json.loads(out)
    assert status == 0 and told["entity"]["name"] == "Jane A. Roe" and told["kept"] is True
    assert told["corrections"] == ["rename,person:jane-roe,Jane A. Roe"]


def test_refusals_under_the_name(folder: Path) -> None:
    with Graph.load(folder) as graph:
        (one,) = find(graph.source, "organization:acme-tea-plc")
        told = explain(graph.source, one, folder / "build.sqlite")
    assert told.kept
    assert all(r.text.casefold() in {n.casefold() for n in (one.name, *told.told.others)} for r in told.refused)


def test_a_graph_alone_tells_what_it_holds(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "build.sqlite"
    broken.write_bytes(b"no database at all" * 100)
    with Graph.load(folder / "graph.ttl") as graph:
        (one,) = find(graph.source, "person:kofi-asante")
        for state in (None, tmp_path / "none", broken):
            told = explain(graph.source, one, state)
            assert not told.kept and len(told.told.mentions) == 3
            assert {key for key, _, _ in told.apart} >= {"person:kofi-asante-ke"}
            assert any("build.sqlite" in line for line in lines(told))


def test_the_build_is_not_touched(folder: Path, capsysbinary: Capture) -> None:
    before = (folder / "build.sqlite").read_bytes()
    assert run(capsysbinary, "person:jane-roe", "-g", folder)[0] == 0
    assert (folder / "build.sqlite").read_bytes() == before
    with pytest.raises(InputError):
        Graph.load(folder / "nowhere")
