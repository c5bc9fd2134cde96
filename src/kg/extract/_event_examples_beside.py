"""Events whose place, time or noun the parse hangs elsewhere, and words near them that are not theirs. All are made up."""

from __future__ import annotations

_DAY = "date: 2026-03-05\n\n"

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _DAY + "The three-day fair, organised by the Lomé Chamber of Commerce, ends today.",
        ("event=The three-day fair | kind=Fair | start=2026-03-03 | end=2026-03-05 | status=ongoing",),
    ),
    (
        _DAY + "The Tea Board will take 20 growers to the World Tea Expo in Las Vegas from 23 to 25 March.",
        ("event=World Tea Expo | place=Las Vegas | kind=Exhibition | start=2026-03-23 | end=2026-03-25 | status=planned",),
    ),
    (
        _DAY + "Hundreds of farmers descended on Rosario on Saturday for the Maize Show, Argentina's largest farm gathering, "
        "which runs until 12 March.",
        ("event=Maize Show | place=Rosario | kind=Fair | start=2026-02-28 | end=2026-03-12 | status=ongoing",),
    ),
    (
        _DAY + "A conference on river transport will be held in Novi Sad on 18 and 19 June.",
        ("event=A conference | place=Novi Sad | kind=Conference | start=2026-06-18 | end=2026-06-19 | status=planned",),
    ),
    (
        _DAY + "The next meeting is slated for Cebu in July.",
        ("event=The next meeting | place=Cebu | kind=Meeting | start=2026-07 | status=planned",),
    ),
    (
        _DAY + "The two trade ministers, Mary Phiri and Tom Banda, will sit down again in Lilongwe on 20 April.",
        ("event=sit | place=Lilongwe | kind=Meeting | start=2026-04-20 | status=planned",),
    ),
    (_DAY + "The two trade ministers, Mary Phiri and Tom Banda, sit on the board of the bank in Lilongwe.", ()),
    (_DAY + "Applications for the fair close on 3 May.", ()),
)
