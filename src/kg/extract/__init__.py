"""One file per kind of fact, found by being here.

An extractor module has ``KIND`` (``kg.types.Kind``: its terms), ``EXAMPLES`` (sentences with the claims they give, negatives included)
and ``extract(doc) -> Iterator[Claim]``, a generator without state; ``refusals(doc)`` too where it tells what it left out. A file whose
name starts with an underscore is shared help.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from kg.types import Claim, Document, Kind, Refusal


def extractors() -> tuple[ModuleType, ...]:
    """The extractor modules, in order of name. A module that lacks a part is an error that names it."""
    return _extractors(tuple(__path__))


@cache
def _extractors(folders: tuple[str, ...]) -> tuple[ModuleType, ...]:
    found = []
    for info in pkgutil.iter_modules(folders):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        for part in ("KIND", "EXAMPLES", "extract"):
            if not hasattr(module, part):
                raise AttributeError(f"extractor {info.name}.py has no {part}; see docs/extractors.md")
        found.append(module)
    return tuple(found)


def kinds() -> dict[str, Kind]:
    """The kinds of fact by name."""
    return {module.KIND.name: module.KIND for module in extractors()}


def extract(doc: Document) -> Iterator[Claim]:
    """Every extractor's claims, kind after kind, in text order within a kind."""
    for module in extractors():
        yield from module.extract(doc)


def refusals(doc: Document) -> Iterator[Refusal]:
    """What the extractors left out and why, of those that tell it."""
    for module in extractors():
        if hasattr(module, "refusals"):
            yield from module.refusals(doc)
