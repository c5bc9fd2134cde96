"""Resolve: from claims about mentions to facts about entities, inside each article (``read``) and then across them (``resolve``).

What a build of many articles needs of it one block, entity or fact at a time is here too, with readings as rows of text (``encode``).
"""

from __future__ import annotations

from kg.resolve.across import (
    Member,
    Settled,
    Stated,
    compared,
    complete,
    fact_key,
    fill,
    follow,
    one_entity,
    one_fact,
    placed,
    resolve,
    settle,
    told,
)
from kg.resolve.alike import apart
from kg.resolve.coded import (
    CodedReading,
    bare,
    decode_entity,
    decode_fact,
    encode,
    encode_entity,
    encode_fact,
    member,
    mentions,
    refusals,
    roles,
    stated,
)
from kg.resolve.corrections import NONE, Corrections, read_corrections
from kg.resolve.persons import APART
from kg.resolve.reading import Reading, read

__all__ = [
    "APART",
    "NONE",
    "CodedReading",
    "Corrections",
    "Member",
    "Reading",
    "Settled",
    "Stated",
    "apart",
    "bare",
    "compared",
    "complete",
    "decode_entity",
    "decode_fact",
    "encode",
    "encode_entity",
    "encode_fact",
    "fact_key",
    "fill",
    "follow",
    "member",
    "mentions",
    "one_entity",
    "one_fact",
    "placed",
    "read",
    "read_corrections",
    "refusals",
    "resolve",
    "roles",
    "settle",
    "stated",
    "told",
]
