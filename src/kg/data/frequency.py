"""How frequent English words are: what telling lost spaces and common words apart from names needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.data import DataError, rows

UNKNOWN = 1.0  # Zipf value of a word that the list has not: once in a hundred million words


@cache
def frequencies() -> Mapping[str, float]:
    """Zipf frequency (log10 of occurrences in a billion words) by word in lower case."""
    path = "read/word_frequencies.tsv.gz"
    found: dict[str, float] = {}
    for line, (step, words) in rows(path, ("zipf", "words")):
        try:
            zipf = float(step)
        except ValueError as error:
            raise DataError(path, line, f"{step!r} is no number") from error
        found.update(dict.fromkeys(words.split(" "), zipf))
    return MappingProxyType(found)


def zipf(word: str) -> float:
    """Zipf frequency of a word in any case; ``UNKNOWN`` where it is not in the list."""
    return frequencies().get(word.lower(), UNKNOWN)
