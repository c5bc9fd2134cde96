"""What every command shares: where text goes, how progress shows, how errors are told in one line."""

from __future__ import annotations

import codecs
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.errors import KgError, OutputError

DEFAULT_GRAPH = "graphs"
_LONGEST = 800  # characters of an error
# control characters, and marks that turn the direction of what stands behind them
_TURNING = {0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_STEERING = dict.fromkeys(({*range(32), *range(127, 160)} | _TURNING) - {*b"\t\n"}, "\N{REPLACEMENT CHARACTER}")


def console() -> Console:
    """For people: standard output, coloured on a terminal, never wrapped in a pipe."""
    wide = None if sys.stdout.isatty() else 200
    return Console(width=wide, highlight=False, soft_wrap=not sys.stdout.isatty(), markup=False, emoji=False)


def say(message: str) -> None:
    """A line for people on standard error, so that standard output stays data."""
    click.echo(message, err=True)


def one_line(error: BaseException | str) -> str:
    """An error or a text as one line without control characters."""
    line = " ".join(str(error).split()) or type(error).__name__
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)


def complain(error: BaseException, debug: bool = False) -> None:
    """Tell an error in one line; with ``debug`` its traceback as well."""
    if debug:
        click.echo("".join(traceback.format_exception(error)).rstrip(), err=True)
    line = one_line(error)
    if len(line) > _LONGEST:  # what was given may be long; what is wrong with it stands at the end
        line = f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
    say(f"kg: {line}")


def emit(data: bytes | str, path: Path | None = None) -> None:
    """Data to a file, replaced in one step, or to standard output: always UTF-8 with the line ends that it has."""
    if path is not None:
        from kg.export import replace_file

        replace_file(path, data.encode("utf-8") if isinstance(data, str) else data)
        return
    emit_all([data])


def emit_all(pieces: Iterable[bytes | str]) -> None:
    """Data to standard output, piece by piece as it is found."""
    with standard_output() as out:
        for piece in pieces:
            out.write(piece.encode("utf-8") if isinstance(piece, str) else piece)


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output for data: UTF-8 with the line ends that it has. Raises :class:`kg.errors.OutputError` where it cannot be written."""
    sys.stdout.flush()
    # what steers a terminal stays out of it; files and pipes get the bytes as they are
    out = cast(BinaryIO, _Terminal(sys.stdout.buffer)) if sys.stdout.isatty() else sys.stdout.buffer
    try:
        yield out
        out.flush()
    except BrokenPipeError:  # the reader of a pipe went away: nothing more to say, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in its buffer would fail again at exit
        raise OutputError(f"standard output: cannot be written ({error.strerror or error}); write to a file with --out") from error


class _Terminal(io.RawIOBase):
    """UTF-8 on its way to a terminal, cut anywhere, without what would steer it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def write(self, data: Any) -> int:
        self._out.write(self._decoder.decode(data).translate(_STEERING).encode("utf-8"))
        return len(data)

    def flush(self) -> None:
        self._out.flush()


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int, str], None]]:
    """Gives a callback (done, of how many, name): a bar on a terminal, elsewhere a plain line for each step."""
    if not sys.stderr.isatty():

        def line(done: int, total: int, name: str) -> None:
            say(f"{what} {done}/{total} {one_line(name)}")

        yield line
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.fields[name]}"))
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as bar:
        task = bar.add_task(what, total=None, name="")

        def step(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, name=one_line(name)[-40:])

        yield step


def graph_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--graph``: by default the folder ``graphs``, if there is one."""
    help_text = "Folder that kg build wrote, .ttl/.trig file, or http(s) SPARQL endpoint; by default the folder graphs."
    return click.option("--graph", "-g", "target", metavar="GRAPH", help=help_text)(command)


def given_graph(target: str | None) -> str:
    """The graph that was asked for, else the default one. Raises :class:`kg.errors.KgError` where there is none."""
    if target is not None:
        return target
    if not Path(DEFAULT_GRAPH).is_dir():
        raise KgError(f"{DEFAULT_GRAPH}: there is no such folder here; run kg build first, or name a graph with --graph")
    return DEFAULT_GRAPH
