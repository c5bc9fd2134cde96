"""Whole documents: every span holds its text, whatever the text is made of."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures.reading import document
from kg.annotate import LONGEST_SENTENCE, annotate
from kg.read import read_text
from kg.types import Document

PARTS = [
    "Tan Sri Nur Aisyah Rahman", "Nguyễn Văn Minh", "Ms. Orvala", "the minister", "she", "Chile's", "Hà Nội", "the U.S.", "Vietnam-Japan",
    "Kenya Ports Board (KPB)", "KPB", "Ministry of Planning and Investment", "People's Committee of", "the city's Department of Trade",
    "Oslo Energy Forum 2024", "a memorandum of understanding", "met", "visited", "said that", "signed", "will host", "US$1.5 billion",
    "3.5 per cent", "on 5 May 2024", "last year", "from January to March", "“", "”", '"', "'", "(", ")", ".", ".", ",", ";", "–", "-", "…",
    "\n\n",
    "\n", "\t", "•", "1.", "No.", "№", "😀", "مرحبا", "北京", "e\u0301", "\u200b", "\u00a0", "\u00ad",
    "<b>", "&amp;", "http://a.example/?x=1", "_", "ﬁ", "İ", "ß",
]  # fmt: skip
MIXED = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=6)), max_size=25).map(" ".join)


def check(doc: Document) -> None:
    """What every document promises."""
    text = doc.text
    blocks = doc.article.blocks
    for sentence, after in pairwise(doc.sentences):
        assert sentence.end <= after.start
        assert sentence.last == after.first
    for n, sentence in enumerate(doc.sentences):
        assert sentence.i == n
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert blocks[sentence.block].start <= sentence.start <= sentence.end <= blocks[sentence.block].end
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        for token in doc.words(sentence):
            assert sentence.start <= token.start <= token.end <= sentence.end
            assert token.sentence == n
            assert sentence.first <= token.head < sentence.last
    for k, token in enumerate(doc.tokens):
        assert token.i == k
        assert token.start < token.end
        assert text[token.start : token.end] == token.text
        assert not k or doc.tokens[k - 1].end <= token.start
    inside = [(s.start, s.end) for s in doc.sentences]
    for mention in doc.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text
        assert any(a <= mention.start and mention.end <= b for a, b in inside)
        token = doc.tokens[mention.token]
        assert token.start < mention.end and mention.start < token.end
    assert [m.start for m in doc.mentions] == sorted(m.start for m in doc.mentions)
    for found in (*doc.dates, *doc.quantities):
        assert text[found.start : found.end] == found.text
        assert any(a <= found.start and found.end <= b for a, b in inside)
    assert all(isinstance(q.value, Decimal) for q in doc.quantities)
    for quote in doc.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert any(b.start <= quote.start and quote.end <= b.end for b in blocks)
    for refusal in doc.refusals:
        assert 0 <= refusal.start <= refusal.end <= len(doc.article.source)
        assert refusal.stage == "annotate" and refusal.reason


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(MIXED)
def test_spans_hold_in_any_text(text: str) -> None:
    check(annotate(read_text(text)))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "“", "A", "\u200b", "the the the", "' ' '", "-\n-\n-", "A. B. C. D.", "((((((", "Mr", "of of of Of Of"]
)
def test_small_texts(text: str) -> None:
    check(document(text))


def test_the_same_article_gives_the_same_document() -> None:
    article = read_text("Chile and Oman signed a trade agreement in Muscat on 3 May 2024. The minister said so.")
    first, second = annotate(article), annotate(article)
    assert first == second
    assert repr(first) == repr(second)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        (
            "Traders met in Lima on Monday and agreed on a new port.\n\nRead more: Oslo and Bergen compared\n\nThey will meet in spring.",
            "Bergen",
        ),
        (
            "Traders met in Lima on Monday and agreed on a new port.\n\nPhoto: Bergen harbour by night\n\nThey will meet in spring.",
            "Bergen",
        ),
        ("By Bergen Lindqvist\n\nTraders met in Lima on Monday and agreed on a new port. They will meet again in spring.", "Bergen"),
    ],
)
def test_furniture_captions_and_bylines_give_no_mentions(text: str, silent: str) -> None:
    doc = document(text)
    at = doc.text.index(silent)
    assert not [s for s in doc.sentences if s.start <= at < s.end]
    assert not [m for m in doc.mentions if silent in m.text]
    assert "Lima" in [m.name for m in doc.mentions]


def test_a_sentence_too_long_is_refused_and_the_others_stay() -> None:
    doc = document("Chile grew. Word " + "word " * (LONGEST_SENTENCE // 4) + "ended. Oman grew.")
    check(doc)
    assert [r.reason for r in doc.refusals] == ["a sentence too long to read"]
    assert [m.name for m in doc.mentions] == ["Chile", "Oman"]


def test_a_name_is_one_token_and_parsed_behind_a_stand_in() -> None:
    doc = document("Tran Thi Phuong Lan, Acting Director of the Hanoi Department of Industry and Trade, praised the port.")
    person = next(m for m in doc.mentions if m.kind == "Person")
    token = doc.tokens[person.token]
    assert (token.text, token.lemma, token.dep) == ("Tran Thi Phuong Lan", "Tran Thi Phuong Lan", "nsubj")
    assert doc.tokens[token.head].lemma == "praise"
    body = next(m for m in doc.mentions if m.kind == "Agency")
    assert doc.tokens[body.token].text == "Hanoi Department of Industry and Trade"


def test_children_and_words_of_a_sentence() -> None:
    doc = document("Chile sold copper. Oman buys it.")
    root = next(t for t in doc.tokens if t.text == "sold")
    assert [t.text for t in doc.children(root)] == ["Chile", "copper", "."]
    assert [m.text for m in doc.within(doc.sentences[1])] == ["Oman", "it"]


def test_money_of_several_countries_takes_the_one_named_most() -> None:
    doc = document("Kenya grew. Kenya spent 5 million shillings on Kenyan roads.")
    assert [(q.value, q.unit) for q in doc.quantities] == [(Decimal(5_000_000), "KES")]


def test_home_is_not_guessed_where_two_countries_are_level() -> None:
    doc = document("Kenya and Uganda grew. They spent 5 million shillings on roads.")
    assert [q.unit for q in doc.quantities] == [""]


def test_a_dateline_names_places_and_no_papers() -> None:
    body = "The minister of trade opened the new port of Khor on Monday, officials said."
    text = f"Gulf News | Monday, 9 November 2026 | 17:20\n\nMinister opens a new port\n\n{body}"
    assert [m.text for m in document(text).mentions if m.form == "name" and "Gulf" in m.text] == []
