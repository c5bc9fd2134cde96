"""Changes told without a verb of their own: "Beef fell by 5 percent, mutton by 2 percent and by-products by 7 percent"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extract._figures import Anchor, area_like
from kg.extract._figures_model import Draft
from kg.types import Document, Mention, Quantity

_GAP = re.compile(
    r"(?:[,;]\s(?:and\s|while\s|with\s)?|\s(?:and|while)\s)(?P<what>[^,;:()\d]{2,40}?)\s(?:by\s)?(?:about\s|some\s|nearly\s)?"
)
_NOT = frozenset(
    ("of", "from", "in", "than", "at", "a", "an", "over", "on", "up", "down", "who", "which", "is", "was", "were", "further", "only")
)


def gapped(
    doc: Document, found: Sequence[Anchor], mentions: Mapping[int, Mention], drafts: Sequence[Draft], previous: Quantity | None, q: Quantity
) -> Draft | None:
    """A change that goes on with the verb of the one right before it, of other goods, another partner or another indicator."""
    if not drafts or previous is None or drafts[-1].change is None or q.change or q.upper is not None:
        return None
    last = drafts[-1]
    assert last.change is not None
    if last.change.end != previous.end or last.value is not None:
        return None
    gap = _GAP.fullmatch(doc.text, previous.end, q.start)
    if gap is None:
        return None
    tokens = [t for t in doc.tokens[last.anchor.last :] if gap.start("what") <= t.start < gap.end("what")][:8]
    if not tokens or any(t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return None
    change = replace(q, change=True, direction=last.change.direction)
    lead = [t for t in tokens if t.text.lower() not in ("those", "that", "the", "to", "from", "with")]
    partner = mentions.get(lead[-1].i) if lead else None
    if partner is not None and area_like(partner) and len(lead) == 1 and partner.form in ("name", "acronym"):
        marked = any(t.text.lower() in ("to", "from", "with") for t in tokens)
        return Draft(last.anchor, None, change, partners=(partner,), base=last.anchor) if marked or last.partners else None
    if any(t.text.lower() in _NOT or t.i in mentions for t in tokens) or lead != tokens:
        return None
    own = next((a for a in found if a.first <= tokens[-1].i < a.last and a.kind not in ("anaphor", "goods")), None)
    if own is not None:
        return Draft(own, None, change)
    if not (last.anchor.kind == "goods" or " of " in last.anchor.name) or tokens[-1].pos not in ("NOUN", "PROPN"):
        return None
    what = doc.text[tokens[0].start : tokens[-1].end]
    return Draft(Anchor(tokens[0].i, tokens[-1].i, tokens[-1].i + 1, what[:1].lower() + what[1:], "goods"), None, change, gap=True)
