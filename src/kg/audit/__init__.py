"""Is every fact of a graph in the words that it says it was read from? A second look, with none of the extractors' own readings.

For each fact: the quote stands at its offsets in the article's text; each party is named in the quote, or the quote has a word that
can speak of it and the article names it; each number and each part of a date is told in the quote, or follows from the article's
own date. What this look cannot follow it reports; it never corrects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.audit._dates import DATE_FAULTS, date_fault
from kg.audit._facts import Fact, facts
from kg.audit._numbers import number_fault
from kg.audit._parties import party_fault
from kg.audit._texts import Text, texts
from kg.store import Source
from kg.types import Kind

__all__ = ["Audit", "Fault", "audit"]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What does not hold: of which fact (its IRI) and article, where (offsets in its file), why in words, and the value concerned."""

    article: str
    start: int
    end: int
    fact: str
    reason: str
    value: str = ""

    def __str__(self) -> str:
        return f"{self.article} {self.start}:{self.end} <{self.fact}>: {self.reason}" + (f" ({self.value[:120]!r})" if self.value else "")


@dataclass(frozen=True, slots=True)
class Audit:
    """The outcome. ``unread`` are articles of facts whose text was not at hand: their quotes could only be looked into, not up."""

    faults: tuple[Fault, ...]
    facts: int
    quotes: int
    articles: int
    unread: tuple[str, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Is there no fault?"""
        return not self.faults

    @property
    def lines(self) -> tuple[str, ...]:
        """The outcome in plain words, a line each."""
        bad = f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''}" if self.faults else "good"
        unread = [f"without their texts: {', '.join(self.unread[:5])}{' …' if len(self.unread) > 5 else ''}"] if self.unread else []
        return (
            f"evidence: {self.facts} facts, {self.quotes} quotes, {self.articles} articles: {bad}",
            *unread,
            *(f"  {fault}" for fault in self.faults),
        )


def audit(source: Source, kinds: Mapping[str, Kind], given: Mapping[str, str] | None = None) -> Audit:
    """Looks at every fact of a graph. ``given``: article id -> the decoded text of its file, for articles whose text isn't in the store."""
    known = texts(source, given or {})
    found = list(facts(source, kinds))
    faults = {fault for fact in found for fault in _faults(fact, known)}
    # a day that another fact of the article is told of: the ceremony's of the signing
    sound = {(q.article, d) for fact in found for d in fact.dates if not date_fault(fact, d, known) for q in fact.quotes}
    faults = {f for f in faults if f.reason not in DATE_FAULTS or (f.article, f.value) not in sound}
    articles = {quote.article for fact in found for quote in fact.quotes}
    return Audit(
        tuple(sorted(faults)),
        len(found),
        sum(len(fact.quotes) for fact in found),
        len(articles),
        tuple(sorted(articles - set(known))),
    )


def _faults(fact: Fact, known: Mapping[str, Text]) -> Iterator[Fault]:
    if not fact.quotes:
        yield Fault("", 0, 0, fact.node, "has no evidence")
        return
    for quote in fact.quotes:
        text = known.get(quote.article)
        if quote.end - quote.start != len(quote.words):
            yield Fault(quote.article, quote.start, quote.end, fact.node, "the quote is not as long as its offsets say", quote.words)
        elif text is not None and not text.holds(quote.start, quote.end, quote.words):
            yield Fault(quote.article, quote.start, quote.end, fact.node, "the quote does not stand at its offsets", quote.words)
    first = fact.quotes[0]

    def told(reason: str, value: str) -> Fault:
        return Fault(first.article, first.start, first.end, fact.node, reason, value)

    for party in fact.parties:
        reason = party_fault(fact, party, known)
        if reason:
            yield told(reason, party.name)
    for number in fact.numbers:
        reason = number_fault(fact, number, known)
        if reason:
            yield told(reason, str(number))
    for date in fact.dates:
        reason = date_fault(fact, date, known)
        if reason:
            yield told(reason, date)
    for words in fact.texts:
        if not any(_flat(words) in _flat(quote.words) for quote in fact.quotes) and not _scattered(words, fact):
            yield told("these words are not in the quote", words)


def _flat(words: str) -> str:
    return "".join(c for c in words if c.isalnum()).lower()


def _scattered(words: str, fact: Fact) -> bool:
    """Whether every word stands in the quotes in this order: a sentence told around its "he said"."""
    for quote in fact.quotes:
        at = 0
        said = quote.words.lower()
        for word in words.lower().split():
            bare = word.strip("“”\"'’‘,.;:!?…()[]-–—")
            found = said.find(bare, at) if bare else at
            if found < 0:
                break
            at = found + len(bare)
        else:
            return True
    return False
