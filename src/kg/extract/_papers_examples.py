"""More sentences with the agreements and signatories that they give, in the words of wires, portals and papers; all made up."""

from __future__ import annotations

AGREEMENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Peru's Agriculture Minister Angel Rojas and his Ecuadorian counterpart Lucia Mena initialled a protocol on "
        "banana pests in Tumbes on Monday.",
        (("agreement=a protocol | kind=CooperationAgreement | subject=banana pests | status=signed"),),
    ),
    (
        "The mayor of Leipzig, Dirk Baum, and the mayor of Kumasi, Samuel Boateng, put their signatures to a twinning agreement on May 29.",
        (("agreement=a twinning agreement | kind=CooperationAgreement | signed=--05-29 | status=signed"),),
    ),
    (
        "The plan to merge the two ports has been agreed to in principle, but no contract has been signed yet.",
        (),
    ),
    (
        "Iceland's government withdrew from the fisheries agreement with the Faroe Islands in April, and the deal lapsed on May 31.",
        (
            ("agreement=the fisheries agreement | kind=Deal | status=terminated"),
            ("agreement=the deal | kind=Deal | until=--05-31 | status=terminated"),
        ),
    ),
    (
        "A record of discussions on the Lusaka water project was signed between the Japan International Cooperation "
        "Agency (JICA) and the Ministry of Finance of Zambia on May 28, 2026.",
        (("agreement=A record of discussions | kind=Deal | signed=2026-05-28 | status=signed"),),
    ),
    (
        "Neither side would say whether the contract, reportedly worth $2 billion, had been signed.",
        (),
    ),
    (
        "Pakistan and Turkmenistan agreed to set up a working group on the pipeline and to hold the next round of talks in Ashgabat.",
        (),
    ),
    (
        "Brazil and Angola failed to sign the planned air services agreement at the summit because of a dispute over "
        "landing rights. A new date will be set, the Angolan side said.",
        (("agreement=the planned air services agreement | event=the summit | kind=Treaty | status=planned"),),
    ),
    (
        "The declaration, adopted by consensus on Thursday, calls on members to end fuel subsidies by 2030.",
        (("agreement=The declaration | kind=JointStatement | status=signed"),),
    ),
    (
        "The ministry rejected claims that it had secretly leased the island to a Chinese company.",
        (),
    ),
    (
        "The agreement on scientific cooperation was signed by the President of the Polish Academy of Sciences, Marek "
        "Konarz, and the President of the Academy of Sciences of Moldova, Ion Tighineanu, on May 12 in Warsaw.",
        (("agreement=The agreement | kind=CooperationAgreement | signed=--05-12 | subject=scientific cooperation | status=signed"),),
    ),
    (
        "Botswana denounced the 1998 tax treaty with Barbados, which will cease to apply from 1 January 2027.",
        (("agreement=the 1998 tax treaty | kind=Treaty | signed=1998 | until=2027-01-01 | status=terminated"),),
    ),
    (
        "Ireland has no double taxation treaty with Uruguay.",
        (),
    ),
    (
        "Namibia and Botswana on Monday signed a memorandum of agreement on the Trans-Kalahari railway, Namibia's works"
        " ministry said in a statement.",
        (("agreement=a memorandum of agreement | kind=MemorandumOfUnderstanding | subject=the Trans-Kalahari railway | status=signed"),),
    ),
    (
        "A memorandum of cooperation was signed between the Port Authority of Jamaica and the Panama Canal Authority at"
        " the close of the Caribbean Ports Forum in Kingston on Friday.",
        (("agreement=A memorandum of cooperation | event=Caribbean Ports Forum | kind=MemorandumOfUnderstanding | status=signed"),),
    ),
    (
        "Deputy Prime Minister Janez Kranjc of Slovenia and Foreign Minister Arben Hoxha of Albania signed a protocol "
        "on consular cooperation in Tirana yesterday.",
        (("agreement=a protocol | place=Tirana | kind=CooperationAgreement | subject=consular cooperation | status=signed"),),
    ),
    (
        "An agreement on the construction of a cement plant was inked by the governor of the Surxondaryo region, "
        "Ulugbek Qosimov, and Li Wei, chairman of Anhui Conch Group.",
        (("agreement=An agreement | kind=Deal | subject=the construction of a cement plant | status=signed"),),
    ),
    (
        "Two memoranda of understanding were signed during the forum, one between the Chamber of Commerce of Arequipa "
        "and the Chamber of Commerce of Iquique, and the other between the University of Tarapaca and the National "
        "University of San Agustin.",
        (
            (
                "agreement=one between the Chamber of Commerce of Arequipa and the Chamber of Commerce of Iquique | event=the "
                "forum | kind=MemorandumOfUnderstanding | status=signed"
            ),
            (
                "agreement=other between the University of Tarapaca and the National University of San Agustin | event=the "
                "forum | kind=MemorandumOfUnderstanding | status=signed"
            ),
        ),
    ),
    (
        "We want to sign an agreement with every country of the region, the minister said.",
        (),
    ),
    (
        "Egypt suspended a gas export agreement with Jordan in May, and Amman is looking for new suppliers.",
        (("agreement=a gas export agreement | kind=Deal | status=terminated"),),
    ),
    (
        "Talks on a double taxation agreement between Sri Lanka and Malta are under way.",
        (("agreement=a double taxation agreement | kind=TradeAgreement | status=proposed"),),
    ),
    (
        "The order to close the port was signed by the harbour master on Monday.",
        (),
    ),
)

SIGNATORIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Peru's Agriculture Minister Angel Rojas and his Ecuadorian counterpart Lucia Mena initialled a protocol on "
        "banana pests in Tumbes on Monday.",
        (
            ("agreement=a protocol | signatory=Peru | status=signed"),
            ("agreement=a protocol | signatory=Ecuadorian | status=signed"),
        ),
    ),
    (
        "The mayor of Leipzig, Dirk Baum, and the mayor of Kumasi, Samuel Boateng, put their signatures to a twinning agreement on May 29.",
        (
            ("agreement=a twinning agreement | signatory=Leipzig | status=signed"),
            ("agreement=a twinning agreement | signatory=Kumasi | status=signed"),
        ),
    ),
    (
        "The plan to merge the two ports has been agreed to in principle, but no contract has been signed yet.",
        (),
    ),
    (
        "Iceland's government withdrew from the fisheries agreement with the Faroe Islands in April, and the deal lapsed on May 31.",
        (
            ("agreement=the fisheries agreement | signatory=Iceland | status=terminated"),
            ("agreement=the fisheries agreement | signatory=Faroe Islands | status=terminated"),
        ),
    ),
    (
        "A record of discussions on the Lusaka water project was signed between the Japan International Cooperation "
        "Agency (JICA) and the Ministry of Finance of Zambia on May 28, 2026.",
        (
            ("agreement=A record of discussions | signatory=Japan International Cooperation Agency | status=signed"),
            ("agreement=A record of discussions | signatory=Ministry of Finance of Zambia | status=signed"),
        ),
    ),
    (
        "Neither side would say whether the contract, reportedly worth $2 billion, had been signed.",
        (),
    ),
    (
        "Pakistan and Turkmenistan agreed to set up a working group on the pipeline and to hold the next round of talks in Ashgabat.",
        (),
    ),
    (
        "Brazil and Angola failed to sign the planned air services agreement at the summit because of a dispute over "
        "landing rights. A new date will be set, the Angolan side said.",
        (
            ("agreement=the planned air services agreement | signatory=Brazil | status=planned"),
            ("agreement=the planned air services agreement | signatory=Angola | status=planned"),
        ),
    ),
    (
        "The declaration, adopted by consensus on Thursday, calls on members to end fuel subsidies by 2030.",
        (),
    ),
    (
        "The ministry rejected claims that it had secretly leased the island to a Chinese company.",
        (),
    ),
    (
        "The agreement on scientific cooperation was signed by the President of the Polish Academy of Sciences, Marek "
        "Konarz, and the President of the Academy of Sciences of Moldova, Ion Tighineanu, on May 12 in Warsaw.",
        (
            ("agreement=The agreement | signatory=Polish Academy of Sciences | status=signed"),
            ("agreement=The agreement | signatory=Academy of Sciences of Moldova | status=signed"),
        ),
    ),
    (
        "Botswana denounced the 1998 tax treaty with Barbados, which will cease to apply from 1 January 2027.",
        (
            ("agreement=the 1998 tax treaty | signatory=Botswana | status=terminated"),
            ("agreement=the 1998 tax treaty | signatory=Barbados | status=terminated"),
        ),
    ),
    (
        "Ireland has no double taxation treaty with Uruguay.",
        (),
    ),
    (
        "Namibia and Botswana on Monday signed a memorandum of agreement on the Trans-Kalahari railway, Namibia's works"
        " ministry said in a statement.",
        (
            ("agreement=a memorandum of agreement | signatory=Namibia | status=signed"),
            ("agreement=a memorandum of agreement | signatory=Botswana | status=signed"),
        ),
    ),
    (
        "A memorandum of cooperation was signed between the Port Authority of Jamaica and the Panama Canal Authority at"
        " the close of the Caribbean Ports Forum in Kingston on Friday.",
        (
            ("agreement=A memorandum of cooperation | signatory=Port Authority of Jamaica | status=signed"),
            ("agreement=A memorandum of cooperation | signatory=Panama Canal Authority | status=signed"),
        ),
    ),
    (
        "Deputy Prime Minister Janez Kranjc of Slovenia and Foreign Minister Arben Hoxha of Albania signed a protocol "
        "on consular cooperation in Tirana yesterday.",
        (
            ("agreement=a protocol | signatory=Slovenia | status=signed"),
            ("agreement=a protocol | signatory=Albania | status=signed"),
        ),
    ),
    (
        "An agreement on the construction of a cement plant was inked by the governor of the Surxondaryo region, "
        "Ulugbek Qosimov, and Li Wei, chairman of Anhui Conch Group.",
        (
            ("agreement=An agreement | signatory=Surxondaryo | status=signed"),
            ("agreement=An agreement | signatory=Anhui Conch Group | status=signed"),
        ),
    ),
    (
        "Two memoranda of understanding were signed during the forum, one between the Chamber of Commerce of Arequipa "
        "and the Chamber of Commerce of Iquique, and the other between the University of Tarapaca and the National "
        "University of San Agustin.",
        (
            (
                "agreement=one between the Chamber of Commerce of Arequipa and the Chamber of Commerce of Iquique | "
                "signatory=Chamber of Commerce of Arequipa | status=signed"
            ),
            (
                "agreement=one between the Chamber of Commerce of Arequipa and the Chamber of Commerce of Iquique | "
                "signatory=Chamber of Commerce of Iquique | status=signed"
            ),
            (
                "agreement=other between the University of Tarapaca and the National University of San Agustin | "
                "signatory=University of Tarapaca | status=signed"
            ),
            (
                "agreement=other between the University of Tarapaca and the National University of San Agustin | "
                "signatory=National University of San Agustin | status=signed"
            ),
        ),
    ),
    (
        "We want to sign an agreement with every country of the region, the minister said.",
        (),
    ),
    (
        "Egypt suspended a gas export agreement with Jordan in May, and Amman is looking for new suppliers.",
        (
            ("agreement=a gas export agreement | signatory=Egypt | status=terminated"),
            ("agreement=a gas export agreement | signatory=Jordan | status=terminated"),
        ),
    ),
    (
        "Talks on a double taxation agreement between Sri Lanka and Malta are under way.",
        (
            ("agreement=a double taxation agreement | signatory=Sri Lanka | status=proposed"),
            ("agreement=a double taxation agreement | signatory=Malta | status=proposed"),
        ),
    ),
    (
        "The order to close the port was signed by the harbour master on Monday.",
        (),
    ),
)
