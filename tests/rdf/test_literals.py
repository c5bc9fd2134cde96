from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf import literals
from kg.types import PartialDate

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("told", "text", "kind", "limits"),
    [
        (PartialDate(2024, 7, 29), "2024-07-29", "date", ("2024-07-29", "2024-07-29")),
        (PartialDate(2024, 2), "2024-02", "gYearMonth", ("2024-02-01", "2024-02-29")),
        (PartialDate(2023, 2), "2023-02", "gYearMonth", ("2023-02-01", "2023-02-28")),
        (PartialDate(2022), "2022", "gYear", ("2022-01-01", "2022-12-31")),
        (PartialDate(None, 5, 26), "--05-26", "gMonthDay", None),
        (PartialDate(None, 2, 29), "--02-29", "gMonthDay", None),
        (PartialDate(None, 5), "--05", "gMonth", None),
    ],
)
def test_partial_dates(told: PartialDate, text: str, kind: str, limits: tuple[str, str] | None) -> None:
    literal, found = literals.partial_date(told), literals.bounds(told)
    assert literal is not None
    assert (literal.value, literal.datatype.value) == (text, XSD + kind)
    assert (found and tuple(limit.value for limit in found)) == limits


@pytest.mark.parametrize(
    "told",
    [
        PartialDate(2023, 2, 29),
        PartialDate(None, 2, 30),
        PartialDate(2023, 13),
        PartialDate(None, 0),
        PartialDate(0),
        PartialDate(10000),
        PartialDate(2023, 4, 31),
    ],
)
def test_dates_that_no_calendar_has(told: PartialDate) -> None:
    assert literals.partial_date(told) is None
    assert literals.bounds(told) is None


@given(st.dates())
def test_every_day_lies_within_the_bounds_of_its_month_and_year(day: date) -> None:
    for told in (PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)):
        limits = literals.bounds(told)
        assert limits is not None
        assert limits[0].value <= f"{day:%Y-%m-%d}".rjust(10, "0") <= limits[1].value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_numbers_keep_their_value_without_an_exponent(value: Decimal) -> None:
    text = literals.number(value).value
    assert Decimal(text) == value
    assert "E" not in text
    assert not ("." in text and text.endswith("0"))


@pytest.mark.parametrize(("value", "text"), [("1.518E+9", "1518000000"), ("-0.0", "0"), ("6.70", "6.7"), ("100", "100"), ("-0.5", "-0.5")])
def test_numbers(value: str, text: str) -> None:
    assert literals.number(Decimal(value)).value == text


def test_no_number() -> None:
    with pytest.raises(ValueError, match="finite"):
        literals.number(Decimal("NaN"))


@given(st.text())
def test_text_stays_as_it_is(value: str) -> None:
    assert literals.text(value).value == value
