"""The targets by hypothesis, a fast share of what fuzzing tries, and everything that it ever found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
KEPT = sorted(path for path in CORPUS.glob("*/*") if path.is_file())
# how many inputs each target gets here: those that take milliseconds get few
FEW = {"extracting": 25, "rdf_files": 15, "networks": 40, "html_pages": 25, "one_page": 8, "reading_html": 60}
USUAL = 150
WORDS = (
    "Jane Roe", "Minister", "of", "the", "Ministry of Trade", "Kenya", "Hà Nội", "said", "signed", "will", "not", "May", "3",
    "2024", "5%", "US$1.5 billion", "from", "to", "between", "and", ",", ".", "\n\n", "“", "”", '"', "(", ")", "- ", "\u200b",
    "\u202e", "\u0301", "\ufeff", "&amp;", "<b>", "</script>", "\x00", "=1+1", "\t", "\r\n", "1,000", "FY2024-25", "a.m.",
    "\x1b[2J", "]]>", "\\u0022", "?s ?p ?o", "SELECT", "SERVICE", "{", "}", "| ", "# ", "http://e/",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=30).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts))
)
INPUTS = st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=120))


pytestmark = pytest.mark.filterwarnings(
    "ignore:(ConjunctiveGraph|Dataset.default_context):DeprecationWarning"
)  # rdflib's own, in its parsers


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_any_input(name: str) -> None:
    @settings(max_examples=FEW.get(name, USUAL), derandomize=True)
    @given(INPUTS)
    def holds(data: bytes) -> None:
        TARGETS[name](data)

    holds()


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_the_corpus_names_targets() -> None:
    assert KEPT and {path.parent.name for path in KEPT} <= set(TARGETS)
    assert all(path.stat().st_size <= 20_000 for path in KEPT)
