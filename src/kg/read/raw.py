"""What a format gives: a text with offsets into its source, before repair, and what the format itself states."""

from __future__ import annotations

from dataclasses import dataclass

from kg.read.mapped import MappedText
from kg.types import PartialDate, Refusal


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article of a file. ``number`` and ``own_id`` tell records of one file apart; both are None for a file that is one article."""

    source: str
    mapped: MappedText
    number: int | None = None
    own_id: str | None = None
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page inside an archive, to be read later: its bytes, the number of its record, and the address it was fetched from."""

    data: bytes
    number: int
    url: str
