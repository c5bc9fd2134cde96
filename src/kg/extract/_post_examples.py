"""Sentences with the posts that they tell, and sentences that tell none (the second half). All people and bodies are made up."""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Ana Souza, deputy director of the Santos Port Authority, opened the seminar.",
        ("person=Ana Souza | organization=Santos Port Authority | title=Deputy Director | status=held",),
    ),
    (
        "Lagos Chamber of Commerce Vice Chairman Le Quang Huy told reporters that orders were falling.",
        ("person=Le Quang Huy | organization=Lagos Chamber of Commerce | title=Vice Chairman | status=held",),
    ),
    (
        "Acting Director-General of the Mombasa Ports Authority John Mwangi signed the paper.",
        ("person=John Mwangi | organization=Mombasa Ports Authority | title=Acting Director-General | status=held",),
    ),
    (
        "Governor Park Ji-woo of Gyeonggi Province met Osaka Mayor Ken Yamada.",
        (
            "person=Park Ji-woo | organization=Gyeonggi Province | title=Governor | status=held",
            "person=Ken Yamada | organization=Osaka | title=Mayor | status=held",
        ),
    ),
    (
        "The chairman of the Federation of Chilean Growers (FCG), Pablo Rojas, said prices would hold.",
        ("person=Pablo Rojas | organization=Federation of Chilean Growers | title=Chairman | status=held",),
    ),
    (
        "Linda Mwale, head of trade policy at the Zambia Revenue Authority and deputy head of the Export Board of Zambia, spoke first.",
        (
            "person=Linda Mwale | organization=Zambia Revenue Authority | title=Head of Trade Policy | status=held",
            "person=Linda Mwale | organization=Export Board of Zambia | title=Deputy Head | status=held",
        ),
    ),
    (
        "Rosa Jimenez, a former president of the Quito Chamber of Commerce and now an adviser to the Ministry of Production, disagreed.",
        (
            "person=Rosa Jimenez | organization=Quito Chamber of Commerce | title=President | status=former",
            "person=Rosa Jimenez | organization=Ministry of Production | title=Adviser | status=held",
        ),
    ),
    (
        "Japanese Ambassador to Vietnam Sato Kenji met the mayor.",
        ("person=Sato Kenji | organization=Japanese | title=Ambassador to Vietnam | status=held",),
    ),
    (
        "Guests: Jan Novak, minister of energy of Slovakia; Eva Horvath, chairwoman of the Lund Fund; Petra Kovac, ambassador of Croatia.",
        (
            "person=Jan Novak | organization=Slovakia | title=Minister of Energy | status=held",
            "person=Eva Horvath | organization=Lund Fund | title=Chairwoman | status=held",
            "person=Petra Kovac | organization=Croatia | title=Ambassador | status=held",
        ),
    ),
    (
        "Vietnam's Minister for Foreign Affairs Nguyen Van Hai spoke with Chilean Commerce Minister Pablo Rojas.",
        (
            "person=Nguyen Van Hai | organization=Vietnam | title=Minister for Foreign Affairs | status=held",
            "person=Pablo Rojas | organization=Chilean | title=Commerce Minister | status=held",
        ),
    ),
    (
        "Deputy ministers Ravi Kumar and Anil Sharma of the Ministry of Commerce attended.",
        (
            "person=Ravi Kumar | organization=Ministry of Commerce | title=Deputy Minister | status=held",
            "person=Anil Sharma | organization=Ministry of Commerce | title=Deputy Minister | status=held",
        ),
    ),
    (
        "Pakistan appointed Ali Raza ambassador to Nepal.",
        ("person=Ali Raza | organization=Pakistan | title=Ambassador to Nepal | status=appointed",),
    ),
    (
        "The board of Kanda Motor Corporation elected Kenji Sato chairman.",
        ("person=Kenji Sato | organization=Kanda Motor Corporation | title=Chairman | status=appointed",),
    ),
    (
        "Ali Raza, speaking as chairman of the Lahore Exporters Guild, was brief.",
        ("person=Ali Raza | organization=Lahore Exporters Guild | title=Chairman | status=held",),
    ),
    (
        "Erik Hansen was elected president of the Danish Shipping Association. He succeeds Lars Nielsen.",
        (
            "person=Erik Hansen | organization=Danish Shipping Association | title=President | status=appointed",
            "person=Lars Nielsen | organization=Danish Shipping Association | title=President | status=former",
        ),
    ),
    (
        "Carlos Lopez was nominated to succeed Maria Perez as president of the National Bank of Paraguay.",
        (
            "person=Maria Perez | organization=National Bank of Paraguay | title=President | status=held",
            "person=Carlos Lopez | organization=National Bank of Paraguay | title=President | status=nominated",
        ),
    ),
    (
        "Michael Brown served as mayor of Bristol from 2010 to 2014.",
        ("person=Michael Brown | organization=Bristol | title=Mayor | from=2010 | until=2014 | status=former",),
    ),
    (
        "Sunil Perera, governor of Tokyo since 2016, spoke.",
        ("person=Sunil Perera | organization=Tokyo | title=Governor | from=2016 | status=held",),
    ),
    (
        "Oleg Petrov, 57, chairman of the board of Ural Steel Holding, stepped down as chairman on Friday.",
        ("person=Oleg Petrov | organization=Ural Steel Holding | title=Chairman | status=former",),
    ),
    (
        "Jane Karuku will become chair of the Kenya Association of Manufacturers in July.",
        ("person=Jane Karuku | organization=Kenya Association of Manufacturers | title=Chair | status=appointed",),
    ),
    (
        "Nguyen Thi Hoa, from the Hue Association of Craft Villages, asked for loans.",
        ("person=Nguyen Thi Hoa | organization=Hue Association of Craft Villages | title= | status=held",),
    ),
    (
        "Le Van An, who heads the Song Hong Industrial Zone Authority, issued the permit.",
        ("person=Le Van An | organization=Song Hong Industrial Zone Authority | title=Head | status=held",),
    ),
    (
        "The Central Bank of Chile kept its rate. Central bank governor Rosa Costa said inflation fell.",
        ("person=Rosa Costa | organization=Central Bank of Chile | title=Governor | status=held",),
    ),
    (
        "Hanoi Mayor Tran Sy Khoa spoke. Mayor Khoa added that the port would grow.",
        ("person=Tran Sy Khoa | organization=Hanoi | title=Mayor | status=held",),
    ),
    (
        "Dutch Prime Minister Jan de Wit and his Belgian counterpart Luc Peeters met.",
        (
            "person=Jan de Wit | organization=Dutch | title=Prime Minister | status=held",
            "person=Luc Peeters | organization=Belgian | title=Prime Minister | status=held",
        ),
    ),
    (
        "Sumida Metals and its president, Hiroshi Tanaka, agreed.",
        ("person=Hiroshi Tanaka | organization=its | title=President | status=held",),
    ),
    (
        "The Ministry of Industry and Trade of Vietnam held it. Vietnam's trade minister Nguyen Van Hai said so.",
        ("person=Nguyen Van Hai | organization=Ministry of Industry and Trade of Vietnam | title=Trade Minister | status=held",),
    ),
    (
        "Juan Perez, a lawyer and former director of the Quito Chamber of Commerce, spoke.",
        ("person=Juan Perez | organization=Quito Chamber of Commerce | title=Director | status=former",),
    ),
    (
        "Rahim Khan, managing director and chief executive officer of Karachi Steel Mills Ltd, spoke.",
        (
            "person=Rahim Khan | organization=Karachi Steel Mills Ltd | title=Managing Director | status=held",
            "person=Rahim Khan | organization=Karachi Steel Mills Ltd | title=Chief Executive Officer | status=held",
        ),
    ),
    (
        "Marta Silva, a political scientist at the University of Porto, doubted it.",
        ("person=Marta Silva | organization=University of Porto | title=Political Scientist | status=held",),
    ),
    (
        "The delegation was led by Vice Chairman of the Hai Duong People's Committee Tran Van Minh.",
        ("person=Tran Van Minh | organization=Hai Duong People's Committee | title=Vice Chairman | status=held",),
    ),
    (
        "Ana Lima, partner at Lisbon law firm Costa & Lima, said so.",
        ("person=Ana Lima | organization=Costa & Lima | title=Partner | status=held",),
    ),
    (
        "Tan Wei Ming, director, Selangor Ports Berhad, signed.",
        ("person=Tan Wei Ming | organization=Selangor Ports Berhad | title=Director | status=held",),
    ),
    (
        "Peruvian Foreign Trade and Tourism Minister Elena Quispe met the Chilean deputy minister of agriculture, Tomas Vidal.",
        (
            "person=Elena Quispe | organization=Peruvian | title=Foreign Trade and Tourism Minister | status=held",
            "person=Tomas Vidal | organization=Chilean | title=Deputy Minister of Agriculture | status=held",
        ),
    ),
    (
        "The head of the European Union Delegation to Vietnam, Pablo Rojas, spoke.",
        ("person=Pablo Rojas | organization=European Union Delegation | title=Head | status=held",),
    ),
    (
        "Ali Raza presented his credentials as Pakistan's ambassador to Nepal.",
        ("person=Ali Raza | organization=Pakistan | title=Ambassador to Nepal | status=held",),
    ),
    (
        "Nguyen Thi Huong was a professor at Hue University until 2018.",
        ("person=Nguyen Thi Huong | organization=Hue University | title=Professor | until=2018 | status=former",),
    ),
    (
        "Jane Karuku was previously director of the Mombasa Ports Authority.",
        ("person=Jane Karuku | organization=Mombasa Ports Authority | title=Director | status=former",),
    ),
    (
        "Ravi Kumar, Executive Secretary/CEO of the Kerala Investment Promotion Commission, spoke.",
        (
            "person=Ravi Kumar | organization=Kerala Investment Promotion Commission | title=Executive Secretary | status=held",
            "person=Ravi Kumar | organization=Kerala Investment Promotion Commission | title=CEO | status=held",
        ),
    ),
    (
        "Ken Yamada, Japan's vice minister for international affairs at the Ministry of Economy, left.",
        ("person=Ken Yamada | organization=Ministry of Economy | title=Vice Minister for International Affairs | status=held",),
    ),
    (
        "President Pablo Rojas of Chile appointed Dr Ana Lima as minister of commerce, replacing Ali Raza.",
        (
            "person=Pablo Rojas | organization=Chile | title=President | status=held",
            "person=Ana Lima | organization=Chile | title=Minister of Commerce | status=appointed",
            "person=Ali Raza | organization=Chile | title=Minister of Commerce | status=former",
        ),
    ),
    (
        "LUSAKA, May 3 - President Ruth Phiri nominated Joyce Banda to head the Zambia Revenue Authority.",
        (
            "person=Ruth Phiri | organization=Zambia | title=President | status=held",
            "person=Joyce Banda | organization=Zambia Revenue Authority | title=Head | status=nominated",
        ),
    ),
    (
        "Zambia and Zambia's ports grew. Isaac Zulu becomes high commissioner to South Africa.",
        ("person=Isaac Zulu | organization=Zambia | title=High Commissioner to South Africa | status=appointed",),
    ),
    (
        "Daniel Kunda was moved to the Ministry of Agriculture as permanent secretary.",
        ("person=Daniel Kunda | organization=Ministry of Agriculture | title=Permanent Secretary | status=appointed",),
    ),
    (
        "The consul general of France in Quebec, Marie Petit, will be succeeded by Paul Martin.",
        (
            "person=Marie Petit | organization=France | title=Consul General | status=held",
            "person=Paul Martin | organization=France | title=Consul General | status=appointed",
        ),
    ),
    (
        "The city's secretary received Ambassador Sato Kenji of Japan and Consul General Ono Masuo.",
        (
            "person=Sato Kenji | organization=Japan | title=Ambassador | status=held",
            "person=Ono Masuo | organization=Japan | title=Consul General | status=held",
        ),
    ),
    (
        "Jane Brown was named president of the Leeds Chamber of Commerce. Her predecessor, Mark Smith, retired.",
        (
            "person=Jane Brown | organization=Leeds Chamber of Commerce | title=President | status=appointed",
            "person=Mark Smith | organization=Leeds Chamber of Commerce | title=President | status=former",
        ),
    ),
    (
        "The National Bank of Chile met. Ana Lima, Deputy Chairwoman of the National Bank, spoke for its Chairman Pablo Rojas.",
        (
            "person=Ana Lima | organization=National Bank of Chile | title=Deputy Chairwoman | status=held",
            "person=Pablo Rojas | organization=National Bank of Chile | title=Chairman | status=held",
        ),
    ),
    (
        "The Song Hong Industrial Zone Authority, headed by Le Van An, issued the permit.",
        ("person=Le Van An | organization=Song Hong Industrial Zone Authority | title=Head | status=held",),
    ),
    (
        "Jane Brown and Ali Raza, directors of the Leeds Chamber of Commerce, came.",
        (
            "person=Jane Brown | organization=Leeds Chamber of Commerce | title=Director | status=held",
            "person=Ali Raza | organization=Leeds Chamber of Commerce | title=Director | status=held",
        ),
    ),
    (
        "Sabah Chief Minister Datuk Seri Hajiji Noor opened the fair.",
        ("person=Hajiji Noor | organization=Sabah | title=Chief Minister | status=held",),
    ),
    (
        "Erik Hansen takes over as chairman of the Danish Shipping Association.",
        ("person=Erik Hansen | organization=Danish Shipping Association | title=Chairman | status=appointed",),
    ),
    (
        "Vietnam's President Tran Van Minh flew home. Prime Minister Le Thi Hoa stood in for President Tran Van Minh in Vietnam.",
        (
            "person=Tran Van Minh | organization=Vietnam | title=President | status=held",
            "person=Le Thi Hoa | organization=Vietnam | title=Prime Minister | status=held",
        ),
    ),
    (
        "Jane Brown of Kenya, secretary general of the East African Chamber of Commerce, wrote it.",
        ("person=Jane Brown | organization=East African Chamber of Commerce | title=Secretary General | status=held",),
    ),
    (
        "Uzbekistan's Ministry of Energy signed. Energy Minister Ali Raza of Uzbekistan stayed.",
        ("person=Ali Raza | organization=Ministry of Energy | title=Energy Minister | status=held",),
    ),
    (
        "Chile was glad. Minister Ana Lima spoke. The Ministry of Energy of Chile agreed with Chile.",
        ("person=Ana Lima | organization=Ministry of Energy of Chile | title=Minister | status=held",),
    ),
    (
        "The chamber's president, Jens Hansen, left. Leeds Chamber of Commerce chair Jane Brown stayed.",
        (
            "person=Jens Hansen | organization=The chamber | title=President | status=held",
            "person=Jane Brown | organization=Leeds Chamber of Commerce | title=Chair | status=held",
        ),
    ),
    (
        "Luc Peeters, chief executive of the Tampere startup Sonera Oy, was late.",
        ("person=Luc Peeters | organization=Sonera Oy | title=Chief Executive | status=held",),
    ),
    (
        "Ali Raza, director of Pakistan's Ministry of Energy, stayed.",
        ("person=Ali Raza | organization=Ministry of Energy | title=Director | status=held",),
    ),
    ("Jane Brown, mayor of the port city of Bristol, waved.", ("person=Jane Brown | organization=Bristol | title=Mayor | status=held",)),
    (
        "Ken Yamada, deputy governor of Osaka prefecture, waved.",
        ("person=Ken Yamada | organization=Osaka | title=Deputy Governor | status=held",),
    ),
    (
        "Ana Lima, Minister of Trade, Industry and Water Resources of Angola, waved.",
        ("person=Ana Lima | organization=Angola | title=Minister of Trade, Industry and Water Resources | status=held",),
    ),
    (
        "Ali Raza, Consul General of Pakistan in Milan, waved.",
        ("person=Ali Raza | organization=Pakistan | title=Consul General | status=held",),
    ),
    ("Pablo Rojas said that he would not resign.", ()),
    ("The minister said that the talks would go on.", ()),
    ("Economist Juan Perez said prices would fall.", ()),
    ("Maria Silva denied that she would be appointed head of the Bank of Brazil.", ()),
    ("Ali Raza is not the director of the Lahore Exporters Guild.", ()),
    ("Keynote speaker Mark Brown spoke for an hour.", ()),
    ("The reporter Jane Brown of the Daily Mirror wrote the story.", ()),
    ("Director Ali Raza thanked the guests.", ()),
    ("The director of the museum praised Ali Raza.", ()),
    ("The mayor's visit to Osaka brought two deals, Ken Yamada said.", ()),
    ("Trade ministers will meet in Lima in May.", ()),
    ("Toyota and Honda sell cars in Ghana.", ()),
)
