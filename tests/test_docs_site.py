"""The documentation site: it builds without a warning, every page is on it, and it fetches nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytest.importorskip("sphinx")
ROOT = Path(__file__).resolve().parents[1]
FETCHED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("link", "href"), ("source", "src"), ("video", "src"), ("object", "data")}
ELSEWHERE = re.compile(r"(?i)^\s*(?:[a-z][a-z0-9+.-]*:)?//")


class Seen(HTMLParser):
    """What a page fetches, where it leads to, and its anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (tag, name) in FETCHED:
                self.fetched.append(value or "")
            elif tag == "a" and name == "href":
                self.links.append(value or "")
            elif name == "id":
                self.anchors.add(value or "")
            assert not name.startswith("on") or tag == "body", f"{tag} {name}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-d", str(folder / "trees"), "docs"]
    done = subprocess.run([*command, str(folder / "html")], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    yield folder / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Seen]:
    return {path.name: Seen(path.read_text(encoding="utf-8")) for path in sorted(site.glob("*.html"))}


def test_every_page_is_built_and_reached_from_the_first(site: Path, pages: dict[str, Seen]) -> None:
    ours = {path.with_suffix(".html").name for path in (ROOT / "docs").glob("*.md")}
    assert len(ours) >= 12
    assert ours <= set(pages)
    reached, queue = {"index.html"}, ["index.html"]
    while queue:
        for link in pages[queue.pop()].links:
            name = urlsplit(link).path
            if name in pages and name not in reached:
                reached.add(name)
                queue.append(name)
    assert ours <= reached


def test_nothing_is_fetched_from_elsewhere(site: Path, pages: dict[str, Seen]) -> None:
    fetched = [(name, address) for name, page in pages.items() for address in page.fetched]
    assert len(fetched) > 50
    assert not [found for found in fetched if ELSEWHERE.match(found[1])]
    for path in site.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", text), path.name


def test_links_inside_the_site_hold(site: Path, pages: dict[str, Seen]) -> None:
    broken = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = site / unquote(parts.path) if parts.path else site / name
            known = pages.get(target.name) if target.parent == site else None
            missing = parts.fragment and known is not None and unquote(parts.fragment) not in known.anchors
            if not target.is_file() or missing:
                broken.append(f"{name}: {link}")
    assert not broken


def test_the_interface_is_on_its_page(site: Path) -> None:
    text = (site / "api.html").read_text(encoding="utf-8")
    for name in ("kg.build", "kg.load", "kg.graph.Graph.query", "kg.graph.Graph.export", "kg.store.Result.to_pandas", "kg.errors.KgError"):
        assert f'id="{name}"' in text, name


def test_the_vocabulary_is_included_and_not_copied(site: Path) -> None:
    text = (site / "ontology.html").read_text(encoding="utf-8")
    assert "kg:Tenure" in text and "kg:organizedBy" in text
    assert len((ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")) < 1_000
