"""What the page asks of a graph: the ten questions, the articles' titles, and the ties that are told as not (yet) so."""

from __future__ import annotations

from kg.query import HasSource, run
from kg.store import Source as GraphSource
from kg.view.picture import QUESTIONS, Answers, Picture, Row, Source, picture

_ARTICLES = """
SELECT ?article ?title ?date ?publisher ?url WHERE {
  ?node a kg:Article ; kg:identifier ?article .
  OPTIONAL { ?node kg:headline ?title }
  OPTIONAL { ?node kg:published ?date }
  OPTIONAL { ?node kg:publisher ?publisher }
  OPTIONAL { ?node kg:url ?url }
} ORDER BY ?article ?title ?date ?publisher ?url
"""

# the question "ties" answers with reported ones only
_TIES = """
SELECT ?subject ?subjectName ?relation ?object ?objectName ?status ?article ?start ?end ?quote WHERE {
  ?tie a kg:Tie ; kg:subject ?subject ; kg:object ?object ; kg:relation/skos:notation ?relation ;
    kg:status/skos:notation ?status ; kg:evidence ?evidence .
  FILTER(?status != "reported")
  ?subject rdfs:label ?subjectName .
  ?object rdfs:label ?objectName .
  ?evidence kg:article/kg:identifier ?article ; kg:start ?start ; kg:end ?end ; kg:quote ?quote .
} ORDER BY ?article ?start ?end ?tie ?relation
"""


def gather(graph: GraphSource | HasSource) -> Picture:
    """Everything that the page shows of ``graph``. Raises :class:`kg.errors.QueryError` where it cannot answer."""
    answers: Answers = {question: ask(graph, question) for question in QUESTIONS}
    answers = {**answers, "ties": [*answers["ties"], *ask(graph, _TIES)]}
    sources: dict[str, Source] = {}
    for row in ask(graph, _ARTICLES):
        sources.setdefault(row["article"], Source(**row))
    return picture(answers, sources.values())


def ask(graph: GraphSource | HasSource, query: str) -> list[Row]:
    """The rows of a query, as mappings from column to cell; an unknown value is ""."""
    result = run(graph, query)
    return [dict(zip(result.header, row, strict=True)) for row in result.rows]
