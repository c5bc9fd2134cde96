"""Where a post is: the body, place or country of a phrase, told in the clause or standing out in the article."""

from __future__ import annotations

from collections.abc import Sequence

from kg.data import words as lists
from kg.data.gazetteer import country_of, fold
from kg.extract._post_company import POLITICAL, Company
from kg.extract._post_context import land, regional
from kg.extract._post_people import Holding, in_full
from kg.extract._post_phrases import Post
from kg.extract._post_tokens import PLACES
from kg.extract._post_words import parts
from kg.types import Mention, Sentence

_BODIES = ("Agency", "Organization")
_REGIONS = frozenset(("province", "region", "prefecture", "state", "county", "district"))
_WHERE = ("Place", "Country")
_FILLERS = frozenset(("ministry", "department", "secretariat", "of", "for", "and", "the", "&"))
_NATIONAL = frozenset(("president", "prime minister", "deputy prime minister", "king", "queen", "head of state", "foreign minister"))
_BARE = frozenset(
    (
        "minister",
        "deputy minister",
        "vice minister",
        "assistant minister",
        "permanent secretary",
        "state secretary",
        "principal secretary",
        "undersecretary",
        "under-secretary",
        "joint secretary",
        "additional secretary",
        "deputy permanent secretary",
    )
)
_MINISTRY = frozenset(("ministry", "department", "secretariat", "office", "treasury", "directorate"))


class Bodies(Company):
    """Chooses the organization of each holding in one document."""

    def organization(self, holding: Holding, others: Sequence[Holding] = (), known: Mention | None = None) -> Mention | None:
        """The mention of the body, place or country that the post belongs to; None where nothing tells for sure.

        ``others``: the sentence's holdings, whose country is this one's too in a list of a delegation's members.
        ``known``: the country of the person's posts told before.
        """
        post = holding.post
        kind, title = post.record.kind, post.record.title
        told = post.body or holding.tail
        owner = post.owner
        at = self.doc.tokens[post.core - 1].start
        if told is None and owner is None and kind in POLITICAL:
            if self._cut(post) or self._received(post):
                return None
            if self.home in parts().get(title, ()):
                return self._place(post, None, at)
            owner = self._party(holding) or self.beside(holding, others) or (known if kind != "local" else None)
        if title.endswith("speaker") and told is None and owner is None:
            return None
        if owner is not None and owner.form == "pronoun" and owner.kind is None:
            state = kind in ("diplomat", "government", "ministry", "state", "monarch")
            kinds = ("Country",) if state and post.record.of == "country" else _BODIES if post.record.of == "body" else _WHERE
            owner = self._nearest(owner, (*kinds, "Country") if kind == "ministry" else kinds, kind == "local" and regional(post)) or owner
        told, owner = self._longer(told, at), self._longer(owner, at)
        before = holding.reason == "title before the name" or (post.definite and holding.reason == "title and the name behind a comma")
        bare = told is None and owner is None and not post.field and before and not post.plural
        if post.word:
            found = self._by_word(post.word, at)
            if found is not None:
                return found
            if told is None and owner is None:
                return None
        if kind == "diplomat":
            told = self._sends(told) or told
            found = self._fits(told, (*_BODIES, "Country")) or self._fits(owner, (*_BODIES, "Country"))
            found = found or self._mission(holding, others, at)
            return found or (self.sender(at) if not in_full(holding) and holding.reason.startswith("title") else None)
        if (kind == "ministry" or (post.field and kind == "government")) and not (post.plural and owner is None and told is None):
            abroad, host = self.host(holding) if told is None and owner is None else (False, None)
            return host if abroad else self._ministry(post, told or self._together(holding, others), owner, at)
        if kind == "local":
            # the governor of a bank is a governor too
            found = self._fits(told, ("Place", *_BODIES, "Country")) or self._fits(owner, ("Place", *_BODIES), demonyms=False)
            return found or self._governed(post, owner, at, self._is_met(holding))
        if post.plural and owner is None and told is None and kind in ("state", "government", "monarch", "ministry"):
            return self._pair(post, holding.person, others)
        if kind in ("state", "government", "monarch"):
            found = self._fits(told, (*_BODIES, *_WHERE)) or self._fits(owner, (*_BODIES, *_WHERE))
            found = found or self._together(holding, others)
            national = title.lower() in _NATIONAL or (kind == "government" and title not in ("judge", "justice"))
            if found is None and owner is None and told is None and national and post.core - post.first <= 4:
                abroad, host = self.host(holding)
                if abroad or self.met_abroad(holding):
                    return host
                found = self.fronted(at) or self._country(at)
            return found or (self.headed(post, at, sure=True) if bare and not self.home else None)
        found = self._fits(told, _BODIES)
        if found is None and told is not None and told.kind == "Place" and told.features.get("noun"):
            found = told  # a port or a market has a board, a city has none
        if found is not None:
            return found
        found = self._fits(owner, _BODIES)
        if found is not None:
            return found
        if kind in ("military", "party", "religious"):
            kinds = _WHERE if kind == "party" else ("Country",)
            return self._fits(told, kinds) or self._fits(owner, kinds)
        if owner is not None and owner.form != "demonym" and (post.possessive or post.field) and owner.kind in _WHERE:
            return owner
        return (self.headed(post, at) or self.sole(post, at)) if bare else None

    def _cut(self, post: Post) -> bool:
        """Whether something that nobody could read says where the post is ("president of Paraguay's Senate", "PAIiIZ president")."""
        at = post.last
        tokens = self.doc.tokens
        before = tokens[post.first - 1] if post.first > self.doc.sentences[tokens[post.head].sentence].first else None
        if before is not None and before.pos == "PROPN" and before.end + 1 == tokens[post.first].start and not _courtesy(before.text):
            return all(m.token != before.i for m in self.doc.mentions) and before.text[:1].isupper()
        return at + 1 < len(tokens) and tokens[at].text.lower() in ("of", "at") and tokens[at].sentence == tokens[post.head].sentence

    def _governed(self, post: Post, owner: Mention | None, at: int, met: bool) -> Mention | None:
        """The central bank that the article is on, or the place of a bare governor or mayor."""
        sentence = self.doc.sentences[self.doc.tokens[post.head].sentence]
        here = [
            m for m in self.doc.within(sentence) if m.kind == "Place" and m.start < at and fold(m.name).split()[-1] in PLACES - {"city"}
        ]
        if owner is None and here:  # "In Kisumu County, Governor X …"
            return here[-1]
        if owner is None and self.on_bank(post):
            return self.headed(post, at, sure=True)
        if owner is None and (bank := self.just_told(post, at)) is not None:
            return bank
        return self._place(post, owner, at, met)

    @staticmethod
    def _fits(mention: Mention | None, kinds: tuple[str, ...], demonyms: bool = True) -> Mention | None:
        if mention is None or (mention.form == "demonym" and not demonyms):
            return None
        if mention.form == "pronoun":
            return mention if mention.kind is None else None  # "its"; "his minister" is nobody's body
        if mention.form == "nominal" and mention.name in ("country", "nation", "republic"):
            return mention if "Country" in kinds else None
        return mention if mention.kind in kinds else None

    def _sends(self, told: Mention | None) -> Mention | None:
        """The country of "the Dutch embassy", "Japan's mission"."""
        if told is None or told.form != "nominal" or told.name not in ("embassy", "consulate", "mission", "high commission"):
            return None
        return next((m for m in self.countries if told.start <= m.start and m.end < told.end), None)

    def _mission(self, holding: Holding, others: Sequence[Holding], at: int) -> Mention | None:
        """The country of a diplomat told right behind a colleague, or appointed by the home country itself."""
        post = holding.post
        if post.owner is not None or post.body is not None or holding.tail is not None:
            return None
        k = next((n for n, h in enumerate(others) if h is holding), 0)
        if k and others[k - 1].post.record.kind == "diplomat":
            before = others[k - 1].post.body or others[k - 1].tail or others[k - 1].post.owner
            end = before.end if before is not None else 0
            gap = self.doc.text[max(end, others[k - 1].person.end) : self.doc.tokens[post.first].start].strip(" ,")
            return before if before is not None and before.kind == "Country" and gap in ("and", "as well as") else None
        home = self._country(at)
        if home is None or home.name in post.title:
            return None
        if holding.status in ("appointed", "nominated") and holding.reason.startswith("the verb"):
            return home
        # who is posted abroad is the home country's; who is posted at home may be anybody's
        abroad = self._posted(post)
        return home if abroad and self.home not in ("", abroad) else None

    def _posted(self, post: Post) -> str:
        """The code of the country that a diplomat is posted to or in; "" where the phrase tells none."""
        span = range(post.core, post.last)
        where = [m for m in self.doc.mentions if m.token in span and m.kind in _WHERE and m.form in ("name", "acronym")]
        codes = {self._code(m) if m.kind == "Country" else land(m) for m in where}
        return codes.pop() if len(codes) == 1 else ""

    def _longer(self, mention: Mention | None, at: int) -> Mention | None:
        """The full name for a capitalised short one that is no name by itself ("the National Bank"); other mentions as they are."""
        if mention is not None and mention.form == "name" and mention.kind in _BODIES:  # "the National Bank" of one National Bank of Chile
            longer = [m for m in self.named if m.kind in _BODIES and m.name.startswith(f"{mention.name} of ") and m.start < mention.start]
            return longer[-1] if len({fold(m.name) for m in longer}) == 1 else mention
        if mention is None or mention.form != "nominal" or not any(t[:1].isupper() for t in mention.text.split()[1:]):
            return mention
        return self._by_word(" ".join(mention.text.split()[1:]), at) or mention

    def _nearest(self, pronoun: Mention, kinds: tuple[str, ...], region: bool = False) -> Mention | None:
        """What "its" means where its sentence names or mentions just one thing of the kind before it, or the sentence before names one.

        With ``region`` cities don't count.
        """
        sentence = self.doc.sentences[self.doc.tokens[pronoun.token].sentence]
        fits = self._single(sentence, pronoun.start, kinds, region)
        if not fits and sentence.i and self.doc.sentences[sentence.i - 1].block == sentence.block:
            fits = self._single(self.doc.sentences[sentence.i - 1], pronoun.start, kinds, region)
            fits = [m for m in fits if m.form != "nominal"]
        return fits[0] if len({fold(self.doc.aliases.get(m.name, m.name)) for m in fits}) == 1 else None

    def _single(self, sentence: Sentence, before: int, kinds: tuple[str, ...], region: bool) -> list[Mention]:
        fits = [
            m
            for m in self.doc.within(sentence)
            if m.start < before and m.kind in kinds and m.form in ("name", "acronym", "nominal") and m.name not in ("country", "company")
        ]
        if region:
            fits = [m for m in fits if m.features.get("noun") in _REGIONS or (m.features.get("noun") is None and self.region(m))]
        return [m for m in fits if not any(o is not m and o.start <= m.start and m.end <= o.end for o in fits)]

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
            doubtful = owner.kind == "Organization" and owner.form == "name" and not post.possessive and "minister" in post.record.title
            return None if doubtful else owner  # a company has no ministers: a name cut wrongly
        where = self._fits(told, _WHERE) or self._fits(owner, _WHERE)
        ministry = self._by_field(post.field, where)
        if ministry is not None:
            return ministry
        if where is not None:
            return where
        if (owner is not None and owner.form == "pronoun" and owner.kind == "Person") or post.field:
            return self.regional(at) or self._country(at)
        if told is None and owner is None and not post.plural and post.record.title in _BARE:
            only = {fold(m.name): m for m in self.named if m.kind == "Agency" and fold(m.name).startswith("ministry")}
            fits = [m for m in only.values() if not self.home or self._owner(m) in ("", self.home)]
            return fits[0] if len(only) == len(fits) == 1 else None
        return None

    def _by_field(self, field: str, where: Mention | None) -> Mention | None:
        words = {w for w in fold(field).replace(",", " ").split() if w not in ("and", "the", "&")}
        if not words:
            return None
        fits = [
            m
            for m in self.named
            if m.kind == "Agency"
            and words <= _parts(m)
            and _MINISTRY & _parts(m)
            and not (where is None and not self.home and not self.only and words != _parts(m) - _FILLERS)
            and not (where is None and self.home and self._owner(m) not in ("", self.home))  # another country's
        ]
        if not fits:  # "Minister of Finance and the Budget", later "the Ministry of Finance"
            first = fold(field).replace(",", " ").split()[0]
            fits = [m for m in self.named if m.kind == "Agency" and _MINISTRY & _parts(m) and first in _parts(m) - _FILLERS <= words]
        fits = [m for m in fits if "ministry" in fold(m.name)] or fits
        if not fits:
            return None
        if where is not None:
            code = self._code(where)
            own = [m for m in fits if self._owner(m) == code]
            if own:
                return own[0]
            if code != (self.clear or self.only):
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
        named = country_of(ministry.name.rpartition(" of ")[2])
        if named is not None:
            return named.iso2
        inside = next((m for m in self.countries if ministry.start <= m.start and m.end <= ministry.end), None)
        if inside is not None:
            return self._code(inside)
        before = next((m for m in self.countries if m.form == "demonym" and m.end + 1 == ministry.start), None)
        record = country_of(ministry.features.get("within", ""))
        return self._code(before) if before is not None else record.iso2 if record is not None else ""


def _courtesy(text: str) -> bool:
    """Whether a word is an honorific before a title ("H.E. Minister X")."""
    return text in lists.honorifics() or f"{text}." in lists.honorifics() or text.lower().startswith(("hon", "excellenc"))


def _parts(ministry: Mention) -> set[str]:
    """The words of a ministry's own name, without the body that it belongs to."""
    own = fold(ministry.name).split(" of the ")[0] if "ministry of the" not in fold(ministry.name) else fold(ministry.name)
    return set(own.replace(",", " ").split())
