"""Building at any size: work spread over processes, what was read kept on disk, and only what changed done again.

``State`` holds what every article gave; ``merge`` settles what the new and changed ones touch; ``graph`` brings the store up to date,
``sending`` one elsewhere.
"""

from __future__ import annotations

from kg.engine.explained import Kept
from kg.engine.graph import articles_to_write, refresh
from kg.engine.merge import merge, unknown
from kg.engine.sending import Receiver, send
from kg.engine.state import Counts, Given, State, StateError, broken
from kg.engine.work import each, fingerprint

__all__ = [
    "Counts",
    "Given",
    "Kept",
    "Receiver",
    "State",
    "StateError",
    "articles_to_write",
    "broken",
    "each",
    "fingerprint",
    "merge",
    "refresh",
    "send",
    "unknown",
]
