"""The examples of figures: reports of customs offices, central banks, ports and statistics offices.

Longer than other modules, since it is but a table.
"""

from __future__ import annotations

NEWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Accra, 12 July 2024\n\nGhana's inflation rate fell to 22.8 percent in June from 23.1 percent in May, "
        "the statistics service said. Food inflation was 24 percent, while non-food inflation stood at 21.6 "
        "percent.",
        (
            "area=Ghana | indicator=inflation | value=23.1 | unit=percent | start=2024-05 | end=2024-05 | status=reported",
            "area=Ghana | indicator=inflation | value=22.8 | unit=percent | start=2024-06 | end=2024-06 | status=reported",
            "area=Ghana | indicator=food inflation | value=24 | unit=percent | start=2024-06 | end=2024-06 | status=reported",
            "area=Ghana | indicator=non-food inflation | value=21.6 | unit=percent | start=2024-06 | end=2024-06 | status=reported",
        ),
    ),
    (
        "Bogotá, 2 May 2024\n\nThe Bank of the Republic cut its benchmark interest rate by 50 basis points to 11.75 percent on Tuesday.",
        ("area=Bogotá | indicator=benchmark rate | value=11.75 | unit=percent | status=reported",),
    ),
    (
        "Nairobi, 3 March 2025\n\nKenya received 2.4 million international visitors in 2024, a 15 percent "
        "increase on 2023. The United States was the top source market with 306,501 arrivals, followed by "
        "Uganda (225,559) and Tanzania (203,290).",
        (
            "area=Kenya | indicator=international visitors | value=2400000 | unit=visitors | change=15 | basis=yoy | "
            "start=2024-01 | end=2024-12 | status=reported",
            "area=Kenya | partner=United States | indicator=visitor arrivals | value=306501 | unit=arrivals | "
            "start=2024-01 | end=2024-12 | status=reported",
            "area=Kenya | partner=Uganda | indicator=arrivals | value=225559 | unit=arrivals | start=2024-01 | "
            "end=2024-12 | status=reported",
            "area=Kenya | partner=Tanzania | indicator=arrivals | value=203290 | unit=arrivals | start=2024-01 | "
            "end=2024-12 | status=reported",
        ),
    ),
    (
        "Suva, 10 January 2025\n\nFiji welcomed 982,938 visitors in 2024, 5.7 percent more than in 2023.",
        (
            "area=Fiji | indicator=visitors | value=982938 | unit=visitors | change=5.7 | basis=yoy | "
            "start=2024-01 | end=2024-12 | status=reported",
        ),
    ),
    (
        "Jakarta, 15 May 2024\n\nIndonesia posted a trade surplus of $3.56 billion in April, narrower than the "
        "$4.58 billion recorded in March. Exports rose 1.72 percent year on year to $19.62 billion; imports "
        "were up 4.62 percent at $16.06 billion.",
        (
            "area=Indonesia | indicator=trade surplus | value=3560000000 | unit=USD | start=2024-04 | end=2024-04 | status=reported",
            "area=Indonesia | indicator=exports | value=19620000000 | unit=USD | change=1.72 | basis=yoy | "
            "start=2024-04 | end=2024-04 | status=reported",
            "area=Indonesia | indicator=imports | value=16060000000 | unit=USD | change=4.62 | basis=yoy | "
            "start=2024-04 | end=2024-04 | status=reported",
        ),
    ),
    (
        "Hanoi, 29 June 2024\n\nVietnam's industrial production index rose an estimated 7.7 percent in the "
        "first half. Disbursed FDI reached $10.84 billion, up 8.2 percent, and registered capital totalled "
        "nearly $15.19 billion, a 13.1 percent rise.",
        (
            "area=Vietnam | indicator=index of industrial production | change=7.7 | basis=yoy | start=2024-01 | "
            "end=2024-06 | status=estimate",
            "area=Vietnam | indicator=disbursed foreign direct investment | value=10840000000 | unit=USD | "
            "change=8.2 | basis=yoy | start=2024-01 | end=2024-06 | status=reported",
            "area=Vietnam | indicator=registered capital | value=15190000000 | unit=USD | change=13.1 | basis=yoy "
            "| start=2024-01 | end=2024-06 | status=reported",
        ),
    ),
    (
        "Manila, 7 August 2024\n\nThe budget deficit widened to P209.1 billion in June, 7 percent lower than a "
        "year ago. Revenue collections rose by 10.9 percent.",
        (
            "area=Manila | indicator=budget deficit | value=209100000000 | unit=PHP | change=-7 | basis=yoy | "
            "start=2024-06 | end=2024-06 | status=reported",
            "area=Manila | indicator=revenue collections | change=10.9 | basis=yoy | start=2024-06 | end=2024-06 | status=reported",
        ),
    ),
    (
        "Dhaka, 5 July 2024\n\nBangladesh earned $55.28 billion from exports in the 2022-23 fiscal year, which "
        "ended on June 30, registering 6.67 percent growth. Knitwear exports fetched $25.74 billion, up 10.87 "
        "percent, while woven garments brought in $21.25 billion, an increase of 9.56 percent.",
        (
            "area=Bangladesh | indicator=exports | value=55280000000 | unit=USD | change=6.67 | basis=yoy | "
            "start=2022-07 | end=2023-06 | status=reported",
            "area=Bangladesh | indicator=knitwear exports | value=25740000000 | unit=USD | change=10.87 | basis=yoy | "
            "start=2022-07 | end=2023-06 | status=reported",
            "area=Bangladesh | indicator=exports of woven garments | value=21250000000 | unit=USD | change=9.56 | "
            "basis=yoy | start=2022-07 | end=2023-06 | status=reported",
        ),
    ),
    (
        "Amman, 5 July 2024\n\nJordan's exports to Saudi Arabia, its second biggest market, increased by 12.3 "
        "percent to JD 430 million in January-May.",
        (
            "area=Jordan | partner=Saudi Arabia | indicator=exports | value=430000000 | unit=JOD | change=12.3 | "
            "basis=yoy | start=2024-01 | end=2024-05 | status=reported",
        ),
    ),
    (
        "Minsk, 5 July 2024\n\nIf exports reach $40 billion this year, the minister will be content. Exports "
        "did not exceed $3 billion in May.",
        (),
    ),
    (
        "Acme Foods said its sales rose 12 percent to $2.3 billion in 2023.",
        (),
    ),
    (
        "The average price of coffee rose 12 percent to $4,200 a tonne in May 2024.",
        ("indicator=average price of coffee | change=12 | start=2024-05 | end=2024-05 | status=reported",),
    ),
    (
        "About 1,200 exhibitors from 30 countries attended the fair, 12 percent more than last year.",
        (),
    ),
    (
        "The company exported 40 containers to Kenya in 2023.",
        (),
    ),
    (
        "Ottawa, 12 March 2024\n\nCanada's unemployment rate held steady at 5.8 percent in February, while employment rose by 41,000.",
        ("area=Canada | indicator=unemployment | value=5.8 | unit=percent | start=2024-02 | end=2024-02 | status=reported",),
    ),
    (
        "Athens, 12 March 2024\n\nGreece drew 32.7 million tourists in 2023, up 17.6 percent from 2022, and "
        "tourism receipts climbed to 20.5 billion euros.",
        (
            "area=Greece | indicator=tourists | value=32700000 | unit=tourists | change=17.6 | basis=yoy | "
            "start=2023-01 | end=2023-12 | status=reported",
            "area=Greece | indicator=tourism receipts | value=20500000000 | unit=EUR | start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Maputo, 12 March 2024\n\nMozambique's coal exports dropped to $2.3 billion last year from $2.7 billion in 2022.",
        (
            "area=Mozambique | indicator=coal exports | value=2700000000 | unit=USD | start=2022-01 | end=2022-12 | status=reported",
            "area=Mozambique | indicator=coal exports | value=2300000000 | unit=USD | start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Maseru, 12 March 2024\n\nThe central bank projects inflation of 5.5 percent in 2024 and 5.1 percent in 2025.",
        ("area=Maseru | indicator=inflation | value=5.5 | unit=percent | start=2024-01 | end=2024-12 | status=forecast",),
    ),
    (
        "Ulaanbaatar, 12 March 2024\n\nIn January–February, Mongolia's total trade turnover came to $3.6 "
        "billion: exports of $2.1 billion and imports of $1.5 billion.",
        (
            "area=Mongolia | indicator=trade turnover | value=3600000000 | unit=USD | start=2024-01 | end=2024-02 | status=reported",
            "area=Mongolia | indicator=exports | value=2100000000 | unit=USD | start=2024-01 | end=2024-02 | status=reported",
            "area=Mongolia | indicator=imports | value=1500000000 | unit=USD | start=2024-01 | end=2024-02 | status=reported",
        ),
    ),
    (
        "Doha, 12 March 2024\n\nTwo-way trade between Qatar and India stood at $14.4 billion in 2023, down from "
        "$18.8 billion a year earlier.",
        (
            "area=Qatar | partner=India | indicator=bilateral trade | value=18800000000 | unit=USD | start=2022-01 | "
            "end=2022-12 | status=reported",
            "area=Qatar | partner=India | indicator=bilateral trade | value=14400000000 | unit=USD | start=2023-01 | "
            "end=2023-12 | status=reported",
        ),
    ),
    (
        "Quito, 12 March 2024\n\nEcuador's banana exports to Russia, which take about a fifth of the crop, fell "
        "3 percent in February compared with January.",
        (
            "area=Ecuador | partner=Russia | indicator=banana exports | change=-3 | basis=mom | start=2024-02 | "
            "end=2024-02 | status=reported",
        ),
    ),
    (
        "Vientiane, 12 March 2024\n\nThe province received 14 foreign investment projects worth $412 million in the first two months.",
        (
            "area=The province | indicator=foreign investment projects | value=412000000 | unit=USD | "
            "start=2024-01 | end=2024-02 | status=reported",
        ),
    ),
    (
        "Montevideo, 12 March 2024\n\nBeef sales to China brought in $1.1 billion, 4.5 percent below the previous year.",
        (
            "area=Montevideo | partner=China | indicator=beef sales | value=1100000000 | unit=USD | change=-4.5 | "
            "basis=yoy | status=reported",
        ),
    ),
    (
        "Dushanbe, 12 March 2024\n\nThe city's retail sales of goods and services were estimated at 3.4 billion "
        "somoni in February, 0.8 percent lower than in January but 9.1 percent higher than in February 2023.",
        (
            "area=The city | indicator=retail sales of goods and services | value=3400000000 | unit=TJS | "
            "change=-0.8 | basis=mom | start=2024-02 | end=2024-02 | status=estimate",
            "area=The city | indicator=retail sales of goods and services | value=3400000000 | unit=TJS | "
            "change=9.1 | basis=yoy | start=2024-02 | end=2024-02 | status=estimate",
        ),
    ),
    (
        "Astana, 12 March 2024\n\nOil output in Kazakhstan increased by 6.9 percent year-on-year to 90 million tonnes in 2023.",
        (
            "area=Kazakhstan | indicator=oil output | value=90000000 | unit=tonnes | change=6.9 | basis=yoy | "
            "start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Lomé, 12 March 2024\n\nThe port handled 1.9 million containers in 2023, 14 percent more than in 2022.",
        (
            "area=The port | indicator=containers | value=1900000 | unit=containers | change=14 | basis=yoy | "
            "start=2023-01 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Tirana, 12 March 2024\n\nThe ministry wants exports to reach 5 billion euros by 2027. Exports could "
        "have been higher by 10 percent.",
        ("area=Tirana | indicator=exports | value=5000000000 | unit=EUR | status=target",),
    ),
    (
        "The shares rose 3.2 percent to $41 on Tuesday.",
        (),
    ),
    (
        "The loan of $120 million will be repaid over 20 years.",
        (),
    ),
    (
        "The company's profit fell 12 percent to $1.1 billion.",
        (),
    ),
    (
        "Islamabad, 12 January 2024\n\nPakistan's textile exports fell 5 percent to $8.3 billion in the first "
        "half of the current fiscal year.",
        (
            "area=Pakistan | indicator=textile exports | value=8300000000 | unit=USD | change=-5 | basis=yoy | "
            "start=2023-07 | end=2023-12 | status=reported",
        ),
    ),
    (
        "Addis Ababa, 12 January 2024\n\nEthiopia earned $1.4 billion from coffee exports in the 2022/23 fiscal year.",
        ("area=Ethiopia | indicator=coffee exports | value=1400000000 | unit=USD | start=2022-07 | end=2023-06 | status=reported",),
    ),
    (
        "Tokyo, 18 April 2024\n\nJapan's exports to China grew 12.6 percent in March from a year earlier, with "
        "car shipments up 20 percent.",
        (
            "area=Japan | partner=China | indicator=exports | change=12.6 | basis=yoy | start=2024-03 | end=2024-03 | status=reported",
            "area=Japan | indicator=car shipments | change=20 | basis=yoy | start=2024-03 | end=2024-03 | status=reported",
        ),
    ),
    (
        "Podgorica, 12 March 2024\n\nForeign direct investment totalled 858 million euros in 2023, of which 211 "
        "million euros came from Serbia.",
        (
            "area=Podgorica | indicator=foreign direct investment | value=858000000 | unit=EUR | start=2023-01 | end=2023-12 | "
            "status=reported",
            "area=Podgorica | partner=Serbia | indicator=foreign direct investment | value=211000000 | unit=EUR | start=2023-01 | "
            "end=2023-12 | status=reported",
        ),
    ),
    (
        "Manila, 4 Feb 2024\n\nInflation in the Philippines eased to 2.8 percent in January from 3.9 percent in "
        "December. It is projected to average 3.4 percent in 2024.",
        (
            "area=Philippines | indicator=inflation | value=3.9 | unit=percent | start=2023-12 | end=2023-12 | status=reported",
            "area=Philippines | indicator=inflation | value=2.8 | unit=percent | start=2024-01 | end=2024-01 | status=reported",
            "area=Philippines | indicator=inflation | value=3.4 | unit=percent | start=2024-01 | end=2024-12 | status=forecast",
        ),
    ),
    (
        "Peru's economy, the minister said, had grown by 2.4% in 2023.",
        ("area=Peru | indicator=GDP growth | change=2.4 | basis=yoy | start=2023-01 | end=2023-12 | status=reported",),
    ),
    (
        "The number of foreign visitors to Georgia in the first five months of 2023 went up 12 percent to "
        "1,904,000, compared to 1,700,000 in the same months of 2022.",
        (
            "area=Georgia | indicator=foreign visitors | value=1700000 | unit=visitors | start=2022-01 | end=2022-05 | status=reported",
            "area=Georgia | indicator=foreign visitors | value=1904000 | unit=visitors | change=12 | basis=yoy | "
            "start=2023-01 | end=2023-05 | status=reported",
        ),
    ),
    (
        "Norway's trade surplus for May 2022 was $8.1 billion, lower than the consensus of $9 billion.",
        ("area=Norway | indicator=trade surplus | value=8100000000 | unit=USD | start=2022-05 | end=2022-05 | status=reported",),
    ),
    (
        "Finnish exports in March 2022 grew 4.1% y/y to EUR 6.2 billion, slowing from 7% in February and "
        "missing expectations for 5% growth.",
        (
            "area=Finnish | indicator=exports | value=6200000000 | unit=EUR | change=4.1 | basis=yoy | "
            "start=2022-03 | end=2022-03 | status=reported",
        ),
    ),
    (
        "Togo's exports climbed 3 percent year on year to $81 million in May 2021 and advanced 2.4 percent "
        "year on year to $390 million in the first half of 2021.",
        (
            "area=Togo | indicator=exports | value=81000000 | unit=USD | change=3 | basis=yoy | start=2021-05 | "
            "end=2021-05 | status=reported",
            "area=Togo | indicator=exports | value=390000000 | unit=USD | change=2.4 | basis=yoy | start=2021-01 "
            "| end=2021-06 | status=reported",
        ),
    ),
    (
        "Imports in the month of August 2019 at $3.4 billion were 1.5 per cent higher than a year before.",
        ("indicator=imports | value=3400000000 | unit=USD | change=1.5 | basis=yoy | start=2019-08 | end=2019-08 | status=reported",),
    ),
    (
        "Malta's GDP contracted at an annualised rate of 3.1 percent in the third quarter of 2014, after gaining 2 percent in the second.",
        ("area=Malta | indicator=GDP growth | change=-3.1 | start=2014-07 | end=2014-09 | status=reported",),
    ),
    (
        "The draft budget is for 2025. The ministers told reporters that exports would grow by 7% in 2025.",
        ("indicator=exports | change=7 | basis=yoy | start=2025-01 | end=2025-12 | status=forecast",),
    ),
    (
        "Ecuador's rose exports stood at $610 million in the first half of 2024, 4% more than a year earlier. "
        "Russia bought $90 million of that, down 6%. Sales to Latvia were $12 million.",
        (
            "area=Ecuador | indicator=rose exports | value=610000000 | unit=USD | change=4 | basis=yoy | "
            "start=2024-01 | end=2024-06 | status=reported",
            "area=Ecuador | partner=Russia | indicator=rose exports | value=90000000 | unit=USD | change=-6 | "
            "basis=yoy | start=2024-01 | end=2024-06 | status=reported",
            "area=Ecuador | partner=Latvia | indicator=sales | value=12000000 | unit=USD | start=2024-01 | end=2024-06 | status=reported",
        ),
    ),
    (
        "Tram cars carried 2.9 million tonnes of coal through Katowice in 2023, 8 percent less than in 2022.",
        ("indicator=coal volume | value=2900000 | unit=tonnes | change=-8 | basis=yoy | start=2023-01 | end=2023-12 | status=reported",),
    ),
    (
        "Serbia's exports reached 20 billion euros in 2021. The government has set a target of 30 billion euros.",
        (
            "area=Serbia | indicator=exports | value=20000000000 | unit=EUR | start=2021-01 | end=2021-12 | status=reported",
            "area=Serbia | indicator=exports | value=30000000000 | unit=EUR | status=target",
        ),
    ),
)
