"""Ties: what implies one, in which direction, and what doesn't."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract import ties
from kg.read import read_text


def told(text: str) -> set[tuple[str, str, str]]:
    found = set()
    for claim in ties.extract(annotate(read_text(text))):
        subject, object_ = claim.role("subject"), claim.role("object")
        assert subject is not None
        assert object_ is not None
        found.add((subject.text, str(claim.value("relation")), object_.text))
    return found


def test_examples_are_many_and_some_give_nothing() -> None:
    assert len(ties.EXAMPLES) >= 25
    assert sum(not expected for _, expected in ties.EXAMPLES) >= 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan is currently Lagos's largest investor and donor of official development assistance.",
         {("Japan", "invests_in", "Lagos"), ("Japan", "donates_to", "Lagos")}),
        ("Korean firms had invested $5 billion in Lagos, making Korea its largest foreign investor.",
         {("Korean", "invests_in", "Lagos"), ("Korea", "invests_in", "its")}),
        ("Kenya's exports to Uganda dropped, but those to Tanzania jumped 21.4 per cent to $640 million in 2023.",
         {("Kenya", "exports_to", "Uganda"), ("Kenya", "exports_to", "Tanzania")}),
        ("Australia is the largest donor of aid for trade to Fiji and Vanuatu.",
         {("Australia", "donates_to", "Fiji"), ("Australia", "donates_to", "Vanuatu")}),
        ("Norway has assisted Malawi in forestry.", {("Norway", "donates_to", "Malawi")}),
        ("The city imported $81 million worth of Belgian products in 2022.", {("The city", "imports_from", "Belgian")}),
        ("Chile exports copper to Japan.", {("Chile", "exports_to", "Japan")}),
        ("Japanese investment in Kenya is small.", {("Japanese", "invests_in", "Kenya")}),
    ],
)  # fmt: skip
def test_told(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chile hopes to export copper to Japan.",
        "Chile may export copper to Japan.",
        "Norway is not a donor to Malawi.",
        "If Norway becomes the largest donor to Malawi, roads will be built.",
        "Chile and Japan agreed to promote cooperation between the two countries.",
        "Chile's exports rose.",
        "Acme invested $3 million in a mill in Lagos.",
        "Japan's ambassador visited Lagos.",
    ],
)
def test_not_told(text: str) -> None:
    assert told(text) == set()
