"""What crosses from one stage to the next: frozen, comparable, free of any library's types.

Offsets are Unicode code points, end exclusive. Two texts exist: ``Article.source``, the decoded file as it
stands, and ``Article.text``, the same after repair. Everything up to ``Claim`` counts in ``text``;
``Evidence`` counts in ``source`` (``Article.to_source`` translates), so that evidence always points into the file.

Over 400 lines, since what every stage takes and gives meets here and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from types import MappingProxyType
from typing import Literal, TypeVar

EntityType = Literal["Person", "Agency", "Organization", "Country", "Place", "Event", "Agreement", "Law"]
BlockRole = Literal["title", "byline", "dateline", "heading", "paragraph", "item", "caption", "furniture"]
MentionForm = Literal["name", "acronym", "demonym", "nominal", "pronoun", "verb"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as the text and no more (ISO 8601, ``--05-26`` where the year is unknown)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError(f"a day needs a month: {self!r}")
        if self.year is None and self.month is None:
            raise ValueError("a date needs a year or a month")

    def __str__(self) -> str:
        if self.year is None:
            return f"--{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that ``str`` wrote. Raises ValueError."""
        found = re.fullmatch(r"(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?", text)
        if found is None:
            raise ValueError(f"{text!r} is no partial date such as 2024-07-29, 2024-07, 2024 or --07-29")
        return cls(*(int(part) if part else None for part in found.groups()))


@dataclass(frozen=True, slots=True)
class Described:
    """What is stored of an article beside what it says: the rest of it is text, which ``reading`` holds.

    ``sha256`` is of its characters in UTF-8; ``reading`` is JSON, see :func:`kg.rdf.reading`.
    """

    id: str
    file: str
    sha256: str
    reading: str
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    same_story: tuple[str, ...] = ()  # of a reprint, the first print; of that, its reprints


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; an open side is None. A single day has both sides the same."""

    start: PartialDate | None
    end: PartialDate | None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, caption or piece of page furniture of ``Article.text``."""

    start: int
    end: int
    role: BlockRole
    reason: str = ""  # for furniture and captions: how it was told, in words


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something the text may say that was left out, and why. ``start``/``end`` count in ``Article.source``."""

    article: str
    stage: str  # read, annotate, extract, resolve
    reason: str  # in words, without the value, so that reasons can be counted
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each character of the repaired text stood in the source.

    ``starts`` and ``ends`` have one source offset for each character of the text and never fall; a character that repair put in
    (a lost space) is empty in the source (start and end alike), one that stands for several (a composed accent, an HTML
    entity) spans them all. Without ``ends`` every character stands for one. ``length`` is the source's length.
    """

    starts: tuple[int, ...]
    length: int
    ends: tuple[int, ...] = ()

    def to_source(self, start: int, end: int) -> Span:
        """The source span that holds ``text[start:end]``."""
        if not 0 <= start <= end <= len(self.starts):
            raise ValueError(f"span {start}:{end} is outside a text of {len(self.starts)} characters")
        if start == end:
            at = self.starts[start] if start < len(self.starts) else self.length
            return Span(at, at)
        last = self.ends[end - 1] if self.ends else self.starts[end - 1] + 1
        return Span(self.starts[start], max(last, self.starts[start]))


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: its file, its repaired text, and what is article and what is furniture."""

    id: str  # the file name without its ending; "#3" is added for the third record of a .jsonl or .csv
    path: str  # as the user gave it
    source: str
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]  # in order, not overlapping, covering every non-space character of text
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    refusals: tuple[Refusal, ...] = ()

    def to_source(self, span: Span) -> Span:
        """The span of the source that holds a span of the text."""
        return self.offsets.to_source(span.start, span.end)


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the syntax. ``head`` and ``i`` index ``Document.tokens``; the root is its own head."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str  # Universal POS
    tag: str  # Penn tag
    dep: str  # ClearNLP label, as spaCy's English models use
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: characters ``start:end``, tokens ``first:last`` (end exclusive), the block it stands in."""

    i: int
    start: int
    end: int
    first: int
    last: int
    block: int

    @property
    def span(self) -> Span:
        """Its characters in ``Article.text``."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that speaks of an entity: by name, acronym, adjective, noun phrase, pronoun, or a verb (events).

    ``name`` is the name to file it under if this mention alone named it (honorifics and possessives gone); for a
    nominal, a pronoun or a verb it is the bare head ("minister", "he", "visit").
    ``kind`` is None where only the antecedent can tell ("it", "the two sides").
    """

    start: int
    end: int
    text: str
    kind: EntityType | None
    form: MentionForm
    name: str
    token: int  # index of its head token in Document.tokens
    definite: bool = True  # False for "a conference", "two documents"
    features: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False, compare=False)

    @property
    def span(self) -> Span:
        """Its characters in ``Article.text``."""
        return Span(self.start, self.end)


DateRole = Literal["date", "range", "until", "since", "before", "after"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression and the period it stands for ("in April", "the first four months", "until November 4").

    ``grain`` is the finest unit that the words give: day, month, quarter, half, year, fiscal-year, season, week, weekday.
    ``role`` "until"/"before" has only an end, "since"/"after" only a start. ``relative`` is True where the article's date was needed.
    """

    start: int
    end: int
    text: str
    period: Period
    role: DateRole
    grain: str
    relative: bool = False

    @property
    def span(self) -> Span:
        """Its characters in ``Article.text``."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in full: "US$1.518 billion" is 1518000000 USD; "6 per cent" is 6 percent.

    ``unit``: an ISO 4217 code, ``percent``, ``percentage points``, ``times``, ``rank``, or the counted noun in the plural; ""
    where none can be told. ``kind`` says which. ``upper`` is the far end of a range ("between 85,000 and 90,000").
    ``change`` is True where the words make it a change ("up 3.6%", "a fall of 6.7%", "+12.3%"); ``direction`` is then
    1 or -1, else 0. ``modifier``: approx, over, under, or "".
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    kind: Literal["money", "percent", "count", "measure", "times", "rank", "bare"]
    upper: Decimal | None = None
    change: bool = False
    direction: int = 0
    modifier: str = ""

    @property
    def span(self) -> Span:
        """Its characters in ``Article.text``."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated article. All tuples are in text order."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]  # of blocks that are no furniture
    mentions: tuple[Mention, ...]  # not overlapping, except that a demonym or place may stand inside a body's name
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Span, ...]  # direct speech, quotation marks included
    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)  # acronym -> name as the text defines it
    refusals: tuple[Refusal, ...] = ()

    @property
    def text(self) -> str:
        """The article's repaired text."""
        return self.article.text

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def children(self, token: Token) -> Iterator[Token]:
        """The tokens that hang on a token, in text order."""
        sentence = self.sentences[token.sentence]
        return (t for t in self.words(sentence) if t.head == token.i and t.i != token.i)

    def within(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The mentions inside a sentence."""
        return tuple(m for m in _between(self.mentions, sentence.span) if m.end <= sentence.end)

    def dates_in(self, sentence: Sentence) -> tuple[DateMention, ...]:
        """The time expressions that start inside a sentence."""
        return _between(self.dates, sentence.span)

    def quantities_in(self, sentence: Sentence) -> tuple[Quantity, ...]:
        """The quantities that start inside a sentence."""
        return _between(self.quantities, sentence.span)


_Placed = TypeVar("_Placed", Mention, DateMention, Quantity)


def _between(items: tuple[_Placed, ...], span: Span) -> tuple[_Placed, ...]:
    """Those that start inside a span, of a tuple in text order; long articles have thousands, a sentence a few."""
    start = attrgetter("start")
    first = bisect_left(items, span.start, key=start)
    return items[first : bisect_left(items, span.end, first, key=start)]


Value = str | Decimal | PartialDate


@dataclass(frozen=True, slots=True)
class Claim:
    """What one clause says, in the text's own mentions; nothing is resolved yet.

    ``roles`` name who takes part (a role may repeat), ``values`` what is literal. ``status`` is the status that the clause
    gives the fact (held, planned, denied, former …; the vocabulary is the kind's). ``reason`` names the rule, in words.
    """

    kind: str
    evidence: Span
    roles: tuple[tuple[str, Mention], ...]
    values: tuple[tuple[str, Value], ...] = ()
    status: str = ""
    reason: str = ""

    def role(self, name: str) -> Mention | None:
        """What fills a role, the first where it repeats; None where nothing does."""
        return next((m for r, m in self.roles if r == name), None)

    def value(self, name: str) -> Value | None:
        """A literal by name, or None."""
        return next((v for n, v in self.values if n == name), None)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words a fact was read from: ``source[start:end] == quote``."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world, whatever the articles call it."""

    key: str  # "person:tran-thi-phuong-lan": IRI prefix and local name
    type: EntityType
    name: str
    other_names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()  # IRIs elsewhere: Wikidata, GeoNames
    codes: tuple[tuple[str, str], ...] = ()  # ("iso3166", "VN")
    mentions: tuple[Evidence, ...] = ()  # where it is named in articles (never furniture)
    articles: tuple[str, ...] = ()
    reason: str = ""  # why the mentions are one entity, in words
    within: str | None = None  # key of the place, country or body it belongs to, where the text tells


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim whose parties are known. Claims of the same key from several clauses and articles are one fact."""

    key: str  # "tenure:…", "observation:…"; for kinds told of an event or agreement itself, that entity's key
    kind: str  # the extractor's kind
    roles: tuple[tuple[str, str], ...]  # role -> Entity.key
    values: tuple[tuple[str, Value], ...]
    status: str
    evidence: tuple[Evidence, ...]
    reason: str = ""

    def role(self, name: str) -> str | None:
        """What fills a role, the first where it repeats; None where nothing does."""
        return next((k for r, k in self.roles if r == name), None)

    def value(self, name: str) -> Value | None:
        """A literal by name, or None."""
        return next((v for n, v in self.values if n == name), None)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact, declared by its extractor and read by every later stage (PROV-O's qualification pattern).

    ``node``: class of the qualified node ("Tenure"). ``about``: the role whose entity is the node itself ("event" for the
    kind ``event``), or "". ``roles`` and ``values`` map claim names to ontology terms. ``short``: (subject role, term,
    object role) of the plain triple beside the node, written only when the status is in ``asserted``.
    ``key``: the roles and values that make two claims the same fact. ``statuses``: the vocabulary, default first.
    """

    name: str
    node: str
    prefix: str
    roles: Mapping[str, str]
    values: Mapping[str, str]
    key: tuple[str, ...]
    about: str = ""
    short: tuple[tuple[str, str, str], ...] = ()
    statuses: tuple[str, ...] = ()
    asserted: frozenset[str] = frozenset()
    required: tuple[str, ...] = ()  # roles without which the claim is refused


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everything a set of articles says: what is stored, shown and exported. Sorted by key throughout."""

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    refusals: tuple[Refusal, ...] = ()
    reprints: tuple[tuple[str, str], ...] = ()  # (article, the first print of its story), the first of itself included
