"""Errors that a user can act on: what was wrong, where, and what to do next. ``cli`` prints them in one line."""

from __future__ import annotations


class KgError(Exception):
    """Any failure that is the input's or the surroundings' and not a defect of kg."""


class InputError(KgError):
    """A file or folder cannot be read as articles; ``path`` names it."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        super().__init__(f"{path}: {problem}; {advice}")
        self.path = path
        self.problem = problem
        self.advice = advice


class OutputError(KgError):
    """Nothing can be written where the user asked."""


class QueryError(KgError):
    """A query cannot be parsed, found or answered."""


class ModelError(KgError):
    """The language model is missing, broken or not the one recorded."""
