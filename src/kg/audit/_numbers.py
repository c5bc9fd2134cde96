"""Is a number told in the quote: in figures with any separators and scale, or in words?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache

from kg.audit._facts import Fact
from kg.audit._texts import Text
from kg.audit._words import of_use, words_of
from kg.data import rows

_FIGURE = re.compile(r"\d+(?:[.,’'\u00a0\u202f\u2009 ]\d+)*")
_FRACTIONS = {"half": "0.5", "third": "0.3333", "quarter": "0.25", "fifth": "0.2", "tenth": "0.1"}
_LONG = ("hundred", "thousand", "million", "billion", "trillion", "lakh", "crore")
_MANY = 64  # numbers of a quote that are multiplied by each other's scales


def number_fault(fact: Fact, number: Decimal, known: Mapping[str, Text]) -> str:
    """Why a number isn't told in any quote of its fact; "" where it is."""
    del known
    wanted = abs(number)
    for quote in fact.quotes:
        if wanted in numbers(quote.words) or set(words_of(quote.words)) & of_use("amount"):
            return ""
    return "this number is not in the quote"


def numbers(words: str) -> frozenset[Decimal]:
    """Every number that a text may tell: each figure in each reading of its separators, alone and by each scale word of the text."""
    plain = {value for match in _FIGURE.finditer(words) for value in _readings(match.group())} | _spelt(words)
    plain = set(sorted(plain)[:_MANY])
    scales = {scale for word in words_of(words) for scale in _scales(word)}
    scales |= {scale for unit in re.findall(r"(?<=\d)([a-zA-Z]{1,3})\b", words) for scale in _scales(unit)}
    scales |= {_words()[1][word] for word in _LONG if re.search(rf"\d ?{word}", words.lower())}  # "96 millionyuan"
    scales |= {a * b for a in scales for b in scales}
    return frozenset({*plain, *(value * scale for value in plain for scale in scales), *scales})


def _readings(figure: str) -> set[Decimal]:
    """ "1.518" is one and a half or fifteen hundred and eighteen: both."""
    bare = re.sub(r"[’'\u00a0\u202f\u2009 ]", "", figure)
    found = {bare.replace(",", "").replace(".", ""), bare.replace(",", ""), bare.replace(".", "").replace(",", ".")}
    found |= {part for part in re.split(r"[^\d.,]+", figure) if part} | {p for p in re.split(r"[ ,.]", figure) if p}
    values: set[Decimal] = set()
    for text in found:
        try:
            values.add(Decimal(text.replace(",", "")))
        except InvalidOperation:
            continue
    return values


@cache
def _words() -> tuple[Mapping[str, Decimal], Mapping[str, Decimal]]:
    """Number words with their values, and those that multiply."""
    table = [(word, Decimal(value), kind) for _, (word, value, kind) in rows("quantities/number_words.tsv", ("word", "value", "kind"))]
    scale = {word: Decimal(factor) for _, (word, factor, _) in rows("quantities/scales.tsv", ("word", "factor", "money"))}
    return {w: v for w, v, k in table if k != "factor"}, {**{w: v for w, v, k in table if k == "factor"}, **scale}


def _scales(word: str) -> list[Decimal]:
    table = _words()[1]
    return [table[w] for w in (word, word.lower(), word.removesuffix("s"), word.lower().removesuffix("s")) if w in table]


def _spelt(words: str) -> set[Decimal]:
    """Numbers in words: "twenty-five", "three hundred", "one and a half", "a third" (as a share in percent too)."""
    cardinals, factors = _words()
    found: set[Decimal] = set()
    total, open_ = Decimal(0), False
    for word in [*re.split(r"[\s-]+", words.lower()), ""]:
        bare = word.strip("“”\"'’,.;:()")
        if bare in cardinals:
            total, open_ = total + cardinals[bare], True
            found.add(cardinals[bare])
        elif open_ and bare in factors:
            total *= factors[bare]
        elif open_ and bare != "and":
            found.add(total)
            total, open_ = Decimal(0), False
        if bare in ("a", "an"):
            found.add(Decimal(1))
        fraction = _FRACTIONS.get(bare.removesuffix("s"))
        if fraction is not None:
            share = Decimal(fraction)
            found |= {share, share * 100, Decimal("33"), Decimal("33.3"), *(f + share for f in list(found))} if share else set()
        if open_:
            found.add(total)
    return found
