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
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.annotate import _change as change
from kg.annotate._atoms import Atom, atoms
from kg.annotate._money import currency, default_dollar
from kg.annotate._numbers import in_full, number_words
from kg.types import Quantity

__all__ = ["default_dollar", "find_quantities"]

_BETWEEN = re.compile(r"\s?(?:[-–—]|\bto\b|\band\b)\s?")


def find_quantities(
    text: str, home: str | Sequence[str] | Callable[[int], Sequence[str]] | None = None, dollar: str | None = None
) -> list[Quantity]:
    """Quantities of ``text`` in order, not overlapping.

    ``home`` is the ISO 3166-1 alpha-2 code of the article's country, or several codes, the likeliest first, or what gives them for an
    offset, for currencies whose name is shared ("45 million pesos");
    ``dollar`` the code of a bare "$", by default what ``default_dollar(text)`` says.
    """
    fixed = () if callable(home) else (home,) if isinstance(home, str) else tuple(home or ())
    lands = home if callable(home) else lambda _: fixed
    dollar = dollar if dollar is not None else default_dollar(text)
    numbers, words = atoms(text), change.change_words(text)
    found: list[Quantity] = []
    at = 0
    while at < len(numbers):
        atom = numbers[at]
        other = numbers[at + 1] if at + 1 < len(numbers) else None
        pair = _range(text, words, atom, other) if other is not None else None
        if pair is not None and other is not None:
            found.append(_quantity(text, pair, other.value * (other.scale or 1), lands(atom.start), dollar, words, found))
            at += 2
            continue
        if other is not None and _shares_unit(text, words, atom, other):
            atom = replace(atom, unit=other.unit, kind=other.kind)
        score = atom.glued or (other is not None and other.glued and other.start == atom.end + 1)
        if not (score and atom.kind in ("bare", "count")) and not (atom.word and atom.kind == "bare"):
            found.append(_quantity(text, atom, None, lands(atom.start), dollar, words, found))
        at += 1
    return found


def _quantity(
    text: str, atom: Atom, upper: Decimal | None, home: Sequence[str], dollar: str, words: tuple[int, ...], before: list[Quantity]
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


def _range(text: str, words: tuple[int, ...], low: Atom, high: Atom) -> Atom | None:
    """Two atoms as one range, or None where they are not its ends."""
    scaled = low.kind == "money" and high.kind == "bare" and high.scale and not low.scale  # "$2-3 billion"
    if high.start - low.end > 7 or (high.kind in ("bare", "rank", "times") and not scaled) or high.sign:
        return None
    match = _BETWEEN.fullmatch(text, low.end, high.start)
    if match is None:
        return None
    if (low.kind not in ("bare", high.kind) and not scaled) or (low.kind in ("count", "measure") and low.unit != high.unit):
        return None
    if low.kind == high.kind == "percent" and low.unit != high.unit:
        return None  # "by 50 basis points to 11.75 percent"
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
    if mark == "to" and low.kind == "money" and re.search(r"\bby\s$", left):
        return None  # "rose by $5 million to $320 million": the same
    if mark == "to" and low.kind == "bare" and change.moves_from(text, words, low.start):
        return None
    scale = low.scale if low.scale or low.value >= 1000 else high.scale
    if low.word and high.word and not scale and low.value < 1000 <= high.value:  # "between one and two million euros"
        factors = [f for w, f in number_words("factor").items() if re.search(rf"\b{w}\b", text[high.start : high.end], re.IGNORECASE)]
        scale = Decimal(max(factors, default=1))
    if low.value * (scale or 1) > high.value * (high.scale or 1):
        return None
    return replace(
        low, end=high.end, scale=scale, key=low.key or high.key, unit=high.unit, kind="money" if low.key or high.key else high.kind
    )


def _shares_unit(text: str, words: tuple[int, ...], low: Atom, high: Atom) -> bool:
    """ "rose from 2.1 to 2.4 per cent": two levels, the first without a unit of its own."""
    if low.kind != "bare" or high.kind not in ("percent", "measure") or high.start - low.end > 4 or low.scale or high.scale:
        return False
    match = _BETWEEN.fullmatch(text, low.end, high.start)
    return match is not None and match.group().strip() == "to" and change.moves_from(text, words, low.start)
