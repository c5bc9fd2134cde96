"""Partners listed with their sums: "the main buyers were China ($3 million), Peru ($2 million)", "China led with $3 million"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extract._figures import Anchor, area_like, noun, phrases, tokens_of, verb
from kg.extract._figures_home import key
from kg.extract._figures_link import subject
from kg.extract._figures_model import Draft, Figure
from kg.types import Document, Mention, Quantity, Sentence

_LISTING = frozenset(
    (
        "destination",
        "destinations",
        "market",
        "markets",
        "buyer",
        "buyers",
        "customers",
        "supplier",
        "suppliers",
        "sources",
        "partners",
        "led",
    )
)


def partner(doc: Document, sentence: Sentence, found: list[Anchor], mentions: Mapping[int, Mention], q: Quantity) -> Draft | None:
    """ "The main buyers were China ($3 million), Peru ($2 million)", "exports to China, with $3 million": a sum beside a partner."""
    first, _ = tokens_of(doc, sentence, q.start, q.end)
    i = first - 1
    while i > sentence.first and doc.tokens[i].text.lower() in (
        "(",
        "with",
        "at",
        ",",
        "an",
        "about",
        "around",
        "some",
        "nearly",
        "estimated",
    ):
        i -= 1
    opened = {t.text.lower() for t in doc.tokens[i + 1 : first]} & {"(", "with"}
    if not opened:
        return None
    mention = mentions.get(i) or _ranked(doc, sentence, i, mentions)
    if mention is None or not area_like(mention) or mention.form not in ("name", "acronym"):
        return None
    before = [a for a in found if a.last <= i and re.search(r"\b(?:export|import|shipments|arrivals|visitors|tourists|invest|FDI)", a.name)]
    if before:
        base = before[-1]
        side = "to" if re.search(r"export|shipments", base.name) else "from"
        preps = {t.text.lower() for t in doc.tokens[base.last : i]}
        if side not in preps and not preps & _LISTING:
            return None
        return Draft(Anchor(i, i, i + 1, base.name, "flow", side), q, partners=(mention,), base=base)
    low = " " + re.sub(r"[^\w\s]", " ", doc.text[sentence.start : doc.tokens[i].end].lower()) + " "
    column = next((entry for entry in phrases("columns") if f" {entry[0]} " in low), None)
    if column is None:
        return None
    return Draft(Anchor(i, i, i + 1, column[1], "flow", column[2]), q, partners=(mention,))


_FIGURES = re.compile(r"\b(?:export|import|shipments|sales|trade|turnover|arrivals|visitors|tourists|invest|FDI|remittances|purchases)")
_STEPS = 14  # words between a taker and its sum


def taker(
    doc: Document,
    sentence: Sentence,
    found: list[Anchor],
    mentions: Mapping[int, Mention],
    q: Quantity,
    before: Figure | None,
    drafts: list[Draft],
) -> Draft | None:
    """ "The United States came second with $3 million", "with Samoa taking $2 million and Tonga $1 million": a partner that is the subject.

    The indicator is that of the sentence, else of the figure before; what stands between may only take, rank, or tell the time.
    """
    first, _ = tokens_of(doc, sentence, q.start, q.end)
    i, takes, beside = first - 1, False, False
    owner: tuple[Mention, ...] = ()
    inner: Anchor | None = None
    while i > sentence.first and first - i <= _STEPS:
        held = mentions.get(i)
        if held is not None and doc.tokens[i + 1].text in ("'s", "’s", "'", "’") and area_like(held) and takes is False and beside:
            owner, i = (held,), i - 1  # "Japan is Hanoi's biggest investor with"
            continue
        if held is not None and not (held.form == "nominal" and noun(doc.tokens[i], "rank")):
            break
        within = next((a for a in found if a.first <= i < a.last and a.kind not in ("anaphor", "goods")), None)
        if (
            within is not None
            and inner is None
            and doc.tokens[within.first - 1].text.lower() == "with"
            and _FIGURES.search(within.name + " invest" * ("capital" in within.name))
        ):
            inner, i = within, within.first - 1
            continue
        token = doc.tokens[i]
        low = token.text.lower()
        timed = any(d.start <= token.start < d.end for d in doc.dates_in(sentence))
        if verb(token, "take") and token.pos in ("VERB", "AUX", "NOUN"):
            takes = True
        elif low in ("with", "("):
            beside = True
        elif not (timed or noun(token, "rank") or low in _LINKS or token.pos in ("DET", "ADV")):
            return None
        i -= 1
    mention = mentions.get(i)
    if mention is None or not area_like(mention) or mention.form not in ("name", "acronym"):
        return None
    if doc.tokens[i + 1].text in ("'s", "’s", "'", "’"):
        return None
    left = [t.text.lower() for t in doc.tokens[max(sentence.first, i - 3) : i] if t.text.lower() != "the"]
    last = left[-1] if left else ""
    listed = last == "by" or left[-2:] == ["ahead", "of"] or left[-2:] == ["by", "the"]
    gapped = bool(drafts) and bool(drafts[-1].partners) and (first - i == 1 or beside) and last in ("and", ",", "while")
    listed = listed or bool({t.text.lower() for t in doc.tokens[sentence.first : i]} & _BEHIND)
    if not gapped and not takes and not (beside and listed):
        return None
    if last in ("to", "from", "in", "between", "for") or (last in ("of", "by") and not listed):
        return None
    base = next((a for a in reversed(found) if a.last <= i and a.kind in ("flow", "generic") and _FIGURES.search(a.name)), None)
    if gapped and base is None:
        base = drafts[-1].anchor
    if inner is not None:
        base, name = inner, inner.name
    elif base is not None:
        name = base.name
    elif before is not None and sentence.i - before.sentence <= 8 and _FIGURES.search(before.indicator):
        name = before.indicator
        if any(key(mention) == key(a) for a in before.areas):
            return None
    else:
        return None
    side = "with" if re.search(r"\btrade\b|turnover", name) and not re.search(r"export|import", name) else "from"
    side = "to" if re.search(r"export|shipments|sales", name) else side
    return Draft(Anchor(i, i, i + 1, name, "flow", side), q, partners=(mention,), base=base, owners=owner)


_BEHIND = frozenset(("behind", "followed", "trailed", "next", "then", "after"))
_LINKS = frozenset(("at", "for", "of", "worth", "as", "in", "on", ",", ":", "'s", "than", "some", "about", "nearly", "over", "up"))


def _ranked(doc: Document, sentence: Sentence, at: int, mentions: Mapping[int, Mention]) -> Mention | None:
    """Who "was the top buyer with $3 million": the subject of the copula over the noun before the sum."""
    role = doc.tokens[at]
    while role.dep in ("pobj", "prep", "compound") and role.head != role.i:
        role = doc.tokens[role.head]
    if role.dep not in ("attr", "oprd") or doc.tokens[role.head].lemma.lower() not in ("be", "remain", "become", "rank"):
        return None
    who = subject(doc, doc.tokens[role.head])
    return mentions.get(who.i) if who is not None else None
