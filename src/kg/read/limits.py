"""What one input may weigh. Beyond it the input is refused with a word of advice, so that one file cannot stop a batch."""

from __future__ import annotations

from typing import Final

MAX_FILE_BYTES: Final = 20_000_000  # one article's file: .txt .md .html
MAX_RECORDS_FILE_BYTES: Final = 200_000_000  # a file of many articles: .jsonl .csv
MAX_LINE_CHARACTERS: Final = 1_000_000  # one line of .jsonl, one field of .csv
MAX_ARTICLE_CHARACTERS: Final = 2_000_000  # the text of one article
