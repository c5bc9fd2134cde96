"""The folder that ``kg build`` writes: the store, two files of triples and the page."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.export import replace_file
from kg.export import write as export
from kg.graph import Graph
from kg.store import STORE, alone, check_store, place_store, staging, write_store

_ENDINGS = (".ttl", ".trig", ".html")
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
        probe.unlink(missing_ok=True)  # another build into the same folder may have been quicker
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror or error}); choose another folder with --out") from error
    check_store(folder)
    for ending in _ENDINGS:
        if (folder / f"{name}{ending}").is_dir():
            raise OutputError(f"{folder / name}{ending}: is a folder; choose another --name")


def write(graph: Graph, folder: Path, name: str = "graph", title: str | None = None) -> Written:
    """Write store, Turtle, TriG and page. All of it lies on the disk before the first old file is replaced.

    Raises :class:`kg.errors.OutputError`; the old files are then as they were.
    """
    check_out(folder, name)
    with alone(folder), staging(folder) as stage:
        render(graph, stage, name, title)
        write_store(graph.source.quads(), stage / STORE)
        place_store(stage / STORE, folder)
        return place_files(stage, folder, name)


def render(graph: Graph, stage: Path, name: str, title: str | None = None) -> None:
    """Write Turtle, TriG and page into a folder, down to the disk."""
    from kg.explore import TITLE, page  # draws in the drawing libraries, which asking a graph has no use for

    for format_, ending in (("turtle", "ttl"), ("trig", "trig")):
        export(graph.source, format_, stage / f"{name}.{ending}", graph.kinds)
    replace_file(stage / f"{name}.html", page(graph, title or TITLE, ask=False).encode("utf-8"))


def place_files(stage: Path, folder: Path, name: str) -> Written:
    """Put the files of :func:`render` into their places; where there are none, old ones that would no longer be true go."""
    for ending in _ENDINGS:
        fresh, file = stage / f"{name}{ending}", folder / f"{name}{ending}"
        if not fresh.exists():
            file.unlink(missing_ok=True)
            continue
        if file.exists():
            shutil.copymode(file, fresh)
        fresh.replace(file)
    return Written(folder / STORE, *(folder / f"{name}{ending}" for ending in _ENDINGS))
