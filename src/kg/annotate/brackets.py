"""Short names in brackets behind a long one, which the parser need not see: "the Bank of Zambia (BoZ) Governor X said".

With the brackets in its way it takes the bank for who said it. They are put back below the long name, as its apposition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.annotate.nlp import Word


def brackets(line: Sequence[tuple[int, int, int | None]], text: str) -> dict[int, int]:
    """Position of every bracket and short name that stands right behind a name, and that name's position.

    ``line``: start, end and number of the name (None for a word) of each token.
    """
    found: dict[int, int] = {}
    for at in range(1, len(line) - 2):
        name, left, short, right = line[at - 1 : at + 3]
        marks = text[left[0] : left[1]] == "(" and text[right[0] : right[1]] == ")"
        if marks and name[2] is not None and short[2] is not None and " " not in text[short[0] : short[1]]:
            found.update({at: at - 1, at + 1: at - 1, at + 2: at - 1})
    return found


def restore(parsed: Sequence[Word], aside: Mapping[int, int], words: Sequence[str]) -> list[Word]:
    """The words of a sentence with those that the parser did not see."""
    if not aside:
        return list(parsed)
    seen = [i for i in range(len(words)) if i not in aside]
    found: list[Word] = []
    rest = iter(parsed)
    for i, word in enumerate(words):
        if i not in aside:
            own = next(rest)
            found.append(Word(own.text, own.lemma, own.pos, own.tag, own.dep, seen[own.head]))
        elif word in "()":
            found.append(Word(word, word, "PUNCT", "-LRB-" if word == "(" else "-RRB-", "punct", aside[i]))
        else:
            found.append(Word(word, word, "PROPN", "NNP", "appos", aside[i]))
    return found
