"""Events and agreements: which mentions are one, and which are kept apart."""

from __future__ import annotations

import pytest

from fixtures.reading import count, facts, resolution

EVENTS = [
    # definite, generic, and named after unnamed
    ("Oman held a seminar on fisheries in Sohar on 5 May 2024. The seminar drew 300 guests.", 1),
    ("Oman held a trade conference in Sohar on 5 May 2024. The conference ended. The event drew 300 guests.", 1),
    ("Oman held a seminar on fisheries in Sohar on 5 May 2024. The Sohar Fisheries Seminar 2024 drew 300 guests.", 1),
    ("The Sohar Trade Fair was held in Oman in May 2024. The fair drew 300 guests.", 1),
    # two of a kind
    ("Oman held a seminar in Sohar and a fair in Muscat. The seminar drew 300 guests. The fair drew 500 guests.", 2),
    ("The Oslo Energy Forum 2023 was held in Oslo. The Oslo Energy Forum 2024 was held in Bergen.", 2),
    ("Oman held a seminar in Sohar on 5 May 2024. Last year's seminar drew 200 guests.", 2),
    ("Chile hosted a trade summit in Santiago in March 2024. Chile will host another trade summit in Valparaiso in 2026.", 2),
    # held and still to come
    ("The Sohar Trade Seminar was held in Sohar on 5 May 2024. Oman will host the Sohar Trade Seminar in 2026.", 2),
    ("The Sohar Trade Seminar will be held on 5 May 2024. The Sohar Trade Seminar was first planned for 2023.", 1),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events_of_an_article(text: str, expected: int) -> None:
    assert len(facts(resolution(text), "event")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Fiji signed a memorandum of understanding on fisheries on 4 May 2024. The memorandum runs until 2030.", 1),
        ("Peru and Fiji signed a memorandum of understanding on fisheries on 4 May 2024. The agreement covers tuna.", 1),
        ("Peru and Fiji signed a memorandum of understanding on fisheries. Peru also signed a contract with Tonga.", 2),
        ("The Chile-Oman Free Trade Agreement was signed in 2024. The agreement took effect in 2025.", 1),
    ],
)
def test_agreements_of_an_article(text: str, expected: int) -> None:
    assert len(facts(resolution(text), "agreement")) == expected


def test_named_after_unnamed_takes_the_name_and_keeps_the_rest() -> None:
    text = "Oman held a seminar on fisheries in Sohar on 5 May 2024. The Sohar Fisheries Seminar 2024 drew 300 guests."
    (event,) = facts(resolution(text), "event")
    assert event == "event: event=Sohar Fisheries Seminar 2024 place=Sohar kind=Seminar start=2024-05-05 (held)"


def test_the_named_ones_are_one_across_articles_the_unnamed_are_not() -> None:
    named = "The Sohar Trade Fair 2024 was held in Sohar in May 2024."
    assert count(resolution(named, named), "Event") == 1
    unnamed = "Chile hosted a summit in Santiago."
    assert count(resolution(unnamed, unnamed), "Event") == 2


def test_what_two_articles_say_of_one_event_is_put_together() -> None:
    found = resolution("The Sohar Trade Fair 2024 was held in Sohar in May 2024.", "The Sohar Trade Fair 2024 was held on 5 May 2024.")
    assert facts(found, "event") == ["event: event=Sohar Trade Fair 2024 place=Sohar kind=Fair start=2024-05-05 (held)"]
    (fact,) = [f for f in found.facts if f.kind == "event"]
    assert [e.article for e in fact.evidence] == ["a", "b"]


def test_a_planned_event_that_was_held_is_held() -> None:
    found = resolution("The Sohar Trade Fair 2024 will be held in Sohar in May 2024.", "The Sohar Trade Fair 2024 was held on 5 May 2024.")
    assert [f.status for f in found.facts if f.kind == "event"] == ["held"]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Oman cancelled the seminar on fisheries in Sohar.", "event", "cancelled"),
        ("Oman will host a seminar on fisheries in Sohar in 2030.", "event", "planned"),
        ("Oman postponed the seminar on fisheries in Sohar.", "event", "postponed"),
        ("Chile denied that it had signed a trade agreement with Oman.", "agreement", "denied"),
        ("Chile plans to sign a trade agreement with Oman in 2030.", "agreement", "planned"),
    ],
)
def test_what_is_not_a_deed_is_not_told_as_one(text: str, kind: str, status: str) -> None:
    found = resolution(text)
    assert {f.status for f in found.facts if f.kind == kind} == {status}
    # who organizes, attends or signs follows the thing itself
    assert not {f.status for f in found.facts if f.kind in ("organizer", "participant", "signatory")} & {"held", "signed", "in-force"}


@pytest.mark.parametrize(
    "text", ["Chile denied that it exports copper to Oman.", "Chile will not export copper to Oman.", "Chile may export copper to Oman."]
)
def test_a_denied_tie_is_none(text: str) -> None:
    assert not [f for f in resolution(text).facts if f.kind == "tie" and f.status == "reported"]
