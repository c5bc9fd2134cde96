"""PDF, Word, feeds, Parquet and web archives: what is read, where it stands, and what is refused with which words."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from pathlib import Path

import docx
import pyarrow
import pyarrow.parquet
import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from kg.errors import InputError
from kg.read import articles, find, pieces
from kg.types import Article, PartialDate, Span

STORY = "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair on 5 May 2024. The fair drew 300 exhibitors from nine countries."
PAGE = (
    "<html><head><title>Fair opens</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Fair opens</h1>"
    f"<p>{STORY}</p><p>Asante said that trade would grow, and thanked the exhibitors for coming so far.</p></article></body></html>"
)


def read(*paths: Path) -> tuple[list[Article], list[str]]:
    problems: list[InputError] = []
    return list(articles(list(paths), refused=problems.append)), [str(problem) for problem in problems]


def pdf(*lines: str) -> bytes:
    """A PDF of one page with a line of text below the other."""
    text = "".join(f"({line}) Tj 0 -16 Td " for line in (line.replace("(", "\\(").replace(")", "\\)") for line in lines))
    stream = f"BT /F1 12 Tf 40 700 Td {text}ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def word(path: Path, *paragraphs: str, title: str = "") -> None:
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Exports", "US$5 million"
    document.save(str(path))


def archive(*pages: tuple[str, int, str, bytes]) -> bytes:
    out = io.BytesIO()
    for url, status, kind, body in pages:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = url
        record.headers["Content-Type"] = "application/http; msgtype=response"
        head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        record.set_bytes_content(head + body)
        record.write(out)
    return out.getvalue()


def test_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("Fair opens in Tamale", STORY[:70], STORY[70:]))
    ((article,), problems) = read(tmp_path / "a.pdf")
    assert not problems
    assert "Kofi Asante, mayor of Tamale" in article.text and article.id == "a"
    at = article.text.index("Tamale Trade")
    where = article.to_source(Span(at, at + 6))
    assert article.source[where.start : where.end] == "Tamale"


def test_word(tmp_path: Path) -> None:
    word(tmp_path / "a.docx", "Fair opens", STORY, title="Fair opens")
    ((article,), problems) = read(tmp_path / "a.docx")
    assert not problems
    assert article.title == "Fair opens" and STORY in article.source and "Exports | US$5 million" in article.source


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Northern Post</title><language>en</language>
<item><guid>https://n.example/1</guid><title>Fair &amp; trade</title><link>https://n.example/1</link>
<pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;Kofi Asante opened &lt;b&gt;a fair&lt;/b&gt;.&lt;/p&gt;
&lt;script&gt;x&lt;/script&gt;&lt;p&gt;He thanked all.&lt;/p&gt;</description></item><item><title>No text</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>tag:x,2024:7</id><title>One</title>
<published>2024-05-06T08:00:00Z</published>
<content type="html">&lt;div&gt;Chile exports copper to Oman.&lt;/div&gt;</content></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(FEED, encoding="utf-8")
    ((article,), (problem,)) = read(tmp_path / "a.rss")
    assert article.source == "Fair & trade\n\nKofi Asante opened a fair.\n\nHe thanked all."
    assert (article.published, article.publisher, article.url) == (PartialDate(2024, 5, 6), "The Northern Post", "https://n.example/1")
    assert "entry 2 has no text" in problem


def test_atom_in_an_xml_file(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(ATOM, encoding="utf-8")
    ((article,), problems) = read(tmp_path / "a.xml")
    assert not problems and article.id == "a#tag:x,2024:7" and "Chile exports copper to Oman." in article.source


def test_external_entities_are_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret of the machine", encoding="utf-8")
    head = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    (tmp_path / "a.rss").write_text(FEED.replace("?><rss", f"?>{head}<rss").replace("He thanked all.", "&e; He."), encoding="utf-8")
    found, _ = read(tmp_path / "a.rss")
    assert not [article for article in found if "secret" in article.source]


def test_parquet(tmp_path: Path) -> None:
    table = pyarrow.table({"id": ["x", "y", "z"], "body": [STORY, "", "Chile exports copper to Oman."], "date": ["2024-05-06", None, None]})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    found, problems = read(tmp_path / "a.parquet")
    assert [article.id for article in found] == ["a#x", "a#z"]
    assert found[0].published == PartialDate(2024, 5, 6)
    assert len(problems) == 1 and "line 2: the record has no text" in problems[0]


@pytest.mark.parametrize("packed", [False, True])
def test_web_archive(tmp_path: Path, packed: bool) -> None:
    data = archive(
        ("https://n.example/1", 200, "text/html", PAGE.encode()),
        ("https://n.example/2", 404, "text/html", PAGE.encode()),
        ("https://n.example/3", 200, "image/png", b"\x89PNG"),
        ("https://n.example/4", 200, "text/html; charset=utf-8", b""),
        ("https://n.example/5", 200, "text/html; charset=utf-8", PAGE.replace("Tamale", "Hà Nội").encode()),
    )
    name = "a.warc.gz" if packed else "a.warc"
    (tmp_path / name).write_bytes(gzip.compress(data) if packed else data)
    found, problems = read(tmp_path)
    assert [article.id.rpartition("#")[2] for article in found] == ["1", "5"]
    assert [article.url for article in found] == ["https://n.example/1", "https://n.example/5"]
    assert "mayor of Hà Nội" in found[1].text and "Home" not in found[0].text
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.4 and nothing", "it is no PDF that can be read"),
        ("a.pdf", b"hello", "it is no PDF that can be read"),
        ("a.pdf", pdf(""), "the PDF has no text (a scan?)"),
        ("a.docx", b"hello", "it is no Word document"),
        ("a.docx", b"PK\x03\x04 cut", "it is no Word document"),
        ("a.rss", b"<html><body>Hello</body></html>", "it is no RSS or Atom feed"),
        ("a.xml", b"<list></list>", "it is no RSS or Atom feed"),
        ("a.xml", b"<urlset></urlset>", "the sitemap lists nothing"),
        ("a.xml.gz", b"<list></list>", "it is no sitemap"),
        ("a.parquet", b"PAR1", "it is no Parquet table"),
        ("a.warc", b"WARC/1.0\r\nContent-Length: 999999\r\n", "the archive breaks"),
        ("a.warc", b"nonsense" * 100, "the archive breaks"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    found, problems = read(tmp_path)
    assert [article.id for article in found] == ["good"]
    assert len(problems) == 1 and words in problems[0] and name in problems[0]


def test_a_document_that_unpacks_to_a_bomb_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 210_000_000)
    found, (problem,) = read(tmp_path / "a.docx")
    assert not found and "unpacks to" in problem


def test_a_table_without_text_is_told(tmp_path: Path) -> None:
    pyarrow.parquet.write_table(pyarrow.table({"n": [1]}), tmp_path / "a.parquet")
    found, (problem,) = read(tmp_path / "a.parquet")
    assert not found and "no column holds the text; name a column 'text'" in problem


def test_a_missing_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(pdf("Hello"))
    _, (problem,) = read(tmp_path / "a.pdf")
    assert "kg needs pypdfium2, which is not installed; run pip install 'kg[pdf]'" in problem


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_is_cut_gives_no_half_page(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc")
    pages = [f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{STORY}</p>".encode() for _ in range(3)]
    head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: {}\r\n\r\n"
    records = [head.format(len(page)).encode() + page + b"\r\n\r\n" for page in pages]
    data = b"".join(gzip.compress(record) if packed else record for record in records)
    two = 2 * len(data) // 3
    for cut in range(two + 1, len(data) - 1, 7):
        path = tmp_path / f"{cut}.warc{'.gz' if packed else ''}"
        path.write_bytes(data[:cut])
        problems: list[InputError] = []
        (source,) = find([path], refused=problems.append)
        found = list(pieces(source, refused=problems.append))
        assert len({piece.data for piece in found}) <= 1, "every page whole"
        assert len(found) in (2, 3)
        assert packed or len(found) == 3 or problems, cut
