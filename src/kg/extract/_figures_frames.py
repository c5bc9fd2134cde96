"""Figures told by a deed: goods sold, bought, shipped and handled, money invested, guests received, revenue collected.

One frame for every use of verb in ``figures/verbs.tsv``: who acts, what the number is of, which place stands where. The verb is the
nearest one before the number in its clause ("sold goods worth $3 million"), or the one behind it ("goods worth $3 million came from Peru").
Over 400 lines, since a frame is a few lines and all of them read the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.data.gazetteer import country_of
from kg.extract._figures import PLACES, Anchor, area_like, goods, noun, tokens_of, verb
from kg.extract._figures_actors import Actor, actor, clause_end, governor
from kg.extract._figures_where import phrases_after
from kg.types import Document, Mention, Quantity, Sentence, Token

_WARES = frozenset(("goods", "products", "merchandise", "commodities", "items", "wares", "produce"))
_WORTH = re.compile(
    r"\b(?:worth|valued at|with a value of|to the value of|to a value of|to the tune of|amounting to|totall?ing|for|at)"
    r"(?: (?:about|some|nearly|almost|around|over|more than|just|only|an estimated|a total of|a combined|up to|roughly))*\s?$"
)
_TAXES = re.compile(
    r"\s(?:in|from|of) ((?:[a-z-]+ ){0,3}(?:taxes|tax|duties|dut(?:y|ies)|revenues?|fees|levies|royalties|fines|tolls|VAT))\b"
)
_REVENUE = re.compile(r"\b(?:revenue|customs|tax(?:es)?|excise|treasury|fiscal|finance)\b", re.IGNORECASE)
_SOURCE = re.compile(r"\sfrom ((?:[a-z-]+ ){0,2}?([a-z]+))\b(?= (?:in|last|this|during|between|over|for|through)\b|[,.;])")
_PAPERS = frozenset(("loan", "loans", "credit", "grant", "grants", "financing", "funding", "bonds", "bond"))
_AFAR = ("kilometres", "kilometers", "hectares", "years", "months", "days")


@dataclass(frozen=True, slots=True)
class Deal:
    """A number that a verb makes a figure, with who and where. ``running``: a total up to now; ``closed``: no other area may be guessed."""

    anchor: Anchor
    areas: tuple[Mention, ...]
    partners: tuple[Mention, ...]
    flow: str  # exports imports investment grants
    running: bool = False
    bought: bool = False
    closed: bool = False
    again: bool = False  # of what was told before: "bought $2 million of that"
    ours: bool = False  # "we sold"
    counted: bool = False  # people or tonnes, which only news of a period tells


@dataclass(frozen=True, slots=True)
class Act:
    """A verb with its number, and everything between clause start and clause end."""

    doc: Document
    sentence: Sentence
    verb: Token
    q: Quantity
    first: int
    last: int
    mentions: Mapping[int, Mention]
    topic: str  # the indicator told last
    end: int  # first token behind the clause

    @property
    def who(self) -> Actor:
        """Who acts."""
        return actor(self.doc, self.sentence, self.verb, self.mentions)

    def lemma(self) -> str:
        return self.verb.lemma.lower()

    def side(self, *preps: str) -> tuple[Mention, ...]:
        """The places behind one of these prepositions in the clause, nearest to the number first."""
        for start, end in ((self.last, self.end), (self.verb.i + 1, self.first), (self.begin, self.verb.i)):
            if start == self.begin and self.doc.tokens[start].text.lower() not in preps:
                continue  # "To India alone we sold …"
            for prep, found in phrases_after(self.doc, start, end, self.mentions):
                if found and prep in preps:
                    return found
        return ()

    @property
    def begin(self) -> int:
        """The first token of the clause, behind the last comma or joining word before the verb."""
        for i in range(self.verb.i - 1, self.sentence.first - 1, -1):
            if self.doc.tokens[i].text.lower() in (",", ";", ":", "and", "while", "but", "“", '"'):
                return i + 1
        return self.sentence.first

    def given(self) -> tuple[Mention, ...]:
        """The place right behind the verb: "sold China $3 million worth of chips"."""
        at = self.verb.i + 1
        at += self.doc.tokens[at].pos == "DET"
        held = self.mentions.get(at)
        return (held,) if held is not None and at < self.first and area_like(held) and held.form != "demonym" else ()

    def there(self, own: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The country that "there" is: the last one that the sentences before name."""
        if not any(t.text.lower() == "there" and t.pos == "ADV" for t in self.doc.tokens[self.last : self.end]):
            return ()
        names = {m.name for m in own}
        before = self.doc.sentences[max(0, self.sentence.i - 2) : self.sentence.i]
        found = [m for s in before for m in self.doc.within(s) if m.kind == "Country" and m.form == "name" and m.name not in names]
        return tuple(found[-1:])

    def whither(self) -> tuple[Mention, ...]:
        """The place before "to which" or "from which" of the clause."""
        at = self.begin
        words = [t.text.lower() for t in self.doc.tokens[at : at + 2]]
        if words[1:] != ["which"] or words[0] not in ("to", "from", "with"):
            return ()
        held = next((self.mentions[i] for i in range(at - 1, max(self.sentence.first, at - 4) - 1, -1) if i in self.mentions), None)
        return (held,) if held is not None and area_like(held) else ()

    def name(self, flow: str, what: str) -> Anchor:
        side = {"exports": "to", "imports": "from"}.get(flow, "")
        return Anchor(self.verb.i, self.verb.i, self.verb.i + 1, f"{flow} of {what}" if what else flow, "flow", side)


def deal(doc: Document, sentence: Sentence, q: Quantity, mentions: Mapping[int, Mention], topic: str) -> Deal | None:
    """What the verb over a number makes of it, or None."""
    if q.kind not in ("money", "measure", "count", "bare") or q.unit in _AFAR:
        return None
    first, last = tokens_of(doc, sentence, q.start, q.end)
    following = doc.tokens[last] if last < sentence.last else None
    if following is not None and following.tag in ("VBN", "VBD") and verb(following, "invest") and q.kind == "money":
        return Deal(Anchor(first, following.i, last, "investment", "flow"), (), (), "investment")  # "with $3 million invested"
    token = governor(doc, sentence, first)
    if token is not None:
        if any(c.dep == "neg" for c in doc.children(token)):
            return None
        act = Act(doc, sentence, token, q, first, last, mentions, topic, clause_end(doc, sentence, last))
        for use, read in _FRAMES:
            if verb(token, use) and (made := read(act)) is not None:
                return made
        return None
    return _undergone(doc, sentence, q, first, last, mentions, topic)


@dataclass(frozen=True, slots=True)
class Wares:
    """What is traded: whether the words tell that it is goods, which, and whose ("Japanese goods")."""

    told: bool
    what: str
    owner: Mention | None


def _wares(doc: Document, start: int, first: int, last: int, end: int, mentions: Mapping[int, Mention]) -> Wares:
    """The goods between a verb (behind token ``start``) and the number, or behind it."""
    behind = [t.text.lower() for t in doc.tokens[last : min(last + 3, end)]]
    at = stop = -1
    if behind[:2] == ["worth", "of"]:
        at = last + 2
    elif behind[1:3] == ["worth", "of"] and behind[0] in ("'", "’", "'s", "’s"):
        at = last + 3
    elif behind[:1] in (["of"], ["in"]) and last + 1 < end and doc.tokens[last + 1].pos in ("ADJ", "NOUN", "PROPN"):
        at = last + 1
    if (at < 0 and first > start and _WORTH.search(doc.text[doc.tokens[start].start : doc.tokens[first].start])) or (
        at < 0 and any(noun(t, "goods") for t in doc.tokens[start:first])
    ):
        at, stop = start, first
    if at < 0:
        worth = behind[:1] == ["worth"] or behind[1:2] == ["worth"]
        return Wares(worth, "", None)
    stop = end if stop < 0 else stop
    words: list[str] = []
    owner: Mention | None = None
    for token in doc.tokens[at:stop]:
        held = mentions.get(token.i)
        if held is not None and area_like(held):
            if held.form == "demonym" or words == []:
                owner = owner or held
                continue
            break
        if token.text.lower() in ("worth", "valued", "for", "at", "to", "with", "from", "in", "abroad", "overseas") or token.text in (
            ",",
            ";",
        ):
            break
        if any(d.start <= token.start < d.end for d in doc.dates):
            break
        if token.pos in ("ADJ", "NOUN", "PROPN") or (token.text.lower() == "and" and words):
            words.append(token.text)
        elif token.pos not in ("DET", "ADV", "PART") and token.text not in ("'s", "’s", "-"):
            break
    while words and words[-1].lower() == "and":
        words.pop()
    what = " ".join(words)
    return Wares(bool(words), "" if what.lower() in _WARES or what.lower().split()[-1:] == ["terms"] else what, owner)


def _abroad(act: Act) -> bool:
    return any(noun(t, "abroad") for t in act.doc.tokens[act.verb.i : act.end])


def _sold(act: Act) -> Deal | None:
    """ "sold $3 million worth of rice to Kenya"."""
    who, wares = act.who, _wares(act.doc, act.verb.i + 1, act.first, act.last, act.end, act.mentions)
    if not (who.places or who.traders or who.speaks):
        return None
    partners = act.side("to", "into") or act.given() or act.whither() or act.there(who.places)
    plain = act.lemma() in ("export", "ship", "re-export")
    if not plain and not (partners or _abroad(act)):
        return None
    if not wares.told and not (plain and (partners or _abroad(act) or act.lemma() == "export" or act.q.kind == "measure")):
        return None
    what = wares.what
    if act.q.kind == "measure" and not what:
        what = ""
    return Deal(act.name("exports", what), who.places, partners, "exports", closed=bool(who.places), ours=who.speaks)


def _bought(act: Act) -> Deal | None:
    """ "bought goods worth $3 million from Kenya", "bought $2 million of that"."""
    who, wares = act.who, _wares(act.doc, act.verb.i + 1, act.first, act.last, act.end, act.mentions)
    if not (who.places or who.traders or who.speaks):
        return None
    behind = " ".join(t.text.lower() for t in act.doc.tokens[act.last : act.last + 3])
    if re.match(r"(?:worth )?of (?:that|it|this|them|these|the total)\b", behind) and who.places and act.lemma() != "import":
        return Deal(act.name("exports", ""), (), who.places, "exports", bought=True, again=True)
    partners = act.side("from")
    if not partners and wares.owner is not None:
        partners = (wares.owner,)
    if act.lemma() != "import" and not partners:
        outward = re.search(r"export|shipments|sales\b|^purchases\b", act.topic) is not None
        worth = re.match(r"\W{0,2}s?\s?worth\b(?! of)", act.doc.text[act.q.end :]) is not None
        if not (outward and who.places) or (act.q.kind == "money" and act.lemma() != "pay" and not worth):
            return None
        if worth and act.lemma() != "pay":  # "which bought $3 million worth": of what the passage is on
            return Deal(act.name("purchases", ""), (), who.places, "exports", bought=True, again=True)
        return Deal(act.name("exports", ""), (), who.places, "exports", bought=True, again=True)
    return Deal(
        act.name("imports", wares.what),
        who.places,
        partners,
        "imports",
        bought=act.lemma() != "import",
        closed=bool(who.places),
        ours=who.speaks,
    )


def _partner(flow: str) -> Callable[[Act], Deal | None]:
    """ "China supplied $3 million worth of goods": the other side acts."""

    def read(act: Act) -> Deal | None:
        who, wares = act.who, _wares(act.doc, act.verb.i + 1, act.first, act.last, act.end, act.mentions)
        if len(who.places) != 1 or not wares.told:
            return None
        return Deal(act.name(flow, wares.what), (), who.places, flow)

    return read


def _invested(act: Act) -> Deal | None:
    """ "Thai firms invested $3 million in the province", "put $3 million into it"."""
    who = act.who
    if act.q.kind != "money" or not (who.places or who.investors):
        return None
    areas, into = act.side("in", "into", "to")[:1], act.lemma() == "invest"
    for t in act.doc.tokens[act.last : act.end]:
        into = into or t.text.lower() in ("in", "into")
    if not into and not (act.lemma() == "contribute" and who.token is not None and "investor" in who.token.text.lower()):
        return None  # "domestic firms contributed $3 million": a part of what was told before
    running = any(t.lemma.lower() == "have" for t in act.doc.children(act.verb)) or act.verb.tag == "VBN"
    partners = tuple(p for p in who.places if p not in areas)
    return Deal(act.name("investment", ""), areas, partners, "investment", running)


def _collected(act: Act) -> Deal | None:
    """ "The Revenue Authority collected $3 million in duties"."""
    who = act.who
    if act.q.kind != "money" or who.token is None:
        return None
    line = act.doc.text[act.sentence.start : act.verb.start]
    if not (who.agency or (_REVENUE.search(line) and not who.person)):
        return None
    taxes = _TAXES.match(act.doc.text, act.q.end)
    return Deal(act.name(f"{taxes.group(1)} collections" if taxes is not None else "revenue collections", ""), who.places, (), "")


def _sent(act: Act) -> Deal | None:
    """ "Expatriates sent home $2 million"."""
    near = act.doc.tokens[act.verb.i + 1 : min(act.first + 6, act.sentence.last)]
    if act.q.kind != "money" or not (any(t.text.lower() in ("home", "back") for t in near) or act.lemma() == "remit"):
        return None
    return Deal(Anchor(act.verb.i, act.verb.i, act.verb.i + 1, "remittances", "flow", "from"), (), (), "")


def _earned(act: Act) -> Deal | None:
    """ "Togo earned $3 million from cocoa", "Tourism brought in $3 million"."""
    who = act.who
    if act.q.kind != "money" or who.token is None:
        return None
    if noun(who.token, "sector-name"):
        return Deal(act.name(f"{who.token.text.lower()} revenue", ""), (), (), "")
    source = _SOURCE.match(act.doc.text, act.q.end)
    if not who.places or source is None or goods().get(source.group(2), True):
        return None
    return Deal(act.name(f"earnings from {source.group(1)}", ""), who.places, (), "")


def _volume(kind: str) -> Callable[[Act], Deal | None]:
    """ "carried 3 million tonnes of freight", "harvested 3 million tonnes of rice"."""

    def read(act: Act) -> Deal | None:
        who = act.who
        if who.token is None or who.firm or who.person:
            return None
        if act.q.kind == "measure":
            wares = _wares(act.doc, act.verb.i + 1, act.first, act.last, act.end, act.mentions)
            if not wares.told:
                return None
            return Deal(act.name(f"{wares.what or 'goods'} {kind}", ""), who.places, (), "", counted=True)
        if act.q.kind == "count" and kind == "volume" and (who.places or noun(who.token, "place")):
            return Deal(act.name(act.q.unit, ""), who.places, (), "", counted=True)
        return None

    return read


def _received(act: Act) -> Deal | None:
    """ "Peru welcomed 3 million tourists from Chile"."""
    who = act.who
    counted = act.doc.tokens[act.last - 1]
    if act.q.kind != "count" or who.token is None or not noun(counted, "guest"):
        return None
    if not (who.places or noun(who.token, "place")):
        return None
    mods = [
        t.text for t in act.doc.tokens[act.first : act.last - 1]
        if t.pos in ("ADJ", "NOUN") and t.i not in act.mentions and t.text.lower() not in ("million", "billion")
    ]  # fmt: skip
    origin = act.side("from")
    name = " ".join([*mods, counted.text]).lower()
    anchor = Anchor(act.verb.i, act.verb.i, act.verb.i + 1, name, "flow", "from")
    return Deal(anchor, who.places, origin if len(origin) == 1 else (), "", counted=True)


def _spent(act: Act) -> Deal | None:
    """ "Ugandans spent $30 million on Kenyan tea"."""
    who = act.who
    if act.q.kind != "money" or not who.places or act.doc.tokens[act.last].text.lower() != "on":
        return None
    owner = next((act.mentions[i] for i in range(act.last + 1, min(act.last + 3, act.end)) if i in act.mentions), None)
    if owner is None or owner.form != "demonym":
        return None
    words = [t.text for t in act.doc.tokens[owner.token + 1 : act.end] if t.pos in ("NOUN", "ADJ")][:3]
    what = " ".join(words)
    return Deal(act.name("imports", "" if what.lower() in _WARES else what), who.places, (owner,), "imports", bought=True)


def _owed(act: Act) -> Deal | None:
    """ "Honduras owed foreign creditors $3 million"."""
    who = act.who
    if act.q.kind != "money" or len(who.places) != 1:
        return None
    foreign = any(t.text.lower() in ("foreign", "external", "overseas", "abroad") for t in act.doc.tokens[act.verb.i : act.end])
    return Deal(act.name("external debt" if foreign else "debt", ""), who.places, (), "")


def _given(act: Act) -> Deal | None:
    """ "Japan has donated equipment worth $3 million to the island"."""
    who, wares = act.who, _wares(act.doc, act.verb.i + 1, act.first, act.last, act.end, act.mentions)
    areas = act.side("to", "for")
    if act.q.kind != "money" or len(who.places) != 1 or len(areas) != 1:
        return None
    running = any(d.role == "since" for d in act.doc.dates_in(act.sentence)) or act.verb.tag == "VBN"
    name = f"donations of {wares.what}" if wares.what else "donations"
    return Deal(Anchor(act.verb.i, act.verb.i, act.verb.i + 1, name, "flow"), areas, who.places, "grants", running)


def _disbursed(act: Act) -> Deal | None:
    """ "In 2025 alone, the bank disbursed $3 million to Armenian borrowers"."""
    to = act.side("to", "in")
    if act.q.kind != "money" or not any(
        d.grain in ("year", "month", "quarter", "half", "fiscal-year") for d in act.doc.dates_in(act.sentence)
    ):
        return None
    if not to:
        tail = [act.mentions[t.i] for t in act.doc.tokens[act.last : act.end] if t.i in act.mentions]
        to = tuple(m for m in tail if m.kind in PLACES)[:1]
    return Deal(act.name("disbursements", ""), to[:1], (), "") if to else None


_FRAMES: tuple[tuple[str, Callable[[Act], Deal | None]], ...] = (
    ("out", _sold),
    ("in", _bought),
    ("supply", _partner("imports")),
    ("demand", _partner("exports")),
    ("invest", _invested),
    ("collect", _collected),
    ("send", _sent),
    ("earn", _earned),
    ("handle", _volume("volume")),
    ("produce", _volume("production")),
    ("receive", _received),
    ("spend", _spent),
    ("owe", _owed),
    ("give", _given),
    ("disburse", _disbursed),
)


def _undergone(
    doc: Document, sentence: Sentence, q: Quantity, first: int, last: int, mentions: Mapping[int, Mention], topic: str
) -> Deal | None:
    """A number that is the subject: "goods worth $3 million came from Peru", "2 million tonnes of rice were exported"."""
    at = last
    while at < sentence.last and at < last + 10 and doc.tokens[at].pos not in ("VERB", "AUX") and doc.tokens[at].text not in (",", ";"):
        at += 1
    begin = at
    while at < sentence.last and doc.tokens[at].pos in ("AUX", "ADV"):
        at += 1
    if at >= sentence.last or at - last > 14:
        return None
    token = doc.tokens[at]
    if any(t.text.lower() in ("not", "n't", "never", "to", "will", "would") for t in doc.tokens[begin:at]) or token.pos != "VERB":
        return None
    end = clause_end(doc, sentence, at)
    rival = next((o.start for o in doc.quantities_in(sentence) if o.start > doc.tokens[at].start and o.kind == q.kind), None)
    end = min(end, next((t.i for t in doc.tokens[at:end] if rival is not None and t.start >= rival), end))
    start = sentence.first
    for i in range(first - 1, sentence.first - 1, -1):
        if doc.tokens[i].text in (",", ";", ":") or doc.tokens[i].text.lower() in ("while", "and", "but"):
            start = i + 1
            break
    wares = _wares(doc, start, first, last, begin, mentions)
    side = {prep: found for prep, found in phrases_after(doc, at, end, mentions) if found}
    passive = at > begin and token.tag in ("VBN", "VBD")
    if q.kind == "count" and verb(token, "come") and not passive:
        return _visited(doc, first, last, q, at, end, mentions)
    flow = ""
    if (
        q.kind == "measure"
        and verb(token, "leave")
        and re.match(r"\sthe (?:country|ports?|islands?)\b", doc.text[token.end : token.end + 14])
    ):
        flow = "exports"
    elif passive and q.kind in ("measure", "money"):
        out, inward = verb(token, "out") and token.lemma.lower() != "sell", token.lemma.lower() == "import"
        flow = "exports" if out or (verb(token, "out") and side.get("to")) else "imports" if inward else ""
    elif wares.told and q.kind == "money" and token.lemma.lower() in ("come", "arrive", "originate") and side.get("from"):
        flow = "imports"
    elif wares.told and q.kind == "money" and token.lemma.lower() in ("go", "head", "leave") and (side.get("to") or side.get("for")):
        flow = "exports"
    if not flow:
        return _passed_on(doc, q, first, token, side, topic)
    if flow == "exports" and not side.get("to"):  # "27 tonnes of pork for Peru left the port"
        bound = {prep: there for prep, there in phrases_after(doc, last, begin, mentions) if there}
        side = {"for": bound.get("to", bound.get("for", ())), **side}
    found = side.get("to", side.get("for", ())) if flow == "exports" else side.get("from", ())
    owner = (wares.owner,) if wares.owner is not None and flow == "exports" else side.get("by", ())
    name = f"{flow} of {wares.what}" if wares.what else flow if q.kind == "money" else f"{flow[:-1]} volume"
    anchor = Anchor(first, first, last, name, "flow", "to" if flow == "exports" else "from")
    return Deal(anchor, owner, found if len(found) == 1 else (), flow, counted=q.kind != "money")


def _passed_on(doc: Document, q: Quantity, first: int, token: Token, side: Mapping[str, tuple[Mention, ...]], topic: str) -> Deal | None:
    """ "Of this, $5 million went to Uganda": a part of the trade or investment told before."""
    if q.kind not in ("money", "measure"):
        return None
    lemma = token.lemma.lower()
    inward = re.search(r"import|purchases|invest|FDI", topic) is not None
    if lemma in ("come", "originate", "flow", "arrive") and inward and len(side.get("from", ())) == 1:
        flow = "investment" if re.search(r"invest|FDI", topic) else "imports"
        return Deal(Anchor(first, first, first, flow, "flow", "from"), (), side["from"], flow, again=True)
    outward = re.search(r"export|shipments|sales\b|deliveries", topic) is not None
    if (lemma in ("go", "head") or verb(token, "out")) and outward and len(side.get("to", ())) == 1:
        return Deal(Anchor(first, first, first, "exports", "flow", "to"), (), side["to"], "exports", again=True)
    return None


def _visited(doc: Document, first: int, last: int, q: Quantity, at: int, end: int, mentions: Mapping[int, Mention]) -> Deal | None:
    """ "1.2 million tourists visited Peru", "30,000 Germans came to the island"."""
    counted = doc.tokens[last - 1]
    origin = country_of(counted.text) if counted.text[0].isupper() else None
    if q.change or not (noun(counted, "guest") or origin is not None or counted.text.lower() in ("people", "foreigners")):
        return None
    mods = [t.text for t in doc.tokens[first : last - 1] if t.pos in ("ADJ", "NOUN") and t.i not in mentions]
    words = [w for w in mods if w.lower() not in ("million", "billion", "total", "record", "some", "more")]
    name = " ".join([*words, counted.text]).lower() if noun(counted, "guest") else "visitors"
    if origin is not None:
        name = f"visitors from {origin.name}"
    origins = next((f for prep, f in phrases_after(doc, last, at, mentions) if f and prep == "from"), ())
    i = at + 1
    while i < end and doc.tokens[i].pos in ("DET", "ADP", "ADJ", "PART") and i not in mentions:
        i += 1
    place = next((mentions[k] for k in range(i, min(i + 3, end)) if k in mentions), None)
    if place is None or not area_like(place) or place.form == "demonym":
        return None
    anchor = Anchor(first, last - 1, last, name, "flow", "from")
    return Deal(anchor, (place,), origins if len(origins) == 1 else (), "", counted=True)
