"""Sentences with the agreements that they give; names and deeds are made up."""

from __future__ import annotations

AGREEMENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Ghana and Togo signed a protocol on fisheries on March 3, 2025.",
        ("agreement=a protocol | kind=CooperationAgreement | signed=2025-03-03 | subject=fisheries | status=signed",),
    ),
    (
        "The treaty was signed by Finland and Norway in Oslo in 2019.",
        ("agreement=The treaty | place=Oslo | kind=Treaty | signed=2019 | status=signed",),
    ),
    (
        "The Ministry of Health of Peru will sign a cooperation agreement with the Pan American Health Organization in June 2026.",
        ("agreement=a cooperation agreement | kind=CooperationAgreement | signed=2026-06 | status=planned",),
    ),
    (
        "Kenya is negotiating a free trade agreement with the United Arab Emirates.",
        ("agreement=a free trade agreement | kind=TradeAgreement | status=proposed",),
    ),
    (
        "The two companies are expected to sign a supply contract next week.",
        ("agreement=a supply contract | kind=Contract | status=planned",),
    ),
    (
        "The trade agreement between Chile and Vietnam entered into force on January 1, 2014.",
        ("agreement=The trade agreement | kind=TradeAgreement | from=2014-01-01 | status=in-force",),
    ),
    ("Chile has a free trade agreement with South Korea.", ("agreement=a free trade agreement | kind=TradeAgreement | status=in-force",)),
    (
        "The lease with Atlas Mining expired on 30 June 2024.",
        ("agreement=The lease | kind=Contract | until=2024-06-30 | status=terminated",),
    ),
    (
        "The University of Ghent and Can Tho University renewed their cooperation agreement for the 2025-2028 period.",
        ("agreement=their cooperation agreement | kind=CooperationAgreement | from=2025 | until=2028 | status=signed",),
    ),
    ("There are many free trade agreements in Asia.", ()),
    ("Farmers need loans from banks to buy seeds.", ()),
    ("Laos said it had not signed the agreement.", ()),
    ("Zambia and Malawi agreed to cooperate in mining.", ()),
    (
        "Uzbekistan and Turkey exchanged five agreements during the visit.",
        ("agreement=five agreements | event=the visit | kind=Deal | status=signed",),
    ),
    (
        "At the end of the talks, the two presidents signed a joint declaration.",
        ("agreement=a joint declaration | event=the talks | kind=JointStatement | status=signed",),
    ),
    ("The pact will take effect on 1 July 2027.", ("agreement=The pact | kind=Deal | from=2027-07-01",)),
    (
        "Serbia suspended its free trade agreement with Kosovo in May 2023.",
        ("agreement=its free trade agreement | kind=TradeAgreement | status=terminated",),
    ),
    ("No agreement was signed at the summit.", ()),
    (
        "Japan and Mongolia concluded an Economic Partnership Agreement in 2015.",
        ("agreement=Economic Partnership Agreement | kind=PartnershipAgreement | signed=2015 | status=signed",),
    ),
    (
        "A joint venture agreement between Tata Steel and the Government of Odisha is still under discussion.",
        ("agreement=A joint venture agreement | kind=PartnershipAgreement | status=proposed",),
    ),
    (
        "The Ministry of Agriculture signed an agreement with the World Food Programme on April 4 to buy grain from small farmers.",
        ("agreement=an agreement | kind=Deal | signed=--04-04 | status=signed",),
    ),
    (
        "The free trade agreement with the European Union, in force since 2020, has cut tariffs.",
        ("agreement=The free trade agreement | kind=TradeAgreement | from=2020 | status=in-force",),
    ),
    (
        "The European Commission proposed a partnership agreement with Tunisia on Tuesday.",
        ("agreement=a partnership agreement | kind=PartnershipAgreement | status=proposed",),
    ),
    (
        "The parties terminated the lease with effect from 31 December 2025.",
        ("agreement=the lease | kind=Contract | until=2025-12-31 | status=terminated",),
    ),
    (
        "Talks on a free trade agreement between India and Australia will resume in May.",
        ("agreement=a free trade agreement | kind=TradeAgreement | status=proposed",),
    ),
    ("Nepal and Bhutan to sign trade deal in March", ("agreement=trade deal | kind=TradeAgreement | signed=--03 | status=planned",)),
    ("According to the agreement, the bank will provide loans of 50 million USD.", ()),
    (
        "The Peruvian Export Association ended its contract with the agency in 2021.",
        ("agreement=its contract | kind=Contract | until=2021 | status=terminated",),
    ),
    (
        "The 1992 border treaty between Latvia and Estonia remains in force.",
        ("agreement=The 1992 border treaty | kind=Treaty | signed=1992 | status=in-force",),
    ),
    ("Armenia has not ratified the treaty.", ()),
    (
        "On this occasion, representatives of the two ministries exchanged a memorandum of understanding on tourism.",
        ("agreement=a memorandum of understanding | kind=MemorandumOfUnderstanding | subject=tourism | status=signed",),
    ),
    ("The strategic partnership between Vietnam and Japan has grown.", ()),
    (
        "In line with the agreement between the Haiphong Port Authority and the Busan Port Authority signed in 2020, ships will pay less.",
        ("agreement=the agreement | kind=Deal | signed=2020 | status=signed",),
    ),
    (
        "The MoU was signed on the occasion of the Arab Trade Forum by the Union of Arab Banks and the Central Bank of Oman.",
        ("agreement=The MoU | event=Arab Trade Forum | kind=MemorandumOfUnderstanding | status=signed",),
    ),
    ("The convention was attended by 300 delegates.", ()),
    ("He hopes for more orders from Japan.", ()),
    (
        "The Swiss National Bank and the Bank of Korea extended their currency swap agreement until March 2026.",
        ("agreement=their currency swap agreement | kind=FinancingAgreement | until=2026-03 | status=signed",),
    ),
    ("The Philippines withdrew from the agreement in 2019.", ("agreement=the agreement | kind=Deal | status=terminated",)),
    ("Under the agreement, the Port of Antwerp will supply cranes to the Port of Cotonou.", ()),
    ("The agreement between Cuba and Jamaica was called off last week.", ("agreement=The agreement | kind=Deal | status=terminated",)),
    ("Talks between Hungary and Ukraine ended without an agreement.", ()),
    ("The treaty remains unsigned.", ("agreement=The treaty | kind=Treaty | status=proposed",)),
    (
        "A loan of 40 million euros from the European Investment Bank is due to be signed in Tunis on 9 May 2026.",
        ("agreement=A loan | place=Tunis | kind=FinancingAgreement | signed=2026-05-09 | status=planned",),
    ),
    (
        "The Department of Trade of Cebu and the Kobe Chamber of Commerce signed, on 4 March 2024, an agreement on training.",
        ("agreement=an agreement | kind=Deal | signed=2024-03-04 | subject=training | status=signed",),
    ),
    (
        "Peru and Ecuador signed the Brasilia Treaty on Trade in 1998.",
        ("agreement=Brasilia Treaty on Trade | kind=Treaty | signed=1998 | status=signed",),
    ),
    ("The European Union has concluded free trade agreements with Chile, Mexico and New Zealand.", ()),
    ("Costa Rica joined the agreement in 2011.", ()),
    (
        "The Chamber of Commerce of Izmir signed two cooperation protocols with the Chamber of Commerce of Thessaloniki.",
        ("agreement=two cooperation protocols | kind=CooperationAgreement | status=signed",),
    ),
    (
        "The Nairobi Securities Exchange has entered into a partnership agreement with the Johannesburg Stock Exchange.",
        ("agreement=a partnership agreement | kind=PartnershipAgreement | status=signed",),
    ),
    (
        "The city's deal with the Rotterdam Port Authority has been extended to 2030.",
        ("agreement=The city's deal | kind=Deal | until=2030 | status=signed",),
    ),
    ("The union reached an agreement with the Ministry of Labour on Friday.", ("agreement=an agreement | kind=Deal | status=signed",)),
    ("The agreements were signed by the ministers of the two countries.", ()),
    ("Trade unions oppose the agreement.", ()),
    ("The seminar explained how to use free trade agreements.", ()),
    (
        "Omani and Indian officials signed an agreement on seafarers on Monday.",
        ("agreement=an agreement | kind=Deal | subject=seafarers | status=signed",),
    ),
    ("The European Parliament approved the agreement.", ()),
    ("She said the bank had agreed a loan of 2 million euros.", ()),
    (
        "The Port of Gdansk and the Port of Aarhus signed a contract on ferries. It is valid until May 2027.",
        ("agreement=a contract | kind=Contract | status=signed", "agreement=It | until=2027-05"),
    ),
    (
        "Uruguay and Finland signed a memorandum on forestry on 9 April 2024. The document takes effect on 1 July 2024.",
        (
            "agreement=a memorandum | kind=MemorandumOfUnderstanding | signed=2024-04-09 | subject=forestry | status=signed",
            "agreement=The document | from=2024-07-01 | status=in-force",
        ),
    ),
    ("The airline ordered 20 jets.", ()),
    (
        "Maria Silva, president of the Porto Chamber of Commerce, and Jan Novak, head of the Czech Trade Office, signed a pact.",
        ("agreement=a pact | kind=Deal | status=signed",),
    ),
    (
        "The memorandum of cooperation, which runs until 2029, was initialled by the Port of Suva and the Port of Apia.",
        ("agreement=The memorandum of cooperation | kind=MemorandumOfUnderstanding | until=2029 | status=signed",),
    ),
    (
        "Two papers were signed on 7 June 2023. Under a memorandum on tourism, the Izmir Tourism Board and the Port of Chios work.",
        ("agreement=a memorandum | kind=MemorandumOfUnderstanding | signed=2023-06-07 | subject=tourism | status=signed",),
    ),
    (
        "Peru and Ghana signed a Memorandum of Understanding on testing electric buses and set a date.",
        ("agreement=a Memorandum of Understanding | kind=MemorandumOfUnderstanding | subject=testing electric buses | status=signed",),
    ),
    (
        "Chile and Kenya signed a visa agreement on 3 May 2025. A second one with Ghana will be signed in June 2026.",
        (
            "agreement=a visa agreement | kind=Treaty | signed=2025-05-03 | status=signed",
            "agreement=A second one | kind=Treaty | signed=2026-06 | status=planned",
        ),
    ),
    ("Peru opened a port in May 2025. A similar one with cranes is being built.", ()),
)
