"""Courtesies and papers that are one word to the parser, and the attachments mended behind it."""

from __future__ import annotations

import pytest

from fixtures.reading import document
from kg.annotate import joins


def head(text: str, word: str) -> str:
    """The word that another one of the text hangs on."""
    tokens = document(text).tokens
    token = next(t for t in tokens if t.text == word)
    return tokens[token.head].text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("His Excellency Omar Saleh met the envoy.", "Omar Saleh", "met"),
        ("Her Excellency the Minister visited Oslo.", "Minister", "visited"),
        ("His Excellency opened a port.", "His Excellency", "opened"),
        ("HE the Minister visited Oslo in May.", "Minister", "visited"),
        ("Omar Saleh met on Monday at the headquarters in Oslo with Lucía Bonino.", "with", "met"),
        ("The Oslo Port Forum will open on 7 April with 300 booths, organized by the Oslo Chamber.", "organized", "Oslo Port Forum"),
        ("The meeting of the customs council that took place in Oslo ended.", "took", "meeting"),
        ("They signed a memorandum on grain, valid for five years from 1 April 2026.", "for", "valid"),
        ("He opened the third day of the Oslo Port Forum, which the Port Board is hosting in Bergen.", "hosting", "Oslo Port Forum"),
        # what is no event keeps its clause
        ("The ministry bought a ship with 20 cabins, sponsored by the Port Board.", "sponsored", "cabins"),
        ("The minister met the envoy at a fair with Lucía Bonino.", "with", "fair"),
    ],
)
def test_heads(text: str, word: str, expected: str) -> None:
    assert head(text, word) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("His Excellency", "he"), ("Her Royal Highness", "she"), ("His ship", ""), ("her", ""), ("Excellency", "")]
)
def test_courtesy(word: str, expected: str) -> None:
    assert joins.courtesy(word) == expected


def test_phrases_are_small_and_several_words() -> None:
    phrases = [" ".join(p) for group in joins._phrases().values() for p in group]
    assert "memorandum of understanding" in phrases
    assert all(p == p.lower() and " " in p for p in phrases)


def test_whole_papers() -> None:
    words = [t.text for t in document("The letters of intent and the Memorandum of Understanding lapsed.").tokens]
    assert "Memorandum of Understanding" in words
