"""What the parser sees in place of a word, and the lemma that the word has all the same.

It was trained on American news: names it does not know get the common name of their kind, words that it takes for another part of speech
a common one of the right part, and what ``joins`` made one word the word that it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate import joins, lexicon
from kg.annotate.found import Found

_NAMES = {"Person": "Smith", "Agency": "Microsoft", "Organization": "Microsoft", "Country": "China", "Place": "Paris", "Law": "law"}
_CHAIR = "lead"  # in place of "to chair"
_OPENS = frozenset(("the", "a", "an", "this", "its", "his", "her", "their", "annual", "international"))
_FOLLOWING = frozenset(
    ("trade", "price", "prices", "share", "deal", "value", "wage", "wages", "competition", "market", "play", "and", "or", "to")
)


def words(text: str, cuts: Sequence[joins.Cut], found: Sequence[Found]) -> list[str]:
    """What the parser sees of a sentence, a word for each of its cuts."""
    return _steady([joins.read_as(text, cuts, k) or _word(text, cut, found) for k, cut in enumerate(cuts)])


def lemma(text: str, cut: joins.Cut, parsed: str) -> str:
    """The lemma of a word that is no name, from that of what the parser saw."""
    word = text[cut[0] : cut[1]]
    if parsed == _CHAIR and word.endswith("chair"):
        parsed = "chair"
    return joins.lemma(text, cut) or joins.prefix(word) + parsed


def _word(text: str, cut: joins.Cut, found: Sequence[Found]) -> str:
    start, end, index = cut
    if index is None:
        return joins.bare(text[start:end])
    name = found[index]
    if name.form == "demonym":
        word = text[start:end]
        return "Korean" if " " in word else word
    if name.kind in ("Event", "Agreement"):
        return name.features.get("noun", "event").split()[0]
    return _NAMES[name.kind]


def _steady(words: list[str]) -> list[str]:
    """The words with "fair" as a noun and "to chair" behind stand-ins too: the tagger was trained where they are other parts of speech."""
    before = lexicon.words("before_fair")
    found = list(words)
    for k, word in enumerate(words):
        if word.lower() == "fair" and k and (words[k - 1].lower() in before or _named(words, k)) and not _modifies(words, k):
            found[k] = "event"
        elif word == "chair" and k and words[k - 1].lower() == "to":
            found[k] = _CHAIR
    return found


def _named(words: list[str], at: int) -> bool:
    """ "the Agro Expo fair": a capitalised name stands between an article and the noun."""
    first = at
    while first and words[first - 1][:1].isupper():
        first -= 1
    return 0 < first < at and words[first - 1].lower() in _OPENS


def _modifies(words: list[str], at: int) -> bool:
    """ "a fair price": a noun follows at once, in small letters and none of the words that follow a noun."""
    after = words[at + 1].lower() if at + 1 < len(words) else ""
    return after in _FOLLOWING
