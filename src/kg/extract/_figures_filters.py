"""Numbers that are no figures of their own: what others expected, what a change was before, prices, pairs, and "a growth of"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract._figures import Anchor
from kg.types import Document, Quantity, Sentence

_EXPECTED = re.compile(
    r"\b(?:than|above|below|beat|beating|exceed\w*|miss\w*|topping|topped|against|versus|compared (?:to|with)|over|under|surpass\w*)\b"
    r"[^.,;]{0,30}\b(?:expectations?|consensus|forecasts?|projections?|estimates?|predictions?|expected|predicted|projected)"
    r"(?: (?:of|for|about|around|by|the|an?)){0,2} $",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\s?(?:/|per\b|an?\b)\s?(?:metric )?(?:tonnes?|tons?|barrel|kilograms?|kilogramme|kg|kilo|lit(?:re|er)|gallon|ounce"
    r"|pound|bushel|head|person|share|day|night|month|hour|square|sq|unit|piece|bag|bottle|vehicle|box|MWh|kWh)\b"
)
_MISSED = re.compile(
    r"\s(?:above|below|over|under|short of|ahead of|behind|(?:more|less|higher|lower) than) (?:the |its |their |an? )?(?:[a-z-]+ )?"
    r"(?:targets?|plans?|forecasts?|estimates?|expectations?|budget|projections?|goals?|quota)\b"
)
_MOVED = re.compile(
    r"\b(?:rose|risen|rises|fell|fallen|falls|grew|grown|climbed|dropped|declined|slipped|sank|jumped)"
    r"(?: (?:a|an|by|some|about|another|nearly|further|over)){0,2} $"
)
_CONSENSUS = re.compile(r"[ -](?:\w+ ){0,2}?(?:consensus|expected by|forecast by|predicted by|projected by|estimated by)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"\b(?:after|following|than|from|against|versus|compared (?:with|to)|reversing)\s"
    r"(?:(?:the|an?|its)\s(?:(?:[a-z-]+\s)?(?:rise|increase|growth|gain|fall|drop|decline|decrease|contraction|expansion|loss)\sof\s)?"
    r"|[a-z]{4,12}ing\s(?:by\s)?)?(?:about |some )?$",
    re.IGNORECASE,
)


def priced(doc: Document, q: Quantity) -> bool:
    """Whether a sum is the price of one of something ("$4,200 a tonne")."""
    return _PRICE.match(doc.text, q.end) is not None


def moved_by(doc: Document, q: Quantity) -> bool:
    """Whether a sum is how far a figure moved ("rose $3 million"), and no level."""
    return _MOVED.search(doc.text, max(0, q.start - 24), q.start) is not None


def growth(doc: Document, anchor: Anchor) -> bool:
    """Whether an indicator is but "a growth": the change of the one before it ("exports recorded an annual growth of 5%")."""
    if anchor.kind != "rate" or doc.tokens[anchor.head].text.lower() != "growth" or anchor.last > anchor.head + 1:
        return False
    own = [t for t in doc.tokens[anchor.first : anchor.head] if t.pos in ("NOUN", "PROPN")]
    return all(t.text.lower() in ("year", "month", "quarter", "low", "high", "record") for t in own) and "economic" not in anchor.name


def paired(doc: Document, numbers: Sequence[Quantity], k: int) -> bool:
    """Whether a sum or count is one of two told as a pair ("to 200 and 300 million"), whose owners nobody says."""
    pairs = [(numbers[i], numbers[i + 1]) for i in (k - 1, k) if i >= 0 and i + 1 < len(numbers)]
    return any(low.kind == high.kind != "percent" and re.fullmatch(r"\s?and\s", doc.text[low.end : high.start]) for low, high in pairs)


def expected(doc: Document, sentence: Sentence, q: Quantity) -> bool:
    """Whether a number is what others had expected or what a change was before ("than the consensus of 5%", "after a fall of 2%")."""
    left = doc.text[max(sentence.start, q.start - 80) : q.start]
    if q.kind == "percent" and _MISSED.match(doc.text, q.end):
        return True  # "12 percent above target"
    if _EXPECTED.search(left) or _CONSENSUS.match(doc.text, q.end):
        return True
    return q.kind == "percent" and q.change and _AFTER.search(left) is not None
