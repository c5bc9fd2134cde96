"""Settle what new, changed and withdrawn articles touch: blocks of entities, then facts, each looked at on its own.

The result is that of :func:`kg.resolve.resolve` over all articles, whatever was settled before and in which order.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from kg.engine.reprints import regroup
from kg.engine.state import State
from kg.engine.steps import filled, settled
from kg.resolve import (
    NONE,
    Corrections,
    decode_entity,
    decode_fact,
    encode_entity,
    encode_fact,
    fill,
    member,
    one_entity,
    one_fact,
    stated,
    told,
)
from kg.resolve import roles as roles_of
from kg.types import Entity, Fact, Kind, PartialDate


def merge(state: State, kinds: Mapping[str, Kind], corrections: Corrections = NONE) -> None:
    """Bring entities and facts up to date, and mark the articles whose graphs change; one transaction."""
    with state:
        _corrected(state, corrections)
        regroup(state, kinds)
        _blocks(state, corrections)
        _fill(state, kinds)
        _entities(state, corrections)
        _facts(state, kinds)
        _spread(state)


def _corrected(state: State, corrections: Corrections) -> None:
    """Mark what other corrections than the last build's touch."""
    touched = sorted(corrections.touched())
    if state.meta("corrections") == corrections.text:
        return
    for key in {*touched, *json.loads(state.meta("corrected") or "[]")}:
        state.mark("block", state.db.execute("SELECT DISTINCT block FROM entities WHERE own = ?", (key,)).fetchall())
        state.mark("entity", [(key,)])
    state.note("corrections", corrections.text)
    state.note("corrected", json.dumps(touched))


def _blocks(state: State, corrections: Corrections) -> None:
    """Which members of each touched block are one."""
    for block, _ in state.marked("block"):
        rows = state.db.execute(
            "SELECT article, i, twin, own, final, why, data FROM entities WHERE block = ? ORDER BY article, i", (block,)
        ).fetchall()
        found = settled(block, [(article, data, reprinted) for article, _, reprinted, *_, data in rows], corrections)
        for (article, i, _, owned, before, why, _), (own, key) in zip(rows, found, strict=True):
            if own.key != owned or key != before or own.why != why:
                state.db.execute(
                    "UPDATE entities SET own = ?, final = ?, why = ? WHERE article = ? AND i = ?", (own.key, key, own.why, article, i)
                )
                if key != before:
                    state.mark("filling", [(article,)])
                state.mark("entity", ((k,) for k in (before, key) if k))
    state.settled("block")


def _fill(state: State, kinds: Mapping[str, Kind]) -> None:
    """The keys of the facts of articles whose entities have new keys."""
    for article, _ in state.marked("filling"):
        keys = dict(state.db.execute("SELECT i, final FROM entities WHERE article = ?", (article,)))
        rows = state.db.execute("SELECT i, kind, final, data, told FROM facts WHERE article = ?", (article,)).fetchall()
        for i, kind, before, data, values in rows:
            key, _ = filled(kinds[kind], article, data, keys, values)
            if key != before:
                state.db.execute("UPDATE facts SET final = ? WHERE article = ? AND i = ?", (key, article, i))
            state.mark("fact", ((k, kind) for k in (before, key) if k is not None))
    state.settled("filling")


def _entities(state: State, corrections: Corrections) -> None:
    """Each touched entity as its members tell it; where its description changes, so do the graphs that hold it."""
    for key, _ in state.marked("entity"):
        before = state.db.execute("SELECT core, type FROM known WHERE key = ?", (key,)).fetchone()
        rows = state.db.execute("SELECT article, data, why FROM entities WHERE final = ? ORDER BY article, i", (key,)).fetchall()
        if not rows:
            if before is not None:
                state.db.execute("DELETE FROM known WHERE key = ?", (key,))
                _parts(state, key)
            continue
        entity = one_entity(key, [member(article, data, why) for article, data, why in rows], corrections)
        core = encode_entity(entity)
        if before is None or core != before[0]:
            state.db.execute("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)", (key, entity.type, entity.within, core))
            state.mark("core", [(key,)])
            if before is None:
                _parts(state, key)
    state.settled("entity")


def _parts(state: State, key: str) -> None:
    """What lies in a country says so only where the country is known."""
    state.mark("core", state.db.execute("SELECT key FROM known WHERE within = ?", (key,)).fetchall())


def _facts(state: State, kinds: Mapping[str, Kind]) -> None:
    """Each touched fact as all articles state it."""
    for key, kind in state.marked("fact"):
        row = state.db.execute("SELECT data FROM merged WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        before = None if row is None else decode_fact(row[0])
        after = _fact(state, kinds[kind], key)
        if after == before:
            continue
        state.db.execute("DELETE FROM merged WHERE kind = ? AND key = ?", (kind, key))
        state.db.execute("DELETE FROM roles WHERE kind = ? AND key = ?", (kind, key))
        if after is not None:
            state.db.execute("INSERT INTO merged VALUES (?, ?, ?)", (kind, key, encode_fact(after)))
            state.db.executemany("INSERT OR IGNORE INTO roles VALUES (?, ?, ?)", [(entity, kind, key) for _, entity in after.roles])
        for fact in (before, after):
            if fact is not None:
                state.mark("article", {(evidence.article,) for evidence in fact.evidence})
        if kinds[kind].about and (before is None or after is None or before.status != after.status):
            _dependents(state, key)
    state.settled("fact")


def _fact(state: State, kind: Kind, key: str) -> Fact | None:
    rows = state.db.execute(
        "SELECT f.article, a.day, f.data, f.told FROM facts f JOIN articles a ON a.id = f.article WHERE f.kind = ? AND f.final = ?"
        " ORDER BY f.article, f.i",
        (kind.name, key),
    ).fetchall()
    group = []
    for article, day, data, values in rows:
        given = roles_of(data)
        roles = fill(given, {index: _final(state, article, index) for _, index in given})
        group.append(stated(article, PartialDate.parse(day) if day else None, kind.name, data, roles, values))
    return one_fact(kind, key, group) if group else None


def _final(state: State, article: str, index: int) -> str:
    row = state.db.execute("SELECT final FROM entities WHERE article = ? AND i = ?", (article, index)).fetchone()
    return cast("str", row[0])


def _dependents(state: State, thing: str) -> None:
    """Who organizes, attends or signs takes the status of the event or agreement."""
    state.mark(
        "article",
        state.db.execute(
            "SELECT DISTINCT f.article FROM roles r JOIN facts f ON f.kind = r.kind AND f.final = r.key WHERE r.entity = ?", (thing,)
        ).fetchall(),
    )


def _spread(state: State) -> None:
    """An entity's new description goes to every article that names it, tells a fact of it, or of what lies in it."""
    for key, _ in state.marked("core"):
        reached, waiting = {key}, [key]
        while waiting:
            one = waiting.pop()
            state.mark("article", state.db.execute("SELECT DISTINCT article FROM entities WHERE final = ?", (one,)).fetchall())
            _dependents(state, one)
            inner = {k for (k,) in state.db.execute("SELECT key FROM known WHERE within = ?", (one,))} - reached
            reached |= inner
            waiting += sorted(inner)
    state.settled("core")


def known(state: State, key: str) -> Entity | None:
    """An entity without its mentions; None where no article names it. It lies only in what is known."""
    row = state.db.execute("SELECT core FROM known WHERE key = ?", (key,)).fetchone()
    if row is None:
        return None
    return told(
        decode_entity(key, row[0]), lambda other: state.db.execute("SELECT 1 FROM known WHERE key = ?", (other,)).fetchone() is not None
    )


def unknown(state: State, corrections: Corrections) -> tuple[str, ...]:
    """The keys that corrections name and no article tells of."""
    return tuple(
        key for key in sorted(corrections.named()) if state.db.execute("SELECT 1 FROM entities WHERE own = ?", (key,)).fetchone() is None
    )
