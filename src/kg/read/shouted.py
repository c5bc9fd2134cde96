"""A headline in capitals, written as the article's own text writes its words: who is who can't be told from "RIGA PORT SIGNS WITH KIEL".

A name or acronym that the text has takes the text's form; other words begin with a capital, as in many headlines; words of grammar are
small; an uncommon word of up to three letters stays as it is, for it may be an acronym. No character is added or lost, so offsets
stay; quotes come from the file and keep its capitals.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.read.lexicon import function_words, zipf
from kg.types import Block

_WORD = re.compile(r"[^\W\d_]+")
_SHOUTED = ("title", "heading")
_BODY = ("paragraph", "item")
_LEAST = 3  # words of a headline
_SHARE = 0.9  # of its letters that are capitals
_COMMON = 4.0  # Zipf frequency of a word that is no acronym
_ACRONYM = 3  # letters of an unknown word that stays


def calm(text: str, blocks: Sequence[Block]) -> str:
    """The text with its shouted headlines in the case of its body; unchanged where the body is in capitals too."""
    loud = [b for b in blocks if b.role in _SHOUTED and _loud(text[b.start : b.end])]
    body = [text[b.start : b.end] for b in blocks if b.role in _BODY]
    if not loud or not body or _loud(" ".join(body)):
        return text
    forms = _forms(body)
    for block in loud:
        text = (
            text[: block.start]
            + _WORD.sub(lambda m: _form(m.group(), forms, m.string, m.start()), text[block.start : block.end])
            + text[block.end :]
        )
    return text


def _loud(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(_WORD.findall(text)) >= _LEAST and sum(c.isupper() for c in letters) >= _SHARE * len(letters)


def _forms(body: Sequence[str]) -> Mapping[str, str]:
    """Word in small letters -> how the text writes it most often inside a sentence."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for part in body:
        for match in _WORD.finditer(part):
            before = part[max(0, match.start() - 2) : match.start()].strip(" \"“‘'(")
            inside = bool(before) and before[-1] not in ".!?:\n"
            seen[match.group().lower()][match.group()] += 3 if inside else 1
    return {word: max(sorted(found), key=found.__getitem__) for word, found in seen.items()}


def _form(word: str, forms: Mapping[str, str], line: str, at: int) -> str:
    small = word.lower()
    if len(small) != len(word):  # a letter whose small form is two: left alone
        return word
    if at and ((line[at - 1] in "’'" and len(word) == 1) or small in function_words()):
        return small  # "RIGA'S"
    known = forms.get(small)
    if known is not None and known != small and len(known) == len(word):
        return known
    if known is None and len(word) <= _ACRONYM and zipf(small) < _COMMON:
        return word
    return word[0] + small[1:]
