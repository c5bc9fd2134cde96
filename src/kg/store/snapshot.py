"""A store as it is now, for readers that stay while the next build puts another in its place.

A reader of RocksDB opens its files when it needs them, so a store must not vanish beneath it. The table files never change once
written: they are linked, which takes no room. The few small files beside them are copied.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.rdf.ox import Store
from kg.store.local import FORMATS, find_store

_FOLDER = ".kg-serve-"
_TRIES = 5


@dataclass(slots=True)
class Snapshot:
    """What readers open: ``target`` for :func:`kg.store.open_source`. ``drop`` takes its files away, after its last reader ended."""

    target: str
    stamp: tuple[int, ...]
    _drop: Callable[[], None] = field(default=lambda: None, repr=False)

    def drop(self) -> None:
        """Take the snapshot's own files away; done twice is done once."""
        self._drop()


def stamp(target: str) -> tuple[int, ...]:
    """Numbers that change when another graph comes to stand at ``target``; empty for an endpoint, or where nothing is there now."""
    if target.lower().startswith(("http://", "https://")):
        return ()
    try:
        found = _file(Path(target)).stat()
    except (OSError, InputError):
        return ()
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


def snapshot(target: str) -> Snapshot:
    """The graph at ``target`` as it is now. A file or an endpoint is its own snapshot.

    Raises :class:`kg.errors.InputError` where there is no graph.
    """
    if target.lower().startswith(("http://", "https://")):
        return Snapshot(target, ())
    for _ in range(_TRIES):
        seen = stamp(target)
        file = _file(Path(target))
        if file.name != "CURRENT":
            return Snapshot(str(file), seen)
        with suppress(FileNotFoundError):  # a build is just putting another store in its place
            folder, drop = _linked(file.parent)
            if seen and stamp(target) == seen and _opens(folder):
                return Snapshot(str(folder), seen, drop)
            drop()
    raise InputError(target, "changes all the time", "wait until kg build has ended")


def _file(path: Path) -> Path:
    """The file whose change tells that the graph changed: the store's CURRENT, or the file itself."""
    if path.is_dir():
        if (store := find_store(path)) is not None:
            return store / "CURRENT"
        for ending in (".ttl", ".trig"):
            files = sorted(path.glob(f"*{ending}"))
            if len(files) == 1:
                return files[0]
        raise InputError(str(path), "holds no graph", "run kg build first, or name the folder given to its --out")
    if not path.is_file():
        raise InputError(str(path), "does not exist", "run kg build first, or give the folder, file or endpoint")
    if path.suffix.lower() not in FORMATS:
        raise InputError(str(path), "is no graph that kg reads", f"give a folder that kg build wrote, or {', '.join(sorted(FORMATS))}")
    return path


def _linked(store: Path) -> tuple[Path, Callable[[], None]]:
    """A folder of links beside the store; of copies in the system's folder for temporary files where nothing can be written there."""
    try:
        return _copied(store, store.parent)
    except FileNotFoundError:
        raise
    except OSError:
        return _copied(store, Path(tempfile.gettempdir()))


def _copied(store: Path, where: Path) -> tuple[Path, Callable[[], None]]:
    """A folder of links to a store's tables and copies of its other files. Raises OSError, and leaves nothing then."""
    _sweep(where)
    folder = Path(tempfile.mkdtemp(prefix=_FOLDER, dir=where))
    release = _hold(folder)

    def drop() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        release()

    try:
        for file in sorted(store.iterdir()):
            if file.name in ("LOCK", "LOG") or file.name.startswith("LOG.old") or not file.is_file():
                continue
            try:
                if file.suffix != ".sst":
                    raise OSError
                os.link(file, folder / file.name)
            except FileNotFoundError:
                raise
            except OSError:
                shutil.copyfile(file, folder / file.name)
    except OSError:
        drop()
        raise
    return folder, drop


def _opens(folder: Path) -> bool:
    """Whether the copy is whole: a build that opened the store meanwhile may have written into what was copied."""
    try:
        Store.read_only(str(folder))
    except (OSError, RuntimeError, ValueError):
        return False
    return True


def _hold(folder: Path) -> Callable[[], None]:
    """Marks the folder as in use for as long as this process lives. Raises FileNotFoundError where another server just swept it up."""
    try:
        import fcntl
    except ImportError:
        return lambda: None
    handle = os.open(folder, os.O_RDONLY)
    released = False
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release() -> None:
        nonlocal released
        if not released:
            released = True
            os.close(handle)

    return release


def _sweep(where: Path) -> None:
    """Takes away what servers that were killed left behind."""
    try:
        import fcntl
    except ImportError:
        return
    for left in sorted(where.glob(f"{_FOLDER}*")):
        with suppress(OSError):
            handle = os.open(left, os.O_RDONLY)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(handle)
