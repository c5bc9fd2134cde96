"""A session on a cluster: begun with what kg needs, watched while it works, its errors told in one line."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillBusyError
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pyspark.sql import SparkSession

from kg.errors import KgError
from kg.spark.job import Watch

Made = TypeVar("Made")
_LONGEST = 300  # characters of what Spark says
_EVERY = 0.5  # seconds between two looks at how far it is
_PYTHON, _FOLDERS = "PYSPARK_PYTHON", "PYTHONPATH"
_ALWAYS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.files.ignoreMissingFiles": "false",
    "spark.sql.files.ignoreCorruptFiles": "false",
}
_USUALLY = {
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    # a machine that is lost takes several tasks along, and none of them failed for a reason of its own
    "spark.task.maxFailures": "8",
}


@contextmanager
def session(master: str, conf: Mapping[str, str]) -> Iterator[SparkSession]:
    """A session on ``master``, stopped in the end. ``conf`` goes before what kg would set.

    Executors run the same Python as this process and see kg where this process has it, unless ``conf`` or the environment says else.
    Raises :class:`kg.errors.KgError` where it cannot be begun.
    """
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise KgError("--engine spark needs Java 17 or newer, and there is no java here; install it, or set JAVA_HOME")
    own = {_PYTHON: conf.get("spark.pyspark.python") or os.environ.get(_PYTHON) or sys.executable}
    given = {f"spark.executorEnv.{_FOLDERS}": _folders(), **_USUALLY, **conf, **_ALWAYS}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)  # where Spark reads it from
    try:
        with _quiet():
            builder = SparkSession.builder.master(master).appName(conf.get("spark.app.name", "kg build"))
            for name, value in sorted(given.items()):
                builder = builder.config(name, value)
            try:
                spark = builder.getOrCreate()
            except Exception as error:  # what can go wrong in another runtime, on other machines, has no common type
                problem = f"{master}: Spark cannot be started there ({_short(error)})"
                raise KgError(f"{problem}; check --master, --conf and that the cluster is running") from error
            try:
                yield spark
            except Exception as error:
                if not _of_spark(error):
                    raise
                raise KgError(f"{master}: Spark stopped ({_short(error)}); see its log, and build again") from error
            finally:
                spark.stop()
    finally:
        for name, old in before.items():
            if old is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = old


def watched(spark: SparkSession, what: str, act: Callable[[], Made], watch: Watch | None) -> Made:
    """What ``act`` gives, ``watch`` being told how many tasks are done. Raises :class:`kg.errors.KgError` where the cluster fails."""
    context = spark.sparkContext
    tracker = context.statusTracker()
    last = (-1, -1)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(act)
        try:
            while True:
                try:
                    return waiting.result(timeout=_EVERY)
                except StillBusyError:
                    infos = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
                    at = (sum(i.numCompletedTasks for i in infos if i), sum(i.numTasks for i in infos if i))
                    if watch is not None and at[1] and at != last:
                        last = at
                        watch(*at, what)
        except Exception as error:
            if not _of_spark(error):
                raise
            raise KgError(f"the cluster stopped at {what} ({_short(error)}); see Spark's log, and build again") from error
        finally:
            if not waiting.done():
                context.cancelAllJobs()


def _folders() -> str:
    """Where this process has kg from, and what else it was told to look into."""
    here = str(Path(__file__).resolve().parents[2])
    return os.pathsep.join(dict.fromkeys([here, *filter(None, os.environ.get(_FOLDERS, "").split(os.pathsep))]))


def _of_spark(error: BaseException) -> bool:
    """Whether an error is Spark's or comes from Java, and no defect of what drives it here."""
    return type(error).__module__.partition(".")[0] in ("pyspark", "py4j")


def _short(error: BaseException) -> str:
    """The last line of a Python worker's traceback, else the first line; Java's own traceback is for the log."""
    told = str(getattr(error, "java_exception", None) or error)
    if "stopped SparkContext" in told:  # what is left of a context that never got an answer
        return "no master answered"
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    traced = any(line.startswith("Traceback") for line in lines)
    python = [line for line in lines if not line.startswith(("File ", "^", "~", "at "))]
    return ((python[-1:] if traced else lines[:1]) or [type(error).__name__])[0][:_LONGEST]


@contextmanager
def _quiet() -> Iterator[None]:
    """pyspark warns that it does not know all of pandas 3: only text, whole numbers and lists of them pass, as the tests show."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas", category=FutureWarning)
        yield
