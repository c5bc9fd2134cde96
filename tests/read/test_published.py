"""The day of publication, as mastheads, bylines, datelines and lines at the end state it."""

from __future__ import annotations

import pytest

from kg.read import read_text

TITLE = "Port deal signed in Lomé"
BODY = "The two ministers met at the quay on Monday and agreed on a plan for the port, the ministry said.\n\nMore talks will follow.\n"
DAY = "2026-09-15"

HEADS = [
    "By Ann Lee, Harbor Herald\nPosted Tuesday, Sept. 15, 2026, 6:04 p.m.\n\n",
    "Published: 15 September 2026 at 6:04 p.m.\nUpdated: 16 September 2026 at 9:10 a.m.\n\n",
    "\nLast updated: Sep 15, 2026 14:02 IST\n\n",
    "Sep 15th, 2026 | 10:23 AM | By Staff Reporter\n\n",
    "2026/09/15 08:30:12 (KST)\n\n",
    "TUESDAY SEPTEMBER 15 2026\n\n",
    "\nAmina Diallo  15 September 2026  3 min read\n\n",
    "\nReporter Kim Min-su  Input 2026.09.15 14:21  Updated 2026.09.15 18:00\n\n",
    "Published 3 hours ago on September 15, 2026 By Web Editor\n\n",
    "Home » Business » Port deal\nPosted on September 15, 2026 by admin in Business\n\n",
    "A. Diallo\n15-Sep-2026\n\n",
    "Lomé, Sept. 15, 2026 -- ",
    "[Lomé, 15 September 2026] ",
    "(Lomé, 15 September 2026) – ",
    "15 September 2026 - Lomé, Togo: ",
    "Lomé (Togo), 15 September 2026 - ",
    "Lomé, 15 September 2026. ",
    "STATE HOUSE, Lomé, Tuesday, 15 September 2026 – ",
]


@pytest.mark.parametrize("head", HEADS)
def test_heads(head: str) -> None:
    assert str(read_text(f"{TITLE}\n{head}{BODY}").published) == DAY


@pytest.mark.parametrize("head", ["The Coast Star – Tuesday 15 September 2026 – page 4", "Issue 233, 15 September 2026"])
def test_mastheads(head: str) -> None:
    assert str(read_text(f"{head}\n{TITLE}\n\n{BODY}").published) == DAY


@pytest.mark.parametrize("tail", ["15 September 2026", "Lomé, 15 September 2026", "(Last updated 15 September 2026)"])
def test_tails(tail: str) -> None:
    assert str(read_text(f"{TITLE}\n\n{BODY}\n{tail}\n").published) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "© 2026 Coast Star",
        "Next week's market opens on 15 September 2026.",
        "• 7 June 2024: Dr. Omar Farouk opened the new market hall, and the mayor gave a speech about it.",
        "On 7 June 2024: Dr. Omar Farouk opened the new market hall, and the mayor gave a speech about it.",
    ],
)
def test_no_date_of_the_article(text: str) -> None:
    assert read_text(f"{TITLE}\n\n{BODY}\n{text}\n").published is None


def test_a_year_from_last_years_change() -> None:
    text = "OSLO, June 11 (Wire) - Sales came to EUR 31 million last year, 8 percent more than in 2024, the bureau said.\n"
    assert str(read_text(text).published) == "2026-06-11"
    high = "OSLO, June 11 (Wire) - Sales slipped to EUR 5.7 million last year from a high of EUR 9 million in 2008, the bureau said.\n"
    assert str(read_text(high).published) == "--06-11"


UNDATED = [
    ("GUANGZHOU, March 4 (Pearl News) -- Trade grew.\n\nThe consul told the paper so on March 3, 2026.\n", "2026-03-04"),
    ("GUANGZHOU, March 4 (Pearl News) -- Trade grew.\n\nThe pact was signed on May 3, 2019.\n", "--03-04"),
    ("The forum was opened on 9 November 2024 by the mayor. Trade fell last year.\n", "2024"),
    ("The pact was signed on 9 November 2024 by the mayor.\n", "None"),
    ("The forum will be opened on 9 November 2024. Trade fell last year.\n", "None"),
]


@pytest.mark.parametrize(("text", "day"), UNDATED)
def test_the_year_of_a_day_told_in_full(text: str, day: str) -> None:
    assert str(read_text(f"{TITLE}\n\n{text}").published) == day
