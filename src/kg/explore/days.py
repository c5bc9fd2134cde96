"""First and last day that fit a date as told: ``2023-04`` is 2023-04-01 to 2023-04-30. What has no year has no days."""

from __future__ import annotations

import calendar
import re

_TOLD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")


def first_day(told: str) -> str:
    """The earliest day, YYYY-MM-DD, or "" where none can be known."""
    found = _TOLD.fullmatch(told)
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}" if found else ""


def last_day(told: str) -> str:
    """The latest day, YYYY-MM-DD, or "" where none can be known."""
    found = _TOLD.fullmatch(told)
    if not found:
        return ""
    year, month = int(found[1]), int(found[2] or 12)
    if not (1 <= month <= 12 and year):
        return ""
    return f"{found[1]}-{month:02}-{found[3] or calendar.monthrange(year, month)[1]}"
