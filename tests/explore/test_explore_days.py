from __future__ import annotations

import pytest

from kg.explore.days import first_day, last_day


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2024-07-29", "2024-07-29", "2024-07-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-07-29T10:00:00Z", "2024-07-29", "2024-07-29"),
        ("--05-26", "", ""),
        ("--05", "", ""),
        ("", "", ""),
        ("soon", "", ""),
    ],
)
def test_bounds_of_what_is_told(told: str, first: str, last: str) -> None:
    assert (first_day(told), last_day(told)) == (first, last)


def test_no_month_of_that_number() -> None:
    assert last_day("2024-13") == ""
