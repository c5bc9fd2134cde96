"""Who is who inside one article: names first, then short names, then noun phrases and pronouns.

Named mentions are clustered by rules in order of precision, as sieve-based coreference does it (Raghunathan et al. 2010, "A
Multi-Pass Sieve for Coreference Resolution"); what stays ambiguous is not linked, and the reason is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.data import words as lists
from kg.data.gazetteer import PlaceRecord, country_of, fold, places
from kg.data.naming import second_mention
from kg.data.spelling import without_form
from kg.data.words import KnownBody, known_bodies, surnames
from kg.resolve.bodies import Form, form, full, place_key
from kg.resolve.nodes import Node
from kg.types import Claim, Document, EntityType, Mention

_LEGAL_FIRST = frozenset(("pt", "cv", "uab", "sia", "jsc", "ojsc", "pjsc", "llc"))  # forms of company that stand first
_HONORIFIC_WORDS = re.compile(r"^(?:the)\s+", re.I)


class Locals:
    """The nodes of one document and which mention belongs to which."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.nodes: list[Node] = []
        self.of: dict[tuple[int, int], Node] = {}  # mention span -> node
        self.refused: list[tuple[Mention, str]] = []
        named = [m for m in doc.mentions if m.form in ("name", "acronym", "demonym")]
        self._countries([m for m in named if m.kind == "Country"])
        self._places([m for m in named if m.kind == "Place"])
        self._bodies([m for m in named if m.kind in ("Agency", "Organization")])
        self._people([m for m in named if m.kind == "Person"])
        self._laws([m for m in named if m.kind == "Law"])

    def new(self, kind: EntityType, **features: object) -> Node:
        """A new node."""
        node = Node(len(self.nodes), kind, **features)  # type: ignore[arg-type]
        self.nodes.append(node)
        return node

    def put(self, mention: Mention, node: Node, name: str = "") -> None:
        """Link a mention."""
        node.add(mention, name)
        self.of[(mention.start, mention.end)] = node

    def _countries(self, mentions: Sequence[Mention]) -> None:
        by_code: dict[str, Node] = {}
        for mention in mentions:
            record = country_of(mention.name)
            if record is None:
                continue
            node = by_code.get(record.iso2)
            if node is None:
                node = by_code[record.iso2] = self.new("Country", code=record.iso2, country=record.iso2)
                node.names[record.name] = 0
                node.reasons.append("names and adjectives of one ISO 3166 code")
            self.put(mention, node, mention.name if mention.form != "demonym" else "")

    def land(self, mention: Mention) -> tuple[Node, ...]:
        """The node of a country that only the name of a body or a capital tells."""
        record = country_of(mention.name)
        if record is None:
            return ()
        for node in self.nodes:
            if node.type == "Country" and node.code == record.iso2:
                return (node,)
        node = self.new("Country", code=record.iso2, country=record.iso2)
        node.names[record.name] = 0
        node.reasons.append("the country of a body or a capital")
        node.add(mention, record.name)
        return (node,)

    def _places(self, mentions: Sequence[Mention]) -> None:
        seen: dict[str, Node] = {}
        countries = {n.code for n in self.nodes if n.type == "Country"}
        for mention in mentions:
            key = place_key(mention.name)
            record = linked(mention.name, countries)
            if record is not None and record.geonames:
                key = f"geonames:{record.geonames}"
            node = seen.get(key)
            if node is None:
                node = seen[key] = self.new("Place", code=key if key.startswith("geonames:") else "")
                if record is not None:
                    node.country = record.country
                    node.sort = sorts(mention.name, record)
            sort = self._sort(mention)
            if sort:
                node.sort = sort
            self.put(mention, node, mention.name)

    def _sort(self, mention: Mention) -> str:
        """ "city" from "Vinh City" or "the city of Vinh"; "" where the text does not say."""
        text = self.doc.text
        after = re.match(r"\s+(province|city|district|prefecture|state|county|region|island)\b", text[mention.end : mention.end + 14], re.I)
        if after:
            return after.group(1).lower()
        before = re.search(
            r"\b(province|city|district|prefecture|state|county|capital|port city|island) of $",
            text[max(0, mention.start - 24) : mention.start],
            re.I,
        )
        if before:
            return before.group(1).lower().split()[-1]
        last = mention.name.split()[-1].lower()
        return last if last in ("province", "city", "district", "prefecture", "state", "county", "region", "island") else ""

    def _bodies(self, mentions: Sequence[Mention]) -> None:
        known_places = frozenset(fold(n) for node in self.nodes if node.type == "Place" for n in node.names)
        forms: list[tuple[Form, Node]] = []
        by_name: dict[str, Node] = {}
        later: list[Mention] = []
        aliases = {fold(k): v for k, v in self.doc.aliases.items()}
        for mention in mentions:
            if mention.form == "acronym" and (fold(mention.name) in aliases or _known(mention.name) is None):
                later.append(mention)
                continue
            name, owner = self._owned(mention)
            record = _known(mention.name) if not owner else None
            key = fold(record.name) if record else fold(_HONORIFIC_WORDS.sub("", name))
            node = by_name.get(key)
            own = form(name, known_places)
            if node is None and record is None:
                node = next((n for f, n in forms if f == own and n.type == mention.kind), None)
            if node is None and record is None and not own.place:
                same = [n for f, n in forms if f.core == own.core]
                if len({n.index for n in same}) == 1:
                    node = same[0]
                elif same:
                    node = max(same, key=lambda n: n.heads[-1])  # the one named last
            if node is None and record is None and own.place:
                bare = [n for f, n in forms if f.core == own.core and not f.place]
                node = bare[0] if len({n.index for n in bare}) == 1 else None
            if node is None:
                node = self.new(
                    mention.kind or "Organization", code=fold(record.name) if record else "", noun=mention.features.get("noun", "")
                )
                node.place = own.place
            node.place = node.place or own.place
            by_name.setdefault(key, node)
            forms.append((own, node))
            self.put(mention, node, _HONORIFIC_WORDS.sub("", name))
        for mention in later:
            target = aliases.get(fold(mention.name))
            node = by_name.get(fold(_HONORIFIC_WORDS.sub("", target))) if target else None
            if node is None and target:
                own = form(target, known_places)
                same = [n for f, n in forms if f.core == own.core and (not own.place or f.place == own.place)]
                node = same[0] if same else None
            if node is None:
                record = _known(mention.name)
                key = fold(record.name) if record else fold(mention.name)
                node = by_name.get(key)
                if node is None:
                    node = by_name[key] = self.new(mention.kind or "Organization", code=key if record else "")
            self.put(mention, node, mention.name)
        self._short_bodies(by_name)

    def _owned(self, mention: Mention) -> tuple[str, str]:
        """A body's name with its owner made explicit, and the owner."""
        owner = ""
        if _known(mention.name) is not None and mention.form == "name" and len(mention.name.split()) == 1:
            return mention.name, ""  # "Sweden's Riksbank"
        if "owner_start" in mention.features:
            at = int(mention.features["owner_start"])
            holder = next((m for m in self.doc.mentions if m.start == at and m.form in ("name", "acronym")), None)
            if holder is not None and holder.kind in ("Place", "Country") and mention.kind == "Agency":
                owner = holder.name
        elif mention.features.get("owner") and mention.kind == "Agency":
            sort = mention.features["owner"]
            node = self.main_place(sort, mention.start)
            owner = node.name if node is not None else ""
        return (full(mention.name, owner), owner) if owner else (mention.name, "")

    def main_place(self, sort: str, before: int) -> Node | None:
        """The place that "the city" or "the province" means at an offset: of those of that sort named before it, in its sentence if
        there are any, the one named most, the last among equals; where none is named before, the one that the article names
        clearly most.
        """
        kind = "Country" if sort in ("country", "nation", "republic") else "Place"
        every = [n for n in self.nodes if n.type == kind]
        if kind == "Place":
            exact = [n for n in every if sort in n.sort.split("|")]
            every = exact or [n for n in every if n.sort and n.is_a(sort)] or [n for n in every if not n.sort]
        earlier = [n for n in every if any(s.start < before for s in n.mentions)]
        if not earlier:
            counts = sorted((len(n.mentions) for n in every), reverse=True)
            clear = counts and (len(counts) == 1 or counts[0] > counts[1])
            return next(n for n in every if len(n.mentions) == counts[0]) if clear else None
        here = next((line.start for line in self.doc.sentences if line.start <= before < line.end), before)
        same = [n for n in earlier if any(here <= s.start < before for s in n.mentions) and n.sort]
        earlier = same or earlier  # of its own sentence first
        most = max(len(n.mentions) for n in earlier)
        last = max((max(s.start for s in n.mentions if s.start < before), n.index) for n in earlier if len(n.mentions) == most)
        return self.nodes[last[1]]

    def _short_bodies(self, by_name: dict[str, Node]) -> None:
        """Put "Coromandel" under "Coromandel Cold Chain Ltd": a name that begins exactly one longer name of the article."""
        for key, node in sorted(by_name.items()):
            if node not in self.nodes or len(key.split()) > 3:
                continue
            longer = {
                id(n): n
                for k, n in by_name.items()
                if (k.startswith(key + " ") or (k.partition(" ")[2].startswith(key + " ") and k.split()[0] in _LEGAL_FIRST))
                and n is not node
                and n.type == node.type
            }
            whole = [n for k, n in by_name.items() if id(n) in longer and _but_form(k, key)]
            if len(longer) > 1 and len(whole) == 1:  # "OCP" of OCP Group and OCP Africa
                longer = {id(whole[0]): whole[0]}
            if len(longer) == 1 and not node.code:
                target = next(iter(longer.values()))
                if len(key.split()) == 1 and (country_of(key) or places().lookup(key)):
                    continue
                self._merge(node, target, "a short form of the longer name")

    def _merge(self, node: Node, target: Node, reason: str) -> None:
        for name, count in node.names.items():
            target.names[name] = target.names.get(name, 0) + count
        target.mentions = sorted([*target.mentions, *node.mentions])
        target.heads = sorted([*target.heads, *node.heads])
        target.titles |= node.titles
        target.reasons.append(reason)
        for span, other in list(self.of.items()):
            if other is node:
                self.of[span] = target
        node.names, node.mentions, node.heads = {}, [], []

    def _people(self, mentions: Sequence[Mention]) -> None:
        people: list[Node] = []
        for mention in mentions:
            if len(mention.name.split()) > 1:
                node = next((n for n in people if fold(mention.name) in {fold(x) for x in n.names}), None) or self._contained(
                    mention, people
                )
                if node is None:
                    node = self.new("Person")
                    people.append(node)
                self._person(mention, node)
        for mention in mentions:
            if len(mention.name.split()) > 1:
                continue
            node = self._short(mention, people)
            if node is None:
                continue
            self._person(mention, node)

    def _person(self, mention: Mention, node: Node) -> None:
        self.put(mention, node, mention.name)
        node.gender = node.gender or mention.features.get("gender", "")
        title = mention.features.get("title", "")
        if title:
            node.titles.add(title.lower())

    def _contained(self, mention: Mention, people: Sequence[Node]) -> Node | None:
        """A shorter or longer form of one known person ("Vasconcelos de Brito" of "Teresa Vasconcelos de Brito")."""
        words = fold(mention.name).split()
        found = []
        for node in people:
            for name in node.names:
                other = fold(name).split()
                small, large = sorted((words, other), key=len)
                if len(small) >= 2 and len(small) < len(large) and _subsequence(small, large):
                    found.append(node)
                    break
        return found[0] if len(found) == 1 else None

    def _short(self, mention: Mention, people: list[Node]) -> Node | None:
        key = fold(mention.name)
        fits = [n for n in people if any(key in _name_words(name) for name in n.names)]
        if not fits:
            if mention.features.get("title") or mention.features.get("honorific") or mention.form == "name":
                single = next((n for n in people if key in {fold(x) for x in n.names}), None)
                if single is not None:
                    return single
                node = self.new("Person")
                people.append(node)
                return node
            return None
        if len(fits) > 1:  # who has been named already; nobody is introduced by a short name
            fits = [n for n in fits if any(span.start < mention.start for span in n.mentions)] or fits
        if len(fits) > 1:
            custom = [n for n in fits if any(second_mention(name) == key for name in n.names)]
            fits = custom or fits
        if len(fits) > 1 and mention.features.get("title"):
            title = mention.features["title"].lower()
            titled = [n for n in fits if any(title in t or t in title for t in n.titles | self._posts(n))]
            fits = titled or fits
        if len(fits) > 1 and mention.features.get("gender"):
            fits = [n for n in fits if n.gender in ("", mention.features["gender"])] or fits
        if len(fits) > 1:
            self.refused.append((mention, "two people of this name"))
            return None
        return fits[0]

    def _posts(self, node: Node) -> set[str]:
        """Titles right behind a person's name (", mayor of …")."""
        found = set()
        for span in node.mentions:
            tail = self.doc.text[span.end : span.end + 60].lower()
            found |= {t for t in lists.titles() if re.match(rf",? (?:the |a )?(?:[\w-]+ ){{0,3}}{re.escape(t)}\b", tail)}
        return found

    def _laws(self, mentions: Sequence[Mention]) -> None:
        seen: dict[str, Node] = {}
        for mention in mentions:
            key = fold(mention.name)
            node = seen.get(key) or next((n for k, n in seen.items() if k.startswith(key)), None)
            if node is None:
                node = seen[key] = self.new("Law")
            self.put(mention, node, mention.name)

    def titled(self, claims: Sequence[Claim]) -> None:
        """Note the posts that the article's claims give its people, so that "the minister" finds its person."""
        for claim in claims:
            person = claim.role("person") if claim.kind == "post" else None
            node = self.of.get((person.start, person.end)) if person is not None else None
            title = claim.value("title")
            if node is not None and isinstance(title, str) and title:
                node.titles.add(title.lower())
                self._post(node, title.lower(), claim.role("organization"))

    def _post(self, node: Node, title: str, body: Mention | None) -> None:
        """Note a post with the name of its body and the country this belongs to; "" where nothing tells."""
        holder = self.of.get((body.start, body.end)) if body is not None else None
        if body is None or holder is None:
            node.posts.add((title, fold(body.name) if body is not None else "", ""))
            return
        country = holder.code if holder.type == "Country" else holder.country
        node.posts.add((title, fold(" ".join((body.name, *sorted(holder.names)))), country))


def _known(name: str) -> KnownBody | None:
    return known_bodies().get(name) or known_bodies().get(name.lower().removeprefix("the "))


def _name_words(name: str) -> set[str]:
    words = fold(name).split()
    return {w for w in words if not any(s.role == "particle" for s in surnames().get(w, ()))} | {
        " ".join(words[k:]) for k in range(1, len(words))
    }


def _subsequence(small: Sequence[str], large: Sequence[str]) -> bool:
    rest = iter(large)
    return all(word in rest for word in small)


def sorts(name: str, record: PlaceRecord) -> str:
    """What the gazetteer calls a place: "city", "province", or both where a province bears its city's name ("city|province")."""
    own = {r.type for r in places().lookup(name) if r.country == record.country}
    city = bool(own & {"city", "capital"})
    return "|".join(part for part, there in (("city", city), ("province", "region" in own)) if there) or record.type


def linked(name: str, countries: set[str]) -> PlaceRecord | None:
    """The gazetteer's place of this name: the only one, the one in a country of the article, or one that dwarfs the others.

    None where two are as likely (the place stays, without a link).
    """
    bare = re.sub(r"\s+(?:Province|Prefecture|District|City|Town)$", "", name)
    found = places().lookup(name) or places().lookup(bare)
    if not found:
        return None
    # a city and the province around it that bears its name are one place as long as the text does not tell them apart
    cities = {r.country for r in found if r.type in ("city", "capital")}
    found = tuple(r for r in found if r.type != "region" or r.country not in cities)
    at_home = [r for r in found if r.country in countries]
    pool = at_home or list(found)
    if len(pool) == 1 or pool[0].population >= 5 * max(1, pool[1].population):
        return pool[0]
    return None


def _but_form(longer: str, key: str) -> bool:
    """Whether a name adds only a legal form, or "group", to another one."""
    words = longer.split()
    return list(without_form(words)[0]) == key.split() or words == [*key.split(), "group"]
