"""What a build on a cluster is asked for, and what it gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.engine import Counts, Given
from kg.errors import InputError
from kg.read import Piece
from kg.types import Kind

Give = Callable[[Piece], tuple[Given | None, list[InputError]]]
Watch = Callable[[int, int, str], None]  # tasks that are done, of how many, at what

LOCAL = "local[*]"


@dataclass(frozen=True, slots=True)
class Job:
    """``inputs`` into ``out``, addresses of Hadoop all. ``give`` reads an article and must be importable by executors.

    ``corrections`` are the text and path of those that were asked for, by default ``OUT/corrections.csv``.
    """

    inputs: Sequence[str]
    out: str
    base: str
    kinds: Mapping[str, Kind]
    give: Give
    master: str = LOCAL
    conf: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class OnCluster:
    """How much there is, where, and where that is on this machine; ``unread`` inputs could not be read."""

    counts: Counts
    out: str
    local: Path | None
    unread: int
    unknown: tuple[str, ...]  # keys that the corrections name and no article tells of
