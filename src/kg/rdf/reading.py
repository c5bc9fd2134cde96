"""An article as it was read, in one literal: its text, its blocks, and where its characters stand in the file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePath

from kg.types import Article, Described, OffsetMap


def described(article: Article) -> Described:
    """What is stored of an article."""
    digest = hashlib.sha256(article.source.encode("utf-8", "surrogatepass")).hexdigest()
    return Described(
        article.id,
        PurePath(article.path).name,
        digest,
        reading(article),
        article.title,
        article.published,
        article.publisher,
        article.url,
        article.language,
    )


def reading(article: Article) -> str:
    """JSON ``{"text": …, "blocks": [[start, end, role], …], "map": [[at, source], …]}``; offsets are code points.

    ``map`` is piecewise: from ``at`` in the text on, a character at ``t`` stands at ``source + (t - at)`` in the file.
    """
    told = {
        "text": article.text,
        "blocks": [[block.start, block.end, block.role] for block in article.blocks],
        "map": list(pieces(article.offsets)),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def pieces(offsets: OffsetMap) -> Iterator[list[int]]:
    """``[at, source]`` for the first character and for each that doesn't stand right behind the one before it."""
    expected = -1
    for at, source in enumerate(offsets.starts):
        if source != expected:
            yield [at, source]
        expected = source + 1
