"""The words of the audit's own list, and of the shared lists, that can speak of something without its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.data import rows
from kg.data import words as lists
from kg.data.gazetteer import countries, fold

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# what a word of each use may stand for
KINDS: Mapping[str, tuple[str, ...]] = {
    "person": ("Person", "Official"),
    "place": ("Country", "Place"),
    "body": ("Agency", "Organization"),
    "event": ("Event",),
    "paper": ("Agreement", "Law"),
}


@cache
def of_use(use: str) -> frozenset[str]:
    """The words of a use of ``audit/words.tsv``. Raises ValueError for a use without words."""
    found = frozenset(word for _, (word, own) in rows("audit/words.tsv", ("word", "use")) if own == use)
    if not found:
        raise ValueError(f"no words of use {use!r}")
    return found


@cache
def speaking(kind: str) -> frozenset[str]:
    """The words that can speak of a thing of a class: pronouns, nouns of its sort, for events and papers also verbs."""
    found = set(of_use("any"))
    for use, kinds in KINDS.items():
        if kind in kinds and use != "body":
            found |= of_use(use)
    if kind in KINDS["person"]:
        found |= {word for title in lists.titles() for word in title.split()}
    if kind in KINDS["place"] or kind in KINDS["body"]:
        found |= {word for name in lists.bodies() for word in name.split()}
    if kind in KINDS["event"]:
        found |= {word for name in (*lists.event_nouns(), *lists.event_verbs()) for word in name.split()}
    if kind in KINDS["paper"]:
        found |= {word for name in (*lists.agreement_nouns(), *lists.agreement_verbs()) for word in name.split()}
    return frozenset(fold(word) for word in found)


@cache
def demonyms() -> Mapping[str, frozenset[str]]:
    """Folded name of a country -> its adjectives, other names and capital, folded: they speak of the country too."""
    return {
        fold(c.name): frozenset(fold(word) for word in (*c.demonyms, *c.other_names, c.capital or "") if word) for c in countries().values()
    }


def words_of(text: str) -> list[str]:
    """The words of a text, folded, with the parts of joined ones."""
    found = [fold(word) for word in WORD.findall(text)]
    return [*found, *(part for word in found if "-" in word or "’" in word or "'" in word for part in re.split(r"[-'’]", word) if part)]
