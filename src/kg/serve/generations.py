"""The graph as it is served: a snapshot that readers share, and the next one as soon as a build put another graph in its place."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from kg.errors import KgError
from kg.store import Snapshot, snapshot, stamp


@dataclass(slots=True)
class Generation:
    """One state of the graph. ``tag`` names its content in ETags: the same files have the same tag."""

    number: int
    snapshot: Snapshot
    tag: str
    readers: int = 0
    old: bool = field(default=False)

    @property
    def target(self) -> str:
        """What a reader opens."""
        return self.snapshot.target


class Generations:
    """Gives the current generation and takes old ones away when their last reader ended."""

    def __init__(self, target: str) -> None:
        """Raises :class:`kg.errors.InputError` where there is no graph."""
        self.target = target
        self.renewed: list[Callable[[], None]] = []  # called when another graph came, so that readers of the last one end
        self.stale = ""  # why the graph that stands there now is not the one that is served
        self._lock = asyncio.Lock()
        self._seen: tuple[int, ...] = ()
        self._count = 0
        self.current = self._make(snapshot(target))

    def _make(self, found: Snapshot) -> Generation:
        self._count += 1
        self._seen = found.stamp
        digest = hashlib.sha256(repr((self.target, found.stamp)).encode("utf-8", "surrogatepass")).hexdigest()
        return Generation(self._count, found, digest[:16])

    async def take(self) -> Generation:
        """The current generation, with one reader more; give it back with :meth:`release`."""
        now = stamp(self.target)
        if now and now != self._seen:
            await self._renew()
        self.current.readers += 1
        return self.current

    async def _renew(self) -> None:
        async with self._lock:
            now = stamp(self.target)
            if not now or now == self._seen:
                return
            try:
                found = await asyncio.to_thread(snapshot, self.target)
            except (KgError, OSError) as error:
                self.stale = str(error)  # the last graph is served on
                return
            last, self.current, self.stale = self.current, self._make(found), ""
            last.old = True
            for tell in self.renewed:
                tell()
            if not last.readers:
                last.snapshot.drop()

    def release(self, generation: Generation) -> None:
        """A reader ended."""
        generation.readers -= 1
        if generation.old and generation.readers <= 0:
            generation.snapshot.drop()

    def close(self) -> None:
        """The server ends: every reader has ended."""
        with suppress(OSError):
            self.current.snapshot.drop()
