"""What a build keeps on disk (SQLite): what every article gave, the entities and facts made of it, and what is still to be settled.

Every batch of articles is one transaction, which also notes the blocks and facts that it touches. So a build that is killed at any
moment goes on where it was.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.resolve import APART, CodedReading, Story, story
from kg.types import Described, PartialDate

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, day TEXT NOT NULL, first TEXT NOT NULL, described TEXT NOT NULL, refusals TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS articles_first ON articles (first) WHERE first != '';
CREATE TABLE IF NOT EXISTS bands (band INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (band, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bands_article ON bands (article);
CREATE TABLE IF NOT EXISTS alike (
    band INTEGER NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (band, one, other)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS alike_one ON alike (one);
CREATE INDEX IF NOT EXISTS alike_other ON alike (other);
CREATE TABLE IF NOT EXISTS compared (
    one TEXT NOT NULL, other TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS compared_other ON compared (other);
CREATE TABLE IF NOT EXISTS entities (
    article TEXT NOT NULL, i INTEGER NOT NULL, block TEXT NOT NULL, twin TEXT, own TEXT, final TEXT, why TEXT NOT NULL DEFAULT '',
    data TEXT NOT NULL, PRIMARY KEY (article, i)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entities_block ON entities (block);
CREATE INDEX IF NOT EXISTS entities_own ON entities (own);
CREATE INDEX IF NOT EXISTS entities_final ON entities (final);
CREATE TABLE IF NOT EXISTS facts (
    article TEXT NOT NULL, i INTEGER NOT NULL, kind TEXT NOT NULL, final TEXT, told TEXT, data TEXT NOT NULL, PRIMARY KEY (article, i)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS facts_final ON facts (kind, final);
CREATE TABLE IF NOT EXISTS known (key TEXT PRIMARY KEY, type TEXT NOT NULL, within TEXT, core TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS known_within ON known (within);
CREATE TABLE IF NOT EXISTS merged (kind TEXT NOT NULL, key TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS roles (
    entity TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (entity, kind, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS roles_fact ON roles (kind, key);
CREATE TABLE IF NOT EXISTS dirty (
    what TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (what, kind, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent_stores (
    url TEXT PRIMARY KEY, base TEXT NOT NULL, mark TEXT NOT NULL, next TEXT NOT NULL, anew INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent_articles (
    url TEXT NOT NULL, article TEXT NOT NULL, whole INTEGER NOT NULL, text TEXT NOT NULL, lines BLOB NOT NULL, PRIMARY KEY (url, article)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent_not (url TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (url, article)) WITHOUT ROWID;
"""
_KEPT = "sent_"  # tables that say what other stores hold, which is so whatever code wrote it; another form of them needs other names
# the tables that hold what an article gave, by which columns
_OWNED = {"entities": ("article",), "facts": ("article",), "bands": ("article",), "compared": ("one", "other"), "articles": ("id",)}


StateError = sqlite3.Error


def broken(error: sqlite3.Error) -> bool:
    """Whether the file itself is no longer what was written, which no room on the disk mends."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


@dataclass(frozen=True, slots=True)
class Given:
    """What one article gave. ``key`` is the hash of what was read; the same key means the same rows."""

    key: str
    described: Described
    reading: CodedReading


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a build holds: articles, entities by type, facts by kind, refusals by reason and stage; ``apart`` of the entities are
    people who share a name with several others and of whom no article tells which they are; ``reprints`` of the articles tell a story
    that another told before.
    """

    articles: int
    entities: Counter[str]
    facts: Counter[str]
    refusals: Counter[str]
    apart: int = 0
    reprints: int = 0


def _opened(path: Path | str, fingerprint: str) -> sqlite3.Connection:
    """The file, empty where something else than now made it: then its tables may be others too."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = FILE;")
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        made_by = db.execute("SELECT value FROM meta WHERE name = 'fingerprint'").fetchone() if "meta" in tables else None
        if made_by != (fingerprint,):
            db.execute("BEGIN IMMEDIATE")
            for table in tables:
                if table.startswith(_KEPT):
                    continue
                db.execute(f'DROP TABLE "{table}"')
            for statement in filter(str.strip, _SCHEMA.split(";")):
                db.execute(statement)
            db.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (fingerprint,))
            db.execute("COMMIT")
    except sqlite3.Error:
        db.close()
        raise
    return db


class State:
    """The state of one output folder. ``fingerprint`` says what read the articles: another one starts anew.

    Its methods raise :data:`StateError` where the disk is full or the folder cannot be written.
    """

    def __init__(self, path: Path | str, fingerprint: str) -> None:
        try:
            self.db = _opened(path, fingerprint)
        except sqlite3.DatabaseError as error:
            if not broken(error) or str(path) == ":memory:":
                raise
            Path(path).unlink()  # no file of ours, or a broken one: all of it can be read again
            self.db = _opened(path, fingerprint)

    def __enter__(self) -> State:
        self.db.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.db.execute("COMMIT")
        elif self.db.in_transaction:  # SQLite ends it by itself where the disk is full
            self.db.execute("ROLLBACK")

    def close(self) -> None:
        """Lets go of the file."""
        self.db.close()

    def meta(self, name: str) -> str:
        """A note; "" where there is none."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def note(self, name: str, value: str) -> None:
        """Keep a note."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def key(self, article: str) -> str | None:
        """The key under which an article was read; None where it was not."""
        row = self.db.execute("SELECT key FROM articles WHERE id = ?", (article,)).fetchone()
        return row[0] if row else None

    def keys(self) -> dict[str, str]:
        """The keys of all articles."""
        return dict(self.db.execute("SELECT id, key FROM articles"))

    def put(self, given: Iterable[Given]) -> None:
        """Take what some articles gave in the place of what they gave before; one transaction."""
        with self:
            for one in given:
                self._drop(one.reading.article)
                told, reading = one.described, one.reading
                row = [told.id, one.key, str(told.published or ""), encode_described(told), reading.refusals]
                self.db.execute("INSERT INTO articles VALUES (?, ?, ?, '', ?, ?)", row)
                self.db.executemany("INSERT INTO bands VALUES (?, ?)", [(band, told.id) for band in sorted(set(reading.bands))])
                self._shared(told.id)
                self.db.executemany(
                    "INSERT INTO entities (article, i, block, data) VALUES (?, ?, ?, ?)",
                    [(told.id, i, block, data) for i, block, data in reading.entities],
                )
                self.db.executemany(
                    "INSERT INTO facts VALUES (?, ?, ?, NULL, NULL, ?)",
                    [(told.id, i, kind, data) for i, (kind, data) in enumerate(reading.facts)],
                )
                self.mark("block", ((block,) for _, block, _ in reading.entities))
                for what in ("filling", "article", "story"):
                    self.mark(what, [(told.id,)])

    def drop(self, articles: Iterable[str]) -> None:
        """Withdraw all that some articles gave; one transaction."""
        with self:
            for article in articles:
                self._drop(article)

    def _drop(self, article: str) -> None:
        if self.key(article) is None:
            return
        rows = self.db.execute("SELECT block, final FROM entities WHERE article = ?", (article,)).fetchall()
        self.mark("block", ((block,) for block, _ in rows))
        self.mark("entity", ((final,) for _, final in rows if final))
        rows = self.db.execute("SELECT final, kind FROM facts WHERE article = ? AND final IS NOT NULL", (article,)).fetchall()
        self.mark("fact", rows)
        rows = self.db.execute("SELECT first FROM articles WHERE id = ? AND first != ''", (article,)).fetchall()
        self.mark("article", [(article,), *rows])
        self._shared(article)
        for table, columns in _OWNED.items():
            for column in columns:
                self.db.execute(f"DELETE FROM {table} WHERE {column} = ?", (article,))  # names of ours

    def _shared(self, article: str) -> None:
        """Note the bands that an article shares with others: only there can a reprint come or go."""
        rows = self.db.execute(
            "SELECT band FROM bands b WHERE b.article = ?"
            " AND EXISTS (SELECT 1 FROM bands o WHERE o.band = b.band AND o.article != b.article)",
            (article,),
        ).fetchall()
        self.mark("band", ((str(band),) for (band,) in rows))

    def mark(self, what: str, names: Iterable[tuple[str, ...]]) -> None:
        """Note something to settle: (name,) or (name, kind)."""
        rows = ((what, name[1] if len(name) > 1 else "", name[0]) for name in names)
        self.db.executemany("INSERT OR IGNORE INTO dirty VALUES (?, ?, ?)", rows)

    def marked(self, what: str) -> Iterator[tuple[str, str]]:
        """(name, kind) of what is to settle, in order; more may be marked meanwhile."""
        last = ("", "")
        while rows := self.db.execute(
            "SELECT kind, name FROM dirty WHERE what = ? AND (kind, name) > (?, ?) ORDER BY kind, name LIMIT 500", (what, *last)
        ).fetchall():
            yield from ((name, kind) for kind, name in rows)
            last = rows[-1]

    def settled(self, what: str) -> None:
        """Nothing of the sort is left to settle; articles are from then on to be sent to the other stores."""
        if what == "article":
            self.db.execute("INSERT OR IGNORE INTO sent_not SELECT s.url, d.name FROM dirty d JOIN sent_stores s WHERE d.what = 'article'")
        self.db.execute("DELETE FROM dirty WHERE what = ?", (what,))

    def described(self, article: str) -> Described | None:
        """An article's description; None where it was withdrawn."""
        row = self.db.execute("SELECT described, first FROM articles WHERE id = ?", (article,)).fetchone()
        if row is None:
            return None
        data, first = row
        others = [(first,)] if first else []
        if first == article:
            others = self.db.execute("SELECT id FROM articles WHERE first = ? AND id != ? ORDER BY id", (article, article)).fetchall()
        return replace(decode_described(data), same_story=tuple(other for (other,) in others))

    def counts(self) -> Counts:
        """How much there is."""
        refusals: Counter[str] = Counter()
        for (rows,) in self.db.execute("SELECT refusals FROM articles"):
            refusals.update(f"{reason} ({stage})" for stage, reason, *_ in json.loads(rows))
        (articles,) = self.db.execute("SELECT COUNT(*) FROM articles").fetchone()
        types = Counter(dict(self.db.execute("SELECT type, COUNT(*) FROM known GROUP BY type")))
        kinds = Counter(dict(self.db.execute("SELECT kind, COUNT(*) FROM merged GROUP BY kind")))
        (apart,) = self.db.execute("SELECT COUNT(*) FROM known WHERE type = 'Person' AND core LIKE ?", (f"%{APART}%",)).fetchone()
        (reprints,) = self.db.execute("SELECT COUNT(*) FROM articles WHERE first != '' AND first != id").fetchone()
        return Counts(articles, types, kinds, refusals, apart, reprints)


def encode_described(told: Described) -> str:
    """A description as a row."""
    day = None if told.published is None else str(told.published)
    return json.dumps([told.id, told.file, told.sha256, told.reading, told.title, day, told.publisher, told.url, told.language])


def decode_described(data: str) -> Described:
    """A description from its row."""
    id_, file, sha256, reading, title, day, publisher, url, language = json.loads(data)
    return Described(id_, file, sha256, reading, title, None if day is None else PartialDate.parse(day), publisher, url, language)


def stored_story(state: State, article: str) -> Story:
    """What an article is compared by with its reprints. Raises KeyError where it was withdrawn."""
    told = state.described(article)
    if told is None:
        raise KeyError(article)
    return story_told(told)


def story_told(told: Described) -> Story:
    """What an article is compared by with its reprints, from its description."""
    read = json.loads(told.reading)
    return story(told.id, told.published, told.publisher, read["text"], read["blocks"])
