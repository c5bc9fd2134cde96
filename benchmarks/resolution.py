"""Who is who among names by the thousand: pairwise precision and recall on the truth of made-up people, seconds and memory.

``python benchmarks/resolution.py [SIZE…] [--splink PYTHON]`` (by default 2000 20000 100000 names). The people are those of
``corpus.py``: some bear another's name in another country, some names are written with and without marks, with initials, or without
the second given name; every tenth mention has no post beside it, as in news that names somebody once more. No text is read: rows are
made as ``kg.resolve`` keeps them. ``--splink`` names a Python in which splink and duckdb are installed; it gets the same names, titles,
bodies and countries, and of its thresholds the best by F1 counts (``resolution_splink.py``).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus import Corpus, Person

from kg.data.gazetteer import countries, fold
from kg.resolve import Reading, encode, member, settle
from kg.resolve.reading import LocalEntity, LocalFact
from kg.types import Article, Evidence, OffsetMap

MENTIONS = 3  # of one person, on average
BARE = 0.1  # share of mentions without a post


def rows(count: int, seed: int = 1) -> Iterator[tuple[str, Person, str, bool]]:
    """(article, who it is, the name there, whether the post is told)."""
    corpus, draw = Corpus(seed), random.Random(f"{seed}/{count}")
    known: dict[int, Person] = {}
    for n in range(count):
        number = draw.randrange(max(20, count // MENTIONS))
        who = known.setdefault(number, corpus.person(number))
        yield f"m{n:07d}", who, draw.choice(who.spellings), draw.random() >= BARE


def reading(article: str, who: Person, name: str, told: bool, codes: dict[str, str]) -> Reading:
    """An article that names a person, with a post or without, a body and a country."""
    evidence = Evidence(article, 0, len(name), name)
    state, body = codes[who.country], f"{who.body} of {who.country}"
    entities = (
        LocalEntity(0, "Country", who.country, ((who.country, 2),), state, "", state, True, "", "", (evidence, evidence), ()),
        LocalEntity(1, "Agency", body, ((body, 1),), "", state, "", True, "ministry", "", (evidence,), ()),
        LocalEntity(2, "Person", name, ((name, 1),), "", "", "", True, "", "", (evidence,), ()),
    )
    post = LocalFact("post", (("person", 2), ("organization", 1)), (("title", who.title),), "held", evidence, "")
    return Reading(Article(article, "", "", "", OffsetMap((), 0), ()), entities, (post,) if told else (), ())


def pairs(counts: Iterable[int]) -> int:
    """How many pairs groups of these sizes hold."""
    return sum(n * (n - 1) // 2 for n in counts)


def scores(found: dict[str, str], truth: dict[str, int]) -> tuple[float, float]:
    """Pairwise precision and recall of articles' keys."""
    both = pairs(Counter((found[a], truth[a]) for a in truth).values())
    return both / (pairs(Counter(found.values()).values()) or 1), both / (pairs(Counter(truth.values()).values()) or 1)


def measure(count: int) -> dict[str, float | int | str]:
    """One size, in this process."""
    codes = {c.name: c.iso2 for c in countries().values()}
    made = list(rows(count))
    truth = {article: who.number for article, who, _, _ in made}
    fold("warm")
    start, cpu = time.perf_counter(), time.process_time()
    blocks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for article, who, name, told in made:
        for _, block, data in encode(reading(article, who, name, told, codes)).entities:
            if block.startswith("person:"):
                blocks[block].append((article, data))
    middle = time.process_time()
    found: dict[str, str] = {}
    for block in sorted(blocks):
        members = [member(article, data) for article, data in blocks[block]]
        for one, settled in zip(members, settle(block, members), strict=True):
            found[one.article] = settled.key
    precision, recall = scores(found, truth)
    return {
        "names": count, "people": len(set(truth.values())), "found": len(set(found.values())),
        "largest block": max(map(len, blocks.values())), "precision": round(precision, 4), "recall": round(recall, 4),
        "seconds": round(time.perf_counter() - start, 1), "cpu": round(time.process_time() - cpu, 1), "cpu rows": round(middle - cpu, 1),
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def beside(count: int, python: str) -> dict[str, float | int | str]:
    """Splink on the same names."""
    made = list(rows(count))
    with tempfile.TemporaryDirectory() as folder:
        given, taken = Path(folder) / "names.csv", Path(folder) / "clusters.csv"
        with given.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(("unique_id", "given", "family", "title", "body", "country"))
            for article, who, name, told in made:
                words = fold(name).replace(".", "").split()
                first, last = (" ".join(words[1:]), words[0]) if who.country == "Vietnam" else (" ".join(words[:-1]), words[-1])
                out.writerow((article, first, last, who.title if told else "", f"{who.body} of {who.country}", who.country))
        start = time.perf_counter()
        script = Path(__file__).with_name("resolution_splink.py")
        told = subprocess.run([python, str(script), str(given), str(taken)], check=True, capture_output=True, text=True)
        seconds = time.perf_counter() - start
        found: dict[str, dict[str, str]] = defaultdict(dict)
        with taken.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found[row["threshold"]][row["unique_id"]] = row["cluster_id"]
    truth = {article: who.number for article, who, _, _ in made}
    scored = {threshold: scores(clusters, truth) for threshold, clusters in found.items()}
    best = max(scored, key=lambda threshold: 2 / (1 / (scored[threshold][0] or 1e-9) + 1 / (scored[threshold][1] or 1e-9)))
    precision, recall = scored[best]
    return {
        "names": count, "best threshold": best, "precision": round(precision, 4), "recall": round(recall, 4), "seconds": round(seconds, 1)
    } | json.loads(told.stdout.splitlines()[-1])  # fmt: skip


def main(arguments: list[str]) -> int:
    """Measure every size in a process of its own, so that memory is its own, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[2_000, 20_000, 100_000])
    parser.add_argument("--splink", metavar="PYTHON", help="a Python with splink and duckdb")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one:
        print(json.dumps(measure(given.sizes[0])))
        return 0
    for size in given.sizes:
        subprocess.run([sys.executable, __file__, str(size), "--one"], check=True)
        if given.splink:
            print("splink", json.dumps(beside(size, given.splink)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
