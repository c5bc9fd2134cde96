"""How good a graph is: precision, recall and F1 per kind of fact against gold, and what was missed or is wrong.

A name matches when it equals one of gold's after folding case, diacritics, punctuation and a leading article. An event or agreement is
gold's when its name matches or its evidence overlaps an anchor. An optional fact costs nothing when missed and nothing when found;
everything else that the graph says and gold does not counts against precision.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.gold import Gold, read_gold
from kg.evaluate.nodes import Row
from kg.evaluate.score import score_article
from kg.evaluate.tally import KINDS, Report, Tally

__all__ = ["QUESTIONS", "Gold", "Report", "Tally", "evaluate", "read_answers", "read_gold"]

_GUARD = re.compile(r"\A'(?=[=+\-@\t\r\n＝＋－＠])")  # what kg puts before a text that a spreadsheet would compute

QUESTIONS = (
    "entities", "posts", "events", "organizers", "participants", "agreements", "signatories", "statistics", "statements", "ties",
)  # fmt: skip


def evaluate(answers: Mapping[str, Sequence[Row]], golds: Sequence[Gold], texts: Mapping[str, str]) -> Report:
    """Compare the answers to the ten questions (rows by question, columns by name) with ``golds``.

    ``texts`` are the decoded files by article, into which the rows' offsets count. Raises InputError for a gold article without a text.
    """
    by_article: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for question in QUESTIONS:
        for row in answers.get(question, ()):
            by_article[article_of(row)][question].append(row)
    tallies = {kind: Tally() for kind in KINDS}
    for gold in golds:
        if gold.article not in texts:
            raise InputError(gold.article, "there is gold for this article but no text", "give its file among the inputs")
        score_article(gold, texts[gold.article], by_article.get(gold.article, {}), tallies)
    return Report(tallies)


def article_of(row: Row) -> str:
    """The article that a row names: a file name without its ending, whatever folder stands before it."""
    return row.get("article", "").rsplit("/", 1)[-1].removesuffix(".txt")


def read_answers(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The answers that ``kg query NAME --format csv`` wrote as ``NAME.csv``; a missing file is an empty answer. Raises InputError."""
    found: dict[str, list[dict[str, str]]] = {}
    for question in QUESTIONS:
        path = folder / f"{question}.csv"
        if path.exists():
            try:
                with path.open(newline="", encoding="utf-8") as stream:
                    found[question] = [{k: _GUARD.sub("", v or "") for k, v in row.items() if k} for row in csv.DictReader(stream)]
            except (OSError, UnicodeDecodeError, csv.Error) as error:
                raise InputError(str(path), f"not readable as CSV ({error})", "write it with kg query --format csv") from error
    if not found:
        raise InputError(str(folder), "there are no answers here", "write them with kg query NAME --format csv > NAME.csv")
    return found
