"""Targets of reading: decoding, repair, every format."""

from __future__ import annotations

import io
from collections.abc import Iterator

from fuzz.promises import Target, sound, target, text_of, told
from kg.errors import InputError
from kg.read.article import build
from kg.read.decode import decode
from kg.read.formats import BINARY, FORMATS
from kg.read.mapped import MappedText
from kg.read.raw import Page
from kg.read.repair import repair
from kg.types import Article


@target
def decoding(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except InputError as error:
        told(error)
        return
    text.encode("utf-8")
    assert any(map(str.isalnum, text))


@target
def repairing(data: bytes) -> None:
    text = text_of(data)
    mapped, doubts = repair(MappedText.of(text))
    offsets = mapped.offsets
    assert len(offsets.starts) == len(mapped.text) == len(offsets.ends)
    assert all(0 <= a <= b <= len(text) for a, b in zip(offsets.starts, offsets.ends, strict=True))
    assert list(offsets.starts) == sorted(offsets.starts) and list(offsets.ends) == sorted(offsets.ends)
    for at, char in enumerate(mapped.text):
        if char.isascii() and char.isalnum():  # no repair puts a letter or digit in, and none changes one of ASCII
            source = text[offsets.starts[at] : offsets.ends[at]]
            assert char in source, (char, source)
    assert repair(MappedText.of(mapped.text))[0].text == mapped.text
    assert all(0 <= doubt.start < doubt.end <= len(mapped.text) for doubt in doubts)


def _read(ending: str, data: bytes) -> Iterator[Article]:
    problems: list[InputError] = []
    path = f"a{ending}"
    try:
        if ending in FORMATS:
            found = [(raw, path) for raw in FORMATS[ending](decode(data, path), path, problems.append)]
        else:
            found = [(raw, path) for raw in BINARY[ending](io.BytesIO(data), path, problems.append)]  # type: ignore[misc]
        for raw, _ in found:
            if isinstance(raw, Page):
                yield from _read(".html", raw.data)
            else:
                yield build(raw, "a", path)
    except InputError as error:
        told(error)
    for problem in problems:
        told(problem)


def _reader(ending: str) -> Target:
    def check(data: bytes) -> None:
        for article in _read(ending, data):
            sound(article)

    check.__name__ = f"reading_{ending.lstrip('.').replace('.', '_')}"
    return check


for _ending in (".txt", ".md", ".html", ".jsonl", ".csv", ".rss", ".pdf", ".docx", ".parquet", ".warc", ".warc.gz"):
    target(_reader(_ending))
