"""Headlines in capitals are read in the case of the article's own words; offsets and quotes stay."""

from __future__ import annotations

import pytest

from kg.read import read_text

BODY = "Officials of the Port of Riga met in Kiel on Friday. The WTO and McLeod Ltd. watched. They signed a pact on trade.\n"


def headline(line: str, body: str = BODY) -> str:
    article = read_text(f"{line}\n\n14 May 2024\n\n{body}")
    assert len(article.text) == len(article.offsets.starts)
    block = next(b for b in article.blocks if b.role == "title")
    span = article.offsets.to_source(block.start, block.end)
    assert article.source[span.start : span.end] == line
    return article.text[block.start : block.end]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("PORT OF RIGA SIGNS PACT IN KIEL", "Port of Riga Signs Pact in Kiel"),
        ("WTO WATCHES AS RIGA'S PORT SIGNS", "WTO Watches as Riga's Port Signs"),
        ("MCLEOD LTD WATCHES PACT ON TRADE", "McLeod Ltd Watches Pact on Trade"),
        ("Port of Riga signs pact in Kiel", "Port of Riga signs pact in Kiel"),
    ],
)
def test_a_shouted_headline_takes_the_case_of_the_text(line: str, wanted: str) -> None:
    assert headline(line) == wanted


def test_a_text_that_is_all_in_capitals_stays() -> None:
    text = "PORT OF RIGA SIGNS PACT\n\n14 MAY 2024\n\nTHE PORT OF RIGA SIGNED A PACT IN KIEL ON FRIDAY WITH THE PORT OF KIEL.\n"
    assert read_text(text).text.startswith("PORT OF RIGA SIGNS PACT")
