"""kg explain: who an entity is, and why."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from kg.cli._output import emit, given_graph, graph_option, one_line
from kg.errors import InputError

SHOWN = 20  # matches that are listed


@click.command()
@click.argument("name", metavar="NAME|KEY|IRI")
@click.option(
    "--format", "-f", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people or programs."
)
@graph_option
def explain(name: str, format_: str, target: str | None) -> None:
    """Explain an entity: where it is named, why these mentions are one, which corrections apply, which look-alikes were kept apart and
    why, and what was refused under its names. Of several matches choose one by its key.
    """
    from kg._build import STATE
    from kg.explain import explain as explained
    from kg.explain import find, lines
    from kg.graph import Graph

    path = given_graph(target)
    state = Path(path) / STATE if Path(path).is_dir() else None
    with Graph.load(path) as graph:
        found = find(graph.source, name)
        if not found:
            raise InputError(one_line(name), "nothing in the graph has this name", "see kg query entities for the names there are")
        if len(found) > 1:
            listed = ", ".join(f"{one.key} ({one.type} {one.name})" for one in found[:SHOWN])
            more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            raise InputError(one_line(name), f"{len(found)} entities match: {listed}{more}", "explain one by its key")
        one = explained(graph.source, found[0], state)
    if format_ == "json":
        emit(json.dumps(asdict(one), ensure_ascii=False, indent=2) + "\n")
    else:
        emit("".join(f"{one_line(line) if not line.startswith('  ') else '  ' + one_line(line)}\n" for line in lines(one)))
