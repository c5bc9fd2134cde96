"""A text that remembers where each of its characters stood in the source, through any number of edits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.types import OffsetMap

Edit = tuple[int, int, str]  # text[start:end] becomes the string


@dataclass(frozen=True, slots=True)
class MappedText:
    """``text`` with where each character begins and ends in the source (neither ever falls) and the source's length."""

    text: str
    starts: tuple[int, ...]
    length: int
    ends: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if len(self.ends) != len(self.starts):
            object.__setattr__(self, "ends", tuple(at + 1 for at in self.starts))

    @classmethod
    def of(cls, source: str) -> MappedText:
        """The source as it stands."""
        return cls(source, tuple(range(len(source))), len(source))

    @property
    def offsets(self) -> OffsetMap:
        """The map that an Article carries."""
        return OffsetMap(self.starts, self.length, self.ends)

    def at(self, index: int) -> int:
        """Source offset of the character at ``index``; the source's length at the end."""
        return self.starts[index] if index < len(self.starts) else self.length

    def edit(self, edits: Iterable[Edit]) -> MappedText:
        """Apply edits that are in order and do not overlap.

        A replacement of the same length keeps the offsets one by one; any other stands for all that it replaces, and an
        insertion is empty at the character that follows it. Raises ValueError for edits out of order.
        """
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, new in edits:
            if not done <= start <= end <= len(self.text):
                raise ValueError(f"edit {start}:{end} is out of order or outside a text of {len(self.text)} characters")
            pieces += (self.text[done:start], new)
            starts += self.starts[done:start]
            ends += self.ends[done:start]
            if len(new) == end - start:
                starts += self.starts[start:end]
                ends += self.ends[start:end]
            else:
                starts += [self.at(start)] * len(new)
                ends += [self.ends[end - 1] if end > start else self.at(start)] * len(new)
            done = end
        if not pieces:
            return self
        pieces.append(self.text[done:])
        starts += self.starts[done:]
        ends += self.ends[done:]
        return MappedText("".join(pieces), tuple(starts), self.length, tuple(ends))

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> MappedText:
        """Replace every match; ``new`` is taken literally."""
        return self.edit([(m.start(), m.end(), new if isinstance(new, str) else new(m)) for m in pattern.finditer(self.text)])

    def keep(self, pattern: re.Pattern[str], group: int = 1) -> MappedText:
        """Drop of every match what stands outside the group (markup around words)."""
        edits: list[Edit] = []
        for m in pattern.finditer(self.text):
            edits += [(m.start(), m.start(group), ""), (m.end(group), m.end(), "")]
        return self.edit(edits)
