"""A named stretch of a sentence: what the grammar of names hands on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.types import EntityType

DASHES = "–—-"
YEAR = re.compile(r"(?:19|20)\d\d(?:[-–]\d{2,4})?\Z")
ORDINAL = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[IVX]{1,5})\Z", re.I)


@dataclass(frozen=True, slots=True)
class Segment:
    """Pieces ``first:last`` of a sentence and what they are. ``what`` is an entity type, ``title``, ``honorific`` or ``unknown``."""

    first: int
    last: int
    what: EntityType | str
    rule: str
    features: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)
