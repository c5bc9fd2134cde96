"""What is under way on the article's day, from claims of several clauses."""

from __future__ import annotations

import pytest

from kg.resolve.reading import LocalFact
from kg.resolve.running import running
from kg.types import Evidence, PartialDate, Value

_TODAY = PartialDate(2026, 5, 6)


def _fact(status: str, **days: PartialDate) -> LocalFact:
    values: tuple[tuple[str, Value], ...] = tuple(days.items())
    return LocalFact("event", (("event", 1),), values, status, Evidence("a", 0, 1, "x"), "")


@pytest.mark.parametrize(
    ("first", "last", "statuses", "expected"),
    [
        (PartialDate(2026, 5, 6), PartialDate(2026, 5, 8), ("held", "planned"), {"ongoing"}),
        (PartialDate(2026, 5, 4), PartialDate(2026, 5, 6), ("held", "held"), {"held"}),
        (PartialDate(2026, 5, 7), PartialDate(2026, 5, 8), ("planned", "planned"), {"planned"}),
        (PartialDate(2026, 5, 6), PartialDate(2026, 5, 8), ("held", "cancelled"), {"held", "cancelled"}),
        (PartialDate(2026, 5), PartialDate(2026, 5, 8), ("held", ""), {"held", ""}),
    ],
)
def test_an_event_runs_between_its_first_and_last_day(
    first: PartialDate, last: PartialDate, statuses: tuple[str, str], expected: set[str]
) -> None:
    facts = [_fact(statuses[0], start=first), _fact(statuses[1], end=last)]
    assert {f.status for f in running(facts, _TODAY)} == expected
    assert running(facts, None) == facts
