"""Noun phrases and pronouns: whom they mean, or the reason why nobody can tell."""

from __future__ import annotations

import pytest

from fixtures.reading import defect, facts, refusals, resolution

HOA = "Nguyen Thi Hoa, Director of the Da Nang Department of Tourism, spoke. "
DIALLO = "Amina Diallo, minister of trade of Mali, spoke. "
TWO = "President Aliya Nurlanova and Prime Minister Levan Beridze met. "

SPEAKERS = [
    (DIALLO + "The minister said exports rose.", "Amina Diallo"),
    (DIALLO + "She said exports rose.", "Amina Diallo"),
    (HOA + "The director said rooms were full.", "Nguyen Thi Hoa"),
    (HOA + "The department said rooms were full.", "Da Nang Department of Tourism"),
    (TWO + "The president said trade would grow.", "Aliya Nurlanova"),
    (TWO + "The prime minister said trade would grow.", "Levan Beridze"),
    ("Mrs Ana Souza met Mr Luis Prado. She said trade would grow.", "Ana Souza"),
    ("Mrs Ana Souza met Mr Luis Prado. He said trade would grow.", "Luis Prado"),
    ("The Oslo Ports Authority opened. It said trade would grow.", "Oslo Ports Authority"),
    ("Nimbuzo, a startup, grew. The company said trade would grow.", "Nimbuzo"),
    ("Baltic Timber Oy grew. The company said trade would grow.", "Baltic Timber Oy"),
    # the one named last, where the posts stand in different sentences
    ("Kofi Asante, mayor of Tamale, spoke. Yaw Mensah, mayor of Kumasi, spoke. The mayor said roads were bad.", "Yaw Mensah"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_resolved(text: str, speaker: str) -> None:
    (statement,) = facts(resolution(text), "statement")
    assert f"speaker={speaker} " in statement


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The minister said trade would grow.", "statement: nobody of this post is named before"),
        (
            "Minister Ana Souza and Minister Luis Prado met. The minister said trade would grow.",
            "statement: two people of this post are named close by",
        ),
        ("She said trade would grow.", "statement: nobody whom this pronoun can mean"),
        ("Mr Kofi Asante met Mrs Ama Mensah. They said trade would grow.", "statement: nothing that this pronoun can mean for sure"),
        ("The ministry said trade would grow.", "statement: no body that this can mean"),
        (
            "The Ministry of Finance met the Ministry of Trade. The ministry said prices fell.",
            "statement: two bodies that this can mean are named close by",
        ),
        (
            "Mrs Ama Mensah and Mrs Esi Boateng live in Accra. She said trade would grow.",
            "statement: two people whom this pronoun can mean",
        ),
    ],
)
def test_refused_with_the_reason(text: str, reason: str) -> None:
    found = resolution(text)
    assert not facts(found, "statement")
    assert reason in refusals(found)


def test_refusals_point_at_their_words() -> None:
    found = resolution("Chile grew. The minister said trade would grow.")
    (refused,) = [r for r in found.refusals if r.stage == "resolve"]
    assert found.articles[0].source[refused.start : refused.end] == refused.text == "The minister"


def signatories(*texts: str) -> list[str]:
    return [line.split("signatory=")[1].removesuffix(" (signed)") for line in facts(resolution(*texts), "signatory")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Officials of Porto Alegre and Rosario met. The two cities signed a cooperation agreement.",
            ["Porto Alegre", "Rosario"],
        ),
        ("Chile and Oman held talks. The two countries signed a trade agreement.", ["Chile", "Oman"]),
        ("Chile, Oman and Fiji held talks. The three countries signed a trade agreement.", ["Chile", "Fiji", "Oman"]),
        ("Chile and Oman held talks. The two sides signed a trade agreement.", ["Chile", "Oman"]),
        ("The two cities signed a cooperation agreement.", []),
        ("Chile sold copper. Oman bought it. The three countries signed a trade agreement.", []),
        defect(
            "Chile, Oman and Fiji held talks. The two countries signed a trade agreement.",
            [],
            reason="of three named together the last two are taken for 'the two'",
        ),
    ],
)
def test_groups(text: str, parties: list[str]) -> None:
    assert signatories(text) == parties


def test_a_group_that_is_not_complete_is_refused() -> None:
    assert "signatory: not all of the group are named before" in refusals(resolution("The two cities signed a cooperation agreement."))
