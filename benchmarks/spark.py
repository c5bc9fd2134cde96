"""Articles a second of a build on one machine beside the same on Spark, on the same made-up articles, and whether the quads are the same.

``python benchmarks/spark.py --articles 500 --master 'local[2]'`` prints seconds from the command to the end, start of Spark included, and
the seconds in which articles were read alone.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
import time
from pathlib import Path

from corpus import write

from kg._build import build
from kg.extract import kinds
from kg.pipeline import give
from kg.rdf import DEFAULT_BASE
from kg.rdf.ox import RdfFormat, Store, serialize
from kg.spark import Job
from kg.spark import build as build_on_cluster


class Watch:
    """When each step was first seen."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}

    def __call__(self, done: int, total: int, what: str) -> None:
        self.steps.setdefault(what, time.perf_counter())


def told(what: str, articles: int, seconds: float) -> None:
    print(f"{what:24} {seconds:7.1f} s  {articles / seconds:6.1f} articles/s", flush=True)


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--master", default="local[2]")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "in", given.articles, files=True)
        inputs = [str(folder / "in" / "articles")]

        start = time.perf_counter()
        built = build(inputs, folder / "here", "graph", DEFAULT_BASE, workers=given.workers)
        assert built is not None
        told(f"one machine, {given.workers} processes", given.articles, time.perf_counter() - start)

        start, watch = time.perf_counter(), Watch()
        job = Job(inputs, str(folder / "spark"), DEFAULT_BASE, kinds(), give, given.master)
        made = build_on_cluster(job, watch=watch)
        assert made is not None
        told(f"Spark, {given.master}", given.articles, time.perf_counter() - start)
        told("  of it reading", given.articles, watch.steps["who is who"] - watch.steps["reading"])

        here = sorted((serialize(Store.read_only(str(built.store)), format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True))
        parts = sorted((folder / "spark" / "quads").glob("*.nq.gz"))
        there = b"".join(gzip.decompress(part.read_bytes()) for part in parts).splitlines(keepends=True)
        print(f"quads {len(here)}, {'the same' if here == there else 'NOT THE SAME'}")
        return int(here != there)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
