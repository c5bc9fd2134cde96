"""Sentences with those who take part in an event, and sentences that name none. All are made up."""

from __future__ import annotations

_DAY = "date: 2025-03-12\n\n"

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _DAY + "Economy Minister Rima Khoury on Tuesday received the ambassador of Brazil, Paulo Dias, at her office in Beirut.",
        (
            "event=received | participant=Rima Khoury | role=attendee | status=held",
            "event=received | participant=Paulo Dias | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "The 15th session of the joint committee opened in Havana on Monday under the chairmanship of Minister Carlos Diaz.",
        ("event=The 15th session | participant=Carlos Diaz | role=chair | status=held",),
    ),
    (
        _DAY + "A delegation of the Manila City Government headed by Vice Mayor Rosa Santos toured the port of Busan on Monday.",
        ("event=toured | participant=Rosa Santos | role=leader | status=held",),
    ),
    (
        _DAY + "The Kuwait Fund and Fiji signed a loan at a ceremony in Suva on Wednesday. The agreement "
        "was signed by Minister Esrom Rabuka in the presence of Ambassador Omar Faris.",
        (
            "event=a ceremony | participant=Esrom Rabuka | role=attendee | status=held",
            "event=a ceremony | participant=Omar Faris | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "The summit was held in Lomé on Monday. Kenya's President Daniel Otieno handed the chair of "
        "the summit to his counterpart, Amina Diallo.",
        (
            "event=the summit | participant=Daniel Otieno | role=attendee | status=held",
            "event=the summit | participant=Amina Diallo | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "The summit was held in Accra on Monday. Peru sent only its ambassador, Paulo Dias.",
        ("event=The summit | participant=Paulo Dias | role=attendee | status=held",),
    ),
    (
        _DAY + "Odense will exhibit at the Bergen Fish Fair in May.",
        ("event=Bergen Fish Fair | participant=Odense | role=attendee | status=planned",),
    ),
    (
        _DAY + "The expo will open in Accra in May. Both Kenya and Ghana will send delegations.",
        (
            "event=The expo | participant=Kenya | role=attendee | status=planned",
            "event=The expo | participant=Ghana | role=attendee | status=planned",
        ),
    ),
    (
        _DAY + "The Bergen Fish Fair will be held in May, at which Odense will have its own pavilion.",
        ("event=Bergen Fish Fair | participant=Odense | role=attendee | status=planned",),
    ),
    (
        _DAY + "The minister's visit to Peru has been cancelled.",
        ("event=The minister's visit | participant=The minister | role=leader | status=cancelled",),
    ),
    (
        _DAY + "King Felix arrived in Oslo on Monday for a state visit. He was accompanied by Trade Minister Elena Paz.",
        (
            "event=a state visit | participant=Felix | role=leader | status=held",
            "event=a state visit | participant=Elena Paz | role=member | status=held",
        ),
    ),
    (
        _DAY + "The Baltic Energy Forum kicks off today in Riga with Energy Minister Kaspars Ozols among the speakers.",
        ("event=Baltic Energy Forum | participant=Kaspars Ozols | role=speaker | status=held",),
    ),
    (
        _DAY + "Vice President Carlos Mora told the two-day forum that exports grew.",
        ("event=the two-day forum | participant=Carlos Mora | role=speaker | status=held",),
    ),
    (
        _DAY + "Minister Ana Souza took part in a seminar in Accra on Monday.",
        ("event=a seminar | participant=Ana Souza | role=attendee | status=held",),
    ),
    (
        _DAY + "The forum will go ahead in Accra in May. Minister Ana Souza intends to join it; Mayor Ben Cole will be there in person.",
        (
            "event=The forum | participant=Ana Souza | role=attendee | status=planned",
            "event=The forum | participant=Ben Cole | role=attendee | status=planned",
        ),
    ),
    (
        _DAY + "In a speech to the forum, board member Piero Ricci said rates would fall.",
        ("event=the forum | participant=Piero Ricci | role=speaker | status=held",),
    ),
    (
        _DAY + "The expo opened in Accra on Monday. Twelve firms from Peru travelled with Governor Ana Souza.",
        ("event=The expo | participant=Ana Souza | role=leader | status=held",),
    ),
    (
        _DAY + "On Thursday the two met in Lima with Ambassador Ben Cole.",
        (
            "event=met | participant=two | role=attendee | status=held",
            "event=met | participant=Ben Cole | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "Speaking on the sidelines of the Doha Forum, Minister Ali Hadi said gas output would rise.",
        ("event=Doha Forum | participant=Ali Hadi | role=speaker | status=held",),
    ),
    (
        _DAY + "Ana Souza, director of the Port Authority of Santos, opened the congress on Monday.",
        ("event=the congress | participant=Ana Souza | role=opener | status=held",),
    ),
    (
        _DAY + "Minister Paulo Reis met with Polish Ambassador Anna Nowak in Luanda on Wednesday.",
        (
            "event=met | participant=Paulo Reis | role=attendee | status=held",
            "event=met | participant=Anna Nowak | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "Governor Lucy Kamau paid a courtesy call on President Daniel Otieno in Nairobi on Monday.",
        (
            "event=a courtesy call | participant=Lucy Kamau | role=attendee | status=held",
            "event=a courtesy call | participant=Daniel Otieno | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "The signing ceremony was attended by Energy Minister Carla Gomez and Ambassador Peter Lund.",
        (
            "event=The signing ceremony | participant=Carla Gomez | role=attendee | status=held",
            "event=The signing ceremony | participant=Peter Lund | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "Speaking at a press conference in Tallinn, Minister Kaja Tamm said exports had grown.",
        ("event=a press conference | participant=Kaja Tamm | role=speaker | status=held",),
    ),
    (
        _DAY + "Chaired by Deputy Prime Minister Tom Hale, the meeting reviewed progress on the port.",
        ("event=the meeting | participant=Tom Hale | role=chair | status=held",),
    ),
    (
        _DAY + "During the forum, Minister Karim Hadj held talks with his counterpart, Leila Amrani.",
        (
            "event=talks | participant=Karim Hadj | role=attendee | status=held",
            "event=talks | participant=Leila Amrani | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "The conference was held in Accra on Monday. Minister Ama Boateng and Mayor Kofi Asare were also present.",
        (
            "event=The conference | participant=Ama Boateng | role=attendee | status=held",
            "event=The conference | participant=Kofi Asare | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "The conference was held in Accra on Monday. Delivering the keynote address, economist Nils Berg warned of debt.",
        ("event=The conference | participant=Nils Berg | role=speaker | status=held",),
    ),
    (
        _DAY + "The conference was held in Accra on Monday. In his closing remarks, Mayor Kofi Asare thanked the hosts.",
        ("event=The conference | participant=Kofi Asare | role=speaker | status=held",),
    ),
    (
        _DAY + "The conference was held in Accra on Monday. Among those attending were Trade Minister Ama Boateng and Mayor Kofi Asare.",
        (
            "event=The conference | participant=Ama Boateng | role=attendee | status=held",
            "event=The conference | participant=Kofi Asare | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "The conference was held in Accra on Monday. Mayor Kofi Asare told delegates that exports grew.",
        ("event=The conference | participant=Kofi Asare | role=speaker | status=held",),
    ),
    (
        _DAY + "The conference was held in Accra on Monday. Mayor Kofi Asare also spoke.",
        ("event=The conference | participant=Kofi Asare | role=speaker | status=held",),
    ),
    (
        _DAY + "The conference was held in Accra on Monday. Taking the floor, Mayor Kofi Asare asked for loans.",
        ("event=The conference | participant=Kofi Asare | role=speaker | status=held",),
    ),
    (
        _DAY + "Vietnam and Laos held the 9th meeting of their joint committee in Vientiane on March 10, "
        "co-chaired by Minister Tran Van Nam and Minister Khamla Sisouk.",
        (
            "event=the 9th meeting | participant=Vietnam | role=attendee | status=held",
            "event=the 9th meeting | participant=Laos | role=attendee | status=held",
            "event=the 9th meeting | participant=Tran Van Nam | role=chair | status=held",
            "event=the 9th meeting | participant=Khamla Sisouk | role=chair | status=held",
        ),
    ),
    (
        _DAY + "The governor of Jeju, Oh Min-ho, will lead a delegation to Da Nang from April 8 to 11.",
        ("event=lead | participant=Oh Min-ho | role=leader | status=planned",),
    ),
    (
        _DAY + "The book festival opened on Friday. The Danish delegation was headed by Trade Minister Mette Holm.",
        ("event=The book festival | participant=Mette Holm | role=leader | status=held",),
    ),
    (
        _DAY + "President Jon Lee paid a state visit to Chile on Monday. His delegation included Trade "
        "Minister Kim Da-eun and Senator Park Min-ji.",
        (
            "event=a state visit | participant=Jon Lee | role=leader | status=held",
            "event=a state visit | participant=Kim Da-eun | role=member | status=held",
            "event=a state visit | participant=Park Min-ji | role=member | status=held",
        ),
    ),
    (
        _DAY + "Prime Minister Luisa Nhaca invited President Omar Said to attend the summit in Maputo in May.",
        ("event=the summit | participant=Omar Said | role=invited | status=invited",),
    ),
    (
        _DAY + "Norway and Sweden held talks in Oslo on Friday.",
        (
            "event=talks | participant=Norway | role=attendee | status=held",
            "event=talks | participant=Sweden | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "Talks between Armenia and Azerbaijan resumed in Tbilisi on Wednesday after a break.",
        (
            "event=Talks | participant=Armenia | role=attendee | status=held",
            "event=Talks | participant=Azerbaijan | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "Minister Joana Reis will attend the forum in Lisbon on May 3.",
        ("event=the forum | participant=Joana Reis | role=attendee | status=planned",),
    ),
    (
        _DAY + "The ceremony was witnessed by Prime Minister Jonas Berg and EU Commissioner Anna Weiss.",
        (
            "event=The ceremony | participant=Jonas Berg | role=attendee | status=held",
            "event=The ceremony | participant=Anna Weiss | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "The Lima forum opened on Monday with Energy Minister Carla Gomez in the chair.",
        ("event=The Lima forum | participant=Carla Gomez | role=chair | status=held",),
    ),
    (
        _DAY + "Ministers met in Suva on Friday. The meeting will be chaired by Prime Minister Tom Hale.",
        ("event=The meeting | participant=Tom Hale | role=chair | status=planned",),
    ),
    (_DAY + "The conference was held in Accra on Monday. Mayor Kofi Asare said exports grew.", ()),
    (_DAY + "The conference was held in Accra on Monday. Mayor Kofi Asare was unable to attend.", ()),
    (_DAY + "Minister Joana Reis did not attend the forum in Lisbon on Monday.", ()),
    (_DAY + "Minister Joana Reis may attend the forum in Lisbon on May 3.", ()),
    (_DAY + "Minister Joana Reis praised the forum in Lisbon.", ()),
)
