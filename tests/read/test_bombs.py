"""Files that are small and mean harm: each is refused with a reason, or read within bounds, and the good file beside it is read.

Those of one format are read in a process of their own that may take two gigabytes, far more than it needs and far less than
they would take.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pyarrow
import pyarrow.parquet
import pytest

ROOT = Path(__file__).resolve().parents[2]
BODY = "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair on Sunday. He said that talks went well and that all would gain. " * 3
READ = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from kg.read import find, read_file
problems = []
found = [(a.id, len(a.text)) for source in find(sys.argv[1:], refused=problems.append) for a in read_file(source, refused=problems.append)]
print(json.dumps([found, [str(problem) for problem in problems]]))
"""
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha ha ha ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)) + "]>"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def feed(text: str, head: str = "") -> bytes:
    item = f"<item><title>t</title><description>{text}</description></item>"
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>T</title>{item}</channel></rss>'.encode()


def nested(tag: str, deep: int = 100_000) -> bytes:
    return f"<html><body><article><p>{BODY}</p>{f'<{tag}>' * deep}{BODY}{f'</{tag}>' * deep}</article></body></html>".encode()


def word(body: str, *more: tuple[str, bytes], head: str = "") -> bytes:
    """A Word document with this body and further members."""
    plain, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, head + WORD.format(body) if name == "word/document.xml" else old.read(name))
        for name, data in more:
            new.writestr(name, data)
    return out.getvalue()


def pdf(stream: bytes, filters: str) -> bytes:
    """A PDF of one page whose content is packed so."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter%s>>stream\n%s\nendstream" % (len(stream), filters.encode(), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def packed(size: int, unit: bytes, before: bytes = b"") -> bytes:
    """``size`` bytes of a unit again and again, compressed piece by piece."""
    packer, piece = zlib.compressobj(9), unit * (1_000_000 // len(unit))
    return b"".join([packer.compress(before), *(packer.compress(piece) for _ in range(size // len(piece))), packer.flush()])


def archive(size: int, head: bytes) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as stream:
        stream.write(head.replace(b"SIZE", b"%d" % (size + 1000)))
        for _ in range(size // 1_000_000):
            stream.write(b"a" * 1_000_000)
    return out.getvalue()


def table(column: pyarrow.Array | pyarrow.DictionaryArray) -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"text": column}), out, compression="zstd")
    return out.getvalue()


RECORD = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: SIZE\r\n\r\n"
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    # file: its bytes, and what is said of it ("" where it is read)
    "div.html": (lambda: nested("div"), ""),
    "b.html": (lambda: nested("b"), ""),
    "table.html": (lambda: nested("table><tr><td", 30_000), ""),
    "list.html": (lambda: nested("ul><li", 50_000), ""),
    "open.html": (lambda: b"<div>" * 100_000 + BODY.encode(), "no article text was found"),
    "comment.html": (lambda: b"<p>" + b"<!--" * 200_000 + BODY.encode(), "no article text was found"),
    "attributes.html": (lambda: f"<p {' '.join(f'a{i}=1' for i in range(200_000))}>{BODY}</p>".encode(), "more than 5000 attributes"),
    "entities.html": (lambda: f"<p>{'&amp;' * 200_000}{BODY}</p>".encode(), ""),
    "laughs.rss": (lambda: feed("&j; text", LAUGHS), ""),
    "blown.rss": (lambda: feed("&a;" * 10_000, f'<!DOCTYPE l [<!ENTITY a "{"x" * 100_000}">]>'), ""),
    "deep.rss": (lambda: feed("&lt;div&gt;" * 100_000 + BODY), ""),
    "laughs.docx": (lambda: word(f"<w:p><w:r><w:t>{BODY}&j;</w:t></w:r></w:p>", head=LAUGHS), "no Word document"),
    "deep.docx": (lambda: word("<w:tbl><w:tr><w:tc>" * 20_000 + "</w:tc></w:tr></w:tbl>" * 20_000), "no Word document"),
    "wide.docx": (
        lambda: word(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
            "<w:p><w:r><w:t>Hello there</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        "",
    ),
    "flate.pdf": (
        lambda: pdf(zlib.compress(packed(200_000_000, b"(Hello there) Tj ", b"BT /F1 12 Tf "), 9), "[/FlateDecode/FlateDecode]"),
        "too much memory or time",
    ),
    "body.warc.gz": (
        lambda: archive(300_000_000, RECORD + b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        "more than 20000000 bytes",
    ),
    "head.warc.gz": (lambda: archive(300_000_000, b"WARC/1.0\r\nWARC-Type: response\r\nX: "), "the archive breaks"),
    "http.warc.gz": (lambda: archive(300_000_000, RECORD + b"HTTP/1.1 200 OK\r\nX: "), "the archive breaks"),
    "cell.parquet": (lambda: table(pyarrow.array(["x" * 300_000_000])), "1 of its rows unpack to"),
    "shared.parquet": (
        lambda: table(pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 200, pyarrow.int32()), pyarrow.array(["x" * 3_000_000]))),
        "the text has 3000000 characters",
    ),
    "deep.jsonl": (lambda: b'{"text": ' + b"[" * 900_000, "nested too deep"),
    "digits.jsonl": (lambda: b'{"text": "Hello there", "id": ' + b"9" * 900_000 + b"}", "a number too long"),
}


ENDINGS = sorted({name.partition(".")[2] for name in BOMBS})


@pytest.mark.parametrize("ending", ENDINGS)
def test_bombs(ending: str, tmp_path: Path) -> None:
    bombs = {name: bomb for name, bomb in BOMBS.items() if name.partition(".")[2] == ending}
    for name, (made, _) in bombs.items():
        data = made()
        assert len(data) < 5_000_000
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(BODY, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", READ, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, env=environment)
    assert done.returncode == 0, done.stderr[-500:]
    found, problems = json.loads(done.stdout)
    read = {id_.partition("#")[0] for id_, _ in found}
    assert "good" in read
    for name, (_, words) in bombs.items():
        said = [problem for problem in problems if f"{name}:" in problem]
        if words:
            assert said and words in said[0], (name, said[:2])
        else:
            assert not said and name.partition(".")[0] in read, (name, said[:2])


def test_paths_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (tmp_path / "in").mkdir()
    data = word(f"<w:p><w:r><w:t>{BODY}</w:t></w:r></w:p>", ("../outside", b"x"), (str(outside), b"x"), ("word/../../outside", b"x"))
    (tmp_path / "in" / "a.docx").write_bytes(data)
    from kg.read import articles

    (article,) = articles([tmp_path / "in"], refused=pytest.fail)
    assert "mayor of Tamale" in article.text
    assert not outside.exists() and [path.name for path in (tmp_path / "in").iterdir()] == ["a.docx"]
