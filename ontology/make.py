"""Makes ``README.md`` and ``index.html`` beside this file from ``kg.ttl``: ``python ontology/make.py``.

The page is pyLODE's; the README is read off the same graph. ``tests/ontology`` fails when they are out of date.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

HERE = Path(__file__).resolve().parent
KG = rdflib.Namespace("https://kg.example/ontology#")
PREFIXES = ("kg", "event-kind", "agreement-kind", "role", "relation", "basis", "status", "xsd", "skos", "rdf", "owl")


def page() -> str:
    """The ontology as one HTML page without outside resources: pyLODE's, made with a fixed hash seed, on which its order hangs."""
    command = [sys.executable, str(HERE / "make.py"), "--page"]
    made = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "0"}, capture_output=True, check=True)
    return made.stdout.decode("utf-8")


def pylode_page() -> str:
    """The page as it comes out of pyLODE."""
    from pylode import OntPub

    graph = rdflib.Graph().parse(HERE / "kg.ttl")
    # pyLODE names the page after any scheme it meets
    graph.remove((None, RDF.type, SKOS.ConceptScheme))
    html = str(OntPub(graph).make_html())
    return "\n".join(line.rstrip() for line in html.splitlines() if line.strip()) + "\n"


def readme() -> str:
    """The ontology as Markdown: the classes, the properties, the closed lists, the questions."""
    graph = rdflib.Graph().parse(HERE / "kg.ttl")
    about = rdflib.URIRef("https://kg.example/ontology")
    lines = [f"# {graph.value(about, rdflib.DCTERMS.title)}", "", "Made from `kg.ttl` by `make.py`; edit that file, not this one.", ""]
    lines += [str(graph.value(about, rdflib.DCTERMS.description)), "", "| file | what it is |", "|---|---|"]
    lines += [
        "| `kg.ttl` | the vocabulary |",
        "| `align.ttl` | how it relates to ORG, PROV-O, schema.org, Data Cube, Web Annotation, SKOS, GeoNames and Wikidata |",
        "| `shapes.ttl` | what a good graph looks like (SHACL); `kg check` uses it |",
        "| `queries/` | the questions that every graph answers; `kg query NAME` asks them |",
        "| `index.html` | this page for a browser |",
    ]
    lines += ["", "## Questions", "", "| name | question |", "|---|---|"]
    for file in sorted((HERE / "queries").glob("*.rq")):
        lines.append(f"| `{file.stem}` | {file.read_text('utf-8').splitlines()[0].removeprefix('# ')} |")
    lines += ["", "## Classes", "", "| class | is a | what it is | example |", "|---|---|---|---|"]
    for term in terms(graph, OWL.Class):
        parents = ", ".join(sorted(name(graph, parent) for parent in graph.objects(term, RDFS.subClassOf)))
        lines.append(f"| {code(graph, term)} | {parents} | {graph.value(term, RDFS.comment)} | {example(graph, term)} |")
    lines += ["", "## Properties", "", "| property | from | to | what it says | example |", "|---|---|---|---|---|"]
    for term in sorted({*terms(graph, OWL.ObjectProperty), *terms(graph, OWL.DatatypeProperty), *terms(graph, RDF.Property)}):
        domain, target = (name(graph, graph.value(term, p)) for p in (RDFS.domain, RDFS.range))
        lines.append(f"| {code(graph, term)} | {domain} | {target} | {graph.value(term, RDFS.comment)} | {example(graph, term)} |")
    lines += ["", "## Closed lists"]
    for scheme in terms(graph, SKOS.ConceptScheme):
        lines += [
            "",
            f"### {graph.value(scheme, RDFS.label)}",
            "",
            f"{graph.value(scheme, RDFS.comment)}",
            "",
            "| value | meaning |",
            "|---|---|",
        ]
        lines += [f"| {code(graph, c)} | {graph.value(c, SKOS.definition)} |" for c in sorted(graph.subjects(SKOS.inScheme, scheme))]
    return "\n".join(lines) + "\n"


def terms(graph: rdflib.Graph, kind: rdflib.URIRef) -> list[rdflib.term.Node]:
    """The terms of a kind, sorted by IRI."""
    return sorted(graph.subjects(RDF.type, kind))


def name(graph: rdflib.Graph, term: rdflib.term.Node | None) -> str:
    """A term with its prefix, "" for none."""
    return "" if term is None else graph.namespace_manager.normalizeUri(str(term))


def code(graph: rdflib.Graph, term: rdflib.term.Node) -> str:
    """The same as code."""
    return f"`{name(graph, term)}`"


def example(graph: rdflib.Graph, term: rdflib.term.Node) -> str:
    """The term's example as code."""
    return f"`{graph.value(term, SKOS.example)}`"


if __name__ == "__main__":
    if sys.argv[1:] == ["--page"]:
        sys.stdout.buffer.write(pylode_page().encode("utf-8"))
    else:
        (HERE / "README.md").write_text(readme(), "utf-8")
        (HERE / "index.html").write_text(page(), "utf-8")
