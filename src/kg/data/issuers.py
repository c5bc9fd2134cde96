"""Whose text it is, by the lines above the headline: "Government of South Australia", "Ministry of Trade, Republic of Tonga"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.data.gazetteer import country_of, fold, places
from kg.types import Article

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 3  # words of a country's or region's name


def head(article: Article) -> list[str]:
    """The lines above the headline, and who publishes the article."""
    lines = [article.publisher or ""]
    for block in article.blocks:
        if block.role in ("title", "paragraph", "item"):
            break
        lines.append(article.text[block.start : block.end])
    return lines


def issuer(lines: Iterable[str]) -> tuple[str, str]:
    """ISO code of the one country that issues a text, and the folded name of the region of it that does; "" for what is not told."""
    codes: set[str] = set()
    regions: dict[str, str] = {}
    for line in lines:
        words = _WORD.findall(fold(line))
        at = 0
        while at < len(words):
            at += _read(words, at, codes, regions)
    if len(regions) == 1 and codes <= set(regions.values()):
        (region, code), *_ = regions.items()
        return code, region
    return (codes.pop() if len(codes) == 1 else ""), ""


def _read(words: Sequence[str], at: int, codes: set[str], regions: dict[str, str]) -> int:
    """Note the country or region that stands at a word; how many words it has, 1 where none does."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        name = " ".join(words[at : at + size])
        if len(name) > 3 and (record := country_of(name)) is not None:
            codes.add(record.iso2)
            return size
        found = next((r for r in places().lookup(name)[:2] if r.type == "region"), None)
        if found is not None and "government" in words:
            regions[name] = found.country
            return size
    return 1
