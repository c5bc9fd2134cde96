"""What sort of thing a bare capitalised name is: evidence from its neighbours, over the whole article, and refusal without any."""

from __future__ import annotations

import pytest

from fixtures.reading import defect, document, named, reading, refusals
from kg.annotate.kinds import ENOUGH, MARGIN, Votes
from kg.annotate.people import person_like
from kg.annotate.words import pieces
from kg.data.naming import second_mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the same made-up word in different company
        ("Minister Orvala spoke.", "Person Orvala"),
        ("Ms Orvala spoke.", "Person Orvala"),
        ("The shipbuilder Orvala grew.", "Organization Orvala"),
        ("Orvala, a shipbuilder, grew.", "Organization Orvala"),
        ("The customs agency Orvala grew.", "Agency Orvala"),
        ("The town of Orvala grew.", "Place Orvala"),
        ("Orvala province grew.", "Place Orvala"),
        ("The Orvala-based firm grew.", "Place Orvala"),
        ("The mayor of Orvala left.", "Place Orvala"),
    ],
)
def test_neighbours_tell(text: str, expected: str) -> None:
    assert expected in named(text)


def test_one_kind_in_an_article() -> None:
    """The one clear mention tells for the others."""
    assert named("Orvala grew last year. Orvala, a shipbuilder, hired. Traders praised Orvala.") == ["Organization Orvala"] * 3


@pytest.mark.parametrize("text", ["They praised Qorvalath yesterday.", "Nobody saw Zzyrtenk."])
def test_without_evidence_a_name_is_refused(text: str) -> None:
    doc = document(text)
    if not named(text):
        (refused,) = doc.refusals
        assert refused.reason == "a capitalised name of unknown kind"
        assert doc.article.source[refused.start : refused.end] == refused.text


def test_headlines_refuse_silently() -> None:
    assert not document("Qorvalath rises\n\nThe port grew by 5 per cent last year, and traders hired more people in spring.").refusals


def test_winner_needs_enough_and_a_margin() -> None:
    votes = Votes()
    assert votes.winner() is None
    votes.add("Place", ENOUGH - 0.1, "a little")
    assert votes.winner() is None
    votes.add("Place", 0.1, "a little more")
    assert votes.winner() == "Place"
    votes.add("Person", ENOUGH - MARGIN / 2, "nearly as much")
    assert votes.winner() is None
    votes.add("Place", MARGIN, "a clear lead")
    assert votes.winner() == "Place"


def test_a_clue_of_the_words_alone_counts_once() -> None:
    votes = Votes()
    for _ in range(3):
        votes.once("Place", 1.0, "in the gazetteer")
        votes.add("Person", 1.0, "before 'said'")
    assert votes.weights == {"Place": 1.0, "Person": 3.0}
    assert "Place +1.0: in the gazetteer" in votes.reasons


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("Nguyen Van Minh", True), ("Maria Lindqvist", True), ("J. P. Oduya", True), ("ZHANG Liwen", True), ("Hamad bin Khalid", True),
        ("Minh", False), ("Steel Pipe", False), ("Port 2024", False),
    ],
)  # fmt: skip
def test_made_like_a_person(text: str, likely: bool) -> None:
    assert (person_like(pieces(text, 0, len(text))) > 0) is likely


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Nguyễn Thị Hoa", "hoa"), ("Hwang Min-seo", "hwang"), ("Wang Lihua", "wang"), ("Ana Souza", "souza"), ("Boateng", "boateng"),
        defect("Kim Soo-yeon", "kim", reason="Kim is a Vietnamese surname as well, though a hyphenated given name is Korean"),
    ],
)  # fmt: skip
def test_second_mention_by_custom(name: str, short: str) -> None:
    assert second_mention(name) == short


def test_refusals_are_told_with_the_article() -> None:
    assert refusals(reading("They praised Qorvalath yesterday."), "annotate") == ["a capitalised name of unknown kind"]
