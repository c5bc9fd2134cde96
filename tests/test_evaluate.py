"""``kg evaluate`` says the same as the reference scorer, and says it well."""

from __future__ import annotations

import csv
import importlib.util
import json
import math
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gold_answers
from kg.cli.evaluating import markdown
from kg.errors import InputError
from kg.evaluate import Report, evaluate, read_answers, read_gold
from kg.evaluate.match import Text, fold, near, number, same_number
from kg.evaluate.tally import KINDS
from kg.types import Span

REFERENCE = gold_answers.SHARED / "score.py"


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    if not REFERENCE.exists():
        pytest.skip("the reference scorer ../shared/score.py is not beside this checkout")
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["reference_score"] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def write(answers: gold_answers.Answers, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for question, rows in answers.items():
        if rows:
            with (folder / f"{question}.csv").open("w", newline="", encoding="utf-8") as stream:
                writer = csv.DictWriter(stream, list(dict.fromkeys(c for row in rows for c in row)))
                writer.writeheader()
                writer.writerows(rows)
    return folder


def texts_of(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}


def figures(report: Report) -> dict[str, tuple[int, int, int]]:
    return {kind: (t.hits, len(t.missed), len(t.wrong)) for kind, t in report.kinds.items()}


@pytest.mark.parametrize("seed", range(12))
def test_agrees_with_the_reference_figure_for_figure(reference: ModuleType, tmp_path: Path, seed: int) -> None:
    gold, texts = gold_answers.SHARED / "gold" / "seeds", gold_answers.SHARED / "seeds"
    made = gold_answers.answers(gold, texts)
    folder = write(made if seed == 0 else gold_answers.spoil(made, seed, share=0.05 * seed), tmp_path / "answers")
    theirs = reference.score(folder, gold, texts)
    ours = evaluate(read_answers(folder), read_gold(gold), texts_of(texts))
    assert figures(ours) == {kind: (t.hit, len(t.missed), len(t.wrong)) for kind, t in theirs.items()}
    for kind, tally in theirs.items():
        assert [f"{x:.3f}" for x in tally.rates()] == [
            f"{x:.3f}" for x in (ours.kinds[kind].precision, ours.kinds[kind].recall, ours.kinds[kind].f1)
        ]
    if seed == 0:
        assert ours.total.f1 > 0.95
    else:
        assert ours.total.wrong and ours.total.missed


TEXT = "Ana Lee, Director of the Port Authority, opened the fair in Oslo on Monday. She said trade rose 4%."


def make_gold(folder: Path, **changes: Any) -> Path:
    gold: dict[str, Any] = {
        "article": "one",
        "entities": [
            {"id": "ana", "type": "Person", "names": ["Ana Lee"]},
            {"id": "port", "type": "Agency", "names": ["Port Authority", "PA"]},
            {"id": "oslo", "type": "Place", "names": ["Oslo"], "optional": True},
            {"id": "fair", "type": "Event", "names": [], "anchors": ["opened the fair"]},
        ],
        "posts": [{"person": "ana", "title": ["Director"], "organization": "port"}],
        "events": [{"event": "fair", "kind": ["Fair"], "start": None, "place": "oslo", "status": "held"}],
        "participants": [{"event": "fair", "participant": "ana"}],
        "statements": [{"speaker": "ana", "anchor": "trade rose"}],
        "ties": [{"subject": "oslo", "relation": "cooperates_with", "object": "port"}],
    }
    folder.mkdir(exist_ok=True)
    (folder / "one.json").write_text(json.dumps(gold | changes), encoding="utf-8")
    return folder


def row(snippet: str, **cells: str) -> dict[str, str]:
    start = TEXT.index(snippet)
    return {"article": "one", "start": str(start), "end": str(start + len(snippet)), "quote": snippet} | cells


ENTITY = {"entity": "e", "otherNames": ""}
POST = {"personName": "Ana Lee", "title": "director", "organizationName": "The Port Authority", "status": "held"}
EVENT = {"event": "x", "eventName": "", "kind": "Fair", "startDate": "", "endDate": "", "placeName": "OSLO", "status": "held"}
SAID = {"speakerName": "Ana Lee", "text": "trade rose 4%"}


@pytest.mark.parametrize(
    ("question", "rows", "kind", "expected"),
    [
        ("entities", [row("Ana Lee", **ENTITY, type="Official", name="Ana LEE")], "entities", (1, 1, 0)),
        ("entities", [row("Ana Lee", **ENTITY, type="Agency", name="Ana Lee")], "entities", (0, 2, 1)),
        ("entities", [row("Oslo", **ENTITY, type="Place", name="Oslo")], "entities", (0, 2, 0)),
        ("entities", [row("Oslo", **ENTITY, type="Place", name="Bergen")], "entities", (0, 2, 1)),
        ("entities", [row("Oslo", entity="e", type="Agency", name="Pilots", otherNames="PA")], "entities", (1, 1, 0)),
        (
            "entities",
            [row("Port", **ENTITY, type="Agency", name="PA"), row("Port", entity="f", type="Agency", name="Port Authority", otherNames="")],
            "entities",
            (1, 1, 1),
        ),
        ("posts", [row("Ana Lee", **POST)], "posts", (1, 0, 0)),
        ("posts", [row("Ana Lee", **POST | {"title": "Deputy Director"})], "posts", (0, 1, 1)),
        ("posts", [row("Ana Lee", **POST | {"status": "former"})], "post status", (0, 0, 1)),
        ("events", [row("opened the fair", **EVENT)], "events", (1, 0, 0)),
        ("events", [row("She said", **EVENT)], "events", (0, 1, 1)),
        ("events", [row("opened the fair", **EVENT | {"kind": "Forum"})], "events", (0, 1, 1)),
        ("events", [row("opened the fair", **EVENT | {"startDate": "2024"})], "event dates", (0, 0, 1)),
        ("events", [row("opened the fair", **EVENT | {"endDate": "2024"})], "event dates", (0, 0, 0)),
        ("events", [row("opened the fair", **EVENT)], "event places", (1, 0, 0)),
        ("events", [row("opened the fair", **EVENT | {"placeName": "Rome"})], "event places", (0, 1, 1)),
        ("events", [row("opened the fair", **EVENT | {"status": "planned"})], "event status", (0, 1, 1)),
        ("statements", [row("trade rose 4%", **SAID)], "statements", (1, 0, 0)),
        ("statements", [row("Ana Lee", **SAID)], "statements", (0, 1, 1)),
        ("ties", [row("Oslo", subjectName="PA", relation="cooperates_with", objectName="Oslo")], "ties", (1, 0, 0)),
        ("ties", [row("Oslo", subjectName="PA", relation="invests_in", objectName="Oslo")], "ties", (0, 1, 1)),
    ],
)
def test_rules(tmp_path: Path, question: str, rows: list[dict[str, str]], kind: str, expected: tuple[int, int, int]) -> None:
    report = evaluate({question: rows}, read_gold(make_gold(tmp_path / "gold")), {"one": TEXT})
    assert figures(report)[kind] == expected


def test_a_participant_of_an_unknown_event_is_wrong(tmp_path: Path) -> None:
    answers = {
        "events": [row("opened the fair", **EVENT)],
        "participants": [
            row("Ana Lee", event="x", eventName="", participantName="Ana Lee"),
            row("Ana Lee", event="http://e/y", eventName="", participantName="Ana Lee"),
        ],
    }
    tally = evaluate(answers, read_gold(make_gold(tmp_path / "gold")), {"one": TEXT}).kinds["participants"]
    assert (tally.hits, tally.missed, tally.wrong) == (1, [], ["one: ? y | ana"])


def test_nothing_told_and_nothing_to_tell_is_no_number(tmp_path: Path) -> None:
    report = evaluate({}, read_gold(make_gold(tmp_path / "gold")), {"one": TEXT})
    assert math.isnan(report.kinds["organizers"].f1)
    assert math.isnan(report.total.precision)
    assert report.total.recall == 0
    assert [kind for kind, _ in report.rows()][-1] == "all"


def test_gold_without_a_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"one: .*no text"):
        evaluate({}, read_gold(make_gold(tmp_path / "gold")), {})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not readable as JSON"),
        ("[]", "names no article"),
        ('{"article": "a", "entities": [{"id": "x"}]}', "not in the gold's format"),
        ('{"article": "a", "ties": [{"subject": "x", "object": "y"}]}', "speak of 'x'"),
    ],
)
def test_bad_gold_is_named(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_gold(tmp_path)
    assert "bad.json" in str(caught.value)


def test_a_folder_without_gold_or_answers_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold"):
        read_gold(tmp_path)
    with pytest.raises(InputError, match="no answers"):
        read_answers(tmp_path)
    (tmp_path / "posts.csv").write_bytes(b"a,b\n\xff\xfe")
    with pytest.raises(InputError, match=r"posts\.csv.*CSV"):
        read_answers(tmp_path)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Hà Nội", "ha noi"),
        ("Đà Nẵng's", "da nang"),
        ("People’s Committee", "people committee"),
        ("U.S.", "u s"),
        ("Theatre", "theatre"),
        (None, ""),
    ],
)
def test_fold(name: str | None, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(), st.text(alphabet="ab \n", min_size=1, max_size=5))
def test_places_are_in_the_text(text: str, snippet: str) -> None:
    for found in Text(text).places(snippet):
        assert "".join(text[found.start : found.end].split()) == "".join(snippet.split())


@pytest.mark.parametrize(("one", "other", "same"), [("1,500", 1500, True), ("1.5", 1.5000001, True), ("x", 1, False), ("2", 3, False)])
def test_numbers(one: str, other: float, same: bool) -> None:
    assert same_number(one, other) is same
    assert number(None) is None


def test_near() -> None:
    assert near(Span(0, 5), Span(4, 6))
    assert not near(Span(0, 5), Span(5, 6))
    assert near(Span(0, 5), Span(300, 301), slack=300)


def test_a_table_for_a_page_shows_a_right_fact_of_each_kind(tmp_path: Path) -> None:
    answers = {
        "entities": [row("Port", entity="e", type="Agency", name="PA | Oslo", otherNames="PA")],
        "events": [row("opened the fair", **EVENT)],
        "ties": [row("Oslo", subjectName="PA", relation="invests_in", objectName="Oslo")],
    }
    lines = markdown(evaluate(answers, read_gold(make_gold(tmp_path / "gold")), {"one": TEXT})).splitlines()
    assert lines[:2] == ["| kind of fact | precision | recall | for example |", "|---|---:|---:|---|"]
    rows = {line.split(" | ")[0].strip("| "): line for line in lines[2:]}
    assert list(rows) == [*KINDS, "all"]
    assert rows["entities"] == "| entities | 100 % | 50 % | Agency · PA · Oslo |"
    assert rows["events"] == "| events | 100 % | 100 % | Fair · fair |"
    assert rows["organizers"] == "| organizers | - | - |  |"
    assert rows["ties"] == "| ties | 0 % | 0 % |  |"
