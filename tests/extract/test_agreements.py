"""Agreements over several sentences, and properties that examples can't show."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.data import words
from kg.data.records import AGREEMENT_KINDS
from kg.extract import _papers_words as lists
from kg.extract import agreements, signatories
from kg.extract._papers import papers
from kg.extract._papers_facts import later
from kg.extract._papers_model import Paper
from kg.extract._papers_mood import stronger
from kg.extract._papers_verbs import status_of
from kg.read import read_text
from kg.types import PartialDate

STATUSES = {*agreements.KIND.statuses, "-"}


def told(text: str) -> list[Paper]:
    return list(papers(annotate(read_text(text))))


def test_lists_use_known_statuses_and_kinds() -> None:
    assert {s for s, _ in lists.deeds().values()} <= STATUSES
    assert {s for pair in lists.states().values() for s in pair} <= STATUSES
    assert set(lists.governors().values()) <= {"planned", "proposed", "denied", "negated", "none", "same"}
    assert set(lists.validity().values()) <= {"from", "until", "none"}
    assert {*lists.subjects().values(), *lists.known().values()} <= set(AGREEMENT_KINDS)
    assert lists.weak() <= {r.noun.lower() for r in words.agreement_nouns().values()} | set(words.agreement_nouns())
    assert "deny" in lists.denials()
    assert "renew" in lists.of_class("again")
    with pytest.raises(ValueError, match="no words of class 'nonsense'"):
        lists.of_class("nonsense")


@pytest.mark.parametrize(
    ("base", "mood", "definite", "status"),
    [
        ("signed", "fact", False, "signed"),
        ("signed", "planned", False, "planned"),
        ("signed", "denied", False, "denied"),
        ("signed", "negated", False, ""),
        ("signed", "none", True, ""),
        ("proposed", "fact", False, "proposed"),
        ("proposed", "denied", False, "denied"),
        ("proposed", "negated", False, ""),
        ("planned", "fact", False, "planned"),
        ("planned", "negated", False, ""),
        ("terminated", "fact", True, "terminated"),
        ("terminated", "planned", True, ""),
        ("in-force", "planned", True, ""),
    ],
)
def test_status_of_word_and_mood(base: str, mood: str, definite: bool, status: str) -> None:
    assert status_of(base, mood, definite, "sign") == status  # type: ignore[arg-type]


def test_an_unsigned_definite_paper_is_proposed() -> None:
    assert status_of("signed", "negated", True, "sign") == "proposed"
    assert stronger("fact", "planned") == "planned"
    assert stronger("denied", "proposed") == "denied"


def test_dates_after_the_article() -> None:
    assert later(PartialDate(2025, 7, 1), PartialDate(2025, 6))
    assert not later(PartialDate(2025), PartialDate(2025, 6))
    assert not later(PartialDate(None, 7, 1), PartialDate(2025, 6))
    assert not later(PartialDate(2025, 7, 1), None)


LIST = """On 9 May 2024, the two sides signed the following documents:

(i) Agreement on Seed Exchange, between the Ministry of Agriculture of Peru and the Ministry of Food of Chile, valid until 31 May 2030;

(ii) Contract under which Lima Cranes Limited will deliver 12 cranes to Arica Terminal Limited.

The harvest was good this year.
"""


def test_items_of_a_list_take_what_the_list_was_announced_with() -> None:
    found = told(LIST)
    assert [(p.status, str(p.signed)) for p in found] == [("signed", "2024-05-09")] * 2
    assert str(found[0].end) == "2030-05-31"
    assert [m.text for m in found[1].parties] == ["Lima Cranes Limited", "Arica Terminal Limited"]


def test_after_the_list_nothing_is_inherited() -> None:
    assert len(told(LIST + "\nA contract is a paper under which somebody pays.\n")) == 2


def test_two_agreements_in_a_sentence_have_their_own_clauses() -> None:
    doc = annotate(read_text("Kenya and Uganda signed a treaty on water, and the Port of Lamu inked a contract with the Port of Tanga."))
    claims = list(agreements.extract(doc))
    assert [c.value("kind") for c in claims] == ["Treaty", "Contract"]
    assert not claims[0].evidence.overlaps(claims[1].evidence)
    parties = [(c.roles[0][1].text, c.roles[1][1].text) for c in signatories.extract(doc)]
    assert parties == [
        ("a treaty", "Kenya"), ("a treaty", "Uganda"), ("a contract", "Port of Lamu"), ("a contract", "Port of Tanga"),
    ]  # fmt: skip


def test_a_group_named_by_a_pronoun() -> None:
    found = told("Ties between the two cities go back to May 2009, when they signed a friendship agreement.")
    assert [(str(p.signed), [m.text for m in p.parties]) for p in found] == [("2009-05", ["the two cities"])]


def test_what_one_party_undertakes_binds_both() -> None:
    found = told("The first contract came at noon, when Sabah Rubber Sdn Bhd undertook to ship latex to Hokkaido Tyres Ltd this year.")
    assert [[m.text for m in p.parties] for p in found] == [["Sabah Rubber Sdn Bhd", "Hokkaido Tyres Ltd"]]


def test_a_person_stands_for_the_body_told_with_the_name() -> None:
    found = told("Ana Souza, director of the Santos Port Authority, signed a contract with the Bank of Nagoya.")
    assert [m.text for p in found for m in p.parties] == ["Santos Port Authority", "Bank of Nagoya"]
