"""The tables of a build, each made of those before it: what :mod:`kg.engine.merge` does in SQLite, with the same functions.

Whatever several later steps need is written to the work folder and read again, so that a machine that is lost takes no article's
reading along. Groups (blocks, keys) are brought together and sorted by Spark and stream through ``mapInPandas`` one after the other; the
driver gets nothing but counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import cast

from pyspark.sql import Column, DataFrame, Observation, SparkSession, Window
from pyspark.sql import functions as f
from pyspark.sql.types import StructType

from kg.engine import Counts
from kg.errors import KgError
from kg.resolve import APART
from kg.spark import reprints, rows
from kg.spark.folder import Folder
from kg.spark.job import Give, Watch
from kg.spark.rows import InFrames, Settings, Step
from kg.spark.session import watched

GIVEN = (
    "id string, day string, described string, entities array<string>, facts array<string>, refused array<string>, problems array<string>, "
    "bands array<long>"
)
PAIRS = "one string, other string"
STORIES = "id string, story string"
TWINS = "id string, first string, same_story array<string>, twins array<string>, values array<string>"
MEMBERS = "article string, i int, block string, compared boolean, twin string, data string"
KEYS = "article string, i int, own string, key string, why string, data string"
ENTITIES = "key string, type string, within string, core string"
STATED = "kind string, key string, article string, i int, day string, roles string, data string, told string, evidence string"
MERGED = "kind string, key string, thing string, about boolean, status string, core string"
FACTS = "kind string, key string, parties array<string>, core string"
LINES = "line string"
LONGEST_LIST = 100  # problems with inputs that are told one by one


class Steps:
    """The build in a work folder. ``watch`` is told how far the step at work is."""

    def __init__(self, spark: SparkSession, work: Folder, settings: Settings, watch: Watch | None) -> None:
        self._spark = spark
        self._work = work
        self._settings = settings
        self._watch = watch
        self.articles = 0  # that were read

    def _do(self, what: str, act: Callable[[], object]) -> None:
        watched(self._spark, what, act, self._watch)

    def _keep(self, name: str, what: str, table: DataFrame) -> DataFrame:
        """A table as it then is on the disk."""
        self._do(what, lambda: table.write.mode("overwrite").parquet(self._work.at(name)))
        return self.kept(name)

    def kept(self, name: str) -> DataFrame:
        """A table that was kept."""
        return self._spark.read.parquet(self._work.at(name))

    def read(self, pieces: DataFrame, give: Give) -> None:
        """Every article is read, once. Raises :class:`kg.errors.KgError` where what the machines wrote does not lie in one folder."""
        seen = Observation()
        given = made(pieces, partial(rows.extract, give=give), GIVEN).observe(seen, f.count(f.lit(1)).alias("rows"))
        kept = self._keep("given", "reading", given)
        there, self.articles = kept.agg(f.count("*"), f.count_if(f.col("id") != "")).collect()[0]
        if there != seen.get["rows"]:
            problem = f"of {seen.get['rows']} rows that the machines wrote {there} are there"
            raise KgError(f"{self._work.address}: {problem}; give --out a folder that all machines see (hdfs://, s3a://, a shared disk)")

    def _reprints(self, articles: DataFrame) -> DataFrame:
        """The articles that are one story with others, each with what that changes. The pairs of all stories pass through one task."""
        many = f.count(f.lit(1)).over(Window.partitionBy("band"))  # most bands are of one article alone
        banded = articles.select("id", "day", f.explode("bands").alias("band")).withColumn("many", many).filter("many > 1").drop("many")
        near = made(banded.sortWithinPartitions("band"), reprints.candidates, PAIRS).distinct()
        for side, name in (("one", "its"), ("other", "others")):
            near = near.join(articles.select(f.col("id").alias(side), f.col("described").alias(name)), side)
        alike = self._keep("alike", "reprints", made(near.sortWithinPartitions("one"), reprints.alike, PAIRS))
        stories = made(alike.repartition(1), reprints.stories, STORIES)
        prints = articles.select("id", "day", "entities", "facts").join(stories, "id").repartition("story").sortWithinPartitions("story")
        return self._keep("twins", "reprints", made(prints, partial(reprints.joined, settings=self._settings), TWINS))

    def settle(self) -> None:
        """Who is who, and the facts once each."""
        articles = self.kept("given").filter("id != ''")
        twins = self._reprints(articles)
        told = articles.join(twins, "id", "left").select("id", "entities", listed("twins").alias("twins"))
        members = made(told, rows.members, MEMBERS)
        together = members.filter("compared").repartition("block").sortWithinPartitions("block", "article", "i")
        compared = made(together, partial(rows.settle, settings=self._settings), KEYS)
        alone = made(members.filter("NOT compared"), partial(rows.settle_alone, settings=self._settings), KEYS)
        keys = self._keep("keys", "who is who", compared.unionByName(alone))

        named = keys.filter("key != ''").select("key", "article", "i", "why", "data")
        grouped = named.repartition("key").sortWithinPartitions("key", "article", "i")
        entities = made(grouped, partial(rows.entities, settings=self._settings), ENTITIES)
        entities = self._keep("entities_all", "entities", entities)
        outer = entities.select(f.col("key").alias("within"), f.col("core").alias("outer"))
        self._keep("entities", "entities", entities.join(outer, "within", "left").fillna({"outer": ""}))

        owned = numbered(keys)
        filling = articles.select("id", "day", "facts").join(owned, articles.id == owned.article, "left").drop("article")
        filling = filling.join(twins.select("id", "values"), "id", "left")
        filling = filling.withColumns({name: listed(name) for name in ("keys", "values")})
        stated = self._keep("stated", "facts", made(filling, partial(rows.fill, settings=self._settings), STATED))
        grouped = stated.repartition("kind", "key").sortWithinPartitions("kind", "key", "article", "i")
        merged = self._keep("merged", "facts", made(grouped, partial(rows.merge, settings=self._settings), MERGED))
        things = merged.filter("about").groupBy(f.col("key").alias("thing")).agg(f.min("status").alias("told"))
        following = merged.drop("about", "status").join(things, "thing", "left").fillna({"told": ""})
        self._keep("facts", "facts", made(following, partial(rows.follow_things, settings=self._settings), FACTS))

    def quads(self) -> DataFrame:
        """(line) of N-Quads, each once, sorted through all parts."""
        articles, keys, stated = self.kept("given").filter("id != ''"), self.kept("keys"), self.kept("stated")
        facts, entities = self.kept("facts"), self.kept("entities")
        owned = numbered(keys)
        places = stated.groupBy("article").agg(f.collect_list("evidence").alias("evidence"))
        stating = stated.select("article", "kind", "key").distinct().join(facts, ["kind", "key"])
        told = stating.groupBy("article").agg(f.collect_list("core").alias("facts"))
        wanted = keys.filter("key != ''").select("article", "key")
        wanted = wanted.union(stating.select("article", f.explode("parties").alias("key"))).distinct()
        known = wanted.join(entities, "key").groupBy("article").agg(f.collect_list(_json("key", "core", "outer")).alias("known"))
        whole = articles.select(f.col("id").alias("article"), "described", "entities")
        others = self.kept("twins").select(f.col("id").alias("article"), "same_story")
        for part in (others, owned, places, told, known):
            whole = whole.join(part, "article", "left")
        lists = ("same_story", "keys", "facts", "evidence", "known")
        whole = whole.select("described", "entities", *(listed(name).alias(name) for name in lists))
        lines = self._keep("lines", "quads", made(whole, partial(rows.write_quads, settings=self._settings), LINES))
        marks = self._spark.createDataFrame(rows.mark_lines(self._settings.base), LINES)
        return lines.unionByName(marks).repartitionByRange("line").distinct().sortWithinPartitions("line")

    def counts(self) -> Counts:
        """How much there is."""
        given, entities, facts = self.kept("given"), self.kept("entities"), self.kept("facts")
        refused = given.select(f.explode("refused").alias("row")).select(f.from_json("row", "array<string>").alias("row"))
        refused = refused.select(f.format_string("%s (%s)", f.col("row")[1], f.col("row")[0]).alias("why"))
        return Counts(
            self.articles,
            _counted(entities, "type"),
            _counted(facts, "kind"),
            _counted(refused, "why"),
            entities.filter((f.col("type") == "Person") & f.col("core").contains(APART)).count(),
            self.kept("twins").filter("first != id").count(),
        )

    def problems(self) -> tuple[list[str], int]:
        """What could not be read, the first ones as JSON of [path, problem, advice], and how many there are."""
        found = self.kept("given").select(f.explode("problems").alias("problem"))
        first = [row.problem for row in found.orderBy("problem").limit(LONGEST_LIST).collect()]
        return first, found.count() if len(first) == LONGEST_LIST else len(first)

    def own_keys(self, among: list[str]) -> set[str]:
        """Which of some keys kg gave to somebody."""
        if not among:
            return set()
        return {row.own for row in self.kept("keys").filter(f.col("own").isin(among)).select("own").distinct().collect()}


def _json(*columns: str) -> Column:
    """Columns as the text of a JSON array."""
    return f.to_json(f.array(*(f.col(column).cast("string") for column in columns)))


def made(table: DataFrame, step: Step, schema: str) -> DataFrame:
    """What a step makes of a table."""
    return table.mapInPandas(InFrames(step, cast(StructType, StructType.fromDDL(schema)).fieldNames()), schema)


def numbered(keys: DataFrame) -> DataFrame:
    """(article, keys): of each article the JSON of [number, key] of its entities."""
    return keys.groupBy("article").agg(f.collect_list(_json("i", "key")).alias("keys"))


def listed(column: str) -> Column:
    """A list, empty where there is none."""
    return f.coalesce(f.col(column), f.array().cast("array<string>"))


def _counted(table: DataFrame, column: str) -> Counter[str]:
    return Counter({row[column]: row["count"] for row in table.groupBy(column).count().collect()})
