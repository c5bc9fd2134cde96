"""Reprints among made-up articles: found, missed, wrong; seconds and memory of the first build and of one article more.

``python benchmarks/reprints.py [SIZE…]`` (by default 1000 10000 articles). The stories are those of ``corpus.py``. One article in eight
is a reprint of one before it: another outlet, headline and dateline, sometimes a day later; a third of them lack the last paragraph,
a third have a note of the editor, a third a paragraph of their own. One in eight is a bulletin of a mould, the same sentences with
the day's numbers, which is no reprint of another day's. No sentence is parsed: the articles are read and kept as ``kg build`` keeps them,
without facts. With ``--facts`` the reprints and their stories are read in full instead, and the events and agreements without a name are
counted: how many the fullest print of each story tells, and how many more there are in the end.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from corpus import FIRST_DAY, Corpus, Made

from kg.engine import Given, State, merge
from kg.extract import kinds
from kg.pipeline import inspect
from kg.rdf import described
from kg.read import read_text
from kg.resolve import Reading, encode, resolve

REPRINTED = BULLETINS = 0.125  # shares
BACK = 200  # a reprint's story is at most so many articles before it
OUTLETS = ("Coastal Times", "Evening Standard-Bearer", "Islands Daily", "Lowland Herald", "The Inland Review")
HEADS = ("Ministers look back on a busy week", "What was agreed, and what was not", "In the capitals this week", "News from the ministries")
NOTES = (
    "Editor's note: this article was first published by another outlet and is printed here with its permission.",
    "Editor's note: an earlier version of this article gave a wrong spelling of a name. We regret the error.",
)
OWN = "Our correspondent adds that nobody at the gates of the ministry would say when the next talks are to be."
BANKS = ("State Bank of Vietnam", "Central Bank of Kenya", "Reserve Bank of Fiji", "Bank of Ghana", "National Bank of Georgia")


def rates(number: int, draw: random.Random) -> Made:
    """A bulletin: the same sentences every day, with the day's numbers."""
    bank, day = draw.choice(BANKS), FIRST_DAY + timedelta(days=number % 1800)
    told = [f"{draw.uniform(11, 97):.3f}" for _ in range(6)]
    filed = f"{bank.split()[-1].upper()}, {day.day} {day:%B} {day.year} (Rates Wire) - "
    text = (
        f"Rates of the day\n\n{filed}The {bank} set the reference rate of the dollar at {told[0]} on {day:%A}, after {told[1]} on the day "
        f"before. Banks may buy the dollar at {told[2]} or more and sell it at {told[3]} or less, as the daily bulletin of the bank says."
        f"\n\nThe euro was quoted at {told[4]} and the pound at {told[5]} when the markets opened. "
        "The bulletin is published on every working day before nine, and the rates hold until the next one is out."
    )
    return Made(f"b{number:07d}", "Rates of the day", day.isoformat(), "Rates Wire", text)


def printed(number: int, first: Made, draw: random.Random) -> Made:
    """A story printed by somebody else."""
    outlet, head = draw.choice(OUTLETS), draw.choice(HEADS)
    day = date.fromisoformat(first.date) + timedelta(days=draw.choice((0, 0, 1, 2)))
    paragraphs = first.text.split("\n\n")[1:]
    lead = paragraphs[0].split(" - ", 1)[1]
    paragraphs[0] = f"{draw.choice(('LONDON', 'SUVA', 'LIMA'))}, {day.day} {day:%B} {day.year} ({outlet}) - {lead}"
    if draw.random() < 1 / 3 and len(paragraphs) > 3:
        paragraphs.pop()
    if draw.random() < 1 / 3:
        paragraphs.insert(draw.randint(1, len(paragraphs)), OWN)
    if draw.random() < 1 / 3:
        paragraphs.append(draw.choice(NOTES))
    text = "\n\n".join((head, *paragraphs))
    return replace(first, id=f"r{number:07d}", title=head, date=day.isoformat(), publisher=outlet, text=text, reprint_of=first.id)


def stories(count: int, seed: int = 1) -> Iterator[Made]:
    """The articles; ``reprint_of`` is the first print."""
    corpus, made = Corpus(seed), list[Made]()
    for number in range(count):
        draw = random.Random(f"{seed}/{number}")
        kind = draw.random()
        if kind < REPRINTED and made:
            first = draw.choice(made[-BACK:])
            made.append(printed(number, replace(first, id=first.reprint_of or first.id), draw))
        elif kind < REPRINTED + BULLETINS:
            made.append(rates(number, draw))
        else:
            made.append(corpus.article(number))
        yield made[-1]


def kept(made: Made) -> Given:
    """An article as a build keeps it, but for its facts."""
    article = read_text(made.text, made.id)
    return Given("1", described(article), encode(Reading(article, (), (), ())))


def pairs(sizes: Iterable[int]) -> int:
    """How many pairs groups of these sizes hold."""
    return sum(n * (n - 1) // 2 for n in sizes)


def measure(count: int) -> dict[str, float | int]:
    """One size, in this process."""
    truth, given = dict[str, str](), list[Given]()
    for made in stories(count):
        truth[made.id] = made.reprint_of or made.id
        given.append(kept(made))
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        state = State(Path(folder) / "state", "x")
        last = given.pop()
        state.put(given)
        merge(state, kinds())
        middle = time.process_time()
        state.put([last])
        merge(state, kinds())
        end = time.process_time()
        found = {article: first or article for article, first in state.db.execute("SELECT id, first FROM articles")}
        (compared,) = state.db.execute("SELECT COUNT(*) FROM compared").fetchone()
        state.close()
        size = (Path(folder) / "state").stat().st_size
    right = pairs(Counter((found[a], truth[a]) for a in truth).values())
    return {
        "articles": count, "reprints": sum(truth[a] != a for a in truth), "pairs found": right,
        "missed": pairs(Counter(truth.values()).values()) - right, "wrong": pairs(Counter(found.values()).values()) - right,
        "compared": compared, "cpu": round(middle - start, 1), "cpu of one more": round(end - middle, 3),
        "state MB": round(size / 1e6, 1), "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def things(count: int) -> dict[str, int]:
    """What has no name and is told by several prints, of the first ``count`` articles."""
    made = list(stories(count))
    truth = {m.id: m.reprint_of or m.id for m in made}
    sizes = Counter(truth.values())
    readings = [inspect(read_text(m.text, m.id)).reading for m in made if sizes[truth[m.id]] > 1]
    fullest: Counter[str] = Counter()
    for reading in readings:
        told = sum(e.type in ("Event", "Agreement") for e in reading.entities)
        fullest[truth[reading.article.id]] = max(told, fullest[truth[reading.article.id]])
    found = [e for e in resolve(readings, kinds()).entities if e.type in ("Event", "Agreement")]
    wrong = sum(len({truth[article] for article in e.articles}) > 1 for e in found)
    return {"stories": len(fullest), "things": fullest.total(), "more": len(found) - fullest.total(), "of two stories": wrong}


def main(arguments: list[str]) -> int:
    """Measure every size in a process of its own, so that memory is its own, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--facts", action="store_true", help="read them in full, and count what becomes one")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.one:
        print(json.dumps(things(given.sizes[0]) if given.facts else measure(given.sizes[0])))
        return 0
    for size in given.sizes:
        subprocess.run([sys.executable, __file__, str(size), "--one", *["--facts"] * given.facts], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
