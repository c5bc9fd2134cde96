"""Numbers of a text with what belongs to each: sign, scale, currency, percent, unit or counted noun; before ranges are joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from kg.annotate._counted import member_after, noun_after, unit_after, unit_named
from kg.annotate._money import currency_after, currency_before
from kg.annotate._numbers import NUMERAL, number_words, parse_numeral, parse_words, scale_pattern, scales, word_pattern
from kg.annotate.dates import time_spans
from kg.data import rows

Kind = Literal["money", "percent", "count", "measure", "times", "rank", "bare"]

_NEVER = re.compile(
    r"\b\d{1,2}:\d{2}(?::\d\d)?\b|\b\d{1,2}(?:[.:]\d{2})?[ \u00a0]?(?:[ap]\.?m|[AP]\.?M)\b\.?"  # times of day
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
    r"[ \u00a0\u202f]?(?:%|％)(?:[ -](?P<a>points?)\b)?|[ \u00a0\n-]?(?:per[ ]?cent|percent|pct|pc)\b(?:[ ](?P<b>points?)\b)?"
    r"|[ \u00a0-]?(?:(?P<c>percentage[ -]points?|pp)|(?P<d>basis[ -]points?|bps))\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"[ \u00a0](?:times)(?=\s(?:higher|lower|larger|smaller|greater|more|less|fewer|as|the|that|faster|bigger|over|its|what)\b)|-?fold\b"
)


@dataclass(frozen=True, slots=True)
class Atom:
    """One number with what belongs to it. ``scale`` is 0 where no word gives one; ``key`` is the currency's symbol, code or name."""

    start: int
    end: int
    value: Decimal
    scale: Decimal
    key: str
    unit: str
    kind: Kind
    sign: int = 0
    glued: bool = False  # right behind a hyphen and a digit: the end of a range, or a score
    word: bool = False


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


def atoms(text: str) -> list[Atom]:
    """The numbers of a text in order, not overlapping; times, codes and names that look like numbers are left out.

    A bare number word ("one of them") is given as the possible start of a range; alone it is no quantity.
    """
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
    clean: list[Atom] = []
    held = {s for s, _ in taken}
    for atom in found:
        if clean and atom.start < clean[-1].end:
            if atom.start in held and clean[-1].kind in ("bare", "count"):
                clean[-1] = atom
            continue
        clean.append(atom)
    return clean


def _rank(match: re.Match[str]) -> Atom:
    group = "a" if match.group("a") else "b"
    word = match.group(group).lower()
    value = number_words("ordinal").get(word) or int(re.sub(r"\D", "", word))
    start = match.start(group)
    return Atom(start, match.end(), Decimal(value), Decimal(0), "", "rank", "rank", word=True)


def _multiple(match: re.Match[str]) -> Atom:
    kind = "times" if match.group("times") else "fold"
    return Atom(match.start(), match.end(), Decimal(number_words(kind)[match.group().lower()]), Decimal(0), "", "times", "times", word=True)


def _numeral(text: str, match: re.Match[str]) -> Atom | None:
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


def _spelled(text: str, match: re.Match[str]) -> Atom | None:
    value, (start, end) = parse_words(match.group()), match.span()
    if value is None:  # "three four": the first word alone
        first = re.match(r"\w+", match.group())
        value = parse_words(first.group()) if first is not None else None
        end = start + (first.end() if first is not None else 0)
        if value is None:
            return None
    atom = _finish(text, start, end, value, "", 0, False, True)
    if atom is None:
        return None  # "two-way"
    if value == 1 and atom.kind not in ("money", "percent", "bare") and not atom.scale:
        return None
    if atom.kind == "count" and text[start].isupper() and text[atom.end - len(atom.unit) : atom.end][:1].isupper():
        return None  # "Seven Stars" is a name
    return atom


def _finish(text: str, start: int, end: int, value: Decimal, key: str, sign: int, glued: bool, word: bool) -> Atom | None:
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
        return Atom(start, full, value, scale, key, "", "money", sign, glued, word)
    if match := _PERCENT.match(text, full):
        points = any(match.group(g) for g in "abcd")
        value = value / 100 if match.group("d") else value  # 25 basis points are 0.25 percentage points
        return Atom(start, match.end(), value, scale, "", "percentage points" if points else "percent", "percent", sign, glued, word)
    if match := _TIMES.match(text, full):
        return Atom(start, match.end(), value, scale, "", "times", "times", sign, glued, word)
    measure = unit_after(text, full)
    if measure is not None:
        return Atom(start, measure[0], value, scale, "", measure[1], "measure", sign, glued, word)
    joined = member_after(text, full)
    if joined is not None:
        return Atom(start, joined[0], value, scale, "", joined[1], "count", sign, glued, word)
    rest = text[full : full + 2]
    if rest[:1].isalpha() or rest[:1] == "_" or (rest[:1] == "-" and rest[1:].isalpha()):
        return None  # 5G, 31st, two-way
    noun = noun_after(text, full)
    if noun is not None:
        unit = unit_named(noun[1])
        return Atom(start, noun[0], value, scale, "", unit or noun[1], "measure" if unit else "count", sign, glued, word)
    return Atom(start, full, value, scale, "", "", "bare", sign, glued, word)
