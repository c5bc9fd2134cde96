"""What ``/sparql`` says of itself (SPARQL 1.1 Service Description, W3C Recommendation 2013), in RDF."""

from __future__ import annotations

from kg.rdf import PREFIXES
from kg.rdf.ox import NamedNode, RdfFormat, Triple, serialize
from kg.serve.media import RESULTS, TRIPLES, choose, names
from kg.serve.packing import Body
from kg.serve.problems import ProblemError
from kg.serve.state import State
from kg.serve.web import Request, Response

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_TRIPLES = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
_WRITTEN = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "rdfxml": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD}


async def answer(request: Request, state: State) -> Response:
    """The description in the format that the client likes best."""
    chosen = choose(request.headers.get("accept", ""), TRIPLES)
    if chosen is None:
        raise ProblemError(
            406,
            "without a query this address describes itself, in none of the media types in Accept",
            allowed=names(TRIPLES),
            next_=f"send a query for {', '.join(names(RESULTS))}",
        )
    endpoint = str(request.url.replace(query="", fragment=""))
    prefixes = {"rdf": PREFIXES["rdf"], "sd": _SD, "format": _FORMATS}
    raw = serialize(triples(endpoint, state.facts), format=_WRITTEN[chosen.format], prefixes=prefixes) or b""
    return await Body(raw, chosen.content_type).response(request, {"Vary": "Accept, Accept-Encoding"})


def triples(endpoint: str, facts: str) -> list[Triple]:
    """The description. Parts of it have names below the endpoint's own address, so that none is blank."""
    service, dataset, default = (NamedNode(f"{endpoint}{part}") for part in ("#service", "#dataset", "#default"))
    kind = NamedNode(PREFIXES["rdf"] + "type")

    def sd(name: str) -> NamedNode:
        return NamedNode(_SD + name)

    return [
        Triple(service, kind, sd("Service")),
        Triple(service, sd("endpoint"), NamedNode(endpoint)),
        Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        *(Triple(service, sd("resultFormat"), NamedNode(_FORMATS + name)) for name in (*_RESULTS, *_TRIPLES)),
        Triple(service, sd("defaultDataset"), dataset),
        Triple(dataset, kind, sd("Dataset")),
        Triple(dataset, sd("defaultGraph"), default),
        Triple(default, kind, sd("Graph")),
        # the merged facts, which queries see unless they name a data set, have a name as well
        Triple(dataset, sd("namedGraph"), NamedNode(f"{endpoint}#facts")),
        Triple(NamedNode(f"{endpoint}#facts"), kind, sd("NamedGraph")),
        Triple(NamedNode(f"{endpoint}#facts"), sd("name"), NamedNode(facts)),
        Triple(NamedNode(f"{endpoint}#facts"), sd("graph"), default),
    ]
