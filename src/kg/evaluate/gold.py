"""Gold: hand-made facts of one article as a JSON file, read and checked.

Each file names its ``article``, its ``entities`` (``id``, ``type``, ``names``; ``anchors`` are snippets that speak of an event or
agreement) and a list for each question. A fact that is ``optional`` costs nothing when missed. A list stands for alternatives, null
for what the text leaves open.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.match import fold, folds

LISTS = ("posts", "events", "organizers", "participants", "agreements", "signatories", "statistics", "statements", "ties")
_REFERENCES = {
    "posts": ("person", "organization"),
    "events": ("event",),
    "organizers": ("event", "organizer"),
    "participants": ("event", "participant"),
    "agreements": ("agreement",),
    "signatories": ("agreement", "signatory"),
    "statements": ("speaker",),
    "ties": ("subject", "object"),
}


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A thing that the article names; ``names`` are folded, ``shown`` is the first as written."""

    id: str
    type: str
    names: frozenset[str]
    shown: str
    anchors: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one article. ``facts[question]`` are its facts as JSON objects, in the file's order."""

    article: str
    entities: Mapping[str, GoldEntity]
    facts: Mapping[str, Sequence[Mapping[str, Any]]]

    def is_called(self, name: str | None, id_: str) -> bool:
        """Whether ``name`` is one of the names of the entity ``id_``."""
        return fold(name) in self.entities[id_].names

    def who(self, name: str | None) -> str:
        """The id of the first entity that has this name, or the folded name itself."""
        folded = fold(name)
        return next((entity.id for entity in self.entities.values() if folded in entity.names), folded)


def wanted(value: Any) -> tuple[Any, ...]:
    """The alternatives that gold gives: a list, a single value, or none at all."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def optional(fact: Mapping[str, Any]) -> bool:
    """Whether missing this fact costs nothing."""
    return bool(fact.get("optional"))


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """The gold files of ``folder``, by file name. Raises InputError for none at all, bad JSON, or facts of entities that are not listed."""
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not paths:
        raise InputError(str(folder), "there is no gold here", "give the folder that holds one .json file for each article")
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> Gold:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(str(path), f"not readable as JSON ({error})", "mend the file") from error
    if not isinstance(data, dict) or not isinstance(data.get("article"), str):
        raise InputError(str(path), "it names no article", 'give it "article": the file name of the text without its ending')
    try:
        entities = {entity["id"]: _entity(entity) for entity in data.get("entities", [])}
        facts = {question: tuple(data.get(question, ())) for question in LISTS}
        for question, keys in _REFERENCES.items():
            for fact in facts[question]:
                for key in keys:
                    if fact[key] not in entities:
                        raise InputError(str(path), f"{question} speak of {fact[key]!r}", "list it under entities")
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(str(path), f"not in the gold's format ({error!r})", "compare it with docs/evaluate.md") from error
    return Gold(data["article"], entities, facts)


def _entity(data: Mapping[str, Any]) -> GoldEntity:
    names = data["names"]
    return GoldEntity(
        data["id"], data["type"], folds(names), names[0] if names else data["id"], tuple(data.get("anchors", ())), optional(data)
    )
