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
        inner = _inner(mention.name, short)
        if inner and inside is not None:  # "Customs Division of the Revenue Authority (RA)": the acronym is that of the body behind "of"
            inside.form, inside.name = "name", inner
            aliases.setdefault(short, inner)
            continue
        aliases[short] = mention.name
        if inside is None:
            inside = Found(match.start(1), match.start(1) + len(short), mention.sentence, mention.kind, "acronym", short)
            found.append(inside)
        inside.kind, inside.form, inside.features["alias"] = mention.kind, "acronym", mention.name
    for mention in found:  # "EPAM (Export Promotion Agency of Moldova)"
        match = _PAREN.match(text, mention.end)
        inside = by_start.get(match.start(1)) if match is not None and mention.kind != "Place" and lex.acronym(mention.name) else None
        if inside is not None and inside.kind in ("Agency", "Organization") and inside.end == match.end(1) and mention.name not in aliases:  # type: ignore[union-attr]
            aliases[mention.name] = inside.name
    found.sort(key=lambda f: (f.start, -f.end))
    _initials(found, aliases)
    for mention in found:
        if mention.name in aliases:
            full = next(f for f in found if f.name == aliases[mention.name])
            mention.kind, mention.form = full.kind, "acronym"
            mention.features["alias"] = full.name
    _later(text, found, aliases, starts)
    return aliases


_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "de", "del", "la", "du", "des", "et", "y", "e"))


def letters(name: str) -> frozenset[str]:
    """The initials of a name, without and with those of its small words, in capitals."""
    words = [w for w in re.split(r"[\s\-/]+", name) if w[:1].isalnum()]
    return frozenset(("".join(w[0] for w in words if w.lower() not in _SMALL).upper(), "".join(w[0] for w in words).upper()))


def _inner(name: str, short: str) -> str:
    """The end of a name behind "of" or "of the" whose initials are ``short``, where those of all of it are not; else ""."""
    if short.upper() in letters(name):
        return ""
    for match in re.finditer(r" of (?:the )?(?=[^\W\d_a-z])", name):
        if short.upper() in letters(name[match.end() :]):
            return name[match.end() :]
    return ""


def _initials(found: list[Found], aliases: dict[str, str]) -> None:
    """Acronyms that the text nowhere explains stand for the one body of the text that has their initials ("…, or DOTC")."""
    bodies = ("Agency", "Organization")
    long = {f.name: letters(f.name) for f in found if f.kind in bodies and f.form == "name" and len(f.name.split()) > 2}
    for mention in found:
        if mention.kind not in bodies or mention.form != "acronym" or len(mention.name) < 3 or mention.name in aliases:
            continue
        if "known" in mention.features:
            continue
        fits = sorted(name for name, initials in long.items() if mention.name.upper() in initials or _tail(name, mention.name))
        if len({_bare(name) for name in fits}) == 1:
            aliases[mention.name] = fits[0]


def _bare(name: str) -> str:
    return re.sub(r"^the ", "", name.lower())


def _tail(name: str, short: str) -> bool:
    """Whether the initials are those of the name without the first word, the place ("Ohio Department of …", DOT)."""
    return short.upper() in letters(name.split(" ", 1)[1]) and len(short) > 2


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
