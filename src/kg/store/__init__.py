"""Where graphs are kept and asked: a store on disk, a file, an endpoint, or memory."""

from __future__ import annotations

from pathlib import Path

from kg.errors import InputError
from kg.store.addresses import Addresses, without_login
from kg.store.local import (
    STORE,
    alone,
    build_store,
    check_store,
    from_file,
    from_folder,
    from_parts,
    from_quads,
    place_store,
    staging,
    write_store,
)
from kg.store.parts import parts_of
from kg.store.placing import copy_store, identify, identity
from kg.store.remote import RemoteSource
from kg.store.result import Cell, Flow, Result, html_table
from kg.store.snapshot import Snapshot, snapshot, stamp
from kg.store.source import Engine, Raw, Source
from kg.store.writer import Writer

__all__ = [
    "STORE",
    "Addresses",
    "Cell",
    "Engine",
    "Flow",
    "Raw",
    "Result",
    "Snapshot",
    "Source",
    "Writer",
    "alone",
    "build_store",
    "check_store",
    "copy_store",
    "from_parts",
    "from_quads",
    "html_table",
    "identify",
    "identity",
    "open_source",
    "parts_of",
    "place_store",
    "snapshot",
    "staging",
    "stamp",
    "without_login",
    "write_store",
]


def open_source(target: str | Path) -> Engine:
    """The graph at a folder that ``kg build`` wrote, a ``.ttl``, ``.trig``, ``.nt`` or ``.nq`` file, or an http(s) SPARQL endpoint.

    Raises :class:`kg.errors.InputError` where there is no graph; an endpoint is first spoken to when it is asked.
    """
    if isinstance(target, str) and target.lower().startswith(("http://", "https://")):
        return RemoteSource(target)
    path = Path(target)
    try:
        if path.is_dir():
            return from_folder(path)
        if path.is_file():
            return from_file(path)
    except OSError as error:
        raise InputError(str(target)[:200], f"cannot be read ({error.strerror or error})", "check the path") from error
    raise InputError(str(target)[:200], "does not exist", "run kg build first, or give the folder, file or endpoint with --graph")
