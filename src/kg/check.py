"""Is this graph a good one? Its shapes (SHACL), its vocabulary, and the extractors that say what may be in it.

The only fence around pySHACL.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import rdflib
from pyshacl import validate
from rdflib.namespace import RDF, SH

from kg.rdf import PREFIXES, VocabularyError, ontology_folder, vocabulary
from kg.rdf.ox import NamedNode, RdfFormat, serialize
from kg.store import Source
from kg.types import Kind

_OURS = tuple(space for space in PREFIXES.values() if space.startswith("https://kg.example/ontology"))


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: with which node, with which of its properties, in plain words."""

    node: str
    path: str
    message: str
    value: str = ""

    def __str__(self) -> str:
        where = f"{self.node} {self.path}".strip()
        return f"{where}: {self.message}" + (f" (it is {self.value!r})" if self.value else "")


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. ``extractors`` are the names of the kinds of fact, ``triples`` how many were looked at."""

    shapes: tuple[Problem, ...]
    terms: tuple[Problem, ...]
    kinds: tuple[Problem, ...]
    extractors: tuple[str, ...]
    triples: int

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them."""
        return self.shapes + self.terms + self.kinds

    @property
    def ok(self) -> bool:
        """Is there no problem?"""
        return not self.problems

    @property
    def lines(self) -> tuple[str, ...]:
        """The report in plain words, a line each."""
        return (
            f"extractors: {', '.join(self.extractors) or 'none found'}",
            f"triples: {self.triples}",
            _told("shapes", self.shapes),
            _told("vocabulary", self.terms),
            _told("kinds of fact", self.kinds),
            *(f"  {problem}" for problem in self.problems),
        )


def _told(name: str, problems: tuple[Problem, ...]) -> str:
    return f"{name}: {'good' if not problems else f'{len(problems)} problem' + ('s' if len(problems) > 1 else '')}"


def check(source: Source, kinds: Mapping[str, Kind]) -> Report:
    """Looks at the merged facts of a graph and at the declared kinds of fact."""
    facts = list(source.facts())
    return Report(
        shapes=_shapes(serialize([quad.triple for quad in facts], format=RdfFormat.N_TRIPLES) or b""),
        terms=_terms({q.predicate.value for q in facts}, {q.object.value for q in facts if isinstance(q.object, NamedNode)}),
        kinds=check_kinds(kinds),
        extractors=tuple(sorted(kinds)),
        triples=len(facts),
    )


def check_kinds(kinds: Mapping[str, Kind]) -> tuple[Problem, ...]:
    """Does the ontology have every term that the extractors' kinds speak of?"""
    terms, found = vocabulary(), []
    for kind in kinds.values():
        roles = [term for role, term in kind.roles.items() if role != kind.about]
        short = [term for _, term, _ in kind.short if not term.startswith("@")]
        names = [kind.node, *roles, *kind.values.values(), *short]
        for name in names:
            try:
                terms.term(name)
            except VocabularyError as error:
                found.append(Problem(f"extractor {kind.name}", "", str(error)))
        for status in kind.statuses:
            try:
                terms.concept("status", status)
            except VocabularyError as error:
                found.append(Problem(f"extractor {kind.name}", "", str(error)))
        if kind.node not in terms.classes:
            found.append(Problem(f"extractor {kind.name}", "", f"kg:{kind.node} is no class of the ontology"))
        if kind.prefix != kind.node.lower():
            found.append(Problem(f"extractor {kind.name}", "", f"its prefix should be {kind.node.lower()!r}", kind.prefix))
    return tuple(sorted(set(found)))


def _terms(predicates: set[str], objects: set[str]) -> tuple[Problem, ...]:
    """Predicates that are neither ours nor borrowed, and names in our namespaces that the ontology does not have."""
    terms = vocabulary()
    strange = {iri for iri in objects if iri.startswith(_OURS) and not terms.declares(iri)}
    strange |= {iri for iri in predicates if not terms.declares(iri)}
    return tuple(Problem(iri, "", "is no term of ontology/kg.ttl, nor one that kg borrows") for iri in sorted(strange))


def _shapes(ntriples: bytes) -> tuple[Problem, ...]:
    folder = ontology_folder()
    conforms, report, text = validate(
        rdflib.Graph().parse(data=ntriples, format="nt"),
        shacl_graph=rdflib.Graph().parse(folder / "shapes.ttl"),
        ont_graph=rdflib.Graph().parse(folder / "kg.ttl"),
        inference="none",
    )
    if conforms:
        return ()
    if not isinstance(report, rdflib.Graph):
        return (Problem("ontology/shapes.ttl", "", f"the shapes cannot be used: {text}"),)
    return tuple(sorted({_problem(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}))


def _problem(report: rdflib.Graph, result: rdflib.term.Node) -> Problem:
    def said(term: rdflib.term.Node) -> str:
        return str(report.value(result, term) or "")

    path = said(SH.resultPath)
    names = sorted((space, name) for name, space in PREFIXES.items() if path.startswith(space))
    short = f"{names[-1][1]}:{path.removeprefix(names[-1][0])}" if names else path
    return Problem(said(SH.focusNode), short, " ".join(said(SH.resultMessage).split()), said(SH.value)[:200])
