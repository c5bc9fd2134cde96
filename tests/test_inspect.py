"""What ``kg inspect`` shows of an article, from hand-made stages."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from rich.console import Console

from kg.inspect import Record, html, jsonl, records, sheet, terminal
from kg.inspect.sheet import describe
from kg.types import (
    Article,
    Block,
    Claim,
    DateMention,
    Document,
    Entity,
    Evidence,
    Mention,
    OffsetMap,
    PartialDate,
    Period,
    Quantity,
    Refusal,
    Resolution,
    Sentence,
    Span,
    Token,
)  # fmt: skip

SOURCE = "Ana  Lee of Oslo <b>said trade rose 4% in May.\nShe left. XYZ\x1b[31m.\nOther News"
TEXT = SOURCE.replace("Ana  Lee", "Ana Lee")  # repair took a space out
STARTS = (*range(4), *range(5, len(SOURCE)))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(words: str, kind: Any, form: Any = "name") -> Mention:
    span = at(words)
    return Mention(span.start, span.end, words, kind, form, words, 0)


def document() -> Document:
    line, second, third = TEXT.index("\n"), TEXT.rindex("\n"), len(TEXT)
    blocks = (Block(0, second, "paragraph"), Block(second + 1, third, "furniture", "a list of other news"))
    article = Article(
        "one", "one.txt", SOURCE, TEXT, OffsetMap(STARTS, len(SOURCE)), blocks, title="A <i>title</i>", published=PartialDate(2024)
    )
    said = at("said")
    sentences = (Sentence(0, 0, line, 0, 1, 0), Sentence(1, line + 1, second, 1, 1, 0))
    may, four = at("May"), at("4%")
    return Document(
        article,
        (Token(0, said.start, said.end, "said", "say", "VERB", "VBD", "ROOT", 0, 0),),
        sentences,
        (mention("Ana Lee", "Person"), mention("Oslo", "Place"), mention("She", "Person", "pronoun"), mention("XYZ", None)),
        (DateMention(may.start, may.end, "May", Period(PartialDate(None, 5), PartialDate(None, 5)), "date", "month"),),
        (Quantity(four.start, four.end, "4%", Decimal(4), "percent", "percent", upper=Decimal(5), change=True, direction=1),),
        (),
    )


def evidence(words: str) -> Evidence:
    start = SOURCE.index(words)
    return Evidence("one", start, start + len(words), words)


ANA = Entity("person:ana-lee", "Person", "Ana Lee", same_as=("http://x.example/ana",), mentions=(evidence("Ana  Lee"),))
OSLO = Entity("place:oslo", "Place", "Oslo, Norway", mentions=(evidence("Oslo"),))
REFUSALS = (
    Refusal("one", "resolve", "no such body", "XYZ", SOURCE.index("XYZ"), SOURCE.index("XYZ") + 3),
    Refusal("other", "resolve", "not here", "x", 0, 1),
)
FIRST = Span(0, TEXT.index("\n"))
CLAIMS = (
    Claim(
        "statement", FIRST, (("speaker", mention("Ana Lee", "Person")),), (("text", "trade rose 4% in May"),), "said", "a verb of saying"
    ),
    Claim("post", FIRST, (("person", mention("Ana Lee", "Person")), ("organization", mention("Oslo", "Place"))), (), "held", "of"),
)


def seen() -> tuple[Record, ...]:
    named = {at("She"): evidence("Ana  Lee")}
    return records(document(), CLAIMS, Resolution((), (ANA, OSLO), (), REFUSALS), "https://x.example/", named)


def one(what: str, text: str = "") -> dict[str, Any]:
    return next(dict(r.as_dict()) for r in seen() if r.what == what and text in r.text)


def test_every_offset_points_into_the_file() -> None:
    assert {record.what for record in seen()} == {"mention", "date", "quantity", "claim", "statement", "refusal", "furniture"}
    for record in seen():
        assert SOURCE[record.start : record.end] == record.text
    starts = [record.start for record in seen()]
    assert starts == sorted(starts)


def test_mentions_have_name_iri_and_link() -> None:
    assert one("mention", "Ana") == {
        "what": "mention", "start": 0, "end": 8, "text": "Ana  Lee", "kind": "Person", "form": "name", "name": "Ana Lee",
        "iri": "https://x.example/person/ana-lee", "link": "http://x.example/ana",
    }  # fmt: skip
    assert one("mention", "Oslo")["name"] == "Oslo, Norway"
    assert one("mention", "She")["name"] == "Ana Lee"  # led home
    unknown = one("mention", "XYZ")
    assert (unknown["kind"], unknown["name"], unknown["iri"], unknown["link"]) == (None, None, None, None)


def test_dates_and_quantities() -> None:
    assert one("date")["value"] == "--05"
    assert {k: one("quantity")[k] for k in ("value", "upper", "unit", "change", "direction")} == {
        "value": "4", "upper": "5", "unit": "percent", "change": "yes", "direction": 1,
    }  # fmt: skip


def test_a_statement_has_speaker_content_and_cue() -> None:
    said = one("statement")
    for name, words in (("speaker_span", "Ana  Lee"), ("content_span", "trade rose 4% in May"), ("cue_span", "said")):
        start, end = said[name]
        assert SOURCE[start:end] == words
    assert said["speaker"] == "Ana Lee"


def test_a_statement_whose_words_are_not_found() -> None:
    claim = Claim("statement", at("She left."), (), (("text", "something else"),), "said")
    found = records(document(), [claim], Resolution((), (), ()))
    said = next(record for record in found if record.what == "statement")
    assert (said.get("speaker"), said.get("speaker_span"), said.get("content_span"), said.get("cue_span")) == (None,) * 4


def test_refusals_of_this_article_only() -> None:
    assert [record.get("reason") for record in seen() if record.what == "refusal"] == ["no such body"]


def test_json_lines() -> None:
    assert [json.loads(line)["what"] for line in jsonl(seen())] == [record.what for record in seen()]


def test_the_sheet_holds_every_part_and_what_it_gave() -> None:
    laid = sheet(document(), seen())
    texts = ["".join(piece.text for piece in part.pieces) for part in laid.parts]
    assert texts == [SOURCE[part.start : part.end] for part in laid.parts]
    assert [[record.what for record in part.given] for part in laid.parts] == [["claim", "statement"], ["refusal"], []]
    assert [part.reason for part in laid.parts] == ["", "", "a list of other news"]
    assert laid.counts == {"mention": 4, "date": 1, "quantity": 1, "claim": 1, "statement": 1, "refusal": 1}


class Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_escapes_what_the_article_says() -> None:
    page = html(sheet(document(), seen()))
    checker = Checker()
    checker.feed(page)
    assert "b" not in checker.tags and "i" not in checker.tags
    assert "A <i>title</i>" in checker.text and "<b>" in checker.text
    assert "http-equiv" in page and "src=" not in page
    assert "left out: a list of other news" in checker.text
    assert "refused (resolve): no such body: XYZ" in checker.text


def test_the_terminal_shows_it_without_control_characters() -> None:
    console = Console(file=io.StringIO(), width=200, color_system=None)
    console.print(terminal(sheet(document(), seen())))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "Ana  Lee of Oslo <b>said" in shown
    assert "+ post (held): person Ana Lee, organization Oslo, Norway [of]" in shown
    assert "- refused (resolve): no such body" in shown
    assert "[left out: a list of other news]" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Record("mention", 0, 1, "x", (("kind", None), ("form", "pronoun"))), "something, pronoun: not told who"),
        (Record("date", 0, 1, "x", (("role", "until"), ("value", "2024"))), "until 2024"),
        (Record("quantity", 0, 1, "x", (("value", "4"), ("unit", ""), ("change", "no"))), "4"),
        (Record("statement", 0, 1, "x"), "statement by nobody told"),
    ],
)
def test_describe(record: Record, words: str) -> None:
    assert describe(record) == words
