"""Whole builds of made-up articles: articles a second, CPU, memory, sizes, and how much of what the articles say was found.

``python benchmarks/build.py [SIZE…] [--workers N…] [--rounds ROUND…] [--folder FOLDER]`` (by default 1000 articles, one worker and two,
all rounds). With ``--steps`` one build goes step by step in this process instead, and CPU is told for each.
For each size and number of workers ``kg build`` runs as a command of its own, in rounds:

- ``first``: all articles from nothing; ``same``: nothing changed; ``more``: one article added; ``less``: that article removed again.

A line of JSON for each round. ``seconds`` are of the clock and hang on what else the machine does; ``cpu`` are the seconds of CPU of the
command and all its processes. ``PSS MB`` is the peak of the process tree, sampled every half second: memory shared by several processes
is counted once. After ``first`` the facts in the store are held against what the generator put into the sentences, article by article
(``right``, ``missed``, ``wrong``; ties and participants, which the generator does not tell, are left out), and bare spaCy
(``nlp.pipe`` with all components) reads the first articles in the same run, as the floor: ``spaCy cpu an article``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
from corpus import Corpus, front, plain

import kg

ROUNDS = ("first", "same", "more", "less")
SAMPLE = 0.5  # seconds between two looks at memory
FLOOR = 300  # articles that bare spaCy reads
KINDS = ("posts", "statements", "events", "organizers", "agreements", "signatories", "statistics")
Fact = tuple[str, ...]


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(root: psutil.Process) -> int:
    """Bytes of PSS of a process and all below it."""
    total = 0
    for process in (root, *root.children(recursive=True)):
        try:
            total += process.memory_full_info().pss
        except psutil.Error:  # it has just ended
            continue
    return total


def run(command: Sequence[str], log: Path) -> dict[str, float]:
    """Runs a command to its end: seconds, CPU seconds, peak memory in MB. Raises where it fails."""
    start, cpu, peak = time.perf_counter(), _cpu(), 0
    with log.open("ab") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:
        root = psutil.Process(process.pid)
        while True:
            try:
                status = process.wait(SAMPLE)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, _memory(root))
    if status:
        raise SystemExit(f"{' '.join(command)}: ended with {status}; see {log}")
    seconds = time.perf_counter() - start
    return {"seconds": round(seconds, 2), "cpu": round(_cpu() - cpu, 2), "PSS MB": round(peak / 1e6)}


def size(path: Path) -> int:
    """Bytes of a file or of all in a folder."""
    return path.stat().st_size if path.is_file() else sum(p.stat().st_size for p in path.rglob("*") if p.is_file())


def expected(count: int) -> dict[str, dict[str, set[Fact]]]:
    """Kind of question -> article -> facts, as the generator knows them."""
    found: dict[str, dict[str, set[Fact]]] = {kind: defaultdict(set) for kind in KINDS}
    for made in Corpus().articles(count):
        for kind, *told in made.facts:
            question = {"statistic": "statistics", "signatory": "signatories"}.get(kind, f"{kind}s")
            parts = [plain(t) for t in told]
            if kind == "post":
                parts[2] = body(parts[2])
            elif kind in ("organizer", "signatory"):
                parts[1] = body(parts[1])
            found[question][made.id].add(tuple(parts))
    return found


def body(name: str) -> str:
    """ "Ministry of Trade of Fiji" and "Fiji Ministry of Trade" are one."""
    name = plain(name)
    ministry, of, country = name.rpartition(" of ")
    return f"{country} {ministry}" if of and ministry.startswith("Ministry of ") else name


def told(out: Path) -> Iterator[tuple[str, str, Fact]]:
    """(question, article, fact) of the store; a person by the name that the whole graph has for it."""
    with kg.load(out) as graph:
        things: dict[str, str] = {}

        def rows(question: str) -> Iterator[dict[str, str]]:
            result = graph.query(question)
            for row in result.bindings:
                values = {name: cell.value if cell is not None else "" for name, cell in zip(result.columns, row, strict=True)}
                values["article"] = values["article"].partition("#")[2]
                yield values

        shapes: dict[str, Callable[[dict[str, str]], Fact]] = {
            "events": lambda r: (r["kind"], r["status"], r["startDate"], plain(r["placeName"])),
            "agreements": lambda r: (r["kind"], r["status"], r["signedDate"]),
            "posts": lambda r: (plain(r["personName"]), r["title"], body(r["organizationName"])),
            "statements": lambda r: (body(r["speakerName"]),),
            "organizers": lambda r: (things.get(r["event"], ""), body(r["organizerName"])),
            "signatories": lambda r: (things.get(r["agreement"], ""), body(r["signatoryName"])),
            "statistics": lambda r: (plain(r["areaName"]), plain(r["partnerName"]), r["value"], r["change"], r["periodStart"][:4]),
        }
        for question, shape in shapes.items():
            for row in rows(question):
                if question in ("events", "agreements"):
                    things[row["event" if question == "events" else "agreement"]] = row["kind"]
                yield question, row["article"], shape(row)


def judged(out: Path, count: int) -> dict[str, dict[str, int]]:
    """Right, missed and wrong facts by question. A person is right under any of its spellings."""
    truth = expected(count)
    corpus = Corpus()
    people = {made.id: [{plain(s) for s in corpus.person(n).spellings} for n, _ in made.people] for made in corpus.articles(count)}
    found: dict[str, dict[str, set[Fact]]] = {kind: defaultdict(set) for kind in KINDS}
    for question, article, fact in told(out):
        spellings = next((names for names in people[article] if fact[0] in names), None)
        if question in ("posts", "statements") and spellings is not None:
            fact = (next((t[0] for t in truth[question][article] if t[0] in spellings), fact[0]), *fact[1:])
        found[question][article].add(fact)
    scores = {}
    for kind in KINDS:
        right = sum(len(facts & found[kind].get(article, set())) for article, facts in truth[kind].items())
        scores[kind] = {
            "right": right,
            "missed": sum(map(len, truth[kind].values())) - right,
            "wrong": sum(map(len, found[kind].values())) - right,
        }
    return scores


def floor(count: int) -> float:
    """CPU seconds an article of bare spaCy on the first articles, in this process."""
    import spacy

    from kg.annotate import nlp

    pipeline = spacy.load(nlp.model())
    texts = [made.text for made in Corpus().articles(min(count, FLOOR))]
    list(pipeline.pipe(texts[:1]))
    start = time.process_time()
    list(pipeline.pipe(texts))
    return (time.process_time() - start) / len(texts)


def measure(count: int, workers: int, rounds: Sequence[str], folder: Path) -> Iterator[dict[str, Any]]:
    """One size with one number of workers."""
    work = folder / f"{count}x{workers}"
    work.mkdir(parents=True, exist_ok=True)
    out, file = work / "out", work / "articles.jsonl"
    lines = [json.dumps(front(made), ensure_ascii=False) + "\n" for made in Corpus().articles(count + 1)]
    command = [sys.executable, "-m", "kg", "build", str(file), "--out", str(out), "--workers", str(workers)]
    for name in rounds:
        with file.open("w", encoding="utf-8") as stream:
            stream.writelines(lines if name == "more" else lines[:-1])
        told = run([*command, "--fresh"] if name == "first" else command, work / "log.txt")
        yield {"articles": count, "workers": workers, "round": name} | told
        if name == "first":
            sizes = {"articles": size(file), "state": size(out / "build.sqlite"), "store": size(out / "store")}
            yield {
                "articles/s": round(count / told["seconds"], 1),
                "cpu ms an article": round(told["cpu"] / count * 1000, 1),
                "spaCy cpu ms an article": round(floor(count) * 1000, 1),
                "bytes an article": {what: size // count for what, size in sizes.items()},
            }
            yield {"facts": judged(out, count)}


def steps(count: int, folder: Path) -> dict[str, float]:
    """CPU milliseconds an article of each step of a first build by one worker, the model being loaded; no files and page are made."""
    from kg import pipeline
    from kg.annotate import nlp
    from kg.engine import State, fingerprint, merge, refresh
    from kg.extract import kinds
    from kg.rdf import DEFAULT_BASE
    from kg.rdf.ox import Store

    nlp.load()
    with (folder / "steps.jsonl").open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(front(made), ensure_ascii=False) + "\n" for made in Corpus().articles(count))
    state, store = State(folder / "steps.sqlite", fingerprint()), Store(str(folder / "steps-store"))
    works: dict[str, Callable[[], object]] = {
        "reading": lambda: pipeline.keep([folder / "steps.jsonl"], state),
        "settling": lambda: merge(state, kinds()),
        "storing": lambda: sum(1 for _ in refresh(state, store, kinds(), DEFAULT_BASE)),
        "ordering": lambda: (store.flush(), store.optimize()),
    }
    told = {}
    for name, work in works.items():
        start = time.process_time()
        work()
        told[name] = round((time.process_time() - start) / count * 1000, 2)
    state.close()
    return told | {"all": round(sum(told.values()), 2), "bare spaCy": round(floor(count) * 1000, 2)}


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000])
    parser.add_argument("--workers", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--rounds", nargs="+", choices=ROUNDS, default=ROUNDS)
    parser.add_argument("--folder", type=Path, help="where articles and graphs are left; by default nowhere")
    parser.add_argument("--steps", action="store_true", help="CPU by step")
    given = parser.parse_args(arguments)
    os.environ["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    with tempfile.TemporaryDirectory(prefix="kg-build-") as passing:
        for count in given.sizes:
            if given.steps:
                with tempfile.TemporaryDirectory(dir=given.folder or passing) as folder:
                    print(json.dumps({"articles": count, "CPU ms an article": steps(count, Path(folder))}), flush=True)
                continue
            for workers in given.workers:
                for line in measure(count, workers, given.rounds, given.folder or Path(passing)):
                    print(json.dumps(line), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
