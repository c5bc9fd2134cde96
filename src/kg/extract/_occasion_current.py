"""Which event a clause speaks of that names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extract._occasions import Occasion, head_noun, loose
from kg.extract._syntax import Syntax
from kg.types import Document


def current(occasions: tuple[Occasion, ...], sentence: int, before: int, syntax: Syntax, planned: bool = False) -> Occasion | None:
    """The occasion that a clause without one speaks of.

    The last one told in this sentence or the one before it; else the article's main one, told most often, that took place and is not
    long past.
    """
    doc = syntax.doc
    fit = [o for o in occasions if o.mention.start < before and (planned or o.status in ("", "held", "ongoing")) and not _old(o, doc)]
    own = _item(syntax, sentence)
    if own is not None:  # "• 24 March: …": an item with a date of its own goes without the events of the others
        fit = [o for o in fit if o.mention.start >= own]
    near = [o for o in fit if sentence - doc.tokens[o.mention.token].sentence <= 1]
    if near:
        told = [o for o in near if o.status]  # "was held to mark National Day": the day is told of in passing
        return (told or near)[-1]
    if planned or not fit:
        return None
    return _most_told(fit)


def following(occasions: tuple[Occasion, ...], sentence: int, before: int, syntax: Syntax) -> Occasion | None:
    """The event that the sentence and the one behind it tell, where none is told before: "In her speech, X said … The forum was held"."""
    if any(o.mention.start < before for o in occasions):
        return None
    near = [o for o in occasions if o.told and 0 <= syntax.doc.tokens[o.mention.token].sentence - sentence <= 1]
    return near[0] if near and all(o.kind == near[0].kind for o in near) else None


def _most_told(occasions: Sequence[Occasion]) -> Occasion:
    """The first occasion with the most others that are ``kin`` to it: those told by a loose noun are so to all, the rest is counted."""
    closed = [o for o in occasions if not loose(o)]
    by_noun = Counter(head_noun(o) for o in closed)
    by_kind = Counter(o.kind for o in closed)
    by_both = Counter((head_noun(o), o.kind) for o in closed)

    def weight(occasion: Occasion) -> int:
        noun, kind = head_noun(occasion), occasion.kind
        return by_noun[noun] + (by_kind[kind] - by_both[noun, kind] if kind != "Event" else 0)

    return max(occasions, key=weight)


def _item(syntax: Syntax, sentence: int) -> int | None:
    """Where the list item of a sentence starts, if a date opens it."""
    doc = syntax.doc
    block = doc.article.blocks[doc.sentences[sentence].block]
    if block.role != "item":
        return None
    return (
        block.start
        if any(block.start <= d.start < block.end and not any(c.isalpha() for c in doc.text[block.start : d.start]) for d in doc.dates)
        else None
    )


def _old(occasion: Occasion, doc: Document) -> bool:
    published = doc.article.published
    start = occasion.start
    if published is None or start is None or published.year is None or start.year is None:
        return False
    if start.year != published.year:
        return abs(start.year - published.year) > 1 or (start.month is not None and published.month is not None and (
            (published.year - start.year) * 12 + published.month - start.month) > 1)  # fmt: skip
    return start.month is not None and published.month is not None and published.month - start.month > 1
