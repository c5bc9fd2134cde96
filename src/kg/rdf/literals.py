"""Values as RDF literals: partial dates, numbers in full, clean text."""

from __future__ import annotations

import calendar
import re
from decimal import Decimal

from kg.rdf.ox import Literal, NamedNode
from kg.rdf.vocabulary import PREFIXES
from kg.types import PartialDate

_XSD = PREFIXES["xsd"]
_SURROGATE = re.compile("[\ud800-\udfff]")


def datatype(name: str) -> NamedNode:
    """``xsd:NAME``."""
    return NamedNode(_XSD + name)


def text(value: str) -> Literal:
    """A plain string. Half surrogates, which no encoding can carry, become U+FFFD."""
    return Literal(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value))


def number(value: Decimal) -> Literal:
    """A finite number as ``xsd:decimal``, in full and without trailing zeros: 1518000000, -6.7."""
    if not value.is_finite():
        raise ValueError(f"{value} is no finite number")
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return Literal("0" if plain in ("-0", "") else plain, datatype=datatype("decimal"))


def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), datatype=datatype("integer"))


def partial_date(date: PartialDate) -> Literal | None:
    """The date as told: ``xsd:date``, ``gYearMonth``, ``gYear``, ``gMonthDay`` or ``gMonth``.

    None for a date that no calendar has (30 February), since its literal would have no meaning.
    """
    if not _possible(date):
        return None
    if date.year is None:
        name = "gMonth" if date.day is None else "gMonthDay"
    elif date.month is None:
        name = "gYear"
    else:
        name = "gYearMonth" if date.day is None else "date"
    return Literal(str(date), datatype=datatype(name))


def bounds(date: PartialDate) -> tuple[Literal, Literal] | None:
    """The first and last day that the date can mean, as ``xsd:date``; None where no year is known."""
    if date.year is None or not _possible(date):
        return None
    first_month, last_month = (date.month, date.month) if date.month else (1, 12)
    first_day, last_day = (date.day, date.day) if date.day else (1, calendar.monthrange(date.year, last_month)[1])
    return _day(date.year, first_month, first_day), _day(date.year, last_month, last_day)


def _day(year: int, month: int, day: int) -> Literal:
    return Literal(f"{year:04d}-{month:02d}-{day:02d}", datatype=datatype("date"))


def _possible(date: PartialDate) -> bool:
    if date.year is not None and not 1 <= date.year <= 9999:
        return False
    if date.month is None:
        return True
    if not 1 <= date.month <= 12:
        return False
    # without a year 29 February may be meant
    return date.day is None or 1 <= date.day <= calendar.monthrange(date.year or 2000, date.month)[1]
