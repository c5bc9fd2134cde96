"""The folder that ``kg build`` writes: the store, two files of triples and the page."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.graph import Graph
from kg.store import STORE, check_store, place_store, staging, write_store

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
    for ending in (".ttl", ".trig", ".html"):
        if (folder / f"{name}{ending}").is_dir():
            raise OutputError(f"{folder / name}{ending}: is a folder; choose another --name")


def write(graph: Graph, folder: Path, name: str = "graph", title: str | None = None) -> Written:
    """Write store, Turtle, TriG and page. All of it lies on the disk before the first old file is replaced.

    Raises :class:`kg.errors.OutputError`; the old files are then as they were.
    """
    from kg.explore import TITLE, page  # draws in the drawing libraries, which asking a graph has no use for

    check_out(folder, name)
    files = {
        f"{name}.ttl": graph.export("turtle"),
        f"{name}.trig": graph.export("trig"),
        f"{name}.html": page(graph, title or TITLE).encode("utf-8"),
    }
    with staging(folder) as stage:
        for file, data in files.items():
            with (stage / file).open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        write_store(graph.source.quads(), stage / STORE)
        store = place_store(stage / STORE, folder)
        for file in files:
            if (folder / file).exists():
                shutil.copymode(folder / file, stage / file)
            (stage / file).replace(folder / file)
    return Written(store, *(folder / file for file in files))
