"""Articles in, resolution out: whatever the order, the number of processes and the faults of single files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.extract import kinds
from kg.pipeline import Progress, inspect, run
from kg.read import Source, articles, read_text
from kg.types import Resolution

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
FILES = sorted(SEEDS.glob("*.txt"))


@pytest.fixture(scope="module")
def seeds() -> Resolution:
    return run([SEEDS])


def test_there_are_seeds(seeds: Resolution) -> None:
    assert len(FILES) == 5
    assert [a.id for a in seeds.articles] == [f.stem for f in FILES]
    assert {f.kind for f in seeds.facts} >= {"post", "event", "agreement", "statistic", "statement"}


def test_evidence_of_every_fact_and_mention_is_in_the_file(seeds: Resolution) -> None:
    sources = {f.stem: f.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") for f in FILES}
    told = {a.id: a.source for a in seeds.articles}
    assert {k: v.replace("\r\n", "\n") for k, v in told.items()} == sources
    evidence = [e for f in seeds.facts for e in f.evidence]
    mentions = [m for e in seeds.entities for m in e.mentions]
    assert len(evidence) > 50 and len(mentions) > 50
    for item in (*evidence, *mentions):
        assert item.quote
        assert told[item.article][item.start : item.end] == item.quote
    for fact in seeds.facts:
        assert fact.evidence, fact.key
    for entity in seeds.entities:
        assert entity.mentions and entity.articles, entity.key
    for refusal in seeds.refusals:
        assert 0 <= refusal.start <= refusal.end <= len(told[refusal.article])


def test_no_evidence_lies_in_page_furniture(seeds: Resolution) -> None:
    for article in seeds.articles:
        silent = [(b.start, b.end) for b in article.blocks if b.role in ("furniture", "caption")]
        spans = [article.offsets.to_source(start, end) for start, end in silent]
        for fact in seeds.facts:
            for item in fact.evidence:
                if item.article == article.id:
                    assert not [s for s in spans if s.start <= item.start and item.end <= s.end], item


def test_facts_keep_to_their_kinds(seeds: Resolution) -> None:
    declared = kinds()
    keys = {e.key for e in seeds.entities}
    for fact in seeds.facts:
        kind = declared[fact.kind]
        assert {r for r, _ in fact.roles} <= set(kind.roles)
        assert {v for v, _ in fact.values} <= set(kind.values)
        assert set(kind.required) <= {r for r, _ in fact.roles}
        assert not kind.statuses or fact.status in kind.statuses
        assert {k for _, k in fact.roles} <= keys


def test_order_and_workers_do_not_matter(seeds: Resolution) -> None:
    assert run([FILES[2], str(SEEDS), *reversed(FILES)], workers=2) == seeds


def test_adding_an_article_keeps_the_others_keys(seeds: Resolution) -> None:
    before = run(FILES[:4])
    assert {e.key for e in before.entities} <= {e.key for e in seeds.entities}
    assert {f.key for f in before.facts} <= {f.key for f in seeds.facts}


def test_a_bad_file_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile exports copper to Oman.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("{broken\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Peru exports tuna to Fiji.", encoding="utf-8")
    problems: list[InputError] = []
    steps: list[Progress] = []
    found = run([tmp_path, tmp_path / "missing.txt"], refused=problems.append, progress=steps.append)
    assert [a.id for a in found.articles] == ["a", "c"]
    assert len([f for f in found.facts if f.kind == "tie"]) == 2
    assert sorted(Path(p.path).name for p in problems) == ["b.jsonl", "missing.txt"]
    assert [s.done for s in steps] == sorted(s.done for s in steps)
    assert (steps[-1].done, steps[-1].articles) == (3, 2)
    assert {s.total for s in steps} == {3}


def test_without_a_listener_the_first_bad_file_raises(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.txt: there is no such file or folder; check the path"):
        run([tmp_path / "missing.txt"])


def test_no_input_gives_nothing() -> None:
    assert run([]) == Resolution((), (), (), ())


def test_an_inspection_holds_what_every_stage_made() -> None:
    looked = inspect(read_text("Chile exports copper to Oman.", "x"))
    assert looked.document.article.id == looked.reading.article.id == "x"
    assert [c.kind for c in looked.claims] == ["tie"]
    assert [f.kind for f in looked.reading.facts] == ["tie"]


def test_an_empty_article_is_an_article_without_facts() -> None:
    looked = inspect(read_text("", "x"))
    assert not looked.claims and not looked.reading.facts and not looked.reading.entities


def test_seeds_read_alone_say_what_they_say_together(seeds: Resolution) -> None:
    """What one article says can be told apart: its evidence is the same whether the others are there or not."""
    (article,) = list(articles([FILES[0]], refused=lambda problem: None))
    alone = {(f.evidence.start, f.evidence.end, f.kind) for f in inspect(article).reading.facts}
    together = {(e.start, e.end, f.kind) for f in seeds.facts for e in f.evidence if e.article == article.id}
    assert alone == together


def test_bad_files_do_not_stop_other_processes(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"Kofi Asante, mayor of Tamale, opened a port."), ("b.txt", b"\0"), ("c.txt", b"")):
        (tmp_path / name).write_bytes(data)
    problems: list[InputError] = []
    resolution = run([tmp_path], workers=2, refused=problems.append)
    assert [article.id for article in resolution.articles] == ["a"]
    assert [(Path(p.path).name, p.problem.split()[0], bool(p.advice)) for p in problems] == [("b.txt", "the", True), ("c.txt", "the", True)]


def die(source: Source) -> None:
    os._exit(1)


def test_an_article_that_ends_its_process_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.read", die)
    problems: list[InputError] = []
    told: list[str] = []
    assert run(FILES[:2], workers=2, refused=problems.append, died=told.append).articles == ()
    assert [(p.path, p.problem) for p in problems] == [
        (str(file), f"reading the article {file.stem} ends its process (exit status 1)") for file in FILES[:2]
    ]
    assert told == ["a process that read articles ended (exit status 1); what it had in hand is read again"]


@pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX's")
@pytest.mark.parametrize("after", [0.5, 1.5])
def test_ctrl_c_is_one_line(tmp_path: Path, after: float) -> None:
    command = [sys.executable, "-m", "kg", "build", *map(str, FILES), "--workers", "2", "--out", str(tmp_path / "g")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert process.stdout and process.stderr
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert [line for line in told.decode().splitlines() if line and not line.startswith("reading")] == ["kg: stopped"]
    assert process.returncode in (130, -signal.SIGINT)  # a shell shows 130 for both
