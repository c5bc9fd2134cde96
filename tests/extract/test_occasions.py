"""Occasions told over several lines: notices, minutes, interviews, lists; and clauses that hang elsewhere than on their event."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract import events, organizers, participants
from kg.extract._examples import render
from kg.read import read_text

NOTICE = """Coffee traders meet in Lima

The Lima Coffee Forum will bring together 300 growers.

Venue: Arica Trade Hall.

Date: 3 May 2026

Organiser: Lima Chamber of Commerce.
"""
MINUTES = """MINUTES

The council of the Pacific Fisheries Commission met in Suva on 3 May 2024.

Ana Lima reported that the stocks had grown. Jorge Vidal did not report.
"""
INTERVIEW = """date: 2026-05-01

Interview with the mayor

Ana Lima has been mayor of Arica since 2021. She spoke to this newspaper.

Q: What comes next?

A: In September 2026 I speak at the Smart Ports Forum in Antwerp. I do not attend the Lagos Book Fair.
"""
ROLL = """Traders meet

The Lagos Book Fair opened on 3 May 2024.

Participants included:

- Ana Lima, mayor of Ikeja

- Jorge Vidal, consul of Spain
"""


def _lines(module: object, text: str) -> set[str]:
    doc = annotate(read_text(text))
    return {render(doc, claim) for claim in module.extract(doc)}  # type: ignore[attr-defined]


def test_labelled_lines_belong_to_the_event_above() -> None:
    assert _lines(events, NOTICE) == {
        "event=Lima Coffee Forum | place=Arica Trade Hall | kind=Forum | start=2026-05-03 | status=planned",
    }
    assert _lines(organizers, NOTICE) == {"event=Lima Coffee Forum | organizer=Lima Chamber of Commerce | status=planned"}


def test_labelled_lines_without_an_event_say_nothing() -> None:
    text = "Lost property\n\nVenue: Arica Expo Hall\n\nDate: 3 May 2026\n\nOrganiser: Lima Chamber of Commerce\n"
    assert not _lines(events, text)
    assert not _lines(organizers, text)


def test_who_reports_in_minutes_was_there() -> None:
    assert _lines(participants, MINUTES) == {"event=met | participant=Ana Lima | role=speaker | status=held"}
    assert not _lines(participants, MINUTES.replace("MINUTES", "Fish news"))


def test_who_answers_in_an_interview_speaks_at_the_forum() -> None:
    assert _lines(participants, INTERVIEW) == {"event=Smart Ports Forum | participant=Ana Lima | role=speaker | status=planned"}


def test_a_roll_of_items() -> None:
    assert _lines(participants, ROLL) == {
        "event=Lagos Book Fair | participant=Ana Lima | role=attendee | status=held",
        "event=Lagos Book Fair | participant=Jorge Vidal | role=attendee | status=held",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what follows a comma speaks of the event, wherever the parser hangs it
        ("A trade conference in Lima last May, which was hosted by the Lima Chamber of Commerce, drew 300 firms.", True),
        ("The Lima Coffee Forum, co-organised by the Lima Chamber of Commerce, closed on 3 May 2024.", True),
        ("The Lima Coffee Forum, to be hosted by the Lima Chamber of Commerce, has been postponed.", True),
        ("The Lima Coffee Forum that the Lima Chamber of Commerce hosted closed on 3 May 2024.", True),
        ("Two days of talks on coffee, organised by the Lima Chamber of Commerce, ended in Lima on 3 May 2024.", True),
        ("The opening of the Lima Coffee Forum was organised by the Lima Chamber of Commerce.", True),
        ("The Lima Coffee Forum opened. Its organisers are the Lima Chamber of Commerce and two banks.", True),
        ("The Lima Coffee Forum was sponsored by the Lima Chamber of Commerce.", False),
        ("The Lima Coffee Forum was held under the auspices of the Lima Chamber of Commerce.", False),
        ("The Lima Coffee Forum was not organised by the Lima Chamber of Commerce.", False),
        ("The Lima Coffee Forum heard that strikes were organised by the Lima Chamber of Commerce.", False),
    ],
)
def test_organizers_in_clauses(text: str, expected: bool) -> None:
    found = _lines(organizers, text)
    assert any("organizer=Lima Chamber of Commerce" in line for line in found) is expected


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The four-day Lima Coffee Expo opened on 30 December 2025.", "2026-01-02"),
        ("The four-day Lima Coffee Expo opened on 30 December.", "--01-02"),
        ("The four-day Lima Coffee Expo opened on 27 February.", ""),  # leap years differ
        ("The Lima Coffee Expo, a four-day fair, opened in May 2025.", ""),
        ("The four-day Lima Coffee Expo closed on 3 May 2025.", "2025-05-03"),
        ("The 90-day Lima Coffee Expo opened on 3 May 2025.", ""),
    ],
)
def test_length_gives_the_last_day(text: str, end: str) -> None:
    lines = [line for line in _lines(events, text) if "Lima Coffee Expo" in line]
    assert len(lines) == 1
    assert (f"| end={end} " in f"{lines[0]} ") if end else ("end=" not in lines[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the clause behind a comma, "at which", "where", and nouns that stand for the event on the way to its verb
        ("He quit at a forum on coffee in Lima on Monday, at which Ana Lima spoke.", "participant=Ana Lima | role=speaker"),
        ("The Lima Coffee Forum in May, where Ana Lima spoke at length, drew 300 growers.", "participant=Ana Lima | role=speaker"),
        ("Ana Lima spoke on the second day of the Lima Coffee Forum.", "participant=Ana Lima | role=speaker"),
        ("Ana Lima gave a speech to the Lima Coffee Forum on Monday.", "participant=Ana Lima | role=speaker"),
        ("In a keynote to the Lima Coffee Forum, Ana Lima said prices would rise.", "participant=Ana Lima | role=speaker"),
        ("Ana Lima chaired the closing session of the Lima Coffee Forum.", "participant=Ana Lima | role=chair"),
        ("Ana Lima attended the opening ceremony of the Lima Coffee Forum.", "participant=Ana Lima | role=attendee"),
        ("Ana Lima, the mayor, and Jorge Vidal, who both attended the Lima Coffee Forum, fell ill.", "participant=Jorge Vidal"),
        ("The Lima Coffee Forum was opened by Ana Lima, who heads the chamber.", "participant=Ana Lima | role=opener"),
        (
            "Opening the Lima Coffee Forum on Monday, Ana Lima, mayor of Arica, said prices would rise.",
            "participant=Ana Lima | role=opener",
        ),
        ("Addressing the Lima Coffee Forum on Monday, she said prices would rise.", "participant=she | role=speaker"),
        (
            "The mayor of Arica, Ana Lima, met her counterpart, Jorge Vidal, on Monday.",
            "participant=Jorge Vidal | role=attendee",
        ),
        ("Ana Lima met Peru's Minister for Power Jorge Vidal in Arica on Monday.", "participant=Jorge Vidal | role=attendee"),
        ("Talks between Ana Lima and Jorge Vidal ended in Arica on Monday.", "participant=Jorge Vidal | role=attendee"),
        ("The two met in Arica on Monday.", "participant=two | role=attendee"),
        ("Ana Lima's aide attended the Lima Coffee Forum.", ""),
        ("Ana Lima (Arica Bank) praised a law that the Lima Coffee Forum had criticised.", ""),
        ("Nobody from the office of Ana Lima attended the Lima Coffee Forum.", ""),
    ],
)
def test_parts_in_clauses(text: str, expected: str) -> None:
    found = _lines(participants, f"date: 2025-03-12\n\n{text}")
    assert any(expected in line for line in found) if expected else not found
