"""Names as they are compared: what of a person's name is the family's by custom, spellings of one word, companies without legal forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.data import rows
from kg.data.words import surnames


@dataclass(frozen=True, slots=True)
class Parts:
    """A person's name in comparable words, one spelling for all transliterations; ``given[at]`` is what an initial stands for."""

    family: str
    given: tuple[str, ...]
    at: int = 0

    @property
    def main(self) -> str:
        """The given name that counts by custom."""
        return self.given[self.at]

    @property
    def others(self) -> tuple[str, ...]:
        """The rest of the given names, in order."""
        return self.given[: self.at] + self.given[self.at + 1 :]


@cache
def _spellings() -> tuple[Mapping[str, str], tuple[tuple[str, str], ...]]:
    table = {c[0]: c[1] for _, c in rows("same/transliterations.tsv", ("written", "one"))}
    words = {written: one for written, one in table.items() if not written.startswith("-")}
    endings = tuple((written[1:], one[1:]) for written, one in table.items() if written.startswith("-"))
    return MappingProxyType(words), endings


@cache
def one_spelling(word: str) -> str:
    """The spelling that stands for all transliterations of a folded word of a name."""
    words, endings = _spellings()
    if word in words:
        return words[word]
    for written, one in endings:
        if word.endswith(written) and len(word) > len(written) + 1:
            return word.removesuffix(written) + one
    return word


@cache
def _families() -> Mapping[str, frozenset[tuple[str, str]]]:
    """Folded surnames with (custom, order)."""
    found = {name: frozenset((s.custom, s.order) for s in told if s.role == "surname") for name, told in surnames().items()}
    return MappingProxyType({name: told for name, told in found.items() if told})


def parts(words: Sequence[str]) -> Parts | None:
    """The parts of a name of folded words; None for a single word. The family name is the one that custom knows as such, else the last."""
    if len(words) < 2:
        return None
    first, last = _families().get(words[0], frozenset()), _families().get(words[-1], frozenset())
    family_first = bool(first) and (not last or any(order == "family-first" for _, order in first))
    given = tuple(one_spelling(word) for word in (words[1:] if family_first else words[:-1]))
    family, customs = (words[0], first) if family_first else (words[-1], last)
    at = len(given) - 1 if any(custom == "vietnamese" for custom, _ in customs) else 0
    return Parts(one_spelling(family), given, at)


@cache
def _forms() -> Mapping[tuple[str, ...], str]:
    return MappingProxyType({tuple(c[0].split()): c[1] for _, c in rows("same/legal_forms.tsv", ("written", "form"))})


def without_form(words: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """A company's folded words without the legal form at their end, and that form; "" where none is told."""
    for size in range(min(4, len(words) - 1), 0, -1):
        form = _forms().get(tuple(words[-size:]))
        if form is not None:
            return tuple(words[:-size]), form
    return tuple(words), ""
