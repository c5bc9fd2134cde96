"""Counting what is right, missed and wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

KINDS = (
    "entities", "posts", "post status", "events", "event dates", "event places", "event status", "organizers", "participants",
    "agreements", "agreement dates", "agreement status", "signatories", "statistics", "statements", "ties",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Facts of one kind in words: those that are right, those that were missed and those that are wrong."""

    right: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def hits(self) -> int:
        """How many are right."""
        return len(self.right)

    @property
    def precision(self) -> float:
        """Right among told; NaN where nothing was told."""
        return _ratio(self.hits, self.hits + len(self.wrong))

    @property
    def recall(self) -> float:
        """Right among those to be told; NaN where there are none."""
        return _ratio(self.hits, self.hits + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall (van Rijsbergen); NaN where nothing was to be told and nothing was."""
        return _ratio(2 * self.hits, 2 * self.hits + len(self.wrong) + len(self.missed))


@dataclass(frozen=True, slots=True)
class Report:
    """The tallies by kind, in the order of ``KINDS``; ``total`` has them all."""

    kinds: Mapping[str, Tally]

    @property
    def total(self) -> Tally:
        """All kinds as one."""
        every = self.kinds.values()
        return Tally([r for t in every for r in t.right], [m for t in every for m in t.missed], [w for t in every for w in t.wrong])

    def rows(self) -> Iterator[tuple[str, Tally]]:
        """Each kind and at last ``all``."""
        yield from self.kinds.items()
        yield "all", self.total


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
