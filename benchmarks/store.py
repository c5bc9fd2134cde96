"""The store beside rdflib: loading, Turtle, the ten questions; and the questions and exports of a large store in how much memory.

``python benchmarks/store.py FOLDER [--quads N] [--peer]`` makes a graph of N quads (1,000,000 by default) in FOLDER with
``benchmarks/graph.py``, unless one is there from an earlier run, and measures kg on it, each measurement in a process of its own:

- loading: the file of N-Quads into memory (what ``kg query --graph FILE`` does) and into a store on disk; the merged facts from Turtle
- ``kg export`` in turtle, trig and nquads
- each of the ten questions: the first time in a process that has just opened the store, and the best of three more times, each with all
  rows as ``kg.query.run`` gives them; and ``kg query NAME --format csv`` as a command

With ``--peer`` the same beside rdflib: its parsers, its Turtle serializer, and the questions over its in-memory graph. Over the graph of
merged facts alone, which is the best that rdflib can do, and over the whole data set with FROM, which is what SPARQL has for it.

Times are CPU seconds of the process, so that what else the machine does counts little, and beside them seconds by the clock; memory is the
peak of the process.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

CAP = 300  # seconds that one question may take rdflib
FACTS = "https://kg.example/graph/facts"


class Clock:
    """CPU seconds and seconds since it was made."""

    def __init__(self) -> None:
        self.cpu, self.wall = time.process_time(), time.perf_counter()

    def read(self, **more: float | str) -> dict[str, float | str]:
        """What was measured, with the peak of memory so far in MB."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {"cpu": time.process_time() - self.cpu, "wall": time.perf_counter() - self.wall, "peak": peak, **more}


Told = Iterator[tuple[str, dict[str, float | str]]]


def load_memory(folder: Path) -> Told:
    """A file of N-Quads and one of Turtle into memory, by kg."""
    from kg.store import open_source

    for name in ("graph.nq", "graph.ttl"):
        clock = Clock()
        source = open_source(folder / name)
        yield f"load {name} into memory", clock.read()
        source.close()


def load_disk(folder: Path) -> Told:
    """The file of N-Quads into a store, by the loader that a build uses, from the quads as Python has them."""
    from kg.rdf.ox import RdfFormat, parse
    from kg.store import write_store

    with tempfile.TemporaryDirectory(dir=folder) as place:
        clock = Clock()
        with (folder / "graph.nq").open("rb") as file:
            write_store(parse(file, format=RdfFormat.N_QUADS), Path(place) / "store")
        yield "load graph.nq into a store on disk", clock.read()


def load_rdflib(folder: Path) -> Told:
    """The same two files into memory, by rdflib."""
    import rdflib

    for name, form in (("graph.nq", "nquads"), ("graph.ttl", "turtle")):
        clock = Clock()
        graph = rdflib.Dataset() if form == "nquads" else rdflib.Graph()
        graph.parse(str(folder / name), format=form)
        yield f"load {name} into memory", clock.read()


def prepare(folder: Path) -> Told:
    """The store as a file of N-Quads and one of Turtle, for whoever else reads it."""
    from kg.rdf.ox import NamedNode, RdfFormat, Store
    from kg.store import STORE

    for name, form, graph in (("graph.nq", RdfFormat.N_QUADS, None), ("graph.ttl", RdfFormat.TURTLE, NamedNode(FACTS))):
        if not (folder / name).is_file():
            clock = Clock()
            Store.read_only(str(folder / STORE)).dump(folder / "part", form, from_graph=graph)
            shutil.move(folder / "part", folder / name)
            yield name, clock.read()


def turtle_kg(folder: Path) -> Told:
    """The merged facts in Turtle, by kg, from the store on disk."""
    from kg.export import write
    from kg.extract import kinds
    from kg.store import open_source

    source, known = open_source(folder), kinds()
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=folder) as place:
        write(source, "turtle", Path(place) / "out.ttl", known)
        yield "export turtle", clock.read()


def turtle_rdflib(folder: Path) -> Told:
    """The merged facts in Turtle, by rdflib, from its own graph in memory."""
    import rdflib

    graph = rdflib.Graph()
    graph.parse(str(folder / "graph.ttl"), format="turtle")
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=folder) as place:
        graph.serialize(str(Path(place) / "out.ttl"), format="turtle")
        yield "export turtle", clock.read()


def questions_kg(folder: Path) -> Told:
    """The ten questions through kg, each in the one process."""
    from kg.query import questions, run
    from kg.store import open_source

    source = open_source(folder)
    for name in questions():
        clock = Clock()
        rows = len(run(source, name).bindings)
        first = clock.read(rows=rows)
        best = min((_once(lambda name=name: run(source, name)) for _ in range(3)), key=lambda told: told["cpu"])  # type: ignore[misc]
        yield name, {**best, "rows": rows, "first": first["wall"]}


def _once(work: Callable[[], object]) -> dict[str, float | str]:
    clock = Clock()
    work()
    return clock.read()


def questions_rdflib(folder: Path, whole: bool) -> Told:
    """The ten questions over rdflib's graph of merged facts, or over its data set with FROM."""
    import rdflib

    from kg.query import questions
    from kg.rdf import prefixes

    def late(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    data: rdflib.Graph = rdflib.Dataset() if whole else rdflib.Graph()
    data.parse(str(folder / ("graph.nq" if whole else "graph.ttl")), format="nquads" if whole else "turtle")
    for name, text in questions().items():
        query = text.replace("\nWHERE", f"\nFROM <{FACTS}> WHERE", 1) if whole else text
        signal.alarm(CAP)
        clock = Clock()
        try:
            rows = len(list(data.query(query, initNs=prefixes("https://kg.example/"))))
            yield name, clock.read(rows=rows)
        except TimeoutError:
            yield name, {"cpu": CAP, "wall": CAP, "peak": 0, "rows": "not done"}
        finally:
            signal.alarm(0)


def questions_dataset(folder: Path) -> Told:
    """Over rdflib's data set."""
    return questions_rdflib(folder, whole=True)


def questions_facts(folder: Path) -> Told:
    """Over rdflib's graph of merged facts."""
    return questions_rdflib(folder, whole=False)


PARTS: dict[str, Callable[[Path], Told]] = {
    f.__name__: f
    for f in (prepare, load_memory, load_disk, load_rdflib, turtle_kg, turtle_rdflib, questions_kg, questions_facts, questions_dataset)
}


def part(name: str, folder: Path) -> dict[str, dict[str, float | str]]:
    """One part in a process of its own."""
    print(f"… {name}", file=sys.stderr, flush=True)
    command = [sys.executable, __file__, str(folder), "--part", name]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return dict(json.loads(line) for line in done.stdout.splitlines())


def command(*arguments: str) -> dict[str, float | str]:
    """A command of kg, its output thrown away: seconds and peak of memory."""
    print(f"… kg {' '.join(arguments)}", file=sys.stderr, flush=True)
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "kg", *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"kg {' '.join(arguments)}: status {process.returncode}")
    return {"cpu": used.ru_utime + used.ru_stime, "wall": time.perf_counter() - begin, "peak": used.ru_maxrss / 1024}


def shown(told: dict[str, float | str], than: dict[str, float | str] | None = None) -> str:
    """A measurement in words, and how many times as long the peer took."""
    cpu = float(told["cpu"])
    text = f"{cpu:8.3f} s CPU {float(told['wall']):8.3f} s {float(told['peak']):7.0f} MB"
    return f"{text}  {float(than['cpu']) / cpu:6.1f}×" if than else text


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--peer", action="store_true", help="beside rdflib, which takes many minutes for a million quads")
    parser.add_argument("--commands", action="store_true", help="only kg query and kg export as commands")
    parser.add_argument("--part", choices=sorted(PARTS), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.part:
        for one in PARTS[given.part](given.folder):
            print(json.dumps(one), flush=True)
        return 0
    if not (given.folder / "store").is_dir():
        subprocess.run(
            [sys.executable, str(Path(__file__).with_name("graph.py")), str(given.folder), "--quads", str(given.quads)], check=True
        )
    peer = given.peer
    if peer:
        part("prepare", given.folder)
        theirs = part("load_rdflib", given.folder)
        for name, told in part("load_memory", given.folder).items():
            print(f"{name:<36} {shown(told, theirs[name])}   rdflib {shown(theirs[name])}")
        for name, told in part("load_disk", given.folder).items():
            print(f"{name:<36} {shown(told, theirs['load graph.nq into memory'])}", flush=True)
        peers = part("turtle_rdflib", given.folder)
        for name, told in part("turtle_kg", given.folder).items():
            print(f"{name:<36} {shown(told, peers[name])}   rdflib {shown(peers[name])}", flush=True)
    for name in ("turtle", "trig", "nquads"):
        print(f"{'kg export ' + name:<36} {shown(command('export', '-f', name, '-g', str(given.folder)))}", flush=True)
    ours = {} if given.commands else part("questions_kg", given.folder)
    facts, whole = (part(name, given.folder) if peer else {} for name in ("questions_facts", "questions_dataset"))
    for name, told in ours.items():
        print(f"{name:<14} {told['rows']:>8} rows  first {float(told['first']):7.3f} s  {shown(told)}", end="")
        for theirs in (facts, whole) if peer else ():
            print(
                f"   rdflib {theirs[name]['rows']} rows {shown(theirs[name])} {float(theirs[name]['cpu']) / float(told['cpu']):6.1f}×",
                end="",
            )
        print(flush=True)
    from kg.query import questions

    for name in questions():
        print(f"{'kg query ' + name:<36} {shown(command('query', name, '-f', 'csv', '-g', str(given.folder)))}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
