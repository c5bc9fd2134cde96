from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures import made_up
from fixtures.served import Served, served
from kg._output import write
from kg.graph import Graph


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What kg build writes, from a made-up resolution."""
    found = tmp_path_factory.mktemp("served") / "graphs"
    with Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()) as graph:
        write(graph, found, "news")
    return found


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[Served]:
    """A server over that folder with the settings that users get, but no lines for requests."""
    with served(folder, "--rate", "10000") as found:
        yield found
