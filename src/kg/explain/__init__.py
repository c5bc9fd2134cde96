"""Who an entity is and why: its mentions, what made them one, which look-alikes are others, which corrections and refusals touch it."""

from __future__ import annotations

from kg.explain.asked import Found, Told, find
from kg.explain.told import Explained, explain, lines

__all__ = ["Explained", "Found", "Told", "explain", "find", "lines"]
