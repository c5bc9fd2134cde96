"""What stands inside a sentence, found by halving, is what a look at everything finds."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kg.types import Article, DateMention, Document, Mention, OffsetMap, Period, Quantity, Sentence, Span

_SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=30).map(sorted)


def _document(spans: list[Span], sentences: list[Span]) -> Document:
    text = "x" * 60
    article = Article("a", "a.txt", text, text, OffsetMap(tuple(range(60)), 60), ())
    return Document(
        article,
        (),
        tuple(Sentence(i, s.start, s.end, 0, 0, 0) for i, s in enumerate(sentences)),
        tuple(Mention(s.start, s.end, text[s.start : s.end], "Place", "name", "x", 0) for s in spans),
        tuple(DateMention(s.start, s.end, text[s.start : s.end], Period(None, None), "date", "day") for s in spans),
        tuple(Quantity(s.start, s.end, text[s.start : s.end], Decimal(1), "", "bare") for s in spans),
        (),
    )


@given(_SPANS, _SPANS)
def test_what_stands_in_a_sentence(spans: list[Span], sentences: list[Span]) -> None:
    doc = _document(spans, sentences)
    for sentence in doc.sentences:
        starting = [s for s in spans if sentence.start <= s.start < sentence.end]
        assert [d.span for d in doc.dates_in(sentence)] == starting
        assert [q.span for q in doc.quantities_in(sentence)] == starting
        assert [m.span for m in doc.within(sentence)] == [s for s in spans if sentence.span.covers(s)]
