#!/usr/bin/env python3
"""Take the pictures of the documents from a page that ``kg view`` wrote: ``tools/picture.py PAGE.html FOLDER``.

Needs Debian's chromium. The same page gives the same views: fixed windows, no motion, the light or the dark the picture asks for.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-device-scale-factor=1", "--hide-scrollbars"]
LARGEST = 250_000  # bytes of a picture, so that a checkout stays light

# the person of whom most is told
PERSON = """() => {
  const { things, factsOf } = window.kg.data;
  const people = things.map((thing, i) => [i, factsOf(i).length]).filter(([i]) => ["Official", "Person"].includes(things[i].type));
  people.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (people.length) window.kg.show.thing(people[0][0]);
}"""
# the first post with its words
EVIDENCE = """() => {
  const post = window.kg.data.facts.findIndex((fact) => fact.kind === "post" && fact.q.length);
  if (post >= 0) window.kg.show.fact(post);
}"""


@dataclass(frozen=True, slots=True)
class View:
    """A picture: its file's name, the window in pixels, light or dark, and what is chosen first."""

    name: str
    width: int
    height: int
    dark: bool
    script: str


VIEWS = (
    View("graph.png", 1280, 800, False, PERSON),
    View("explorer-dark.png", 1280, 800, True, ""),
    View("explorer-evidence.png", 1280, 640, False, EVIDENCE),
    View("explorer-narrow.png", 390, 780, False, PERSON),
)


def take(browser: Browser, page: Path, view: View, folder: Path) -> Path:
    """One picture; the page is opened offline."""
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme="dark" if view.dark else "light",
        reduced_motion="reduce",
        device_scale_factor=1,
        offline=True,
    )
    window = context.new_page()
    window.goto(page.resolve().as_uri())
    window.wait_for_selector("html[data-ready=yes]", timeout=30_000)
    window.wait_for_timeout(700)
    if view.script:
        window.evaluate(view.script)
        window.wait_for_selector("#panel:not([hidden])", timeout=10_000)
    window.mouse.move(0, 0)
    window.wait_for_timeout(700)  # for the drawing to come to rest
    target = folder / view.name
    window.screenshot(path=target, animations="disabled", caret="hide")
    context.close()
    return target


def main() -> int:
    """Take all of them; gives the exit status."""
    if len(sys.argv) != 3:
        print("picture: give the page and the folder: tools/picture.py PAGE.html FOLDER", file=sys.stderr)
        return 2
    page, folder = Path(sys.argv[1]), Path(sys.argv[2])
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        print("picture: chromium is not installed (Debian: apt-get install chromium)", file=sys.stderr)
        return 1
    if not page.is_file():
        print(f"picture: {page}: there is no such page; make it with kg view --no-open --out {page}", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for view in VIEWS:
            try:
                size = take(browser, page, view, folder).stat().st_size
            except Error as error:
                print(f"picture: {view.name}: {error.message.splitlines()[0]}", file=sys.stderr)
                failed = 1
                continue
            print(f"{view.name:<24}{size:>8} bytes")
            if size > LARGEST:
                print(f"picture: {view.name} is larger than {LARGEST} bytes; make its window smaller", file=sys.stderr)
                failed = 1
        browser.close()
    return failed


if __name__ == "__main__":
    sys.exit(main())
