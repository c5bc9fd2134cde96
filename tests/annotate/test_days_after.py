"""Days told by the day before them: "the next day", "that evening", "the day before"; and names that only look like verbs."""

from __future__ import annotations

import pytest

from kg.annotate.dates import find_dates
from kg.types import PartialDate

_DAY = PartialDate(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("She opened the fair on Tuesday. The next day she left.", "2026-03-04"),
        ("She opened the fair on Tuesday. The day before, she had met him.", "2026-03-02"),
        ("She opened the fair on Tuesday. That evening, a dinner was held.", "2026-03-03"),
        ("She opened the fair on Tuesday. In the evening, a dinner was held.", "2026-03-03"),
        ("She opened the fair on Tuesday, the day before the summit.", "2026-03-03"),
        ("She will meet Minister Park Ji-won on Saturday.", "2026-03-07"),
        ("She won on Saturday.", "2026-02-28"),
    ],
)
def test_days(text: str, last: str) -> None:
    assert str(find_dates(text, _DAY)[-1].period.start) == last
