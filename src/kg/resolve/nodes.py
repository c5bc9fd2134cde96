"""Entities inside one article, before the articles are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.types import EntityType, Mention, Span

# words that news uses for one level of places
_LEVEL = {
    "municipality": "city", "capital": "city", "town": "city", "port": "city", "region": "province", "prefecture": "province",
    "state": "province", "county": "province", "area": "province", "governorate": "province", "nation": "country", "republic": "country",
}  # fmt: skip


@dataclass(slots=True)
class Node:
    """One thing that an article speaks of. ``names`` in order of appearance, how often each stands there."""

    index: int
    type: EntityType
    names: dict[str, int] = field(default_factory=dict)
    mentions: list[Span] = field(default_factory=list)  # where it is named, in Article.text
    heads: list[int] = field(default_factory=list)  # head tokens of all its mentions, nameless ones too
    code: str = ""  # ISO 3166 for countries, "geonames:123" for linked places, the known name for well-known bodies
    place: str = ""  # for bodies and places: folded name of the place they belong to
    country: str = ""  # ISO 3166 of the country it lies in or belongs to, where known
    gender: str = ""
    titles: set[str] = field(default_factory=set)  # posts of a person, in lower case
    posts: set[tuple[str, str, str]] = field(default_factory=set)  # of a person: title, folded name of the body, ISO 3166 of its country
    noun: str = ""  # head noun of events, agreements and bodies
    kind: str = ""
    reasons: list[str] = field(default_factory=list)
    named: bool = True
    sort: str = ""  # for places: city, province, …

    @property
    def name(self) -> str:
        """The name used most, the longest among equals; a body's fullest."""
        if self.type in ("Person", "Agency", "Organization"):
            return max(self.names, key=lambda n: (len(n.split()), self.names[n], len(n), n)) if self.names else ""
        return max(self.names, key=lambda n: (self.names[n], len(n), n)) if self.names else ""

    def is_a(self, sort: str) -> bool:
        """Whether a place can be called "the city", "the province" …: by its own word, by the level of that word, or unknown."""
        own = set(self.sort.split("|")) - {""}
        return not own or sort in own or bool({_LEVEL.get(s, s) for s in own} & {_LEVEL.get(sort, sort)})

    def add(self, mention: Mention, name: str = "") -> None:
        """One more mention; ``name`` where it names the thing."""
        self.heads.append(mention.token)
        if name:
            self.names[name] = self.names.get(name, 0) + 1
            self.mentions.append(mention.span)
