"""More sentences with the posts that they tell: bodies told elsewhere in the text, past and coming posts, rows of posts. All made up."""

from __future__ import annotations

MORE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "The Bank of Ghana left its rate alone. Inflation slowed, Governor Ama Owusu said. Deputy Governor Yaw Mensah agreed.",
        (
            "person=Ama Owusu | organization=Bank of Ghana | title=Governor | status=held",
            "person=Yaw Mensah | organization=Bank of Ghana | title=Deputy Governor | status=held",
        ),
    ),
    (
        "The Central Bank of Kenya sold bonds. In Kisumu County, Governor Peter Otieno opened a market.",
        ("person=Peter Otieno | organization=Kisumu County | title=Governor | status=held",),
    ),
    (
        "The Royal Customs Service of Bhutan collected more in May. Commissioner Karma Dorji said so.",
        ("person=Karma Dorji | organization=Royal Customs Service of Bhutan | title=Commissioner | status=held",),
    ),
    (
        "The Busan Chamber of Commerce met on Monday. President Kim Min-jae said trade was slow.",
        ("person=Kim Min-jae | organization=Busan Chamber of Commerce | title=President | status=held",),
    ),
    (
        "The Addis Chamber of Commerce met the Nairobi Chamber of Commerce. President Kim Min-jae said trade was slow.",
        (),
    ),
    (
        "The University of Leeds opened a laboratory. Vice-Chancellor Jane Roe praised it.",
        ("person=Jane Roe | organization=University of Leeds | title=Vice-Chancellor | status=held",),
    ),
    (
        "Jane Roe, chairwoman of the Lund Fund, resigned. Deputy Chairman Erik Berg was calm.",
        (
            "person=Jane Roe | organization=Lund Fund | title=Chairwoman | status=former",
            "person=Erik Berg | organization=Lund Fund | title=Deputy Chairman | status=held",
        ),
    ),
    (
        "The Embassy of Japan held a lunch. Ambassador Kenji Sato thanked the guests from Japan.",
        ("person=Kenji Sato | organization=Japan | title=Ambassador | status=held",),
    ),
    (
        "The Embassy of Japan and the Embassy of Peru held a lunch. Ambassador Kenji Sato thanked the guests from Japan.",
        (),
    ),
    (
        "Tan Mei Ling, Minister of Trade and Sustainable Development of Malaysia, opened the fair.",
        ("person=Tan Mei Ling | organization=Malaysia | title=Minister of Trade and Sustainable Development | status=held",),
    ),
    (
        "Giorgi Beridze, Georgia's minister of finance and the budget, inspected the road.",
        ("person=Giorgi Beridze | organization=Georgia | title=Minister of Finance and the Budget | status=held",),
    ),
    (
        "Mr. Anand Rao, Ambassador of India to the Republic of Korea, moderated.",
        ("person=Anand Rao | organization=India | title=Ambassador to the Republic of Korea | status=held",),
    ),
    (
        "Li Wei, Vice President (Asia Pacific Section) of the Kunming Chamber of Commerce, signed the paper.",
        ("person=Li Wei | organization=Kunming Chamber of Commerce | title=Vice President | status=held",),
    ),
    (
        "Maria Lopez, until recently head of the Customs Agency of Peru, becomes director of the Port Authority of Callao.",
        (
            "person=Maria Lopez | organization=Customs Agency of Peru | title=Head | status=former",
            "person=Maria Lopez | organization=Port Authority of Callao | title=Director | status=appointed",
        ),
    ),
    (
        "Omar Diallo, who until last year was head of the Customs Agency of Peru, was content.",
        ("person=Omar Diallo | organization=Customs Agency of Peru | title=Head | status=former",),
    ),
    (
        "Anna Kovacs has been deputy mayor of Szeged since October 2024. Before that she was director of the Danube Chamber of Commerce.",
        (
            "person=Anna Kovacs | organization=Szeged | title=Deputy Mayor | from=2024-10 | status=held",
            "person=she | organization=Danube Chamber of Commerce | title=Director | status=former",
        ),
    ),
    (
        "Hungary's foreign minister, Nagy Tibor, disagreed. When he was ambassador to South Korea, he used to call.",
        (
            "person=Nagy Tibor | organization=Hungary | title=Foreign Minister | status=held",
            "person=he | organization=Hungary | title=Ambassador to South Korea | status=former",
        ),
    ),
    (
        "Anna Kovacs spoke. She used to be director of the Danube Chamber of Commerce.",
        ("person=She | organization=Danube Chamber of Commerce | title=Director | status=former",),
    ),
    (
        "Kofi Asante was mayor of Tamale when the fair opened.",
        ("person=Kofi Asante | organization=Tamale | title=Mayor | status=held",),
    ),
    (
        "Dr. Ali Ben Salah, a former Minister of Finance of Tunisia and today Chairman of Oasis Bank, gave a lecture.",
        (
            "person=Ali Ben Salah | organization=Tunisia | title=Minister of Finance | status=former",
            "person=Ali Ben Salah | organization=Oasis Bank | title=Chairman | status=held",
        ),
    ),
    (
        "The council nominated Eva Horvath to the post of secretary-general of the Danube Commission.",
        ("person=Eva Horvath | organization=Danube Commission | title=Secretary-General | status=nominated",),
    ),
    (
        "Ana Souza was removed from the post of director of the Lund Fund.",
        ("person=Ana Souza | organization=Lund Fund | title=Director | status=former",),
    ),
    (
        "Ana Souza declined the post of director of the Lund Fund.",
        (),
    ),
    (
        "Mr. Le Van An, Vice Secretary of the Party Committee of Ca Mau, Chairman of the Ca Mau People's Council, attended.",
        (
            "person=Le Van An | organization=Party Committee of Ca Mau | title=Vice Secretary | status=held",
            "person=Le Van An | organization=Ca Mau People's Council | title=Chairman | status=held",
        ),
    ),
    (
        "Jan Novak, director of the Lund Fund, ministers and ambassadors attended.",
        ("person=Jan Novak | organization=Lund Fund | title=Director | status=held",),
    ),
    (
        "Jan Novak, director of the Lund Fund, Eva Horvath, head of the Brno Exporters Union, and the mayor of Brno, Karel Dvorak, ate.",
        (
            "person=Jan Novak | organization=Lund Fund | title=Director | status=held",
            "person=Eva Horvath | organization=Brno Exporters Union | title=Head | status=held",
            "person=Karel Dvorak | organization=Brno | title=Mayor | status=held",
        ),
    ),
    (
        "Thai Deputy Prime Minister and Minister of Commerce Pichai Chai spoke.",
        (
            "person=Pichai Chai | organization=Thai | title=Deputy Prime Minister | status=held",
            "person=Pichai Chai | organization=Thai | title=Minister of Commerce | status=held",
        ),
    ),
    (
        "Deputy Prime Minister and the Minister of Trade Ana Souza met.",
        (),
    ),
    (
        "Attending was Senator the Hon. Orville Green, Minister of External Affairs of Barbados, representing Prime Minister Leslie Hurst.",
        (
            "person=Orville Green | organization=Barbados | title=Minister of External Affairs | status=held",
            "person=Leslie Hurst | organization=Barbados | title=Prime Minister | status=held",
        ),
    ),
    (
        "Deputy Mayor Jan Kral of Brno attended on behalf of Mayor Petr Maly.",
        (
            "person=Jan Kral | organization=Brno | title=Deputy Mayor | status=held",
            "person=Petr Maly | organization=Brno | title=Mayor | status=held",
        ),
    ),
    (
        "Ousmane Ba, Senegal's outgoing finance minister, has been appointed ambassador to France.",
        (
            "person=Ousmane Ba | organization=Senegal | title=Finance Minister | status=held",
            "person=Ousmane Ba | organization=Senegal | title=Ambassador to France | status=appointed",
        ),
    ),
    (
        "Senegal named banker Aminata Sow finance minister.",
        ("person=Aminata Sow | organization=Senegal | title=Finance Minister | status=appointed",),
    ),
    (
        "Ousmane Ba has been appointed ambassador to France by Senegal.",
        ("person=Ousmane Ba | organization=Senegal | title=Ambassador to France | status=appointed",),
    ),
    (
        "Karin Lind, the International Monetary Fund's mission chief for Senegal, said growth was slow.",
        ("person=Karin Lind | organization=International Monetary Fund | title=Mission Chief | status=held",),
    ),
    (
        "Ada Bello will serve as chairman of the Lagos Port Authority.",
        ("person=Ada Bello | organization=Lagos Port Authority | title=Chairman | status=appointed",),
    ),
    (
        "Ana Souza acts as director of the Lund Fund while Paul Martin is away.",
        ("person=Ana Souza | organization=Lund Fund | title=Acting Director | status=held",),
    ),
    (
        "Opposition leader Levan Beridze, of the Alliance for Renewal, laughed.",
        ("person=Levan Beridze | organization=Alliance for Renewal | title= | status=held",),
    ),
    (
        "Professor Ana Souza, of the University of Leeds, spoke.",
        ("person=Ana Souza | organization=University of Leeds | title=Professor | status=held",),
    ),
    (
        "Ambassador Kenji Sato was pleased.",
        (),
    ),
    (
        "Kanda Motor Corporation and Huta Steel opened a plant in Da Nang. Chairman Kenji Sato cut the ribbon.",
        (),
    ),
    (
        "Kanda Motor Corporation opened a plant in Da Nang. Chairman Kenji Sato cut the ribbon.",
        ("person=Kenji Sato | organization=Kanda Motor Corporation | title=Chairman | status=held",),
    ),
    (
        "Oleg Petrov, chairman of Ural Steel Holding, stepped down on Friday.",
        ("person=Oleg Petrov | organization=Ural Steel Holding | title=Chairman | status=former",),
    ),
    (
        "Oleg Petrov, chairman of Ural Steel Holding, was dismissed on Friday.",
        ("person=Oleg Petrov | organization=Ural Steel Holding | title=Chairman | status=former",),
    ),
    (
        "Oleg Petrov, chairman of Ural Steel Holding, was relieved when the strike ended.",
        ("person=Oleg Petrov | organization=Ural Steel Holding | title=Chairman | status=held",),
    ),
    (
        "Oleg Petrov, chairman of Ural Steel Holding, will step down on Friday.",
        ("person=Oleg Petrov | organization=Ural Steel Holding | title=Chairman | status=held",),
    ),
    (
        "Oleg Petrov, chairman of Ural Steel Holding, did not resign.",
        ("person=Oleg Petrov | organization=Ural Steel Holding | title=Chairman | status=held",),
    ),
    (
        "Oleg Petrov, chairman of Ural Steel Holding, resigned as director of the Lund Fund.",
        (
            "person=Oleg Petrov | organization=Ural Steel Holding | title=Chairman | status=held",
            "person=Oleg Petrov | organization=Lund Fund | title=Director | status=former",
        ),
    ),
    (
        "Kenya's president named Peter Maina trade minister, Jane Otieno energy minister and Ali Hassan labour minister.",
        (
            "person=Peter Maina | organization=Kenya | title=Trade Minister | status=appointed",
            "person=Jane Otieno | organization=Kenya | title=Energy Minister | status=appointed",
            "person=Ali Hassan | organization=Kenya | title=Labour Minister | status=appointed",
        ),
    ),
    (
        "Jane Otieno was made chairwoman of the Lund Fund.",
        ("person=Jane Otieno | organization=Lund Fund | title=Chairwoman | status=appointed",),
    ),
    (
        "Malawi's President Lazarus Phiri was glad, and so was former trade minister Albert Banda.",
        (
            "person=Lazarus Phiri | organization=Malawi | title=President | status=held",
            "person=Albert Banda | organization=Malawi | title=Trade Minister | status=former",
        ),
    ),
    (
        "Kanda Motor Corporation will grow. Deng Rui, Kanda's vice president, said so.",
        ("person=Deng Rui | organization=Kanda Motor Corporation | title=Vice President | status=held",),
    ),
    (
        "First Deputy Minister of Trade Pavel Kral of Slovakia and the first mayor of Brno, Petr Maly, met.",
        (
            "person=Pavel Kral | organization=Slovakia | title=First Deputy Minister of Trade | status=held",
            "person=Petr Maly | organization=Brno | title=Mayor | status=held",
        ),
    ),
    (
        "Jan Novak, director of the Lund Fund, and the fund officials met.",
        ("person=Jan Novak | organization=Lund Fund | title=Director | status=held",),
    ),
)
