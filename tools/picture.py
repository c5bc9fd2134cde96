#!/usr/bin/env python3
"""Take the picture of a page for the README: ``tools/picture.py PAGE.html PICTURE.png``. Needs Debian's chromium."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

# the person of whom most is told, chosen where it stands
HEAVIEST = """() => {
  const people = Object.keys(window.kg.card.things).filter((id) => ["Official", "Person"].includes(window.kg.card.things[id].type));
  const told = (id) => window.kg.card.facts.filter((fact) => fact.s === id || fact.o === id).length;
  people.sort((a, b) => told(b) - told(a) || (a < b ? -1 : 1));
  if (people.length) window.kg.choose({ node: people[0] });
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
        context = browser.new_context(viewport={"width": 1400, "height": 860}, color_scheme="light", offline=True)
        window = context.new_page()
        window.goto(page.resolve().as_uri())
        window.wait_for_function("window.kg !== undefined")
        window.evaluate(HEAVIEST)
        window.locator("#card summary").first.click()
        window.wait_for_timeout(500)
        window.screenshot(path=picture)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
