"""The examples of ties: what a text gives, and what gives nothing."""

from __future__ import annotations

from kg.extract._ties_examples_told import TOLD

TIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Germany was the top investor in Georgia in 2023, followed by Turkey.",
        (
            "subject=Germany | object=Georgia | relation=invests_in | status=reported",
            "subject=Turkey | object=Georgia | relation=invests_in | status=reported",
        ),
    ),
    (
        "Spain, Morocco's largest supplier, sent experts.",
        ("subject=Spain | object=Morocco | relation=exports_to | status=reported",),
    ),
    (
        "Lyon and Quito opened a new chapter of cooperation in May.",
        ("subject=Lyon | object=Quito | relation=cooperates_with | status=reported",),
    ),
    (
        "The two cities are bound by a twinning agreement.",
        ("subject=The two cities | object=The two cities | relation=cooperates_with | status=reported",),
    ),
    (
        "Italy gave Samoa a grant of $2 million.",
        ("subject=Italy | object=Samoa | relation=donates_to | status=reported",),
    ),
    (
        "Chile ranks as Ghana's main supplier.",
        ("subject=Chile | object=Ghana | relation=exports_to | status=reported",),
    ),
    (
        "Japan remains the second largest investor in Lampung province.",
        ("subject=Japan | object=Lampung | relation=invests_in | status=reported",),
    ),
    (
        "Norway is Tanzania's biggest donor.",
        ("subject=Norway | object=Tanzania | relation=donates_to | status=reported",),
    ),
    (
        "Germany is Poland's largest export market.",
        ("subject=Poland | object=Germany | relation=exports_to | status=reported",),
    ),
    (
        "China is the largest source of imports for Laos.",
        ("subject=Laos | object=China | relation=imports_from | status=reported",),
    ),
    (
        "The EU is the largest donor to Palestine.",
        ("subject=EU | object=Palestine | relation=donates_to | status=reported",),
    ),
    (
        "Denmark has donated 30 ambulances to Malawi.",
        ("subject=Denmark | object=Malawi | relation=donates_to | status=reported",),
    ),
    (
        "The United Arab Emirates provided humanitarian aid to Chad in 2023.",
        ("subject=United Arab Emirates | object=Chad | relation=donates_to | status=reported",),
    ),
    (
        "Uganda sells most of its coffee to Italy.",
        ("subject=Uganda | object=Italy | relation=exports_to | status=reported",),
    ),
    (
        "Hungary imported gas from Azerbaijan for the first time.",
        ("subject=Hungary | object=Azerbaijan | relation=imports_from | status=reported",),
    ),
    (
        "Sweden's exports to Norway, its largest market, rose 3.4 percent.",
        ("subject=Sweden | object=Norway | relation=exports_to | status=reported",),
    ),
    (
        "Tunisia cooperates with Italy in fisheries.",
        ("subject=Tunisia | object=Italy | relation=cooperates_with | status=reported",),
    ),
    (
        "Japan and Laos enjoy a close partnership.",
        ("subject=Japan | object=Laos | relation=cooperates_with | status=reported",),
    ),
    (
        "The partnership between Chile and New Zealand has lasted for 20 years.",
        ("subject=Chile | object=New Zealand | relation=cooperates_with | status=reported",),
    ),
    (
        "Cooperation between the two provinces began in 1998.",
        ("subject=the two provinces | object=the two provinces | relation=cooperates_with | status=reported",),
    ),
    (
        "South Korean firms have invested $2.1 billion in Lampung since 2015.",
        ("subject=South Korean | object=Lampung | relation=invests_in | status=reported",),
    ),
    (
        "The embassy said that Dutch companies have invested in 120 projects in Vietnam.",
        ("subject=Dutch | object=Vietnam | relation=invests_in | status=reported",),
    ),
    (
        "Malawi received $150 million in grants from Norway.",
        ("subject=Norway | object=Malawi | relation=donates_to | status=reported",),
    ),
    (
        "Cuba bought $120 million of rice from Vietnam in 2022.",
        (
            "subject=Vietnam | object=Cuba | relation=exports_to | status=reported",
            "subject=Cuba | object=Vietnam | relation=imports_from | status=reported",
        ),
    ),
    (
        "Trade between Chile and Japan totalled US$9.8 billion in 2022.",
        (),
    ),
    (
        "Imports from Brazil amounted to 220 million euros, or 12% of Portugal's total imports, in 2022.",
        ("subject=Portugal | object=Brazil | relation=imports_from | status=reported",),
    ),
    (
        "Serbia will import gas from Azerbaijan from next year.",
        (),
    ),
    (
        "Turkey did not export any wheat to Syria in 2023.",
        (),
    ),
    (
        "Officials hope that cooperation between Oman and Kenya will deepen.",
        (),
    ),
    (
        "The ministers discussed cooperation between Peru and Chile.",
        (),
    ),
    (
        "Ecuador wants to raise its banana exports to China to $1 billion by 2027.",
        (),
    ),
    (
        "Chile and Ghana signed a memorandum of understanding on mining.",
        (),
    ),
    (
        "The foundation gave a grant of $2 million to a hospital in Lima.",
        (),
    ),
    (
        "The government plans to invest $400 million in roads in Oaxaca.",
        (),
    ),
    (
        "The minister called for a partnership between Kenya and Oman.",
        (),
    ),
    *TOLD,
)
