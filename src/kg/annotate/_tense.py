"""Whether a time named in a clause lies before or after the article, told from the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from kg.data import rows

_BOUNDARY = re.compile(r"(?:[a-z]{3}|[\d)%”’\"])[.!?][”’\")]*[ \u00a0]+(?=[“\"A-ZÀ-Þ])|;|\n(?![ \t]*[a-z])")
_RELATIVE = re.compile(r",\s(?:who|which|whose)\b[^,.;\n]{0,160},")
_SPEECH = frozenset(
    ["said", "told", "added", "noted", "stated", "announced", "reported", "confirmed", "revealed", "stressed", "explained", "recalled"]
)
_REACH = 400  # characters of a clause that are looked at on each side
_LABEL = re.compile(r"[A-Z][a-z]{2,8}\.? ?\d{0,2}(?:[–—-]\d{1,2})?:")
_LABEL_WORD = re.compile(r"\b(?:coming|upcoming|next|ahead|schedule|agenda|calendar|forthcoming)\b", re.IGNORECASE)


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, str]]:
    tenses = {phrase: tense for _, (phrase, tense) in rows("dates/tense.tsv", ("phrase", "tense"))}
    words = sorted(tenses, key=lambda w: (-len(w), w))
    marks = "|".join(re.escape(w) for w in words if not w[0].isalpha())
    plain = "|".join(re.escape(w) for w in words if w[0].isalpha())
    # "Park Ji-won" has won nothing, and what is "state-owned" need be no past; "co-hosted" is one
    return re.compile(rf"(?:{marks})\b|(?<![\w-])(?<!\bbe )(?:{plain}|(?:co-|re-)?[a-z]{{2,20}}ed)\b"), tenses


@dataclass(frozen=True, slots=True)
class Clauses:
    """The sentence bounds and the tense words of one text, found once."""

    text: str
    bounds: tuple[int, ...]
    cues: tuple[tuple[int, int, str, bool], ...]  # start, end, tense, a verb of speech
    asides: tuple[tuple[int, int], ...]  # relative clauses between commas

    def bounds_of(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a span, no further than a few hundred characters."""
        at = bisect_right(self.bounds, start)
        left = self.bounds[at - 1] if at else 0
        after = bisect_left(self.bounds, end)
        right = self.bounds[after] if after < len(self.bounds) else len(self.text)
        return max(left, start - _REACH), min(right, end + _REACH)

    def _aside(self, at: int) -> int:
        i = bisect_right(self.asides, (at, len(self.text))) - 1
        return i if i >= 0 and self.asides[i][0] <= at < self.asides[i][1] else -1

    def _chained(self, i: int) -> tuple[int, int, str, bool]:
        """A cue, or the plan that it hangs on: "was to take place", "was to have been held"."""
        at = i
        while at and self.cues[at][0] - self.cues[at - 1][1] <= 4:
            at -= 1
            if self.cues[at][2] == "planned":
                return self.cues[at]
        return self.cues[i]

    def _changed(self, left: int, right: int) -> bool:
        """Whether a sentence tells that a plan is old or was changed."""
        first = bisect_left(self.cues, (left, 0, "", False))
        last = bisect_left(self.cues, (right, 0, "", False))
        return any(cue[2] == "planned" for cue in self.cues[first:last])

    def tense(self, start: int, end: int) -> str:
        """past, future, planned or "": the nearest cue before the span, else the first after it, else the heading above an item."""
        left, right = self.bounds_of(start, end)
        mine = self._aside(start)
        nearest = following = None
        for i in range(bisect_left(self.cues, (start, 0, "", False)) - 1, -1, -1):
            if self.cues[i][0] < left:
                break
            if self._aside(self.cues[i][0]) in (mine, -1):
                nearest = self._chained(i)
                break
        for i in range(bisect_left(self.cues, (end, 0, "", False)), len(self.cues)):
            if self.cues[i][0] >= right:
                break
            if self._aside(self.cues[i][0]) in (mine, -1):
                following = self.cues[i]
                break
        if nearest is not None and nearest[2] == "slated":
            return "planned" if self._changed(left, right) else "future"
        if nearest is not None:
            near = following is not None and len(self.text[end : following[0]].split()) <= 2
            if nearest[3] and near and following is not None and len(self.text[nearest[1] : start].split()) > 3:
                return following[2]  # "said the fair on Monday will …"
            return nearest[2]
        if following is not None and following[2] != "past":
            return following[2]
        return self._heading(left) or (following[2] if following is not None else "")

    def done(self, start: int) -> bool:
        """A past verb that is none of speech stands right before the span: "took place in February" has been."""
        i = bisect_left(self.cues, (start, 0, "", False)) - 1
        if i < 0:
            return False
        _, end, tense, speech = self.cues[i]
        return tense == "past" and not speech and len(self.text[end:start].split()) <= 4 and not re.search(r"[.;\n]", self.text[end:start])

    def _heading(self, line_start: int) -> str:
        """future where the short line above the list that holds the span says so ("Coming events")."""
        at = line_start
        for _ in range(12):
            while at > 0 and self.text[at - 1] in " \t\n":
                at -= 1
            if at <= 0:
                return ""
            begin = max(self.text.rfind("\n", max(0, at - 200), at) + 1, max(0, at - 200))
            line = self.text[begin:at].strip()
            if line and line[0] not in "•-–—*(" and not line[0].isdigit() and not _LABEL.match(line):
                return "future" if len(line) <= 60 and line[-1] not in ".?!" and _LABEL_WORD.search(line) else ""
            at = begin
        return ""


def clauses(text: str) -> Clauses:
    """Read the bounds and cues of a text."""
    pattern, tenses = _cues()
    cues = tuple((m.start(), m.end(), tenses.get(m.group(), "past"), m.group() in _SPEECH) for m in pattern.finditer(text))
    bounds = tuple(m.end() for m in _BOUNDARY.finditer(text))
    asides = tuple((m.start(), m.end()) for m in _RELATIVE.finditer(text))
    return Clauses(text, bounds, cues, asides)
