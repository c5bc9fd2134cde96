"""Articles a second of a whole build beside bare spaCy (``nlp.pipe`` with all components) on the same texts, one process, one run.

``python benchmarks/throughput.py FILE_OR_FOLDER…`` prints seconds of CPU and the ratio; above 1 kg is the faster one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import spacy

from kg.annotate import nlp
from kg.extract import kinds
from kg.pipeline import inspect
from kg.read import articles
from kg.resolve import resolve

ROUNDS = 5


def best(*works: Callable[[], object]) -> list[float]:
    """The least CPU time of each over a few rounds in turn, in seconds: a machine that slows down slows all."""
    found: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for times, work in zip(found, works, strict=True):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
    return [min(times) for times in found]


def main(inputs: list[str]) -> int:
    """Measure and print."""
    found = list(articles(inputs or ["seeds"], refused=lambda problem: print(problem, file=sys.stderr)))
    pipeline = spacy.load(nlp.model())
    texts = [article.text for article in found]
    inspect(found[0])  # word lists are read once
    list(pipeline.pipe(texts[:1]))
    bare, whole = best(
        lambda: list(pipeline.pipe(texts)),
        lambda: resolve([inspect(article).reading for article in found], kinds()),
    )
    print(f"articles {len(found)}, characters {sum(map(len, texts))}")
    print(f"bare spaCy   {bare:7.2f} s  {len(found) / bare:7.1f} articles/s")
    print(f"whole build  {whole:7.2f} s  {len(found) / whole:7.1f} articles/s")
    print(f"ratio {bare / whole:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
