"""Ties that the order of words tells, whatever the parse."""

from __future__ import annotations

import pytest

from fixtures.reading import resolution


def ties(text: str) -> list[str]:
    found = resolution(text)
    names = {e.key: e.name for e in found.entities}
    rows = [(f.role("subject"), f.value("relation"), f.role("object")) for f in found.facts if f.kind == "tie"]
    return sorted(f"{names[s]} {r} {names[o]}" for s, r, o in rows if s is not None and o is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan flowers are sold mostly in Norway.", ["Kenya exports_to Norway"]),
        ("Nearly 60 percent of Mongolia's coal goes to China.", ["Mongolia exports_to China"]),
        ("Kenyan flowers may be sold in Japan from next year.", []),
        ("Kenyan farmers went to Britain.", []),
        ("Ivorian cocoa is not sold in Brazil.", []),
        ("Nagoya and Turin have been sister cities since 2005.", ["Nagoya cooperates_with Turin"]),
        ("Porto is twinned with Bristol.", ["Porto cooperates_with Bristol"]),
        ("Porto and Bristol want to become sister cities.", []),
        ("Norway has disbursed 40 million dollars in aid to Malawi this year.", ["Norway donates_to Malawi"]),
    ],
)
def test_order(text: str, expected: list[str]) -> None:
    assert ties(text) == expected
