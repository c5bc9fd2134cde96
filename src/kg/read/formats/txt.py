"""Plain text: the file is the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.errors import InputError
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle


def read(text: str, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The one article of the file."""
    yield RawArticle(text, MappedText.of(text))
