"""Examples of statements, negatives included."""

from __future__ import annotations

from kg.extract._statement_examples_more import MORE

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Peru's Trade Minister Ana Quispe said exports of blueberries had doubled.",
        ("speaker=Ana Quispe | text=exports of blueberries had doubled | status=said",),
    ),
    (
        '"The port is open again," said Joseph Mensah, director of the Tema Port Authority. "Ships are moving."',
        (
            "speaker=Joseph Mensah | text=The port is open again | status=said",
            "speaker=Joseph Mensah | text=Ships are moving. | status=said",
        ),
    ),
    (
        "Exports, Lucia Ferreira said, would recover by June.",
        ("speaker=Lucia Ferreira | text=Exports would recover by June | status=said",),
    ),
    (
        "According to the Ministry of Finance of Kenya, revenue rose 4 percent in 2023.",
        ("speaker=Ministry of Finance of Kenya | text=revenue rose 4 percent in 2023 | status=said",),
    ),
    (
        "Revenue rose 4 percent in 2023, according to figures from the Kenya Revenue Authority.",
        ("speaker=Kenya Revenue Authority | text=Revenue rose 4 percent in 2023 | status=said",),
    ),
    (
        "Nairobi Governor Peter Otieno urged traders to register before March and thanked the World Bank for its support.",
        ("speaker=Peter Otieno | text=urged traders to register before March | status=said",),
    ),
    (
        "Maria Lopez, president of the Chamber of Commerce of Cali, expressed confidence that trade with Panama would grow.",
        ("speaker=Maria Lopez | text=expressed confidence that trade with Panama would grow | status=said",),
    ),
    (
        "Hassan Karimi, the deputy governor of Herat, denied reports that the dam had burst and ruled out a halt to the works.",
        (
            "speaker=Hassan Karimi | text=denied reports that the dam had burst | status=said",
            "speaker=Hassan Karimi | text=ruled out a halt to the works | status=said",
        ),
    ),
    (
        'Sofia Marin called the tariff "a tax on breakfast" and demanded its repeal.',
        (
            'speaker=Sofia Marin | text=called the tariff "a tax on breakfast" | status=said',
            "speaker=Sofia Marin | text=demanded its repeal | status=said",
        ),
    ),
    (
        "Chancellor Max Vogt described the treaty as a turning point.",
        ("speaker=Max Vogt | text=described the treaty as a turning point | status=said",),
    ),
    (
        "The Bank of Zambia estimates growth at 4.1 percent this year.",
        ("speaker=Bank of Zambia | text=estimates growth at 4.1 percent this year | status=said",),
    ),
    (
        "Farid Aziz told reporters that the bridge was safe, adding that tests would go on until May.",
        (
            "speaker=Farid Aziz | text=the bridge was safe | status=said",
            "speaker=Farid Aziz | text=tests would go on until May | status=said",
        ),
    ),
    (
        "Speaking at the opening, Chief Executive Grace Owusu of Volta Foods said the plant would employ 300 people.",
        ("speaker=Grace Owusu | text=the plant would employ 300 people | status=said",),
    ),
    (
        "As Minister Paul Okello stated at the forum, the railway will reach Kasese next year.",
        ("speaker=Paul Okello | text=the railway will reach Kasese next year | status=said",),
    ),
    (
        "Lee Min-ho, who chairs the Busan Port Authority, proposed opening a direct line to Haiphong.",
        ("speaker=Lee Min-ho | text=proposed opening a direct line to Haiphong | status=said",),
    ),
    (
        "Amina Diallo and Marc Petit said the loan would be repaid in ten years.",
        (
            "speaker=Amina Diallo | text=the loan would be repaid in ten years | status=said",
            "speaker=Marc Petit | text=the loan would be repaid in ten years | status=said",
        ),
    ),
    (
        "Deputy Minister Ivan Horvat attributed the fall in sales to the strong euro.",
        ("speaker=Ivan Horvat | text=attributed the fall in sales to the strong euro | status=said",),
    ),
    (
        "Henrik Lund was quoted as saying that the ferry would return.",
        ("speaker=Henrik Lund | text=the ferry would return | status=said",),
    ),
    (
        "Asked whether the talks would resume, Foreign Minister Dao Minh Tu replied that a date had been set.",
        ("speaker=Dao Minh Tu | text=a date had been set | status=said",),
    ),
    (
        'The fair opened on Monday. "It is the largest that we have ever held," said Mayor Pablo Ruiz.\n\n'
        '"Next year we want more," he added.',
        (
            "speaker=Pablo Ruiz | text=It is the largest that we have ever held | status=said",
            "speaker=he | text=Next year we want more | status=said",
        ),
    ),
    (
        "Interview with Salem Al Harthy, chairman of the Sohar Chamber of Commerce\n\n"
        "Q: How did exports fare last year?\n\nA: They rose by a tenth. Fish did best.\n\nQ: What comes next?\n\nA: A new cold store.",
        (
            "speaker=Salem Al Harthy | text=They rose by a tenth. Fish did best. | status=said",
            "speaker=Salem Al Harthy | text=A new cold store. | status=said",
        ),
    ),
    (
        "Governor Ruth Kamau warned of delays at the border and called for more officers.",
        (
            "speaker=Ruth Kamau | text=warned of delays at the border | status=said",
            "speaker=Ruth Kamau | text=called for more officers | status=said",
        ),
    ),
    (
        '"Our cotton is the best in the region," argued Moussa Traore, who heads the Union of Cotton Growers, "but nobody buys it."',
        ("speaker=Moussa Traore | text=Our cotton is the best in the region but nobody buys it. | status=said",),
    ),
    (
        "It was announced by Minister Lerato Molefe that the mine would close.",
        ("speaker=Lerato Molefe | text=the mine would close | status=said",),
    ),
    (
        "The governor of Cusco, Raul Huaman, noted with satisfaction that visitors had returned and stressed that safety came first.",
        (
            "speaker=Raul Huaman | text=visitors had returned | status=said",
            "speaker=Raul Huaman | text=safety came first | status=said",
        ),
    ),
    (
        "Growth will slow to 3.1 percent, the International Monetary Fund forecasts.",
        ("speaker=International Monetary Fund | text=Growth will slow to 3.1 percent | status=said",),
    ),
    (
        "Hà Minh Châu took the floor to say that the port would double in size. What it lacked, she went on, was a railway.",
        (
            "speaker=Hà Minh Châu | text=the port would double in size | status=said",
            "speaker=she | text=What it lacked was a railway | status=said",
        ),
    ),
    (
        "The ceremony was opened by Joao Sousa, the mayor of Beira. In his view, the line will pay for itself.",
        ("speaker=his | text=the line will pay for itself | status=said",),
    ),
    (
        'Ana Quispe, president of the growers, was blunt: "There is no water left."',
        ("speaker=Ana Quispe | text=There is no water left. | status=said",),
    ),
    (
        "Leila Haddad said the line would be closed in May. It would reopen in June.",
        (
            "speaker=Leila Haddad | text=the line would be closed in May | status=said",
            "speaker=Leila Haddad | text=It would reopen in June | status=said",
        ),
    ),
    (
        "Port director Amadou Ba doubted that the cranes would arrive in May.",
        ("speaker=Amadou Ba | text=doubted that the cranes would arrive in May | status=said",),
    ),
    (
        'Fees, "not fog," were the obstacle, Consul Kenji Morita noted.',
        ('speaker=Kenji Morita | text=Fees, "not fog," were the obstacle | status=said',),
    ),
    (
        "Leila Haddad opened the line in May. It would be closed a year later.",
        (),
    ),
    (
        "When asked about the line, Leila Haddad laughed.",
        (),
    ),
    (
        "Minister Erik Solberg thanked the delegation for its visit.",
        (),
    ),
    (
        "Mayor Yusuf Demir invited the ambassador to visit Izmir in May.",
        (),
    ),
    (
        "A diplomat who asked not to be named said the talks had failed.",
        (),
    ),
    (
        "Officials said the road would open in May, and the two sides agreed that trade should be doubled.",
        (),
    ),
    (
        "Prime Minister Tomas Novak will announce the date on Friday.",
        (),
    ),
    (
        "Prime Minister Tomas Novak is expected to say that taxes will fall.",
        (),
    ),
    (
        "Anna Berg did not say when the plant would open.",
        (),
    ),
    (
        "If President Adisa Bello says the border is closed, traders will turn back.",
        (),
    ),
    (
        "Ambassador Priya Nair called a meeting of exporters on Friday.",
        (),
    ),
    (
        "The seminar highlighted the role of women in trade.",
        (),
    ),
    (
        "Georg Klein dismissed the finance chief on Monday.",
        (),
    ),
    (
        "Carlos Mejia discussed the potential of the port with Minister Rosa Diaz.",
        (),
    ),
    (
        "Energy Minister Lerato Molefe asked whether the dam could be repaired.",
        (),
    ),
    (
        "The report says that exports rose, and the agreement states that goods may cross freely.",
        (),
    ),
    *MORE,
)
