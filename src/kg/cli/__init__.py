"""The command ``kg``. Nothing else in kg prints."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from kg.cli._output import complain, one_line, say
from kg.cli.asking import check, export, query, view
from kg.cli.building import build
from kg.cli.evaluating import evaluate
from kg.cli.explaining import explain
from kg.cli.inspecting import inspect
from kg.cli.serving import serve
from kg.cli.speaking import mcp
from kg.errors import KgError

__all__ = ["cli", "main"]
# what a machine may lack or break at any moment, and what to do
_ADVICE = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room, or ask for more of the disk",
    errno.EFBIG: "allow larger files (ulimit -f)",
    errno.EIO: "check the disk",
    errno.EROFS: "choose a place that can be written",
    errno.EMFILE: "allow more open files (ulimit -n 512)",
    errno.ENFILE: "close what else holds files open",
    errno.ENOMEM: "end what else needs memory",
}


def _version() -> str:
    try:
        return version("kg")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "unknown"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(_version(), prog_name="kg")
def cli(debug: bool) -> None:
    """News articles as a knowledge graph in which every fact shows the words that it was read from."""


for command in (build, query, view, export, check, inspect, explain, evaluate, mcp, serve):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``kg``; gives the exit status. An error is one line on standard error that names the file and what to do."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started kg
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    debug = "--debug" in arguments
    if debug:  # wherever it stands
        arguments = ["--debug", *(argument for argument in arguments if argument != "--debug")]
    try:
        cli.main(args=list(arguments), prog_name="kg", standalone_mode=False)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("kg: stopped")
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        return 2
    except click.UsageError as error:
        say(f"kg: {one_line(error.format_message())}; see {error.ctx.command_path if error.ctx else 'kg'} --help")
        return 2
    except BrokenPipeError:  # the reader of a pipe went away: nothing more to say, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KgError as error:
        complain(error, debug)
        return 1
    except OSError as error:
        if (advice := _ADVICE.get(error.errno or 0)) is None:
            return _defect(error, debug)
        where = f"{error.filename}: " if error.filename else ""
        complain(KgError(f"{where}{error.strerror}; {advice}"), debug)
        return 1
    except Exception as error:
        return _defect(error, debug)
    return 0


def _defect(error: Exception, debug: bool) -> int:
    """A defect of kg: users get a line and not a traceback, whoever mends it asks for the traceback."""
    complain(error, debug)
    say(f"kg: that is a defect of kg ({type(error).__name__}); run the command again with --debug and report what it shows")
    return 70
