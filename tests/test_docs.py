"""What the documents show is what happens, and what the commands have is documented."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from kg.cli import cli

ROOT = Path(__file__).resolve().parents[1]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_tool", ROOT / "tools" / "docs.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["docs_tool"] = module
    spec.loader.exec_module(module)
    return module


TOOL = _tool()
EXAMPLES = [shown for page in TOOL.pages() for shown in TOOL.examples(page)]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Path]:
    with TOOL.sandbox() as folder:
        yield folder


@pytest.mark.parametrize("shown", EXAMPLES, ids=lambda shown: f"{shown.page.name}:{shown.line}")
def test_examples_run_and_print_what_is_shown(shown: object, sandbox: Path) -> None:
    assert isinstance(shown, TOOL.Shown)
    if shown.text.startswith(TOOL.SETUP):
        target = shown.text.split()
        if target[0] == "make":
            assert re.search(rf"^{target[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return
    try:
        printed = TOOL.run(shown, sandbox)
    except subprocess.CalledProcessError as error:
        pytest.fail(f"{shown.text}: {error.stderr}")
    if shown.output is not None:
        assert TOOL.agrees(shown.output, printed), f"make docs writes it anew; it prints\n{printed}"


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 10
    assert any(shown.output is None for shown in EXAMPLES)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    section = re.search(rf"^## kg {name}$(.*?)(?=^## |\Z)", guide, re.MULTILINE | re.DOTALL)
    assert section, f"docs/guide.md has no section '## kg {name}'"
    for parameter in cli.commands[name].params:
        if isinstance(parameter, click.Option) and parameter.name != "help":
            assert any(f"`{option}" in section[1] for option in parameter.opts), f"{name}: {parameter.opts}"
            assert parameter.help or parameter.name == "format_"


LINKING = [*TOOL.pages(), *(ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md", "ontology/README.md", "tests/gold/README.md"))]


def anchors(page: Path) -> set[str]:
    """The headings of a page as addresses, as code hosts and Sphinx make them."""
    text = re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    titles = re.findall(r"(?m)^#{1,6} (.*)$", text)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", LINKING, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    text = re.sub(r"(?ms)^```(?!\{).*?^```$|`[^`\n]*`", "", page.read_text(encoding="utf-8"))
    targets = re.findall(r"\]\((?![a-z]+:)([^)\s]+)\)", text) + re.findall(r"(?m)^```\{(?:include|image)\} (\S+)$", text)
    for target in targets:
        path, _, anchor = target.partition("#")
        found = page.parent / path if path else page
        assert found.exists(), f"{page.name}: {target}"
        assert not anchor or anchor in anchors(found), f"{page.name}: {target}"


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a  \nb", True),
        ("a\n...\nd\n", "a\nb\nc\nd\n", True),
        ("a\n...\n", "a\n", True),
        ("a\n", "b\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_comparing(shown: str, printed: str, same: bool) -> None:
    assert TOOL.agrees(shown, printed) is same


def test_excerpts_keep_their_form() -> None:
    assert TOOL.excerpt("x\n...\ny\n", "1\n2\n3\n4\n") == "1\n...\n4\n"
    assert TOOL.excerpt("x\n", "1\n2\n") == "1\n2\n"
    assert TOOL.excerpt("", "") == ""


IMAGES = sorted((ROOT / "docs" / "images").iterdir())


@pytest.mark.parametrize("image", IMAGES, ids=lambda image: image.name)
def test_pictures_are_small_and_shown_somewhere(image: Path) -> None:
    raw = image.read_bytes()
    assert raw.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(raw) <= 250_000
    assert any(f"images/{image.name}" in page.read_text(encoding="utf-8") for page in TOOL.pages())
