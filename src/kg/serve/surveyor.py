"""A process that makes the explorer's overview and knows its quotes: ``python -m kg.serve.surveyor``.

The overview reads the whole graph, which takes seconds of a large one: in a process of its own nobody else waits for it meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.errors import InputError, KgError
from kg.explore import TITLE, Explorer
from kg.serve import wire
from kg.serve.problems import json_bytes
from kg.serve.worker import attend
from kg.store import Engine

OVERVIEW = "overview"  # what is asked; anything else is numbers of quotes


def main() -> None:
    """Read frames from standard input until it ends; write answers to standard output."""
    attend(surveying)


def surveying(source: Engine, begin: wire.Start) -> Callable[[wire.Asked], wire.Answered]:
    """What answers over one graph."""
    explorer = Explorer(source, begin.title or TITLE)

    def answer(asked: wire.Asked) -> wire.Answered:
        try:
            if asked.query == OVERVIEW:
                return wire.Answered(200, json_bytes(explorer.overview()), "json")
            return wire.Answered(200, json_bytes(explorer.quotes(map(int, asked.query.split(",")))), "json")
        except InputError as error:
            return wire.Answered(404, error=f"{error.path[:200]}: {error.problem}; {error.advice}")
        except KgError as error:
            return wire.Answered(502 if "://" in begin.target else 500, error=str(error))

    return answer


if __name__ == "__main__":
    main()
