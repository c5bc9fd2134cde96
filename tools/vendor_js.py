"""Fetch the explorer's libraries again: ``python tools/vendor_js.py``; with ``--check`` only compare the files with their sums.

``src/kg/data/explorer/vendor/vendor.json`` says which files of which npm package are taken, under which name. The packages are
unpacked below a temporary folder and the named files are copied as they are; then their SHA-256 sums are written down. A new version
is one changed number there and one run of this. A name that ends in ``.gz`` is the file packed by gzip, its sum that of the file
unpacked; a licence whose package has no file of it (``from`` is empty) was put there by hand and is only compared.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "src" / "kg" / "data" / "explorer" / "vendor"
LIST = FOLDER / "vendor.json"


def main() -> int:
    """0 where all is as it should be."""
    parser = argparse.ArgumentParser(description="Fetch the explorer's libraries, or check those that are here.")
    parser.add_argument("--check", action="store_true", help="fetch nothing; compare every file with its sum")
    check = parser.parse_args().check
    libraries: list[dict[str, Any]] = json.loads(LIST.read_text(encoding="utf-8"))
    if not check:
        for library in libraries:
            fetch(library)
        LIST.write_text(json.dumps(libraries, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    faults = wrong(libraries)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(libraries)} libraries, {'as recorded' if not faults else f'{len(faults)} faults'}")
    return 1 if faults else 0


def wrong(libraries: list[dict[str, Any]]) -> list[str]:
    """What differs from the list: files that are missing, changed or not listed."""
    faults = []
    known = {LIST.name}
    for library in libraries:
        for file in library["files"]:
            known.add(file["name"])
            path = FOLDER / file["name"]
            if not path.is_file():
                faults.append(f"{file['name']}: is missing; run tools/vendor_js.py")
            elif hashlib.sha256(plain(path)).hexdigest() != file["sha256"]:
                faults.append(f"{file['name']}: is not the file that vendor.json records; run tools/vendor_js.py")
    return faults + [f"{path.name}: is not in vendor.json" for path in sorted(FOLDER.iterdir()) if path.name not in known]


def plain(path: Path) -> bytes:
    """What a file holds, unpacked where it is packed; a packed one that cannot be read as it stands."""
    data = path.read_bytes()
    try:
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, EOFError):
        return data


def fetch(library: dict[str, Any]) -> None:
    """Copy the files of one library out of its npm package and note their sums."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not installed; install Node.js, or use --check")
    package = f"{library['package']}@{library['version']}"
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run([npm, "pack", "--json", "--ignore-scripts", package], cwd=folder, check=True, capture_output=True, text=True)
        with tarfile.open(Path(folder) / json.loads(told.stdout)[0]["filename"]) as archive:
            archive.extractall(folder, filter="data")
        for file in library["files"]:
            if not file["from"]:
                continue
            data = (Path(folder) / "package" / file["from"]).read_bytes()
            target = FOLDER / file["name"]
            if not target.is_file() or plain(target) != data:  # another gzip may pack the same bytes otherwise
                target.write_bytes(gzip.compress(data, 9, mtime=0) if target.suffix == ".gz" else data)
            file["sha256"] = hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
