"""The explorer as a page: one self-contained file, or the shell that a server sends with scripts and styles beside it.

Whatever an article says reaches the page as JSON whose ``<``, ``>`` and ``&`` are escaped, and is put in place as text, never as
markup. The file's own policy allows nothing but its own scripts and styles, each by its SHA-256 sum (W3C Content Security Policy 3).
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from kg.data import DataError, read_text
from kg.explore.words import KindStyle, TypeStyle, kinds, types

FOLDER = "explorer"
TITLE = "What the articles say"
# cytoscape adds a style element of its own unless one of this name is there; a policy by sums would refuse it
_PINNED = "__________cytoscape_stylesheet"


def file_page(data: Mapping[str, Any], title: str) -> str:
    """One HTML file that needs no network: ``data`` is the overview with quotes and texts."""
    scripts = [read_text(f"{FOLDER}/{name}") for name in listed("scripts.txt")]
    style = "\n".join([_types_css(), *(read_text(f"{FOLDER}/{name}") for name in listed("styles.txt"))])
    policy = "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(_sum(f"\n{text}\n") for text in scripts),
            f"style-src {_sum(chr(10) + style + chr(10))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">'
    carried = {"kg-data": data} | {f"kg-file {name}": json.loads(read_text(f"{FOLDER}/{name}")) for name in listed("data.txt")}
    body = [f'<script type="application/json" id="{id_}">{in_html(value)}</script>' for id_, value in carried.items()]
    body += [f"<script>\n{text}\n</script>" for text in scripts]
    return _document(title, head, f'<style id="{_PINNED}">\n{style}\n</style>', "\n".join(body), "file")


def shell(title: str = TITLE) -> str:
    """The server's page: the same body, its scripts and styles under ``/static/``, its data from ``/api/``."""
    styles = "\n".join(
        f'<link rel="stylesheet" href="/static/{name}"{f" id={chr(34)}{_PINNED}{chr(34)}" if name == "types.css" else ""}>'
        for name in ("types.css", *listed("styles.txt"))
    )
    scripts = "\n".join(f'<script src="/static/{name}" defer></script>' for name in listed("scripts.txt"))
    return _document(title, "", styles, scripts, "server")


@cache
def assets() -> Mapping[str, tuple[bytes, str]]:
    """Everything under ``/static/``: name to bytes and media type."""
    found = {name: (read_text(f"{FOLDER}/{name}").encode("utf-8"), "text/javascript; charset=utf-8") for name in listed("scripts.txt")}
    found |= {name: (read_text(f"{FOLDER}/{name}").encode("utf-8"), "text/css; charset=utf-8") for name in listed("styles.txt")}
    found |= {name: (read_text(f"{FOLDER}/{name}").encode("utf-8"), "application/json") for name in listed("data.txt")}
    found["types.css"] = _types_css().encode("utf-8"), "text/css; charset=utf-8"
    return MappingProxyType(found)


@cache
def listed(name: str) -> tuple[str, ...]:
    """The paths that ``scripts.txt``, ``styles.txt`` or ``data.txt`` lists, in order.

    Raises :class:`kg.data.DataError` for one that is no plain path.
    """
    found = []
    for number, line in enumerate(read_text(f"{FOLDER}/{name}").splitlines(), 1):
        if line and not line.startswith("#"):
            if line.startswith("/") or ".." in line or line != line.strip():
                raise DataError(f"{FOLDER}/{name}", number, f"{line!r} is no path below the folder")
            found.append(line)
    return tuple(found)


def in_html(data: Mapping[str, Any]) -> str:
    """Compact JSON that cannot end a script element or begin any markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text.encode("utf-8", "backslashreplace").decode("utf-8")  # lone surrogates, which UTF-8 cannot hold


def _types_css() -> str:
    named: list[tuple[str, TypeStyle | KindStyle]] = [(f"type-{s.type}", s) for s in types().values()]
    named += [(f"kind-{k.kind}", k) for k in kinds().values()]
    light = "".join(f" --{name}: {style.light};" for name, style in named)
    dark = "".join(f" --{name}: {style.dark};" for name, style in named)
    return f':root {{{light} }}\n:root[data-theme="dark"] {{{dark} }}\n'


def _sum(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _document(title: str, head: str, styles: str, scripts: str, mode: str) -> str:
    name = html.escape(title)
    body = read_text(f"{FOLDER}/body.html")
    return f"""<!doctype html>
<html lang="en" data-mode="{mode}">
<head>
<meta charset="utf-8">
{head}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{name}</title>
{styles}
</head>
<body>
{body.replace("{{title}}", name)}
{scripts}
</body>
</html>
"""
