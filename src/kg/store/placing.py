"""A store as files: which one it is, a copy to work on, and one put in another's place in a single step.

The files of a store in its place never change: a build works on a copy, whose table files are hard links, and puts it there when it is
whole. So whoever reads the store meanwhile, or after a build was killed, finds one whole store.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import uuid
from contextlib import suppress
from pathlib import Path

_MARK = "BUILD"  # RocksDB's own IDENTITY is the same in a copy
_LEFT = (_MARK, "LOCK", "LOG")  # what a copy has no use for
_HERE = -100  # AT_FDCWD: paths as they are
_EXCHANGE = 2  # RENAME_EXCHANGE: renameat2(2)


def identity(store: Path) -> str:
    """What tells a store that :func:`identify` marked from every other one, also from its copies; "" where there is none."""
    try:
        return (store / _MARK).read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def identify(store: Path) -> str:
    """Give a store, which nobody has open, an identity that no other one has."""
    found = uuid.uuid4().hex
    with (store / _MARK).open("w", encoding="ascii") as file:
        file.write(f"{found}\n")
        file.flush()
        os.fsync(file.fileno())
    return found


def copy_store(store: Path, to: Path) -> None:
    """A store's files into the new folder ``to``: tables, which never change, as links where the system has them. Raises OSError.

    The store itself is only read; nobody may have it open for writing.
    """
    to.mkdir()
    for file in sorted(store.iterdir()):
        if file.name in _LEFT or file.name.startswith("LOG.old") or not file.is_file():
            continue
        if file.suffix == ".sst":
            with suppress(OSError):
                os.link(file, to / file.name)
                continue
        shutil.copyfile(file, to / file.name)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; gives whether the system can."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):  # no Linux, or an old one
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
