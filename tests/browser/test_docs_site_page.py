"""The documentation site as a reader meets it: from disk, without any network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest.importorskip("sphinx")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-d", str(folder / "trees"), "docs", str(folder / "html")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    return folder / "html"


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (1400, True), (360, False)])
def test_pages_load_nothing_from_elsewhere_and_fit(browser: Browser, site: Path, width: int, dark: bool) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light")
    context.set_offline(True)
    page = context.new_page()
    faults: list[str] = []
    page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(("file:", "data:")) else None)
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: faults.append(str(error)))
    for name in ("index.html", "questions.html", "api.html"):
        page.goto((site / name).as_uri())
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()
    assert not faults


def test_the_search_finds_a_page(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    page.goto((site / "search.html").as_uri() + "?q=signatories")
    page.wait_for_selector("ul.search li a", timeout=10_000)
    assert any("questions.html" in str(link.get_attribute("href")) for link in page.locator("ul.search li a").all())
    context.close()
