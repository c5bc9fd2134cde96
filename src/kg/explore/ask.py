"""What the pages ask of a graph: the ten questions with the fact's own node beside the answer, the articles, what lies within what."""

from __future__ import annotations

import re

from kg.explore.picture import QUESTIONS, Answers, Picture, Row, Source, picture
from kg.query import HasSource, questions, run
from kg.store import Source as GraphSource

_ARTICLES = """
SELECT ?article ?title ?date ?publisher ?url ?iri WHERE {
  ?iri a kg:Article ; kg:identifier ?article .
  OPTIONAL { ?iri kg:headline ?title }
  OPTIONAL { ?iri kg:published ?date }
  OPTIONAL { ?iri kg:publisher ?publisher }
  OPTIONAL { ?iri kg:url ?url }
} ORDER BY ?article ?title ?date ?publisher ?url ?iri
"""

# the question "ties" answers with reported ones only
_TIES = """
SELECT ?node ?subject ?subjectName ?relation ?object ?objectName ?status ?article ?start ?end ?quote WHERE {
  ?node a kg:Tie ; kg:subject ?subject ; kg:object ?object ; kg:relation/skos:notation ?relation ;
    kg:status/skos:notation ?status ; kg:evidence ?evidence .
  ?subject rdfs:label ?subjectName .
  ?object rdfs:label ?objectName .
  ?evidence kg:article/kg:identifier ?article ; kg:start ?start ; kg:end ?end ; kg:quote ?quote .
} ORDER BY ?article ?start ?end ?node ?relation
"""

_WITHIN = "SELECT ?thing ?whole WHERE { ?thing kg:within ?whole } ORDER BY ?thing ?whole"

# the variable that holds the fact's node in each question's file
_NODES = {
    "posts": "tenure", "events": "event", "organizers": "organizing", "participants": "participation", "agreements": "agreement",
    "signatories": "signing", "statistics": "observation", "statements": "statement",
}  # fmt: skip


def gather(graph: GraphSource | HasSource) -> Picture:
    """Everything that the pages show of ``graph``. Raises :class:`kg.errors.QueryError` where it cannot answer."""
    answers: dict[str, list[Row]] = {"entities": ask(graph, "entities")}
    for question in QUESTIONS[1:]:
        answers[question] = ask(graph, _TIES if question == "ties" else with_node(question))
    answers["within"] = ask(graph, _WITHIN)
    sources: dict[str, Source] = {}
    for row in ask(graph, _ARTICLES):
        sources.setdefault(row["article"], Source(**row))
    gathered: Answers = answers
    return picture(gathered, sources.values())


def with_node(question: str) -> str:
    """The text of a competency question that also gives the fact's node, as column ``node``; its rows keep their order."""
    variable = _NODES[question]
    text = re.sub(r"(?m)^SELECT ", "SELECT ?node ", questions()[question], count=1)
    return re.sub(r"\}\s*(ORDER BY [^}]*)\Z", rf"  BIND(?{variable} AS ?node)\n}}\n\1", text, count=1)


def ask(graph: GraphSource | HasSource, query: str) -> list[Row]:
    """The rows of a query, as mappings from column to cell; an unknown value is ""."""
    result = run(graph, query)
    return [dict(zip(result.header, row, strict=True)) for row in result.rows]
