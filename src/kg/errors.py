"""Errors that a user can act on: what was wrong, where, and what to do next. ``cli`` prints them in one line."""

from __future__ import annotations

_LONGEST = 300  # characters of a path


class KgError(Exception):
    """Any failure that is the input's or the surroundings' and not a defect of kg."""


class InputError(KgError):
    """A file or folder cannot be read as articles; ``path`` names it."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        super().__init__(f"{_short(path)}: {problem}; {advice}")
        self.path = path
        self.problem = problem
        self.advice = advice

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        """Errors come out of worker processes: by default an exception is made anew from its one message."""
        return type(self), (self.path, self.problem, self.advice)


def _short(path: str) -> str:
    """A path that fits into one line for people: its beginning and its end."""
    return path if len(path) <= _LONGEST else f"{path[: _LONGEST // 2]}…{path[-_LONGEST // 2 :]}"


class OutputError(KgError):
    """Nothing can be written where the user asked."""


class QueryError(KgError):
    """A query cannot be parsed, found or answered."""


class MalformedError(QueryError):
    """A query that is no SPARQL."""


class RefusedError(QueryError):
    """A query that could be answered and must not be."""


class ModelError(KgError):
    """The language model is missing, broken or not the one recorded."""
