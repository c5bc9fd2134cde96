"""What the tests of faults share: processes to kill, articles before and after, and what undisturbed builds make of them."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fixtures.forked import Forks, forks
from kg.graph import Graph
from kg.rdf.ox import RdfFormat, serialize

FULL = int(os.environ.get("KG_FAULTS", "0"))  # how many processes are killed at random moments in all; 0: the shares
SHARES = 20  # kills in all


def times(share: int) -> int:
    """How many times a fault is caused, of which a test has this share."""
    return max(share, share * FULL // SHARES)


def tries(share: int) -> Iterator[int]:
    """Numbers of the tries that ``times(share)`` kills may take: some come too late, most must not. Fails where they all do."""
    yield from range(30 * times(share))
    pytest.fail("the processes end before they can be killed")


BEFORE = {
    "a.txt": "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair 2024 on 5 May 2024.",
    "b.txt": "Chile exports copper to Oman. The Kenya Ports Board (KPB) held a seminar in Mombasa.",
    "c.txt": "Chile exports copper to Oman. Kofi Asante spoke at the Tamale Trade Fair 2024.",
    "d.txt": "Exports from Chile to Oman rose 5 per cent to US$20 million in 2023.",
}
AFTER = {
    "a.txt": "The Tamale Trade Fair 2024 was called off. Ghana said Tamale grew.",
    "c.txt": BEFORE["c.txt"],
    "d.txt": BEFORE["d.txt"],
    "e.txt": "Peru and Fiji signed a memorandum of understanding on fisheries in Lima on 4 May 2024.",
    **{f"n{n}.txt": f"Chile exports {n + 2} goods to Oman. Kofi Asante spoke in Tamale." for n in range(8)},
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Processes are killed, file systems mounted: POSIX's and Linux's."""
    for item in items:
        if Path(__file__).parent in item.path.parents and not hasattr(os, "fork"):
            item.add_marker(pytest.mark.skip(reason="needs fork and signals, which this system does not have"))


@pytest.fixture(scope="session")
def forked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    with forks(tmp_path_factory.mktemp("forks")) as found:
        yield found


def put(folder: Path, texts: dict[str, str]) -> Path:
    """A folder of just these articles."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def shown(out: Path) -> dict[str, bytes]:
    """All that a reader of the folder can see: the store's quads with the articles' texts, the files, the page."""
    with Graph.load(out) as graph:
        quads = serialize(graph.source.quads(), format=RdfFormat.N_QUADS) or b""
    return {"store": b"".join(sorted(quads.splitlines(True)))} | {p.name: p.read_bytes() for p in out.glob("graph.*")}


def whole(made: Made, out: Path) -> str:
    """What a reader finds in the folder is one of the two graphs, all of it; gives which the store holds ("new" or "old")."""
    found = shown(out)
    for name, data in found.items():
        assert data in (made.old[name], made.new[name]), f"{name} is neither the old one nor the new one"
    return "new" if found["store"] == made.new["store"] else "old"


def litter(out: Path) -> list[str]:
    """What does not belong into a folder where nothing is at work."""
    return sorted(p.name for p in out.iterdir() if p.name not in {"store", "build.sqlite", "graph.ttl", "graph.trig", "graph.html"})


@dataclass(frozen=True)
class Made:
    """Two states of the articles, and what undisturbed builds of them show. ``seconds``: how long the second build takes."""

    before: Path
    after: Path
    out: Path  # built from ``before``, to be copied
    old: dict[str, bytes]
    new: dict[str, bytes]
    seconds: float

    def copy(self, to: Path) -> Path:
        """The folder of the first build, in a place of its own."""
        return shutil.copytree(self.out, to)


@pytest.fixture(scope="session")
def made(forked: Forks, tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("made")
    before, after, out = put(root / "before", BEFORE), put(root / "after", AFTER), root / "out"
    assert forked.run("build", before, "--out", out, "-w", "1").status == 0
    fresh = forked.begin("build", after, "--out", root / "fresh", "-w", "1")
    assert fresh.end().status == 0
    found = Made(before, after, out, shown(out), shown(root / "fresh"), 0.0)
    begun = time.monotonic()
    assert forked.run("build", after, "--out", found.copy(root / "timed"), "-w", "1").status == 0
    seconds = time.monotonic() - begun
    assert shown(root / "timed") == found.new and not litter(root / "timed")
    assert len(found.old) == len(found.new) == 4 and found.old != found.new
    return Made(before, after, out, found.old, found.new, seconds)
