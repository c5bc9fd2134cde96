"""The examples of ties told by rank, by share and by verbs of giving."""

from __future__ import annotations

from kg.extract._ties_examples_trade import TRADE

TOLD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Bolivia's exports reached $900 million in 2023. Brazil bought 41 percent of them.",
        ("subject=Bolivia | object=Brazil | relation=exports_to | status=reported",),
    ),
    (
        "Japan is Laos's second biggest donor after China.",
        (
            "subject=Japan | object=Laos | relation=donates_to | status=reported",
            "subject=China | object=Laos | relation=donates_to | status=reported",
        ),
    ),
    (
        "Oman has become Tanzania's largest exporter of dates, the port said.",
        ("subject=Oman | object=Tanzania | relation=exports_to | status=reported",),
    ),
    (
        "Singapore and Japan are the biggest investors in Penang.",
        (
            "subject=Singapore | object=Penang | relation=invests_in | status=reported",
            "subject=Japan | object=Penang | relation=invests_in | status=reported",
        ),
    ),
    (
        "Denmark handed over 12 ambulances to Malawi on Monday.",
        ("subject=Denmark | object=Malawi | relation=donates_to | status=reported",),
    ),
    (
        "Malawi received 300 tonnes of maize from Zambia as a donation.",
        ("subject=Zambia | object=Malawi | relation=donates_to | status=reported",),
    ),
    (
        "The bridge was financed by Japan, which gave Samoa $4 million.",
        ("subject=Japan | object=Samoa | relation=donates_to | status=reported",),
    ),
    (
        "Turkey supplies drones to Niger.",
        ("subject=Turkey | object=Niger | relation=exports_to | status=reported",),
    ),
    (
        "Nepal buys electricity from India in winter and sells it to Bangladesh in summer.",
        (
            "subject=Nepal | object=India | relation=imports_from | status=reported",
            "subject=Nepal | object=Bangladesh | relation=exports_to | status=reported",
        ),
    ),
    (
        "Egypt, which imports most of its wheat from Russia, has built new silos.",
        ("subject=Egypt | object=Russia | relation=imports_from | status=reported",),
    ),
    (
        "Finland's main export markets are Germany, Sweden and the United States.",
        (
            "subject=Finland | object=Germany | relation=exports_to | status=reported",
            "subject=Finland | object=Sweden | relation=exports_to | status=reported",
            "subject=Finland | object=United States | relation=exports_to | status=reported",
        ),
    ),
    (
        "The top three destinations for Kenyan tea were Pakistan, Egypt and the United Kingdom.",
        (
            "subject=Kenyan | object=Pakistan | relation=exports_to | status=reported",
            "subject=Kenyan | object=Egypt | relation=exports_to | status=reported",
            "subject=Kenyan | object=United Kingdom | relation=exports_to | status=reported",
        ),
    ),
    (
        "Canada is a major market for Jamaican rum.",
        ("subject=Jamaican | object=Canada | relation=exports_to | status=reported",),
    ),
    (
        "Peru will sell gas to Chile next year.",
        (),
    ),
    (
        "Sudan stopped importing wheat from Ukraine in 2022.",
        (),
    ),
    (
        "The Chinese firm Huarong invested $30 million in Batumi.",
        ("subject=Chinese | object=Batumi | relation=invests_in | status=reported",),
    ),
    (
        "Hanoi and Seoul have cooperated closely in education.",
        ("subject=Hanoi | object=Seoul | relation=cooperates_with | status=reported",),
    ),
    (
        "Ghana and Togo agreed to cooperate on fisheries.",
        (),
    ),
    (
        "German companies have invested more than 2 billion euros in Serbia.",
        ("subject=German | object=Serbia | relation=invests_in | status=reported",),
    ),
    (
        "Investors from Taiwan have poured $2 billion into Dong Nai.",
        ("subject=Taiwan | object=Dong Nai | relation=invests_in | status=reported",),
    ),
    *TRADE,
)
