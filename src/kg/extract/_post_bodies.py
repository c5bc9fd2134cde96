"""Where a post is: the body, place or country of a phrase, told in the clause or standing out in the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.data import words as lists
from kg.data.gazetteer import country_of, fold, places
from kg.extract._post_people import Holding
from kg.extract._post_phrases import Post
from kg.types import Document, Mention

_BODIES = ("Agency", "Organization")
_WHERE = ("Place", "Country")
_NATIONAL = frozenset(("president", "prime minister", "deputy prime minister", "king", "queen", "head of state", "foreign minister"))
_MINISTRY = frozenset(("ministry", "department", "secretariat", "office", "treasury", "directorate"))
_REGIONAL = re.compile(r"governor|premier|chief minister|prefect\b")
_LIST = re.compile(r"\bdelegation\b|\baccompanied\b|\bentourage\b|\bparty included\b")
_INSTEAD = re.compile(r"(?:\bst(?:an|oo)d(?:s|ing)? in for|\bon behalf of|\bdeputi[sz]ing for|\brepresent(?:ing|ed)) (?:the )?$")
_STANDS_OUT = 1.5  # how much oftener than the next one a place or country has to be named


class Bodies:
    """Chooses the organization of each holding in one document."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.named = [m for m in doc.mentions if m.form in ("name", "acronym")]
        self.countries = [m for m in doc.mentions if m.kind == "Country" and m.form in ("name", "demonym")]
        self.home = self._home()

    def organization(self, holding: Holding, others: Sequence[Holding] = ()) -> Mention | None:
        """The mention of the body, place or country that the post belongs to; None where nothing tells for sure.

        ``others``: the sentence's holdings, whose country is this one's too in a list of a delegation's members.
        """
        post = holding.post
        kind, title = post.record.kind, post.record.title
        told = post.body or holding.tail
        owner = post.owner
        at = self.doc.tokens[post.core - 1].start
        if title.endswith("speaker") and told is None and owner is None:
            return None
        if (
            told is not None
            and told.form == "nominal"
            and any(t.text[:1].isupper() for t in self.doc.tokens[told.token - 1 : told.token + 1])
        ):
            words = re.sub(r"^(?:the|its|their|this)\s+", "", told.text, flags=re.I)
            told = self._by_word(words, at) or told  # "the National Bank" is short for a longer name
        if post.word:
            found = self._by_word(post.word, at)
            if found is not None:
                return found
            if told is None and owner is None:
                return None
        if owner is not None and owner.form == "pronoun" and owner.kind is None:
            owner = self._nearest(owner, ("Country",) if kind == "diplomat" else _BODIES if post.record.of == "body" else _WHERE) or owner
        if kind == "diplomat":
            return self._fits(told, (*_BODIES, "Country")) or self._fits(owner, (*_BODIES, "Country"))
        if kind == "ministry" or post.field and kind == "government":
            return self._ministry(post, told or self._together(holding, others), owner, at)
        if kind == "local":
            # the governor of a bank is a governor too
            return (
                self._fits(told, ("Place", *_BODIES, "Country"))
                or self._fits(owner, ("Place", *_BODIES), demonyms=False)
                or self._place(post, owner, at)
            )
        if kind in ("state", "government", "monarch"):
            found = self._fits(told, (*_BODIES, *_WHERE)) or self._fits(owner, (*_BODIES, *_WHERE))
            found = found or self._together(holding, others)
            if found is None and owner is None and told is None and title.lower() in _NATIONAL and post.core - post.first <= 3:
                found = self._country(at)
            return found
        found = self._fits(told, _BODIES)
        if found is not None:
            return found
        found = self._fits(owner, _BODIES)
        if found is not None:
            return found
        if kind in ("military", "party", "religious"):
            return self._fits(told, ("Country",)) or self._fits(owner, ("Country",))
        if owner is not None and owner.form != "demonym" and (post.possessive or post.field) and owner.kind in _WHERE:
            return owner
        return None

    def _together(self, holding: Holding, others: Sequence[Holding]) -> Mention | None:
        """The country told of another person in the sentence: of one delegation's list, or of whom somebody stands in for."""
        post = holding.post
        if holding.tail is not None or post.body is not None or post.owner is not None or not others:
            return None
        sentence = self.doc.sentences[self.doc.tokens[post.head].sentence]
        first = self.doc.tokens[others[0].post.first].start
        text = self.doc.text[sentence.start : max(first, self.doc.tokens[post.first].start)].lower()
        listed = _LIST.search(text) is not None and ";" in self.doc.text[sentence.start : sentence.end]
        if not listed and not _INSTEAD.search(text):
            return None
        told = [(h.post.body or h.tail or h.post.owner) for h in others if h is not holding]
        countries = [m for m in told if m is not None and m.kind == "Country"]
        return countries[0] if len({self._code(m) for m in countries}) == 1 else None

    @staticmethod
    def _fits(mention: Mention | None, kinds: tuple[str, ...], demonyms: bool = True) -> Mention | None:
        if mention is None or mention.form == "demonym" and not demonyms:
            return None
        if mention.form == "pronoun":
            return mention if mention.kind is None else None  # "its"; "his minister" is nobody's body
        if mention.form == "nominal" and mention.name in ("country", "nation", "republic"):
            return mention if "Country" in kinds else None
        return mention if mention.kind in kinds else None

    def _nearest(self, pronoun: Mention, kinds: tuple[str, ...]) -> Mention | None:
        """What "its" means where its sentence names or mentions just one thing of the kind before it."""
        sentence = self.doc.sentences[self.doc.tokens[pronoun.token].sentence]
        fits = [
            m
            for m in self.doc.within(sentence)
            if m.start < pronoun.start and m.kind in kinds and m.form in ("name", "acronym", "nominal") and m.name != "country"
        ]
        fits = [m for m in fits if not any(o is not m and o.start <= m.start and m.end <= o.end for o in fits)]
        return fits[0] if len({fold(self.doc.aliases.get(m.name, m.name)) for m in fits}) == 1 else None

    def _by_word(self, word: str, at: int) -> Mention | None:
        """The body that a bare noun means: the last one before whose name has the noun, else the only one behind."""
        key = fold(word)
        fits = [m for m in self.named if m.kind in _BODIES and f" {key} " in f" {fold(m.name)} "]
        before = [m for m in fits if m.start < at]
        if before:
            return before[-1]
        return fits[0] if len({fold(m.name) for m in fits}) == 1 else None

    def _ministry(self, post: Post, told: Mention | None, owner: Mention | None, at: int) -> Mention | None:
        direct = self._fits(told, _BODIES)
        if direct is not None:
            return direct
        if owner is not None and owner.form != "pronoun" and owner.kind in _BODIES:
            return owner
        where = self._fits(told, _WHERE) or self._fits(owner, _WHERE)
        ministry = self._by_field(post.field, where)
        if ministry is not None:
            return ministry
        if where is not None:
            return where
        if owner is not None and owner.form == "pronoun" and owner.kind == "Person" or post.field:
            return self._country(at)
        return None

    def _by_field(self, field: str, where: Mention | None) -> Mention | None:
        words = {w for w in fold(field).replace(",", " ").split() if w not in ("and", "the", "&")}
        if not words:
            return None
        fits = [
            m
            for m in self.named
            if m.kind == "Agency" and words <= set(fold(m.name).replace(",", " ").split()) and _MINISTRY & set(fold(m.name).split())
        ]
        fits = [m for m in fits if "ministry" in fold(m.name)] or fits
        if not fits:
            return None
        if where is not None:
            code = self._code(where)
            own = [m for m in fits if self._owner(m) == code]
            if own:
                return own[0]
            if code != self.home or not code:
                return None
            fits = [m for m in fits if not self._owner(m)]
        return fits[0] if len({fold(m.name) for m in fits}) == 1 else None

    def _owner(self, ministry: Mention) -> str:
        """The country or place that a ministry's words or owner tell; "" where they tell none."""
        start = ministry.features.get("owner_start")
        if start is not None:
            holder = next((m for m in self.doc.mentions if m.start == int(start)), None)
            if holder is not None:
                return self._code(holder)
        inside = next((m for m in self.countries if ministry.start <= m.start and m.end <= ministry.end), None)
        if inside is not None:
            return self._code(inside)
        before = next((m for m in self.countries if m.form == "demonym" and m.end + 1 == ministry.start), None)
        record = country_of(ministry.features.get("within", ""))
        return self._code(before) if before is not None else record.iso2 if record is not None else ""

    @staticmethod
    def _code(mention: Mention) -> str:
        record = country_of(mention.name)
        return record.iso2 if record is not None else fold(mention.name)

    def _datelines(self) -> list[Mention]:
        blocks = [b for b in self.doc.article.blocks if b.role == "dateline"]
        found = [m for m in self.named if m.kind in _WHERE and any(b.start <= m.start < b.end for b in blocks)]
        if not found and self.doc.sentences:
            body = next((b for b in self.doc.article.blocks if b.role == "paragraph"), None)
            if body is not None:  # "HANOI, June 5 -", "Suva (Reuters) -"
                opening = self.doc.text[body.start : body.start + 60]
                if any(mark in opening for mark in (" - ", " – ", " — ", "--", "―")):
                    first = next((m for m in self.named if body.start <= m.start), None)
                    if first is not None and first.start == body.start and first.kind in _WHERE:
                        found = [first]
        return found

    def _home(self) -> str:
        """The code of the country that the article is about: the dateline's, else the one named far more than any other."""
        for mention in self._datelines():
            record = country_of(mention.name)
            if record is not None:
                return record.iso2
            known = places().lookup(mention.name)
            if known:
                return known[0].country
        counts = Counter(self._code(m) for m in self.countries)
        return _standing_out(counts)

    def _country(self, before: int) -> Mention | None:
        """A mention of the home country, the last one before, else the first."""
        fits = [m for m in self.countries if self.home and self._code(m) == self.home]
        earlier = [m for m in fits if m.start < before]
        return earlier[-1] if earlier else fits[0] if fits else None

    def _place(self, post: Post, owner: Mention | None, before: int) -> Mention | None:
        """The place that "the mayor" is of: what "the city" means, the dateline's, else the place named far more than any other.

        A governor's place is no city and a mayor's no region where the gazetteer knows them.
        """
        if owner is not None:
            return owner if owner.form in ("nominal", "pronoun") and owner.kind in ("Place", None) else None
        wrong = ("city", "capital") if _REGIONAL.search(post.record.title) else ("region",) if "mayor" in post.record.title else ()
        everywhere = [m for m in self.named if m.kind == "Place" and not _unfit(m, wrong)]
        counts = Counter(fold(m.name) for m in everywhere)
        for mention in self._datelines():
            if mention in everywhere and counts[fold(mention.name)] > 1:
                return mention
        best = _standing_out(counts)
        fits = [m for m in everywhere if fold(m.name) == best]
        earlier = [m for m in fits if m.start < before]
        return earlier[-1] if earlier else None


def _unfit(mention: Mention, wrong: tuple[str, ...]) -> bool:
    """Water and landforms govern nobody; nor do places that the gazetteer knows only as of another sort."""
    found = places().lookup(mention.name)
    if (
        found
        and all(r.type in ("water", "landform", "area", *wrong) for r in found[:1])
        and not any(r.type == "region" for r in found if "region" not in wrong)
    ):
        return True
    return fold(mention.name).split()[-1] in lists.bodies()


def _standing_out(counts: Counter[str]) -> str:
    """The key counted far more often than any other; "" if none."""
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not order or order[0][1] < 2:
        return ""
    return order[0][0] if len(order) == 1 or order[0][1] >= _STANDS_OUT * order[1][1] else ""
