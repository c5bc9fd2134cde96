"""Answers to queries as agents get them: rows by column, yes or no, or triples as Turtle."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """One of ``rows`` (by column, "" where nothing is known), ``boolean`` and ``turtle`` counts: the one that is not None."""

    columns: tuple[str, ...] = ()
    rows: tuple[dict[str, str], ...] | None = None
    boolean: bool | None = None
    turtle: str | None = None

    def cut(self, limit: int, most: int) -> dict[str, Any]:
        """As a dictionary with at most ``limit`` rows; what is left out is counted. ``most`` is the largest limit."""
        if self.boolean is not None:
            return {"answer": self.boolean}
        if self.rows is None:
            return {"turtle": self.turtle or ""}
        found: dict[str, Any] = {"columns": list(self.columns), "rows": list(self.rows[:limit])}
        if len(self.rows) > limit:
            found["leftOut"] = len(self.rows) - limit
            found["next"] = f"{len(self.rows)} rows were found; ask for a larger limit (at most {most}) or narrow the query"
        return found


def answer_of(form: str, body: bytes) -> Answer:
    """The answer in ``body``: "json" is SPARQL 1.1 Query Results JSON (W3C Recommendation, 21 March 2013), "turtle" is Turtle."""
    if form == "turtle":
        return Answer(turtle=body.decode("utf-8"))
    data = json.loads(body)
    if "boolean" in data:
        return Answer(boolean=bool(data["boolean"]))
    columns = tuple(str(name) for name in data["head"]["vars"])
    return Answer(columns, tuple({name: _text(row.get(name)) for name in columns} for row in data["results"]["bindings"]))


def _text(term: dict[str, Any] | None) -> str:
    if term is None:
        return ""
    value = term["value"]
    if not isinstance(value, str):  # a triple as a term, of the query's own making
        return json.dumps(value, ensure_ascii=False)
    return f"_:{value}" if term["type"] == "bnode" else value
