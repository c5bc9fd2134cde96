"""Lists of one record a line, found by any of several forms: what the loaders of ``kg.data.words`` share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from kg.data import DataError, rows

Record = TypeVar("Record")


def flag(path: str, line: int, cell: str) -> bool:
    """A cell that says yes or no; anything else is a DataError."""
    if cell not in ("yes", "no"):
        raise DataError(path, line, f"{cell!r} should be yes or no")
    return cell == "yes"


def table(
    path: str, columns: tuple[str, ...], build: Callable[[int, list[str]], Record], forms: Callable[[Record], tuple[str, ...]]
) -> Mapping[str, Record]:
    """Records by each of their forms; a form that two records share is an error, as is an empty first cell."""
    found: dict[str, Record] = {}
    for line, cells in rows(path, columns):
        record = build(line, cells)
        for form in dict.fromkeys(form for form in forms(record) if form):
            if form in found:
                raise DataError(path, line, f"{form!r} stands here twice")
            found[form] = record
        if not cells[0]:
            raise DataError(path, line, "the first cell is empty")
    return MappingProxyType(found)


def choice(path: str, line: int, cell: str, allowed: tuple[str, ...]) -> str:
    """A cell that is one of ``allowed``; anything else is a DataError."""
    if cell not in allowed:
        raise DataError(path, line, f"{cell!r} is none of {', '.join(repr(a) for a in allowed)}")
    return cell
