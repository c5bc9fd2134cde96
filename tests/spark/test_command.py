"""``kg build --engine spark`` where something is missing or does not fit: one line that says what to do."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

import kg._cluster
import kg.spark
from fixtures import clusters
from kg._output import Written
from kg.cli import main
from kg.engine import Counts
from kg.errors import InputError, KgError
from kg.extract import kinds
from kg.pipeline import give
from kg.rdf import DEFAULT_BASE, Names, marks
from kg.rdf.ox import Quad, RdfFormat, serialize
from kg.spark import Job, OnCluster
from kg.store import open_source

ROOT = Path(__file__).resolve().parents[2]

needs_cluster = pytest.mark.skipif(bool(clusters.MISSING), reason=f"a cluster needs {clusters.MISSING or 'nothing more'}")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--engine", "spark", "--workers", "2"], "--workers goes with --engine local"),
        (["--engine", "spark", "--fresh"], "--fresh goes with --engine local"),
        (["--engine", "spark", "--store", "http://localhost:1"], "--store goes with --engine local"),
        (["--engine", "spark", "--conf", "cores=2"], "--conf cores=2: is no setting of Spark; give spark.KEY=VALUE"),
        (["--engine", "spark", "--conf", "spark.cores"], "--conf spark.cores: is no setting"),
        (["--master", "local"], "--master, --conf and --load go with --engine spark"),
        (["--no-load"], "--master, --conf and --load go with --engine spark"),
    ],
)
def test_options_that_do_not_go_together(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "seeds", *arguments]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("library", ["pyspark", "pyarrow"])
def test_a_library_that_is_not_there(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(kg.spark, "find_spec", lambda name: None if name == library else object())
    assert main(["build", "seeds", "--engine", "spark", "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == f"kg: --engine spark needs {library}, which is not installed; run pip install 'kg[spark]'\n"


@needs_cluster
def test_no_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["build", "seeds", "--engine", "spark", "--out", str(tmp_path / "out")]) == 1
    assert "needs Java 17 or newer, and there is no java here; install it, or set JAVA_HOME" in capsys.readouterr().err


@needs_cluster
def test_what_cannot_be_begun_or_read_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A master that is none, then, on one that is, no input that can be read: what was there stays."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", clusters.LIGHT)

    def job(master: str, *inputs: str) -> Job:
        return Job(inputs, str(tmp_path / "out"), DEFAULT_BASE, kinds(), give, master, clusters.CONF)

    with pytest.raises(KgError, match=r"^nowhere: Spark cannot be started there \(.*[Mm]aster.*\); check --master, --conf and that"):
        kg.spark.build(job("nowhere", "seeds"))
    (tmp_path / "out" / "quads").mkdir(parents=True)
    (tmp_path / "empty.txt").write_bytes(b" ")
    told: list[InputError] = []
    inputs = ("-", str(tmp_path / "none"), str(tmp_path / "empty.txt"), f"file://{tmp_path}/*.doc", "viewfs://no/data")
    assert kg.spark.build(job("local[1]", *inputs), refused=told.append) is None
    assert [problem.problem for problem in told[:3]] == [
        "a cluster cannot read this machine's standard input",
        "there is no such file or folder",
        "no file matches the pattern",
    ]
    assert told[3].problem.startswith("cannot be listed (") and told[4].problem == "the file is empty"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["quads"]


@needs_cluster
def test_what_spark_says_becomes_one_line() -> None:
    from kg.spark.session import _short

    worker = 'An exception was thrown:\nTraceback (most recent call last):\n  File "x.py", line 1\n    a\n    ^\nValueError: no day\n'
    assert _short(ValueError(worker)) == "ValueError: no day"
    assert _short(ValueError("\nno such table\n\tat org.apache")) == "no such table"
    assert _short(ValueError("Cannot call methods on a stopped SparkContext.\nThis stopped …")) == "no master answered"
    assert _short(ValueError()) == "ValueError"
    assert len(_short(ValueError("x" * 1000))) == 300


def parts(folder: Path) -> None:
    names = Names(DEFAULT_BASE)
    text = serialize([Quad(t.subject, t.predicate, t.object, names.facts) for t in marks(names)], format=RdfFormat.N_QUADS) or b""
    (folder / "quads").mkdir()
    for number, line in enumerate(text.splitlines(keepends=True)):
        (folder / "quads" / f"part-{number:05d}.nq.gz").write_bytes(gzip.compress(line))


def test_a_folder_of_parts_is_a_graph(tmp_path: Path) -> None:
    parts(tmp_path)
    with pytest.raises(InputError, match=r"has no _SUCCESS: its quads are not whole; build it again with kg build --engine spark"):
        open_source(tmp_path)
    (tmp_path / "_SUCCESS").write_text("{}", encoding="utf-8")
    source = open_source(tmp_path)
    assert len(list(source.quads())) == 2 and source.base == DEFAULT_BASE
    (tmp_path / "quads" / "part-00001.nq.gz").write_bytes(b"no gzip")
    with pytest.raises(InputError, match=r"part-00001\.nq\.gz: is no part that can be read"):
        open_source(tmp_path)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an older graph, into which a build on a cluster of three articles (``MOST`` being two) puts parts."""
    out = tmp_path / "out"
    assert main(["build", str(ROOT / "seeds" / "000_efbe57ab225cc1b7.txt"), "--out", str(out)]) in (0, 1)

    def build(job: Job, **told: object) -> OnCluster:
        parts(out)
        (out / "_SUCCESS").write_text("{}", encoding="utf-8")
        counts = Counts(3, Counter(Person=1), Counter(), Counter())
        return OnCluster(counts, f"file:{out}", out, 0, ("person:nobody",))

    monkeypatch.setattr(kg._cluster, "build_on_cluster", build)
    monkeypatch.setattr(kg._cluster, "MOST", 2)
    return out


def names(out: Path) -> set[str]:
    return {path.name for path in out.iterdir()}


def test_many_articles_stay_in_their_parts(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "seeds", "--engine", "spark", "--out", str(made)]) == 0
    assert names(made) == {"_SUCCESS", "quads"}
    said = capsys.readouterr()
    assert f"file:{made}/claims and file:{made}/quads hold it" in said.out and "build with --load" in said.out
    assert "person:nobody, which no article tells of" in said.err
    assert main(["query", "SELECT ?s WHERE { ?s a kg:Graph }", "--graph", str(made), "--format", "csv"]) == 0
    assert "graph/facts" in capsys.readouterr().out


def test_many_articles_are_loaded_when_asked(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "seeds", "--engine", "spark", "--load", "--out", str(made)]) == 0
    assert names(made) >= {"_SUCCESS", "quads", "store"} and "build.sqlite" not in names(made)
    source = open_source(made)
    assert len(list(source.quads())) == 2
    source.close()
    assert f"kg query NAME --graph {made} answers questions" in capsys.readouterr().out


def test_a_few_articles_are_loaded_with_files_and_page(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg._cluster, "MOST", 3)
    built = kg._cluster.build(["seeds"], str(made), "news", DEFAULT_BASE, master="local", conf={})
    assert built is not None and isinstance(built.written, Written) and built.store == made / "store"
    assert names(made) >= {"_SUCCESS", "quads", "store", "news.ttl", "news.trig", "news.html"}


def test_corrections_that_are_asked_for(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "seeds", "--engine", "spark", "--out", str(made), "--corrections", str(made / "none.csv")]) == 1
    assert "none.csv: there is no such file; check the path given to --corrections" in capsys.readouterr().err
