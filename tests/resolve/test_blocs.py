"""What "the bloc" means: a union or community of countries named before, and no other body."""

from __future__ import annotations

import pytest

from fixtures.reading import resolution


def speakers(text: str) -> list[str]:
    found = resolution(text)
    names = {e.key: e.name for e in found.entities}
    return [names[key] for f in found.facts if f.kind == "statement" and (key := f.role("speaker")) is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The European Union opened an office in Oslo. The bloc said trade would grow.", ["European Union"]),
        ("The EU opened an office in Oslo. The bloc said trade would grow.", ["EU"]),
        ("ASEAN opened an office in Oslo. The bloc said trade would grow.", ["ASEAN"]),
        ("The Lund Growers Union opened an office in Oslo. The bloc said trade would grow.", []),
        ("The European Union met the African Union in Oslo. The bloc said trade would grow.", []),
    ],
)
def test_the_bloc(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
