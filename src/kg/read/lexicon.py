"""How frequent English words are, and which joined forms are meant: what telling lost spaces needs."""

from __future__ import annotations

from functools import cache

from kg.data import read_text, rows
from kg.data.frequency import UNKNOWN, frequencies, zipf

__all__ = [
    "UNKNOWN",
    "date_labels",
    "frequencies",
    "function_words",
    "honorifics",
    "joined_forms",
    "name_prefixes",
    "number_suffixes",
    "zipf",
]


@cache
def _words(path: str) -> frozenset[str]:
    return frozenset(line.strip() for line in read_text(path).split("\n") if line.strip() and not line.startswith("#"))


def function_words() -> frozenset[str]:
    """Short words that may stand glued to any other."""
    return _words("read/function_words.txt")


def joined_forms() -> frozenset[str]:
    """Words written with a capital inside that are meant so (MoU, PhD, KfW)."""
    return _words("read/joined_forms.txt")


@cache
def name_prefixes() -> tuple[str, ...]:
    """Beginnings of names after which a capital may follow without a space (McDonald)."""
    return tuple(sorted(_words("read/name_prefixes.txt")))


@cache
def honorifics() -> frozenset[str]:
    """Honorifics, without their full stop ("Smt", "Dr"): a name follows them, so that a capital inside a word may be theirs."""
    return frozenset(cells[0].rstrip(".") for _, cells in rows("names/honorifics.tsv", ("honorific", "gender", "custom")))


def number_suffixes() -> frozenset[str]:
    """What may stand right after a number (10pm, 20ft, 3rd)."""
    return _words("read/number_suffixes.txt")


def date_labels() -> frozenset[str]:
    """Words beside a date of publication that say nothing else."""
    return _words("read/date_labels.txt")
