"""Which edition of a series an event is: "the first Lakes Forum", "the 19th Session"."""

from __future__ import annotations

import re

from kg.resolve.nodes import Node
from kg.types import Document, Mention

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")


def _edition(doc: Document, at: int) -> int | None:
    """The number that the words right before an event's noun or name, or its own first word, count it by."""
    for token in (doc.tokens[at], *reversed(doc.tokens[max(at - 2, 0) : at])):
        word = token.text.split()[0].lower() if token.text.split() else ""
        if word in _ORDINALS:
            return _ORDINALS.index(word) + 1
        found = re.match(r"(\d{1,3})(?:st|nd|rd|th)\b", word)
        if found is not None:
            return int(found.group(1))
    return None


def editions_apart(doc: Document, node: Node, mention: Mention) -> bool:
    """ "The first Lakes Forum" is not the second."""
    own = _edition(doc, mention.token)
    told = {n for h in node.heads if (n := _edition(doc, h)) is not None}
    return own is not None and bool(told) and own not in told
