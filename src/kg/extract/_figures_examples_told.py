"""The examples of figures in running news: former values, partners in a row, goods, and whose figures they are."""

from __future__ import annotations

TOLD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Nairobi, March 4, 2025\n\nKenya earned Sh182.4 billion from tea exports last year, the tea board said on "
        "Tuesday, up from Sh180.6 billion in 2023. Pakistan bought Sh72 billion of that, while Egypt came second "
        "with Sh28.3 billion. Horticulture brought in Sh136 billion.",
        (
            "area=Kenya | indicator=tea exports | value=180600000000 | unit=KES | start=2023-01 | end=2023-12 | status=reported",
            "area=Kenya | indicator=tea exports | value=182400000000 | unit=KES | start=2024-01 | end=2024-12 | status=reported",
            "area=Kenya | partner=Pakistan | indicator=tea exports | value=72000000000 | unit=KES | start=2024-01 | "
            "end=2024-12 | status=reported",
            "area=Kenya | partner=Egypt | indicator=tea exports | value=28300000000 | unit=KES | start=2024-01 | "
            "end=2024-12 | status=reported",
            "area=Kenya | indicator=exports of horticulture | value=136000000000 | unit=KES | start=2024-01 | "
            "end=2024-12 | status=reported",
        ),
    ),
    (
        "Lima, 5 September 2025\n\nPeru's agricultural exports totalled US$6.1 billion between January and July, "
        "22% more than a year earlier, the tax authority SUNAT reported. Blueberries led the list with US$820 "
        "million, followed by grapes ($790 million) and avocados ($710 million). The United States took goods "
        "worth US$2.1 billion; shipments to the Netherlands reached $940 million.",
        (
            "area=Peru | indicator=agricultural exports | value=6100000000 | unit=USD | change=22 | basis=yoy | "
            "start=2025-01 | end=2025-07 | status=reported",
            "area=Peru | indicator=exports of blueberries | value=820000000 | unit=USD | start=2025-01 | end=2025-07 | status=reported",
            "area=Peru | indicator=exports of grapes | value=790000000 | unit=USD | start=2025-01 | end=2025-07 | status=reported",
            "area=Peru | indicator=exports of avocados | value=710000000 | unit=USD | start=2025-01 | end=2025-07 | status=reported",
            "area=Peru | partner=United States | indicator=agricultural exports | value=2100000000 | unit=USD | "
            "start=2025-01 | end=2025-07 | status=reported",
            "area=Peru | partner=Netherlands | indicator=shipments | value=940000000 | unit=USD | start=2025-01 | "
            "end=2025-07 | status=reported",
        ),
    ),
    (
        "Kampala, 8 May 2025\n\nThe Bank of Uganda kept its policy rate at 9.75 percent on Thursday. Annual "
        "inflation eased to 3.5 percent in April from 3.6 percent in March, and the bank expects it to average "
        "4.5 percent in the financial year 2025/26.",
        (
            "area=Uganda | indicator=policy rate | value=9.75 | unit=percent | status=reported",
            "area=Uganda | indicator=inflation | value=3.6 | unit=percent | start=2025-03 | end=2025-03 | status=reported",
            "area=Uganda | indicator=inflation | value=3.5 | unit=percent | start=2025-04 | end=2025-04 | status=reported",
            "area=Uganda | indicator=inflation | value=4.5 | unit=percent | start=2025-07 | end=2026-06 | status=forecast",
        ),
    ),
    (
        "Muscat, 14 October 2025\n\nTrade between Oman and India amounted to $10.6 billion in 2024-25, an "
        "increase of 18.6 percent. Indian exports made up $4.1 billion of this and imports $6.5 billion.",
        (
            "area=Oman | partner=India | indicator=trade | value=10600000000 | unit=USD | change=18.6 | basis=yoy | "
            "start=2024-04 | end=2025-03 | status=reported",
            "area=Indian | partner=Oman | indicator=exports | value=4100000000 | unit=USD | start=2024-04 | end=2025-03 | status=reported",
            "area=Indian | partner=Oman | indicator=imports | value=6500000000 | unit=USD | start=2024-04 | end=2025-03 | status=reported",
        ),
    ),
    (
        "Accra, 17 July 2025\n\nThe Ghana Revenue Authority collected GH¢82.5 billion in the first half of 2025, "
        "exceeding its target of GH¢81.2 billion, Commissioner-General Anthony Sarpong told reporters.",
        (
            "area=Ghana | indicator=revenue collections | value=81200000000 | unit=GHS | start=2025-01 | end=2025-06 | status=target",
            "area=Ghana | indicator=revenue collections | value=82500000000 | unit=GHS | start=2025-01 | end=2025-06 | status=reported",
        ),
    ),
    (
        "Abuja, 15 September 2025\n\nHeadline inflation slowed to 20.12 percent in August, from 21.88 percent in "
        "July, the National Bureau of Statistics said on Monday. Food inflation stood at 21.87 percent. Nigeria's "
        "external reserves rose to $41.3 billion as of September 11.",
        (
            "area=Nigeria | indicator=headline inflation | value=21.88 | unit=percent | start=2025-07 | end=2025-07 | status=reported",
            "area=Nigeria | indicator=headline inflation | value=20.12 | unit=percent | start=2025-08 | end=2025-08 | status=reported",
            "area=Nigeria | indicator=food inflation | value=21.87 | unit=percent | start=2025-08 | end=2025-08 | status=reported",
            "area=Nigeria | indicator=external reserves | value=41300000000 | unit=USD | status=reported",
        ),
    ),
    (
        "Kuching, 9 March 2025\n\nSarawak recorded exports of RM138.2 billion last year, a drop of 2.6 per cent "
        "from 2023. Liquefied natural gas made up RM48 billion, and palm oil RM11.7 billion. The state hopes to "
        "attract RM30 billion in investments this year.",
        (
            "area=Sarawak | indicator=exports | value=138200000000 | unit=MYR | change=-2.6 | basis=yoy | "
            "start=2024-01 | end=2024-12 | status=reported",
            "area=Sarawak | indicator=exports of liquefied natural gas | value=48000000000 | unit=MYR | start=2024-01 "
            "| end=2024-12 | status=reported",
            "area=Sarawak | indicator=exports of palm oil | value=11700000000 | unit=MYR | start=2024-01 | end=2024-12 | status=reported",
            "area=The state | indicator=investment | value=30000000000 | unit=MYR | start=2025-01 | end=2025-12 | status=target",
        ),
    ),
    (
        "Belgrade, 21 March 2025\n\nSerbia's trade with Hungary reached 3.9 billion euros in 2024. Serbian "
        "exports were worth 1.6 billion euros, up 7 percent, while imports from Hungary grew 4.4 percent to 2.3 "
        "billion euros.",
        (
            "area=Serbia | partner=Hungary | indicator=trade | value=3900000000 | unit=EUR | start=2024-01 | end=2024-12 | status=reported",
            "area=Serbian | partner=Hungary | indicator=exports | value=1600000000 | unit=EUR | change=7 | basis=yoy "
            "| start=2024-01 | end=2024-12 | status=reported",
            "area=Serbian | partner=Hungary | indicator=imports | value=2300000000 | unit=EUR | change=4.4 | "
            "basis=yoy | start=2024-01 | end=2024-12 | status=reported",
        ),
    ),
    (
        "The bridge will cost $14 million and take 18 months. Some 1,200 workers are to be hired. The loan "
        "carries an interest of 2.5 percent.",
        (),
    ),
    (
        "Windhoek, 11 December 2025\n\nNamibia attracted N$32 billion in foreign direct investment in 2024, with "
        "Chinese investors contributing N$9.4 billion. The economy is projected to grow by 3.8 percent in 2026, "
        "after 3.3 percent this year.",
        (
            "area=Namibia | indicator=foreign direct investment | value=32000000000 | unit=NAD | start=2024-01 | "
            "end=2024-12 | status=reported",
            "area=Namibia | partner=Chinese | indicator=investment | value=9400000000 | unit=NAD | start=2024-01 | "
            "end=2024-12 | status=reported",
            "area=Namibia | indicator=GDP growth | change=3.8 | basis=yoy | start=2026-01 | end=2026-12 | status=forecast",
        ),
    ),
    (
        "Shenzhen, 18 January 2026\n\nAccording to Shenzhen Customs, the city's imports and exports totaled 4.6 "
        "trillion yuan in 2025, up 1.4 percent year on year. Exports stood at 2.8 trillion yuan, a decrease of 2 "
        "percent; imports were 1.8 trillion yuan, an increase of 7.1 percent. Trade with ASEAN grew 6.3 percent "
        "to 740 billion yuan.",
        (
            "area=the city | indicator=imports and exports | value=4600000000000 | unit=CNY | change=1.4 | basis=yoy "
            "| start=2025-01 | end=2025-12 | status=reported",
            "area=the city | indicator=exports | value=2800000000000 | unit=CNY | change=-2 | basis=yoy | "
            "start=2025-01 | end=2025-12 | status=reported",
            "area=the city | indicator=imports | value=1800000000000 | unit=CNY | change=7.1 | basis=yoy | "
            "start=2025-01 | end=2025-12 | status=reported",
            "area=the city | partner=ASEAN | indicator=trade | value=740000000000 | unit=CNY | change=6.3 | basis=yoy "
            "| start=2025-01 | end=2025-12 | status=reported",
        ),
    ),
    (
        "Ouagadougou, 4 April 2025\n\nBurkina Faso produced 61.5 tonnes of gold in 2024, 4.2 tonnes more than in "
        "2023. The mines paid 450 billion CFA francs into the state budget.",
        ("area=Burkina Faso | indicator=gold production | value=61.5 | unit=tonnes | start=2024-01 | end=2024-12 | status=reported",),
    ),
    (
        "Apia, 12 February 2025\n\nSamoa's fish exports were valued at 14.2 million tala in 2024, with American "
        "Samoa taking 9.8 million tala and New Zealand 2.1 million tala.",
        (
            "area=Samoa | indicator=fish exports | value=14200000 | unit=WST | start=2024-01 | end=2024-12 | status=reported",
            "area=Samoa | partner=American Samoa | indicator=fish exports | value=9800000 | unit=WST | start=2024-01 "
            "| end=2024-12 | status=reported",
            "area=Samoa | partner=New Zealand | indicator=fish exports | value=2100000 | unit=WST | start=2024-01 | "
            "end=2024-12 | status=reported",
        ),
    ),
    (
        "Doha, 24 March 2026\n\nQatar's consumer price index was 2.1 percent higher in February than a year "
        "before, and 0.3 percent lower than in January. The budget surplus in the fourth quarter came to QR2.6 "
        "billion, as against QR900 million in the third.",
        (
            "area=Qatar | indicator=consumer price index | change=2.1 | basis=yoy | start=2026-02 | end=2026-02 | status=reported",
            "area=Qatar | indicator=consumer price index | change=-0.3 | basis=mom | start=2026-02 | end=2026-02 | status=reported",
            "area=Qatar | indicator=budget surplus | value=900000000 | unit=QAR | start=2025-07 | end=2025-09 | status=reported",
            "area=Qatar | indicator=budget surplus | value=2600000000 | unit=QAR | start=2025-10 | end=2025-12 | status=reported",
        ),
    ),
    (
        "Lusaka, 11 April 2025\n\nZambia's copper output rose 30 percent year-on-year to 224,000 tonnes in the "
        "first quarter, mines minister Paul Kabuswe said. The government targets 1 million tonnes for the whole "
        "year.",
        (
            "area=Zambia | indicator=copper output | value=224000 | unit=tonnes | change=30 | basis=yoy | "
            "start=2025-01 | end=2025-03 | status=reported",
        ),
    ),
    (
        "Jakarta, 2 June 2025\n\nIndonesia's trade surplus shrank to $150 million in April from $4.33 billion the "
        "month before, Statistics Indonesia reported. Exports edged up 5.76 percent on the year to $20.74 "
        "billion, while imports surged 21.84 percent to $20.59 billion. Shipments of nickel fell.",
        (
            "area=Indonesia | indicator=trade surplus | value=4330000000 | unit=USD | start=2025-03 | end=2025-03 | status=reported",
            "area=Indonesia | indicator=trade surplus | value=150000000 | unit=USD | start=2025-04 | end=2025-04 | status=reported",
            "area=Indonesia | indicator=exports | value=20740000000 | unit=USD | change=5.76 | basis=yoy | "
            "start=2025-04 | end=2025-04 | status=reported",
            "area=Indonesia | indicator=imports | value=20590000000 | unit=USD | change=21.84 | basis=yoy | "
            "start=2025-04 | end=2025-04 | status=reported",
        ),
    ),
    (
        "Amman, 20 August 2025\n\nTrade between Jordan and Iraq reached JD 620 million in the first half of 2025, "
        "up from JD 540 million in the same period of 2024. Jordanian exports accounted for JD 505 million of the "
        "total.",
        (
            "area=Jordan | partner=Iraq | indicator=trade | value=540000000 | unit=JOD | start=2024-01 | end=2024-06 | status=reported",
            "area=Jordan | partner=Iraq | indicator=trade | value=620000000 | unit=JOD | start=2025-01 | end=2025-06 | status=reported",
            "area=Jordanian | partner=Iraq | indicator=exports | value=505000000 | unit=JOD | start=2025-01 | "
            "end=2025-06 | status=reported",
        ),
    ),
    (
        "Tbilisi, 14 January 2026\n\nGeorgia welcomed 5.5 million international visitors in 2025, which was 6.8% "
        "more than a year earlier. Most came from Russia (1.4 million), Türkiye (1.3 million) and Armenia (0.9 "
        "million). Tourism revenue amounted to $4.7 billion.",
        (
            "area=Georgia | indicator=international visitors | value=5500000 | unit=visitors | change=6.8 | basis=yoy "
            "| start=2025-01 | end=2025-12 | status=reported",
            "area=Georgia | indicator=tourism revenue | value=4700000000 | unit=USD | start=2025-01 | end=2025-12 | status=reported",
        ),
    ),
    (
        "Kathmandu, 18 July 2025\n\nNepal imported goods worth Rs 1,804 billion in the fiscal year 2024/25, a "
        "rise of 13.3 percent. Exports jumped 81.8 percent to Rs 277 billion. India alone bought goods worth Rs "
        "225 billion.",
        (
            "area=Nepal | indicator=imports | value=1804000000000 | unit=NPR | change=13.3 | basis=yoy | "
            "start=2024-07 | end=2025-06 | status=reported",
            "area=Nepal | indicator=exports | value=277000000000 | unit=NPR | change=81.8 | basis=yoy | start=2024-07 "
            "| end=2025-06 | status=reported",
            "area=Nepal | partner=India | indicator=exports | value=225000000000 | unit=NPR | start=2024-07 | "
            "end=2025-06 | status=reported",
        ),
    ),
    (
        "Guangzhou, 21 April 2025\n\nGuangdong's foreign trade rose 4.2 percent year on year to 2.14 trillion "
        "yuan in the first quarter of 2025, according to Guangdong customs. Exports totaled 1.34 trillion yuan, "
        "up 1.3 percent, and imports 799.5 billion yuan, up 9.6 percent. Trade with Malaysia and Vietnam grew by "
        "11 percent and 23 percent, respectively.",
        (
            "area=Guangdong | indicator=foreign trade | value=2140000000000 | unit=CNY | change=4.2 | basis=yoy | "
            "start=2025-01 | end=2025-03 | status=reported",
            "area=Guangdong | indicator=exports | value=1340000000000 | unit=CNY | change=1.3 | basis=yoy | "
            "start=2025-01 | end=2025-03 | status=reported",
            "area=Guangdong | indicator=imports | value=799500000000 | unit=CNY | change=9.6 | basis=yoy | "
            "start=2025-01 | end=2025-03 | status=reported",
            "area=Guangdong | partner=Malaysia | indicator=trade | change=11 | basis=yoy | start=2025-01 | end=2025-03 | status=reported",
            "area=Guangdong | partner=Vietnam | indicator=trade | change=23 | basis=yoy | start=2025-01 | end=2025-03 | status=reported",
        ),
    ),
    (
        "Stockholm, 14 March 2025\n\nSweden's inflation rate climbed to 2.9 percent in February, from 2.2 percent "
        "a month earlier. The Riksbank expects inflation to fall back to 2 percent in 2026.",
        (
            "area=Sweden | indicator=inflation | value=2.2 | unit=percent | start=2025-01 | end=2025-01 | status=reported",
            "area=Sweden | indicator=inflation | value=2.9 | unit=percent | start=2025-02 | end=2025-02 | status=reported",
            "area=Sweden | indicator=inflation | value=2 | unit=percent | start=2026-01 | end=2026-12 | status=forecast",
        ),
    ),
    (
        "Maputo, 9 June 2025\n\nThe loan of $200 million will finance 120 kilometres of road. Under the contract, "
        "signed on Friday, the firm will earn $15 million a year, and cargo charges may fall by 10 percent.",
        (),
    ),
    (
        "Hanoi, 6 August 2025\n\nIn the first seven months of the year, Can Tho attracted 14 FDI projects with a "
        "total registered capital of US$212 million. The city's export turnover was estimated at $2.9 billion, "
        "meeting 56 per cent of the yearly plan and up 11.3 per cent against the same period of 2024.",
        (
            "area=Can Tho | indicator=registered capital | value=212000000 | unit=USD | start=2025-01 | end=2025-07 | status=reported",
            "area=The city | indicator=export turnover | value=2900000000 | unit=USD | change=11.3 | basis=yoy | "
            "start=2025-01 | end=2025-07 | status=estimate",
        ),
    ),
    (
        "Bangui, 19 March 2025\n\nDiamond exports could double if the embargo is lifted. The fair drew 4,000 "
        "visitors, and sales were brisk. The ministry denied that gold output had dropped by 40 percent.",
        (),
    ),
)
