"""The same build on Apache Spark: articles from any Hadoop path, read once by many machines; claims as Parquet, quads as N-Quads.

``rows`` and ``reprints`` are what executors do, ``steps`` the tables in their order, ``run`` the whole. Nothing here decides anything of
its own: who is who, what a fact is and what is written of an article is said by :mod:`kg.resolve`, :mod:`kg.engine` and :mod:`kg.rdf`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from kg.errors import InputError, KgError
from kg.spark.job import LOCAL, Give, Job, OnCluster, Watch

__all__ = ["LOCAL", "Give", "Job", "OnCluster", "Watch", "build"]


def build(
    job: Job,
    *,
    ready: Callable[[Path], None] = lambda path: None,
    watch: Watch | None = None,
    refused: Callable[[InputError], None] = lambda problem: None,
) -> OnCluster | None:
    """Do a job; None, and what was there left as it is, where no article could be read.

    ``ready`` is called with ``out`` where it is on this machine, before anything is read. ``refused`` is told of the inputs that cannot
    be read, of very many only the first. Raises :class:`kg.errors.KgError`.
    """
    for library in ("pyspark", "pyarrow"):
        if find_spec(library) is None:
            raise KgError(f"--engine spark needs {library}, which is not installed; run pip install 'kg[spark]'")
    from kg.spark.run import run

    return run(job, ready=ready, watch=watch, refused=refused)
