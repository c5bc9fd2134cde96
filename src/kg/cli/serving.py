"""The command that serves a graph."""

from __future__ import annotations

import webbrowser

import click

from kg.cli._output import given_graph, graph_option, one_line, say
from kg.errors import KgError

_MB = 1024 * 1024
_LONGEST = 1_000  # characters of a line of the log


@click.command()
@click.argument("graph", metavar="[GRAPH]", required=False)
@graph_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; a public one needs a token.")
@click.option("--port", "-p", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 takes any that is free.")
@click.option("--token", envvar="KG_TOKEN", default="", help="A secret that clients must send; better put into KG_TOKEN.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="Another name by which clients call this machine.")
@click.option("--cors", default="", metavar="ORIGIN", help="Let pages of this site (or *) read answers.")
@click.option("--timeout", type=float, default=30.0, show_default=True, help="Seconds of one query.")
@click.option("--max-rows", type=int, default=1_000_000, show_default=True, help="Rows or triples of one answer.")
@click.option("--max-bytes", type=int, default=64 * _MB, show_default=True, help="Bytes of one answer.")
@click.option("--memory", type=int, default=512, show_default=True, help="Megabytes that one query may take.")
@click.option("--workers", type=int, default=None, help="Processes kept ready; by default one for each core.")
@click.option("--at-once", type=int, default=16, show_default=True, help="Queries that run at the same time; more of them wait.")
@click.option("--queue", type=click.IntRange(0), default=64, show_default=True, help="Queries that wait; more of them are refused.")
@click.option("--rate", type=float, default=100.0, show_default=True, help="Requests a second of one address.")
@click.option("--title", default="", help="The explorer's heading.")
@click.option("--open", "open_", is_flag=True, help="Open the explorer in the browser.")
@click.option("--quiet", is_flag=True, help="No line for each request.")
@click.option("--log-queries", is_flag=True, help="Show what stands behind the ? of addresses as well, queries among it.")
def serve(
    graph: str | None, target: str | None, host: str, port: int, token: str, allow_host: tuple[str, ...], cors: str, timeout: float,
    max_rows: int, max_bytes: int, memory: int, workers: int | None, at_once: int, queue: int, rate: float, title: str, open_: bool,
    quiet: bool, log_queries: bool,
) -> None:  # fmt: skip
    """Serve a graph: the explorer, a SPARQL endpoint, and pages or triples for every IRI. It only reads.

    GRAPH is a folder that kg build wrote, a .ttl or .trig file, or the address of a SPARQL endpoint, which then is asked behind the
    limits given here.
    """
    from kg.serve import Settings
    from kg.serve import serve as run

    if graph and target:
        raise KgError("the graph is given twice: as GRAPH and with --graph; give it once")
    settings = Settings(
        given_graph(graph or target), host, port, token, allow_host, cors, timeout, max_rows, max_bytes, memory * _MB,
        **({} if workers is None else {"workers": workers}), at_once=at_once, queue=queue, rate=rate, log_queries=log_queries, title=title,
    )  # fmt: skip

    def ready(address: str) -> None:
        say(f"kg serve: {address}  explorer /, SPARQL /sparql, routes /openapi; Ctrl-C ends")
        if open_ and not webbrowser.open(address):
            say("no browser was found here; open the address yourself")

    def log(line: str) -> None:
        if not quiet:
            say(one_line(line)[:_LONGEST])

    run(settings, log, ready)
    say("kg serve: ended")
