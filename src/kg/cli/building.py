"""kg build: from articles to a graph, its files and its page."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
from rich.table import Table

from kg.cli._output import DEFAULT_GRAPH, complain, console, progress, say
from kg.errors import InputError, KgError
from kg.types import Resolution

MANY = 24  # files


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", "-o", type=click.Path(path_type=Path), default=Path(DEFAULT_GRAPH), show_default=True, help="The folder to write.")
@click.option("--name", "-n", default="graph", show_default=True, help="The name of the files in it.")
@click.option("--base", default=None, help="The base IRI of the data.")
@click.option("--workers", "-w", type=click.IntRange(1), default=None, help="Processes; by default as many as there are cores.")
@click.pass_context
def build(context: click.Context, inputs: tuple[str, ...], out: Path, name: str, base: str | None, workers: int | None) -> None:
    """Build a graph of INPUT: files, folders, globs, or - for standard input (.txt, .html, .md, .jsonl, .csv).

    Writes the store, NAME.ttl, NAME.trig and the page NAME.html into the folder. A file that cannot be read is told and left
    out; the exit status is then 1.
    """
    from kg._output import check_out, write
    from kg.graph import Graph
    from kg.rdf import DEFAULT_BASE, checked_base

    checked_base(base or DEFAULT_BASE)
    check_out(out, name)
    resolution, problems = read(inputs, workers)
    debug = bool(context.find_root().params.get("debug"))
    if resolution.articles:
        with Graph.from_resolution(resolution, base or DEFAULT_BASE) as graph:
            written = write(graph, out, name)
        console().print(found(resolution))
        console().print(f"\n{written.page} shows it; kg query NAME --graph {out} answers questions")
    for problem in problems:
        complain(problem, debug)
    if not resolution.articles:
        raise KgError(f"no article could be read; {out} is as it was")
    if problems:
        say(f"kg: {len(problems)} of the inputs could not be read; the graph holds the others")
        sys.exit(1)


def read(inputs: Sequence[str], workers: int | None) -> tuple[Resolution, list[InputError]]:
    """What the articles of ``inputs`` say, with progress shown, and what could not be read."""
    from kg import pipeline

    problems: list[InputError] = []
    with progress("reading") as step:
        resolution = pipeline.run(
            list(inputs),
            workers=workers or enough(inputs),
            progress=lambda at: step(at.done, at.total, at.path),
            refused=problems.append,
        )
    return resolution, problems


def enough(inputs: Sequence[str]) -> int:
    """As many processes as there are cores, but one for a few files: each has to load the language model first."""
    from kg.read import find

    return (os.cpu_count() or 1) if len(find(list(inputs), refused=lambda problem: None)) >= MANY else 1


def found(resolution: Resolution) -> Table:
    """What was found: articles, entities by type, facts by kind, and how often what was refused."""
    table = Table("what", "found", box=None, pad_edge=False, show_header=False)
    table.columns[1].justify = "right"
    table.add_row("articles", str(len(resolution.articles)), style="bold")
    types = Counter(entity.type for entity in resolution.entities)
    table.add_row("entities", str(types.total()), style="bold")
    for type_, count in sorted(types.items()):
        table.add_row(f"  {type_}", str(count))
    kinds = Counter(fact.kind for fact in resolution.facts)
    table.add_row("facts", str(kinds.total()), style="bold")
    for kind, count in sorted(kinds.items()):
        table.add_row(f"  {kind}", str(count))
    reasons = Counter(f"{refusal.reason} ({refusal.stage})" for refusal in resolution.refusals)
    table.add_row("refused", str(reasons.total()), style="bold")
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(f"  {reason}", str(count))
    return table
