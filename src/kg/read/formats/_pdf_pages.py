"""The fence around pypdfium2: the pages of a PDF as text, in a process of its own. A page of a kilobyte can unpack to gigabytes, at
which the library ends the process that it is in.

Run as a file: the PDF on standard input, the most characters and pages as arguments; JSON on standard output, ``{"pages": [...]}`` or
``{"error": …, "count": …}``. Nothing of kg is imported, so that it starts quickly.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any

MEMORY = 2_000_000_000  # bytes; a newspaper's page takes a hundredth
SECONDS = 60  # of the processor


def main() -> None:
    """Reads, and tells."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):  # no such limits here
        pass
    told = pages(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2]))
    with os.fdopen(1, "wb") as out:
        out.write(json.dumps(told).encode("ascii"))


def pages(data: bytes, most: int, most_pages: int) -> dict[str, Any]:
    """The texts of the pages, or what is wrong: too many "pages" or "characters", "broken: …" for the file, "page: …" for a page."""
    pdfium: Any = importlib.import_module("pypdfium2")

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return {"error": f"broken: {error}"}
    try:
        if len(document) > most_pages:
            return {"error": "pages", "count": len(document)}
        found: list[str] = []
        room = most
        for page in document:
            text = page.get_textpage()
            count = text.count_chars()
            words = text.get_text_range() if count <= room else ""
            found.append(words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
            room -= len(found[-1]) + 2
            if room <= 0 or (count and not words):
                return {"error": "characters"}
    except pdfium.PdfiumError as error:
        return {"error": f"page: {error}"}
    finally:
        document.close()
    return {"pages": found}


if __name__ == "__main__":
    main()
