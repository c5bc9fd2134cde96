"""What a sentence's numbers become on the way to an observation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.extract._figures import Anchor
from kg.extract._figures_frames import Deal
from kg.types import Mention, PartialDate, Quantity, Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation as told, before resolution."""

    indicator: str
    evidence: Span
    areas: tuple[Mention, ...] = ()
    partners: tuple[Mention, ...] = ()
    value: Decimal | None = None
    unit: str = ""
    change: Decimal | None = None
    basis: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    status: str = "reported"
    reason: str = ""
    sentence: int = 0
    bought: bool = False  # goods bought: the seller's exports as well
    flow: str = ""  # exports, imports, investment, grants: what the indicator says of area and partner
    part: bool = False  # a part of the figure before ("the figure includes …")

    @property
    def open(self) -> bool:
        """Whether a change that the next sentence tells can be its own."""
        return self.change is None and self.value is not None


@dataclass
class Draft:
    """A value, a change or both, with the indicator that they are of."""

    anchor: Anchor
    value: Quantity | None = None
    change: Quantity | None = None
    deal: Deal | None = None
    partners: tuple[Mention, ...] = ()  # told beside the number: "China ($3 million)"
    owners: tuple[Mention, ...] = ()  # whose figures they are, where that is told beside the partner
    base: Anchor | None = None  # the indicator whose partners are listed
    again: bool = False  # a second change of the same value
    gap: bool = False  # goes on from the figure before without a verb of its own
    own: bool = True  # its indicator stands before it in the text

    @property
    def last(self) -> int:
        """Where its numbers end."""
        return max(q.end for q in (self.value, self.change) if q is not None)

    @property
    def first(self) -> int:
        """Where its numbers start."""
        return min(q.start for q in (self.value, self.change) if q is not None)
