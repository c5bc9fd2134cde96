"""The saved pages that a sitemap lists, where ``wget --mirror`` and its like put them: ``host/path/index.html`` and so on.

An address leads to a file below the folder that bears its host's name, or, where the sitemap lies in none, below the sitemap's own folder.
Nothing else is ever looked at: addresses are text from outside, and ``../../etc/passwd`` is refused however it is written. So are hosts
without a dot, since a folder above ("home", "tmp") may be called so, and hidden files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from kg.errors import InputError
from kg.read.formats.sitemap import Sitemap, Stated, sitemap

MOST_SITEMAPS: Final = 1_000  # files that one index leads to
_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::\d{1,5})?")
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\\]")
_DEEPEST: Final = 4  # folders that a sitemap may lie below its host's: "host/media/sitemaps/news/2024.xml"
_LONGEST: Final = 200  # of an address that is shown


class _OutsideError(ValueError):
    """An address that leads nowhere a saved page can be."""


@dataclass(slots=True)
class _Walk:
    """What was found on the way through a sitemap and those that it lists."""

    pages: dict[Path, Stated] = field(default_factory=dict)
    seen: set[Path] = field(default_factory=set)
    sitemaps: set[Path] = field(default_factory=set)  # of those seen, the ones that are none else
    lost: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)

    def lose(self, why: str, url: str) -> None:
        self.lost[why] += 1
        self.first.setdefault(why, url[:_LONGEST])


def saved_pages(path: Path, refused: Callable[[InputError], None]) -> tuple[dict[Path, Stated], frozenset[Path]] | None:
    """The files of the pages that a sitemap lists, with what it says of each, and the sitemaps that it was told by; None of another file.

    ``refused`` is told once for all addresses that lead outside, and once for all pages that are not there.
    """
    walk = _Walk()
    waiting = [path.resolve()]
    while waiting:
        file = waiting.pop()
        if file in walk.seen:
            continue
        if len(walk.seen) >= MOST_SITEMAPS:
            refused(InputError(str(path), f"the index leads to more than {MOST_SITEMAPS} sitemaps", "give them one by one"))
            break
        walk.seen.add(file)
        try:
            found = sitemap(file)
        except InputError as error:
            refused(error)
            walk.sitemaps.add(file)
            continue
        if found is None and len(walk.seen) == 1:
            return None
        if found is None:
            refused(InputError(str(file), "an index lists it and it is no sitemap", "save it again"))
            continue
        walk.sitemaps.add(file)
        if not (found.pages or found.sitemaps):
            refused(InputError(str(file), "the sitemap lists nothing", "save it again, or remove it"))
        waiting += reversed(list(_files(file, found, walk)))
    total = len(walk.pages) + walk.lost.total()
    for why, count in sorted(walk.lost.items()):
        refused(InputError(str(path), f"{count} of its {total} addresses {why} (the first: {walk.first[why]!r})", _ADVICE[why]))
    return walk.pages, frozenset(walk.sitemaps)


_ABROAD: Final = "lead out of the folder of saved pages or are no web addresses"
_MISSING: Final = "have no saved page"
_ADVICE: Final = {
    _ABROAD: "they are left out",
    _MISSING: "save them beside the sitemap as host/path, as wget --mirror does, or leave them out",
}


def _files(file: Path, found: Sitemap, walk: _Walk) -> Iterator[Path]:
    """The sitemaps that one lists; its pages go to ``walk``."""
    for url, stated in [*((url, None) for url in found.sitemaps), *((page.url, page) for page in found.pages)]:
        try:
            there = _saved(file, url)
        except (_OutsideError, ValueError, OSError):
            walk.lose(_ABROAD, url)
            continue
        if there is None:
            walk.lose(_MISSING, url)
        elif stated is None:
            yield there
        elif walk.pages.get(there, Stated("")).published is None:  # a news sitemap knows more than the one of the whole site
            walk.pages[there] = stated


def _saved(file: Path, url: str) -> Path | None:
    """The file of an address; None where there is none. Raises _OutsideError or ValueError for an address that cannot be one."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2].lower()
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or ".." in host or "." not in host:
        raise _OutsideError(url)
    root = _root(file, host)
    for name in _names(parts.path or "/", parts.query):
        if _UNSAFE.search(name) or any(part.startswith(".") for part in name.split("/")):
            raise _OutsideError(url)
        there = (root / name.lstrip("/")).resolve()
        if not there.is_relative_to(root):
            raise _OutsideError(url)  # by a link in the folder
        if there.is_file():
            return there
    return None


def _root(file: Path, host: str) -> Path:
    """The folder of a host's pages: one that bears its name around the sitemap, or beside it, else the one of ``file``."""
    names = {host, host.partition(":")[0]}
    around = next((folder for folder in file.parents[:_DEEPEST] if folder.name.lower() in names), None)
    beside = next((file.parent / name for name in sorted(names) if (file.parent / name).is_dir()), file.parent).resolve()
    if around is None and not beside.is_relative_to(file.parent):
        raise _OutsideError(host)  # by a link
    return around or beside


def _names(path: str, query: str) -> Iterator[str]:
    """What a mirror may call the page of an address, its signs as they are or written out."""
    for name in dict.fromkeys((unquote(path), path)):
        asked = [f"{name}?{q}" for q in dict.fromkeys((unquote(query), query))] if query else [name]
        for one in asked:
            if not one.endswith("/"):
                yield from (one, f"{one}.html", f"{one}/index.html")
            else:
                yield from (f"{one}index.html", f"{one}index.htm")
