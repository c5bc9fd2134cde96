#!/usr/bin/env python3
"""Take the picture of a page for the README: ``tools/picture.py PAGE.html PICTURE.png``. Needs Debian's chromium."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

# the person of whom most is told
HEAVIEST = """() => {
  const told = (i) => kg.data.factsOf(i).length;
  const people = kg.data.things.map((_, i) => i).filter((i) => ["Official", "Person"].includes(kg.data.things[i].type));
  people.sort((a, b) => told(b) - told(a) || a - b);
  if (people.length) kg.show.thing(people[0]);
}"""


def main() -> int:
    """Open the page offline, in light, with the card of one person open, and write what it shows."""
    page, picture = Path(sys.argv[1]), Path(sys.argv[2])
    browser_path = shutil.which("chromium")
    if browser_path is None:
        print("picture: chromium is not installed (Debian: apt-get install chromium)", file=sys.stderr)
        return 1
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": 1400, "height": 860}, color_scheme="light", offline=True, reduced_motion="reduce")
        window = context.new_page()
        window.goto(page.resolve().as_uri())
        window.wait_for_function("document.documentElement.dataset.ready === 'yes'")
        window.evaluate(HEAVIEST)
        window.wait_for_timeout(500)
        window.screenshot(path=picture)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
