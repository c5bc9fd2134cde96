"""Who is bound, where the sentence hides it."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract import agreements, signatories
from kg.read import read_text

CASES: list[tuple[str, list[str]]] = [
    ("A lease for the new hall was signed on Tuesday with Perla Harbour Sdn Bhd.", ["Perla Harbour Sdn Bhd"]),
    (
        "Sime Rubber Berhad will buy 2,000 tonnes of latex from Guangxi Chemicals Ltd this year under a contract signed at the fair.",
        ["Sime Rubber Berhad", "Guangxi Chemicals Ltd"],
    ),
    ("The city council awarded a contract to Lima Cranes Limited in May.", ["The city council", "Lima Cranes Limited"]),
    ("Hanoi Steel JSC won a contract from the Port of Beira.", ["Hanoi Steel JSC", "Port of Beira"]),
    ("The pact among Chad, Niger and Mali was signed in 2023.", ["Chad", "Niger", "Mali"]),
    ("In Lima, the Port of Callao, Chile and Peru also signed a pact.", ["Port of Callao", "Chile", "Peru"]),
    ("Under a contract on ore, Chile and Peru will build a port.", ["Chile", "Peru"]),
    ("Together with Chile, Peru signed a pact on water.", ["Chile", "Peru"]),
    ("Togo and Benin met in Lome. They signed a pact on water there.", ["Togo", "Benin"]),
    ("Representatives of the Port of Beira and the Port of Lamu signed a pact.", ["Port of Beira", "Port of Lamu"]),
    ("Ana Souza, head of the Bank of Nagoya's regional hub, signed a loan agreement with Benin.", ["Bank of Nagoya", "Benin"]),
    ("The treaty that Togo and Benin signed in 2019 is dead.", ["Togo", "Benin"]),
    ("The treaty, which was signed by Togo and Benin, is void.", ["Togo", "Benin"]),
    ("The treaty, which expired in 2020, bound Togo.", []),
    ("Togo and Benin are bound by a treaty.", ["Togo", "Benin"]),
    ("Togo pulled out of the treaty with Benin.", ["Togo", "Benin"]),
    ("Togo and Benin held talks on a fishing agreement.", ["Togo", "Benin"]),
    ("The sale of the contract was watched by Togo.", []),
    ("Ana Souza witnessed the signing of the contract by Togo and Benin.", ["Togo", "Benin"]),
    ("Togo and Benin put their names to a treaty on water.", ["Togo", "Benin"]),
    ("The treaty is expected to be signed by Togo and Benin in May.", ["Togo", "Benin"]),
    ("Togo and Benin tore up the treaty.", []),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_parties(text: str, names: list[str]) -> None:
    claims = list(signatories.extract(annotate(read_text(text))))
    assert [c.roles[1][1].text for c in claims] == names


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The treaty that Togo and Benin signed in 2019 is dead.", "terminated"),
        ("A fifth paper, a treaty on trade, was not ready.", "proposed"),
        ("The draft treaty between Togo and Benin is on the table.", "proposed"),
        ("The treaty between Togo and Benin is to enter into force in May.", ""),
        ("The proposed treaty between Togo and Benin would not be in force by then.", "proposed"),
        ("The treaty between Togo and Benin is still valid.", ""),
        ("The signing of a treaty with Togo was put off.", "planned"),
    ],
)
def test_status_of_predicates(text: str, status: str) -> None:
    assert [c.status for c in agreements.extract(annotate(read_text(text)))] == [status]
