"""The examples of figures: what a text gives, and what gives nothing."""

from __future__ import annotations

MORE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Industrial output in Lahore expanded 3.2 percent month-on-month in August 2023.",
        ("area=Lahore | indicator=industrial output | change=3.2 | basis=mom | start=2023-08 | end=2023-08 | status=reported",),
    ),
    (
        "Tourist arrivals to Fiji rose 9 percent to 930,000 in 2023.",
        (
            "area=Fiji | indicator=tourist arrivals | value=930000 | unit=arrivals | change=9 | basis=yoy | start=2023-01 | "
            "end=2023-12 | status=reported",
        ),
    ),
    (
        "Cuba bought $120 million of rice from Vietnam in 2022.",
        (
            "area=Cuba | partner=Vietnam | indicator=imports of rice | value=120000000 | unit=USD | start=2022-01 | "
            "end=2022-12 | status=reported",
        ),
    ),
    (
        "The province earned $312 million from exports in the first half of 2024, a year-on-year increase of 7 percent.",
        (
            "area=The province | indicator=exports | value=312000000 | unit=USD | change=7 | basis=yoy | start=2024-01 | "
            "end=2024-06 | status=reported",
        ),
    ),
    (
        "Exports to Poland came to 410 million euros and those to Latvia to 220 million euros in 2023.",
        (
            "partner=Poland | indicator=exports | value=410000000 | unit=EUR | start=2023-01 | end=2023-12 | status=reported",
            "partner=Latvia | indicator=exports | value=220000000 | unit=EUR | start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Remittances from Italy to Senegal grew by 6.5 percent to 510 million dollars in 2022.",
        (
            "area=Senegal | partner=Italy | indicator=remittances | value=510000000 | unit=USD | change=6.5 | basis=yoy | "
            "start=2022-01 | end=2022-12 | status=reported",
        ),
    ),
    (
        "Australian investment in Vietnam stood at A$2.2 billion at the end of 2022.",
        ("area=Vietnam | partner=Australian | indicator=investment | value=2200000000 | unit=AUD | status=reported",),
    ),
    (
        "In 2023, exports and imports reached $5.3 billion and $7.1 billion, respectively.",
        (
            "indicator=exports | value=5300000000 | unit=USD | start=2023-01 | end=2023-12 | status=reported",
            "indicator=imports | value=7100000000 | unit=USD | start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Nigeria's budget deficit widened to 4.2 percent of GDP in 2023.",
        (
            "area=Nigeria | indicator=budget deficit as a share of GDP | value=4.2 | unit=percent | start=2023-01 | "
            "end=2023-12 | status=reported",
        ),
    ),
    (
        "Trade between Turkey and Serbia has grown from $1.2 billion in 2018 to $2.5 billion in 2023.",
        (
            "area=Turkey | partner=Serbia | indicator=trade | value=1200000000 | unit=USD | start=2018-01 | end=2018-12 | status=reported",
            "area=Turkey | partner=Serbia | indicator=trade | value=2500000000 | unit=USD | start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Rice exports brought Vietnam $4.7 billion in 2023, an annual increase of 36 percent.",
        (
            "area=Vietnam | indicator=rice exports | value=4700000000 | unit=USD | change=36 | basis=yoy | start=2023-01 | "
            "end=2023-12 | status=reported",
        ),
    ),
    (
        "Main buyers of Chilean wine in 2023 were China ($220 million), Brazil ($180 million) and Japan ($150 million).",
        (
            "area=Chilean | partner=China | indicator=exports | value=220000000 | unit=USD | start=2023-01 | end=2023-12 | status=reported",
            "area=Chilean | partner=Brazil | indicator=exports | value=180000000 | unit=USD | start=2023-01 | end=2023-12 | "
            "status=reported",
            "area=Chilean | partner=Japan | indicator=exports | value=150000000 | unit=USD | start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "FDI inflows into Cambodia fell 12% to $3.1 billion in 2020, while those into Laos rose 3%.",
        (
            "area=Cambodia | indicator=foreign direct investment inflows | value=3100000000 | unit=USD | change=-12 | "
            "basis=yoy | start=2020-01 | end=2020-12 | status=reported",
            "area=Laos | indicator=foreign direct investment inflows | change=3 | basis=yoy | start=2020-01 | end=2020-12 | "
            "status=reported",
        ),
    ),
    (
        "Exports of Ghana reached $1.7 billion in May 2022, up 4% year-on-year and 1.5% from the previous month.",
        (
            "area=Ghana | indicator=exports | value=1700000000 | unit=USD | change=4 | basis=yoy | start=2022-05 | "
            "end=2022-05 | status=reported",
            "area=Ghana | indicator=exports | value=1700000000 | unit=USD | change=1.5 | basis=mom | start=2022-05 | "
            "end=2022-05 | status=reported",
        ),
    ),
    (
        "Lima, 3 February 2024\n\nPeru's exports reached $64.4 billion in 2023, up 2.3 percent.\n\nExports by product in "
        "2023:\n* Copper: $23.1 billion (+16%)\n* Gold: $10.9 billion (+7%)\n* Fishmeal: $1.1 billion (-39%)",
        (
            "area=Peru | indicator=exports | value=64400000000 | unit=USD | change=2.3 | basis=yoy | start=2023-01 | "
            "end=2023-12 | status=reported",
            "area=Peru | indicator=exports of copper | value=23100000000 | unit=USD | change=16 | basis=yoy | start=2023-01 "
            "| end=2023-12 | status=reported",
            "area=Peru | indicator=exports of gold | value=10900000000 | unit=USD | change=7 | basis=yoy | start=2023-01 | "
            "end=2023-12 | status=reported",
            "area=Peru | indicator=exports of fishmeal | value=1100000000 | unit=USD | change=-39 | basis=yoy | "
            "start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Kenya's trade slows\n\nMain markets for Kenyan tea in 2024:\n1. Pakistan – $410 million, up 3.2%\n2. Egypt – $190 "
        "million, down 7.5%",
        (
            "area=Kenyan | partner=Pakistan | indicator=exports | value=410000000 | unit=USD | change=3.2 | basis=yoy | "
            "start=2024-01 | end=2024-12 | status=reported",
            "area=Kenyan | partner=Egypt | indicator=exports | value=190000000 | unit=USD | change=-7.5 | basis=yoy | "
            "start=2024-01 | end=2024-12 | status=reported",
        ),
    ),
    (
        "Bilateral trade could double to $4 billion.",
        (),
    ),
    (
        "If exports to India reach $5 billion, the port will be enlarged.",
        (),
    ),
    (
        "The two sides signed a memorandum of understanding worth $40 million.",
        (),
    ),
    (
        "The loan of 50 million euros will finance a port in Tema.",
        (),
    ),
    (
        "The prize is worth $50,000.",
        (),
    ),
    (
        "Kampala Foods bought a mill for $12 million.",
        (),
    ),
    (
        "Acme Steel posted revenue of $2.1 billion in 2023, up 5 percent.",
        (),
    ),
    (
        "The company's exports reached $40 million in 2022.",
        (),
    ),
    (
        "About 40 percent of Mali's exports go to South Africa.",
        (),
    ),
    (
        "The summit drew 1,200 delegates from 40 countries.",
        (),
    ),
    (
        "What the project will pay for:\n- Road: $12 million\n- Bridge: $3 million",
        (),
    ),
)
