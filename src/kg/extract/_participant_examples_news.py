"""More parts in events, with those who stayed away, told of others or only spoke of the event. All are made up."""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "date: 2025-09-24\n\n"
        "The Premier of Western Province, Ms Alice Tovua, and the High Commissioner of Australia, Rod Ferris, "
        "jointly opened the Gizo Trade Show last Saturday. Mr Ferris said the show would become an annual event.",
        (
            "event=Gizo Trade Show | participant=Alice Tovua | role=opener | status=held",
            "event=Gizo Trade Show | participant=Rod Ferris | role=opener | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "A 15-member delegation from the Penang Development Board, led by its chief executive Dato' Tan Boon Huat, "
        "is visiting Shenzhen this week. Accompanying the delegation is state executive councillor Zaidah Rahman.",
        (
            "event=visiting | participant=Tan Boon Huat | role=leader | status=held",
            "event=visiting | participant=Zaidah Rahman | role=member | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\nThe two foreign ministers, Pavel Dvorak of Czechia and Andrej Kralj of Slovenia, met in Ljubljana on Monday.",
        (
            "event=met | participant=Pavel Dvorak | role=attendee | status=held",
            "event=met | participant=Andrej Kralj | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "Chile's president, Tomás Echeñique, travels to Seoul on Sunday with Agriculture Minister Paula Riquelme "
        "and a group of 40 exporters. He will hold talks with President Han Dong-wook on Monday.",
        (
            "event=travels | participant=Paula Riquelme | role=member | status=planned",
            "event=travels | participant=Tomás Echeñique | role=leader | status=planned",
            "event=talks | participant=He | role=attendee | status=planned",
            "event=talks | participant=Han Dong-wook | role=attendee | status=planned",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "Port of Spain mayor Chinua Baptiste was a no-show at Tuesday's waterfront forum. Trade Minister Paula "
        "Ramdeen and businessman Arthur Lok Sing shared the platform instead.",
        (
            "event=Tuesday's waterfront forum | participant=Paula Ramdeen | role=speaker | status=held",
            "event=Tuesday's waterfront forum | participant=Arthur Lok Sing | role=speaker | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "Prime Minister Lars Engström will lead Sweden's delegation to next month's Arctic summit in Tromsø, his "
        "office said. Finland will be represented by Foreign Minister Aino Kallio.",
        (
            "event=next month's Arctic summit | participant=Lars Engström | role=leader | status=planned",
            "event=next month's Arctic summit | participant=Aino Kallio | role=attendee | status=planned",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "The Gulf Dates Festival drew visitors from across the region. It was inaugurated by Sheikh Hamdan bin "
        "Saqr, in the presence of Minister of Climate Mariam Al Ketbi and several ambassadors, and will run until "
        "Friday.",
        (
            "event=Gulf Dates Festival | participant=Hamdan bin Saqr | role=opener | status=held",
            "event=Gulf Dates Festival | participant=Mariam Al Ketbi | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "At the invitation of the Speaker of the National Assembly, Vu Thi Ha, the President of the Lao "
        "Parliament, Xaysomphone Keo, will pay an official visit to Vietnam from September 28 to 30.",
        ("event=an official visit | participant=Xaysomphone Keo | role=leader | status=planned",),
    ),
    (
        "date: 2025-09-24\n\n"
        "The business mission is headed by Vice-President Gustavo Leal and comprises 25 companies. It arrived in "
        "Luanda on Monday, where it was welcomed by Industry Minister Rui Pacheco.",
        (
            "event=The business mission | participant=Gustavo Leal | role=leader | status=held",
            "event=The business mission | participant=Rui Pacheco | role=host | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "State Trade Commissioner Ellen Voss hosted a dinner for the visitors on Thursday at the governor's "
        "mansion. Consul General Park Sung-min gave a toast.",
        (
            "event=a dinner | participant=Ellen Voss | role=host | status=held",
            "event=a dinner | participant=Park Sung-min | role=speaker | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "Economy Minister Peter Szalai called off his trip to Baku. State secretary Judit Farkas will attend the "
        "forum there on Friday in his stead.",
        (
            "event=his trip | participant=his | role=leader | status=cancelled",
            "event=the forum | participant=Judit Farkas | role=attendee | status=planned",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "The seminar was attended by around 120 people, including Dr. Pham Quoc Bao, Director of the An Giang "
        "Department of Agriculture, Mr. Jan de Vries, Agricultural Counsellor of the Netherlands, and "
        "representatives of cooperatives.",
        (
            "event=The seminar | participant=Pham Quoc Bao | role=attendee | status=held",
            "event=The seminar | participant=Jan de Vries | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "The Commonwealth Business Council said on Monday that its annual forum would take place in Nairobi from "
        "12 to 14 November. King Edmund has been invited. President Daniel Kiptoo has confirmed that he will "
        "attend.",
        (
            "event=its annual forum | participant=Edmund | role=invited | status=invited",
            "event=its annual forum | participant=he | role=attendee | status=planned",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "Taking the podium after the minister, union leader Carla Souza criticised the accord. The congress of the "
        "dockers' federation opened in Santos on Monday, with Labour Minister Jorge Meira as its guest of honour.",
        (
            "event=The congress | participant=Carla Souza | role=speaker | status=held",
            "event=The congress | participant=Jorge Meira | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "Libya's Oil Minister Khaled Bin Salem and Eni chief executive Marco Valli held a video conference on "
        "Sunday to discuss gas supplies.",
        (
            "event=a video conference | participant=Khaled Bin Salem | role=attendee | status=held",
            "event=a video conference | participant=Marco Valli | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-09-24\n\n"
        "Former Prime Minister Ruth Adair will not be among the speakers at the Glasgow Energy Forum next week. "
        "The organisers, Scottish Power Group and the University of Clyde, said she had a scheduling conflict.",
        (),
    ),
    (
        "date: 2025-09-24\n\n"
        "The forum opened in Kochi on Monday. Industries Minister Leela Nair, who was to preside over the session, "
        "could not come.",
        (),
    ),
    (
        "date: 2025-09-24\n\nThe forum was held in Kochi on Monday. Mayor Anil Menon was a no-show at the forum.",
        (),
    ),
    (
        "date: 2025-09-24\n\nThe forum was held in Lima on Monday. Guests were told by Minister Ana Lima that exports had grown.",
        (),
    ),
    (
        "date: 2025-09-24\n\nThe forum was held in Lima on Monday. Minister Ana Lima spoke of the meeting in Cusco as a success.",
        (),
    ),
    (
        "date: 2025-09-24\n\nThe forum was held in Lima on Monday. It was attended by an adviser to Energy Minister Ben Cole.",
        (),
    ),
)
