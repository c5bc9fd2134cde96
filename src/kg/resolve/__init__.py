"""Resolve: from claims about mentions to facts about entities, inside each article (``read``) and then across them (``resolve``)."""

from __future__ import annotations

from kg.resolve.across import resolve
from kg.resolve.reading import Reading, read

__all__ = ["Reading", "read", "resolve"]
