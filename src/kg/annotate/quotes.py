"""Direct speech: balanced pairs of quotation marks; where the marks don't pair, none is taken and that is said.

Straight double marks pair by turns inside a block; a curly opening mark without its close inside the block runs to the block's end
only where the next block opens with one too (the custom of speech over several paragraphs).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.types import Article, Block, Refusal, Span

_LEAST = 3  # characters between the marks
_PAIRS = {"“": "”", "«": "»", "„": "“”"}


def find(article: Article) -> tuple[tuple[Span, ...], tuple[Refusal, ...]]:
    """Quotations, marks included, and the blocks refused for an odd number of marks."""
    spans: list[Span] = []
    refusals: list[Refusal] = []
    for n, block in enumerate(article.blocks):
        if block.role in ("furniture", "caption"):
            continue
        try:
            spans.extend(_block(article.text, block, _goes_on(article, n)))
        except ValueError as error:
            where = article.to_source(Span(block.start, block.end))
            quote = article.text[block.start : min(block.end, block.start + 80)]
            refusals.append(Refusal(article.id, "annotate", str(error), quote, where.start, where.end))
    return tuple(spans), tuple(refusals)


def _goes_on(article: Article, n: int) -> bool:
    """Whether the next block of the article opens with a curly mark: speech over several paragraphs."""
    blocks = article.blocks
    after = next((blocks[k] for k in range(n + 1, len(blocks)) if blocks[k].role not in ("furniture", "caption")), None)
    return after is not None and article.text[after.start : after.end].lstrip()[:1] in ("“", "«", "„")


def _block(text: str, block: Block, goes_on: bool) -> Iterator[Span]:
    opened: int | None = None
    mark = ""
    straight = [k for k in range(block.start, block.end) if text[k] == '"' and not (k and text[k - 1].isdigit() and not _closes(text, k))]
    if len(straight) % 2:
        raise ValueError("an odd number of quotation marks")
    for left, right in zip(straight[::2], straight[1::2], strict=True):
        if right - left > _LEAST:
            yield Span(left, right + 1)
    for k in range(block.start, block.end):
        char = text[k]
        if opened is not None and char in mark:
            if k - opened > _LEAST:
                yield Span(opened, k + 1)
            opened = None
        elif char in _PAIRS:
            opened, mark = k, _PAIRS[char]
    if opened is not None and goes_on and block.end - opened > _LEAST:
        yield Span(opened, block.end)


def _closes(text: str, at: int) -> bool:
    """Whether a mark behind a digit closes speech ("… by 2030") and is no inch: a mark of the sentence or a comma follows or ends it."""
    return at + 1 >= len(text) or text[at + 1] in ",.;:!?)\n" or text[at + 1 : at + 6] in (" said", " he s", " she ", " told")
