"""The explorer's page beside others that draw the same graph: seconds until it can be used, frames a second while it is dragged, size.

``python benchmarks/view.py [NODES…] [--cap SECONDS] [--only NAME…]`` makes graphs of 1,000, 10,000 and 50,000 nodes (Barabási–Albert, two
ties a node, six types, names as long as real ones, every tie a fact with its quote), opens each page in chromium without a GPU and
prints a table with ratios to the explorer. Usable means: drawn, and the first turn of the wheel handled and painted, counted from the
moment the file is opened. pyvis comes as it is, with its own simulation; the others get the explorer's positions, so none of them
pays for a layout, and draw every node. Their libraries are fetched by npm into a temporary folder.

Needs chromium, playwright and npm; a cell that is not done after the cap says so.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import networkx as nx
from playwright.sync_api import Page, sync_playwright

from kg.explore import Explorer, page
from kg.extract import kinds
from kg.graph import Graph
from kg.types import Article, Block, Entity, EntityType, Evidence, Fact, OffsetMap, Resolution

SIZES = (1_000, 10_000, 50_000)
CAP = 60.0  # seconds a cell may take
DRAG = 3.0  # seconds of dragging
START = 5.0  # seconds for the browser itself
IN_ARTICLE = 25  # facts
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync", "--no-first-run"]
LIBRARIES = {
    "sigma": ("sigma/dist/sigma.min.js", "graphology/dist/graphology.umd.min.js"),
    "force-graph": ("force-graph/dist/force-graph.min.js",),
    "cytoscape": ("cytoscape/dist/cytoscape.min.js",),
}
TYPES: tuple[EntityType, ...] = ("Person", "Agency", "Organization", "Country", "Place", "Event")
FIRST = tuple(
    re.findall(
        r"\S+", "Tran Nguyen Maria Johann Amina Petra Yusuf Keiko Ingrid Carlos Leila Pavel Aoife Sofia Henrik Mei Tomas Fatima Oskar Linh"
    )
)
LAST = tuple(
    re.findall(
        r"\S+", "Thi-Lan Okonkwo Silva Bergstrom Haddad Novak Tanaka Larsen Moreau Castillo Iversen Petrov Walsh Duarte Quang Rossi Weber"
    )
)
PLACES = tuple(
    re.findall(r"\S+", "Northport Alba Esbury Kaltenburg Rio-Verde Hoa-Binh Lakeside Westmark Sandholm Oakfield Tarifa Novy-Brod Greyhaven")
)
MATTERS = tuple(
    re.findall(r"\S+", "Trade Industry Fisheries Investment Energy Transport Finance Tourism Agriculture Innovation Planning Culture")
)


def name_of(number: int, sort: EntityType, rng: random.Random) -> str:
    """A name of usual length; the number makes it the only one."""
    place, matter = rng.choice(PLACES), rng.choice(MATTERS)
    if sort == "Person":
        return f"{rng.choice(FIRST)} {rng.choice(LAST)} {number}"
    if sort == "Agency":
        return f"{place} Department of {matter} and {rng.choice(MATTERS)} {number}"
    if sort == "Organization":
        return f"{place} {matter} Association {number}"
    if sort == "Event":
        return f"{place} {matter} Forum {number}"
    return f"{place} {number}"


def resolution(nodes: int) -> Resolution:
    """A made graph of so many entities; the same for the same number."""
    rng = random.Random(nodes)
    network = nx.barabasi_albert_graph(nodes, 2, seed=nodes)
    sorts = [TYPES[rng.choices(range(6), (35, 15, 20, 5, 10, 15))[0]] for _ in range(nodes)]
    names = [name_of(i, sort, rng) for i, sort in enumerate(sorts)]
    keys = [f"{sort.lower()}:n{i}" for i, sort in enumerate(sorts)]
    edges = sorted(network.edges())
    articles, facts = [], []
    mentions: list[list[Evidence]] = [[] for _ in range(nodes)]
    for first in range(0, len(edges), IN_ARTICLE):
        id_, text = f"made-{first // IN_ARTICLE:05}", ""
        for number, (a, b) in enumerate(edges[first : first + IN_ARTICLE], first):
            words = f"According to officials, {names[a]} works with {names[b]} on a programme that was agreed in the course of the year."
            told = Evidence(id_, len(text), len(text) + len(words), words)
            for end in (a, b):
                if not mentions[end]:
                    at = told.start + words.index(names[end])
                    mentions[end].append(Evidence(id_, at, at + len(names[end]), names[end]))
            facts.append(_fact(number, (keys[a], sorts[a]), (keys[b], sorts[b]), told))
            text += words + "\n"
        offsets = OffsetMap(tuple(range(len(text))), len(text))
        blocks = (Block(0, len(text), "paragraph"),)
        articles.append(Article(id=id_, path=f"{id_}.txt", source=text, text=text, offsets=offsets, blocks=blocks, title=f"News {id_}"))
    entities = [
        Entity(keys[i], sorts[i], names[i], mentions=tuple(mentions[i]), articles=tuple({m.article for m in mentions[i]}))
        for i in range(nodes)
    ]
    return Resolution(tuple(articles), tuple(sorted(entities, key=lambda e: e.key)), tuple(sorted(facts, key=lambda f: f.key)))


def _fact(number: int, a: tuple[str, str], b: tuple[str, str], told: Evidence) -> Fact:
    """A post, a participation or a tie, as the types of the two ends allow."""
    (one, sort), (other, its) = (a, b) if a[1] != "Event" else (b, a)
    if its == "Event" and sort != "Event":
        return Fact(
            f"participation:f{number}", "participant", (("event", other), ("participant", one)), (("role", "attendee"),), "held", (told,)
        )
    if sort == "Person" and its in ("Agency", "Organization"):
        roles = (("person", one), ("organization", other))
        return Fact(f"tenure:f{number}", "post", roles, (("title", "Director"),), "held", (told,))
    return Fact(f"tie:f{number}", "tie", (("subject", one), ("object", other)), (("relation", "cooperates_with"),), "reported", (told,))


@dataclass
class Made:
    """A made graph as the pages need it."""

    overview: dict[str, list[dict[str, object]]]
    explorer: Explorer

    @classmethod
    def of(cls, nodes: int) -> Made:
        """The graph of so many nodes."""
        explorer = Explorer(Graph.from_resolution(resolution(nodes), kinds=kinds()))
        return cls(explorer.overview(), explorer)

    @property
    def plain(self) -> str:
        """Nodes and ties as JSON for the libraries: ``{"nodes": [[name, x, y, colour]], "ties": [[from, to]]}``."""
        colours = {t["type"]: t["light"] for t in self.overview["types"]}
        nodes = [[t["name"], t["x"], t["y"], colours.get(t["type"], "#888")] for t in self.overview["things"]]
        ties = [[f["s"], f["o"]] for f in self.overview["facts"] if f["s"] != f["o"] and min(f["s"], f["o"]) >= 0]  # type: ignore[type-var]
        return json.dumps({"nodes": nodes, "ties": ties})


SIGMA = """
const graph = new graphology.MultiGraph();
data.nodes.forEach(([label, x, y, color], i) => graph.addNode(i, { label, x, y: -y, color, size: 4 }));
data.ties.forEach(([a, b]) => graph.addEdge(a, b));
const renderer = new Sigma(graph, place);
renderer.refresh(); // it draws at once
requestAnimationFrame(done);
"""
FORCE = """
const made = ForceGraph()(place).nodeLabel("label").nodeColor("color").cooldownTicks(0).width(1400).height(900);
made.graphData({ nodes: data.nodes.map(([label, x, y, color], id) => ({ id, label, color, fx: x, fy: y })),
  links: data.ties.map(([source, target]) => ({ source, target })) });
made.zoomToFit(0);
let painted = false;
made.onRenderFramePost(() => { if (!painted) { painted = true; done(); } });
"""
CYTOSCAPE = """
const cy = cytoscape({ container: place, layout: { name: "preset" }, elements: {
  nodes: data.nodes.map(([label, x, y, color], i) => ({ data: { id: `n${i}`, label, color }, position: { x, y } })),
  edges: data.ties.map(([a, b], i) => ({ data: { id: `e${i}`, source: `n${a}`, target: `n${b}` } })) },
  style: [{ selector: "node", style: { label: "data(label)", "background-color": "data(color)" } }] });
cy.one("render", done);
"""
SCRIPTS = {"sigma": SIGMA, "force-graph": FORCE, "cytoscape": CYTOSCAPE}


def library_page(name: str, made: Made, modules: Path) -> str:
    """A page that draws everything with one library, scripts inside."""
    scripts = "".join(f"<script>{(modules / file).read_text(encoding='utf-8')}</script>" for file in reversed(LIBRARIES[name]))
    data = made.plain.replace("<", "\\u003c")
    return (
        f"<!doctype html><meta charset=utf-8><style>html,body,#place{{margin:0;width:1400px;height:900px}}</style>"
        f"<div id=place></div>{scripts}"
        f"<script>const data = {data}, place = document.getElementById('place'); const done = () => {{ window.drawn = true; }};\n"
        f"{SCRIPTS[name]}</script>"
    )


def pyvis_page(made: Made) -> str:
    """pyvis as it comes: its own defaults, its own simulation."""
    from pyvis.network import Network

    plain = json.loads(made.plain)
    net = Network(height="900px", width="100%", cdn_resources="in_line")
    net.add_nodes(range(len(plain["nodes"])), label=[n[0] for n in plain["nodes"]], color=[n[3] for n in plain["nodes"]])
    net.edges = [{"from": a, "to": b} for a, b in plain["ties"]]  # add_edges looks at every edge for every edge
    html: str = net.generate_html()
    return html.replace(
        "return network;", 'network.once("stabilizationIterationsDone", () => { window.drawn = true; }); return network;', 1
    )


def explorer_page(made: Made) -> str:
    return page(made.explorer, "Made")


READY = {"explorer": "window.kg && kg.data && kg.data.things && document.querySelector('#main canvas')"}
FRAMES = """
window.frames = 0;
const count = () => { window.frames += 1; requestAnimationFrame(count); };
requestAnimationFrame(count);
const painted = () => requestAnimationFrame(() => setTimeout(() => { window.handled ??= performance.now(); }));
addEventListener("wheel", () => { if (window.drawn) painted(); }, { capture: true, passive: true });
"""


def measured(file: Path, ready: str, cap: float) -> tuple[float | None, float | None]:
    """Seconds until usable and frames a second while dragging; None where the cap came first.

    In a process of its own: a page that blocks its tab for minutes answers nothing, so all that helps is to end the browser.
    """
    command = [sys.executable, __file__, "--cell", str(file), ready, str(cap)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True) as process:
        assert process.stdout
        told: list[float] = []
        try:
            out, _ = process.communicate(timeout=cap + DRAG + START)
            told = [float(line) for line in out.splitlines()]
        except subprocess.TimeoutExpired as late:
            told = [float(line) for line in (late.stdout or b"").decode().splitlines()]
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # the browser is in its session
    usable = told[0] if told else None
    return usable if usable is not None and usable <= cap else None, told[1] if len(told) > 1 else None


def one(file: Path, ready: str, cap: float) -> None:
    """Measure one page; prints seconds until usable, then frames a second."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        tab = browser.new_page(viewport={"width": 1400, "height": 900})
        tab.set_default_timeout(cap * 1000)
        tab.route("http*://**", lambda route: route.abort())
        tab.add_init_script(FRAMES)
        tab.goto(file.as_uri(), wait_until="commit")
        while not tab.evaluate(f"() => {{ window.drawn = window.drawn || Boolean({ready}); return window.drawn; }}"):
            tab.wait_for_timeout(20)
        tab.mouse.move(600, 480)
        while tab.evaluate("window.handled === undefined"):
            tab.mouse.wheel(0, -120)
        print(float(tab.evaluate("window.handled")) / 1000, flush=True)
        print(dragged(tab), flush=True)
        browser.close()


def dragged(tab: Page) -> float:
    """Frames a second while the drawing is dragged to and fro from an empty place."""
    tab.mouse.move(330, 760)
    tab.mouse.down()
    begin, before = time.monotonic(), int(tab.evaluate("window.frames"))
    steps = 0
    while time.monotonic() - begin < DRAG:
        steps += 1
        tab.mouse.move(330 + 180 * abs((steps % 60) / 30 - 1), 760 - 3 * (steps % 40))
    frames = int(tab.evaluate("window.frames")) - before
    seconds = time.monotonic() - begin
    tab.mouse.up()
    return frames / seconds


def libraries(folder: Path) -> Path | None:
    """The folder of the libraries, fetched by npm; None where that cannot be done."""
    if shutil.which("npm") is None:
        return None
    names = sorted({file.split("/")[0] for found in LIBRARIES.values() for file in found})
    done = subprocess.run(
        ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder), *names], capture_output=True
    )
    return folder / "node_modules" if done.returncode == 0 else None


def pages(made: Callable[[], Made], modules: Path | None, only: list[str]) -> Iterator[tuple[str, Callable[[], str]]]:
    """Name and maker of every page."""
    found: dict[str, Callable[[], str]] = {"explorer": lambda: explorer_page(made()), "pyvis": lambda: pyvis_page(made())}
    for name in LIBRARIES if modules else ():
        found[name] = lambda name=name: library_page(name, made(), modules)  # type: ignore[misc]
    yield from ((name, make) for name, make in found.items() if not only or name in only)


def cell(value: float | None, of: float | None, cap: float, unit: str, digits: int = 1) -> str:
    """A figure with its ratio to the explorer's."""
    if value is None:
        return f"> {cap:.0f} s" if unit == "s" else "–"
    ratio = f" ({value / of:.1f}×)" if of else ""
    return f"{value:.{digits}f}{' ' + unit if unit else ''}{ratio}"


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nodes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--cap", type=float, default=CAP)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--folder", type=Path, help="keep the pages and the libraries here, and use those that are here already")
    parser.add_argument("--cell", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.cell:
        one(Path(given.cell[0]), given.cell[1], float(given.cell[2]))
        return 0
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        print("chromium is not installed (Debian: apt-get install chromium)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        modules = libraries(folder)
        if modules is None:
            print("npm is missing or could not fetch the libraries: only the explorer and pyvis are measured", file=sys.stderr)
        print(f"{'nodes':>7}  {'page':<12} {'made in':>9} {'size':>18} {'usable after':>18} {'while dragged':>20}")
        for nodes in given.nodes:
            table(nodes, folder, modules, given.only, given.cap)
    return 0


def table(nodes: int, folder: Path, modules: Path | None, only: list[str], cap: float) -> None:
    """The rows of one size; a page that is there already is not made again."""
    made = cache(lambda: Made.of(nodes))
    own: tuple[float, float | None, float | None] | None = None
    for name, make in pages(made, modules, only):
        file, begin = folder / f"{name}-{nodes}.html", time.monotonic()
        known = file.is_file()
        if not known:
            made()  # the graph itself is not the page's cost
            begin = time.monotonic()
            file.write_text(make(), encoding="utf-8")
        took, size = "–" if known else f"{time.monotonic() - begin:.1f} s", file.stat().st_size / 1e6
        usable, frames = measured(file, READY.get(name, "false"), cap)
        cells = (
            cell(size, own and own[0], cap, "MB"),
            cell(usable, own and own[1], cap, "s", 2),
            cell(frames, own and own[2], cap, "fps"),
        )
        print(f"{nodes:>7}  {name:<12} {took:>9} {cells[0]:>18} {cells[1]:>18} {cells[2]:>20}", flush=True)
        if name == "explorer":
            own = size, usable, frames


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
