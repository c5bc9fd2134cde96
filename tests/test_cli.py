"""The command line: what each command writes, and what bad input gets."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import gold_answers
from fixtures import made_up
from fixtures.reprinted import OTHER, SAME, STORY
from kg._output import check_out, write
from kg.cli import main
from kg.cli._output import _Terminal, one_line
from kg.cli.building import enough
from kg.errors import OutputError
from kg.graph import Graph

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
TEXT = "The Ministry of Trade of Alba opened a seminar in Oslo on 3 May 2024. Minister Ana Lee said exports rose 4%.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What kg build writes, from a made-up resolution."""
    found = tmp_path_factory.mktemp("built") / "graphs"
    with Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()) as graph:
        write(graph, found, "news")
    return found


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    found = tmp_path / "texts"
    found.mkdir()
    (found / "one.txt").write_text(TEXT, encoding="utf-8")
    return found


def run(capsysbinary: pytest.CaptureFixture[bytes], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = capsysbinary.readouterr()
    return status, out.decode("utf-8"), err.decode("utf-8")


Capture = pytest.CaptureFixture[bytes]


def one_error(status: int, err: str, *words: str) -> None:
    """One line that names what was wrong, and no traceback."""
    assert status != 0
    line = [line for line in err.splitlines() if line.startswith("kg: ")]
    assert line and "Traceback" not in err
    for word in words:
        assert word in line[0]


# ---- build


def test_build_writes_everything_and_tells_what_it_found(capsysbinary: Capture, texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "graphs"
    status, shown, told = run(capsysbinary, "build", texts, "--out", out, "--name", "news", "--base", "https://news.example/")
    assert status == 0
    assert {path.name for path in out.iterdir()} == {"news.ttl", "news.trig", "news.html", "store", "build.sqlite"}
    assert "reading 1/1" in told and "one.txt" in told
    found = dict(line.strip().rsplit(maxsplit=1) for line in shown.splitlines() if line[-1:].isdigit())
    assert found["articles"] == "1"
    assert int(found["entities"]) >= 2 and "facts" in found and "refused" in found
    assert str(out / "news.html") in shown
    assert "https://news.example/" in (out / "news.ttl").read_text(encoding="utf-8")
    status, shown, _ = run(capsysbinary, "query", "entities", "--graph", out, "--format", "csv")
    assert status == 0 and "Ana Lee" in shown


def test_a_bad_file_is_named_and_the_others_are_built(capsysbinary: Capture, texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_text("", encoding="utf-8")
    (texts / "binary.txt").write_bytes(bytes(range(256)) * 40)
    out = tmp_path / "graphs"
    status, _, told = run(capsysbinary, "build", texts, tmp_path / "missing.txt", "--out", out)
    assert status == 1
    lines = [line for line in told.splitlines() if line.startswith("kg: ")]
    assert len(lines) == 4 and "3 of the inputs" in lines[-1]
    assert all(any(name in line for line in lines) for name in ("empty.txt", "binary.txt", "missing.txt"))
    assert (out / "graph.ttl").exists()


def test_nothing_readable_leaves_the_last_output_untouched(capsysbinary: Capture, texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "graphs"
    assert run(capsysbinary, "build", texts, "--out", out)[0] == 0
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    status, _, told = run(capsysbinary, "build", tmp_path / "missing.txt", "--out", out)
    one_error(status, told, "missing.txt")
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_read(capsysbinary: Capture, texts: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    status, _, told = run(capsysbinary, "build", texts, "--out", file / "below")
    one_error(status, told, str(file), "cannot be written")
    assert "reading" not in told


@pytest.mark.parametrize("name", ["", "a/b", "../x", ".hidden", "x" * 200])
def test_names_that_are_no_file_names(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot name files"):
        check_out(tmp_path, name)


def test_a_folder_or_store_of_the_users_in_the_way(capsysbinary: Capture, texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "graph.ttl").mkdir(parents=True)
    status, _, told = run(capsysbinary, "build", texts, "--out", out)
    one_error(status, told, "graph.ttl", "is a folder")
    (out / "store").mkdir()
    (out / "store" / "mine").write_text("", encoding="utf-8")
    status, _, told = run(capsysbinary, "build", texts, "--out", out)
    one_error(status, told, "store", "left alone")
    assert "reading" not in told
    assert sorted(path.name for path in out.iterdir()) == ["graph.ttl", "store"]


def test_a_base_that_is_none(capsysbinary: Capture, texts: Path, tmp_path: Path) -> None:
    status, _, told = run(capsysbinary, "build", texts, "--out", tmp_path / "g", "--base", "not an iri")
    one_error(status, told, "not an iri")


@pytest.mark.parametrize("more", [[], ["--workers", "2"]])
def test_standard_input(texts: Path, tmp_path: Path, more: list[str]) -> None:
    files = [str(tmp_path / name) for name in ("one.txt", "two.txt")] if more else []
    for file in files:
        Path(file).write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "kg", "build", "-", *files, "--out", str(tmp_path / "g"), *more]
    done = subprocess.run(command, input=TEXT.encode(), capture_output=True, check=False, timeout=120, env=os.environ)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "g" / "graph.html").exists()


# ---- query


def test_query_by_name_and_format(capsysbinary: Capture, folder: Path) -> None:
    status, shown, _ = run(capsysbinary, "query", "posts", "--graph", folder, "--format", "csv")
    assert status == 0
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert {row["title"] for row in rows} == {"Director", ""}
    assert json.loads(run(capsysbinary, "query", "posts", "-g", folder, "-f", "json")[1])["results"]["bindings"]
    assert "Jane Roe" in run(capsysbinary, "query", "posts", "-g", folder)[1]
    assert "\t" in run(capsysbinary, "query", "posts", "-g", folder, "-f", "tsv")[1]


def test_query_text_file_and_standard_input(capsysbinary: Capture, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "SELECT ?name WHERE { ?p a kg:Person ; rdfs:label ?name } ORDER BY ?name"
    file = tmp_path / "people.rq"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    answers = [run(capsysbinary, "query", given, "-g", folder, "-f", "csv")[1] for given in (text, file, "-")]
    assert answers[0] == answers[1] == answers[2] == "name\nJane Roe\nJohn Doe\n"


def test_construct_gives_turtle_and_ask_yes_or_no(capsysbinary: Capture, folder: Path) -> None:
    query = "CONSTRUCT { ?p rdfs:label ?n } WHERE { ?p a kg:Person ; rdfs:label ?n }"
    assert '"Jane Roe"' in run(capsysbinary, "query", query, "-g", folder)[1]
    assert run(capsysbinary, "query", "ASK { ?p a kg:Person }", "-g", folder)[1].strip() == "yes"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("post", ("posts",)),
        ("missing.rq", ("missing.rq", "cannot be read")),
        ("SELECT ?x WHERE {", ("kg: ",)),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", ("only reads",)),
        ("SELECT * WHERE { SERVICE <http://x.example> { ?s ?p ?o } }", ("SERVICE",)),
    ],
)
def test_questions_that_cannot_be_answered(capsysbinary: Capture, folder: Path, question: str, words: tuple[str, ...]) -> None:
    status, shown, told = run(capsysbinary, "query", question, "-g", folder)
    assert shown == ""
    one_error(status, told, *words)


def test_a_query_file_that_is_not_utf8(capsysbinary: Capture, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_bytes(b"SELECT \xff")
    status, _, told = run(capsysbinary, "query", tmp_path / "bad.rq", "-g", folder)
    one_error(status, told, "bad.rq", "UTF-8")


def test_kg_alone_shows_the_commands(capsysbinary: Capture) -> None:
    status, _, told = run(capsysbinary)
    assert status == 2 and "\n  build " in told and "kg:" not in told


def test_the_list_of_questions(capsysbinary: Capture) -> None:
    status, shown, _ = run(capsysbinary, "query", "--list")
    assert status == 0 and [line.split()[0] for line in shown.splitlines()] == sorted(gold_answers.QUESTIONS)


@pytest.mark.parametrize("graph", ["nowhere", "empty", "text.txt", "bad.ttl"])
def test_a_graph_that_is_none(capsysbinary: Capture, tmp_path: Path, graph: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.txt").write_text("x", encoding="utf-8")
    (tmp_path / "bad.ttl").write_text("this is no Turtle", encoding="utf-8")
    status, _, told = run(capsysbinary, "query", "posts", "-g", tmp_path / graph)
    one_error(status, told, graph)


def test_without_a_graph_the_folder_graphs_is_meant(
    capsysbinary: Capture, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, _, told = run(capsysbinary, "query", "posts")
    one_error(status, told, "graphs", "kg build")
    monkeypatch.chdir(folder.parent)
    assert run(capsysbinary, "query", "posts")[0] == 0


# ---- view, export, check


def test_view_writes_beside_the_graph_and_opens(capsysbinary: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browse(address: str) -> bool:
        opened.append(address)
        return len(opened) > 1

    monkeypatch.setattr("webbrowser.open", browse)
    (folder / "news.html").unlink()
    status, shown, told = run(capsysbinary, "view", "-g", folder)
    assert status == 0 and "news.html" in shown and "no browser" in told
    assert run(capsysbinary, "view", "-g", folder, "--title", "Hello")[2] == ""
    assert opened == [(folder / "news.html").resolve().as_uri()] * 2
    assert "<title>Hello</title>" in (folder / "news.html").read_text(encoding="utf-8")


def test_view_of_a_file(capsysbinary: Capture, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.ttl"
    copy.write_bytes((folder / "news.ttl").read_bytes())
    assert run(capsysbinary, "view", "-g", copy, "--no-open")[0] == 0
    assert (tmp_path / "copy.html").stat().st_size > 400_000
    assert run(capsysbinary, "view", "-g", copy, "--no-open", "--out", tmp_path / "other.html")[0] == 0
    assert (tmp_path / "other.html").read_bytes() == (tmp_path / "copy.html").read_bytes()


def test_a_view_that_does_not_answer_queries_is_smaller(capsysbinary: Capture, folder: Path, tmp_path: Path) -> None:
    for name, options in (("whole", ()), ("small", ("--no-ask",))):
        assert run(capsysbinary, "view", "-g", folder, "--no-open", "--out", tmp_path / f"{name}.html", *options)[0] == 0
    whole, small = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("whole", "small"))
    assert 'id="kg-engine"' in whole
    assert 'id="kg-engine"' not in small
    assert len(small) < len(whole) - 2_000_000


def test_the_simple_view(capsysbinary: Capture, folder: Path, tmp_path: Path) -> None:
    for name, options in (("simple", ["--simple"]), ("explorer", [])):
        assert run(capsysbinary, "view", "-g", folder, "--no-open", "--out", tmp_path / f"{name}.html", *options)[0] == 0
    simple, explorer = ((tmp_path / f"{name}.html").read_text(encoding="utf-8") for name in ("simple", "explorer"))
    assert "vis-network" in simple and 'id="kg-card"' in simple
    assert "vis-network" not in explorer and 'id="kg-data"' in explorer


@pytest.mark.parametrize("name", ["turtle", "trig", "nquads", "jsonld", "rdfxml", "graphml", "gexf"])
def test_export(capsysbinary: Capture, folder: Path, tmp_path: Path, name: str) -> None:
    status, shown, _ = run(capsysbinary, "export", "--format", name, "-g", folder)
    assert status == 0 and "Jane Roe" in shown
    file = tmp_path / "deep" / "file"
    assert run(capsysbinary, "export", "-f", name, "-g", folder, "--out", file)[0] == 0
    assert file.read_text(encoding="utf-8") == shown


def test_export_tables(capsysbinary: Capture, folder: Path, tmp_path: Path) -> None:
    assert run(capsysbinary, "export", "-f", "csv", "-g", folder, "-o", tmp_path / "csv")[0] == 0
    assert {path.stem for path in (tmp_path / "csv").iterdir()} == set(gold_answers.QUESTIONS)
    status, shown, _ = run(capsysbinary, "export", "-f", "csv", "-g", folder)
    assert run(capsysbinary, "export", "-f", "csv", "-g", folder, "-o", tmp_path / "one.csv")[0] == status == 0
    assert (tmp_path / "one.csv").read_bytes().decode("utf-8") == shown
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert {"entities", "posts"} <= {row["question"] for row in rows} <= set(gold_answers.QUESTIONS)
    posts = [row for row in rows if row["question"] == "posts"]
    assert posts[0]["title"] and posts[0]["quote"] and not posts[0]["eventName"]


def test_a_full_disk_behind_standard_output(folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "kg", "query", "posts", "-g", str(folder), "-f", "csv"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    one_error(done.returncode, done.stderr.decode(), "standard output", "No space left")


def test_check(capsysbinary: Capture, folder: Path, tmp_path: Path) -> None:
    status, shown, _ = run(capsysbinary, "check", "-g", folder)
    assert status == 0, shown
    assert "extractors: agreement" in shown and "shapes: good" in shown
    bad = tmp_path / "bad.ttl"
    bad.write_bytes((folder / "news.ttl").read_bytes() + b"\n<https://kg.example/x> <https://kg.example/ontology#nope> 1 .\n")
    status, shown, _ = run(capsysbinary, "check", "-g", bad)
    assert status == 1 and "nope" in shown


# ---- inspect


def test_inspect(capsysbinary: Capture, texts: Path, tmp_path: Path) -> None:
    status, shown, _ = run(capsysbinary, "inspect", texts / "one.txt", "--format", "jsonl")
    assert status == 0
    for record in map(json.loads, shown.splitlines()):
        assert TEXT[record["start"] : record["end"]] == record["text"]
    assert "Ana Lee" in run(capsysbinary, "inspect", texts / "one.txt")[1]
    page = tmp_path / "one.html"
    assert run(capsysbinary, "inspect", texts / "one.txt", "-f", "html", "-o", page)[0] == 0
    assert "<mark" in page.read_text(encoding="utf-8")


def test_inspect_what_cannot_be(capsysbinary: Capture, texts: Path, tmp_path: Path) -> None:
    status, _, told = run(capsysbinary, "inspect", tmp_path / "missing.txt")
    one_error(status, told, "missing.txt")
    (texts / "two.txt").write_text(TEXT, encoding="utf-8")
    status, _, told = run(capsysbinary, "inspect", texts)
    one_error(status, told, "2 articles")
    status, _, told = run(capsysbinary, "inspect", texts / "one.txt", "-o", tmp_path / "x")
    one_error(status, told, "choose --format")


# ---- evaluate


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    found = tmp_path / "gold"
    found.mkdir()
    entities = [{"id": "ana", "type": "Person", "names": ["Ana Lee"]}, {"id": "x", "type": "Law", "names": ["Sea Law"]}]
    (found / "one.json").write_text(json.dumps({"article": "one", "entities": entities}), encoding="utf-8")
    return found


def test_reprints_are_counted_explained_and_listed(capsysbinary: Capture, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in {"a": STORY, "b": SAME["all of it"], "c": OTHER["other parties"]}.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "graphs"
    status, told, _ = run(capsysbinary, "build", texts, "--out", out)
    assert status == 0
    assert "reprints of stories that others of them told first 1" in " ".join(told.split())
    _, rows, _ = run(capsysbinary, "query", "agreements", "--graph", out, "--format", "csv", "--columns", "agreement,article")
    keys = {article: key.rpartition("/")[2] for key, article in csv.reader(io.StringIO(rows))}
    assert keys["a"] == keys["b"] != keys["c"]
    _, why, _ = run(capsysbinary, "explain", f"agreement:{keys['a']}", "--graph", out)
    assert "told in the same words by reprints of one story" in why
    assert run(capsysbinary, "check", "--graph", out)[0] == 0
    query = "SELECT ?one ?other WHERE { ?a kg:sameStory ?b . ?a kg:identifier ?one . ?b kg:identifier ?other } ORDER BY ?one"
    assert run(capsysbinary, "query", query, "--graph", out, "--format", "csv")[1].split() == ["one,other", "a,b", "b,a"]
    assert run(capsysbinary, "export", "--graph", out, "--format", "parquet", "--out", tmp_path / "tables")[0] == 0
    status, _, err = run(capsysbinary, "export", "--graph", out, "--format", "parquet")
    one_error(status, err, "parquet", "--out FOLDER")


def test_evaluate_builds_and_tells(capsysbinary: Capture, texts: Path, gold: Path) -> None:
    status, shown, _ = run(capsysbinary, "evaluate", "--gold", gold, texts, "--show")
    assert status == 0
    assert "- entities: one: Law | Sea Law" in shown
    assert [line.split()[0] for line in shown.splitlines()[:3]] == ["kind", "entities", "posts"]


def test_evaluate_tells_inputs_that_cannot_be_read(capsysbinary: Capture, texts: Path, gold: Path, folder: Path) -> None:
    (texts / "empty.txt").write_text("", encoding="utf-8")
    status, shown, told = run(capsysbinary, "evaluate", "--gold", gold, texts, "-g", folder)
    one_error(status, told, "empty.txt")
    assert shown.startswith("kind of fact")


def test_evaluate_answers_and_graphs(capsysbinary: Capture, texts: Path, gold: Path, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()
    row = "entity,type,name,otherNames,sameAs,article,start,end,quote\ne,Official,Ana Lee,,,one,80,87,Ana Lee\n"
    (tmp_path / "answers" / "entities.csv").write_text(row, encoding="utf-8")
    status, shown, _ = run(capsysbinary, "evaluate", "--gold", gold, texts, "--answers", tmp_path / "answers", "--format", "json")
    figures = json.loads(shown)
    assert status == 0
    assert (figures["entities"]["right"], figures["all"]["precision"], figures["all"]["recall"]) == (1, 1.0, 0.5)
    assert figures["posts"]["f1"] is None
    status, shown, _ = run(capsysbinary, "evaluate", "--gold", gold, texts, "-g", folder, "-f", "json")
    assert status == 0 and json.loads(shown)["entities"]["right"] == 0


def test_evaluate_without_gold_or_text(capsysbinary: Capture, texts: Path, gold: Path, tmp_path: Path) -> None:
    status, _, told = run(capsysbinary, "evaluate", "--gold", tmp_path, texts)
    one_error(status, told, "no gold")
    (texts / "one.txt").rename(texts / "other.txt")
    status, _, told = run(capsysbinary, "evaluate", "--gold", gold, texts, tmp_path / "missing", "--answers", tmp_path)
    assert status == 1 and "missing" in told


# ---- the command itself


def test_version_and_help(capsysbinary: Capture) -> None:
    assert run(capsysbinary, "--version")[:2] == (0, "kg, version 0.1.0\n")
    status, shown, _ = run(capsysbinary, "--help")
    assert status == 0
    for command in ("build", "query", "view", "export", "check", "inspect", "evaluate"):
        assert f"  {command} " in shown
        assert run(capsysbinary, command, "--help")[0] == 0


@pytest.mark.parametrize("arguments", [["biuld"], ["build"], ["export", "--format", "pdf"], ["query", "posts", "--workers", "2"]])
def test_a_wrong_command_is_one_line(capsysbinary: Capture, arguments: list[str]) -> None:
    status, _, told = run(capsysbinary, *arguments)
    assert status == 2
    one_error(status, told, "--help")
    assert len(told.splitlines()) == 1


def test_a_defect_is_one_line_unless_debug(capsysbinary: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("no\nluck")

    monkeypatch.setattr("kg.query.flow", broken)
    status, _, told = run(capsysbinary, "query", "posts", "-g", folder)
    assert status == 70 and told.splitlines()[0] == "kg: no luck" and "Traceback" not in told
    assert "Traceback" in run(capsysbinary, "query", "posts", "-g", folder, "--debug")[2]


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130), (SystemExit("x"), 1)])
def test_stopping(capsysbinary: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int) -> None:
    def stop(*arguments: object) -> None:
        raise error

    monkeypatch.setattr("kg.query.flow", stop)
    assert run(capsysbinary, "query", "posts", "-g", folder)[0] == status


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m kg export -f nquads -g '{folder}' | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=120)
    assert done.returncode in (0, 141) and b"Traceback" not in done.stderr and b"Error" not in done.stderr


@pytest.mark.skipif(shutil.which("script") is None, reason="the command script, which makes a terminal, is not installed")
def test_a_progress_bar_on_a_terminal_only(texts: Path, tmp_path: Path) -> None:
    command = f"{sys.executable} -m kg build '{texts}' --out '{tmp_path / 'g'}'"
    done = subprocess.run(["script", "-qec", command, "/dev/null"], capture_output=True, check=False, timeout=120)
    assert done.returncode == 0
    assert b"\x1b[" in done.stdout and b"reading 1/1" not in done.stdout


def test_errors_cannot_steer_the_terminal() -> None:
    assert one_line("a\nb\x1b[31m\tc") == "a b\N{REPLACEMENT CHARACTER}[31m c"
    assert one_line(ValueError()) == "ValueError"


def test_what_is_cut_inside_a_letter_reaches_the_terminal_whole() -> None:
    out = io.BytesIO()
    terminal = _Terminal(out)
    for byte in "Nguyễn\x1b".encode():
        assert terminal.write(bytes([byte])) == 1
    terminal.flush()
    assert out.getvalue().decode() == "Nguyễn\N{REPLACEMENT CHARACTER}"


@pytest.mark.skipif(shutil.which("script") is None, reason="the command script, which makes a terminal, is not installed")
def test_data_cannot_steer_the_terminal(folder: Path) -> None:
    command = f"""{sys.executable} -m kg query 'SELECT ("a\\u001B]0;b\\u0007" AS ?x) {{}}' -f csv -g '{folder}'"""
    done = subprocess.run(["script", "-qec", command, "/dev/null"], capture_output=True, check=False, timeout=120)
    assert done.returncode == 0 and "a\N{REPLACEMENT CHARACTER}]0;b\N{REPLACEMENT CHARACTER}" in done.stdout.decode()
    piped = subprocess.run(["bash", "-c", command], capture_output=True, check=True, timeout=120)
    assert b"a\x1b]0;b\x07" in piped.stdout


@pytest.mark.parametrize(("name", "articles", "many"), [("a.jsonl", 3, False), ("a.jsonl", 60, True), ("a.txt", 1, False)])
def test_a_large_file_of_many_articles_gets_all_cores(tmp_path: Path, name: str, articles: int, many: bool) -> None:
    (tmp_path / name).write_text("\n".join(f'{{"text": "{"x" * 3_990}"}}' for _ in range(articles)), encoding="utf-8")
    assert enough([str(tmp_path)]) == ((os.cpu_count() or 1) if many else 1)


@pytest.mark.parametrize(
    ("number", "words"), [(errno.EMFILE, "allow more open files (ulimit -n 512)"), (errno.ENOSPC, "make room on the disk")]
)
def test_what_the_machine_lacks_is_no_defect(
    capsysbinary: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def lacking(*arguments: object) -> None:
        raise OSError(number, os.strerror(number), "/tmp/x")

    monkeypatch.setattr("kg.graph.Graph.query", lacking)
    status, _, told = run(capsysbinary, "query", "posts", "-g", folder)
    assert status == 1 and told == f"kg: /tmp/x: {os.strerror(number)}; {words}\n"


def test_a_long_error_keeps_its_end(capsysbinary: Capture) -> None:
    status, _, told = run(capsysbinary, "build", "x", "--name", "n" * 10_000)
    assert status == 1 and len(told) < 1_000 and told.endswith("cannot name files; use letters, digits, dots, dashes and underscores\n")
