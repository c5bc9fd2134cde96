"""What a person's name looks like, whatever stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate import lexicon as lex
from kg.annotate.words import Piece


def person_like(pieces: Sequence[Piece]) -> float:
    """How much the words alone look like a person's name: surnames where custom has them, given names, initials, capitals."""
    names = [p for p in pieces if p.cap]
    if not 1 < len(names) <= 5 or any(p.shape == "num" for p in pieces):
        return 0.0
    score = 0.0
    if lex.family_first(names[0].key):
        score += 1.5
    if lex.surname(names[-1].key) or lex.made_like(names[-1].key, "person"):
        score += 1.0
    both = lex.given(names[0].key) and (lex.given(names[-1].key) or lex.surname(names[-1].key))  # "Ben Cole"
    if len(names) == 2 and lex.particle(names[0].key) and not both:
        score += 0.0  # "Al Wasit": no given name before it
    elif lex.given(names[0].key) or lex.given(names[0].key.split("-")[0]):
        score += 1.5 if len(names) <= 3 and not lex.portfolio(names[-1].key) and lex.body_noun(names[-1]) is None else 1.2
    elif any(lex.given(p.key) for p in names[1:]):
        score += 0.6
    if any(len(p.text) == 1 or (len(p.text) == 2 and p.text[1] == ".") for p in names):
        score += 0.8
    if any(lex.particle(p.key) for p in pieces[1:]):
        score += 0.8
    if (names[0].text.isupper() and len(names[0].text) > 1) != (names[-1].text.isupper() and len(names[-1].text) > 1):
        score += 1.0  # "ZHANG Liwen": the family name in capitals
    return score


_PREFIXES = ("Mc", "Mac", "Fitz", "De", "Di", "Du", "La", "Le", "Van", "Von", "San", "El", "Al", "Abu")


def joined(word: str) -> bool:
    """Whether a capital stands inside the word as firms write it ("CentrePort"), and not as in "McDonald" or "al-Haddad"."""
    inner = next((i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()), 0)
    return inner > 1 and word[inner + 1 : inner + 2].islower() and word[0].isupper() and word[:inner] not in _PREFIXES


def foreign_words(pieces: Sequence[Piece]) -> bool:
    """Two to four capitalised words, none of them of the language, an acronym or the head of a body: so people are called."""
    names = [p for p in pieces if p.cap]
    if not 2 <= len(names) <= 4 or any(p.shape == "num" for p in pieces):
        return False
    if len(names) == 2 and lex.particle(names[0].key):
        return False  # "Al Wasit" may be a place or a paper
    return not any(
        lex.everyday(p.key, 3.2)
        or lex.opener(p.key)
        or lex.body_noun(p)
        or (p.text.isupper() and len(p.text) > 1)
        or joined(p.text)
        or lex.made_like(p.key, "firm")
        for p in names
    )
