"""Rows are counted in what the engine writes, whatever the values hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from kg.serve.capped import RESULTS, Capped, TooMuchError

VALUES = st.lists(st.text(st.sampled_from('a"}{,:]<>&\n\r\t\\é😀resultindgs')), max_size=12)


def answer(values: list[str]) -> QuerySolutions:
    told = " ".join('"' + v.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"' for v in values)
    found = Store().query(f"SELECT ?x ?y {{ VALUES ?x {{ {told} }} BIND(?x AS ?y) }}")
    assert isinstance(found, QuerySolutions)
    return found


@pytest.mark.parametrize("form", sorted(RESULTS))
@given(values=VALUES, piece=st.integers(1, 7))
@settings(max_examples=60, deadline=None)
def test_rows(form: str, values: list[str], piece: int) -> None:
    whole = answer(values).serialize(format=RESULTS[form]) or b""
    into = Capped(10**6, 10**6, form)
    for at in range(0, len(whole), piece):
        into.write(whole[at : at + piece])
    assert bytes(into.body) == whole and into.rows == len(values)


@pytest.mark.parametrize("form", sorted(RESULTS))
def test_the_limits_are_exact(form: str) -> None:
    answer(["a"] * 5).serialize(Capped(10**6, 5, form).file, RESULTS[form])
    for limits, passed in (((10**6, 4), "rows"), ((20, 100), "bytes")):
        into = Capped(*limits, form)
        with pytest.raises(Exception, match=passed):
            answer(["a"] * 5).serialize(into.file, RESULTS[form])
        assert into.passed == passed


def test_without_a_format_only_bytes_count() -> None:
    into = Capped(10, 0)
    into.write(b"1\n2\n3\n")
    with pytest.raises(TooMuchError):
        into.write(b"123456")
    assert QueryResultsFormat.CSV in RESULTS.values()
