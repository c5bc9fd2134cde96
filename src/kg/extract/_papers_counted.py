"""Papers told by counting words after an announcement: "The first, between A and B, …, while the second was concluded by C and D"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract import _papers_line as line
from kg.extract import _papers_parties as who
from kg.extract import _papers_row as row
from kg.extract._papers_model import Paper
from kg.extract._papers_verbs import exchange
from kg.extract._papers_words import of_class, signing
from kg.extract._syntax import Syntax
from kg.types import Mention, Sentence, Token


def counted(syntax: Syntax, sentence: Sentence, top: Paper) -> Iterator[tuple[Token, int, list[Mention]]]:
    """The counting words of a sentence that tell a paper of ``top``, each with where its words end and its parties."""
    doc = syntax.doc
    heads = [t for t in doc.words(sentence) if _heads(syntax, t)]
    for k, head in enumerate(heads):
        last = heads[k + 1].i - 1 if k + 1 < len(heads) else sentence.last
        parties = _parties(syntax, head, last, top)
        if len(parties) > 1:
            yield head, last, parties


def _heads(syntax: Syntax, token: Token) -> bool:
    """Whether a counting word stands for a paper by itself: "The second", "the latter", "Another, with"."""
    doc = syntax.doc
    word = token.text.lower()
    if word not in of_class("counter") and word not in ("former", "latter", "last"):
        return False
    before = doc.tokens[token.i - 1].text.lower() if token.i else ""
    if before != "the" and word not in ("another", "one"):
        return False
    after = doc.tokens[token.i + 1] if token.i + 1 < len(doc.tokens) else token
    return after.text in (",", "(") or after.pos in ("AUX", "VERB", "ADP") or after.text.lower() in ("between", "with")


def _parties(syntax: Syntax, head: Token, last: int, top: Paper) -> list[Mention]:
    doc = syntax.doc
    at = head.i + 1 + (doc.tokens[head.i + 1].text == ",")
    opening = doc.tokens[at] if at < last else None
    if opening is None:
        return []
    if opening.text.lower() == "between":
        return line.between(syntax, opening, last)
    if opening.text.lower() == "with":
        return who.unique([*top.parties[:1], *row.read(syntax, at + 1, row.stop(syntax, at + 1, last))])
    before = doc.tokens[head.i - 2] if head.i > 1 else None
    if before is not None and before.text.lower() == "under" and before.sentence == head.sentence:
        verb = next((t for t in doc.tokens[at:last] if t.pos == "VERB"), None)
        return exchange(syntax, verb) if verb is not None else []
    verb = next((t for t in doc.tokens[at : min(at + 4, last)] if t.tag == "VBN"), None)
    if verb is not None and verb.lemma.lower() in signing():
        for word in doc.tokens[verb.i + 1 : last]:
            if word.text.lower() == "between":
                return line.between(syntax, word, last)
            if word.text.lower() == "by":
                return row.read(syntax, word.i + 1, row.stop(syntax, word.i + 1, last, "for"))
    return []
