"""Targets of words: sentences, dates, numbers."""

from __future__ import annotations

from decimal import Decimal

from fuzz.promises import target, text_of
from kg.annotate import sentences, words
from kg.annotate.dates import find_dates, time_spans
from kg.annotate.quantities import find_quantities
from kg.data.gazetteer import fold
from kg.rdf import literals
from kg.read.dates import dates_in, stated_date
from kg.types import PartialDate


@target
def dates(data: bytes) -> None:
    text = text_of(data)
    for published in (None, PartialDate(2024, 2, 29)):
        at = 0
        for date in find_dates(text, published, "IN"):
            assert at <= date.start < date.end <= len(text) and text[date.start : date.end] == date.text, date
            for side in (date.period.start, date.period.end):
                if side is not None:
                    assert PartialDate.parse(str(side)) == side and literals.partial_date(side) is not None, date
            at = date.end
    assert all(0 <= start < end <= len(text) for start, end in time_spans(text))
    for stated in dates_in(text):
        assert 0 <= stated.start < stated.end <= len(text)
        assert PartialDate.parse(str(stated.date)) == stated.date
        assert literals.partial_date(stated.date) is not None
    one = stated_date(text)
    assert one is None or literals.partial_date(one) is not None


@target
def quantities(data: bytes) -> None:
    text = text_of(data)
    at = 0
    for found in find_quantities(text, "MX"):
        assert at <= found.start < found.end <= len(text) and text[found.start : found.end] == found.text, found
        at = found.end
        for value in (found.value, found.upper):
            if value is not None:
                assert Decimal(literals.number(value).value) == value, found
        assert found.upper is None or found.upper >= found.value, found
        assert found.direction in (-1, 0, 1) and found.change == (found.direction != 0), found


@target
def splitting(data: bytes) -> None:
    text = text_of(data)
    at = 0
    for start, end in sentences.split(text, 0, len(text)):
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip() and not text[at:start].strip()
        here = start
        for piece in words.pieces(text, start, end):
            assert here <= piece.start < piece.end <= end and text[piece.start : piece.end] == piece.text, piece
            assert not any(c.isalnum() for c in text[here : piece.start])
            here = piece.end
        at = end
    assert not text[at:].strip()
    assert fold(fold(text)) == fold(text)
