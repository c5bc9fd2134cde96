"""On real clusters the graph is that of one machine, byte for byte, also where a machine is lost half way."""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fixtures import clusters
from fixtures.reprinted import LEAD, OTHER, SAME
from kg._build import build as build_here
from kg.cli import main
from kg.errors import InputError
from kg.extract import kinds
from kg.pipeline import give
from kg.rdf import DEFAULT_BASE
from kg.rdf.ox import RdfFormat, Store, serialize
from kg.spark import Job, build
from kg.store import open_source

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from corpus import Corpus, Made, front  # noqa: E402

pytestmark = pytest.mark.skipif(bool(clusters.MISSING), reason=f"a cluster needs {clusters.MISSING or 'nothing more'}")
CORRECTIONS = (
    "action,entity,other\nsame,country:vietnam,country:japan\ndrop,person:yamada-takio,\nrename,place:hanoi,Ha Noi\ndrop,person:nobody,\n"
)


@dataclass(frozen=True)
class World:
    """Articles in files of several kinds, and what one machine makes of them."""

    folder: Path
    inputs: list[str]
    expected: list[bytes]
    counts: tuple[int, int]
    unread: int


def chosen(articles: list[Made]) -> list[Made]:
    """Reprints with what they reprint, and people who share a name or have several."""
    by_name, by_number = defaultdict(set), defaultdict(set)
    for one in articles:
        for number, name in one.people:
            by_name[name].add(number)
            by_number[number].add(name)
    reprints = [one for one in articles if one.reprint_of][:3]
    ids = {one.id for one in reprints} | {one.reprint_of for one in reprints}
    ids |= {one.id for one in [o for o in articles if any(len(by_name[name]) > 1 for _, name in o.people)][:5]}
    ids |= {one.id for one in [o for o in articles if any(len(by_number[number]) > 1 for number, _ in o.people)][:6]}
    return [one for one in articles if one.id in ids]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("world")
    made = chosen(list(Corpus(1).articles(700)))
    assert len(made) > 12
    (folder / "data").mkdir()
    for number, text in enumerate((SAME["the same words"], SAME["all of it"], SAME["no date at all"], OTHER["other parties"])):
        (folder / "data" / f"print{number}.txt").write_text(text, encoding="utf-8")
    (folder / "data" / "made.jsonl").write_text("".join(json.dumps(front(one)) + "\n" for one in made[3:]), encoding="utf-8")
    for one in made[:3]:
        (folder / "data" / f"{one.id}.txt").write_text(one.text + "\n", encoding="utf-8")
    _table([*made[-2:], *Corpus(2).articles(2)], folder / "data" / "rows.parquet")
    (folder / "data" / "broken.html").write_bytes(b"\x00\x01 no page")
    (folder / "data" / "twice.jsonl").write_text(2 * (json.dumps(front(made[0])) + "\n"), encoding="utf-8")
    site = folder / "site" / "news.example"
    site.mkdir(parents=True)
    (site / "fair").write_text(
        f"<html><head><title>Fair</title></head><body><article><p>{LEAD}</p></article></body></html>", encoding="utf-8"
    )
    pages = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/fair</loc></url></urlset>'
    (site / "sitemap.xml").write_text(pages, encoding="utf-8")
    inputs = [str(ROOT / "seeds"), str(folder / "site"), str(folder / "data")]
    (folder / "here").mkdir()
    (folder / "here" / "corrections.csv").write_text(CORRECTIONS, encoding="utf-8")
    refused: list[InputError] = []
    built = build_here(inputs, folder / "here", "graph", DEFAULT_BASE, workers=1, refused=refused.append)
    assert built is not None and len(refused) == 2
    lines = sorted((serialize(Store.read_only(str(built.store)), format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True))
    assert any(b"https://news.example/fair" in line for line in lines)
    assert sum(b"sameStory" in line for line in lines) >= 4 and built.counts.reprints > 1
    return World(folder, inputs, lines, (built.counts.entities.total(), built.counts.facts.total()), len(refused))


def _table(articles: list[Made], path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist([front(one) for one in articles]), path)


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", clusters.LIGHT)


def written(out: Path) -> list[bytes]:
    """The lines of all parts, in their order."""
    parts = sorted((out / "quads").glob("part-*.nq.gz"))
    return b"".join(gzip.decompress(part.read_bytes()) for part in parts).splitlines(keepends=True)


def rows(out: Path, table: str) -> list[dict[str, object]]:
    from pyarrow import parquet

    return list(parquet.read_table(out / "claims" / table).to_pylist())


def test_a_local_cluster_gives_the_same_bytes(world: World, capfd: pytest.CaptureFixture[str]) -> None:
    """By the command, with an input from another file system, corrections, and inputs that cannot be read."""
    out = world.folder / "cluster"
    out.mkdir()
    (out / "corrections.csv").write_text(CORRECTIONS, encoding="utf-8")
    (out / "quads").mkdir()
    (out / "quads" / "old").write_text("of an older build", encoding="utf-8")
    link = f"spark.hadoop.fs.viewfs.mounttable.far.link./data=file://{world.folder}/data"
    settings = [f"--conf={key}={value}" for key, value in clusters.CONF.items()]
    arguments = ["--engine", "spark", "--master", "local-cluster[2,1,1024]", *settings, "--conf", link, "--out", str(out)]
    status = main(["build", *world.inputs[:2], "viewfs://far/data", *arguments])
    said = capfd.readouterr()
    assert status == 1, said.err
    assert "broken.html: " in said.err and f"kg: {world.unread} of the inputs could not be read" in said.err
    assert "person:nobody, which no article tells of" in said.err and "spark " in said.err
    lines = written(out)
    assert lines == sorted(lines)
    assert lines == world.expected
    assert json.loads((out / "_SUCCESS").read_text())["unread"] == world.unread
    assert not list(out.glob("_work*")) and not (out / "quads" / "old").exists()
    check_claims(world, out)
    with_store = open_source(out)
    assert len(list(with_store.quads())) == len(world.expected)
    with_store.close()
    assert (out / "graph.ttl").read_bytes() == (world.folder / "here" / "graph.ttl").read_bytes()


def check_claims(world: World, out: Path) -> None:
    entities, facts = rows(out, "entities"), rows(out, "facts")
    assert (len(entities), len(facts)) == world.counts
    keys = {str(one["key"]) for one in entities}
    assert "person:yamada-takio" not in keys and "country:japan" not in keys
    assert next(one for one in entities if one["key"] == "place:hanoi")["name"] == "Ha Noi"
    told = {(one["kind"], one["fact"]) for one in rows(out, "evidence")}
    assert told == {(one["kind"], one["key"]) for one in facts}
    assert {str(one["entity"]) for one in rows(out, "mentions")} == keys
    assert {role["entity"] for one in facts for role in one["roles"]} <= keys  # type: ignore[attr-defined]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt")}
    quotes = [one for one in (*rows(out, "mentions"), *rows(out, "evidence")) if one["article"] in texts]
    assert len(quotes) > 100
    assert all(texts[str(one["article"])][one["start"] : one["end"]] == one["quote"] for one in quotes)  # type: ignore[misc]
    assert {one["id"] for one in rows(out, "articles")} >= set(texts)
    assert {one["stage"] for one in rows(out, "refusals")} >= {"extract"}


@pytest.fixture
def losing(tmp_path: Path) -> Iterator[clusters.StandAlone]:
    with clusters.stand_alone(tmp_path) as cluster:
        yield cluster


def test_a_machine_lost_half_way_changes_nothing(world: World, losing: clusters.StandAlone) -> None:
    """One of two workers is killed, its executor and their Python with it, once some articles are read and others are not."""
    out = world.folder / "lost"
    out.mkdir()
    (out / "corrections.csv").write_text(CORRECTIONS, encoding="utf-8")
    seen: list[tuple[int, int]] = []

    def watch(done: int, total: int, what: str) -> None:
        given = out / "_work" / "given"
        finished = [*given.glob("_temporary/0/task_*"), *given.glob("part-*")]
        if what == "reading" and not seen and finished and done < total:
            losing.lose()
            seen.append((done, total))

    job = Job(world.inputs, str(out), DEFAULT_BASE, kinds(), give, losing.url, clusters.CONF)
    built = build(job, watch=watch)
    assert built is not None and built.counts.articles > 20 and built.unread == world.unread
    assert len(losing.workers) == 1 and seen, "the machine was never lost"
    assert written(out) == world.expected
