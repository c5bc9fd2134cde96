"""Area and partner of a figure: what its noun phrase says, else what the sentence, the figure before or the article is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from kg.extract._figures import Anchor, area_like, noun
from kg.extract._figures_home import key
from kg.types import Document, Mention, Sentence, Token

_STOP = frozenset(("VERB", "AUX", "PUNCT", "SCONJ"))
_AREA = ("of", "in", "among", "through", "by", "for", "across", "within", "into")


def phrases_after(doc: Document, first: int, last: int, mentions: Mapping[int, Mention]) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """Prepositions of tokens ``first:last`` with the places that follow them ("to Chile and Peru")."""
    i = first
    while i < last:
        token = doc.tokens[i]
        if token.pos != "ADP" and not (token.text.lower() in ("to", "from") and token.tag in ("IN", "TO")):
            i += 1
            continue
        found: list[Mention] = []
        k = i + 1
        while k < last:
            other, mention = doc.tokens[k], mentions.get(k)
            if mention is not None and area_like(mention) and mention.form != "demonym":
                named = (
                    mentions.get(k + 2) if mention.form == "nominal" and k + 2 < last and doc.tokens[k + 1].text.lower() == "of" else None
                )
                if named is not None and area_like(named) and named.form == "name":  # "the port city of Lyon"
                    mention, k = named, k + 2
                inner = _held(doc, k, last, mentions)  # "China's Guangdong Province"
                if inner >= 0:
                    mention, k = mentions[inner], inner
                found.append(mention)
                k += 1
                if k + 1 < last and doc.tokens[k].text.lower() in ("and", ",", "or") and (k + 1 in mentions or k + 2 in mentions):
                    k += 1
                    continue
                break
            if mention is not None and mention.form == "demonym" and k + 1 < last and _market(token, doc.tokens[k + 1]):
                found.append(mention)  # "on the Chinese market", "from Chilean growers"
                k += 2
                break
            if other.pos == "ADP" and other.text.lower() == "of" and k > i + 1 and doc.tokens[k - 1].text.lower() in _PARTS:
                k += 1  # "to the rest of the EU"
                continue
            if other.pos in ("ADP", "VERB", "AUX", "SCONJ") or (other.pos == "PUNCT" and other.text != "-") or k > i + 8:
                break
            k += 1
        market = bool(found) and found[-1].form == "demonym" and token.text.lower() not in ("from", "with")
        yield "to" if market else token.text.lower(), tuple(found)
        i = max(k, i + 1)


def _held(doc: Document, at: int, last: int, mentions: Mapping[int, Mention]) -> int:
    """The token of the place inside another one that owns it ("China's Guangdong Province"); -1 where none follows."""
    if at + 2 >= last or doc.tokens[at + 1].text not in ("'s", "’s") or mentions[at].kind != "Country":
        return -1
    for k in range(at + 2, min(at + 6, last)):
        inner = mentions.get(k)
        if inner is not None:
            return k if inner.kind == "Place" and inner.form == "name" else -1
        if doc.tokens[k].pos not in ("ADJ", "NOUN", "PROPN"):
            return -1
    return -1


_PARTS = frozenset(("rest", "countries", "nations", "states", "members", "markets", "ports"))


def _market(prep: Token, following: Token) -> bool:
    """Whether a demonym stands for its country by the noun behind it: buyers in front of "to" or "on", sellers behind "from"."""
    if prep.text.lower() in ("to", "on", "for", "in", "into", "with"):
        return noun(following, "demand")
    return prep.text.lower() == "from" and noun(following, "supply")


def before(doc: Document, sentence: Sentence, anchor: Anchor, mentions: Mapping[int, Mention]) -> Mention | None:
    """The place right before an indicator: "Peru's exports", "Peruvian exports", "its exports", "the city's total exports"."""
    i = anchor.first - 1
    steps = 0
    while i >= sentence.first and steps < 5:
        token = doc.tokens[i]
        mention = mentions.get(i)
        if mention is not None and (area_like(mention) or (mention.form == "pronoun" and token.tag == "PRP$")):
            return mention
        if token.tag == "WP$":  # "Israel, whose imports rose"
            owner = mentions.get(i - 1 - (doc.tokens[i - 1].text == ","))
            return owner if owner is not None and area_like(owner) else None
        if token.text in ("'s", "’s", "'", "’", "-", "–") or token.tag == "POS" or token.pos in ("ADJ", "NUM", "ADV") or token.tag == "VBN":
            i, steps = i - 1, steps + 1
            continue
        return None
    return None


def _worded(mention: Mention, anchor: Anchor) -> bool:
    """Whether a capital only begins the sentence ("Disbursed capital"): the word is the indicator's."""
    return mention.text.lower() in anchor.name.split()


def others(doc: Document, sentence: Sentence, anchor: Anchor, mentions: Mapping[int, Mention]) -> bool:
    """Whether an indicator is a company's or a person's own ("the firm's exports", "Acme posted revenue of"), and no area's."""
    i = anchor.first - 1
    while i >= sentence.first and i > anchor.first - 6:
        token, mention = doc.tokens[i], mentions.get(i)
        if mention is not None or token.pos in ("VERB", "AUX", "PUNCT", "ADP", "PROPN"):
            if mention is None and token.pos == "PROPN" and i + 1 < sentence.last and doc.tokens[i + 1].text in ("'s", "’s"):
                return True  # a name that no list knows: a firm's, not a place's
            mine = mention is not None and i + 1 < sentence.last and doc.tokens[i + 1].text in ("'s", "’s", "'", "’")
            if mention is not None and mention.form == "nominal" and re.search(r"\b(?:union|bloc|community|zone)$", mention.text):
                return False
            if mine and mention is not None and mention.kind in ("Organization", "Person", "Agency") and not area_like(mention):
                many = mention.form == "nominal" and token.tag == "NNS"  # "our members' exports"
                return mention.name not in ("government", "central bank") and not many
            break
        i -= 1
    if "profit" in anchor.name and before(doc, sentence, anchor, mentions) is None:
        return True  # a firm's, whatever its name
    verb = doc.tokens[doc.tokens[anchor.head].head]
    if doc.tokens[anchor.head].dep != "dobj" or verb.lemma.lower() not in _BOOKED:
        return False
    who = next((t for t in doc.children(verb) if t.dep == "nsubj"), None)
    if who is None:
        return False
    mention = mentions.get(who.i)
    named = mention is not None and mention.kind == "Organization" and not area_like(mention)
    return (named and mention is not None and mention.form != "nominal") or noun(who, "firm")


_BOOKED = frozenset(
    ("post", "record", "report", "earn", "book", "generate", "make", "achieve", "register", "log", "plan", "expect", "target", "forecast")
)


def places(
    doc: Document, sentence: Sentence, anchor: Anchor, mentions: Mapping[int, Mention], number: int
) -> tuple[tuple[Mention, ...], tuple[Mention, ...], bool]:
    """Area and partner that the noun phrase of an indicator tells, and whether the partner is "there"; its number starts at ``number``."""
    own = before(doc, sentence, anchor, mentions)
    if own is None:
        inner = next(
            (mentions[i] for i in range(anchor.first, anchor.head) if area_like(mentions.get(i)) and not _worded(mentions[i], anchor)), None
        )
        own = inner
    areas: tuple[Mention, ...] = (own,) if own is not None else ()
    partners: tuple[Mention, ...] = ()
    end = anchor.last
    depth = 0
    while end < sentence.last:
        token = doc.tokens[end]
        if doc.tokens[anchor.head].start < number <= token.start:
            break
        if token.text == "(":
            depth += 1
        if token.text == ")":
            depth -= 1
        elif (
            depth == 0
            and token.pos in _STOP
            and token.text not in ("-", "(", "'", "’")
            and token.dep != "amod"
            and (token.tag != "VBN" or token.lemma.lower() == "follow")
        ):
            break
        end += 1
    there = False
    for i in range(anchor.head + 1, anchor.last):
        if i in mentions and mentions[i].form == "demonym":  # "imports of Ghanaian cocoa", "exports of Ghanaian cocoa"
            if "import" in anchor.name:
                partners = (mentions[i],)
            else:
                areas = areas or (mentions[i],)
    delivery = "to" if noun(doc.tokens[anchor.head], "delivery") else ""  # "sales to Chile"
    outward = anchor.partner == "to" or "export" in anchor.name
    for prep, found in phrases_after(doc, anchor.last, end, mentions):
        if prep == "from" and any(t.text.lower() == "there" for t in doc.tokens[anchor.last : end]):
            there = True
        if not found:
            continue
        if prep == "between":
            areas, partners = (found[:1], found[1:]) if not areas else (areas, found)
        elif (
            prep == "with"
            or (anchor.kind in ("anaphor", "goods") and prep in ("to", "from"))
            or (prep == (anchor.partner or delivery) and prep in ("to", "from"))
        ):
            partners = partners or found
        elif (prep == "from" and outward) or prep == "to" or prep in _AREA:
            areas = areas or found
        elif prep == "from":
            partners = partners or found
    if not partners and anchor.partner in ("to", "from", "with") and number > doc.tokens[anchor.last - 1].start:
        partners = _behind_number(doc, sentence, anchor, mentions, number)
    if not areas and re.search(r"invest|FDI", anchor.name):  # "$3 million in FDI flowed into Kenya"
        areas = next((f[:1] for p, f in phrases_after(doc, anchor.last, sentence.last, mentions) if p == "into" and f), ())
    if own is not None and areas == (own,) and re.search(r"invest|FDI", anchor.name):  # "Japanese investment in Kenya": Kenya's, from Japan
        into = next((f for p, f in phrases_after(doc, anchor.last, end, mentions) if p in ("in", "into") and f), ())
        if into:
            areas, partners = into[:1], (own,)
    if (
        own is not None and areas == (own,) and re.search(r"\b(?:grants?|aid|assistance)\b", anchor.name)
    ):  # the giver's: the receiver is the area
        into = next((f for p, f in phrases_after(doc, anchor.last, end, mentions) if p in ("to", "for") and f), ())
        if into:
            areas, partners = into, (own,)
    return areas, partners, there


def _behind_number(doc: Document, sentence: Sentence, anchor: Anchor, mentions: Mapping[int, Mention], number: int) -> tuple[Mention, ...]:
    """ "exports of $3 million to Peru": the partner right behind the number that an indicator is told with."""
    end = next((q.end for q in doc.quantities_in(sentence) if q.start <= number < q.end), number)
    low = doc.text[doc.tokens[anchor.last - 1].end : number]
    if re.fullmatch(r"\s(?:of|worth|valued at|totall?ing)\s[^,;]{0,20}", low) is None:
        return ()
    at = next((t.i for t in doc.words(sentence) if t.start >= end), sentence.last)
    if at >= sentence.last or doc.tokens[at].text.lower() not in (anchor.partner, "with"):
        return ()
    return next((f for prep, f in phrases_after(doc, at, min(at + 6, sentence.last), mentions) if f), ())


def partner_meant(doc: Document, sentence: Sentence, mention: Mention, areas: Collection[Mention], told: Collection[Mention]) -> Mention:
    """The country that "the European country" means beside ``areas``: the partner just ``told``, else the last other one named."""
    if mention.form != "nominal" or not re.fullmatch(_LANDS, mention.name, re.IGNORECASE):
        return mention
    own = {key(m) for m in areas}
    recent = [m for m in told if m.kind == "Country" and key(m) not in own]
    near = doc.sentences[max(0, sentence.i - 3) : sentence.i + 1]
    named = [
        m for s in near for m in doc.within(s) if m.kind == "Country" and m.form == "name" and m.end < mention.start and key(m) not in own
    ]
    same = [m for m in named if sentence.start <= m.start]
    return (same or recent or named or [mention])[-1]


_LANDS = r"country|nation|state|kingdom|republic|sultanate|emirate|federation|bloc"


def source(doc: Document, sentence: Sentence, start: int, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """The places "from", "to" or "with" which a part of a sum comes or goes, in the clause behind ``start``."""
    first = next((t.i for t in doc.words(sentence) if t.start >= start), sentence.last)
    last = next((t.i for t in doc.tokens[first : sentence.last] if t.text in (",", ";")), sentence.last)
    return next((f for prep, f in phrases_after(doc, first, last, mentions) if f and prep in ("from", "to", "with")), ())


def pair(doc: Document, sentence: Sentence, areas: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The two countries that a bilateral figure is of, where the sentence, the paragraph so far or the article names just two."""
    block = [s for s in doc.sentences[: sentence.i + 1] if s.block == sentence.block]
    for lines in ([sentence], block, doc.sentences):
        found: dict[str, Mention] = {}
        for m in (m for s in lines for m in doc.within(s)):
            if (m.kind == "Country" and m.form == "name") or (m.kind == "Organization" and area_like(m)):
                found.setdefault(key(m), m)
        if len(found) != 2 and lines is doc.sentences:
            found = _foremost(doc)
        if len(found) == 2:
            own, other = found.values()
            if areas and key(areas[0]) == key(other):
                own, other = other, own
            return (own,), (other,)
    return areas, ()


def _foremost(doc: Document) -> dict[str, Mention]:
    """The two countries that an article names far more than any other."""
    counts: dict[str, list[Mention]] = {}
    for m in doc.mentions:
        if m.kind == "Country" and m.form in ("name", "demonym"):
            counts.setdefault(key(m), []).append(m)
    ranked = sorted(counts, key=lambda k: (-len(counts[k]), counts[k][0].start))
    if len(ranked) < 3 or len(counts[ranked[1]]) < 2 * len(counts[ranked[2]]):
        return {}
    return {k: counts[k][0] for k in sorted(ranked[:2], key=lambda k: counts[k][0].start)}


def sellers(doc: Document, mentions: Mapping[int, Mention], number: int, buyers: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Whose goods a sentence lists the buyers of: "the main buyers of Chilean wine", "Chile's main markets"."""
    before_ = [m for _, m in sorted(mentions.items()) if m.end <= number and area_like(m) and m not in buyers]
    return tuple(m for m in before_ if m.form == "demonym" or doc.text[m.end : m.end + 2] in ("'s", "’s"))[:1]
