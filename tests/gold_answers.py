"""Answers to the competency questions as a perfect graph would give them, made from gold; and ways to spoil them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"
QUESTIONS = (
    "entities", "posts", "events", "organizers", "participants", "agreements", "signatories", "statistics", "statements", "ties",
)  # fmt: skip

Rows = list[dict[str, str]]
Answers = dict[str, Rows]


def place(text: str, snippet: str) -> tuple[int, int]:
    match = re.search(r"\s*".join(re.escape(c) for c in re.sub(r"\s+", "", snippet)), text)
    assert match, snippet
    return match.span()


def first(value: Any) -> str:
    if isinstance(value, list):
        return str(value[0]) if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def answers(folder: Path, texts: Path) -> Answers:
    found: Answers = {question: [] for question in QUESTIONS}
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{gold['article']}.txt").read_text(encoding="utf-8")
        _Article(gold, text, found).tell()
    return found


class _Article:
    def __init__(self, gold: dict[str, Any], text: str, found: Answers) -> None:
        self.gold, self.text, self.found = gold, text, found
        self.entity = {e["id"]: e for e in gold["entities"]}

    def row(self, question: str, where: tuple[int, int], **cells: str) -> None:
        start, end = where
        evidence = {"article": self.gold["article"], "start": str(start), "end": str(end), "quote": self.text[start:end]}
        self.found[question].append(cells | evidence)

    def iri(self, id_: str) -> str:
        if not id_:
            return ""
        entity = self.entity[id_]
        name = entity["names"][0] if entity["names"] else f"{self.gold['article']}-{id_}"
        return f"urn:kg:{entity['type'].lower()}:{re.sub(r'[^a-z0-9]+', '-', name.lower())}"

    def name(self, id_: str) -> str:
        return self.entity[id_]["names"][0] if id_ and self.entity[id_]["names"] else ""

    def of(self, id_: str) -> tuple[int, int]:
        for snippet in [*self.entity[id_].get("anchors", []), *self.entity[id_]["names"]]:
            match = re.search(r"\s*".join(re.escape(c) for c in re.sub(r"\s+", "", snippet)), self.text)
            if match:
                return match.span()
        return 0, 20

    def tell(self) -> None:
        gold = self.gold
        for e in gold["entities"]:
            other = "|".join(e["names"][1:])
            self.row(
                "entities", self.of(e["id"]), entity=self.iri(e["id"]), type=e["type"], name=self.name(e["id"]), otherNames=other, sameAs=""
            )
        for p in gold["posts"]:
            self.row(
                "posts", self.of(p["person"]), person=self.iri(p["person"]), personName=self.name(p["person"]), title=first(p["title"]),
                organization=self.iri(p["organization"]), organizationName=self.name(p["organization"]),
                until="", status=first(p.get("status", "held")), **{"from": ""},
            )  # fmt: skip
        for e in gold["events"]:
            self.row(
                "events", self.of(e["event"]), event=self.iri(e["event"]), eventName=self.name(e["event"]), kind=first(e["kind"]),
                startDate=first(e.get("start")), endDate=first(e.get("end")), place=self.iri(first(e.get("place"))),
                placeName=self.name(first(e.get("place"))), status=first(e.get("status", "held")),
            )  # fmt: skip
        for question, node, agent in (("organizers", "event", "organizer"), ("participants", "event", "participant"),
                                      ("signatories", "agreement", "signatory")):  # fmt: skip
            for link in gold[question]:
                cells = {node: self.iri(link[node]), f"{node}Name": self.name(link[node]), agent: self.iri(link[agent])}
                cells |= {f"{agent}Name": self.name(link[agent])} | ({"role": "attendee"} if question == "participants" else {})
                self.row(question, self.of(link[agent]), **cells)
        for a in gold["agreements"]:
            self.row(
                "agreements", self.of(a["agreement"]), agreement=self.iri(a["agreement"]), agreementName=self.name(a["agreement"]),
                kind=first(a["kind"]), signedDate=first(a.get("signedDate")), validFrom=first(a.get("validFrom")),
                validUntil=first(a.get("validUntil")), event=self.iri(first(a.get("event"))), status=first(a.get("status", "signed")),
            )  # fmt: skip
        for i, s in enumerate(gold["statistics"]):
            period = s.get("period") or ["", ""]
            self.row(
                "statistics", place(self.text, s["anchor"]),
                observation=f"urn:kg:observation:{gold['article']}-{i}", indicator=first(s["indicator"]),
                area=self.iri(s.get("area", "")), areaName=self.name(s.get("area", "")), partner=self.iri(s.get("partner", "")),
                partnerName=self.name(s.get("partner", "")), value=first(s.get("value")), unit=s.get("unit", ""),
                change=first(s.get("change")), basis=s.get("basis", ""),
                periodStart=period[0] or "", periodEnd=period[1] or "", status=first(s.get("status", "reported")),
            )  # fmt: skip
        for i, s in enumerate(gold["statements"]):
            start, end = place(self.text, s["anchor"])
            start, end = self.text.rfind("\n", 0, start) + 1, min(self.text.find("\n", end) % (len(self.text) + 1), end + 80)
            self.row(
                "statements", (start, end), statement=f"urn:kg:statement:{gold['article']}-{i}", speaker=self.iri(s["speaker"]),
                speakerName=self.name(s["speaker"]), text=self.text[start:end],
            )  # fmt: skip
        for t in gold["ties"]:
            self.row(
                "ties", self.of(t["object"]), subject=self.iri(t["subject"]), subjectName=self.name(t["subject"]), relation=t["relation"],
                object=self.iri(t["object"]), objectName=self.name(t["object"]),
            )  # fmt: skip


def spoil(perfect: Answers, seed: int, share: float = 0.25) -> Answers:
    """Drop rows, move evidence, change cells and swap them between rows, each in about ``share`` of the rows; the same for a seed."""
    chance = random.Random(seed)
    spoilt: Answers = {}
    for question, rows in perfect.items():
        kept = [dict(row) for row in rows if chance.random() > share]
        for row in kept:
            if chance.random() < share:
                column = chance.choice([c for c in row if c not in ("article", "start", "end", "quote")])
                row[column] = chance.choice([r[column] for r in rows] + ["", "Nobody", row[column].upper(), f"the {row[column]}"])
            if chance.random() < share / 2:
                shift = chance.randrange(-400, 400)
                row["start"], row["end"] = str(max(int(row["start"]) + shift, 0)), str(max(int(row["end"]) + shift, 0))
            if chance.random() < share / 4:
                row["end"] = chance.choice(["", "x", row["end"]])
        spoilt[question] = kept + [dict(row) for row in _some(kept, chance, share / 2)]
    return spoilt


def _some(rows: Rows, chance: random.Random, share: float) -> Iterable[dict[str, str]]:
    return (row for row in rows if chance.random() < share)
