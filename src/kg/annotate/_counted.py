"""What is counted or measured: the unit or the plural noun behind a number."""

from __future__ import annotations

import re
from functools import cache

from kg.data import many, rows

_WORD = re.compile(r"[ \u00a0\n]([^\W\d_][\w’'&/-]*)")
_HYPHENED = re.compile(r"[-‑]([A-Za-z]{2,20})(?![\w-])")
_NO_PLURAL = ("ss", "us", "is", "’s", "'s", "ous")
_REACH = 5  # words that may stand between a number and its noun, the noun included


@cache
def _units() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = {}
    for _, (unit, forms) in rows("quantities/units.tsv", ("unit", "forms")):
        for form in many(forms):
            table[form] = unit
    exact = [f for f in table if len(f) <= 3 or f != f.lower()]
    loose = [f for f in table if f not in exact]

    def choice(words: list[str]) -> str:
        return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))

    return re.compile(rf"(?P<mark>[ \u00a0\u202f\n-]?)(?P<unit>(?i:{choice(loose)})|{choice(exact)})(?![\w²³]|-old|'|’)"), table


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {word: (plural, use) for _, (word, plural, use) in rows("quantities/plurals.tsv", ("word", "plural", "use"))}


@cache
def _stops() -> frozenset[str]:
    return frozenset(cells[0] for _, cells in rows("quantities/stops.tsv", ("word",)))


def unit_after(text: str, at: int) -> tuple[int, str] | None:
    """End and name of the unit of measure right after ``at`` (" tonnes", "-hectare", "km")."""
    pattern, table = _units()
    match = pattern.match(text, at)
    if match is None:
        return None
    form = match.group("unit")
    return match.end(), table.get(form) or table[form.lower()]


def unit_named(noun: str) -> str:
    """The unit of measure that a noun is, or "" ("six more months")."""
    return _units()[1].get(noun, "")


def member_after(text: str, at: int) -> tuple[int, str] | None:
    """End and plural of the noun joined by a hyphen ("36-member": members). Only nouns of the list: "two-way" counts nothing."""
    match = _HYPHENED.match(text, at)
    if match is None:
        return None
    plural, use = _nouns().get(match.group(1).lower(), ("", ""))
    return (match.end(), plural) if use == "singular" else None


def noun_after(text: str, at: int) -> tuple[int, str] | None:
    """End and form of the plural noun that a number counts ("303 foreign direct investment projects"), or None."""
    end = at
    for _ in range(_REACH):
        match = _WORD.match(text, end)
        if match is None or (text[match.start()] == "\n" and match.group(1)[0].isupper()):
            return None
        word = match.group(1).rstrip("’'")
        if word.lower() in _stops():
            return None
        end = match.end()
        if not _is_plural(word):
            continue
        use = _nouns().get(word.lower(), ("", ""))[1]
        following = _WORD.match(text, end)
        if following is not None and (use == "pair" or word[0].isupper()) and word == match.group(1):
            later = following.group(1).rstrip("’'")
            if _is_plural(later) and later.lower() not in _stops():
                return following.start() + 1 + len(later), later.lower()
        return match.start() + 1 + len(word), word if word.isupper() else word.lower()
    return None


def _is_plural(word: str) -> bool:
    plural, use = _nouns().get(word.lower(), ("", ""))
    if use:
        return use in ("plural", "pair")
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL) and not plural
