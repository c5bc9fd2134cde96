"""What a tool takes: its arguments as JSON Schema for agents, and checked with messages that name what is allowed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import KgError

_SHOWN = 80  # characters of a wrong value in a message


@dataclass(frozen=True, slots=True)
class Text:
    """A string of at most ``longest`` characters, one of ``choices`` where there are any; required unless ``default`` is given."""

    name: str
    about: str
    longest: int = 1_000
    choices: tuple[str, ...] = ()
    default: str | None = None

    def schema(self) -> dict[str, Any]:
        """As JSON Schema."""
        found: dict[str, Any] = {"type": "string", "description": self.about, "maxLength": self.longest}
        if self.choices:
            found["enum"] = list(self.choices)
        else:
            found["minLength"] = 1
        return found

    def checked(self, value: object) -> str:
        """The value. Raises :class:`kg.errors.KgError`."""
        if not isinstance(value, str):
            raise KgError(f"{self.name} is {_short(value)}; give a string: {self.about}")
        if self.choices and value not in self.choices:
            raise KgError(f"{self.name} is {_short(value)}; give one of {', '.join(self.choices)}")
        if not value.strip():
            raise KgError(f"{self.name} is empty; give {self.about}")
        if len(value) > self.longest:
            raise KgError(f"{self.name} has {len(value)} characters; at most {self.longest} are read")
        return value


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from ``least`` to ``most``."""

    name: str
    about: str
    default: int
    most: int
    least: int = 1

    def schema(self) -> dict[str, Any]:
        """As JSON Schema."""
        return {"type": "integer", "description": self.about, "minimum": self.least, "maximum": self.most, "default": self.default}

    def checked(self, value: object) -> int:
        """The value. Raises :class:`kg.errors.KgError`."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.least <= value <= self.most:
            raise KgError(f"{self.name} is {_short(value)}; give a whole number from {self.least} to {self.most}")
        return value


def schema(fields: Sequence[Text | Count]) -> dict[str, Any]:
    """The JSON Schema of an object with these fields and no others."""
    required = [field.name for field in fields if field.default is None]
    return {
        "type": "object",
        "properties": {field.name: field.schema() for field in fields},
        "required": required,
        "additionalProperties": False,
    }


def checked(fields: Sequence[Text | Count], given: Mapping[str, object]) -> dict[str, Any]:
    """The arguments by name, defaults filled in (an optional text is None). Raises :class:`kg.errors.KgError`."""
    names = [field.name for field in fields]
    allowed = ", ".join(names) or "none"
    for name in given:
        if name not in names:
            raise KgError(f"there is no argument {_short(name)}; the arguments are: {allowed}")
    found: dict[str, Any] = {}
    for field in fields:
        value = given.get(field.name)
        if value is None or (value == "" and isinstance(field, Text) and field.default == ""):
            if field.default is None:
                raise KgError(f"{field.name} is missing; give {field.about}")
            found[field.name] = None if field.default == "" else field.default
        else:
            found[field.name] = field.checked(value)
    return found


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
