"""Sentences with the events they tell, and sentences that tell none. All are made up."""

from __future__ import annotations

_DAY = "date: 2025-03-12\n\n"

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _DAY + "A craft fair, to be jointly held by the two chambers, is scheduled to take place in Lomé in May.",
        ("event=A craft fair | place=Lomé | kind=Fair | start=2025-05 | status=planned",),
    ),
    (
        _DAY + "A delegation of the Manila City Government headed by Vice Mayor Rosa Santos toured the port of Busan on Monday.",
        ("event=toured | place=Busan | kind=Visit | start=2025-03-10 | status=held",),
    ),
    (
        _DAY + "Mayor Tariq Aziz flew to Izmir on Sunday at the head of a 20-member trade delegation.",
        ("event=flew | place=Izmir | kind=Visit | start=2025-03-09 | status=held",),
    ),
    (
        _DAY + "Mayor Tariq Aziz was in Izmir from March 3 to 5 at the head of a 20-member delegation.",
        ("event=was | place=Izmir | kind=Visit | start=2025-03-03 | end=2025-03-05 | status=held",),
    ),
    (
        _DAY + "Economy Minister Rima Khoury on Tuesday received the ambassador of Brazil, Paulo Dias, at her office in Beirut.",
        ("event=received | place=Beirut | kind=Meeting | start=2025-03-11 | status=held",),
    ),
    (
        _DAY + "The 2024 edition of the Quito Coffee Expo took place in November. The 2025 expo is set for November 6–9.",
        (
            "event=Quito Coffee Expo | kind=Exhibition | start=2024-11 | status=held",
            "event=The 2025 expo | kind=Exhibition | start=2025-11-06 | end=2025-11-09 | status=planned",
        ),
    ),
    (
        _DAY + "Peru and Chile signed a customs deal on the sidelines of the Pacific Alliance summit in Cali on Friday.",
        ("event=the Pacific Alliance summit | place=Cali | kind=Summit | start=2025-03-07 | status=held",),
    ),
    (
        _DAY + "Ministers attended the opening ceremony of the Algiers International Fair.",
        ("event=Algiers International Fair | kind=Fair | status=held",),
    ),
    (
        _DAY + "The 15th session of the joint committee opened in Havana on Monday under the chairmanship of Minister Carlos Diaz.",
        ("event=The 15th session | place=Havana | kind=Meeting | start=2025-03-10 | status=held",),
    ),
    (
        _DAY + "The city has seen two days of talks, and the ministers will meet again in Apia in May.",
        ("event=meet | place=Apia | kind=Meeting | start=2025-05 | status=planned",),
    ),
    (
        _DAY + "The breakfast, hosted by the Accra Chamber of Commerce, goes ahead in Nadi on Saturday.",
        ("event=The breakfast | place=Nadi | kind=Event | start=2025-03-15 | status=planned",),
    ),
    (
        _DAY + "Minister Ana Souza was in the capital city of Accra on Monday for a seminar.",
        ("event=a seminar | place=Accra | kind=Seminar | start=2025-03-10 | status=held",),
    ),
    (
        _DAY + "Peru named a new envoy and delayed the tax, at a summit in Cali on Friday.",
        ("event=a summit | place=Cali | kind=Summit | start=2025-03-07 | status=held",),
    ),
    (
        _DAY + "The Lagos International Trade Fair opened on Friday with 300 exhibitors and runs until March 23.",
        ("event=Lagos International Trade Fair | kind=Fair | start=2025-03-07 | end=2025-03-23 | status=ongoing",),
    ),
    (
        _DAY + "Trade ministers from Kenya and Ghana will hold talks in Nairobi on March 20, the Kenyan ministry said.",
        ("event=talks | place=Nairobi | kind=Meeting | start=2025-03-20 | status=planned",),
    ),
    (
        _DAY + "President Amina Diallo is on a three-day state visit to Turkey.",
        ("event=a three-day state visit | place=Turkey | kind=Visit | status=ongoing",),
    ),
    (
        _DAY + "Governor Lucy Kamau paid a courtesy call on President Daniel Otieno at State House in Nairobi on Monday.",
        ("event=a courtesy call | place=Nairobi | kind=Meeting | start=2025-03-10 | status=held",),
    ),
    (
        _DAY + "Minister Paulo Reis met with Polish Ambassador Anna Nowak in Luanda on Wednesday.",
        ("event=met | place=Luanda | kind=Meeting | start=2025-03-12 | status=held",),
    ),
    (_DAY + "King Felix will visit Morocco next week.", ("event=visit | place=Morocco | kind=Visit | status=planned",)),
    (
        _DAY + "Foreign Minister Sara Lind visited Accra and Lomé last month.",
        ("event=visited | place=Accra | place=Lomé | kind=Visit | start=2025-02 | status=held",),
    ),
    (
        _DAY + "The annual conference of the Maldives Chamber of Commerce was cancelled because of the storm.",
        ("event=The annual conference | kind=Conference | status=cancelled",),
    ),
    (
        _DAY + "A trade mission to Chile planned for April has been postponed indefinitely.",
        ("event=A trade mission | place=Chile | kind=Visit | start=2025-04 | status=postponed",),
    ),
    (_DAY + "The forum was postponed to May 14 from April 2.", ("event=The forum | kind=Forum | start=2025-05-14 | status=postponed",)),
    (
        _DAY + "The next meeting of the joint commission is scheduled for October in Baku.",
        ("event=The next meeting | place=Baku | kind=Meeting | start=2025-10 | status=planned",),
    ),
    (
        _DAY + "The Kigali Jazz Festival returns to the capital in August.",
        ("event=Kigali Jazz Festival | kind=Festival | start=2025-08 | status=planned",),
    ),
    (
        _DAY + "Elections will be held in Malawi on 16 September.",
        ("event=Elections | place=Malawi | kind=Election | start=2025-09-16 | status=planned",),
    ),
    (
        _DAY + "Delegates gathered in Quito on Monday for the opening of the Andean Business Summit.",
        ("event=Andean Business Summit | place=Quito | kind=Summit | start=2025-03-10 | status=held",),
    ),
    (
        _DAY + "The Asian Development Bank's annual meeting will take place in Tashkent from May 4 to 7.",
        (
            "event=The Asian Development Bank's annual meeting | place=Tashkent | kind=Meeting | "
            "start=2025-05-04 | end=2025-05-07 | status=planned",
        ),
    ),
    (
        _DAY + "The workshop, jointly organised by UNDP and the Ministry of Health, took place in Dili on 3 March.",
        ("event=The workshop | place=Dili | kind=Seminar | start=2025-03-03 | status=held",),
    ),
    (
        _DAY
        + "Croatia's prime minister, Marko Horvat, will travel to Vienna on Thursday for a meeting with Austrian Chancellor Eva Gruber.",
        ("event=a meeting | place=Vienna | kind=Meeting | start=2025-03-13 | status=planned",),
    ),
    (
        _DAY + "The governor of Jeju, Oh Min-ho, will lead a delegation to Da Nang from April 8 to 11.",
        ("event=lead | place=Da Nang | kind=Visit | start=2025-04-08 | end=2025-04-11 | status=planned",),
    ),
    (
        _DAY + "The Kazakh leader cancelled his trip to Davos, his office said.",
        ("event=his trip | place=Davos | kind=Visit | status=cancelled",),
    ),
    (
        _DAY + "The conference was supposed to take place in May but was called off.",
        ("event=The conference | kind=Conference | start=2025-05 | status=cancelled",),
    ),
    (
        _DAY + "PRETORIA — South Africa and Sudan will hold the second session of their Joint Commission here on Thursday.",
        ("event=the second session | place=PRETORIA | kind=Meeting | start=2025-03-13 | status=planned",),
    ),
    (
        _DAY + "• 14 April: Halal food seminar in Yangon, hosted by the Myanmar Chamber of Commerce",
        ("event=Halal food seminar | place=Yangon | kind=Seminar | start=2025-04-14 | status=planned",),
    ),
    (
        _DAY + "The two-day event, which concludes today, is being hosted by the University of Malta.",
        ("event=The two-day event | kind=Event | start=2025-03-11 | end=2025-03-12 | status=ongoing",),
    ),
    (
        _DAY + "Finance Minister Ana Cruz told a news conference in Rosario on Friday that exports had risen.",
        ("event=a news conference | place=Rosario | kind=Conference | start=2025-03-07 | status=held",),
    ),
    (
        _DAY + "The Council of Ministers is to meet in Suva on Friday.",
        ("event=meet | place=Suva | kind=Meeting | start=2025-03-14 | status=planned",),
    ),
    (_DAY + "The trade show attracted 3,000 visitors last year.", ("event=The trade show | kind=Exhibition | start=2024 | status=held",)),
    (
        _DAY + "The minister said she would not attend the summit in Baku next week.",
        ("event=the summit | place=Baku | kind=Summit | status=planned",),
    ),
    (_DAY + "Such conferences help small firms find buyers.", ()),
    (_DAY + "The ministry hosts regular meetings with exporters.", ()),
    (_DAY + "No meeting was held last week.", ()),
    (_DAY + "He called for a meeting of the Council.", ()),
    (_DAY + "The conference hall in Lima was full.", ()),
    (_DAY + "If the summit takes place in May, leaders will sign the treaty.", ()),
    (_DAY + "She proposed hosting a forum on water next year.", ()),
    (_DAY + "Hundreds marched in a protest against the summit.", ()),
    (_DAY + "The mayor visited the factory and met workers.", ()),
    (_DAY + "The company will launch its programme in March 2026.", ()),
    (_DAY + "The launch of the new terminal is expected in 2027.", ()),
    (_DAY + "The firms have gone two years without a joint event.", ()),
)
