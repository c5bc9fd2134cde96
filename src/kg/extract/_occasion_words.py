"""The word list of occasions, typed: which words have which use (see the head of ``data/occasions/words.tsv``)."""

from __future__ import annotations

from functools import cache

from kg.data import DataError, rows
from kg.data.words import event_nouns, event_verbs
from kg.types import Mention

USES = (
    "never",
    "weak",
    "kind-of",
    "part",
    "ahead",
    "wish",
    "ends",
    "starts",
    "called-off",
    "put-off",
    "talks",
    "venue",
    "delegation",
    "audience",
    "sponsor",
    "joins",
    "light",
    "loose",
    "tells",
    "stall",
    "cheer",
    "travel",
    "address",
    "guests",
    "podium",
    "absent",
    "public",
    "gathers",
    "area",
    "hosts",
    "apart",
    "chief",
    "panel",
    "online",
    "team-list",
    "time",
    "edition",
    "assembly",
    "stands-for",
    "person-group",
    "forum-part",
    "organizer",
    "closes",
    "label-place",
    "label-date",
    "label-organizer",
    "roll",
    "accept",
    "minutes",
    "posted",
    "honoured",
    "deny",
    "rumour",
    "paper",
    "prepares",
    "phone",
    "organizes",
    "brainchild",
    "given",
    "bodies",
    "frame",
    "deed",
    "formerly",
    "another-time",
    "falls-through",
    "interest",
    "rite",
    "token",
    "writes",
    "elsewhere",
    "spot",
    "to-come",
)
_PATH = "occasions/words.tsv"


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {use: set() for use in USES}
    for line, (word, use) in rows(_PATH, ("word", "use")):
        if use not in found:
            raise DataError(_PATH, line, f"{use!r} is none of {', '.join(USES)}")
        found[use].add(word)
    return {use: frozenset(words) for use, words in found.items()}


def words(use: str) -> frozenset[str]:
    """The words of one use, in lower case."""
    return _lists()[use]


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week."""
    return frozenset(cells[1] for _, cells in rows("dates/weekdays.tsv", ("number", "name", "short")))


def kind_of(mention: Mention) -> str:
    """The kind that the mention's noun or verb names; "Event" where none is known."""
    if mention.form == "verb":
        record = event_verbs().get(mention.name)
        if record is not None and record.makes:
            return record.makes
        told = event_nouns().get(mention.features.get("noun", ""))
        return told.kind if told is not None else "Event"
    noun = mention.features.get("noun", "")
    for key in (noun, noun.split()[-1] if noun else "", mention.name.lower(), mention.name.split()[-1].lower()):
        found = event_nouns().get(key)
        if found is not None:
            return found.kind
    return next((event_nouns()[w].kind for w in reversed(mention.name.lower().split()) if w in event_nouns()), "Event")
