"""kg inspect: one article with everything that was seen in it."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._output import console, emit
from kg.errors import InputError
from kg.types import Article, Span


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("--format", "-f", "format_", type=click.Choice(["terminal", "html", "jsonl"]), default="terminal", show_default=True)
@click.option("--out", "-o", type=click.Path(path_type=Path), help="The file to write; by default standard output.")
@click.option("--base", default=None, help="The base IRI of the data.")
def inspect(article: str, format_: str, out: Path | None, base: str | None) -> None:
    """Show what was seen in ARTICLE (a file, or - for standard input): mentions, dates, quantities, statements, claims,
    and what was refused and why. Offsets count characters of the file as it stands.
    """
    from kg import pipeline
    from kg.extract import kinds
    from kg.inspect import html, jsonl, records, sheet, terminal
    from kg.rdf import DEFAULT_BASE
    from kg.resolve import resolve

    for one in _articles(article):
        looked = pipeline.inspect(one)
        places = {entity.index: (at,) for at, entity in enumerate(looked.reading.entities) if entity.mentions}
        named = {
            Span(start, end): looked.reading.entities[at].mentions[0]
            for start, end, index in looked.reading.links
            for at in places.get(index, ())
        }
        seen = records(looked.document, looked.claims, resolve([looked.reading], kinds()), base or DEFAULT_BASE, named)
        if format_ == "jsonl":
            emit("".join(f"{line}\n" for line in jsonl(seen)), out)
        elif format_ == "html":
            emit(html(sheet(looked.document, seen)), out)
        elif out is not None:
            raise InputError(str(out), "the terminal's format goes to standard output", "choose --format html or jsonl")
        else:
            console().print(terminal(sheet(looked.document, seen)))


def _articles(path: str) -> list[Article]:
    """The one article of a file; a file of several is refused."""
    from kg.read import articles

    problems: list[InputError] = []
    found = list(articles([path], refused=problems.append))
    if problems:
        raise problems[0]
    if len(found) != 1:
        raise InputError(path, f"it holds {len(found)} articles", "give a file of one article")
    return found
