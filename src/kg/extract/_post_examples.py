"""Sentences with the posts that they tell, and sentences that tell none."""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()
