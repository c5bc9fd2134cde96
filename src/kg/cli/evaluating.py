"""kg evaluate: how good a graph is, against gold."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table

from kg.cli._output import complain, console, emit, one_line
from kg.cli.building import read
from kg.errors import InputError
from kg.evaluate import QUESTIONS, Report, read_answers, read_gold
from kg.evaluate import evaluate as compare

if TYPE_CHECKING:
    from kg.graph import Graph


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--gold", "gold", required=True, type=click.Path(path_type=Path), help="Folder with one JSON file for each article.")
@click.option("--graph", "-g", "target", metavar="GRAPH", help="Take the answers from this graph, and do not build one.")
@click.option("--answers", type=click.Path(path_type=Path), help="Take the answers from a folder of NAME.csv, and do not build a graph.")
@click.option("--show", is_flag=True, help="List what was missed (-) and what is wrong (+).")
@click.option("--format", "-f", "format_", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True)
@click.option("--workers", type=click.IntRange(1), default=None, help="Processes; by default as many as there are cores.")
def evaluate(
    inputs: tuple[str, ...], gold: Path, target: str | None, answers: Path | None, show: bool, format_: str, workers: int | None
) -> None:
    """Build a graph of INPUT and tell precision, recall and F1 for each kind of fact, against your own gold."""
    golds = read_gold(gold)
    texts, unread = _texts(inputs)
    rows: Mapping[str, Sequence[Mapping[str, str]]]
    if answers is not None:
        rows = read_answers(answers)
    elif target is not None:
        rows = _asked(target)
    else:
        rows = _built(inputs, workers)
    report = compare(rows, golds, texts)
    if format_ == "json":
        emit(json.dumps({kind: _numbers(report, kind) for kind, _ in report.rows()}, indent=1) + "\n")
    elif format_ == "markdown":
        emit(markdown(report))
    else:
        console().print(table(report))
    if show and format_ != "json":
        for kind, tally in report.kinds.items():
            for sign, facts in (("-", tally.missed), ("+", tally.wrong)):
                for fact in facts:
                    console().print(one_line(f"{sign} {kind}: {fact}"))
    sys.exit(1 if unread else 0)


def table(report: Report) -> Table:
    """The report for people."""
    found = Table("kind of fact", *("right", "missed", "wrong", "P", "R", "F1"), box=None, pad_edge=False)
    for column in found.columns[1:]:
        column.justify = "right"
    for kind, tally in report.rows():
        rates = (_rate(rate) for rate in (tally.precision, tally.recall, tally.f1))
        found.add_row(kind, str(tally.hits), str(len(tally.missed)), str(len(tally.wrong)), *rates, style="bold" if kind == "all" else "")
    return found


def markdown(report: Report) -> str:
    """The report for a page: precision and recall in per cent, and the first fact of each kind that is right, as an example."""
    lines = ["| kind of fact | precision | recall | for example |", "|---|---:|---:|---|"]
    for kind, tally in report.rows():
        example = "" if kind == "all" or not tally.right else one_line(tally.right[0].partition(": ")[2])
        cells = (kind, _percent(tally.precision), _percent(tally.recall), example.replace(" | ", " · ").replace("|", "\\|"))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _percent(rate: float) -> str:
    return "-" if math.isnan(rate) else f"{100 * rate:.0f} %"


def _rate(rate: float) -> str:
    return "-" if math.isnan(rate) else f"{rate:.3f}"


def _numbers(report: Report, kind: str) -> dict[str, object]:
    tally = report.total if kind == "all" else report.kinds[kind]
    rates = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    known = {name: None if math.isnan(rate) else round(rate, 6) for name, rate in rates.items()}
    return {"right": tally.hits, "missed": tally.missed, "wrong": tally.wrong, **known}


def _texts(inputs: Sequence[str]) -> tuple[dict[str, str], int]:
    """The texts by article, and how many inputs could not be read, which is told."""
    from kg.read import articles

    problems: list[InputError] = []
    texts = {article.id: article.source for article in articles(inputs, refused=problems.append)}
    for problem in problems:
        complain(problem)
    return texts, len(problems)


def _asked(target: str) -> Mapping[str, Sequence[Mapping[str, str]]]:
    from kg.graph import Graph

    with Graph.load(target) as graph:
        return answers_of(graph)


def _built(inputs: Sequence[str], workers: int | None) -> Mapping[str, Sequence[Mapping[str, str]]]:
    from kg.graph import Graph

    resolution, _ = read(inputs, workers)  # what could not be read was told when the texts were
    with Graph.from_resolution(resolution) as graph:
        return answers_of(graph)


def answers_of(graph: Graph) -> dict[str, list[dict[str, str]]]:
    """The answers of a graph to the ten questions, as rows by column."""
    found = {}
    for question in QUESTIONS:
        result = graph.query(question)
        found[question] = [dict(zip(result.header, row, strict=True)) for row in result.rows]
    return found
