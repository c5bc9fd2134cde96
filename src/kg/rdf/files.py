"""Where the ontology's files are: in the package when installed, at the top of the checkout otherwise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def ontology_folder() -> Path:
    """The folder with ``kg.ttl``, ``shapes.ttl``, ``align.ttl`` and ``queries/``."""
    for folder in (_PACKAGE / "ontology", _PACKAGE.parents[1] / "ontology"):
        if (folder / "kg.ttl").is_file():
            return folder
    raise FileNotFoundError(f"the ontology's files are missing from {_PACKAGE}; install kg again")


@cache
def questions() -> dict[str, str]:
    """The competency questions: name -> SPARQL text. Every ``.rq`` file of ``ontology/queries`` is one."""
    return {file.stem: file.read_text("utf-8") for file in sorted((ontology_folder() / "queries").glob("*.rq"))}
