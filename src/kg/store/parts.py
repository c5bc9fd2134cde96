"""The N-Quads parts that a build on a cluster leaves in a folder."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from kg.errors import InputError
from kg.rdf.ox import Quad, RdfFormat, parse

_QUADS = "quads"
_DONE = "_SUCCESS"


def has_parts(folder: Path) -> bool:
    """Whether there are parts in a folder, whole or not."""
    return (folder / _QUADS).is_dir()


def parts_of(folder: Path) -> Iterator[Quad]:
    """The quads of all parts, in order. Raises :class:`kg.errors.InputError` where they are not whole or not to be read."""
    if not (folder / _DONE).is_file():
        raise InputError(str(folder), f"has no {_DONE}: its quads are not whole", "build it again with kg build --engine spark")
    for part in sorted((folder / _QUADS).glob("part-*.nq.gz")):
        try:
            with gzip.open(part, "rb") as stream:
                yield from parse(cast("IO[bytes]", stream), format=RdfFormat.N_QUADS)
        except (SyntaxError, ValueError, OSError, EOFError, zlib.error) as error:
            problem = f"is no part that can be read ({' '.join(str(error).split())[:200]})"
            raise InputError(str(part), problem, "build it again with kg build --engine spark") from error
