"""Offsets and dates as the tabs count and say them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from browser.opened import Opened, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    page = Opened(browser, write(tmp_path_factory.mktemp("text")))
    yield page
    page.close()


@pytest.mark.parametrize("text", ["", "plain", "a😀b", "😀😀", "é\u0301𝒩 x", "Hà Nội 𝒩o. 5\n😀"])
def test_texts_are_cut_where_python_cuts_them(opened: Opened, text: str) -> None:
    ends = range(len(text) + 2)
    script = """([text, n]) => { const points = kg.points(text), ends = [...Array(n).keys()];
        return ends.map((a) => ends.map((b) => points.slice(a, b))); }"""
    cut = opened.page.evaluate(script, [text, len(ends)])
    assert cut == [[text[a:b] for b in ends] for a in ends]


@pytest.mark.parametrize(
    ("told", "first", "last", "words"),
    [
        ("2024", "2024-01-01", "2024-12-31", "2024"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("2024-02-03", "2024-02-03", "2024-02-03", "3 February 2024"),
        ("2024-02-03T10:20:00+07:00", "2024-02-03", "2024-02-03", "3 February 2024"),
        ("--02-03", None, None, "3 February, year not told"),
        ("--02", None, None, "February, year not told"),
        ("", None, None, ""),
        ("next week", None, None, "next week"),
    ],
)
def test_dates_as_told(opened: Opened, told: str, first: str | None, last: str | None, words: str) -> None:
    days, said = opened.page.evaluate("told => [kg.days(told), kg.dateWords(told)]", told)
    assert days == (None if first is None else {"first": first, "last": last})
    assert said == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-01", "2024-12", "2024"),
        ("2024-01", "2024-06", "January to June 2024"),
        ("2024-11", "2025-02", "November 2024 to February 2025"),
        ("2024-05-01", "2024-05-03", "1 May to 3 May 2024"),
        ("2023", "2024", "2023 to 2024"),
        ("2024-05", "2024-05", "May 2024"),
        ("2024", "", "from 2024"),
        ("", "2024", "until 2024"),
        ("", "", ""),
    ],
)
def test_periods_as_told(opened: Opened, start: str, end: str, words: str) -> None:
    assert opened.page.evaluate("([start, end]) => kg.periodWords(start, end)", [start, end]) == words
