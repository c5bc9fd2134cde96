from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.mapped import MappedText
from kg.read.repair import repair

ALWAYS = [
    ("The ministry ofIndustry said so.", "The ministry of Industry said so."),
    ("It was aimed toprovide help.", "It was aimed to provide help."),
    ("They earned 9.84 billionUSD there.", "They earned 9.84 billion USD there."),
    ("The figure in 2021was good.", "The figure in 2021 was good."),
    ("A group of 30businesses came.", "A group of 30 businesses came."),
    ("prices fell, down2.1% from July", "prices fell, down 2.1% from July"),
    ("for the2024-2027 period", "for the 2024-2027 period"),
    ("of the pandemic,the city", "of the pandemic, the city"),
    ("The exchange.Banks signed.", "The exchange. Banks signed."),
    ("in AnGiang province. An Giang is big", "in An Giang province. An Giang is big"),
    ("the People'sCommittee met", "the People's Committee met"),
    ("an Acting Directorof works. Director of it", "an Acting Director of works. Director of it"),
    ("they met at the fair./.", "they met at the fair."),
    ("soft loans/./.", "soft loans."),
    ("a\r\nb\rc", "a\nb\nc"),
    ("a\u00a0b\u200b c\u00adc\x07", "a b cc"),
    ("Ha\u0300 No\u0302\u0323i", "Hà Nội"),
]
LEFT_ALONE = [
    "An iPhone from eBay for McDonald and a PhD on the MoU of the RoK with KfW.",
    "YouTube, LinkedIn, WhatsApp, PayPal, BioNTech and VietJet grew.",
    "The train left at 10pm, the 3rd in 20ft of snow, with 5bn and 4G, COVID-19, B2B and H5N1.",
    "Putin, Brandon, Churchill, Butterworth, Washington and Simpson met in Portland.",
    "See www.example.org/aboutUs or mail infoDesk@example.org, file https://example.org/ofThe.",
    "It cost 1,200.50 dollars in the U.S.A. and the U.K. at 10:30.",
    "“Curly” ‘quotes’ — and dashes – stay…",
    "They wait... and wait.",
    "Thailand, Poland, Finland and Ireland; Wisconsin, Robinson, Martin and Berlin.",
    "an unwrapped sentence about semiconductors, agribusiness and stakeholders",
]


def fixed(text: str) -> str:
    return repair(MappedText.of(text))[0].text


@pytest.mark.parametrize(("before", "after"), ALWAYS)
def test_repairs(before: str, after: str) -> None:
    assert fixed(before) == after


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert fixed(text) == text


def test_risky_splits_need_a_text_that_lost_its_spaces() -> None:
    alone = "HanoiTrade grew and the newprojects and symbioticrelations stayed."
    assert fixed(alone) == alone
    among = "of theministry, ofIndustry and toprovide 30businesses in 2021was. The newprojects and symbioticrelations stayed."
    assert "new projects and symbiotic relations" in fixed(among)


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("MarisolFuentes came. Fuentes", "Marisol Fuentes came. Fuentes"),
        ("Fuentes came. Fuentessaid", "Fuentes came. Fuentes said"),
        ("trade with NgheAn", "trade with Nghe An"),
        ("the SavannakhetBay", "the SavannakhetBay"),  # neither half is known
        ("Henderson and the Hendersons", "Henderson and the Hendersons"),
        ("YouTube and McDonald", "YouTube and McDonald"),
    ],
)
def test_names_are_parted_only_where_many_spaces_were_lost(glued: str, apart: str) -> None:
    among = "The head ofIndustry and toprovide and 2021was and 30businesses."
    mended = "The head of Industry and to provide and 2021 was and 30 businesses."
    assert fixed(f"{among} {glued} it.") == f"{mended} {apart} it."
    assert fixed(f"{glued} it.") == f"{glued} it."


def test_a_word_with_several_splits_is_left_and_told() -> None:
    text = "The ofIndustry and toprovide and 2021was and 30businesses. The takeoverseas and therein and nowhere."
    mapped, doubts = repair(MappedText.of(text))
    for doubt in doubts:
        assert mapped.text[doubt.start : doubt.end].isalpha()
        assert "several ways" in doubt.reason


def test_unwraps_paragraphs_and_not_lists_or_headings() -> None:
    wrapped = (
        "The minister of trade said on Monday that the country would join\n"
        "the pact before the end of the year. She did not say when the\n"
        "papers would be signed, nor who would do so, but invest-\nment would follow.\n\n"
        "Next steps\n"
        "- The first round of talks takes place in Lima in the spring and it\n"
        "- The second round follows in autumn\n"
    )
    text = fixed(wrapped)
    assert "would join the pact before the end of the year. She did not say when the papers" in text
    assert "investment would follow" in text
    assert "Next steps\n- The first" in text
    assert "\n- The second" in text


def test_a_long_open_line_goes_on_in_lower_case() -> None:
    text = "The two sides agreed on a great many things at the meeting in Oslo and\nthen they went home."
    assert "\n" not in fixed(text)
    assert fixed("Short title\nby nobody at all, it says here in this line.").count("\n") == 1


ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("aAoOfFtTheE'’.,;/ \n\r\t-0129%\u0300\u0323\u00a0\u200b\u00ad\u1100\u1161\u11a8\ud7b0\u09c7\u09be"),
    ),
    max_size=80,
)


@settings(max_examples=300, deadline=None)
@given(ODD)
def test_any_text(text: str) -> None:
    mapped, doubts = repair(MappedText.of(text))
    assert len(mapped.starts) == len(mapped.text)
    assert list(mapped.starts) == sorted(mapped.starts)
    assert all(0 <= start <= len(text) for start in mapped.starts)
    for i in range(len(mapped.text)):
        span = mapped.offsets.to_source(i, i + 1)
        assert 0 <= span.start <= span.end <= len(text) + 1
    again = repair(MappedText.of(mapped.text))[0]
    assert again.text == mapped.text
    assert all(0 <= d.start < d.end <= len(mapped.text) for d in doubts)
    mapped.text.encode("utf-8")


GLUED = [
    "of",
    "the",
    "Industry",
    "toprovide",
    "2021was",
    "AnGiang",
    "newprojects",
    "HANIFwill",
    "HANIF",
    "x.Y",
    "exchange.Banks",
    "./.",
    "a,b",
    "city,the",
    "19pandemic",
    "ofthe",
    "inthe",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*GLUED, "An Giang"]), max_size=14), st.sampled_from([" ", "", "\n"]))
def test_repair_is_idempotent(words: list[str], joint: str) -> None:
    once = fixed(joint.join(words))
    assert fixed(once) == once


def test_many_glued_years_are_parted_at_once() -> None:
    once = fixed("2021was" * 14)
    assert once == "2021 was " * 13 + "2021 was"
    assert fixed(once) == once


@given(st.text(alphabet=st.characters(categories=["Ll", "Mn"]), max_size=30))
def test_composes(text: str) -> None:
    assert unicodedata.is_normalized("NFC", fixed(text)) or max(text) >= "\u0300"


def test_edits_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="out of order"):
        MappedText.of("abc").edit([(2, 3, "x"), (0, 1, "y")])
    assert MappedText.of("abc").edit([]) == MappedText.of("abc")


def test_a_headline_that_fills_its_line_is_not_joined_to_the_byline() -> None:
    prose = "The minister of trade said on Monday that the country would join\nthe pact before the end of the year. She did not say\nwhen."
    text = f"Port opens in the north after a long delay and at a very high cost\nBy Jane Roe\n3 May 2024\n\n{prose}\n\n{prose}"
    assert "high cost\nBy Jane Roe\n3 May 2024\n\nThe minister" in fixed(text)
    assert "would join the pact" in fixed(text)
