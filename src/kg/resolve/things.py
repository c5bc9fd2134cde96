"""Events and agreements of one article: which mentions are one thing. "The seminar" and "the … Connection Day 2024" are one node."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.resolve import agreed, gatherings
from kg.resolve.local import Locals
from kg.resolve.nodes import Node
from kg.types import Claim, Document, Mention, PartialDate


@dataclass(slots=True)
class Profile:
    """What the claims on one mention say, for telling whether two mentions can be one thing."""

    kind: str = ""
    status: str = ""
    dates: set[str] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    subject: str = ""

    lands: set[str] = field(default_factory=set)

    def event(self) -> gatherings.Told:
        """The profile of an event."""
        return gatherings.Told(self.kind, self.status, set(self.dates), set(self.places), set(self.people), set(self.lands))

    def told(self) -> agreed.Told:
        """The profile of an agreement."""
        return agreed.Told(self.kind, self.status, self.subject, set(self.dates), set(self.people))


class Things:
    """Nodes for the events or the agreements of one document."""

    def __init__(
        self, doc: Document, locals_: Locals, claims: Sequence[Claim], role: str, follow: Callable[[Mention], tuple[Node, ...]]
    ) -> None:
        self.doc = doc
        self.locals = locals_
        self.kind = "Event" if role == "event" else "Agreement"
        self.nodes: list[Node] = []
        self.profiles: dict[int, Profile] = {}
        self.refused: list[tuple[Mention, str]] = []
        mentions: dict[tuple[int, int], Mention] = {}
        self._claims: dict[tuple[int, int], list[Claim]] = {}
        for claim in claims:
            mention = claim.role(role)
            if mention is not None and mention.kind in (self.kind, None):
                mentions[(mention.start, mention.end)] = mention
                self._claims.setdefault((mention.start, mention.end), []).append(claim)
        for m in doc.mentions:  # named ones count even where no claim speaks of them, so that later mentions find them
            if m.kind == self.kind and m.form in ("name", "acronym"):
                mentions.setdefault((m.start, m.end), m)
        for span in sorted(mentions):
            self._place(mentions[span], self._profile(self._claims.get(span, ()), follow))

    def _profile(self, claims: Sequence[Claim], follow: Callable[[Mention], tuple[Node, ...]]) -> Profile:
        profile = Profile()
        for claim in claims:
            if claim.kind == self.kind.lower():
                profile.kind = profile.kind or str(claim.value("kind") or "")
                profile.status = profile.status or claim.status
                profile.subject = profile.subject or str(claim.value("subject") or "")
                for name in ("start", "signed"):
                    value = claim.value(name)
                    if isinstance(value, PartialDate):
                        profile.dates.add(str(value))
                for role, mention in claim.roles:
                    if role == "place":
                        places = follow(mention)
                        profile.places |= {n.index for n in places}
                        profile.lands |= {land for n in places for land in (n.country, n.code) if land and len(land) == 2}
            for role, mention in claim.roles:
                if role in ("participant", "organizer", "signatory"):
                    profile.people |= {n.index for n in follow(mention)}
        return profile

    def _place(self, mention: Mention, profile: Profile) -> None:
        if mention.features.get("plural") == "1" and mention.form == "nominal" and self.kind == "Event" and profile.kind != "Election":
            self.refused.append((mention, "several events in one word"))
            return
        node = self._same(mention, profile)
        if node is None:
            if self._points_back(mention) if self.kind == "Agreement" else not gatherings.fresh(mention, profile.event()):
                self.refused.append((mention, f"no {self.kind.lower()} that this can mean"))
                return
            node = self.locals.new("Event" if self.kind == "Event" else "Agreement", noun=_noun(mention), named=False)
            self.nodes.append(node)
            self.profiles[node.index] = Profile()
        own = self.profiles[node.index]
        if mention.form in ("name", "acronym") and not (self.kind == "Agreement" and agreed.listed(mention.name)):
            node.named = True
        firm = profile.kind not in ("", "Event", "Deal")
        node.kind = profile.kind if firm and (mention.form == "name" or node.kind in ("", "Event")) else (node.kind or profile.kind)
        own.kind = own.kind or profile.kind
        own.status = own.status or profile.status
        own.dates |= profile.dates
        own.places |= profile.places
        own.people |= profile.people
        own.lands |= profile.lands
        own.subject = own.subject or profile.subject
        name = gatherings.label(mention)
        if self.kind == "Agreement":
            name = "" if node.names and agreed.bare(mention) else agreed.label(self.doc, mention, profile.subject)
        elif name and not node.names and any(name in n.names for n in self.nodes if n is not node):
            year = next((d[:4] for d in sorted(profile.dates) if not d.startswith("--")), "")
            name = f"{name} {year}".strip()  # two of one name, this year's and the next one
        node.heads.append(mention.token)
        self.locals.of[(mention.start, mention.end)] = node
        if name:
            node.names[name] = node.names.get(name, 0) + 1
        node.mentions.append(mention.span)

    def _points_back(self, mention: Mention) -> bool:
        """Whether a mention with nothing before it to mean is no new thing either."""
        if mention.form == "pronoun":
            return True
        return mention.features.get("generic") == "1" and mention.definite

    def _same(self, mention: Mention, profile: Profile) -> Node | None:
        if not self.nodes:
            return None
        if self.kind == "Event":
            return gatherings.same(self.doc, self.nodes, {i: p.event() for i, p in self.profiles.items()}, mention, profile.event())
        if mention.form in ("name", "acronym"):
            return gatherings.called(self.doc, self.nodes, mention) or agreed.by_name(self.nodes, mention)
        token = self.doc.tokens[mention.token]
        if token.dep in ("appos", "attr"):
            head = self.doc.tokens[token.head]
            if token.dep == "attr":
                head = next((c for c in self.doc.children(head) if c.dep == "nsubj"), head)
            found = next((n for n in self.nodes if head.i in n.heads), None)
            listed = any(head.i < h < token.i for n in self.nodes for h in n.heads)  # "an agreement, a protocol, a memorandum"
            if found is not None and not (listed and not mention.definite):
                return found
        return agreed.same(self.doc, self.nodes, {i: p.told() for i, p in self.profiles.items()}, mention, profile.told())


def _noun(mention: Mention) -> str:
    return mention.features.get("noun", mention.name).lower()
