"""How customs shorten names, and what gender they tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.data import rows
from kg.data.gazetteer import fold
from kg.data.tables import choice
from kg.data.words import surnames


def second_mention(name: str) -> str:
    """The word that a second mention uses by custom: the given name (last) in Vietnamese, the family name (first) in Chinese and Korean
    names, else the last word, particles with it. Folded.
    """
    words = fold(name).split()
    first = [s for s in surnames().get(words[0], ()) if s.role == "surname" and s.order == "family-first"]
    if len(words) > 1 and first and not any(s.custom == "vietnamese" for s in first):
        return words[0]
    return words[-1]


@cache
def _genders() -> Mapping[str, str]:
    path = "references/genders.tsv"
    return MappingProxyType({c[0]: choice(path, line, c[1], ("m", "f")) for line, c in rows(path, ("name", "gender"))})


@cache
def _parts() -> tuple[tuple[str, str, str, str], ...]:
    path = "references/gender_parts.tsv"
    return tuple(
        (c[0], choice(path, line, c[1], ("inside", "word", "ending")), choice(path, line, c[2], ("m", "f")), c[3])
        for line, c in rows(path, ("part", "where", "gender", "custom"))
    )


def gender(name: str) -> str:
    """What a name's parts and its given name tell by custom: "m", "f", or "" where nothing does or they disagree."""
    words = fold(name).split()
    if len(words) < 2:
        return ""
    customs = {s.custom for s in surnames().get(words[0], ()) if s.role == "surname" and s.order == "family-first"}
    told = {part_gender for part, where, part_gender, custom in _parts() if _has(words, part, where, custom, customs)}
    if not told:
        given = words[-1] if customs or name.split()[0].isupper() else words[0]
        asian = bool(customs - {"hungarian"})
        found = "" if asian else _genders().get(given, "") or _genders().get(given.split("-")[0], "")
        told = {found} if found else set()
    return next(iter(told)) if len(told) == 1 else ""


def _has(words: list[str], part: str, where: str, custom: str, customs: set[str]) -> bool:
    if custom == "vietnamese" and "vietnamese" not in customs:
        return False
    if where == "ending":
        return words[-1].endswith(part) and len(words[-1]) > len(part) + 1
    return part in (words[1:-1] if where == "inside" else words[1:])
