"""Readings are made once for each document."""

from __future__ import annotations

from dataclasses import replace

from fixtures.reading import document
from kg.extract._once import once
from kg.types import Document


def test_asked_twice_read_once() -> None:
    made: list[str] = []

    @once
    def reading(doc: Document) -> tuple[str, ...]:
        made.append(doc.text)
        return tuple(doc.text.split())

    first, second = document("Trade grew."), document("Trade fell.")
    assert [reading(d) for d in (first, first, second, second, first)] == [
        ("Trade", "grew."), ("Trade", "grew."), ("Trade", "fell."), ("Trade", "fell."), ("Trade", "grew."),
    ]  # fmt: skip
    assert made == ["Trade grew.", "Trade fell.", "Trade grew."]


def test_equal_documents_are_two() -> None:
    seen: list[int] = []

    @once
    def reading(doc: Document) -> int:
        seen.append(id(doc))
        return len(seen)

    one = document("Trade grew.")
    other = replace(one)
    assert one == other
    assert (reading(one), reading(other)) == (1, 2)
