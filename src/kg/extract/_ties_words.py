"""The word lists of ties and the tests on a clause that they share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.data import rows
from kg.extract._figures import area_like, climb
from kg.extract._mood import beyond
from kg.extract._syntax import syntax_of
from kg.types import Document, Mention, Sentence, Token


@cache
def _table() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, (word, use) in rows("ties/words.tsv", ("word", "use")):
        found.setdefault(use, set()).add(word)
    return {use: frozenset(words) for use, words in found.items()}


def is_a(token: Token, use: str) -> bool:
    """Whether a token, by lemma or as it stands, is a word of this use."""
    return token.lemma.lower() in _table()[use] or token.text.lower() in _table()[use]


def told(doc: Document, token: Token, own: bool = True) -> bool:
    """Whether what ``token`` says is told as a fact: no modal, wish, negation, condition or infinitive above it in its clause.

    ``own`` is False where ``token`` is a noun whose own verb only frames it.
    """
    verb = next((t for t in climb(doc, token) if t.pos in ("VERB", "AUX")), None)
    syntax = syntax_of(doc)
    if verb is not None and (beyond(syntax, verb) or (verb.i == token.i and syntax.negated(verb))):
        return False
    if verb is not None and any(t.text.lower() == "longer" for t in syntax.children(verb, "advmod")):
        return False  # "is no longer the largest buyer"
    if verb is not None and verb.tag == "VBD" and verb.lemma in ("be", "remain", "stay") and _until(doc, verb):
        return False
    for node in climb(doc, token):
        if node.pos in ("VERB", "AUX", "NOUN") and node.i != token.i and is_a(node, "hope") and node.dep not in ("amod", "compound"):
            return _reported(doc, node, token)
        if node.pos in ("VERB", "AUX"):
            for child in doc.children(node):
                if child.dep == "neg" or (
                    child.dep == "aux" and (is_a(child, "hope") or (child.text.lower() == "to" and node.dep != "xcomp"))
                ):
                    return False
                if child.dep == "mark" and child.text.lower() in ("if", "whether", "unless"):
                    return False
        finite = node.tag in ("VBD", "VBZ", "VBP") or any(
            c.dep == "aux" and c.tag in ("VBD", "VBZ", "VBP", "MD") for c in doc.children(node)
        )
        if node.pos in ("VERB", "AUX") and finite and (node.dep == "relcl" or node.dep == "advcl"):
            return True  # "While trade leads the cooperation between …, he suggested"
        if node.i == token.i and node.pos in ("VERB", "AUX") and own and node.tag == "VBG" and node.dep in ("pcomp", "acl", "xcomp"):
            return False
    return True


def _until(doc: Document, verb: Token) -> bool:
    """ "was the largest investor until 2010": over."""
    below = [*doc.children(verb), *(g for c in doc.children(verb) if c.dep == "attr" for g in doc.children(c))]
    return any(c.text.lower() in ("until", "till") for c in below)


def _reported(doc: Document, node: Token, token: Token) -> bool:
    """ "suggested the partnership is …" tells the partnership: the wish-word only says a clause that is in the indicative."""
    if node.pos != "VERB" or node.lemma.lower() not in ("suggest", "pledge", "promise", "discuss"):
        return False
    clause = next((t for t in climb(doc, token) if t.head == node.i), None)
    return (
        clause is not None
        and clause.dep == "ccomp"
        and clause.pos in ("VERB", "AUX")
        and not any(c.dep == "aux" and (is_a(c, "hope") or c.text.lower() == "to") for c in doc.children(clause))
    )


def owner(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention]) -> Mention | None:
    """The place that has a noun: "the province's biggest foreign investor", "its largest donor"."""
    for i in range(token.i - 1, max(sentence.first, token.i - 7) - 1, -1):
        other, mention = doc.tokens[i], mentions.get(i)
        of_it = i + 1 < sentence.last and doc.tokens[i + 1].text in ("'s", "’s", "'", "’")
        if mention is not None and (other.tag == "PRP$" or (of_it and area_like(mention) and mention.form != "demonym")):
            return mention
        if other.pos in ("VERB", "AUX", "PUNCT", "ADP") and other.text not in ("-", "–"):
            return None
    return None


def country_before(doc: Document, sentence: Sentence, mention: Mention) -> Mention:
    """The country that "the European country" means: the last one named in its sentence or the one before it in the paragraph."""
    if mention.form != "nominal" or mention.name not in ("country", "nation"):
        return mention
    before = [s for s in doc.sentences[max(0, sentence.i - 1) : sentence.i + 1] if s.block == sentence.block]
    found = [m for s in before for m in doc.within(s) if m.kind == "Country" and m.form in ("name", "demonym") and m.end <= mention.start]
    return found[-1] if found else mention
