"""Targets of everything behind reading: mentions, claims, who is who, and an article's way into quads."""

from __future__ import annotations

import json

import rdflib

from fuzz.promises import sound, target, text_of
from kg.extract import kinds
from kg.inspect import html, jsonl, records, sheet, terminal
from kg.pipeline import Inspection, inspect
from kg.rdf import quads
from kg.rdf.ox import RdfFormat, serialize
from kg.read import read_text
from kg.resolve import resolve
from kg.types import Article, Span


def _spans(looked: Inspection) -> None:
    document, text = looked.document, looked.document.text
    for thing in (*document.mentions, *document.dates, *document.quantities, *document.tokens):
        assert 0 <= thing.start < thing.end <= len(text) and text[thing.start : thing.end] == thing.text, thing
    for sentence in document.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text) and sentence.first <= sentence.last <= len(document.tokens)
    for quote in document.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
    for claim in looked.claims:
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(text), claim
        for _, mention in claim.roles:  # its text may be the antecedent's: "the old one" is "the old agreement"
            assert 0 <= mention.start < mention.end <= len(text), claim


def _evidence(article: Article, looked: Inspection) -> None:
    resolution = resolve([looked.reading], kinds())
    known = {entity.key for entity in resolution.entities}
    for entity in resolution.entities:
        assert entity.name.strip()
        for at in entity.mentions:
            assert article.source[at.start : at.end] == at.quote and at.quote, at
    for fact in resolution.facts:
        assert fact.evidence and {key for _, key in fact.roles} <= known, fact
        for at in fact.evidence:
            assert article.source[at.start : at.end] == at.quote and at.quote, at
    for refusal in (*looked.reading.refusals, *resolution.refusals):
        assert 0 <= refusal.start <= refusal.end <= len(article.source), refusal
    found = list(quads(resolution, kinds()))
    data = serialize(found, format=RdfFormat.N_QUADS) or b""
    again = rdflib.Dataset()
    again.parse(data=data.decode("utf-8"), format="nquads")
    assert sum(1 for _ in again.quads()) == len(found)
    seen = records(looked.document, looked.claims, resolution)
    for record in seen:
        assert 0 <= record.start <= record.end <= len(article.source), record
    for line in jsonl(seen):
        assert json.loads(line) and "\n" not in line
    html(sheet(looked.document, seen)).encode("utf-8", "surrogatepass")
    terminal(sheet(looked.document, seen))


@target
def extracting(data: bytes) -> None:
    article = read_text(text_of(data))
    sound(article)
    assert article.to_source(Span(0, len(article.text))) if article.text else True
    looked = inspect(article)
    _spans(looked)
    _evidence(article, looked)
