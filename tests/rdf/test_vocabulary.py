from __future__ import annotations

import pytest

from fixtures.made_up import kinds
from kg.rdf import KG, VocabularyError, ontology_folder, prefixes, questions, vocabulary
from kg.rdf.vocabulary import read_vocabulary


def test_a_term() -> None:
    assert vocabulary().term("Tenure").value == KG + "Tenure"


def test_a_misspelt_term_raises_and_names_the_nearest() -> None:
    with pytest.raises(VocabularyError, match="did you mean kg:organizedBy"):
        vocabulary().term("organisedBy")
    with pytest.raises(VocabularyError, match="xyzzy"):
        vocabulary().term("xyzzy")


def test_a_concept() -> None:
    assert vocabulary().concept("role", "speaker").value.endswith("/role#speaker")
    with pytest.raises(VocabularyError, match="attendee"):
        vocabulary().concept("role", "dancer")
    with pytest.raises(VocabularyError, match="none"):
        vocabulary().concept("title", "Director")


def test_ancestors() -> None:
    assert vocabulary().ancestors("Agency") == {"Organization", "Actor", "Entity"}
    assert vocabulary().ancestors("Country") == {"Place", "Actor", "Entity"}


def test_the_vocabulary_has_what_the_kinds_name() -> None:
    terms = vocabulary()
    for kind in kinds().values():
        assert kind.node in terms.classes
        for status in kind.statuses:
            terms.concept("status", status)
        for name in (*kind.values.values(), *(t for role, t in kind.roles.items() if role != kind.about)):
            terms.term(name)
        assert kind.asserted <= set(kind.statuses)


def test_every_relation_has_its_short_property() -> None:
    terms = vocabulary()
    for concept in terms.concepts[terms.schemes["relation"]].values():
        terms.term(terms.properties[concept.value])


def test_ten_questions() -> None:
    assert list(questions()) == [
        "agreements",
        "entities",
        "events",
        "organizers",
        "participants",
        "posts",
        "signatories",
        "statements",
        "statistics",
        "ties",
    ]
    assert (ontology_folder() / "shapes.ttl").is_file()


def test_prefixes_of_the_data_follow_the_base() -> None:
    assert prefixes("https://x.example/")["person"] == "https://x.example/person/"
    assert prefixes("https://x.example/")["kg"] == KG


def test_an_ontology_with_a_blank_node_where_a_name_belongs() -> None:
    with pytest.raises(VocabularyError, match="blank node"):
        read_vocabulary(b"@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . <a:a> rdfs:range [] .")
