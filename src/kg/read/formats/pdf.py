"""PDF: the text as it stands on the pages; offsets count in that text, since the file has no other. Read in a process of its own, with
bounds of memory and time (:mod:`kg.read.formats._pdf_pages`).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.errors import InputError
from kg.read.formats.needs import needs
from kg.read.limits import MAX_ARTICLE_CHARACTERS
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle

_PAGES: Final = 500
_PATIENCE: Final = 180.0  # seconds, on a busy machine
_READER: Final = Path(__file__).with_name("_pdf_pages.py")


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The article of the file. Raises InputError where it has no text (a scan), is locked or broken, or takes too much to read."""
    needs("pypdfium2", "pdf", path)
    data = stream.read()
    if not data.lstrip()[:5].startswith(b"%PDF-"):
        raise InputError(path, "it is no PDF that can be read (it does not begin as one)", "fetch it again")
    told = _told(data, path)
    if "error" in told:
        raise _problem(str(told["error"]), told, path)
    pages: list[str] = told["pages"]
    whole = "\n\n".join(page.strip("\n") for page in pages if page.strip())
    if not any(map(str.isalnum, whole)):
        raise InputError(path, "the PDF has no text (a scan?)", "give its text as .txt")
    yield RawArticle(whole, MappedText.of(whole))


def _told(data: bytes, path: str) -> dict[str, Any]:
    """What the reader says of the file. Raises InputError where it came to its bounds or broke down."""
    command = [sys.executable, "-P", str(_READER), str(MAX_ARTICLE_CHARACTERS), str(_PAGES)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE, check=True)
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise InputError(path, "it takes too much memory or time to read, or breaks its reader", "give its text as .txt") from error
    return found


def _problem(error: str, told: dict[str, Any], path: str) -> InputError:
    what, _, why = error.partition(": ")
    if what == "pages":
        return InputError(path, f"the PDF has {told['count']} pages", f"give at most {_PAGES}, an article at a time")
    if what == "characters":
        return InputError(path, f"the PDF has more than {MAX_ARTICLE_CHARACTERS} characters", "give an article at a time")
    brief = " ".join(why.split())[:80]
    if what == "page":
        return InputError(path, f"a page cannot be read ({brief})", "fetch it again")
    locked = "password" in why.lower()
    problem = "the PDF is locked by a password" if locked else f"it is no PDF that can be read ({brief})"
    return InputError(path, problem, "save it without one" if locked else "fetch it again")
