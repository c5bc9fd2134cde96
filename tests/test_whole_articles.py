"""Causes that go through several stages: what a short article tells (``+``) and what it must not (``-``), as parts of a fact's line.

Each row is of a cause that once gave a wrong fact or lost a right one, in other words than those it was found in.
"""

from __future__ import annotations

import pytest

from fixtures.reading import entities, facts, resolution
from kg.data.issuers import issuer

ROWS = [
    pytest.param(
        "Minister off to Oslo\n\nLIMA, 3 June 2025 - Trade Minister Ana Torres left Lima on Monday for Oslo, where she is expected "
        "to co-chair the Norway-Peru dialogue with Norway's Kari Lund on Wednesday.",
        ("participant: event=Norway-Peru dialogue participant=Ana Torres role=chair (planned)",),
        ("dialogue participant=Ana Torres role=chair (held)",),
        id="a verb with co- keeps its auxiliaries",
    ),
    pytest.param(
        "Talks\n\nSUVA, 3 June 2025 - Earlier it was announced that Prime Minister Jone Vaka would pay a visit to Apia in August.",
        ("place=Apia kind=Visit start=2025-08 (planned)",),
        ("kind=Visit (held)",),
        id="a future told in the past is a plan",
    ),
    pytest.param(
        "Peru and Oman end third round of FTA talks\n\nLIMA, 3 June 2025 - The third round of talks on the Oman-Peru Free Trade Agreement "
        "(FTA) ended in Lima on Monday.",
        ("agreement: agreement=Oman-Peru Free Trade Agreement kind=TradeAgreement (proposed)",),
        ("(signed)", "agreement=FTA"),
        id="an agreement that talks are on is proposed, and its acronym no other one",
    ),
    pytest.param(
        "Oaxaca looks to Hokkaido\n\nA delegation from the state of Oaxaca led by Governor Luis Prieto paid a visit to Japan's "
        "Hokkaido Prefecture from 3 to 5 June 2025. Oaxaca sells mangoes; Oaxaca wants to sell more.\n\nAt a meeting with "
        "Governor Sato Kenta, Prieto invited him to Oaxaca.",
        ("organization=Hokkaido person=Sato Kenta title=Governor",),
        ("organization=Oaxaca person=Sato Kenta",),
        id="who is met abroad governs there",
    ),
    pytest.param(
        "Texas firms look south\n\nAUSTIN - The mission of the United States firms went to Chile and Peru, the United States agency "
        "said.\n\n"
        "In Santiago, the delegation met with Deputy Minister of Economy Clara Rojas.",
        ("organization=Chile person=Clara Rojas",),
        ("organization=United States person=Clara Rojas",),
        id="a minister met in a place abroad is that country's",
    ),
    pytest.param(
        "Forum\n\nACCRA, 3 June 2025 - A cocoa forum organised by the Ghana Growers' Union opened in Kumasi on Monday. Union chairman "
        "Kofi Mensah told the forum that a second round would be held in Abidjan in May 2026.",
        ("event=cocoa forum place=Kumasi",),
        ("event=cocoa forum place=Abidjan",),
        id="that behind told is no relative pronoun",
    ),
    pytest.param(
        "Two capitals\n\nANKARA, 3 June 2025 - Turkey and Serbia are close. Ankara and Belgrade have set a target of $5 billion in "
        "annual trade.",
        ("area=Turkey partner=Serbia",),
        ("area=Ankara",),
        id="capitals that act are their countries",
    ),
    pytest.param(
        "Economy\n\nCOLOMBO - Sri Lanka's economy, which shrank by 2.3% in 2023, grew by 4.5% last year.",
        ("area=Sri Lanka basis=yoy change=4.5 indicator=GDP growth (reported)",),
        ("change=4.5 end=2023-12", "start=2023-01 value=4.5"),
        id="a last year that nobody knows is not the year of another clause",
    ),
    pytest.param(
        "Pact\n\nBRUSSELS, 12 June 2025 - The trade agreement with Chile concluded last December would be signed before the end of the "
        "year, the European Commission said.",
        ("kind=TradeAgreement", "(planned)"),
        ("kind=TradeAgreement signed=2024-12", "(signed)"),
        id="talks that were concluded are no signing",
    ),
    pytest.param(
        "Paper\n\nADEN, 3 June 2025 - A memorandum of understanding on ports signed by Oman and Yemen in October 2022 expired last year.",
        ("kind=MemorandumOfUnderstanding signed=2022-10 subject=ports until=2024 (terminated)",),
        ("until=2022",),
        id="a date behind a participle is the participle's",
    ),
    pytest.param(
        "Coffee\n\nKAMPALA, 3 June 2025 - Uganda exported coffee worth $1.8 billion in 2024. Italy took 38 percent of the shipments, "
        "followed by Spain, the European Union and Sudan.",
        (
            "object=Italy relation=exports_to",
            "object=Spain relation=exports_to",
            "object=European Union relation=exports_to",
            "object=Sudan relation=exports_to",
        ),
        (),
        id="who follows in a ranking trades too",
    ),
    pytest.param(
        "Rates\n\nLUSAKA, 3 June 2025 - Kabwe is far away; Kabwe has mines; Kabwe sells zinc. The Bank of Zambia cut its rate to 9 "
        "percent. Deputy Governor Mary Phiri said prices would fall.",
        ("organization=Bank of Zambia person=Mary Phiri title=Deputy Governor",),
        ("organization=Kabwe",),
        id="a bare governor is of the bank told just before",
    ),
    pytest.param(
        "Mission\n\nPERTH, 5 November 2025 - Minister Ella Ross will lead 20 firms on a trade mission to Chile from 16 to 22 November.",
        ("end=2025-11-22 event=trade mission", "start=2025-11-16"),
        (),
        id="days from and to right behind an event are its own",
    ),
    pytest.param(
        "Offices\n\nHu Lan, deputy director of the Weifang bureau of commerce, said on 3 June 2025 that trade rose.",
        ("organization=Weifang Bureau of Commerce person=Hu Lan title=Deputy Director",),
        (),
        id="an office of a place in small letters",
    ),
    pytest.param(
        "Two firms\n\nACCRA, 3 June 2025 - The Ghana Cocoa Board and Nexora Group have signed a three-year contract under which "
        "Nexora will supply 900 tonnes of fertiliser. The contract was signed on Monday by the head of Nexora Africa, Omar Idrissi.",
        ("signatory: agreement=three-year contract signatory=Nexora Group (signed)",),
        ("~signatory=Nexora (signed)",),
        id="a short name is the group's, not its branch's",
    ),
    pytest.param(
        "Exports\n\nCOLOMBO, 3 June 2025 - Sri Lanka's exports of apparel rose by 6.5% to $1.9 billion in 2024, the Joint Apparel "
        "Forum said.",
        ("indicator=exports of apparel",),
        ("event=Joint Apparel Forum",),
        id="a forum that says something is no event",
    ),
    pytest.param(
        "Trip\n\nLIMA, 3 June 2025 - Foreign Minister Luis Prieto is due in Quito on 10 June to meet Ecuador's Trade Minister Ana Vera.",
        ("event: place=Quito kind=Meeting start=2025-06-10 (planned)",),
        ("kind=Meeting (held)",),
        id="who is somewhere to meet somebody meets there",
    ),
]


@pytest.mark.parametrize(("text", "told", "not_told"), ROWS)
def test_what_an_article_tells(text: str, told: tuple[str, ...], not_told: tuple[str, ...]) -> None:
    lines = facts(resolution(text))
    for part in told:
        assert any(all(p in line for p in _pieces(part)) for line in lines), f"{part!r} in none of {lines}"
    for part in not_told:
        assert not any(all(p in line for p in _pieces(part)) for line in lines), f"{part!r} in {lines}"


def _pieces(part: str) -> list[str]:
    """ "event=cocoa forum place=Kumasi (held)" as the parts of a line, which may stand in any order; behind "~" all of it as it is."""
    if part.startswith("~"):
        return [part[1:]]
    found: list[str] = []
    for word in part.split():
        if "=" in word or word.startswith("(") or word.endswith(":") or not found:
            found.append(word)
        else:
            found[-1] += f" {word}"
    return found


def test_a_link_and_a_picture_credit_are_no_part_of_an_article() -> None:
    text = (
        "Tea\n\nNairobi, 3 June 2025 - Kenya's tea exports rose 5% in May.\n\nREAD: Rwanda bans tea from Oman\n\n"
        "ALSO READ | Chad signs pact with Mali\n\nWorkers pick tea in a field near Kericho town. [Photo/Kericho Daily]\n\nPrices rose too."
    )
    named = entities(resolution(text))
    assert "Kenya" in named
    assert not {"Rwanda", "Oman", "Chad", "Mali", "READ", "Photo/Kericho Daily"} & set(named)


@pytest.mark.parametrize(
    ("lines", "code", "region"),
    [
        (["Government of South Australia", "MEDIA RELEASE"], "AU", "south australia"),
        (["Government of Kerala"], "IN", "kerala"),
        (["Ministry of Trade", "Republic of Tonga"], "TO", ""),
        (["Government of Georgia"], "GE", ""),
        (["Chile and Peru Business Daily"], "", ""),
        (["Morning Post", ""], "", ""),
        (["Queensland Business Monthly"], "", ""),
    ],
)
def test_who_issues_a_text(lines: list[str], code: str, region: str) -> None:
    assert issuer(lines) == (code, region)
