"""What the whole article tells of its papers: the day of their event, and for whom signatories act."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract import extract, kinds
from kg.read import read_text
from kg.resolve.reading import Reading, read


def reading(text: str) -> Reading:
    doc = annotate(read_text(text))
    return read(doc, list(extract(doc)), kinds())


def days(text: str) -> list[str]:
    return [str(v) for f in reading(text).facts if f.kind == "agreement" for n, v in f.values if n == "signed"]


def signatories(text: str) -> set[str]:
    found = reading(text)
    names = {e.index: e.name for e in found.entities}
    return {names[dict(f.roles)["signatory"]] for f in found.facts if f.kind == "signatory"}


def test_a_paper_signed_after_talks_has_their_day() -> None:
    text = "Malta and Cyprus held talks in Valletta on 4 May 2024. After the talks, Malta and Cyprus signed a protocol on fishing."
    assert days(text) == ["2024-05-04"]


@pytest.mark.parametrize(
    "text",
    [
        "Malta and Cyprus held two days of talks in Valletta until 4 May 2024. After the talks, Malta and Cyprus signed a protocol.",
        "The Valletta Food Fair opened on 4 May 2024. At the fair, Malta and Cyprus signed a protocol on fishing.",
    ],
)
def test_what_lasts_gives_no_day(text: str) -> None:
    assert days(text) == []


def test_the_day_of_the_sentence_before_goes_on() -> None:
    text = "On 4 May 2024, minister Ann Borg received minister Eleni Pavlou in Valletta. The two signed a protocol on fishing."
    assert days(text) == ["2024-05-04"]


def test_a_capital_beside_its_country_is_no_other_party() -> None:
    text = "Malta and Cyprus signed a grant agreement, under which Nicosia will provide three boats to Malta. Both signed it in May."
    assert "Nicosia" not in signatories(text)
