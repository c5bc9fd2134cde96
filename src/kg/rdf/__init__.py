"""Facts as quads: the closed vocabulary, the IRIs, the assertion. The rest of kg takes what it needs from here."""

from __future__ import annotations

from kg.rdf.assertion import article_graph, marks, quads, reading_quad
from kg.rdf.files import ontology_folder, questions
from kg.rdf.names import DEFAULT_BASE, FACTS, STATE, TEXTS, WRITING, NameCollisionError, Names, checked_base, local_name
from kg.rdf.order import quad_order, triple_order
from kg.rdf.reading import described
from kg.rdf.vocabulary import BORROWED, KG, PREFIXES, Vocabulary, VocabularyError, prefixes, vocabulary

__all__ = [
    "BORROWED",
    "DEFAULT_BASE",
    "FACTS",
    "KG",
    "PREFIXES",
    "STATE",
    "TEXTS",
    "WRITING",
    "NameCollisionError",
    "Names",
    "Vocabulary",
    "VocabularyError",
    "article_graph",
    "checked_base",
    "described",
    "local_name",
    "marks",
    "ontology_folder",
    "prefixes",
    "quad_order",
    "quads",
    "questions",
    "reading_quad",
    "triple_order",
    "vocabulary",
]
