"""A named mention in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.types import EntityType, MentionForm


@dataclass(slots=True)
class Found:
    """A named mention in the making; offsets in ``Article.text``."""

    start: int
    end: int
    sentence: int
    kind: EntityType
    form: MentionForm
    name: str
    features: dict[str, str] = field(default_factory=dict)
