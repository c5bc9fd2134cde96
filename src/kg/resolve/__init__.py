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
    twin,
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
    encode_values,
    local_fact,
    member,
    mentions,
    refusals,
    roles,
    stated,
)
from kg.resolve.corrections import NONE, Corrections, read_corrections
from kg.resolve.persons import APART
from kg.resolve.reading import Reading, read
from kg.resolve.reprints import pairs, together
from kg.resolve.story import Story, order, same_story, story
from kg.resolve.twins import Print, Twins, twins

__all__ = [
    "APART",
    "NONE",
    "CodedReading",
    "Corrections",
    "Member",
    "Print",
    "Reading",
    "Settled",
    "Stated",
    "Story",
    "Twins",
    "apart",
    "bare",
    "compared",
    "complete",
    "decode_entity",
    "decode_fact",
    "encode",
    "encode_entity",
    "encode_fact",
    "encode_values",
    "fact_key",
    "fill",
    "follow",
    "local_fact",
    "member",
    "mentions",
    "one_entity",
    "one_fact",
    "order",
    "pairs",
    "placed",
    "read",
    "read_corrections",
    "refusals",
    "resolve",
    "roles",
    "same_story",
    "settle",
    "stated",
    "story",
    "together",
    "told",
    "twin",
    "twins",
]
