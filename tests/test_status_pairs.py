"""A plain assertion gives its fact; the same denied, planned, wished, rumoured, conditional or asked about gives none that is told as so.

The pairs stand in ``pairs/pairs.txt``, their known gaps with reasons in ``pairs/gaps.tsv`` (a gap that has closed fails its test).
Each sentence is put into a short article with headline, byline and date, in one of several house styles.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from fixtures.reading import facts, resolution
from kg.types import Resolution

HERE = Path(__file__).parent / "pairs"
STYLES = (
    "A busy week in the region\n\nBy Dana Whitlock\n\n14 May 2024\n\nTrade was the talk of the week. {}\n\nShops were full of people.\n",
    "WEEKLY NOTES\nMay 14, 2024\n\n{} Farmers were glad of the rain.\n\n(Reporting by Theo Mandel; editing by Una Craig)\n",
    "Published: 14/05/2024 09:30\nAuthor: Jonas Wielding\n\nNotes from abroad\n\nIt rained for days. {} The roads were wet.\n",
    "From our correspondent\n\n2024-05-14\n\n{}\n\nThe evening was calm.\n\nRead also: Ten places to see this summer\n",
)


@dataclass(frozen=True)
class Pair:
    """``needles`` all stand in the line of the fact meant; ``status`` is the assertion's, ``open`` those left to its counterpart."""

    kind: str
    needles: tuple[str, ...]
    status: str
    open: frozenset[str]
    plain: str
    other: str


def pairs() -> list[Pair]:
    """The pairs of the table, in order."""
    found = []
    blocks = (HERE / "pairs.txt").read_text("utf-8").split("\n\n")
    for block in blocks:
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            head, plain, other = lines
            kind, needles, status, free = (cell.strip() for cell in head.split("|"))
            assert plain.startswith("+ ") and other.startswith("- "), head
            told = tuple(n.strip() for n in needles.split(";"))
            found.append(Pair(kind, told, status, frozenset(free.replace("-", " ", free == "-").split()), plain[2:], other[2:]))
    return found


def gaps() -> dict[str, str]:
    """Sentence -> why it is not read rightly yet."""
    lines = (HERE / "gaps.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


PAIRS = pairs()
GAPS = gaps()


def _cases(which: str) -> list[object]:
    found = []
    for at, pair in enumerate(PAIRS):
        sentence = getattr(pair, which)
        marks = [pytest.mark.xfail(strict=True, reason=GAPS[sentence])] if sentence in GAPS else []
        found.append(pytest.param(at, id=sentence, marks=marks))
    return found


def told(at: int, sentence: str) -> list[str]:
    """The statuses of the facts that a pair is about, in an article around one of its sentences."""
    pair = PAIRS[at]
    found: Resolution = resolution(STYLES[at % len(STYLES)].format(sentence))
    lines = [line for line in facts(found, pair.kind) if all(needle in line for needle in pair.needles)]
    return sorted({line[line.rindex("(") + 1 : -1] for line in lines})


def test_the_table_is_whole() -> None:
    assert len(PAIRS) >= 150
    assert len({p.plain for p in PAIRS}) == len({p.other for p in PAIRS}) == len(PAIRS)
    assert set(GAPS) <= {s for p in PAIRS for s in (p.plain, p.other)}
    assert all(p.status not in p.open for p in PAIRS)
    assert len({p.kind for p in PAIRS}) == 9


@pytest.mark.parametrize("at", _cases("plain"))
def test_what_is_asserted_is_told(at: int) -> None:
    assert PAIRS[at].status in told(at, PAIRS[at].plain)


@pytest.mark.parametrize("at", _cases("other"))
def test_what_is_not_asserted_is_not_told_as_so(at: int) -> None:
    assert set(told(at, PAIRS[at].other)) <= PAIRS[at].open
