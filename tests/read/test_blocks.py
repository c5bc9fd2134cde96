from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read import read_text
from kg.read.blocks import layout
from kg.read.furniture import furniture_of
from kg.read.lines import lines_of

PROSE = "The minister of trade opened the new port on Monday and said that it would serve three countries."

FURNITURE = [
    "Home | Sports | Business", "Other News", "Related stories:", "TRENDING", "MOST READ", "ALSO READ: Paraguay signs a treaty",
    "Also read: Why it wants a port", "RELATED: Farmers sign contract", "ADVERTISEMENT", "Story continues below", "SPONSORED: A bank",
    "SIGN UP: The brief in your inbox", "Subscribe now", "© 2024 A Paper", "All rights reserved.", "Share: Telegram | Print",
    "Editor: Somebody Else", "(Reporting by Jane Doe; editing by John Roe)", "Media contacts", "Inquiries: A Division, Tel. 083-000-0000",
    "Press contact: A Person, +32 2 000 00 00", "Economy » Integration", "Home > Press > Economy", "Views: 2 381", "A+ A- Print Email",
    "Follow ARN on WhatsApp and do not miss a headline", "MORE IN ECONOMY", "BREAKING: Governor signs deal", "– ENDS –", "-30-",
    "Also on KBW: Bank lends to farmers | Minister in Oslo", "Also in this edition: Two towns sign a pact • Lotto results",
    "(Web editor: Somebody Else)", "Reported by V.N - Translated by M.H", "(Uu.A014/INE/KR)", "jmv/rct", "--KBW",
    "19:42 LOCAL TIME 16:42 GMT", "www.agency.example/w2000000", "BaltPress newsroom, +371 6000 0000", "Is this page useful? Yes | No",
    "To advertise, call 0800 000 0000",
    "This interview was shortened for clarity.", "[Notes]", "Notes: Figures cover goods cleared at the port. They are rounded.",
    "Home Business Travel Sports E-paper", "Exchange rates, Aug. 18: US$1 = GH¢11.42", "Photos", "Agency, ul. Polna 12, 00-585 Warszawa",
    "We and our 212 partners store cookies on your device.", "Tags: trade, port", "Minh Hao - Translated by Thuy Linh",
]  # fmt: skip
NOT_FURNITURE = [
    PROSE, "Background", "[Coming events]", "• Total: $4.62 billion (+7.4%)", "- China: US$ 283 million; +14.1%; 24.8%", "($1 = Tk 122)",
    "Notes of the meeting were passed on to the ministry.", "Home Minister Amit Rao opens the fair", "Notes to editors",
    "Reported cases fell in May, the ministry said.", "Photos of the port were shown to the ministers at the fair in Lima.",
    "Producer prices rise in May",
    "Editors meet in Lima", "Copyright law was changed by the two chambers of parliament on Tuesday.",
    "The views expressed at the meeting were those of the ministers who had come to the city.",
    "Girl scouts said that they sold more cookies in the last three months than in the year before.",
    "Subscribe rates for the bond rose to a record in the auction that the treasury held on Tuesday.",
    "Related parties may not bid in the auction, the ministry of finance said in a note on Tuesday.",
    "Contact between the two armies was resumed in May, the defence minister told reporters in Lima.",
    "(i) Memorandum of Understanding on early warning, between the agency and the department;",
]  # fmt: skip


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture(text: str) -> None:
    found = furniture_of(lines_of(text)[0])
    assert found is not None
    assert found.reason


@pytest.mark.parametrize("text", NOT_FURNITURE)
def test_not_furniture(text: str) -> None:
    assert furniture_of(lines_of(text)[0]) is None


def roles(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(b.role, text[b.start : b.end]) for b in layout(text, title).blocks]


def test_head_of_a_page() -> None:
    head = "THE PAPER\nHome | Sports | Business\n\nPort opens after long delay\nBy Jane Roe, Staff\nFriday, May 30, 2025\nPhoto: a port"
    text = f"{head}\n\nLIMA — {PROSE}"
    assert [role for role, _ in roles(text)] == [
        "furniture", "furniture", "title", "byline", "dateline", "caption", "dateline", "paragraph",
    ]  # fmt: skip
    assert layout(text).title == "Port opens after long delay"


def test_masthead_without_an_empty_line() -> None:
    assert layout(f"THE BAY TIMES\nPort opens after long delay\n{PROSE}").title == "Port opens after long delay"


def test_second_line_of_a_headline() -> None:
    text = f"Port opens after a long and costly delay\n\nShips from three countries are expected\n\n{PROSE}"
    assert layout(text).title == "Port opens after a long and costly delay"
    assert roles(text)[1][0] == "heading"


def test_text_without_headline_keeps_everything() -> None:
    assert roles(f"{PROSE}\n{PROSE}") == [("paragraph", PROSE), ("paragraph", PROSE)]


def test_stated_headline() -> None:
    assert roles(f"Port opens\n\n{PROSE}", "Port Opens!")[0] == ("title", "Port opens")
    assert roles(f"Good morning to you\n\n{PROSE}", "Port opens")[0][0] == "heading"


def test_list_of_other_articles_ends_where_prose_begins() -> None:
    text = f"{PROSE}\n\nRelated news\n- Mayor opens new bridge in town\n- Two held over theft\n\nNext steps\n{PROSE}"
    assert [role for role, _ in roles(text)] == ["paragraph", "furniture", "furniture", "furniture", "heading", "paragraph"]


def test_headlines_at_the_end_without_a_heading() -> None:
    headlines = "- Mayor opens new bridge\n- Two held over big theft\n- City raises all bus fares"
    assert [role for role, _ in roles(f"{PROSE}\n{headlines}")] == ["paragraph"] + ["furniture"] * 3
    assert [role for role, _ in roles(f"{PROSE}\nWhat was agreed\n{headlines}")][2:] == ["item"] * 3
    assert [role for role, _ in roles(f"{PROSE[:-1]}:\n{headlines}")][1:] == ["item"] * 3
    figures = "- Port: 120 ships in May\n- Rail: 300 trains in May\n- Road: 700 lorries in May"
    assert [role for role, _ in roles(f"{PROSE}\n{figures}")][1:] == ["item"] * 3


def test_boxes_and_end_marks() -> None:
    text = f"{PROSE}\n\nSIGN UP: The brief\nJoin 38,000 readers. Enter email\n\n{PROSE}\n\n– ENDS –\n\n{PROSE}"
    assert [role for role, _ in roles(text)] == ["paragraph", "furniture", "furniture", "paragraph", "furniture", "furniture"]


def test_writers() -> None:
    note = "Jane Roe covers ports for the Paper. She was born in Lima and lives there.\nAnn Lee"
    text = f"Port opens after long delay\nBy Jane Roe\n\n{PROSE}\n\n{PROSE}\n\n{note}"
    assert [role for role, _ in roles(text)][-2:] == ["furniture", "furniture"]


def test_who_issues_a_release() -> None:
    text = f"MEDIA RELEASE\nThe Hon Ann Lee MP\nMinister for Trade and Tourism\n14 August 2026\n\nPort opens after long delay\n\n{PROSE}"
    assert [role for role, _ in roles(text)] == ["furniture", "byline", "byline", "dateline", "title", "paragraph"]


def test_a_date_among_the_prose_is_no_date_of_publication() -> None:
    article = read_text("\n\n".join([PROSE] * 5 + ["14 August 2026", PROSE]))
    assert article.published is None
    assert article.blocks[5].role == "heading"


@pytest.mark.parametrize(
    ("head", "date", "wire"),
    [
        ("HELSINKI — ", None, None),
        ("MONTEVIDEO (ARN) — ", None, "ARN"),
        ("KOTA BARU, Aug. 21 (Wire) -- ", "--08-21", "Wire"),
        ("Hanoi (VNA) – ", None, "VNA"),
        ("Lima, May 3, 2024 – ", "2024-05-03", None),
        ("ST. PAUL, Minn. — ", None, None),
    ],
)
def test_datelines(head: str, date: str | None, wire: str | None) -> None:
    article = read_text(head + PROSE)
    assert [b.role for b in article.blocks] == ["dateline", "paragraph"]
    assert (str(article.published) if article.published else None) == date
    assert article.publisher == wire


@pytest.mark.parametrize("head", ["The EU - a union - said: ", "EU – ", "Hanoi – the capital – said that "])
def test_no_datelines(head: str) -> None:
    assert [b.role for b in read_text(head + PROSE).blocks] == ["paragraph"]


def test_signatures() -> None:
    article = read_text(f"{PROSE} — VNS")
    assert [b.role for b in article.blocks] == ["paragraph", "furniture"]
    assert article.publisher == "VNS"
    assert read_text(f"{PROSE} ARN/mb-rs").publisher == "ARN"


LINES = st.sampled_from([*FURNITURE, *NOT_FURNITURE, "", "LIMA — Words.", "By Ann Lee", "3 May 2024", "Ann Lee", "-"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=12))
def test_blocks_cover_every_text(lines: list[str]) -> None:
    article = read_text("\n".join(lines))
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end
        assert not article.text[at : block.start].strip()
        assert bool(block.reason) or block.role != "furniture"
        at = block.end
    assert not article.text[at:].strip()


def test_a_picture_label_between_headline_and_text() -> None:
    label = "Maria Silva Costa (Ministry of Trade)"
    text = f"Port opens after long delay\nMay 30, 2025\n{label}\n\n{PROSE}\n\n{label}\n\n{PROSE}"
    assert [role for role, _ in roles(text)] == ["title", "dateline", "caption", "paragraph", "heading", "paragraph"]


def test_a_note_about_the_writer() -> None:
    text = f"Port opens after long delay\nBy Jane Roe - May 30, 2025\n\n{PROSE}\n\nJane Roe was a press officer of the port until 2021."
    assert roles(text)[-1][0] == "furniture"
    other = f"Port opens after long delay\nBy Jane Roe - May 30, 2025\n\n{PROSE}\n\nJohn Doe was a press officer of the port until 2021."
    assert roles(other)[-1][0] == "paragraph"


@pytest.mark.parametrize("mark", [":", " –", " -"])
def test_rows_of_figures_without_bullets_are_items(mark: str) -> None:
    rows = f"Exports to Finland{mark} €224 million (–6.5%)\nImports{mark} 3,400 tonnes"
    text = f"Trade grows\n\n{PROSE}\n\nMain partners (change on May 2025):\n{rows}"
    assert [role for role, _ in roles(text)][-2:] == ["item", "item"]
