"""Which files the user means, on this machine's file system or any that Hadoop knows, and their articles as a table."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

from kg.errors import InputError
from kg.read import ENDINGS, STDIN, ending, files, listed, named
from kg.spark.folder import scheme
from kg.spark.rows import InFrames, find_pieces

_USUAL = 4_000  # bytes of an article, for a first guess at how many there are
_PER_CORE = 4
_EACH = 64  # articles of one task, about: what is read again when a machine is lost
_MOST_BYTES = 2_000_000_000  # one row of Spark holds no more
_COLUMNS = "number long, id string, path string, format string, address string, stated binary"
_PIECES = ("number", "id", "piece")


class File(NamedTuple):
    """A file: what it is called, how the user named it, where the cluster finds it, and pickled what a sitemap says of it."""

    id: str
    path: str
    format: str
    address: str
    stated: bytes


class Inputs:
    """The files of a build, sorted by id whatever the order of what was given; what is none is told through ``refused``.

    Sitemaps are followed on this machine's file system only.
    """

    def __init__(self, spark: SparkSession, given: Iterable[str], refused: Callable[[InputError], None]) -> None:
        self._spark = spark
        self._remote_default = not str(spark._jsc.hadoopConfiguration().get("fs.defaultFS")).startswith("file:")
        self._lengths = 0
        far: dict[Path, str] = {}
        here: dict[Path | None, str] = {}
        self._asked: list[str] = []  # what is listed and read by Spark
        for one in given:
            if self._elsewhere(one):
                for real, path in self._remote(one, refused):
                    far[real] = min(far.get(real, path), path)
            else:
                for real, path in self._here(one, refused):
                    here[real] = min(here.get(real, path), path)
        stated = listed(here, refused)
        near = {real: path for real, path in here.items() if real is not None and _written(real, path, refused)}
        self._lengths += sum(real.stat().st_size for real in near)
        where = {path: path for path in far.values()} | {path: str(real) for real, path in near.items()}
        told = {None: b""} | {one: pickle.dumps(one) for one in stated.values()}
        self.files = [File(s.id, s.path, s.format, where[s.path], told[s.stated]) for s in named(far | near, stated)]

    def _elsewhere(self, given: str) -> bool:
        return scheme(given) not in ("", "file") or (self._remote_default and not scheme(given) and given != STDIN)

    def _here(self, given: str, refused: Callable[[InputError], None]) -> Iterator[tuple[Path, str]]:
        """Files that executors open by themselves: they see the same folders as this machine."""
        if given == STDIN:
            refused(InputError(given, "a cluster cannot read this machine's standard input", "save it as a file"))
            return
        plain = "/" + given.removeprefix("file:").lstrip("/") if scheme(given) else given
        for path in files(plain, refused):
            yield Path(path).resolve(), path

    def _remote(self, given: str, refused: Callable[[InputError], None]) -> Iterator[tuple[Path, str]]:
        """Files that Spark lists and reads: a file, a folder with all below it, or a pattern. Names that begin with _ or . are hidden."""
        try:
            rows = self._listed([given]).select("path", "length").collect()
        except Exception as error:  # each file system has errors of its own
            refused(InputError(given, f"cannot be listed ({' '.join(str(error).split())[:150]})", "check the address and its permissions"))
            return
        found = [row for row in rows if ending(PurePosixPath(row.path).name) in ENDINGS]
        if not found:
            refused(InputError(given, "there are no article files", f"give {' '.join(sorted(ENDINGS))} files"))
        self._asked.append(given)
        for row in found:
            if row.length > _MOST_BYTES:
                refused(InputError(row.path, f"the file has {row.length} bytes, more than a row of Spark holds", "split it"))
                continue
            self._lengths += row.length
            yield Path("/", row.path.partition("://")[2]), row.path

    def _listed(self, given: list[str]) -> DataFrame:
        return self._spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(given)

    def pieces(self) -> DataFrame:
        """(id, piece) of every article, one row each, spread evenly, and a row for each file or record that is none."""
        numbered = [(number, *file) for number, file in enumerate(self.files)]
        here = [row for row in numbered if not scheme(row[4])]
        elsewhere = [row for row in numbered if scheme(row[4])]
        found: list[DataFrame] = []
        if here:
            table = self._spark.createDataFrame(here, _COLUMNS).repartition(self._tasks(len(here)), "number")
            found.append(self._in_frames(table, held=False))
        if elsewhere:
            table = self._spark.createDataFrame(elsewhere, _COLUMNS)
            held = self._listed(self._asked).filter(f.col("length") <= _MOST_BYTES)
            content = held.select(f.col("path").alias("address"), "content").join(table, "address")
            if len(self._asked) > 1:  # a file that two inputs name is there twice
                content = content.dropDuplicates(["number"])
            found.append(self._in_frames(content, held=True))
        pieces = found[0] if len(found) == 1 else found[0].unionByName(found[1])
        # two files may give one id ("a#1.txt" and a.csv's first record); as on one machine, the last file by its id has it
        spread = pieces.repartition(self._tasks(max(len(self.files), self._lengths // _USUAL)), "id")
        return spread.groupBy("id").agg(f.max_by("piece", "number").alias("piece"))

    def _in_frames(self, table: DataFrame, *, held: bool) -> DataFrame:
        return table.mapInPandas(InFrames(partial(find_pieces, held=held), _PIECES), "number long, id string, piece binary")

    def _tasks(self, many: int) -> int:
        """Several tasks for each core, so that none waits long for the last one, and as many more as keep them small."""
        cores = self._spark.sparkContext.defaultParallelism
        return max(1, min(many, _PER_CORE * cores), many // _EACH)


def _written(real: Path, path: str, refused: Callable[[InputError], None]) -> bool:
    """Whether a file's name is text, which is all that passes through Spark."""
    try:
        f"{real}{path}".encode()
    except UnicodeEncodeError:
        refused(InputError(ascii(path), "its name is no UTF-8", "rename it"))
        return False
    return True
