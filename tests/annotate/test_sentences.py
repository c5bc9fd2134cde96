"""Where sentences end and where they don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.sentences import abbreviations, split

BAR = " | "
CASES = [
    ("He came. She left.", "He came. | She left."),
    ("Why? Nobody knew! They left…", "Why? | Nobody knew! | They left…"),
    ("Wait… What now?", "Wait… | What now?"),
    # abbreviations and initials
    ("Dr. Lee met Mr. Cruz. They talked.", "Dr. Lee met Mr. Cruz. | They talked."),
    ("Gov. Ada Obi spoke. Sen. Lu left.", "Gov. Ada Obi spoke. | Sen. Lu left."),
    ("Sales of J. P. Oduya rose. Profit fell.", "Sales of J. P. Oduya rose. | Profit fell."),
    ("He is from St. Kitts. She is not.", "He is from St. Kitts. | She is not."),
    ("It rose in Jan. 2024. Then it fell.", "It rose in Jan. 2024. | Then it fell."),
    ("The U.S. team won. It left.", "The U.S. team won. | It left."),
    ("Acme Co. Ltd. sold it. Buyers came.", "Acme Co. Ltd. sold it. | Buyers came."),
    ("It opened at 8 p.m. The mayor spoke.", "It opened at 8 p.m. | The mayor spoke."),
    ("The bank (est. 1990) grew. It is big.", "The bank (est. 1990) grew. | It is big."),
    # the space before a quotation lost
    ('The talks failed."We tried," he said.', 'The talks failed. | "We tried," he said.'),
    ("The talks failed.“We tried,” he said.", "The talks failed. | “We tried,” he said."),
    ('"We tried."They left.', '"We tried."They left.'),
    # numbers
    ("Prices rose 3.5 per cent. Costs fell.", "Prices rose 3.5 per cent. | Costs fell."),
    ("Order No. 5 holds. Then stop.", "Order No. 5 holds. | Then stop."),
    ("It cost Rs. 500. More came.", "It cost Rs. 500. | More came."),
    ("1. China: strong demand.", "1. China: strong demand."),
    ("Output rose. 12 plants opened.", "Output rose. | 12 plants opened."),
    # quotation marks and brackets close the sentence that they stand in
    ('He said "Stop." Then he left.', 'He said "Stop." | Then he left.'),
    ("He asked: “Why us?” Nobody knew.", "He asked: “Why us?” | Nobody knew."),
    ("“We came first,” she said. “We won.” Then they left.", "“We came first,” she said. | “We won.” | Then they left."),
    ("She said it (in May). It ended.", "She said it (in May). | It ended."),
    # capitals of other alphabets begin sentences too
    ("Élan came. Đà Nẵng won. Öland lost.", "Élan came. | Đà Nẵng won. | Öland lost."),
    # a small letter does not begin one
    ("the end. lower case follows. Then more.", "the end. lower case follows. | Then more."),
    ("See www.example.com. Now.", "See www.example.com. | Now."),
    ("", ""),
    ("   ", ""),
    ("1. China: strong. 2. India: weak.", "1. China: strong. | 2. India: weak."),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_split(text: str, expected: str) -> None:
    assert BAR.join(text[a:b] for a, b in split(text, 0, len(text))) == expected


def test_only_the_part_asked_for_is_split() -> None:
    text = "One came. Two left. Three stayed."
    assert [text[a:b] for a, b in split(text, 10, 19)] == ["Two left."]


def test_abbreviations_are_a_list_of_words_without_the_stop() -> None:
    assert {"Dr", "Mr"} <= abbreviations()
    assert not any(a.endswith(".") or a.startswith("#") for a in abbreviations())


@given(st.text(alphabet='aB .!?…"“”(1\n\tÉ', max_size=80), st.integers(0, 10), st.integers(0, 10))
def test_sentences_hold_every_character_once(text: str, left: int, right: int) -> None:
    start, end = min(left, len(text)), max(len(text) - right, min(left, len(text)))
    found = list(split(text, start, end))
    at = start
    for first, last in found:
        assert at <= first < last <= end
        assert not text[at:first].strip()
        assert text[first:last] == text[first:last].strip()
        at = last
    assert not text[at:end].strip()
