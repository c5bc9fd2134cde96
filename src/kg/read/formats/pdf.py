"""PDF: the fence around pypdfium2. The text as it stands on the pages; offsets count in that text, since the file has no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.read.formats.needs import needs
from kg.read.limits import MAX_ARTICLE_CHARACTERS
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle

_PAGES: Final = 500


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The article of the file. Raises InputError where it has no text (a scan), is locked or broken."""
    pdfium = needs("pypdfium2", "pdf", path)
    try:
        document = pdfium.PdfDocument(stream.read())
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        problem = "the PDF is locked by a password" if locked else f"it is no PDF that can be read ({' '.join(str(error).split())[:80]})"
        raise InputError(path, problem, "save it without one" if locked else "fetch it again") from error
    try:
        if len(document) > _PAGES:
            raise InputError(path, f"the PDF has {len(document)} pages", f"give at most {_PAGES}, an article at a time")
        pages: list[str] = []
        room = MAX_ARTICLE_CHARACTERS
        for page in document:
            text = page.get_textpage()
            found = text.get_text_range() if text.count_chars() <= room else ""
            pages.append(found.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
            room -= len(pages[-1]) + 2
            if room <= 0 or (text.count_chars() and not found):
                raise InputError(path, f"the PDF has more than {MAX_ARTICLE_CHARACTERS} characters", "give an article at a time")
    except pdfium.PdfiumError as error:
        raise InputError(path, f"a page cannot be read ({' '.join(str(error).split())[:80]})", "fetch it again") from error
    finally:
        document.close()
    whole = "\n\n".join(page.strip("\n") for page in pages if page.strip())
    if not any(map(str.isalnum, whole)):
        raise InputError(path, "the PDF has no text (a scan?)", "give its text as .txt")
    yield RawArticle(whole, MappedText.of(whole))
