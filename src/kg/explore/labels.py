"""The lines of a label, the size of a shape and the room that both take on the drawing."""

from __future__ import annotations

import math

from kg.explore.layout import Box

LABEL_WIDTH = 18  # characters of a line on the drawing


def wrap(name: str, width: int = LABEL_WIDTH, lines: int = 3) -> str:
    """A name in lines of at most ``width`` characters where its words allow; more than ``lines`` end in an ellipsis."""
    found: list[str] = []
    for word in name.split():
        if found and len(found[-1]) + 1 + len(word) <= width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    found = [line if len(line) <= 2 * width else f"{line[: 2 * width - 1]}…" for line in found]
    if len(found) > lines:
        found = [*found[: lines - 1], f"{found[lines - 1]}…"]
    return "\n".join(found)


def box(label: str, size: float) -> Box:
    """The room that a shape of radius ``size`` and its label below take, in pixels at scale 1."""
    lines = label.split("\n")
    return max(2 * size, 7.2 * max(map(len, lines))) + 22, 2 * size + 16 * len(lines) + 22


def size(weight: float) -> float:
    """The radius of a thing that ``weight`` articles name, in pixels at scale 1."""
    return round(min(11 + 3 * math.sqrt(weight), 34), 1)
