"""Resolve: from claims about mentions to facts about entities, inside each article (``read``) and then across them (``resolve``).

What a build of many articles needs of it one block, entity or fact at a time is here too, with readings as rows of text (``encode``).
"""

from __future__ import annotations

from kg.resolve.across import Member, Stated, blocks, complete, fact_key, fill, follow, one_entity, one_fact, resolve, settle
from kg.resolve.coded import CodedReading, decode_fact, encode, encode_fact, member, refusals, roles, stated
from kg.resolve.corrections import NONE, Corrections, read_corrections
from kg.resolve.reading import Reading, read

__all__ = [
    "NONE",
    "CodedReading",
    "Corrections",
    "Member",
    "Reading",
    "Stated",
    "blocks",
    "complete",
    "decode_fact",
    "encode",
    "encode_fact",
    "fact_key",
    "fill",
    "follow",
    "member",
    "one_entity",
    "one_fact",
    "read",
    "read_corrections",
    "refusals",
    "resolve",
    "roles",
    "settle",
    "stated",
]
