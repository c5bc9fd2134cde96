"""Events that are under way on the article's own day, by first and last day told in different clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolve import slots
from kg.types import PartialDate

if TYPE_CHECKING:
    from kg.resolve.reading import LocalFact

_OVERRULED = frozenset(("", "planned", "held", "ongoing"))


def running(facts: Sequence[LocalFact], published: PartialDate | None) -> list[LocalFact]:
    """The facts, with "ongoing" for an event that began no later than the article's day and ends after it.

    "Sat down on Wednesday for talks … The talks are expected to last until Friday": held by one clause, planned by the other.
    """
    told: dict[int, list[LocalFact]] = {}
    for fact in facts:
        if fact.kind == "event":
            told.setdefault(dict(fact.roles)["event"], []).append(fact)
    now = {index for index, rows in told.items() if published is not None and _running(rows, published)}
    return [
        replace(fact, status="ongoing") if fact.kind == "event" and dict(fact.roles)["event"] in now and fact.status != "ongoing" else fact
        for fact in facts
    ]


def _running(rows: Sequence[LocalFact], published: PartialDate) -> bool:
    if not {f.status for f in rows} <= _OVERRULED or not _whole(published):
        return False
    start, end = (
        slots.date([v for f in rows for k, v in f.values if k == name and isinstance(v, PartialDate)]) for name in ("start", "end")
    )
    return start is not None and end is not None and _whole(start) and _whole(end) and str(start) <= str(published) < str(end)


def _whole(date: PartialDate) -> bool:
    return date.year is not None and date.month is not None and date.day is not None
