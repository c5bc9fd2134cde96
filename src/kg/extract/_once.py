"""Readings that several extractors share are made once a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from kg.types import Document

Reading = TypeVar("Reading")


def once(read: Callable[[Document], Reading]) -> Callable[[Document], Reading]:
    """``read``, remembering what it gave for the last document: extractors ask one after the other, of one document at a time.

    A document is told by identity, since comparing two of them costs more than most readings. The reading must be immutable.
    """
    last: tuple[Document, Reading] | None = None

    @wraps(read)
    def remembered(doc: Document) -> Reading:
        nonlocal last
        if last is None or last[0] is not doc:
            last = doc, read(doc)
        return last[1]

    return remembered
