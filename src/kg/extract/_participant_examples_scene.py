"""Those who speak on, act or are honoured at an event already told, and those who only comment on it. All are made up."""

from __future__ import annotations

_DAY = "date: 2026-03-05\n\n"
_FORUM = _DAY + "The forum was held in Lima on Monday. Minister Ana Lima told delegates that exports grew. "

_SAID = "event=The forum | participant=Ana Lima | role=speaker | status=held"

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _FORUM + "For his part, Ambassador Ben Cole said that ports were slow.",
        (_SAID, "event=The forum | participant=Ben Cole | role=speaker | status=held"),
    ),
    (_FORUM + "In an interview, Ambassador Ben Cole said that ports were slow.", (_SAID,)),
    (_FORUM + "Ambassador Ben Cole wrote in an e-mail that ports were slow.", (_SAID,)),
    (
        _DAY + "The fair opened in Graz on Monday. Minister Eva Holm cut the ribbon together with Ambassador Ben Cole.",
        (
            "event=The fair | participant=Eva Holm | role=opener | status=held",
            "event=The fair | participant=Ben Cole | role=opener | status=held",
        ),
    ),
    (
        _DAY + "A ceremony was held in Lima on Monday. Governor Ana Lima handed the keys to Mayor Ben Cole.",
        (
            "event=A ceremony | participant=Ana Lima | role=attendee | status=held",
            "event=A ceremony | participant=Ben Cole | role=attendee | status=held",
        ),
    ),
    (
        _DAY + "A dinner was held in Lima on Monday. Guest of honour Ben Cole said that ports were slow.",
        ("event=A dinner | participant=Ben Cole | role=attendee | status=held",),
    ),
    (_DAY + "The conference was to have been opened in Lima on Monday by Minister Ben Cole.", ()),
    (_DAY + "The forum was held in Lima on Monday. Governor Ana Lima handed the file to the court.", ()),
)
