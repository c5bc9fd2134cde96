"""Why a deed is not told as one that came about: the shared reading that every kind of fact asks."""

from __future__ import annotations

import pytest

from fixtures.reading import document
from kg.extract._mood import left_out, of_use, unmade, unreal
from kg.extract._syntax import syntax_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya signed it.", ""),
        ("Kenya did not sign it.", "negated"),
        ("Kenya no longer signed it.", "negated"),
        ("Neither Kenya nor Gabon signed it.", "negated"),
        ("Kenya refused to sign it.", "undone"),
        ("Kenya failed to come and sign it.", "undone"),
        ("Kenya stopped short of signing it.", "undone"),
        ("Kenya is yet to sign it.", "undone"),
        ("Kenya was unable to sign it.", "undone"),
        ("Kenya almost signed it.", "undone"),
        ("Kenya was to have signed it.", "missed"),
        ("Kenya hopes to sign it.", "wished"),
        ("Gabon urged Kenya to sign it.", "wished"),
        ("Kenya denied having signed it.", "denied"),
        ("Kenya denied that it had signed it.", "denied"),
        ("It is not true that Kenya signed it.", "denied"),
        ("Kenya signed it, Gabon said, but Kenya denied it.", "denied"),
        ("Kenya has reportedly signed it.", "hearsay"),
        ("According to rumours, Kenya signed it.", "hearsay"),
        ("There are rumours that Kenya signed it.", "hearsay"),
        ("Kenya did not confirm that Gabon signed it.", "hearsay"),
        ("If Kenya signed it, tea would be cheap.", "condition"),
        ("Had Kenya signed it, tea would be cheap.", "condition"),
        ("Did Kenya sign it?", "asked"),
        ("When did Kenya sign it?", ""),
        ("Kenya did not refuse to sign it.", ""),
        ("Kenya managed to sign it.", ""),
        ("According to the minister, Kenya signed it.", ""),
        ("Kenya said that Gabon signed it.", ""),
    ],
)
def test_a_deed_and_why_it_is_not_told_as_done(text: str, told: str) -> None:
    syntax = syntax_of(document(text))
    verb = next(t for t in syntax.doc.tokens if t.lemma == "sign" and t.pos == "VERB")
    assert unreal(syntax, verb) == told


def test_what_a_verb_leaves_unmade() -> None:
    syntax = syntax_of(document("Kenya ruled out a summit. Gabon held a fair. Peru called for talks."))
    ruled, held, called = (t for t in syntax.doc.tokens if t.pos == "VERB")
    assert unmade(syntax, ruled)
    assert not unmade(syntax, held)
    assert unmade(syntax, called, "for")
    assert not unmade(syntax, called)


def test_who_is_left_out() -> None:
    syntax = syntax_of(document("Kenya, instead of Gabon, met Peru without Chile."))
    names = {t.text: left_out(syntax, t) for t in syntax.doc.tokens if t.pos == "PROPN"}
    assert names == {"Kenya": False, "Gabon": True, "Peru": False, "Chile": True}


def test_a_use_without_words_is_an_error() -> None:
    with pytest.raises(ValueError, match="no words of use 'nothing'"):
        of_use("nothing")


@pytest.mark.parametrize(
    ("form", "lemma"), [("hoped", "hope"), ("hopes", "hope"), ("staged", "stage"), ("axed", "axe"), ("signed", "sign")]
)
def test_lemmas_of_verbs(form: str, lemma: str) -> None:
    assert next(t.lemma for t in document(f"Kenya {form} it.").tokens if t.text == form) == lemma
