"""Which mentions of events in one article are one event: "a seminar", "the event", "the … Connection Day 2024", "met", "it"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.data.gazetteer import fold
from kg.resolve.editions import editions_apart
from kg.resolve.nodes import Node
from kg.types import Document, Mention

_OTHER = re.compile(
    r"\b(?:next|last|previous|another|second|third|fourth|similar|tenth|ninth|eighth|seventh|sixth|fifth|separate|earlier|new|first|extraordinary|follow-up)\b",
    re.I,
)
_EDITION = re.compile(
    r"^(?:(?:19|20)\d\d\s+|\d+(?:st|nd|rd|th)\s+|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+)|\s+(?:19|20)\d\d$",
    re.I,
)
_DETERMINER = re.compile(r"^(?:this\s+year['’]s|the|a|an|its|their|his|her|this|that|these|those)\s+", re.I)
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
_LENGTH = re.compile(r"\b[\w]{1,12}[- ](?:day|week|month|hour|member|strong|nation)\b-?(?:long\b)?")
_LOOSE = frozenset(("meeting", "gathering", "occasion", "event", "session", "function", "talks", "evening"))
_REACH = 12  # sentences from an event told without a name to its name


@dataclass(slots=True)
class Told:
    """What the clauses on one event, or on one mention of it, say. Places are node numbers with the countries they are in."""

    kind: str = ""
    status: str = ""
    dates: set[str] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)


def label(mention: Mention) -> str:
    """What a mention calls the event: its name, or its noun phrase without the determiner; "" for verbs and bare references."""
    if mention.form in ("name", "acronym"):
        return mention.name
    if mention.form != "nominal" or mention.features.get("generic") == "1":
        return ""
    return _DETERMINER.sub("", " ".join(mention.text.split()))


def fresh(mention: Mention, own: Told) -> bool:
    """Whether a mention that matches nothing before it is an event of its own: "the event was held by …" may open an article."""
    if mention.form == "pronoun":
        return False
    if mention.features.get("generic") == "1" and mention.definite:
        return bool(_OTHER.search(mention.text)) or mention.end - mention.start > 30 or bool(own.people or own.dates)
    return True


def fits(told: Told, own: Told) -> bool:
    """Nothing that the two say contradicts: what was put off may have two dates, what was planned may be called off."""
    statuses = {told.status, own.status} - {""}
    tour = statuses == {"ongoing", "planned"} and told.kind == own.kind == "Visit" and bool(told.places & own.places)
    if len(statuses) == 2 and not tour and statuses not in ({"held", "ongoing"}, {"planned", "postponed"}, {"planned", "cancelled"}):
        return False
    dated = bool(told.dates and own.dates) and "postponed" not in statuses
    if dated and not any(_agree(a, b) for a in told.dates for b in own.dates):
        return False
    if "Visit" in (told.kind, own.kind) and told.places and own.places and not told.places & own.places:
        return bool(told.lands & own.lands)
    return True


def _again(told: Told, own: Told) -> bool:
    """An event of the same name in another year: one that was held and one that is to come."""
    if {told.status, own.status} not in ({"held", "planned"}, {"ongoing", "planned"}):
        return False
    years = [{d[:4] for d in dates if not d.startswith("--")} for dates in (told.dates, own.dates)]
    return bool(years[0] and years[1]) and not years[0] & years[1]


def _agree(a: str, b: str) -> bool:
    """Two partial dates in ISO 8601 can be one day; a fragment without a year ("--03-07") agrees with that day of any year."""
    if a.startswith("--") != b.startswith("--"):
        a, b = (a[1:], b[4:]) if a.startswith("--") else (a[4:], b[1:])
    return a.startswith(b) or b.startswith(a)


def same(doc: Document, nodes: Sequence[Node], told: Mapping[int, Told], mention: Mention, own: Told) -> Node | None:
    """The node of before that a mention means; None where it tells of a new event, or nobody can tell."""
    if not nodes:
        return None
    if mention.form in ("name", "acronym"):
        return _by_name(doc, nodes, told, mention, own) or _headline(doc, nodes, told, mention, own)
    if mention.form == "verb":
        return _by_parties(nodes, told, own) or _headline(doc, nodes, told, mention, own)
    if mention.form == "pronoun":
        return _last(doc, nodes, mention)
    token = doc.tokens[mention.token]
    if token.dep in ("appos", "attr"):
        head = doc.tokens[token.head]
        if token.dep == "attr":
            head = next((c for c in doc.children(head) if c.dep == "nsubj"), head)
        found = next((n for n in nodes if head.i in n.heads), None)
        if found is not None:
            return found
    if _OTHER.search(mention.text):
        name = fold(label(mention))
        return next((n for n in nodes if name and name in {fold(x) for x in n.names} and fits(told[n.index], own)), None)
    if not mention.definite:
        return _by_parties(nodes, told, own) or _headline(doc, nodes, told, mention, own)
    return _by_noun(doc, nodes, told, mention, own) or _headline(doc, nodes, told, mention, own)


def main(nodes: Sequence[Node]) -> Node | None:
    """The article's main event: told most often, the first among equals."""
    return max(nodes, key=lambda n: (len(n.heads), -n.heads[0])) if nodes else None


def _near(a: str, b: str) -> bool:
    return a == b or (_FAMILY.get(a) is not None and _FAMILY.get(a) == _FAMILY.get(b))


def _loose(a: str, b: str) -> bool:
    return _near(a, b) or "Event" in (a, b)


def called(doc: Document, nodes: Sequence[Node], mention: Mention) -> Node | None:
    """The node that has a mention's name, or its name but for the edition ("6th Lomé Fair", "the Lomé Fair")."""
    target = doc.aliases.get(mention.name) or mention.features.get("alias", "") or mention.name
    key, whole = fold(_EDITION.sub("", target)), fold(target)
    for node in nodes:
        if whole in {fold(doc.aliases.get(n, n)) for n in node.names} | {fold(n) for n in node.names}:  # "FTA talks", then the name in full
            return node
    for node in nodes:
        stripped = {fold(_EDITION.sub("", n)) for n in node.names if node.named}
        if key in stripped and (whole == key or not any(_EDITION.search(n) for n in node.names)):
            return node
    ends = [n for n in nodes if " " in whole and any(fold(x).endswith((f" {whole}", f"-{whole}", f"–{whole}")) for x in n.names if n.named)]
    return ends[0] if len(ends) == 1 and target == mention.name else None  # "Agri-Food Days" for "Canada–Senegal Agri-Food Days"


def _by_name(doc: Document, nodes: Sequence[Node], told: Mapping[int, Told], mention: Mention, own: Told) -> Node | None:
    found = called(doc, nodes, mention)
    if found is not None and editions_apart(doc, found, mention):
        return next((n for n in nodes if n is not found and set(n.names) & set(found.names) and not editions_apart(doc, n, mention)), None)
    if found is not None:
        others = [n for n in nodes if set(n.names) & set(found.names) and not _again(told[n.index], own)]
        return found if not _again(told[found.index], own) else (others[0] if others else None)
    if mention.form != "name":
        return None
    # the first name of an event told without one just before
    here = doc.tokens[mention.token].sentence
    kind = own.kind or mention.features.get("noun", "").capitalize()
    open_ = [
        n
        for n in nodes
        if not n.named
        and fits(told[n.index], own)
        and n.kind
        and _loose(n.kind, kind)
        and here - doc.tokens[n.heads[-1]].sentence <= _REACH
    ]
    chosen = [n for n in open_ if n is main(nodes)] or (open_ if len(open_) == 1 and _near(open_[0].kind, kind) else [])
    if not chosen or own.status not in ("", "held", "ongoing"):
        return None
    before = told[chosen[0].index].status
    return chosen[0] if before in ("", own.status) or own.status == "" or {before, own.status} == {"held", "ongoing"} else None


def _by_parties(nodes: Sequence[Node], told: Mapping[int, Told], own: Told) -> Node | None:
    """A verb or an indefinite phrase is an event of before only if its kind and somebody in it (for a visit: its place) are the same."""
    for node in reversed(nodes):
        other = told[node.index]
        if not _near(node.kind, own.kind) or not fits(other, own):
            continue
        apart = bool(other.places and own.places and not other.places & own.places)
        visit = own.kind == "Visit" and bool(other.places & own.places) and not (other.people and own.people)
        sole = own.kind == node.kind == "Visit" and not (other.places and own.places) and not (other.people and own.people)
        visit = visit or (sole and sum(n.kind == "Visit" for n in nodes) == 1)
        shared = other.people & own.people  # whoever met A and later was received by B was in two meetings
        if (shared and not apart and len(shared) >= min(2, len(other.people), len(own.people))) or visit:
            return node
    return None


def _headline(doc: Document, nodes: Sequence[Node], told: Mapping[int, Told], mention: Mention, own: Told) -> Node | None:
    """The event of the headline, told for the first time in the text."""

    def titled(head: int) -> bool:
        return doc.article.blocks[doc.sentences[doc.tokens[head].sentence].block].role == "title"

    found = [n for n in nodes if all(titled(h) for h in n.heads)]
    if len(found) != 1 or titled(mention.token) or not _near(found[0].kind, own.kind) or not fits(told[found[0].index], own):
        return None
    other = told[found[0].index]
    return None if other.people and own.people and not other.people & own.people else found[0]


def _last(doc: Document, nodes: Sequence[Node], mention: Mention) -> Node | None:
    here = doc.tokens[mention.token].sentence
    near = [n for n in nodes if any(doc.tokens[h].sentence in (here - 1, here) and h < mention.token for h in n.heads)]
    if len(near) == 1:
        return near[0]
    subjects = [
        n for n in near if any(doc.tokens[h].dep in ("nsubj", "nsubjpass") for h in n.heads if doc.tokens[h].sentence == here - 1)
    ]  # fmt: skip
    return subjects[0] if len(subjects) == 1 else None


def _introduced(doc: Document, nodes: Sequence[Node], told: Mapping[int, Told], mention: Mention, own: Told) -> Node | None:
    """ "… hosted a banquet. X spoke at the event": the event that the sentence before tells for the first time, in the same paragraph."""
    here = doc.sentences[doc.tokens[mention.token].sentence]
    near = [n for n in nodes if doc.tokens[n.heads[-1]].sentence == here.i - 1 and doc.sentences[here.i - 1].block == here.block]
    new = [n for n in near if len(n.heads) == 1 and n.kind != "Visit" and fits(told[n.index], own)]
    return new[0] if len(near) == 1 and new else None


def _by_noun(doc: Document, nodes: Sequence[Node], told: Mapping[int, Told], mention: Mention, own: Told) -> Node | None:
    noun = mention.features.get("noun", mention.name)
    head = noun.split()[-1]
    name = fold(label(mention))
    exact = [n for n in nodes if name and name in {fold(x) for x in n.names} and fits(told[n.index], own)]
    if exact:
        return exact[-1]
    called = [n for n in nodes if n.noun.split()[-1:] == [head] or any(re.search(rf"\b{re.escape(head)}\b", x.lower()) for x in n.names)]
    fit = [n for n in called if fits(told[n.index], own)]
    short = len(_LENGTH.sub("", name).split()) <= len(noun.split())
    first = main(nodes)
    if fit and mention.text.lower().startswith("that "):
        return max(fit, key=lambda n: n.heads[-1])  # "that conference": the one told last
    if fit and short:
        return first if first in fit and len(fit) > 1 else fit[-1]
    if len(fit) == 1 and len(name.split()) <= 3 and not fit[0].named:
        return fit[0]
    generic = mention.features.get("generic") == "1"
    if generic and (new := _introduced(doc, nodes, told, mention, own)) is not None:
        return new
    loose = head in _LOOSE and short and first is not None and (_near(first.kind, "Meeting") or len(nodes) == 1)
    if (generic or loose) and first is not None and fits(told[first.index], own):
        return first
    bare = not (own.people or own.dates or own.places)
    if head in _LOOSE and short and bare and first is not None and first.kind == "Visit" and first is nodes[0]:
        return first  # what is told of a visit is told of its talks too
    if short:
        kin = [n for n in nodes if n.kind and own.kind and _near(n.kind, own.kind) and fits(told[n.index], own)]
        if len(kin) == 1:
            return kin[0]
        blank = [n for n in nodes if n.kind == "Event" and not n.names and fits(told[n.index], own)]
        return blank[0] if len(blank) == 1 and not kin else None
    return None
