"""Acronyms and short names that a text defines in brackets, and those that it spells out in small letters."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.annotate import lexicon as lex
from kg.annotate.found import Found

_SPELLED = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]+[\s\-]+){2,6})\(([A-Z][A-Za-z]{1,6})\)")


def common(text: str) -> frozenset[str]:
    """Acronyms that the text spells out in small letters ("gross regional domestic product (GRDP)"): common nouns, no names."""
    found = set()
    for match in _SPELLED.finditer(text):
        words = re.split(r"[\s\-]+", match.group(1).strip())
        letters = match.group(2).lower()
        tail = words[-len(letters) :]
        if (
            len(tail) == len(letters)
            and all(w[0].lower() == c for w, c in zip(tail, letters, strict=True))
            and all(w[0].islower() for w in tail[1:])
        ):
            found.add(match.group(2))
    return frozenset(found)


_PAREN = re.compile(r"\s*\(([^()\n]{2,80})\)")


def define(text: str, found: list[Found], starts: list[int]) -> dict[str, str]:
    """Acronyms and short names that the text defines in brackets after the long name; the brackets' mention takes its kind."""
    aliases: dict[str, str] = {}
    by_start = {f.start: f for f in found}
    for mention in list(found):
        if mention.kind not in ("Agency", "Organization", "Event", "Agreement") or mention.form == "demonym":
            continue
        match = _PAREN.match(text, mention.end)
        if match is None:
            continue
        short = match.group(1).strip()
        inside = by_start.get(match.start(1))
        words = short.split()
        if len(words) > 3 or not all(w[0].isupper() for w in words) or (len(words) == 1 and short.islower()):
            continue
        if inside is not None and (inside.kind == "Country" or inside.end - inside.start != len(short)) and not lex.acronym(short):
            continue
        if inside is not None and inside.kind == "Place" and not lex.acronym(short) and len(words) == 1:
            continue
        if not lex.acronym(short) and mention.kind not in ("Agency", "Organization"):
            continue
        aliases[short] = mention.name
        if inside is None:
            inside = Found(match.start(1), match.start(1) + len(short), mention.sentence, mention.kind, "acronym", short)
            found.append(inside)
        inside.kind, inside.form, inside.features["alias"] = mention.kind, "acronym", mention.name
    for mention in found:  # "EPAM (Export Promotion Agency of Moldova)"
        match = _PAREN.match(text, mention.end)
        inside = by_start.get(match.start(1)) if match is not None and lex.acronym(mention.name) else None
        if inside is not None and inside.kind in ("Agency", "Organization") and inside.end == match.end(1) and mention.name not in aliases:  # type: ignore[union-attr]
            aliases[mention.name] = inside.name
    found.sort(key=lambda f: (f.start, -f.end))
    for mention in found:
        if mention.name in aliases:
            full = next(f for f in found if f.name == aliases[mention.name])
            mention.kind, mention.form = full.kind, "acronym"
            mention.features["alias"] = full.name
    _later(text, found, aliases, starts)
    return aliases


def _later(text: str, found: list[Found], aliases: dict[str, str], starts: list[int]) -> None:
    """Later uses of a defined acronym that no segment covered."""
    for short, name in sorted(aliases.items()):
        full = next(f for f in found if f.name == name)
        taken = [(f.start, f.end) for f in found]
        for match in re.finditer(rf"(?<![^\W_]){re.escape(short)}(?![^\W_])", text):
            if any(s < match.end() and match.start() < e for s, e in taken):
                continue
            sentence = max(bisect_right(starts, match.start()) - 1, 0)
            found.append(Found(match.start(), match.end(), sentence, full.kind, "acronym", short, {"alias": name}))
    found.sort(key=lambda f: (f.start, -f.end))
