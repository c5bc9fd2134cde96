"""What the pages ask of a graph: the ten questions with the fact's own node beside the answer, the articles, what lies within what."""

from __future__ import annotations

import re

from kg.explore import scan
from kg.explore.picture import QUESTIONS, Answers, Picture, Quote, Row, Source, picture
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

WITHIN = "SELECT ?thing ?whole WHERE { ?thing kg:within ?whole } ORDER BY ?thing ?whole"

# how the questions read their evidence
_READ = re.compile(
    r"\s*[;.]?\s*\?evidence kg:article/kg:identifier \?article ;\s*kg:start \?start ;\s*kg:end \?end ;\s*kg:quote \?quote \.(?=\s)"
)

# the variable that holds the fact's node in each question's file
_NODES = {
    "posts": "tenure", "events": "event", "organizers": "organizing", "participants": "participation", "agreements": "agreement",
    "signatories": "signing", "statistics": "observation", "statements": "statement",
}  # fmt: skip


def gather(graph: GraphSource | HasSource) -> Picture:
    """Everything that the pages show of ``graph``. Raises :class:`kg.errors.QueryError` where it cannot answer."""
    source = graph.source if isinstance(graph, HasSource) else graph
    told = scan.evidence(source)
    answers: dict[str, list[Row]] = {"entities": _entities(source, told)}
    for question in QUESTIONS[1:]:
        answers[question] = _joined(source, question, told)
    if not told:  # none at all, or no graph that kg made: that is told by the question as it is
        answers["entities"] = ask(source, "entities")
    answers["within"] = ask(source, WITHIN)
    gathered: Answers = answers
    return picture(gathered, articles(source).values())


def articles(graph: GraphSource | HasSource) -> dict[str, Source]:
    """The articles of a graph by id."""
    sources: dict[str, Source] = {}
    for row in ask(graph, _ARTICLES):
        sources.setdefault(row["article"], Source(**row))
    return sources


def _entities(source: GraphSource, told: dict[str, Quote]) -> list[Row]:
    """The answer to the question "entities"."""
    names = scan.labels(source)
    types = scan.entities(source, names)
    mentions = ((told[e], thing) for thing, e in scan.pairs(source, "kg:mention") if thing in types and e in told)
    others, links = (
        {thing: "|".join(values) for thing, values in scan.lists(source, predicate).items()}
        for predicate in ("skos:altLabel", "skos:exactMatch")
    )
    return [
        {
            "entity": thing,
            "type": types[thing],
            "name": names[thing],
            "otherNames": others.get(thing, ""),
            "sameAs": links.get(thing, ""),
            **_where(quote),
        }
        for quote, thing in sorted(mentions, key=lambda m: (m[0].article, m[0].start, m[0].end, m[1]))
    ]


def _joined(source: GraphSource, question: str, told: dict[str, Quote]) -> list[Row]:
    """The answer to a question with the fact's node, its evidence looked up here; the rows stand as the question orders them."""
    query, order = _bare(question)
    result = run(source, query)
    places = [result.columns.index(name) for name in order]
    at = result.columns.index("evidence")
    rows = [(told[row[at]], row) for row in result.rows if row[at] in told]
    rows.sort(key=lambda r: (r[0].article, r[0].start, r[0].end, [r[1][place] for place in places]))
    return [dict(zip(result.columns, row, strict=True)) | _where(quote) for quote, row in rows]


def _bare(question: str) -> tuple[str, list[str]]:
    """A question that gives ``?evidence`` as it is, unordered, and the columns of its order after article and offsets."""
    text = fact_query(question)
    body, _, order = text.rpartition("ORDER BY")
    body, cut = _READ.subn(" .", body, count=1)
    body, ended = re.subn(r"(?m)\?article \?start \?end \?quote(?= WHERE| *$)", "?evidence", body, count=1)
    assert cut == ended == 1, f"{question} reads its evidence in another way"
    columns = [name.lstrip("?") for name in order.split()]
    return body, ["node" if name == _NODES.get(question) else name for name in columns if name not in ("article", "start", "end")]


def _where(quote: Quote) -> dict[str, str]:
    return {"article": quote.article, "start": str(quote.start), "end": str(quote.end), "quote": quote.text}


def fact_query(question: str) -> str:
    """The text of a question on facts as the pages ask it, with column ``node``."""
    return _TIES if question == "ties" else with_node(question)


def node_of(question: str) -> str:
    """The variable that holds a fact's own node in the text of :func:`fact_query`."""
    return _NODES.get(question, "node")


def with_node(question: str) -> str:
    """The text of a competency question that also gives the fact's node, as column ``node``; its rows keep their order."""
    variable = _NODES[question]
    text = re.sub(r"(?m)^SELECT ", "SELECT ?node ", questions()[question], count=1)
    return re.sub(r"\}\s*(ORDER BY [^}]*)\Z", rf"  BIND(?{variable} AS ?node)\n}}\n\1", text, count=1)


def ask(graph: GraphSource | HasSource, query: str) -> list[Row]:
    """The rows of a query, as mappings from column to cell; an unknown value is ""."""
    result = run(graph, query)
    return [dict(zip(result.header, row, strict=True)) for row in result.rows]
