"""Building at any size: work spread over processes, what was read kept on disk, and only what changed done again.

``State`` holds what every article gave; ``merge`` settles what the new and changed ones touch; ``graph`` brings the store up to date,
``sending`` one elsewhere. ``steps`` is what they do with a single block, fact or article, whoever keeps the rows.
"""

from __future__ import annotations

from kg.engine.explained import Kept
from kg.engine.graph import articles_to_write, refresh
from kg.engine.merge import merge, unknown
from kg.engine.sending import Receiver, send
from kg.engine.state import Counts, Given, State, StateError, broken, decode_described, encode_described, story_told
from kg.engine.steps import article_quads, described_in, filled, printed, settled
from kg.engine.work import each, fingerprint

__all__ = [
    "Counts",
    "Given",
    "Kept",
    "Receiver",
    "State",
    "StateError",
    "article_quads",
    "articles_to_write",
    "broken",
    "decode_described",
    "described_in",
    "each",
    "encode_described",
    "filled",
    "fingerprint",
    "merge",
    "printed",
    "refresh",
    "send",
    "settled",
    "story_told",
    "unknown",
]
