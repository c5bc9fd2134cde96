"""Partners listed with their sums: "the main buyers were China ($3 million), Peru ($2 million)", "China led with $3 million"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.extract._figures import Anchor, area_like, noun, phrases, tokens_of, verb
from kg.extract._figures_actors import subject
from kg.extract._figures_home import key
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


_RANKED = frozenset(["investors", "buyers", "suppliers", "markets", "destinations", "customers", "importers", "partners", "sources"])


def partner(
    doc: Document, sentence: Sentence, found: list[Anchor], mentions: Mapping[int, Mention], q: Quantity, drafts: Sequence[Draft]
) -> Draft | None:
    """ "The main buyers were China ($3 million), Peru ($2 million)", "exports to China, with $3 million": a sum beside a partner."""
    first, _ = tokens_of(doc, sentence, q.start, q.end)
    i = first - 1
    while (
        i > sentence.first
        and doc.tokens[i].text.lower()
        in (
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
        )
    ) or any(
        d.start <= doc.tokens[i].start < d.end
        or (doc.tokens[i].text.lower() == "in" and d.start - doc.tokens[i].end < 2 and d.start > doc.tokens[i].start)
        for d in doc.dates_in(sentence)
    ):
        i -= 1
    opened = {t.text.lower() for t in doc.tokens[i + 1 : first]} & {"(", "with"}
    if not opened:
        return None
    if doc.tokens[i].text == ")" and doc.tokens[i - 2].text == "(" and i - 1 in mentions and i - 3 in mentions:
        i -= 3
    held = mentions.get(i)
    ranked = held is not None and _of_whom(doc, i)  # "Germany was the top supplier to Poland ("
    mention = _ranked(doc, sentence, i, mentions) if held is None or ranked else held
    if mention is None or not area_like(mention) or mention.form not in ("name", "acronym"):
        return None
    before = [a for a in found if a.last <= i and re.search(r"\b(?:export|import|shipments|arrivals|visitors|tourists|invest|FDI)", a.name)]
    if before:
        base = before[-1]
        side = "to" if re.search(r"export|shipments", base.name) else "from"
        preps = {t.text.lower() for t in doc.tokens[base.last : i]}
        words = {t.text.lower() for t in doc.words(sentence)}
        named = "(" in opened and doc.tokens[i - 1].text.lower() in ("with", "and", ",", "by", "were", "are") and words & _RANKED
        if side not in preps and not preps & _LISTING and not named:
            return None
        return Draft(Anchor(i, i, i + 1, base.name, "flow", side), q, partners=(mention,), base=base)
    low = " " + re.sub(r"[^\w\s]", " ", doc.text[sentence.start : doc.tokens[i].end].lower()) + " "
    column = next((entry for entry in phrases("columns") if f" {entry[0]} " in low), None)
    if column is None:
        return None
    owner = next((m for k, m in sorted(mentions.items()) if k < first and m is not mention and area_like(m) and _of_whom(doc, k)), None)
    owners = (owner,) if owner is not None else drafts[-1].owners if drafts and drafts[-1].partners else ()
    if not owners and drafts and any(key(mention) == key(p) for d in drafts for p in d.partners):
        return None
    return Draft(Anchor(i, i, i + 1, column[1], "flow", column[2]), q, partners=(mention,), owners=owners)


_FIGURES = re.compile(r"\b(?:export|import|shipments|sales|trade|turnover|arrivals|visitors|tourists|invest|FDI|remittances|purchases)")
_STEPS = 20  # words between a taker and its sum


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
        if doc.tokens[i].text == ")" and doc.tokens[i - 2].text == "(" and i - 1 in mentions and i - 3 in mentions:
            i -= 3  # "Taiwan (China) with"
            continue
        held = mentions.get(i)
        if held is not None and doc.tokens[i + 1].text in ("'s", "’s", "'", "’") and area_like(held) and takes is False and beside:
            owner, i = (held,), i - 1  # "Japan is Hanoi's biggest investor with"
            continue
        if held is not None and not owner and not takes and beside and area_like(held) and _of_whom(doc, i):
            owner, i = (held,), i - 2  # "the largest investor in Hanoi with", "the top supplier to Peru ("
            continue
        if held is not None and not (held.form == "nominal" and noun(doc.tokens[i], "rank")):
            break
        within = next((a for a in found if a.first <= i < a.last and a.kind not in ("anaphor", "goods")), None)
        if (
            within is not None
            and inner is None
            and _opens(doc, within.first) in ("with", "and")
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
        elif not (timed or noun(token, "rank") or low in _LINKS or token.pos in ("DET", "ADV", "ADJ")) and (
            beside or not (token.pos == "NUM" or low in ("and", "projects", "ventures"))  # "with 13 projects and registered capital of"
        ):
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
    told = {t.text.lower() for t in doc.tokens[i + 1 : first]}
    if inner is not None:
        base, name = inner, inner.name
    elif told & {"investor", "investors"} and (base is None or re.search(r"invest|FDI|capital", base.name) is None):
        base, name = None, "investment"
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


def _opens(doc: Document, at: int) -> str:
    """The word before an indicator, adjectives of it aside ("with total registered capital of")."""
    while at > 0 and (doc.tokens[at - 1].pos == "ADJ" or doc.tokens[at - 1].text.lower() in ("total", "combined", "an", "a")):
        at -= 1
    return doc.tokens[at - 1].text.lower()


def _of_whom(doc: Document, at: int) -> bool:
    """Whether the place at token ``at`` is whose investors or suppliers are ranked ("investor in Hanoi", "supplier of tea to Peru")."""
    if doc.tokens[at - 1].text.lower() not in ("in", "of", "to", "for", "from"):
        return False
    return any(t.text.lower() in _ROLES for t in doc.tokens[max(0, at - 6) : at - 1])


_ROLES = frozenset(
    [
        "investor",
        "investors",
        "supplier",
        "suppliers",
        "buyer",
        "buyers",
        "customer",
        "customers",
        "market",
        "destination",
        "exporter",
        "importer",
        "partner",
        "source",
        "donor",
    ]
)
_BEHIND = frozenset(("behind", "followed", "trailed", "next", "then", "after"))
_LINKS = frozenset(("among", "at", "for", "of", "worth", "as", "in", "on", ",", ":", "'s", "than", "some", "about", "nearly", "over", "up"))


def _ranked(doc: Document, sentence: Sentence, at: int, mentions: Mapping[int, Mention]) -> Mention | None:
    """Who "was the top buyer with $3 million": the subject of the copula over the noun before the sum."""
    role = doc.tokens[at]
    while role.dep in ("pobj", "prep", "compound") and role.head != role.i:
        role = doc.tokens[role.head]
    if role.dep not in ("attr", "oprd") or doc.tokens[role.head].lemma.lower() not in ("be", "remain", "become", "rank"):
        return None
    who = subject(doc, doc.tokens[role.head])
    return mentions.get(who.i) if who is not None else None


def product(doc: Document, sentence: Sentence, quantity: Quantity, mentions: Mapping[int, Mention]) -> Anchor | None:
    """ "Rice led the list with $3 million": the goods of a ranking."""
    first, _ = tokens_of(doc, sentence, quantity.start, quantity.end)
    if first - 1 < sentence.first or doc.tokens[first - 1].text.lower() not in ("with", "at"):
        return None
    clause = [t for t in doc.words(sentence) if t.i < first]
    for token in reversed(clause):
        if token.pos == "VERB":
            if not verb(token, "rank"):
                return None
            who = subject(doc, token)
            if who is None or who.pos not in ("NOUN", "PROPN") or who.i in mentions or noun(who, "anaphor") or noun(who, "investor"):
                return None
            mods = [t for t in doc.tokens[max(sentence.first, who.i - 3) : who.i] if t.head == who.i and t.dep in ("amod", "compound")]
            start = mods[0].i if mods else who.i
            text = doc.text[doc.tokens[start].start : who.end]
            return Anchor(start, who.i, who.i + 1, text[:1].lower() + text[1:], "product")
    return None
