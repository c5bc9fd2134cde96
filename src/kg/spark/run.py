"""A build on a cluster, from the files to ``OUT/claims`` and ``OUT/quads``; what was there before stays until all of it is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import fields
from functools import partial
from pathlib import Path

from pyspark.sql import SparkSession

from kg.errors import InputError, OutputError
from kg.spark.folder import Folder
from kg.spark.inputs import Inputs
from kg.spark.job import Job, OnCluster, Watch
from kg.spark.rows import Settings
from kg.spark.session import session, watched
from kg.spark.steps import Steps
from kg.spark.tables import claims
from kg.store import alone

DONE = "_SUCCESS"
CLAIMS, QUADS = "claims", "quads"
_WORK = "_work"  # a name that Hadoop's readers pass over
_CORRECTIONS = "corrections.csv"


def run(job: Job, *, ready: Callable[[Path], None], watch: Watch | None, refused: Callable[[InputError], None]) -> OnCluster | None:
    """As :func:`kg.spark.build`."""
    with session(job.master, job.conf) as spark, _folder(spark, job.out, ready) as folder:
        text, path = job.corrections or (_found(folder), folder.at(_CORRECTIONS))
        settings = Settings(job.base, dict(job.kinds), text, path)
        named = sorted(settings.corrected().named())
        work = Folder(spark, folder.at(_WORK))
        folder.remove(_WORK)
        try:
            problems: list[InputError] = []
            found = Inputs(spark, job.inputs, problems.append)
            steps = Steps(spark, work, settings, watch)
            if found.files:
                steps.read(found.pieces(), job.give)
            told, many = steps.problems() if found.files else ([], 0)
            for problem in [*problems, *(InputError(*json.loads(row)) for row in told)]:
                refused(problem)
            if steps.articles == 0:
                return None
            steps.settle()
            _write(spark, steps, work, watch)
            counts = steps.counts()
            unknown = tuple(sorted(set(named) - steps.own_keys(named)))
            told_of = {field.name: getattr(counts, field.name) for field in fields(counts)}
            _place(folder, work, {**told_of, "unread": len(problems) + many})
        finally:
            with suppress(Exception):  # whatever stopped the build may stop this too; the next build sweeps up
                folder.remove(_WORK)
        return OnCluster(counts, folder.address, folder.local, len(problems) + many, unknown)


@contextmanager
def _folder(spark: SparkSession, out: str, ready: Callable[[Path], None]) -> Iterator[Folder]:
    folder = Folder(spark, out)
    here = folder.local
    lock: AbstractContextManager[None] = nullcontext()
    if here is not None:
        ready(here)
        lock = alone(here)
    with lock:
        yield folder


def _found(folder: Folder) -> str:
    """The corrections that lie in the folder; "" where there are none."""
    try:
        return (folder.read(_CORRECTIONS) or b"").decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(folder.at(_CORRECTIONS), f"cannot be read ({error})", "save it as CSV in UTF-8") from error


def _write(spark: SparkSession, steps: Steps, work: Folder, watch: Watch | None) -> None:
    for name, table in claims(steps):
        at = f"{CLAIMS}/{name}"
        watched(spark, at, partial(table.write.parquet, work.at(at)), watch)
        _rename(work, at, ".parquet")
    lines = steps.quads()
    watched(spark, QUADS, partial(lines.write.text, work.at(QUADS), compression="gzip"), watch)
    _rename(work, QUADS, ".nq.gz")


def _rename(work: Folder, name: str, ending: str) -> None:
    """Spark gives its parts names of chance behind their number; the number stays."""
    for number, part in enumerate(work.parts(name)):
        work.move(f"{name}/{part}", f"{name}/part-{number:05d}{ending}")
    work.remove(f"{name}/{DONE}")


def _place(folder: Folder, work: Folder, told: Mapping[str, object]) -> None:
    """Puts what is whole into its place; the mark is gone meanwhile, and written last."""
    try:
        folder.remove(DONE)
        for name in (CLAIMS, QUADS):
            folder.remove(name)
            folder.move(f"{_WORK}/{name}", name)
        folder.write(DONE, json.dumps(told, indent=1, sort_keys=True) + "\n")
    except OSError as error:
        raise OutputError(f"{folder.address}: cannot be written ({error}); it has no {DONE} and is not whole; build again") from error
