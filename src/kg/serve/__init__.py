"""The graph over HTTP: a SPARQL endpoint, the explorer with its data, a page and triples for every IRI. It only reads."""

from __future__ import annotations

from kg.serve.app import application
from kg.serve.desk import Desk
from kg.serve.running import serve
from kg.serve.settings import Settings

__all__ = ["Desk", "Settings", "application", "serve"]
