"""From what a format gives to an Article: repair, blocks, metadata, refusals."""

from __future__ import annotations

from kg.read.blocks import layout
from kg.read.mapped import MappedText
from kg.read.metadata import published, publisher
from kg.read.raw import RawArticle
from kg.read.repair import repair
from kg.read.shouted import calm
from kg.read.tricks import Trick, hidden, lookalikes
from kg.types import Article, Refusal

_SHOWN = 200  # characters of a word that are told


def build(raw: RawArticle, article_id: str, path: str) -> Article:
    """The article; total: any text gives one."""
    mapped, doubts = repair(raw.mapped)
    offsets = mapped.offsets
    refusals = [Refusal(article_id, r.stage, r.reason, r.text, r.start, r.end) for r in raw.refusals]
    for doubt in doubts:
        span = offsets.to_source(doubt.start, doubt.end)
        refusals.append(Refusal(article_id, "read", doubt.reason, mapped.text[doubt.start : doubt.end], span.start, span.end))
    for trick in hidden(raw.mapped.text):
        refusals.append(_told(article_id, trick, raw.mapped))
    for trick in lookalikes(mapped.text):
        refusals.append(_told(article_id, trick, mapped))
    page = layout(mapped.text, raw.title)
    return Article(
        id=article_id,
        path=path,
        source=raw.source,
        text=calm(mapped.text, page.blocks),
        offsets=offsets,
        blocks=page.blocks,
        title=raw.title or page.title,
        published=raw.published or published(mapped.text, page),
        publisher=raw.publisher or publisher(mapped.text, page),
        url=raw.url,
        language=raw.language,
        refusals=tuple(sorted(refusals, key=lambda r: (r.start, r.end, r.reason))),
    )


def _told(article_id: str, trick: Trick, mapped: MappedText) -> Refusal:
    span = mapped.offsets.to_source(trick.start, trick.end)
    return Refusal(article_id, "read", trick.reason, mapped.text[trick.start : trick.end][:_SHOWN], span.start, span.end)
