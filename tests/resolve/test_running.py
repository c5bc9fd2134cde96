"""What is under way on the article's day, from claims of several clauses."""

from __future__ import annotations

import pytest

from kg.pipeline import inspect
from kg.read import read_text

_HEAD = "date: 2026-05-06\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers opened a summit in Lomé on Wednesday. The summit will end on Friday.", {"ongoing"}),
        ("The ministers opened a summit in Lomé on Monday. The summit ended on Tuesday.", {"held"}),
        ("The ministers will open a summit in Lomé on Thursday. The summit will end on Friday.", {"planned"}),
    ],
)
def test_an_event_runs_between_its_first_and_last_day(text: str, expected: set[str]) -> None:
    facts = inspect(read_text(_HEAD + text)).reading.facts
    assert {f.status for f in facts if f.kind == "event"} == expected
