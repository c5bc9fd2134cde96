"""What a story's words are as a few hashes, so that reprints find each other without all being compared with all: the fence around rensa.

MinHash (Broder 1997) over overlapping runs of words, cut into bands (Leskovec, Rajaraman, Ullman, *Mining of Massive Datasets*, ch. 3): two
texts with a share ``j`` of their runs in common have a band in common with the chance 1 - (1 - j^3)^40, which is 99 % for a half, 93 % for
0.4, 28 % for a fifth, and 1 in 3,000 for the 0.02 of any two news. What only looks alike is sorted out by :mod:`kg.resolve.story`.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence

from rensa import RMinHash  # type: ignore[import-untyped]

RUN = 4  # words of a run: fewer are common to all news, more break at every changed word
BANDS, ROWS = 40, 3
_SEED = 1  # any number, but always the same: the bands are kept on disk


def runs(words: Sequence[str]) -> Iterable[str]:
    """The overlapping runs of words."""
    return (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def bands(shingles: Iterable[str]) -> tuple[int, ...]:
    """The bands of a text's runs, each a number that fits into 63 bits; none of no runs."""
    given = sorted(shingles)
    if not given:
        return ()
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    minhash.update(given)
    digest = minhash.digest()
    return tuple(_number(band, digest[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))


def _number(band: int, values: Sequence[int]) -> int:
    data = struct.pack(f">B{ROWS}I", band, *values)
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big") >> 1
