"""Examples of figures told a sentence later, in rows without a verb, and by who keeps them."""

from __future__ import annotations

GAPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Lima, 3 May 2025\n\nPeru's meat shipments to Japan slumped in the first half of 2024. Beef was down "
        "by 50%, mutton by 12% and meat by-products by 37%.",
        (
            "area=Peru | partner=Japan | indicator=shipments of beef | change=-50 | basis=yoy | start=2024-01 | "
            "end=2024-06 | status=reported",
            "area=Peru | partner=Japan | indicator=shipments of mutton | change=-12 | basis=yoy | start=2024-01 "
            "| end=2024-06 | status=reported",
            "area=Peru | partner=Japan | indicator=shipments of meat by-products | change=-37 | basis=yoy | "
            "start=2024-01 | end=2024-06 | status=reported",
        ),
    ),
    (
        "Lusaka, 3 March 2025\n\nCopper exports recovered strongly in Zambia. They totalled $8.2 billion in "
        "2024, an increase of 14% from 2023.",
        (
            "area=Zambia | indicator=copper exports | value=8200000000 | unit=USD | change=14 | basis=yoy | "
            "start=2024-01 | end=2024-12 | status=reported",
        ),
    ),
    (
        "In 2024 Moldova sold wine worth $24 million on the Chinese market.",
        (
            "area=Moldova | partner=Chinese | indicator=exports of wine | value=24000000 | unit=USD | "
            "start=2024-01 | end=2024-12 | status=reported",
        ),
    ),
    (
        "A total of 1.2 million tourists visited Peru in the first half of 2024, 4.6 percent more than in the same period of 2023.",
        (
            "area=Peru | indicator=tourists | value=1200000 | unit=tourists | change=4.6 | basis=yoy | "
            "start=2024-01 | end=2024-06 | status=reported",
        ),
    ),
    (
        "Foreign exchange reserves held by the Bank of Uganda stood at $4.3 billion.",
        ("area=Uganda | indicator=foreign exchange reserves | value=4300000000 | unit=USD | status=reported",),
    ),
    (
        "Kenya is the third largest foreign investor in Fiji with 13 projects and total registered capital of $96.8 million.",
        ("area=Fiji | partner=Kenya | indicator=registered capital | value=96800000 | unit=USD | status=reported",),
    ),
    (
        "Germany was the largest supplier of machinery to Poland in 2024 (EUR 9.1 billion), ahead of China (EUR 6.2 billion).",
        (
            "area=Poland | partner=Germany | indicator=imports | value=9100000000 | unit=EUR | start=2024-01 | "
            "end=2024-12 | status=reported",
            "area=Poland | partner=China | indicator=imports | value=6200000000 | unit=EUR | start=2024-01 | end=2024-12 | status=reported",
        ),
    ),
    (
        "The ministry expects Togo's exports to top $20 billion and imports to reach $9 billion in 2026.",
        (
            "area=Togo | indicator=exports | value=20000000000 | unit=USD | status=forecast",
            "area=Togo | indicator=imports | value=9000000000 | unit=USD | start=2026-01 | end=2026-12 | status=forecast",
        ),
    ),
    (
        "In the four quarters to the end of June 2024 Chile's exports rose by 5 percent.",
        ("area=Chile | indicator=exports | change=5 | basis=yoy | start=2023-07 | end=2024-06 | status=reported",),
    ),
    (
        "Over the last 12 months Chile's copper exports grew by 8.2 percent.",
        ("area=Chile | indicator=copper exports | change=8.2 | status=reported",),
    ),
    (
        '"Our exports to Egypt exceeded $1.5 billion in 2024," the Jordanian trade minister said.',
        (
            "area=Jordanian | partner=Egypt | indicator=exports | value=1500000000 | unit=USD | start=2024-01 | "
            "end=2024-12 | status=reported",
        ),
    ),
    (
        "Peru's customs authority collected $3 million in 2024, 12 percent above target.",
        ("area=Peru | indicator=revenue collections | value=3000000 | unit=USD | start=2024-01 | end=2024-12 | status=reported",),
    ),
    (
        "Public debt in Ghana, the minister pointed out, stood at 76 per cent of GDP.",
        ("area=Ghana | indicator=public debt as a share of GDP | value=76 | unit=percent | status=reported",),
    ),
    (
        "The retailer posted sales of $3 million in 2024.",
        (),
    ),
)
