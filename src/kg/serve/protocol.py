"""Requests of the SPARQL 1.1 Protocol (W3C Recommendation 2013, section 2), read strictly: what is not in it is an error, not a guess."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from kg.rdf.ox import NamedNode
from kg.serve.problems import ProblemError, wrong_method
from kg.serve.web import ClientDisconnect, Request

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
LARGEST = 4_000_000  # bytes of a body: a million characters, if each takes four
PATIENCE = 30.0  # seconds for a body to arrive
GRAPHS = 1_000
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|\\^`\x00-\x20]*")
_READ_ONLY = "this service only reads: updates are refused; change the articles and run kg build"
Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """A query operation. ``named`` is None, and ``default`` empty, where the request leaves the data set to query and service."""

    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] | None = None


async def operation(request: Request) -> Operation | None:
    """The query that a request asks for; None for a request for the service's description. Raises :class:`ProblemError`."""
    if request.method not in METHODS:
        raise wrong_method(request.method, METHODS)
    given = fields(request.scope["query_string"])
    if request.method != "POST":
        if not given:
            return None
        if any(name == "update" for name, _ in given):
            raise ProblemError(400, "an update cannot be sent with GET; and " + _READ_ONLY)
        return _query(given)
    media, charset = content_type(request)
    if media not in (FORM, QUERY, UPDATE):
        told = f"the content type {media!r} is not understood" if media else "the request has no Content-Type"
        raise ProblemError(415, told, allowed=(FORM, QUERY, UPDATE), headers={"Accept-Post": f"{FORM}, {QUERY}"})
    if charset not in ("", "utf-8", "utf8"):
        raise ProblemError(415, f"the character set {charset!r} is not understood", allowed=("utf-8",))
    body = await read(request)
    if media == FORM:
        sent = [*given, *fields(body)]
        return _update(sent) if any(name == "update" for name, _ in sent) else _query(sent)
    if any(name in ("query", "update") for name, _ in given):
        raise ProblemError(400, "one query or update in the address and another in the body", next_="send one of them")
    if media == UPDATE:
        raise ProblemError(403, _READ_ONLY)
    return _query([*given, ("query", decoded(body))])


def fields(raw: bytes) -> Fields:
    """The fields of a query string or a form. Raises :class:`ProblemError` for what is no UTF-8."""
    found = []
    for part in raw.split(b"&"):
        if part:
            name, _, value = part.replace(b"+", b" ").partition(b"=")
            found.append((decoded(unquote_to_bytes(name)), decoded(unquote_to_bytes(value))))
    return found


def decoded(raw: bytes) -> str:
    """Bytes as text. Raises :class:`ProblemError` for what is no UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProblemError(400, f"byte {error.start} is no UTF-8", next_="send the query in UTF-8") from error


def content_type(request: Request) -> tuple[str, str]:
    """The media type of the body and its character set, small letters, "" where none is told."""
    media, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    pairs = [parameter.partition("=") for parameter in parameters]
    return media, next((value.strip(' "') for name, _, value in pairs if name.strip() == "charset"), "")


async def read(request: Request, largest: int = LARGEST) -> bytes:
    """The body, if it is not too large and comes in time. Raises :class:`ProblemError`."""
    announced = request.headers.get("content-length", "")
    too_large = ProblemError(413, f"the body is larger than {largest} bytes", next_="send less")
    if announced.isdigit() and int(announced) > largest:
        raise too_large
    found = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for piece in request.stream():
                found += piece
                if len(found) > largest:
                    raise too_large
    except TimeoutError as error:
        raise ProblemError(408, f"the body was not whole after {PATIENCE:.0f} seconds", headers={"Connection": "close"}) from error
    except ClientDisconnect as error:
        raise ProblemError(400, "the body was cut short") from error
    return bytes(found)


def graph_iri(value: str, name: str) -> str:
    """The value if it is an absolute IRI. Raises :class:`ProblemError`."""
    try:
        if not _IRI.fullmatch(value):
            raise ValueError
        NamedNode(value)
    except ValueError as error:
        next_ = "give a whole IRI like https://kg.example/person/jane-roe"
        raise ProblemError(400, f"{name}: {value[:200]!r} is no absolute IRI", next_=next_) from error
    return value


def _query(sent: Fields) -> Operation:
    queries = [value for name, value in sent if name == "query"]
    if len(queries) != 1:
        told = "the query is missing" if not queries else f"{len(queries)} queries in one request"
        raise ProblemError(400, told, next_="send one query in the field query, or none at all for the description of the service")
    if any(name.startswith("using-") for name, _ in sent):
        raise ProblemError(
            400, "using-graph-uri and using-named-graph-uri are for updates", allowed=("default-graph-uri", "named-graph-uri")
        )
    default, named = _graphs(sent, "default-graph-uri"), _graphs(sent, "named-graph-uri")
    return Operation(queries[0], default, named if named or default else None)


def _graphs(sent: Fields, wanted: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(graph_iri(value, wanted) for name, value in sent if name == wanted))
    if len(found) > GRAPHS:
        raise ProblemError(400, f"{wanted} is given more than {GRAPHS} times")
    return found


def _update(sent: Sequence[tuple[str, str]]) -> Operation:
    updates = sum(name == "update" for name, _ in sent)
    if updates > 1 or any(name == "query" for name, _ in sent):
        raise ProblemError(400, "more than one update, or an update and a query, in one request; and " + _READ_ONLY)
    raise ProblemError(403, _READ_ONLY)
