"""Spaces that were lost where lines were joined ("ofIndustry", "toprovide", "billionUSD", "24at", "pandemic,the").

Each joint is judged by itself: a capital inside a word, a digit beside a word, a mark without its space, and a word that no list knows
but that splits in one way into two frequent words. Risky splits (two capitalised words, short heads) are made only in a text that shows
several sure ones, or that has the same words apart elsewhere. Where several splits are as likely none is made and a doubt is told.
Word frequencies are used as a unigram model: a split must beat the whole by a factor, and the second-best split by another.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from kg.data.gazetteer import places
from kg.read.lexicon import UNKNOWN, function_words, honorifics, joined_forms, name_prefixes, number_suffixes, zipf

_RUN: Final = re.compile(r"[^\W\d_]+")
_TOKEN: Final = re.compile(r"\S+")
_LINK: Final = re.compile(r"://|www\.|@|\.(?:com|org|net|gov|edu|vn|info)\b|\A[#/\\]", re.IGNORECASE)
_MARK: Final = re.compile(
    r"(?<=[^\W\d_]{2})[,;](?=[^\W\d_]{2})|(?<=[a-z]{3})[.!?](?=[A-Z][\w'\u2019])|(?<=[^\W\d_]\))(?=[a-z]{2})|(?<=%)[.](?=[A-Z][a-z])|%(?=[a-z]{2})"
)
_ACRONYM: Final = re.compile(r"([A-Z]{3,})([a-z]{2,})\Z")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")

_SURE = 3  # so many sure joints make a text one whose spaces were lost
_GAIN = 2.0  # a split must be 10**2 times as likely as the known whole word
_MARGIN = 1.5  # and 10**1.5 times as likely as the next split
_FLOOR = -9.4  # log10 of the least likely pair of words that is still split
_LONG_FLOOR = -11.6  # and of two long ones, where chance meets are rare ("preferential loans")
_LONGEST = 120  # characters: a longer token is no glued word but data
_COMMON = 3.6  # Zipf value from which a word is never parted
_LONG = 5  # letters


class Doubt(NamedTuple):
    """A word that may be two, and why it was left."""

    start: int
    end: int
    reason: str


class _Joint(NamedTuple):
    at: int
    sure: bool


def lost_spaces(text: str) -> tuple[list[int], list[Doubt]]:
    """Where to put a space back, in order, and the words that were left in doubt."""
    seen = frozenset(_RUN.findall(text))
    pairs = _Pairs(text)
    joints: list[_Joint] = []
    unclear: list[tuple[Doubt, bool]] = []
    for token in _TOKEN.finditer(text):
        word = token.group()
        if not 3 <= len(word) <= _LONGEST or _LINK.search(word) or word in joined_forms():
            continue
        plain = word.rstrip(",.;:")
        if plain.isalpha() and (plain.islower() or plain.istitle()) and zipf(plain) >= _COMMON:
            continue  # most of any text
        base = token.start()
        joints += [_Joint(base + m.end(), m.group() != "%") for m in _MARK.finditer(word)]
        for run in _RUN.finditer(word):
            before, after = word[: run.start()], word[run.end() :]
            found, doubt = _run(run.group(), before, after, seen, pairs)
            joints += [_Joint(base + run.start() + at, sure) for at, sure in found]
            if doubt:
                unclear.append((Doubt(base + run.start(), base + run.end(), doubt), False))
    glued = len({j.at for j in joints if j.sure}) >= _SURE
    places = sorted({j.at for j in joints if j.sure or glued})
    doubts = [d for d, _ in unclear] if glued else []
    return places, doubts


class _Pairs:
    """Whether two words stand side by side, with a space, anywhere in the text; computed when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: frozenset[tuple[str, str]] | None = None

    def __contains__(self, pair: tuple[str, str]) -> bool:
        if self._found is None:
            runs = pairwise(_RUN.finditer(self._text))
            self._found = frozenset((a.group(), b.group()) for a, b in runs if self._text[a.end() : b.start()] == " ")
        return pair in self._found


def _run(run: str, before: str, after: str, seen: frozenset[str], pairs: _Pairs) -> tuple[list[tuple[int, bool]], str]:
    """The joints inside and at the edges of a run of letters: (index in the run, sure)."""
    found: list[tuple[int, bool]] = []
    if before[-1:].isdigit() and _after_number(run, before):
        found.append((0, len(run) >= 3 or _YEAR.search(before) is not None))
    if after[:1].isdigit() and run.islower() and len(run) >= 2 and not before and zipf(run) >= 5.0:
        found.append((len(run), len(run) > 2 or run in function_words()))
    if run in joined_forms() or len(run) < 3:
        return found, ""
    inner = _capital_inside(run, before, seen, pairs)
    if inner is not None:
        return [*found, *inner], ""
    at, sure, doubt = _two_words(run, seen, pairs)
    if at:
        found.append((at, sure))
    return found, doubt


def _after_number(run: str, before: str) -> bool:
    """A word right after digits: "2021was", "30businesses", "24at"; not "10pm" nor "20ft"."""
    if not run.islower() or len(run) < 2 or "." in before[:-1].rstrip("0123456789,.")[-1:]:
        return False
    if run in number_suffixes():
        return run == "in" and _YEAR.search(before) is not None
    if re.search(r"[^\W\d_]\d+\Z", before) and not _YEAR.search(before):  # b2b, h5n1: letters around the digits
        return False
    return zipf(run) >= (5.5 if len(run) == 2 else 4.0 if len(run) < _LONG else 3.4)


def _capital_inside(run: str, before: str, seen: frozenset[str], pairs: _Pairs) -> list[tuple[int, bool]] | None:
    """Joints before capitals that follow a small letter. None where there is no such capital."""
    cuts = [i for i in range(1, len(run)) if run[i - 1].islower() and run[i].isupper()]
    if not cuts:
        return None
    if zipf(run) > UNKNOWN or run.startswith(name_prefixes()):
        # a word that is known as one (YouTube), or a name (McDonald): only the text itself can say otherwise
        return [(i, True) for i in cuts[:1] if (run[:i], run[i:]) in pairs and len(cuts) == 1]
    found: list[tuple[int, bool]] = []
    edges = [0, *cuts, len(run)]
    for left_start, i, right_end in zip(edges, cuts, edges[2:], strict=False):
        left, right = run[left_start:i], run[i:right_end]
        possessive = left == "s" and before[-1:] in ("'", "\u2019")
        if (left, right) in pairs:
            found.append((i, True))
        elif len(right) < 2:
            continue
        elif (right in honorifics() and zipf(left) >= 3.5) or (left in honorifics() and len(left) > 2):
            found.append((i, True))  # "MinisterSmt. X"
        elif possessive or (left.islower() and len(left) >= 2 and zipf(left) >= 3.5):
            found.append((i, True))
        elif left.istitle() and (_known_right(left, right, seen) or (right.istitle() and _two_names(left, right, seen))):
            found.append((i, False))
    return found


def _known_right(left: str, right: str, seen: frozenset[str]) -> bool:
    """A common word behind a word that is known, or that stands elsewhere by itself."""
    return len(left) >= 3 and len(right) >= 4 and zipf(right) >= 4.0 and (left in seen or zipf(left) >= 3.5 or len(right) >= 7)


def _two_names(left: str, right: str, seen: frozenset[str]) -> bool:
    """ "MarisolFuentes" where one of the two stands by itself elsewhere, "AnGiang" of the gazetteer."""
    long = min(len(left), len(right)) >= 4
    if (right in seen and (left in seen or zipf(left) >= 3.0 or long)) or (long and left in seen):
        return True
    return f"{left} {right}" in places()


def _name_and_word(run: str, seen: frozenset[str]) -> int:
    """Where a name that stands elsewhere by itself ends in an unknown word and a common one begins ("Fuentessaid"); 0 if nowhere."""
    cuts = [
        i for i in range(4, len(run) - 2) if run[:i] in seen and zipf(run[i:]) >= 4.0 and (len(run) - i >= 4 or run[i:] in function_words())
    ]
    return cuts[0] if len(cuts) == 1 else 0


def _two_words(run: str, seen: frozenset[str], pairs: _Pairs) -> tuple[int, bool, str]:
    """The one place where a run of letters is two words: (index or 0, sure, doubt)."""
    capital = run[0].isupper()
    if len(run) < 4:
        return 0, False, ""
    acronym = _ACRONYM.match(run)
    if acronym and acronym.group(2) in function_words() and acronym.group(1) in seen:
        return acronym.end(1), False, ""
    if not (run.islower() or run[1:].islower()):
        return 0, False, ""
    whole = zipf(run)
    if whole >= _COMMON:
        return 0, False, ""
    if capital and whole <= UNKNOWN and (at := _name_and_word(run, seen)):
        return at, False, ""
    splits = sorted(
        ((score, i) for i in range(1, len(run)) if (score := _score(run[:i], run[i:])) is not None), key=lambda s: (-s[0], s[1])
    )
    if not splits:
        return 0, False, ""
    best, at = splits[0]
    left, right = run[:at], run[at:]
    if whole > UNKNOWN and best - (whole - 9) < _GAIN:
        return 0, False, ""
    if whole > UNKNOWN and not (left in function_words() and right in function_words()):
        return 0, False, ""
    if len(splits) > 1 and best - splits[1][0] < _MARGIN:
        return 0, False, "words that stand together and can be parted in several ways"
    if capital:
        if left not in seen and not (right in function_words() and len(right) > 2 and zipf(left) >= 4.0) and not _two_long(left, right):
            return 0, False, ""
        return at, (left, right) in pairs, ""
    function = (left in function_words() and len(left) > 2) or (right in function_words() and len(right) > 2) or left in ("to", "of", "by")
    return at, function and best >= -7.6, ""


def _two_long(left: str, right: str) -> bool:
    return len(left) >= 6 and len(right) >= 5 and zipf(right) >= 4.0 and zipf(left) >= 3.0


def _score(left: str, right: str) -> float | None:
    """log10 of the chance of the pair, or None where a part is no word that could stand there."""
    long = len(left) >= _LONG and len(right) >= _LONG
    for part, other in ((left, right), (right, left)):
        if len(part) == 1 and not (part == "a" and part is left and len(other) >= 5 and zipf(other) >= 4.0):
            return None
        if len(part) == 2 and part not in function_words():
            return None
        if len(part) >= 3 and zipf(part) < (2.4 if long else 3.0):
            return None
    score = zipf(left) + zipf(right) - 18
    return score if score >= (_LONG_FLOOR if long else _FLOOR) else None
