"""Direct speech: balanced marks, odd numbers refused, speech over several paragraphs."""

from __future__ import annotations

import pytest

from fixtures.reading import document

ODD = "an odd number of quotation marks"


def quotes(text: str) -> list[str]:
    doc = document(text)
    return [doc.text[q.start : q.end] for q in doc.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will grow," she said.', ['"We will grow,"']),
        ("“Trade is up,” he said. “It will stay up.”", ["“Trade is up,”", "“It will stay up.”"]),
        ("«Nous irons», dit-il.", ["«Nous irons»"]),
        # over two paragraphs: the first is left open, the next opens anew
        ("“We will grow.\n\n“We will hire,” she said.", ["“We will grow.", "“We will hire,”"]),
        # a mark or a letter between marks is no speech
        ("He said “a”.", []),
        ('He wrote "b".', []),
        ("Nobody spoke.", []),
        ("The workers' union said it's the firm's own.", []),
        ("“We will grow.\n\nThe port is full.", []),
        ("„Gut so“, sagte er.", ["„Gut so“"]),
        ('The 5" pipe and the 6" pipe broke.', []),
    ],
)
def test_quotes(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected
    assert ODD not in [r.reason for r in document(text).refusals]


def test_an_odd_number_refuses_its_block_and_no_other() -> None:
    doc = document('He said "yes and left the room.\n\n"We will grow," she said.')
    assert [doc.text[q.start : q.end] for q in doc.quotes] == ['"We will grow,"']
    (refused,) = [r for r in doc.refusals if r.reason == ODD]
    assert refused.stage == "annotate"
    assert doc.article.source[refused.start : refused.end].startswith('He said "yes')


def test_furniture_and_captions_hold_no_speech() -> None:
    doc = document(
        'Traders met in Lima on Monday and agreed on a new port.\n\nRead more: "Ten things to know"\n\nThey will meet again in spring.'
    )
    silent = [b for b in doc.article.blocks if b.role in ("furniture", "caption")]
    assert silent
    assert not any(b.start <= q.start < b.end for q in doc.quotes for b in silent)
