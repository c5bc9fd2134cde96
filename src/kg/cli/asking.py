"""Commands that take a graph: query, view, export, check."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._output import console, emit, emit_all, given_graph, graph_option, one_line, progress, say, standard_output
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.graph import Graph

LONGEST = 4_000_000  # bytes of a query on standard input
FORMATS = ("turtle", "trig", "nquads", "jsonld", "rdfxml", "graphml", "gexf", "csv", "parquet")


@click.command()
@click.argument("question", metavar="NAME|FILE.rq|SPARQL|-", required=False)
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["table", "markdown", "csv", "tsv", "json", "ttl"]),
    help="By default table, or ttl for triples.",
)
@click.option("--columns", "-c", default="", metavar="NAME,NAME", help="Only these columns, in this order.")
@click.option("--list", "list_", is_flag=True, help="List the questions by name.")
@graph_option
def query(question: str | None, format_: str | None, columns: str, list_: bool, target: str | None) -> None:
    """Answer a competency question by NAME, or any SPARQL: a file, the text itself, or - for standard input.

    The prefixes of kg's vocabulary and data need not be declared.
    """
    from kg.graph import Graph
    from kg.query import flow, narrowed, pieces, questions

    if list_ or question is None:
        for name, text in questions().items():
            console().print(f"{name:<14}{text.splitlines()[0].lstrip('# ')}")
        return
    with Graph.load(given_graph(target)) as graph:
        wanted = [name.strip() for name in columns.split(",") if name.strip()]
        emit_all(pieces(narrowed(flow(graph, _text(question)), wanted), format_))


def _text(question: str) -> str:
    if question == "-":
        return sys.stdin.buffer.read(LONGEST).decode("utf-8", "replace")
    if question.endswith(".rq") and "\n" not in question:
        try:
            return Path(question).read_text(encoding="utf-8")
        except OSError as error:
            raise InputError(question, f"cannot be read ({error.strerror or error})", "check the path, or see kg query --list") from error
        except UnicodeDecodeError as error:
            raise InputError(question, "is not UTF-8", "save the query as UTF-8 text") from error
    return question


@click.command()
@graph_option
@click.option("--out", "-o", type=click.Path(path_type=Path), help="The file to write; by default graph.html beside the graph.")
@click.option("--title", default=None, help="The page's heading.")
@click.option("--simple", is_flag=True, help="The simple page: the network and its cards alone, for small graphs.")
@click.option("--ask/--no-ask", default=True, help="Let the page answer SPARQL by itself, or leave that out and save 2.7 MB.")
@click.option("--open/--no-open", "open_", default=True, help="Open the page in the browser.")
def view(target: str | None, out: Path | None, title: str | None, simple: bool, ask: bool, open_: bool) -> None:
    """Write the explorer as one HTML file and open it. It needs no network."""
    from kg.graph import Graph

    graph_path = given_graph(target)
    path = out or _page_of(graph_path)
    with Graph.load(graph_path) as graph:
        emit(_page(graph, title, simple=simple, ask=ask), path)
    console().print(f"page: {path}")
    if open_ and not webbrowser.open(path.resolve().as_uri()):
        say("no browser was found here; open the file yourself")


def _page(graph: Graph, title: str | None, *, simple: bool, ask: bool) -> str:
    if simple:
        from kg.view import TITLE, page  # draws in libraries that the explorer has no use for

        return page(graph, title or TITLE)
    from kg.explore import page as explorer

    return explorer(graph, title, ask=ask)


def _page_of(target: str) -> Path:
    """Beside the graph: the folder's own page, a file's name with .html, ``graph.html`` here for an endpoint."""
    path = Path(target)
    if path.is_dir():
        files = sorted(path.glob("*.ttl"))
        return files[0].with_suffix(".html") if len(files) == 1 else path / "graph.html"
    return path.with_suffix(".html") if path.is_file() else Path("graph.html")


@click.command()
@click.option("--format", "-f", "format_", type=click.Choice(FORMATS), default="turtle", show_default=True)
@click.option(
    "--out", "-o", type=click.Path(path_type=Path), help="The file to write, or for csv and parquet a folder; by default standard output."
)
@graph_option
def export(format_: str, out: Path | None, target: str | None) -> None:
    """Write the graph in another format, to a file or to standard output.

    csv is a folder with one table for each question; on standard output or to a file ending in .csv it is one table, with the
    question in the first column. parquet is such a folder too, and needs --out.
    """
    from kg.export import write, write_to
    from kg.graph import Graph

    with Graph.load(given_graph(target)) as graph:
        if out is None:
            with standard_output() as stream:
                write_to(graph.source, format_, stream, graph.kinds)
            return
        with progress("writing") as step:
            write(graph.source, format_, out, graph.kinds, step)
    console().print(f"{format_}: {out}")


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]")
@click.option("--evidence", is_flag=True, help="Look up every fact in its article: quote, parties, numbers and dates.")
@graph_option
def check(articles: tuple[str, ...], evidence: bool, target: str | None) -> None:
    """Check a graph against the shapes and the closed vocabulary, and say which extractors were found.

    With --evidence, check instead that every fact is in the words it was read from. The articles' texts are taken from the
    store, or from ARTICLE (files, folders, globs) where they are given.
    """
    from kg.audit import audit
    from kg.check import check as checked
    from kg.graph import Graph

    if articles and not evidence:
        raise click.UsageError(f"{articles[0]}: articles are only looked into with --evidence")
    with Graph.load(given_graph(target)) as graph:
        report = audit(graph.source, graph.kinds, _sources(articles)) if evidence else checked(graph.source, graph.kinds)
    for line in report.lines:
        console().print(line if line.startswith("  ") and line.isprintable() else one_line(line))
    sys.exit(0 if report.ok else 1)


def _sources(articles: tuple[str, ...]) -> dict[str, str]:
    """Article id -> its file's text, as decoded. Raises :class:`kg.errors.InputError` for a file that cannot be read."""
    from kg.read import articles as read

    problems: list[InputError] = []
    found = {article.id: article.source for article in read(list(articles), refused=problems.append)} if articles else {}
    if problems:
        raise problems[0]
    return found
