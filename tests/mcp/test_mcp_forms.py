"""What a tool takes, as schema and as it is checked: a message names what is allowed."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.mcp.forms import Count, Text, checked, schema

FIELDS = (
    Text("text", "a name", 10),
    Text("kind", "a kind", choices=("a", "b"), default="a"),
    Text("type", "a type", default=""),
    Count("limit", "how many", 5, 20),
)


def test_what_is_left_out_has_its_default() -> None:
    assert checked(FIELDS, {"text": "x"}) == {"text": "x", "kind": "a", "type": None, "limit": 5}
    assert checked(FIELDS, {"text": "x", "type": "", "limit": None}) == {"text": "x", "kind": "a", "type": None, "limit": 5}
    assert checked(FIELDS, {"text": "x", "kind": "b", "type": "t", "limit": 20})["limit"] == 20


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, "text is missing; give a name"),
        ({"text": 3}, "text is 3; give a string: a name"),
        ({"text": " "}, "text is empty; give a name"),
        ({"text": "x" * 11}, "text has 11 characters; at most 10 are read"),
        ({"text": "x", "kind": "c"}, "kind is 'c'; give one of a, b"),
        ({"text": "x", "limit": 0}, "limit is 0; give a whole number from 1 to 20"),
        ({"text": "x", "limit": 21}, "limit is 21; give a whole number from 1 to 20"),
        ({"text": "x", "limit": True}, "limit is True; give a whole number from 1 to 20"),
        ({"text": "x", "limit": 1.5}, "limit is 1.5; give a whole number from 1 to 20"),
        ({"text": "x", "limit": "5"}, "limit is '5'; give a whole number from 1 to 20"),
        ({"text": "x", "query": "y"}, "there is no argument 'query'; the arguments are: text, kind, type, limit"),
        ({"text": "x", "y" * 999: 1}, "there is no argument"),
    ],
)
def test_what_is_wrong_is_told_with_what_is_allowed(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(KgError) as error:
        checked(FIELDS, wrong)
    assert str(error.value).startswith(said)
    assert len(str(error.value)) < 200


def test_nought_is_a_default_like_any_other() -> None:
    fields = (Count("offset", "how many first", 0, 9, 0),)
    assert checked(fields, {}) == checked(fields, {"offset": 0}) == {"offset": 0}
    with pytest.raises(KgError, match="offset is -1; give a whole number from 0 to 9"):
        checked(fields, {"offset": -1})


def test_a_tool_without_arguments_says_so() -> None:
    with pytest.raises(KgError, match="there is no argument 'x'; the arguments are: none"):
        checked((), {"x": 1})


VALUES = st.one_of(
    st.text(max_size=12), st.integers(-2, 25), st.none(), st.booleans(), st.sampled_from(["a", "b", ""]), st.lists(st.integers())
)


@given(st.dictionaries(st.sampled_from(["text", "kind", "type", "limit", "other"]), VALUES))
def test_what_the_schema_allows_is_taken(arguments: dict[str, object]) -> None:
    try:
        jsonschema.validate(arguments, schema(FIELDS))
    except jsonschema.ValidationError:
        return
    if str(arguments["text"]).strip() and str(arguments.get("type", "t")).strip():  # white space alone is beyond a schema
        assert checked(FIELDS, arguments)["text"] == arguments["text"]
