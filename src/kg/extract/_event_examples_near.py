"""More sentences with the events they tell, and sentences that tell none: arrivals, signings, places beside days, denials, ballots."""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "date: 2026-03-12\n\nNAIROBI – Ministers from six countries ended three days of talks on shared "
        "rivers here on Thursday without agreeing on how much water each may draw.",
        ("event=talks | place=NAIROBI | kind=Meeting | start=2026-03-10 | end=2026-03-12 | status=held",),
    ),
    (
        "date: 2025-10-21\n\nForeign Minister Lena Holm met her Estonian counterpart Jaan Tamm in Tallinn "
        "on Monday to discuss ferry links.",
        ("event=met | place=Tallinn | kind=Meeting | start=2025-10-20 | status=held",),
    ),
    (
        "date: 2025-10-21\n\nRegistration is open for the 14th Gulf Food Expo, which runs from November 9 "
        "to 13 at the Doha Exhibition Centre.",
        (
            "event=14th Gulf Food Expo | place=Doha Exhibition Centre | kind=Exhibition | start=2025-11-09 | "
            "end=2025-11-13 | status=planned",
        ),
    ),
    ("date: 2025-10-21\n\nThe minister denied that he had met the opposition leader in Paris last week.", ()),
    ("date: 2025-10-21\n\nPeru would host the conference if elected to the council's chair, the envoy said.", ()),
    (
        "date: 2026-01-14\n\nVoters in Benin go to the polls on April 12 to choose a new president.",
        ("event=the polls | place=Benin | kind=Election | start=2026-04-12 | status=planned",),
    ),
    (
        "date: 2026-01-14\n\nUganda holds general elections on Thursday.",
        ("event=general elections | place=Uganda | kind=Election | start=2026-01-15 | status=planned",),
    ),
    (
        "date: 2026-07-02\n\nDeputy Minister Nokuthula Zulu addressed the Africa Rail Indaba in Durban on "
        "Wednesday, telling delegates that freight volumes had recovered.",
        ("event=Africa Rail Indaba | place=Durban | kind=Conference | start=2026-07-01 | status=held",),
    ),
    (
        "date: 2026-07-02\n\nGov. Marcus Bell was in Osaka on Tuesday, where he met with executives of three battery makers.",
        ("event=met | place=Osaka | kind=Meeting | start=2026-06-30 | status=held",),
    ),
    (
        "date: 2026-07-02\n\nThe African Union's mid-year coordination meeting got under way in Malabo on Wednesday.",
        ("event=The African Union's mid-year coordination meeting | place=Malabo | kind=Meeting | start=2026-07-01 | status=held",),
    ),
    (
        "date: 2026-07-02\n\nThe minister's trip to Beijing in March produced two contracts.",
        ("event=The minister's trip | place=Beijing | kind=Visit | start=2026-03 | status=held",),
    ),
    ("date: 2026-07-02\n\nParaguay's congress approved the treaty on Wednesday by 31 votes to 9.", ()),
    (
        "date: 2026-07-02\n\nThe vice president held separate talks with the leaders of Gabon and Congo in Libreville on Monday.",
        ("event=separate talks | place=Libreville | kind=Meeting | start=2026-06-29 | status=held",),
    ),
    (
        "date: 2026-02-18\n\nThe two trade chiefs spoke by phone on Sunday, the ministry said.",
        ("event=spoke | kind=Meeting | start=2026-02-15 | status=held",),
    ),
    ("date: 2026-02-18\n\nThe Philippine foreign secretary rejected claims that a secret meeting had taken place in Guangzhou.", ()),
    (
        "date: 2026-02-18\n\nThe Sharjah Chamber received a trade delegation from Kenya led by Ambassador "
        "Peter Mwangi at its headquarters on Monday.",
        ("event=received | kind=Meeting | start=2026-02-16 | status=held",),
    ),
    ("date: 2026-02-18\n\nIf the ceasefire holds, a peace conference could be convened in Doha in April.", ()),
    (
        "date: 2026-02-18\n\nThe expo, now in its 12th year, drew 45,000 visitors when it was held in Chennai last December.",
        (
            "event=The expo | kind=Exhibition | status=held",
            "event=The expo | place=Chennai | kind=Exhibition | start=2025-12 | status=held",
        ),
    ),
    (
        "date: 2026-02-18\n\nQ: When will the next bilateral dialogue be held? A: It will take place in Wellington in late June.",
        (
            "event=the next bilateral dialogue | kind=Meeting | status=planned",
            "event=the next bilateral dialogue | place=Wellington | kind=Meeting | start=2026-06 | status=planned",
        ),
    ),
    (
        "date: 2026-02-18\n\nUpcoming events:\n- 3 March: Halal Business Forum, Zagreb\n- 12-14 March: Split Boat Show",
        (
            "event=Halal Business Forum | place=Zagreb | kind=Forum | start=2026-03-03 | status=planned",
            "event=Split Boat Show | kind=Fair | start=2026-03-12 | end=2026-03-14 | status=planned",
        ),
    ),
    (
        "date: 2026-02-18\n\nA delegation of the Lagos Chamber came to the port city of Durban on February 12 to look at cold stores.",
        ("event=came | place=Durban | kind=Visit | start=2026-02-12 | status=held",),
    ),
    (
        "date: 2026-02-18\n\nBoth contracts were signed in the spa town of Ribe on Monday by the two mayors.",
        ("event=signed | place=Ribe | kind=Ceremony | start=2026-02-16 | status=held",),
    ),
    (
        "date: 2026-02-18\n\nThe accord was signed at Unity House, Accra, on Tuesday.",
        ("event=signed | place=Unity House | kind=Ceremony | start=2026-02-17 | status=held",),
    ),
    (
        "date: 2026-02-18\n\nThe envoy arrived in Windhoek this morning.",
        ("event=arrived | place=Windhoek | kind=Visit | start=2026-02-18 | status=held",),
    ),
    ("date: 2026-02-18\n\nThe envoy returned home to Windhoek this morning.", ()),
    (
        "date: 2026-02-18\n\nThe Technical Panel on Ports will reconvene in Praia in October, she said.",
        ("event=reconvene | place=Praia | kind=Meeting | start=2026-10 | status=planned",),
    ),
    ("date: 2026-02-18\n\nThe forum is being organised by the chamber.", ("event=The forum | kind=Forum",)),
    ("date: 2026-02-18\n\nIt was not the first fair of its kind.", ()),
    ("date: 2026-02-18\n\nThe report was compiled by the Green Cities Forum.", ()),
    (
        "date: 2026-02-18\n\nWork began in June 2024, when Mayor Rita Sandoval visited Antofagasta.",
        ("event=visited | place=Antofagasta | kind=Visit | start=2024-06 | status=held",),
    ),
    ("date: 2026-02-18\n\nConsul Jan Kos told the paper in an interview on Monday that the diplomatic mission would move.", ()),
    (
        "date: 2024-05-17\n\nGovernor Amina Danjuma said on Wednesday as she chaired a meeting of the state's investment council in Minna "
        "that two tenders would be reissued.",
        ("event=a meeting | place=Minna | kind=Meeting | start=2024-05-15 | status=held",),
    ),
    (
        "date: 2025-09-03\n\nA meeting that was to take place in Dili on Monday did not go ahead, officials said.",
        ("event=A meeting | place=Dili | kind=Meeting | start=2025-09-01 | status=cancelled",),
    ),
    (
        "date: 2025-09-03\n\nThe third edition of the Baltic Amber Fair will be staged at the Riga Expo Hall between 12 and 15 November.",
        ("event=Baltic Amber Fair | place=Riga Expo Hall | kind=Fair | start=2025-11-12 | end=2025-11-15 | status=planned",),
    ),
    (
        "date: 2025-09-03\n\nThe talks lasted four hours and took place in the Omani capital, Muscat, last Friday.",
        ("event=The talks | place=Muscat | kind=Meeting | start=2025-08-29 | status=held",),
    ),
    (
        "date: 2024-05-17\n\nThe board meeting, originally planned for 20 May, will now be held on 27 May in Windhoek.",
        ("event=The board meeting | place=Windhoek | kind=Meeting | start=2024-05-27 | status=planned",),
    ),
    ("date: 2025-09-03\n\nNo meeting took place in Dili on Monday, officials said.", ()),
    ("date: 2025-09-03\n\nThe council meets every second Tuesday.", ()),
    ("date: 2025-09-03\n\nThe envoy called on the minister in Dhaka on Monday to release the files.", ()),
    (
        "date: 2026-03-03\n\nThe session of the joint trade commission that was to be held on Friday in Arusha was called off.",
        ("event=The session | place=Arusha | kind=Meeting | start=2026-03-06 | status=cancelled",),
    ),
    (
        "date: 2026-03-03\n\nOmar Saleh, a minister, met on Monday at the ministry's headquarters in Lusail with Lucía Bonino.",
        ("event=met | place=Lusail | kind=Meeting | start=2026-03-02 | status=held",),
    ),
    (
        "date: 2026-03-03\n\nHe thanked Lucía Bonino, who is visiting Qatar from 2 to 5 March.",
        ("event=visiting | place=Qatar | kind=Visit | start=2026-03-02 | end=2026-03-05 | status=ongoing",),
    ),
    (
        "date: 2026-03-03\n\nThe summit takes place at the Baku Expo and Congress Center on 5 March.",
        ("event=The summit | place=Baku Expo and Congress Center | kind=Summit | start=2026-03-05 | status=planned",),
    ),
    (
        "date: 2026-03-03\n\nThe Coffee Board will hold the Rift Brew fair on 3 May in Nakuru.",
        ("event=the Rift Brew fair | place=Nakuru | kind=Fair | start=2026-05-03 | status=planned",),
    ),
    ("date: 2026-03-03\n\nHe saw a factory of the group that was to be built by 2027.", ()),
    ("date: 2026-03-03\n\nLatvia had spent $2 million on its mission in Tashkent.", ()),
)
