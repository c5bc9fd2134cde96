"""Sentences on posts in firms, offices and associations, and on posts told by company or by who is named beside. All made up."""

from __future__ import annotations

FIRMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "“The rupiah will stay weak,” said Budi Santoso, chief economist at Bank Nusantara in Jakarta.",
        ("person=Budi Santoso | organization=Bank Nusantara | title=Chief Economist | status=held",),
    ),
    (
        "“We cannot wait,” said Marta Lindqvist, co-owner of the Gothenburg timber exporter Lindqvist & Dahl.",
        ("person=Marta Lindqvist | organization=Lindqvist & Dahl | title=Co-Owner | status=held",),
    ),
    (
        "Joao Pinto, chief executive of Porto-based cork maker Cortiva, signed the contract.",
        ("person=Joao Pinto | organization=Cortiva | title=Chief Executive | status=held",),
    ),
    (
        "Ngozi Eze, founder of the Lagos start-up Farmbox, said that she would expand to Ghana.",
        ("person=Ngozi Eze | organization=Farmbox | title=Founder | status=held",),
    ),
    (
        "Erik Dahl, a partner with the law firm Holmgren Vik, represented the port.",
        ("person=Erik Dahl | organization=Holmgren Vik | title=Partner | status=held",),
    ),
    (
        "Peter Hansen, who runs the Danish Dairy Board's office in Dubai, said demand was strong.",
        ("person=Peter Hansen | organization=Danish Dairy Board | title=Head | status=held",),
    ),
    (
        "The Riga Freeport Authority, which is headed by Andris Balodis, leased two piers.",
        ("person=Andris Balodis | organization=Riga Freeport Authority | title=Head | status=held",),
    ),
    ("The Riga Freeport Authority will be headed by a manager whom Andris Balodis picks.", ()),
    (
        "The new council has nine members, with Amina Diallo as chairwoman and Jean Kone as secretary, the Mali Cotton Council said.",
        (
            "person=Amina Diallo | organization=Mali Cotton Council | title=Chairwoman | status=held",
            "person=Jean Kone | organization=Mali Cotton Council | title=Secretary | status=held",
        ),
    ),
    (
        "Speaking for the Confederation of Danish Industry, senior adviser Lars Holm warned that tariffs would hurt small firms.",
        ("person=Lars Holm | organization=Confederation of Danish Industry | title=Senior Adviser | status=held",),
    ),
    (
        "Rosa Delgado, minister of tourism of Ecuador, arrived on Sunday. Her deputy, Pablo Mera, stayed in Quito.",
        (
            "person=Rosa Delgado | organization=Ecuador | title=Minister of Tourism | status=held",
            "person=Pablo Mera | organization=Ecuador | title=Deputy Minister | status=held",
        ),
    ),
    (
        "The treaty was signed by Foreign Minister Koffi Adjei for Togo and by Ambassador Hiroshi Tanabe for Japan.",
        (
            "person=Koffi Adjei | organization=Togo | title=Foreign Minister | status=held",
            "person=Hiroshi Tanabe | organization=Japan | title=Ambassador | status=held",
        ),
    ),
    (
        "Guests included Jane Wambui, of the Kenya Export Agency, and Pieter de Vries, commercial attaché at the Dutch embassy.",
        (
            "person=Jane Wambui | organization=Kenya Export Agency | title= | status=held",
            "person=Pieter de Vries | organization=Dutch | title=Commercial Attaché | status=held",
        ),
    ),
    (
        "KYIV, May 4 - President Oleh Kovalenko met the board of the National Bank of Ukraine on Monday.",
        ("person=Oleh Kovalenko | organization=Ukraine | title=President | status=held",),
    ),
    (
        "Ana Beltrán moves from the Ministry of Tourism to the Ministry of Energy of Honduras as minister.",
        ("person=Ana Beltrán | organization=Ministry of Energy of Honduras | title=Minister | status=appointed",),
    ),
    (
        "There is no truth in reports that Rui Matos has been appointed director of the Port Authority of Lagos, the ministry said.",
        (),
    ),
    (
        "Rumours last week that Ama Boateng had resigned as governor of the Bank of Sierra Leone were dismissed in Freetown.",
        (),
    ),
)
