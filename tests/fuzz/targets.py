"""What kg promises of any input, one function a target: bytes in, and an AssertionError or any other exception where a promise is broken.

Promises: nothing escapes but kg's own errors; spans lie inside their text and hold what they say; a repaired text is not repaired again;
what is written is read again by another library, with the same content. Three drivers try them: ``test_fuzz.py`` by hypothesis, and with
the kept findings of ``corpus/TARGET/``; ``python -m tests.fuzz.run TARGET`` by coverage (atheris).
"""

from __future__ import annotations

from fuzz import extracting, names, reading, words, written
from fuzz.promises import TARGETS, Target

__all__ = ["TARGETS", "Target", "extracting", "names", "reading", "words", "written"]
