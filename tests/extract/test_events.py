"""What the examples of events cannot show: dates against the article's, the word list, mentions told twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.data import DataError, read_text, rows
from kg.extract import events, organizers, participants
from kg.extract._examples import render
from kg.extract._occasion_status import by_date, compare, merged
from kg.extract._occasion_words import USES, kind_of, words
from kg.extract._occasions import find
from kg.read import read_text as read
from kg.types import Document, Mention, PartialDate

DAY = "date: 2025-03-12\n\n"


def document(text: str) -> Document:
    return annotate(read(DAY + text))


def told(text: str) -> list[str]:
    doc = document(text)
    return [render(doc, claim) for claim in events.extract(doc)]


def took_part(text: str) -> list[str]:
    doc = document(text)
    return [f"{doc.text[c.roles[1][1].start : c.roles[1][1].end]} {c.value('role')}" for c in participants.extract(doc)]


dates = st.one_of(
    st.builds(PartialDate, year=st.integers(2020, 2030)),
    st.builds(PartialDate, year=st.integers(2020, 2030), month=st.integers(1, 12)),
    st.builds(PartialDate, year=st.integers(2020, 2030), month=st.integers(1, 12), day=st.integers(1, 28)),
    st.builds(PartialDate, month=st.integers(1, 12), day=st.integers(1, 28)),
)


@given(dates, dates)
def test_comparison_is_antisymmetric_and_never_guesses(a: PartialDate, b: PartialDate) -> None:
    one, other = compare(a, b), compare(b, a)
    assert (one is None) == (other is None)
    assert one is None or one == -(other or 0)
    if a.year is None or b.year is None:
        assert one is None


@given(st.one_of(st.none(), dates), st.one_of(st.none(), dates), st.one_of(st.none(), dates))
def test_status_by_date_is_one_of_the_kinds(start: PartialDate | None, end: PartialDate | None, published: PartialDate | None) -> None:
    status = by_date(start, end, published)
    assert status in ("", "planned", "ongoing", "held")
    if published is None:
        assert status == ""
    if status == "planned":
        assert start is not None and published is not None and compare(start, published) == 1


def test_calling_off_overrules_holding() -> None:
    assert merged(["planned", "cancelled", "held"]) == "cancelled"
    assert merged(["planned", "postponed"]) == "postponed"
    assert merged([]) == merged([""]) == ""


def test_word_list_is_sorted_and_complete() -> None:
    entries = [cells for _, cells in rows("occasions/words.tsv", ("word", "use"))]
    assert entries == sorted(entries)
    assert len(entries) == len({tuple(e) for e in entries})
    assert {use for _, use in entries} == set(USES)
    head = [line for line in read_text("occasions/words.tsv").split("\n") if line.startswith("#")]
    assert all(any(f"{use}:" in line for line in head) for use in USES)
    with pytest.raises(KeyError):
        words("no such use")


def test_an_unknown_use_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.extract import _occasion_words

    _occasion_words._lists.cache_clear()
    monkeypatch.setattr(_occasion_words, "rows", lambda *_: iter([(7, ["fair", "fancy"])]))
    with pytest.raises(DataError, match="line 7"):
        words("never")
    monkeypatch.undo()
    _occasion_words._lists.cache_clear()


def test_kind_of_a_name_is_that_of_its_noun() -> None:
    def mention(name: str) -> Mention:
        return Mention(0, len(name), name, "Event", "name", name, 0)

    assert kind_of(mention("Bergen Fish Summit 2025")) == "Summit"
    assert kind_of(mention("Trade Fair")) == "Fair"
    assert kind_of(mention("Something Else")) == "Event"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister was addressing the Bergen Fish Forum, a one-day gathering.", None),
        ("Minister Kaja Tamm said Monday that sales rose. She was addressing the Bergen Fish Forum, a one-day gathering.", "2025-03-10"),
        ("The bank reported on Tuesday that sales rose. The figures were released at a press briefing in Oslo.", "2025-03-11"),
        ("The bank reported on Tuesday that sales rose. It will hold a press briefing in Oslo.", None),
    ],
)
def test_date_of_the_sentence_before(text: str, expected: str | None) -> None:
    starts = [claim.value("start") for claim in events.extract(document(text))]
    assert starts
    assert {str(s) if s is not None else None for s in starts} == {expected}


def test_signing_ceremony_takes_the_day_of_the_signing() -> None:
    text = (
        "Norway and Peru opened a new page on March 7, when two papers were signed in the presence of Mayor Kofi Asare. "
        "The signing ceremony took place at the National Theatre."
    )
    assert any("event=The signing ceremony" in line and "start=2025-03-07" in line for line in told(text))
    assert "Kofi Asare attendee" in took_part(text)


def test_closing_session_is_the_conference() -> None:
    text = "The conference was held in Accra on Monday. Minister Ama Boateng told the closing session that exports grew."
    doc = document(text)
    claims = list(participants.extract(doc))
    assert [doc.text[c.roles[0][1].start : c.roles[0][1].end] for c in claims] == ["The conference"]
    assert len(told(text)) == 1


def test_an_edition_is_of_the_kind_of_its_event() -> None:
    text = "The Lomé Book Festival opened on Monday. Next year's edition will move to Accra."
    assert [o.kind for o in find(document(text))] == ["Festival", "Festival"]
    assert any("place=Accra" in line and "status=planned" in line for line in told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The conference was held in Accra on Monday. Keynote speaker Ana Souza said exports grew.", ["Ana Souza speaker"]),
        ("The conference was held in Accra on Monday. A fellow guest, Ben Cole, asked for loans.", ["Ben Cole attendee"]),
        ("The conference was held in Accra on Monday. Ana Souza drew the loudest applause.", ["Ana Souza speaker"]),
        ("The conference was held in Accra on Monday. Cutting the ribbon, Mayor Ben Cole said exports grew.", ["Ben Cole opener"]),
        ("The conference was held in Accra on Monday. Ana Souza and Ben Cole looked on.", ["Ana Souza attendee", "Ben Cole attendee"]),
        ("The conference was held in Accra on Monday. It was chaired by Minister Ana Souza.", ["Ana Souza chair"]),
        ("The conference was held in Accra on Monday. Minister Ana Souza represented Peru.", ["Ana Souza attendee"]),
        ("Ana Souza and Ben Cole looked on.", []),
    ],
)
def test_the_event_goes_without_saying(text: str, expected: list[str]) -> None:
    assert took_part(text) == expected


def test_hall_is_a_place_and_no_organizer() -> None:
    doc = document("The National Theatre will host the gala in May.")
    assert list(organizers.extract(doc)) == []
    assert [render(doc, c) for c in events.extract(doc)] == [
        "event=the gala | place=National Theatre | kind=Ceremony | start=2025-05 | status=planned"
    ]


def test_evidence_is_the_sentence() -> None:
    doc = document("Prices rose. The forum was held in Accra on Monday. Prices fell.")
    claim = next(events.extract(doc))
    assert doc.text[claim.evidence.start : claim.evidence.end] == "The forum was held in Accra on Monday."
