"""What kg saw in one article: mentions, dates, quantities, statements, claims, and what it refused and why."""

from __future__ import annotations

from kg.inspect.records import Record, records
from kg.inspect.render import html, jsonl, terminal
from kg.inspect.sheet import Sheet, describe, sheet

__all__ = ["Record", "Sheet", "describe", "html", "jsonl", "records", "sheet", "terminal"]
