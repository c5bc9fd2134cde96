"""Parts in events told by lists, by clauses that leave the event out, and from both sides of a meeting. All are made up."""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "date: 2025-06-18\n\n"
        "KIGALI, June 17 -- Trade ministers from six countries met in Kigali on Tuesday to review tariffs on "
        "textiles. The meeting, convened by the African Trade Secretariat, was opened by Rwanda's Prime Minister "
        "Honoré Gatete. Uganda was represented by its ambassador, Grace Nalubega, while Burundi sent Trade "
        "Minister Denis Ntahobari.",
        (
            "event=The meeting | participant=Honoré Gatete | role=opener | status=held",
            "event=The meeting | participant=Grace Nalubega | role=attendee | status=held",
            "event=The meeting | participant=Denis Ntahobari | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Sarawak Premier Datuk Azlan Pitchay received a courtesy call from Japanese Ambassador Hiroshi Tanabe at "
        "Wisma Satria here yesterday. Also present were Deputy Minister Datuk Roland Entaban and State Secretary "
        "Datuk Amir Osman.",
        (
            "event=a courtesy call | participant=Azlan Pitchay | role=host | status=held",
            "event=a courtesy call | participant=Hiroshi Tanabe | role=attendee | status=held",
            "event=a courtesy call | participant=Roland Entaban | role=attendee | status=held",
            "event=a courtesy call | participant=Amir Osman | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "A workshop on port security was held in Apia on Monday. Participants included Police Commissioner Tavita "
        "Leota and Harbour Master Ana Fepuleai.",
        (
            "event=A workshop | participant=Tavita Leota | role=attendee | status=held",
            "event=A workshop | participant=Ana Fepuleai | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "The investment forum was co-hosted by the Chamber of Commerce of Lima and the Embassy of Korea in Peru. "
        "Taking part were Economy Minister Raúl Salcedo, Ambassador Park Jin-woo and 200 business people.",
        (
            "event=The investment forum | participant=Park Jin-woo | role=attendee | status=held",
            "event=The investment forum | participant=Raúl Salcedo | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "President Ilir Hoxha met with Italian Foreign Minister Carla Bonetti in Tirana on Tuesday. Also attending "
        "the meeting was the Italian ambassador, Marco Ferri.",
        (
            "event=met | participant=Ilir Hoxha | role=attendee | status=held",
            "event=met | participant=Carla Bonetti | role=attendee | status=held",
            "event=the meeting | participant=Marco Ferri | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "The Danish Industry Federation will host a seminar on offshore wind in Aalborg on 3 September. Speakers "
        "will include Energy Minister Mette Kragh and Professor Lars Holst of Aalborg University.",
        (
            "event=a seminar | participant=Mette Kragh | role=speaker | status=planned",
            "event=a seminar | participant=Lars Holst | role=speaker | status=planned",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Energy Minister Nikos Pavlou could not attend the summit in Nicosia on Monday and was represented by his "
        "deputy, Eleni Christou.",
        ("event=the summit | participant=Eleni Christou | role=attendee | status=planned",),
    ),
    (
        "date: 2025-06-18\n\n"
        "The Fiji Business Council hosted the Pacific Investment Dialogue in Nadi last Thursday. Prime Minister "
        "Josefa Tuivaga delivered the keynote address. Samoa's Finance Minister, Mele Sapolu, joined the session "
        "by video link from Apia.",
        (
            "event=the session | participant=Mele Sapolu | role=attendee | status=held",
            "event=Pacific Investment Dialogue | participant=Josefa Tuivaga | role=speaker | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "MEXICO CITY -- Foreign Secretary Laura Olvera hosted her Canadian counterpart, Jean Tremblay, for talks "
        "on steel tariffs on Monday. The two were joined by Economy Secretary Diego Rubio.",
        (
            "event=talks | participant=Laura Olvera | role=attendee | status=held",
            "event=talks | participant=Jean Tremblay | role=attendee | status=held",
            "event=talks | participant=Diego Rubio | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "The Vietnam-Laos Trade Fair opened in Savannakhet on June 16, with Laotian Deputy Minister Bounmy Vilay "
        "and Vietnamese Consul General Le Thi Hoa in attendance.",
        (
            "event=Vietnam-Laos Trade Fair | participant=Bounmy Vilay | role=attendee | status=held",
            "event=Vietnam-Laos Trade Fair | participant=Le Thi Hoa | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Prime Minister Tomas Berg is to travel to Ottawa next week for a meeting with Canadian Premier Louise "
        "Gagnon. Trade Minister Ida Lund will accompany him.",
        (
            "event=a meeting | participant=Tomas Berg | role=attendee | status=planned",
            "event=a meeting | participant=Louise Gagnon | role=attendee | status=planned",
            "event=a meeting | participant=Ida Lund | role=attendee | status=planned",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Representatives of the World Bank, the African Development Bank and UNICEF attended the donors' "
        "conference held in Bamako on 12 June.",
        (
            "event=the donors' conference | participant=World Bank | role=attendee | status=held",
            "event=the donors' conference | participant=African Development Bank | role=attendee | status=held",
            "event=the donors' conference | participant=UNICEF | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "The Harare Agricultural Show opened on Monday without its patron, President Tendai Moyo, who is abroad. "
        "Vice-President Chipo Dube officially opened it on his behalf.",
        ("event=Harare Agricultural Show | participant=Chipo Dube | role=opener | status=held",),
    ),
    (
        "date: 2025-06-18\n\n"
        "Kenya Ports Authority Managing Director James Mwangi led the Kenyan delegation to the Intermodal "
        "Conference in Rotterdam last week.",
        ("event=Intermodal Conference | participant=James Mwangi | role=leader | status=held",),
    ),
    (
        "date: 2025-06-18\n\n"
        "The conference, which ran from 9 to 11 June in Bratislava, heard from Slovak Prime Minister Peter Hudak "
        "and OECD economist Lucy Moore.",
        (
            "event=The conference | participant=Peter Hudak | role=speaker | status=held",
            "event=The conference | participant=Lucy Moore | role=speaker | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Chancellor Karl Reuter arrived in Beijing on Monday at the head of a business delegation. He is "
        "accompanied by Economics Minister Julia Stern and the chief executives of Volmar and Brandt AG.",
        (
            "event=arrived | participant=Karl Reuter | role=leader | status=held",
            "event=arrived | participant=Julia Stern | role=member | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "About 300 people attended the forum in Granada, among them Mayor Pilar Ortega and the president of the "
        "olive growers' association, Luis Cano.",
        (
            "event=the forum | participant=Pilar Ortega | role=attendee | status=held",
            "event=the forum | participant=Luis Cano | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "The delegation comprises Minister Fatma Al Busaidi, Dr Ali Al Lawati and Nasser Al Hinai, CEO of the Port "
        "of Duqm. It will visit Rotterdam from 23 to 26 June.",
        (
            "event=visit | participant=Fatma Al Busaidi | role=member | status=planned",
            "event=visit | participant=Ali Al Lawati | role=member | status=planned",
            "event=visit | participant=Nasser Al Hinai | role=member | status=planned",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Those present at the launch ceremony on Tuesday included UN Resident Coordinator Ingrid Moe, Health "
        "Minister Samuel Kpodo and the head of the EU Delegation, Paul Leroy.",
        (
            "event=the launch ceremony | participant=Ingrid Moe | role=attendee | status=held",
            "event=the launch ceremony | participant=Samuel Kpodo | role=attendee | status=held",
            "event=the launch ceremony | participant=Paul Leroy | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\nQueen Sofia Lindgren opened the Nordic Design Week in Malmö on Monday together with Culture Minister Per Ahl.",
        (
            "event=Nordic Design Week | participant=Sofia Lindgren | role=opener | status=held",
            "event=Nordic Design Week | participant=Per Ahl | role=opener | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Georgia's Economy Minister Nino Beridze discussed customs rules with her Armenian counterpart, Gagik "
        "Sarkissian, at a meeting in Yerevan on June 12.",
        (
            "event=a meeting | participant=Gagik Sarkissian | role=attendee | status=held",
            "event=a meeting | participant=Nino Beridze | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "The President of Iceland, Jón Helgason, paid a state visit to Poland from 10 to 12 June. In Warsaw he was "
        "welcomed by President Adam Górski and addressed the parliament.",
        (
            "event=a state visit | participant=Jón Helgason | role=leader | status=held",
            "event=a state visit | participant=Adam Górski | role=host | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "The panel featured Bank Governor Chea Sokha, ADB Country Director Neil Watts and Dr Sok Vannak. It was "
        "part of the Cambodia Banking Forum held in Phnom Penh on Monday.",
        (
            "event=Cambodia Banking Forum | participant=Chea Sokha | role=speaker | status=held",
            "event=Cambodia Banking Forum | participant=Neil Watts | role=speaker | status=held",
            "event=Cambodia Banking Forum | participant=Sok Vannak | role=speaker | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Minister Rania Mansour inaugurated on Monday the Cairo Furniture Fair, in the presence of Governor Hany "
        "Fouad and the heads of the export councils.",
        (
            "event=Cairo Furniture Fair | participant=Rania Mansour | role=opener | status=held",
            "event=Cairo Furniture Fair | participant=Hany Fouad | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "The Kansas City Council of Foreign Trade will hold its annual luncheon on July 9. Mexican Consul Elena "
        "Prado is the guest speaker.",
        ("event=its annual luncheon | participant=Elena Prado | role=speaker | status=planned",),
    ),
    (
        "date: 2025-06-18\n\n"
        "Delegates from Chad, Niger and Libya are attending the four-day conference on desert trade that opened in "
        "Agadez on Monday.",
        (
            "event=the four-day conference | participant=Chad | role=attendee | status=held",
            "event=the four-day conference | participant=Niger | role=attendee | status=held",
            "event=the four-day conference | participant=Libya | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        "Finance Minister Bola Adeyemi told CEOs at a breakfast meeting in Lagos on Tuesday that the naira would "
        "hold. Central bank governor Ngozi Okafor, who also spoke at the meeting, agreed.",
        (
            "event=a breakfast meeting | participant=Bola Adeyemi | role=speaker | status=held",
            "event=the meeting | participant=Ngozi Okafor | role=attendee | status=held",
        ),
    ),
    (
        "date: 2025-06-18\n\n"
        'Opposition leader Mirela Pop criticised the conference. "Nobody asked the farmers," she said in a '
        "statement. The conference was held in Cluj on Monday.",
        (),
    ),
    (
        "date: 2025-06-18\n\n"
        "The guest of honour at Thursday's ceremony was Mauritius' Vice Prime Minister Anil Ramdin. The ceremony "
        "was held in Port Louis to mark the opening of a solar plant.",
        ("event=Thursday's ceremony | participant=Anil Ramdin | role=attendee | status=held",),
    ),
    (
        "date: 2025-06-18\n\n"
        "Present at the meeting on behalf of the ministry were Deputy Minister Aigerim Nurlanova and department "
        "head Yerlan Sadykov; the German side was represented by Ambassador Ulrike Vogt and Stefan Braun of KfW. "
        "The meeting took place in Astana on 16 June.",
        (
            "event=the meeting | participant=Aigerim Nurlanova | role=attendee | status=held",
            "event=the meeting | participant=Yerlan Sadykov | role=attendee | status=held",
            "event=the meeting | participant=Ulrike Vogt | role=attendee | status=held",
            "event=the meeting | participant=Stefan Braun | role=attendee | status=held",
        ),
    ),
)
