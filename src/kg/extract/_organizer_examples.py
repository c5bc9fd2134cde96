"""Sentences with those who organize an event, and sentences that name none. All are made up."""

from __future__ import annotations

_DAY = "date: 2025-03-12\n\n"

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _DAY + "The workshop, jointly organised by UNDP and the Ministry of Health, took place in Dili on 3 March.",
        (
            "event=The workshop | organizer=UNDP | status=held",
            "event=The workshop | organizer=Ministry of Health | status=held",
        ),
    ),
    (
        _DAY + "The workshop will be jointly hosted by the University of Ghana and the Ministry of Finance in Accra on April 9.",
        (
            "event=The workshop | organizer=University of Ghana | status=planned",
            "event=The workshop | organizer=Ministry of Finance | status=planned",
        ),
    ),
    (
        _DAY + "The Sofia Chamber of Commerce held a seminar on export credit on 10 March.",
        ("event=a seminar | organizer=Sofia Chamber of Commerce | status=held",),
    ),
    (
        _DAY + "More than 400 delegates attended the Gulf Investment Forum in Doha, which was organised by "
        "the Qatar Chamber in collaboration with the World Bank.",
        (
            "event=Gulf Investment Forum | organizer=Qatar Chamber | status=held",
            "event=Gulf Investment Forum | organizer=World Bank | status=held",
        ),
    ),
    (
        _DAY + "The Nigerian Export Promotion Council (NEPC), in partnership with the British High "
        "Commission, held a two-day training workshop for women exporters in Enugu last week.",
        (
            "event=a two-day training workshop | organizer=Nigerian Export Promotion Council | status=held",
            "event=a two-day training workshop | organizer=British High Commission | status=held",
        ),
    ),
    (
        _DAY + "The European Commission will hold a high-level conference on raw materials in Brussels on 2 April.",
        ("event=a high-level conference | organizer=European Commission | status=planned",),
    ),
    (
        _DAY + "The Thai Chamber of Commerce organised a business networking dinner for 80 investors in Chiang Mai on March 7.",
        ("event=a business networking dinner | organizer=Thai Chamber of Commerce | status=held",),
    ),
    (
        _DAY + "A breakfast that the Malmo Chamber of Commerce had scheduled for Friday was called off.",
        ("event=A breakfast | organizer=Malmo Chamber of Commerce | status=cancelled",),
    ),
    (
        _DAY + "The papers were handed over by Jon Berg, head of the Oslo Port Authority, which organised the ceremony.",
        ("event=the ceremony | organizer=Oslo Port Authority | status=held",),
    ),
    (
        _DAY + "A trade expo will open in Maputo on May 3. It is to be co-organised by the Beira Chamber of Commerce and the World Bank.",
        (
            "event=It | organizer=Beira Chamber of Commerce | status=planned",
            "event=It | organizer=World Bank | status=planned",
        ),
    ),
    (
        _DAY + "The East Asia Water Forum will be held in Busan in May. The host is the Korea Water Agency.",
        ("event=East Asia Water Forum | organizer=Korea Water Agency | status=planned",),
    ),
    (
        _DAY + "About 90 firms joined the job fair, jointly held by the Laguna Chamber of Commerce and the Department of Labor.",
        (
            "event=the job fair | organizer=Laguna Chamber of Commerce | status=held",
            "event=the job fair | organizer=Department of Labor | status=held",
        ),
    ),
    (
        _DAY + "The forum, put on by the Riga Chamber of Commerce, ended on Friday.",
        ("event=The forum | organizer=Riga Chamber of Commerce | status=held",),
    ),
    (
        _DAY + "The seminar was convened by the African Union under the direction of the Ministry of Trade.",
        ("event=The seminar | organizer=African Union | status=held",),
    ),
    (
        _DAY + "The Latvian Export Agency is to stage the seminar in May.",
        ("event=the seminar | organizer=Latvian Export Agency | status=planned",),
    ),
    (_DAY + "Odense's investment forum will take place in June.", ("event=Odense's investment forum | organizer=Odense | status=planned",)),
    (_DAY + "The fair was sponsored by the World Bank.", ()),
    (_DAY + "The seminar was held with support from the World Bank.", ()),
    (_DAY + "The seminar was opened by the World Bank's director.", ()),
    (_DAY + "The ministry hosts regular meetings with exporters.", ()),
    (_DAY + "Minister Ana Cruz hosted a dinner in Lima on Friday.", ("event=a dinner | organizer=Ana Cruz | status=held",)),
    (_DAY + "The World Bank praised the seminar in Lima.", ()),
    (_DAY + "The summit was not organised by the African Union.", ()),
    (_DAY + "The African Union may organise a summit in May.", ()),
    (_DAY + "Norway and Sweden held talks in Oslo on Friday.", ()),
    (
        _DAY + "The province will host the Delta Fruit Fair in March 2026.",
        ("event=Delta Fruit Fair | organizer=The province | status=planned",),
    ),
    (_DAY + "The hall hosted the Delta Fruit Fair in March.", ()),
    (
        _DAY + "The fair, staged by the Bergen Chamber of Commerce with the support of Innovation Norway, closed on Sunday.",
        ("event=The fair | organizer=Bergen Chamber of Commerce | status=held",),
    ),
    (
        _DAY + "The provincial People's Committee held a dialogue with Dutch businesses in Long Xuyen on Monday.",
        ("event=a dialogue | organizer=People's Committee | status=held",),
    ),
    (
        _DAY + "Minister Rosa Paz will report on the trade mission at a luncheon hosted by the Tampa Rotary Club on July 1.",
        ("event=a luncheon | organizer=Tampa Rotary Club | status=planned",),
    ),
    (_DAY + "The Chamber of Commerce of Lima did not host the forum in Cusco on Monday.", ()),
    (_DAY + "The Ministry of Trade held a meeting with the Chamber of Commerce of Lima on Monday.", ()),
)
