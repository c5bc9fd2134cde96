"""What a sentence's words become on the way to a tie."""

from __future__ import annotations

from dataclasses import dataclass

from kg.types import Mention


@dataclass(frozen=True, slots=True)
class Tie:
    """Subjects, relation and objects of one clause."""

    subjects: tuple[Mention, ...]
    relation: str
    objects: tuple[Mention, ...]
    reason: str
