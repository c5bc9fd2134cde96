"""The groups of reprints kept up to date: the buckets that new, changed and withdrawn articles are in, then the groups that hang on them.

What is found is that of :func:`kg.resolve.reprints` over all articles. A comparison is kept, so that no two articles are compared twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from kg.engine.state import State, stored_story
from kg.engine.steps import printed
from kg.resolve import Print, Story, Twins, encode_values, order, pairs, same_story, twins
from kg.types import Kind, PartialDate

_KEPT = 64  # stories in memory: a bucket's articles are compared with the few before them


def regroup(state: State, kinds: Mapping[str, Kind]) -> None:
    """Look through what is marked, and mark the entities, facts and articles that become others by it; inside a transaction."""
    read = lru_cache(maxsize=_KEPT)(lambda article: stored_story(state, article))
    for band, _ in state.marked("band"):
        _bucket(state, int(band), read)
    state.settled("band")
    done = set[str]()
    for article, _ in state.marked("story"):
        if article not in done:
            group = _together(state, article)
            done |= group
            _group(state, group, kinds)
    state.settled("story")


def _bucket(state: State, band: int, read: Callable[[str], Story]) -> None:
    rows = state.db.execute("SELECT b.article, a.day FROM bands b JOIN articles a ON a.id = b.article WHERE b.band = ?", (band,))
    bucket = [article for article, _ in sorted(rows.fetchall(), key=_order)]
    before = set(state.db.execute("SELECT one, other FROM alike WHERE band = ?", (band,)))
    after = {pair for pair in pairs(bucket) if _same(state, *pair, read)}
    state.db.executemany("DELETE FROM alike WHERE band = ? AND one = ? AND other = ?", [(band, *pair) for pair in before - after])
    state.db.executemany("INSERT INTO alike VALUES (?, ?, ?)", [(band, *pair) for pair in after - before])
    state.mark("story", {(article,) for pair in before ^ after for article in pair})


def _order(row: tuple[str, str]) -> tuple[bool, str, str]:
    article, day = row
    return order(PartialDate.parse(day) if day else None, article)


def _same(state: State, one: str, other: str, read: Callable[[str], Story]) -> bool:
    row = state.db.execute("SELECT same FROM compared WHERE one = ? AND other = ?", (one, other)).fetchone()
    if row is None:
        row = (same_story(read(one), read(other)),)
        state.db.execute("INSERT INTO compared VALUES (?, ?, ?)", (one, other, *row))
    return bool(row[0])


def _together(state: State, article: str) -> set[str]:
    group, waiting = {article}, [article]
    while waiting:
        one = waiting.pop()
        rows = state.db.execute("SELECT other FROM alike WHERE one = ? UNION SELECT one FROM alike WHERE other = ?", (one, one))
        new = {other for (other,) in rows} - group
        group |= new
        waiting += new
    return group


def _group(state: State, group: set[str], kinds: Mapping[str, Kind]) -> None:
    """One article alone is no reprint, and neither is one that was withdrawn."""
    rows = [row for one in group if (row := state.db.execute("SELECT id, day FROM articles WHERE id = ?", (one,)).fetchone())]
    ordered = [article for article, _ in sorted(rows, key=_order)]
    alone = len(ordered) == 1
    found = Twins() if alone else twins(_prints(state, ordered), kinds)
    for article in ordered:
        _first(state, article, "" if alone else ordered[0])
        _keys(state, article, found)
        _values(state, article, found)


def _prints(state: State, articles: list[str]) -> Iterator[Print]:
    for article in articles:
        rows = state.db.execute("SELECT i, block, data FROM entities WHERE article = ?", (article,)).fetchall()
        facts = state.db.execute("SELECT kind, data FROM facts WHERE article = ? ORDER BY i", (article,)).fetchall()
        yield printed(article, rows, facts)


def _first(state: State, article: str, first: str) -> None:
    """Which article its story was printed in first; "" where it is alone. Each of the two says so in its graph."""
    (before,) = state.db.execute("SELECT first FROM articles WHERE id = ?", (article,)).fetchone()
    if before != first:
        state.db.execute("UPDATE articles SET first = ? WHERE id = ?", (first, article))
        state.mark("article", [(one,) for one in (article, before, first) if one])


def _keys(state: State, article: str, found: Twins) -> None:
    for i, block, before in state.db.execute("SELECT i, block, twin FROM entities WHERE article = ?", (article,)).fetchall():
        key = found.keys.get((article, i))
        if key != before:
            state.db.execute("UPDATE entities SET twin = ? WHERE article = ? AND i = ?", (key, article, i))
            state.mark("block", [(block,)])


def _values(state: State, article: str, found: Twins) -> None:
    for i, before in state.db.execute("SELECT i, told FROM facts WHERE article = ?", (article,)).fetchall():
        values = found.values.get((article, i))
        told = None if values is None else encode_values(values)
        if told != before:
            state.db.execute("UPDATE facts SET told = ? WHERE article = ? AND i = ?", (told, article, i))
            state.mark("filling", [(article,)])
