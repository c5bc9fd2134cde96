"""Answers that are asked for again: worked out once, kept up to a size, and never those of another graph."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
from collections.abc import Awaitable, Callable, Coroutine

import pytest

from kg.serve import packing
from kg.serve.kept import Kept
from kg.serve.packing import Body
from kg.serve.web import Request


class Kitchen:
    """Makes answers and counts them."""

    def __init__(self, size: int = 10) -> None:
        self.made: list[str] = []
        self.ended: list[str] = []
        self.gate = asyncio.Event()
        self._size = size

    def make(self, name: str, waits: bool = False) -> Callable[[], Awaitable[Body]]:
        async def work() -> Body:
            self.made.append(name)
            try:
                if waits:
                    await self.gate.wait()
            except asyncio.CancelledError:
                self.ended.append(name)
                raise
            return Body(name.encode() * self._size, "text/plain")

        return work


def run(work: Coroutine[None, None, None]) -> None:
    asyncio.run(work)


def test_the_second_time_nothing_is_made() -> None:
    async def work() -> None:
        kept, kitchen = Kept(), Kitchen()
        first = await kept.get("g1", "a", kitchen.make("a"))
        assert await kept.get("g1", "a", kitchen.make("other")) is first
        assert await kept.get("g1", "b", kitchen.make("b")) is not first
        assert kitchen.made == ["a", "b"]

    run(work())


def test_another_graph_s_answers_are_not_given() -> None:
    async def work() -> None:
        kept, kitchen = Kept(), Kitchen()
        late = asyncio.create_task(kept.get("g1", "late", kitchen.make("late", waits=True)))
        await kept.get("g1", "a", kitchen.make("a"))
        assert (await kept.get("g2", "a", kitchen.make("b"))).raw.startswith(b"b")
        size = kept.size
        kitchen.gate.set()
        assert (await late).raw.startswith(b"late")
        assert kept.size == size, "what was begun over the last graph is not kept"
        assert (await kept.get("g2", "late", kitchen.make("new"))).raw.startswith(b"new")

    run(work())


def test_those_who_ask_at_once_share_the_work() -> None:
    async def work() -> None:
        kept, kitchen = Kept(), Kitchen()
        asked = [asyncio.create_task(kept.get("g", "a", kitchen.make("a", waits=True))) for _ in range(20)]
        await asyncio.sleep(0)
        asked[0].cancel()  # one goes away, the others still get it
        await asyncio.sleep(0)
        kitchen.gate.set()
        answers = await asyncio.gather(*asked[1:])
        assert kitchen.made == ["a"] and len({id(answer) for answer in answers}) == 1 and not kitchen.ended

    run(work())


def test_when_the_last_one_goes_the_work_ends() -> None:
    async def work() -> None:
        kept, kitchen = Kept(), Kitchen()
        asked = [asyncio.create_task(kept.get("g", "a", kitchen.make("a", waits=True))) for _ in range(3)]
        await asyncio.sleep(0.01)
        for one in asked:
            one.cancel()
        await asyncio.gather(*asked, return_exceptions=True)
        assert kitchen.ended == ["a"]
        kitchen.gate.set()
        await kept.get("g", "a", kitchen.make("again"))
        assert kitchen.made == ["a", "again"]

    run(work())


def test_failures_are_told_to_all_and_not_kept() -> None:
    async def work() -> None:
        kept, kitchen = Kept(), Kitchen()

        async def fails() -> Body:
            await kitchen.gate.wait()
            raise ZeroDivisionError

        asked = [asyncio.create_task(kept.get("g", "a", fails)) for _ in range(3)]
        await asyncio.sleep(0)
        kitchen.gate.set()
        assert [type(found) for found in await asyncio.gather(*asked, return_exceptions=True)] == [ZeroDivisionError] * 3
        assert (await kept.get("g", "a", kitchen.make("a"))).raw.startswith(b"a")

    run(work())


@pytest.mark.parametrize("size", [100, 1_000, 5_000])
def test_it_takes_no_more_than_it_may(size: int) -> None:
    async def work() -> None:
        kept, kitchen = Kept(most=100_000), Kitchen(size)
        for number in range(500):
            await kept.get("g", number, kitchen.make("x"))
            await kept.get("g", 0, kitchen.make("first"))  # asked for often: stays
            assert kept.size <= 100_000
        assert kitchen.made.count("first") == 0 and kept.size > 80_000
        await kept.get("g", 499, kitchen.make("last"))
        await kept.get("g", 1, kitchen.make("second"))
        assert kitchen.made.count("last") == 0 and kitchen.made.count("second") == 1

    run(work())


def test_a_very_large_one_is_not_kept() -> None:
    async def work() -> None:
        kept, kitchen = Kept(most=1_000), Kitchen(2_000)
        await kept.get("g", "a", kitchen.make("a"))
        assert kept.size == 0
        await kept.get("g", "a", kitchen.make("a"))
        assert kitchen.made == ["a", "a"]

    run(work())


def test_long_questions_take_no_room() -> None:
    async def work() -> None:
        kept, kitchen = Kept(most=100_000), Kitchen(1)
        for number in range(50):
            await kept.get("g", ("x" * 1_000_000, number), kitchen.make("x"))
        assert len(kitchen.made) == 50 and kept.size < 100_000
        tracemalloc.start()
        for number in range(50, 100):
            await kept.get("g", ("x" * 1_000_000, number), kitchen.make("x"))
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert held < 5_000_000, "the questions themselves are not held"

    run(work())


def test_an_answer_is_packed_once_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[int] = []

    def pack(raw: bytes) -> bytes:
        packed.append(len(raw))
        return gzip.compress(raw)

    monkeypatch.setattr(packing, "_pack", pack)
    told = {"type": "http", "method": "GET", "path": "/", "headers": [(b"accept-encoding", b"gzip")], "query_string": b""}
    body = Body(b"word " * 1_000, "text/plain")

    async def work() -> None:
        answers = await asyncio.gather(*(body.response(Request(told)) for _ in range(9)))
        assert {gzip.decompress(bytes(answer.body)) for answer in answers} == {body.raw}

    run(work())
    run(work())  # another loop, as in another server of the same process
    assert packed == [5_000]
