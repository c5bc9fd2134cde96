"""An inspected article as JSON lines, as a page of its own, or for the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache

from jinja2 import Environment, Template
from rich.console import Group, RenderableType
from rich.text import Text

from kg.data import read_text
from kg.inspect.records import Record
from kg.inspect.sheet import GIVEN, MARKS, Part, Sheet, describe

_STYLES = {"mention": "bold cyan", "date": "green", "quantity": "magenta"}
_BELOW = {"claim": "blue", "statement": "blue", "refusal": "yellow"}


def jsonl(seen: Sequence[Record]) -> Iterator[str]:
    """Each record as one line of JSON without its line end."""
    for record in seen:
        yield json.dumps(record.as_dict(), ensure_ascii=False)


def html(sheet: Sheet) -> str:
    """A self-contained page; everything from the article is escaped."""
    return _template().render(sheet=sheet, describe=describe, given=GIVEN, marks=MARKS, style=read_text("inspect/page.css"))


@cache
def _template() -> Template:
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(read_text("inspect/page.html"))


def terminal(sheet: Sheet) -> RenderableType:
    """For rich: the text with its marks in colour, and below each sentence what it gave. Control characters do not come through."""
    head = " · ".join(part for part in (sheet.title, sheet.publisher, sheet.published) if part)
    lines = [Text(f"{sheet.article}  {_plain(head)}", style="bold")]
    for part in sheet.parts:
        lines += [Text(), *_part(part)]
    counts = ", ".join(f"{what} {count}" for what, count in sheet.counts.items())
    return Group(*lines, Text(), Text(counts, style="dim"))


def _part(part: Part) -> Iterator[Text]:
    if part.reason:
        yield Text(f"{part.start:>6}  {_plain(' '.join(piece.text for piece in part.pieces))}  [left out: {part.reason}]", style="dim")
        return
    line = Text(f"{part.start:>6}  ", style="dim")
    for piece in part.pieces:
        line.append(_plain(piece.text), style=_STYLES[piece.marks[-1].what] if piece.marks else "default")
    yield line
    for record in part.given:
        yield Text(f"        {'-' if record.what == 'refusal' else '+'} {_plain(describe(record))}", style=_BELOW[record.what])


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
