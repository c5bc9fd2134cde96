"""Agreements told without their noun: "the old one", "the new one"; and what lends a bare "loan agreement" its sides.

The "one" copies its antecedent's noun and what hangs on it (one-anaphora, after Webber 1979), so the sides are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.extract import _papers_parties as who
from kg.extract._papers_model import Paper
from kg.extract._papers_words import of_class
from kg.extract._syntax import Syntax
from kg.types import Mention, Sentence, Token

_NEAR = 3  # sentences from an agreement to "the old one"
_SIDES = ("with", "between")
_LENT = 2  # sentences from "A will lend B …" to "the loan agreement"


def ones(syntax: Syntax, sentence: Sentence, before: Sequence[Paper]) -> Iterator[Mention]:
    """Mentions for the "one" of a sentence that an agreement told shortly before explains."""
    doc = syntax.doc
    near = [p for p in before if p.mention.form == "nominal" and sentence.i - doc.tokens[p.mention.token].sentence <= _NEAR]
    here = [m for m in doc.within(sentence) if m.kind == "Agreement" and m.form == "nominal" and m.features.get("plural") != "1"]
    for token in doc.words(sentence):
        if token.text.lower() != "one" or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
            continue
        sources = [p.mention for p in near] + [m for m in here if m.end <= token.start]
        if not sources:
            continue
        noun = sources[-1].features.get("noun", sources[-1].name)
        words = syntax.children(token, "amod")
        determiner = syntax.child(token, "det")
        if (
            len(words) != 1
            or words[0].text.lower() not in of_class("sibling")
            or determiner is None
            or any(t.text.lower() not in _SIDES for t in syntax.children(token, "prep"))
        ):
            continue
        text = f"{determiner.text.lower()} {words[0].text.lower()} {noun}"
        like = words[0].text.lower() in of_class("like") or bool(syntax.children(token, "prep"))
        features = MappingProxyType({"det": determiner.text.lower(), "noun": noun, "generic": "", "one": "like" if like else "1"})
        yield Mention(determiner.start, token.end, text, "Agreement", "nominal", noun, token.i, determiner.text.lower() == "the", features)


def completed(paper: Paper, before: Sequence[Paper]) -> Paper:
    """The "one" with the kind and, unless it has sides of its own, the sides of the agreement that it copies."""
    if not paper.mention.features.get("one"):
        return paper
    source = next((p for p in reversed(before) if p.mention.form == "nominal"), paper)
    shared = source.parties if paper.mention.features["one"] != "like" else ()
    return replace(paper, kind=source.kind or paper.kind, parties=paper.parties or shared)


def lent(syntax: Syntax, paper: Paper) -> tuple[Mention, ...]:
    """Who lends to whom in the clause before that a bare "the loan agreement" comes from."""
    mention = paper.mention
    if paper.parties or not mention.definite or paper.kind != "FinancingAgreement" or "loan" not in mention.text.lower():
        return ()
    here = syntax.doc.tokens[mention.token].sentence
    for sentence in reversed(syntax.doc.sentences[max(0, here - _LENT) : here]):
        for verb in syntax.doc.words(sentence):
            if verb.pos == "VERB" and verb.lemma.lower() in of_class("lending"):
                parties = _lender(syntax, verb)
                if len(parties) == 2:
                    return parties
    return ()


def _lender(syntax: Syntax, verb: Token) -> tuple[Mention, ...]:
    gets = [*syntax.children(verb, "dative"), *(t for _, t in syntax.prepositions(verb, "to"))]
    gets = [p for t in gets for p in (syntax.children(t, "pobj") if t.pos == "ADP" else [t])]
    subject = syntax.subject(verb)
    if subject is None and verb.dep in ("acl", "xcomp"):  # "its plan to lend": the subject of what governs the plan
        above = next((t for t in syntax.ancestors(verb) if t.pos in ("VERB", "AUX")), None)
        subject = syntax.subject(above) if above is not None else None
    if subject is None:
        return ()
    return tuple(who.unique([*who.party(syntax, subject, pronouns=False)[:1], *who.several(syntax, gets, pronouns=False)[:1]]))
