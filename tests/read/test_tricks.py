"""What cannot be seen, and letters that look like others: names are read without the first, kept apart by the second, and both are told."""

from __future__ import annotations

import pytest

from fixtures.reading import entities, resolution
from kg.extract import kinds
from kg.inspect import records
from kg.pipeline import inspect
from kg.rdf import Names
from kg.read import read_text
from kg.resolve import resolve

UNSEEN = "invisible characters inside a word: read without them"
TURNED = "marks that turn the direction of writing: read without them"
ALIKE = "letters that look like Latin ones and are not: a name of its own"


def told(text: str) -> list[tuple[str, str]]:
    """Reason and the source's characters of what reading refused."""
    article = read_text(text)
    return [(r.reason, article.source[r.start : r.end]) for r in article.refusals]


@pytest.mark.parametrize("mark", [chr(c) for c in (0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF)], ids=ascii)
def test_invisible_characters_inside_a_name(mark: str) -> None:
    text = f"Ma{mark}ria Sou{mark}za, Minister of Trade of Kenya, met reporters. Maria Souza said so."
    assert told(text) == [(UNSEEN, f"Ma{mark}ria"), (UNSEEN, f"Sou{mark}za")]
    found = resolution(text)
    assert list(entities(found, "Person")) == ["Maria Souza"]
    quotes = [at.quote for at in entities(found)["Maria Souza"].mentions]
    assert quotes[:2] == [f"Ma{mark}ria Sou{mark}za", "Maria Souza"]


@pytest.mark.parametrize("mark", [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))], ids=ascii)
def test_marks_that_turn_the_direction(mark: str) -> None:
    text = f"Maria {mark}Souza{mark}, Minister of Trade of Kenya, met reporters."
    assert told(text) == [(TURNED, f"{mark}Souza{mark}")]
    found = resolution(text)
    assert list(entities(found, "Person")) == ["Maria Souza"]
    assert entities(found)["Maria Souza"].mentions[0].quote.startswith("Maria ")


def test_what_stands_outside_of_words_is_not_told() -> None:
    assert told("\ufeffMaria Souza \u200b met \u200eJohn Doe.\u200b") == []
    assert told("So\u00aduza met So\u00aduza.") == [(UNSEEN, "So\u00aduza")]  # each word once


def test_names_of_look_alike_letters_are_kept_apart_and_told() -> None:
    text = "Maria Lopez, Minister of Trade of Kenya, met M\u0430ria Lopez, Minister of Trade of Chad, in Oslo on Monday."
    assert told(text) == [(ALIKE, "M\u0430ria")]
    found = resolution(text)
    keys = {entity.name: entity.key for entity in found.entities if entity.type == "Person"}
    assert set(keys) == {"Maria Lopez", "M\u0430ria Lopez"} and len(set(keys.values())) == 2
    assert keys["Maria Lopez"] == "person:maria-lopez"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The \u0421\u0421\u0421\u0420 and the CCCP signed.", ["\u0421\u0421\u0421\u0420"]),  # all Cyrillic, like a word of the text
        ("The \u0421\u0421\u0421\u0420 signed.", []),  # Russian
        ("\u041c\u043e\u0441\u043a\u0432\u0430 is Moscow. \u0391\u03b8\u03ae\u03bd\u03b1 is Athens.", []),
        ("A load of 5 k\u03a9 and 3 \u00b5m, Nguy\u1ec5n and \u0141\u00f3d\u017a.", []),
        ("Nat\u03bfn talks and \u0391thens.", ["Nat\u03bfn", "\u0391thens"]),
    ],
)
def test_which_letters_are_told(text: str, words: list[str]) -> None:
    assert told(text) == [(ALIKE, word) for word in words]


def test_names_in_other_alphabets_have_keys_of_their_own() -> None:
    first = "Agreements were signed by \u0414\u0415\u0397 Group and by \u041f\u0420\u0421 Group on Monday in Oslo."
    groups = [entity.key for entity in resolution(first).entities if entity.name.endswith("Group")]
    assert len(groups) == len(set(groups)) == 2


def test_inspect_shows_what_was_told() -> None:
    article = read_text("Ma\u200bria Souza, Minister of Trade of Kenya, met M\u0430ria Lopez.")
    looked = inspect(article)
    seen = records(looked.document, looked.claims, resolve([looked.reading], kinds()))
    refused = {record.get("reason"): record.text for record in seen if record.what == "refusal"}
    assert refused[UNSEEN] == "Ma\u200bria" and refused[ALIKE] == "M\u0430ria"


def test_a_name_of_ten_thousand_characters() -> None:
    for name in ("A" * 10_000, "Ab" * 5_000, " ".join(["Alba"] * 2_000), "A." * 5_000):
        found = resolution(f"{name}, Minister of Trade of Kenya, met {name[:3_000]} in Oslo.\n\n{name} said so.")
        names = Names()
        for key in (*(entity.key for entity in found.entities), *(fact.key for fact in found.facts)):
            assert len(names.key(key).value) < 300
