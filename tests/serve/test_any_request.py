"""Any request that the description of the routes allows, and many that it does not, gets an answer that the description tells of.

Made up by schemathesis from ``/openapi.json``, the same ones each time.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from fixtures.served import Served

schemathesis = pytest.importorskip("schemathesis")
from schemathesis.checks import not_a_server_error  # noqa: E402 - only where there is schemathesis
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance  # noqa: E402

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_any_request(server: Served, mode: str) -> None:
    schema = schemathesis.openapi.from_url(f"{server.url}/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 10
    if mode == "negative":  # an operation without parameters has nothing to be wrong
        operations = [o for o in operations if o.query or o.headers or o.body]
        assert len(operations) > 5
    for operation in operations:

        @settings(max_examples=12, derandomize=True, deadline=None)
        @given(operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
        def answers(case: Any) -> None:
            case.call_and_validate(checks=CHECKS)

        answers()
