"""Sentences with those who take part in an event, and sentences that name none. All are made up; the article "
"is of Wednesday, 12 March 2025."""

from __future__ import annotations

_DAY = "date: 2025-03-12\n\n"

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
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
    # none
    (_DAY + "The conference was held in Accra on Monday. Mayor Kofi Asare said exports grew.", ()),
    (_DAY + "The conference was held in Accra on Monday. Mayor Kofi Asare was unable to attend.", ()),
    (_DAY + "Minister Joana Reis did not attend the forum in Lisbon on Monday.", ()),
    (_DAY + "Minister Joana Reis may attend the forum in Lisbon on May 3.", ()),
    (_DAY + "Minister Joana Reis praised the forum in Lisbon.", ()),
    (_DAY + "Governor Ana Lima attended school in Lisbon.", ()),
    (_DAY + "Minister Ana Lima opened a bank account.", ()),
    (_DAY + "Mayor Ivan Petrov was abroad during the strike.", ()),
)
