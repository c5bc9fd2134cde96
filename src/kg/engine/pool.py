"""Processes that do work handed to them, and outlive the death of any of them.

Each process has a pipe of its own, so its end is noticed at once, whatever it was at, and it is known what it had in hand; a process
whose owner died reads the end of its pipe and ends too. (The standard library's pools share their queues: a process killed while it
holds one leaves the others waiting for ever, and nobody knows what it was at.)
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Lock
from typing import Any, Generic, TypeVar

from kg.errors import KgError

Given = TypeVar("Given")
Made = TypeVar("Made")
TRIES = 2  # times that an item alone may end its process
LOST_IN_A_ROW = 5  # items: then it is no item's fault
_CONTEXT = get_context("spawn")  # forked children of a process with threads can hang, and "spawn" is the same on every system
_GONE = (EOFError, OSError)  # what a pipe says whose other end died


class _EndedError(Exception):
    """The process ended instead of answering."""


class Pool(Generic[Given, Made]):
    """``workers`` processes that call ``function``, which must be importable, on items.

    An item that ends its process is tried again by itself; one that does so ``TRIES`` times alone is given to ``lost`` with how the process
    ended, for what is to stand in its place. ``died`` is told of every process that ended in the middle of its work. Use as a context.
    """

    def __init__(
        self,
        function: Callable[[Given], Made],
        workers: int,
        lost: Callable[[Given, str], Made],
        died: Callable[[str], None],
    ) -> None:
        self._function, self._lost, self._died = function, lost, died
        self._threads = ThreadPoolExecutor(workers, initializer=_deaf)
        self._lock = Lock()
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
        for _ in range(workers):
            self._idle.put(None)  # begun when it is needed
        self._all: set[_Worker] = set()
        self._in_a_row = 0
        self._over = False

    def submit(self, items: Sequence[Given]) -> Future[list[Made]]:
        """What ``function`` makes of some items, in their order. The future raises what ``function`` raised, or :class:`kg.errors.KgError`
        where processes die whatever they are given.
        """
        return self._threads.submit(self._do, items)

    def _do(self, items: Sequence[Given]) -> list[Made]:
        worker = self._idle.get()
        try:
            if worker is None:
                worker = self._begin()
            try:
                return self._asked(worker, items)
            except _EndedError:
                self._end(worker)
                self._tell(f"a process that read articles ended ({worker.ended()}); what it had in hand is read again")
            made = []
            for item in items:
                worker, one = self._alone(worker, item)
                made.append(one)
            return made
        finally:
            self._idle.put(worker if worker is None or worker.lives else None)

    def _alone(self, worker: _Worker, item: Given) -> tuple[_Worker, Made]:
        """One item that may be what ended a process; gives the process that is there now."""
        for _ in range(TRIES):
            if not worker.lives:
                worker = self._begin()
            try:
                (made,) = self._asked(worker, [item])
            except _EndedError:
                self._end(worker)
            else:
                return worker, made
        with self._lock:
            self._in_a_row += 1
            if self._in_a_row >= LOST_IN_A_ROW:
                raise KgError(
                    f"processes that read articles end one after the other ({worker.ended()}), most likely for want of memory; what was"
                    " read is kept: make room, then build again, with fewer --workers"
                )
        return worker, self._lost(item, worker.ended())

    def _asked(self, worker: _Worker, items: Sequence[Given]) -> list[Made]:
        made: list[Made] = worker.ask(items)
        with self._lock:
            self._in_a_row = 0
        return made

    def _begin(self) -> _Worker:
        with self._lock:
            if self._over:
                raise KgError("stopped")
            worker = _Worker(self._function)
            self._all.add(worker)
        return worker

    def _end(self, worker: _Worker) -> None:
        with self._lock:
            self._all.discard(worker)
            over = self._over
        worker.end()
        if over:
            raise KgError("stopped")

    def _tell(self, line: str) -> None:
        with self._lock:
            self._died(line)

    def __enter__(self) -> Pool[Given, Made]:
        return self

    def __exit__(self, *rest: object) -> None:
        """Ends the processes, whatever they are at; nothing more is begun."""
        with self._lock:
            self._over = True
            left = list(self._all)
        for worker in left:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)  # those that waited for an answer see the end of the pipe
        for worker in left:
            worker.end()


class _Worker:
    """A process and the pipe to it."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process: BaseProcess = _CONTEXT.Process(target=_serve, args=(theirs, function), daemon=True)
        self._process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        self.lives = True

    def ask(self, items: Sequence[Any]) -> Any:
        """What it made of the items; raises what ``function`` raised there, and :class:`_EndedError` where it ended instead."""
        try:
            self._pipe.send(items)
            well, made = self._pipe.recv()
        except _GONE as error:
            self.lives = False
            raise _EndedError from error
        if not well:
            raise made
        return made

    def kill(self) -> None:
        """Ends it, whatever it is at; whoever waits for its answer is told."""
        self._process.kill()

    def end(self) -> None:
        """The same, and lets go of it; nobody may wait for an answer."""
        self.lives = False
        self.kill()
        self._process.join()
        with suppress(OSError):
            self._pipe.close()

    def ended(self) -> str:
        """How it ended."""
        code = self._process.exitcode or 0
        if code < 0:
            with suppress(ValueError):
                return f"killed by {signal.Signals(-code).name}"
        return f"exit status {code}"


def _serve(pipe: Connection, function: Callable[[Any], Any]) -> None:
    """The work of a process, for as long as the pipe has another end."""
    with suppress(*_GONE):
        while True:
            items = pipe.recv()
            answer: tuple[bool, Any]
            try:
                answer = True, [function(item) for item in items]
            except Exception as error:
                answer = False, error
            try:
                pipe.send(answer)
            except _GONE:
                raise
            except Exception as error:  # what was made cannot be sent: a defect, to be told there and not here
                pipe.send((False, RuntimeError(f"{type(error).__name__}: {error}")))
    os._exit(0)  # nothing that a library began keeps it alive


def _deaf() -> None:
    """Ctrl-C is the main thread's to handle: processes begun in this one inherit that they do not hear it."""
    if hasattr(signal, "pthread_sigmask"):  # else Windows, whose processes inherit no such thing
        resource_tracker.ensure_running()  # begun later, it would take the mask away again
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
