"""The claims as tables: what a build found, with the words it was read from, for whoever works with Parquet and not with RDF.

=========  ================================================================================================================
table      columns
=========  ================================================================================================================
articles   id, title, date, publisher, url, language, file, sha256
entities   key, type, name, other_names (list), same_as (list of IRIs), codes (list of "system:code"), within (key), reason
mentions   entity (key), article, start, end, quote
facts      kind, key, status, roles (list of role and entity), values (map), reason
evidence   kind, fact (key), article, start, end, quote
refusals   article, stage, reason, text, start, end
=========  ================================================================================================================

Offsets count the characters of the article's file as it stands, end exclusive. An unknown text is empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as f

from kg.engine import decode_described
from kg.resolve import decode_fact, mentions
from kg.spark.rows import Row, keys_of, known_entity
from kg.spark.steps import Steps, made, numbered

ARTICLES = "id string, title string, date string, publisher string, url string, language string, file string, sha256 string"
ENTITIES = (
    "key string, type string, name string, other_names array<string>, same_as array<string>, codes array<string>, "
    "within string, reason string"
)
MENTIONS = "entity string, article string, start int, end int, quote string"
FACTS = (
    "kind string, key string, status string, roles array<struct<role: string, entity: string>>, values map<string, string>, reason string"
)


def claims(steps: Steps) -> Iterator[tuple[str, DataFrame]]:
    """The tables by name, each part sorted."""
    given, keys, stated = steps.kept("given"), steps.kept("keys"), steps.kept("stated")
    articles = given.filter("id != ''")
    owned = numbered(keys).withColumnRenamed("article", "id")
    naming = articles.select("id", "entities").join(owned, "id").select("id", "entities", "keys")
    place = f.from_json("evidence", "array<string>")
    evidence = stated.select("kind", f.col("key").alias("fact"), "article", *_place(place, 2), place[4].alias("quote")).distinct()
    why = f.from_json("refusal", "array<string>")
    refusals = articles.select(f.col("id").alias("article"), f.explode("refused").alias("refusal")).select(
        "article", why[0].alias("stage"), why[1].alias("reason"), why[2].alias("text"), *_place(why, 3)
    )
    found = {
        "articles": made(articles.select("described"), _articles, ARTICLES),
        "entities": made(steps.kept("entities").select("key", "core", "outer"), _entities, ENTITIES),
        "mentions": made(naming, _mentions, MENTIONS),
        "facts": made(steps.kept("facts").select("core"), _facts, FACTS),
        "evidence": evidence,
        "refusals": refusals,
    }
    for name, table in found.items():
        yield name, table.sortWithinPartitions(*(column for column, kind in table.dtypes if kind in ("string", "int")))


def _place(row: Column, at: int) -> tuple[Column, Column]:
    return row[at].cast("int").alias("start"), row[at + 1].cast("int").alias("end")


def _articles(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        one = decode_described(row.described)
        day = str(one.published or "")
        yield one.id, one.title or "", day, one.publisher or "", one.url or "", one.language or "", one.file, one.sha256


def _entities(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        one = known_entity(row.key, row.core, known=bool(row.outer))
        codes = [f"{system}:{code}" for system, code in one.codes]
        yield one.key, one.type, one.name, list(one.other_names), list(one.same_as), codes, one.within or "", one.reason


def _mentions(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        keys = keys_of(row.keys)
        found = {(keys[i], place) for i, _, data in map(json.loads, row.entities) if keys[i] for place in mentions(row.id, data)}
        yield from ((key, row.id, place.start, place.end, place.quote) for key, place in sorted(found))


def _facts(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        one = decode_fact(row.core)
        roles = [{"role": role, "entity": key} for role, key in one.roles]
        yield one.kind, one.key, one.status, roles, {name: str(value) for name, value in one.values}, one.reason


__all__ = ["ARTICLES", "ENTITIES", "FACTS", "MENTIONS", "claims"]
