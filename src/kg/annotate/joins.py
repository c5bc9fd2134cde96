"""Words that the parser is to read as one: "His Excellency" before or instead of a name, "Memorandum of Understanding", "co-chaired".

The parser was trained on American news, where a minister is no "Excellency" and a capitalised paper is rare: it takes the courtesy for
the subject, with the name hung on it anyhow, and what a paper is about for an adverbial of "signed". And the library cuts a word up at
its hyphen, so that the auxiliaries of "is due to co-chair" hang on "co". So such words become one token, and the parser sees a common word
in their place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from kg.data import words as lists

Cut = tuple[int, int, int | None]  # start, end, index of the name
_OF = ("memorandum of ", "memo of ", "letter of ", "letters of ", "memoranda of ", "memorandums of ", "memos of ", "declaration of intent")
_BEFORE = ("his ", "her ")
_SHORT = ("HE", "HH", "HRH", "HM")
_PREFIXES = ("co", "e")
_LEAST = 4  # letters behind a prefix
_WHOLE = ("co-op", "co-ord")  # what is a word of its own without the prefix
_PLURALS = ("memoranda", "memorandums", "memos", "letters")


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first, in small letters."""
    papers = {form.lower() for noun in lists.agreement_nouns().values() for form in (noun.noun, noun.plural)}
    phrases = {tuple(p.split()) for p in papers if p.startswith(_OF)}
    phrases |= {tuple(h.lower().split()) for h in lists.honorifics() if h.lower().startswith(_BEFORE) and "." not in h}
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(rest) for first, rest in found.items()}


def courtesy(word: str) -> str:
    """ "he" or "she" for "His Excellency", "Her Highness"; "" for any other word."""
    key = " ".join(word.lower().split())
    if not key.startswith(_BEFORE) or tuple(key.split()) not in _phrases().get(key[:3], ()):
        return ""
    return "he" if key.startswith("his") else "she"


def join(text: str, cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts of a sentence with each of the phrases as one; a name in it keeps the phrase apart."""
    joined: list[Cut] = []
    at = 0
    while at < len(cuts):
        size = _size(text, cuts, at)
        joined.append((cuts[at][0], cuts[at + size - 1][1], cuts[at][2]))
        at += size
    return joined


def _size(text: str, cuts: Sequence[Cut], at: int) -> int:
    if _hyphened(text, cuts[at : at + 3]):
        return 3
    for phrase in _phrases().get(text[cuts[at][0] : cuts[at][1]].lower(), ()):
        part = cuts[at : at + len(phrase)]
        if any(index is not None for _, _, index in part) or tuple(text[s:e].lower() for s, e, _ in part) != phrase:
            continue
        if phrase[0] not in ("his", "her") or text[part[-1][0]].isupper():
            return len(phrase)
    return 1


def _hyphened(text: str, cuts: Sequence[Cut]) -> bool:
    """Whether three cuts are "co", "-" and "chaired"."""
    if len(cuts) < 3 or text[cuts[0][0] : cuts[0][1]].lower() not in _PREFIXES or any(index is not None for _, _, index in cuts):
        return False
    word = text[cuts[2][0] : cuts[2][1]]
    whole = text[cuts[0][0] : cuts[2][1]]
    return (
        whole[len(whole) - len(word) - 1 :] == f"-{word}"
        and whole.count("-") == 1
        and len(word) >= _LEAST
        and word.isalpha()
        and word.isascii()
    )


def prefix(word: str) -> str:
    """ "co-" of "co-chaired"; "" of any other word, also of "co-operation"."""
    first, hyphen, rest = word.lower().partition("-")
    return f"{first}-" if hyphen and first in _PREFIXES and len(rest) >= _LEAST - 1 and not word.lower().startswith(_WHOLE) else ""


def bare(word: str) -> str:
    """A word without such a prefix."""
    return word[len(prefix(word)) :]


def read_as(text: str, cuts: Sequence[Cut], at: int) -> str:
    """What the parser sees for the joined words at ``at``; "" where they are none."""
    start, end, index = cuts[at]
    if index is not None:
        return ""
    word = text[start:end]
    pronoun = courtesy(word)
    following = text[cuts[at + 1][0] : cuts[at + 1][1]] if at + 1 < len(cuts) else ""
    if pronoun or (word in _SHORT and (following == "the" or (following[:1].isupper() and not following.isupper()))):
        if following == "the":
            return "even"  # "His Excellency the Minister visited …" is read as "even the Minister"
        if following[:1].isupper():
            return "Mr."
        return "Smith" if following in ("'s", "’s") else pronoun
    if " " in word:
        return "memoranda" if word.lower().split()[0] in _PLURALS else "memorandum"
    return ""


def lemma(text: str, cut: Cut) -> str:
    """The lemma of joined words: the pronoun of a courtesy, the head of a paper's name; "" where they are none."""
    word = text[cut[0] : cut[1]]
    if cut[2] is not None or " " not in word:
        return ""
    return courtesy(word) or word.lower().split()[0]
