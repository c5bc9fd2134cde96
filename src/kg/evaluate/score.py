"""Comparing what a graph answers for one article with the article's gold, kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from kg.evaluate.gold import Gold, optional, wanted
from kg.evaluate.match import Text, fold, folds, near, same_number
from kg.evaluate.nodes import Row, pair, span
from kg.evaluate.tally import Tally

Tallies = Mapping[str, Tally]
Answers = Mapping[str, Sequence[Row]]

FIGURE_SLACK = 300  # a figure's evidence may be a neighbouring clause or sentence
NODES = ("Event", "Agreement")  # scored as facts of their own, not among the entities


def score_article(gold: Gold, text: str, rows: Answers, tallies: Tallies) -> None:
    """Add what ``rows`` (the article's answers by question) get right and wrong to ``tallies``."""
    _Comparison(gold, Text(text), rows, tallies).run()


class _Comparison:
    """One article's gold beside what the graph says of it."""

    def __init__(self, gold: Gold, text: Text, rows: Answers, tallies: Tallies) -> None:
        self.gold, self.text, self.tallies = gold, text, tallies
        self.rows = {question: rows.get(question, ()) for question in ("entities", *gold.facts)}
        self.partner = {question: pair(gold, text, question, self.rows[question]) for question in ("events", "agreements")}
        self.optional = {entity.id for entity in gold.entities.values() if entity.optional}

    def run(self) -> None:
        self.entities()
        self.posts()
        self.nodes("events", "event")
        self.slot("events", "event", "event dates", "start", "startDate", closed=True)
        self.slot("events", "event", "event dates", "end", "endDate", closed=True)
        self.slot("events", "event", "event places", "place", "placeName", closed=True, fits=self.gold.is_called)
        self.slot("events", "event", "event status", "status", "status")
        self.nodes("agreements", "agreement")
        for column in ("signedDate", "validFrom", "validUntil"):
            self.slot("agreements", "agreement", "agreement dates", column, column)
        self.slot("agreements", "agreement", "agreement status", "status", "status")
        self.links("organizers", "event", "organizer", "events")
        self.links("participants", "event", "participant", "events")
        self.links("signatories", "agreement", "signatory", "agreements")
        self.statistics()
        self.statements()
        self.ties()

    def hit(self, kind: str, *words: object) -> None:
        self.tallies[kind].right.append(f"{self.gold.article}: {' | '.join(map(str, words))}")

    def missed(self, kind: str, *words: object) -> None:
        self.tallies[kind].missed.append(f"{self.gold.article}: {' | '.join(map(str, words))}")

    def wrong(self, kind: str, *words: object) -> None:
        self.tallies[kind].wrong.append(f"{self.gold.article}: {' | '.join(map(str, words))}")

    def shown(self, id_: str) -> str:
        return self.gold.entities[id_].shown

    def entities(self) -> None:
        """By preferred name, else by any name that no other has taken; each once, an official is a person."""
        seen: set[str] = set()
        for row in _last_of((row["entity"], row["type"], row["name"], row) for row in self.rows["entities"] if row["type"] not in NODES):
            id_ = self._entity(row, seen)
            entity = self.gold.entities[id_] if id_ else None
            right_type = entity is not None and (row["type"] == entity.type or (row["type"] == "Official" and entity.type == "Person"))
            free = entity is not None and entity.optional
            if entity is None:
                self.wrong("entities", row["type"], row["name"])
            elif not free and not right_type:
                self.wrong("entities", row["type"], row["name"], f"should be {entity.type}")
            elif not free and entity.id in seen:
                self.wrong("entities", row["type"], row["name"], "told twice")
            elif not free:
                self.hit("entities", row["type"], row["name"])
            if entity is not None and right_type:
                seen.add(entity.id)
        for entity in self.gold.entities.values():
            if entity.type not in NODES and not entity.optional and entity.id not in seen:
                self.missed("entities", entity.type, entity.shown)

    def _entity(self, row: Row, seen: Collection[str]) -> str | None:
        name = fold(row["name"])
        for entity in self.gold.entities.values():
            if name in entity.names:
                return entity.id
        names = {name} | folds(other for other in (row.get("otherNames") or "").split("|") if other)
        return next((e.id for e in self.gold.entities.values() if names & e.names and e.id not in seen), None)

    def posts(self) -> None:
        """Person, title and organization together; the status of those found on its own."""
        golds = self.gold.facts["posts"]
        told: dict[int, Row] = {}
        rows = self.rows["posts"]
        for row in _last_of((fold(row["personName"]), fold(row["title"]), fold(row["organizationName"]), row) for row in rows):
            fits = []
            for i, post in enumerate(golds):
                titles = folds(post["title"])
                who = self.gold.is_called(row["personName"], post["person"])
                where = self.gold.is_called(row["organizationName"], post["organization"])
                if who and where and (not titles or fold(row["title"]) in titles):
                    fits.append((i in told, optional(post), not titles, i))
            if fits:
                told[min(fits)[-1]] = row
            else:
                self.wrong("posts", row["personName"], row["title"], row["organizationName"])
        for i, post in enumerate(golds):
            words = (self.shown(post["person"]), "/".join(post["title"]), self.shown(post["organization"]))
            if optional(post):
                continue
            if i not in told:
                self.missed("posts", *words)
                continue
            said = [told[i][column] for column in ("personName", "title", "organizationName")]
            self.hit("posts", *(word for word in said if word))
            statuses, status = wanted(post.get("status", "held")), told[i].get("status") or "held"
            if status in statuses:
                self.hit("post status", *(word for word in said if word), status)
            else:
                self.wrong("post status", *words, f"told as {status}, should be {'/'.join(statuses)}")

    def nodes(self, question: str, key: str) -> None:
        """Events or agreements: found, and of the right kind."""
        golds = {fact[key]: fact for fact in self.gold.facts[question]}
        found: set[str] = set()
        for row in _first_of((row[key], row) for row in self.rows[question]):
            id_ = self.partner[question][row[key]]
            if id_ is None:
                self.wrong(question, row.get("kind"), row.get(f"{key}Name"))
            elif id_ in golds and id_ not in self.optional:
                if fold(row.get("kind")) in folds(golds[id_]["kind"]):
                    self.hit(question, row.get("kind"), row.get(f"{key}Name") or id_)
                    found.add(id_)
                else:
                    self.wrong(question, id_, f"told as {row.get('kind')}, should be {'/'.join(golds[id_]['kind'])}")
        for id_, fact in golds.items():
            if id_ not in self.optional and id_ not in found:
                self.missed(question, id_, "/".join(fact["kind"]))

    def slot(
        self,
        question: str,
        key: str,
        kind: str,
        field: str,
        column: str,
        closed: bool = False,
        fits: Callable[[str, str], bool] = str.startswith,
    ) -> None:
        """One slot of the events or agreements found: every value told counts, a value may be more precise than gold's.

        ``closed``: where gold gives the slot as null, the text leaves it open and filling it is wrong.
        """
        golds = {fact[key]: fact for fact in self.gold.facts[question]}
        told: dict[str, set[str]] = defaultdict(set)
        for row in self.rows[question]:
            id_ = self.partner[question][row[key]]
            if id_ and id_ not in self.optional and row.get(column):
                told[id_].add(row[column])
        for id_, fact in golds.items():
            values = wanted(fact.get(field) or None)
            if id_ in self.optional or not values:
                continue
            right = sorted(value for value in told[id_] if any(fits(value, want) for want in values))
            if right:
                self.hit(kind, self.shown(id_), field, right[0])
            else:
                self.missed(kind, id_, field, "/".join(values))
        for id_, said in told.items():
            fact = golds.get(id_, {})
            values = wanted(fact.get(field) or None)
            if values or (closed and field in fact):
                for value in sorted(said):
                    if not any(fits(value, want) for want in values):
                        self.wrong(kind, id_, field, value)

    def links(self, question: str, node: str, agent: str, nodes: str) -> None:
        """Who has to do with which event or agreement."""
        golds: dict[tuple[str, ...], bool] = {
            (f[node], f[agent]): optional(f) or f[node] in self.optional for f in self.gold.facts[question]
        }
        told = set()
        for row in self.rows[question]:
            fact = (self.partner[nodes].get(row[node]) or f"? {row[node].rsplit('/', 1)[-1]}", self.gold.who(row[f"{agent}Name"]))
            if fact in golds or fact[0] not in self.optional:
                told.add(fact)
        self._sets(question, golds, told)

    def statistics(self) -> None:
        """A figure is right by its value or change near its anchor, with indicator, area, partner, period and basis as in gold."""
        golds = [(fact, self.text.places(fact["anchor"])) for fact in self.gold.facts["statistics"]]
        found: set[int] = set()
        for row in self.rows["statistics"]:
            here = span(row)
            right = False
            for i, (fact, places) in enumerate(golds):
                if here and not any(near(here, place, FIGURE_SLACK) for place in places):
                    continue
                by_value = "value" in fact and same_number(row.get("value"), fact["value"]) and _same_unit(row, fact)
                if not by_value and not ("change" in fact and same_number(row.get("change"), fact["change"])):
                    continue
                if optional(fact) or self._same_figure(row, fact):
                    right = True
                    if by_value or "value" not in fact:
                        found.add(i)
                    break
            if not right:
                figure = f"{row.get('value')} {row.get('unit')}", f"{row.get('change')} {row.get('basis')}"
                self.wrong("statistics", row.get("indicator"), row.get("areaName"), row.get("partnerName"), *figure, *_period(row))
        for i, (fact, _) in enumerate(golds):
            if not optional(fact):
                if i in found:
                    self.hit("statistics", fact["anchor"])
                else:
                    self.missed("statistics", fact["anchor"])

    def _same_figure(self, row: Row, fact: Mapping[str, Any]) -> bool:
        indicator = fold(row.get("indicator"))
        return (
            any(fold(word) in indicator for word in fact["indicator"])
            and (not fact.get("area") or self.gold.is_called(row.get("areaName"), fact["area"]))
            and (not fact.get("partner") or self.gold.is_called(row.get("partnerName"), fact["partner"]))
            and bool(fact.get("period_optional") or not fact.get("period") or _period(row) == tuple(fact["period"]))
            and (not fact.get("basis") or not row.get("change") or fold(row.get("basis")) == fact["basis"])
        )

    def statements(self) -> None:
        """The speaker, and evidence that covers the words of the anchor at least in part."""
        golds = [(fact, self.text.places(fact["anchor"])) for fact in self.gold.facts["statements"]]
        seen: set[int] = set()
        for row in self.rows["statements"]:
            here = span(row)
            fits = {
                i
                for i, (fact, places) in enumerate(golds)
                if here and self.gold.is_called(row["speakerName"], fact["speaker"]) and any(near(here, place) for place in places)
            }
            if not fits:
                self.wrong("statements", row["speakerName"], (row.get("text") or "")[:80])
            seen |= fits
        for i, (fact, _) in enumerate(golds):
            if not optional(fact):
                if i in seen:
                    self.hit("statements", self.shown(fact["speaker"]), fact["anchor"])
                else:
                    self.missed("statements", self.shown(fact["speaker"]), fact["anchor"])

    def ties(self) -> None:
        """Subject, relation and object; cooperation goes both ways."""
        golds: dict[tuple[str, ...], bool] = {(f["subject"], f["relation"], f["object"]): optional(f) for f in self.gold.facts["ties"]}
        told = set()
        for row in self.rows["ties"]:
            one, relation, other = self.gold.who(row["subjectName"]), row["relation"], self.gold.who(row["objectName"])
            turned = relation == "cooperates_with" and (one, relation, other) not in golds and (other, relation, one) in golds
            told.add((other, relation, one) if turned else (one, relation, other))
        self._sets("ties", golds, told)

    def _sets(self, kind: str, golds: Mapping[tuple[str, ...], bool], told: Collection[tuple[str, ...]]) -> None:
        """``golds`` says of each fact whether it is optional."""
        for fact in sorted(told):
            if fact not in golds:
                self.wrong(kind, *fact)
            elif not golds[fact]:
                self.hit(kind, *(self.shown(part) if part in self.gold.entities else part for part in fact))
        for fact, free in golds.items():
            if not free and fact not in told:
                self.missed(kind, *fact)


def _last_of(keyed: Iterable[tuple[Any, ...]]) -> list[Row]:
    """The last row of each key (all but a tuple's end), in the order in which the keys come first."""
    return list({item[:-1]: item[-1] for item in keyed}.values())


def _first_of(keyed: Iterable[tuple[str, Row]]) -> list[Row]:
    """The first row of each key, in order."""
    found: dict[str, Row] = {}
    for key, row in keyed:
        found.setdefault(key, row)
    return list(found.values())


def _same_unit(row: Row, fact: Mapping[str, Any]) -> bool:
    unit = fold(fact.get("unit"))
    return fold(row.get("unit")) in ("", unit, unit.rstrip("s"))


def _period(row: Row) -> tuple[str, str]:
    """The months of a figure's period; days are not compared."""
    return (row.get("periodStart") or "")[:7], (row.get("periodEnd") or "")[:7]
