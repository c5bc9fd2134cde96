"""What a server is told at its start, checked before anything opens."""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass, field

from kg.errors import KgError

SHORTEST_TOKEN = 16  # characters
_ORIGIN = re.compile(r"\*|https?://[^/\s?#@,]+", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9._-]{1,253}")


@dataclass(frozen=True, slots=True)
class Settings:
    """A server's settings. Sizes in bytes, times in seconds.

    ``timeout``: of one query while it runs, and at most as long while it waits. ``rows``: of one answer, or triples. ``memory``: what one
    query may take beyond what its process has at rest. ``workers``: processes kept ready; ``at_once``: queries that run at the same time;
    ``queue``: those that wait. ``rate``: requests a second of one address, with bursts of ten times as many.
    """

    target: str
    host: str = "127.0.0.1"
    port: int = 8000
    token: str = field(default="", repr=False)
    allow_hosts: tuple[str, ...] = ()
    cors: str = ""
    timeout: float = 30.0
    rows: int = 1_000_000
    size: int = 64 * 1024 * 1024
    memory: int = 512 * 1024 * 1024
    workers: int = field(default_factory=lambda: max(2, os.cpu_count() or 2))
    at_once: int = 16
    queue: int = 64
    rate: float = 100.0
    log_queries: bool = False
    title: str = ""

    @property
    def remote(self) -> bool:
        """Whether the graph lies behind an endpoint."""
        return self.target.lower().startswith(("http://", "https://"))


def checked(settings: Settings) -> Settings:
    """The settings, fit to start with. Raises :class:`kg.errors.KgError`."""
    if not loopback(settings.host) and not settings.token:
        raise KgError(
            f"--host {settings.host}: whoever reaches this machine could ask; give a secret of {SHORTEST_TOKEN} or more characters "
            "in the environment variable KG_TOKEN (or with --token), or leave --host away to serve this machine alone"
        )
    if settings.token and not (len(settings.token) >= SHORTEST_TOKEN and settings.token.isascii() and settings.token.isprintable()):
        raise KgError(
            f"the secret (KG_TOKEN or --token) has {len(settings.token)} characters: it needs at least {SHORTEST_TOKEN}, printable ASCII, "
            "so that nobody guesses it"
        )
    if settings.cors and not _ORIGIN.fullmatch(settings.cors):
        raise KgError(f"--cors {settings.cors!r}: give an origin like https://notebook.example, or *")
    for name in settings.allow_hosts:
        if not _HOST.fullmatch(name):
            raise KgError(f"--allow-host {name!r}: give a name like graph.example, without port")
    positive = {"timeout": settings.timeout, "max-rows": settings.rows, "max-bytes": settings.size, "memory": settings.memory}
    for option, number in {**positive, "workers": settings.workers, "at-once": settings.at_once, "rate": settings.rate}.items():
        if number <= 0:
            raise KgError(f"--{option} {number}: must be more than 0")
    return settings


def loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
