"""What the targets share: how bytes become texts, and what is asserted of an article and of an error."""

from __future__ import annotations

from collections.abc import Callable

from kg.errors import InputError
from kg.types import Article, Span

Target = Callable[[bytes], None]
TARGETS: dict[str, Target] = {}


def target(check: Target) -> Target:
    """Enters a function under its name."""
    TARGETS[check.__name__] = check
    return check


def text_of(data: bytes) -> str:
    """UTF-8, what is none becoming U+FFFD."""
    return data.decode("utf-8", "replace")


def texts_of(data: bytes, count: int) -> list[str]:
    """``count`` texts, parted by NUL bytes; empty where the bytes hold fewer."""
    parts = [text_of(part) for part in data.split(b"\0", count - 1)]
    return [*parts, *[""] * (count - len(parts))]


def told(error: InputError) -> None:
    """An error is one line that says what is wrong and what to do."""
    assert error.problem and error.advice, error
    assert "\n" not in str(error), error


def sound(article: Article) -> None:
    """Offsets and blocks hold, and each block is somewhere in the source."""
    offsets, text = article.offsets, article.text
    assert len(offsets.starts) == len(text) and offsets.length == len(article.source)
    assert list(offsets.starts) == sorted(offsets.starts) and list(offsets.ends) == sorted(offsets.ends)
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(text), block
        assert not text[at : block.start].strip(), "text outside of blocks"
        at = block.end
        span = article.to_source(Span(block.start, block.end))
        assert 0 <= span.start < span.end <= len(article.source), span
    assert not text[at:].strip(), "text behind the blocks"
    for refusal in article.refusals:
        assert 0 <= refusal.start <= refusal.end <= len(article.source) and refusal.reason, refusal
