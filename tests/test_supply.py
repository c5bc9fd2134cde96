"""What kg is made of is listed as it is, pinned by sums, and asked about without a false all-clear."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted(ROOT.glob("requirements*.txt"))
AGAIN = "run make sbom"


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tool_{name}", ROOT / "tools" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


SBOM, AUDIT = tool("sbom"), tool("audit")


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SBOM.SBOM.read_text(encoding="utf-8"))
    return found


def without_licences(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name != "licenses"}


# ---- the bill


def test_the_bill_is_of_these_locks_and_files(bill: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """All but the licences, which need the packages installed, is worked out again here."""
    monkeypatch.setattr(SBOM, "named", lambda licence: [{"license": {"name": licence}}])
    known = {part["name"]: part["licenses"] for part in bill["components"] if part["bom-ref"].startswith("pkg:pypi/")}
    assert {package.name for package, _ in SBOM.packages()} == known.keys(), AGAIN
    fresh = SBOM.bom(known)
    assert [without_licences(p) for p in fresh["components"]] == [without_licences(p) for p in bill["components"]], AGAIN
    assert [SBOM._told(p) for p in fresh["components"]] == [SBOM._told(p) for p in bill["components"]], AGAIN
    assert fresh | {"components": []} == bill | {"components": []}, AGAIN
    assert SBOM.page(bill) == SBOM.PAGE.read_text(encoding="utf-8"), AGAIN


def test_every_part_has_a_licence_and_a_place(bill: dict[str, Any]) -> None:
    assert len(bill["components"]) > 150
    refs = [part["bom-ref"] for part in bill["components"]]
    assert len(set(refs)) == len(refs)
    assert all(SBOM._told(part).strip() for part in bill["components"])
    scopes = {part["name"]: part["scope"] for part in bill["components"]}
    assert (scopes["spacy"], scopes["python-docx"], scopes["lxml"], scopes["pytest"]) == ("required", "optional", "required", "excluded")
    needs = {entry["ref"]: entry["dependsOn"] for entry in bill["dependencies"]}
    reached, waiting = set(), ["kg"]
    while waiting:
        ref = waiting.pop()
        if ref not in reached:
            reached.add(ref)
            waiting += needs.get(ref, [])
    assert reached == {"kg", *refs}, "everything is needed by something that kg needs"


def test_the_bill_has_every_script_and_the_model_s_files(bill: dict[str, Any]) -> None:
    files = {file["name"] for part in bill["components"] for file in part.get("components", ())}
    vendored = {path.name for path in (SBOM.DATA / "explorer" / "vendor").iterdir()} - {"vendor.json"}
    assert vendored <= files
    (model,) = [part for part in bill["components"] if part["name"] == SBOM.MODEL]
    assert model["type"] == "machine-learning-model" and len(model["components"]) > 20
    sums = [h["content"] for part in bill["components"] for file in part.get("components", ()) for h in file["hashes"]]
    assert sums and all(re.fullmatch(r"[0-9a-f]{64}", total) for total in sums)


def test_the_bill_holds_no_time_and_no_random_number(bill: dict[str, Any]) -> None:
    assert "serialNumber" not in bill and "timestamp" not in bill["metadata"]


# ---- the locks


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_by_the_sums_of_its_files(lock: Path) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8"))[1:]
    assert len(blocks) > 20
    for block in blocks:
        assert re.match(r"[A-Za-z0-9._-]+==[^\s;]+", block) and "--hash=sha256:" in block, block.partition("\n")[0]
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"install .*--require-hashes -r {re.escape(lock.name)}", made)


# ---- known weaknesses


CLEAN = json.dumps({"dependencies": [{"name": "A_b", "version": "1.0", "vulns": []}]})
WEAK = json.dumps({"dependencies": [{"name": "a-b", "version": "1.0", "vulns": [{"id": "X-1", "fix_versions": ["1.1"]}]}]})
SKIPPED = json.dumps({"dependencies": [{"name": "a-b", "skip_reason": "not found"}]})
EMPTY = json.dumps({"dependencies": []})


@pytest.mark.parametrize(
    ("told", "checked", "end", "strict"),
    [
        ((CLEAN, ""), 1, 0, 0),
        ((WEAK, ""), 1, 1, 1),
        ((SKIPPED, ""), 0, 0, 1),
        ((EMPTY, ""), 0, 0, 1),
        (("", "line\nConnectionError: no such host\n"), 0, 0, 1),
        (("<html>", ""), 0, 0, 1),
    ],
    ids=["clean", "weak", "skipped", "empty", "unreachable", "no JSON"],
)
def test_what_was_not_checked_is_named(
    told: tuple[str, str],
    checked: int,
    end: int,
    strict: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    for lock in AUDIT.LOCKS:
        (tmp_path / lock).write_text("# made\na.b==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8")
    monkeypatch.setattr(AUDIT, "ROOT", tmp_path)
    monkeypatch.setattr(AUDIT, "asked", lambda service, lock: told)
    for options, wanted in (([], end), (["--strict"], strict)):
        monkeypatch.setattr(sys, "argv", ["audit", *options])
        assert AUDIT.main() == wanted
        said = capsys.readouterr().out
        assert f"checked: {checked} of 1 packages" in said
        assert ("NOT checked: 1 packages, a-b" in said) == (not checked)
        assert ("X-1, mended in 1.1" in said) == (told[0] == WEAK)
        assert "NOT checked: the explorer's scripts" in said and "cytoscape" in said


def test_the_second_service_is_asked_for_what_the_first_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for lock in AUDIT.LOCKS:
        (tmp_path / lock).write_text("a-b==1.0\n", encoding="utf-8")
    seen = []

    def asked(service: str, lock: str) -> tuple[str, str]:
        seen.append(service)
        return (SKIPPED if service == "pypi" else CLEAN), ""

    monkeypatch.setattr(AUDIT, "ROOT", tmp_path)
    monkeypatch.setattr(AUDIT, "asked", asked)
    monkeypatch.setattr(sys, "argv", ["audit", "--strict"])
    assert AUDIT.main() == 0 and seen == ["pypi"] * len(AUDIT.LOCKS) + ["osv"]


def test_pins_are_read_as_the_index_names_them() -> None:
    text = "# via\nTyping_Extensions==4.1 \\\n    --hash=sha256:0\nx==1.0 ; python_version < '3'\n"
    assert AUDIT.pins(text) == {("typing-extensions", "4.1"), ("x", "1.0")}
