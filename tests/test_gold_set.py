"""The project's own annotated articles are whole: every fact points into its text and uses the closed vocabulary."""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
FACTS = sorted(GOLD.glob("facts/*.json"))
LISTS = ("entities", "posts", "events", "organizers", "participants", "agreements", "signatories", "statistics", "statements", "ties")
REQUIRED = {
    "entities": {"id", "type", "names"},
    "posts": {"person", "title", "organization"},
    "events": {"event", "kind", "status"},
    "organizers": {"event", "organizer"},
    "participants": {"event", "participant"},
    "agreements": {"agreement", "kind", "status"},
    "signatories": {"agreement", "signatory"},
    "statistics": {"anchor", "indicator"},
    "statements": {"speaker", "anchor"},
    "ties": {"subject", "relation", "object"},
}
ALLOWED = {
    "entities": {"anchors", "optional"},
    "posts": {"status", "optional"},
    "events": {"start", "end", "place"},
    "organizers": {"optional"},
    "participants": {"role", "optional"},
    "agreements": {"event", "signedDate", "validFrom", "validUntil"},
    "signatories": {"optional"},
    "statistics": {"area", "partner", "value", "unit", "change", "basis", "period", "period_optional", "status", "optional"},
    "statements": {"optional"},
    "ties": {"optional"},
}
TYPES = {"Person", "Agency", "Organization", "Country", "Place", "Event", "Agreement", "Law"}
ACTORS = {"Person", "Agency", "Organization", "Country", "Place"}
EVENT_KINDS = {
    "Conference", "Seminar", "Forum", "Summit", "Meeting", "Visit", "Exhibition", "Fair", "Ceremony", "Festival", "Election", "Course",
    "Event",
}  # fmt: skip
AGREEMENT_KINDS = {
    "MemorandumOfUnderstanding", "CooperationAgreement", "PartnershipAgreement", "TradeAgreement", "FinancingAgreement", "Treaty",
    "JointStatement", "Contract", "Deal",
}  # fmt: skip
STATUSES = {
    "posts": {"held", "former", "appointed", "nominated"},
    "events": {"held", "ongoing", "planned", "cancelled", "postponed"},
    "agreements": {"signed", "planned", "proposed", "in-force", "denied", "terminated"},
    "statistics": {"reported", "estimate", "target", "forecast"},
}
ROLES = {"attendee", "speaker", "chair", "opener", "host", "leader", "member", "invited"}
RELATIONS = {"invests_in", "donates_to", "exports_to", "imports_from", "cooperates_with"}
BASES = {"yoy", "mom", "qoq", "ytd"}
# which kinds of entities a column may point to
POINTERS = {
    "posts": {"person": {"Person"}, "organization": ACTORS - {"Person"}},
    "events": {"event": {"Event"}, "place": {"Place", "Country", "Agency", "Organization"}},
    "organizers": {"event": {"Event"}, "organizer": ACTORS},
    "participants": {"event": {"Event"}, "participant": ACTORS},
    "agreements": {"agreement": {"Agreement"}, "event": {"Event"}},
    "signatories": {"agreement": {"Agreement"}, "signatory": ACTORS},
    "statistics": {"area": ACTORS - {"Person"}, "partner": ACTORS - {"Person"}},
    "statements": {"speaker": ACTORS},
    "ties": {"subject": ACTORS, "object": ACTORS},
}  # fmt: skip
DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?|--\d\d(-\d\d)?)")
MONTH = re.compile(r"\d{4}-\d\d")
MOST_OFTEN = 1  # an anchor found twice would let a wrong fact elsewhere count as right

Fact = dict[str, Any]


def locate(text: str, snippet: str) -> list[tuple[int, int]]:
    """Every place of a snippet in the text, white space aside."""
    pattern = r"\s*".join(re.escape(c) for c in re.sub(r"\s+", "", snippet))
    return [m.span() for m in re.finditer(pattern, text)]


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


class Annotated:
    def __init__(self, path: Path) -> None:
        self.gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self.text = (GOLD / "texts" / f"{self.gold['article']}.txt").read_text(encoding="utf-8")
        self.type = {e["id"]: e["type"] for e in self.gold["entities"]}
        self.optional = {e["id"] for e in self.gold["entities"] if e.get("optional")}
        before, after = self.gold.get("ignore_before"), self.gold.get("ignore_from")
        self.start = locate(self.text, before)[0][0] if before else 0
        self.end = locate(self.text, after)[0][0] if after else len(self.text)

    def rows(self) -> list[tuple[str, Fact]]:
        return [(name, row) for name in LISTS for row in self.gold[name]]

    def anchors(self) -> list[tuple[str, str]]:
        own = [(e["id"], a) for e in self.gold["entities"] for a in e.get("anchors", [])]
        return own + [(name, row["anchor"]) for name, row in self.rows() if "anchor" in row]


@pytest.fixture(params=FACTS, ids=lambda p: p.stem)
def annotated(request: pytest.FixtureRequest) -> Annotated:
    return Annotated(request.param)


def test_enough_articles_in_two_halves() -> None:
    names = [p.stem for p in FACTS]
    assert len(names) >= 12
    assert names == sorted(p.stem for p in GOLD.glob("texts/*.txt"))
    assert {n[0] for n in names} == {"t", "v"}
    assert all(re.fullmatch(r"[tv]\d\d(-[a-z0-9]+)+", n) for n in names)
    assert len({n[:3] for n in names}) == len(names)


def test_head(annotated: Annotated) -> None:
    gold = annotated.gold
    assert set(gold) - {"ignore_before", "ignore_from"} == {"article", "note", "published", *LISTS}
    assert gold["note"]
    assert gold["published"] is None or DATE.fullmatch(gold["published"])
    for border in ("ignore_before", "ignore_from"):
        if border in gold:
            assert len(locate(annotated.text, gold[border])) == 1
    assert annotated.start < annotated.end
    assert 250 <= len(annotated.text.split()) <= 500
    assert "\r" not in annotated.text and annotated.text.endswith("\n")


def test_columns(annotated: Annotated) -> None:
    for name, row in annotated.rows():
        assert set(row) >= REQUIRED[name], row
        assert set(row) <= REQUIRED[name] | ALLOWED[name], row
        assert row.get("optional", True) is True, row


def test_anchors_are_found_once(annotated: Annotated) -> None:
    for owner, anchor in annotated.anchors():
        assert 1 <= len(locate(annotated.text, anchor)) <= MOST_OFTEN, (owner, anchor)


def test_facts_are_not_furniture(annotated: Annotated) -> None:
    for name, row in annotated.rows():
        for anchor in several(row.get("anchor")) + row.get("anchors", []):
            ((start, end),) = locate(annotated.text, anchor)
            assert annotated.start <= start < end <= annotated.end, (name, anchor)


def test_entities(annotated: Annotated) -> None:
    ids = [e["id"] for e in annotated.gold["entities"]]
    assert len(ids) == len(set(ids))
    for entity in annotated.gold["entities"]:
        assert entity["type"] in TYPES
        assert len(entity["names"]) == len(set(entity["names"])), entity
        assert all(n == n.strip() and n for n in entity["names"])
        if entity["type"] in ("Event", "Agreement"):
            assert entity["anchors"], entity
        else:
            assert entity["names"] and "anchors" not in entity, entity


def test_names_belong_to_one_entity(annotated: Annotated) -> None:
    plain = [e for e in annotated.gold["entities"] if e["type"] not in ("Event", "Agreement")]
    for one, other in combinations(plain, 2):
        shared = {n.casefold() for n in one["names"]} & {n.casefold() for n in other["names"]}
        assert not shared or (one.get("optional") and other.get("optional")), (one["id"], other["id"], shared)


def test_pointers(annotated: Annotated) -> None:
    for name, columns in POINTERS.items():
        for row in annotated.gold[name]:
            for column, types in columns.items():
                for target in several(row.get(column)):
                    assert annotated.type.get(target) in types, (name, row)


def test_every_event_and_agreement_is_described(annotated: Annotated) -> None:
    for name, column in (("events", "event"), ("agreements", "agreement")):
        told = [row[column] for row in annotated.gold[name]]
        assert len(told) == len(set(told))
        wanted = {e["id"] for e in annotated.gold["entities"] if e["type"].lower() == column and not e.get("optional")}
        assert wanted <= set(told), wanted - set(told)


def test_vocabulary(annotated: Annotated) -> None:
    gold = annotated.gold
    for name, statuses in STATUSES.items():
        for row in gold[name]:
            assert set(several(row.get("status"))) <= statuses, row
    assert all(set(several(e["kind"])) <= EVENT_KINDS and e["kind"] for e in gold["events"])
    assert all(set(several(a["kind"])) <= AGREEMENT_KINDS and a["kind"] for a in gold["agreements"])
    assert all(p.get("role", "attendee") in ROLES for p in gold["participants"])
    assert all(t["relation"] in RELATIONS and t["subject"] != t["object"] for t in gold["ties"])


def test_dates(annotated: Annotated) -> None:
    for name, row in annotated.rows():
        for column in ("start", "end", "signedDate", "validFrom", "validUntil"):
            for date in several(row.get(column)):
                assert DATE.fullmatch(date), (name, row)


def test_statistics(annotated: Annotated) -> None:
    for row in annotated.gold["statistics"]:
        assert "value" in row or "change" in row, row
        assert ("unit" in row) == ("value" in row), row
        assert row["indicator"] and all(row["indicator"]), row
        assert row.get("basis", "yoy") in BASES, row
        assert row.get("optional") or ("basis" in row) == ("change" in row), row
        if "period" in row:
            start, end = row["period"]
            assert MONTH.fullmatch(start) and MONTH.fullmatch(end) and start <= end, row


def test_no_fact_twice(annotated: Annotated) -> None:
    for name in LISTS:
        keys = [json.dumps({k: v for k, v in row.items() if k != "optional"}, sort_keys=True) for row in annotated.gold[name]]
        assert len(keys) == len(set(keys)), name


def test_a_required_fact_needs_no_optional_event(annotated: Annotated) -> None:
    for name, column in (("organizers", "event"), ("participants", "event"), ("signatories", "agreement")):
        for row in annotated.gold[name]:
            assert row.get("optional") or row[column] not in annotated.optional, row
