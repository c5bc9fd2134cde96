"""Whom "the two cities", "the two sides" mean."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract import extract, kinds
from kg.read import read_text
from kg.resolve.reading import read


def signatories(text: str) -> set[str]:
    doc = annotate(read_text(text))
    found = read(doc, list(extract(doc)), kinds())
    names = {e.index: e.name for e in found.entities}
    return {names[i] for f in found.facts if f.kind == "signatory" for role, i in f.roles if role == "signatory"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys of the European Union and Chile met in Lima. The two sides signed a treaty.", {"European Union", "Chile"}),
        ("Envoys of Peru and Chile met in Lima. The two sides signed a treaty.", {"Peru", "Chile"}),
        ("Peru held talks. The two sides signed a treaty.", set()),
        ("The Bank of Lima and Peru held talks. The two sides signed a treaty.", set()),
        ("Gdansk and Odessa were rivals. The two cities signed a pact.", {"Gdansk", "Odessa"}),
        (
            "Gdansk is a port. Gdansk is old. Ships of Gdansk sail far. Its mayor went to Odessa. The two cities signed a pact.",
            {"Gdansk", "Odessa"},
        ),
        (
            "Gdansk trades with Odessa. Gdansk is old, and so is Odessa. He saw Oslo. It rained. It snowed. The two cities signed a pact.",
            {"Gdansk", "Odessa"},
        ),
        ("Gdansk saw Odessa. Oslo saw Izmir. It rained. It snowed. He left. She left. They left. The two cities signed a pact.", set()),
        (
            "Peru sells tin to Chile. It rained. It snowed. He left. She left. They left. The two countries signed a pact.",
            {"Peru", "Chile"},
        ),
        (
            "The Ministry of Trade of Laos met the Ministry of Health of Nepal. The two ministries signed a pact.",
            {"Ministry of Trade of Laos", "Ministry of Health of Nepal"},
        ),
    ],
)
def test_members(text: str, expected: set[str]) -> None:
    assert signatories(text) == expected
