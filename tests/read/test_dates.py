from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.dates import dates_in, stated_date
from kg.read.year import infer_year

TABLE = [
    ("date 2024-07-29 HÀ NỘI —", "2024-07-29"),
    ("Oct 29, 2022 / 22:36", "2022-10-29"),
    ("Thursday, 16/10/2025 - 14:32", "2025-10-16"),
    ("Update: March 16/2024 - 08:05", "2024-03-16"),
    ("Friday, May 30, 2025", "2025-05-30"),
    ("By A Writer | March 18, 2024", "2024-03-18"),
    ("What's New | April 21, 2026", "2026-04-21"),
    ("No. 11/2025 – Wednesday, November 5, 2025", "2025-11-05"),
    ("KOTA, Aug. 21 (Wire) --", "--08-21"),
    ("Updated: 2025-06-19 16:20", "2025-06-19"),
    ("Islamabad, 14 October 2026", "2026-10-14"),
    ("Friday 18 September 2026", "2026-09-18"),
    ("1st of May 2020", "2020-05-01"),
    ("June 2021", "2021-06"),
    ("03/04/2025", "2025"),
    ("Thursday, 03/04/2025", "2025-04-03"),
    ("Tuesday, 03/04/2025", "2025-03-04"),
    ("05.05.2025", "2025-05-05"),
    ("25/12/2025", "2025-12-25"),
    ("2024-07-29T10:00:00Z", "2024-07-29"),
    ("Mon, 29 Jul 2024 10:00:00 GMT", "2024-07-29"),
    ("31/31/2025", None),
    ("No. 11/2025", None),
    ("30 February 2025", None),
    ("nothing here", None),
]


@pytest.mark.parametrize(("text", "date"), TABLE)
def test_dates(text: str, date: str | None) -> None:
    found = next(dates_in(text), None)
    assert (str(found.date) if found else None) == date


@pytest.mark.parametrize(
    ("value", "date"), [("2024", "2024"), ("2024-05", "2024-05"), ("20240729", "2024-07-29"), ("20249999", None), ("", None)]
)
def test_fields(value: str, date: str | None) -> None:
    found = stated_date(value)
    assert (str(found) if found else None) == date


@given(st.text(max_size=60))
def test_never_raises(text: str) -> None:
    for found in dates_in(text):
        assert 0 <= found.start < found.end <= len(text)
    stated_date(text)
    infer_year(text)


YEARS = [
    ("The 2025 Forum on Fish was held here. Sales rose to 5 in 2024, against 3 in 2023.", 2025),
    ("Baltic Fish Forum 2024 was opened on Monday. In the first eight months of 2024 trade fell.", 2024),
    ("Exports in the first nine months of 2025 rose, after a fall in 2024.", 2025),
    ("The first six months of this year were good. It drew 3 in 2021. By December last year it had 7.", 2022),
    ("Trade grew in 2025 by 6% compared with 2024. In the first half of this year it fell.", 2026),
    ("Trade grew in 2025 by 6% compared with 2024.", None),
    ("Trade grew in 2025 by 6% compared with 2021. In the first half of this year it fell.", None),
    ("It was founded in 2019.", None),
    ("The bridge will open by 2030, and the plan for 2026 stands.", None),
    ("The pact of 2014 was renewed in 2019.", None),
    ("The 2019 Forum on Fish was good. In 2022 things changed.", None),
    ("In the first half of 2022 and 2023 it rose. It fell in 2024.", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_years(text: str, year: int | None) -> None:
    assert infer_year(text) == year
