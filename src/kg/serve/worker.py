"""A process that answers queries, one at a time, for as long as its server lives: ``python -m kg.serve.worker``.

The engine has no time limit and no memory limit of its own. A process has both: the server kills it, the system refuses it memory.
"""

from __future__ import annotations

import ctypes
import itertools
import os
import queue
import re
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, BinaryIO

from kg.errors import KgError, MalformedError, QueryError, RefusedError
from kg.query import checked
from kg.rdf import prefixes
from kg.rdf.ox import NamedNode, QueryBoolean, QuerySolutions, Triple, serialize
from kg.serve import wire
from kg.serve.capped import RESULTS, TRIPLES, Capped, TooMuchError
from kg.store import Engine, open_source

_SPENT = 0.5  # of its memory: a process that grew so far ends after its answer
_PAGE = 4096
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET: unshare(2)
_PREFIXES = re.compile(rb"(?:@prefix [^\n]*\n)+")
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


def main() -> None:
    """Read frames from standard input until it ends; write answers to standard output."""
    attend(lambda source, begin: lambda asked: answered(source, asked, begin))


def attend(prepare: Callable[[Engine, wire.Start], Callable[[wire.Asked], wire.Answered]]) -> None:
    """Open what the first frame names, then answer one frame after the other by what ``prepare`` gives."""
    inbox: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the frames
    first = wire.read(sys.stdin.buffer)
    if first is None:
        return
    begin = wire.start(first[0])
    if "://" not in begin.target:
        without_network()  # while the process has one thread
    threading.Thread(target=_listen, args=(sys.stdin.buffer, inbox), daemon=True).start()
    try:
        source = open_source(begin.target)
        base, answer = source.base, prepare(source, begin)
    except KgError as error:
        _send(out, wire.Answered(502 if "://" in begin.target else 503, error=str(error)))
        return
    rest = _limit(begin.memory)
    _send(out, wire.Answered(200, body=base.encode("utf-8")))
    while True:
        given = answer(wire.asked(inbox.get()))
        spent = 0 < begin.memory * _SPENT < _used() - rest
        _send(out, wire.Answered(given.status, given.body, given.format, given.error, given.limit, given.rows, spent))
        del given
        if spent:
            return


def answered(source: Engine, asked: wire.Asked, limits: wire.Start) -> wire.Answered:
    """The answer to one query; every failure that has words is an answer too."""
    remote = "://" in limits.target
    try:
        query = checked(asked.query)
        default, named, own = asked.default, asked.named, query.own_dataset
        if own and not default and named is None:
            default, named = _own(query.default, prefixes(source.base)), _own(query.named, prefixes(source.base))
            if not default and not named:
                default, named = (), None
        if remote:
            _only_its_graphs(source.base, (*default, *(named or ())), own and "\\" in query.text)
        of_triples = query.form in ("construct", "describe")
        wanted = asked.triples if of_triples else asked.results
        if not wanted:
            return wire.Answered(406, error="none of the media types in Accept fits this form of query", limit=query.form)
        found = source.raw(query.text, default=default, named=named, own_dataset=own and not default and named is None)
        if isinstance(found, QuerySolutions | QueryBoolean):
            into = Capped(limits.size, limits.rows, wanted if isinstance(found, QuerySolutions) else "")
            return _written(into, lambda: found.serialize(into.file, RESULTS[wanted]), wanted)
        return _triples(found, wanted, source.base, limits)
    except RefusedError as error:
        return wire.Answered(403, error=str(error))
    except MalformedError as error:
        return wire.Answered(400, error=str(error))
    except TooMuchError as error:
        return wire.Answered(500, error=_too_much(error.limit, limits), limit=error.limit)
    except QueryError as error:
        return wire.Answered(502 if remote and str(error).startswith(source.name) else 400, error=str(error))
    except MemoryError:
        return wire.Answered(500, error=_too_much("memory", limits), limit="memory", spent=True)
    except (OSError, RuntimeError, ValueError) as error:
        return wire.Answered(500, error=f"the engine could not answer: {' '.join(str(error).split())[:200]}")


def _own(graphs: Iterable[str], known: dict[str, str]) -> tuple[str, ...]:
    """The IRIs of FROM or FROM NAMED, prefixes that need no declaration written out."""
    found = []
    for graph in graphs:
        prefix, _, name = graph.partition(":")
        found.append(known[prefix] + name if prefix in known and not name.startswith("//") else graph)
    return tuple(dict.fromkeys(found))


def _only_its_graphs(base: str, graphs: Iterable[str], hidden: bool) -> None:
    """An endpoint may fetch a graph that it does not have, even a file: none but the graphs of the data may be named to it."""
    for graph in graphs:
        if not graph.startswith(base):
            raise RefusedError(f"the graph <{graph[:200]}> is none of this data's; graphs here begin with {base}")
    if hidden:
        raise RefusedError("a query with FROM must be written without backslashes here")


def _written(into: Capped, write: Any, form: str) -> wire.Answered:
    try:
        write()
    except Exception as error:  # the engine wraps what the writer raises in an error of its own
        if into.passed:
            raise TooMuchError(into.passed) from error
        raise
    return wire.Answered(200, _clean(bytes(into.body), form), form, rows=into.rows)


def _clean(body: bytes, form: str) -> bytes:
    """Prefixes in order, and XML without the characters that it cannot hold; the engine writes them as they are."""
    if form == "turtle":
        head = _PREFIXES.match(body)
        return b"".join(sorted(head[0].splitlines(True))) + body[head.end() :] if head else body
    if form in ("xml", "rdfxml"):
        return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}".encode(), body).replace(b"\r", b"&#13;")
    return body


def _triples(found: Iterable[Triple], form: str, base: str, limits: wire.Start) -> wire.Answered:
    triples = list(itertools.islice(found, limits.rows + 1))
    if len(triples) > limits.rows:
        raise TooMuchError("rows")
    known: dict[str, str] = {}
    if form in ("turtle", "rdfxml"):
        used = {_namespace(term.value) for t in triples for term in (t.subject, t.predicate, t.object) if isinstance(term, NamedNode)}
        known = {prefix: name for prefix, name in prefixes(base).items() if prefix != "article" and name in used}
    into = Capped(limits.size, limits.rows)
    answer = _written(into, lambda: serialize(triples, into.file, format=TRIPLES[form], prefixes=known), form)
    return wire.Answered(200, answer.body, form, rows=len(triples))


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _too_much(limit: str, limits: wire.Start) -> str:
    said = {
        "rows": f"the answer has more than {limits.rows} rows",
        "bytes": f"the answer is larger than {limits.size} bytes",
        "memory": f"the query needs more than {limits.memory} bytes of memory",
    }
    return said[limit]


def without_network() -> bool:
    """Leaves the machine's network for one of its own that reaches nothing, where Linux lets a process do so; gives whether it did.

    No query should come this far, since SERVICE is refused before; this holds even if one did.
    """
    try:
        library = ctypes.CDLL(None, use_errno=True)
        # with the right to do so alone; else in a user namespace, where everybody may
        return any(library.unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_NETWORK | _NEW_USER))
    except (OSError, AttributeError, TypeError):
        return False


def _limit(memory: int) -> int:
    """Lets the process have so much more memory than it has now, 0 for any; gives what it has now, 0 where the system does not tell."""
    with suppress(OSError):
        os.nice(5)  # the server itself must answer at once
    try:
        import resource
    except ImportError:
        return 0
    used = _used()
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if used and memory:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
    return used


def _used() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - as light as can be
            return int(file.read().split()[0]) * _PAGE
    except (OSError, ValueError):
        return 0


def _listen(stream: BinaryIO, inbox: queue.SimpleQueue[dict[str, Any]]) -> None:
    """Passes frames on; the end of the stream is the end of the server, and of this process whatever it is doing."""
    with suppress(OSError, ValueError):
        while (frame := wire.read(stream)) is not None:
            inbox.put(frame[0])
    os._exit(0)


def _send(out: BinaryIO, answer: wire.Answered) -> None:
    with suppress(BrokenPipeError):
        out.write(wire.head(answer))
        out.write(answer.body)  # not joined with the rest: it may be large
        out.flush()


if __name__ == "__main__":
    main()
