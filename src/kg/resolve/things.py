"""Events and agreements of one article: which mentions are one thing. "The seminar" and "the … Connection Day 2024" are one node."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.data.gazetteer import fold
from kg.resolve import agreed
from kg.resolve.local import Locals
from kg.resolve.nodes import Node
from kg.types import Claim, Document, Mention, PartialDate

_OTHER = re.compile(
    r"\b(?:next|last|previous|another|second|third|fourth|similar|tenth|ninth|eighth|seventh|sixth|fifth|separate|earlier|new|first|extraordinary|follow-up)\b",
    re.I,
)
_EDITION = re.compile(
    r"^(?:(?:19|20)\d\d\s+|\d+(?:st|nd|rd|th)\s+|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+)|\s+(?:19|20)\d\d$",
    re.I,
)
_FAMILY = {
    "Meeting": "talk",
    "Visit": "visit",
    "Conference": "meet",
    "Seminar": "meet",
    "Forum": "meet",
    "Summit": "meet",
    "Exhibition": "fair",
    "Fair": "fair",
}
_LOOSE = frozenset(("meeting", "gathering", "occasion", "event", "session", "function", "talks", "programme", "program"))


@dataclass(slots=True)
class Profile:
    """What the claims on one mention say, for telling whether two mentions can be one thing."""

    kind: str = ""
    status: str = ""
    dates: set[str] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    subject: str = ""

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
            if claim.kind in ("event", "agreement"):
                profile.kind = profile.kind or str(claim.value("kind") or "")
                profile.status = profile.status or claim.status
                profile.subject = profile.subject or str(claim.value("subject") or "")
                for name in ("start", "signed"):
                    value = claim.value(name)
                    if isinstance(value, PartialDate):
                        profile.dates.add(str(value))
                for role, mention in claim.roles:
                    if role == "place":
                        profile.places |= {n.index for n in follow(mention)}
            for role, mention in claim.roles:
                if role in ("participant", "organizer", "signatory"):
                    profile.people |= {n.index for n in follow(mention)}
        return profile

    def _place(self, mention: Mention, profile: Profile) -> None:
        if mention.features.get("plural") == "1" and mention.form == "nominal" and self.kind == "Event":
            self.refused.append((mention, "several events in one word"))
            return
        node = self._same(mention, profile)
        if node is None:
            if self._points_back(mention):
                self.refused.append((mention, f"no {self.kind.lower()} that this can mean"))
                return
            node = self.locals.new("Event" if self.kind == "Event" else "Agreement", noun=_noun(mention), named=False)
            self.nodes.append(node)
            self.profiles[node.index] = Profile()
        own = self.profiles[node.index]
        if mention.form in ("name", "acronym") and not (self.kind == "Agreement" and agreed.listed(mention.name)):
            node.named = True
        node.kind = node.kind if node.kind and mention.form != "name" else (profile.kind or node.kind)
        own.kind = own.kind or profile.kind
        own.status = own.status or profile.status
        own.dates |= profile.dates
        own.places |= profile.places
        own.people |= profile.people
        own.subject = own.subject or profile.subject
        name = self.label(mention)
        if self.kind == "Agreement":
            name = "" if node.names and agreed.bare(mention) else agreed.label(self.doc, mention, profile.subject)
        node.heads.append(mention.token)
        self.locals.of[(mention.start, mention.end)] = node
        if name:
            node.names[name] = node.names.get(name, 0) + 1
        node.mentions.append(mention.span)

    def _points_back(self, mention: Mention) -> bool:
        """Whether a mention with nothing before it to mean is no new thing either."""
        if mention.form == "pronoun":
            return True
        return mention.features.get("generic") == "1" and mention.definite and (self.kind == "Agreement" or not self._modified(mention))

    def _modified(self, mention: Mention) -> bool:
        return bool(_OTHER.search(mention.text)) or mention.end - mention.start > 30

    def label(self, mention: Mention) -> str:
        """What a mention calls the thing: its name, or its noun phrase without the determiner; "" for bare references."""
        if mention.form in ("name", "acronym"):
            return mention.name
        if mention.form != "nominal":
            return ""
        text = re.sub(r"^(?:the|a|an|its|their|his|her|this|that|these|those)\s+", "", mention.text, flags=re.I)
        if mention.features.get("generic") == "1":
            return ""
        return text if not _OTHER.match(text) or " " in text else text

    def _same(self, mention: Mention, profile: Profile) -> Node | None:
        if not self.nodes:
            return None
        if mention.form in ("name", "acronym"):
            return self._by_name(mention, profile) or (agreed.by_name(self.nodes, mention) if self.kind == "Agreement" else None)
        if mention.form == "verb":
            return self._by_parties(mention, profile)
        if mention.form == "pronoun" and self.kind == "Event":
            return self._last(mention)
        token = self.doc.tokens[mention.token]
        if token.dep in ("appos", "attr"):
            head = self.doc.tokens[token.head]
            if token.dep == "attr":
                head = next((c for c in self.doc.children(head) if c.dep == "nsubj"), head)
            found = next((n for n in self.nodes if head.i in n.heads), None)
            if found is not None:
                return found
        if self.kind == "Agreement":
            return agreed.same(self.doc, self.nodes, {i: p.told() for i, p in self.profiles.items()}, mention, profile.told())
        if _OTHER.search(mention.text):
            same = fold(self.label(mention))
            return next((n for n in self.nodes if same in {fold(x) for x in n.names}), None)
        if not mention.definite:
            return self._by_parties(mention, profile)
        return self._by_noun(mention, profile)

    def _by_name(self, mention: Mention, profile: Profile) -> Node | None:
        target = self.doc.aliases.get(mention.name) or mention.features.get("alias", "") or mention.name
        key = fold(_EDITION.sub("", target))
        whole = fold(target)
        for node in self.nodes:
            folded = {fold(n) for n in node.names}
            if whole in folded:
                return node
        for node in self.nodes:
            stripped = {fold(_EDITION.sub("", n)) for n in node.names if node.named}
            if key in stripped and (whole == key or not self._editions(node)):
                return node
        # the first name of an event told without one just before, of the same kind
        if mention.form == "name" and self.kind == "Event":
            here = self.doc.tokens[mention.token].sentence
            kind = profile.kind or mention.features.get("noun", "").capitalize()
            open_ = [
                n
                for n in self.nodes
                if not n.named
                and self._fits(n, profile)
                and n.kind
                and _near(n.kind, kind)
                and here - self.doc.tokens[n.heads[0]].sentence <= 12
            ]
            main = [n for n in open_ if n is self._main()] or (open_ if len(open_) == 1 else [])
            if (
                main
                and profile.status in ("", "held", "ongoing")
                and profile.status == (self.profiles[main[0].index].status or profile.status)
            ):
                return main[0]
        return None

    def _editions(self, node: Node) -> bool:
        return any(_EDITION.search(n) for n in node.names)

    def _main(self) -> Node | None:
        """The article's main event: told most often, the first among equals."""
        return max(self.nodes, key=lambda n: (len(n.heads), -n.heads[0])) if self.nodes else None

    def _fits(self, node: Node, profile: Profile) -> bool:
        own = self.profiles[node.index]
        if own.dates and profile.dates and not any(a.startswith(b) or b.startswith(a) for a in own.dates for b in profile.dates):
            return False
        return not (
            own.status
            and profile.status
            and {own.status, profile.status} & {"planned", "cancelled", "postponed"}
            and own.status != profile.status
        )

    def _by_parties(self, mention: Mention, profile: Profile) -> Node | None:
        """A verb or an indefinite phrase is the event of before only if kind and somebody in it are the same and nothing differs."""
        kind = profile.kind
        for node in reversed(self.nodes):
            own = self.profiles[node.index]
            if (
                _near(node.kind, kind)
                and own.people & profile.people
                and self._fits(node, profile)
                and not (own.places and profile.places and not own.places & profile.places)
            ):
                return node
        return None

    def _last(self, mention: Mention) -> Node | None:
        here = self.doc.tokens[mention.token].sentence
        near = [n for n in self.nodes if any(self.doc.tokens[h].sentence in (here - 1, here) and h < mention.token for h in n.heads)]
        if len(near) == 1:
            return near[0]
        subjects = [
            n
            for n in near
            if any(self.doc.tokens[h].dep in ("nsubj", "nsubjpass") for h in n.heads if self.doc.tokens[h].sentence == here - 1)
        ]
        return subjects[0] if len(subjects) == 1 else None

    def _by_noun(self, mention: Mention, profile: Profile) -> Node | None:
        noun = mention.features.get("noun", mention.name)
        head = noun.split()[-1]
        label = fold(self.label(mention))
        exact = [n for n in self.nodes if label and label in {fold(x) for x in n.names}]
        if exact:
            return exact[-1]
        same = [
            n for n in self.nodes if n.noun.split()[-1:] == [head] or any(re.search(rf"\b{re.escape(head)}\b", x.lower()) for x in n.names)
        ]
        fits = [n for n in same if self._fits(n, profile)]
        words = len(label.split())
        if fits and words <= len(noun.split()):
            main = self._main()
            return main if main in fits and len(fits) > 1 and self.kind == "Event" else fits[-1]
        if fits and len(fits) == 1 and words <= 3 and not fits[0].named and self.kind == "Event":
            return fits[0]
        if mention.features.get("generic") == "1" or head in _LOOSE:
            main = self._main() if self.kind == "Event" else self.nodes[-1]
            if (
                main is not None
                and (mention.features.get("generic") == "1" or _near(main.kind, "Meeting") or len(self.nodes) == 1)
                and self._fits(main, profile)
            ):
                return main
        if words <= len(noun.split()) and self.kind == "Event":
            kin = [n for n in self.nodes if n.kind and profile.kind and _near(n.kind, profile.kind) and self._fits(n, profile)]
            return kin[-1] if len(kin) == 1 else None
        return None


def _noun(mention: Mention) -> str:
    return mention.features.get("noun", mention.name).lower()


def _near(a: str, b: str) -> bool:
    return a == b or (_FAMILY.get(a) is not None and _FAMILY.get(a) == _FAMILY.get(b))
