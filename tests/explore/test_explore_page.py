from __future__ import annotations

import base64
import hashlib
import html as markup
import importlib.util
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from fixtures import made_up
from kg.data import DataError
from kg.explore import assets, page, shell
from kg.explore.html import in_html, listed
from kg.graph import Graph

ROOT = Path(__file__).resolve().parents[2]
# names of vocabularies, which nobody asks for anything
NAMESPACES = (r"graphml\.graphdrawing\.org/xmlns\"", r"kg\.example/ontology#\"")
FOLDER = ROOT / "src" / "kg" / "data" / "explorer"


@pytest.fixture(scope="module")
def html() -> str:
    return page(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()), "Made <up> & done")


class Read(HTMLParser):
    """Elements with their attributes, and the raw text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((tag if dict(attrs).get("type") is None else "data", ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.raw[-1] = (self.raw[-1][0], self.raw[-1][1] + data)


def test_the_policy_allows_exactly_what_the_page_carries(html: str) -> None:
    read = Read(html)
    policy = next(str(a["content"]) for tag, a in read.elements if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
    # the engine of the Ask tab is compiled from WebAssembly, in a worker of the page's own
    assert rules["default-src"] == ["'none'"] and "unsafe" not in policy.replace("'wasm-unsafe-eval'", "") and "http" not in policy
    for kind, tag in (("script-src", "script"), ("style-src", "style")):
        sums = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for name, text in read.raw if name == tag]
        assert [rule for rule in rules[kind] if rule != "'wasm-unsafe-eval'"] == sums and sums
    assert "wasm" not in page(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()), "x", ask=False).split("</head>")[0]


def test_nothing_is_fetched_and_nothing_runs_from_attributes(html: str) -> None:
    for tag, attributes in Read(html).elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)
        for name in ("src", "href"):
            assert (attributes.get(name) or "data:,").startswith(("data:", "#")), (tag, attributes)
    assert "@import" not in html and "url(" not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)


def test_what_articles_say_never_becomes_markup(html: str) -> None:
    raw = next(text for name, text in Read(html).raw if name == "data")
    assert not set("<>&\u2028\u2029") & set(raw)
    data = json.loads(raw)
    assert any("<script>alert(1)</script>" in quote[3] for quote in data["quotes"])
    assert data["texts"]["a1"]["text"] == made_up.FIRST
    assert f"<title>{markup.escape('Made <up> & done')}</title>" in html and "<h1>Made &lt;up&gt; &amp; done</h1>" in html


def test_the_same_graph_gives_the_same_bytes(html: str) -> None:
    assert page(Graph.from_resolution(made_up.shuffled(3), kinds=made_up.kinds()), "Made <up> & done") == html


def test_characters_that_utf8_or_html_cannot_hold() -> None:
    text = in_html({"a": "\ud800 </script> <!-- \u2028 \x00"})
    assert json.loads(text.encode("utf-8")) == {"a": "\ud800 </script> <!-- \u2028 \x00"} and "<" not in text


def test_the_shell_asks_its_own_server_for_everything() -> None:
    read = Read(shell("A <b>"))
    served = {f"/static/{name}" for name in assets()}
    asked = {str(a.get("src") or a.get("href")) for tag, a in read.elements if tag in ("script", "link")} - {"data:,", "None"}
    # data is fetched by the script that needs it
    assert asked == served - {f"/static/{name}" for name in listed("data.txt")}
    assert not [text for name, text in read.raw if text and name != "data"]
    assert "A &lt;b&gt;" in shell("A <b>")


def test_assets_have_types_that_browsers_run() -> None:
    for name, (data, media) in assets().items():
        media_of = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "json": "application/json"}
        assert data and media == media_of[name.rpartition(".")[2]]


def test_every_script_and_style_is_listed_and_keeps_the_house_rules() -> None:
    own = {path.name for path in FOLDER.glob("*.js")} | {path.name for path in FOLDER.glob("*.css")}
    assert own == {name for name in (*listed("scripts.txt"), *listed("styles.txt")) if "/" not in name}
    for path in FOLDER.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith('"use strict";\n') and text.rstrip().endswith("})(window.kg = window.kg || {});"), path.name
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://(?!www\.w3\.org/|NAMES)[a-z]".replace(
                "NAMES", "|".join(NAMESPACES)
            ),
            text,
        ), path.name
        assert len(text.splitlines()) <= 250, path.name


def test_lists_name_files_below_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.explore.html.read_text", lambda path: "core.js\n../secret.js\n")
    listed.cache_clear()
    with pytest.raises(DataError, match="line 2"):
        listed("scripts.txt")
    listed.cache_clear()


def vendor() -> Any:
    spec = importlib.util.spec_from_file_location("vendor_js", ROOT / "tools" / "vendor_js.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_vendored_files_are_as_recorded_and_have_their_licences() -> None:
    tool = vendor()
    libraries = json.loads((FOLDER / "vendor" / "vendor.json").read_text(encoding="utf-8"))
    assert tool.wrong(libraries) == []
    for library in libraries:
        names = [file["name"] for file in library["files"]]
        assert library["licence"] and library["version"] and any("LICENSE" in name for name in names)
    used = {name for name in (*listed("scripts.txt"), *listed("styles.txt"), *listed("data.txt")) if name.startswith("vendor/")}
    assert used <= {f"vendor/{file['name']}" for library in libraries for file in library["files"]}


def test_a_changed_vendored_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = vendor()
    (tmp_path / "a.js").write_text("changed", encoding="utf-8")
    (tmp_path / "c.js").write_text("unknown", encoding="utf-8")
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    faults = tool.wrong([{"files": [{"name": "a.js", "sha256": "0"}, {"name": "b.js", "sha256": "0"}]}])
    assert [fault.split(":")[0] for fault in faults] == ["a.js", "b.js", "c.js"]
