"""The numbers of an article that became no figure, each with the reason in words, so that what is left out can be counted and looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract._figures_filters import priced
from kg.extract._figures_model import Figure
from kg.types import Document, Quantity, Refusal, Sentence

_TIMES = frozenset(("years", "months", "weeks", "days", "hours", "minutes", "seconds", "nights"))
_WAYS = frozenset(("kilometres", "kilometers", "metres", "miles", "nautical miles"))
_SECOND = re.compile(r"\d[^()]{0,24}\(\s?(?:about |around |some |or |equal to |equivalent to )?$")
_TITLES = ("title", "heading")


def left_out(doc: Document, figures: Sequence[Figure]) -> Iterator[Refusal]:
    """The numbers of the article's own sentences that no figure took, in text order."""
    told: dict[int, set[object]] = {}
    for figure in figures:
        for sentence in doc.sentences[max(0, figure.sentence - 1) : figure.sentence + 1]:
            told.setdefault(sentence.i, set()).update(v for v in (figure.value, abs(figure.change) if figure.change is not None else None))
    for sentence in doc.sentences:
        if doc.article.blocks[sentence.block].role in _TITLES:
            continue
        taken = told.get(sentence.i, set())
        for q in doc.quantities_in(sentence):
            if q.value not in taken:
                where = doc.article.to_source(q.span)
                yield Refusal(doc.article.id, "extract", reason(doc, sentence, q), q.text, where.start, where.end)


def reason(doc: Document, sentence: Sentence, q: Quantity) -> str:
    """Why a number is no figure, by what it is a number of."""
    behind = doc.text[q.end : min(q.end + 12, sentence.end)]
    if q.kind == "rank":
        return "a number: a rank"
    if q.kind == "times":
        return "a number: how many times as much"
    if q.unit in _TIMES:
        return "a number: a length of time"
    if q.unit in _WAYS:
        return "a number: a distance"
    if q.kind in ("count", "bare"):
        return "a number: a count of what is no indicator" if q.unit else "a number: nobody says of what"
    if q.kind == "measure":
        return "a number: a measure of what is no indicator"
    if q.kind == "percent":
        if q.change:
            return "a number: a change of what no indicator tells"
        return "a number: a share" if re.match(r"\s(?:of|in|share|stake)\b", behind) else "a number: a rate of what is no indicator"
    if priced(doc, q):
        return "a number: a price"
    if not q.unit:
        return "a number: a sum in a currency that nobody tells"
    if _SECOND.search(doc.text[max(sentence.start, q.start - 40) : q.start]):
        return "a number: a sum told again in another currency"
    return "a number: a sum of what is no indicator"
