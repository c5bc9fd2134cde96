"""Acronyms that an article spells out."""

from __future__ import annotations

import pytest

from kg.annotate.acronyms import common


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its gross regional domestic product (GRDP) grew.", {"GRDP"}),
        ("small and medium-sized enterprises (SME)", set()),  # the letters do not fit the words
        ("the Gross Regional Domestic Product (GRDP)", set()),  # a name
        ("two of the foreign direct investment (FDI) projects", {"FDI"}),
        ("a far too long row of words before value added tax (VAT)", {"VAT"}),
        ("(VAT)", set()),
    ],
)
def test_common_nouns(text: str, expected: set[str]) -> None:
    assert common(text) == expected


@pytest.mark.parametrize("run", ["a" * 400_000, "a " * 200_000, "a" + " " * 400_000, "ab-" * 100_000])
def test_a_long_run_of_one_letter_is_read_in_one_pass(run: str) -> None:
    """Twenty thousand letters took seven seconds where the search began anew at every one of them; these would take an hour."""
    assert common(f"{run} value added tax (VAT)") == {"VAT"}
