"""How the examples of extractors are written: one line a claim, `name=value` parts joined by " | ".

``"person=Ana Souza | title=director | organization=Port of Santos | status=held"``: roles show the words of their mention, values
their plain form (a decimal in full, a date in ISO 8601), ``status`` comes last and only where the claim has one. The order of the
parts and of the claims says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kg.types import Claim, Document, Value


def render(doc: Document, claim: Claim) -> str:
    """The claim as an example writes it; line breaks in a mention are spaces."""
    parts = [f"{role}={_line(doc.text[m.start : m.end])}" for role, m in claim.roles]
    parts.extend(f"{name}={_plain(value)}" for name, value in claim.values)
    if claim.status:
        parts.append(f"status={claim.status}")
    return " | ".join(parts)


def normal(lines: Iterable[str]) -> list[str]:
    """Examples or rendered claims in a form to compare: parts sorted, then lines; equal lines are one."""
    return sorted({" | ".join(sorted(part.strip() for part in line.split(" | "))) for line in lines})


def _plain(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return _line(str(value))


def _line(text: str) -> str:
    return " ".join(text.split())
