"""The word list of occasions, typed: which words have which use (see the head of ``data/occasions/words.tsv``)."""

from __future__ import annotations

from functools import cache

from kg.data import DataError, rows

USES = (
    "never", "weak", "kind-of", "part", "ahead", "wish", "ends", "starts", "called-off", "put-off", "talks", "venue", "delegation", "audience",
    "sponsor", "joins", "light",
    "loose",
    "tells", "stall", "cheer", "travel", "address", "guests",
)  # fmt: skip
_PATH = "occasions/words.tsv"


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {use: set() for use in USES}
    for line, (word, use) in rows(_PATH, ("word", "use")):
        if use not in found:
            raise DataError(_PATH, line, f"{use!r} is none of {', '.join(USES)}")
        found[use].add(word)
    return {use: frozenset(words) for use, words in found.items()}


def words(use: str) -> frozenset[str]:
    """The words of one use, in lower case."""
    return _lists()[use]
