"""What a build keeps, opened to look into and never changed: why an entity's mentions are one and others are not."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from pathlib import Path

from kg.resolve import Member, apart, member
from kg.types import Refusal

_MOST = 200  # refusals that are told of one entity


class Kept:
    """``build.sqlite`` of an output folder. Raises :data:`kg.engine.StateError` where it is none that this version can read."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            self.db.execute("SELECT article, i, block, own, final, why, data FROM entities LIMIT 1").fetchone()
        except sqlite3.Error:
            self.close()
            raise

    def close(self) -> None:
        """Lets go of the file."""
        self.db.close()

    def members(self, key: str) -> tuple[Member, ...]:
        """The entities of single articles that are one under a key."""
        rows = self.db.execute("SELECT article, data, why FROM entities WHERE final = ? ORDER BY article, i", (key,))
        return tuple(member(article, data, why) for article, data, why in rows)

    def apart(self, key: str) -> tuple[tuple[str, str, str], ...]:
        """(key, name, why) of look-alikes that are somebody else."""
        found: dict[str, str] = {}
        for (block,) in self.db.execute("SELECT DISTINCT block FROM entities WHERE final = ?", (key,)).fetchall():
            groups: dict[str, list[Member]] = defaultdict(list)
            for article, final, why, data in self.db.execute(
                "SELECT article, final, why, data FROM entities WHERE block = ? AND final IS NOT NULL ORDER BY article, i", (block,)
            ):
                groups[final].append(member(article, data, why))
            found |= dict(apart(key, groups))
        return tuple((other, self._name(other), found[other]) for other in sorted(found))

    def _name(self, key: str) -> str:
        row = self.db.execute("SELECT core FROM known WHERE key = ?", (key,)).fetchone()
        return str(json.loads(row[0])[1]) if row else key

    def corrected(self, key: str) -> tuple[str, ...]:
        """Own keys of kg that corrections made this one."""
        rows = self.db.execute("SELECT DISTINCT own FROM entities WHERE final = ? AND own != final ORDER BY own", (key,))
        return tuple(own for (own,) in rows)

    def corrections(self) -> str:
        """The text of the corrections that the last build applied."""
        row = self.db.execute("SELECT value FROM meta WHERE name = 'corrections'").fetchone()
        return str(row[0]) if row else ""

    def refused(self, names: frozenset[str]) -> tuple[Refusal, ...]:
        """What was refused at one of these names; at most ``_MOST``, in order."""
        found: list[Refusal] = []
        for name in sorted(names):
            like = json.dumps(name)[1:-1].replace("!", "!!").replace("%", "!%").replace("_", "!_")
            rows = self.db.execute("SELECT id, refusals FROM articles WHERE refusals LIKE ? ESCAPE '!' ORDER BY id", (f"%{like}%",))
            for article, data in rows:
                found += [Refusal(article, *row) for row in json.loads(data) if row[2].casefold() == name.casefold()]
                if len(found) >= _MOST:
                    break
        return tuple(sorted(set(found), key=lambda r: (r.article, r.start, r.end, r.stage, r.reason)))[:_MOST]
