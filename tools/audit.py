"""Ask for known weaknesses of the locked packages: ``python tools/audit.py [--strict]``, run by ``make audit``.

pip-audit asks the package index's advisories, and OSV where the index did not tell of every package. Ends with 1 where a package has a
known weakness. What could not be asked for is named as not checked, never passed over: without a network that is everything, and the
end is 0 all the same; with ``--strict`` it is 1. The explorer's scripts are no Python packages: they are always named as not checked.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-audit.txt")
VENDOR = ROOT / "src" / "kg" / "data" / "explorer" / "vendor" / "vendor.json"
SERVICES = ("pypi", "osv")
Pin = tuple[str, str]  # a package's name and version
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
_LONGEST = 600  # seconds


def main() -> int:
    """0 where no weakness is known of what was checked."""
    options = argparse.ArgumentParser(description="Ask for known weaknesses of the locked packages.")
    options.add_argument("--strict", action="store_true", help="end with 1 where a package was not checked")
    strict = options.parse_args().strict
    wanted = {lock: pins((ROOT / lock).read_text(encoding="utf-8")) for lock in LOCKS}
    checked: dict[Pin, list[str]] = {}
    why = ""
    for service in SERVICES:
        for lock in LOCKS:
            if wanted[lock] - checked.keys():
                found, failed = read(*asked(service, lock))
                checked |= {pin: known for pin, known in found.items() if pin in wanted[lock]}
                why = why or failed
    left = set().union(*wanted.values()) - checked.keys()
    for line in report(checked, left, why):
        print(line)
    return 1 if any(checked.values()) or (strict and left) else 0


def pins(text: str) -> set[Pin]:
    """The packages of a lock."""
    return {(plain(name), version) for name, version in _PIN.findall(text)}


def plain(name: str) -> str:
    """A package's name as the index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(service: str, lock: str) -> tuple[str, str]:
    """What pip-audit prints of a lock as JSON, and its complaints; the first is empty where the service could not be reached."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off"]
    command += ["--vulnerability-service", service, "--requirement", str(ROOT / lock)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return "", f"no answer in {_LONGEST} seconds"
    return done.stdout, done.stderr


def read(told: str, complaints: str) -> tuple[dict[Pin, list[str]], str]:
    """The packages that a service knew, each with its weaknesses in words, and why others were not checked."""
    try:
        packages: list[dict[str, Any]] = json.loads(told)["dependencies"]
    except (ValueError, KeyError, TypeError):
        lines = [line.strip() for line in complaints.splitlines() if line.strip()]
        return {}, lines[-1][:150] if lines else "no answer"
    found = {
        (plain(package["name"]), package["version"]): [
            f"{known['id']}, mended in {', '.join(known['fix_versions']) or 'no version yet'}" for known in package["vulns"]
        ]
        for package in packages
        if "vulns" in package
    }
    return found, next((package["skip_reason"] for package in packages if "skip_reason" in package), "")


def report(checked: dict[Pin, list[str]], left: set[Pin], why: str) -> list[str]:
    """The lines to print."""
    weak = [f"{name} {version}: {known}" for (name, version), every in sorted(checked.items()) for known in every]
    lines = [f"checked: {len(checked)} of {len(checked) + len(left)} packages, {len(weak)} known weaknesses", *weak]
    if left:
        names = ", ".join(name for name, _ in sorted(left)[:5]) + (" …" if len(left) > 5 else "")
        lines.append(f"NOT checked: {len(left)} packages, {names} ({why or 'the services do not know them'})")
        lines.append("run it again where the index's advisories can be reached")
    scripts = [f"{library['package']} {library['version']}" for library in json.loads(VENDOR.read_text(encoding="utf-8"))]
    return [*lines, f"NOT checked: the explorer's scripts, which are no Python packages: {', '.join(scripts)}"]


if __name__ == "__main__":
    sys.exit(main())
