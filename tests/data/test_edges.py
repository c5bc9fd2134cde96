"""Entries of lists by how they begin and end: a look-up that is skipped would have found nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.data import words as lists
from kg.data.edges import closing, closings, opening, openings


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("Deputy Director", "deputy", "director"),
        ("chargé d'affaires", "charge", "affaires"),
        ("vice-chair", "vice", "chair"),
        ("Lt. Gov.", "lt", ""),
        ("'s", "", "s"),
        ("", "", ""),
    ],
)
def test_edges(text: str, begins: str, ends: str) -> None:
    assert (opening(text), closing(text)) == (begins, ends)


@pytest.mark.parametrize("table", [lists.titles, lists.event_nouns, lists.agreement_nouns, lists.honorifics, lists.bodies])
def test_no_entry_is_passed_over(table: object) -> None:
    entries = list(table())  # type: ignore[operator]
    assert {opening(e.split()[0]) for e in entries} <= openings(entries)
    assert {closing(e.split()[-1]) for e in entries} <= closings(entries)


@given(st.text(max_size=30))
def test_any_text_has_edges(text: str) -> None:
    assert opening(text) in openings([text])
    assert closing(text) in closings([text])
    assert not any(c.isspace() for c in opening(text) + closing(text))
