"""A graph served within limits."""

from __future__ import annotations

from kg.serve.desk import Desk

__all__ = ["Desk"]
