"""Which files the user means, and what each one's articles are called."""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.read.formats import ENDINGS, SITEMAPS, ending
from kg.read.formats.sitemap import Stated
from kg.read.sitemaps import saved_pages

STDIN: Final = "-"
_UNWRITTEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_PATTERN: Final = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One file to read. ``id`` is its article's id, or what its records' ids begin with; ``path`` is as the user gave it."""

    id: str
    path: str
    format: str  # the ending, one of ``kg.read.formats.ENDINGS``
    stated: Stated | None = field(default=None, compare=False)  # what a sitemap says of the page


def find(inputs: Sequence[str | Path], *, refused: Callable[[InputError], None]) -> list[Source]:
    """The files of all inputs, sorted by id, each once. Nothing is opened but sitemaps, in whose place the pages come that they list.

    The id is the file's name without its ending. Files of the same name are told apart by their folder's name in front
    ("2024-report"), then by their ending behind; the ids do not depend on the order of the inputs.
    """
    found: dict[Path | None, str] = {}
    for given in inputs:
        for path in files(str(given), refused):
            if path == STDIN:
                found.setdefault(None, STDIN)
                continue
            real = Path(path).resolve()
            found[real] = min(found.get(real, path), path)
    stated = listed(found, refused)
    sources = named({real: path for real, path in found.items() if real is not None}, stated)
    if None in found:
        taken = {source.id for source in sources}
        sources.append(Source("stdin" if "stdin" not in taken else "stdin-", STDIN, ".txt"))
    return sorted(sources)


def named(paths: Mapping[Path, str], stated: Mapping[Path, Stated]) -> list[Source]:
    """The files at ``paths``, each with how it is shown, as sources sorted by id. Of what begins with a host, that is the first folder."""
    ids = _ids(list(paths))
    return sorted(Source(ids[real], path, _format(real, stated), stated.get(real)) for real, path in paths.items())


def files(given: str, refused: Callable[[InputError], None]) -> Iterator[str]:
    """The files that one input means: a file, a folder, a pattern or standard input."""
    if given == STDIN:
        yield given
        return
    if not given.strip():  # an unset variable of a script, which would mean the whole folder here
        refused(InputError(repr(given), "is no path", "give a file, a folder or a pattern"))
        return
    path = Path(given)
    try:
        if path.is_dir():
            problems: list[OSError] = []
            inside = sorted(_inside(path, problems.append))
            for problem in problems:  # a folder that is left out quietly would withdraw its articles
                refused(InputError(str(problem.filename or given), f"cannot be looked into ({problem.strerror})", "check its permissions"))
            if not inside and not problems:
                refused(InputError(given, "the folder has no article files", f"put {_endings()} files into it"))
            yield from inside
            return
        if path.is_file():
            yield from _known([given], refused)
            return
        if path.exists():
            refused(InputError(given, "is no file and no folder", "give a file, or - with its text on standard input"))
            return
    except (OSError, ValueError) as error:
        refused(
            InputError(given, f"cannot be looked at ({getattr(error, 'strerror', None) or error})", "check the path and its permissions")
        )
        return
    if _PATTERN.search(given):
        matched = sorted(p for p in glob.glob(given, recursive=True) if Path(p).is_file())  # noqa: PTH207 - absolute patterns too
        if matched:
            yield from _known(matched, refused)
            return
        refused(InputError(given, "no file matches the pattern", "check the pattern, or give a folder"))
        return
    refused(InputError(given, "there is no such file or folder", "check the path"))


def listed(found: dict[Path | None, str], refused: Callable[[InputError], None]) -> dict[Path, Stated]:
    """The pages of the sitemaps among the files, which are put in their place."""
    stated: dict[Path, Stated] = {}
    told = set[Path]()
    for real in sorted(path for path in found if path is not None and ending(path.name) in SITEMAPS):
        if real in told:
            continue  # an index among them lists it
        listed = saved_pages(real, refused)
        if listed is None:
            continue
        pages, sitemaps = listed
        told |= sitemaps
        for page, what in pages.items():
            if page not in stated or stated[page].published is None:
                stated[page] = what
    for real in told:
        found.pop(real, None)
        stated.pop(real, None)
    for page in stated:
        found.setdefault(page, str(page))
    return stated


def _format(real: Path, stated: Mapping[Path, Stated]) -> str:
    """A saved page is one whatever it is called: "news", "show.php"; what has an ending of ours is what that says."""
    known = ending(real.name)
    return ".html" if real in stated and known not in ENDINGS else known


def _inside(root: Path, failed: Callable[[OSError], None]) -> Iterator[str]:
    """The article files below a folder but for what is hidden; links to folders are not followed, so no loop of them matters."""
    for folder, inner, names in os.walk(root, onerror=failed):
        inner[:] = [name for name in inner if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and ending(name) in ENDINGS:
                path = Path(folder) / name
                try:
                    if path.is_file():
                        yield str(path)
                except OSError as error:
                    failed(error)


def _known(paths: Iterable[str], refused: Callable[[InputError], None]) -> Iterator[str]:
    for path in paths:
        if ending(path) in ENDINGS:
            yield path
        else:
            refused(InputError(path, "its ending is none that can be read", f"convert it to one of {_endings()}"))


def _endings() -> str:
    return " ".join(sorted(ENDINGS))


def _ids(paths: Sequence[Path]) -> dict[Path, str]:
    """Ids by resolved path: the stem, with as many folders in front as it takes, and the ending where even that is not enough."""
    ids: dict[Path, str] = {}
    left = sorted(paths)
    for depth in range(1, 1 + max((len(path.parts) for path in left), default=0)):
        names = {path: _whole("-".join((*path.parts[-depth:-1], path.stem)).lstrip("/-")) for path in left}
        count = Counter(names.values())
        ids |= {path: name for path, name in names.items() if count[name] == 1 and name not in ids.values()}
        left = [path for path in left if path not in ids]
        if not left:
            break
        if depth == 2:
            # the same folder: only the ending differs
            full = {path: names[path] + path.suffix.lower() for path in left}
            count = Counter(full.values())
            ids |= {path: name for path, name in full.items() if count[name] == 1 and name not in ids.values()}
            left = [path for path in left if path not in ids]
    return ids | {path: _whole(path.as_posix().strip("/").replace("/", "-")) for path in left}


def unicode(path: str) -> str:
    """A path's characters, which are UTF-8 whatever the locale is: in another one Python has them as halves of characters."""
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def _whole(name: str) -> str:
    """A name as one that can be written and shown: without what steers terminals, nor bytes that are no UTF-8, which Python keeps
    as halves of characters.
    """
    return _UNWRITTEN.sub(lambda found: f"%{ord(found[0]) & 0xFF:02X}", unicode(name))
