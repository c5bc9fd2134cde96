"""What the fields of a record, a front matter or a table mean, by the names in ``data/read/fields.tsv``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from kg.data import many, rows
from kg.errors import InputError
from kg.read.dates import stated_date
from kg.read.limits import MAX_ARTICLE_CHARACTERS
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle

_FOLD: Final = re.compile(r"[\s_-]+")
_LONGEST_ID: Final = 100  # characters
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


@cache
def _names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((cells[0], many(cells[1])) for _, cells in rows("read/fields.tsv", ("field", "names")))


def known_fields(record: Mapping[str, object]) -> dict[str, str]:
    """The record's values that are text or numbers and not empty, by our own field names."""
    folded = {_FOLD.sub(" ", str(key)).strip().lower(): value for key, value in reversed(list(record.items()))}
    found: dict[str, str] = {}
    for field, names in _names():
        for name in names:
            value = folded.get(name)
            if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
                found[field] = _SURROGATE.sub("\ufffd", str(value))  # JSON can hold halves of characters, UTF-8 cannot
                break
    return found


def article_of(record: Mapping[str, object], number: int, line: int, path: str, refused: Callable[[InputError], None]) -> RawArticle | None:
    """The article of one record, its text field being the source; None, with a word why, where it has none."""
    stated = known_fields(record)
    text = stated.get("text", "")
    if not text.strip():
        refused(InputError(path, f"line {line}: the record has no text", "name the field 'text', 'body' or 'content'"))
        return None
    if len(text) > MAX_ARTICLE_CHARACTERS:
        refused(InputError(path, f"line {line}: the text has {len(text)} characters", f"split it below {MAX_ARTICLE_CHARACTERS}"))
        return None
    return RawArticle(
        text, MappedText.of(text), number=number, own_id=_own_id(stated.get("id")), title=stated.get("title"),
        published=stated_date(stated.get("date", "")), publisher=stated.get("publisher"), url=stated.get("url"),
        language=stated.get("language"),
    )  # fmt: skip


def _own_id(value: str | None) -> str | None:
    """The record's id as one short word."""
    return "_".join(_CONTROL.sub(" ", value).split())[:_LONGEST_ID] or None if value else None
