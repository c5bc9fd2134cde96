"""Addresses of stores that are written to, shown without the login that they may hold."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit, urlunsplit

from kg.errors import OutputError


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a store is: ``url`` is the store's own address, the others its services, where they cannot be told from it."""

    url: str
    query: str | None = None
    update: str | None = None
    graphs: str | None = None


class StoreRefusedError(OutputError):
    """The store answered, and not with success. ``status`` is HTTP's."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def without_login(url: str) -> tuple[str, tuple[str, str] | None]:
    """An address as it may be shown, and the user and password that it held. Raises :class:`kg.errors.OutputError`."""
    try:
        parts = urlsplit(url)
        host, user, port = parts.hostname, parts.username, parts.port
    except ValueError:
        parts, host, user, port = urlsplit(""), None, None, None
    if parts.scheme not in ("http", "https") or not host:
        shown = url.rpartition("@")[2][:200]
        raise OutputError(f"{shown!r}: is no address of a store; give one like http://localhost:7878 with --store")
    place = f"[{host}]" if ":" in host else host
    bare = urlunsplit((parts.scheme, place if port is None else f"{place}:{port}", parts.path, parts.query, ""))
    return bare, None if user is None else (unquote(user), unquote(parts.password or ""))
