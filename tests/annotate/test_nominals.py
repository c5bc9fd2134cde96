"""Mentions without a name: noun phrases, pronouns, verbs that tell an event."""

from __future__ import annotations

import pytest

from fixtures.reading import document

CASES = [
    ("The minister met her counterpart at a seminar.", [
        "nominal Person the minister", "verb Event met", "nominal Person her counterpart", "pronoun Person her", "nominal Event a seminar",
    ]),
    ("The department said it would expand.", ["nominal Agency the department", "pronoun None it"]),
    ("The two cities and both sides agreed.", ["nominal None the two cities", "nominal None both sides"]),
    ("The three countries voted.", ["nominal None the three countries"]),
    ("She gave her word herself.", ["pronoun Person she", "pronoun Person her", "pronoun Person herself"]),
    ("They sold its ships.", ["pronoun None they", "pronoun None its"]),
    ("The president visited a farm.", ["nominal Person the president", "verb Event visited"]),
    ("This agreement replaced the free trade agreement.",
     ["nominal Agreement this agreement", "nominal Agreement the free trade agreement"]),
    ("The company attended the opening ceremony.", ["nominal Organization the company", "nominal Event the opening ceremony"]),
    ("The deputy director left the city.", ["nominal Person the deputy director", "nominal Place the city"]),
    # indefinite persons and bodies are nobody in particular
    ("A minister spoke. A department closed. Ministers agreed.", []),
    # a modifier is not the thing: no conference, no contract
    ("The conference hall was full. The contract price rose.", []),
    ("Exports rose.", []),
    ("She spoke at a trade fair.", ["pronoun Person she", "nominal Event a trade fair"]),
    ("They signed a memorandum of understanding.", ["pronoun None they", "nominal Agreement a memorandum of understanding"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_nominals(text: str, expected: list[str]) -> None:
    found = [m for m in document(text).mentions if m.form in ("nominal", "pronoun", "verb")]
    assert sorted(f"{m.form} {m.kind} {m.text.lower()}" for m in found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("The seminar ended.", True), ("That seminar ended.", True), ("Its seminar ended.", True), ("A seminar ended.", False),
        ("Seminars ended.", False), ("No seminar ended.", False), ("Peru's seminar ended.", True),
    ],
)  # fmt: skip
def test_definite(text: str, definite: bool) -> None:
    assert [m.definite for m in document(text).mentions if m.kind == "Event"] == [definite]


@pytest.mark.parametrize(
    ("text", "feature", "value"),
    [
        ("The two cities agreed.", "number", "2"),
        ("She agreed.", "gender", "f"),
        ("He agreed.", "gender", "m"),
        ("It agreed.", "gender", "n"),
        ("They held seminars.", "plural", "1"),
        ("They held a seminar.", "noun", "seminar"),
        ("The trade fair ended.", "noun", "trade fair"),
        ("The event ended.", "generic", "1"),
        ("The seminar ended.", "generic", ""),
    ],
)
def test_features(text: str, feature: str, value: str) -> None:
    assert value in [m.features[feature] for m in document(text).mentions if feature in m.features]


def test_names_are_no_nominals() -> None:
    doc = document("The Ministry of Trade of Peru met the ministry.")
    assert [(m.form, m.text) for m in doc.mentions if m.kind == "Agency"] == [
        ("name", "Ministry of Trade of Peru"),
        ("nominal", "the ministry"),
    ]
