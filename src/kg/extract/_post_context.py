"""Where a post is when its clause leaves it out: the country or place that stands out in the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.data import words as lists
from kg.data.gazetteer import countries, country_of, fold, places
from kg.data.issuers import head, issuer
from kg.extract._figures import climb
from kg.extract._post_people import Holding, in_full
from kg.extract._post_phrases import Post
from kg.types import Document, Mention, Token

_WHERE = ("Place", "Country")
_REGIONAL = re.compile(r"governor|premier|chief minister|state secretary|prefect\b")
_LIST = re.compile(r"\bdelegation\b|\baccompanied\b|\bentourage\b|\bparty included\b")
_INSTEAD = re.compile(
    r"(?:\bst(?:an|oo)d(?:s|ing)? in for|\b(?:on|in) (?:behalf|place|lieu) of|\binstead of|\bdeputi[sz]ing for|\bfilling in for"
    r"|\brepresent(?:ing|ed)) (?:(?:the|his|her|its) )?$"
)
_WORD = re.compile(r"[^\W_]+")
_FILED = re.compile(r"(?:, [^.:;]{0,24})?: ?[A-Z]|(?:, [\w .]{0,24})? \([A-Z][\w /.-]{1,20}\)")
_SHOUTED = re.compile(r"[,.:] ")
_ABROAD = frozenset(("embassy", "consulate", "mission", "commission"))
_DWARFS = 10  # how many times the people of a namesake a place has to have
_STANDS_OUT = 1.5  # how much oftener than the next one a place or country has to be named


class Context:
    """The home country and the main place of one document."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.named = [m for m in doc.mentions if m.form in ("name", "acronym")]
        self.countries = [m for m in doc.mentions if m.kind == "Country" and m.form in ("name", "demonym")]
        self._tie = ""
        self.home = self._home()
        self.clear = self.home if self.home != self._tie else ""  # where it is no mere first of two
        codes = {self._code(m) for m in self.countries}
        self.only = codes.pop() if len(codes) == 1 else ""

    @staticmethod
    def _code(mention: Mention) -> str:
        record = country_of(mention.name)
        return record.iso2 if record is not None else fold(mention.name)

    def _datelines(self) -> list[Mention]:
        blocks = [b for b in self.doc.article.blocks if b.role == "dateline"]
        found = [m for m in self.named if m.kind in _WHERE and any(b.start <= m.start < b.end for b in blocks)]
        if not found and self.doc.sentences:
            body = next((b for b in self.doc.article.blocks if b.role == "paragraph"), None)
            if body is not None:  # "HANOI, June 5 -", "Suva (Reuters) -", "TASHKENT, 3 June. /Wire/", "Tirana: President X …"
                first = next((m for m in self.named if body.start <= m.start), None)
                lead = self.doc.text[body.start : first.start] if first is not None else ""  # "NEW" of "NEW DELHI"
                if (
                    first is not None
                    and len(lead) < 6
                    and lead == lead.upper()
                    and (not lead or lead.strip().isalpha())
                    and first.kind in _WHERE
                ):
                    opening, behind = self.doc.text[body.start : body.start + 60], self.doc.text[first.end : first.end + 40]
                    dashed = any(mark in opening for mark in (" - ", " – ", " — ", "--", "―"))
                    if dashed or _FILED.match(behind) or (first.text.isupper() and len(first.text) > 3 and _SHOUTED.match(behind)):
                        found = [first]
        return found

    def masthead(self) -> str:
        """The folded lines above the headline, and the publisher."""
        parts = head(self.doc.article)
        return f" {' | '.join(' '.join(_WORD.findall(fold(p))) for p in parts)} | "

    def _issued(self) -> str:
        """The code of the only country that the lines above the headline name ("Government of Tonga", "of South Australia")."""
        return issuer(head(self.doc.article))[0]

    def _home(self) -> str:
        """The code of the country that the article is about.

        It is the dateline's, the one that issues the text, the one named far more than any other, or the only one.
        """
        for mention in self._datelines():
            record = country_of(mention.name)
            if record is not None:
                return record.iso2
            known = places().lookup(mention.name)
            if known:
                return known[0].country
        if _ABROAD & set(self.masthead().split()):
            return ""
        issued = self._issued()
        if issued:
            return issued
        told = {self._code(m) for m in self.countries if m.form == "name"}
        told |= {code for m in self.named if m.kind == "Agency" and (code := _inside(m))}
        counts = Counter(self._code(m) for m in self.countries)
        counts.update(code for m in self.named if m.kind == "Agency" and m.form == "name" and (code := _inside(m)))
        near = Counter(code for m in self.named if m.kind == "Place" and (code := land(m)))
        # at home an article names places; the country that it names most may well be the guest's
        score = counts + near + near
        best = _standing_out(score)
        if not best:
            best = self._tie = self._first(score, near)
        if best in told:  # adjectives alone ("the Cuban side") tell as well whom the article's country meets
            return best
        # named once only: no place of another country, and not just where goods or guests come from or go to
        if len(told) == 1 == len(counts) and not set(near) - told:
            return told.pop() if set(near) or any(self._own(m) for m in self.countries) else ""
        return ""

    def _first(self, score: Counter[str], near: Counter[str]) -> str:
        """Of two countries that an article is on, the one named first at its head, unless the other one's places are; "" if open."""
        order = sorted(score.items(), key=lambda item: (-item[1], item[0]))
        if len(order) < 2 or (len(order) > 2 and 2 * order[2][1] > order[1][1]):
            return ""
        codes = (order[0][0], order[1][0])
        first = next((self._code(m) for m in self.countries if self._code(m) in codes), "")
        other = codes[codes[0] == first]
        return first if near[other] < near[first] + 2 else ""

    def _own(self, country: Mention) -> bool:
        """Whether a country is a subject or owner rather than where something goes."""
        return self.doc.tokens[country.token].dep in ("nsubj", "nsubjpass", "poss", "compound", "amod", "nmod")

    def _country(self, before: int) -> Mention | None:
        """A mention of the home country, the last one before, else the first."""
        fits = [m for m in self.countries if self.home and self._code(m) == self.home]
        earlier = [m for m in fits if m.start < before]
        return earlier[-1] if earlier else fits[0] if fits else self._implied(before)

    def _implied(self, before: int) -> Mention | None:
        """The home country where only a body's name or the dateline tells it ("the National Bank of Ukraine", "KYIV, May 4 -")."""
        record = countries().get(self.home)
        if record is None:
            return None
        near = [m for m in self.named if m.kind in ("Agency", "Organization") and _inside(m) == self.home] or self._datelines()
        told = next((m for m in reversed(near) if m.start < before), near[0] if near else None)
        if told is None:
            return None
        at = self.doc.text.find(record.name, told.start, told.end)
        start, end = (at, at + len(record.name)) if at >= 0 else (told.start, told.end)
        text = self.doc.text[start:end]
        return replace(told, start=start, end=end, text=text, kind="Country", form="name", name=record.name, features=MappingProxyType({}))

    def _place(self, post: Post, owner: Mention | None, before: int, met: bool = False) -> Mention | None:
        """The place that "the mayor" is of: what "the city" means, the dateline's, else the place named far more than any other.

        A governor's place is no city and a mayor's no region where the gazetteer knows them.
        """
        if owner is not None:
            return owner if owner.form in ("nominal", "pronoun") and owner.kind in ("Place", None) else None
        wrong = ("city", "capital") if regional(post) else ("region",) if "mayor" in post.record.title else ()
        everywhere = [m for m in self.named if m.kind == "Place" and not _unfit(m, wrong)]
        counts = Counter(fold(m.name) for m in everywhere)
        for mention in self._datelines():
            if mention in everywhere and counts[fold(mention.name)] > 1:
                return mention
        best = _standing_out(counts)
        fits = [m for m in everywhere if fold(m.name) == best]
        if met and (hosts := [m for m in self._destinations(before) if fold(m.name) != best]):
            return hosts[-1] if len({m.name for m in hosts}) == 1 and not _unfit(hosts[-1], wrong, named=True) else None
        if not fits and wrong == ("city", "capital"):
            regions = [m for m in everywhere if self.region(m)]  # the only state or province of the country
            fits = regions if len({fold(m.name) for m in regions}) == 1 else []
            return next((m for m in reversed(fits) if m.start < before), fits[0] if fits else None)
        earlier = [m for m in fits if m.start < before]
        return earlier[-1] if earlier else None

    def _destinations(self, before: int) -> list[Mention]:
        """The places told before that somebody came to: who is met there governs there, not where the guests are from."""
        return [m for m in self.named if m.kind == "Place" and m.start < before and _visited(self.doc, m, "to")]

    def region(self, place: Mention) -> bool:
        """Whether the gazetteer knows a place as a region, and one of the article's country where that is told."""
        found = [r for r in places().lookup(place.name) if r.type == "region"]
        return bool(found) and self.home in ("", *(r.country for r in found))

    def instead(self, holding: Holding) -> bool:
        """Whether somebody told before stands in for a holder told with no body ("…, on behalf of President Z")."""
        if in_full(holding):
            return False
        first = self.doc.tokens[holding.post.first]
        return _INSTEAD.search(self.doc.text[self.doc.sentences[first.sentence].start : first.start].lower()) is not None

    def fronted(self, before: int) -> Mention | None:
        """The country that opens the sentence of a post told with none: "In Togo, President X opened a road"."""
        sentence = next(s for s in self.doc.sentences if s.start <= before < s.end or s.end >= before)
        words = self.doc.words(sentence)
        if len(words) < 3 or words[0].text != "In":
            return None
        country = next((m for m in self.countries if m.form == "name" and m.token in (words[1].i, words[2].i)), None)
        closed = country is not None and self.doc.text[country.end : country.end + 1] == ","
        return country if closed and country is not None and country.start < before and self._code(country) != self.home else None

    def host(self, holding: Holding) -> tuple[bool, Mention | None]:
        """Whether somebody is met in a place abroad that opens the sentence ("In Lima, the mission met with Minister X"), and the country
        of the largest place of that name, where the article tells it.
        """
        token = self.doc.tokens[holding.person.token]
        words = self.doc.words(self.doc.sentences[token.sentence])
        if len(words) < 3 or words[0].text != "In" or not self._is_met(holding):
            return False, None
        place = next((m for m in self.named if m.kind == "Place" and m.token in (words[1].i, words[2].i)), None)
        if place is None or self.doc.text[place.end : place.end + 1] != ",":
            return False, None
        lands = [r.country for r in places().lookup(place.name)]
        if not lands or self.home in ("", lands[0]):
            return False, None
        told = {self._code(m): m for m in self.countries if m.form == "name"}
        return lands[0] in told or self.home not in lands, told.get(lands[0])

    def _is_met(self, holding: Holding) -> bool:
        """Whether a holder is the other side of what the clause tells: met, hosted by, talks with."""
        for at in (holding.person.token, holding.post.head):
            token = self.doc.tokens[at]
            while token.dep in ("appos", "conj", "compound") and token.head != token.i:
                token = self.doc.tokens[token.head]
            if token.dep == "dobj" or (token.dep == "pobj" and self.doc.tokens[token.head].text.lower() in ("with", "by")):
                return True
        return False

    def met_abroad(self, holding: Holding) -> bool:
        """Whether somebody is met where another country is told to be visited ("During his visit to Togo he met President X"): whose
        president that is, the clause leaves open.
        """
        if not self._is_met(holding):
            return False
        token = self.doc.tokens[holding.person.token]
        while token.dep in ("appos", "conj", "compound") and token.head != token.i:
            token = self.doc.tokens[token.head]
        sentence = self.doc.sentences[token.sentence]
        abroad = [m for m in self.countries if m.form == "name" and sentence.start <= m.start < sentence.end and self._code(m) != self.home]
        clause = next((t for t in climb(self.doc, token) if t.pos in ("VERB", "AUX")), None)
        return any(_visited(self.doc, m) and not self._aside(m, clause) for m in abroad)

    def _aside(self, country: Mention, clause: Token | None) -> bool:
        """Whether a country stands in another clause than ``clause``."""
        own = next((t for t in climb(self.doc, self.doc.tokens[country.token]) if t.pos in ("VERB", "AUX")), None)
        return own is None or clause is None or own.i != clause.i

    def _together(self, holding: Holding, others: Sequence[Holding]) -> Mention | None:
        """The country told of another person of the same delegation's list."""
        post = holding.post
        if holding.tail is not None or post.body is not None or post.owner is not None or not others:
            return None
        sentence = self.doc.sentences[self.doc.tokens[post.head].sentence]
        text = self.doc.text[sentence.start : self.doc.tokens[post.first].start].lower()
        if _LIST.search(text) is None or ";" not in self.doc.text[sentence.start : sentence.end] or self.instead(holding):
            return None
        told = [(h.post.body or h.tail or h.post.owner) for h in others if h is not holding]
        countries = [m for m in told if m is not None and m.kind == "Country"]
        return countries[0] if len({self._code(m) for m in countries}) == 1 else None


def _visited(doc: Document, country: Mention, *ways: str) -> bool:
    """ "a visit to Togo", "in Togo"."""
    token = doc.tokens[country.token]
    for _ in range(2):  # "Chiba Prefecture"
        token = doc.tokens[token.head] if token.dep in ("compound", "nmod") else token
    above = doc.tokens[token.head]
    if token.dep != "pobj" or above.text.lower() not in (ways or ("to", "in")):
        return False
    over = doc.tokens[above.head]
    return above.text.lower() == "in" or over.lemma.lower() in ("visit", "trip", "tour", "travel", "arrive", "journey", "mission")


def _inside(body: Mention) -> str:
    """The code of the country in a body's name; "" for none."""
    record = country_of(body.features.get("within", "")) or country_of(body.name.rpartition(" of ")[2])
    return record.iso2 if record is not None else ""


def land(place: Mention) -> str:
    """The country that a place is in; "" where it could be in several."""
    found = places().lookup(place.name)
    other = next((r for r in found if r.country != found[0].country), None)
    return found[0].country if found and (other is None or found[0].population >= _DWARFS * max(1, other.population)) else ""


def _unfit(mention: Mention, wrong: tuple[str, ...], named: bool = False) -> bool:
    """Water and landforms govern nobody; nor do places that the gazetteer knows only as of another sort.

    ``named``: the place may be named with its sort ("Chiba Prefecture").
    """
    found = places().lookup(mention.name)
    if (
        found
        and all(r.type in ("water", "landform", "area", *wrong) for r in found[:1])
        and not any(r.type == "region" for r in found if "region" not in wrong)
    ):
        return True
    return not named and fold(mention.name).split()[-1] in lists.bodies()


def regional(post: Post) -> bool:
    """Whether a post is a region's rather than a city's."""
    return _REGIONAL.search(post.record.title) is not None


def _standing_out(counts: Counter[str]) -> str:
    """The key counted far more often than any other; "" if none."""
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not order or order[0][1] < 2:
        return ""
    return order[0][0] if len(order) == 1 or order[0][1] >= _STANDS_OUT * order[1][1] else ""
