from __future__ import annotations

import dataclasses

import pytest

from fixtures.made_up import RESOLUTION, kinds
from kg.check import check, check_kinds
from kg.graph import Graph
from kg.rdf.ox import Literal, NamedNode, Quad
from kg.store import from_quads

B = "https://kg.example/"
KG = B + "ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def quads() -> list[Quad]:
    return list(Graph.from_resolution(RESOLUTION, kinds=kinds()).source.facts())


def without(subject: str, term: str) -> list[Quad]:
    return [q for q in quads() if not (q.subject == NamedNode(B + subject) and q.predicate == NamedNode(KG + term))]


def said(subject: str, term: str, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(B + subject), NamedNode(KG + term), value, NamedNode(B + "graph/facts"))


def test_a_good_graph() -> None:
    report = check(Graph.from_resolution(RESOLUTION, kinds=kinds()).source, kinds())
    assert report.ok
    assert report.problems == ()
    assert report.lines[0] == "extractors: agreement, event, organizer, participant, post, signatory, statement, statistic, tie"
    assert report.lines[2:] == ("shapes: good", "vocabulary: good", "kinds of fact: good")


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (without("tenure/roe-director", "holder"), "a post is held by one person"),
        (without("organizing/1", "evidence"), "a fact names the words that it was read from"),
        (without("observation/2", "value"), "a figure has a value or a change"),
        (without("article/a1", "sha256"), "an article has the SHA-256 of its characters"),
        ([*quads(), said("event/talks", "startDate", Literal("soon"))], "an event has at most one kg:startDate"),
        ([*quads(), said("tenure/roe-former", "status", NamedNode(B + "ontology/status#signed"))], "the status of a tenure is one of"),
        ([*quads(), said("event/alba-fair", "organizedBy", NamedNode(B + "event/talks"))], "leads to an actor"),
        ([*quads(), said("article/a1#char=0,8", "end", Literal("0", datatype=NamedNode(XSD + "integer")))], "evidence ends at an offset"),
        ([*quads(), said("tenure/roe-director", "organization", NamedNode(B + "law/land-law"))], "a post is at one body, country or place"),
        ([*quads(), said("country/alba", "within", Literal("Europe"))], "an entity is within another entity"),
    ],
)
def test_a_broken_graph_is_told_in_plain_words(broken: list[Quad], words: str) -> None:
    report = check(from_quads(broken), kinds())
    assert not report.ok
    assert any(words in problem.message for problem in report.shapes)
    assert any("problem" in line for line in report.lines)
    assert not any("\n" in line for line in report.lines)


@pytest.mark.parametrize(
    "strange",
    [
        said("country/alba", "capitol", Literal("x")),
        said("tenure/roe-director", "status", NamedNode(B + "ontology/status#rumoured")),
        Quad(NamedNode(B + "country/alba"), NamedNode("http://other.example/term"), Literal("x"), NamedNode(B + "graph/facts")),
    ],
)
def test_terms_that_nobody_declared(strange: Quad) -> None:
    report = check(from_quads([*quads(), strange]), kinds())
    assert [problem.message for problem in report.terms] == ["is no term of ontology/kg.ttl, nor one that kg borrows"]
    assert str(report.terms[0]) in "\n".join(report.lines)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"node": "Tenures"}, "did you mean kg:Tenure"),
        ({"values": {"title": "titel"}}, "kg:titel is not in"),
        ({"statuses": ("held", "rumoured")}, "'rumoured' is no value of kg:status"),
        ({"short": (("person", "holdsPost", "organization"),)}, "did you mean kg:holdsPostAt"),
        ({"prefix": "post"}, "its prefix should be 'tenure'"),
    ],
)
def test_a_kind_with_unknown_terms(change: dict[str, object], words: str) -> None:
    problems = check_kinds({"post": dataclasses.replace(kinds()["post"], **change)})  # type: ignore[arg-type]
    assert any(words in str(problem) for problem in problems)
