"""Sentences with the signatories that they give; names and deeds are made up."""

from __future__ import annotations

SIGNATORIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Ghana and Togo signed a protocol on fisheries on March 3, 2025.",
        ("agreement=a protocol | signatory=Ghana | status=signed", "agreement=a protocol | signatory=Togo | status=signed"),
    ),
    (
        "The treaty was signed by Finland and Norway in Oslo in 2019.",
        ("agreement=The treaty | signatory=Finland | status=signed", "agreement=The treaty | signatory=Norway | status=signed"),
    ),
    (
        "The Ministry of Health of Peru will sign a cooperation agreement with the Pan American Health Organization in June 2026.",
        (
            "agreement=a cooperation agreement | signatory=Ministry of Health of Peru | status=planned",
            "agreement=a cooperation agreement | signatory=Pan American Health Organization | status=planned",
        ),
    ),
    (
        "Kenya is negotiating a free trade agreement with the United Arab Emirates.",
        (
            "agreement=a free trade agreement | signatory=Kenya | status=proposed",
            "agreement=a free trade agreement | signatory=United Arab Emirates | status=proposed",
        ),
    ),
    (
        "The two companies are expected to sign a supply contract next week.",
        ("agreement=a supply contract | signatory=The two companies | status=planned",),
    ),
    (
        "The trade agreement between Chile and Vietnam entered into force on January 1, 2014.",
        (
            "agreement=The trade agreement | signatory=Chile | status=in-force",
            "agreement=The trade agreement | signatory=Vietnam | status=in-force",
        ),
    ),
    (
        "Chile has a free trade agreement with South Korea.",
        (
            "agreement=a free trade agreement | signatory=Chile | status=in-force",
            "agreement=a free trade agreement | signatory=South Korea | status=in-force",
        ),
    ),
    ("The lease with Atlas Mining expired on 30 June 2024.", ("agreement=The lease | signatory=Atlas Mining | status=terminated",)),
    (
        "The University of Ghent and Can Tho University renewed their cooperation agreement for the 2025-2028 period.",
        (
            "agreement=their cooperation agreement | signatory=University of Ghent | status=signed",
            "agreement=their cooperation agreement | signatory=Can Tho University | status=signed",
        ),
    ),
    ("There are many free trade agreements in Asia.", ()),
    ("Farmers need loans from banks to buy seeds.", ()),
    ("Laos said it had not signed the agreement.", ()),
    ("Zambia and Malawi agreed to cooperate in mining.", ()),
    (
        "Uzbekistan and Turkey exchanged five agreements during the visit.",
        (
            "agreement=five agreements | signatory=Uzbekistan | status=signed",
            "agreement=five agreements | signatory=Turkey | status=signed",
        ),
    ),
    ("At the end of the talks, the two presidents signed a joint declaration.", ()),
    ("The pact will take effect on 1 July 2027.", ()),
    (
        "Serbia suspended its free trade agreement with Kosovo in May 2023.",
        (
            "agreement=its free trade agreement | signatory=Serbia | status=terminated",
            "agreement=its free trade agreement | signatory=Kosovo | status=terminated",
        ),
    ),
    ("No agreement was signed at the summit.", ()),
    (
        "Japan and Mongolia concluded an Economic Partnership Agreement in 2015.",
        (
            "agreement=Economic Partnership Agreement | signatory=Japan | status=signed",
            "agreement=Economic Partnership Agreement | signatory=Mongolia | status=signed",
        ),
    ),
    (
        "A joint venture agreement between Tata Steel and the Government of Odisha is still under discussion.",
        (
            "agreement=A joint venture agreement | signatory=Tata Steel | status=proposed",
            "agreement=A joint venture agreement | signatory=Government of Odisha | status=proposed",
        ),
    ),
    (
        "The Ministry of Agriculture signed an agreement with the World Food Programme on April 4 to buy grain from small farmers.",
        (
            "agreement=an agreement | signatory=Ministry of Agriculture | status=signed",
            "agreement=an agreement | signatory=World Food Programme | status=signed",
        ),
    ),
    (
        "The free trade agreement with the European Union, in force since 2020, has cut tariffs.",
        ("agreement=The free trade agreement | signatory=European Union | status=in-force",),
    ),
    (
        "The European Commission proposed a partnership agreement with Tunisia on Tuesday.",
        (
            "agreement=a partnership agreement | signatory=European Commission | status=proposed",
            "agreement=a partnership agreement | signatory=Tunisia | status=proposed",
        ),
    ),
    ("The parties terminated the lease with effect from 31 December 2025.", ()),
    (
        "Talks on a free trade agreement between India and Australia will resume in May.",
        (
            "agreement=a free trade agreement | signatory=India | status=proposed",
            "agreement=a free trade agreement | signatory=Australia | status=proposed",
        ),
    ),
    (
        "Nepal and Bhutan to sign trade deal in March",
        ("agreement=trade deal | signatory=Nepal | status=planned", "agreement=trade deal | signatory=Bhutan | status=planned"),
    ),
    ("According to the agreement, the bank will provide loans of 50 million USD.", ()),
    (
        "The Peruvian Export Association ended its contract with the agency in 2021.",
        (
            "agreement=its contract | signatory=Peruvian Export Association | status=terminated",
            "agreement=its contract | signatory=the agency | status=terminated",
        ),
    ),
    (
        "The 1992 border treaty between Latvia and Estonia remains in force.",
        (
            "agreement=The 1992 border treaty | signatory=Latvia | status=in-force",
            "agreement=The 1992 border treaty | signatory=Estonia | status=in-force",
        ),
    ),
    ("Armenia has not ratified the treaty.", ()),
    (
        "On this occasion, representatives of the two ministries exchanged a memorandum of understanding on tourism.",
        ("agreement=a memorandum of understanding | signatory=the two ministries | status=signed",),
    ),
    (
        "In line with the agreement between the Haiphong Port Authority and the Busan Port Authority signed in 2020, ships will pay less.",
        (
            "agreement=the agreement | signatory=Haiphong Port Authority | status=signed",
            "agreement=the agreement | signatory=Busan Port Authority | status=signed",
        ),
    ),
    (
        "The MoU was signed on the occasion of the Arab Trade Forum by the Union of Arab Banks and the Central Bank of Oman.",
        (
            "agreement=The MoU | signatory=Union of Arab Banks | status=signed",
            "agreement=The MoU | signatory=Central Bank of Oman | status=signed",
        ),
    ),
    (
        "The Swiss National Bank and the Bank of Korea extended their currency swap agreement until March 2026.",
        (
            "agreement=their currency swap agreement | signatory=Swiss National Bank | status=signed",
            "agreement=their currency swap agreement | signatory=Bank of Korea | status=signed",
        ),
    ),
    ("The Philippines withdrew from the agreement in 2019.", ("agreement=the agreement | signatory=Philippines | status=terminated",)),
    (
        "The agreement between Cuba and Jamaica was called off last week.",
        ("agreement=The agreement | signatory=Cuba | status=terminated", "agreement=The agreement | signatory=Jamaica | status=terminated"),
    ),
    (
        "The Department of Trade of Cebu and the Kobe Chamber of Commerce signed, on 4 March 2024, an agreement on training.",
        (
            "agreement=an agreement | signatory=Department of Trade of Cebu | status=signed",
            "agreement=an agreement | signatory=Kobe Chamber of Commerce | status=signed",
        ),
    ),
    (
        "Peru and Ecuador signed the Brasilia Treaty on Trade in 1998.",
        (
            "agreement=Brasilia Treaty on Trade | signatory=Peru | status=signed",
            "agreement=Brasilia Treaty on Trade | signatory=Ecuador | status=signed",
        ),
    ),
)
