"""Sentences cut into pieces for the name finder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.words import pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # possessives are split off, apostrophes inside names are not
        ("Peru's exports", "Peru 's exports"),
        ("the EU’s aid", "the EU ’s aid"),
        ("ACME'S plan", "ACME 'S plan"),
        ("Guinea-Bissau's ports", "Guinea-Bissau 's ports"),
        ("O'Brien's son", "O'Brien 's son"),
        ("the workers' union", "the workers ' union"),
        # compounds stay whole, except behind a place or body and between two countries
        ("a well-known co-op", "a well-known co-op"),
        ("Jean-Pierre and Timor-Leste", "Jean-Pierre and Timor-Leste"),
        ("Hanoi-based Acme", "Hanoi - based Acme"),
        ("Seoul-headquartered", "Seoul - headquartered"),
        ("UK-led talks", "UK - led talks"),
        ("US-China trade", "US - China trade"),
        ("Japan/Korea", "Japan / Korea"),
        ("Chile-Malaysia ties", "Chile - Malaysia ties"),
        ("Bosnia-Herzegovina", "Bosnia-Herzegovina"),
        # abbreviations, ampersands, numbers, marks
        ("U.S. firms", "U.S. firms"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("24/7 in 2024/25", "24/7 in 2024/25"),
        ("$5 (five)", "$ 5 ( five )"),
        ("x_y", "x _ y"),
        ("", ""),
    ],
)
def test_pieces(text: str, expected: str) -> None:
    assert " ".join(p.text for p in pieces(text, 0, len(text))) == expected


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Lima", "cap"), ("Élan", "cap"), ("Đà", "cap"), ("d'Entremont", "cap"), ("al-Haddad", "cap"), ("G20", "cap"), ("COVID-19", "cap"),
        ("port", "low"), ("iPhone", "low"), ("3rd", "num"), ("2024", "num"), ("12-year", "num"), ("–", "mark"), ("“", "mark"),
    ],
)  # fmt: skip
def test_shape(word: str, shape: str) -> None:
    (piece,) = pieces(word, 0, len(word))
    assert piece.shape == shape
    assert piece.cap == (shape == "cap")


def test_keys_are_folded() -> None:
    assert [p.key for p in pieces("Đà NẴNG", 0, 7)] == ["da", "nang"]


@given(st.text(max_size=60), st.integers(0, 5))
def test_pieces_hold_their_text_in_order(text: str, start: int) -> None:
    at = min(start, len(text))
    for piece in pieces(text, at, len(text)):
        assert at <= piece.start < piece.end <= len(text)
        assert text[piece.start : piece.end] == piece.text
        assert not text[at : piece.start].strip()
        at = piece.end
    assert not text[at:].strip()
