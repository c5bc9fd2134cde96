"""The terms that the page writes Turtle with are those of the ontology."""

from __future__ import annotations

import re

from fixtures import made_up
from kg.data import read_text
from kg.explore.words import kinds
from kg.rdf import KG, vocabulary

SOURCE = read_text("explorer/terms.js")


def listed(name: str) -> set[str]:
    return set(re.findall(rf'\b{name}: "(\w+)"', SOURCE))


def test_every_kind_of_fact_has_its_terms() -> None:
    assert set(re.findall(r"^      (\w+): \{", SOURCE, re.M)) == set(kinds())
    assert listed("namespace") == set() and f'namespace: "{KG}"' in SOURCE


def test_a_status_is_taken_for_granted_only_where_there_is_but_one() -> None:
    declared = {name: kind.statuses for name, kind in made_up.kinds().items() if len(kind.statuses) == 1}
    assert {kind: (status,) for kind, status in re.findall(r'(\w+): \{[^\n]*only: "(\w+)"', SOURCE)} == declared


def test_classes_and_properties_are_in_the_ontology() -> None:
    known = vocabulary()
    assert listed("node") and listed("node") <= set(known.classes)
    labels = {iri.removeprefix(KG) for iri in known.labels}
    for name in ("s", "o", "r", "text", "property", "indicator", "value", "unit", "change", "start", "end"):
        assert listed(name) and listed(name) <= labels, name
    inside = set(re.findall(r'\["(\w+)"', SOURCE)) - {"event-kind"}
    assert {"startDate", "endDate", "eventKind", "agreementKind", "signedDate", "from", "until", "basis", "role", "relation"} <= inside
    assert {word for word in inside if word != "event"} <= labels
