"""What is page furniture by its wording or its look, one line at a time; ``blocks`` puts the lines in context.

Furniture gives no facts, so a false alarm loses the article's own words: wording is compared strictly, and prose is only taken for
furniture by rules that are marked so in ``data/read/furniture.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, NamedTuple

from kg.data import DataError, rows
from kg.read.lines import Line

Scope = Literal["line", "box", "list", "end", "prose"]
_SCOPES: Final[dict[str, Scope]] = {"line": "line", "box": "box", "list": "list", "end": "end", "prose": "prose"}
_MENU_MARKS: Final = re.compile(r"[|\u00bb\u203a\u2022\u00b7>]")
_TRAIL: Final = " :.\u00bb\u2026>"
_ARROWS: Final = " >\u00bb\u203a\u2192\u25ba\u25b6\u25b8"  # before a link: ">> Read also: ..."
_LONGEST_MENU_ITEM = 5  # words
_MOST_WORDS = 40  # a longer line is never a heading, a box or a button


class Furniture(NamedTuple):
    """Why a line is furniture and how far that reaches."""

    scope: Scope
    reason: str


class _Rules(NamedTuple):
    line: dict[str, Furniture]
    start: tuple[tuple[str, Furniture], ...]
    end: tuple[tuple[str, Furniture], ...]
    within: tuple[tuple[str, Furniture], ...]
    regex: tuple[tuple[re.Pattern[str], Furniture], ...]


@cache
def _rules() -> _Rules:
    path = "read/furniture.tsv"
    line: dict[str, Furniture] = {}
    others: dict[str, list[tuple[str, Furniture]]] = {"start": [], "end": [], "in": []}
    regex: list[tuple[re.Pattern[str], Furniture]] = []
    for number, (where, scope, phrase, reason) in rows(path, ("where", "scope", "phrase", "reason")):
        if scope not in _SCOPES:
            raise DataError(path, number, f"{scope!r} is no scope")
        furniture = Furniture(_SCOPES[scope], reason)
        if where == "line":
            line[phrase.casefold()] = furniture
        elif where == "regex":
            try:
                regex.append((re.compile(phrase, re.IGNORECASE), furniture))
            except re.error as error:
                raise DataError(path, number, f"no regular expression: {error}") from error
        elif where in others:
            others[where].append((phrase.casefold(), furniture))
        else:
            raise DataError(path, number, f"{where!r} is none of line, start, end, in, regex")
    return _Rules(line, tuple(others["start"]), tuple(others["end"]), tuple(others["in"]), tuple(regex))


def furniture_of(line: Line) -> Furniture | None:
    """What the line alone shows to be, or None."""
    rules = _rules()
    text = line.bare.replace("\u2019", "'")
    folded = text.casefold().lstrip(_ARROWS)
    found = rules.line.get(folded.rstrip(_TRAIL))
    if found:
        return found
    prose = line.body or len(line.words) > _MOST_WORDS
    for phrase, furniture in rules.start:
        if folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum() and _fits(furniture, prose, line, phrase):
            return furniture
    for phrase, furniture in rules.end:
        if not prose and folded.endswith(phrase):
            return furniture
    for phrase, furniture in rules.within:
        if not prose and phrase in folded:
            return furniture
    for pattern, furniture in rules.regex:
        if (furniture.scope == "prose" or not prose) and (pattern.search(text[:400]) or pattern.search(line.text[:400])):
            return furniture
    return Furniture("line", "menu of the page") if is_menu(line) else None


def _fits(furniture: Furniture, prose: bool, line: Line, phrase: str) -> bool:
    """A phrase without a colon may begin a sentence ("Subscribe rates rose"): then only a line that is no sentence counts."""
    if furniture.scope == "prose":
        return True
    return not prose and (phrase[-1] in ":." or not line.ends or len(line.words) <= 8)


def is_menu(line: Line) -> bool:
    """Short items parted by marks: "Home | Sports | Business", "Economy » Integration", "Home > Press centre"."""
    words = line.text.split()
    if words[0] == "Home" and len(words) >= 4 and not line.ends and all(w[0].isupper() for w in words if w[0].isalpha()):
        return True  # "Home Business Travel E-paper": its marks were lost
    items = [item for item in _MENU_MARKS.split(line.bare) if item.strip()]
    strong = "|" in line.text or "\u00bb" in line.text or " > " in line.text or "\u203a" in line.text
    if line.ends or not strong or any(len(item.split()) > _LONGEST_MENU_ITEM for item in items):
        return False
    return len(items) >= 3 or (len(items) == 2 and ("\u00bb" in line.text or " > " in line.text or "\u203a" in line.text))
