"""Which mentions of events are one event."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.extract import extract, kinds
from kg.read import read_text
from kg.resolve.gatherings import Told, fits, fresh, label
from kg.resolve.reading import read
from kg.types import Mention

STATUSES = ("", "held", "ongoing", "planned", "postponed", "cancelled")
tolds = st.builds(
    Told,
    kind=st.sampled_from(("", "Visit", "Forum", "Event")),
    status=st.sampled_from(STATUSES),
    dates=st.sets(st.sampled_from(("2025", "2025-03", "2025-03-07", "--03-07", "2024-11")), max_size=2),
    places=st.sets(st.integers(1, 3), max_size=2),
    people=st.sets(st.integers(1, 3), max_size=2),
    lands=st.sets(st.sampled_from(("GH", "PE")), max_size=1),
)


@given(tolds)
def test_nothing_contradicts_itself(told: Told) -> None:
    assert fits(told, told)
    assert fits(told, Told()) and fits(Told(), told)


@pytest.mark.parametrize(
    ("told", "own", "expected"),
    [
        (Told(status="held"), Told(status="ongoing"), True),
        (Told(status="held"), Told(status="planned"), False),
        (Told(status="planned"), Told(status="cancelled"), True),
        (Told(status="postponed", dates={"2025-03-01"}), Told(status="planned", dates={"2025-09-15"}), True),
        (Told(dates={"2025-03-07"}), Told(dates={"2025-03"}), True),
        (Told(dates={"2025-03-07"}), Told(dates={"--03-07"}), True),
        (Told(dates={"2025-03-07"}), Told(dates={"2025-04"}), False),
        (Told(kind="Visit", places={1}), Told(kind="Visit", places={2}), False),
        (Told(kind="Visit", places={1}, lands={"GH"}), Told(kind="Visit", places={2}, lands={"GH"}), True),
        (Told(kind="Visit", status="ongoing", places={1}), Told(kind="Visit", status="planned", places={1}), True),
        (Told(kind="Forum", places={1}), Told(kind="Forum", places={2}), True),
    ],
)
def test_fits(told: Told, own: Told, expected: bool) -> None:
    assert fits(told, own) is expected


def nominal(text: str, generic: str = "", definite: bool = True) -> Mention:
    noun = text.split()[-1]
    return Mention(0, len(text), text, "Event", "nominal", noun, 0, definite, MappingProxyType({"generic": generic, "noun": noun}))


def test_labels() -> None:
    assert label(nominal("the trade\nfair")) == "trade fair"
    assert label(nominal("the event", generic="1")) == ""
    assert label(Mention(0, 3, "met", "Event", "verb", "meet", 0)) == ""
    assert label(Mention(0, 10, "Oslo Forum", "Event", "name", "Oslo Forum", 0)) == "Oslo Forum"


def test_what_may_open_an_article() -> None:
    assert not fresh(nominal("the event", generic="1"), Told())
    assert fresh(nominal("the event", generic="1"), Told(people={1}))
    assert fresh(nominal("the forum"), Told())
    assert not fresh(Mention(0, 2, "it", None, "pronoun", "it", 0), Told(people={1}))


def count(text: str) -> int:
    doc = annotate(read_text("date: 2025-03-12\n\n" + text))
    reading = read(doc, list(extract(doc)), kinds())
    told = {dict(f.roles)["event"] for f in reading.facts if f.kind == "event"}
    return len(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The event was hosted by the World Bank. At the conference, Minister Ana Souza said exports grew.", 1),
        (
            "A seminar was held in Accra on Monday. The Accra Export Day 2025 was organised by the World Bank. The event ended on Tuesday.",
            1,
        ),
        ("A forum was held in Accra on Monday. A second forum will be held in Lima in May.", 2),
        ("The mission to Chile was postponed from March 3. The seven-day trip would now start on April 15.", 1),
        ("A seminar was held in Accra on Monday. Next year's seminar will be held in Lima.", 2),
        ("King Felix will visit Morocco in May. King Felix visited Peru in March.", 2),
        ("Minister Ana Souza met Ambassador Ben Cole in Lima on Monday. The meeting was held at the National Theatre.", 1),
        ("The Lomé Book Festival opened on Monday. It is organised by the World Bank. The festival ends on Friday.", 1),
    ],
)
def test_events_of_an_article(text: str, expected: int) -> None:
    assert count(text) == expected


def test_the_headline_tells_the_article_s_event() -> None:
    assert count("Trade forum in Accra draws crowds\n\nA trade forum was held in Accra on Monday. The forum drew 300 firms.") == 1
