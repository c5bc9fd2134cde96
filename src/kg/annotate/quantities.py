"""Quantities: where they stand, their value in full, unit, and whether they are a level or a change.

Own rules over closed word lists, after the description of value, unit, modifier and change in CQE (Almasian et al. 2023): no library that
was tried gives ISO 4217 codes, lakh and crore, and the direction of a change. What is read:

- Values are magnitudes: "down 3.8%" is 3.8 with ``change`` True and ``direction`` -1; so is "−3.8%".
- A range ("between $85,000 and $90,000", "5% to 7%") is one quantity with ``upper``; "rose from $5 million to $7 million" is two.
- "$" and "dollars" are US dollars unless the caller says otherwise (``default_dollar``); a peso, rupee or dinar has the unit "" unless
  the article's country is given.
- Times, phone numbers, numbers of laws, articles, rooms and list items, scores, ages and editions are no quantities.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from kg.annotate import _change as change
from kg.annotate._counted import member_after, noun_after, unit_after, unit_named
from kg.annotate._money import currency, currency_after, currency_before, default_dollar
from kg.annotate._numbers import NUMERAL, in_full, number_words, parse_numeral, parse_words, scale_pattern, scales, word_pattern
from kg.annotate.dates import time_spans
from kg.data import rows
from kg.types import Quantity

__all__ = ["default_dollar", "find_quantities"]

Kind = Literal["money", "percent", "count", "measure", "times", "rank", "bare"]

_NEVER = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d\d)?[ \u00a0]?(?:[ap]\.?m\b\.?)?(?<=[:m.\d])(?=[^\d%]|$)(?<!\.\d\d)|\b\d{1,2}[ \u00a0]?[ap]\.?m\b\.?"  # times of day
    r"|(?:\+\d{1,3}[ -]?)?\(?\b\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}(?:[ -]\d{2,4}){0,2}\b|\+\d{1,3}(?:[ -]\d{1,4}){2,6}\b"  # phones
    r"|\b0\d{1,3}[ -]\d{3,4}[ -]?\d{3,4}\b"
    r"|\b[\w.+-]{1,64}@[\w.-]{1,100}|\bhttps?://\S{1,300}|\bwww\.\S{1,200}"
    r"|\b[\w-]{0,10}\d{1,6}/\d{1,6}(?:/[\w-]{1,20})*"  # 39/2024/QH15
    r"|\b\d+(?:\.\d+){2,}\b(?!,\d)"  # 1.2.3
    r"|^[ \t]*\(?\d{1,3}[.)][ \t]"  # items of a list
    r"|\(\d{1,2}\)"
    r"|\b\d{1,3}-year-olds?\b|\baged?[ ]\d{1,3}\b|(?<=[a-zà-ÿ]), \d{2}, (?=[a-z])"  # ages
    r"|\b\d{1,3} (?:years old|years of age)\b",
    re.MULTILINE,
)
_PERCENT = re.compile(
    r"[ \u00a0\u202f]?(?:%|％)(?:[ -](?P<a>points?)\b)?|[ \u00a0\n-]?(?:per[ ]?cent|percent|pct)\b(?:[ ](?P<b>points?)\b)?"
    r"|[ \u00a0-]?(?P<c>percentage[ -]points?|pp)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"[ \u00a0](?:times)(?=\s(?:higher|lower|larger|smaller|greater|more|less|fewer|as|the|that|faster|bigger|over|its|what)\b)|-?fold\b"
)
_BETWEEN = re.compile(r"\s?(?:[-–—]|\bto\b|\band\b)\s?")


@dataclass(frozen=True, slots=True)
class _Atom:
    """One number with what belongs to it, before ranges are joined."""

    start: int
    end: int
    value: Decimal
    scale: Decimal
    key: str  # of the currency
    unit: str
    kind: Kind
    sign: int = 0
    glued: bool = False  # right behind a hyphen and a digit: the end of a range, or a score
    word: bool = False


def find_quantities(text: str, home: str | None = None, dollar: str | None = None) -> list[Quantity]:
    """Quantities of ``text`` in order, not overlapping.

    ``home`` is the ISO 3166-1 alpha-2 code of the article's country, for currencies whose name is shared ("45 million pesos");
    ``dollar`` the code of a bare "$", by default what ``default_dollar(text)`` says.
    """
    dollar = dollar if dollar is not None else default_dollar(text)
    atoms, words = _atoms(text), change.change_words(text)
    found: list[Quantity] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        other = atoms[at + 1] if at + 1 < len(atoms) else None
        pair = _range(text, words, atom, other) if other is not None else None
        if pair is not None and other is not None:
            found.append(_quantity(text, pair, other.value * (other.scale or 1), home, dollar, words, found))
            at += 2
            continue
        if other is not None and _shares_unit(text, words, atom, other):
            atom = replace(atom, unit=other.unit, kind=other.kind)
        score = atom.glued or (other is not None and other.glued and other.start == atom.end + 1)
        if not (score and atom.kind in ("bare", "count")):
            found.append(_quantity(text, atom, None, home, dollar, words, found))
        at += 1
    return found


def _quantity(
    text: str, atom: _Atom, upper: Decimal | None, home: str | None, dollar: str, words: tuple[int, ...], before: list[Quantity]
) -> Quantity:
    unit = currency(atom.key, home, dollar) if atom.kind == "money" else atom.unit
    percent = atom.kind == "percent"
    way = atom.sign
    if not way and atom.kind in ("percent", "money", "count", "measure"):
        way = change.direction(text, words, atom.start, atom.end, percent)
    if (
        not way
        and percent
        and before
        and before[-1].change
        and before[-1].kind == "percent"
        and change.joined(text, before[-1].end, atom.start, atom.end)
    ):
        way = before[-1].direction
    return Quantity(
        start=atom.start,
        end=atom.end,
        text=text[atom.start : atom.end],
        value=in_full(atom.value * (atom.scale or 1)),
        unit=unit,
        kind=atom.kind,
        upper=None if upper is None else in_full(upper),
        change=way != 0,
        direction=way,
        modifier=change.modifier(text, atom.start),
    )


def _range(text: str, words: tuple[int, ...], low: _Atom, high: _Atom) -> _Atom | None:
    """Two atoms as one range, or None where they are not its ends."""
    scaled = low.kind == "money" and high.kind == "bare" and high.scale and not low.scale  # "$2-3 billion"
    if high.start - low.end > 7 or (high.kind in ("bare", "rank", "times") and not scaled) or high.sign:
        return None
    match = _BETWEEN.fullmatch(text, low.end, high.start)
    if match is None:
        return None
    if (low.kind not in ("bare", high.kind) and not scaled) or (low.kind in ("count", "measure") and low.unit != high.unit):
        return None
    if low.key and high.key and low.key != high.key:
        return None
    left = text[max(0, low.start - 16) : low.start]
    mark = match.group().strip()
    if mark == "and" and not re.search(r"\bbetween\s(?:an?\s|about\s|some\s)?$", left):
        return None
    if mark == "to" and low.kind != "bare":
        if re.search(r"\bfrom\s$", left) and change.moves_from(text, words, low.start):
            return None
        # "fell 6.8% to 5%": a change and the level it led to
        if (
            low.kind == "percent"
            and not re.search(r"\b(?:by|of|between|from)\s$", left)
            and change.direction(text, words, low.start, low.end, True)
        ):
            return None
    if mark == "to" and low.kind == "bare" and change.moves_from(text, words, low.start):
        return None
    scale = low.scale if low.scale or low.value >= 1000 else high.scale
    if low.value * (scale or 1) > high.value * (high.scale or 1):
        return None
    return replace(
        low, end=high.end, scale=scale, key=low.key or high.key, unit=high.unit, kind="money" if low.key or high.key else high.kind
    )


def _shares_unit(text: str, words: tuple[int, ...], low: _Atom, high: _Atom) -> bool:
    """ "rose from 2.1 to 2.4 per cent": two levels, the first without a unit of its own."""
    if low.kind != "bare" or high.kind not in ("percent", "measure") or high.start - low.end > 4 or low.scale or high.scale:
        return False
    match = _BETWEEN.fullmatch(text, low.end, high.start)
    return match is not None and match.group().strip() == "to" and change.moves_from(text, words, low.start)


@cache
def _labels() -> re.Pattern[str]:
    words = [cells[0] for _, cells in rows("quantities/labels.tsv", ("word",))]
    return re.compile(rf"(?:^|[^\w])(?:{'|'.join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))})(?:\.|:)?[ \u00a0]?$")


@cache
def _ranks() -> re.Pattern[str]:
    ordinal = "|".join(sorted(number_words("ordinal"), key=lambda w: (-len(w), w)))
    after = "|".join(sorted((cells[0] for _, cells in rows("quantities/ranks.tsv", ("word",))), key=lambda w: (-len(w), w)))
    number = rf"(?:{ordinal}|\d{{1,3}}(?:st|nd|rd|th))"
    return re.compile(
        rf"\b(?P<a>{number})[ \u00a0\n-](?:{after})\b|\b(?:rank(?:s|ed|ing)?|placed|came|comes|finished|stood|stands) (?:joint "
        rf"|in )?(?:the )?(?P<b>{number})\b(?! (?:time|quarter|half|year|month|day)\b)",
        re.IGNORECASE,
    )


@cache
def _multiples() -> re.Pattern[str]:
    times = "|".join(sorted(number_words("times")))
    fold = "|".join(sorted(number_words("fold")))
    return re.compile(rf"\b(?:(?P<times>{times})(?=\s(?:as|the|that|what|its)\b)|(?P<fold>{fold})\b)", re.IGNORECASE)


def _atoms(text: str) -> list[_Atom]:
    never = sorted([(m.start(), m.end()) for m in _NEVER.finditer(text)] + time_spans(text))
    starts = [s for s, _ in never]
    furthest: list[int] = []
    for _, end in never:
        furthest.append(max(end, furthest[-1] if furthest else 0))

    def blocked(start: int, end: int) -> bool:
        i = bisect_right(starts, end - 1) - 1
        return i >= 0 and furthest[i] > start

    found = [a for m in _ranks().finditer(text) if not blocked(m.start(), m.end()) for a in (_rank(m),)]
    found += [_multiple(m) for m in _multiples().finditer(text)]
    taken = sorted((a.start, a.end) for a in found)
    for match in NUMERAL.finditer(text):
        if not blocked(match.start(), match.end()):
            atom = _numeral(text, match)
            if atom is not None:
                found.append(atom)
    for match in word_pattern().finditer(text):
        if not blocked(match.start(), match.end()):
            atom = _spelled(text, match)
            if atom is not None:
                found.append(atom)
    found.sort(key=lambda a: (a.start, -a.end))
    clean: list[_Atom] = []
    held = {s for s, _ in taken}
    for atom in found:
        if clean and atom.start < clean[-1].end:
            if atom.start in held and clean[-1].kind in ("bare", "count"):
                clean[-1] = atom
            continue
        clean.append(atom)
    return clean


def _rank(match: re.Match[str]) -> _Atom:
    group = "a" if match.group("a") else "b"
    word = match.group(group).lower()
    value = number_words("ordinal").get(word) or int(re.sub(r"\D", "", word))
    start = match.start(group)
    return _Atom(start, match.end(), Decimal(value), Decimal(0), "", "rank", "rank", word=True)


def _multiple(match: re.Match[str]) -> _Atom:
    kind = "times" if match.group("times") else "fold"
    return _Atom(
        match.start(), match.end(), Decimal(number_words(kind)[match.group().lower()]), Decimal(0), "", "times", "times", word=True
    )


def _numeral(text: str, match: re.Match[str]) -> _Atom | None:
    value = parse_numeral(match.group())
    if value is None:
        return None
    start, end = match.span()
    money = currency_before(text, start)
    first = money[0] if money is not None else start
    sign = 0
    before = text[first - 1] if first else " "
    glued = False
    if before in "+-–−" and (first < 2 or not (text[first - 2].isalnum() or text[first - 2] in "%$")):
        sign = 1 if before == "+" else -1
        first -= 1
    elif before in "-–—‑" and first > 1 and text[first - 2].isalpha() and money is None:
        return None  # Covid-19
    elif before in "-–—" and first > 1:
        glued = text[first - 2].isdigit()
    elif (before.isalnum() or before in "/_#@.:") and money is None and (before != "." or text[first - 2 : first - 1].isdigit()):
        return None
    atom = _finish(text, first, end, value, money[1] if money is not None else "", sign, glued, False)
    if atom is not None and atom.kind in ("bare", "count", "measure") and _labels().search(text[max(0, first - 16) : first]):
        return None
    return atom


def _spelled(text: str, match: re.Match[str]) -> _Atom | None:
    value, (start, end) = parse_words(match.group()), match.span()
    if value is None:  # "three four": the first word alone
        first = re.match(r"\w+", match.group())
        value = parse_words(first.group()) if first is not None else None
        end = start + (first.end() if first is not None else 0)
        if value is None:
            return None
    atom = _finish(text, start, end, value, "", 0, False, True)
    if atom is None or atom.kind == "bare":
        return None  # "one of them", "the two met"
    if value == 1 and atom.kind not in ("money", "percent") and not atom.scale:
        return None
    if atom.kind == "count" and text[start].isupper() and text[atom.end - len(atom.unit) : atom.end][:1].isupper():
        return None  # "Seven Stars" is a name
    return atom


def _finish(text: str, start: int, end: int, value: Decimal, key: str, sign: int, glued: bool, word: bool) -> _Atom | None:
    """The atom with what stands right of its number: scale, currency, percent, unit or counted noun."""
    table, _short = scales()
    scale, full = Decimal(0), end
    match = scale_pattern().match(text, end)
    if match is not None:
        after = currency_after(text, match.end())
        unit = match.group("word") or match.group("short")
        noun = noun_after(text, match.end()) if match.start("short") == end else None
        if match.group("word") or key or after or noun is not None or unit in ("k", "K"):
            scale, full = table[unit], match.end()
    if not key:
        after = currency_after(text, full)
        if after is not None:
            full, key = after
    if key:
        return _Atom(start, full, value, scale, key, "", "money", sign, glued, word)
    if match := _PERCENT.match(text, full):
        points = match.group("a") or match.group("b") or match.group("c")
        return _Atom(start, match.end(), value, scale, "", "percentage points" if points else "percent", "percent", sign, glued, word)
    if match := _TIMES.match(text, full):
        return _Atom(start, match.end(), value, scale, "", "times", "times", sign, glued, word)
    measure = unit_after(text, full)
    if measure is not None:
        return _Atom(start, measure[0], value, scale, "", measure[1], "measure", sign, glued, word)
    joined = member_after(text, full)
    if joined is not None:
        return _Atom(start, joined[0], value, scale, "", joined[1], "count", sign, glued, word)
    rest = text[full : full + 2]
    if rest[:1].isalpha() or rest[:1] == "_" or (rest[:1] == "-" and rest[1:].isalpha()):
        return None  # 5G, 31st, two-way
    noun = noun_after(text, full)
    if noun is not None:
        unit = unit_named(noun[1])
        return _Atom(start, noun[0], value, scale, "", unit or noun[1], "measure" if unit else "count", sign, glued, word)
    return _Atom(start, full, value, scale, "", "", "bare", sign, glued, word)
