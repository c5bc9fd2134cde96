"""The examples of figures: what a text gives, and what gives nothing."""

from __future__ import annotations

from kg.extract._figures_examples_deeds import DEEDS
from kg.extract._figures_examples_gaps import GAPS
from kg.extract._figures_examples_more import MORE
from kg.extract._figures_examples_news import NEWS
from kg.extract._figures_examples_told import TOLD

STATISTICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Ghana's exports reached $900 million in May 2023. Cocoa took first place among the products with $236 million, "
        "ahead of gold, whose sales dropped 6.8% to $201 million.",
        (
            "area=Ghana | indicator=exports | value=900000000 | unit=USD | start=2023-05 | end=2023-05 | status=reported",
            "area=Ghana | indicator=exports of cocoa | value=236000000 | unit=USD | start=2023-05 | end=2023-05 | status=reported",
            "area=Ghana | indicator=gold sales | value=201000000 | unit=USD | change=-6.8 | start=2023-05 | end=2023-05 | status=reported",
        ),
    ),
    (
        "Ghana's exports have recovered, with turnover reaching $8.9 billion in 2023, an 11 per cent increase from the previous year.",
        (
            "area=Ghana | indicator=export turnover | value=8900000000 | unit=USD | change=11 | basis=yoy | start=2023-01 | "
            "end=2023-12 | status=reported",
        ),
    ),
    (
        "Trade among the ASEAN members rose 9.8 per cent to $14.1 billion in 2025, according to the bank, which "
        "projects $15.2 billion for 2026.",
        (
            "area=ASEAN | indicator=trade | value=14100000000 | unit=USD | change=9.8 | basis=yoy | start=2025-01 | "
            "end=2025-12 | status=reported",
            "area=ASEAN | indicator=trade | value=15200000000 | unit=USD | start=2026-01 | end=2026-12 | status=forecast",
        ),
    ),
    (
        "Exports of cars, including sales to dealers, totaled $3 billion in 2022.",
        ("indicator=exports of cars | value=3000000000 | unit=USD | start=2022-01 | end=2022-12 | status=reported",),
    ),
    (
        "Five investors were granted investment certificates worth a combined $412 million in Lampung.",
        ("indicator=investment certificates | value=412000000 | unit=USD | status=reported",),
    ),
    (
        "Australia's aid to Fiji reached $40 million in 2022.",
        ("area=Fiji | partner=Australia | indicator=aid | value=40000000 | unit=USD | start=2022-01 | end=2022-12 | status=reported",),
    ),
    (
        "Oman's non-oil exports stood at 1.2 billion rials at the end of March 2024, up 5 percent.",
        ("area=Oman | indicator=non-oil exports | value=1200000000 | unit=OMR | change=5 | start=2024-03 | end=2024-03 | status=reported",),
    ),
    (
        "Japan's core inflation is forecast to slow to 2.1 percent in 2025.",
        ("area=Japan | indicator=core inflation | value=2.1 | unit=percent | start=2025-01 | end=2025-12 | status=forecast",),
    ),
    (
        "With exports of $40 billion in 2023, Peru is the largest exporter of blueberries.",
        ("area=Peru | indicator=exports | value=40000000000 | unit=USD | start=2023-01 | end=2023-12 | status=reported",),
    ),
    (
        "A total of $3.1 billion in foreign direct investment flowed into Serbia in 2023, 12 percent more than a year before.",
        (
            "area=Serbia | indicator=foreign direct investment | value=3100000000 | unit=USD | change=12 | basis=yoy | "
            "start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Costa Rica sold $3.1 billion of medical devices to the United States in 2022.",
        (
            "area=Costa Rica | partner=United States | indicator=exports of medical devices | value=3100000000 | unit=USD | "
            "start=2022-01 | end=2022-12 | status=reported",
        ),
    ),
    (
        "Chile's economy grew by 5.3 percent in the third quarter of 2023.",
        ("area=Chile | indicator=GDP growth | change=5.3 | start=2023-07 | end=2023-09 | status=reported",),
    ),
    (
        "Bulgaria received 1.6 billion euros in FDI.",
        ("area=Bulgaria | indicator=foreign direct investment | value=1600000000 | unit=EUR | status=reported",),
    ),
    (
        "In 2022, Malta's exports were down 12 percent from 2021 at $18 million.",
        (
            "area=Malta | indicator=exports | value=18000000 | unit=USD | change=-12 | basis=yoy | start=2022-01 | "
            "end=2022-12 | status=reported",
        ),
    ),
    (
        "Exports and tourism did not reach $5 billion in 2023.",
        (),
    ),
    (
        "Egypt is to lend Sudan $40 million.",
        (),
    ),
    (
        "Kenya's tea exports rose 12 percent to $1.4 billion in 2023, according to the central bank.",
        (
            "area=Kenya | indicator=tea exports | value=1400000000 | unit=USD | change=12 | basis=yoy | start=2023-01 | "
            "end=2023-12 | status=reported",
        ),
    ),
    (
        "Peru exported goods worth $5.2 billion in March 2024, up 8.1% from a year earlier.",
        (
            "area=Peru | indicator=exports | value=5200000000 | unit=USD | change=8.1 | basis=yoy | start=2024-03 | "
            "end=2024-03 | status=reported",
        ),
    ),
    (
        "Trade between Chile and Japan totalled US$9.8 billion in 2022, a drop of 3 percent from 2021.",
        (
            "area=Chile | partner=Japan | indicator=trade | value=9800000000 | unit=USD | change=-3 | basis=yoy | "
            "start=2022-01 | end=2022-12 | status=reported",
        ),
    ),
    (
        "Chile's unemployment rate fell to 8.1 percent in June 2024 from 8.5 percent in May.",
        (
            "area=Chile | indicator=unemployment | value=8.5 | unit=percent | start=2024-05 | end=2024-05 | status=reported",
            "area=Chile | indicator=unemployment | value=8.1 | unit=percent | start=2024-06 | end=2024-06 | status=reported",
        ),
    ),
    (
        "Portugal's GDP grew 2.3% in 2023, while inflation slowed to 4.3%.",
        (
            "area=Portugal | indicator=GDP growth | change=2.3 | basis=yoy | start=2023-01 | end=2023-12 | status=reported",
            "area=Portugal | indicator=inflation | value=4.3 | unit=percent | start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Imports from Brazil amounted to 220 million euros, or 12% of Portugal's total imports, in 2022.",
        (
            "area=Portugal | partner=Brazil | indicator=imports | value=220000000 | unit=EUR | start=2022-01 | end=2022-12 "
            "| status=reported",
        ),
    ),
    (
        "The ministry expects exports to reach $12 billion in 2026.",
        ("indicator=exports | value=12000000000 | unit=USD | start=2026-01 | end=2026-12 | status=forecast",),
    ),
    (
        "Morocco attracted $3.5 billion in foreign direct investment in 2023, up 22% year-on-year.",
        (
            "area=Morocco | indicator=foreign direct investment | value=3500000000 | unit=USD | change=22 | basis=yoy | "
            "start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "South Korean firms have invested $2.1 billion in Lampung since 2015.",
        ("area=Lampung | partner=South Korean | indicator=investment | value=2100000000 | unit=USD | status=reported",),
    ),
    (
        "Ecuador wants to raise its banana exports to China to $1 billion by 2027.",
        ("area=Ecuador | partner=China | indicator=banana exports | value=1000000000 | unit=USD | status=target",),
    ),
    (
        "Indonesia's trade surplus narrowed to $2.4 billion in May 2024 from $3.6 billion in April.",
        (
            "area=Indonesia | indicator=trade surplus | value=3600000000 | unit=USD | start=2024-04 | end=2024-04 | status=reported",
            "area=Indonesia | indicator=trade surplus | value=2400000000 | unit=USD | start=2024-05 | end=2024-05 | status=reported",
        ),
    ),
    *MORE,
    *NEWS,
    *TOLD,
    *DEEDS,
    *GAPS,
)
