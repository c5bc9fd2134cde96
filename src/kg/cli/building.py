"""kg build: from articles to a graph, its files and its page."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
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
@click.option("--out", "-o", default=DEFAULT_GRAPH, show_default=True, metavar="PATH", help="The folder to write.")
@click.option("--name", "-n", default="graph", show_default=True, help="The name of the files in it.")
@click.option("--base", default=None, help="The base IRI of the data.")
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True, help="What reads and settles.")
@click.option("--master", default=None, metavar="URL", help="The Spark cluster, by default the cores here: local[*].")
@click.option("--conf", multiple=True, metavar="KEY=VALUE", help="A setting for Spark; may be repeated.")
@click.option("--load/--no-load", default=None, help="Put what Spark wrote into the folder's store too; by default only a small graph.")
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
    out: str,
    name: str,
    base: str | None,
    engine: str,
    master: str | None,
    conf: tuple[str, ...],
    load: bool | None,
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

    With --engine spark, INPUT and PATH may be any that Hadoop knows (hdfs://, s3a://); the claims are written as Parquet to
    PATH/claims and the quads to PATH/quads, the same as without it.
    """
    from kg._build import MOST
    from kg._build import build as build_into
    from kg.rdf import DEFAULT_BASE, checked_base
    from kg.store import Addresses, without_login

    if store is None and (store_query or store_update or store_graphs):
        raise click.UsageError("--store-query, --store-update and --store-graphs go with --store")
    if engine == "spark":
        for told, option in ((workers, "--workers"), (fresh, "--fresh"), (store, "--store")):
            if told:
                raise click.UsageError(f"{option} goes with --engine local; Spark reads every article each time, on all of its cores")
        _on_cluster(context, inputs, out, name, base, master, _settings(conf), load, corrections)
        return
    if master is not None or conf or load is not None:
        raise click.UsageError("--master, --conf and --load go with --engine spark")
    elsewhere = None if store is None else Addresses(store, store_query, store_update, store_graphs)

    problems: list[InputError] = []
    with progress("reading") as step, progress("writing") as write, progress("sending") as sent:
        built = build_into(
            list(inputs), Path(out), name, checked_base(base or DEFAULT_BASE), workers=workers or enough(inputs), fresh=fresh,
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
        _unknown(built.unknown)
    _end(context, out, problems, len(problems), read=built is not None)


def _on_cluster(
    context: click.Context,
    inputs: Sequence[str],
    out: str,
    name: str,
    base: str | None,
    master: str | None,
    conf: Mapping[str, str],
    load: bool | None,
    corrections: Path | None,
) -> None:
    from kg._build import MOST
    from kg._cluster import build as build_on_cluster
    from kg.rdf import DEFAULT_BASE, checked_base
    from kg.spark import LOCAL

    problems: list[InputError] = []
    with progress("spark") as step:
        built = build_on_cluster(
            inputs, out, name, checked_base(base or DEFAULT_BASE), master=master or LOCAL, conf=conf, load=load, corrections=corrections,
            watch=step, refused=problems.append,
        )  # fmt: skip
    if built is not None:
        console().print(found(built.made.counts))
        console().print(f"\n{built.made.out}/claims and {built.made.out}/quads hold it")
        if built.store is not None:
            console().print(f"kg query NAME --graph {out} answers questions")
        elif built.made.local is not None:
            console().print(f"kg query --graph {out} reads the quads into memory; for more than {MOST} articles build with --load")
        _unknown(built.made.unknown)
    _end(context, out, problems, 0 if built is None else built.made.unread, read=built is not None)


def _settings(conf: Sequence[str]) -> dict[str, str]:
    for one in conf:
        if not one.partition("=")[1] or not one.startswith("spark."):
            raise click.UsageError(f"--conf {one}: is no setting of Spark; give spark.KEY=VALUE")
    return {key: value for key, _, value in (one.partition("=") for one in conf)}


def _unknown(keys: Sequence[str]) -> None:
    for key in keys:
        say(f"kg: the corrections name {one_line(key)}, which no article tells of; see kg query entities for the keys there are")


def _end(context: click.Context, out: str, problems: Sequence[InputError], many: int, *, read: bool) -> None:
    """Tells what could not be read; then the exit status is 1. Of very many only the first are in ``problems``."""
    debug = bool(context.find_root().params.get("debug"))
    for problem in problems:
        complain(problem, debug)
    if not read:
        raise KgError(f"no article could be read; {out} is as it was")
    if problems:
        say(f"kg: {many} of the inputs could not be read; the graph holds the others")
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
