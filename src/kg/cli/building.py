"""kg build: from articles to a graph, its files and its page."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table

from kg.cli._output import DEFAULT_GRAPH, complain, console, one_line, progress, say
from kg.errors import InputError, KgError
from kg.types import Resolution

if TYPE_CHECKING:
    from kg.engine import Counts
    from kg.pipeline import Progress

MANY = 24  # articles
USUAL = 4_000  # bytes of an article in a file of many


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", "-o", type=click.Path(path_type=Path), default=Path(DEFAULT_GRAPH), show_default=True, help="The folder to write.")
@click.option("--name", "-n", default="graph", show_default=True, help="The name of the files in it.")
@click.option("--base", default=None, help="The base IRI of the data.")
@click.option("--workers", "-w", type=click.IntRange(1), default=None, help="Processes; by default as many as there are cores.")
@click.option("--fresh", is_flag=True, help="Read every article again, whatever earlier builds kept in the folder.")
@click.option(
    "--corrections", type=click.Path(path_type=Path), help="What you know better (CSV); by default corrections.csv in the folder, if there."
)
@click.option("--store", default=None, metavar="URL", help="Write the graph to this SPARQL 1.1 store too.")
@click.option("--store-query", default=None, metavar="URL", help="Where the store is asked, if kg does not find it from --store.")
@click.option("--store-update", default=None, metavar="URL", help="Where the store takes SPARQL Update.")
@click.option("--store-graphs", default=None, metavar="URL", help="Where the store takes the Graph Store Protocol.")
@click.pass_context
def build(
    context: click.Context,
    inputs: tuple[str, ...],
    out: Path,
    name: str,
    base: str | None,
    workers: int | None,
    fresh: bool,
    corrections: Path | None,
    store: str | None,
    store_query: str | None,
    store_update: str | None,
    store_graphs: str | None,
) -> None:
    """Build a graph of INPUT: files, folders, globs, or - for standard input (.txt, .html, .md, .pdf, .docx; .jsonl, .csv, .parquet,
    .rss, .atom, .warc.gz; a sitemap.xml beside saved pages).

    Writes the store, NAME.ttl, NAME.trig and the page NAME.html into the folder. A second build there reads only what is new or
    changed and withdraws what is gone; a build that was stopped goes on where it was. A file that cannot be read is told and left
    out; the exit status is then 1.

    With --store, the store at URL holds the same in the end, the graphs of this base that lie there being replaced; a second build
    sends what changed. User and password go into the address, or into KG_STORE_USER and KG_STORE_PASSWORD.
    """
    from kg._build import MOST
    from kg._build import build as build_into
    from kg.rdf import DEFAULT_BASE, checked_base
    from kg.store import Addresses, without_login

    if store is None and (store_query or store_update or store_graphs):
        raise click.UsageError("--store-query, --store-update and --store-graphs go with --store")
    elsewhere = None if store is None else Addresses(store, store_query, store_update, store_graphs)

    problems: list[InputError] = []
    with progress("reading") as step, progress("writing") as write, progress("sending") as sent:
        built = build_into(
            list(inputs), out, name, checked_base(base or DEFAULT_BASE), workers=workers or enough(inputs), fresh=fresh,
            corrections=corrections,
            reading=_by_file(step), writing=_now_and_then(write), refused=problems.append, died=_died,
            elsewhere=elsewhere, sending=_now_and_then(sent),
        )  # fmt: skip
    if built is not None:
        console().print(found(built.counts))
        if built.written is not None:
            console().print(f"\n{built.written.page} shows it; kg query NAME --graph {out} answers questions")
        else:
            console().print(f"\n{built.store} holds it; for more than {MOST} articles no files are written: kg export --graph {out}")
        if store is not None:
            console().print(f"{without_login(store)[0]} holds it too; articles sent: {built.sent}")
        for key in built.unknown:
            say(f"kg: the corrections name {one_line(key)}, which no article tells of; see kg query entities for the keys there are")
    debug = bool(context.find_root().params.get("debug"))
    for problem in problems:
        complain(problem, debug)
    if built is None:
        raise KgError(f"no article could be read; {out} is as it was")
    if problems:
        say(f"kg: {len(problems)} of the inputs could not be read; the graph holds the others")
        sys.exit(1)


def _by_file(step: Callable[[int, int, str], None]) -> Callable[[Progress], None]:
    """Shows every file, and of a large one every hundred articles."""
    last = -1

    def show(at: Progress) -> None:
        nonlocal last
        if at.done > max(last, 0) or (at.articles and at.articles % 100 == 0):
            last = at.done
            step(at.done, at.total, f"{at.path} ({at.articles} articles)" if at.articles > at.done else at.path)

    return show


def _now_and_then(step: Callable[[int, int, str], None]) -> Callable[[int, int, str], None]:
    def show(done: int, total: int, name: str) -> None:
        if done % 500 == 0:
            step(done, total, name)

    return show


def _died(line: str) -> None:
    say(f"kg: {line}")


def read(inputs: Sequence[str], workers: int | None) -> tuple[Resolution, list[InputError]]:
    """What the articles of ``inputs`` say, with progress shown, and what could not be read."""
    from kg import pipeline

    problems: list[InputError] = []
    with progress("reading") as step:
        resolution = pipeline.run(
            list(inputs),
            workers=workers or enough(inputs),
            progress=_by_file(step),
            refused=problems.append,
            died=_died,
        )
    return resolution, problems


def enough(inputs: Sequence[str]) -> int:
    """As many processes as there are cores, but one for a few articles: each has to load the language model first.

    A file of many articles counts by its size, since its articles are spread over the processes one by one.
    """
    from kg.read import RECORDS, STDIN, find

    articles = 0
    for source in find(list(inputs), refused=lambda problem: None):
        size = 0
        if source.format in RECORDS and source.path != STDIN:
            with suppress(OSError):  # it is told when it is read
                size = Path(source.path).stat().st_size
        articles += max(1, size // USUAL)
    return (os.cpu_count() or 1) if articles >= MANY else 1


def found(counts: Counts) -> Table:
    """What was found: articles, entities by type, facts by kind, and how often what was refused."""
    table = Table("what", "found", box=None, pad_edge=False, show_header=False)
    table.columns[1].justify = "right"
    table.add_row("articles", str(counts.articles), style="bold")
    if counts.reprints:
        table.add_row("  reprints of stories that others of them told first", str(counts.reprints))
    for what, counter in (("entities", counts.entities), ("facts", counts.facts), ("refused", counts.refusals)):
        table.add_row(what, str(counter.total()), style="bold")
        ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]) if what == "refused" else (0, item[0]))
        for name, count in ordered:
            table.add_row(f"  {name}", str(count))
        if what == "entities" and counts.apart:
            table.add_row("  people of whom no article tells which of the name they are", str(counts.apart))
    return table
