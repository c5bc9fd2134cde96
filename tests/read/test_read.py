from __future__ import annotations

import io
import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read import articles, find, read_file, read_text
from kg.read import limits as limits_module
from kg.types import Article

BODY = "The minister of trade opened the new port on Monday and said that it would serve three countries."


def read(*inputs: Path | str) -> tuple[list[Article], list[str]]:
    problems: list[InputError] = []
    found = list(articles(inputs, refused=problems.append))
    return found, [str(problem) for problem in problems]


def sound(article: Article) -> None:
    """Blocks and offsets hold."""
    assert len(article.offsets.starts) == len(article.text)
    assert list(article.offsets.starts) == sorted(article.offsets.starts)
    assert article.offsets.length == len(article.source)


def test_folder_pattern_and_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/a.md", "m.html", ".hidden.txt"):
        (tmp_path / name).write_text(f"<p>{BODY}</p>" if name.endswith("html") else BODY, encoding="utf-8")
    (tmp_path / "skip.doc").write_text("x", encoding="utf-8")
    found, problems = read(tmp_path)
    assert [a.id for a in found] == ["a", "m", "z"]
    assert not problems
    again, _ = read(tmp_path / "z.txt", str(tmp_path / "*" / "*.md"), tmp_path / "m.html", tmp_path / "z.txt")
    assert again == found
    assert [s.format for s in find([tmp_path], refused=pytest.fail)] == [".md", ".html", ".txt"]


def test_same_names_are_told_apart(tmp_path: Path) -> None:
    for name in ("one/n.txt", "two/n.txt", "two/n.md", "two/m.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    found, _ = read(tmp_path)
    assert [a.id for a in found] == ["m", "one-n", "two-n.md", "two-n.txt"]
    assert [a.id for a in read(tmp_path / "two", tmp_path / "one")[0]] == [a.id for a in found]
    for top in ("x", "y"):
        (tmp_path / top / "in").mkdir(parents=True)
        (tmp_path / top / "in" / "k.txt").write_text(BODY, encoding="utf-8")
    assert [a.id for a in read(tmp_path / "x", tmp_path / "y")[0]] == ["x-in-k", "y-in-k"]


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    try:
        for name in (b"\xff.txt", b"\xfe.txt", b"a\x1b[31m\n.txt"):
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(BODY, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    found, problems = read(tmp_path)
    assert ([a.id for a in found], problems) == (["%FE", "%FF", "a%1B[31m%0A"], [])


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.txt", b"\xef\xbb\xbf  ", "empty"),
        ("a.txt", b"ab\x00cd", "binary"),
        ("a.txt", b"%PDF-1.7 x", "PDF"),
        ("a.html", b"PK\x03\x04", "zip"),
        ("a.txt", b"\xff\xfea", "breaks at byte"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.md", b"---\ntitle: x\n---\n", "no text below"),
        ("a.csv", b"x,y\n1,2\n", "no column"),
        ("a.doc", b"x", "ending"),
        ("a.txt", "\u00a0\u200b\n".encode(), "no words"),
        ("a.txt", f"{'Hội nghị Hà Nội. ' * 20}".encode()[:-3] + b"\xff\xc3", "UTF-8 breaks at byte"),
        ("a.txt", "Hội nghị ở Hà Nộ".encode()[:-1], "UTF-8 breaks at byte"),
        ("a.txt", "Hội nghị ở Hà Nội".encode("utf-16-le")[:-1], "breaks at byte"),
        ("a.csv", b"title,text\n", "no article"),
        ("a.csv", b'title,text\nA,"never closed\nB,second\nC,third\n', "never closed"),
        ("a.jsonl", b'{"x": "y"}', "no text"),
    ],
)
def test_bad_files_are_told(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(BODY, encoding="utf-8")
    found, problems = read(tmp_path / name, tmp_path / "good.txt")
    assert [a.id for a in found] == ["good"]
    assert len(problems) == 1
    assert problem in problems[0]
    assert str(tmp_path / name) in problems[0]
    assert "; " in problems[0]
    assert "\n" not in problems[0]


def test_missing_inputs_are_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "gone.txt", tmp_path / "*.txt", tmp_path, "a\0b")
    assert len(problems) == 4
    assert read("")[1] == ["'': is no path; give a file, a folder or a pattern"]
    assert len(read("x" * 5000)[1][0]) < 500


def test_unreadable_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (source,) = find([tmp_path], refused=pytest.fail)
    (tmp_path / "a.txt").unlink()
    problems: list[InputError] = []
    assert read_file(source, refused=problems.append) == []
    assert "cannot be opened" in str(problems[0])


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    monkeypatch.setattr("kg.read.MAX_FILE_BYTES", 10)
    assert "more than 10 bytes" in read(tmp_path)[1][0]
    monkeypatch.setattr("kg.read.MAX_FILE_BYTES", limits_module.MAX_FILE_BYTES)
    monkeypatch.setattr("kg.read.MAX_ARTICLE_CHARACTERS", 10)
    assert "characters" in read(tmp_path)[1][0]
    monkeypatch.setattr("kg.read.formats.txt.MAX_ARTICLE_CHARACTERS", 10)
    assert "split it below 10" in read(tmp_path)[1][0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "Café owners in São Paulo said the government’s new rules on exports would not help them much at all."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read(tmp_path)[0][0].source == text


def test_hopeless_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(128, 256)) * 3)
    found, problems = read(tmp_path)
    assert len(found) + len(problems) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(BODY.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    found, problems = read("-")
    assert [(a.id, a.path, a.text) for a in found] == [("stdin", "-", BODY)]
    assert not problems


HTML = """<!DOCTYPE html><html lang="en"><head><title>Port deal | Daily</title><style>p{}</style>
<meta property="og:site_name" content="Daily Example"><meta property="article:published_time" content="2024-05-06T10:00:00Z">
<link rel="canonical" href="https://example.org/port"></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>Port &amp; rail deal signed in Lobito</h1>
<p>Angola&rsquo;s Ministry of Transport signed a <b>concession</b> agreement with   Lobito Rail&nbsp;Company on Monday, with President
Jo&atilde;o Louren&#231;o and guests.</p><p>The deal is worth &#36;455 million and runs for 30 years, the ministry said in a statement.
It covers the port and the railway to the border.</p><ul><li>Port: $120 million for two quays</li></ul>
<p>Shares of the company rose 4% in Lisbon after the news, and the finance minister called the agreement a milestone.</p></article>
<script>var x = "Angola";</script><footer><p>&copy; 2024 Daily Example. All rights reserved.</p></footer></body></html>"""


def test_html_offsets_point_into_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    (article,), problems = read(tmp_path)
    sound(article)
    assert not problems
    assert article.source == HTML
    assert article.title == "Port & rail deal signed in Lobito"
    assert (str(article.published), article.publisher, article.url, article.language) == (
        "2024-05-06", "Daily Example", "https://example.org/port", "en",
    )  # fmt: skip
    assert "with President João Lourenço and guests." in article.text
    assert "Home" not in article.text
    for words, raw in (
        ("Lobito Rail Company", "Lobito Rail&nbsp;Company"),
        ("signed a concession agreement", "signed a <b>concession</b> agreement"),
    ):
        at = article.text.index(words)
        span = article.offsets.to_source(at, at + len(words))
        assert article.source[span.start : span.end] == raw
    assert [b.role for b in article.blocks if "120 million" in article.text[b.start : b.end]] == ["item"]


def test_html_text_that_is_not_in_the_source_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    real = trafilatura.bare_extraction

    def changed(*args: object, **kwargs: object) -> object:
        page = real(*args, **kwargs)
        page.text += "\nThis sentence is nowhere. Shares of the company rose 4% in Lisbon\n- Not there"
        return page

    monkeypatch.setattr(trafilatura, "bare_extraction", changed)
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    (article,), _ = read(tmp_path)
    assert "nowhere" not in article.text
    assert any("nowhere" in refusal.text for refusal in article.refusals)
    assert all(refusal.stage == "read" and refusal.article == "a" for refusal in article.refusals)


MARKDOWN = """---
title: "Ghana and Togo agree on border post"
date: 2025-02-03
publisher: Example Wire
url: https://example.org/x
---
# Ghana and Togo agree on border post

**ACCRA** — Ghana and [Togo](https://example.org/togo) signed a *memorandum of understanding* on Monday, the foreign ministry said.

> "This is a good day," said Minister Ama Mensah_Doe of snake_case_words and 2 * 3 * 4.

## Background

- Trade: $120 million in 2024
<!-- note --> ![map](x.png)
"""


def test_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(MARKDOWN, encoding="utf-8")
    (article,), _ = read(tmp_path)
    sound(article)
    assert (article.title, str(article.published), article.publisher, article.url) == (
        "Ghana and Togo agree on border post", "2025-02-03", "Example Wire", "https://example.org/x",
    )  # fmt: skip
    assert [b.role for b in article.blocks] == ["title", "dateline", "paragraph", "paragraph", "heading", "item"]
    assert "signed a memorandum of understanding on" in article.text
    assert "Mensah_Doe of snake_case_words and 2 * 3 * 4." in article.text
    assert "map" not in article.text
    assert "note" not in article.text
    for block in article.blocks:
        span = article.to_source(type("S", (), {"start": block.start, "end": block.end}))  # type: ignore[arg-type]
        assert article.source[span.start] == article.text[block.start]


def test_markdown_title_from_its_heading(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Port *opens*\n\n{BODY}\n", encoding="utf-8")
    (article,), _ = read(tmp_path)
    assert article.title == "Port opens"


def test_jsonl(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "x 1", "title": "T", "text": BODY, "date": "2024-03-04", "lang": "en"}),
        "{broken",
        "[1]",
        json.dumps({"Headline": "U", "Body": BODY + "\ud800", "published_at": "03/04/2025"}),
        "",
        json.dumps({"id": "x 1", "text": "again"}),
        json.dumps({"title": "no text"}),
        "[" * 100_000,
        json.dumps({"id": 7, "text": BODY}),
    ]
    (tmp_path / "r.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found, problems = read(tmp_path)
    assert [(a.id, a.title, str(a.published)) for a in found] == [
        ("r#4", "U", "2025"), ("r#7", None, "None"), ("r#x_1", "T", "2024-03-04"),
    ]  # fmt: skip
    assert found[2].source == BODY
    assert found[0].source == BODY + "\ufffd"
    assert [p for p in problems if "line 2" in p]
    assert len(problems) == 5


def test_long_lines_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "r.jsonl").write_text(json.dumps({"text": BODY}) + "\n" + json.dumps({"text": "ok ok"}), encoding="utf-8")
    monkeypatch.setattr("kg.read.formats.jsonl.MAX_LINE_CHARACTERS", 50)
    found, problems = read(tmp_path)
    assert [a.text for a in found] == ["ok ok"]
    assert "line 1 has" in problems[0]
    monkeypatch.setattr("kg.read.fields.MAX_ARTICLE_CHARACTERS", 3)
    assert len(read(tmp_path)[1]) == 2


def test_half_characters_of_json_become_whole(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"text": "a \\ud800 b", "title": "t\\udfff", "id": "\\ud801"}\n', encoding="utf-8")
    (article,), _ = read(tmp_path)
    assert (article.id, article.title, article.source) == ("r#\ufffd", "t\ufffd", "a \ufffd b")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv(tmp_path: Path, mark: str) -> None:
    rows = [
        ["Title", "Content", "Published", "Source"],
        ['"A, b"', f'"{BODY}\nSecond line."', "2024-03-04", "Wire"],
        [],
        ["x", "y", "z", "w", "v"],
        ["", "", "", ""],
        ["t", "", "", ""],
        ["C", "Third text.", "", ""],
    ]
    (tmp_path / "r.csv").write_text("\n".join(mark.join(row) for row in rows), encoding="utf-8")
    found, problems = read(tmp_path)
    assert [(a.id, a.title, a.publisher) for a in found] == [("r#1", "A, b", "Wire"), ("r#4", "C", None)]
    assert found[0].source == f"{BODY}\nSecond line."
    assert len(problems) == 2


def test_csv_with_a_field_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.formats.csv.MAX_LINE_CHARACTERS", 100)
    (tmp_path / "r.csv").write_text("text\n" + "x" * 300 + "\nshort text\n", encoding="utf-8")
    found, problems = read(tmp_path)
    assert [a.text for a in found] == ["short text"]
    assert "line 2" in problems[0]


HOSTILE = [
    *("a" * 200_000, "aB" * 100_000, "a1" * 100_000, "." * 200_000, " " * 100_000 + "x", "![" * 50_000, "# " + " " * 50_000 + "x"),
    *("<!--" * 30_000, "A-" * 60_000, "of The " * 30_000, "\u0300" * 20_000, "| " * 50_000, "(" * 50_000, "1/" * 50_000, "a@" * 50_000),
    *("\n-" * 20_000, "x,y;z." * 30_000, "A B " * 30_000, "May 3 " * 20_000, "[a](" * 20_000),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: repr(t[:4]))
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_time_is_linear(tmp_path: Path, text: str, ending: str) -> None:
    (tmp_path / f"a{ending}").write_text(f"{BODY}\n{text}\n{BODY}", encoding="utf-8")
    began = time.process_time()
    read(tmp_path)
    assert time.process_time() - began < 20  # of the processor; a second or less is taken


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_an_article(text: str) -> None:
    article = read_text(text)
    sound(article)
    for block in article.blocks:
        span = article.offsets.to_source(block.start, block.end)
        assert 0 <= span.start < span.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(
    name=st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a.csv"]),
    data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)),
)
def test_any_bytes_give_articles_or_problems(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / name).write_bytes(data)
    found, problems = read(folder)
    for article in found:
        sound(article)
    assert all(str(folder) in problem for problem in problems)
