"""Which mentions of agreements are one agreement."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract import extract, kinds
from kg.read import read_text
from kg.resolve.agreed import listed
from kg.resolve.reading import Reading, read


def reading(text: str) -> Reading:
    doc = annotate(read_text(text))
    return read(doc, list(extract(doc)), kinds())


def names(text: str) -> list[str]:
    return [e.name for e in reading(text).entities if e.type == "Agreement"]


FIRST = "The Port of Gdansk and the Port of Aarhus signed a loan agreement on ferries on 3 May 2024."


@pytest.mark.parametrize(
    "more",
    [
        "It is valid until May 2027.",
        "The loan agreement is valid until May 2027.",
        "The agreement is valid until May 2027.",
        "The new document is valid until May 2027.",
    ],
)
def test_what_points_back_is_the_agreement_of_before(more: str) -> None:
    found = reading(f"{FIRST} {more}")
    things = [e for e in found.entities if e.type == "Agreement"]
    assert [e.name for e in things] == ["loan agreement on ferries"]
    until = [v for f in found.facts if f.kind == "agreement" for n, v in f.values if n == "until"]
    assert [str(v) for v in until] == ["2027-05"]


@pytest.mark.parametrize(
    "more",
    [
        "A second loan agreement is to be signed in June.",
        "They also signed a contract on cranes.",
        "An earlier agreement with the Port of Turku was cancelled in March.",
    ],
)
def test_what_is_another_is_its_own(more: str) -> None:
    assert len(names(f"{FIRST} {more}")) == 2


def test_the_same_told_again_is_one() -> None:
    again = "The loan was long awaited. On 3 May 2024, the Port of Gdansk and the Port of Aarhus signed a loan agreement."
    assert len(names(f"{FIRST} {again}")) == 1


def test_a_pronoun_with_nothing_before_is_refused() -> None:
    found = reading("It is valid until May 2027.")
    assert not [e for e in found.entities if e.type == "Agreement"]
    assert "no agreement that this can mean" in [r.reason for r in found.refusals]


def test_bare_nouns_are_no_names() -> None:
    assert listed("Joint Declaration")
    assert not listed("Treaty of Tordesillas")


def test_a_headline_and_its_story_are_one() -> None:
    text = f"Gdansk, Aarhus sign loan agreement\n\nGDANSK, 4 May 2024 - {FIRST}\n\nThe ports are old.\n\nMore ships will come.\n"
    assert len(names(text)) == 1


def test_two_denials_in_a_row_are_one() -> None:
    text = 'Mayor Ana Souza denied that a deal had been struck with the Port of Turku. "There is no such deal," she said.'
    assert len(names(text)) == 1


def test_a_shorter_name_is_the_longer_one() -> None:
    text = "The Oslo Fisheries Agreement entered into force in 2019. Norway praised the Fisheries Agreement."
    assert len(names(text)) == 1


def test_the_contract_is_the_one_of_its_kind() -> None:
    text = f"{FIRST} They also signed a supply contract. The contract is valid until May 2030."
    until = [str(v) for f in reading(text).facts if f.kind == "agreement" for n, v in f.values if n == "until"]
    assert until == ["2030-05"]
    assert len(names(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The EU–Chile Trade Agreement was signed in 2023. The Trade Agreement is in force.", ["EU–Chile Trade Agreement"]),
        (
            "Peru and Chile will sign an agreement on drivers. The loan agreement with the Bank of Lima was signed in 2024.",
            ["agreement on drivers", "loan agreement"],
        ),
        (
            "Peru and Chile signed a supply contract in 2024. The contract is valid until 2030.",
            ["supply contract"],
        ),
        (
            "Peru's minister denied a deal with Chile on tin. Peru has not signed any pact with Chile, the minister said.",
            ["pact"],
        ),
        ("Peru and Chile signed a pact in 2024. Another pact with Bolivia was signed in 2025.", ["pact", "Another pact"]),
        ("Peru and Chile signed a pact in 2024. The second document is valid until 2030.", ["pact"]),
        ("The Port of Suva signed a lease with the Bank of Fiji. The accord is valid until 2030.", ["lease"]),
        (
            "The Port of Suva signed a memorandum of understanding with the Bank of Fiji. The MoU is valid until 2030.",
            ["memorandum of understanding"],
        ),
        (
            "Peru and Chile signed a memorandum on testing electric buses. The agreement on fishing rights signed in 2021 expired.",
            ["memorandum on testing electric buses", "agreement on fishing rights"],
        ),
        (
            "Tonga signed a contract with Fiji. Samoa signed a loan agreement with Niue. The treaty expired in 2020.",
            ["contract", "loan agreement", "treaty"],
        ),
    ],
)
def test_one_or_several(text: str, expected: list[str]) -> None:
    assert sorted(names(text)) == sorted(expected)
