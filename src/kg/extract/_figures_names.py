"""What the figures without an indicator of their own are of: "the figure", "those to", "turnover", "the domestic sector"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract._figures import Anchor, by_token
from kg.extract._figures_anchors import anchors
from kg.extract._figures_model import Figure
from kg.types import Document, Sentence


def named(doc: Document, sentence: Sentence, anchor: Anchor, before: Figure | None) -> tuple[str, Anchor] | None:
    """What "the figure", "they", "those", "turnover" or "the domestic sector" are of, with the indicator whose partner they take."""
    earlier = [
        a
        for a in anchors(doc, sentence, by_token(doc, sentence))
        if a.last <= anchor.first and a.kind in ("flow", "stock", "rate", "index")
    ]
    text = doc.tokens[anchor.head].text.lower()
    if anchor.kind == "generic":
        trade = next((a for a in reversed(earlier) if "export" in a.name or "import" in a.name or a.name.endswith("trade")), None)
        if trade is None:
            owned = next((t for t in doc.children(doc.tokens[anchor.head]) if t.tag == "WP$"), None)
            if owned is not None:
                before_ = [t for t in doc.tokens[max(sentence.first, owned.i - 2) : owned.i] if t.text != ","]
                if before_ and before_[-1].pos == "NOUN":
                    return f"{before_[-1].text} {anchor.name}", anchor  # "cocoa, whose sales fell"
            return (
                (anchor.name, anchor) if text in ("sales", "revenue", "revenues", "earnings", "turnover", "income", "shipments") else None
            )
        base = re.sub(r"s\b", "", trade.name.split()[0]) if trade.name in ("exports", "imports") else trade.name
        return f"{base} {anchor.name}", replace(anchor, partner=trade.partner)
    if anchor.kind == "goods":
        topic = next((a.name for a in reversed(earlier) if _TRADED.search(a.name)), before.indicator if before is not None else "")
        traded = _TRADED.search(topic)
        if traded is None:
            return None
        word = traded.group()
        return f"{word if word.endswith('s') else word + 's'} of {anchor.name}", anchor
    if anchor.kind == "sector":
        growth = anchor.name
        if before is not None and _breaks_down(doc, sentence, anchor, before):
            return f"{before.indicator.split(',')[0]}, {growth}", anchor
        return (growth, anchor) if anchor.last - anchor.first > 1 else None
    if earlier:
        last = earlier[-1]
        part = _part_of(doc, sentence, anchor, last.name)
        if part:
            return part, replace(anchor, partner=last.partner, name=part)
        return last.name, replace(anchor, partner=last.partner, name=last.name)
    if before is None or sentence.i - before.sentence > 1 or doc.sentences[before.sentence].block != sentence.block:
        return None
    name = _part_of(doc, sentence, anchor, before.indicator) or before.indicator
    side = {"exports": "to", "imports": "from"}.get(flow(name), "to" if re.search(r"\bsales\b|\bdeliveries\b", name) else "with")
    return name, replace(anchor, name=name, partner=side)


def _part_of(doc: Document, sentence: Sentence, anchor: Anchor, name: str) -> str:
    """ "those of crude oil" behind "cocoa receipts": receipts of crude oil; "" where no goods follow."""
    at = anchor.last
    if doc.tokens[anchor.head].text.lower() not in ("those", "that") or at >= sentence.last or doc.tokens[at].text.lower() != "of":
        return ""
    goods = next((a for a in anchors(doc, sentence, by_token(doc, sentence)) if a.kind == "goods" and at < a.first <= at + 2), None)
    return f"{name.split(' of ')[0].split()[-1]} of {goods.name}" if goods is not None else ""


_TRADED = re.compile(r"\b(?:exports|imports|sales|shipments|purchases|earnings)\b|\b(?:ex|im)port(?= )")


def _breaks_down(doc: Document, sentence: Sentence, anchor: Anchor, before: Figure) -> bool:
    if before.value is None or sentence.i - before.sentence > 1:
        return False
    return any(
        t.lemma.lower() in ("contribute", "account", "make", "earn", "record", "ship", "export")
        for t in doc.tokens[anchor.last : anchor.last + 3]
    )


def plural(name: str) -> bool:
    """Whether an indicator is told of as "they" ("exports of rice") and not as "it" ("trade surplus")."""
    head = re.split(r" (?:of|from|to|in|as|with) |,", name)[0].split()[-1:]
    return bool(head) and re.search(r"(?<![su])s$", head[0]) is not None


def flow(name: str) -> str:
    """exports, imports, investment, grants or "": what an indicator says of area and partner."""
    words = name.lower()
    if re.search(r"\bimports?\b", words) and re.search(r"\bexports?\b", words):
        return ""
    for kind, pattern in (
        ("exports", r"\bexports?\b|\bshipments\b"),
        ("imports", r"\bimports?\b"),
        ("investment", r"\binvestments?\b|\bFDI\b"),
        ("grants", r"\bgrants?\b|\baid\b"),
    ):
        if re.search(pattern, name):
            return kind
    return ""
