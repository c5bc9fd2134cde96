"""The rows of a build's state in SQLite, as kg keeps them, and the same rows in Parquet parts: what an incremental build does with each.

``python benchmarks/columnar.py OUT [--times 10]`` takes the ``build.sqlite`` of a folder that ``kg build`` wrote (it is copied, never
changed) and counts, for one article: the members of the blocks that it touches, those of its keys, and taking it out and putting it back.
The parts have 64 articles each, as a build's transactions do; one that changes is written anew. ``--times`` repeats the rows under other
names of articles, for a state that many times as large.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

PART = 64
COLUMNS = ("article", "i", "block", "final", "data")


def copied(source: Path, folder: Path, times: int) -> sqlite3.Connection:
    """The entities of a state, several times, with the indexes that kg has on them."""
    shutil.copy(source, folder / "source")
    db = sqlite3.connect(folder / "state", isolation_level=None)
    db.execute("ATTACH ? AS s", (str(folder / "source"),))
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("CREATE TABLE entities (article TEXT, i INTEGER, block TEXT, final TEXT, data TEXT, PRIMARY KEY (article, i)) WITHOUT ROWID")
    for n in range(times):
        db.execute("INSERT INTO entities SELECT article || ?, i, block, final, data FROM s.entities", (f"-{n:03}",))
    db.execute("CREATE INDEX entities_block ON entities (block)")
    db.execute("CREATE INDEX entities_final ON entities (final)")
    return db


def parts(db: sqlite3.Connection, folder: Path) -> list[str]:
    """The same rows as Parquet, a part for every ``PART`` articles."""
    articles = [article for (article,) in db.execute("SELECT DISTINCT article FROM entities ORDER BY article")]
    folder.mkdir()
    for first in range(0, len(articles), PART):
        some = articles[first : first + PART]
        rows = db.execute(
            "SELECT article, i, block, final, data FROM entities WHERE article BETWEEN ? AND ? ORDER BY article, i", (some[0], some[-1])
        )
        put(folder / f"{first // PART:06}.parquet", rows.fetchall())
    return articles


def put(path: Path, rows: list[tuple[object, ...]]) -> None:
    pq.write_table(pa.table(dict(zip(COLUMNS, map(list, zip(*rows, strict=True)), strict=True))), path, compression="zstd")


def timed(work: Callable[[], object]) -> float:
    """Milliseconds, the best of five."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return round(best * 1000, 2)


def measure(source: Path, times: int) -> dict[str, dict[str, float] | int]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = copied(source, folder, times)
        articles = parts(db, folder / "parts")
        one = articles[len(articles) // 2]
        rows = db.execute("SELECT article, i, block, final, data FROM entities WHERE article = ? ORDER BY i", (one,)).fetchall()
        blocks = sorted({row[2] for row in rows})
        keys = sorted({row[3] for row in rows})
        part = folder / "parts" / f"{len(articles) // 2 // PART:06}.parquet"
        marks = ",".join("?" * len(blocks))
        of_blocks = f"SELECT article, i, data FROM entities WHERE block IN ({marks})"

        def scan(column: str, values: list[str]) -> object:
            return ds.dataset(folder / "parts").to_table(filter=pc.field(column).isin(values))

        def out_of_sqlite() -> None:
            db.execute("BEGIN")
            db.execute("DELETE FROM entities WHERE article = ?", (one,))
            db.executemany("INSERT INTO entities VALUES (?, ?, ?, ?, ?)", rows)
            db.execute("COMMIT")

        def out_of_parts() -> None:
            table = pq.read_table(part)
            kept = table.filter(pc.field("article") != one)
            pq.write_table(pa.concat_tables([kept, table.filter(pc.field("article") == one)]), folder / "anew.parquet", compression="zstd")
            (folder / "anew.parquet").replace(part)

        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("DETACH s")
        db.execute("VACUUM")
        return {
            "articles": len(articles), "rows": db.execute("SELECT COUNT(*) FROM entities").fetchone()[0],
            "sqlite": {
                "MB": round((folder / "state").stat().st_size / 1e6, 1),
                "its blocks ms": timed(lambda: db.execute(of_blocks, blocks).fetchall()),
                "its keys ms": timed(lambda: [db.execute("SELECT article FROM entities WHERE final = ?", (k,)).fetchall() for k in keys]),
                "out and in ms": timed(out_of_sqlite),
            },
            "parquet": {
                "MB": round(sum(f.stat().st_size for f in (folder / "parts").iterdir()) / 1e6, 1),
                "its blocks ms": timed(lambda: scan("block", blocks)),
                "its keys ms": timed(lambda: scan("final", keys)),
                "out and in ms": timed(out_of_parts),
            },
        }  # fmt: skip


def main(arguments: list[str]) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--times", type=int, default=1)
    given = parser.parse_args(arguments)
    print(json.dumps(measure(given.out / "build.sqlite", given.times)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
