"""``make picture``: the same page gives the same pictures, in the windows they ask for."""

from __future__ import annotations

import importlib.util
import struct
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from fixtures import made_up
from kg.explore import page
from kg.graph import Graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("picture_tool", ROOT / "tools" / "picture.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["picture_tool"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(page(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()), ask=False), encoding="utf-8")
    return path


def test_every_view_is_taken_in_its_window(tool: ModuleType, browser: Browser, file: Path, tmp_path: Path) -> None:
    assert {view.dark for view in tool.VIEWS} == {True, False}
    assert min(view.width for view in tool.VIEWS) <= 400
    for view in tool.VIEWS:
        raw = tool.take(browser, file, view, tmp_path).read_bytes()
        assert struct.unpack(">II", raw[16:24]) == (view.width, view.height)
        assert (ROOT / "docs" / "images" / view.name).is_file()


def test_the_same_page_gives_the_same_picture(tool: ModuleType, browser: Browser, file: Path, tmp_path: Path) -> None:
    view = tool.VIEWS[0]
    first = tool.take(browser, file, view, tmp_path).read_bytes()
    assert tool.take(browser, file, view, tmp_path).read_bytes() == first


def test_what_is_missing_is_told(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["picture.py"])
    assert tool.main() == 2
    monkeypatch.setattr(sys, "argv", ["picture.py", str(tmp_path / "none.html"), str(tmp_path)])
    assert tool.main() == 1
    assert "there is no such page; make it with kg view" in capsys.readouterr().err
