"""The time of a figure: its clause's own, the sentence's, or the stretch that the text is about; and the basis of its change."""

from __future__ import annotations

import re

from kg.extract import _figures_former as former
from kg.extract import _figures_when as when
from kg.extract._figures import Anchor, climb
from kg.extract._figures_model import Draft, Figure
from kg.types import Document, PartialDate, Sentence

# the time behind belongs to what a figure is compared with; from each word only to the next one, so that it stays linear
_OTHERS = re.compile(r"\b(?:than|compared|against|versus)\b(?:(?!\b(?:than|compared|against|versus)\b)[^;\d])*\d")


_STRETCH = re.compile(
    r"\b(?:in|for|during|over|of|throughout) (?:the|that|this) (?:same |reporting |reference |review |whole |full )?"
    r"(?P<word>(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ]months?|half[- ]year|half|quarter|month"
    r"|(?:fiscal |financial )?year)"
    r"(?: alone| under review| period| as a whole)?(?! (?:to|ended|ending|before|earlier|ago|of|from)\b)(?=[\s,.;)])",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\b(?:[a-z]{3,9}est|first|most|least)\b[^,;]{0,24}\bsince\b", re.IGNORECASE)  # "the lowest since 2022"
_RUNNING = re.compile(
    r"\b(?:last|past|previous|preceding|next|coming) (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several) "
    r"(?:months|years|quarters|weeks|days|decades)\b|\b(?:last|past|coming|next) decade\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:last|this|next|previous) (?:fiscal |financial )?(?:year|quarter|month|week)\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:same|compared|than|from|over|against|versus|on|of|to|with|since|corresponding)\b[^,;]*$", re.IGNORECASE)
_YEARLY = re.compile(r"\s(?:(?:a|per|each|every)\s(?:year|month|quarter|week|day)|annually|yearly|monthly)\b")  # no stretch that has a date
_LENGTHS = {"half-year": 6, "half year": 6, "half": 6, "quarter": 3, "month": 1, "year": 12, "fiscal year": 12, "financial year": 12}
_NUMBERS = {
    w: n for n, w in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 2)
}  # fmt: skip


def _part(inner: when.Months, outer: when.Months) -> bool:
    """Whether a stretch lies inside a longer one."""
    ends = [m.year * 12 + m.month if m is not None and m.year and m.month else 0 for m in (*inner, *outer)]
    return all(ends) and ends[2] <= ends[0] and ends[1] <= ends[3] and ends[1] - ends[0] < ends[3] - ends[2]


def _before(early: when.Months, late: when.Months) -> bool:
    """Whether a stretch is over before another one begins."""
    ends = [m.year * 12 + m.month if m is not None and m.year and m.month else 0 for m in (*early, *late)]
    return all(ends) and ends[1] < ends[2]


def _year_after(doc: Document, sentence: Sentence, first: int, last: int) -> when.Months:
    """ "last year, 12 percent more than in 2024": the year after, where the article has no date of its own."""
    if re.search(r"\blast year\b", doc.text[first:last]) is None:
        return None, None
    for date in doc.dates_in(sentence):
        year = date.period.start
        if (
            date.grain == "comparison"
            and year is not None
            and year.year
            and year.month is None
            and re.fullmatch(r"(?:in )?\d{4}", date.text)
        ):
            return PartialDate(year.year + 1, 1), PartialDate(year.year + 1, 12)
    return None, None


class Clock:
    """The stretch of time that the text is about (``since``, told in block ``at``) and the basis told last."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.since: when.Months = (None, None)
        self.at = -9
        self.kept = -9  # the block that told ``since``
        self.main: when.Months = (None, None)  # what a part of it ("in March alone") leaves as it is
        self.last = ""

    def keep(self, period: when.Months, block: int) -> None:
        """The time of a figure just read: a part of the stretch that the text is about is left again with its paragraph."""
        self.since, self.at, self.kept = period, block, block
        if not (_part(period, self.main) or _before(period, self.main)):
            self.main = period

    def about(self, block: int) -> when.Months:
        """The stretch of time that a paragraph is about where it tells none."""
        aside = _part(self.since, self.main) or _before(self.since, self.main)
        return self.main if aside and block != self.kept else self.since

    def _named(self, first: int, last: int) -> when.Months:
        """ "in the six months", "in the quarter": the stretch of that length that was told before."""
        for match in _STRETCH.finditer(self.doc.text, first, min(last + 1, len(self.doc.text))):  # its end may be the comma behind
            word = match.group("word").lower()
            length = _LENGTHS.get(word) or _NUMBERS.get(word.split()[0].split("-")[0], 0)
            for told in (self.since, self.main):
                if length and when.span(*told) == length:
                    return told
        return None, None

    def topic(self, sentence: Sentence, found: list[Anchor], drafts: list[Draft]) -> None:
        """Keep the stretch of time that the text is about."""
        if self.doc.article.blocks[sentence.block].role == "item":
            return
        told = [d for d in self.doc.dates_in(sentence) if when.is_period(self.doc, d)]
        if drafts:
            self.at = sentence.block if self.at >= sentence.block - 2 or told else self.at
        for date in told:
            if not drafts and _OTHERS.search(self.doc.text, sentence.start, date.start):
                continue
            low, high = when.months(date)
            if (not drafts and when.span(low, high) < 2) or (not drafts and date.grain == "year"):
                continue
            if (
                not drafts
                and not found
                and not re.search(
                    r"\b(?:results|economy|economic|growth|performance|trade)\b", self.doc.text[sentence.start : sentence.end]
                )
            ):
                continue
            if drafts:
                return  # the figures themselves set it
            self.keep((low, high), sentence.block)
            return

    def window(self, sentence: Sentence, drafts: list[Draft], k: int) -> tuple[int, int]:
        """The characters of a sentence that belong to one figure."""
        start = sentence.start
        if k and not drafts[k].again:
            start = self._edge(sentence, drafts[k - 1], drafts[k])
        following = next((d for d in drafts[k + 1 :] if not d.again), None)
        end = self._edge(sentence, drafts[k], following) if following is not None else sentence.end
        return start, end

    def _edge(self, sentence: Sentence, left: Draft, right: Draft) -> int:
        """Where one figure's words end and the next one's begin: at the clause before its indicator, else behind the left number."""
        low = max(left.last, self.doc.tokens[left.anchor.head].end)
        high = self.doc.tokens[right.anchor.first].start if right.own and right.anchor.first < len(self.doc.tokens) else right.first
        high = min(high, right.first) if high > low else right.first
        between = [t for t in self.doc.words(sentence) if t.start >= low and t.end <= max(high, low)]
        for token in reversed(between):
            if token.text in (";",) or token.text.lower() in ("while", "whereas", "but", "which", "although"):
                return token.start
        for token in reversed(between):
            if token.text == "," or token.text.lower() == "and":
                return token.start
        return max(high, low)

    def period(self, sentence: Sentence, draft: Draft, first: int, last: int, anchor: Anchor) -> tuple[when.Months, bool]:
        told = when.stands(self.doc, self.doc.dates_in(sentence), first, last)
        told = tuple(d for d in told if not _OTHERS.search(self.doc.text, min(draft.last, d.start), d.start))
        told = tuple(d for d in told if not self._of_another(sentence, draft, d.start) and not self._in_aside(sentence, draft, d.start))
        told = tuple(d for d in told if d.role != "since" or not _RECORD.search(self.doc.text, max(first, d.start - 40), d.start + 8))
        spans = [d for d in told if when.is_period(self.doc, d)]
        if anchor.kind == "rate":  # "kept its rate at 6% and raised its forecast for this year"
            further = [t.start for t in self.doc.words(sentence) if t.pos == "VERB" and t.dep == "conj" and t.start > draft.last]
            spans = [d for d in spans if not any(draft.last < at < d.start for at in further)]
        if draft.deal is not None and draft.deal.running and not spans:
            return (None, None), True
        if not spans and (
            _RUNNING.search(self.doc.text, first, min(last + 1, len(self.doc.text))) or _YEARLY.match(self.doc.text, draft.last)
        ):
            return (None, None), True
        if not spans:
            named = self._named(first, last)
            if named == (None, None):
                named = _year_after(self.doc, sentence, first, last)
            unknown = any(when.stock(d) for d in told) or self._undated(first, last)
            return named, named == (None, None) and unknown  # "last year", of which nobody knows which one it was
        after = [d for d in spans if d.start >= self.doc.tokens[anchor.first].start]
        if any(when.stock(d) and d.start > draft.first and not any(s.start > draft.first for s in spans) for d in told):
            return (None, None), True
        return when.months((after or spans)[0]), False

    def _undated(self, first: int, last: int) -> bool:
        """Whether a figure is of a "last year" or "this month" that has no date, and not just compared with it."""
        return any(_COMPARED.search(self.doc.text, max(first, m.start() - 50), m.start()) is None
                   for m in _RELATIVE.finditer(self.doc.text, first, last))  # fmt: skip

    def _of_another(self, sentence: Sentence, draft: Draft, at: int) -> bool:
        """Whether a time belongs to what a figure was before ("slipped to $3 million from $4 million in 2008")."""
        past = [q for q in self.doc.quantities_in(sentence) if draft.last <= q.start < at]
        return any(former.role(self.doc, sentence, q) == "former" for q in past)

    def _in_aside(self, sentence: Sentence, draft: Draft, at: int) -> bool:
        """Whether a time stands in a clause of "which" that a figure is not in ("The economy, which shrank in 2023, grew 4% last year")."""
        words = self.doc.words(sentence)
        date, number = (next((t for t in words if t.end > place), None) for place in (at, draft.first))
        if date is None or number is None:
            return False
        inside = {t.i for t in climb(self.doc, number)}
        return any(t.dep == "relcl" and t.i not in inside for t in climb(self.doc, date))

    def inherited(self, sentence: Sentence, drafts: list[Draft], k: int, made: list[Figure], draft: Draft) -> when.Months:
        if draft.deal is not None and draft.deal.running:
            return (None, None)
        if made:
            ahead = made[-1].status in ("forecast", "target")
            return (None, None) if ahead else (made[-1].start, made[-1].end)
        later = [d for d in self.doc.dates_in(sentence) if when.is_period(self.doc, d) and d.start > draft.last]
        later = [d for d in later if not self._of_another(sentence, draft, d.start)]
        if later and not any(
            t.text.lower() in (";", "while", "whereas", "but") or (draft.anchor.kind == "rate" and t.dep == "conj" and t.pos == "VERB")
            for t in self.doc.words(sentence)
            if draft.last < t.start < later[0].start
        ):
            return when.months(later[0])
        earlier = [d for d in self.doc.dates_in(sentence) if when.is_period(self.doc, d) and d.end < draft.first]
        if earlier and not any(when.stock(d) for d in self.doc.dates_in(sentence)):
            return when.months(earlier[-1])
        if any(when.stock(d) for d in self.doc.dates_in(sentence)):
            return None, None
        return self.about(sentence.block) if sentence.block - self.at <= 2 or self._lists_between(sentence) else (None, None)

    def _lists_between(self, sentence: Sentence) -> bool:
        blocks = self.doc.article.blocks[self.at + 1 : sentence.block]
        return self.at >= 0 and all(b.role in ("item", "heading", "furniture", "caption") for b in blocks)

    def _quarter(self, period: when.Months) -> bool:
        """Whether three months are told as a quarter, which may be measured against the one before."""
        return not any(when.months(d) == period and d.grain != "quarter" for d in self.doc.dates)

    def full_year(self, sentence: Sentence, draft: Draft) -> when.Months:
        text = self.doc.text[sentence.start : draft.last + 30].lower()
        published = self.doc.article.published
        if (
            re.search(r"\b(?:full[- ]year|whole[- ]year|the whole year|the full year|this year)\b", text)
            and published is not None
            and published.year
        ):
            return PartialDate(published.year, 1), PartialDate(published.year, 12)
        return None, None

    def basis(self, sentence: Sentence, drafts: list[Draft], k: int, period: when.Months, before: Figure | None) -> str:
        draft = drafts[k]
        assert draft.change is not None
        numbers = self.doc.quantities_in(sentence)
        following = [q.start for q in numbers if q.start >= draft.change.end]
        if draft.value is not None and following[:1] == [draft.value.start]:
            following = following[1:]  # "rose 5% to $3 million from a year earlier"
        past = [q.end for q in numbers if q.end <= draft.change.start]
        right = self.doc.text[draft.change.end : min([sentence.end, *following])]
        left = self.doc.text[max([sentence.start, *past, draft.change.start - 60]) : draft.change.start]
        compared = [d for d in self.doc.dates_in(sentence) if d.grain == "comparison" and d.period.start is not None]
        near = [d for d in compared if draft.change.end <= d.start <= draft.change.end + len(right)] or [
            d for d in compared if d.start < draft.change.start and not k
        ]
        found = when.basis(right, period, ()) or when.basis("", period, near) or when.basis(left, period, ())
        if found:
            return found
        if 2 <= when.span(*period) <= 12 and (when.span(*period) != 3 or not self._quarter(period)):
            return "yoy"  # a year or the months of one so far are told against the year before
        if before is None:
            return ""
        same = (before.start, before.end) == period or period == (None, None)
        return (before.basis or self.last) if same else ""
