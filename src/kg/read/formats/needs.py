"""Libraries that only some formats need, and what to install where one is missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from kg.errors import InputError


def needs(module: str, extra: str, path: str) -> ModuleType:
    """A library of an extra. Raises :class:`kg.errors.InputError` that says how to get it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        problem = f"to read it kg needs {module.partition('.')[0]}, which is not installed"
        raise InputError(path, problem, f"run pip install 'kg[{extra}]', or convert it to .txt") from error
