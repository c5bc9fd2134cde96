"""How sure an agreement is: the mood of the clause that tells of it."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract import agreements
from kg.read import read_text

CASES: list[tuple[str, list[str]]] = [
    ("Fiji may sign a treaty with Samoa.", ["proposed"]),
    ("Fiji would sign a treaty with Samoa if the price were right.", ["proposed"]),
    ("Fiji said it would sign a treaty with Samoa.", ["planned"]),
    ("Fiji plans to sign a treaty with Samoa.", ["planned"]),
    ("Fiji failed to sign a treaty with Samoa.", []),
    ("Fiji does not plan to sign a treaty with Samoa.", []),
    ("Fiji is considering signing a treaty with Samoa.", ["proposed"]),
    ("Fiji announced signing a treaty with Samoa.", ["signed"]),
    ("Fiji denied signing a treaty with Samoa.", ["denied"]),
    ("Fiji never signed a treaty with Samoa.", []),
    ("Fiji is signing a treaty with Samoa in May 2031.", ["planned"]),
    ("Fiji will meet and sign a treaty with Samoa.", ["planned"]),
    ("Fiji grew richer after signing a treaty with Samoa.", ["signed"]),
    ("Fiji grew richer by signing a treaty with Samoa.", ["signed"]),
    ("Fiji is working towards signing a treaty with Samoa.", ["proposed"]),
    ("Fiji spoke of the possibility of signing a treaty with Samoa.", ["proposed"]),
    ("Fiji met Samoa in Apia to sign a treaty.", ["signed"]),
    ("Leaders gathered in Apia to sign a treaty between Fiji and Samoa.", ["signed"]),
    ("Fiji helped to sign a treaty between Tonga and Samoa.", ["signed"]),
    ("The treaty will be signed once the two sides agree.", ["planned"]),
    ("Once Fiji signs the treaty with Samoa, ships will sail.", ["planned"]),
    ("Unless Fiji signs the treaty with Samoa, ships will not sail.", ["proposed"]),
    ("Fiji has been asked to sign a treaty with Samoa.", ["proposed"]),
    ("Fiji rejected reports that it had cancelled a contract with Samoa.", []),
    ("Fiji threatened to cancel a contract with Samoa.", []),
    ("Fiji looks forward to signing a treaty with Samoa.", ["planned"]),
    ("Fiji and Samoa visited Tonga, signing a treaty on trade.", ["signed"]),
    ("The signing of a treaty between Fiji and Samoa is scheduled for May.", ["planned"]),
    ("Fiji welcomed the signing of a treaty between Tonga and Samoa.", ["signed"]),
    ("Fiji postponed the signing of a treaty with Samoa.", ["planned"]),
    ("Fiji called for the conclusion of a treaty between Tonga and Samoa.", ["proposed"]),
    ("The treaty between Fiji and Samoa was not signed.", ["proposed"]),
    ("The expiry of the treaty between Fiji and Samoa hurt trade.", ["terminated"]),
    ("The minister denied any deal with Samoa Shipping Ltd.", ["denied"]),
    ("Fiji is expected to ratify the treaty with Samoa.", []),
]


@pytest.mark.parametrize(("text", "statuses"), CASES)
def test_mood(text: str, statuses: list[str]) -> None:
    assert [claim.status for claim in agreements.extract(annotate(read_text(text)))] == statuses
