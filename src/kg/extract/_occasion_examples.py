"""Examples that span sentences, lists and lines: (text, events, organizers, participants); an empty tuple says that nothing is found."""

from __future__ import annotations

from typing import Literal

Which = Literal["event", "organizer", "participant"]

_ROWS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "• 7 June 2024: Eng. Omar Farouk, Deputy Minister of Energy of Jordan, opened the Amman Honey Week at the "
        "Citadel Hall in Amman. The Week ran until 12 June 2024 and was organised by the Jordan Beekeepers Association "
        "together with the Amman Chamber of Commerce.",
        (
            "event=Amman Honey Week | place=Citadel Hall | kind=Event | start=2024-06-07 | status=held",
            "event=The Week | kind=Event | end=2024-06-12 | status=held",
        ),
        (
            "event=The Week | organizer=Jordan Beekeepers Association | status=held",
            "event=The Week | organizer=Amman Chamber of Commerce | status=held",
        ),
        ("event=Amman Honey Week | participant=Omar Farouk | role=opener | status=held",),
    ),
    (
        "• 14–16 April 2026: Estonia is guest of honour at the Tbilisi Food Forum.",
        ("event=Tbilisi Food Forum | kind=Forum | start=2026-04-14 | end=2026-04-16",),
        (),
        ("event=Tbilisi Food Forum | participant=Estonia | role=attendee | status=held",),
    ),
    (
        "- 12 May 2025 – Ambassador Lena Holm gave a lecture on fisheries in Reykjavik.",
        ("event=a lecture | place=Reykjavik | kind=Event | start=2025-05-12 | status=held",),
        (),
        ("event=a lecture | participant=Lena Holm | role=speaker | status=held",),
    ),
    (
        "• 8 June 2026: deadline for papers for the Arica Trade Fair, which opens on 9 July 2026.",
        ("event=Arica Trade Fair | kind=Fair | start=2026-07-09",),
        (),
        (),
    ),
    (
        "The Cork Investors' Meet was held in Boston on 6 January 2026. The Meet was jointly organised by the Cork "
        "Chamber of Commerce and the Embassy of Ireland in Washington.",
        (
            "event=Cork Investors' Meet | place=Boston | kind=Event | start=2026-01-06 | status=held",
            "event=The Meet | kind=Event | status=held",
        ),
        (
            "event=The Meet | organizer=Cork Chamber of Commerce | status=held",
            "event=The Meet | organizer=Embassy of Ireland in Washington | status=held",
        ),
        (),
    ),
    (
        "The three-day Lima Textile Expo opened on 30 October 2025. It is organised by the Lima Chamber of Commerce.",
        ("event=Lima Textile Expo | kind=Exhibition | start=2025-10-30 | end=2025-11-01 | status=held",),
        ("event=It | organizer=Lima Chamber of Commerce | status=held",),
        (),
    ),
    (
        "The 9th Batumi Wine Fair opened on 16 October 2025. The four-day fair drew 300 growers.",
        (
            "event=9th Batumi Wine Fair | kind=Fair | start=2025-10-16 | end=2025-10-19 | status=held",
            "event=The four-day fair | kind=Fair | status=held",
        ),
        (),
        (),
    ),
    (
        "The three-day seminar was held in Accra on 3 May 2024.",
        ("event=The three-day seminar | place=Accra | kind=Seminar | start=2024-05-03 | status=held",),
        (),
        (),
    ),
    (
        "The Lagos Book Fair, planned for 12–14 June 2025, has been cancelled. Why? Because the organiser, the "
        "Nigerian Publishers Association, lost its sponsor.",
        ("event=Lagos Book Fair | kind=Fair | start=2025-06-12 | end=2025-06-14 | status=cancelled",),
        ("event=Lagos Book Fair | organizer=Nigerian Publishers Association | status=cancelled",),
        (),
    ),
    (
        "The organisers of the Accra Book Fair, the Ghana Publishers Association and the Accra Chamber of Commerce, expect 3,000 visitors.",
        ("event=Accra Book Fair | kind=Fair",),
        (
            "event=Accra Book Fair | organizer=Ghana Publishers Association | status=held",
            "event=Accra Book Fair | organizer=Accra Chamber of Commerce | status=held",
        ),
        (),
    ),
    (
        "The organiser of the strike, Ana Lima, was freed.",
        (),
        (),
        (),
    ),
    (
        "The Rice Forum, which the Ministry of Agriculture of Laos hosts together with the Chamber of Commerce of "
        "Lima, opens in Lima on 4 May 2026.",
        ("event=Rice Forum | place=Lima | kind=Forum | start=2026-05-04",),
        (
            "event=Rice Forum | organizer=Ministry of Agriculture of Laos | status=held",
            "event=Rice Forum | organizer=Chamber of Commerce of Lima | status=held",
        ),
        (),
    ),
    (
        "The host of the show, Ana Lima, lost her voice.",
        (),
        (),
        (),
    ),
    (
        "The seminar on rules of origin announced for 22 July 2026 has been moved to 29 July 2026. Venue: Incheon Trade Hall.",
        ("event=The seminar | place=Incheon Trade Hall | kind=Seminar | start=2026-07-29 | status=postponed",),
        (),
        (),
    ),
    (
        "The Heads of Government of the Pacific Union met in Suva on 21 and 22 May 2024 for their Fourth Summit. The "
        "Hon. Mark Vaea, Prime Minister of Fiji, was in the chair. Attending were: H.E. Ana Lima, President of Chile; "
        "the Hon. John Tui, Prime Minister of Samoa; and Peter Fale, representing Prime Minister Leslie Hurst. Tonga "
        "was not represented.",
        ("event=Fourth Summit | place=Suva | kind=Summit | start=2024-05-21 | end=2024-05-22",),
        (),
        (
            "event=Fourth Summit | participant=Mark Vaea | role=chair | status=held",
            "event=Fourth Summit | participant=John Tui | role=attendee | status=held",
            "event=Fourth Summit | participant=Ana Lima | role=attendee | status=held",
            "event=Fourth Summit | participant=Peter Fale | role=attendee | status=held",
        ),
    ),
    (
        "The Accra Book Fair opened on 3 May 2024. Speakers included Ana Lima and Jorge Vidal.",
        ("event=Accra Book Fair | kind=Fair | start=2024-05-03 | status=held",),
        (),
        (
            "event=Accra Book Fair | participant=Ana Lima | role=speaker | status=held",
            "event=Accra Book Fair | participant=Jorge Vidal | role=speaker | status=held",
        ),
    ),
    (
        "The Accra Book Fair opened on 3 May 2024. Also present were Ana Lima, mayor of Ikeja, and Jorge Vidal, consul of Spain.",
        ("event=Accra Book Fair | kind=Fair | start=2024-05-03 | status=held",),
        (),
        (
            "event=Accra Book Fair | participant=Ana Lima | role=attendee | status=held",
            "event=Accra Book Fair | participant=Jorge Vidal | role=attendee | status=held",
        ),
    ),
    (
        "The Accra Book Fair opened on 3 May 2024. Among those absent were Ana Lima and Jorge Vidal.",
        ("event=Accra Book Fair | kind=Fair | start=2024-05-03 | status=held",),
        (),
        (),
    ),
    (
        "Ambassador Ingrid Dahl received a group of twelve Omani investors at her residence in Bergen on 29 March "
        "2025. The group was headed by Sheikh Said Al-Harthy, Vice Chairman of the Sohar Chamber.",
        ("event=received | place=Bergen | kind=Meeting | start=2025-03-29 | status=held",),
        (),
        (
            "event=received | participant=Ingrid Dahl | role=attendee | status=held",
            "event=received | participant=Said Al-Harthy | role=leader | status=held",
        ),
    ),
    (
        "On 16 June 2025, Mayor Ana Lima welcomed a delegation from Arica, led by its deputy mayor, Jorge Vidal.",
        ("event=welcomed | kind=Meeting | start=2025-06-16 | status=held",),
        (),
        (
            "event=welcomed | participant=Jorge Vidal | role=leader | status=held",
            "event=welcomed | participant=Ana Lima | role=attendee | status=held",
        ),
    ),
    (
        "The minister received a group of patents from the office on 3 May 2024.",
        (),
        (),
        (),
    ),
    (
        "Mayor Ana Lima welcomed the decision of the court on 3 May 2024.",
        (),
        (),
        (),
    ),
    (
        "They were received by Mr. Tran Quoc Hung - Ambassador of Vietnam to France and his staff on May 3, 2024.",
        ("event=received | kind=Meeting | start=2024-05-03 | status=held",),
        (),
        ("event=received | participant=Tran Quoc Hung | role=attendee | status=held",),
    ),
    (
        "The delegation from Ha Nam, led by Mr. Le Van Binh - Deputy Secretary of the Provincial Party Committee, "
        "visited and worked with the Vietnamese Embassy in France on May 3, 2024.",
        ("event=visited | kind=Visit | start=2024-05-03 | status=held",),
        (),
        ("event=visited | participant=Le Van Binh | role=leader | status=held",),
    ),
    (
        "From November 6 to November 11, 2023, the delegation from Ha Nam province, led by Mr. Le Van Binh - Deputy "
        "Secretary of the Provincial Party Committee, has had a visit and working trip in France. The delegation "
        "includes: Mr. Nguyen Nam Anh - Member of the Standing Committee; Mr. Dang Tung Lam - Head of the Office.",
        ("event=working trip | place=France | kind=Visit | start=2023-11-06 | end=2023-11-11 | status=held",),
        (),
        (
            "event=working trip | participant=Le Van Binh | role=leader | status=held",
            "event=working trip | participant=Nguyen Nam Anh | role=member | status=held",
            "event=working trip | participant=Dang Tung Lam | role=member | status=held",
        ),
    ),
    (
        "Minister of Foreign Affairs, Ali Perera, met with Presidents, Secretaries General, senior officials and "
        "business leaders on 12 October 2022 to discuss exports.",
        ("event=met | kind=Meeting | start=2022-10-12 | status=held",),
        (),
        ("event=met | participant=Ali Perera | role=attendee | status=held",),
    ),
    (
        "China's Commerce Minister Zhou Hao is set to arrive in Accra on May 31, 2025, leading a delegation of 150 "
        "business representatives. The delegation will stay in Accra from May 31 to June 2, 2025.",
        (
            "event=arrive | place=Accra | kind=Visit | start=2025-05-31 | status=planned",
            "event=stay | place=Accra | kind=Visit | start=2025-05-31 | end=2025-06-02 | status=planned",
        ),
        (),
        ("event=arrive | participant=Zhou Hao | role=leader | status=planned",),
    ),
    (
        "Prime Minister Pham Van Nam hosted a reception for Japanese Ambassador Ito Kenji in Hanoi on May 3, 2024.",
        ("event=a reception | place=Hanoi | kind=Event | start=2024-05-03 | status=held",),
        ("event=a reception | organizer=Pham Van Nam | status=held",),
        (
            "event=a reception | participant=Pham Van Nam | role=host | status=held",
            "event=a reception | participant=Ito Kenji | role=attendee | status=held",
        ),
    ),
    (
        "The Baku Energy Week opened on 3 May 2024. Anand Rao, Ambassador of India to Azerbaijan, moderated the "
        "plenary. Lars Dahl, consul general of Norway, toured the booths.",
        ("event=Baku Energy Week | kind=Event | start=2024-05-03 | status=held",),
        (),
        (
            "event=Baku Energy Week | participant=Anand Rao | role=speaker | status=held",
            "event=Baku Energy Week | participant=Lars Dahl | role=attendee | status=held",
        ),
    ),
    (
        "Talks between the transport ministers of Chile and Peru will take place in Arica on 9 May 2024. The "
        "ministers, Ana Lima and Jorge Vidal, are expected to sign an agreement.",
        ("event=Talks | place=Arica | kind=Meeting | start=2024-05-09 | status=planned",),
        (),
        (
            "event=Talks | participant=Ana Lima | role=attendee | status=planned",
            "event=Talks | participant=Jorge Vidal | role=attendee | status=planned",
        ),
    ),
    (
        "The session is to be co-chaired by the two Ministers of Trade, Ana Lima and Jorge Vidal, in Arica on 20 April 2026.",
        ("event=The session | place=Arica | kind=Meeting | start=2026-04-20 | status=planned",),
        (),
        (
            "event=The session | participant=Ana Lima | role=chair | status=planned",
            "event=The session | participant=Jorge Vidal | role=chair | status=planned",
        ),
    ),
    (
        "Ana Lima was speaking after co-chairing the 3rd Border Trade Dialogue with Peru's trade minister, Jorge "
        "Vidal, in Arica on 3 May 2024.",
        ("event=3rd Border Trade Dialogue | place=Arica | kind=Meeting | start=2024-05-03",),
        (),
        (
            "event=3rd Border Trade Dialogue | participant=Ana Lima | role=chair | status=held",
            "event=3rd Border Trade Dialogue | participant=Jorge Vidal | role=chair | status=held",
        ),
    ),
    (
        "Talks on the treaty are to be held in Hai Phong on 5 August 2026. Deputy Commissioner Oh Jin-woo will head "
        "the Korea Customs Service delegation.",
        ("event=Talks | place=Hai Phong | kind=Meeting | start=2026-08-05 | status=planned",),
        (),
        (
            "event=Talks | participant=Oh Jin-woo | role=leader | status=planned",
            "event=Talks | participant=Korea Customs Service | role=attendee | status=planned",
        ),
    ),
    (
        "The Monetary Policy Committee next meets on 17 and 18 November 2026.",
        ("event=meets | kind=Meeting | start=2026-11-17 | end=2026-11-18",),
        (),
        (),
    ),
    (
        "The two rivers meet on the border on 3 May 2026.",
        (),
        (),
        (),
    ),
    (
        "Ministers will gather in Accra in May 2026.",
        ("event=gather | place=Accra | kind=Meeting | start=2026-05 | status=planned",),
        (),
        (),
    ),
    (
        "The 24th AquaPesca fair closed on Friday in Guayaquil. The next AquaPesca will be held in Manta in September 2026.",
        (
            "event=The 24th AquaPesca fair | place=Guayaquil | kind=Fair | status=held",
            "event=The next AquaPesca | place=Manta | kind=Fair | start=2026-09 | status=planned",
        ),
        (),
        (),
    ),
    (
        "The Pacific Youth Assembly, planned for 20 May 2026 in Suva, was cancelled for want of funds.",
        ("event=Pacific Youth Assembly | place=Suva | kind=Event | start=2026-05-20 | status=cancelled",),
        (),
        (),
    ),
    (
        "The Copper Assembly approved the budget on 3 May 2024.",
        (),
        (),
        (),
    ),
    (
        "The leaders accepted the offer of the President of Chile to host the Fifth Summit in Arica in May 2028.",
        ("event=Fifth Summit | place=Arica | kind=Summit | start=2028-05 | status=planned",),
        (),
        (),
    ),
    (
        "Omar Diallo invited the mayor, Ana Souza, to the Suva Trade Expo in March 2026.",
        ("event=Suva Trade Expo | kind=Exhibition | start=2026-03 | status=planned",),
        (),
        ("event=Suva Trade Expo | participant=Ana Souza | role=invited | status=invited",),
    ),
    (
        "The signing of a contract for the railway, scheduled for 30 April 2026 in Struga, was called off on Tuesday.",
        ("event=The signing | place=Struga | kind=Ceremony | start=2026-04-30 | status=cancelled",),
        (),
        (),
    ),
    (
        "The signing was heard in the hall.",
        (),
        (),
        (),
    ),
    (
        "The photo competition closes on 5 May 2026.",
        (),
        (),
        (),
    ),
    (
        "The Accra Music Week will take place in June 2026. The week after, schools reopen.",
        ("event=Accra Music Week | kind=Event | start=2026-06 | status=planned",),
        (),
        (),
    ),
    (
        "The Accra Book Fair opened on 3 May 2024. The sponsors include Ana Lima.",
        ("event=Accra Book Fair | kind=Fair | start=2024-05-03 | status=held",),
        (),
        (),
    ),
)


def examples(which: Which) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rows as one kind of fact has them."""
    at = {"event": 1, "organizer": 2, "participant": 3}[which]
    return tuple((row[0], row[at]) for row in _ROWS)  # type: ignore[misc]
