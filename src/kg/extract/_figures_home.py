"""Whose figures an article tells where nothing beside them says so: the place it is about, by names, national bodies and dateline.

"The Fiji Bureau of Statistics" and "Bank of Uganda" speak of their country as its own name does, and so does the capital that a report
is filed from; a country told only so is a mention made here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from functools import cache

from kg.data.gazetteer import countries, country_of, fold
from kg.data.issuers import head, issuer
from kg.extract._once import once
from kg.types import Document, Mention, Sentence

_PLACES = ("Country", "Place")
_WORDS = re.compile(r"[^\W\d_][^\W\d_’'.-]*")
_TITLE = 2.0  # a name in a title, or one that owns something
_CAPITAL = 1.5  # the dateline: less than a title, more than a mention in passing
_ISSUER = 8.0  # "Government of South Australia" above the headline
_THERE = 0.25  # "to Poland", "from Poland"
_OWNED = 2.0  # a figure of its own
_TOWARD = re.compile(r"\b(?:to|from|with|into)\s(?:the\s)?$")
_WEAK = 0.5  # an organization is less its country's than an agency
_LEAST = 2.0  # one mention in passing is no subject


def national(mention: Mention) -> Mention | None:
    """The country that the name of a body holds ("Bank of Uganda", "Kenya National Bureau of Statistics")."""
    words = [m.span() for m in _WORDS.finditer(mention.text)]
    for length in (3, 2, 1):
        for k in range(len(words) - length + 1):
            start, end = words[k][0], words[k + length - 1][1]
            piece = re.sub(r"[’']s?$", "", mention.text[start:end])
            if piece[:1].isupper() and (record := country_of(piece)) is not None:
                at = mention.start + start
                return Mention(at, at + len(piece), piece, "Country", "name", record.name, mention.token)
    return None


def holder(doc: Document, sentence: Sentence) -> Mention | None:
    """The country whose body keeps or tells a sentence's figures ("the Bank of Uganda said"); None where two are named."""
    found: dict[str, Mention] = {}
    for mention in doc.within(sentence):
        if mention.kind == "Agency" and mention.form == "name" and not _ABROAD.search(mention.text):
            own = national(mention)
            if own is not None:
                found.setdefault(key(own), own)
        elif mention.kind == "Country" and mention.form in ("name", "demonym"):
            right = _OWN_BODY.match(doc.text, mention.end)
            if right is not None or _BODY_OF.search(doc.text, max(sentence.start, mention.start - 48), mention.start):
                found.setdefault(key(mention), mention)
    return next(iter(found.values())) if len(found) == 1 else None


_BODIES = (
    r"(?:central bank|reserve bank|monetary authority|statistics (?:office|agency|bureau|service|department|authority)"
    r"|statistical (?:office|agency|service)|finance ministry|ministry of finance|treasury"
    r"|(?:revenue|tax) (?:authority|service|agency|administration)|customs(?: authority| service| administration| office)?)"
)
_OWN_BODY = re.compile(rf"(?:['’]s?)?\s(?:national\s)?{_BODIES}\b", re.IGNORECASE)
_BODY_OF = re.compile(rf"\b{_BODIES} of (?:the )?(?:[A-Z][a-z]+ (?:of )?){{0,2}}$", re.IGNORECASE)


def speaker(doc: Document, sentence: Sentence) -> Mention | None:
    """The country that "our exports" are of: that of the one who speaks in the paragraph, by a title beside it; None where two do."""
    found: dict[str, Mention] = {}
    for other in doc.sentences:
        if other.block != sentence.block:
            continue
        for mention in doc.within(other):
            if mention.kind != "Country" or any(q.start < mention.start < q.end for q in doc.quotes):
                continue
            left, right = doc.text[max(other.start, mention.start - 48) : mention.start], doc.text[mention.end : mention.end + 40]
            if (_TITLED.match(right) and mention.form in ("name", "demonym")) or _TITLES_OF.search(left):
                found.setdefault(key(mention), mention)
    if not found:
        return _guest(doc, sentence)
    return next(iter(found.values())) if len(found) == 1 else None


def _guest(doc: Document, sentence: Sentence) -> Mention | None:
    """The country of the one envoy or minister that the head of an interview presents; None where it presents two, or none."""
    found: dict[str, Mention] = {}
    for mention in doc.mentions:
        line = doc.sentences[doc.tokens[mention.token].sentence]
        if line.i >= min(sentence.i, 8):
            break
        own = national(mention) if mention.kind == "Agency" and mention.form == "name" else mention
        if own is None or own.kind != "Country":
            continue
        left, right = doc.text[max(line.start, mention.start - 48) : mention.start], doc.text[mention.end : mention.end + 40]
        titled = _TITLED.match(right) if mention.kind == "Country" else _AT_BODY.search(left)
        if titled or (mention.kind == "Country" and _TITLES_OF.search(left)):
            found.setdefault(key(own), own)
    return next(iter(found.values())) if len(found) == 1 else None


_POSTS = (
    r"(?:ambassador|envoy|consul|minister|president|premier|chancellor|governor|commissioner|king|queen|prince|secretary|leader"
    r"|high commissioner|charg[eé] d.affaires|official|negotiator)"
)
_AT_BODY = re.compile(
    r"\b(?:[Uu]ndersecretary|[Mm]inister|[Ss]ecretary|[Gg]overnor|[Dd]irector|[Cc]hair(?:man|woman)?|[Hh]ead|[Pp]resident)"
    r"(?: [Gg]eneral)?(?: (?:of|at|in))?(?: the)? $"
)
_TITLED = re.compile(rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,3}}?{_POSTS}\b", re.IGNORECASE)
_TITLES_OF = re.compile(rf"\b{_POSTS}(?: general)?(?: [a-z]+){{0,4}} of (?:the )?$", re.IGNORECASE)
_ABROAD = re.compile(r"\b(?:[Ee]mbassy|[Cc]onsulate|[Mm]ission|[Dd]elegation)\b")


def filed(doc: Document) -> Mention | None:
    """The country whose capital the article is filed from."""
    for mention in doc.mentions[:12]:
        block = doc.article.blocks[doc.sentences[doc.tokens[mention.token].sentence].block]
        if block.role in ("title", "heading") or mention.kind != "Place" or mention.form != "name":
            continue
        follows = doc.text[mention.end : mention.end + 2]
        if block.role != "dateline" and not (mention.text.isupper() or follows[:1] in ",(" or follows in (" –", " —", " -", " (")):
            continue
        if mention.start - block.start > 3:
            continue
        record = _capitals().get(fold(mention.name))
        if record is not None:
            return replace(mention, text=record, kind="Country", name=record)
        return None
    return None


@cache
def _capitals() -> dict[str, str]:
    """Country by folded capital."""
    return {fold(record.capital): record.name for record in countries().values() if record.capital}


@once
def _region(doc: Document) -> str:
    """The region whose government issues the text, folded; "" for none."""
    return issuer(head(doc.article))[1]


def main_area(doc: Document, before: int, partners: Collection[Mention] = (), owners: Collection[Mention] = ()) -> Mention | None:
    """The place that the article is about, by its last mention before an offset, or None where two may be meant or none is.

    ``owners``: those whose figures the text told outright so far, a vote each. A place that something goes to or comes from counts little.
    """
    counts: defaultdict[str, float] = defaultdict(float)
    last: dict[str, Mention] = {}
    for mention in doc.mentions:
        if mention.kind not in _PLACES or mention.form not in ("name", "demonym"):
            continue
        block = doc.article.blocks[doc.sentences[doc.tokens[mention.token].sentence].block]
        titled = block.role in ("title", "heading") or doc.text[mention.end : mention.end + 2] in ("'s", "’s")
        there = _TOWARD.search(doc.text, max(0, mention.start - 10), mention.start) is not None
        counts[key(mention)] += _THERE if there else _TITLE if titled else 1
        if mention.start < before or key(mention) not in last:
            last[key(mention)] = mention
    for owner in owners:
        if owner.kind in _PLACES and owner.form in ("name", "demonym"):
            counts[key(owner)] += _OWNED
            last.setdefault(key(owner), owner)
    named = dict(counts)
    bodies = [m for m in doc.mentions if m.kind in ("Agency", "Organization") and m.form == "name"]
    for body in bodies:
        own = national(body)
        if own is not None:
            counts[key(own)] += 1 if body.kind == "Agency" else _WEAK
            last.setdefault(key(own), own)
            continue
        text = f" {fold(body.name)} "
        for place in named:
            counts[place] += f" {place} " in text
    region = _region(doc)
    if region in counts:
        counts[region] += _ISSUER
    home = filed(doc)
    if home is not None:
        counts[key(home)] += _CAPITAL
        last.setdefault(key(home), home)
    for partner in partners:
        counts.pop(key(partner), None)
    best = max(counts.values(), default=0)
    top = sorted(k for k in counts if counts[k] == best)
    if best < _LEAST and home is not None and top == [key(home)]:
        return last[key(home)]  # filed from its capital, and no other place is told of as often
    if best < _LEAST and not (home is not None and set(counts) <= {key(home), fold(doc.text[home.start : home.end])}):
        told = [own for body in bodies if body.kind == "Agency" and (own := national(body)) is not None]
        return told[0] if told and set(counts) == {key(told[0])} else None  # the one country named, by a body of its own
    if len(top) > 1:
        return last[key(home)] if home is not None and key(home) in top else None
    return last[key(home)] if best < _LEAST and home is not None else last[top[0]]


def strong(doc: Document, main: Mention) -> bool:
    """Whether a title or dateline names the place that an article is about."""
    filed_from = filed(doc)
    if filed_from is not None and key(filed_from) == key(main):
        return True
    for mention in doc.mentions[:40]:
        block = doc.article.blocks[doc.sentences[doc.tokens[mention.token].sentence].block]
        if block.role not in ("title", "dateline"):
            continue
        own = national(mention) if mention.kind == "Agency" else mention
        if own is not None and key(own) == key(main):
            return True
    return False


def the_country(doc: Document, sentence: Sentence, mention: Mention, told: Collection[Mention], partners: Collection[Mention]) -> Mention:
    """The country that "the country" is where a paragraph names several before it: the one that the article is about."""
    if mention.form != "nominal":
        return mention
    if re.fullmatch(_LANDS, mention.name, re.IGNORECASE):  # "the island" of an article on Mauritius
        main = main_area(doc, mention.start, partners, told)
        return main if main is not None and main.kind == "Country" else mention
    if not re.fullmatch(r"country|nation", mention.name, re.IGNORECASE):
        return mention
    near = [m for s in doc.sentences if s.block == sentence.block for m in doc.within(s) if m.kind == "Country" and m.end <= mention.start]
    if len({key(m) for m in near}) == 1 or any(sentence.start <= m.start for m in near):
        return mention
    areas = [m for m in told if m.kind == "Country" and m.form in ("name", "demonym")]
    if len({key(m) for m in areas}) == 1:
        return areas[0]  # whose figures were told so far
    main = main_area(doc, mention.start, partners)
    return main if main is not None and main.kind == "Country" else mention


_LANDS = r"islands?|kingdom|sultanate|archipelago|republic|federation|emirate"


def nationwide(doc: Document, main: Mention, name: str) -> Mention:
    """The country of a capital that an article is about, for what only states have (debt, reserves, a policy rate)."""
    record = _capitals().get(fold(main.name)) if main.kind == "Place" and _STATES.search(name) else None
    if record is None:
        return main
    named = [m for m in doc.mentions if m.kind == "Country" and m.form in ("name", "demonym") and key(m) == record]
    return named[0] if named else replace(main, text=record, kind="Country", name=record)


_STATES = re.compile(
    r"\b(?:public debt|external debt|foreign debt|national debt|government debt|reserves|policy rate|benchmark|key (?:interest )?rate"
    r"|interest rate|repo rate|current account|balance of payments|money supply|GDP|gross domestic product)\b"
)


def key(mention: Mention) -> str:
    """One key for all names of a place."""
    record = (country_of(mention.text) or country_of(mention.name)) if mention.kind == "Country" else None
    return record.name if record is not None else fold(mention.name)
