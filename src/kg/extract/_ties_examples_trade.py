"""The examples of ties told by a passage on trade, by ranks, by gifts sent and by work done together; negatives included."""

from __future__ import annotations

TRADE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Ecuador's exports reached $11 billion. Sales to Brazil and Japan stood at $2 billion, while those to Russia contracted.",
        (
            "subject=Ecuador | object=Brazil | relation=exports_to | status=reported",
            "subject=Ecuador | object=Japan | relation=exports_to | status=reported",
            "subject=Ecuador | object=Russia | relation=exports_to | status=reported",
        ),
    ),
    (
        "Chile's exports reached $8 billion in May. China took half of the total, and the United States came second with $1 billion.",
        (
            "subject=Chile | object=China | relation=exports_to | status=reported",
            "subject=Chile | object=United States | relation=exports_to | status=reported",
        ),
    ),
    (
        "Chile's exports reached $8 billion in May. Behind Peru's copper, the talk was of wine.",
        (),
    ),
    (
        "Namibia's imports from Norway fell, while exports rose to $3 million.",
        (
            "subject=Namibia | object=Norway | relation=imports_from | status=reported",
            "subject=Namibia | object=Norway | relation=exports_to | status=reported",
        ),
    ),
    (
        "Beira's trade with Malawi stood at $48 million in 2025. Exports were $35 million and imports $13 million.",
        (
            "subject=Beira | object=Malawi | relation=exports_to | status=reported",
            "subject=Beira | object=Malawi | relation=imports_from | status=reported",
        ),
    ),
    (
        "India accounted for two thirds of Nepal's imports.",
        ("subject=Nepal | object=India | relation=imports_from | status=reported",),
    ),
    (
        "Switzerland remained the largest buyer of Ghanaian goods, ahead of South Africa.",
        (
            "subject=Switzerland | object=Ghanaian | relation=imports_from | status=reported",
            "subject=South Africa | object=Ghanaian | relation=imports_from | status=reported",
            "subject=Ghanaian | object=Switzerland | relation=exports_to | status=reported",
            "subject=Ghanaian | object=South Africa | relation=exports_to | status=reported",
        ),
    ),
    (
        "Japan is Hue's biggest investor with $10 million. It is followed by Singapore with $6 million and Laos with $5 million.",
        (
            "subject=Japan | object=Hue | relation=invests_in | status=reported",
            "subject=Singapore | object=Hue | relation=invests_in | status=reported",
            "subject=Laos | object=Hue | relation=invests_in | status=reported",
        ),
    ),
    (
        "South Korean investors had set up 71 companies in Wenzhou.",
        ("subject=South Korean | object=Wenzhou | relation=invests_in | status=reported",),
    ),
    (
        "Poland had eight projects in Hanoi.",
        ("subject=Poland | object=Hanoi | relation=invests_in | status=reported",),
    ),
    (
        "Among the largest investors in Moldova is Ventas Pharma.",
        ("subject=Ventas Pharma | object=Moldova | relation=invests_in | status=reported",),
    ),
    (
        "Kuwait has sent 40 ambulances and 60 tonnes of medical supplies to Sudan.",
        ("subject=Kuwait | object=Sudan | relation=donates_to | status=reported",),
    ),
    (
        "France contributed 12 million euros to Chad for school meals.",
        ("subject=France | object=Chad | relation=donates_to | status=reported",),
    ),
    (
        "Binh Duong has cooperated with the Dutch city of Eindhoven since 2015.",
        ("subject=Binh Duong | object=Eindhoven | relation=cooperates_with | status=reported",),
    ),
    (
        "Chile and Japan have been working together on lithium since 2023.",
        ("subject=Chile | object=Japan | relation=cooperates_with | status=reported",),
    ),
    (
        "Polish firms export furniture to Norway.",
        ("subject=Polish | object=Norway | relation=exports_to | status=reported",),
    ),
    (
        "The United States imposed tariffs on imports from Vietnam and threatened to ban exports of chips to China.",
        (),
    ),
    (
        "Shipments to Kenya were suspended in May.",
        (),
    ),
    (
        "Moldova and Romania are linked by a power line.",
        (),
    ),
    (
        "Canada took 46 percent of the total.",
        (),
    ),
    (
        "Kuwait sent 40 officers to Sudan.",
        (),
    ),
    (
        "Cuba received 24 tonnes of medicine donated by Mexico.",
        ("subject=Mexico | object=Cuba | relation=donates_to | status=reported",),
    ),
    (
        "The masks were donated to Samoa by Japan.",
        ("subject=Japan | object=Samoa | relation=donates_to | status=reported",),
    ),
    (
        "Chile's exports reached $8 billion in May. Cuba received 24 guests.",
        (),
    ),
    (
        "Peru earned $2 billion from exports of coffee in 2025. Germany remained the main destination, followed by Belgium, "
        "whose imports rose 9% to $214 million. Sales to Sweden fell to $31 million.",
        (
            "subject=Peru | object=Germany | relation=exports_to | status=reported",
            "subject=Peru | object=Belgium | relation=exports_to | status=reported",
            "subject=Peru | object=Sweden | relation=exports_to | status=reported",
        ),
    ),
    ("Peru earned $2 billion from exports of coffee in 2025. Cusco is the main destination for tourists.", ()),
)
