"""How customs shorten names."""

from __future__ import annotations

from kg.data.gazetteer import fold
from kg.data.words import surnames


def second_mention(name: str) -> str:
    """The word that a second mention uses by custom: the given name (last) in Vietnamese, the family name (first) in Chinese and Korean
    names, else the last word, particles with it. Folded.
    """
    words = fold(name).split()
    first = [s for s in surnames().get(words[0], ()) if s.role == "surname" and s.order == "family-first"]
    if len(words) > 1 and first and not any(s.custom == "vietnamese" for s in first):
        return words[0]
    return words[-1]
