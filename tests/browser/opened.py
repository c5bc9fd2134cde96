"""A page of the explorer as a reader has it: opened from disk, offline, with everything noted that goes wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fixtures import told
from kg.explore import Explorer, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZE = {"width": 1400, "height": 900}


def write(folder: Path) -> Path:
    """The explorer of the made-up graph as a file."""
    file = folder / "told.html"
    file.write_text(page(Explorer(told.graph()), "Told"), encoding="utf-8")
    return file


class Opened:
    """One page; ``faults`` are console messages, errors and requests for anything but the page itself and what it made."""

    def __init__(self, browser: Browser, path: Path, hash_: str = "", dark: bool = False, width: int = 1400) -> None:
        self.context = browser.new_context(
            viewport=SIZE | {"width": width}, color_scheme="dark" if dark else "light", accept_downloads=True
        )
        self.context.set_offline(True)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", lambda message: self.faults.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", lambda request: self._asked(request.url, path))
        self.page.goto(f"{path.as_uri()}{hash_}")
        self.page.wait_for_selector("html[data-ready=yes]")

    def _asked(self, url: str, path: Path) -> None:
        if not url.startswith((path.as_uri(), "data:", "blob:")):
            self.faults.append(f"request: {url}")

    def close(self) -> None:
        """Close it; what went wrong fails the test."""
        harmed = self.page.evaluate("window.harmed")
        self.context.close()
        assert not self.faults, self.faults
        assert harmed is None

    def tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name, exact=True).click()

    def panel(self) -> str:
        """What the side panel says, spaces as one."""
        return re.sub(r"\s+", " ", self.page.locator("#panel").inner_text())

    def saved(self, click: Callable[[], None]) -> tuple[str, bytes]:
        """Name and bytes of the file that a click saves."""
        with self.page.expect_download() as waiting:
            click()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()
