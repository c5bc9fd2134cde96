"""The interactive page: ``page(graph)`` gives one self-contained HTML file as text, the same for the same graph."""

from __future__ import annotations

from kg.view.html import TITLE, page

__all__ = ["TITLE", "page"]
