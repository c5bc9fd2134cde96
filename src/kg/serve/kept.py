"""Answers that are asked for again: kept as long as the graph stays, up to a size, and worked out once for all who ask at the same time.

A graph changes only when a build puts another in its place, so an answer of one generation stays right until the next. Those that were
not asked for the longest time make room for others.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from kg.serve.packing import Body

MOST = 128 * 1024 * 1024  # bytes of all answers together
_SHARE = 4  # an answer of more than this part of it is not kept
_ENTRY = 500  # bytes that an entry takes beside its body


@dataclass(slots=True)
class _Work:
    """An answer in the making, and how many wait for it."""

    task: asyncio.Task[Body]
    waiting: int = 0


class Kept:
    """Answers by key, of the generation asked last."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._tag = ""
        self._size = 0
        self._bodies: OrderedDict[bytes, Body] = OrderedDict()
        self._works: dict[tuple[str, bytes], _Work] = {}

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return self._size

    async def get(self, tag: str, asked: object, make: Callable[[], Awaitable[Body]]) -> Body:
        """The answer to ``asked``, told apart by its ``repr``, in the generation ``tag``.

        Who is cancelled while waiting stops the work if nobody else waits for it. Raises what ``make`` raises; such an end is not kept.
        """
        key = hashlib.sha256(repr(asked).encode("utf-8", "surrogatepass")).digest()  # a query may be a million characters
        if tag != self._tag:
            self._bodies.clear()
            self._tag, self._size = tag, 0
        if (found := self._bodies.get(key)) is not None:
            self._bodies.move_to_end(key)
            return found
        work = self._works.get((tag, key))
        if work is None:
            work = self._works[tag, key] = _Work(asyncio.create_task(self._made(tag, key, make)))
            work.task.add_done_callback(lambda done: self._done(tag, key, done))
        work.waiting += 1
        try:
            return await asyncio.shield(work.task)
        finally:
            work.waiting -= 1
            if not work.waiting and not work.task.done():
                self._works.pop((tag, key), None)  # who comes now begins anew
                work.task.cancel()
                await asyncio.gather(work.task, return_exceptions=True)

    async def _made(self, tag: str, key: bytes, make: Callable[[], Awaitable[Body]]) -> Body:
        body = await make()
        size = _size(body)
        if tag == self._tag and size <= self._most // _SHARE:
            self._bodies[key] = body
            self._size += size
            while self._size > self._most:
                self._size -= _size(self._bodies.popitem(last=False)[1])
        return body

    def _done(self, tag: str, key: bytes, task: asyncio.Task[Body]) -> None:
        if (work := self._works.get((tag, key))) is not None and work.task is task:
            del self._works[tag, key]
        if not task.cancelled():
            task.exception()  # told to whoever waited


def _size(body: Body) -> int:
    """What an answer takes, its packed form counted as if it were no smaller: it is made later, when a client takes it."""
    return 2 * len(body.raw) + _ENTRY
