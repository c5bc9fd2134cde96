"""Word documents: the fence around python-docx. Paragraphs and tables in their order; offsets count in that text."""

from __future__ import annotations

import importlib
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from kg.errors import InputError
from kg.read.formats.needs import needs
from kg.read.limits import MAX_ARTICLE_CHARACTERS
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle

_UNPACKED: Final = 200_000_000  # bytes of all parts: a document that unpacks to more is a bomb, not an article


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The article of the file. Raises InputError where it has no text or is none."""
    docx = needs("docx", "docx", path)
    data = stream.read()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > _UNPACKED:
            raise InputError(path, f"it unpacks to {size} bytes", "save the article's text as .txt")
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document))
        title = " ".join((document.core_properties.title or "").split())
    except InputError:
        raise
    except Exception as error:  # what a broken archive makes of its XML has no common type
        problem = f"it is no Word document that can be read ({type(error).__name__})"
        raise InputError(path, problem, "save it again as .docx or .txt") from error
    whole = "\n\n".join(lines)
    if len(whole) > MAX_ARTICLE_CHARACTERS:
        raise InputError(path, f"the text has {len(whole)} characters", f"split it below {MAX_ARTICLE_CHARACTERS}")
    if not any(map(str.isalnum, whole)):
        raise InputError(path, "the document has no text", "give its text as .txt")
    yield RawArticle(whole, MappedText.of(whole), title=title if title and title in lines[:3] else None)


def _lines(document: Any) -> Iterator[str]:
    cell_of = importlib.import_module("docx.table")._Cell
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                # not row.cells: a cell that says it spans a billion columns would be given a billion times
                cells = (" ".join(cell_of(cell, part).text.split()) for cell in row._tr.tc_lst)
                yield " | ".join(cell for cell in dict.fromkeys(cells) if cell)
        elif part.text.strip():
            yield part.text.strip()
