"""What the documents on extractors and word lists show, run and compared."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import kg.extract
from fixtures.reading import facts
from kg.annotate import annotate
from kg.extract import extractors, kinds
from kg.extract._examples import normal, render
from kg.graph import Graph
from kg.pipeline import inspect
from kg.rdf import ontology_folder, vocabulary
from kg.read import read_text
from kg.resolve import resolve

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs" / "extractors.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"(?ms)^```{language}\n(.*?)^```$", GUIDE)
    return str(found)


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The guide's extractor, found by being there, and its terms in a copy of the ontology."""
    (tmp_path / "offices.py").write_text(block("python"), encoding="utf-8")
    monkeypatch.setattr(kg.extract, "__path__", [*kg.extract.__path__, str(tmp_path)])
    ontology = tmp_path / "ontology"
    shutil.copytree(ontology_folder(), ontology)
    with (ontology / "kg.ttl").open("a", encoding="utf-8") as stream:
        stream.write("\n" + block("turtle"))
    monkeypatch.setattr(sys.modules["kg.rdf.vocabulary"], "ontology_folder", lambda: ontology)  # the package has a function of that name
    vocabulary.cache_clear()
    yield next(module for module in extractors() if module.KIND.name == "office")
    vocabulary.cache_clear()
    sys.modules.pop("kg.extract.offices", None)


def test_the_worked_example_does_what_its_examples_say(offices: ModuleType) -> None:
    assert len(offices.EXAMPLES) >= 6
    for text, expected in offices.EXAMPLES:
        doc = annotate(read_text(text))
        assert normal(render(doc, claim) for claim in offices.extract(doc)) == normal(expected), text


def test_the_worked_example_reaches_the_graph(offices: ModuleType) -> None:
    text = "The Gdansk Port Authority grew. The authority opened an office in Aarhus. Peru will open an office in Muscat."
    found = resolve([inspect(read_text(text, "x")).reading], kinds())
    assert facts(found, "office") == [
        "office: opener=Gdansk Port Authority place=Aarhus (held)",
        "office: opener=Peru place=Muscat (planned)",
    ]
    held = resolve([inspect(read_text("The Gdansk Port Authority opened an office in Aarhus.", "x")).reading], kinds())
    assert facts(held, "office") == ["office: opener=Gdansk Port Authority place=Aarhus (held)"]
    short = "SELECT * { ?opener kg:hasOfficeIn ?place . ?node a kg:OfficeOpening ; kg:opener ?opener ; kg:place ?place }"
    assert len(Graph.from_resolution(held).query(short).rows) == 1
    planned = resolve([inspect(read_text("Peru will open an office in Muscat.", "x")).reading], kinds())
    assert not Graph.from_resolution(planned).query(short).rows


def test_an_extractor_that_lacks_a_part_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken_one.py").write_text("KIND = None\n", encoding="utf-8")
    monkeypatch.setattr(kg.extract, "__path__", [*kg.extract.__path__, str(tmp_path)])
    with pytest.raises(AttributeError, match=r"extractor broken_one\.py has no EXAMPLES; see docs/extractors\.md"):
        extractors()
    sys.modules.pop("kg.extract.broken_one", None)


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("word_lists", ROOT / "tools" / "word_lists.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_word_list_is_on_the_page() -> None:
    made = tool()
    text = made.PAGE.read_text(encoding="utf-8")
    assert made.page(text) == text, "run tools/word_lists.py"
    known = {p.suffix for p in made.DATA.rglob("*") if p.is_file() and not {"__pycache__", "vendor"} & set(p.parts)}
    assert known <= {*made.LISTS, ".py", ".md", ".html", ".css", ".js", ".svg"}, "a list of another sort is not on the page"


def test_lists_that_the_page_recommends_are_there() -> None:
    made = tool()
    for name in re.findall(r"`([a-z]+/[a-z_]+\.(?:tsv|txt))`", made.PAGE.read_text(encoding="utf-8")):
        assert (made.DATA / name).is_file(), name


@pytest.mark.parametrize("path", tool().lists(), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_list_says_what_it_is(path: Path) -> None:
    purpose = tool().purpose(path)
    assert 5 < len(purpose) < 400, purpose
