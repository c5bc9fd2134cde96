"""Examples of figures told by a deed, with what looks like one and is none."""

from __future__ import annotations

DEEDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Penang sold China $3.2 billion worth of chips in 2024.",
        (
            "area=Penang | partner=China | indicator=exports of chips | value=3200000000 | unit=USD | start=2024-01 | end=2024-12 | "
            "status=reported",
        ),
    ),
    (
        "Goods valued at €498 million came from Italy in 2024, up 1.2%.",
        (
            "partner=Italy | indicator=imports | value=498000000 | unit=EUR | change=1.2 | basis=yoy | start=2024-01 | end=2024-12 | "
            "status=reported",
        ),
    ),
    (
        "Kenya's exports reached $3 billion in 2024, $500 million of which went to Uganda.",
        (
            "area=Kenya | indicator=exports | value=3000000000 | unit=USD | start=2024-01 | end=2024-12 | status=reported",
            "area=Kenya | indicator=exports | value=500000000 | unit=USD | start=2024-01 | end=2024-12 | status=reported",
        ),
    ),
    (
        "At $500 million, Kenya's exports to Uganda were 3 percent higher in 2024 than in 2023.",
        (
            "area=Kenya | partner=Uganda | indicator=exports | value=500000000 | unit=USD | change=3 | basis=yoy | start=2024-01 | "
            "end=2024-12 | status=reported",
        ),
    ),
    (
        "Sarawak's exports to Brunei bucked the trend in 2024, rising 3.2 per cent to RM640 million.",
        (
            "area=Sarawak | partner=Brunei | indicator=exports | value=640000000 | unit=MYR | change=3.2 | basis=yoy | start=2024-01 | "
            "end=2024-12 | status=reported",
        ),
    ),
    (
        "Kenya posted a trade deficit of $3 billion with Uganda in 2024.",
        (
            "area=Kenya | partner=Uganda | indicator=trade deficit | value=3000000000 | unit=USD | start=2024-01 | end=2024-12 | "
            "status=reported",
        ),
    ),
    (
        "Honduras owed foreign creditors $10.1 billion at the end of May 2025.",
        ("area=Honduras | indicator=external debt | value=10100000000 | unit=USD | start=2025-05 | end=2025-05 | status=reported",),
    ),
    (
        "Dhaka, 4 August 2025\n\nIn the first half of this year cotton exports to Peru rose by 14 percent to $412 million.",
        (
            "area=Dhaka | partner=Peru | indicator=cotton exports | value=412000000 | unit=USD | change=14 | basis=yoy | start=2025-01 | "
            "end=2025-06 | status=reported",
        ),
    ),
    (
        "In 2024, Queensland exported beef worth A$2 billion. The target for 2025 is A$2.4 billion.",
        (
            "area=Queensland | indicator=exports of beef | value=2000000000 | unit=AUD | start=2024-01 | end=2024-12 | status=reported",
            "area=Queensland | indicator=exports of beef | value=2400000000 | unit=AUD | start=2025-01 | end=2025-12 | status=target",
        ),
    ),
    ("The captain sold his boat for $40,000 and moved to Peru.", ()),
    ("Acme Ltd of Leeds sold 300 machines worth $4 million to a mill in Lyon.", ()),
    ("Peru has not sold $3 million worth of copper to China.", ()),
    ("The museum spent $3 million on a new roof.", ()),
    ("She is 51, walked 12 kilometres and spoke for 40 minutes to 300 delegates from 12 countries.", ()),
    ("The minister handed over a cheque for $50,000 and 1,200 tablets.", ()),
    ("A loan of $65 million runs for 15 years at 3.1 percent.", ()),
    ("The trip cost $4,100 and took 16 days.", ()),
)
