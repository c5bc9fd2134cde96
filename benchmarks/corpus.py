"""Made-up articles by the thousand, with the truth known: the proof of scale, never the only proof of quality.

``python benchmarks/corpus.py OUT --articles 1000`` writes ``OUT/articles.jsonl`` (or, with ``--files``, a file each) and
``OUT/truth.jsonl``: for each article what its sentences say, and for each person the spellings that are one.

The same bytes for the same seed and number; the first articles of a larger corpus are those of a smaller one. Names come from kg's own
open lists, sentences from the tables below.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from kg.data import read_text, rows
from kg.data.gazetteer import CountryRecord, countries

REPRINTED, RESPELT, NAMESAKES, SHORTENED = 0.06, 0.25, 0.02, 0.2  # shares
PEOPLE_EACH = 3  # articles that share one person, on average
FIRST_DAY = date(2021, 1, 4)

_BODIES = ("Ministry of Trade", "Ministry of Finance", "Ministry of Energy", "Ministry of Health", "Ministry of Transport")
_TITLES = ("Minister", "Deputy Minister", "Permanent Secretary", "Director General", "Chief Economist")
_TOPICS = ("customs procedures", "renewable energy", "rural roads", "digital trade", "vaccine supply", "food safety", "port security")
_FIRMS = ("Shipping", "Foods", "Textiles", "Cement", "Steel", "Telecom", "Bank", "Motors")
_NOUNS = (("conference", "Conference"), ("seminar", "Seminar"), ("forum", "Forum"), ("exhibition", "Exhibition"))
_PAPERS = (
    ("memorandum of understanding", "MemorandumOfUnderstanding"),
    ("cooperation agreement", "CooperationAgreement"),
    ("trade agreement", "TradeAgreement"),
    ("loan agreement", "FinancingAgreement"),
)
_STEMS = (
    "Hart",
    "Oster",
    "Brand",
    "Lind",
    "Mar",
    "Quill",
    "Tor",
    "Wes",
    "Holl",
    "Grim",
    "Vas",
    "Pell",
    "Dray",
    "Stan",
    "Kell",
    "Rud",
    "Fenn",
)
_ENDS = ("well", "mann", "berg", "field", "sson", "ova", "escu", "ley", "worth", "strom", "ides", "etti", "ard", "court", "ovic", "by")
_MARKED = ("Lê", "Trần", "Đỗ", "Phạm", "Bùi", "Vũ", "Đặng", "Hồ", "Dương", "Huỳnh", "Lý", "Ngô", "Nguyễn", "Phan", "Đinh", "Đoàn")
_MIDDLE = ("Văn", "Thị", "Đức", "Hữu", "Ngọc", "Quốc", "Xuân", "Minh", "Thanh", "Hồng", "Bá", "Công", "Đình", "Duy", "Gia", "Kim")
_LAST = (
    "Hùng",
    "Hà",
    "Dũng",
    "Phương",
    "Tuấn",
    "Hải",
    "Lợi",
    "Mạnh",
    "Sơn",
    "Việt",
    "An",
    "Bình",
    "Châu",
    "Cường",
    "Diệp",
    "Giang",
    "Hạnh",
    "Hiếu",
    "Hoa",
    "Hoàng",
    "Huy",
    "Khánh",
    "Khoa",
    "Lan",
    "Linh",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Nhung",
    "Phúc",
    "Quang",
    "Quân",
    "Tâm",
    "Thảo",
    "Thắng",
    "Thu",
    "Tiến",
    "Trang",
    "Trung",
    "Tùng",
    "Tuyết",
    "Vân",
    "Vinh",
    "Yến",
)
_OUTLETS = ("Harbour Post", "Meridian Wire", "Northern Ledger", "Trade Courier", "Capital Gazette", "Delta Observer")
_FILLER = (
    "Observers had followed the file for several weeks.",
    "Details of the schedule were not made public.",
    "The weather in the capital was mild for the season.",
    "Traffic near the venue moved slowly through the morning.",
    "Several questions about the timetable were left open.",
)


@dataclass(frozen=True)
class Person:
    """``number`` is who it is; ``spellings`` are the names the articles use, the first with its marks."""

    number: int
    spellings: tuple[str, ...]
    title: str
    body: str
    country: str


@dataclass
class Made:
    """An article and what it says. ``facts`` are (kind of fact, parties and values …)."""

    id: str
    title: str
    date: str
    publisher: str
    text: str
    facts: list[tuple[str, ...]] = field(default_factory=list)
    people: list[tuple[int, str]] = field(default_factory=list)
    reprint_of: str = ""


def plain(name: str) -> str:
    """A name without its marks."""
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in bare if not unicodedata.combining(c))


class Corpus:
    """The made-up world. Every article and person is drawn from a generator of its own number, so order does not matter."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        self.given = [n.title() for n in read_text("names/given.txt").split() if n.isalpha() and len(n) > 3]
        self.given = [n for n in self.given if n.lower() not in self._not_names()][1000:5000]
        self.countries: list[CountryRecord] = [
            c for c in sorted(countries().values(), key=lambda c: c.iso2) if c.capital and " " not in c.name
        ]

    @staticmethod
    def _not_names() -> frozenset[str]:
        return frozenset(c[0].lower() for _, c in rows("names/surnames.tsv", ("name", "custom", "order", "role")))

    def _draw(self, *what: object) -> random.Random:
        return random.Random("/".join(map(str, (self.seed, *what))))

    def person(self, number: int) -> Person:
        """A holder of a post; a few bear the name of another person of another country."""
        draw = self._draw("person", number)
        title, body = draw.choice(_TITLES), draw.choice(_BODIES)
        country = draw.choice(self.countries).name
        if number > 50 and draw.random() < NAMESAKES:
            return Person(number, self.person(draw.randrange(50)).spellings, title, body, country)
        if draw.random() < RESPELT:
            name = f"{draw.choice(_MARKED)} {draw.choice(_MIDDLE)} {draw.choice(_LAST)} {draw.choice(_LAST)}"
            return Person(number, (name, plain(name)), title, body, "Vietnam")
        surname = draw.choice(_STEMS) + draw.choice(_ENDS)
        given = draw.choice(self.given)
        if draw.random() < SHORTENED:
            second = draw.choice(self.given)
            names = (f"{given} {second} {surname}", f"{given} {surname}", f"{given} {second[0]}. {surname}", f"{given[0]}. {surname}")
            return Person(number, names, title, body, country)
        return Person(number, (f"{given} {surname}",), title, body, country)

    def articles(self, count: int) -> Iterator[Made]:
        """The first ``count`` articles."""
        for number in range(count):
            draw = self._draw("reprint", number)
            if number > 10 and draw.random() < REPRINTED:
                yield self._reprint(number, draw)
            else:
                yield self.article(number)

    def _reprint(self, number: int, draw: random.Random) -> Made:
        """The story of an article not long before, by another outlet: another head line, a line more at the end."""
        first = self.article(draw.randrange(max(0, number - 200), number))
        outlet = draw.choice([o for o in _OUTLETS if o != first.publisher])
        text = first.text.replace(first.publisher, outlet) + "\n\n" + draw.choice(_FILLER)
        return Made(f"m{number:07d}", first.title, first.date, outlet, text, first.facts, first.people, first.id)

    def article(self, number: int) -> Made:
        """One article of four to seven paragraphs."""
        draw = self._draw("article", number)
        crowd = max(20, number // PEOPLE_EACH)
        who = self.person(draw.randrange(crowd))
        home = next(c for c in countries().values() if c.name == who.country)
        other = draw.choice([c for c in self.countries if c.name != home.name])
        day = FIRST_DAY + timedelta(days=number % 1800)
        made = Made(f"m{number:07d}", "", day.isoformat(), draw.choice(_OUTLETS), "")
        name = draw.choice(who.spellings)
        body = f"{home.name} {who.body}"
        paragraphs = [self._said(draw, made, who, name, body, day)]
        parts = [self._event, self._paper, self._figure, self._figure, self._planned, self._denied]
        for part in draw.sample(parts, draw.randint(2, 4)):
            paragraphs.append(part(draw, made, home, other, day))
        paragraphs.insert(draw.randint(1, len(paragraphs)), draw.choice(_FILLER))
        made.title = made.title or f"{home.name} and {other.name} discuss {draw.choice(_TOPICS)}"
        told = f"{home.capital}, {day.day} {day:%B} {day.year} ({made.publisher}) - "
        made.text = "\n\n".join((made.title, told + paragraphs[0], *paragraphs[1:]))
        made.people.append((who.number, name))
        return made

    def _said(self, draw: random.Random, made: Made, who: Person, name: str, body: str, day: date) -> str:
        topic = draw.choice(_TOPICS)
        made.facts.append(("post", name, who.title, body))
        made.facts.append(("statement", name))
        return draw.choice((
            f'"We will keep working on {topic}," said {name}, {who.title} of the {who.body} of {who.country}.',
            f"{name}, {who.title} of the {who.body} of {who.country}, said on {day:%A} that {topic} remained the main concern.",
            f"The work on {topic} goes on, according to {name}, {who.title} of the {who.body} of {who.country}.",
        ))  # fmt: skip

    def _event(self, draw: random.Random, made: Made, home: CountryRecord, other: CountryRecord, day: date) -> str:
        noun, kind = draw.choice(_NOUNS)
        topic, body = draw.choice(_TOPICS), draw.choice(_BODIES)
        when = day - timedelta(days=draw.randint(1, 9))
        made.facts.append(("event", kind, "held", when.isoformat(), home.capital))
        made.facts.append(("organizer", kind, f"{home.name} {body}"))
        return draw.choice((
            f"The {body} of {home.name} held a {noun} on {topic} in {home.capital} on {when.day} {when:%B} {when.year}.",
            f"A {noun} on {topic} was organised by the {body} of {home.name} in {home.capital} on {when:%B} {when.day}, {when.year}.",
        ))  # fmt: skip

    def _planned(self, draw: random.Random, made: Made, home: CountryRecord, other: CountryRecord, day: date) -> str:
        noun, kind = draw.choice(_NOUNS)
        when = day + timedelta(days=draw.randint(10, 90))
        body = draw.choice(_BODIES)
        made.facts.append(("event", kind, "planned", when.isoformat(), other.capital))
        made.facts.append(("organizer", kind, f"{other.name} {body}"))
        return f"The {body} of {other.name} will hold a {noun} in {other.capital} on {when.day} {when:%B} {when.year}."

    def _paper(self, draw: random.Random, made: Made, home: CountryRecord, other: CountryRecord, day: date) -> str:
        noun, kind = draw.choice(_PAPERS)
        when = day - timedelta(days=draw.randint(1, 9))
        made.facts += [("agreement", kind, "signed", when.isoformat())]
        made.facts += [("signatory", kind, home.name), ("signatory", kind, other.name)]
        return draw.choice((
            f"{home.name} and {other.name} signed a {noun} on {draw.choice(_TOPICS)} on {when.day} {when:%B} {when.year}.",
            f"A {noun} on {draw.choice(_TOPICS)} was signed between {home.name} and {other.name} on {when.day} {when:%B} {when.year}.",
        ))  # fmt: skip

    def _denied(self, draw: random.Random, made: Made, home: CountryRecord, other: CountryRecord, day: date) -> str:
        noun, kind = draw.choice(_PAPERS)
        body = draw.choice(_BODIES)
        made.facts.append(("agreement", kind, "denied", ""))
        made.facts += [("signatory", kind, f"{home.name} {body}"), ("signatory", kind, other.name)]
        made.facts.append(("statement", f"{home.name} {body}"))
        return f"The {body} of {home.name} denied that it had signed a {noun} with {other.name}."

    def _figure(self, draw: random.Random, made: Made, home: CountryRecord, other: CountryRecord, day: date) -> str:
        value, change = draw.randint(11, 990) / 10, draw.randint(1, 39)
        year, up = day.year - 1, draw.random() < 0.6
        flow = draw.choice(("exports", "imports"))
        what = f"{home.name}'s {flow} {'to' if flow == 'exports' else 'from'} {other.name}"
        amount = f"{round(value * 1_000_000)}"
        made.facts.append(("statistic", home.name, other.name, amount, f"{change if up else -change}", str(year)))
        return draw.choice((
            f"{what} {'rose' if up else 'fell'} by {change} per cent to US${value:.1f} million in {year}.",
            f"In {year}, {what} reached US${value:.1f} million, {'up' if up else 'down'} {change}% year on year.",
        ))  # fmt: skip


def front(made: Made) -> dict[str, str]:
    """The article as a record that kg reads from .jsonl."""
    return {"id": made.id, "title": made.title, "date": made.date, "publisher": made.publisher, "text": made.text}


def write(out: Path, count: int, seed: int = 1, files: bool = False) -> None:
    """Write articles and truth into a folder."""
    (out / "articles").mkdir(parents=True, exist_ok=True)
    with (out / "truth.jsonl").open("w", encoding="utf-8") as truth, (out / "articles.jsonl").open("w", encoding="utf-8") as one:
        for made in Corpus(seed).articles(count):
            told = {"article": made.id, "facts": made.facts, "people": made.people, "reprint_of": made.reprint_of}
            truth.write(json.dumps(told, ensure_ascii=False) + "\n")
            if files:
                (out / "articles" / f"{made.id}.txt").write_text(made.text + "\n", encoding="utf-8")
            else:
                one.write(json.dumps(front(made), ensure_ascii=False) + "\n")
    if files:
        (out / "articles.jsonl").unlink()
    else:
        (out / "articles").rmdir()


def main(arguments: list[str]) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", action="store_true", help="a text file each instead of one .jsonl")
    given = parser.parse_args(arguments)
    write(given.out, given.articles, given.seed, given.files)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
