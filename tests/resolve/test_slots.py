"""One thing told in several clauses: which status, date and kind it gets."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve import slots
from kg.types import PartialDate

D = PartialDate


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], "held"), (["", ""], "held"), (["planned"], "planned"), (["planned", "held"], "held"), (["planned", "postponed"], "postponed"),
        (["held", "cancelled"], "cancelled"), (["signed", "in-force"], "in-force"), (["in-force", "terminated"], "terminated"),
        (["proposed", "planned"], "planned"), (["signed", "denied"], "denied"), (["planned", ""], "planned"),
    ],
)  # fmt: skip
def test_status(told: list[str], expected: str) -> None:
    assert {slots.status(order, "held") for order in permutations(told)} == {expected}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], "held"),
        ([(None, "held")], "held"),
        ([(D(2023), "held"), (D(2024), "former")], "former"),  # left since
        ([(D(2023), "former"), (D(2024), "held")], "held"),  # back in the post
        ([(D(2024, 5), "nominated"), (D(2024, 6, 2), "appointed")], "appointed"),
        ([(D(2024, 6), "appointed"), (D(2024, 6, 20), "held")], "held"),
        ([(D(2024, 6, 2), "held"), (D(2024, 6, 2), "former")], "former"),  # one day: the firmest word
        ([(None, "held"), (None, "former"), (None, "appointed")], "former"),
        ([(None, "nominated"), (None, "appointed")], "appointed"),
        ([(None, "former"), (D(2024), "held")], "held"),  # a date goes before none
        ([(D(None, 5, 3), "former"), (D(2024), "held")], "held"),  # nor does a day without a year
        ([(D(2024), ""), (None, "former")], "former"),
    ],
)  # fmt: skip
def test_tenure(told: list[tuple[PartialDate | None, str]], expected: str) -> None:
    assert {slots.tenure(order, "held") for order in permutations(told)} == {expected}


def test_every_status_of_a_post_has_a_rank() -> None:
    from kg.extract import kinds

    assert {slots.tenure([(None, s)], "") for s in kinds()["post"].statuses} == set(kinds()["post"].statuses)


def test_every_status_of_events_and_agreements_has_a_rank() -> None:
    from kg.extract import kinds

    for kind in kinds().values():
        if kind.about:
            for status in kind.statuses:
                assert slots.status([status], "") == status


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], None),
        ([D(2024)], D(2024)),
        ([D(2024), D(2024, 5, 3)], D(2024, 5, 3)),
        ([D(None, 5, 3), D(2024, 5, 3)], D(2024, 5, 3)),
        ([D(2024, 5), D(2024, 6, 1)], D(2024, 5)),  # a contradiction is left out
        ([D(2024, 5, 3), D(2024)], D(2024, 5, 3)),
        ([D(2024), D(2024, 5, 3), D(2024, 6, 3)], D(2024, 5, 3)),  # the first of the most precise
    ],
)
def test_date(told: list[PartialDate], expected: PartialDate | None) -> None:
    assert slots.date(told) == expected


dates = st.builds(
    lambda y, m, d: D(y, m, d if m else None) if y or m else D(2000),
    st.none() | st.integers(1990, 2030),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
)


@given(st.lists(dates, min_size=1, max_size=5))
def test_a_merged_date_is_one_that_was_told_and_never_loses_to_the_first(told: list[PartialDate]) -> None:
    best = slots.date(told)
    assert best in told
    first = told[0]
    assert all(
        a is None or b is None or a == b
        for a, b in zip((best.year, best.month, best.day), (first.year, first.month, first.day), strict=True)
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], ""), (["Event"], "Event"), (["Event", "Fair"], "Fair"), (["Fair", "Forum", "Forum"], "Forum"), (["Fair", "Forum"], "Fair"),
        (["Event", "Event", "Fair"], "Fair"),
    ],
)  # fmt: skip
def test_kind(told: list[str], expected: str) -> None:
    assert slots.kind(told, frozenset({"Event", "Deal"})) == expected


def test_values_are_merged_by_name() -> None:
    rows = [
        (("kind", "Event"), ("start", D(2024))),
        (("kind", "Fair"), ("start", D(2024, 5))),
        (("subject", "tuna"),),
        (("subject", "cod"),),
    ]
    assert slots.values(rows) == (("kind", "Fair"), ("start", D(2024, 5)), ("subject", "tuna"))
    assert slots.values([]) == ()
