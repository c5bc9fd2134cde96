"""The simple page: ``page(graph)`` gives one self-contained HTML file drawn by vis-network, the same for the same graph."""

from __future__ import annotations

from kg.view.html import TITLE, page

__all__ = ["TITLE", "page"]
