"""People without a name: posts by another word, countries, hints; genders that names tell."""

from __future__ import annotations

import pytest

from fixtures.reading import facts, refusals, resolution
from kg.data.naming import gender


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ana Souza", "f"),
        ("Luis Prado", "m"),
        ("Nguyen Thi Hoa", "f"),
        ("Tran Van Minh", "m"),
        ("Piet van Dijk", "m"),
        ("Fahad bin Nasser Al-Qahtani", "m"),
        ("Siti binti Rahman", "f"),
        ("Olga Petrovna Belova", "f"),
        ("Katrin Jonsdottir", "f"),
        ("Leyla Mammad qizi", "f"),
        ("Kim Min-ah", ""),
        ("Li Wen", ""),
        ("Jean Petit", ""),
        ("Souza", ""),
    ],
)
def test_gender_by_custom(name: str, told: str) -> None:
    assert gender(name) == told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Osman Kaya, director of the Mersin Port Authority, spoke. The port chief said the pier was long.", "Osman Kaya"),
        ("Ambassador Ito Naoki came. The envoy said ties were strong.", "Ito Naoki"),
        ("President Kofi Adjei received Ambassador Helga Braun. She said German firms were eager.", "Helga Braun"),
        ("Mayor Ana Souza, his cousin, met Minister Luis Prado. He said trade would grow.", "Luis Prado"),
        ("Premier Li Wen received President Joao Lobo. The visiting president said roads were good.", "Joao Lobo"),
        ("Roads were good, said the Japanese ambassador to Laos. Ambassador Kumi Ogawa left.", "Kumi Ogawa"),
        ("Deputy Mayor Ana Souza met Mayor Luis Prado. The mayor said trade would grow.", "Luis Prado"),
        ("Gov. Ruth Kamau came. The governor said trade would grow.", "Ruth Kamau"),
        ("His Excellency Omar Saleh received Her Excellency Ana Vega. His Excellency said trade would grow.", "Omar Saleh"),
        ("His Excellency Omar Saleh received Her Excellency Ana Vega. Her Excellency said trade would grow.", "Ana Vega"),
    ],
)
def test_found(text: str, speaker: str) -> None:
    (statement,) = facts(resolution(text), "statement")
    assert f"speaker={speaker} " in statement


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Presidents Ali Nazarov and Beka Tsereteli met. The Presidents said trade would grow.", "a group of people"),
        ("Mayor Ana Souza came. Her deputy said trade would grow.", "somebody's deputy or minister who is not named here"),
        ("Mayor Ana Souza came. He said trade would grow.", "nobody whom this pronoun can mean"),
        (
            "Osman Kaya, director of the Mersin Port Authority, spoke. The police chief said so: “It is long.”",
            "nobody of this post is named before",
        ),
        (
            "Minister Ana Mendes met Mr Luis Prado and Mrs Rosa Prado. Prado left early. She said trade would grow.",
            "nobody whom this pronoun can mean",
        ),
    ],
)
def test_refused(text: str, reason: str) -> None:
    found = resolution(text)
    assert not facts(found, "statement")
    assert any(reason in told for told in refusals(found))
