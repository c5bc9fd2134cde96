"""Every extractor's own examples, through reading and annotation."""

from __future__ import annotations

from types import ModuleType

import pytest

from kg.annotate import annotate
from kg.extract import extractors
from kg.extract._examples import normal, render
from kg.read import read_text

CASES = [(module, text, expected) for module in extractors() for text, expected in module.EXAMPLES]


@pytest.mark.parametrize(("module", "text", "expected"), CASES, ids=[f"{m.KIND.name}-{n}" for n, (m, _, _) in enumerate(CASES)])
def test_example(module: ModuleType, text: str, expected: tuple[str, ...]) -> None:
    doc = annotate(read_text(text))
    claims = list(module.extract(doc))
    assert normal(render(doc, claim) for claim in claims) == normal(expected)
    for claim in claims:
        assert claim.kind == module.KIND.name
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(doc.text)
        assert not claim.status or claim.status in module.KIND.statuses
        assert {role for role, _ in claim.roles} <= set(module.KIND.roles)
        assert {name for name, _ in claim.values} <= set(module.KIND.values)
