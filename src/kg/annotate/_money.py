"""Currencies around a number: symbols, ISO 4217 codes and names, and what a bare "dollar" or "peso" means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.data import many, rows

_COLUMNS = ("code", "countries", "symbols", "names", "generic")


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, dict[str, str]], frozenset[str]]:
    """Symbols to codes, names to codes, generic names to country -> code, all codes."""
    symbols: dict[str, str] = {}
    names: dict[str, str] = {}
    shared: dict[str, dict[str, str]] = {}
    codes: set[str] = set()
    for _, (code, countries, marks, called, generic) in rows("quantities/currencies.tsv", _COLUMNS):
        codes.add(code)
        symbols.update(dict.fromkeys(many(marks), code))
        for name in many(called):
            names[name.lower()] = names[_plural(name.lower())] = code
        if generic:
            shared.setdefault(generic, {}).update(dict.fromkeys(many(countries), code))
    return symbols, names, shared, frozenset(codes)


@cache
def _generics() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Generic words to their generic name, generic symbols to it, generic names to their default code."""
    words: dict[str, str] = {}
    marks: dict[str, str] = {}
    default: dict[str, str] = {}
    for _, (generic, forms, symbols, code) in rows("quantities/generic.tsv", ("generic", "forms", "symbols", "default")):
        words.update(dict.fromkeys((generic, *many(forms)), generic))
        marks.update(dict.fromkeys(many(symbols), generic))
        default[generic] = code
    return words, marks, default


def _plural(name: str) -> str:
    return name if name.endswith("s") else f"{name}s"


def _choice(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(set(map(str, words)), key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


@cache
def _before() -> re.Pattern[str]:
    symbols, _names, _shared, codes = _tables()
    marks = {*symbols, *_generics()[1], *codes}
    lettered = [m for m in marks if m[0].isalpha()]
    codes_ = [m for m in lettered if len(m) > 1]  # "worthRs 500": a lost space
    signs = [m for m in marks if not m[0].isalpha()]
    return re.compile(
        rf"(?:(?<![^\W_])(?P<word>{_choice(lettered)})|(?<=[a-z])(?P<lost>{_choice(codes_)})|(?P<sign>{_choice(signs)}))[ \u00a0\u202f]?$"
    )


@cache
def _after() -> re.Pattern[str]:
    symbols, names, _shared, codes = _tables()
    words, _marks, _default = _generics()
    signs = [m for m in symbols if not m[0].isalpha() and len(m) == 1] + ["US$"]
    called = {*names, *words}
    return re.compile(
        rf"[ \u00a0\u202f]?(?P<code>{_choice([*codes, *(s for s in symbols if s.isalpha() and len(s) > 2)])})(?![a-z])"
        rf"|[ \u00a0\u202f]?(?P<sign>{_choice(signs)})(?!\d)"
        rf"|[ \u00a0\u202f\n-](?:in[ ])?(?P<name>(?i:{_choice(called)}))(?!\w)"
    )


def currency_before(text: str, at: int) -> tuple[int, str] | None:
    """Start and key of the currency whose symbol or code ends right before ``at``; the key is for ``currency``."""
    left = text[max(0, at - 8) : at]
    match = _before().search(left)
    if match is None:
        return None
    key = match.group("word") or match.group("lost") or match.group("sign")
    if len(key) == 1 and key.isalpha() and match.end() - match.start() > 1:
        return None  # "R 5" is no rand
    return at - len(left) + match.start(), key


def currency_after(text: str, at: int) -> tuple[int, str] | None:
    """End and key of the currency that stands right after ``at``."""
    match = _after().match(text, at)
    if match is None:
        return None
    return match.end(), match.group("code") or match.group("sign") or match.group("name").lower()


def currency(key: str, home: Sequence[str], dollar: str) -> str:
    """The ISO 4217 code of a symbol, code or name; "" where it is shared and neither the country nor a default decides."""
    symbols, names, shared, codes = _tables()
    if key in codes:
        return key
    words, marks, default = _generics()
    generic = words.get(key) or marks.get(key)
    if generic == "dollar" and key in ("$", "dollar", "dollars"):
        return dollar
    if generic is not None:
        codes_of = shared.get(generic, {})
        return next((codes_of[land] for land in home if land in codes_of), default[generic])
    return symbols.get(key) or names.get(key) or ""


@cache
def _dollars() -> re.Pattern[str]:
    _symbols, names, _shared, _codes = _tables()
    called = _choice(n for n in names if n.endswith("dollars"))
    return re.compile(
        rf"(?:\ball (?:values|figures|amounts|sums|prices|dollar amounts|dollar figures)\b[^.\n]{{0,40}}?\bin |\bfigures "
        rf"(?:are )?in |\bunless otherwise (?:stated|noted|indicated)\b[^.\n]{{0,30}}?\bin "
        rf"|\((?:all |figures |amounts |values )?(?:in )?)(?P<name>{called})\b",
        re.IGNORECASE,
    )


def default_dollar(text: str, home: str | None = None) -> str:
    """What a bare "$" means in an article: the dollar that it says its figures are in ("(Australian dollars; source: …)"), else that of
    ``home``, the country whose news it is, where its papers write so and the text has no symbol of its own for it; else USD.
    """
    match = _dollars().search(text)
    if match is not None:
        return _tables()[1][match.group("name").lower()]
    code = _domestic().get(home or "")
    if code is None:
        return "USD"
    own = [mark for mark, named in _tables()[0].items() if named == code and mark != "$"]
    return "USD" if any(mark in text for mark in (*own, f"{code} ", "US dollar")) else code


@cache
def _domestic() -> dict[str, str]:
    return {country: code for _, (country, code) in rows("quantities/dollars.tsv", ("country", "code"))}
