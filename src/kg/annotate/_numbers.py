"""Numerals and number words to exact decimals: English and continental grouping, lakh and crore, "three hundred", "1.2m"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from kg.data import rows

MAX_DIGITS = 24  # longer runs of digits are codes, not quantities

# a group of three after a space belongs to the number only where all groups are whole
NUMERAL = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,6}(?!\d|[ \u00a0\u202f.,:/-]\d)|\d+(?:[.,]\d+)*")

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+")


def parse_numeral(text: str) -> Decimal | None:
    """The value of a numeral, or None where it has none or two readings are possible.

    "1,234.5", "3,05,000", "2 381", "1.234,5" and "7,5" are read; "1.234" is English (a little over one); "1,23,4" and "007" are nothing.
    """
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    if len(plain) > MAX_DIGITS or not plain or not plain.isascii():
        return None
    if re.match(r"0\d", plain):
        return None
    commas, dots = plain.count(","), plain.count(".")
    if not commas and not dots:
        return Decimal(plain)
    if commas and dots:
        last = max(plain.rfind(","), plain.rfind("."))
        whole, fraction = plain[:last], plain[last + 1 :]
        if plain[last] == "." and dots == 1 and _grouped(whole):
            return Decimal(f"{whole.replace(',', '')}.{fraction}")
        if plain[last] == "," and commas == 1 and _CONTINENTAL.fullmatch(whole):
            return Decimal(f"{whole.replace('.', '')}.{fraction}")
        return None
    if commas:
        if _grouped(plain):
            return Decimal(plain.replace(",", ""))
        return Decimal(plain.replace(",", ".")) if commas == 1 and len(plain) - plain.rfind(",") <= 3 else None
    if dots == 1:
        return Decimal(plain)
    return Decimal(plain.replace(".", "")) if _CONTINENTAL.fullmatch(plain) else None


def in_full(value: Decimal) -> Decimal:
    """The same number without an exponent and without zeros after the point: 1518000000, 3.6."""
    whole = value.to_integral_value()
    return Decimal(format(whole, "f")) if value == whole else Decimal(format(value.normalize(), "f"))


def _grouped(text: str) -> bool:
    return _ENGLISH.fullmatch(text) is not None or _INDIAN.fullmatch(text) is not None


@cache
def scales() -> tuple[dict[str, Decimal], frozenset[str]]:
    """Scale words with their factors, and those of them that are read only beside a currency."""
    table: dict[str, Decimal] = {}
    money: set[str] = set()
    for _, (word, factor, only) in rows("quantities/scales.tsv", ("word", "factor", "money")):
        table[word] = Decimal(factor)
        if only == "yes":
            money.add(word)
    return table, frozenset(money)


@cache
def scale_pattern() -> re.Pattern[str]:
    """A scale right behind a number: " million", "-million", "bn", " lakh crore"."""
    table, money = scales()
    words = "|".join(re.escape(w) for w in sorted(table, key=lambda w: (-len(w), w)) if w not in money)
    short = "|".join(sorted(re.escape(w) for w in money))
    return re.compile(rf"[ \u00a0\u202f-]?(?P<word>{words})(?![a-z])|[ \u00a0]?(?P<short>{short})(?![^\W_])")


@cache
def number_words(kind: str) -> dict[str, int]:
    """The words of one kind (cardinal, factor, ordinal, times, fold) with their values."""
    return {word: int(value) for _, (word, value, k) in rows("quantities/number_words.tsv", ("word", "value", "kind")) if k == kind}


@cache
def word_pattern() -> re.Pattern[str]:
    """A run of number words ("three hundred", "twenty-five", "a dozen"); ``parse_words`` says whether it is a number."""
    cardinal = "|".join(sorted(number_words("cardinal"), key=lambda w: (-len(w), w)))
    factor = "|".join(sorted(number_words("factor"), key=lambda w: (-len(w), w)))
    joined = rf"(?:{factor})(?:[ \u00a0]and[ \u00a0](?:{cardinal})(?!\w))?"  # "and" joins behind a factor alone: "one and two" are two
    return re.compile(
        rf"(?<![\w-])(?:(?:{cardinal})|an?[ \u00a0]{joined})(?:[ \u00a0-](?:{joined}|{cardinal}))*(?!\w)",
        re.IGNORECASE,
    )


def parse_words(text: str) -> Decimal | None:
    """The value of a run of number words; None where the words do not make one number ("three four")."""
    cardinal, factor = number_words("cardinal"), number_words("factor")
    total, current, last = 0, 0, 10**18
    for word in re.split(r"[ \u00a0-]+", text.lower()):
        if word == "and":
            continue
        if word in ("a", "an"):
            current, last = 1, 1
        elif word in factor:
            size = factor[word]
            if current == 0:
                return None
            current *= size
            if size >= 1000:
                total, current = total + current, 0
            last = 10**18
        elif word in cardinal:
            value = cardinal[word]
            if last < 20 or (last < 100 and not 0 < value < 10):
                return None
            current += value
            last = value
        else:
            return None
    return Decimal(total + current)
