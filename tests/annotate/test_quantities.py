"""Quantities: tables of examples with negatives, and properties that hold for any text."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate._numbers import in_full, parse_numeral, parse_words
from kg.annotate.quantities import default_dollar, find_quantities
from kg.types import Quantity


def shown(quantity: Quantity) -> str:
    """ "words | value[..upper] unit kind[ +-][ modifier]"."""
    upper = "" if quantity.upper is None else f"..{quantity.upper:f}"
    way = {0: "", 1: " up", -1: " down"}[quantity.direction]
    return f"{quantity.text} | {quantity.value:f}{upper} {quantity.unit} {quantity.kind}{way} {quantity.modifier}".rstrip().replace(
        "  ", " "
    )


def all_shown(text: str, home: str | None = None) -> list[str]:
    return [shown(q) for q in find_quantities(text, home)]


MONEY = [
    ("reached US$1.518 billion in", "US$1.518 billion | 1518000000 USD money"),
    ("at 9.84 billion USD, up", "9.84 billion USD | 9840000000 USD money"),
    ("at 9.84 billionUSD, up", "9.84 billionUSD | 9840000000 USD money"),
    ("just $4.1 million.", "$4.1 million | 4100000 USD money"),
    ("US$ 52.7 million", "US$ 52.7 million | 52700000 USD money"),
    ("US$14-million partnership", "US$14-million | 14000000 USD money"),
    ("C$780 million", "C$780 million | 780000000 CAD money"),
    ("A$5.2m", "A$5.2m | 5200000 AUD money"),
    ("€31.4 million", "€31.4 million | 31400000 EUR money"),
    ("12 million euros", "12 million euros | 12000000 EUR money"),
    ("5 € for", "5 € | 5 EUR money"),
    ("£1.1bn", "£1.1bn | 1100000000 GBP money"),
    ("$250m for", "$250m | 250000000 USD money"),
    ("$1.2tn", "$1.2tn | 1200000000000 USD money"),
    ("$3k", "$3k | 3000 USD money"),
    ("Tk 3,050 crore", "Tk 3,050 crore | 30500000000 BDT money"),
    ("Rs 2 lakh crore", "Rs 2 lakh crore | 2000000000000 money"),
    ("₹3,05,000", "₹3,05,000 | 305000 INR money"),
    ("LKR 1.86 trillion", "LKR 1.86 trillion | 1860000000000 LKR money"),
    ("INR 630 million", "INR 630 million | 630000000 INR money"),
    ("VNĐ1.9 trillion", "VNĐ1.9 trillion | 1900000000000 VND money"),
    ("96.4 billion baht", "96.4 billion baht | 96400000000 THB money"),
    ("412 million ringgit", "412 million ringgit | 412000000 MYR money"),
    ("RM412 million", "RM412 million | 412000000 MYR money"),
    ("21.3 billion yen", "21.3 billion yen | 21300000000 JPY money"),
    ("31.6 billion yuan", "31.6 billion yuan | 31600000000 CNY money"),
    ("Rp5 trillion", "Rp5 trillion | 5000000000000 IDR money"),
    ("50 trillion won", "50 trillion won | 50000000000000 KRW money"),
    ("1.96 billion dollars", "1.96 billion dollars | 1960000000 USD money"),
    ("10.42 billion US dollars", "10.42 billion US dollars | 10420000000 USD money"),
    ("3 million Canadian dollars", "3 million Canadian dollars | 3000000 CAD money"),
    ("7 million Swiss francs", "7 million Swiss francs | 7000000 CHF money"),
    ("a two million dollar grant", "two million dollar | 2000000 USD money"),
    ("a sum of R 5 million", "5 million | 5000000 bare"),
    ("R5 million", "R5 million | 5000000 ZAR money"),
    ("between one and two million euros", "one and two million euros | 1000000..2000000 EUR money"),
    ("two or three million euros", "three million euros | 3000000 EUR money"),
    ("R$ 5 million", "R$ 5 million | 5000000 BRL money"),
    ("Frw 3 billion", "Frw 3 billion | 3000000000 RWF money"),
    ("S$300 million", "S$300 million | 300000000 SGD money"),
    ("$1,234.5 exactly", "$1,234.5 | 1234.5 USD money"),
    ("45 million pesos", "45 million pesos | 45000000 money"),
    ("Rs 5 lakh", "Rs 5 lakh | 500000 money"),
    ("$120 to $140 million", "$120 to $140 million | 120000000..140000000 USD money"),
    ("$2-3 billion", "$2-3 billion | 2000000000..3000000000 USD money"),
    ("2 to 3 billion dollars", "2 to 3 billion dollars | 2000000000..3000000000 USD money"),
    ("between $85,000 and $90,000", "$85,000 and $90,000 | 85000..90000 USD money"),
    ("between US$ 13.5 billion and US$ 13.8 billion", "US$ 13.5 billion and US$ 13.8 billion | 13500000000..13800000000 USD money"),
    ("exports rose by $3 million", "$3 million | 3000000 USD money up"),
    ("an increase of $3 million", "$3 million | 3000000 USD money up"),
    ("up $3 million", "$3 million | 3000000 USD money up"),
    ("it raised $3 million", "$3 million | 3000000 USD money"),
    ("with an additional $55 million", "$55 million | 55000000 USD money"),
    ("exports made up US$ 52.7 million", "US$ 52.7 million | 52700000 USD money"),
    ("nearly 6.1 billion USD", "6.1 billion USD | 6100000000 USD money approx"),
    ("almost $3 million", "$3 million | 3000000 USD money approx"),
    ("more than $3 million", "$3 million | 3000000 USD money over"),
    ("less than $3 million", "$3 million | 3000000 USD money under"),
    ("up to $3 million", "$3 million | 3000000 USD money under"),
]
PERCENT = [
    ("up 3.6% month-on-month", "3.6% | 3.6 percent percent up"),
    ("down 1.3% year-on-year", "1.3% | 1.3 percent percent down"),
    ("repayments rose 14.2 percent to $3.48 billion", "14.2 percent | 14.2 percent percent up"),
    ("imports fell by 9.4 per cent to", "9.4 per cent | 9.4 percent percent down"),
    ("an 11 per cent increase", "11 per cent | 11 percent percent up"),
    ("the targeted 6% annual growth", "6% | 6 percent percent up"),
    ("a rise of 9.4 per cent", "9.4 per cent | 9.4 percent percent up"),
    ("a decrease of 3.8%", "3.8% | 3.8 percent percent down"),
    ("industrial production rising by 5 per cent", "5 per cent | 5 percent percent up"),
    ("an increase in exports of 5%", "5% | 5 percent percent up"),
    ("3.5 per cent less than in", "3.5 per cent | 3.5 percent percent down"),
    ("4.2 per cent more than in", "4.2 per cent | 4.2 percent percent up"),
    ("6.3 per cent higher", "6.3 per cent | 6.3 percent percent up"),
    ("11.5 per cent below", "11.5 per cent | 11.5 percent percent down"),
    ("4.9% above that of", "4.9% | 4.9 percent percent up"),
    ("dropped 6.8% to US$ 201 million", "6.8% | 6.8 percent percent down"),
    ("a dip of 1.9 per cent", "1.9 per cent | 1.9 percent percent down"),
    ("an interannual rise of 8.3%", "8.3% | 8.3 percent percent up"),
    ("a year-on-year rise of 5.1%", "5.1% | 5.1 percent percent up"),
    ("climbed 11 per cent", "11 per cent | 11 percent percent up"),
    ("rose about 22% year on year", "22% | 22 percent percent up approx"),
    ("would have grown barely 1%", "1% | 1 percent percent up under"),
    ("raises bus fares by 10%", "10% | 10 percent percent up"),
    ("growth rate of 6.5%", "6.5% | 6.5 percent percent up"),
    ("could grow by 5% to 7% next", "5% to 7% | 5..7 percent percent up"),
    ("a rate of from 2.1 to 2.4 per cent", "2.1 to 2.4 per cent | 2.1..2.4 percent percent"),
    ("Total (+17.8%)", "+17.8% | 17.8 percent percent up"),
    ("Total (–9.6%)", "–9.6% | 9.6 percent percent down"),
    ("Total (−2.1%)", "−2.1% | 2.1 percent percent down"),
    ("million; -5.2%; 17.2%", "-5.2% | 5.2 percent percent down"),
    ("million; -5.2%; 17.2%", "17.2% | 17.2 percent percent"),
    ("slowed to 9.4 percent", "9.4 percent | 9.4 percent percent"),
    ("inflation rose to 5%", "5% | 5 percent percent"),
    ("stood at 8.7% in", "8.7% | 8.7 percent percent"),
    ("chemicals made up 41% of them", "41% | 41 percent percent"),
    ("by up to 5%", "5% | 5 percent percent under"),
    ("rose 2 percentage points", "2 percentage points | 2 percentage points percent up"),
    ("14.5 pct", "14.5 pct | 14.5 percent percent"),
    ("up 3.1 percent from April and 11.6 percent from a year earlier", "11.6 percent | 11.6 percent percent up"),
    ("up 3.6% month-on-month and 2.3% year-on-year", "2.3% | 2.3 percent percent up"),
    ("US$3.4 billion, or 21.5% of", "21.5% | 21.5 percent percent"),
    ("cut its policy rate by 25 basis points to", "25 basis points | 0.25 percentage points percent down"),
    ("falling 2.5 per cent on the month and 4 per cent on the year", "4 per cent | 4 percent percent down"),
    ("twelve percent of", "twelve percent | 12 percent percent"),
]
COUNTS = [
    ("303 foreign direct investment projects worth", "303 foreign direct investment projects | 303 projects count"),
    ("invested in seven new projects and", "seven new projects | 7 projects count"),
    ("recruited 31 companies for", "31 companies | 31 companies count"),
    ("a 36-member delegation", "36-member | 36 members count"),
    ("The 60-strong Lao delegation", "60-strong | 60 members count"),
    ("the 12-county region", "12-county | 12 counties count"),
    ("5,000 tonnes of", "5,000 tonnes | 5000 tonnes measure"),
    ("a 40-hectare complex", "40-hectare | 40 hectares measure"),
    ("1,000 megawatts of", "1,000 megawatts | 1000 megawatts measure"),
    ("500MW", "500MW | 500 megawatts measure"),
    ("a two-year deal", "two-year | 2 years measure"),
    ("wait six more months.", "six more months | 6 months measure"),
    ("1.5 million tonnes", "1.5 million tonnes | 1500000 tonnes measure"),
    ("three hundred families live", "three hundred families | 300 families count"),
    ("a dozen companies", "a dozen companies | 12 companies count"),
    ("a hundred guests", "a hundred guests | 100 guests count"),
    ("twenty-five firms", "twenty-five firms | 25 firms count"),
    ("Twelve companies from", "Twelve companies | 12 companies count"),
    ("for over 1,000 Japanese experts and", "1,000 Japanese experts | 1000 experts count over"),
    ("about 200 people.", "200 people | 200 people count approx"),
    ("More than 120 businesses", "120 businesses | 120 businesses count over"),
    ("1.2m visitors", "1.2m visitors | 1200000 visitors count"),
    ("2 381 guests", "2 381 guests | 2381 guests count"),
    ("10-15 companies", "10-15 companies | 10..15 companies count"),
    ("50 sports clubs", "50 sports clubs | 50 clubs count"),
    ("the two countries' leaders", "two countries | 2 countries count"),
    ("about 2024 tonnes", "2024 tonnes | 2024 tonnes measure approx"),
    ("fourth largest trading partner", "fourth largest | 4 rank rank"),
    ("the second-largest", "second-largest | 2 rank rank"),
    ("Mexico ranked second, with", "second | 2 rank rank"),
    ("it ranked 14th in", "14th | 14 rank rank"),
    ("reclaimed first place", "first place | 1 rank rank"),
    ("at 1.3 times higher than", "1.3 times | 1.3 times times"),
    ("pays twice as much", "twice | 2 times times"),
    ("a threefold rise", "threefold | 3 times times"),
    ("a score of 1,234.5 there", "1,234.5 | 1234.5 bare"),
]


@pytest.mark.parametrize(("text", "expected"), MONEY + PERCENT + COUNTS, ids=[t for t, _ in MONEY + PERCENT + COUNTS])
def test_example(text: str, expected: str) -> None:
    assert expected in all_shown(text)


NEGATIVE = [
    "on July 29, 2024 and in 2022 at 10:15, 14:32 or 10pm and 9.30 a.m.",
    "the first seven months of this year, Q2, the third quarter",
    "Law No. 39/2024/QH15, Decree No 35/2022/NĐ-CP, Regulation (EU) 2026/1187, IP/26/1402",
    "PRESS RELEASE No. 318/2026",
    "Article 5, Room 12, Resolution 57, Phase 2 and Ring road No.4",
    "Covid-19 and COVID-19, the G20, 5G, A1 and B-52",
    "the 6th fair and the 31st Games, the 12th meeting, her second term, the third time",
    "Tel. +92 51 000 0000, 419-555-0142, 0400 000 000, 02 0000 0000",
    "(1) April 22: a visit\n2. Another\n3) A third",
    "They won 3-1 and lost 2–0",
    "Ana Lima, 56, said; a 56-year-old man, aged 43",
    "one of them, the two met, two-way trade, a one-stop shop",
    "mail a12@b34.org, see https://x.org/12 or www.x.org/5",
    "Seven Stars opened",
    "version 1.2.3 at 10.0.0.1",
    "among the top 10 localities",
    "007 and 1,23,4 and 00,5",
]


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_quantity_is_read(text: str) -> None:
    assert all_shown(text) == []


def test_two_levels_are_no_range() -> None:
    assert [q.value for q in find_quantities("Exports rose from $5 million to $7 million.")] == [5000000, 7000000]
    assert [q.value for q in find_quantities("Inflation fell 6.8% to 5%.")] == [Decimal("6.8"), 5]
    assert [(q.value, q.unit) for q in find_quantities("It rose from 5 to 7 per cent")] == [(5, "percent"), (7, "percent")]
    assert [q.value for q in find_quantities("Prices rose by Rs. 5 to Rs. 320 a kilo.")] == [5, 320]
    assert [q.value for q in find_quantities("18 trillion VND (788 million USD)")] == [18 * 10**12, 788 * 10**6]


@pytest.mark.parametrize(
    ("text", "home", "unit"),
    [
        ("45 million pesos", "PH", "PHP"),
        ("45 million pesos", "MX", "MXN"),
        ("45 million pesos", "VN", ""),
        ("Rs 5 lakh", "LK", "LKR"),
        ("3 million dinars", "KW", "KWD"),
        ("3 million pounds", "EG", "EGP"),
        ("3 million pounds", None, "GBP"),
        ("$3 million", "AU", "USD"),
        ("3 billion shillings", "TZ", "TZS"),
    ],
)
def test_shared_names_take_the_country(text: str, home: str | None, unit: str) -> None:
    assert [q.unit for q in find_quantities(text, home)] == [unit]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Exports were $5 million.", "USD"),
        ("Facts and figures (Australian dollars; source: the department)", "AUD"),
        ("All values are in Canadian dollars.", "CAD"),
        ("All figures in New Zealand dollars unless stated.", "NZD"),
        ("It spent 3 million Australian dollars.", "USD"),
    ],
)
def test_default_dollar(text: str, code: str) -> None:
    assert default_dollar(text) == code
    assert [q.unit for q in find_quantities(f"{text}\nThen $5 million", None) if q.text == "$5 million"][-1:] == [code]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("3,05,000", "305000"),
        ("12,34,56,789", "123456789"),
        ("2 381", "2381"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("7,5", "7.5"),
        ("1.234", "1.234"),
        ("1,23,4", None),
        ("007", None),
        ("0.5", "0.5"),
        ("1.2,3.4", None),
        ("1.2.3", None),
        ("", None),
        ("٣", None),
        ("9" * 30, None),
    ],
)
def test_parse_numeral(text: str, value: str | None) -> None:
    assert parse_numeral(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three hundred", 300),
        ("twenty-five", 25),
        ("a dozen", 12),
        ("two hundred and five thousand", 205000),
        ("three four", None),
        ("hundred", None),
        ("one million two hundred thousand", 1200000),
        ("twenty eleven", None),
        ("x", None),
    ],
)
def test_parse_words(text: str, value: int | None) -> None:
    assert parse_words(text) == (None if value is None else Decimal(value))


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_formatted_numbers_are_read_back(whole: int, cents: int) -> None:
    for text in (f"{whole:,}.{cents:02d}", f"{whole}.{cents:02d}"):
        assert parse_numeral(text) == Decimal(f"{whole}.{cents:02d}")
        found = find_quantities(f"worth ${text}")
        assert [q.value for q in found] == [Decimal(f"{whole}.{cents:02d}")]
        assert "E" not in str(found[0].value)
    assert parse_numeral(f"{whole:,}") == whole


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=0, max_value=10**15))
def test_in_full_keeps_the_value(value: Decimal) -> None:
    assert in_full(value) == value
    assert "E" not in str(in_full(value))


_PIECES = st.sampled_from(
    [
        "$",
        "US$",
        "€",
        "Rs",
        "5",
        "1,000",
        "2.5",
        "million",
        "bn",
        "m",
        "k",
        "%",
        "per",
        "cent",
        "up",
        "down",
        "by",
        "to",
        "from",
        "between",
        "and",
        "–",
        "-",
        "(",
        ")",
        "projects",
        "people",
        "tonnes",
        "-member",
        "one",
        "three",
        "hundred",
        "a",
        "dozen",
        "fourth",
        "largest",
        "times",
        "year",
        "2024",
        "rose",
        "increase",
        "of",
        ";",
        ".",
        ",",
        "/",
        ":",
        "USD",
        "dollars",
        "pesos",
        "more",
        "than",
        "1.2.3",
        "\n",
        "twice",
        "th",
        "crore",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=25).map(" ".join), st.lists(_PIECES, max_size=25).map("".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_error_and_spans_hold_their_text(text: str) -> None:
    at = 0
    for quantity in find_quantities(text):
        assert at <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.change == (quantity.direction != 0)
        assert quantity.value.is_finite() and quantity.value >= 0
        assert quantity.upper is None or quantity.upper >= quantity.value
        at = quantity.end


@pytest.mark.parametrize(
    "unit", ["1", "1,", "a", " ", "\n", "1.", "111 ", "-", "1/", "a@", "one ", "hundred and ", "increase in goods of "]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    find_quantities("warm up with $5 in May")
    text = (unit * 100_000)[:100_000]
    began = time.process_time()
    find_quantities(text)
    assert time.process_time() - began < 5  # of the processor, whoever else uses the machine: linear work takes a tenth of it


def test_a_shared_currency_is_the_likeliest_country_s_that_has_it() -> None:
    text = "Kerala got Rs 500 crore, Zambia K3.4 billion, Cebu P180 million."
    assert [q.unit for q in find_quantities(text, ("KR", "IN", "ZM", "PH"))] == ["INR", "ZMW", "PHP"]
    assert [q.unit for q in find_quantities(text)] == ["", "", ""]


def test_a_lost_space_before_a_currency_code() -> None:
    (found,) = find_quantities("intents worthRs 46,200 crore", "IN")
    assert (found.value, found.unit) == (462000000000, "INR")


@pytest.mark.parametrize(
    ("text", "home", "code"),
    [
        ("It sold goods worth $3 million.", "AU", "AUD"),
        ("It sold goods worth $3 million, and A$2 million of tea.", "AU", "USD"),
        ("It sold goods worth $3 million.", "PE", "USD"),
        ("It sold goods worth $3 million.", None, "USD"),
    ],
)
def test_a_bare_dollar_is_that_of_the_country_whose_news_it_is(text: str, home: str | None, code: str) -> None:
    assert default_dollar(text, home) == code
