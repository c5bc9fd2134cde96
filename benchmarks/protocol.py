"""The requests of tests/fixtures/protocol.py against an endpoint: ``python benchmarks/protocol.py [URL]``.

Without URL, against kg serve and against rdflib-endpoint (where it is installed), each with the same data, in processes of their own.
Prints how many pass, and which do not.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from fixtures.protocol import CASES, DATA
from fixtures.served import served

OTHER = """
import sys, rdflib, uvicorn
from rdflib_endpoint import SparqlEndpoint
data = rdflib.Dataset()
data.parse(data=open(sys.argv[1]).read(), format="trig")
uvicorn.run(SparqlEndpoint(graph=data, path="/sparql"), port=int(sys.argv[2]), log_level="critical")
"""
PORT = 8399


def failures(url: str) -> list[str]:
    """The cases that do not pass, with what came instead."""
    found = []
    for case in CASES:
        answer = httpx.request(case.method, url + case.address, headers=dict(case.headers), content=case.body or None, timeout=60)
        media = answer.headers.get("content-type", "")
        try:
            good = case.passes(answer.status_code, media, answer.content)
        except (ValueError, KeyError):
            good = False
        if not good:
            found.append(f"{case.name}: {answer.status_code} {media}")
    return found


def tell(name: str, url: str) -> None:
    failed = failures(url)
    print(f"{name}: {len(CASES) - len(failed)} of {len(CASES)}")
    for line in failed:
        print(f"  {line}")


def main(arguments: list[str]) -> int:
    if arguments:
        tell(arguments[0], arguments[0])
        return 0
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "graphs.trig")
        data.write_text(DATA, encoding="utf-8")
        with served(data, "--quiet") as server:
            tell("kg serve", f"{server.url}/sparql")
        if importlib.util.find_spec("rdflib_endpoint") is None:
            print("rdflib-endpoint is not installed")
            return 0
        other = subprocess.Popen([sys.executable, "-c", OTHER, str(data), str(PORT)], stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                try:
                    httpx.get(f"http://127.0.0.1:{PORT}/sparql?query=ASK%7B%7D", timeout=5)
                    break
                except httpx.HTTPError:
                    time.sleep(0.1)
            tell("rdflib-endpoint", f"http://127.0.0.1:{PORT}/sparql")
        finally:
            other.kill()
            other.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
