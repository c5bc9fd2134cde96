"""Two names of people compared: whether one person may bear both, and why."""

from __future__ import annotations

from collections.abc import Sequence

from kg.data.spelling import parts

INITIAL = "an initial for a given name"
LEFT_OUT = "a given name left out"
SPELLING = "another spelling of the same name"
ORDER = "family and given name in another order"
JOINED = "given names written together or apart"


def block(words: Sequence[str]) -> str:
    """What all names that may be one person's share: the family name by custom and the first letter of the given name."""
    told = parts(words)
    return "-".join(words) if told is None else f"{told.family}-{told.main[:1]}"


def fits(one: Sequence[str], other: Sequence[str]) -> str:
    """Why two different names of folded words may be one person's; "" where they may not."""
    first, second = parts(one), parts(other)
    if first is None or second is None or first.family != second.family:
        return ""
    if first.given == second.given:
        return ORDER if sorted(one) == sorted(other) else SPELLING
    if "".join(first.given) == "".join(second.given):
        return JOINED
    if first.main == second.main:
        short, long = sorted((first.others, second.others), key=len)
        if _inside(short, long):
            return LEFT_OUT
        return INITIAL if _aligned(short, long) else ""
    letter, word = sorted((first.main, second.main), key=len)
    if len(letter) == 1 and word.startswith(letter) and _aligned(*sorted((first.others, second.others), key=len)):
        return INITIAL
    return ""


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of one stand in the other in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _aligned(short: Sequence[str], long: Sequence[str]) -> bool:
    """The same with initials for words."""
    rest = iter(long)
    return all(any(_initial(word, other) for other in rest) for word in short)


def _initial(word: str, other: str) -> bool:
    return word == other or (1 in (len(word), len(other)) and word[0] == other[0])
