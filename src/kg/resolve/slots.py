"""One event or agreement, told in several clauses: which kind, dates, place and status it gets when they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.types import PartialDate, Value

# what a later, firmer word overrules: a postponed event was planned, a terminated agreement was signed
_RANK = ("", "proposed", "planned", "signed", "held", "ongoing", "in-force", "denied", "postponed", "cancelled", "terminated")
_TENURE = ("held", "nominated", "appointed", "former")


def status(told: Iterable[str], default: str) -> str:
    """The firmest status told; ``default`` where no clause tells one."""
    found = [s for s in told if s]
    return max(found, key=_RANK.index) if found else default


def tenure(told: Sequence[tuple[PartialDate | None, str]], default: str) -> str:
    """The status of a post from the statuses told and the dates of the articles that tell them.

    The newest dated article says it; among equals, and where no article has a year, the firmest word: a post told as held in one
    place and as former in another is held no longer.
    """
    dated = [((day.year, day.month or 0, day.day or 0), s) for day, s in (row for row in told if row[1]) if day is not None and day.year]
    undated = [s for day, s in told if s and not (day is not None and day.year)]
    newest = max((day for day, _ in dated), default=None)
    found = [s for day, s in dated if day == newest] or undated
    return max(found, key=_TENURE.index) if found else default


def date(told: Sequence[PartialDate]) -> PartialDate | None:
    """The first of the most precise dates that agree with the first one told; a date that contradicts it is left out."""
    if not told:
        return None
    first = told[0]
    agree = [d for d in told if _agrees(first, d)]
    return max(agree, key=lambda d: (_precision(d), -told.index(d)))


def _precision(date_: PartialDate) -> int:
    return sum(part is not None for part in (date_.year, date_.month, date_.day))


def _agrees(a: PartialDate, b: PartialDate) -> bool:
    return all(x is None or y is None or x == y for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)))


def kind(told: Sequence[str], weak: frozenset[str]) -> str:
    """The kind told most often, the first among equals; the weak ones ("Event", "Deal") only where nothing else is told."""
    strong = [k for k in told if k not in weak] or list(told)
    return max(strong, key=lambda k: (strong.count(k), -strong.index(k))) if strong else ""


def values(rows: Sequence[tuple[tuple[str, Value], ...]]) -> tuple[tuple[str, Value], ...]:
    """The merged values of one thing from the values of its claims, in text order."""
    told: dict[str, list[Value]] = {}
    for row in rows:
        for name, value in row:
            told.setdefault(name, []).append(value)
    merged: dict[str, Value] = {}
    for name, found in told.items():
        dates = [v for v in found if isinstance(v, PartialDate)]
        if dates:
            best = date(dates)
            if best is not None:
                merged[name] = best
        elif name == "kind":
            merged[name] = kind([str(v) for v in found], frozenset(("Event", "Deal")))
        else:
            merged[name] = found[0]
    return tuple(sorted(merged.items()))
