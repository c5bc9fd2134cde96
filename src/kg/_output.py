"""The folder that ``kg build`` writes: the store, two files of triples and the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.export import replace_file
from kg.graph import Graph

_NAME = re.compile(r"[\w][\w.-]{0,99}")


@dataclass(frozen=True, slots=True)
class Written:
    """Where everything is."""

    store: Path
    turtle: Path
    trig: Path
    page: Path


def check_out(folder: Path, name: str) -> None:
    """Raises :class:`kg.errors.OutputError` where ``NAME.ttl`` and so on cannot be written to ``folder``, which it makes."""
    if not _NAME.fullmatch(name):
        raise OutputError(f"{name!r} cannot name files; use letters, digits, dots, dashes and underscores")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".{name}.probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror or error}); choose another folder with --out") from error


def write(graph: Graph, folder: Path, name: str = "graph", title: str | None = None) -> Written:
    """Write store, Turtle, TriG and page. All bytes are made before the first file is replaced. Raises :class:`kg.errors.OutputError`."""
    from kg.view import TITLE, page  # draws in the drawing libraries, which asking a graph has no use for

    check_out(folder, name)
    files = {
        folder / f"{name}.ttl": graph.export("turtle"),
        folder / f"{name}.trig": graph.export("trig"),
        folder / f"{name}.html": page(graph, title or TITLE).encode("utf-8"),
    }
    store = graph.save(folder)
    for path, data in files.items():
        replace_file(path, data)
    return Written(store, *files)
