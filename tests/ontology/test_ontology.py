from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.rdf import KG, ontology_folder

HERE = ontology_folder()


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(HERE / "kg.ttl")


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", HERE / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def terms(graph: rdflib.Graph) -> list[rdflib.URIRef]:
    return sorted({s for s in graph.subjects(RDF.type) if str(s).startswith(KG)})


def test_every_term_has_a_label_a_comment_and_an_example(ontology: rdflib.Graph) -> None:
    for term in terms(ontology):
        for wanted in (RDFS.label, RDFS.comment, SKOS.example):
            assert len(list(ontology.objects(term, wanted))) == 1, (term, wanted)


def test_every_property_has_a_domain_and_a_range(ontology: rdflib.Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        for term in ontology.subjects(RDF.type, kind):
            assert ontology.value(term, RDFS.domain), term
            assert ontology.value(term, RDFS.range), term
    # the one without a range: words of an agreement, an actor of a tie
    assert list(ontology.subjects(RDF.type, RDF.Property)) == [rdflib.URIRef(KG + "subject")]


def test_domains_ranges_and_parents_exist(ontology: rdflib.Graph) -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf):
        for value in ontology.objects(None, predicate):
            assert not str(value).startswith(KG) or (value, RDF.type, None) in ontology, value


def test_every_concept_has_a_scheme_a_notation_and_a_definition(ontology: rdflib.Graph) -> None:
    for concept in ontology.subjects(RDF.type, SKOS.Concept):
        for wanted in (SKOS.inScheme, SKOS.notation, SKOS.prefLabel, SKOS.definition):
            assert len(list(ontology.objects(concept, wanted))) == 1, (concept, wanted)
        assert str(concept).endswith("#" + str(ontology.value(concept, SKOS.notation)))


def test_no_blank_nodes(ontology: rdflib.Graph) -> None:
    assert not any(isinstance(term, rdflib.BNode) for triple in ontology for term in triple)


@pytest.mark.parametrize("name", ["align.ttl", "shapes.ttl"])
def test_the_other_files_speak_only_of_terms_that_exist(ontology: rdflib.Graph, name: str) -> None:
    known = set(terms(ontology))
    graph = rdflib.Graph().parse(HERE / name)
    for triple in graph:
        for term in triple:
            assert not str(term).startswith(KG) or term in known, term


@pytest.mark.parametrize(
    "space",
    ["http://www.w3.org/ns/org#", "http://www.w3.org/ns/prov#", "https://schema.org/", "http://purl.org/linked-data/cube#", "http://www.w3.org/ns/oa#",
     "http://www.geonames.org/ontology#", "http://www.wikidata.org/"],
)  # fmt: skip
def test_the_alignment_reaches(space: str) -> None:
    assert any(str(term).startswith(space) for term in rdflib.Graph().parse(HERE / "align.ttl").objects())


def test_every_shape_has_a_message() -> None:
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    graph = rdflib.Graph().parse(HERE / "shapes.ttl")
    shapes = list(graph.objects(None, sh.property))
    assert len(shapes) > 50
    assert all(graph.value(shape, sh.message) for shape in shapes)


def test_the_readme_is_up_to_date(make: ModuleType) -> None:
    assert (HERE / "README.md").read_text("utf-8") == make.readme(), "run python ontology/make.py"


def test_the_page_is_up_to_date(make: ModuleType) -> None:
    assert (HERE / "index.html").read_text("utf-8") == make.page(), "run python ontology/make.py"
    assert "<script src" not in make.page()
