"""Figures: what one sentence takes from another, from a heading or from the article."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.annotate import annotate
from kg.extract import statistics
from kg.extract._examples import render
from kg.extract._figures_when import basis, span, whole, within
from kg.read import read_text
from kg.types import Claim, DateMention, PartialDate, Period


def claims(text: str) -> list[Claim]:
    return list(statistics.extract(annotate(read_text(text))))


def lines(text: str) -> list[str]:
    doc = annotate(read_text(text))
    return [render(doc, claim) for claim in statistics.extract(doc)]


def test_examples_are_many_and_some_give_nothing() -> None:
    assert len(statistics.EXAMPLES) >= 25
    assert sum(not expected for _, expected in statistics.EXAMPLES) >= 8


def test_a_change_of_the_figure_before_joins_it() -> None:
    found = claims("Peru's exports to Chile reached $2.1 billion in 2021. The figure was up 25.9% year on year.")
    assert len(found) == 1
    assert found[0].value("value") == Decimal(2100000000)
    assert found[0].value("change") == Decimal("25.9")
    assert found[0].value("basis") == "yoy"


def test_a_pronoun_with_a_period_of_its_own_is_a_new_figure_of_the_same_parties() -> None:
    found = lines(
        "Peru's exports to Chile reached $2.1 billion in the first nine months of 2025. In September alone they stood at $210 million, "
        "an increase of 5.5% from August."
    )
    assert found[1] == (
        "area=Peru | partner=Chile | indicator=exports | value=210000000 | unit=USD | change=5.5 | basis=mom | "
        "start=2025-09 | end=2025-09 | status=reported"
    )


def test_area_and_period_go_on_and_the_basis_too() -> None:
    found = claims(
        "Kenya's foreign trade amounted to $10.4 billion in January-August 2023, a decrease of 3.8% against the same period of 2022. "
        "Exports increased by 11.2% to $1.9 billion."
    )
    assert [c.value("basis") for c in found] == ["yoy", "yoy"]
    assert {(str(c.value("start")), str(c.value("end"))) for c in found} == {("2023-01", "2023-08")}
    assert [m.text for c in found for r, m in c.roles if r == "area"] == ["Kenya", "Kenya"]


def test_its_is_the_subject_of_the_sentence() -> None:
    found = claims(
        "Pakistan's exports to Oman made up $52 million in 2025, whereas its imports from there fell by 9.4 per cent to $8.7 million."
    )
    roles = {r: m.text for r, m in found[1].roles}
    assert roles == {"area": "Pakistan", "partner": "Oman"}
    assert found[1].value("change") == Decimal("-9.4")


def test_a_breakdown_names_its_whole() -> None:
    found = claims("Lagos's exports totaled $5.3 billion in 2023. The domestic sector contributed $2.9 billion, up 0.8%.")
    assert found[1].value("indicator") == "exports, domestic sector"


def test_a_second_currency_is_the_same_sum() -> None:
    assert len(claims("Ghana's exports reached 1.9 billion euros ($2.1 billion) in 2022.")) == 1


def test_a_stock_has_no_period() -> None:
    assert claims("Korean companies had invested 11.2 billion USD in Lampung by the end of September 2023.")[0].value("start") is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile aims to bring its exports to $100 billion in 2027.", "target"),
        ("The export target for 2027 is $100 billion.", "target"),
        ("Chile's exports are expected to reach $100 billion in 2027.", "forecast"),
        ("Chile's exports were estimated at $100 billion in 2023.", "estimate"),
        ("Chile's exports reached $100 billion in 2023.", "reported"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [c.status for c in claims(text)] == [status]


def test_rows_take_indicator_period_and_brackets_from_their_heading() -> None:
    text = (
        "Trade of Batumi\n\nBatumi is a city in Georgia. Batumi's port is busy.\n\n"
        "Exports, July–September 2025 (change on a year earlier in brackets)\n"
        "• Total: $4.62 billion (+7.4%)\n• July: $1.49 billion (–5.0%)\n\n"
        "Main buyers in the quarter (change on a year earlier in brackets)\n• Turkey: $1.38 billion (+3.3%)\n"
    )
    found = claims(text)
    assert [(str(c.value("start")), str(c.value("end"))) for c in found] == [
        ("2025-07", "2025-09"),
        ("2025-07", "2025-07"),
        ("2025-07", "2025-09"),
    ]
    assert [str(c.value("change")) for c in found] == ["7.4", "-5", "3.3"]
    assert {c.value("basis") for c in found} == {"yoy"}
    assert [m.text for r, m in found[2].roles if r == "partner"] == ["Turkey"]
    assert {c.value("indicator") for c in found} == {"exports"}


def test_a_share_in_a_row_is_no_change() -> None:
    head = "Main destinations in May 2024 (value; variation; share)\n"
    text = head + "- China: US$ 283 million; +14.1%; 24.8%\n- Peru: US$ 61 million; -11.4%; 5.3%\n"
    assert [str(c.value("change")) for c in claims("Chile's exports\n\nChile's exports grew.\n\n" + text)] == ["14.1", "-11.4"]


def test_evidence_holds_the_number() -> None:
    text = "Chile's exports reached $98 billion in 2022. Its imports were $94 billion."
    for claim in claims(text):
        assert "billion" in text[claim.evidence.start : claim.evidence.end]


@pytest.mark.parametrize(
    ("words", "first", "last", "expected"),
    [
        ("year on year", (2024, 5), (2024, 5), "yoy"),
        (" from the previous month", (2024, 5), (2024, 5), "mom"),
        (" more than in the second", (2024, 7), (2024, 9), "qoq"),
        (" more than in the second", (2024, 1), (2024, 12), ""),
        (" to 5 million", (2024, 5), (2024, 5), ""),
    ],
)
def test_basis(words: str, first: tuple[int, int], last: tuple[int, int], expected: str) -> None:
    assert basis(words, (PartialDate(*first), PartialDate(*last)), ()) == expected


def test_months_of_a_period() -> None:
    assert whole(Period(PartialDate(2025), PartialDate(2025))) == (PartialDate(2025, 1), PartialDate(2025, 12))
    assert whole(Period(None, PartialDate(2025))) == (None, None)
    assert span(PartialDate(2024, 11), PartialDate(2025, 2)) == 4
    assert span(PartialDate(None, 11), PartialDate(2025, 2)) == 0


def test_months_without_a_year_lie_in_the_stretch_of_the_heading() -> None:
    outer = (PartialDate(2025, 7), PartialDate(2025, 9))
    assert within((PartialDate(None, 8), PartialDate(None, 8)), outer) == (PartialDate(2025, 8), PartialDate(2025, 8))
    assert within((PartialDate(None, 2), PartialDate(None, 2)), outer) == (PartialDate(None, 2), PartialDate(None, 2))
    assert within((PartialDate(2024, 8), PartialDate(2024, 8)), outer) == (PartialDate(2024, 8), PartialDate(2024, 8))


@pytest.mark.parametrize(
    ("compared", "period", "expected"),
    [
        ((2024, 4, 2024, 6), (2024, 7, 2024, 9), "qoq"),
        ((2023, 7, 2023, 9), (2024, 7, 2024, 9), "yoy"),
        ((2024, 6, 2024, 6), (2024, 7, 2024, 7), "mom"),
        ((2023, 1, 2023, 12), (2024, 1, 2024, 12), "yoy"),
        ((2024, 3, 2024, 3), (2024, 7, 2024, 7), ""),
    ],
)
def test_basis_from_what_a_change_is_compared_with(
    compared: tuple[int, int, int, int], period: tuple[int, int, int, int], expected: str
) -> None:
    low, high = PartialDate(*compared[:2]), PartialDate(*compared[2:])
    date = DateMention(0, 1, "x", Period(low, high), "date", "comparison")
    assert basis("", (PartialDate(*period[:2]), PartialDate(*period[2:])), [date]) == expected


def test_a_list_after_a_sentence_with_a_colon() -> None:
    head = "Chile's trade\n\nChile's exports by country in 2023 were:\n"
    text = head + "- China: $39 billion, down 2.1%\n- Japan: $7 billion\n- Inflation: 3.4%\n"
    found = claims(text)
    assert [str(c.value("value")) for c in found][:2] == ["39000000000", "7000000000"]
    assert [m.text for c in found for r, m in c.roles if r == "partner"] == ["China", "Japan"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile's exports to Peru were 3 percent of the total.",
        "Exports grew by $3 million.",
        "Exports were $3 million higher.",
        "Chile imported a lot.",
        "The firm sold goods worth $3 million to Peru.",
        "Chile sold the ship for $3 million.",
        "Exports of Chile or of Peru might rise 3 percent.",
    ],
)
def test_nothing(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tunisian exports to Jordan rose to $12 million in 2023. Imports from the Kingdom fell to $4 million.",
            [("Tunisian", "Jordan", "exports"), ("Tunisian", "Jordan", "imports")],
        ),
        (
            "Peru and Laos met. Two-way trade reached $14 million in 2023. Peru sold $9 million worth of goods to the Asian nation.",
            [("Peru", "Laos", "bilateral trade"), ("Peru", "Laos", "exports")],
        ),
        (
            "Laos is Peru's 40th largest trade partner, with two-way trade growing 6% to $14 million in 2023.",
            [("Laos", "Peru", "bilateral trade")],
        ),
        (
            "Kenya's exports reached $7 billion in 2023, of which $600 million went to Uganda.",
            [("Kenya", "", "exports"), ("Kenya", "Uganda", "exports")],
        ),
        ("Kenya's exports reached $7 billion in 2023, of which $600 million went to waste.", [("Kenya", "", "exports")]),
        ("The Bank of Ghana kept its policy rate at 29 percent.", [("Ghana", "", "policy rate")]),
        ("Kente Textiles said its exports rose to $3 million in 2023.", []),
        ("Togo's exports and imports rose to $2 million and $3 million in 2023.", []),
    ],
)
def test_whose_figure_it_is(text: str, expected: list[tuple[str, str, str]]) -> None:
    doc = annotate(read_text(text))
    found = []
    for claim in statistics.extract(doc):
        area, partner = claim.role("area"), claim.role("partner")
        found.append((area.text if area else "", partner.text if partner else "", str(claim.value("indicator"))))
    assert found == expected


LEFT = [
    ("She is 51 and spoke for 40 minutes.", ["a number: a length of time"]),
    ("Copper costs $9,400 a tonne.", ["a number: a price"]),
    ("Some 300 delegates came.", ["a number: a count of what is no indicator"]),
    ("China took 12 percent of the tea.", ["a number: a share"]),
    ("A loan of $65 million was signed.", ["a number: a sum of what is no indicator"]),
    ("Peru's exports reached $3 billion in 2024, up 5%.", []),
]


@pytest.mark.parametrize(("text", "reasons"), LEFT)
def test_every_number_left_out_is_told_with_its_reason(text: str, reasons: list[str]) -> None:
    doc = annotate(read_text(text))
    found = [r.reason for r in statistics.refusals(doc)]
    assert [r for r in found if r in reasons or not reasons] == reasons, found
    for refusal in statistics.refusals(doc):
        assert doc.article.source[refusal.start : refusal.end] == refusal.text


def test_the_home_is_whose_figures_are_told_and_no_partner() -> None:
    found = claims(
        "Chile's exports to Poland rose by 5% to $3 million in 2024. Exports to Poland go by sea, and buyers in Poland like it.\n\n"
        "Imports amounted to $7 million in the year."
    )
    assert [m.text for c in found for r, m in c.roles if r == "area"] == ["Chile", "Chile"]
