"""How Sphinx builds ``docs/`` into a site: ``make docs-site``. Everything it shows lies in the site's own folder."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))  # this checkout, whatever else is installed

import kg  # noqa: E402

project = "kg"
author = "kg contributors"
project_copyright = "kg contributors, MIT licence"
release = version = kg.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns: list[str] = []
source_suffix = {".md": "markdown"}
root_doc = "index"
nitpicky = False

myst_heading_anchors = 3
suppress_warnings: list[str] = []

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}
python_display_short_literal_types = True

html_theme = "furo"
html_title = f"kg {release}"
html_static_path: list[str] = []
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {"top_of_page_buttons": []}
