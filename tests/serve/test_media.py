from __future__ import annotations

import pytest

from kg.serve.media import PAGE, RESULTS, TRIPLES, choose, names


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("", "json"),
        ("nonsense", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("text/*", "csv"),
        ("TEXT/CSV", "csv"),
        ("text/csv;q=0.1, application/sparql-results+xml;q=0.2", "xml"),
        ("application/sparql-results+json;q=0, */*", "xml"),
        ("application/sparql-results+json;q=0, application/json;q=0, */*;q=0.5", "xml"),
        ("text/csv;q=nonsense", None),
        ("text/csv;q=7", "csv"),
        ("text/csv;charset=utf-8;q=0.3", "csv"),
        ("text/turtle", None),
        ("*/*;q=0", None),
        (",;=,text/tab-separated-values", "tsv"),
    ],
)
def test_results(accept: str, format_: str | None) -> None:
    chosen = choose(accept, RESULTS)
    assert (chosen.format if chosen else None) == format_


def test_browsers_get_pages() -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
    chosen = choose(browser, PAGE | TRIPLES)
    assert chosen is not None and chosen.content_type == "text/html; charset=utf-8"


def test_names() -> None:
    assert names(TRIPLES) == ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]


def test_a_long_header_is_read_in_part() -> None:
    assert choose("text/csv," * 100_000, RESULTS) is not None
