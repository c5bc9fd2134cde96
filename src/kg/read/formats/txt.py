"""Plain text: the file is the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.errors import InputError
from kg.read.limits import MAX_ARTICLE_CHARACTERS
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle


def read(text: str, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The one article of the file."""
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise InputError(path, f"the text has {len(text)} characters", f"split it below {MAX_ARTICLE_CHARACTERS}")
    yield RawArticle(text, MappedText.of(text))
