"""A build into a folder, as ``kg build`` does it: only what changed is read, and the old graph stays whole until the new one is."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from kg import pipeline
from kg._output import Written, check_out, place_files, render
from kg.engine import Counts, State, StateError, articles_to_write, broken, fingerprint, merge, refresh, send, unknown
from kg.errors import InputError, OutputError
from kg.extract import kinds
from kg.graph import Graph
from kg.rdf.ox import Store
from kg.resolve import NONE, Corrections, read_corrections
from kg.store import STORE, Addresses, Writer, alone, copy_store, identify, identity, open_source, place_store, staging

STATE = "build.sqlite"
CORRECTIONS = "corrections.csv"
MOST = 2_000  # articles whose graph is written as files and a page too; larger ones are asked, served and exported from the store


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: how much there is, how many articles' graphs were written anew, and where (no files: too many articles)."""

    counts: Counts
    changed: int
    written: Written | None
    store: Path
    unknown: tuple[str, ...] = ()  # entities that the corrections name and no article tells of
    sent: int = 0  # articles whose graphs were written to a store elsewhere


def build(
    inputs: Sequence[str | Path],
    out: Path,
    name: str,
    base: str,
    *,
    workers: int,
    fresh: bool = False,
    corrections: Path | None = None,
    reading: Callable[[pipeline.Progress], None] | None = None,
    writing: Callable[[int, int, str], None] | None = None,
    refused: Callable[[InputError], None] | None = None,
    died: Callable[[str], None] = lambda line: None,
    elsewhere: Addresses | None = None,
    sending: Callable[[int, int, str], None] | None = None,
) -> Built | None:
    """Build ``inputs`` into ``out``; None, and the last graph left as it is, where no article could be read.

    ``fresh`` forgets what earlier builds read; ``corrections`` is by default ``OUT/corrections.csv``, where there is one. Raises
    :class:`kg.errors.InputError` where that cannot be read, :class:`kg.errors.OutputError` where the folder cannot be written or
    another build is writing it. ``died`` is told in a line of every process that ended before its work did. ``elsewhere`` is a store
    that is brought up to date too, once the folder is.
    """
    check_out(out, name)
    known = _corrections(corrections or out / CORRECTIONS, base, asked=corrections is not None)
    with alone(out):
        if fresh:
            forget(out)
        try:
            with closing(State(out / STATE, fingerprint())) as state:
                built = _build(state, inputs, out, name, base, workers, known, reading, writing, refused, died)
                if built is not None and elsewhere is not None:
                    return replace(built, sent=_send(state, out, base, elsewhere, sending))
                return built
        except StateError as error:
            advice = "build again with --fresh" if broken(error) else "check the disk and its room, build again"
            raise OutputError(f"{out / STATE}: cannot be used ({error}); the last graph is as it was; {advice}") from error


def _build(
    state: State,
    inputs: Sequence[str | Path],
    out: Path,
    name: str,
    base: str,
    workers: int,
    corrections: Corrections,
    reading: Callable[[pipeline.Progress], None] | None,
    writing: Callable[[int, int, str], None] | None,
    refused: Callable[[InputError], None] | None,
    died: Callable[[str], None],
) -> Built | None:
    declared = kinds()
    if not pipeline.keep(inputs, state, workers=workers, progress=reading, refused=refused, died=died):
        return None
    merge(state, declared, corrections)
    counts = state.counts()
    with staging(out) as stage:
        whole = state.meta("base") == base and state.meta("store") == identity(out / STORE) != ""
        if whole:
            copy_store(out / STORE, stage / STORE)  # hard links: as good as no time and no space
        changed = articles_to_write(state) if whole else counts.articles
        store = Store(str(stage / STORE))
        for done, article in enumerate(refresh(state, store, declared, base), 1):
            if writing is not None:
                writing(done, changed, article)
        store.flush()
        if not whole:
            store.optimize()
        del store  # lets go of RocksDB's lock
        if counts.articles <= MOST:
            with Graph(open_source(stage)) as graph:
                render(graph, stage, name)
        with state:
            state.note("base", base)
            state.note("store", identify(stage / STORE))
            state.settled("article")
        place_store(stage / STORE, out)
        written = place_files(stage, out, name)

    return Built(counts, changed, written if counts.articles <= MOST else None, out / STORE, unknown(state, corrections))


def _send(state: State, out: Path, base: str, elsewhere: Addresses, sending: Callable[[int, int, str], None] | None) -> int:
    """How many articles' graphs had to be written there."""
    done = 0
    with closing(Writer(elsewhere, base, os.environ)) as writer:
        store = Store.read_only(str(out / STORE))
        for total, article in send(state, store, writer, base, identity(out / STORE)):
            done += 1
            if sending is not None:
                sending(done, total, article)
    return done


def forget(out: Path) -> None:
    """Take away what earlier builds kept of what they read."""
    for path in (out / STATE, out / f"{STATE}-wal", out / f"{STATE}-shm"):
        path.unlink(missing_ok=True)


def _corrections(path: Path, base: str, *, asked: bool) -> Corrections:
    text = corrections_text(path, asked=asked)
    return NONE if text is None else read_corrections(text, str(path), base)


def corrections_text(path: Path, *, asked: bool) -> str | None:
    """What a file of corrections says; None where there is none and nobody ``asked`` for it. Raises :class:`kg.errors.InputError`."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if not asked:
            return None
        raise InputError(str(path), "there is no such file", "check the path given to --corrections") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({getattr(error, 'strerror', None) or error})", "save it as CSV in UTF-8") from error
