"""kg mcp: the graph for language-model agents."""

from __future__ import annotations

import click

from kg.cli._output import given_graph, graph_option


@click.command()
@click.argument("graph", metavar="[GRAPH]", required=False)
@graph_option
@click.option(
    "--timeout", type=click.FloatRange(0.1, 600), default=10.0, show_default=True, metavar="SECONDS", help="The longest a query may take."
)
def mcp(graph: str | None, target: str | None, timeout: float) -> None:
    """Let a language-model agent ask GRAPH over the Model Context Protocol, on standard input and output.

    GRAPH is a folder that kg build wrote, a .ttl or .trig file, or an http(s) SPARQL endpoint; by default the folder graphs. Agents
    start this command themselves: see the documentation for how to tell them. It needs the extra kg[mcp].
    """
    from kg import __version__
    from kg.mcp import serve

    if graph is not None and target is not None:
        raise click.UsageError("give the graph once, as GRAPH or with --graph")
    serve(given_graph(graph if graph is not None else target), timeout, __version__)
