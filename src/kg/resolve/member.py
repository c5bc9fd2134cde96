"""An entity of one article among those of others, and the keys that are given."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from kg.data.gazetteer import fold
from kg.resolve.context import NOTHING, Context
from kg.resolve.reading import LocalEntity

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Member:
    """An entity of one article, what the article says around it, and what was found about its being one with others."""

    article: str
    entity: LocalEntity
    context: Context = NOTHING
    why: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """The key of a member, and the reason in words where there is more to say than that names agree."""

    key: str
    why: str = ""


def slug(text: str) -> str:
    """A readable key: folded, words joined by hyphens, at most ``LONGEST`` characters.

    Letters of other alphabets stand as their numbers ("u43c" for a Cyrillic m), and what is cut off leaves its digest: two names that
    differ have two keys.
    """
    folded = fold(text)
    plain = folded if folded.isascii() else "".join(c if c.isascii() or not c.isalnum() else f"u{ord(c):x}" for c in folded)
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(found) > LONGEST:
        return f"{found[: LONGEST - 9].strip('-')}-{digest(folded)}"
    return found or "unnamed"


def digest(text: str) -> str:
    """Eight hexadecimal digits that tell keys of the same slug apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
