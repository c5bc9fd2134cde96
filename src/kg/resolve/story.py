"""Whether two articles are one story, printed twice: most words the same, and nothing that tells two stories of one mould apart.

A reprint has another headline, dateline or byline, lacks a paragraph, has one more, a note of its editor. So whole sentences come and
go, and those that stay are the same. A bulletin of the next day has the same sentences with other numbers and names in them. Hence the
words are compared as a whole, and sentences that are alike but not the same are looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from kg.data import rows
from kg.data.gazetteer import fold
from kg.resolve.prints import bands, runs
from kg.types import Article, PartialDate

ROLES = frozenset(("paragraph", "item"))  # the body: headlines, datelines, bylines and captions are each paper's own
SHORTEST = 30  # words of a body: of two or three sentences nobody can say that they were printed from one another
LONGEST = 20_000  # words of a body that are looked at: a long report's beginning tells what it is
MOST = 250_000  # pairs of sentences that are compared: what differs in more is another story, or is made to keep a reader busy
CONTAINED = 0.6  # share of the shorter body's runs: of a brief of five paragraphs, one cut and one of their own put in leave so much
ALIKE = 0.4  # share of both bodies' runs: below it the one is a round-up that holds the other among more
OTHERWISE = 0.1  # share of sentences with another name where all else agrees: a spelling, the paper's own name
LIKE = 0.5  # share of words that two sentences have in common to be one sentence told otherwise: two of a mould have more
APART = 3  # days between two prints of one story; what comes back later is a bulletin of the week, or news again

_WORD = re.compile(r"[^\W_]+(?:[.,:'’][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")


@cache
def _numbers() -> Mapping[str, str]:
    told = {word: value for _, (word, value, _) in rows("quantities/number_words.tsv", ("word", "value", "kind"))}
    return MappingProxyType({word: value for word, value in told.items() if word != "one"})  # mostly no number at all


@dataclass(frozen=True, slots=True)
class Sentence:
    """Folded words in order; the numbers among them, "five" as 5; and the names, which are written with capitals wherever they stand."""

    words: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """The body of an article for comparing. Without ``runs`` it is too short to be compared."""

    article: str
    day: PartialDate | None
    publisher: frozenset[str]
    sentences: tuple[Sentence, ...]
    runs: frozenset[str]


def story(article: str, day: PartialDate | None, publisher: str | None, text: str, blocks: Iterable[tuple[int, int, str]]) -> Story:
    """The story of an article's text; ``blocks`` are (start, end, role)."""
    written = [_WORD.findall(piece) for start, end, role in blocks if role in ROLES for piece in _END.split(text[start:end])]
    common = frozenset(fold(word) for sentence in written for word in sentence if word[0].islower())
    told = [_sentence(sentence, common) for sentence in _begun(written)]
    words = [word for sentence in told for word in sentence.words]
    found = frozenset(runs(words)) if len(words) >= SHORTEST else frozenset()
    return Story(article, day, frozenset(_folded(publisher or "")), tuple(told), found)


def _begun(written: Iterable[list[str]]) -> Iterator[list[str]]:
    """The sentences up to the bound."""
    left = LONGEST
    for sentence in written:
        if sentence and left > 0:
            yield sentence[:left]
            left -= len(sentence)


def story_of(article: Article) -> Story:
    """The same of an article that was just read."""
    return story(article.id, article.published, article.publisher, article.text, ((b.start, b.end, b.role) for b in article.blocks))


def bands_of(article: Article) -> tuple[int, ...]:
    """By which an article's reprints find it; none where it is too short."""
    return bands(story_of(article).runs)


def order(day: PartialDate | None, article: str) -> tuple[bool, str, str]:
    """Where an article stands among its reprints: by day, and by name within one; what has no day comes last."""
    return (day is None, str(day or ""), article)


def same_story(one: Story, other: Story) -> bool:
    """Whether one is a reprint of the other; which of them was first is not asked."""
    if not one.runs or not other.runs or _days(one.day, other.day) > APART:
        return False
    shared = len(one.runs & other.runs)
    shorter = min(len(one.runs), len(other.runs))
    if shared < CONTAINED * shorter or shared < ALIKE * (len(one.runs) + len(other.runs) - shared):
        return False
    mine, theirs = {s.words: s for s in one.sentences}, {s.words: s for s in other.sentences}
    left = [s for words, s in mine.items() if words not in theirs], [s for words, s in theirs.items() if words not in mine]
    if len(left[0]) * len(left[1]) > MOST:
        return False
    names = 0
    ours = one.publisher | other.publisher
    for a, b in _told_otherwise(*left):
        if _differ(a.numbers, b.numbers):
            return False
        names += _differ(a.names - ours, b.names - ours)
    return names <= OTHERWISE * min(len(one.sentences), len(other.sentences))


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each has something that the other lacks: what stands on one side only was left out or added."""
    return bool(one - other and other - one)


def _told_otherwise(one: Sequence[Sentence], other: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Of the sentences that the other story lacks as they are, each with the one there that is most like it, if any is."""
    words = [(frozenset(s.words), s) for s in other]
    for sentence in one if other else ():
        own = frozenset(sentence.words)
        like, _, best = max((len(own & there) / len(own | there), s.words, s) for there, s in words)
        if like >= LIKE:
            yield sentence, best


def _sentence(written: Sequence[str], common: frozenset[str]) -> Sentence:
    words = tuple(fold(word) for word in written)
    numbers = {word: _number(word) for word in words}
    names = frozenset(w for w, as_is in zip(words, written, strict=True) if as_is[0].isupper() and w not in common and not numbers[w])
    return Sentence(words, frozenset(numbers.values()) - {""}, names)


def _number(word: str) -> str:
    """A number as digits; "" of a word that is none."""
    return word.replace(",", "") if any(map(str.isdigit, word)) else _numbers().get(word, "")


def _folded(text: str) -> list[str]:
    return [fold(w) for w in _WORD.findall(text)]


def _days(one: PartialDate | None, other: PartialDate | None) -> int:
    """Days between two dates that are told to the day; 0 where one is not."""
    if one is None or other is None:
        return 0
    days = [_day(d) for d in (one, other)]
    return 0 if None in days else abs((days[0] - days[1]).days)  # type: ignore[operator]


def _day(told: PartialDate) -> date | None:
    if told.year is None or told.month is None or told.day is None:
        return None
    try:
        return date(told.year, told.month, told.day)
    except ValueError:
        return None
