"""Direct speech near a place: a long article has thousands of quotations, and every verb asks for those around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from kg.extract._once import once
from kg.types import Document, Span


class _Index(NamedTuple):
    """Quotations by their start; ``reach`` is the furthest end up to each, ``order`` its place in the document."""

    starts: tuple[int, ...]
    reach: tuple[int, ...]
    order: tuple[int, ...]


@once
def _index(doc: Document) -> _Index:
    order = tuple(sorted(range(len(doc.quotes)), key=lambda n: (doc.quotes[n].start, n)))
    ends = accumulate((doc.quotes[n].end for n in order), max)
    return _Index(tuple(doc.quotes[n].start for n in order), tuple(ends), order)


def spoken(doc: Document, start: int, end: int) -> list[Span]:
    """The quotations that share a character with ``text[start:end]``, in the document's order."""
    index = _index(doc)
    first, last = bisect_right(index.reach, start), bisect_left(index.starts, end)
    near = sorted(index.order[first:last])
    return [doc.quotes[n] for n in near if doc.quotes[n].end > start]
