"""What one clause tells of one agreement, as the modules of ``_papers`` pass it on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.types import Mention, PartialDate, Span


@dataclass(frozen=True, slots=True)
class Paper:
    """One agreement as one clause tells it. ``status`` is "" where the clause tells none."""

    mention: Mention
    kind: str
    status: str
    parties: tuple[Mention, ...]
    evidence: Span
    reason: str
    signed: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    subject: str = ""
    event: Mention | None = None
    place: Mention | None = None


@dataclass(frozen=True, slots=True)
class Announced:
    """Several papers told at once ("two documents were signed"): what the ones told singly after it take from it."""

    paper: Paper
    sentence: int
