"""News articles on government, trade and diplomacy as a knowledge graph with exact evidence.

``import kg; graph = kg.build("seeds/"); graph.query("posts").to_pandas()``
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.errors import InputError
    from kg.graph import Graph
    from kg.pipeline import Progress

__version__ = "0.1.0"
__all__ = ["__version__", "build", "load"]


def build(
    inputs: str | Path | Sequence[str | Path],
    out: str | Path | None = None,
    *,
    name: str = "graph",
    base: str | None = None,
    workers: int = 1,
    progress: Callable[[Progress], None] | None = None,
    refused: Callable[[InputError], None] | None = None,
) -> Graph:
    """The graph of ``inputs`` (files, folders, globs), in memory; with ``out``, its files are written there as ``kg build`` does.

    ``refused`` is called for every file that cannot be read; without it the first such file raises ``kg.errors.InputError``.
    """
    from kg import _output, pipeline
    from kg.graph import Graph
    from kg.rdf import DEFAULT_BASE

    several = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    resolution = pipeline.run(several, workers=workers, progress=progress, refused=refused)
    graph = Graph.from_resolution(resolution, base or DEFAULT_BASE)
    if out is not None:
        _output.write(graph, Path(out), name)
    return graph


def load(target: str | Path) -> Graph:
    """The graph in a folder that a build wrote, in a ``.ttl`` or ``.trig`` file, or behind an http(s) SPARQL endpoint."""
    from kg.graph import Graph

    return Graph.load(target)
